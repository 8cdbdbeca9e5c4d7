"""The relations between the figures of a text, and whether each holds."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from tizim.audits.checks import bounds, durations, law, lists, names, promised, sums
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.lengths import Length
from tizim.audits.patterns import words
from tizim.audits.relating.amounts import amounts
from tizim.audits.relating.bodies import bodies
from tizim.audits.relating.breakdowns import breakdowns, together
from tizim.audits.relating.changes import changes
from tizim.audits.relating.elapsed import elapsed
from tizim.audits.relating.rows import counted_rows, roles_named, rows
from tizim.audits.relating.shares import shares
from tizim.audits.relating.wholes import wholes
from tizim.audits.relation import FAILS, HOLDS, OPEN, Relation
from tizim.audits.relation import places_of as _places
from tizim.documents import Span

_FEWEST = 10  # smaller numbers add up by chance
_SLACK = 0.1
_TOGETHER = 3  # sentences within which numbers are one tally


def relations(draft: Draft) -> tuple[Relation, ...]:
    """Every relation that is found between the figures of a text, by place."""
    finders: tuple[Callable[[Draft], Iterator[Relation]], ...] = (
        _announced, _totals, _far_sums, _outcomes, _parts, _equal, _near, _populations, _names, _others,
        _products, _lengths, _maxima, breakdowns, together, shares, changes, rows, counted_rows, roles_named,
        amounts, elapsed, bodies, wholes,
    )  # fmt: skip
    found: dict[tuple[object, ...], Relation] = {}
    for finder in finders:
        for one in finder(draft):
            found.setdefault(_same(one), one)
    kept = [one for one in found.values() if not _explained(one, found.values())]
    return tuple(sorted(kept, key=lambda one: (one.places[0].start, one.kind)))


def _explained(one: Relation, others: Iterable[Relation]) -> bool:
    """Whether a part was tied to another whole than that which it makes with its neighbours."""
    if one.kind != "part":
        return False
    part, whole = one.places[0], one.places[1]
    held = [o for o in others if o.kind == "sum" and o.verdict == HOLDS and part in o.places[1:]]
    return bool(held) and all(whole != o.places[0] for o in held)


def _same(one: Relation) -> tuple[object, ...]:
    """What makes two relations one: the same places, or one sum of the same numbers."""
    if one.kind in ("sum", "together"):
        return (one.kind, *sorted(one.values.items()))
    return (one.kind, frozenset(one.places), one.verdict)


def _sum(draft: Draft, whole: Count, parts: list[Count], extra: int = 0) -> Relation:
    total = sum(one.value for one in parts) + extra
    shown = " + ".join([*(str(one.value) for one in parts), *(["1"] * extra)])
    verdict = HOLDS if total == whole.value else FAILS
    values = {"parts": shown, "whole": str(whole.value)}
    return Relation(kind="sum", places=_places(draft, (whole, *parts)), verdict=verdict, values=values)


def _announced(draft: Draft) -> Iterator[Relation]:
    for whole, parts in sums.announced(draft):
        rest = draft.says("rest", within=draft.sentence(parts[-1].start))
        if not rest and all(one.value <= whole.value for one in parts):  # not "three articles: 130, 368"
            yield _sum(draft, whole, parts, sums.lone_ones(draft, parts))


def _outcomes(draft: Draft) -> Iterator[Relation]:
    for whole, parts in sums.told_outcomes(draft):
        yield _sum(draft, whole, parts)


def _totals(draft: Draft) -> Iterator[Relation]:
    """A total: whether it adds up, whether it does by the words, whether its parts may overlap."""
    for total, parts in sums.summed(draft):
        yield _sum(draft, total, parts)
        least = sum(one.low for one in parts)
        shown = " + ".join(draft.text[one.start : one.end] for one in parts)
        values = {"parts": shown, "least": str(least), "whole": draft.text[total.start : total.end]}
        places = _places(draft, (total, *parts))
        if any(not one.exact for one in parts):
            fits = least <= total.low
            yield Relation(
                kind="bounds",
                places=places,
                verdict=HOLDS if fits else FAILS,
                reason="" if fits else "bound",
                values=values,
            )
        if total.unit == "persons":
            yield Relation(kind="overlap", places=places, verdict=OPEN, reason="not_said", values=values)


def _far_sums(draft: Draft) -> Iterator[Relation]:
    """A number of people that neighbouring numbers make elsewhere: a lead figure and its tally."""
    people = [one for one in draft.counts if one.unit == "persons" or one.other or one.of_them]
    for whole in people:
        if whole.value < 2 * _FEWEST or whole.of_them:
            continue
        yield from _tallies(draft, whole, people)
        for part in people:
            if part.of_them and part.sentence == whole.sentence and part.start > whole.start:
                yield from _rest(draft, whole, part, people)


def _rest(draft: Draft, whole: Count, part: Count, people: list[Count]) -> Iterator[Relation]:
    """A part and, told elsewhere, "others" who make up the whole."""
    for one in people:
        if one.other and one.sentence != whole.sentence and one.value == whole.value - part.value:
            yield _sum(draft, whole, [part, one])


def _tallies(draft: Draft, whole: Count, people: list[Count]) -> Iterator[Relation]:
    """Neighbouring numbers far from the whole, one of them of "others", that make it."""
    plain = [one for one in people if not one.of_them and one.value >= _FEWEST]
    for many in (2, 3, 4):
        for number in range(len(plain) - many + 1):
            parts = plain[number : number + many]
            adds_up = sum(one.value for one in parts) == whole.value and any(one.other for one in parts)
            if adds_up and _far(draft, parts[0], whole) and not _far(draft, parts[0], parts[-1]):
                yield _sum(draft, whole, parts)


def _far(draft: Draft, one: Count, other: Count) -> bool:
    """Whether two numbers stand several sentences apart."""
    return abs(draft.sentence_number(one.start) - draft.sentence_number(other.start)) >= _TOGETHER


def _parts(draft: Draft) -> Iterator[Relation]:
    for part, whole in sums.parts_of_wholes(draft):
        values = {"part": str(part.value), "whole": draft.text[whole.start : whole.end]}
        verdict = HOLDS if part.low <= whole.value or whole.value * 3 < part.low else FAILS
        if whole.value * 3 >= part.low:
            yield Relation(kind="part", places=_places(draft, (part, whole)), verdict=verdict, values=values)


def _equal(draft: Draft) -> Iterator[Relation]:
    """One number of people printed again, with or without "at least"."""
    by_value: dict[tuple[int, str], list[Count]] = {}
    for one in draft.counts:
        if one.unit in ("persons", "cases") and one.value >= _FEWEST and one.noun:
            by_value.setdefault((one.value, one.unit), []).append(one)
    for same in by_value.values():
        alike = [one for one in same if one is same[0] or bounds.one_thing(draft, same[0], one)]
        if len(alike) > 1:
            values = {"forms": listed([draft.text[one.start : one.end] for one in alike])}
            yield Relation(kind="equal", places=_places(draft, alike), verdict=HOLDS, values=values)


def _of(findings: Iterator[Finding], kind: str, verdict: str, reason: str) -> Iterator[Relation]:
    """Findings of a check as relations of one kind."""
    for one in findings:
        yield Relation(kind=kind, places=one.places, verdict=verdict, reason=reason, values=dict(one.values))


def _near(draft: Draft) -> Iterator[Relation]:
    yield from _of(bounds.two_numbers(draft), "near", HOLDS, "bounds_fit")


def _populations(draft: Draft) -> Iterator[Relation]:
    yield from _of(bounds.populations(draft), "populations", FAILS, "different")


def _names(draft: Draft) -> Iterator[Relation]:
    """Numbers of people beside the people named: in a row, in lists, among those who speak or died."""
    for count, row in lists.announced_names(draft):
        yield _named(draft, count, len(row))
    for count, end in lists.counted_lists(draft):
        yield _named(draft, count, count.value)
        if draft.says("doubt", within=Span(count.end, end)):
            yield _in_doubt(draft, count)
    yield from _attached(draft)
    yield from _spoken_or_dead(draft)


def _spoken_or_dead(draft: Draft) -> Iterator[Relation]:
    """As many interviewed as are quoted, as many dead as are named."""
    dead = {claim.person for claim in draft.reading.claims if claim.act == "death" and claim.person}
    few = [
        one for one in draft.counts if one.unit == "persons" and one.exact and 1 < one.value <= 2 * _FEWEST
    ]
    for count in few:
        if draft.says("interviewed", within=draft.sentence(count.start)):
            named = names.speaking(draft)
        else:
            named = len(dead) if "death" in bounds.families(draft, count) else 0
        if named == count.value:
            yield _named(draft, count, named)


def _attached(draft: Draft) -> Iterator[Relation]:
    """Numbers of people of whom fewer are named, where the list is said to be attached and is not there."""
    if not any((*lists.missing_lists(draft), *promised.attached(draft))):
        return
    named = sum(person.kind == "victim" for person in draft.reading.persons)
    matters = [
        family
        for hit in draft.found("attached")
        for family in words(draft.language(hit.start()), "families")
        if draft.says("families", family, within=draft.sentence(hit.start()))
    ]
    same: dict[int, list[Count]] = {}
    for count in draft.counts:
        near = count.unit == "persons" and named < count.value <= 2 * named and not count.of_them
        if near and (not matters or bounds.families(draft, count) & set(matters)):
            same.setdefault(count.value, []).append(count)
    for some in same.values():
        yield _told(draft, some, FAILS, "some", _shown(draft, some[0], named))


def _named(draft: Draft, count: Count, named: int) -> Relation:
    """A number of people and how many are named."""
    fails = named > count.value or (count.exact and named != count.value)
    return _told(draft, (count,), FAILS if fails else HOLDS, "", _shown(draft, count, named))


def _in_doubt(draft: Draft, count: Count) -> Relation:
    """The same where the text doubts some of those named; with the places where the number is repeated."""
    same = [o for o in draft.counts if o.value == count.value and o.unit in (None, count.unit)]
    others = [one for one in same if one.start != count.start]
    return _told(draft, (count, *others), FAILS, "doubt", _shown(draft, count, count.value))


def _shown(draft: Draft, count: Count, named: int) -> dict[str, str]:
    return {"number": draft.text[count.start : count.end], "named": str(named)}


def _told(
    draft: Draft, counts: Iterable[Count], verdict: str, reason: str, values: dict[str, str]
) -> Relation:
    return Relation(
        kind="names", places=_places(draft, counts), verdict=verdict, reason=reason, values=values
    )


def _others(draft: Draft) -> Iterator[Relation]:
    """ "The other two" after some were named; "two other leaders", "the three leaders"."""
    yield from _of(lists.others_left(draft), "others", FAILS, "")
    for one in draft.counts:
        if one.unit != "persons" or not one.other or not one.noun:
            continue
        after = (o for o in draft.counts if o.start > one.end and o.noun == one.noun and not o.other)
        whole = next((o for o in after if o.value == one.value + 1), None)
        if whole:
            values = {"whole": str(whole.value), "named": "1", "left": str(one.value)}
            yield Relation(kind="others", places=_places(draft, (whole, one)), verdict=HOLDS, values=values)


def _products(draft: Draft) -> Iterator[Relation]:
    """ "50,000 each month for 10 months" beside the whole sum; so many times so many days."""
    for sentence in draft.sentences:
        counts = [one for one in draft.counts if one.sentence == sentence.start]
        lengths = [one for one in draft.lengths if sentence.start <= one.start < sentence.end]
        for one in counts:
            for length in lengths:
                between = Span(one.end, max(one.end, length.start))
                if one.unit == "money" and draft.says("per_month", within=between):
                    yield from _money(draft, one, length)
                elif one.unit == "acts" and draft.says("each_time", within=between):
                    yield _product(draft, (one, length), one.value * int(length.value))


def _money(draft: Draft, one: Count, length: Length) -> Iterator[Relation]:
    total = one.value * int(length.value)
    whole = next((o for o in draft.counts if o.unit == "money" and o.value == total), None)
    if whole:
        yield _product(draft, (one, length, whole), total)


def _product(draft: Draft, some: tuple[Count | Length, ...], total: int) -> Relation:
    values = {"one": str(int(some[0].value)), "other": str(int(some[1].value)), "whole": str(total)}
    return Relation(kind="product", places=_places(draft, some), verdict=HOLDS, values=values)


def _lengths(draft: Draft) -> Iterator[Relation]:
    """Lengths of time beside dates and beside each other."""
    for finding in durations.held_and_released(draft):
        values = {"one": finding.values["one"], "other": finding.values["other"]}
        yield Relation(kind="lengths", places=finding.places, verdict=FAILS, values=values)
    for length in draft.lengths:
        if not draft.says("period", within=Span(max(0, length.start - 16), length.start)):
            continue
        for one, other in pairwise(draft.days):
            if one.first and other.last and durations.from_to(draft, one, other):
                days = (other.last - one.first).days
                if abs(days - length.in_days) <= _SLACK * length.in_days:
                    values = {
                        "one": draft.text[length.start : length.end],
                        "other": draft.text[one.start : other.end],
                    }
                    told = [c for c in draft.counts if c.sentence == draft.sentence(length.start).start]
                    places = _places(draft, (length, *(c for c in told if c.unit == "persons")))
                    yield Relation(kind="lengths", places=places, verdict=HOLDS, values=values)


def _maxima(draft: Draft) -> Iterator[Relation]:
    for finding in law.maximum(draft):
        values = {"one": finding.values["given"], "most": finding.values["most"]}
        yield Relation(
            kind="maximum", places=finding.places, verdict=FAILS, reason="several_articles", values=values
        )
