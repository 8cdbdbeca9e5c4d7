"""Days that weights choose where the sentence of an act tells none: one that the text names near, or none."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from tizim.reading.calendar import Day
from tizim.reading.day_signs import Page, Signs
from tizim.reading.drafts import ELSEWHERE, Draft, changed
from tizim.reading.weighing import NEVER, Weights

STEP = "days"
LONGEST = 80
"""Texts of more sentences are not weighed: the fitted reports have fewer."""


@dataclass(slots=True)
class Choice:
    """A day that an act may have, or none, with its signs; whether it is what the rules say."""

    day: Day | None
    signs: set[str] = field(default_factory=set)
    present: bool = False


def is_open(draft: Draft) -> bool:
    """Whether the rules gave an act no day, or one that they only guessed; days that they hand on from one
    act to the next are better than what the weights choose."""
    return draft.day is None or draft.day.doubtful


def dated_by_weights(
    drafts: list[Draft],
    page: Page,
    weights: Weights,
    *,
    weigh: Callable[[Draft], bool] = is_open,
    least: float = 0.0,
) -> list[Draft]:
    """The drafts; where the weights are surer of another day, or of none, than of what the rules say, so.

    A day is not chosen that is less probable than ``least``.
    """
    if len(page.spans) > LONGEST or weights is NEVER:
        return drafts
    page.tell(drafts)
    return [_dated(draft, page, weights, least) if weigh(draft) else draft for draft in drafts]


def is_inferred(draft: Draft) -> bool:
    """Whether the sentence of an act does not tell its day."""
    return draft.day is None or draft.day_from is not None


def _dated(draft: Draft, page: Page, weights: Weights, least: float) -> Draft:
    some = choices(draft, page)
    shares = weights.shares([one.signs for one in some])
    sure, best = max(zip(shares, some, strict=True), key=lambda one: one[0])
    present = next(share for share, one in zip(shares, some, strict=True) if one.present)
    if best.present or sure < least or sure - present < weights.threshold:
        return draft
    said = "weighed" if best.day is not None else "open, weighed"
    why = (f"dates: {said} {sure:.2f}", *weights.loudest(sorted(best.signs)))
    return changed(draft, day=best.day, day_from=ELSEWHERE if best.day else None, why=(*draft.why, *why))


def choices(draft: Draft, page: Page) -> list[Choice]:
    """The days that an act may have, each with its signs, and that it has none; a day of its own sentence
    that the rules passed over is not among them."""
    signs = Signs(draft, page)
    present = _key(draft.day) if draft.day is not None else None
    found: dict[Key | None, Choice] = {None: Choice(None, set(signs.open()), present is None)}

    def add(day: Day, some: Iterable[str]) -> None:
        key = _key(day)
        known = found.get(key)
        if known is None:
            known = found[key] = Choice(day, set(signs.of_day(day)), key == present)
        known.signs.update(some)

    for day, some in chain(signs.near(), signs.dated()):
        add(day, some)
    if draft.day is not None:
        add(draft.day, signs.ruled(draft.day))
    passed = {_key(one) for one in signs.passed()} - {present}
    return [one for key, one in found.items() if key not in passed]


Key = tuple[int, int | None, int | None, Day | None]


def _key(day: Day) -> Key:
    """What makes two days one choice: not whether a word says them."""
    return day.year, day.month, day.day, day.last
