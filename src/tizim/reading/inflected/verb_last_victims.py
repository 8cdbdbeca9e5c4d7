"""Whom a trigger hit in a language whose verb stands last: somebody before it, or whom the text spoke of."""

from dataclasses import replace

from tizim.reading.inflected.entries import Entry, Role, role
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.verb_last_rows import listed
from tizim.reading.inflected.who import KIN, Who
from tizim.reading.tongue import Form

_FREE = frozenset({"person", "group", "noun", "plural", "pronoun", "relative", KIN})
_BEHIND, _ROW = 6, 3
_MINE = ("дым", "дім", "тым", "тім", "мын", "мін", "дық", "дік", "тық", "тік", "мыз", "міз")
"""Endings of "I" and "we": whoever speaks is nobody of whom the text spoke."""
_I = ("дым", "дім", "тым", "тім", "мын", "мін", "пын", "пін", "бын", "бін")
_WHERE = ("дағы", "дегі", "тағы", "тегі")
_GENITIVE = role("gen")
_OF_A_CASE = frozenset({"charge", "appeal", "trial", "sentence", "conviction", "other"})
_NOT_OBJECTS = tuple(
    (
        "months weekdays seasons unit number relative penalty agency of_place place title book article part "
        "passed_over court_term postpositions later ago before since_after and breaks carriers"
    ).split()
)


def placed_before(told: Told, event: Event, form: Form | None) -> Event | None:
    """The event with its victim, who may be left out where the text spoke of them just before."""
    span = (event.first, event.last)
    roles = _roles(event.entry, form, event.mode)
    owned = _is_owned(told, event) or _belongs(told, event) or (form is not None and form.possessed)
    if not owned and event.mode != "noun":
        roles = tuple(one for one in roles if one.case != "gen" or one.after)
    event.who, event.role = victim_before(told, event.entry, event.mode, span, roles)
    if event.who is not None and form is not None and form.possessed and _has_other_subject(told, event):
        event.who = None
        return None
    event.who, event.role = _announced(told, event)
    if event.who is None and (led := _led_to(told, event, form)) is not None:
        event.who, event.role = led, "described"
    if event.who is None and _is_of_speaker(told, event, roles):
        event.who, event.role = _speaker(event.first), "I"
        return event
    if event.who is None and _is_owners(roles, form):
        event.who = _topic(told, event)
        event.role = "whose it is" if event.who is not None else ""
    if event.who is None and leaves_out(told, event, roles):
        event.who = _shared(told, event) or _topic(told, event)
        event.role = "of the clause before" if event.who is not None else ""
    if event.who is None and leaves_out(told, event, roles):
        event.dropped, event.role = True, "understood"
    return event if event.who is not None or event.dropped else None


def are_people(told: Told, form: Form | None) -> bool:
    """Whether a participle in the plural only means people («ұсталғандар саны»), and names none of them."""
    if form is None:
        return False
    return form.part == "participle" and form.plural and bool(form.case) and not told.sentence.of("including")


def _announced(told: Told, event: Event) -> tuple[Who | None, str]:
    """The victim; a row behind a colon where nobody else is one, or where it names all of a group."""
    who = event.who
    row = listed(told, event) if who is None or who.group is not None else None
    if row is None or (who is not None and who.group is not None and who.group.low != len(row.people)):
        return who, event.role
    return row, "list"


def _is_of_speaker(told: Told, event: Event, roles: tuple[Role, ...]) -> bool:
    """Whether the ending of the verb says that the speaker is its subject, and the subject is the victim."""
    own = any(role.case == "nom" and not role.after for role in roles)
    return own and event.mode != "noun" and told.sentence.lower(event.last - 1).endswith(_I)


def _is_owners(roles: tuple[Role, ...], form: Form | None) -> bool:
    """Whether what is done to a thing of somebody's is told in the passive: its owner can be the topic."""
    passive = form is not None and form.voice == "passive"
    return passive and bool(roles) and all(one.case == "gen" and not one.after for one in roles)


