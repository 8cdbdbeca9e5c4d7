"""How a verb stands in its clause: its voice, what denies it, its subject and its object."""

from dataclasses import dataclass
from itertools import pairwise

from tizim.reading.commas import closed_relative
from tizim.reading.kin import KIN
from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who
from tizim.reading.wishes import only_wished, said_to


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb group around a word: where it starts, its voice, and whether it says that it happened."""

    start: int
    end: int
    voice: str
    real: bool = True


def verb_group(sentence: Sentence, mark: Mark, form: str) -> Verb:
    """The verb group that ends in a mark; ``form`` is base, s, past, part, ed or ing."""
    index, negated = _past_adverbs(sentence, mark.first - 1)
    aux = _ending(sentence, "be", index)
    if aux is not None:
        voice = "active" if form == "ing" else "passive"
        return _with_rest(sentence, aux, mark.last, voice, negated)
    if _ending(sentence, "have", index) is not None:
        return Verb(index, mark.last, "active", not negated)
    if _ending(sentence, "modals", index) is not None or form == "base":
        return _infinitive(sentence, mark, index, negated)
    if form == "ing":
        negated = negated or sentence.lower(index).startswith(("deny", "denie"))
        return Verb(mark.first, mark.last, "participle", not negated)
    return Verb(mark.first, mark.last, "open" if form in ("past", "part", "ed") else "active", not negated)


def _infinitive(sentence: Sentence, mark: Mark, index: int, negated: bool) -> Verb:
    if sentence.lower(index) in ("did", "does", "do") and not negated:
        return Verb(index, mark.last, "active")
    led = sentence.lower(index) == "to" or _ending(sentence, "modals", index) is not None
    return Verb(min(index + (not led), mark.first), mark.last, "infinitive", False)


def _with_rest(sentence: Sentence, aux: int, end: int, voice: str, negated: bool) -> Verb:
    index, more = _past_adverbs(sentence, aux - 1)
    negated = negated or more
    if _ending(sentence, "have", index) is not None:
        aux, (index, more) = index, _past_adverbs(sentence, index - 1)
        negated = negated or more
    if _ending(sentence, "be", index) is not None:
        aux, (index, more) = index, _past_adverbs(sentence, index - 1)
    modal = _ending(sentence, "modals", index)
    said = sentence.lower(index) == "to" and said_to(sentence, index)
    unreal = modal is not None or (sentence.lower(index) == "to" and not said)
    aux = index - 2 if said and sentence.at("be", index - 2) is not None else aux
    unreal = unreal or only_wished(sentence, aux)
    return Verb(aux if modal is None else modal, end, voice, not (negated or more or unreal))


def _past_adverbs(sentence: Sentence, index: int) -> tuple[int, bool]:
    negated = False
    for _ in range(4):
        word = sentence.lower(index)
        if sentence.at("negations", index) is not None and not sentence.any_at(("light",), index):
            negated = True
        elif not (
            sentence.at("passed_over", index) is not None
            or (word.endswith("ly") and len(word) > 4)
            or word in _SELF
            or word == "so"
        ):
            break
        index -= 1
    return index, negated


def _ending(sentence: Sentence, kind: str, index: int) -> int | None:
    """The start of a mark of a kind that ends at a token."""
    marks = sentence.marks.get(kind)
    if not marks:
        return None
    mark, before = marks.get(index), marks.get(index - 1)
    if mark is not None and mark.last == index + 1:
        return index
    return index - 1 if before is not None and before.last == index + 1 else None


def subject_before(sentence: Sentence, index: int, whos: list[Who]) -> Who | None:
    """Who is the subject of a verb group that begins at a token, if somebody is."""
    return _of_whose(sentence, index, whos) or _nearest_subject(sentence, index, whos)


def _nearest_subject(sentence: Sentence, index: int, whos: list[Who]) -> Who | None:
    related = _relative_before(sentence, index)
    for who in reversed(whos):
        him = who.kind == "pronoun" and who.word in _NO_SUBJECTS
        if who.last > index or him or _of_relative(sentence, who):
            continue
        if (
            _left_out(sentence, who)
            or _broken(sentence, who.last, index)
            or _other_subject(sentence, who.last, index)
        ):
            return None
        if related is not None and who.last <= related:
            if who.kind == "agent" and not who.official:
                continue
            return who if not who.possessive else None
        if related is not None or (who.governed and not _partitive(who)):
            continue
        if who.possessive:
            return None
        return who if _reaches(sentence, who, index) else None
    return None


_RELATIVES = frozenset(("who", "which", "that"))


def _of_whose(sentence: Sentence, index: int, whos: list[Who]) -> Who | None:
    """Of "X, whose brother is a critic, was detained", "X, whom a court had jailed, was freed": X."""
    if _ASIDES.isdisjoint(sentence.bag) or sentence.lower(index - 1) != ",":
        return None
    at = max((at for at in range(index) if sentence.lower(at) in _ASIDES), default=0)
    if not at:
        return None
    commas = any(sentence.lower(i) in (",", ";", ":") for i in range(at, index - 1))
    if sentence.lower(at - 1) != "," or commas:
        return None
    return next((who for who in whos if who.last == at - 1 and who.kind == "person"), None)


_ASIDES = frozenset(("whose", "whom"))
_SELF = frozenset({"himself", "herself", "themselves", "myself"})
_NO_SUBJECTS = frozenset({"him", "them", "me", "whose"}) | _SELF
_OTHERS = frozenset({"we", "you", "it", "there", "nobody", "one"})


def _left_out(sentence: Sentence, who: Who) -> bool:
    """Of "everyone but X was released": X was not."""
    return sentence.lower(who.head - 1) in ("but", "except") and sentence.lower(who.head - 2) in _ALL


_ALL = ("everyone", "all", "everybody", "them", "others", "anyone")


def _other_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Of "X, whose name we may not print", "31 people, most of whom were fined": others are the subject."""
    between = sentence.lowers[first:last]
    part = any(one == "of" and other == "whom" for one, other in pairwise(between))
    return part or "we" in between or (bool(between) and between[-1] in _OTHERS)


