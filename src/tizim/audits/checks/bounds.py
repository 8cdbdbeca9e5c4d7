"""Numbers for one thing that differ, "at least" beside an exact number, numbers of different populations."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from tizim.audits.checks.sums import parts_of_wholes, summed
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import words
from tizim.documents import Span

_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL, _LARGE = 5, 1000
_NEAR = 1.3
_FAR = 1.5
_STEM = 5
_TOGETHER = {
    "persons",
    "acts",
    "cases",
}  # detentions of people, cases against them: one number may be told of both
_BESIDE = 90
_TAKEN_UP, _SOON = 1500, 700
_THESE = re.compile(
    r"(?i)(?<!\bof )(?<!\bиз )\b(?:these|those|the|all|all of the|все|всех|эти|этих|тех|осы|бұл|сол|барлық)"
    r"(?: (?:same|said))?\s$"
)


def at_least_and_exact(draft: Draft) -> Iterator[Finding]:
    """One value, once with "at least" and once without, for one thing."""
    exact: dict[int, list[Count]] = {}
    for one in draft.counts:
        exact.setdefault(one.value, []).extend([one] if one.exact else [])
    for one in draft.counts:
        if one.bound not in ("at_least", "more_than") or one.value < _SMALL or one.unit in ("time", "money"):
            continue
        twins = [o for o in exact[one.value] if o.start != one.start]
        same = [
            o for o in twins
            if (o.unit in (None, one.unit) or one.unit is None or {o.unit, one.unit} <= _TOGETHER)
            and (
                (not _refers(draft, o) and one_thing(draft, one, o))
                or _all_of_them(draft, one, o) or _taken_up(draft, one, o)
            )
        ]  # fmt: skip
        if same:
            spans = ((one.start, one.end), *((o.start, o.end) for o in same))
            yield draft.finding("bound_and_exact", *spans, forms=_shown(draft, one, *same))


def _all_of_them(draft: Draft, one: Count, other: Count) -> bool:
    """Whether a number is told as that of all to whom something was done, a little after the other."""
    if not 0 < other.start - one.end < _TAKEN_UP or other.unit != one.unit:
        return False
    before = draft.says("all_of", within=Span(max(0, other.start - 18), other.start))
    return before or draft.says("all_of_after", within=Span(other.end, min(len(draft.text), other.end + 16)))


def _taken_up(draft: Draft, one: Count, other: Count) -> bool:
    """Whether a number takes up, as exact, one told with a bound a little before: "these nine", "the 301"."""
    near = 0 < other.start - one.end < _SOON and other.unit in (None, one.unit)
    before = draft.text[max(0, other.start - 16) : other.start]
    taken = _THESE.search(before) or draft.says(
        "these_many", within=Span(other.start - len(before), other.start)
    )
    return bool(near and taken)


def _refers(draft: Draft, one: Count) -> bool:
    """Whether a number takes up one that was printed before: "these 45 people"."""
    return draft.says("referring", within=Span(max(0, one.start - 9), one.start))


def two_numbers(draft: Draft) -> Iterator[Finding]:
    """Two near numbers for people to whom one thing happened, neither part of the other."""
    told = sorted(
        (one for one in draft.counts if one.unit == "persons" and one.value >= 2 * _SMALL),
        key=lambda one: one.value,
    )
    bound = _bound_together(draft)
    for number, low in enumerate(told):
        for high in told[number + 1 :]:
            if high.value > _NEAR * low.value:
                break
            one, other = sorted((low, high), key=lambda c: c.start)
            if (
                _near(one, other)
                and frozenset((one.value, other.value)) not in bound
                and families(draft, one) & families(draft, other)
                and not _apart(draft, one, other)
            ):
                spans = ((one.start, one.end), (other.start, other.end))
                yield draft.finding("two_numbers", *spans, forms=_shown(draft, one, other))


def populations(draft: Draft) -> Iterator[Finding]:
    """Two large numbers of one family that are far apart: different populations or periods."""
    large = [one for one in draft.counts if one.unit == "persons" and one.value >= _LARGE and not one.of_them]
    for number, one in enumerate(large):
        for other in large[number + 1 :]:
            high, low = max(one.value, other.value), min(one.value, other.value)
            far = high / low >= _FAR and one.sentence != other.sentence
            if far and families(draft, one) & families(draft, other):
                spans = ((one.start, one.end), (other.start, other.end))
                yield draft.finding("population", *spans, forms=_shown(draft, one, other))


def people_or_acts(draft: Draft) -> Iterator[Finding]:
    """A number of people over a period in which some were taken more than once; acts beside people."""
    repeated = draft.found("repeated")
    people = [one for one in draft.counts if one.unit == "persons" and one.value >= 100]
    for one in people:
        sentence = draft.sentence(one.start)
        spread = draft.says("period", within=sentence) or any(not d.day for d in draft.days_in(sentence))
        if repeated and spread and "detention" in families(draft, one):
            yield draft.finding(
                "people_or_acts", (one.start, one.end), repeated[0].span(), word=_shown(draft, one)
            )
    for one in draft.counts if people else ():
        if one.unit == "acts" and one.noun in ("times", "раз", "раза", "рет") and one.value >= 2 * _SMALL:
            yield draft.finding("people_or_acts", (one.start, one.end), word=_shown(draft, one))


def periods(draft: Draft) -> Iterator[Finding]:
    """One number of people with two beginnings: "since 2018", "since March 2018"."""
    since = [
        (one, _since(draft, one)) for one in draft.counts if one.unit == "persons" and one.value >= 2 * _SMALL
    ]
    known = [(one, day) for one, day in since if day]
    for number, (one, day) in enumerate(known):
        for other, other_day in known[number + 1 :]:
            if one.value == other.value and draft.text[slice(*day)] != draft.text[slice(*other_day)]:
                spans = ((one.start, one.end), day, (other.start, other.end), other_day)
                told = [draft.text[slice(*day)], draft.text[slice(*other_day)]]
                yield draft.finding("period_differs", *spans, forms=f"{one.value}: {listed(told)}")
                break


def one_group_two_tellings(draft: Draft) -> Iterator[Finding]:
    """The same small number of people sentenced, in two places about one person, told in two ways."""
    small = [
        one for one in draft.counts
        if one.unit == "persons" and one.exact and 2 < one.value < 20
        and "conviction" in families(draft, one)
    ]  # fmt: skip
    for number, one in enumerate(small):
        for other in small[number + 1 :]:
            if (
                one.value == other.value
                and one.noun[:_STEM] != other.noun[:_STEM]
                and _shared_people(draft, one, other)
            ):
                spans = ((one.start, one.end), (other.start, other.end))
                yield draft.finding("one_group", *spans, forms=_shown(draft, one, other))


def stages_together(draft: Draft) -> Iterator[Finding]:
    """One number for people at several stages of a case: "under investigation or persons of interest"."""
    for one in draft.counts:
        if one.unit not in ("persons", None) or (one.unit is None and not one.other):
            continue
        sentence = draft.sentence(one.start)
        after = Span(one.end, sentence.end)
        stages, others = draft.found("stages", within=after), draft.found("not_accused", within=after)
        pairs = [sorted((a, b), key=lambda hit: hit.start()) for a in stages for b in others]
        pair = next((p for p in pairs if _joined(draft, *p)), None)
        if pair and pair[0].start() - one.end < 90:
            spans = ((one.start, one.end), (pair[0].start(), pair[1].end()))
            yield draft.finding("stages_together", *spans, forms=listed([hit.group() for hit in pair]))
        elif draft.says("now", within=Span(sentence.start, one.start)) and one.value > _SMALL:
            yield from _under_way_and_served(draft, one, sentence)


def _under_way_and_served(draft: Draft, one: Count, sentence: Span) -> Iterator[Finding]:
    under_way = draft.found("under_way", within=Span(one.end, sentence.end))
    served = draft.found("served", within=Span(one.end, sentence.end))
    if under_way and served and under_way[0].start() < served[0].start():
        spans = ((one.start, one.end), under_way[0].span(), served[0].span())
        yield draft.finding(
            "stages_together", *spans, forms=listed([under_way[0].group(), served[0].group()])
        )


def _joined(draft: Draft, one: re.Match[str], other: re.Match[str]) -> bool:
    between = draft.text[one.end() : other.start()]
    return len(between) < 24 and re.search(r"\b(?:or|или|немесе|не)\b", between) is not None


def _bound_together(draft: Draft) -> set[frozenset[int]]:
    """The values that a sum or "of them" ties to each other."""
    tied = {frozenset((total.value, part.value)) for total, parts in summed(draft) for part in parts}
    return tied | {frozenset((part.value, whole.value)) for part, whole in parts_of_wholes(draft)}


def _since(draft: Draft, one: Count) -> tuple[int, int] | None:
    sentence = draft.sentence(one.start)
    for mark in draft.found("since", within=Span(one.end, sentence.end)):
        day = next((d for d in draft.days if 0 <= d.start - mark.end() <= 3), None)
        if day:
            return mark.start(), day.end
    return None


def _near(one: Count, other: Count) -> bool:
    high, low = max(one.value, other.value), min(one.value, other.value)
    differ = one.value != other.value and one.sentence != other.sentence
    return differ and high / low <= _NEAR and not (one.other or other.other)


def _apart(draft: Draft, one: Count, other: Count) -> bool:
    """Whether days or towns in their sentences tell the two apart, or a total binds them."""
    left, right = (_days_of(draft, each) for each in (one, other))
    if left and right and not left & right:
        return True
    return draft.says("total", within=draft.sentence(other.start)) or draft.says(
        "total", within=draft.sentence(one.start)
    )


def _days_of(draft: Draft, one: Count) -> set[tuple[int | None, int | None, int | None]]:
    at = draft.sentence(one.start)
    return {(d.year, d.month, d.day) for d in draft.days_in(at) if d.month}


def families(draft: Draft, one: Count) -> frozenset[str]:
    """What the words around a count say was done to those counted: detention, prosecution, conviction."""
    return draft.kept(("families", one.start, one.end), lambda: _families(draft, one))


def _families(draft: Draft, one: Count) -> frozenset[str]:
    sentence = draft.sentence(one.start)
    others = [o for o in draft.counts_in(sentence) if o.start != one.start and o.unit != "time"]
    first = max([sentence.start, one.start - 100, *(o.end for o in others if o.end <= one.start)])
    near = Span(first, min([sentence.end, one.end + 120, *(o.start for o in others if o.start >= one.end)]))
    by_language = words(draft.language(one.start), "families")
    return frozenset(name for name in by_language if draft.says("families", name, within=near))


def one_thing(draft: Draft, one: Count, other: Count) -> bool:
    """Whether two counts of one value count one thing: one noun, or words in common around them."""
    if (
        one.noun
        and one.noun[:_STEM] == other.noun[:_STEM]
        and one.noun not in words(draft.language(one.start), "generic_nouns")
    ):
        return True
    if one.unit == other.unit and 0 <= other.start - one.end < _BESIDE and not families(draft, other):
        return True
    left, right = _stems(draft, one), _stems(draft, other)
    enough = 1 if one.value > 2 * _SMALL and {one.unit, other.unit} <= {"persons", None} else 2
    return len(left & right) >= enough or bool(families(draft, one) & families(draft, other))


def _stems(draft: Draft, one: Count) -> frozenset[str]:
    at = draft.sentence(one.start)
    return _of_text(
        draft.text[max(at.start, one.start - 60) : min(at.end, one.end + 80)], draft.language(one.start)
    )


@lru_cache(maxsize=4096)
def _of_text(text: str, language: str) -> frozenset[str]:
    stop = set(words(language, "stop"))
    found = Counter(word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in found if word not in stop)


def _shared_people(draft: Draft, one: Count, other: Count) -> bool:
    def near(count: Count) -> set[int]:
        at = draft.around(count.start, before=1)
        return {m.person for m in draft.mentions_in(at)}

    return bool(near(one) & near(other))


def _shown(draft: Draft, *counts: Count) -> str:
    return listed([draft.text[one.start : one.end] for one in counts])
