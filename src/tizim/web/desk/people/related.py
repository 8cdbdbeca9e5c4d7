"""Who else is told of beside a person: in the same event, the same documents, under the same articles.

Only what claims say; nothing is drawn from it, nobody is tied to anybody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.documents import Document
from tizim.timelines import InDoubt
from tizim.web.desk.people.columns import Columns

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
    person_id: str, documents: Iterable[Document], cited: Mapping[str, str], among: Columns
) -> Related:
    """Who is told of beside the person; ``cited`` gives for each document the id that claims cite."""
    at = among.place[person_id]
    part = among.parts[at]
    events = [_beside(one, one, among.by_event[one], at, among) for one in sorted(part.events)]
    found = [
        _beside(one.id, one.title or one.file_name, among.by_document.get(cited[one.id], ()), at, among)
        for one in documents
    ]
    articles = sorted(value for facet, value in part.codes if facet == "article")
    counted = [(one, among.sets["article"][one].bit_count() - 1) for one in articles]
    return Related(
        [one for one in events if one.count],
        sorted((one for one in found if one.count), key=lambda one: one.count)[:_DOCUMENTS],
        [one for one in counted if one[1]],
    )


def _beside(what: str, title: str, places: Sequence[int], at: int, among: Columns) -> Beside:
    others = [one for one in places if one != at]
    return Beside(what, title, [_other(one, among) for one in others[:MOST]], len(others))


def _other(at: int, among: Columns) -> Other:
    return Other(among.ids[at], among.parts[at].name)


def may_be(person_id: str, doubts: Iterable[InDoubt], among: Columns) -> list[Other]:
    """Those who may be the same person, as far as names and judgements tell and the account may know."""
    ids = (one for doubt in doubts if person_id in doubt.person_ids for one in doubt.person_ids)
    return [
        _other(among.place[one], among)
        for one in dict.fromkeys(ids)
        if one != person_id and one in among.place
    ]
