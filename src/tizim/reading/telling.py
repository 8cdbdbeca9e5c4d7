"""The acts of one sentence: every word that may tell of one, read in order."""

from collections.abc import Iterable

from tizim.reading.events import Event, Told
from tizim.reading.handed import own_term
from tizim.reading.marks import Mark, Sentence
from tizim.reading.nouns import noun_event, penalty_event
from tizim.reading.states import refusal_event, state_event
from tizim.reading.targets import upon_event, wanting, withheld_event
from tizim.reading.untold import unreal
from tizim.reading.verbs import subject_event, verb_event
from tizim.reading.words import ActWord

_READERS = {
    "verbs": verb_event,
    "subject": subject_event,
    "refusals": refusal_event,
    "states": state_event,
    "nouns": noun_event,
    "upon": upon_event,
    "withheld": withheld_event,
}
_NEGATIVE = ("refusals", "withheld")
_NOUN_LEADS = ("the", "a", "'s", "of", "on", "these", "those", "criminal")


def events_of(told: Told, taken: set[int]) -> list[Event]:
    """The acts of one sentence in order, those that did not happen left out."""
    sentence, until = told.sentence, 0
    for mark in _triggers(sentence, taken, told.dated):
        event = _event(told, mark) if mark.first >= until else None
        if event is not None and any(
            rule(told, event) for rule in (_decided_on, _spent, _after_arrest, _of_death)
        ):
            until = mark.last
        elif event is not None:
            if told.before is not None and (
                _only_held(sentence, told.before, event) or _undone(sentence, told.before, event)
            ):
                told.found.pop()
            told.found.append(event)
            until = mark.last
    return told.found


def _decided_on(told: Told, event: Event) -> bool:
    """Of "overturned the conviction of X", "cut her term to four years": the noun is what was decided on."""
    before = told.before
    if before is None or before.act != "appeal" or event.shape != "nouns":
        return False
    one, other = before.who, event.who
    same = one is other or (
        one is not None and other is not None and one.people == other.people and bool(one.people)
    )
    if not same:
        return False
    return event.act == "conviction" or (event.act == "sentence" and before.outcome == "reduced")


def _spent(told: Told, event: Event) -> bool:
    """Of "spent six days in detention": the penalty is told, the detention is where it was served."""
    before = told.before
    custody = event.shape in ("states", "verbs") and event.act in ("detention", "pretrial_detention")
    return custody and before is not None and before.shape == "penalty" and event.first - before.last <= 6


def _after_arrest(told: Told, event: Event) -> bool:
    """Of "was taken away and has not been heard from since": who was seen being taken has not vanished."""
    taken = event.act == "abduction" and event.shape == "subject"
    return taken and any(one.act in _TAKEN for one in told.found)


_TAKEN = {"detention", "pretrial_detention", "sentence"}


def _of_death(told: Told, event: Event) -> bool:
    """Of "died of his injuries": what somebody died of is told with the death."""
    before = told.before
    died = before is not None and before.act == "death" and event.first - before.last <= 3
    return died and event.act == "ill_treatment" and event.shape == "nouns"


def _taken(sentence: Sentence, dated: frozenset[int]) -> list[Mark]:
    """Of "X was taken on 9 May", "were taken the same day": nothing but a day says what was done."""
    out: list[Mark] = _took(sentence) if "took" in sentence.bag else []
    if "taken" not in sentence.bag:
        return out
    for at, word in enumerate(sentence.lowers):
        if word != "taken" or sentence.any_at(("be", "have"), at - 1) is None:
            continue
        following = at + 1 + (sentence.lower(at + 1) in ("on", "in"))
        if following in dated:
            out.append(Mark("act", at, at + 1, (ActWord("detention", "verbs", "part"),)))
    return out


def _took(sentence: Sentence) -> list[Mark]:
    """Of "they took him.", "took her on Monday", "took him and his computers": nothing says where to."""
    words = sentence.lowers if "took" in sentence.bag else ()
    return [
        Mark("act", at, at + 1, (ActWord("detention", "verbs", "past"),))
        for at, word in enumerate(words)
        if word == "took"
        and sentence.lower(at + 1) in _TAKEN_ONES
        and sentence.lower(at + 2 + (sentence.lower(at + 2) == "in")) in _ENDS
    ]


_TAKEN_ONES, _ENDS = (
    ("him", "her", "them", "me"),
    (".", ",", ";", "", "and", "on", "at", "yesterday", "again"),
)


def _triggers(sentence: Sentence, taken: set[int], dated: frozenset[int]) -> list[Mark]:
    marks = [mark for mark in sentence.of("act") if mark.first not in taken]
    marks.extend(_conditions(sentence))
    marks.extend(_taken(sentence, dated))
    for kind in ("give", "receive"):
        marks.extend(mark for mark in sentence.of(kind) if sentence.at("act", mark.first) is None)
    return sorted(marks, key=lambda mark: (mark.first, -mark.last))


def _conditions(sentence: Sentence) -> list[Mark]:
    """Conditions made of a place or list and the preposition before it: "in secret police custody"."""
    out = []
    listed = bool(sentence.marks.get("listing_context"))
    for mark in (*sentence.of("facility"), *(sentence.of("listings") if listed else ())):
        at = _preposition(sentence, mark.first)
        if at is not None and not _overlaps(sentence, at, mark.first):
            value = mark.value if mark.kind == "facility" else ActWord("financial_listing", "states")
            out.append(Mark("act", at, mark.last, (value,)))
    out.extend(_leaving(sentence))
    return out


