"""Whom a trigger hit: somebody in its clause who stands as the table says, or whom the clause hangs on."""

from tizim.reading.inflected.clauses import Clause
from tizim.reading.inflected.entries import Entry, Role
from tizim.reading.inflected.events import Told
from tizim.reading.inflected.who import KIN, Who

_FREE = frozenset({"person", "group", "noun", "plural", "pronoun", "relative", KIN})
_FAR = 40


def victim_of(told: Told, entry: Entry, at: int, mode: str, span: tuple[int, int]) -> tuple[Who | None, str]:
    """The victim and how it stands; for a participle the noun that it stands with."""
    clause = told.clauses.clause(at)
    if mode in ("attribute", "doer"):
        if mode == "attribute" and not _takes_object(entry):
            return None, ""
        if mode == "doer" and not any(role.case == "nom" for role in entry.victim):
            return _by_roles(told, entry.victim, at, span)
        return _beside(told, at, clause, entry.act), "participle"
    roles = entry.passive if mode == "passive" and entry.passive else entry.victim
    who, role = _by_roles(told, roles, at, span)
    who, role = (who, role) if who is not None or entry.penalty != "ban" else _deprived(told, span[1])
    if who is None and mode in ("active", "passive") and any(one.case == "acc" for one in roles):
        who, role = _listed(told, span[1])
    if who is None and told.sentence.at("and", clause.first) is not None:
        who, role = _shared(told, roles, clause)
    if who is None and mode == "active" and any(role.case == "acc" and not role.before for role in roles):
        who, role = _ahead(told, clause)
    if who is None and any(one.case == "nom" and not one.before for one in roles):
        who = _above(told, clause, at)
        role = "nom" if who is not None else ""
    return who, role


def _listed(told: Told, last: int) -> tuple[Who | None, str]:
    """The names behind a colon right after a verb ("they took away: X, Y")."""
    if told.sentence.lower(last) != ":":
        return None, ""
    who = next((one for one in told.whos if one.head == last + 1 and one.kind == "person"), None)
    return who, "list" if who is not None else ""


def _deprived(told: Told, last: int) -> tuple[Who | None, str]:
    """Of "лишить его права …": "his" right behind the verb is who is deprived."""
    who = next((one for one in told.whos if one.first == last and one.kind == "pronoun" and one.owner), None)
    return who, "acc" if who is not None else ""


def _takes_object(entry: Entry) -> bool:
    return any(role.case == "acc" and not role.before for role in entry.victim)


def _by_roles(told: Told, roles: tuple[Role, ...], at: int, span: tuple[int, int]) -> tuple[Who | None, str]:
    for role in roles:
        fitting = [who for who in told.whos if _stands(told, who, role, at, span)]
        if fitting:
            nearest = min(fitting, key=lambda who: _rank(told, who, role, span))
            return next((who for who in fitting if who.also is nearest), nearest), role.written
    return None, ""


def _shared(told: Told, roles: tuple[Role, ...], clause: Clause) -> tuple[Who | None, str]:
    """Somebody of the clause before, to which "and" joins this one ("they beat X and took … away")."""
    for role in roles:
        if role.case == "nom" or role.before or role.after or role.side:
            continue
        fitting = [
            who for who in told.whos
            if told.clauses.of[who.head] == clause.parent and who.kind in _FREE and not who.owner
            and role.case in who.cases and "nom" not in who.cases and _adposition(told, who, role)
        ]  # fmt: skip
        if fitting:
            return fitting[-1], role.written
        if role.case == "acc":
            others = [
                who for who in told.whos
                if told.clauses.of[who.head] == clause.parent and who.kind in _FREE and not who.owner
                and not who.official and "nom" not in who.cases
            ]  # fmt: skip
            if len(others) == 1:
                return others[0], "of the clause before"
    return None, ""


def _ahead(told: Told, clause: Clause) -> tuple[Who | None, str]:
    """The object of the clause that "and" joins behind ("they pardoned and took away X")."""
    for other in told.clauses.clauses:
        if other.parent != clause.number or told.sentence.at("and", other.first) is None:
            continue
        fitting = [
            who for who in told.whos
            if told.clauses.of[who.head] == other.number and who.kind == "person" and not who.owner
            and "acc" in who.cases and "nom" not in who.cases
        ]  # fmt: skip
        if len(fitting) == 1:
            return fitting[0], "acc of the clause behind"
    return None, ""


def _rank(told: Told, who: Who, role: Role, span: tuple[int, int]) -> tuple[int, int, int]:
    """Sooner somebody who cannot be the subject; then the nearest; then the one behind."""
    doubt = 1 if role.case == "acc" and not role.before and "nom" in who.cases else 0
    distance = who.head - span[1] if who.head >= span[1] else span[0] - who.last
    return doubt, abs(distance), 0 if who.head >= span[1] else 1


def _stands(told: Told, who: Who, role: Role, at: int, span: tuple[int, int]) -> bool:
    if who.kind not in _FREE or not told.clauses.same(who.head, at) or role.case not in who.cases:
        return False
    if who.official and not who.people and role.case == "acc" and "nom" in who.cases:
        return False
    if role.written == "belongings":
        return _owns(told, who)
    if _is_of_his(told, who, role):
        return True
    if who.owner or _depends(told, who, span):
        return False
    if (role.side == ">" and who.head < span[1]) or (role.side == "<" and who.last > span[0]):
        return False
    if (
        role.side == ">"
        and not role.before
        and who.head - span[1] > 1
        and not _only_where(told, span[1], who)
    ):
        return False
    return _adposition(told, who, role)


