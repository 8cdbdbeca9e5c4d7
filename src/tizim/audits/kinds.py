"""The kinds of findings, with severity, reason and wording (``data/kinds.yml``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tizim.audits.tables import table


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: how serious, why, and what is said in three languages."""

    code: str
    severity: str
    reason: str
    message: Mapping[str, str]
    advice: Mapping[str, str]


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by code."""
    return {code: _kind(code, row) for code, row in table("kinds").items()}


def kind_named(code: str) -> Kind:
    """The kind of that code."""
    return kinds()[code]


def _kind(code: str, row: Mapping[str, object]) -> Kind:
    said = {language: str(row[language]) for language in ("en", "ru", "kk")}
    advice = row.get("do", {})
    assert isinstance(advice, Mapping)
    return Kind(code, str(row["severity"]), str(row["reason"]), said, {k: str(v) for k, v in advice.items()})
