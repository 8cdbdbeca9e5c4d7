"""The day of a verdict that the text tells only after it: "X got five years. … It came on 21 May."."""

from collections.abc import Iterable
from functools import cache

from tizim.reading.calendar import Day
from tizim.reading.drafts import ELSEWHERE, Draft, Scene
from tizim.reading.words import set_of, words_of

_LANGUAGE = "en"
_BACK, _LEAD, _RECENT, _LATELY = 4, 5, 14, 60
_OF_COURT = {"sentence", "conviction", "ban_on_activity"}
_BY_JUDGES = {"administrative_arrest", "fine"}


def told_later(drafts: list[Draft], scene: Scene, own: Day | None) -> None:
    """Gives the verdicts told shortly before the day on which this sentence says that they were announced."""
    _of_the_last(drafts, scene)
    announced = _announced(scene)
    if announced is None and (scene.number > _LEAD or own is None):
        return
    waiting = [draft for draft in drafts[-_LATELY:] if _waits(draft) and scene.number - draft.sentence > 0]
    if not waiting:
        return
    near = [draft for draft in waiting if scene.number - draft.sentence <= _BACK]
    if announced is not None:
        near = near or ([] if _known(drafts) else waiting)
    day = announced or (_same_hearing(drafts, scene, own) if near else None)
    if day is None:
        return
    for draft in near:
        draft.day, draft.day_from = day, ELSEWHERE


def _of_the_last(drafts: list[Draft], scene: Scene) -> None:
    """Of "X was turned back at the border. That was on 18 August.": the day of what was told last."""
    brief = bool(scene.dates) and len(scene.sentence.tokens) <= _BRIEF
    acts = _happened(scene) if brief else None
    day = _exact(scene) if acts is not None else None
    if acts is None or day is None or (drafts and drafts[-1].sentence == scene.number):
        return
    back = _NAMED_BACK if acts else 1
    for draft in drafts[-_LEAD:]:
        inexact = draft.day is None or (draft.day_from == ELSEWHERE and draft.day.day is None)
        near = 0 < scene.number - draft.sentence <= back and (not acts or draft.act in acts)
        if near and inexact and not (draft.status or draft.figure):
            draft.day, draft.day_from = day, ELSEWHERE


def _happened(scene: Scene) -> frozenset[str] | None:
    """What a sentence says the day of: the acts that its subject may be, all of them where it is empty."""
    words = scene.sentence.lowers
    if tuple(words[:2]) in _THAT_WAS:
        return frozenset()
    first = words[1] if words[:1] and words[0] in _LEADING else ""
    acts = _happenings().get(first)
    verbs: list[str] = words_of(_LANGUAGE).tables["layout"]["happened"]
    said = f"{' '.join(words[2:_VERB])} "
    return acts if acts is not None and any(said.startswith(f"{one} ") for one in verbs) else None


@cache
def _happenings() -> dict[str, frozenset[str]]:
    rows: list[dict[str, list[str]]] = words_of(_LANGUAGE).tables["layout"]["happenings"]
    return {noun: frozenset(row["acts"]) for row in rows for noun in row["words"]}


_LEADING = ("the", "both", "his", "her", "their", "these", "this", "that")
_NAMED_BACK, _VERB = 2, 8


_THAT_WAS = frozenset((one, two) for one in ("that", "this", "it", "all") for two in ("was", "happened"))
_BRIEF = 16


def _known(drafts: list[Draft]) -> bool:
    """Whether the text told a verdict with its day: another day is then that of another verdict."""
    return any(draft.act in _OF_COURT and draft.day is not None for draft in drafts)


def _waits(draft: Draft) -> bool:
    """Whether a verdict told before has no day yet."""
    acquitted = draft.act == "other" and draft.outcome in ("acquitted", "warning")
    return (
        (draft.act in _OF_COURT or draft.act in _BY_JUDGES or acquitted)
        and (draft.day is None or _only_a_time(draft))
        and not (draft.status or draft.figure or draft.perfect)
    )


def _only_a_time(draft: Draft) -> bool:
    """Whether a verdict has no more than the week or the month that the text tells of all."""
    return draft.day_from == ELSEWHERE and draft.day is not None and draft.day.last is not None


def _announced(scene: Scene) -> Day | None:
    """The day of a sentence that only says when the verdict was given."""
    words, lists = scene.sentence.bag, words_of(_LANGUAGE)
    if words.isdisjoint(lists.set("layout", "verdict_given")):
        return None
    of_court = not words.isdisjoint(lists.set("layout", "verdict_givers"))
    return (_exact(scene) or _month(scene)) if of_court and not _apart(words) else None


def _same_hearing(drafts: list[Draft], scene: Scene, own: Day | None) -> Day | None:
    """The day of another verdict of the same news: told at the top of the text, of the days before it."""
    if scene.number > _LEAD or own is None or _apart(scene.sentence.lowers):
        return None
    days = [one.day for one in drafts if one.sentence == scene.number and one.act in _OF_COURT]
    day = days[0] if days else None
    exact, last = (day.exact() if day is not None else None), own.exact()
    if exact is None or last is None:
        return None
    return day if 0 <= (last - exact).days <= _RECENT else None


def _exact(scene: Scene) -> Day | None:
    days = [found.day for _, found in scene.dates if found.day.exact() and not (found.since or found.aside)]
    return days[0] if len(days) == 1 and not days[0].last else None


def _month(scene: Scene) -> Day | None:
    """The only month of a sentence without a day: "handed down the verdict at the end of September"."""
    days = [found for _, found in scene.dates]
    month = days[0] if len(days) == 1 and days[0].day.month and not days[0].day.day else None
    return month.day if month is not None and not (month.since or month.aside or month.day.last) else None


def _apart(words: Iterable[str]) -> bool:
    """Whether a sentence tells of another case."""
    return not set_of(_LANGUAGE, "layout", "other_case").isdisjoint(words)
