"""Whom a trigger hit in a language whose verb stands last: somebody before it, or whom the text spoke of."""

from dataclasses import replace

from tizim.reading.inflected.entries import Entry, Role, role
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.verb_last import is_background, is_finished
from tizim.reading.inflected.verb_last_appeals import appellant
from tizim.reading.inflected.verb_last_omitted import (
    FREE,
    belongs,
    is_of_background,
    is_owned,
    leaves_out,
    past_age,
    says_mine,
    without_doers,
)
from tizim.reading.inflected.verb_last_rows import heading_of, listed
from tizim.reading.inflected.who import Who
from tizim.reading.tongue import Form

_SUFFERED = frozenset({"ill_treatment", "threat", "abduction", "death", "account_attack", "surveillance"})
_BEHIND, _ROW, _LABEL = 6, 3, 4
_I = ("дым", "дім", "тым", "тім", "мын", "мін", "пын", "пін", "бын", "бін")
_WHERE = ("дағы", "дегі", "тағы", "тегі")
_YOURS = ("ңды", "ңді", "ңа", "ңе", "ңызды", "ңізді", "ңызға", "ңізге")
"""Endings of "your": those of whom somebody speaks to the victim ("we shall take your two children")."""
_GENITIVE = role("gen")


def placed_before(told: Told, event: Event, form: Form | None) -> Event | None:
    """The event with its victim, who may be left out where the text spoke of them just before."""
    span = (event.first, event.last)
    roles = _roles(event.entry, form, event.mode)
    owned = is_owned(told, event) or belongs(told, event) or (form is not None and form.possessed)
    if not owned and event.mode != "noun":
        roles = tuple(one for one in roles if one.case != "gen" or one.after)
    roles = without_doers(told, event, roles)
    event.who, event.role = victim_before(told, event.entry, event.mode, span, roles)
    if event.who is not None and form is not None and form.possessed and _has_other_subject(told, event):
        event.who = None
        return None
    event.who, event.role = _announced(told, event)
    if event.who is None:
        event.who, event.role = _unsaid(told, event, roles, form)
    if event.who is None and _is_of_official(told, event, roles):
        return None
    if event.who is None and _is_against_doers(told, event):
        return None
    if event.who is None and leaves_out(told, event, roles):
        event.who = _shared(told, event) or _topic(told, event)
        event.role = "of the clause before" if event.who is not None else ""
    if event.who is None and (leaves_out(told, event, roles) or _is_labelled(told, event)):
        event.dropped, event.role = True, "understood"
    return event if event.who is not None or event.dropped else None


def _unsaid(told: Told, event: Event, roles: tuple[Role, ...], form: Form | None) -> tuple[Who | None, str]:
    """The victim that no role gives: behind a chain, the speaker, the head of a line, the topic."""
    led = _led_to(told, event, form) or _named_right_behind(told, event)
    if led is not None:
        return led, "described"
    if _is_of_speaker(told, event, roles):
        return _speaker(event.first), "I"
    asked, role = appellant(told, event)
    if asked is not None:
        return asked, role
    who, role = heading_of(told, event.first) if event.mode != "attribute" else (None, "")
    if who is None and (_is_owners(roles, form) or (event.act == "search" and belongs(told, event))):
        who, role = _topic(told, event), "whose it is"
    return (who, role) if who is not None else (None, "")


def _named_right_behind(told: Told, event: Event) -> Who | None:
    """Those named right behind where they are, in a sentence without a verb («айыптылар орындығында X»)."""
    if event.entry.needs != "no_verb":
        return None
    fitting = (who for who in told.whos if who.head == event.last and "nom" in who.cases and not who.owner)
    return next((who for who in fitting if who.kind == "person"), None)


def _is_of_official(told: Told, event: Event, roles: tuple[Role, ...]) -> bool:
    """Whether an official is the subject of an act that its subject suffers ("the guard was sentenced")."""
    if event.mode == "noun" or not any(one.case == "nom" and not one.after for one in roles):
        return False
    return any(
        who.official
        and "nom" in who.cases
        and who.last <= event.first
        and told.clauses.same(who.head, event.first)
        for who in told.whos
    )


def _is_labelled(told: Told, event: Event) -> bool:
    """Whether a line of a file says under its label what happened to whom the file is about («Үкім: 5 жыл
    бас бостандығынан айыру»)."""
    colon = next((at for at, token in enumerate(told.sentence.tokens[:_LABEL]) if token.text == ":"), None)
    colon = _dash(told) if colon is None else colon
    free = not any(who.kind != "noun" for who in told.whos)
    noun, passive = event.mode == "noun" and bool(told.lengths), event.mode == "passive"
    return colon is not None and free and (bool(told.dated) or noun or passive)


