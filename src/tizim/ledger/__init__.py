"""What was written, when and by whom: the promise that nothing written is changed."""

from tizim.ledger.entry import Entry, Withdrawal
from tizim.ledger.errors import BrokenChain, DuplicateEntry, LedgerError
from tizim.ledger.ids import content_id, random_id
from tizim.ledger.moment import moment, next_moment
from tizim.ledger.port import GENESIS, Chain, Head, Ledger, Link

__all__ = [
    "GENESIS",
    "BrokenChain",
    "Chain",
    "DuplicateEntry",
    "Entry",
    "Head",
    "Ledger",
    "LedgerError",
    "Link",
    "Withdrawal",
    "content_id",
    "moment",
    "next_moment",
    "random_id",
]
