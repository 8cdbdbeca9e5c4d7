"""Which penalty a length of time is: the words beside it say so, or that it is only possible."""

from collections.abc import Iterator
from itertools import pairwise

from tizim.reading.inflected.clauses import Clauses
from tizim.reading.inflected.length_rows import lengths_of_rows
from tizim.reading.inflected.numbers import Length, lengths_of
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.verb_last import asks_nothing, is_answered
from tizim.reading.marks import Mark

_RIGHT, _LEFT, _AFTER = 7, 5, 8
_FAR_RIGHT = 18


def name_penalties(sentence: Sentence, clauses: Clauses, lengths: list[Length]) -> list[Length]:
    """The lengths with the penalty that the words beside them name, and penalties that need no length."""
    used: set[int] = set()
    for number, length in enumerate(lengths):
        floor = lengths[number - 1].last if number else 0
        roof = lengths[number + 1].first if number + 1 < len(lengths) else len(sentence.tokens)
        room = _room(sentence, clauses, length, (floor, roof))
        _name(sentence, length, room, used)
        length.possible = is_possible(sentence, clauses, length)
        length.each = _is_each(sentence, length)
    if sentence.marks.get("respectively"):
        for one, following in reversed(list(pairwise(lengths))):
            if not one.kind and one.unit == following.unit:
                one.kind, one.kind_at = following.kind, None
    whole = list(_whole(sentence, clauses, used))
    if clauses.verb_last:
        _name_row(sentence, lengths, whole)
    return sorted([*lengths, *whole], key=lambda length: length.first)


def _name_row(sentence: Sentence, lengths: list[Length], whole: list[Length]) -> None:
    """Gives the penalty that is named before a colon to the lengths behind it that name none."""
    colon = next((at for at, token in enumerate(sentence.tokens) if token.text == ":"), -1)
    named = [one for one in whole if one.kind not in _NOT_TIMED | {"ban"} and one.last <= colon]
    for one in lengths if len(named) == 1 else ():
        if one.first > colon and not one.kind and one.unit in ("Y", "M"):
            one.kind, one.kind_at = named[0].kind, named[0].first


def _room(sentence: Sentence, clauses: Clauses, length: Length, ends: tuple[int, int]) -> tuple[int, int]:
    """The tokens around a length that stand in its clause, up to the lengths beside it."""
    own = clauses.of[length.first]
    floor, roof = ends
    first, last = length.first, length.last
    while first > floor and clauses.of[first - 1] == own:
        first -= 1
    while last < roof and clauses.of[last] == own:
        last += 1
        if clauses.verb_last and _closes(sentence, last - 1):
            break
    return first, last


def _closes(sentence: Sentence, index: int) -> bool:
    """Whether a word is a participle or finished verb: what stands behind it is of something else."""
    forms = sentence.word(index).forms
    return bool(forms) and (
        forms[0].part == "participle" or (forms[0].part == "verb" and bool(forms[0].tense))
    )


def _name(sentence: Sentence, length: Length, room: tuple[int, int], used: set[int]) -> None:
    right = [
        m
        for m in _marks(sentence, length.last - 1, min(room[1], length.last + _RIGHT))
        if m.first not in used
    ]
    left = [
        m for m in _marks(sentence, max(room[0], length.first - _LEFT), length.first) if m.first not in used
    ]
    around = _around(sentence, length)
    chosen = around or (right[0] if right else left[-1] if left else None)
    for mark in (*right[:2], *left[-1:]):
        if mark.value == "suspended" and (chosen is None or chosen.value != "ban"):
            chosen = mark
    chosen = _suspended_later(sentence, length, room[1], chosen)
    if (
        left
        and left[-1].value == "ban"
        and not any(m.value == "ban" for m in right[:1])
        and length.first - left[-1].last <= 2
    ):
        chosen = left[-1]
    if chosen is not None:
        length.kind, length.kind_at = _suited(sentence, length, str(chosen.value)), chosen.first
        used.add(chosen.first)
        used.update(mark.first for mark in right[:2] if chosen.value == "suspended")
        return
    term = sentence.at("court_term", length.last) or sentence.ends_at("court_term", length.first)
    term = term or sentence.ends_at("court_term", length.last)
    if term is not None and (length.unit != "D" or term.value == "administrative_arrest"):
        length.kind, length.kind_at = str(term.value), term.first


def _around(sentence: Sentence, length: Length) -> Mark | None:
    """The words of a penalty between which a length stands («бостандығын 1 жыл 6 айға шектеп»)."""
    spans = (mark for mark in sentence.of("penalty") if mark.first < length.first < length.last < mark.last)
    return next((mark for mark in spans if mark.value not in _NOT_TIMED), None)


def _suited(sentence: Sentence, length: Length, kind: str) -> str:
    """The penalty that a word names, or another one where a length of its unit cannot be that."""
    if kind in ("pretrial", "imprisonment") and _is_arrests(sentence, length):
        return "administrative_arrest"
    if kind == "administrative_arrest" and length.unit in ("M", "Y"):
        return "pretrial"
    if kind == "pretrial" and length.unit == "Y" and length.iso[1:-1] not in ("1", "0.5"):
        return "imprisonment"
    return kind


