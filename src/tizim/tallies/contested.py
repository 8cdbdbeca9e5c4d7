"""Judgements that contradict each other among those on whom a list or count rests."""

from tizim.identity import Contradiction
from tizim.tallies.tally import Tally
from tizim.timelines import Chronicle


def contested(found: Tally, told: Chronicle) -> tuple[Contradiction, ...]:
    """The contradictions between judgements on persons whom the tally counts, surely or perhaps."""
    if not told.contradictions:
        return ()
    mentions = {
        mention for member in found.members for mention in told.lives[member.person_id].person.mention_ids
    }
    return tuple(one for one in told.contradictions if not mentions.isdisjoint(one.mention_ids))
