"""Which days of a story hold for an act, and which do not: rallies, and what was before the story."""

from tizim.reading.drafts import Scene
from tizim.reading.events import Event
from tizim.reading.words import set_of

_LANGUAGE, _LEAD = "en", 4


def of_assembly(scene: Scene, at: int) -> bool:
    """Whether a date is that of a rally: "for the march on 9 June"."""
    before = scene.sentence.lowers[max(0, at - 2) : at]
    return not set_of(_LANGUAGE, "grammar", "assemblies").isdisjoint(before)


def told_back(scene: Scene, event: Event) -> bool:
    """Of "he had told friends of calls in which he was warned": what was before the day of the story."""
    first = next((i for i in range(min(event.start, _LEAD)) if scene.sentence.lower(i) == "had"), -1)
    if first >= 0:
        return scene.sentence.lower(first + 1) not in ("to", "been")
    said = next((i for i in range(event.start) if scene.sentence.at("attribution", i) is not None), None)
    return said is not None and "had" in scene.sentence.lowers[said : event.start]
