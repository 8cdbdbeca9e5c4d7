"""People as an account sees them: of whom closed documents tell too, only what the open ones say."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tizim.claims import Claim, documents_by_id
from tizim.documents import Document, Source
from tizim.identity import Person, mention_id
from tizim.ledger import Entry, Withdrawal, in_force
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.timelines import Life, origins_of, timeline
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.columns import Columns
from tizim.web.desk.people.facets import Code, codes_on
from tizim.web.desk.people.roster import Part, days, part_of, roster, told_by, unhindered
from tizim.web.desk.sight import Sight


@dataclass(frozen=True, slots=True)
class Seen:
    """One person as an account sees him or her, and how many claims stand in cases closed to it."""

    life: Life
    closed: int = 0


def seen(asked: Moment, person_id: str, sight: Sight) -> Seen | None:
    """The person as the account sees him or her; None where nobody of that id may be known to it."""
    life = told(asked).lives.get(person_id)
    if life is None:
        return None
    if not sight.closed:
        return Seen(life)
    claims = [one for one in register().ledger.of(life.person.claim_ids) if isinstance(one, Claim)]
    visible = [one for one in claims if sight.document(one.document_id)]
    if not visible:
        return None
    return Seen(
        lessened(life, visible, asked) if len(visible) < len(claims) else life, len(claims) - len(visible)
    )


def lessened(life: Life, claims: Sequence[Claim], asked: Moment) -> Life:
    """The life as these claims alone tell it: names, states and acts."""
    names = tuple(dict.fromkeys(one.person for one in claims if one.person))
    name = life.person.name if life.person.name in names else max(names, key=len)
    mentions = tuple(dict.fromkeys(mention_id(one.document_id, one.person or "") for one in claims))
    order = {one: at for at, one in enumerate(life.person.claim_ids)}
    ids = tuple(sorted((one.id for one in claims), key=order.__getitem__))
    documents = written({one.document_id for one in claims}, asked.known_at)
    return Life(Person(life.person.id, name, names, mentions, ids), timeline(claims, origins_of(documents)))


def columns(asked: Moment, sight: Sight) -> Columns:
    """Everybody whom the account may know of, ready to be narrowed down."""
    key = "columns", asked.key, sight.closed
    found: Columns = opened().kept(key, lambda: _columns(asked, sight))
    return found


def _columns(asked: Moment, sight: Sight) -> Columns:
    parts: Mapping[str, Part] = roster(asked).parts
    held: Mapping[str, frozenset[Code]] = {one: codes for one, (_, codes) in days(asked).held.items()}
    if sight.closed:
        parts, held = _without_closed(asked, sight, parts, held)
    with unhindered():
        return Columns.of(parts, held)


def _without_closed(
    asked: Moment, sight: Sight, parts: Mapping[str, Part], held: Mapping[str, frozenset[Code]]
) -> tuple[Mapping[str, Part], Mapping[str, frozenset[Code]]]:
    """Without those of whom only closed documents tell; the others whom these tell of, as open ones do."""
    left, still = dict(parts), dict(held)
    for one in [one for one, part in parts.items() if not part.documents.isdisjoint(sight.closed)]:
        known = seen(asked, one, sight)
        if known is None:
            del left[one], still[one]
        else:
            left[one] = _part(known.life, parts[one])
            still[one] = codes_on(known.life.timeline, asked.as_of)
    return left, still


def _part(life: Life, before: Part) -> Part:
    claims = [one for one in register().ledger.of(life.person.claim_ids) if isinstance(one, Claim)]
    return replace(
        part_of(before.version, life.person.names, life.person.name, map(told_by, claims)),
        version=before.version,
    )


def written(ids: set[str], known_at: str | None) -> list[Entry]:
    """These documents or sources as known at the moment, what corrects them, the originals of reprints."""
    known: dict[str, Entry] = {}
    wanted = set(ids)
    while wanted:
        found = [one for one in register().ledger.of(wanted) if not known_at or one.recorded_at <= known_at]
        known.update((one.id, one) for one in found)
        wanted = {*_correcting(wanted), *_behind(found)} - known.keys()
    return sorted(known.values(), key=lambda one: one.recorded_at)


def _correcting(ids: set[str]) -> set[str]:
    """The ids of the entries that correct or withdraw these."""
    known: Mapping[str, list[str]] = opened().kept("corrections", _corrections)
    return {one for id_ in ids for one in known.get(id_, ())}


def _corrections() -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for kind in (Document.kind, Source.kind, Withdrawal.kind):
        rows = ENTRY_MODELS[kind].objects.filter(corrects__isnull=False).order_by("seq")
        for corrects, id_ in rows.values_list("corrects", "entry_id"):
            found[corrects].append(id_)
    return found


def _behind(entries: Sequence[Entry]) -> set[str]:
    return {one.reprints for one in entries if isinstance(one, Document) and one.reprints}


def standing_documents(ids: set[str], known_at: str | None) -> Mapping[str, Document]:
    """The documents that stand for these ids at the moment."""
    return documents_by_id(written(ids, known_at))


def standing_sources(ids: set[str], known_at: str | None) -> Mapping[str, Source]:
    """The sources that stand for these ids at the moment: who was protected later is protected."""
    entries = written(ids, known_at)
    withdrawn = {one.corrects for one in in_force(entries) if isinstance(one, Withdrawal)}
    heirs: dict[str, Source] = {}
    for one in reversed([each for each in entries if isinstance(each, Source) and each.id not in withdrawn]):
        heir = heirs.setdefault(one.id, one)
        if one.corrects is not None:
            heirs.setdefault(one.corrects, heir)
    return heirs
