"""The tables that Splink works on: mentions with the names alike to theirs, frequencies, candidates."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tizim.identity import Model
from tizim.stores.linkage.blocks import Skipped, mention_pairs, name_pairs
from tizim.stores.linkage.declared import bounded, rare_as
from tizim.stores.linkage.engine import Engine
from tizim.stores.linkage.names import Names

if TYPE_CHECKING:
    import pyarrow


class Counted(NamedTuple):
    """What was compared: mentions, names, pairs of names, alike ones, pairs of mentions; what was skipped."""

    mentions: int
    names: int
    name_pairs: int
    alike: int
    candidates: int
    skipped: Skipped


def lay(engine: Engine, rows: "pyarrow.Table", names: Names, rarity: "pyarrow.Table") -> None:
    """Puts mentions, the keys of their names and the rarity of these into the engine."""
    engine.put("told", rows)
    engine.make("mention_token", "SELECT unique_id, folded, unnest(tokens) AS token FROM told")
    engine.make("own_token", "SELECT DISTINCT folded AS n, token FROM mention_token")
    shared = "SELECT token FROM own_token GROUP BY token HAVING count(*) > 1"
    engine.make("name_token", f"SELECT o.n, o.token FROM own_token o JOIN ({shared}) s ON s.token = o.token")
    engine.put("strong", names.strong)
    engine.put("weak", names.weak)
    engine.put("rarity", rarity)
    engine.make("frequency", f"SELECT folded, {rare_as('bits')} AS tf_folded FROM rarity")


def compare_names(engine: Engine, names: Sequence[str], model: Model, *, whole: bool = False) -> Skipped:
    """Makes the tables ``edge`` of alike names and ``mention`` with the names alike to each one's own."""
    skipped = name_pairs(engine, len(names), whole=whole)
    levels = model.aspects["name"].levels
    bounds = [bound for code in bounded(model) if (bound := levels[code].at_least) is not None]
    engine.name_levels("pair", names, bounds)
    alike = ", ".join(
        f"array_agg(b) FILTER (WHERE level = {place}) AS alike_{place}" for place in range(len(bounds))
    )
    both = "SELECT a, b, level FROM edge UNION ALL SELECT b AS a, a AS b, level FROM edge"
    engine.make("alike", f"SELECT a AS n, {alike} FROM ({both}) e GROUP BY a")
    columns = ", ".join(f"a.alike_{place}" for place in range(len(bounds)))
    kept = ", ".join(f"t.{column}" for column in _KEPT)
    engine.make("mention", f"SELECT {kept}, {columns} FROM told t LEFT JOIN alike a ON a.n = t.folded")
    return skipped


def find_candidates(engine: Engine, names: int, skipped: Skipped) -> Counted:
    """Makes the table ``candidate`` of pairs of mentions; says how much was compared."""
    more = mention_pairs(engine)
    mentions, pairs, alike, candidates = (
        engine.rows(f"SELECT count(*) FROM {table}")[0][0]
        for table in ("mention", "pair", "edge", "candidate")
    )
    engine.drop("pair", "alike", "strong", "weak", "name_token", "mention_token", "told")
    total = Skipped(skipped.blocks + more.blocks, skipped.pairs + more.pairs)
    return Counted(mentions, names, pairs, alike, candidates, total)


_KEPT = (
    "unique_id folded sex document_id source birth_first birth_last first_day last_day"
    " towns regions articles numbers acts occupations office"
).split()
