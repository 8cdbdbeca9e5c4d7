"""What a sentence tells that is no claim: what usually happens, what an earlier text had wrong."""

from tizim.reading.clauses import Verb
from tizim.reading.drafts import Draft, Scene
from tizim.reading.events import Event
from tizim.reading.kin import KIN
from tizim.reading.marks import Mark, Sentence
from tizim.reading.words import set_of, words_of

_LANGUAGE = "en"


def usual(draft: Draft, event: Event) -> bool:
    """Whether a sentence tells what usually happens ("Some are held for hours"), or a mother's death."""
    if (
        draft.act == "death"
        and event.shape != "verbs"
        and draft.group is not None
        and draft.group.noun == KIN
    ):
        return True
    vague = event.who is not None and event.who.group is not None and event.who.group.vague
    low = draft.group is not None and draft.group.high is None and draft.group.low <= _FEW_PEOPLE
    return vague and low and event.tense in ("is", "are") and draft.day is None


_FEW_PEOPLE = 2


def unclear(draft: Draft, event: Event, scene: Scene) -> bool:
    """Whether it is open who suffered what ("jailed or fined hundreds"), or a headline rounds a number."""
    if draft.group is None:
        return False
    sentence = scene.sentence
    title = scene.number == 0 and sentence.span.heading and draft.group.vague
    return title or "or" in (sentence.lower(event.start - 1), sentence.lower(event.last))


def retracted(sentence: Sentence) -> bool:
    """Whether a sentence tells what was wrong in an earlier text."""
    if set_of(_LANGUAGE, "layout", "retracting_words").isdisjoint(sentence.bag):
        return False
    said = " ".join(sentence.lowers)
    return any(phrase in said for phrase in words_of(_LANGUAGE).tables["layout"]["retracting"])


def _recalled(sentence: Sentence, at: int) -> bool:
    """Of "it should be recalled that X was held": it is told."""
    said = sentence.lower(at) == "should" and sentence.lower(at + 1) == "be"
    return said and sentence.lower(at + 2) in ("recalled", "noted", "remembered", "added", "said")


def unreal(sentence: Sentence, mark: Mark, floor: int) -> bool:
    """Whether an act is only asked for, feared, planned, supposed or charged: a word for that governs it."""
    if "neither" in sentence.bag:
        before = sentence.lowers[: mark.first]
        if "neither" in before and "nor" in before:
            return True
    if "demand" not in sentence.marks:
        return False
    for at in range(mark.first - 1, max(floor, mark.first - 14) - 1, -1):
        demand = sentence.at("demand", at)
        judge = sentence.lower(at) == "investigating" and sentence.any_at(("agents", "officials"), at + 1)
        if demand is not None and demand.last <= mark.first and not judge and not _recalled(sentence, at):
            return not _goes_on(sentence, demand, mark)
        if (
            sentence.tokens[at].text in (";", ":", ",", "—", "–")
            or sentence.at("clause_breaks", at) is not None
        ):
            return False
    return False


def _goes_on(sentence: Sentence, demand: Mark, mark: Mark) -> bool:
    """Of "found no grounds to keep X in custody and released him": what "and" joins was done."""
    forms = {getattr(value, "form", "") for value in mark.values}
    led = sentence.lower(demand.last - 1) == "to" or sentence.lower(demand.last) == "to"
    if led and _finite_behind(sentence, mark):
        return True
    behind = sentence.lower(mark.last) in _WHOM
    return (
        led and behind and sentence.lower(mark.first - 1) == "and" and "past" in forms and "base" not in forms
    )


def _finite_behind(sentence: Sentence, mark: Mark) -> bool:
    """Of "tried to film it and was kicked": "to" does not reach what "and was" begins."""
    at = mark.first - 1
    while sentence.at("passed_over", at) is not None or sentence.lower(at).endswith("ly"):
        at -= 1
    joint = at - 1 - (sentence.lower(at) == "been")
    return sentence.lower(at) in _FINITE and sentence.lower(joint) in ("and", "but")


_FINITE = ("was", "were", "had", "been")
_WHOM = ("him", "her", "them")


def with_object(sentence: Sentence, verb: Verb) -> bool:
    """Of "X shadowed a doctor", "X executed the order": who stands before the verb did it."""
    thing = sentence.lower(verb.end) in _DETERMINERS and sentence.lower(verb.start) != "fined"
    return thing and not (verb.end + 1 in sentence.numeric or sentence.any_at(_TIMES, verb.end + 1))


_DETERMINERS = ("the", "a", "an", "his", "her", "their", "my", "our", "its")
_TIMES = ("time_units", "months", "weekdays", "passed_over")
