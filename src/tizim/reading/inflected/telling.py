"""The acts of a sentence: each trigger whose words are there, that happened, and whose victim stands as
it must."""

from collections.abc import Set

from tizim.reading.inflected.entries import Entry
from tizim.reading.inflected.events import Event, Told, head_of, mode_of, unreal
from tizim.reading.inflected.impersonal import LEFT_OUT, is_impersonal, named_before
from tizim.reading.inflected.numbers import Length, Money
from tizim.reading.inflected.tables import GAP
from tizim.reading.inflected.told_again import is_closed, is_lessened, is_served, only_counts, without_repeats
from tizim.reading.inflected.verb_last import describes, is_finished
from tizim.reading.inflected.verb_last_unreal import unreal_after
from tizim.reading.inflected.verb_last_victims import alongside, are_people, likeliest, placed_before
from tizim.reading.inflected.victims import has_subject, victim_of
from tizim.reading.inflected.who import KIN, Who
from tizim.reading.marks import Mark
from tizim.reading.tongue import Form


def events_of(told: Told) -> list[Event]:
    """The acts of a sentence in order; of several readings of one trigger, the first that fits.

    A trigger inside a longer one that fired ("арест" in "административный арест") says nothing of its own.
    """
    out: list[Event] = []
    marks = told.sentence.of("act") + (told.sentence.of("shorter_act") if told.verb_last else [])
    apart = [mark for mark in marks if told.verb_last and _is_stretched(told, mark, marks)]
    for mark in sorted(marks, key=lambda one: (one in apart, one.first - one.last)):
        if mark in apart and any(_ends_alike(event, mark) for event in out):
            continue
        around = [event for event in out if event.first <= mark.first and mark.last <= event.last]
        named = told.sentence.is_at("place", mark.first)
        of_article = mark.first in told.articles and (not told.verb_last or mark.last - 1 in told.articles)
        if not of_article and not named:
            out = told.events = _with(told, mark, out, around)
    return without_repeats(
        [
            event
            for event in sorted(out, key=lambda one: one.first)
            if not any(only(event, out) for only in (only_counts, is_served, is_closed, is_lessened))
        ]
    )


def _ends_alike(event: Event, mark: Mark) -> bool:
    """Whether an act with a known victim was told by a shorter trigger with the same verb."""
    return event.last == mark.last and event.first > mark.first and event.who is not None


_TIGHT = 2


def _is_stretched(told: Told, mark: Mark, marks: list[Mark]) -> bool:
    """Whether a trigger whose words stand apart reaches over another whose words stand side by side and
    end with the same verb ("for a TERM was TAKEN into custody TAKEN")."""
    width = mark.last - mark.first
    inner = width > _TIGHT and any(
        other.last == mark.last and 2 <= other.last - other.first < width and _is_tight(told, other)
        for other in marks
    )
    return inner and not _is_tight(told, mark)


def _is_tight(told: Told, mark: Mark) -> bool:
    """Whether some phrase of a trigger has as many words as stand there."""
    width = mark.last - mark.first
    return any(
        width == len([part for part in told.lexicon.parts(phrase) if part != GAP])
        for entry in mark.values
        for phrase in entry.words
    )


def _with(told: Told, mark: Mark, out: list[Event], around: list[Event]) -> list[Event]:
    """The events with those of a trigger; one inside another counts only where it alone tells whom it hit."""
    if not around:
        return [*out, *_events(told, mark)]
    if not told.verb_last or any(event.who is not None for event in around):
        return out
    named = [event for event in _events(told, mark) if event.who is not None]
    same = named and all(event.act == named[0].act for event in around)
    return [*(event for event in out if event not in around), *named] if same else out


def _events(told: Told, mark: Mark) -> list[Event]:
    if told.verb_last:
        likely = likeliest([_event(told, mark, entry) for entry in _of_voice(told, mark)])
        return [event for one in likely for event in (one, *alongside(told, one))]
    found: list[Event] = []
    for entry in specific(mark):
        event = _event(told, mark, entry)
        if event is not None and not any(event.act == other.act for other in found):
            found.append(event)
            if entry.near or entry.needs:
                break
    return found


