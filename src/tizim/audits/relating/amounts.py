"""Sums of money: the same in two currencies beside the rates of the year; so much each for so many people."""

from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.counts import Count
from tizim.audits.dates_said import now_said
from tizim.audits.draft import Draft
from tizim.audits.lengths import Length
from tizim.audits.money import Money, money_in
from tizim.audits.relation import FAILS, HOLDS, OPEN, Relation, judged, places_of
from tizim.audits.tables import table
from tizim.documents import Span

_BESIDE = 16
_SLACK = 0.25
_CLOSE = 0.03
_SENTENCES = 3
_EACH = 22


def amounts(draft: Draft) -> Iterator[Relation]:
    """Every sum in two currencies, and every sum that so many people made up each by so much."""
    found = [
        one
        for at, language in zip(draft.sentences, draft.sentence_languages, strict=True)
        for one in money_in(draft.text, at, language)
    ]
    for one, other in pairwise(found):
        if one.currency != other.currency and _same_sum(draft, one, other):
            yield _rate(draft, one, other)
    for one in found:
        if _each(draft, one):
            yield from _by_people(draft, one, found)
    yield from _times(draft)


def _same_sum(draft: Draft, one: Money, other: Money) -> bool:
    """Whether the second sum stands for the first: in brackets, after "or" or "about"."""
    between = draft.text[one.end : other.start]
    if len(between) > _BESIDE or draft.sentence(one.start) != draft.sentence(other.start):
        return False
    bare = between.strip(" (,~≈=—–")
    return "(" in between or bare == "" or draft.says("that_is", within=Span(one.end, other.start))


def _rate(draft: Draft, one: Money, other: Money) -> Relation:
    """How much of the one is one of the other, beside what it was in the years around the text."""
    strong, weak = (other, one) if _rates(one.currency, other.currency) else (one, other)
    rate = weak.value / strong.value if strong.value else 0.0
    known = _rates(weak.currency, strong.currency)
    year = now_said(draft)
    near = [value for when, value in known.items() if year is None or 0 <= year - when <= 2]
    values = {"one": draft.text[one.start : one.end], "other": draft.text[other.start : other.end]}
    values |= {"rate": f"{rate:.4g}", "weak": weak.currency, "strong": strong.currency}
    verdict, reason = OPEN, "no_rate"
    if near:
        fits = min(near) * (1 - _SLACK) <= rate <= max(near) * (1 + _SLACK)
        verdict, reason = judged(fits), ""
    places = places_of(draft, (one, other))
    return Relation(kind="rate", places=places, verdict=verdict, reason=reason, values=values)


def _rates(weak: str, strong: str) -> dict[int, float]:
    found = table("rates")["rates"].get(f"{weak}/{strong}", {})
    return {int(year): float(rate) for year, rate in found.items()}


def _each(draft: Draft, one: Money) -> bool:
    at = draft.sentence(one.start)
    near = Span(max(at.start, one.start - _EACH), min(at.end, one.end + _EACH))
    return draft.says("each_of_them", within=near)


def _by_people(draft: Draft, each: Money, found: list[Money]) -> Iterator[Relation]:
    """ "52 people, 120,000 each, 6.24 million altogether"."""
    number = draft.sentence_number(each.start)
    near = [
        m for m in found if m is not each and m.currency == each.currency and _near(draft, m.start, number)
    ]
    for whole in near:
        for one in draft.counts:
            product = one.value * each.value
            close = product and abs(product - whole.value) <= _CLOSE * whole.value
            if close and one.unit in ("persons", None) and one.value > 1 and _near(draft, one.start, number):
                values = {"one": str(one.value), "other": f"{each.value:g}", "whole": f"{whole.value:.10g}"}
                places = places_of(draft, (one, each, whole))
                yield Relation(kind="product", places=places, verdict=HOLDS, values=values)
                return


def _near(draft: Draft, at: int, number: int) -> bool:
    return abs(draft.sentence_number(at) - number) <= _SENTENCES


def _times(draft: Draft) -> Iterator[Relation]:
    """ "15 days, three times over: 45 days in all": lengths and how often they were."""
    for sentence in draft.sentences:
        lengths = [one for one in draft.lengths if sentence.start <= one.start < sentence.end]
        often = [one for one in draft.counts if one.sentence == sentence.start and one.unit == "acts"]
        for one, whole in pairwise(lengths):
            same = one.unit == whole.unit and whole.value > one.value
            for times in often if same and _in_all(draft, whole) else ():
                yield _product(draft, times, one, whole)


def _in_all(draft: Draft, whole: Length) -> bool:
    at = draft.sentence(whole.start)
    near = Span(max(at.start, whole.start - 20), min(at.end, whole.end + 16))
    return draft.says("total", within=near)


def _product(draft: Draft, times: Count, one: Length, whole: Length) -> Relation:
    right = times.value * one.value == whole.value
    values = {"one": str(times.value), "other": f"{one.value:g}", "whole": f"{whole.value:g}"}
    places = places_of(draft, (times, one, whole))
    return Relation(kind="product", places=places, verdict=HOLDS if right else FAILS, values=values)
