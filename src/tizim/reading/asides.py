"""Days of something told aside: of the noun before them, of what "who" opens and a comma closes."""

from itertools import pairwise

from tizim.reading.commas import beyond_the_clause, closed_relative
from tizim.reading.events import Event
from tizim.reading.marks import Sentence
from tizim.reading.offences import meted_out, of_offence
from tizim.reading.words import set_of


def own_days(event: Event, sentence: Sentence, days: list[int], events: list[Event]) -> list[int]:
    """Where the days stand that can be an act's own, and are not that of a noun before it."""
    own = [
        at for at in days if not (_of_other(event, sentence, at, events) or _of_telling(event, sentence, at))
    ]
    return [
        at
        for at in own
        if not (
            of_offence(event, sentence, at)
            or meted_out(event, sentence, at)
            or beyond_the_clause(sentence, event.start, event.last, at)
        )
    ]


def _of_telling(event: Event, sentence: Sentence, at: int) -> bool:
    """Of '"They beat me," X told the court on Tuesday', "on 20 April they learned that X had died": the day
    is that of telling."""
    words = sentence.lowers
    between = words[event.last : at] if at >= event.last else words[at : event.start]
    if _opened(between) and _opened(words[: event.first]) and _quoted(event, words) > _WORDS:
        return True
    heard = set_of("en", "grammar", "hearing")
    return at < event.start and any(word in heard and other == "that" for word, other in pairwise(between))


def _opened(words: list[str]) -> bool:
    """Whether a quotation that the words open or close is not also closed or opened by them."""
    return bool(sum(word in _QUOTES for word in words) % 2)


def _quoted(event: Event, words: list[str]) -> int:
    """How many words the quotation around an act has; a few are only what something is called."""
    first = next((at for at in range(event.first - 1, -1, -1) if words[at] in _QUOTES), event.first)
    last = next((at for at in range(event.last, len(words)) if words[at] in _QUOTES), event.last)
    return last - first - 1


_WORDS = 3
_QUOTES = frozenset('"“”«»')


def _of_other(event: Event, sentence: Sentence, at: int, events: list[Event]) -> bool:
    """Of "before his arrest on 3 May X was fined", "since his arrest on 3 May X has been beaten": the day is
    the arrest's alone."""
    words = sentence.lowers
    for other in events:
        if other.shape != "nouns" or other is event or not 0 < at - other.last + 1 <= _OWN_DAY:
            continue
        lead = words[(other.who.first if other.who is not None else other.first) - 1 : other.first]
        lasting = event.shape == "states" or event.act in _CUSTODY
        if "before" in lead or "prior" in lead or ("since" in lead and not lasting):
            return True
    return False


_OWN_DAY = 3
_CUSTODY = ("pretrial_detention", "house_arrest")


def closed_aside(event: Event, sentence: Sentence, at: int) -> bool:
    """Of "X, who was arrested on 14 January, was sentenced": the day is that of what "who" opens and a comma
    closes."""
    words, start = sentence.lowers, event.start
    if event.shape == "verbs" and start == event.first:  # "…, questioned and released": "who" goes on
        return False
    commas = [i for i in range(at, start) if words[i] == ","]
    first = next((i for i in range(at, 0, -1) if words[i] in ("who", "whose", "whom")), 0)
    led = first > 1 and (words[first - 1] == "," or closed_relative(sentence, first, start))
    opened = led and "," not in words[first:at]
    return opened and bool(commas) and not any(words[i + 1] in _GOING_ON for i in commas)


_GOING_ON = ("and", "when", "where", "then", "but")


def until_then(sentence: Sentence, at: int) -> bool:
    """Whether a date only ends what a sentence tells: "held until 17 March", but not "not until 17 March"."""
    first = next((one for one in (at - 1, at - 2) if sentence.lower(one) == "until"), -1)
    return first >= 0 and sentence.lower(first - 1) != "not"


def when_after(sentence: Sentence, at: int) -> bool:
    """Of "he taught until May, when he was dismissed": the day is that of what ended it."""
    if "when" not in sentence.bag:
        return False
    words = sentence.lowers[at : at + _NEAR]
    return any(one == "," and other == "when" for one, other in pairwise(words))


def told_after(event: Event, sentence: Sentence, days: list[tuple[int, bool]]) -> bool:
    """Of "X was taken from home; two days later X was jailed": the later day is not that of the first."""
    relative = bool(days) and all(is_relative for _, is_relative in days)
    joint = range(event.last, days[0][0]) if relative else ()
    return any(sentence.tokens[at].text == ";" for at in joint)


_NEAR = 5
