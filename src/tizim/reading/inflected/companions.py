"""People named beside a victim whom the same act struck: as part of a group, or together with them."""

from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.events import Event, Told
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


def _parted_by_place(told: Told, event: Event) -> list[Who]:
    """Those of other places whom the same verb took, behind a dash each ("in the Y district – X, …")."""
    if event.act not in _APART or event.who is None or event.role not in _OBJECTS or event.mode != "active":
        return []
    sentence, out = told.sentence, list[Who]()
    for who in told.whos:
        dashed = who.kind == "person" and not who.owner and sentence.lower(who.head - 1) in _DASHES
        if not dashed or who.head <= event.who.last or event.role not in who.cases:
            continue
        comma = next((at for at in range(who.head - 2, event.last, -1) if sentence.lower(at) == ","), -1)
        led = comma > 0 and any(sentence.ends_at("prepositions", at) for at in (comma + 2, comma + 3))
        spoken = any(sentence.word(at).finite for at in range(comma + 1, who.head))
        out += [who] if led and not spoken else []
    return out


_APART, _OBJECTS = frozenset({"detention", "search", "interrogation"}), frozenset({"acc"})
_DASHES = ("–", "—")


def excepted(told: Told) -> set[int]:
    """The people of a sentence whom "all but" leaves out («задержаны все, кроме X»)."""
    marks = [
        mark for mark in told.sentence.of("except") if told.sentence.ends_at("all_words", mark.first - 1)
    ]
    named = (who for who in told.whos for mark in marks if 0 <= who.head - mark.last <= 1)
    return {number for who in named for number in who.people}


def companions(event: Event, scene: Scene) -> list[Who]:
    """Those with whom somebody was struck ("he was seized together with X and Y")."""
    told = scene.told
    if told.verb_last or event.act not in _TOGETHER or event.who is None:
        return []
    beside = [
        who for who in told.whos
        if who.kind == "person" and not who.owner and "ins" in who.cases and who is not event.who
        and told.sentence.ends_at("together", who.head) and told.clauses.same(who.head, event.first)
    ]  # fmt: skip
    return [*beside, *_parted_by_place(told, event)]