def _of_voice(told: Told, mark: Mark) -> list[Entry]:
    """The entries of a trigger; one that is written in the passive ("to be beaten") is not for the active of
    a verb that another entry gives an object: its subject did it."""
    entries = specific(mark)
    taking = [one for one in entries if one.victim[0].case == "acc" and not one.victim[0].after]
    acts = {entry.act for entry in taking} & _HANDS_ON
    out = []
    for entry in entries:
        _, form = head_of(told.sentence, mark, told.lexicon.words_of(entry.words))
        named = form is None or (form.part == "noun" and form.case != "nom")
        active = form is not None and not named and form.voice != "passive"
        if entry in taking or entry.act not in acts or not active or entry.victim[0].case != "nom":
            out.append(entry)
    return out


_HANDS_ON = frozenset({"ill_treatment", "threat"})


def specific(mark: Mark) -> list[Entry]:
    """The entries of a trigger, those first that ask for more words."""
    entries = [value for value in mark.values if isinstance(value, Entry)]
    return sorted(entries, key=lambda entry: (entry.needs == "taken", not entry.near, not entry.needs))


def happened(told: Told, mark: Mark, entry: Entry) -> tuple[Event, int, Form | None] | None:
    """The act that a trigger tells by one entry, with the word that is inflected and its form; nothing where
    the words that it wants are not there, or where it is unreal."""
    sentence = told.sentence
    at, form = head_of(sentence, mark, told.lexicon.words_of(entry.words))
    mode = "noun" if entry.needs == "no_verb" else mode_of(form, sentence.word(at).finite)
    if entry.form and entry.form not in (mode, _sort_of(told, entry, (mode, form), at)):
        return None
    fits, words = told.near(entry, at)
    alone = told.verb_last and mark.last - mark.first == 1 and describes(sentence, at)
    convict = alone and entry.act == "conviction" and mode == "passive"
    named_only = (mode == "attribute" and entry.act in _NAMED_ONLY) or convict
    fact = told.verb_last and form is not None and form.possessed
    if named_only and not fact and not _is_told(told, at) and not (entry.act == "charge" and words):
        return None
    if not fits or not _has_needed(told, entry, at) or _is_unreal(told, mark, (at, mode, form), entry):
        return None
    if entry.status.startswith("?") and _was_only(told, form, at):
        return None
    if not told.verb_last and entry.act == "charge" and _is_of_others(entry, mode, sentence.word(at).cases):
        return None
    event = Event(entry.act, entry, mark.first, mark.last, mode, words="; ".join((_said(told, mark), *words)))
    event.present = form is not None and form.tense == "present"
    return event, at, form


def _is_of_others(entry: Entry, mode: str, cases: Set[str]) -> bool:
    """Whether a word for an accused stands in a case in which it is said of nobody ("for the accused")."""
    said = entry.victim[0].case == "nom" and not entry.victim[0].before
    return said and mode == "noun" and bool(cases) and cases.isdisjoint(("nom", "ins"))


def _event(told: Told, mark: Mark, entry: Entry) -> Event | None:
    found = happened(told, mark, entry)
    return _placed(told, *found) if found is not None else None


def _sort_of(told: Told, entry: Entry, how: tuple[str, Form | None], at: int) -> str:
    """Whether a trigger is finite or a participle; a participle that ends a clause or is made a fact ("that
    X was …"), and a converb, are finite where verbs stand last."""
    mode, form = how
    if mode in ("active", "passive"):
        return "participle" if entry.act in _OF_THINGS and describes(told.sentence, at) else "finite"
    chained = mode == "converb" and entry.needs != "taken"
    fact = form is not None and form.part == "participle" and form.possessed
    fact = fact and entry.needs != "taken"
    last = told.verb_last and (chained or fact or (mode == "doer" and is_finished(told.sentence, at)))
    return "finite" if last else "participle"


_NAMED_ONLY = frozenset({"conviction", "charge"})
_OF_THINGS = frozenset({"assembly_refusal"})


def _is_told(told: Told, at: int) -> bool:
    """Whether a participle tells something and is not only a name for somebody: a day, an article, a
    length beside it."""
    clause = told.clauses.of[at]
    firsts = [*told.dated, *told.articles, *(one.first for one in told.lengths if one.iso)]
    led = (first for first in firsts if first < at or not told.verb_last)
    return any(told.clauses.of[first] == clause for first in led)


def _was_only(told: Told, form: Form | None, at: int) -> bool:
    """Whether a past state is told without a day or a length: it says nothing that can be placed."""
    if form is None or form.tense != "past" or not told.sentence.is_at("auxiliary", at):
        return False
    if told.verb_last and describes(told.sentence, at):
        return False
    spans = [*told.dated, *(one.first for one in told.lengths if one.iso)]
    return not any(told.clauses.of[first] == told.clauses.of[at] for first in spans)


