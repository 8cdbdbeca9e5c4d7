"""What stands behind a name of a list: "Detained: X (Minsk, 9 March); Y, whose hearing was on Friday"."""

from dataclasses import dataclass

from tizim.reading.calendar import Day
from tizim.reading.drafts import Scene
from tizim.reading.measures import Money, money
from tizim.reading.who import Who

_WIDE = 24


@dataclass(frozen=True, slots=True)
class Beside:
    """Day and place told of one entry of a list; ``None`` where they are not told."""

    day: Day | None = None
    place: str | None = None


def beside(scene: Scene, who: Who) -> Beside:
    """The day and the place of an entry of a list: in brackets behind its name, or up to the next entry."""
    first, last = who.last, _end(scene, who)
    if len(who.people) > 1 and (scene.sentence.lower(first) != "(" or _told(scene, first, last)):
        return Beside()
    days = [found.day for at, found in scene.dates if first < at < last and not found.since]
    places = [place for at, place in scene.places if first < at < last]
    return Beside(days[0] if len(days) == 1 else None, places[0] if len(places) == 1 else None)


def sum_beside(scene: Scene, who: Who) -> Money | None:
    """The sum that stands right behind the name of an entry, before the next one."""
    last = _end(scene, who)
    return next((one for one in money(scene.sentence) if who.last <= one.first < last), None)


def _told(scene: Scene, first: int, last: int) -> bool:
    """Whether brackets tell something of some of those before: "A, B and C (the last was fined in 2020)"."""
    return any(scene.sentence.any_at(("be", "have"), at) is not None for at in range(first, last))


def _end(scene: Scene, who: Who) -> int:
    sentence = scene.sentence
    last = next((one.head for one in scene.whos if one.first >= who.last and one.kind == "person"), None)
    whole = min(who.last + _WIDE, len(sentence.tokens) if last is None else last)
    close = ")" if sentence.lower(who.last) == "(" else ";"
    return next((at for at in range(who.last, whole) if sentence.lower(at) == close), whole)
