"""People as an account sees them: of whom closed documents tell too, only what the open ones say."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.claims import Claim, documents_by_id
from tizim.documents import Document, Source
from tizim.identity import Person, mention_id
from tizim.ledger import Entry, Withdrawal, in_force
from tizim.timelines import Chronicle, Life, Origin, origins_of, timeline
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.columns import Columns, Row
from tizim.web.desk.people.facets import codes_on
from tizim.web.desk.people.roster import held, part_of, roster, told_by, unhindered
from tizim.web.desk.sight import Sight


@dataclass(frozen=True, slots=True)
class Seen:
    """One person as an account sees him or her, and how many claims stand in cases closed to it.

    ``claims`` are those that the account may read, where any are closed to it.
    """

    life: Life
    claims: Sequence[Claim] = ()
    closed: int = 0


def seen(asked: Moment, person_id: str, sight: Sight) -> Seen | None:
    """The person as the account sees him or her; None where nobody of that id may be known to it."""
    return seen_of([person_id], asked, sight).get(person_id)


def seen_of(ids: Collection[str], asked: Moment, sight: Sight) -> dict[str, Seen]:
    """These people as the account sees them; their claims and documents are fetched together."""
    known = told(asked).lives
    lives = {one: known[one] for one in ids if one in known}
    if not sight.closed:
        return {one: Seen(life) for one, life in lives.items()}
    every = register().ledger.of({claim for life in lives.values() for claim in life.person.claim_ids})
    claims = {one.id: one for one in every if isinstance(one, Claim)}
    visible = {
        one: [
            each
            for each in map(claims.get, life.person.claim_ids)
            if each and sight.document(each.document_id)
        ]
        for one, life in lives.items()
    }
    less = {one: some for one, some in visible.items() if 0 < len(some) < len(lives[one].person.claim_ids)}
    documents = {claim.document_id for some in less.values() for claim in some}
    origins = origins_of(written(documents, asked.known_at)) if less else {}
    return {
        one: Seen(
            lessened(lives[one], some, origins) if one in less else lives[one],
            tuple(some),
            len(lives[one].person.claim_ids) - len(some),
        )
        for one, some in visible.items()
        if some
    }


def lessened(life: Life, claims: Sequence[Claim], origins: Mapping[str, Origin]) -> Life:
    """The life as these claims alone tell it: names, states and acts."""
    names = tuple(dict.fromkeys(one.person for one in claims if one.person))
    name = life.person.name if life.person.name in names else max(names, key=len)
    mentions = tuple(dict.fromkeys(mention_id(one.document_id, one.person or "") for one in claims))
    ids = tuple(one.id for one in claims)
    return Life(Person(life.person.id, name, names, mentions, ids), timeline(claims, origins))


def hidden(asked: Moment, sight: Sight) -> frozenset[str]:
    """The ids of persons of whom only closed documents tell; lists count them and do not name them."""
    if not sight.closed:
        return frozenset()
    known = roster(asked)
    near = {one for document in sight.closed for one in known.by_document.get(document, ())}
    return frozenset(one for one in near if known.parts[one].documents <= sight.closed)


def columns(asked: Moment, sight: Sight) -> Columns:
    """Everybody whom the account may know of, ready to be narrowed down; up to date."""
    if not sight.closed:
        return columns_of_all(asked)

    def begin(_: Chronicle) -> Columns:
        known = roster(asked).by_document
        concerned = {one for document in sight.closed for one in known.get(document, ())}
        return columns_of_all(asked).changed(_rows(concerned, asked, sight))

    def go_on(before: Columns, _: Chronicle, touched: Collection[str]) -> Columns:
        return before.changed(_rows(touched, asked, sight))

    return opened().following_on(("columns", sight.closed), asked, begin, go_on)


def columns_of_all(asked: Moment) -> Columns:
    """Everybody, as whoever is a member of every closed case knows them."""

    def begin(_: Chronicle) -> Columns:
        parts, holds = roster(asked).parts, held(asked)
        with unhindered(many=True):
            return Columns.of({one: (part, holds[one]) for one, part in parts.items()})

    def go_on(before: Columns, _: Chronicle, touched: Collection[str]) -> Columns:
        return before.changed(_rows(touched, asked))

    return opened().following_on("columns", asked, begin, go_on)


def _rows(ids: Iterable[str], asked: Moment, sight: Sight | None = None) -> dict[str, Row | None]:
    """What may be known of these people; None of who is not there, or of whom an account may not know."""
    parts, holds = roster(asked).parts, held(asked)
    whole = {one: (parts[one], holds[one]) if one in parts else None for one in ids}
    if sight is None:
        return whole
    near = [one for one, row in whole.items() if row and not row[0].documents.isdisjoint(sight.closed)]
    known = seen_of(near, asked, sight)
    return {**whole, **{one: _as_seen(known[one], asked) if one in known else None for one in near}}


def _as_seen(one: Seen, asked: Moment) -> Row:
    person = one.life.person
    part = part_of(person.names, person.name, map(told_by, one.claims))
    return part, codes_on(one.life.timeline, asked.as_of)


def written(ids: set[str], known_at: str | None, of: type[Document | Source] = Document) -> list[Entry]:
    """These documents, or sources, as known at the moment, what corrects them, the originals of reprints."""
    known: dict[str, Entry] = {}
    wanted = set(ids)
    while wanted:
        found = [one for one in register().ledger.of(wanted) if not known_at or one.recorded_at <= known_at]
        known.update((one.id, one) for one in found)
        wanted = {*_correcting(wanted, of), *_behind(found)} - known.keys()
    return sorted(known.values(), key=lambda one: one.recorded_at)


def _correcting(ids: set[str], of: type[Document | Source]) -> set[str]:
    """The ids of the entries that correct or withdraw these."""
    ledger = register().ledger
    return {one for kind in (of.kind, Withdrawal.kind) for one in ledger.having(kind, "corrects", ids)}


def _behind(entries: Sequence[Entry]) -> set[str]:
    return {one.reprints for one in entries if isinstance(one, Document) and one.reprints}


def standing_documents(ids: set[str], known_at: str | None) -> Mapping[str, Document]:
    """The documents that stand for these ids at the moment."""
    return documents_by_id(written(ids, known_at))


def standing_sources(ids: set[str], known_at: str | None) -> Mapping[str, Source]:
    """The sources that stand for these ids at the moment: who was protected later is protected."""
    return heirs_among(written(ids, known_at, Source))


def heirs_among(entries: Sequence[Entry]) -> dict[str, Source]:
    """The source that stands for each id among sources and withdrawals in the order written."""
    withdrawn = {one.corrects for one in in_force(entries) if isinstance(one, Withdrawal)}
    heirs: dict[str, Source] = {}
    for one in reversed([each for each in entries if isinstance(each, Source) and each.id not in withdrawn]):
        heir = heirs.setdefault(one.id, one)
        if one.corrects is not None:
            heirs.setdefault(one.corrects, heir)
    return heirs
