"""Acts whose victim follows a fixed phrase ("stones were thrown at X"), and what is kept from somebody."""

from dataclasses import replace

from tizim.reading.clauses import object_after, subject_before, verb_group
from tizim.reading.events import NOBODY, Event, Told, made, suffers
from tizim.reading.marks import Mark, Sentence
from tizim.reading.owners import owner_after
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of

_WINDOW, _NEAR, _LEAD = 7, 3, 3


def upon_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """Of "a bag was put over his head", "spyware was found on X's phone": who comes next, or whose it is."""
    sentence = told.sentence
    before = range(max(0, mark.first - _LEAD), mark.first)
    if any(sentence.any_at(("negations", "modals"), at) is not None for at in before):
        return None
    who = owner_after(sentence, mark.last, told.whos) or object_after(sentence, mark.last, told.whos)
    who = who or _owner_near(told, mark.last)
    if who is None or who.kind in NOBODY or (who.possessive and word.act == "abduction"):
        return None
    return made(mark, word, replace(who, possessive=False))


def _owner_near(told: Told, index: int) -> Who | None:
    """Of "on the back of X", "at the windows of her house": the first whose thing it is."""
    near = (who for who in told.whos if index <= who.first <= index + _WINDOW)
    return next((who for who in near if who.possessive or who.governed == "of"), None)


def withheld_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """Of "was not given water", "they did not let him sleep": who did not get it."""
    sentence = told.sentence
    giving = set_of("en", "grammar", "giving")
    for at in range(mark.first - 1, max(-1, mark.first - _WINDOW), -1):
        if sentence.lower(at) in giving:
            verb = verb_group(sentence, Mark("give", at, at + 1, ()), "ed")
            denied = any(sentence.at("negations", i) is not None for i in range(max(0, at - _NEAR), at))
            return _without(told, mark, word, verb.start, at) if denied else None
        if sentence.tokens[at].kind == "mark" and sentence.lower(at) != "'s":
            return None
    return None


def _without(told: Told, mark: Mark, word: ActWord, start: int, verb: int) -> Event | None:
    between = [who for who in told.whos if verb < who.first and who.last <= mark.first + 1]
    passive = any(_is(told.sentence, at) for at in range(max(0, verb - _NEAR), verb))
    who = next((one for one in between if one.kind not in NOBODY and not one.possessive), None)
    if who is None and (passive or told.sentence.lower(verb) in ("received", "receive", "got", "get", "had")):
        first = next((at for at in range(max(0, verb - _LEAD), verb) if _is(told.sentence, at)), start)
        who = subject_before(told.sentence, first, told.whos)
    return made(mark, word, who) if suffers(who) and who is not None else None


def _is(sentence: Sentence, at: int) -> bool:
    short = sentence.lower(at) in ("wasn't", "weren't", "isn't", "aren't")
    return short or sentence.at("be", at) is not None


def wanting(sentence: Sentence, mark: Mark, word: ActWord) -> bool:
    """Whether what an entry needs beside it is not there: hours, an investigator, an account, a state."""
    return bool(word.needs) and not any(_present(sentence, mark, need) for need in word.needs)


def _present(sentence: Sentence, mark: Mark, need: str) -> bool:
    if need == "hours":
        return any("hour" in one for one in sentence.lowers)
    if need == "agent":
        return (
            not set_of("en", "grammar", "agent_nouns").isdisjoint(sentence.bag)
            and sentence.lower(mark.last) != "to"
        )
    if need == "force":
        return bool(sentence.marks.get("agents"))
    if need == "term":
        return bool(sentence.marks.get("time_units") or sentence.marks.get("life"))
    if need == "place":
        return sentence.at("place", mark.last) is not None
    following = sentence.lowers[mark.last : mark.last + _WINDOW]
    if need == "online":
        return not set_of("en", "people", "online").isdisjoint(following)
    states = set_of("en", "places", "states")
    return bool(following) and (following[0] in states or " ".join(following[:2]) in states)
