"""An edition as FollowTheMoney: people to whom things were done, the acts, the documents.

Nobody gets a topic: those are for sanctions, crime and office, and whoever stands on a list of the persecuted
is none of it. It says to whom what was done, by the act's own name (https://followthemoney.tech/explorer/).
"""

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import orjson

from tizim.publications.content import Act, Cited, Content, Entered
from tizim.publications.formats.tables import csv_bytes
from tizim.vocab import label, vague_date

Entity = Mapping[str, object]
_SUMMARY = (
    "People to whom a source reports that this was done. Nobody here is accused of anything by this list."
)
_STATEMENT = (
    "canonical_id", "entity_id", "prop", "schema", "value", "dataset", "lang", "original_value", "external",
    "first_seen", "last_seen", "origin", "id",
)  # fmt: skip


def dataset(content: Content) -> str:
    """The name of the dataset that this edition is."""
    return _named(content.definition)


@lru_cache
def _named(definition: str) -> str:
    return "tizim_" + "".join(sign if sign.isalnum() else "_" for sign in definition.lower())


def entities(content: Content) -> Iterator[Entity]:
    """A person, then that person's acts, then the documents that prove them; those not named are left out."""
    documents = {
        place: _key(content, "document", _address(one)) for place, one in enumerate(content.passages)
    }
    for one in content.named:
        yield _person(content, one)
        for number, act in enumerate(one.acts):
            yield _event(content, one, act, number, [documents[place] for place in act.passages])
    told: set[str] = set()
    for place, cited in enumerate(content.passages):
        if documents[place] not in told:
            told.add(documents[place])
            yield _article(documents[place], cited)


def files(content: Content) -> Iterator[tuple[str, bytes]]:
    """``entities.ftm.json`` (a line each), ``statements.csv``, and ``index.json`` for yente."""
    lines = io.BytesIO()
    statements = csv_bytes(_STATEMENT, _statements(content, lines), line_end="\n")
    yield "entities.ftm.json", lines.getvalue()
    yield "statements.csv", statements
    yield "index.json", orjson.dumps(_index(content), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)


def _person(content: Content, one: Entered) -> Entity:
    titles = dict(dict(content.classes)[one.code])
    told = [f"{titles.get('en', one.code)}, as of {content.as_of}{'' if one.sure else ' (doubtful)'}"]
    return _entity(_of(content, one), "Person", name=[one.name], notes=told)


def _event(content: Content, one: Entered, act: Act, number: int, proof: Sequence[str]) -> Entity:
    articles = [f"Articles: {', '.join(act.articles)}"] if act.articles else []
    outcome = [f"Outcome: {act.outcome}"] if act.outcome else []
    return _entity(
        _key(content, "act", one.key or "", number), "Event",
        name=[label("acts", act.act, "en")], involved=[_of(content, one)], proof=list(proof),
        date=_dates(act.date), location=[act.place], summary=[*articles, *outcome],
        notes=[f"Done by: {act.agency}"] if act.agency else [],
    )  # fmt: skip


def _article(key: str, one: Cited) -> Entity:
    return _entity(
        key, "Article", title=[one.title], sourceUrl=[one.url], publishedAt=_dates(one.date),
        publisher=[one.source],
    )  # fmt: skip


def _entity(key: str, schema: str, **properties: Sequence[str | None]) -> Entity:
    told = {name: sorted({value for value in values if value}) for name, values in properties.items()}
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in told.items() if values},
    }


def _dates(text: str | None) -> list[str | None]:
    """The day, or the month or year, of a date that is one; FollowTheMoney knows no spans in one value."""
    if not text:
        return []
    days = vague_date(text).days
    if not days.first or not days.last:
        return []
    first, last = days.first.isoformat(), days.last.isoformat()
    shared = next((first[:size] for size in (10, 7, 4) if first[:size] == last[:size]), None)
    return [shared]


def _statements(content: Content, lines: io.BytesIO) -> Iterator[Sequence[str]]:
    """The statements of all entities; each entity is written into ``lines`` too, made once for both files."""
    for entity in entities(content):
        lines.write(orjson.dumps(entity, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE))
        yield from _rows(content, entity)


def _rows(content: Content, entity: Entity) -> Iterator[tuple[str, ...]]:
    """Each value as a statement of its own, column by column; one of ``id`` stands for the entity itself."""
    key, schema, name = str(entity["id"]), str(entity["schema"]), dataset(content)
    properties = entity["properties"]
    assert isinstance(properties, dict)
    told = [(prop, value) for prop, values in properties.items() for value in values]
    checksum = hashlib.sha1(
        "\n".join(f"{prop}:{value}" for prop, value in told).encode(), usedforsecurity=False
    )
    for prop, value in [("id", checksum.hexdigest()), *told]:
        own = f"{name}.{key}.{prop}.{value}"
        made = hashlib.sha1(own.encode(), usedforsecurity=False).hexdigest()
        yield (
            key, key, prop, schema, value, name, "", "", "f", content.as_of, content.as_of, "tizim", made,
        )  # fmt: skip


def _index(content: Content) -> dict[str, object]:
    name, path = dataset(content), "entities.ftm.json"
    return {
        "name": name,
        "title": dict(content.title).get("en", content.definition),
        "version": f"{content.as_of.replace('-', '')}000000-e{content.number:03d}",
        "last_export": f"{content.as_of}T00:00:00",
        "summary": _SUMMARY,
        "resources": [{"name": path, "mime_type": "application/json+ftm", "path": path}],
        "entities_url": path,
    }


def _of(content: Content, one: Entered) -> str:
    return _key(content, "person", one.key or "")


def _address(one: Cited) -> str:
    return "\x1f".join((one.url or "", one.title or "", one.date or "", one.source or ""))


def _key(content: Content, kind: str, *parts: object) -> str:
    told = hashlib.sha256("\x1f".join(map(str, (kind, *parts))).encode()).hexdigest()[:20]
    return f"{dataset(content).replace('_', '-')}-{told}"
