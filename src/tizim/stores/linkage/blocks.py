"""Which names are compared, and which mentions: by keys, in bounded time.

A block is the names that share a key. Small blocks are compared whole. In a crowded block, only those names
are compared of which two mentions share a token (``mentions``), that is agree on something beside the name:
two common names that agree on nothing else come to no probability worth showing.
"""

from typing import NamedTuple

from tizim.stores.linkage.engine import Engine

PAIRS_A_NAME = 20
"""How many pairs of names are compared whole for each name, by the keys of its words; as many by all keys."""
MOST_IN_BLOCK = 400
"""Names, or mentions, that share a key and a token: beyond, the token says nothing."""
MOST_MENTIONS = 10_000
"""Pairs of mentions of two names; beyond, mentions must share a token."""


class Skipped(NamedTuple):
    """Blocks too large even with a token, and the pairs in them that were not compared."""

    blocks: int
    pairs: int


def name_pairs(engine: Engine, names: int, *, whole: bool = False) -> Skipped:
    """Makes the table ``pair`` (a, b) of names to be compared; ``whole`` compares every block whole."""
    parts, skipped = [], Skipped(0, 0)
    for keys in ("strong", "weak"):
        engine.make(
            f"{keys}_size", f"SELECT key, count(*) AS many FROM {keys} GROUP BY key HAVING count(*) > 1"
        )
        limit = None if whole else _limit(engine, f"{keys}_size", PAIRS_A_NAME * names)
        small = f"WHERE s.many <= {limit}" if limit is not None else ""
        engine.make(
            f"{keys}_small", f"SELECT k.n, k.key FROM {keys} k JOIN {keys}_size s ON k.key = s.key {small}"
        )
        parts.append(_within(f"{keys}_small", "key"))
        if limit is not None and keys == "weak":
            skipped = _crowded(engine, limit)
            parts.append(_within("crowded", "key", "token"))
    engine.make("pair", f"SELECT DISTINCT a, b FROM ({' UNION ALL '.join(parts)}) p")
    engine.drop(*(f"{keys}_{what}" for keys in ("strong", "weak") for what in ("size", "small")), "crowded")
    return skipped


def _within(table: str, *columns: str) -> str:
    same = " AND ".join(f"l.{column} = r.{column}" for column in columns)
    return f"SELECT l.n AS a, r.n AS b FROM {table} l JOIN {table} r ON {same} AND l.n < r.n"


def _limit(engine: Engine, sizes: str, budget: int) -> int | None:
    """The largest block that may be compared whole so that the pairs stay in the budget; None: all may."""
    spent = 0
    for many, blocks in engine.rows(f"SELECT many, count(*) FROM {sizes} GROUP BY many ORDER BY many"):
        spent += blocks * many * (many - 1) // 2
        if spent > budget:
            return max(1, int(many) - 1)
    return None


def _crowded(engine: Engine, limit: int) -> Skipped:
    """Makes the table ``crowded`` (n, key, token): names of large blocks with what stands around them."""
    engine.make(
        "crowd",
        "SELECT k.n, k.key, t.token FROM weak k"
        f" JOIN weak_size s ON k.key = s.key AND s.many > {limit} JOIN name_token t ON t.n = k.n",
    )
    engine.make(
        "crowd_size", "SELECT key, token, count(*) AS many FROM crowd GROUP BY key, token HAVING count(*) > 1"
    )
    engine.make(
        "crowded",
        "SELECT c.n, c.key, c.token FROM crowd c JOIN crowd_size s ON c.key = s.key AND c.token = s.token"
        f" WHERE s.many <= {MOST_IN_BLOCK}",
    )
    skipped = _skipped(engine, "crowd_size")
    engine.drop("crowd", "crowd_size")
    return skipped


def _skipped(engine: Engine, sizes: str) -> Skipped:
    asked = f"SELECT count(*), sum(many * (many - 1) / 2) FROM {sizes} WHERE many > {MOST_IN_BLOCK}"
    blocks, pairs = engine.rows(asked)[0]
    return Skipped(int(blocks), int(pairs or 0))


def mention_pairs(engine: Engine) -> Skipped:
    """Makes the table ``candidate`` (join_key_l, join_key_r, match_key): mentions of alike or equal names.

    Where two names have more than ``MOST_MENTIONS`` pairs of mentions, only those with a token in common.
    """
    engine.make("borne", "SELECT folded AS n, count(*) AS many FROM mention GROUP BY folded")
    engine.make(
        "bond",
        f"SELECT e.a, e.b, cast(x.many AS BIGINT) * y.many > {MOST_MENTIONS} AS common FROM"
        " (SELECT a, b FROM edge UNION ALL SELECT n AS a, n AS b FROM borne WHERE many > 1) e"
        " JOIN borne x ON x.n = e.a JOIN borne y ON y.n = e.b",
    )
    parts = [
        "SELECT l.unique_id AS one, r.unique_id AS other FROM bond e JOIN mention l ON l.folded = e.a"
        " JOIN mention r ON r.folded = e.b WHERE NOT e.common AND (e.a < e.b OR l.unique_id < r.unique_id)"
    ]
    skipped = Skipped(0, 0)
    if engine.rows("SELECT count(*) FROM bond WHERE common")[0][0]:
        skipped = _common(engine)
        parts.append("SELECT one, other FROM common_pair")
    engine.make(
        "candidate",
        "SELECT CASE WHEN one < other THEN one ELSE other END AS join_key_l,"
        f" CASE WHEN one < other THEN other ELSE one END AS join_key_r, '0' AS match_key"
        f" FROM ({' UNION ALL '.join(parts)}) p",
    )
    engine.drop("borne", "bond", "common_pair")
    return skipped


def _common(engine: Engine) -> Skipped:
    """Makes the table ``common_pair`` of mentions of common names that share a token which few share."""
    engine.make("common_name", "SELECT DISTINCT n FROM (SELECT a AS n FROM bond WHERE common UNION ALL"
                " SELECT b AS n FROM bond WHERE common) c")  # fmt: skip
    engine.make("bearer", "SELECT m.unique_id, m.folded, m.token FROM mention_token m"
                " JOIN common_name c ON c.n = m.folded")  # fmt: skip
    engine.make("bearer_size", "SELECT folded, token, count(*) AS many FROM bearer GROUP BY folded, token")
    engine.make(
        "few",
        "SELECT b.unique_id, b.folded, b.token FROM bearer b JOIN bearer_size s"
        f" ON s.folded = b.folded AND s.token = b.token WHERE s.many <= {MOST_IN_BLOCK}",
    )
    engine.make(
        "common_pair",
        "SELECT DISTINCT l.unique_id AS one, r.unique_id AS other FROM bond e JOIN few l ON l.folded = e.a"
        " JOIN few r ON r.folded = e.b AND r.token = l.token"
        " WHERE e.common AND (e.a < e.b OR l.unique_id < r.unique_id)",
    )
    skipped = _skipped(engine, "bearer_size")
    engine.drop("common_name", "bearer", "bearer_size", "few")
    return skipped
