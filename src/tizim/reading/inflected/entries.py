"""The entries of ``acts.yml``: which words report an act, and how the victim stands to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tizim.reading.errors import WordListError

CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc", "abl"})


@dataclass(frozen=True, slots=True)
class Role:
    """How somebody stands to a trigger: a case, perhaps with an adposition, perhaps on one side only."""

    case: str
    before: str = ""
    after: str = ""
    side: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to report an act; see ``data/README.md`` for what each field means."""

    act: str
    words: tuple[str, ...]
    victim: tuple[Role, ...]
    passive: tuple[Role, ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    blocked: tuple[str, ...] = ()
    form: str = ""
    needs: str = ""
    penalty: str = ""
    outcome: str = ""
    detail: str = ""
    status: str = ""
    level: str = ""
    org: bool = False
    future: bool = False


_FIELDS = {"words", "victim", "passive", "near", "not", "form", "needs", "penalty", "outcome", "detail",
           "status",
           "level", "org", "future"}  # fmt: skip


def entries_in(acts: dict[str, list[dict[str, Any]]]) -> Iterator[Entry]:
    """The entries of all acts, in the order of the table."""
    for act, rows in acts.items():
        for row in rows or []:
            if not row.get("words") or set(row) - _FIELDS:
                wrong = ", ".join(sorted(set(row) - _FIELDS)) or "no words"
                raise WordListError(f"acts.yml: an entry of {act} cannot be read ({wrong}).")
            yield _entry(act, row)


def _entry(act: str, row: dict[str, Any]) -> Entry:
    victim = tuple(role(written) for written in row.get("victim") or [])
    passive = tuple(role(written) for written in row.get("passive") or [])
    if not passive and any(one.case == "acc" and not one.before for one in victim):
        passive = (role("nom"), *(one for one in victim if one.case != "acc" or one.before))
    return Entry(
        act=act, words=tuple(map(str, row["words"])), victim=victim, passive=passive,
        near=_groups(row.get("near")),
        blocked=tuple(map(str, row.get("not") or [])), form=row.get("form", ""), needs=row.get("needs", ""),
        penalty=row.get("penalty", ""), outcome=row.get("outcome", ""), detail=row.get("detail", ""),
        status=row.get("status", ""), level=row.get("level", ""), org=bool(row.get("org")),
        future=bool(row.get("future")),
    )  # fmt: skip


def _groups(near: Any) -> tuple[tuple[str, ...], ...]:
    """One group of phrases, or several of which each must be there."""
    if not near:
        return ()
    groups = near if isinstance(near[0], list) else [near]
    return tuple(tuple(map(str, group)) for group in groups)


def role(written: str) -> Role:
    """The role that a table writes as ``acc``, ``gen>``, ``против+gen`` or ``gen+үстінен``."""
    if written == "belongings":
        return Role("gen", side=">", written=written)
    side = "<" if written.startswith("<") else ">" if written.endswith(">") else ""
    parts = [part.strip() for part in written.strip("<>").split("+")]
    at = next((index for index, part in enumerate(parts) if part in CASES), None)
    if at is None or len(parts) > 3:
        raise WordListError(f"acts.yml: the victim {written!r} names no case.")
    before = " ".join(parts[:at])
    after = " ".join(parts[at + 1 :])
    return Role(parts[at], before, after, side, written)
