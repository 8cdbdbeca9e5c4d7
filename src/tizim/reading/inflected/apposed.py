"""Counted people who are named right behind their number ("to three people – X, Y and Z – …")."""

from itertools import pairwise

from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import KIN, Who

_OPENS = frozenset({"–", "—", "-", ","})
_DASHES = frozenset({"–", "—", "-"})
_LEAD = 4


def with_counted_named(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Those found, a counted group made the people whom a dash or "namely" names behind it, where they are
    as many; they stand as the group does."""
    _absorb_titles(found)
    _absorb_sums(sentence, found)
    _absorb_called(sentence, found)
    for who in list(found):
        size = who.group.low if who.group is not None and who.group.high == who.group.low else 0
        part = who.head <= 1 and sentence.at("of_them", 0) is not None
        row = _behind(sentence, who, found) if size > 1 and who.kind == "group" and not part else []
        people = [number for one in row for number in one.people]
        if not row or len(people) != size:
            continue
        who.kind, who.people, who.group, who.last = "person", people, None, row[-1].last
        who.parts = [part for one in row for part in (one.parts or [one])]
        for one in row:
            found.remove(one)
    return found


def _absorb_titles(found: list[Who]) -> None:
    """Makes a noun in the plural right before a row of names a part of it ("the journalists X and Y")."""
    for before, who in pairwise(list(found)):
        several = who.kind == "person" and len(who.people) > 1
        if before.kind == "plural" and several and before.last == who.head and not who.owner:
            who.head = before.head
            found.remove(before)


def _absorb_called(sentence: Sentence, found: list[Who]) -> None:
    """Makes what somebody is called behind a name a part of it («X деген әріптесім»)."""
    for named, who in pairwise(list(found)):
        called = sentence.at("quoting", named.last) is not None and who.head == named.last + 1
        if called and named.kind == "person" and who.kind in ("noun", "somebody", KIN) and not named.owner:
            named.last, named.cases = who.last, who.cases
            found.remove(who)


def _absorb_sums(sentence: Sentence, found: list[Who]) -> None:
    """Leaves out a count between dashes that sums up the row of names before it («X, Y – екеуіне –»)."""
    for row, who in pairwise(list(found)):
        size = who.group.low if who.kind == "group" and who.group is not None else 0
        summed = row.kind == "person" and len(row.people) == size > 1
        dashed = sentence.lower(row.last) in _DASHES and sentence.lower(who.last) in _DASHES
        if summed and dashed and who.head - row.last <= _LEAD - 1:
            found.remove(who)


def _behind(sentence: Sentence, group: Who, found: list[Who]) -> list[Who]:
    """The row of names behind a group that a dash closes, a comma or the end of the sentence."""
    dash = sentence.lower(group.last)
    named = [one for one in found if one.kind == "person" and one.first > group.last and not one.owner]
    if dash not in _OPENS or not named or not _is_led(sentence, group.last, named[0].head):
        return []
    row = [named[0]]
    for one in named[1:]:
        if not _is_joined(sentence, row[-1].last, one.head):
            break
        row.append(one)
    closed = sentence.lower(row[-1].last) in (dash, "–", "—", ",")
    return row if closed and row[-1].last < len(sentence.tokens) - 1 else []


def _is_led(sentence: Sentence, first: int, head: int) -> bool:
    """Whether a name follows a dash at once, or behind a comma and "namely"."""
    namely = any(sentence.at("namely", at) is not None for at in range(first + 1, head))
    return head == first + 1 if not namely else head - first <= _LEAD + 1


def _is_joined(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only commas and "and" stand between."""
    return first < last and all(
        sentence.lower(at) == "," or sentence.at("and", at) is not None for at in range(first, last)
    )
