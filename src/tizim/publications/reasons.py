"""Why somebody joined or left between two editions: told from the two lists, made again from the entries."""

from collections.abc import Iterable, Mapping

from tizim.claims import Claim
from tizim.ledger import Entry
from tizim.publications.composing import Asked, listed
from tizim.tallies import difference


def reasons(
    earlier: tuple[Iterable[Entry], Asked], later: tuple[Iterable[Entry], Asked]
) -> Mapping[str, str]:
    """By the key of each person who joined, left or stands otherwise, the code of the reason.

    The entries are those known at the moment of each edition.
    """
    known = tuple(later[0])
    was, now = listed(*earlier), listed(known, later[1])
    recorded = {one.id: one.recorded_at for one in known if isinstance(one, Claim)}
    found = difference(now.of, was.found, now.found, told=now.told, recorded=recorded)
    return {one.person_id: one.why for one in found.changes}
