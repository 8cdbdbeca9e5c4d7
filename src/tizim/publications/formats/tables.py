"""The tables of an edition: people, acts, passages, counts; with the data dictionary of their columns."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

import yaml

from tizim.claims import guarded
from tizim.publications.content import Act, Cited, Content, Entered
from tizim.vocab import label

Cell = str | int | None
Row = Mapping[str, Cell]
_AT_ONCE = 10_000


@cache
def dictionary() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Each table's columns in their order, with what they hold in each language."""
    text = files("tizim.publications").joinpath("data", "columns.yml").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def tables(content: Content, language: str) -> Mapping[str, list[Row]]:
    """The rows of every table, its words in the language."""
    return {
        "people": list(_people(content, language)),
        "acts": list(_acts(content, language)),
        "passages": [_passage(number, one) for number, one in enumerate(content.passages, 1)],
        "counts": list(_counts(content, language)),
    }


def titles_of(content: Content, language: str) -> Mapping[str, str]:
    """The classes of the list in words."""
    return {code: dict(said).get(language, code) for code, said in content.classes}


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    return guarded(cell) if isinstance(cell, str) else cell


def csv_bytes(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, line_end: str, mark: bytes = b""
) -> bytes:
    """A table as CSV in UTF-8 after the mark; piece by piece, so that a large one is never whole as text."""
    out, rest = io.BytesIO(mark), iter(rows)
    out.seek(0, io.SEEK_END)
    some: list[Sequence[Cell]] = [columns]
    while some:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator=line_end).writerows(some)
        out.write(text.getvalue().encode())
        some = list(islice(rest, _AT_ONCE))
    return out.getvalue()


def _people(content: Content, language: str) -> Iterator[Row]:
    titles = titles_of(content, language)
    for one in content.people:
        yield {
            "number": one.number, "key": one.key, "name": one.name, "class": one.code,
            "class_title": titles[one.code], "sure": "yes" if one.sure else "no",
            "why": label("reasons", one.why, language), "since": one.since,
            "expected_end": one.expected_end, "articles": "; ".join(one.articles), **_more(one),
        }  # fmt: skip


def _acts(content: Content, language: str) -> Iterator[Row]:
    for one in content.people:
        for act in one.acts:
            yield {
                "number": one.number, "act": act.act, "act_title": label("acts", act.act, language),
                "date": act.date, "place": act.place, "agency": act.agency,
                "articles": "; ".join(act.articles), "outcome": act.outcome,
                "certainty": act.certainty, "passages": "; ".join(str(place + 1) for place in act.passages),
                **_more(act),
            }  # fmt: skip


def _more(one: Entered | Act) -> dict[str, str]:
    """What a decision let out beside the usual fields."""
    return dict(one.more)


def _passage(number: int, one: Cited) -> Row:
    return {
        "number": number,
        **{name: getattr(one, name) for name in dictionary()["passages"] if name != "number"},
    }


def _counts(content: Content, language: str) -> Iterator[Row]:
    titles = titles_of(content, language)
    for one in content.parts:
        yield {"class": one.code, "class_title": titles.get(one.code, one.code),
               "at_least": one.at_least, "at_most": one.at_most}  # fmt: skip
    whole = dict(content.title).get(language, content.definition)
    yield {"class": "total", "class_title": whole, "at_least": content.at_least, "at_most": content.at_most}
