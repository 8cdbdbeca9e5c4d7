"""Days told by the time that passed: "was released after 72 hours", "freed three days later"."""

from tizim.reading.calendar import Day, shifted
from tizim.reading.drafts import Draft, Scene
from tizim.reading.events import Event
from tizim.reading.measures import number_at

_HELD = ("detention", "administrative_arrest", "pretrial_detention", "house_arrest", "interrogation")
_HOURS, _NEAR = 24, 3


def day_after(event: Event, scene: Scene, held: Draft | None) -> Day | None:
    """The day of a release that the text tells by how long somebody had been held."""
    if event.act != "release" or held is None or held.act not in _HELD or held.day is None or held.day.last:
        return None
    days = _days(event, scene)
    return shifted(held.day, days, "D") if days is not None else None


def _days(event: Event, scene: Scene) -> int | None:
    """How many days passed: "after a day" is one, "after five hours" none."""
    sentence = scene.sentence
    for at in range(event.last, event.last + _NEAR):
        if sentence.lower(at) not in ("after", "within"):
            continue
        number = number_at(sentence, at + 1)
        unit = sentence.at("time_units", number.last) if number is not None else None
        if number is None or unit is None or number.vague:
            return None
        scale = {"D": 1.0, "W": 7.0, "H": 1 / _HOURS}.get(str(unit.value))
        return int(number.value * scale) if scale is not None else None
    return None
