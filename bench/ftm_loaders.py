"""Whether other programs take the FollowTheMoney files of a release: their own loaders and validators.

    python -m venv /tmp/ftm && /tmp/ftm/bin/pip install yente nomenklatura ftmq
    /tmp/ftm/bin/python bench/ftm_loaders.py published-1/data/data/ftm

Runs with those programs alone, without tizim and without a search server; nothing is fetched. What was tried
with which version stands in docs/how-to/publish-a-list.md.
"""

import asyncio
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

PROGRAMS = ("yente", "nomenklatura", "followthemoney", "ftmq")


def in_yente(folder: Path, manifest: Path) -> Iterator[str]:
    """The manifest, the catalogue, every entity, and the document that its index would hold of each."""
    from yente.data.manifest import Catalog, Manifest
    from yente.data.updater import DatasetUpdater
    from yente.search.indexer import iter_entity_docs

    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    told = {**index, "entities_url": (folder / index["entities_url"]).resolve().as_uri()}
    manifest.write_text(json.dumps({"datasets": [told]}), encoding="utf-8")

    async def load() -> list[dict[str, Any]]:
        catalog = await Catalog.load(await Manifest.load(str(manifest)))
        (dataset,) = catalog.datasets
        updater = await DatasetUpdater.build(dataset, None)
        if not updater.needs_update():
            raise SystemExit("yente: nothing of the manifest would be loaded")
        return [one async for one in iter_entity_docs(updater, "tried")]

    taken = asyncio.run(load())
    lines = (folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    topics = [one["_id"] for one in taken if one["_source"]["properties"].get("topics")]
    yield f"yente: {len(taken)} of {len(lines)} entities taken for its index, {len(topics)} with a topic"


def in_nomenklatura(folder: Path) -> Iterator[str]:
    """The statements, put together to entities again: the same as those of the other file."""
    from followthemoney import Dataset, StatementEntity
    from followthemoney.statement import read_path_statements
    from nomenklatura.resolver import Linker
    from nomenklatura.store import MemoryStore

    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    dataset = Dataset.make(index)
    store = MemoryStore(dataset, Linker[StatementEntity]({}))
    statements = list(read_path_statements(folder / "statements.csv", "csv"))
    with store.writer() as writer:
        for one in statements:
            writer.add_statement(one)
    together = {one.id: one.to_dict()["properties"] for one in store.default_view().entities()}
    lines = (folder / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    apart = {one["id"]: one["properties"] for one in map(json.loads, lines)}
    same = sum(_sorted(together.get(key, {})) == _sorted(told) for key, told in apart.items())
    yield f"nomenklatura: {len(statements)} statements, {len(together)} entities, {same} as in the other file"


def _sorted(told: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: sorted(values) for name, values in told.items()}


def in_ftmq(folder: Path) -> Iterator[str]:
    """The entities as ftmq reads them, each validated."""
    from ftmq.io import smart_read_proxies

    entities = list(smart_read_proxies((folder / "entities.ftm.json").resolve().as_uri()))
    wrong = [one.id for one in entities if not one.schema.is_a("Thing") and not one.schema.is_a("Interval")]
    yield f"ftmq: {len(entities)} entities, {len(wrong)} of a schema that is none"


def main(folder: Path, manifest: Path) -> None:
    """What each says, a line each."""
    print(", ".join(f"{one} {version(one)}" for one in PROGRAMS))
    for told in (in_yente(folder, manifest), in_nomenklatura(folder), in_ftmq(folder)):
        for line in told:
            print(line)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[1]).resolve().with_name("manifest.json"))
