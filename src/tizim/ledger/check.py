"""The proof that nothing written was changed, or the first place where something was."""

from collections.abc import Mapping
from dataclasses import dataclass

from tizim.ledger.batch import wrong_target
from tizim.ledger.chain import digest
from tizim.ledger.errors import BrokenChain, LedgerError
from tizim.ledger.port import Chain, Head, Link


@dataclass(frozen=True, slots=True)
class Break:
    """The first link that does not hold, and why."""

    link: Link
    why: str

    def __str__(self) -> str:
        """One line for people, with places and ids only."""
        return f"entry {self.link.seq} ({self.link.entry.kind or 'entry'} {self.link.entry.id}): {self.why}"


def broken(chain: Chain) -> Link | None:
    """The first link that does not hold, or None: see ``first_break`` for the reason."""
    found = first_break(chain)
    return found.link if found else None


def first_break(chain: Chain) -> Break | None:
    """Goes through the whole chain: places, digests, moments and what corrections point to.

    Entries cut off at the end leave a chain that holds; that shows only against a head noted
    elsewhere (see ``stands``).
    """
    last = Head()
    kinds: dict[str, str] = {}
    for link in chain.links():
        why = _why(link, last, kinds)
        if why:
            return Break(link, why)
        kinds[link.entry.id] = link.entry.kind
        last = Head(link.seq, link.digest, link.entry.recorded_at)
    return None


def stands(chain: Chain, head: Head) -> bool:
    """Whether a head noted earlier (printed in an edition, written on paper) is still in the chain."""
    if head.seq == 0:
        return True
    link = next(iter(chain.links(head.seq - 1)), None)
    return link is not None and (link.seq, link.digest) == (head.seq, head.digest)


def assert_whole(chain: Chain) -> None:
    """Raises BrokenChain with the first break, if there is one."""
    found = first_break(chain)
    if found:
        raise BrokenChain(str(found))


def _why(link: Link, last: Head, kinds: Mapping[str, str]) -> str | None:
    if link.seq != last.seq + 1:
        return f"it follows entry {last.seq}: an entry was taken out, put in or moved"
    if not _follows(link, last):
        return "its digest does not follow from it and the digest before: it was changed"
    if link.entry.id in kinds:
        return "its id stands in the ledger twice"
    if link.entry.recorded_at < last.recorded_at:
        return "it is recorded earlier than the entry before it"
    return wrong_target(link.entry, kinds)


def _follows(link: Link, last: Head) -> bool:
    try:
        return digest(last.digest, link.entry) == link.digest
    except LedgerError:
        return False