def _topic(told: Told, event: Event) -> Who | None:
    """The only person whom the sentence names before the act, where that is its subject."""
    named = [who for who in told.whos if who.kind == "person" and who.last <= event.first]
    free = [who for who in named if not who.owner and not who.official]
    return free[0] if len(named) == 1 and free and "nom" in free[0].cases else None


def _speaker(at: int) -> Who:
    return Who(at, at, at, "pronoun", frozenset({"nom"}), word="me")


def _shared(told: Told, event: Event) -> Who | None:
    """Whom the acts before in the same sentence hit."""
    before = [other for other in told.events if other.first < event.first and other.who is not None]
    return max(before, key=lambda other: other.first).who if before else None


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
    bare = mode in ("attribute", "passive") and _is_attribute(told, span[1] - 1)
    if bare or _tells_where(told, span[1] - 1):
        who = _described(told, span, entry, mode)
        if who is not None and who.head == span[1]:
            return who, "participle"
        if who is None and mode == "noun" and told.sentence.is_at("victims", span[1]):
            return None, ""
    for one in roles:
        who = _nearest(told, one, span)
        if who is not None:
            return who, one.written
    if mode in ("attribute", "doer", "passive") or _tells_where(told, span[1] - 1):
        who = _described(told, span, entry, mode)
        if who is not None:
            return who, "participle"
    return None, ""


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
    return (*owner, *entry.passive, *others)


def _nearest(told: Told, role: Role, span: tuple[int, int]) -> Who | None:
    """The nearest before the trigger in its clause; a row of names counts once."""
    fitting = [who for who in told.whos if _stands(told, who, role, span)]
    return max(fitting, key=lambda who: who.last, default=None)


def _stands(told: Told, who: Who, role: Role, span: tuple[int, int]) -> bool:
    if who.kind not in _FREE or who.last > span[0] or role.case not in who.cases:
        return False
    if role.case == "gen" and who.kind == "pronoun" and _counts(told, who.last):
        return False
    if (who.official and role.case == "nom") or (_reports(told, who) and role.case == "gen"):
        return False
    if not told.clauses.same(who.head, span[0]) or who.owner:
        return False
    if role.after:
        first = who.last + (told.sentence.lower(who.last) in ("–", "—", ",", ")"))
        return _matches(told, first, told.lexicon.parts(role.after))
    return role.case == "gen" or told.sentence.at("postpositions", who.last) is None


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
        if last <= who.first and who.first <= last + _BEHIND and who.kind in _FREE
        and told.clauses.same(who.head, last - 1)
    ]  # fmt: skip
    return near[0] if near and near[0].head <= last + 1 else None


def _led_to(told: Told, event: Event, form: Form | None) -> Who | None:
    """The one person behind a chain that tells what they went through ("taken in May, freed since, X")."""
    passive = (
        form is not None and form.voice == "passive" and event.mode in ("converb", "passive", "attribute")
    )
    subject = any(one.case == "nom" and not one.after for one in event.entry.victim)
    if not passive and not (subject and event.mode in ("converb", "doer")):
        return None
    same = [who for who in told.whos if told.clauses.same(who.head, event.first) and who.kind in _FREE]
    if any(who.first < event.first and who.cases & {"nom", "acc", "dat"} for who in same):
        return None
    behind = [who for who in same if who.first >= event.last]
    led = bool(behind) and _is_attribute(told, behind[0].head - 1) and not behind[0].official
    return behind[0] if led and behind[0].kind == "person" else None


def _is_attribute(told: Told, index: int) -> bool:
    """Whether a word is a participle that describes what stands behind it."""
    forms = told.sentence.word(index).forms
    return bool(forms) and forms[0].part == "participle" and not forms[0].case


def leaves_out(told: Told, event: Event, roles: tuple[Role, ...]) -> bool:
    """Whether a clause leaves out its victim because the text spoke of them just before."""
    if event.mode == "attribute" or told.sentence.span.heading or _is_counted(told, event.first):
        return False
    if event.mode == "noun" and event.entry.needs == "article":
        return _is_headed(told, event.last) and not _somebody(told, event, frozenset())
    if event.mode == "noun" and ({role.case for role in roles} != {"gen"} or not _is_owned(told, event)):
        return False
    if told.sentence.lower(event.last - 1).endswith(_MINE):
        return False
    cases = {role.case for role in roles if not role.after}
    if not cases:
        return event.act in _OF_A_CASE and not _somebody(told, event, frozenset())
    if cases == {"gen"} or (
        event.act in _OF_A_CASE and event.mode in ("active", "passive") and "acc" not in cases
    ):
        return not _somebody(told, event, frozenset({"gen", "nom"}))
    return not _somebody(told, event, frozenset(cases)) and not _taken(told, event, frozenset(cases))