def _is_unreal(told: Told, mark: Mark, how: tuple[int, str, Form | None], entry: Entry) -> bool:
    at, mode, form = how
    mode = "active" if mode == "infinitive" and at > mark.first else mode
    if told.verb_last:
        return unreal_after(told, mark, form, entry)
    return unreal(told, at, mode, form, entry)


def _placed(told: Told, event: Event, at: int, form: Form | None) -> Event | None:
    """The event with its victim; a clause that names nobody speaks of somebody spoken of before."""
    if event.entry.org:
        return None
    if told.verb_last:
        return None if are_people(told, form, event) else placed_before(told, event, form)
    event.who, event.role = victim_of(told, event.entry, at, event.mode, (event.first, event.last))
    if event.who is None and event.mode not in ("attribute", "doer"):
        event.who, event.role = _of_verdict(told, event, at)
    if event.who is None and _is_state_of_topic(told, event):
        event.dropped, event.role, event.close = True, "understood", True
        verbs = [form for word in told.sentence.words if word.finite for form in word.forms[:1]]
        event.plural = any(form.plural for form in verbs)
    elif event.who is None and is_impersonal(told, event, at, form):
        event.who, event.role = named_before(told, at), LEFT_OUT
        event.dropped = event.who is None
    elif event.who is None and _may_drop(told, event, at):
        event.dropped, event.role = True, "understood"
        if form is not None and _is_subject(event):
            event.plural = form.plural
            event.female = {"female": True, "male": False}.get(form.gender)
    return event if event.who is not None or event.dropped else None


def _is_state_of_topic(told: Told, event: Event) -> bool:
    """Whether a sentence tells a state of custody and names nobody whose it could be."""
    lasting = event.entry.status in ("custody", "?custody", "house_arrest", "?house_arrest")
    heading = told.sentence.span.heading
    return lasting and not heading and not _somebody(told, ("nom", "acc", "dat", "gen"))


_OF_A_CASE = frozenset({"charge", "appeal", "sentence", "conviction", "other", "pretrial_detention"})
_OF_VERDICTS = frozenset({"sentence", "penalty", "fine", "ban_on_activity", "conviction"})


def _of_verdict(told: Told, event: Event, at: int) -> tuple[Who | None, str]:
    """Whom a second penalty of one verdict hits, and whom a row of a table is about."""
    people = [who for who in told.whos if who.kind == "person" and not who.owner]
    if (
        any(token.text == "|" for token in told.sentence.tokens)
        and len(people) == 1
        and event.act in _OF_A_CASE
    ):
        return people[0], "row of a table"
    known = {number for who in people for number in who.people}
    given = event.mode == "active" and event.act == "sentence" and event.entry.victim[0].case == "dat"
    if (
        (event.act in ("charge", "appeal") or given)
        and len(known) == 1
        and not _is_lawyers(told, event, people[0])
        and not any(who.kind in ("group", "noun", "plural") and not who.official for who in told.whos)
    ):
        return people[0], "the only person of the sentence"
    if event.act not in _OF_VERDICTS:
        return None, ""
    parent = told.clauses.clause(at).parent
    for other in reversed(told.events):
        near = told.clauses.of[other.first] in (parent, told.clauses.of[at])
        if other.act in _OF_VERDICTS and near and other.who is not None:
            return other.who, "of the same verdict"
    return None, ""


def _is_lawyers(told: Told, event: Event, who: Who) -> bool:
    """Whether an appeal is what a lawyer lodged who alone is named ("the lawyer of his brother, X, …")."""
    lawyers = (mark for mark in told.sentence.of("title") if mark.value == "lawyer")
    return event.act == "appeal" and "nom" in who.cases and any(mark.last <= who.first for mark in lawyers)


def _is_subject(event: Event) -> bool:
    """Whether the victim would be the subject of its clause."""
    roles = event.entry.passive if event.mode == "passive" and event.entry.passive else event.entry.victim
    return bool(roles) and roles[0].case == "nom" and not roles[0].before


