"""The chain: each digest covers an entry and, through the digest before it, everything before it."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from tizim.ledger.canonical import canonical
from tizim.ledger.entry import Entry
from tizim.ledger.port import Head, Link


def digest(previous: str, entry: Entry) -> str:
    """SHA-256, in hex, of the digest before (64 hex characters) followed by the entry's canonical bytes."""
    return sha256(previous.encode("ascii") + canonical(entry)).hexdigest()


def linked(head: Head, entries: Iterable[Entry]) -> Iterator[Link]:
    """The entries in their places after the head, each with its digest."""
    last = head.digest
    for seq, entry in enumerate(entries, head.seq + 1):
        last = digest(last, entry)
        yield Link(seq, last, entry)
