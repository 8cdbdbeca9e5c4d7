"""One figure at two times: grown or shrunk by so many, so many times, from one number to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.patterns import words
from tizim.audits.relation import HOLDS, Relation, judged, places_of, told
from tizim.audits.tables import table
from tizim.documents import Span

_NEAR = 170
_SLACK = 0.08
_STEM, _BACK = 5, 3
_GAP = 60
_NEVER = frozenset({"time", "places"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """An earlier and a later number; ``known`` if the words tell which is which."""

    earlier: Count
    later: Count
    known: bool


def changes(draft: Draft) -> Iterator[Relation]:
    """Each change that the text tells, with its two numbers: direction, difference, how many times."""
    for grows, key in ((True, "grown"), (False, "shrunk")):
        for hit in draft.found(key):
            at = Span(*hit.span())
            pair = _pair(draft, at, grows=grows)
            if pair is None:
                continue
            one = _judged(draft, pair, at, grows=grows)
            how = _told_how(draft, draft.sentence(at.start), grows=grows)
            counted = pair.known or how or pair.earlier.unit or pair.later.unit
            beside = draft.sentence(pair.earlier.start) == draft.sentence(pair.later.start)
            if (beside and counted) or (one.verdict == HOLDS and how):
                yield one
    yield from _then_and_now(draft)
    yield from _against(draft)
    yield from _on_two_days(draft)


def _on_two_days(draft: Draft) -> Iterator[Relation]:
    """ "17 names on 1 January and 29 on 31 December", with what came and went if the next sentence tells."""
    for at in draft.sentences:
        days = [day for day in draft.days if at.start <= day.start < at.end and day.month and day.day]
        own = [one for one in draft.counts if one.sentence == at.start and one.unit not in _NEVER]
        if len(days) != 2 or len(own) != 2 or own[0].unit == "money" or own[1].of_them:
            continue
        if own[0].value == own[1].value or draft.says("outcome", within=at):
            continue
        one, other = own
        apart = other.unit is None or (one.unit == other.unit and one.noun[:_STEM] == other.noun[:_STEM])
        if apart and max(one.start, days[0].start) < min(other.start, days[1].start):
            values = {"earlier": told(draft, one), "later": told(draft, other)}
            right = _moved(draft, at) in (None, other.value - one.value)
            places = places_of(draft, (one, other))
            yield Relation(kind="change", places=places, verdict=judged(right), values=values)


def _moved(draft: Draft, at: Span) -> int | None:
    """How many more came than went, by the next sentence; None if it does not tell both."""
    after = draft.around(at.start, after=1)
    next_one = Span(at.end, max(at.end, after.end))
    came, went = draft.found("added", within=next_one), draft.found("taken_off", within=next_one)
    own = [one for one in draft.counts if next_one.start <= one.start < next_one.end]
    if not came or not went or len(own) != 2:
        return None
    return (own[0].value - own[1].value) * (1 if came[0].start() < went[0].start() else -1)


def _against(draft: Draft) -> Iterator[Relation]:
    """ "19 detentions in July, against 12 in June": two numbers that one word sets beside each other."""
    for one, other in pairwise(draft.counts):
        gap = Span(one.end, other.start)
        near = one.sentence == other.sentence and len(draft.text[one.end : other.start]) <= _GAP
        if (
            near
            and draft.says("set_against", within=gap)
            and _comparable(one, other)
            and one.unit not in _NEVER
            and one.value != other.value
        ):
            values = {"earlier": told(draft, other), "later": told(draft, one)}
            yield Relation(kind="change", places=places_of(draft, (one, other)), verdict=HOLDS, values=values)


def _pair(draft: Draft, at: Span, *, grows: bool) -> _Pair | None:
    """The two numbers of a change: of its sentence, else with the sentence before."""
    sentence = draft.sentence(at.start)
    own = _numbers(draft, sentence, at)
    if len(own) < 2:
        reach = draft.around(at.start, before=1)
        own = _numbers(draft, Span(reach.start, sentence.end), at)
    pairs = [(a, b) for a, b in pairwise(own) if _comparable(a, b)]
    if not pairs:
        return None
    one, other = min(pairs, key=lambda pair: _distance(pair, at))
    later_first = draft.says("earlier_number", within=Span(one.end, other.start)) or draft.says(
        "earlier_after", within=Span(other.end, min(sentence.end, other.end + 24))
    )
    from_to = _ends(draft, one, "from_ending") or draft.says(
        "from_number", within=Span(max(0, one.start - 8), one.start)
    )
    first, last = (other, one) if later_first and not from_to else (one, other)
    known = from_to or later_first
    if not known and (last.value > first.value) != grows:
        first, last = last, first
    return _Pair(first, last, known)


def _ends(draft: Draft, one: Count, key: str) -> bool:
    """Whether a number bears one of these endings: Kazakh says "from" and "by" with them."""
    return draft.text.startswith(tuple(words(draft.language(one.start), key)), one.number[1])


def _numbers(draft: Draft, reach: Span, at: Span) -> list[Count]:
    """The counts of a stretch that may be a figure at a time, without the difference itself."""
    return [
        one for one in draft.counts
        if reach.start <= one.start < reach.end and one.unit not in _NEVER and not _difference_at(draft, one)
        and not one.of_them and abs(one.start - at.start) <= _NEAR and not _is_factor(draft, one)
    ]  # fmt: skip


def _is_factor(draft: Draft, one: Count) -> bool:
    """Whether a number is how many times: "екі есе"."""
    near = Span(one.start, min(len(draft.text), one.end + 12))
    hits = [h for name in table("relations")["factors"] for h in draft.found("factors", name, within=near)]
    return any(hit.start() <= one.start < hit.end() for hit in hits)


def _told_how(draft: Draft, at: Span, *, grows: bool) -> bool:
    """Whether the text tells by how many or how many times."""
    return _told_difference(draft, at) is not None or _factor(draft, at, grows=grows) is not None


def _difference_at(draft: Draft, one: Count) -> bool:
    """Whether a number is by how many: "by 42", "на 11", "6-ға артып"."""
    before = draft.says("by_number", within=Span(max(0, one.start - 8), one.start))
    return before or (_ends(draft, one, "by_ending") and not _reached(draft, one))


def _reached(draft: Draft, one: Count) -> bool:
    """Kazakh says "to" with the same ending as "by": the number that a verb of reaching follows."""
    return draft.says("reached", within=Span(one.end, min(len(draft.text), one.end + 14)))


def _comparable(one: Count, other: Count) -> bool:
    return one.unit == other.unit or None in (one.unit, other.unit)


def _distance(pair: tuple[Count, Count], at: Span) -> int:
    return min(abs(at.start - pair[1].end), abs(pair[0].start - at.end), abs(pair[1].start - at.end))


def _judged(draft: Draft, pair: _Pair, at: Span, *, grows: bool) -> Relation:
    one, other = pair.earlier.value, pair.later.value
    right = (other > one) == grows
    near = draft.sentence(at.start)
    told_by = _told_difference(draft, near)
    if told_by is not None:
        right = right and abs(other - one) == told_by
    factor = _factor(draft, near, grows=grows)
    if factor and one and told_by is None:
        ratio = other / one
        right = right and abs(ratio - factor) <= _SLACK * factor
    values = {"earlier": told(draft, pair.earlier), "later": told(draft, pair.later)}
    places = places_of(draft, (pair.later, pair.earlier))
    return Relation(kind="change", places=places, verdict=judged(right), values=values)


def _told_difference(draft: Draft, near: Span) -> int | None:
    """By how many the text says that the number changed; no percentages."""
    for one in draft.counts:
        inside = near.start <= one.start < near.end
        if inside and _difference_at(draft, one) and one.unit != "money" and not _percent(draft, one):
            return one.value
    return None


def _factor(draft: Draft, near: Span, *, grows: bool) -> float | None:
    """How many times the number is said to have grown or shrunk to."""
    for name, value in table("relations")["factors"].items():
        if draft.says("factors", name, within=near):
            return float(value) if grows else 1 / float(value)
    for one in draft.counts:
        if near.start <= one.start < near.end and _percent(draft, one):
            return 1 + one.value / 100 * (1 if grows else -1)
    return None


def _percent(draft: Draft, one: Count) -> bool:
    return draft.says("percent", within=Span(one.number[1], min(len(draft.text), one.number[1] + 12)))


def _then_and_now(draft: Draft) -> Iterator[Relation]:
    """A number and, in the next sentence, what it "had been" at another time."""
    for hit in draft.found("had_been"):
        at = draft.sentence(hit.start())
        own = [one for one in draft.counts if hit.end() <= one.start < min(at.end, hit.end() + 24)]
        own = own or [
            one for one in draft.counts if at.start <= one.start and 0 <= hit.start() - one.end < 24
        ]
        first = draft.sentences[max(0, draft.sentence_number(at.start) - _BACK)].start
        before = [
            one for one in draft.counts
            if own and first <= one.start < own[0].start and _comparable(one, own[0])
            and one.unit not in _NEVER and not one.of_them and not _difference_at(draft, one)
        ]  # fmt: skip
        before = [one for one in before if _one_figure(draft, one, own[0])]
        if own and before and own[0].unit != "money" and _timed(draft, at):
            values = {"earlier": told(draft, own[0]), "later": told(draft, before[-1])}
            yield Relation(
                kind="change", places=places_of(draft, (before[-1], own[0])), verdict=HOLDS, values=values
            )


def _one_figure(draft: Draft, one: Count, other: Count) -> bool:
    """Whether two numbers may be one figure at two times: one noun or none, each with its time."""
    noun = one.noun[:_STEM] == other.noun[:_STEM] or not other.noun
    return noun and not one.other and _timed(draft, draft.sentence(one.start))


def _timed(draft: Draft, at: Span) -> bool:
    return draft.says("time_told", within=at) or any(at.start <= day.start < at.end for day in draft.days)