def _dash(told: Told) -> int | None:
    """The dash behind what courts give, at the head of a sentence («Жаза – 5 жыл …»)."""
    owned = told.lexicon.set("people", "owned")
    led = not owned.isdisjoint(told.sentence.word(0).lemmas)
    return 1 if led and told.sentence.lower(1) in ("–", "—", "-") else None


def are_people(told: Told, form: Form | None, event: Event) -> bool:
    """Whether a participle in the plural only means people («ұсталғандар саны»), and names none of them."""
    if form is None:
        return False
    people = form.part == "participle" and form.plural and bool(form.case)
    return people and not told.sentence.of("including") and listed(told, event) is None


def _announced(told: Told, event: Event) -> tuple[Who | None, str]:
    """The victim; a row behind a colon where nobody else is one, or where it names all of a group."""
    who = event.who
    row = listed(told, event) if who is None or who.group is not None else None
    if row is None or (who is not None and who.group is not None and who.group.low != len(row.people)):
        return who, event.role
    return row, "list"


def _is_of_speaker(told: Told, event: Event, roles: tuple[Role, ...]) -> bool:
    """Whether the ending of the verb says that the speaker is its subject, and the subject is the victim."""
    if event.mode == "noun":
        return False
    own = any(role.case == "nom" and not role.after for role in roles)
    things = any(role.case == "gen" for role in event.entry.victim) and says_mine(told, event.first)
    return things or (own and told.sentence.lower(event.last - 1).endswith(_I))


def _is_owners(roles: tuple[Role, ...], form: Form | None) -> bool:
    """Whether what is done to a thing of somebody's is told in the passive: its owner can be the topic."""
    passive = form is not None and form.voice == "passive"
    return passive and bool(roles) and all(one.case == "gen" and not one.after for one in roles)


def _topic(told: Told, event: Event) -> Who | None:
    """The only person whom the sentence names before the act, where that is its subject."""
    named = [who for who in told.whos if who.kind == "person" and who.last <= event.first]
    free = [who for who in named if not who.owner and not who.official]
    apart = bool(free) and not told.clauses.same(free[0].head, event.first)
    return free[0] if len(named) == 1 and free and ("nom" in free[0].cases or apart) else None


def _speaker(at: int) -> Who:
    return Who(at, at, at, "pronoun", frozenset({"nom"}), word="me")


def _shared(told: Told, event: Event) -> Who | None:
    """Whom the acts before in the same sentence hit."""
    before = [other for other in told.events if other.first < event.first and other.who is not None]
    return max(before, key=lambda other: other.first).who if before else None


def _is_against_doers(told: Told, event: Event) -> bool:
    """Whether a case was opened about what was done to somebody just before ("was beaten, and a case …")."""
    before = [other for other in told.events if other.first < event.first]
    return event.act == "charge" and bool(before) and before[-1].act in _SUFFERED


def _has_other_subject(told: Told, event: Event) -> bool:
    """Whether kin in the genitive is the subject of a verb made a noun ("that her husband was taken")."""
    who = event.who
    if who is None or who.last > event.first:
        return False
    return any(
        told.sentence.is_at("kin", at) and "gen" in told.sentence.word(at).cases
        for at in range(who.last, event.first)
    )


def likeliest(events: list[Event | None]) -> list[Event]:
    """Of several readings of one trigger the first with a named victim, else the first without."""
    fitting = [event for event in events if event is not None]
    named = [event for event in fitting if event.who is not None]
    return (named or fitting)[:1]


def alongside(told: Told, event: Event) -> list[Event]:
    """The same act against people named in one row with a counted group ("X, Y and five others")."""
    who, found = event.who, []
    if who is None or who.group is None or who.last > event.first:
        return []
    row = listed(told, event)
    if row is not None:
        return [replace(event, who=row)]
    for other in reversed(told.whos):
        joined = 0 <= who.first - other.last <= _ROW and _is_joined(told, other.last, who.first)
        if other.kind == "person" and not other.owner and joined and other.cases & (who.cases | {"nom"}):
            found.append(replace(event, who=other))
            who = other
    return found


