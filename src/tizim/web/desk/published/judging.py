"""Verdicts on published figures, found a little at a time and kept until something is written."""

import threading
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from tizim.assessments import Determination, Recognition
from tizim.audits import Answer, Grounds, verdict
from tizim.claims import Claim, Review
from tizim.documents import Document, Source
from tizim.identity import Judgement
from tizim.ledger import Withdrawal
from tizim.stores.sql.models import ENTRY_MODELS, Link
from tizim.timelines import Chronicle, chronicle
from tizim.web.desk.answers import Answers
from tizim.web.desk.deciders import decided
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.past import PutTogetherError
from tizim.web.desk.published.printing import Published, fetched
from tizim.wiring import now

_BESIDE = (
    Document.kind, Source.kind, Judgement.kind, Review.kind, Withdrawal.kind, Determination.kind,
    Recognition.kind,
)  # fmt: skip
"""What a chronicle of one document alone is told from, beside its claims."""
_THENS = 2000


class Judging:
    """Figures beside what is known at one moment, one after the other."""

    def __init__(self, asked: Moment) -> None:
        self._asked, self._lock = asked, threading.Lock()
        self._grounds: Grounds | None = None
        self.found: dict[str, Answer] = {}

    def on(self, one: Published) -> Answer:
        """The verdict on one figure."""
        with self._lock:
            if one.id not in self.found:
                self._grounds = self._grounds or grounds(self._asked)
                self.found[one.id] = verdict(one.figure, one.meant, self._grounds)
            return self.found[one.id]

    def go_on(self, every: Iterable[Published], seconds: float) -> None:
        """Goes on to the others as long as that; what is left waits for whoever looks next."""
        until = time.monotonic() + seconds
        for one in every:
            if one.id not in self.found and time.monotonic() > until:
                return
            self.on(one)
        self._grounds = None  # everything is judged: what it was judged by need not stay


def judging(asked: Moment) -> Judging:
    """The verdicts by what is known at the moment asked for."""
    found: Judging = opened().kept(("verdicts", asked.known_at, asked.basis), lambda: Judging(asked))
    return found


class Thens:
    """Verdicts by what was known when each figure was published, those of one moment together."""

    def __init__(self, asked: Moment) -> None:
        self._asked = asked
        self._at = ""
        self._grounds: Grounds | None = None
        self._kept: Answers = opened().lasting("verdicts then", lambda: Answers(_THENS))
        self._tired = False

    def on(self, one: Published, as_now: Answer) -> Answer | None:
        """The verdict as known then; None where nothing was known; PutTogetherError where that takes long."""
        at, first = one.figure.known_at, _first_claim()
        if at is None or first is None or first > at:
            return None
        if at >= (self._asked.known_at or now()):
            return as_now
        key = one.figure, one.meant.name, self._asked.basis
        found: Answer = self._kept.of(key, lambda: verdict(one.figure, one.meant, self._by(at)))
        return found

    def _by(self, at: str) -> Grounds:
        if self._tired:
            raise PutTogetherError
        if at != self._at:
            try:
                self._grounds = grounds(replace(self._asked, known_at=at))
            except PutTogetherError:
                self._tired = True
                raise
            self._at = at
        assert self._grounds
        return self._grounds


def grounds(asked: Moment) -> Grounds:
    """What was known at the moment: the lives that the desk holds, claims fetched by their ids."""

    def claims(ids: Collection[str]) -> Mapping[str, Claim]:
        return {key: one for key, one in fetched(ids).items() if isinstance(one, Claim)}

    return Grounds(told(asked), claims, lambda document_id: _alone(document_id, asked), decided(asked))


def _alone(document_id: str, asked: Moment) -> Chronicle:
    """What one document alone tells."""
    made = ENTRY_MODELS[Claim.kind].objects.filter(document_id=document_id)
    if asked.known_at:
        made = made.filter(recorded_at__lte=asked.known_at)
    claims = register().ledger.of(made.values_list("entry_id", flat=True))
    beside = register().ledger.known_at(asked.known_at, kinds=_BESIDE)
    return chronicle((*claims, *beside), basis=asked.basis, documents=frozenset((document_id,)))


def _first_claim() -> str | None:
    """The moment at which the first claim was written."""
    claims = Link.objects.filter(kind=Claim.kind).order_by("seq")
    found: str | None = opened().kept(
        "first claim", lambda: claims.values_list("recorded_at", flat=True).first()
    )
    return found
