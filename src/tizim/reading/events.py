"""An act that a sentence reports, and what is needed to find one."""

from dataclasses import dataclass, field

from tizim.reading.clauses import Verb
from tizim.reading.marks import Mark, Sentence
from tizim.reading.measures import Length, Money
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of


@dataclass(slots=True)
class Event:
    """An act at tokens ``first`` … ``last - 1``; ``who`` is ``None`` where the victim is left out.

    ``elliptic`` says that the victim is to be understood from before, ``state`` that it lasts, ``perfect``
    that the text sums up ("have been"), ``row`` holds the penalties given "respectively"; ``tense`` is the
    first word of the verb group; ``past`` is an act from which the day of another is counted.
    """

    act: str
    first: int
    last: int
    who: Who | None = None
    shape: str = ""
    detail: str | None = None
    outcome: str | None = None
    elliptic: bool = False
    lengths: list[Length] = field(default_factory=list)
    money: list[Money] = field(default_factory=list)
    start: int = 0
    state: bool = False
    perfect: bool = False
    row: list[str] = field(default_factory=list)
    forever: bool = False
    tense: str = ""
    past: bool = False


@dataclass(slots=True)
class Told:
    """A sentence being read for acts: who is in it, the lengths of time, and the acts found so far.

    ``ruling`` says that it is a point of a court's decision: "to find X guilty; to sentence him to …".
    """

    sentence: Sentence
    whos: list[Who]
    lengths: list[Length]
    years: bool = False
    dated: frozenset[int] = frozenset()
    ruling: bool = False
    found: list[Event] = field(default_factory=list)
    untied: list[tuple[Mark, list[ActWord]]] = field(default_factory=list)

    @property
    def before(self) -> Event | None:
        """The act found last."""
        return self.found[-1] if self.found else None

    @property
    def victim(self) -> Who | None:
        """The victim of the act found last."""
        return self.found[-1].who if self.found else None


NOBODY = ("agent", "generic", "kin")


def made(mark: Mark, word: ActWord, who: Who | None, verb: Verb | None = None) -> Event:
    """The event that a word of a mark reports of somebody."""
    start = verb.start if verb else mark.first
    event = Event(word.act, mark.first, mark.last, who, word.shape, word.detail, word.outcome, start=start)
    return event


def understood(mark: Mark, word: ActWord) -> Event:
    """The event whose victim is the person that the text speaks of."""
    event = made(mark, word, None)
    event.elliptic = True
    return event


def shared(told: Told, start: int) -> Who | None:
    """The victim of the act before, where "and" or a comma joins the two verbs."""
    before = told.before
    if before is None or before.who is None:
        return None
    if start <= before.last:
        return before.who
    if any(told.sentence.tokens[at].text == ";" for at in range(before.last, start)):
        return None
    return before.who if told.sentence.lower(start - 1) in ("and", ",", "then", "later", "but") else None


def courtly(sentence: Sentence) -> bool:
    """Whether a court or a judge acts in a sentence."""
    return not set_of("en", "grammar", "court_words").isdisjoint(sentence.bag)


def suffers(who: Who | None) -> bool:
    """Whether somebody can be a victim: no agent of the state, no unnamed relative, no kind of people."""
    return who is not None and who.kind not in NOBODY and not who.possessive
