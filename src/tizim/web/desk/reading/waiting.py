"""Which documents wait: how many proposals each has and how many nobody has decided on.

Counted once in the database; from then on only the documents that new entries touch are counted anew.
"""

import threading
from bisect import insort
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import connection

from tizim.claims import Claim, Review, decisions, documents_by_id
from tizim.documents import Document
from tizim.ledger import Entry, Withdrawal, in_force
from tizim.stores.sql.models import Link
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register
from tizim.web.desk.reading.folder import folder_of

_FEW = 2_000
"""So many new entries are looked at one by one; after more, everything is counted anew."""
_COUNT = """
SELECT c.document_id, COUNT(*), SUM(CASE WHEN
    EXISTS (SELECT 1 FROM register_review r WHERE r.claim_id = c.id)
    OR EXISTS (SELECT 1 FROM register_claim x WHERE x.corrects = c.id)
    THEN 0 ELSE 1 END)
FROM register_claim c WHERE c.reader IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM register_withdrawal w WHERE w.corrects = c.id)
GROUP BY c.document_id
"""
_TAKEN_BACK = """
SELECT w.corrects FROM register_withdrawal w JOIN register_link l ON l.entry_id = w.corrects
WHERE l.kind IN ('review', 'withdrawal')
UNION SELECT x.id FROM register_claim x JOIN register_withdrawal w ON w.corrects = x.id
WHERE x.corrects IS NOT NULL
"""
"""What the count gets wrong: decisions and amendments that were taken back, what was brought back."""


class Count(NamedTuple):
    """Of one document: how many claims readers proposed, and how many of them wait for a decision."""

    proposals: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Every document by each id that it ever had; the counts of those with proposals by their present id.

    ``waiting`` and ``done`` are the ids of those with and without an open proposal, the earliest first.
    """

    documents: Mapping[str, Document]
    counts: Mapping[str, Count]
    waiting: Sequence[str] = ()
    done: Sequence[str] = ()

    @classmethod
    def of(cls, documents: Mapping[str, Document], counts: Mapping[str, Count]) -> "Counted":
        """The counts with all of their documents in order."""
        known = sorted((one for one in counts if one in documents), key=lambda one: _order(one, documents))
        waiting = [one for one in known if counts[one].waiting]
        return cls(documents, counts, waiting, [one for one in known if not counts[one].waiting])

    def recounted(self, counts: Mapping[str, Count | None]) -> "Counted":
        """The same with other counts of these documents; None for those without proposals."""
        now = {**self.counts, **{one: count for one, count in counts.items() if count}}
        for one in [one for one, count in counts.items() if count is None]:
            now.pop(one, None)
        known = [one for one in counts if one in now and one in self.documents]
        return Counted(
            self.documents,
            now,
            self._placed(self.waiting, counts, [one for one in known if now[one].waiting]),
            self._placed(self.done, counts, [one for one in known if not now[one].waiting]),
        )

    def _placed(self, before: Sequence[str], gone: Container[str], new: Iterable[str]) -> list[str]:
        left = [one for one in before if one not in gone]
        for one in new:
            insort(left, one, key=lambda each: _order(each, self.documents))
        return left


@dataclass
class _Kept:
    """What was counted, as the ledger stood after ``seq`` entries."""

    counted: Counted = field(default_factory=lambda: Counted({}, {}))
    seq: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def counted(asked: Moment) -> Counted:
    """All documents with proposals, as known at the moment."""
    if asked.known_at is None:
        return _fresh(opened().lasting("waiting", _Kept))
    found: Counted = opened().kept(("waiting", asked.known_at), lambda: _then(asked.known_at or ""))
    return found


def _fresh(kept: _Kept) -> Counted:
    with kept.lock:
        head = register().ledger.head().seq
        if head != kept.seq:
            few = kept.seq and head - kept.seq <= _FEW
            kept.counted = _brought_up(kept.counted, _since(kept.seq)) if few else _anew()
            kept.seq = head
        return kept.counted


def _anew() -> Counted:
    documents = _documents()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT)
        rows = cursor.fetchall()
        cursor.execute(_TAKEN_BACK)
        wrong = [one for (one,) in cursor.fetchall()]
    found: dict[str, Count] = {}
    for document_id, proposals, waiting in rows:
        heir = documents[document_id].id if document_id in documents else document_id
        before = found.get(heir, Count(0, 0))
        found[heir] = Count(before.proposals + proposals, before.waiting + waiting)
    return _recounted(Counted.of(documents, found), _documents_of(register().ledger.of(wrong)))


def _brought_up(before: Counted, new: list[Entry]) -> Counted:
    touched = set(_documents_of(new))
    concerns_documents = any(isinstance(one, Document) or one.corrects in before.documents for one in new)
    if concerns_documents:
        before = Counted.of(_documents(), before.counts)
    return _recounted(before, touched)


def _recounted(before: Counted, document_ids: Iterable[str]) -> Counted:
    """The same with these documents counted exactly."""
    counts: dict[str, Count | None] = {}
    for one in set(document_ids):
        folder = folder_of(one)
        counts.setdefault(one, None)
        if folder and folder.proposals:
            counts[folder.document.id] = Count(folder.proposals, folder.waiting)
    return before.recounted(counts)


def _since(seq: int) -> list[Entry]:
    ids = Link.objects.filter(seq__gt=seq).values_list("entry_id", flat=True)
    return list(register().ledger.of(ids))


def _documents_of(entries: Iterable[Entry]) -> Iterator[str]:
    """The ids of the documents that entries are about; decisions and withdrawals lead to what they meet."""
    ahead = list(entries)
    while ahead:
        yield from (one.document_id for one in ahead if isinstance(one, Claim))
        yield from (one.id for one in ahead if isinstance(one, Document))
        met = [one.claim_id for one in ahead if isinstance(one, Review)]
        met += [one.corrects for one in ahead if isinstance(one, Withdrawal) and one.corrects]
        ahead = list(register().ledger.of(met))


def _documents() -> Mapping[str, Document]:
    kinds = (Document.kind, Withdrawal.kind)
    return documents_by_id(one for kind in kinds for one in register().ledger.known_at(kinds=(kind,)))


def _then(known_at: str) -> Counted:
    """The same as known at a moment before now, from all that was written by then."""
    kinds = (Document.kind, Claim.kind, Review.kind, Withdrawal.kind)
    entries = [one for kind in kinds for one in register().ledger.known_at(known_at, kinds=(kind,))]
    documents, standing = documents_by_id(entries), in_force(entries)
    decided = decisions(standing)
    proposals: dict[str, int] = defaultdict(int)
    waiting: dict[str, int] = defaultdict(int)
    first = {one.id: one for one in entries if isinstance(one, Claim)}
    for one in standing:
        if isinstance(one, Claim) and one.document_id in documents:
            heir = documents[one.document_id].id
            proposals[heir] += _at_first(one, first).reader is not None
            waiting[heir] += one.reader is not None and one.id not in decided
    return Counted.of(documents, {one: Count(n, waiting[one]) for one, n in proposals.items() if n})


def _order(one: str, documents: Mapping[str, Document]) -> tuple[str, str]:
    return documents[one].date or "9", one


def _at_first(claim: Claim, known: Mapping[str, Claim]) -> Claim:
    while claim.corrects and claim.corrects in known:
        claim = known[claim.corrects]
    return claim
