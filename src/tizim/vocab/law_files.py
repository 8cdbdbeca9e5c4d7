"""Reading a file of a law book, and saying all that is wrong with it at once."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tizim import Problem
from tizim.vocab.errors import LawBookError
from tizim.vocab.law_parts import LawArticle, LawBook, LawPart

BOOK_CODE = re.compile(r"[A-Z]{2,3}-[A-Z]{2,8}(-\d{4})?", re.ASCII)
_NUMBER = re.compile(r"\d{1,4}([.-]\d{1,3})*", re.ASCII)
_DAYS = {"in_force_from", "in_force_to"}
_BOOK = {"code", "cited_as", "country", "title", "last_article", "sources", "articles", *_DAYS}
_PART = {"penalty_min", "penalty_max", "text", "source"}
_ARTICLE = {"number", "title", "also", "checked", "parts", "note", *_DAYS, *(_PART - {"text"})}


def read_law_book(path: Path) -> LawBook:
    """The law book in the file; LawBookError lists all that does not keep to the form."""
    row = _content(path)
    problems = _of_book(row, path.name)
    problems += [problem for one in _articles(row) for problem in _of_article(one, path.name)]
    if problems:
        raise LawBookError("\n".join(str(problem) for problem in problems))
    return LawBook(
        code=row["code"],
        country=row["country"],
        title=row["title"],
        articles=tuple(_article(one) for one in row["articles"]),
        cited_as=row.get("cited_as", ""),
        in_force_from=row.get("in_force_from"),
        in_force_to=row.get("in_force_to"),
        last_article=row.get("last_article"),
        sources=tuple(row["sources"]),
    )


def _content(path: Path) -> dict[str, Any]:
    import yaml

    try:
        row = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LawBookError(
            f"{path.name}: cannot be read as YAML in UTF-8 ({type(error).__name__})."
        ) from error
    if not isinstance(row, dict):
        raise LawBookError(f"{path.name}: needs code, country, title, sources and articles.")
    return row


def _articles(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The articles as far as they are there; what else stands in their place is told with the book."""
    articles = row.get("articles")
    return [one for one in articles if isinstance(one, dict)] if isinstance(articles, list) else []


def _of_book(row: dict[str, Any], name: str) -> list[Problem]:
    code, articles = row.get("code"), _articles(row)
    checks = {
        "needs a code such as KZ-CC or KZ-CC-1997.": isinstance(code, str)
        and bool(BOOK_CODE.fullmatch(code)),
        "needs the country of its code.": isinstance(code, str) and row.get("country") == code.split("-")[0],
        "has a cited_as that its code does not begin with.": str(code).startswith(
            str(row.get("cited_as", ""))
        ),
        "needs a title by language.": _is_texts(row.get("title")),
        "needs sources, a list.": bool(row.get("sources")) and isinstance(row.get("sources"), list),
        "needs articles, a list.": bool(articles) and articles == row["articles"],
        "has an unknown field.": row.keys() <= _BOOK,
        "has a day that is no date, or days in the wrong order.": _are_days(row),
        "has a last_article that is no number.": isinstance(row.get("last_article", 0), int),
    }
    return [Problem(name, what) for what, holds in checks.items() if not holds]


def _of_article(row: dict[str, Any], name: str) -> list[Problem]:
    number, parts = row.get("number"), row.get("parts", {})
    checks = {
        'needs a number in quotes: "405", "361-2", "280.3".': isinstance(number, str)
        and bool(_NUMBER.fullmatch(number)),
        "needs a title by language.": _is_texts(row.get("title")),
        "has an unknown field.": row.keys() <= _ARTICLE,
        "has a day that is no date, or days in the wrong order.": _are_days(row),
        "has 'also' that is no list of texts.": _are_texts(row.get("also", [])),
        "has 'checked' that is no list of languages with a title.": _are_texts(row.get("checked", []))
        and set(row.get("checked", ())) <= set(row.get("title") or ()),
        "has parts that are no mapping of numbers in quotes.": isinstance(parts, dict)
        and all(map(_is_part, parts.items())),
        "has a penalty without penalty_max or without its source.": _has_source(row),
    }
    return [Problem(f"{name}, article {number}", what) for what, holds in checks.items() if not holds]


def _is_texts(value: object) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(text, str) for text in value.values())


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _are_days(row: Mapping[str, Any]) -> bool:
    days = [row[field] for field in ("in_force_from", "in_force_to") if field in row]
    return all(type(day) is date for day in days) and days == sorted(days)


def _is_part(item: tuple[object, object]) -> bool:
    number, part = item
    return isinstance(number, str) and isinstance(part, dict) and part.keys() <= _PART and _has_source(part)


def _has_source(row: Mapping[str, Any]) -> bool:
    """A range has its upper end and a source; nothing else stands under these names."""
    given = [field for field in ("penalty_min", "penalty_max", "source") if row.get(field)]
    return not given or {"penalty_max", "source"} <= set(given)


def _article(row: dict[str, Any]) -> LawArticle:
    return LawArticle(
        number=row["number"],
        title=row["title"],
        also=tuple(row.get("also", ())),
        checked=tuple(row.get("checked", ())),
        parts={number: _part(number, part) for number, part in row.get("parts", {}).items()},
        whole=_part("", row) if row.get("penalty_max") else None,
        in_force_from=row.get("in_force_from"),
        in_force_to=row.get("in_force_to"),
        note=row.get("note", ""),
    )


def _part(number: str, row: Mapping[str, Any]) -> LawPart:
    ends = row.get("penalty_min", ""), row.get("penalty_max", "")
    return LawPart(number, *ends, source=row.get("source", ""), text=row.get("text"))
