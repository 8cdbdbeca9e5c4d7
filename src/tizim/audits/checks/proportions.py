"""Proportions told in round words: a fall by a third, nine in ten."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import value_of
from tizim.audits.patterns import group, words
from tizim.documents import Span

_STEM = 6
_OFF = 0.1  # so far a round proportion may be off
_UNCOUNTED = ("time", "money", "places")


def changes_by(draft: Draft) -> Iterator[Finding]:
    """ "118 in 2022, 87 in 2023: a fall of almost a half": the fraction beside the two numbers before it."""
    for hit in draft.found("changed_by"):
        share = _fraction(draft, group(hit, "fraction") or "", hit.start())
        near = _near(draft, hit, before=1)[-2:]
        if (
            share is None
            or len(near) != 2
            or near[0].value == near[1].value
            or not all(one.exact for one in near)
        ):
            continue
        earlier, later = near
        made = abs(later.value - earlier.value) / max(1, earlier.value)
        if abs(made - share) > _OFF and abs(made / (1 + made) - share) > _OFF:
            yield _sum(draft, hit, near, f"{made:.0%}")


def in_ten(draft: Draft) -> Iterator[Finding]:
    """ "486 were sent, 312 delivered: nine in ten": no number before it is such a share of the largest."""
    for hit in draft.found("so_many_in"):
        language = draft.language(hit.start())
        part, whole = (value_of((group(hit, key) or "0").lower(), language) for key in ("part", "whole"))
        near = _near(draft, hit, before=2)
        most = max(near, key=lambda one: one.value, default=None)
        others = [one for one in near if most and one is not most and one.value < most.value]
        if not part or not whole or most is None or not others or most.value < 2 * whole:
            continue
        shares = [one.value / most.value for one in _of_same_deed(draft, hit, others) or others]
        if all(abs(one - part / whole) > _OFF and abs(1 - one - part / whole) > _OFF for one in shares):
            yield _sum(draft, hit, [most, *others], f"{shares[0]:.0%}")


def bounded_shares(draft: Draft) -> Iterator[Finding]:
    """ "In more than half of the cases, 55 of 121": the two numbers beside the bound."""
    for hit in draft.found("bounded_share"):
        language = draft.language(hit.start())
        share = _fraction(draft, (group(hit, "fraction") or "").removeprefix("a "), hit.start())
        part, whole = (value_of(group(hit, key) or "0", language) for key in ("part", "whole"))
        more = group(hit, "more") is not None
        if share and part and whole and (part / whole > share) != more:
            yield _sum(draft, hit, [], f"{part / whole:.0%}")


def _of_same_deed(draft: Draft, hit: re.Match[str], others: list[Count]) -> list[Count]:
    """Those of some numbers of which the same is told, by a long word, as of the proportion."""
    after = draft.text[hit.end() : draft.sentence(hit.start()).end].lower()
    stems = {word[:_STEM] for word in re.findall(r"[^\W\d_]{6,}", after)}
    ends = [one.start for one in others[1:]]
    found = []
    for one, end in zip(others, [*ends, draft.sentence(others[-1].start).end], strict=True):
        said = draft.text[one.number[1] : end].lower()
        found += [one] if any(re.search(rf"\b{stem}", said) for stem in stems) else []
    return found


def _near(draft: Draft, hit: re.Match[str], *, before: int) -> list[Count]:
    start = draft.around(hit.start(), before=before).start
    found = draft.counts_in(Span(start, hit.start()))
    return [one for one in found if one.unit not in _UNCOUNTED]


def _fraction(draft: Draft, spoken: str, at: int) -> float | None:
    known = words(draft.language(at), "fractions")
    return next((float(value) for form, value in known.items() if spoken.lower().startswith(form)), None)


def _sum(draft: Draft, hit: re.Match[str], near: list[Count], made: str) -> Finding:
    spans = (hit.span(), *((one.start, one.end) for one in near))
    return draft.finding("sum", *spans, whole=hit.group(), parts=made)
