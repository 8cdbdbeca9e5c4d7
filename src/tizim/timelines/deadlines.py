"""Terms that run out: when a detention, a ban or a listing is expected to end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tizim.timelines.episode import Timeline


@dataclass(frozen=True, slots=True)
class Deadline:
    """An expected end of a state of a person, computed from start and term, and its claims.

    ``candidates`` are the days on which the term may end, the earliest first.
    """

    person_id: str
    state: str
    candidates: tuple[date, ...]
    because: tuple[str, ...]


def deadlines(timelines: Iterable[tuple[str, Timeline]], *, since: date, until: date) -> tuple[Deadline, ...]:
    """The expected ends between the two days, both included, of states that no claim has ended."""
    found = [
        Deadline(person_id, episode.state, episode.expected_ends, episode.because)
        for person_id, line in timelines
        for episode in line.episodes
        if episode.end is None and any(since <= day <= until for day in episode.expected_ends)
    ]
    return tuple(sorted(found, key=lambda one: (one.candidates, one.person_id)))
