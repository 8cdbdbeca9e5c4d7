"""What keeps an act from being tied to somebody by weights, however likely it looks."""

from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.verb_last_omitted import describes_others, is_owned
from tizim.reading.inflected.who import KIN, Who
from tizim.reading.inflected.words import Analysis

_WITHOUT_NAMES = frozenset({"noun", "plural", "group", "somebody", KIN})
_LIVING = frozenset({"acc", "gen"})
_WHERE = ("дағы", "дегі", "тағы", "тегі")
_NAMING = frozenset({"noun", "attribute", "converb"})


def is_barred(told: Told, event: Event) -> bool:
    """Whether an act is that of people without names, of a thing, or only a word of asking or of a place."""
    if told.sentence.is_at("unreal", event.first) or _is_of_unnamed(told, event):
        return True
    if told.verb_last:
        others = _describes_officials(told, event) or describes_others(told, event)
        return others or _only_names(told, event) or _continues(told, event)
    wants = [role for role in event.entry.victim if not role.before]
    objects = bool(wants) and all(role.case == "acc" for role in wants)
    return objects and event.mode != "passive" and _has_object(told, event)


def is_other(who: Who, event: Event, told: Told) -> bool:
    """Whether somebody named in the sentence of an act is not whom it hit: only a thing or kin of theirs is
    meant, they did it themselves, or this act is only named beside another one that hit them ("they broke
    his arm during the arrest")."""
    if told.verb_last and any(event.last <= mark.first < who.head for mark in told.sentence.of("breaks")):
        return True
    if told.verb_last and (_is_of_cause(who, event, told) or _only_says(who, event, told)):
        return True
    named = event.mode in _NAMING and any(other.who is who for other in told.events)
    return named or who.owner or _hangs_on_noun(who, event, told) or _is_doer(who, event, told)


def _is_of_cause(who: Who, event: Event, told: Told) -> bool:
    """Whether somebody is only the object of that for which others are punished («X-ті азаптағаны үшін»)."""
    causes = any(who.last <= mark.first < event.first for mark in told.sentence.of("causes_after"))
    return causes and "nom" not in who.cases


def _only_says(who: Who, event: Event, told: Told) -> bool:
    """Whether somebody only says what was done to another («Оны ұрды, – дейді X»)."""
    says = any(event.last <= mark.first < who.head for mark in told.sentence.of("speaking"))
    others = (
        one for one in told.whos if one.kind == "pronoun" and one.word != "me" and one.last <= event.first
    )
    return says and "nom" in who.cases and any("nom" not in one.cases for one in others)


def _describes_officials(told: Told, event: Event) -> bool:
    """Whether officials are described by an act right before them («күдікке ілінген бес полицей»)."""
    return any(who.official and event.last <= who.head <= event.last + 1 for who in told.whos)


def _hangs_on_noun(who: Who, event: Event, told: Told) -> bool:
    """Whether somebody in the genitive says whose the noun before is, and that is no word of the act."""
    if told.verb_last or "gen" not in who.cases or "nom" in who.cases:
        return False
    before = told.sentence.word(who.head - 1).forms[:1] if who.head else ()
    return bool(before) and before[0].part == "noun" and not event.first <= who.head - 1 < event.last


def _is_doer(who: Who, event: Event, told: Told) -> bool:
    """Whether somebody is the subject of a verb whose subject does the act."""
    wanted = any(role.case == "nom" and not role.before for role in event.entry.victim)
    able = "nom" in who.cases and told.clauses.same(who.head, event.first)
    if event.mode != "active" or wanted or not able:
        return False
    forms = [form for at in range(event.first, event.last) for form in told.sentence.word(at).forms[:1]]
    several = next((form.plural for form in forms if form.part == "verb"), False)
    return told.verb_last or several == (len(who.people) > 1)


def _is_of_unnamed(told: Told, event: Event) -> bool:
    """Whether the clause of an act speaks of people without names, or of an official: it is theirs."""
    near = [who for who in told.whos if told.clauses.same(who.head, event.first)]
    return any(
        who.kind in _WITHOUT_NAMES
        and (not who.official or (told.verb_last and "nom" in who.cases and not who.people))
        for who in near
    )


def _only_names(told: Told, event: Event) -> bool:
    """Whether a word for an act stands for it in general, or says where somebody is ("torture in prison")."""
    out_of = event.mode == "noun" and told.sentence.word(event.last - 1).cases == {"abl"}
    if out_of or told.sentence.lower(event.last - 1).endswith(_WHERE):
        return True
    if event.mode != "noun":
        return False
    milder = (*told.sentence.of("converting"), *told.sentence.of("lessening"))
    if any(event.last <= mark.first and told.clauses.same(mark.first, event.first) for mark in milder):
        return True
    return not (is_owned(told, event) or event.lengths or told.lengths)


def _continues(told: Told, event: Event) -> bool:
    """Whether a verb only goes on with the one before it that told another act ("snatched and took away")."""
    return any(other.last == event.first for other in told.events)


def _has_object(told: Told, event: Event) -> bool:
    """Whether the clause of an act, or the one to which "and" joins it, has an object: somebody without a
    name, or a thing."""
    clause = told.clauses.clause(event.first)
    joined = told.sentence.at("and", clause.first) is not None
    inside = {clause.number, clause.parent} if joined else {clause.number}
    near = {at for mark in told.sentence.of("near") for at in range(mark.first, mark.last)}
    taken = {at for who in told.whos for at in range(who.head, who.last)} | near | told.articles
    return any(
        told.clauses.of[at] in inside
        and at not in taken
        and not event.first <= at < event.last
        and not any(told.sentence.is_at(kind, at) for kind in _TIMES)
        and told.sentence.ends_at("prepositions", at) is None
        and (_is_living(word) or _is_thing(word) or told.sentence.is_at("all_words", at))
        for at, word in enumerate(told.sentence.words)
    )


_TIMES = ("unit", "months", "weekdays", "seasons", "number", "penalty")


def _is_living(word: Analysis) -> bool:
    """Whether a word has one form for "whom" and "whose" and another for who does something ("стариков",
    "всех")."""
    if not word.forms or word.forms[0].part not in ("noun", "pronoun"):
        return False
    first = word.forms[0]
    cases = {form.case for form in word.forms if (form.part, form.lemma) == (first.part, first.lemma)}
    return cases >= _LIVING and "nom" not in cases


def _is_thing(word: Analysis) -> bool:
    """Whether a word is a noun that stands as an object first of all."""
    return bool(word.forms) and word.forms[0].part == "noun" and word.forms[0].case == "acc"
