"""The claim: one act against one person, one counted group or one organisation, as one passage reports it."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from tizim.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Entry):
    """Who did what to whom, says which passage of which document.

    Exactly one subject: ``person`` (the fullest form of the name that the document gives; ``mention``
    is the form in the passage itself), or ``group`` (a description, with ``count_min`` and
    ``count_max``; ``None`` is unknown), or ``organisation``. ``role`` is the subject's: ``victim``,
    ``perpetrator``, ``suspect`` or ``other``. ``case_kind`` is ``persecution`` or ``against_official``;
    the second is never counted among the persecuted. ``level`` is ``event``, ``status`` (a state on
    the day ``status_as_of``), ``figure`` (a counted group) or ``practice`` (what usually happens).
    ``date`` and ``status_as_of`` are EDTF. ``articles`` look like ``KZ-CC 405(2)``; ``outcome`` like
    ``imprisonment P4Y; ban P3Y``. ``perpetrators`` are triples (name, degree of involvement, type),
    the last two possibly empty. ``reported_by`` is whom the document names as saying so.
    ``alleged_organisation`` is what an accusation, charge or verdict alleges the subject had to do with:
    the authorities' word, filled in by people alone, never a membership.
    ``reader`` is the name and version of the reader that proposed the claim, ``None`` if a person
    coded it.
    """

    kind: ClassVar[str] = "claim"

    passage_id: str
    document_id: str
    act: str
    act_detail: str | None = None
    level: str = "event"
    role: str = "victim"
    case_kind: str = "persecution"
    person: str | None = None
    mention: str | None = None
    group: str | None = None
    organisation: str | None = None
    count_min: int | None = None
    count_max: int | None = None
    approximate: bool = False
    counting_unit: str = "individual"
    date: str | None = None
    date_basis: str | None = None
    place: str | None = None
    agency: str | None = None
    articles: tuple[str, ...] = ()
    offence: str | None = None
    alleged_organisation: str | None = None
    outcome: str | None = None
    status: str | None = None
    status_as_of: str | None = None
    certainty: str = "asserted"
    reported_by: str | None = None
    perpetrators: tuple[tuple[str, str, str], ...] = ()
    event: str | None = None
    age: int | None = None
    sex: str | None = None
    town: str | None = None
    occupation: str | None = None
    reader: str | None = None
    note: str | None = None


class Dated(Protocol):
    """What tells of an act or a state, and when: a claim, or one that a reader proposes."""

    @property
    def level(self) -> str:
        """As in a claim."""

    @property
    def date(self) -> str | None:
        """As in a claim."""

    @property
    def status_as_of(self) -> str | None:
        """As in a claim."""


def day_of_act(claim: Dated) -> str | None:
    """The day of the act (EDTF); nothing where the claim tells a state as of that very day.

    Who was in custody as of 30 June was taken on that day or before it: decision 0017.
    """
    is_state = claim.level == "status" and claim.date == claim.status_as_of
    return None if is_state else claim.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Entry):
    """A person's decision on a claim: ``accept``, ``reject`` or ``amend``.

    After an amendment ``replaced_by`` names the new claim, which corrects the old one.
    """

    kind: ClassVar[str] = "review"

    claim_id: str
    decision: str
    replaced_by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigure(Entry):
    """A number that a document prints: what it counts, since when and as of when.

    ``count`` is the number printed; ``bound`` is ``exact``, ``at_least``, ``more_than``, ``at_most``
    or ``about``. ``since`` and ``as_of`` are EDTF. ``definition`` is what a person decided that it
    counts: the name of a definition of lists, or of one class of it (``in-custody/house_arrest``).
    """

    kind: ClassVar[str] = "published_figure"

    passage_id: str
    document_id: str
    count: int
    bound: str = "exact"
    what: str = ""
    counting_unit: str = "individual"
    since: str | None = None
    as_of: str | None = None
    place: str | None = None
    attributed_to: str | None = None
    reader: str | None = None
    note: str | None = None
    definition: str | None = None
