"""Penalties told by a noun: "the ban handed to X", "the term – seven years –", "on completing a sentence"."""

from dataclasses import replace

from tizim.reading.events import Event, Told
from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of

_ONCE = ("after", "on", "upon", "following", "having")
_BACK = 5


def goes_to(sentence: Sentence, index: int) -> bool:
    """Of "the longest term, nine years, went to X"."""
    return sentence.lower(index) == "went" and sentence.lower(index + 1) == "to"


def handed(told: Told, at: int) -> bool:
    """Of "the three-year ban handed to X", "the fine imposed on Y": the one right behind the participle."""
    behind = next((who for who in told.whos if who.first > at), None)
    related = "that" in told.sentence.lowers[max(0, at - _BACK) : at]
    if related and behind is not None and behind.governed in ("on", "upon", "to"):
        return behind.head - at <= _BACK
    return behind is not None and behind.head == at + 2 and behind.governed in ("on", "upon", "to", "against")


def given(event: Event) -> Event:
    """A sentence handed to somebody is told as an act with its day, not as a thing that there is."""
    event.shape = "verbs" if event.act == "sentence" else event.shape
    return event


def tells_its_length(told: Told, mark: Mark) -> bool:
    """Of "Sentence: five years", "The term – seven years in a colony – became known"."""
    if told.sentence.lower(mark.last) == ":":
        return True
    opens = told.sentence.lower(mark.last) in ("–", "—", "-", "(", ",", "was", "is", "of")
    the = told.sentence.lower(mark.first - 1) in ("the", "his", "her")
    following = any(one.first == mark.last + 1 and not one.possible for one in told.lengths)
    return (
        opens and the and following and told.sentence.lower(mark.last - 1) in ("sentence", "term", "verdict")
    )


def after_serving(told: Told, mark: Mark) -> Who | None:
    """Of "was freed after serving four years": the one who was freed."""
    sentence = told.sentence
    once = (
        sentence.lower(mark.first) in set_of("en", "grammar", "serving_words")
        and sentence.lower(mark.first - 1) in _ONCE
    )
    return told.victim if once else None


def served(told: Told, mark: Mark, word: ActWord) -> Who | None:
    """Of "was freed on completing a four-year sentence": the one who was freed."""
    if word.act != "sentence" or told.victim is None:
        return None
    sentence = told.sentence
    at = next(
        (
            i
            for i in range(mark.first - 1, mark.first - _BACK, -1)
            if sentence.lower(i) in set_of("en", "grammar", "serving_words")
        ),
        0,
    )
    return told.victim if at and sentence.lower(at - 1) in _ONCE else None


def own_term(told: Told, mark: Mark) -> bool:
    """Of "asked for her five-year term to be reviewed": the term of somebody is told, whatever is asked."""
    sentence = told.sentence
    length = next((one for one in told.lengths if 0 <= mark.first - one.last <= 1), None)
    if length is None or sentence.lower(mark.last - 1) not in ("sentence", "term"):
        return False
    owner = next((who for who in told.whos if who.possessive and 0 <= length.first - who.last <= 1), None)
    if owner is None or sentence.lower(owner.last) not in ("'s", sentence.lower(length.first)):
        return False
    length.possible = False
    return True


def added(told: Told) -> list[Event]:
    """Of "two more years were added to his term", "added a year to X's sentence": a further sentence."""
    sentence = told.sentence
    if "added" not in sentence.bag:
        return []
    at = sentence.lowers.index("added")
    length = next((one for one in told.lengths if -4 <= one.first - at <= 4 and one.unit in "YM"), None)
    noun = next(
        (i for i in range(at, at + 9) if sentence.lower(i) in ("term", "sentence", "sentences")), None
    )
    owners = (who for who in told.whos if who.possessive and noun is not None and at < who.first < noun)
    owner = next(owners, None)
    if length is None or owner is None or length.possible:
        return []
    length.kind, who = length.kind or "imprisonment", replace(owner, possessive=False)
    return [Event("sentence", min(at, length.first), at + 1, who, "verbs", lengths=[length], start=at)]
