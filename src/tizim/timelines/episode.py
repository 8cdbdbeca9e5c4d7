"""What a timeline is made of: episodes, acts, contradictions."""

from dataclasses import dataclass, field
from datetime import date

from tizim.vocab import Days


@dataclass(frozen=True, slots=True)
class Episode:
    """A state of a person over a span of days, with the claims that open, confirm and end it.

    ``begin`` and ``end`` are the possible days of the beginning and the ending (``end`` is ``None``
    while no claim ends it). ``reported`` and ``confirmed`` are the first and the last day for which a
    source says that the state held. ``expected_ends`` are the candidates computed from start and
    term, the earliest first. ``sure`` is false where every claim for it is itself in doubt; ``undated``
    where it is told without a day, and then ``over_by`` is the day by which its term was over. ``may_end``
    are claims without a day that may have ended it. ``counts_from`` are the days from which a sentence
    may count.
    """

    state: str
    begin: Days
    end: Days | None = None
    reported: date | None = None
    confirmed: date | None = None
    expected_ends: tuple[date, ...] = ()
    sure: bool = True
    because: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    ended_as: str | None = None
    articles: tuple[str, ...] = ()
    offences: tuple[str, ...] = ()
    place: str | None = None
    outcome: str | None = None
    undated: bool = False
    over_by: date | None = None
    may_end: tuple[str, ...] = ()
    counts_from: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class ActMark:
    """One act against the person in the short form that counting needs."""

    claim_id: str
    act: str
    days: Days
    sure: bool
    articles: tuple[str, ...] = ()
    root: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that cannot all be true; both sides stand, nothing is chosen.

    ``kind`` is ``two_deaths``, ``after_death``, ``held_after_release``, ``two_terms`` or ``two_towns``.
    """

    kind: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The episodes and acts of one person, in the order of time."""

    episodes: tuple[Episode, ...] = ()
    acts: tuple[ActMark, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    undated: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = field(default=())