def _may_drop(told: Told, event: Event, at: int) -> bool:
    """Whether a clause can speak of somebody whom only a sentence before names."""
    clause = told.clauses.clause(at)
    if event.mode not in ("active", "passive", "noun") or clause.kind in (
        "relative",
        "participle",
        "sub",
        "aside",
    ):
        return False
    if _is_subject(event) and event.mode != "noun":
        unspoken = event.act not in ("ill_treatment", "threat") or event.mode == "passive"
        return unspoken and not has_subject(told, clause, at) and not _somebody(told, ("nom",))
    if event.mode == "noun" and not (event.act == "appeal" and event.entry.near):
        verdict = event.act == "sentence" and event.entry.needs == "named" and not clause.predicate
        return verdict and not _somebody(told, ())
    if event.mode == "active" and any(role.case == "acc" and not role.before for role in event.entry.victim):
        return False
    thing = event.act == "appeal" and not any(who.kind != "pronoun" for who in told.whos if not who.official)
    return event.act in _OF_A_CASE and (thing or not _somebody(told, ())) and not told.sentence.span.heading


def _somebody(told: Told, cases: tuple[str, ...]) -> bool:
    """Whether a sentence names anybody (in one of the cases, where some are given)."""
    return any(
        who.kind in ("person", "group", "noun", "plural", "pronoun", "relative", "somebody", KIN)
        and (not cases or who.cases & set(cases))
        and not who.official
        for who in told.whos
    )  # fmt: skip


def _said(told: Told, mark: Mark) -> str:
    return " ".join(token.lower for token in told.sentence.tokens[mark.first : mark.last])


def _has_needed(told: Told, entry: Entry, at: int) -> bool:
    """Whether the penalty, term, days, money, article or court that an entry wants stands beside its
    trigger."""
    clause = told.clauses.of[at]
    terms = [one for one in told.lengths if one.iso and not one.possible and not _is_while(told, one)]
    wanted: dict[str, list[Length | Money]] = {
        "penalty": [*told.lengths, *told.money],
        "term": [*terms],
        "named": [one for one in told.lengths if one.kind and not one.possible],
        "days": [one for one in terms if one.unit in ("D", "H")],
        "money": [*told.money],
    }
    if entry.needs in wanted:
        return any(
            (told.clauses.of[one.first] == clause or abs(one.first - at) <= 6)
            and _leads_to(told, one.first, at)
            for one in wanted[entry.needs]
        )
    if entry.needs == "taken":
        return True
    if entry.needs == "held":
        return any(told.clauses.of[first] == clause for first in told.dated)
    if entry.needs == "no_verb":
        return _is_verbless(told, at)
    if entry.needs == "dash":
        led = at > 1 and _DASHES & {told.sentence.lower(at - 1), told.sentence.lower(at - 2)}
        return bool(led) and not told.clauses.clause(at).predicate
    if entry.needs == "article":
        return bool(told.articles)
    if entry.needs == "court":
        return any(mark.value == "judiciary" for mark in told.sentence.of("agency"))
    return True


def _is_verbless(told: Told, at: int) -> bool:
    """Whether no verb, and no participle before it, stands in the clause of a word."""
    clause = told.clauses.clause(at)
    described = not told.verb_last and clause.kind in ("participle", "converb") and at > clause.first + 1
    return not described and not any(
        told.sentence.word(index).finite
        and not told.sentence.tokens[index].capital
        and (told.verb_last or told.sentence.ends_at("prepositions", index) is None)
        for index in _piece(told, at)
        if told.clauses.of[index] == clause.number
    )


_DASHES = frozenset({"–", "—"})


def _piece(told: Told, at: int) -> range:
    """The tokens between the marks around a word, where a verb before the mark is another's ("seized in May,
    in custody since"); else the whole sentence."""
    items = told.sentence.tokens
    first = next((one + 1 for one in range(at, -1, -1) if items[one].text == ","), 0)
    last = next((one for one in range(at, len(items)) if items[one].text in ",;."), len(items))
    since = any(told.sentence.is_at("since", one) for one in range(first, last))
    return range(first, last) if since and first else range(len(items))


def _leads_to(told: Told, first: int, at: int) -> bool:
    """Whether a length or sum can be that of a trigger: where the verb stands last it stands before it, or
    behind a dash, colon or bracket."""
    forms = told.sentence.word(at).forms
    verb = bool(forms) and forms[0].part in ("verb", "participle", "converb")
    if not told.verb_last or first < at or not verb:
        return True
    return any(told.sentence.tokens[index].text in "–—-:(" for index in range(at, first + 1))


def _is_while(told: Told, length: Length) -> bool:
    """Whether hours without a penalty's name only say how long something took ("asked for five hours")."""
    return told.verb_last and length.unit == "H" and not length.kind
