"""Rows of names: how many each names, whether two share anybody; how many of so many in a role are named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tizim.audits.checks import lists
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.patterns import words
from tizim.audits.people import Mention
from tizim.audits.relation import HOLDS, OPEN, Relation, judged, places_of, told
from tizim.documents import Span

_LEAST, _MANY = 3, 5
_FEW = 9
_NEAR = 3
_GAP = re.compile(
    r"\s*(?:,|;|\n)?\s*(?:and|as well as|и|а также|және|мен|пен|бен|and also)?\s*", re.IGNORECASE
)
_BRACKET = re.compile(r"\([^()]{0,160}\)|\[[^\][]{0,260}\]")


@dataclass(frozen=True, slots=True)
class Row:
    """Names that stand in a row, and the state that the sentence tells of them (none: "")."""

    start: int
    end: int
    people: frozenset[int]
    state: str


def rows_of(draft: Draft) -> list[Row]:
    """Every row of at least three full names."""
    found: list[Row] = []
    run: list[Mention] = []
    for mention in draft.mentions:
        if run and not _follows(draft, run[-1], mention):
            found += _row(draft, run)
            run = []
        run.append(mention)
    return found + _row(draft, run)


def _follows(draft: Draft, one: Mention, other: Mention) -> bool:
    """Whether nothing but a comma, "and" or a remark in brackets stands between two names."""
    between = _BRACKET.sub(" ", draft.text[one.end : other.start])
    return _GAP.fullmatch(between) is not None and draft.sentence(one.start) == draft.sentence(other.start)


def _row(draft: Draft, run: list[Mention]) -> list[Row]:
    people = frozenset(one.person for one in run)
    if len(people) < _LEAST:
        return []
    at = draft.sentence(run[0].start)
    return [Row(run[0].start, run[-1].end, people, _state(draft, at, run))]


def _state(draft: Draft, at: Span, run: list[Mention]) -> str:
    """The state that is told right before or after the names."""
    names = words(draft.language(at.start), "row_states")
    near = Span(at.start, run[0].start), Span(run[-1].end, min(at.end, run[-1].end + 60))
    return next((name for one in near for name in names if draft.says("row_states", name, within=one)), "")


def rows(draft: Draft) -> Iterator[Relation]:
    """How many each row names, where no number of people announces it; and whether rows share people."""
    found = rows_of(draft)
    for one in found:
        counted = _announced(draft, one) or any(_counts(draft, count, one) for count in draft.counts)
        if not counted and (one.state or len(one.people) >= _MANY):
            place = (draft.place(one.start, one.end),)
            values = {"named": str(len(one.people))}
            yield Relation(kind="list", places=place, verdict=HOLDS, reason="not_printed", values=values)
    yield from _shared(draft, [one for one in found if one.state])


def _shared(draft: Draft, found: list[Row]) -> Iterator[Relation]:
    """Whether those of two states are the same people; rows of one state only where they share some."""
    by_state: dict[str, list[Row]] = {}
    for one in found:
        by_state.setdefault(one.state, []).append(one)
    for one_state, other_state in combinations(by_state.values(), 2):
        yield _disjoint(draft, one_state, other_state)
    for one, other in combinations(found, 2):
        shared = one.people & other.people
        if one.state == other.state and shared and shared not in (one.people, other.people):
            yield _disjoint(draft, [one], [other])


def _announced(draft: Draft, one: Row) -> bool:
    """Whether a number of people stands in the sentence before the row, or at the end of the line above."""
    at = draft.sentence(one.start)
    counts = [o for o in draft.counts if o.unit == "persons" and at.start <= o.start < one.start]
    return any(each.value > 1 for each in counts)


def _disjoint(draft: Draft, some: list[Row], others: list[Row]) -> Relation:
    left = frozenset[int]().union(*(one.people for one in some))
    right = frozenset[int]().union(*(one.people for one in others))
    shared = left & right
    values = {"one": str(len(left)), "other": str(len(right)), "shared": str(len(shared))}
    places = places_of(draft, (*some, *others))
    return Relation(kind="disjoint", places=places, verdict=judged(not shared), values=values)


def counted_rows(draft: Draft) -> Iterator[Relation]:
    """ "Six of them are in custody. In custody are …": a number and the row that its state opens."""
    found = [one for one in rows_of(draft) if one.state and not _announced(draft, one)]
    for one in found:
        for count in draft.counts:
            if _counts(draft, count, one):
                verdict = judged(len(one.people) == count.value) if count.exact else HOLDS
                values = {"number": told(draft, count), "named": str(len(one.people))}
                yield Relation(
                    kind="names", places=places_of(draft, (count,)), verdict=verdict, values=values
                )
                break


def _counts(draft: Draft, count: Count, one: Row) -> bool:
    """Whether a number is of the people of a row: told shortly before it, of the same state."""
    far = draft.sentence_number(one.start) - draft.sentence_number(count.start)
    return (
        0 <= far <= _NEAR
        and count.start < one.start
        and bool(one.state)
        and _of_state(draft, count, one.state)
    )


def _of_state(draft: Draft, count: Count, state: str) -> bool:
    """Whether a number is of people in a state: "four are under house arrest"."""
    if count.unit not in ("persons", None) or not 1 < count.value < 100:
        return False
    sentence = draft.sentence(count.start)
    others = [o.start for o in draft.counts if o.start > count.end and o.sentence == count.sentence]
    near = Span(count.end, min([sentence.end, count.end + 60, *others]))
    return draft.says("row_states", state, within=near)


def roles_named(draft: Draft) -> Iterator[Relation]:
    """ "Two Almaty-based lawyers … the Almaty-based lawyer X": how many of so many in a role are named."""
    for count in draft.counts:
        if (
            count.unit != "persons"
            or not count.exact
            or not 1 < count.value <= _FEW
            or not _is_role(draft, count)
        ):
            continue
        sure = {m.person for m in draft.mentions if _in_role(draft, m, count)}
        if sure and len(sure) <= count.value and not _listed(draft, count):
            verdict = HOLDS if len(sure) == count.value else OPEN
            values = {"number": told(draft, count), "named": str(len(sure))}
            reason = "" if verdict == HOLDS else "perhaps_others"
            places = places_of(draft, (count,))
            yield Relation(kind="names", places=places, verdict=verdict, reason=reason, values=values)


def _listed(draft: Draft, count: Count) -> bool:
    return any(one is count for one, _ in lists.announced_names(draft))


def _is_role(draft: Draft, count: Count) -> bool:
    return draft.says("role_nouns", within=Span(count.start, count.end))


def _in_role(draft: Draft, mention: Mention, count: Count) -> bool:
    """Whether a name stands after the role, near the number or with the same word before the role."""
    before = draft.text[max(draft.sentence(mention.start).start, mention.start - 40) : mention.start]
    stem = re.escape(_stem(count.noun))
    hit = re.search(rf"(?P<kind>[\w-]+)?\s*\b{stem}\w*\s+$", before, re.IGNORECASE)
    if hit is None or len(mention.words) < 2 or mention.start < count.start:
        return False
    apart = draft.sentence_number(mention.start) - draft.sentence_number(count.start)
    own = draft.text[count.number[1] : count.end].lower().split()
    return apart <= _NEAR or (len(own) > 1 and (hit.group("kind") or "").lower() == own[-2])


def _stem(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") else noun[:6]
