"""Days of rulings that a sentence of their own tells: "the verdict was read yesterday", "such a decision the
court took on 5 May"."""

from tizim.reading.drafts import ELSEWHERE, Draft, changed
from tizim.reading.inflected.drafting import Scene

VERDICTS = frozenset({"sentence", "conviction", "ban_on_activity"})
RULED = frozenset(
    {"sentence", "conviction", "ban_on_activity", "fine", "administrative_arrest", "other", "appeal"}
)
REACH = 3
"""So many sentences back a verdict may stand."""


def with_ruling(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """The drafts; a sentence that only dates the verdict ("it was read yesterday") dates those before it."""
    sentence = scene.told.sentence
    ruling = scene.told.lexicon.set("grammar", "ruling")
    at = [index for index, word in enumerate(sentence.words) if not ruling.isdisjoint(word.lemmas)]
    said = bool(at)
    if not scene.told.verb_last and scene.told.sentence.marks.get("that_ruling"):
        return _with_that_ruling(drafts, scene)
    acts = RULED | {"charge"} if scene.told.verb_last else VERDICTS
    days = [one.day for one in scene.dates if not one.since and one.day.day]
    if scene.told.verb_last and said:
        same = scene.told.clauses.same
        days = [one.day for one in scene.dates if one.day.day and not one.since and same(one.first, at[0])]
    told = (draft for draft in drafts if scene.told.verb_last or draft.act in VERDICTS)
    if not said or len(days) != 1 or any(draft.sentence == scene.number for draft in told):
        return drafts
    return [
        changed(draft, day=days[0], day_from=ELSEWHERE)
        if draft.day is None and draft.act in acts and 0 < scene.number - draft.sentence <= REACH
        else draft
        for draft in drafts
    ]


_DECIDED = RULED | {"pretrial_detention", "house_arrest", "release"}


def _with_that_ruling(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """The drafts; "such a decision the court took on 5 May" dates what the sentence
    before told."""
    days = [one.day for one in scene.dates if not one.since and one.day.day]
    if len(days) != 1:
        return drafts
    return [
        changed(draft, day=days[0], day_from=ELSEWHERE)
        if draft.act in _DECIDED
        and scene.number - draft.sentence == 1
        and (draft.day is None or draft.day_from == ELSEWHERE)
        else draft
        for draft in drafts
    ]
