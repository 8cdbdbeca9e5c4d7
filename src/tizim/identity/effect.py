"""What a judgement would do, before it is written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tizim.claims import Claim
from tizim.identity.judgement import Judgement
from tizim.identity.partition import People, people
from tizim.identity.verdicts import Contradiction

AFTER_ALL = "9999-12-31T23:59:59.999999Z"


@dataclass(frozen=True, slots=True)
class Effect:
    """Who would be one, who would part, and which judgements would contradict each other.

    ``joined``: sets of persons of now that would be one. ``parted``: for a person of now the mentions of
    each person that would come of it. ``contradictions`` would arise, ``settled`` would be no more.
    ``doubts_before`` and ``doubts_after`` count the pairs of persons that may be one.
    """

    joined: tuple[tuple[str, ...], ...]
    parted: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    contradictions: tuple[Contradiction, ...]
    doubts_before: int
    doubts_after: int
    settled: tuple[Contradiction, ...] = ()


def effect_of(judgement: Judgement, claims: Iterable[Claim], judgements: Iterable[Judgement]) -> Effect:
    """What would change if the judgement were written now, as the latest of all."""
    told, judged = tuple(claims), tuple(judgements)
    return effect_between(people(told, judged), people(told, (*judged, as_latest(judgement))))


def as_latest(judgement: Judgement) -> Judgement:
    """The judgement as if it were written after all that stands."""
    return replace(judgement, recorded_at=AFTER_ALL)


def effect_between(before: People, after: People) -> Effect:
    """What lies between two answers to the question who is who, of the same claims."""
    return Effect(
        joined=_joined(before, after),
        parted=_parted(before, after),
        contradictions=tuple(one for one in after.contradictions if one not in before.contradictions),
        doubts_before=_pairs_in_doubt(before),
        doubts_after=_pairs_in_doubt(after),
        settled=tuple(one for one in before.contradictions if one not in after.contradictions),
    )


def _joined(before: People, after: People) -> tuple[tuple[str, ...], ...]:
    was = before.by_mention()
    groups = [sorted({was[mention].id for mention in person.mention_ids}) for person in after.persons]
    return tuple(sorted(tuple(group) for group in groups if len(group) > 1))


def _parted(before: People, after: People) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    becomes = after.by_mention()
    found = []
    for person in before.persons:
        parts: dict[str, list[str]] = {}
        for mention in person.mention_ids:
            parts.setdefault(becomes[mention].id, []).append(mention)
        if len(parts) > 1:
            found.append((person.id, tuple(sorted(tuple(part) for part in parts.values()))))
    return tuple(sorted(found))


def _pairs_in_doubt(known: People) -> int:
    return len({pair for doubt in known.doubts for pair in doubt.open_pairs()})
