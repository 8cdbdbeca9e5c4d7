"""Acts that no rule ties to anybody and weights tie to somebody named: less sure, and told as such."""

from tizim.reading.drafts import Draft
from tizim.reading.untied import Chance
from tizim.reading.untied_signs import of_the_text
from tizim.reading.weighing import Weights

STEP = "linking"
LONGEST = 40
"""Texts of more sentences are not weighed: the fitted reports have fewer, and of what is tied in longer
ones most is wrong."""


def weighed(chances: list[Chance], drafts: list[Draft], weights: Weights) -> list[Draft]:
    """What the weights make of the chances: of each act the most probable, if that is probable enough."""
    best: dict[tuple[int, int, str], tuple[float, Chance, list[str]]] = {}
    for chance in chances:
        if _told_again(chance, drafts):
            continue
        signs = signs_of(chance, drafts)
        probable = weights.probability(signs)
        place = (chance.drafts[0].sentence, chance.event.first, chance.event.act)
        if probable >= max(weights.threshold, best[place][0] if place in best else 0):
            best[place] = (probable, chance, signs)
    out = []
    for probable, chance, signs in best.values():
        for draft in chance.drafts:
            draft.why = (*draft.why[:2], f"victim: weighed {probable:.2f}", *weights.loudest(signs))
            draft.certainty = "implied" if draft.certainty == "asserted" else draft.certainty
            out.append(draft)
    return out


def _told_again(chance: Chance, drafts: list[Draft]) -> bool:
    """Of "turned up at the flat of X. After a search …": the act told of somebody else just before."""
    number, act = chance.drafts[0].sentence, chance.event.act
    near = [one for one in drafts if one.act == act and 0 <= number - one.sentence <= 1]
    return chance.event.shape == "nouns" and bool(near) and act in _ONE_VISIT


_ONE_VISIT = ("search", "interrogation")


def signs_of(chance: Chance, drafts: list[Draft]) -> list[str]:
    """All signs of a chance, those of the whole text among them."""
    number = chance.drafts[0].sentence
    return [*chance.signs, *of_the_text(chance.event.act, chance.subject, number, drafts)]
