"""Lists of people: under a heading, or behind a colon, that says what happened to all of them."""

from collections.abc import Sequence
from typing import Any

from tizim.reading.drafts import Draft
from tizim.reading.inflected.dates import Dated
from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark

_BEFORE = 6


class Listings:
    """What the last heading announced, for the items below it."""

    def __init__(self) -> None:
        self.announced: dict[str, Any] | None = None
        self.dated: list[Dated] = []

    def drafts(self, scene: Scene) -> list[Draft]:
        """A draft for each person that a list names in this sentence."""
        sentence = scene.told.sentence
        inline = _before_colon(scene)
        if inline is not None:
            return _of(inline.value, scene, inline.last)
        heading = _whole_line(scene)
        if heading is not None:
            self.announced, self.dated = heading.value, scene.dates
            return []
        if not sentence.span.item:
            self.announced = None
        if self.announced is None or (self.announced.get("status") and _has_own_state(scene)):
            return []
        return _of(self.announced, scene, 0, self.dated)


def _before_colon(scene: Scene) -> Mark | None:
    """A heading in the sentence with a colon right behind it and people after that."""
    sentence = scene.told.sentence
    return next(
        (
            mark
            for mark in sentence.of("heading")
            if mark.first <= _BEFORE
            and sentence.lower(mark.last) == ":"
            and any(who.kind == "person" and who.first > mark.last for who in scene.told.whos)
        ),
        None,
    )


def _whole_line(scene: Scene) -> Mark | None:
    """A heading that fills its line but for a number and a colon."""
    sentence = scene.told.sentence
    dated = {at for one in scene.dates for at in range(one.first, one.last)}
    words = [
        at
        for at, token in enumerate(sentence.tokens)
        if token.kind == "word"
        and sentence.tokens[at - 1].text != "("
        and at not in dated
        and not sentence.is_at("place", at)
    ]
    for mark in sentence.of("heading"):
        if words and all(mark.first <= at < mark.last for at in words):
            return mark
    return None


def _has_own_state(scene: Scene) -> bool:
    """Whether an item itself says where its person is: the heading does not say it for them."""
    return any(event.act in _STATES for event in scene.told.events)


_STATES = frozenset({"house_arrest", "pretrial_detention", "release"})


def _of(heading: dict[str, Any] | None, scene: Scene, first: int, dates: Sequence[Dated] = ()) -> list[Draft]:
    if heading is None:
        return []
    out = []
    days = [dated.day for dated in scene.dates or dates if not dated.since]
    day = days[0] if len(days) == 1 else None
    place = scene.places[0][1] if scene.places else None
    outcome = heading.get("outcome") or _term(heading, scene)
    why = (f"layout/headings: {heading['words'][0]}",)
    for who in _named(scene, first):
        start, end = scene.told.sentence.said(who.first, who.last)
        for number in who.people:
            out.append(
                Draft(
                    heading["act"], scene.number, start, end, person=number, outcome=outcome,
                    day=day, place=place, status=heading.get("status"), why=why,
                )
            )  # fmt: skip
    return out


def _term(heading: dict[str, Any], scene: Scene) -> str | None:
    """The term in a line under a heading of sentences; without a word for it, prison."""
    terms = [one for one in scene.told.lengths if one.iso and not one.possible and one.kind != "ban"]
    if heading["act"] != "sentence" or not terms:
        return None
    return f"{terms[0].kind or 'imprisonment'} {terms[0].iso}"


def _named(scene: Scene, first: int) -> list[Who]:
    """The people of a list: all behind a colon, the first of an item."""
    people = [who for who in scene.told.whos if who.kind == "person" and who.first >= first and not who.owner]
    return people if first else people[:1]
