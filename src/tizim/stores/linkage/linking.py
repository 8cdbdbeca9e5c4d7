"""A whole register linked: names compared, candidates found, weights fitted, probabilities computed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from tizim.identity import Context, Model
from tizim.stores.linkage.duck import DuckEngine
from tizim.stores.linkage.engine import Engine
from tizim.stores.linkage.engines import engine_named
from tizim.stores.linkage.linker import linker_over, registered
from tizim.stores.linkage.mentions import Told, told
from tizim.stores.linkage.names import Names, rarity_of, read_names
from tizim.stores.linkage.tables import Counted, compare_names, find_candidates, lay
from tizim.stores.linkage.training import SAMPLE, Fitted, fitted

if TYPE_CHECKING:
    import pyarrow

SEED = 1


class Pair(NamedTuple):
    """Two mentions, by the ids that the caller gave them, and the probability that they are one person."""

    left: str
    right: str
    probability: float


@dataclass(frozen=True, slots=True)
class Linked:
    """Pairs at or above the threshold, the weights behind them, what was compared, the rarity of names."""

    pairs: list[Pair]
    model: Model
    fitted_to: int
    counted: Counted
    left_out: int
    rarity: dict[str, float]


Says = Callable[[str], None]


def link(
    mentions: Iterable[tuple[str, Context]],
    model: Model,
    engine: Engine,
    *,
    threshold: float = 0.5,
    says: Says = lambda stage: None,
) -> Linked:
    """Pairs of mentions that may be one person. Nothing is joined: a probability is a question to people.

    The ids of the mentions must differ. The same mentions give the same pairs, on any engine.
    """
    says("mentions")
    known = told(mentions, model)
    says("keys")
    known, names = read_names(known)
    rarity = rarity_of(names, model)
    everything = known.table.num_rows <= SAMPLE
    weights = (
        None
        if everything and isinstance(engine, DuckEngine)
        else _on_sample(known, names, rarity, model, says)
    )
    says("names")
    lay(engine, known.table, names, rarity)
    skipped = compare_names(engine, names.names, model, whole=everything)
    says("candidates")
    counted = find_candidates(engine, len(names.names), skipped)
    if weights is None:
        says("weights")
        weights = fitted(engine, model, seed=SEED)
    says("probabilities")
    pairs = [
        Pair(known.ids[left], known.ids[right], by)
        for left, right, by in _probable(engine, weights.model, threshold)
    ]
    bits = dict(zip(names.names, _bits(rarity, len(names.names)), strict=True))
    return Linked(
        sorted(pairs), weights.model, weights.pairs, counted, len(known.ids) - known.table.num_rows, bits
    )


def _on_sample(known: Told, names: Names, rarity: "pyarrow.Table", model: Model, says: Says) -> Fitted:
    """The weights fitted to some mentions, chosen by their ids, with all keys of their names."""
    import pyarrow
    import pyarrow.compute as compute

    says("sample")
    numbers = known.table["unique_id"].to_pylist()
    by_chance = [crc32(f"{SEED} {known.ids[number]}".encode("utf-8", "surrogatepass")) for number in numbers]
    chosen = sorted(range(len(numbers)), key=by_chance.__getitem__)[:SAMPLE]
    rows = known.table.take(pyarrow.array(sorted(chosen), pyarrow.int64()))
    borne = compute.unique(rows["folded"])
    strong, weak = (table.filter(compute.is_in(table["n"], borne)) for table in (names.strong, names.weak))
    with engine_named("duckdb") as engine:
        lay(engine, rows, Names(names.names, strong, weak, names.word), rarity)
        find_candidates(engine, len(borne), compare_names(engine, names.names, model, whole=True))
        says("weights")
        return fitted(engine, model, seed=SEED)


def _probable(engine: Engine, model: Model, threshold: float) -> Iterator[tuple[int, int, float]]:
    with linker_over(engine, "mention", model) as linker:
        linker.table_management.register_blocked_pairs_for_predict(registered(engine, "candidate"))
        found = linker.inference.predict(threshold_match_probability=threshold, warning_mode="never")
        asked = f"SELECT unique_id_l, unique_id_r, match_probability FROM {found.physical_name}"
        for table in engine.batches(asked):
            yield from zip(*(column.to_pylist() for column in table.columns), strict=True)


def _bits(rarity: "pyarrow.Table", names: int) -> list[float]:
    found = [0.0] * names
    for name, bits in zip(rarity["folded"].to_pylist(), rarity["bits"].to_pylist(), strict=True):
        found[name] = bits
    return found