def _is_arrests(sentence: Sentence, length: Length) -> bool:
    """Whether the unit itself is that in which arrests are counted, whatever the place of custody is called
    («15 тәулікке абақтыға жапты»)."""
    term = sentence.ends_at("court_term", length.last)
    return term is not None and length.unit == "D" and term.value == "administrative_arrest"


def _suspended_later(sentence: Sentence, length: Length, roof: int, chosen: Mark | None) -> Mark | None:
    """The word that suspends a term behind the article by which it does ("three years, by article 63
    suspended"); else what was chosen."""
    if chosen is None or chosen.value != "imprisonment":
        return chosen
    for at in range(length.last, min(roof, length.last + _FAR_RIGHT)):
        mark = sentence.at("penalty", at)
        if mark is not None and mark.value == "suspended":
            named = any(length.last < one.first < at for one in sentence.of("article"))
            return mark if named else chosen
        if sentence.at("unit", at) is not None or sentence.tokens[at].text == ";":
            return chosen
    return chosen


def _marks(sentence: Sentence, first: int, last: int) -> list[Mark]:
    out: list[Mark] = []
    for at in range(first, last):
        if sentence.tokens[at].text in (";", ":") and first != at:
            break
        if sentence.tokens[at].text == "," and any(
            sentence.lower(at + ahead) in ("—", "–") for ahead in (2, 3, 4)
        ):
            break
        mark = sentence.at("penalty", at)
        left_behind = mark is not None and sentence.ends_at("instead", at) is not None
        if mark is not None and mark.value not in _NOT_TIMED and not left_behind:
            out.append(mark)
    return out


_NOT_TIMED = frozenset({"fine", "bail", "undertaking", "confiscation", "warning", "deportation"})


def is_possible(sentence: Sentence, clauses: Clauses, length: Length) -> bool:
    """Whether a length is only what the law allows, a prosecutor asks for or somebody fears."""
    if any(sentence.ends_at(kind, length.first) is not None for kind in ("until", "instead")):
        return True
    clause = clauses.of[length.first]
    if clauses.verb_last and (_is_up_to(sentence, length) or sentence.at("instead_after", length.last)):
        return True
    if clauses.verb_last and any(
        clauses.of[mark.first] == clause and 0 <= mark.first - length.last <= _AFTER
        for kind in ("possible", "asked")
        for mark in sentence.of(kind)
    ):
        return True
    marks = [*sentence.of("possible"), *sentence.of("asked"), *sentence.of("unreal")]
    return any(
        clauses.of[mark.first] == clause
        and (mark.kind != "unreal" or sentence.at("act", mark.first) is None)
        and length.first - mark.first <= (_ROW_ASKED if mark.kind == "asked" else 25)
        and mark.first < length.first
        and not (clauses.verb_last and length.first > mark.last and _is_past(sentence, mark, length))
        for mark in marks
    ) or (
        any(clauses.of[mark.first] == clause for mark in sentence.of("prosecution"))
        and any(0 <= mark.first - length.last <= _ASKED for mark in sentence.of("asked"))
    )


def _is_past(sentence: Sentence, mark: Mark, length: Length) -> bool:
    """Whether who asks, or the word for it, says nothing of a length behind it."""
    return asks_nothing(sentence, mark) or is_answered(sentence, mark.last, length.first)


def measured_lengths(sentence: Sentence, dated: set[int], *, verb_last: bool) -> list[Length]:
    """The lengths of a sentence that are part of no date; where cases alone say so, none of those that only
    tell in what time something happened («38 күнде»)."""
    spoken = lengths_of(sentence)
    spoken = lengths_of_rows(sentence, spoken) if verb_last else spoken
    found = [one for one in spoken if dated.isdisjoint((one.first, one.last - 1))]
    return [one for one in found if not (verb_last and _is_span(sentence, one))]


def _is_span(sentence: Sentence, length: Length) -> bool:
    """Whether a length only tells in what time something happened («38 күнде», «екі айдың ішінде»)."""
    cases = sentence.word(length.last - 1).cases
    return cases == {"loc"} or ("gen" in cases and sentence.at("within", length.last) is not None)


def _is_up_to(sentence: Sentence, length: Length) -> bool:
    """Whether "up to" stands right behind a length, or behind the end of the range that it opens."""
    ranged = length.last + (2 if sentence.word(length.last - 1).cases == {"abl"} else 0)
    mark = next((found for at in range(length.last, ranged + 1) if (found := sentence.at("up_to", at))), None)
    return mark is not None and sentence.at("lessening", mark.last) is None


_ASKED, _ROW_ASKED = 6, 60
"""A demand may go on over a long row of names."""


def _is_each(sentence: Sentence, length: Length) -> bool:
    return any(abs(mark.first - length.first) <= 8 for mark in sentence.of("each"))


def _whole(sentence: Sentence, clauses: Clauses, used: set[int]) -> Iterator[Length]:
    """Penalties that stand without a length ("life", "community service", "a fine")."""
    for mark in sentence.of("penalty"):
        if mark.first in used:
            continue
        whole = Length(mark.first, mark.last, "", "", str(mark.value), mark.first)
        whole.possible = is_possible(sentence, clauses, whole)
        if not any(abs(mark.first - other) < mark.last - mark.first for other in used):
            yield whole