def _of_relative(sentence: Sentence, who: Who) -> bool:
    """Of "his channel, which 18,000 people read, was …": the people are the subject of "read" alone."""
    led = sentence.lower(who.first - 1) in ("which", "that", "whom") and sentence.lower(who.first - 2) == ","
    return led and who.kind == "group"


def _partitive(who: Who) -> bool:
    return who.group is not None and who.group.partitive


def _relative_before(sentence: Sentence, index: int) -> int | None:
    """The relative pronoun ("who") that opens the clause of a verb group, if one does."""
    if _RELATIVES.isdisjoint(sentence.bag):
        return None
    for at in range(index - 1, max(-1, index - 12), -1):
        if sentence.lower(at) in _RELATIVES and sentence.at("relative", at) is not None:
            adjacent = all(not _content(sentence, i) for i in range(at + 1, index))
            direct = sentence.lower(at) == "who" or at == index - 1
            direct = direct and not closed_relative(sentence, at, index)
            return at if direct and (adjacent or _conjoined(sentence, index)) else None
        if sentence.tokens[at].text in (";", ":", '"', "”"):
            return None
    return None


def _content(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    plain = (
        sentence.at("passed_over", index) is not None or token.lower.endswith("ly") or token.kind != "word"
    )
    plain = plain or token.lower in _SELF
    return (
        not plain
        and sentence.any_at(("prepositions", "months", "be", "have", "place", "passing"), index) is None
    )


def _conjoined(sentence: Sentence, index: int) -> bool:
    """Whether "and" or a comma leads to a verb, a time of its own passed over: "and in March was …"."""
    at = index - 1
    while at > index - _TIME_REACH and _of_time(sentence, at):
        at -= 1
    joint = sentence.lower(at)
    return joint in ("and", ",", "but", "then", "or") and (at == index - 1 or joint != ",")


_TIME_REACH = 6


def _of_time(sentence: Sentence, index: int) -> bool:
    kinds = ("months", "weekdays", "time_units", "passed_over")
    token = sentence.tokens[index]
    return (
        token.kind == "number"
        or sentence.any_at(kinds, index) is not None
        or token.lower in ("in", "on", "the", "same", "a", "an", "next", "day", "two", "three")
    )


def _broken(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.tokens[at].text in (";", ":") for at in range(first, last))


def _reaches(sentence: Sentence, who: Who, index: int) -> bool:
    """Whether somebody is the subject of a verb further on: nothing but what is theirs stands between."""
    if who.last >= index or _conjoined(sentence, index):
        return True
    if sentence.lower(index) == "being" and index - who.last <= 2:
        return sentence.at("attribution", index - 1) is not None
    first = sentence.lower(who.last)
    if first in _OPENERS or sentence.at("prepositions", who.last) is not None:
        return not _new_subject(sentence, who.last, index)
    if sentence.at("relative", who.last) is not None or (
        sentence.at("act", who.last) is not None and who.kind != "agent"
    ):
        return not _new_subject(sentence, who.last, index)
    return all(not _content(sentence, at) for at in range(who.last, index))


def _new_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb with its own subject stands between ("X, whose office was closed, said the …")."""
    verbs = [at for at in range(first, last) if sentence.at("attribution", at) is not None]
    return bool(verbs) and sentence.lower(verbs[-1]) != "according to"


_OBJECT_REACH = 14
_OPENERS = (",", "(", "–", "—", "-", "and", "or")


def object_after(sentence: Sentence, index: int, whos: list[Who], *, until: int | None = None) -> Who | None:
    """Who is the object of an active verb that ends before a token."""
    limit = min(until if until is not None else len(sentence.tokens), index + _OBJECT_REACH)
    for who in whos:
        if who.first < index:
            continue
        if who.first >= limit or _stopped(sentence, index, who.head or who.first) or _aside(sentence, who):
            return None
        if who.governed and who.head > index and not _partitive(who):
            if who.head - index <= 1:
                return None
            continue
        if (who.kind == "agent" and not who.official) or who.word in ("he", "she", "they", "i"):
            return None
        if who.possessive and (named := _leads_to(sentence, who, whos)) is not None:
            return named
        return who
    return None


def whom_before(sentence: Sentence, index: int, whos: list[Who]) -> Who | None:
    """Of "X, whom police detained on Monday": X."""
    if "whom" not in sentence.lowers[:index]:
        return None
    at = max(at for at in range(index) if sentence.lower(at) == "whom")
    verbs = any(_told_by_verb(sentence, i) for i in range(at + 1, index))
    if index - at > _WHOM_REACH or verbs or sentence.lower(at - 1) == "of":
        return None
    before = [who for who in whos if who.last <= at and who.kind in ("person", "group", "noun")]
    near = bool(before) and not any(sentence.tokens[i].text == ";" for i in range(before[-1].last, at))
    return before[-1] if near else None


def _told_by_verb(sentence: Sentence, index: int) -> bool:
    mark = sentence.at("act", index)
    return mark is not None and any(value.shape == "verbs" for value in mark.values)


_WHOM_REACH = 9


def _aside(sentence: Sentence, who: Who) -> bool:
    """Whether a count stands behind a comma: "68 detained, 12 given …" tells of two groups."""
    return who.kind in ("group", "generic", "plural") and sentence.lower(who.first - 1) == ","


def _leads_to(sentence: Sentence, who: Who, whos: list[Who]) -> Who | None:
    """Of "arrested X's associate Y": Y."""
    later = next((one for one in whos if one.first >= who.last and one is not who and _meant(one)), None)
    at = who.last + (1 if sentence.lower(who.last) == "'s" else 0)
    if later is not None and later.word == KIN and 0 <= later.first - at <= _ELDER:
        return later
    if later is None or not 0 < later.first - at <= 4:
        return None
    kinds = ("kinship", "title", "victim_singular", "family")
    fits = all(
        sentence.any_at(kinds, i) is not None or sentence.lower(i) == "," or i >= later.head
        for i in range(at, later.first)
    )
    return later if fits and sentence.any_at(kinds, at) is not None else None


def _stopped(sentence: Sentence, first: int, last: int) -> bool:
    for at in range(first, last):
        if (
            sentence.tokens[at].text in (";", ":", ".", '"', "“", "”")
            or sentence.lower(at) == "what"
            or sentence.at("relative", at) is not None
        ):
            return True
        if sentence.any_at(("be", "attribution"), at) is not None:
            return True
    return False


def beside_noun(sentence: Sentence, mark: Mark, whos: list[Who]) -> Who | None:
    """Whose act a noun reports: "the arrest of X", "charges against X", "X's arrest"."""
    for who in whos:
        if (
            who.possessive
            and 0 <= mark.first - who.last <= 4
            and not _crossed(sentence, who.last, mark.first)
        ):
            return who
    for who in whos:
        if who.first >= mark.last and who.first - mark.last <= 9:
            between = who.head - mark.last - _measured(sentence, mark.last, who.head)
            near = who.governed in ("of", "against", "on", "upon", "for") and between <= 3
            if near and not _stopped(sentence, mark.last, who.head):
                return None if who.possessive and _other_head(sentence, who) else who
            break
    return _in_case_of(sentence, mark, whos)


def _measured(sentence: Sentence, first: int, last: int) -> int:
    """How many tokens between two are a sum or a time: "a fine of | 300 euros | for X"."""
    kinds = ("time_units", "currencies", "fine_unit", "months")
    numbers = (at for at in range(first, last) if sentence.tokens[at].kind == "number")
    units = (at for at in range(first, last) if sentence.any_at(kinds, at) is not None)
    return len({*numbers, *units})


def _crossed(sentence: Sentence, first: int, last: int) -> bool:
    """Whether more than adjectives stands between a possessor and a noun ("her clinic over a dismissal")."""
    other = any(sentence.any_at(("prepositions", "kinship", "belongings"), at) for at in range(first, last))
    return other or _stopped(sentence, first, last)


def _in_case_of(sentence: Sentence, mark: Mark, whos: list[Who]) -> Who | None:
    """ "torture was recorded in the cases of A and B"."""
    for who in whos:
        if (
            who.governed == "of"
            and who.head > mark.last
            and sentence.lower(who.head - 2) in ("case", "cases")
            and not _broken(sentence, mark.last, who.head)
        ):
            return who
    return None


def _other_head(sentence: Sentence, who: Who) -> bool:
    """ "the arrest of X's wife" is not of X."""
    at = who.last + (1 if sentence.lower(who.last) == "'s" else 0)
    return sentence.at("belongings", at) is None


_ELDER = 2


def _meant(who: Who) -> bool:
    return who.kind == "person" or who.word == KIN


def possession_of(sentence: Sentence, who: Who) -> str:
    """The noun that a person possesses ("his flat" gives ``flat``), empty where none follows."""
    at = who.last + (1 if sentence.lower(who.last) == "'s" else 0)
    for index in range(at, min(at + 3, len(sentence.tokens))):
        if sentence.any_at(("belongings", "cases", "kinship", "body"), index):
            return sentence.lower(index)
    return ""


def possession_end(sentence: Sentence, who: Who) -> int:
    """Where the thing ends that a possessor leads to: "searched his | flat", "upheld her | sentence"."""
    if not who.possessive:
        return who.last
    at = who.last + (1 if sentence.lower(who.last) == "'s" else 0)
    for index in range(at, min(at + 3, len(sentence.tokens))):
        mark = sentence.any_at(("belongings", "cases", "body"), index)
        if mark is not None:
            return mark.last
    return who.last