def _only_where(told: Told, first: int, who: Who) -> bool:
    """Whether only where it was stands between a noun and whose it is ("the death in prison of X")."""
    if (
        told.sentence.ends_at("prepositions", first + 1) is None
        or not first + 1 < who.head <= first + _PLACED
    ):
        return False
    words = told.sentence.words[first + 1 : who.head]
    plain = all(told.sentence.tokens[at].kind in ("word", "number") for at in range(first + 1, who.head))
    return plain and "loc" in words[0].cases


_PLACED = 4


def _depends(told: Told, who: Who, span: tuple[int, int]) -> bool:
    """Whether a counted group hangs on a noun right before it ("the mother of three children")."""
    timed = told.sentence.at("unit", who.head - 1) is not None or _is_counted(told, who.head - 1)
    if who.group is None or "gen" not in who.cases or who.head == span[1] or timed:
        return False
    before = told.sentence.word(who.head - 1).forms[:1]
    return bool(before) and before[0].part == "noun" and told.sentence.tokens[who.head - 1].kind == "word"


def _is_counted(told: Told, at: int) -> bool:
    """Whether a number stands before a noun ("forty minutes later both …")."""
    return at > 0 and (at - 1 in told.sentence.numeric or told.sentence.at("number", at - 1) is not None)


def _adposition(told: Told, who: Who, role: Role) -> bool:
    sentence = told.sentence
    before = told.lexicon.parts(role.before) if role.before else ()
    after = told.lexicon.parts(role.after) if role.after else ()
    if after:
        return _matches(told, who.last, after)
    if before:
        return _matches(told, who.head - len(before), before)
    if (
        sentence.ends_at("prepositions", who.head) is not None
        and sentence.tokens[who.head - 1].kind == "word"
    ):
        return False
    return sentence.at("postpositions", who.last) is None


def _matches(told: Told, first: int, parts: tuple[str, ...]) -> bool:
    if first < 0:
        return False
    return all(
        part.lstrip("=") in told.sentence.word(first + place).lemmas
        or part.lstrip("=") == told.sentence.lower(first + place)
        for place, part in enumerate(parts)
    )


def _is_of_his(told: Told, who: Who, role: Role) -> bool:
    """Whether "his" or "their" stands before the noun of the act ("the court sanctioned his arrest")."""
    if who.kind != "pronoun" or not who.owner or role.case != "gen" or told.verb_last:
        return False
    at = who.last
    while told.sentence.word(at).forms[:1] and told.sentence.word(at).forms[0].part == "adjective":
        at += 1
    return (
        role.before in ("", told.sentence.lower(at))
        and told.sentence.any_at(("act", "near"), at) is not None
        and told.sentence.at("belongings", at) is None
    )


def _owns(told: Told, who: Who) -> bool:
    """Whether a house, a telephone or the like stands before somebody in the genitive, or after "his"."""
    sentence = told.sentence
    if who.kind == "pronoun" and who.owner:
        return sentence.at("belongings", who.last) is not None
    return sentence.ends_at("belongings", who.head) is not None


def _beside(told: Told, at: int, clause: Clause, act: str) -> Who | None:
    """The people that a participle describes: right behind it, or before the comma that opens its clause."""
    sentence = told.sentence
    cases = sentence.word(at).cases
    counted = next((who for who in told.whos if who.group is not None and who.head <= at < who.last), None)
    if counted is not None:
        return counted if act == "detention" else None
    if clause.kind == "participle":
        before = [
            who for who in told.whos if who.last <= clause.first and not who.owner and who.kind in _FREE
        ]
        near = [who for who in before if clause.first - who.last <= 4 and (not cases or cases & who.cases)]
        return near[-1] if near else None
    behind = [
        who for who in told.whos
        if at < who.first <= at + 6 and told.clauses.same(who.first, at) and (not cases or cases & who.cases)
        and not who.owner and who.kind in _FREE
    ]  # fmt: skip
    if behind and (behind[0].head > at + 4 or sentence.lower(at + 1) == ","):
        return None
    return behind[0] if behind else None


def _above(told: Told, clause: Clause, at: int) -> Who | None:
    """The subject of the clause that this one hangs on or follows, where it has none of its own."""
    if has_subject(told, clause, at):
        return None
    seen = {clause.number}
    parent = clause.parent
    while parent >= 0 and parent not in seen:
        seen.add(parent)
        subject = _subject(told, parent)
        if subject is not None:
            return subject
        if has_subject(told, told.clauses.clauses[parent], at):
            return None
        parent = told.clauses.clauses[parent].parent
    return None


def _subject(told: Told, clause: int) -> Who | None:
    for who in told.whos:
        free = "nom" in who.cases and who.kind in _FREE and not who.owner
        led = told.sentence.ends_at("prepositions", who.head) is not None
        if told.clauses.of[who.head] == clause and free and not led:
            return who
    return None


def has_subject(told: Told, clause: Clause, at: int) -> bool:
    """Whether a clause has a noun that can only be its subject."""
    for index, word in enumerate(told.sentence.words):
        if told.clauses.of[index] != clause.number or not word.nominative or abs(index - at) > _FAR:
            continue
        first = word.forms[0]
        if (
            first.case == "nom"
            and "acc" not in word.cases
            and told.sentence.at("prepositions", index - 1) is None
        ):
            return True
        if (
            first.case == "nom"
            and index < at
            and told.sentence.at("prepositions", index - 1) is None
            and index - 1 >= 0
            and _opens(told, index)
        ):
            return True
    return False


def _opens(told: Told, index: int) -> bool:
    return told.sentence.tokens[index - 1].kind == "mark" or told.sentence.at("and", index - 1) is not None