def _is_joined(told: Told, first: int, last: int) -> bool:
    """Whether only commas, "and" and "also" stand between."""
    return first < last and all(
        told.sentence.lower(at) == ","
        or told.sentence.at("and", at) is not None
        or told.sentence.at("passed_over", at) is not None
        for at in range(first, last)
    )


def victim_before(
    told: Told, entry: Entry, mode: str, span: tuple[int, int], roles: tuple[Role, ...]
) -> tuple[Who | None, str]:
    """The victim and how it stands; a participle without one describes the people behind it."""
    where = _tells_where(told, span[1] - 1)
    if where or (mode in ("attribute", "passive", "doer") and _is_attribute(told, span[1] - 1)):
        who = _described(told, span, entry, mode)
        if who is not None and who.head == span[1]:
            return who, "participle"
        if where and who is None and _goes_on(told, span[1]):
            return None, ""
    timed = (_GENITIVE,) if _is_timed(told, mode, span) else ()
    for one in (*timed, *roles):
        who = _nearest(told, one, span) if not _is_of_kin(told, mode, span[1]) else None
        if who is not None:
            return who, one.written
    if mode in ("attribute", "doer", "passive") or _tells_where(told, span[1] - 1):
        who = _described(told, span, entry, mode)
        if who is not None:
            return who, "participle"
    return _behind(told, span[1], roles)


def _is_timed(told: Told, mode: str, span: tuple[int, int]) -> bool:
    """Whether a passive participle only says when something was, and whoever it happened to stands right
    before it in the genitive («X-тің ұсталған кезде жараланғанын»)."""
    owned = any(who.last == span[0] and "gen" in who.cases for who in told.whos)
    return owned and mode in ("passive", "attribute") and is_background(told.sentence, span[1])


def _is_of_kin(told: Told, mode: str, index: int) -> bool:
    """Whether a participle tells of kin or friends without a name what they went through («ұсталған досын
    қолдады»): nobody before it is meant."""
    kin = told.sentence.any_at(("one_of_kin", "kin"), index)
    if kin is None or mode not in ("passive", "attribute") or not _is_attribute(told, index - 1):
        return False
    return kin.last >= len(told.sentence.tokens) or not told.sentence.tokens[kin.last].capital


def _goes_on(told: Told, index: int) -> bool:
    """Whether a word for something else stands at a token ("the conditions in prison")."""
    if index >= len(told.sentence.tokens) or told.sentence.at("auxiliary", index) is not None:
        return False
    return told.sentence.tokens[index].kind == "word"


def _behind(told: Told, last: int, roles: tuple[Role, ...]) -> tuple[Who | None, str]:
    """The victim right behind a finished verb, as people talk («15 сутки берді Асанға»)."""
    if not is_finished(told.sentence, last - 1):
        return None, ""
    cases = {one.case for one in roles if not one.before and not one.after and one.case != "nom"}
    at = last
    while told.sentence.at("auxiliary", at) is not None:
        at += 1
    who = next((one for one in told.whos if one.head == at and one.kind in FREE), None)
    fits = who is not None and "nom" not in who.cases and not who.owner and bool(who.cases & cases)
    return (who, "behind") if fits else (None, "")


def _roles(entry: Entry, form: Form | None, mode: str) -> tuple[Role, ...]:
    """The roles in the order in which they are looked for; the passive's own come first.

    A verb made a noun has its subject in the genitive ("оның ұсталғаны").
    """
    passive = form is not None and form.voice == "passive" and bool(entry.passive)
    if not passive:
        own = (
            form is not None
            and form.possessed
            and any(one.case == "nom" and not one.after for one in entry.victim)
        )
        return (_GENITIVE, *entry.victim) if own else entry.victim
    others = tuple(one for one in entry.victim if one.before or one.after or one.case not in ("acc", "nom"))
    owner = (_GENITIVE,) if form is not None and form.possessed else ()
    if entry.victim[0] in others and entry.victim[0].case == "dat":
        return (*owner, *others, *entry.passive)
    return (*owner, *entry.passive, *others)


def _nearest(told: Told, role: Role, span: tuple[int, int]) -> Who | None:
    """The nearest before the trigger in its clause; a row of names counts once."""
    fitting = [who for who in told.whos if _stands(told, who, role, span)]
    return max(fitting, key=lambda who: who.last, default=None)


