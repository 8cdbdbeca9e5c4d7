"""People named beside a victim whom the same act struck: as part of a group, or together with them."""

from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.events import Event
from tizim.reading.inflected.shares import named_behind
from tizim.reading.inflected.who import Who

_NOT_SHARED = frozenset({"sentence", "fine", "other"})
_TOGETHER = frozenset({"detention", "release", "charge", "search", "interrogation", "dismissal"})


def examples(event: Event, scene: Scene) -> list[Who]:
    """The people that the text names as part of a group ("among them X and Y")."""
    who = event.who
    if who is None or who.people or event.act in _NOT_SHARED:
        return []
    marks = [mark for mark in scene.told.sentence.of("including") if mark.first >= who.last]
    if not marks:
        return [] if scene.told.verb_last else named_behind(scene.told, who)
    return [
        one for one in scene.told.whos
        if one.kind == "person" and one.first >= marks[0].last and one.first - marks[0].last <= 12
        and not one.owner
    ]  # fmt: skip


def companions(event: Event, scene: Scene) -> list[Who]:
    """Those with whom somebody was struck ("he was seized together with X and Y")."""
    told = scene.told
    if told.verb_last or event.act not in _TOGETHER or event.who is None:
        return []
    return [
        who for who in told.whos
        if who.kind == "person" and not who.owner and "ins" in who.cases and who is not event.who
        and told.sentence.ends_at("together", who.head) and told.clauses.same(who.head, event.first)
    ]  # fmt: skip