def _is_headed(told: Told, last: int) -> bool:
    """Whether a dash or a colon follows a noun that stands for a sentence ("the charge – article 174")."""
    return told.sentence.lower(last) in ("–", "—", ":", "-")


def _is_counted(told: Told, index: int) -> bool:
    """Whether a number counts the trigger ("14 new cases were opened")."""
    sentence = told.sentence
    at = index
    while at > 0 and (forms := sentence.word(at - 1).forms) and forms[0].part == "adjective":
        at -= 1
    before = sentence.tokens[at - 1] if at and sentence.at("unit", at) is None else None
    return before is not None and (before.kind == "number" or sentence.ends_at("number", at) is not None)


def _belongs(told: Told, event: Event) -> bool:
    """Whether a belonging of somebody stands before the trigger ("the blogger's flat was searched")."""
    return any(
        _is_belonging(told, at, event.first) or _is_case_of(told, at, event.first)
        for at in range(event.first)
    )


def _is_case_of(told: Told, at: int, trigger: int) -> bool:
    """Whether a word is somebody's penalty, term or case, or what they may not do ("X-тің мерзімі")."""
    owned = told.lexicon.set("people", "owned")
    forms = told.sentence.word(at).forms
    if not forms or not forms[0].possessed or not told.clauses.same(at, trigger):
        return False
    return forms[0].lemma in owned or (forms[0].part == "noun" and forms[0].lemma.endswith(("у", "ю")))


def _is_belonging(told: Told, at: int, trigger: int) -> bool:
    forms = told.sentence.word(at).forms
    return (
        told.sentence.at("belongings", at) is not None
        and told.clauses.same(at, trigger)
        and bool(forms)
        and forms[0].possessed
    )


def _is_owned(told: Told, event: Event) -> bool:
    """Whether a trigger that is a noun bears the ending of possession ("his trial")."""
    words = (told.sentence.word(at) for at in range(event.first, event.last))
    return any(word.forms and word.forms[0].possessed for word in words)


def _somebody(told: Told, event: Event, cases: frozenset[str]) -> bool:
    """Whether somebody stands before the trigger in one of the cases (in any, where none is given)."""
    return any(
        who.kind in _FREE and not who.official and who.first < event.first
        and (not cases or who.cases & cases)
        and told.clauses.same(who.head, event.first)
        for who in told.whos
    )  # fmt: skip


def _taken(told: Told, event: Event, cases: frozenset[str]) -> bool:
    """Whether a thing fills the place of the victim: an object, or a subject of the passive."""
    clause = told.clauses.of[event.first]
    for at in range(event.first):
        if told.clauses.of[at] != clause or any(told.sentence.is_at(kind, at) for kind in _NOT_OBJECTS):
            continue
        forms = told.sentence.word(at).forms
        if forms and forms[0].part == "pronoun" and forms[0].case == "acc" and "acc" in cases:
            return True
        if (
            not forms
            or forms[0].part not in ("noun", "name")
            or any(at in range(who.head, who.last) for who in told.whos)
        ):
            continue
        if _is_belonging(told, at, event.first) and event.act in ("search", "account_attack"):
            continue
        if forms[0].case == "acc" and "acc" in cases:
            return True
        if forms[0].case == "nom" and _bare(told, at, event):
            return True
    return False


def _bare(told: Told, at: int, event: Event) -> bool:
    """Whether a noun without an ending is a subject or object: it stands before the verb or before a mark."""
    following = told.sentence.word(at + 1).forms
    return (
        at + 1 == event.first
        or not following
        or following[0].part not in ("noun", "name", "adjective", "other")
    )
