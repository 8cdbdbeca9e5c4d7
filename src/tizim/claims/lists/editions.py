"""Editions of one list: which claim of an earlier edition a row tells again, changes, or tells no more.

The id of a claim that a list brought is ``c-<document>-<list><row>-<content>``: the document it came with,
the list (the first document of all its editions), the row by its key, and what it says. So the claims of a
list are found whatever edition wrote them, and a row is found again wherever it has moved.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from operator import attrgetter

from tizim.claims.claim import Claim
from tizim.claims.lists.words import plain
from tizim.claims.undo import table_prefix
from tizim.ledger import content_id

_PARTS, _LIST, _ROW, _CONTENT = 4, 8, 12, 12
_PLACES = ("id", "recorded_at", "recorded_by", "corrects", "passage_id", "document_id")
_CONTENTS = tuple(name for name in Claim.field_names() if name not in _PLACES)
_said = attrgetter(*_CONTENTS)


def list_of_document(document_id: str, claims: Iterable[Claim]) -> str:
    """The list that a document is an edition of; its own where it brought nothing."""
    prefix = table_prefix(document_id) + "-"
    known = (list_of(claim.id) for claim in claims if claim.id.startswith(prefix))
    return next(filter(None, known), content_id("l", document_id)[2 : 2 + _LIST])


def list_of(claim_id: str) -> str:
    """The list that brought the claim; nothing if no list did."""
    parts = claim_id.split("-")
    return parts[2][:_LIST] if len(parts) == _PARTS and len(parts[2]) == _LIST + _ROW else ""


def row_of(claim_id: str) -> str:
    """The row, by its key, of the list that brought the claim."""
    return claim_id.split("-")[2][_LIST:]


def document_of(claim_id: str) -> str:
    """The id of the document that brought the claim."""
    return f"d-{claim_id.split('-')[1]}"


def row_hash(tag: str, sheet: str, key: str, nth: int) -> str:
    """A row of a list by its key; ``nth`` tells rows with one key apart."""
    return content_id("r", tag, sheet, key, nth)[2 : 2 + _ROW]


def list_claim_id(document_id: str, tag: str, row: str, claim: Claim) -> str:
    """The id that a claim of a list with this content always has."""
    filled = (
        f"{name}={value}" for name, value in zip(_CONTENTS, _said(claim), strict=True) if value or value == 0
    )
    content = content_id("x", claim.corrects, claim.passage_id, *filled)[2 : 2 + _CONTENT]
    return f"{table_prefix(document_id)}-{tag}{row}-{content}"


def told(claim: Claim) -> tuple[Hashable, ...]:
    """What a claim says, wherever it stands."""
    return tuple(_said(claim))


class Earlier:
    """The claims that earlier editions of a list brought, to be ticked off row by row.

    ``standing`` may be told again or changed; of those ``taken_back`` (withdrawn or rejected) it is only said
    that a row repeats them; ``amended`` ones a person has put a claim of his own in the place of.
    """

    def __init__(self, tag: str, claims: Iterable[Claim], hidden: Iterable[Claim]) -> None:
        known = [claim for claim in claims]
        gone = [claim for claim in hidden if list_of(claim.id) == tag]
        self.standing = {claim.id: claim for claim in known if list_of(claim.id) == tag}
        successors = {claim.corrects: claim.id for claim in (*known, *gone) if claim.corrects}
        alive = {claim.id for claim in known}
        self.amended: dict[str, Claim] = {}
        self.taken_back: dict[str, Claim] = {}
        for claim in gone:
            follower = successors.get(claim.id)
            if follower in alive and not list_of(str(follower)):
                self.amended[claim.id] = claim
            elif follower is None:
                self.taken_back[claim.id] = claim
        self.untold = dict.fromkeys(self.standing)
        self._same = _by(told, (*self.standing.values(), *self.amended.values(), *self.taken_back.values()))

    def again(self, claim: Claim) -> str | None:
        """The id of the claim that says the same; each is told once."""
        same = self._same.get(told(claim))
        if not same:
            return None
        found = same.pop(0)
        self.untold.pop(found, None)
        return found

    def index(self) -> None:
        """Looks the claims over that no row has told word by word; ``changed`` searches among them."""
        left = [self.standing[one] for one in self.untold] + [
            claim for claim in self.amended.values() if claim.id in self._left()
        ]
        self._open = {claim.id: claim for claim in left}
        self._rows = _by(lambda claim: row_of(claim.id), left)
        self._acts = _by(_who_what_when, left)
        self._pairs = _by(_who_what, left)

    def _left(self) -> set[str]:
        return {one for many in self._same.values() for one in many}

    def changed(self, claim: Claim, row: str, once: Counter[Hashable]) -> str | None:
        """The claim that a row told otherwise in an earlier edition: by its key, by person, act and day,
        or by person and act where there is but one of them on either side."""
        if not self._open:
            return None
        found = self._of_row(claim, row) or next(self._still(self._acts.get(_who_what_when(claim))), None)
        if found is None and once[_who_what(claim)] == 1:
            pair = list(self._still(self._pairs.get(_who_what(claim))))
            found = pair[0] if len(pair) == 1 else None
        if found is not None:
            del self._open[found]
            self.untold.pop(found, None)
        return found

    def _still(self, ids: list[str] | None) -> Iterator[str]:
        return (one for one in ids or () if one in self._open)

    def _of_row(self, claim: Claim, row: str) -> str | None:
        """Of the row's claims: the same person's with the same act, the same person's, the same act's and
        day's. A running number that has come to another person is no key."""
        candidates = [self._open[one] for one in self._still(self._rows.get(row))]
        who = _who(claim)
        same = [one for one in candidates if _who(one) == who]
        alike = (
            *(one for one in same if one.act == claim.act),
            *(one for one in same if (one.reader is None) == (claim.reader is None)),
            *(one for one in candidates if (one.act, one.date) == (claim.act, claim.date) and one.date),
        )
        return next((one.id for one in alike), None)

    def vanished(self, kept: set[str]) -> list[str]:
        """The claims that no row tells any more; those of rows that are ``kept`` aside are not meant."""
        return sorted(one for one in self.untold if row_of(one) not in kept)


def once_each(claims: Iterable[Claim]) -> Counter[Hashable]:
    """How often each person and act are told."""
    return Counter(_who_what(claim) for claim in claims)


def mostly_told(claims: Iterable[Claim], standing: Iterable[Claim]) -> Mapping[str, int]:
    """How many of the claims each list in the register tells word by word, by list."""
    known: dict[Hashable, set[str]] = defaultdict(set)
    for claim in standing:
        if list_of(claim.id):
            known[told(claim)].add(list_of(claim.id))
    return Counter(tag for claim in claims for tag in known.get(told(claim), ()))


def _who(claim: Claim) -> str:
    return plain(claim.person or claim.organisation or claim.group or "")


def _who_what(claim: Claim) -> tuple[str, str]:
    return _who(claim), claim.act


def _who_what_when(claim: Claim) -> tuple[str, str, str | None]:
    return _who(claim), claim.act, claim.date


def _by(key: Callable[[Claim], Hashable], claims: Iterable[Claim]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for claim in claims:
        found[key(claim)].append(claim.id)
    return found
