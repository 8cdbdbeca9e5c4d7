"""Reading a file of places, and saying all that is wrong with it at once."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tizim import Problem
from tizim.vocab.errors import VocabError
from tizim.vocab.place_parts import Move, Place, Renaming

LANGUAGES = ("kk", "ru", "en")
KINDS = ("country", "region", "district", "city", "settlement")
_FIELDS = {"code", "kind", "region", "size", "also", "renamed", "separated", "geonames", "at"}


class PlacesError(VocabError):
    """A file of places that does not keep to the form of places."""


def read_places(path: Path, known: Mapping[str, Place] | None = None) -> tuple[Place, ...]:
    """The places of a file; ``known`` are places that it may refer to and must not repeat."""
    rows = _rows(path)
    problems = [problem for row in rows for problem in _problems(row, path.name)]
    problems += _unresolved(rows, set(known or ()), path.name)
    if problems:
        raise PlacesError("\n".join(str(problem) for problem in problems))
    regions = {
        **{code: _row_of(place) for code, place in (known or {}).items()},
        **{row["code"]: row for row in rows},
    }
    return tuple(_place(row, regions) for row in rows)


def _rows(path: Path) -> list[dict[str, Any]]:
    import yaml

    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PlacesError(
            f"{path.name}: cannot be read as YAML in UTF-8 ({type(error).__name__})."
        ) from error
    rows = content.get("places") if isinstance(content, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PlacesError(f"{path.name}: needs a list 'places', each place with code, kind and names.")
    return rows


def _problems(row: dict[str, Any], name: str) -> list[Problem]:
    where = f"{name}, {row.get('code') or 'a place without code'}"
    names = {field: row[field] for field in row if field not in _FIELDS}
    checks = {
        "needs a code, letters and digits such as KZ-semey.": isinstance(row.get("code"), str),
        f"needs a kind: {', '.join(KINDS)}.": row.get("kind") in KINDS,
        "needs a name, under a code of language: en, ru, kk.": bool(names),
        "has a name that is no text, or a field that is not known.": _are_names(names),
        "has a size that is no number.": isinstance(row.get("size", 0), int),
        "has 'also' that is no list of texts.": _are_texts(row.get("also", [])),
        "has 'renamed' without day, before and source.": _are_renamings(row.get("renamed", [])),
        "has 'separated' without day, from and source.": _is_separation(row.get("separated")),
        "has 'at' that is no latitude and longitude.": _is_position(row.get("at")),
    }
    return [Problem(where, what) for what, holds in checks.items() if not holds]


def _are_names(names: Mapping[Any, Any]) -> bool:
    return all(len(str(lang)) in (2, 3) and isinstance(name, str) for lang, name in names.items())


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _are_renamings(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and _is_decided(one) and _are_names(one.get("before") or {"": None})
        for one in value
    )


def _is_separation(value: object) -> bool:
    """None, or a change of region."""
    return value is None or (isinstance(value, dict) and _is_decided(value) and bool(value.get("from")))


def _is_position(value: object) -> bool:
    """None, or a point on the globe."""
    if value is None:
        return True
    numbers = value if isinstance(value, list) and len(value) == 2 else ()
    return bool(numbers) and all(
        type(one) in (int, float) and abs(one) <= most for one, most in zip(numbers, (90, 180), strict=True)
    )


def _is_decided(value: Mapping[str, Any]) -> bool:
    return type(value.get("day")) is date and isinstance(value.get("source"), str)


def _unresolved(rows: list[dict[str, Any]], known: set[str], name: str) -> list[Problem]:
    codes = [str(row.get("code")) for row in rows]
    wanted = {str(row["region"]) for row in rows if "region" in row}
    wanted |= {str(row["separated"]["from"]) for row in rows if _names_region(row.get("separated"))}
    twice = sorted({code for code in codes if codes.count(code) > 1 or code in known})
    missing = sorted(wanted - set(codes) - known)
    return [
        *(Problem(f"{name}, {code}", "stands twice.") for code in twice),
        *(Problem(f"{name}, {code}", "is named as a region but is not there.") for code in missing),
    ]


def _names_region(value: object) -> bool:
    return value is not None and _is_separation(value)


def _row_of(place: Place) -> dict[str, Any]:
    return {"code": place.code, "region": place.region}


def _place(row: dict[str, Any], regions: Mapping[str, dict[str, Any]]) -> Place:
    return Place(
        code=row["code"],
        kind=row["kind"],
        names={lang: row[lang] for lang in sorted(row.keys() - _FIELDS, key=_order)},
        also=tuple(row.get("also", ())),
        region=row.get("region"),
        size=row.get("size"),
        renamed=tuple(Renaming(r["day"], r["before"], r["source"]) for r in row.get("renamed", ())),
        moved=_moves(row, regions),
        within=frozenset(_around(row, regions)),
        at=(float(row["at"][0]), float(row["at"][1])) if "at" in row else None,
    )


def _order(lang: str) -> tuple[int, str]:
    return (LANGUAGES.index(lang) if lang in LANGUAGES else len(LANGUAGES), lang)


def _moves(row: dict[str, Any], regions: Mapping[str, dict[str, Any]]) -> tuple[Move, ...]:
    """The place's own separation, or else that of its region: what lies in it moved with it."""
    own = row.get("separated")
    change = own or regions.get(row.get("region", ""), {}).get("separated")
    return (Move(change["day"], change["from"], change["source"]),) if change else ()


def _around(row: dict[str, Any], regions: Mapping[str, dict[str, Any]]) -> set[str]:
    above, found = [row], set[str]()
    while above:
        one = above.pop()
        named = (one.get("region"), one.get("separated", {}).get("from"))
        codes = {code for code in named if code and code not in found}
        found |= codes
        above += [regions[code] for code in codes if code in regions]
    return found - {row["code"]}