def _stands(told: Told, who: Who, role: Role, span: tuple[int, int]) -> bool:
    if who.kind not in FREE or who.last > span[0] or not _bears(told, who, role):
        return False
    if who.kind in ("pronoun", "group") and _is_part_or_yours(told, who, role):
        return False
    if (who.official and not who.people and role.case == "gen" and not role.after) or (
        who.official and role.case == "nom"
    ):
        return False
    if _reports(told, who) and role.case == "gen":
        return False
    if not told.clauses.same(who.head, span[0]) or who.owner or is_of_background(told, who, span[0]):
        return False
    if role.after:
        first = who.last + (told.sentence.lower(who.last) in ("–", "—", ",", ")"))
        return _matches(told, first, told.lexicon.parts(role.after))
    if role.case == "gen" or told.sentence.at("postpositions", who.last) is None:
        return True
    return role.case != "abl" and told.sentence.any_at(("before", "later"), who.last) is not None


def _is_part_or_yours(told: Told, who: Who, role: Role) -> bool:
    """Whether only a number of a group is meant ("21 of them"), or a count of what is "yours"."""
    among = told.sentence.at("of_them", who.last) is not None
    part = role.case == "gen" and (among or _counts(told, who.last))
    return part or (who.kind == "group" and told.sentence.lower(who.last - 1).endswith(_YOURS))


def _bears(told: Told, who: Who, role: Role) -> bool:
    """Whether somebody stands in the case of a role; a name before what courts change owns it without one."""
    if role.case in who.cases:
        return True
    return role.case == "gen" and not role.after and _owns_behind(told, who)


def _owns_behind(told: Told, who: Who) -> bool:
    """Whether a name without an ending stands right before what courts change, as its owner («X үкімі»)."""
    forms = told.sentence.word(who.last).forms[:1]
    named = who.kind == "person" and "nom" in who.cases and bool(forms)
    return named and forms[0].possessed and forms[0].lemma in told.lexicon.set("people", "owned")


def _counts(told: Told, index: int) -> bool:
    """Whether a number follows a genitive ("21 of them")."""
    sentence = told.sentence
    number = index < len(sentence.tokens) and sentence.tokens[index].kind == "number"
    return number or sentence.at("number", index) is not None or sentence.at("collective", index) is not None


def _reports(told: Told, who: Who) -> bool:
    """Whether a genitive only names who says it ("X-тің айтуынша")."""
    return told.sentence.at("reported_after", who.last) is not None


def _matches(told: Told, first: int, parts: tuple[str, ...]) -> bool:
    return all(
        part.lstrip("=") in told.sentence.word(first + place).lemmas
        or part.lstrip("=") == told.sentence.lower(first + place)
        for place, part in enumerate(parts)
    )


def _tells_where(told: Told, index: int) -> bool:
    """Whether a word says of those behind it where they are ("the one in custody")."""
    return told.sentence.lower(index).endswith(_WHERE)


def _described(told: Told, span: tuple[int, int], entry: Entry, mode: str) -> Who | None:
    """The people that a word right before them describes: "the detained X", "X whom the police took"."""
    last, cases = span[1], {one.case for one in entry.victim if not one.before and not one.after}
    taken = mode == "doer" and told.sentence.ends_at("agency", span[0]) is not None
    wanted = "acc" if taken or mode in ("attribute", "passive") else "nom"
    if wanted not in cases:
        return None
    near = [
        who for who in told.whos
        if last <= who.first and who.first <= last + _BEHIND and who.kind in FREE
        and told.clauses.same(who.head, last - 1)
    ]  # fmt: skip
    return near[0] if near and near[0].head <= past_age(told, last) + 1 else None


def _led_to(told: Told, event: Event, form: Form | None) -> Who | None:
    """The one person behind a chain that tells what they went through ("taken in May, freed since, X")."""
    passive = (
        form is not None and form.voice == "passive" and event.mode in ("converb", "passive", "attribute")
    )
    subject = any(one.case == "nom" and not one.after for one in event.entry.victim)
    if not passive and not (subject and event.mode in ("converb", "doer")):
        return None
    same = [who for who in told.whos if told.clauses.same(who.head, event.first) and who.kind in FREE]
    if any(who.first < event.first and who.cases & {"nom", "acc", "dat"} for who in same):
        return None
    behind = [who for who in same if who.first >= event.last]
    led = bool(behind) and _is_attribute(told, behind[0].head - 1) and not behind[0].official
    return behind[0] if led and behind[0].kind == "person" else None


def _is_attribute(told: Told, index: int) -> bool:
    """Whether a word is a participle that describes what stands behind it."""
    forms = told.sentence.word(index).forms
    return bool(forms) and forms[0].part == "participle" and not forms[0].case
