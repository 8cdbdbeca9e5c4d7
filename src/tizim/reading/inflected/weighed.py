"""Acts tied to somebody by weights where no rule ties them to anybody."""

from dataclasses import replace

from tizim.reading.drafts import Draft, changed
from tizim.reading.focus import Subject
from tizim.reading.inflected.drafting import Scene, drafts_of
from tizim.reading.inflected.events import Event
from tizim.reading.inflected.focus import Focus
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.inflected.untied import Chance, chances_of
from tizim.reading.weighing import weights_from

STEP = "untied"
"""The key of this step in ``weights.yml``; a language without it ties nothing by weights."""

_VERDICT = frozenset({"sentence", "conviction"})


class Weighed:
    """Every chance that was weighed, and the drafts of those that the weights held likely."""

    def __init__(self, lexicon: Lexicon, focus: Focus) -> None:
        written = lexicon.tables["weights"].get(STEP)
        self.weights = weights_from(written) if written else None
        self.focus = focus
        self.chances: list[tuple[Event, list[Chance]]] = []
        self.likely: list[tuple[float, Draft]] = []

    def drafts(self, event: Event, scene: Scene, events: list[Event]) -> list[tuple[float, Draft]]:
        """The drafts of an act against whom it most likely hit, each with how likely; none where nobody is
        likely enough."""
        if self.weights is None:
            return []
        chances = chances_of(event, scene, self.focus)
        self.chances.append((event, chances))
        ranked = [(self.weights.probability(one.signs), one) for one in chances]
        probable, best = max(ranked, key=lambda one: one[0], default=(0.0, None))
        if best is None or probable < self.weights.threshold:
            return []
        tied = replace(event, who=best.who, role="likely")
        why = (f"victim: weighed {probable:.2f}", *self.weights.loudest(best.signs))
        found = drafts_of(tied, Subject(best.people), scene, [*events, tied])
        return [(probable, changed(draft, why=(*draft.why, *why))) for draft in found]

    def untold(self, drafts: list[Draft]) -> list[Draft]:
        """The likely drafts of which the rules told nothing: each act once of each person."""
        told = {(draft.person, _kind(draft)) for draft in drafts}
        out: list[Draft] = []
        for _, draft in sorted(self.likely, key=lambda one: -one[0]):
            if (draft.person, _kind(draft)) not in told:
                told.add((draft.person, _kind(draft)))
                out.append(draft)
        return sorted(out, key=lambda draft: draft.start)


def _kind(draft: Draft) -> str:
    """The act; a verdict with a penalty and one without are one."""
    return "sentence" if draft.act in _VERDICT else draft.act
