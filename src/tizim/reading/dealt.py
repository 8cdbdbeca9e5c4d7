"""Acts told by a noun that somebody gets: "was given a warning", "hit with a fine", "the term he got"."""

from tizim.reading.clauses import object_after, subject_before, verb_group
from tizim.reading.events import NOBODY, Event, Told
from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who
from tizim.reading.words import set_of

_ACTS = frozenset(("fine", "threat", "interrogation", "travel_ban", "ban_on_activity", "dismissal", "charge"))
_BACK, _WIDE = 5, 9
_STOPS = ("be", "have", "act", "relative", "attribution", "modals", "prepositions", "clause_breaks")


def dealt(told: Told, mark: Mark, act: str) -> Who | None:
    """Of "was handed a travel ban", "punished X with a heavy fine", "got a police summons": who got it."""
    if (
        act not in _ACTS
        or not _may_be_dealt(told.sentence)
        or told.sentence.lower(mark.last - 1) == "warning"
    ):
        return None
    for at in range(mark.first - 1, max(-1, mark.first - _BACK), -1):
        word = told.sentence.lower(at)
        if told.sentence.at("negations", at) is not None:
            return None
        if word == "with":
            return _struck(told, at)
        if word in set_of("en", "grammar", "handing"):
            return _receiver(told, at, mark.first, got=False)
        if word in set_of("en", "grammar", "getting"):
            return _receiver(told, at, mark.first, got=True)
        if told.sentence.tokens[at].kind == "mark" or told.sentence.any_at(_STOPS, at) is not None:
            return _given_to(told, at, mark.first)
    return None


def _may_be_dealt(sentence: Sentence) -> bool:
    """Whether one of the verbs stands in the sentence that hand something to somebody."""
    kinds = (set_of("en", "grammar", kind) for kind in ("handing", "getting", "striking"))
    return any(not words.isdisjoint(sentence.bag) for words in kinds)


def _struck(told: Told, index: int) -> Who | None:
    """Who was "hit", "punished", "served" with something: the verb before "with", its object between."""
    striking = set_of("en", "grammar", "striking")
    at = next(
        (i for i in range(index - 1, max(-1, index - _WIDE), -1) if told.sentence.lower(i) in striking), None
    )
    return _receiver(told, at, index, got=False) if at is not None else None


def _given_to(told: Told, index: int, until: int) -> Who | None:
    """Of "gave X a warning", "issued her a formal warning": the one between the verb and what was given."""
    handing = set_of("en", "grammar", "handing")
    between = [who for who in told.whos if who.first <= index < who.last]
    at = between[0].head - 1 if between else -1
    return _receiver(told, at, until, got=False) if told.sentence.lower(at) in handing else None


def _receiver(told: Told, at: int, until: int, *, got: bool) -> Who | None:
    """The subject of a passive or of "got"; the object of an active verb."""
    verb = verb_group(told.sentence, Mark("give", at, at + 1, ()), "ed")
    if not verb.real:
        return None
    if got or verb.voice == "passive":
        who = subject_before(told.sentence, verb.start, told.whos)
    else:
        who = object_after(told.sentence, verb.end, told.whos, until=until)
    return who if who is not None and who.kind not in NOBODY and not who.possessive else None


def fronted(told: Told, mark: Mark, start: int) -> Event | None:
    """Of "the three-year term he was given in March", "the five years that X got": a length first."""
    sentence = told.sentence
    who = subject_before(sentence, start, told.whos)
    if who is None or who.possessive or who.kind in NOBODY or who.governed:
        return None
    ahead = [one for one in told.lengths if one.last <= who.head and who.head - one.last <= _TERM]
    length = ahead[-1] if ahead else None
    if length is None or length.possible or not length.iso or not _only_term(sentence, length.last, who.head):
        return None
    length.owner = mark.first
    event = Event("penalty", mark.first, mark.last, who, "penalty", start=start)
    event.lengths.append(length)
    return event


_TERM = 4


def _only_term(sentence: Sentence, first: int, last: int) -> bool:
    return all(sentence.lower(at) in set_of("en", "grammar", "term_words") for at in range(first, last))