def _overlaps(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a phrase of its own covers the condition already."""
    acts = (sentence.at("act", at) for at in range(first, last))
    return any(act is not None and (act.last > last or act.last - act.first > 1) for act in acts)


def _leaving(sentence: Sentence) -> list[Mark]:
    """Of "walked out of Orda prison", "was released from the colony"."""
    out = []
    for mark in sentence.of("prisons"):
        for at in range(mark.first - 1, max(0, mark.first - 7), -1):
            word = sentence.lower(at)
            first = at - 1 if word == "of" and sentence.lower(at - 1) == "out" else at
            if (word == "from" or first < at) and sentence.at("leaving", first - 1) is not None:
                out.append(Mark("act", first, mark.last, (ActWord("release", "states"),)))
            if sentence.lower(at + 1) == "gates" or (word == "of" and sentence.lower(at - 1) == "gates"):
                continue
            if sentence.tokens[at].kind == "mark" or word in ("from", "of", "in", "to"):
                break
    return out


def _preposition(sentence: Sentence, index: int) -> int | None:
    for at in range(index - 1, max(-1, index - 6), -1):
        if sentence.lower(at) in ("in", "into", "to", "on"):
            return at
        if sentence.tokens[at].kind == "mark" or sentence.any_at(("be", "prepositions", "attribution"), at):
            return None
    return None


def _event(told: Told, mark: Mark) -> Event | None:
    floor = told.before.last if told.before else 0
    words = [] if mark.kind in ("give", "receive") else _chosen(told.sentence, mark)
    supposed = unreal(told.sentence, mark, floor) and not any(word.shape in _NEGATIVE for word in words)
    if supposed and not own_term(told, mark):
        return None
    if mark.kind in ("give", "receive"):
        return penalty_event(told, mark)
    for word in words:
        event = _READERS[word.shape](told, mark, word)
        if event is not None:
            return event
    told.untied.append((mark, words))
    return None


def _undone(sentence: Sentence, before: Event, event: Event) -> bool:
    """Whether "the conviction of X was set aside" tells the decision alone, "was shot and died" the death."""
    one, other = before.who, event.who
    same = one is other or (one is not None and other is not None and one.people == other.people)
    decided = event.act == "appeal" and before.shape == "nouns" and before.act in ("conviction", "sentence")
    shot = event.act == "death" and before.act == "ill_treatment" and sentence.lower(before.first) == "shot"
    return same and one is not None and (decided or shot)


def _only_held(sentence: Sentence, held: Event, state: Event) -> bool:
    """Whether "was held under house arrest" is house arrest and no second act."""
    if state.shape == "states" and held.act == "release" and state.act == "house_arrest":
        return held.who is state.who and 0 <= state.first - held.last <= 3
    if state.shape != "states" or held.act not in _HELD or sentence.lower(held.first) != "held":
        return False
    return state.act != "charge" and held.who is state.who and state.first - held.last <= 4


_HELD = ("detention", "pretrial_detention")


def _chosen(sentence: Sentence, mark: Mark) -> list[ActWord]:
    """The meanings of a phrase that fit, best first: a noun after an article or possessor, else the verb."""
    words: list[ActWord] = [value for value in mark.values if isinstance(value, ActWord)]
    if any(word.needs for word in words):
        words = [word for word in words if not wanting(sentence, mark, word)]
        words.sort(key=lambda word: not word.needs)
    nouns = [word for word in words if word.shape == "nouns"]
    verbs = _once(word for word in words if word.shape == "verbs")
    if nouns and verbs:
        return nouns[:1] if _nominal(sentence, mark, verbs) else verbs
    others = [word for word in words if word.shape not in ("verbs", "nouns")]
    return [*_once(others), *nouns[:1]] if others else verbs or nouns[:1]


def _once(words: Iterable[ActWord]) -> list[ActWord]:
    """One word an act: the forms of a verb that look alike need not be tried twice."""
    return list({(word.act, word.outcome, word.shape): word for word in words}.values())


def _headline(sentence: Sentence, mark: Mark, verbs: list[ActWord]) -> bool:
    """Of "Police arrest activist X", "Officers search offices": a plural agent right before the base form."""
    agent = next((m for at in range(mark.first - 4, mark.first) if (m := sentence.at("agents", at))), None)
    acting = agent is not None and agent.last == mark.first
    return acting and any(word.form == "base" for word in verbs)


def _doing(sentence: Sentence, mark: Mark, verbs: list[ActWord]) -> bool:
    """Of "…, killing X and wounding Y": a participle with its object."""
    led = sentence.lower(mark.first - 1) in (",", "and") and mark.last < len(sentence.tokens)
    other = sentence.at("act", mark.last + 1) if sentence.lower(mark.last) == "and" else None
    if led and other is not None and sentence.lower(mark.last + 1).endswith("ing"):
        return any(word.form == "ing" for word in verbs)
    return led and any(word.form == "ing" for word in verbs) and sentence.tokens[mark.last].capital


def _nominal(sentence: Sentence, mark: Mark, verbs: list[ActWord]) -> bool:
    before = sentence.lower(mark.first - 1)
    if _headline(sentence, mark, verbs) or _doing(sentence, mark, verbs):
        return False
    if any(word.form == "s" for word in verbs) and before not in _NOUN_LEADS:
        named = mark.last < len(sentence.tokens) and sentence.tokens[mark.last].capital
        return not named and sentence.any_at(("title", "victim_singular"), mark.last) is None
    return before != "to" and sentence.at("modals", mark.first - 1) is None
