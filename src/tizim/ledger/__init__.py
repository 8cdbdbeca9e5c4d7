"""What was written, when and by whom: the promise that nothing written is changed."""

from tizim.ledger.batch import Stamp, ids_in, stamp, stamp_batch
from tizim.ledger.canonical import canonical, fields_written
from tizim.ledger.chain import digest, linked
from tizim.ledger.check import Break, assert_whole, broken, first_break, stands
from tizim.ledger.entry import Entry, Withdrawal
from tizim.ledger.errors import BrokenChain, DuplicateEntry, LedgerError
from tizim.ledger.ids import content_id, random_id
from tizim.ledger.in_force import in_force, standing
from tizim.ledger.memory import MemoryDerived, MemoryLedger, Together
from tizim.ledger.moment import moment, next_moment
from tizim.ledger.port import GENESIS, ById, Chain, Computed, Derived, Head, Later, Ledger, Link
from tizim.ledger.shape import Shape, shape

__all__ = [
    "GENESIS",
    "Break",
    "BrokenChain",
    "ById",
    "Chain",
    "Computed",
    "Derived",
    "DuplicateEntry",
    "Entry",
    "Head",
    "Later",
    "Ledger",
    "LedgerError",
    "Link",
    "MemoryDerived",
    "MemoryLedger",
    "Shape",
    "Stamp",
    "Together",
    "Withdrawal",
    "assert_whole",
    "broken",
    "canonical",
    "content_id",
    "digest",
    "fields_written",
    "first_break",
    "ids_in",
    "in_force",
    "linked",
    "moment",
    "next_moment",
    "random_id",
    "shape",
    "stamp",
    "stamp_batch",
    "standing",
    "stands",
]
