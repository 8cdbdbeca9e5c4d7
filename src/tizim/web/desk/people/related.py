"""Who else is told of beside a person: in the same event, the same documents, under the same articles.

Only what claims say; nothing is drawn from it, nobody is tied to anybody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.documents import Document
from tizim.timelines import InDoubt
from tizim.web.desk.people.columns import Columns
from tizim.web.desk.people.roster import Roster

MOST, _DOCUMENTS = 12, 20


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else: id and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Those told of beside the person in one event or document, some of them, and how many in all."""

    what: str
    title: str
    others: Sequence[Other]
    count: int

    @property
    def more(self) -> int:
        """How many are not named here."""
        return self.count - len(self.others)


@dataclass(frozen=True, slots=True)
class Related:
    """Who else stands in the same events and documents, and how many under the same articles."""

    events: Sequence[Beside]
    documents: Sequence[Beside]
    articles: Sequence[tuple[str, int]]

    @property
    def is_empty(self) -> bool:
        """Whether nobody does."""
        return not (self.events or self.documents or self.articles)


def related(
    person_id: str, documents: Iterable[Document], cited: Mapping[str, str], among: Columns, known: Roster
) -> Related:
    """Who is told of beside the person; ``cited`` gives for each document the id that claims cite."""
    part = among.part(person_id)
    here = frozenset((person_id,))
    events = [
        _beside((one, one), _among(known.by_event.get(one, here) - here, one, among), among)
        for one in sorted(part.events)
    ]
    found = [
        _beside(
            (one.id, one.title or one.file_name),
            _among(known.by_document.get(cited[one.id], here) - here, cited[one.id], among),
            among,
        )
        for one in documents
    ]
    articles = sorted(value for facet, value in part.codes if facet == "article")
    counted = [(one, among.sets["article"][one].bit_count() - 1) for one in articles]
    return Related(
        [one for one in events if one.count],
        sorted((one for one in found if one.count), key=lambda one: one.count)[:_DOCUMENTS],
        [one for one in counted if one[1]],
    )


def _among(ids: Iterable[str], what: str, among: Columns) -> list[str]:
    """Those of them whom the event or the document tells of as far as the account may know, by name."""
    parts = {one: row[0] for one in ids if (row := among.row(one))}
    told = (one for one, part in parts.items() if what in part.documents or what in part.events)
    return sorted(told, key=among.place.__getitem__)


def _beside(what: tuple[str, str], others: Sequence[str], among: Columns) -> Beside:
    return Beside(*what, [_other(one, among) for one in others[:MOST]], len(others))


def _other(one: str, among: Columns) -> Other:
    return Other(one, among.part(one).name)


def may_be(person_id: str, doubts: Iterable[InDoubt], among: Columns) -> list[Other]:
    """Those who may be the same person, as far as names and judgements tell and the account may know."""
    ids = (one for doubt in doubts for one in doubt.person_ids)
    return [_other(one, among) for one in dict.fromkeys(ids) if one != person_id and one in among.place]
