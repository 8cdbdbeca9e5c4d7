"""The mentions of a linked register in groups: what each comparison of each candidate says, then clusters."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from tizim.identity import Model
from tizim.stores.linkage.clusters import Pair, clusters
from tizim.stores.linkage.engine import Engine
from tizim.stores.linkage.linker import linker_over, registered

_TIES = -6.0
"""Bits from which a pair of mentions ties two groups; what is not tied cannot become one."""


def groups(engine: Engine, model: Model) -> list[list[int]]:
    """Groups of two mentions or more, by their numbers: what ``link`` left in the engine, by its weights.

    Nothing is joined in a register by this.
    """
    with linker_over(engine, "mention", model, apart=True) as linker:
        linker.table_management.register_blocked_pairs_for_predict(registered(engine, "candidate"))
        said = linker.inference.predict(threshold_match_probability=None, warning_mode="never").physical_name
        _put_parts(engine, said)
        return [group for part in _parts(engine, said, model) for group in clusters(part)]


def _put_parts(engine: Engine, said: str) -> None:
    """Makes the table ``part`` of the mentions that are tied to others, each with the number of its part."""
    import pyarrow

    over: dict[int, int] = {}

    def top(mention: int) -> int:
        while (above := over.setdefault(mention, mention)) != mention:
            over[mention] = mention = over.setdefault(above, above)
        return mention

    asked = f"SELECT unique_id_l, unique_id_r FROM {said} WHERE match_weight > {_TIES}"
    for left, right in _rows(engine, asked):
        over[top(right)] = top(left)
    parts = {mention: top(mention) for mention in list(over)}
    columns = {"mention": list(parts), "part": list(parts.values())}
    engine.put("part", pyarrow.table({name: pyarrow.array(one) for name, one in columns.items()}))


def _parts(engine: Engine, said: str, model: Model) -> Iterator[list[Pair]]:
    """The pairs inside each part, with what each comparison says."""
    around = ", ".join(f"s.mw_{code}" for code in model.aspects if code != "name")
    asked = (
        f"SELECT l.part, s.unique_id_l, s.unique_id_r, {_by_name(model)}, {around} FROM {said} s"
        " JOIN part l ON l.mention = s.unique_id_l JOIN part r ON r.mention = s.unique_id_r"
        " WHERE l.part = r.part ORDER BY l.part, s.unique_id_l, s.unique_id_r"
    )
    for _, rows in groupby(_rows(engine, asked), key=itemgetter(0)):
        yield [(one, other, bits) for _, one, other, *bits in rows]


def _by_name(model: Model) -> str:
    return f"{model.prior_bits} + s.mw_name + s.mw_rarity + s.mw_tf_adj_rarity"


def _rows(engine: Engine, asked: str) -> Iterator[tuple[Any, ...]]:
    for table in engine.batches(asked):
        yield from zip(*(column.to_pylist() for column in table.columns), strict=True)
