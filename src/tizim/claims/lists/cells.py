"""One cell read by the rule of its column: which fields of a claim it fills."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from tizim.claims.lists.days import edtf
from tizim.claims.lists.faults import CellError
from tizim.claims.lists.jottings import jotted
from tizim.claims.lists.mapping import ColumnRule, SheetMapping
from tizim.claims.lists.penalties import penalties
from tizim.claims.lists.statutes import articles
from tizim.claims.lists.words import bare, coded, plain, words
from tizim.claims.lists.workbook import error_in

_OLDEST = 130
_NO_NAME = re.compile(r"[\d=@/\\{}<>|*]")
Fields = Mapping[str, Any]


def fields_in(text: str, rule: ColumnRule, sheet: SheetMapping) -> tuple[Fields, ...]:
    """The fields that a cell fills, one set for each act it tells (mostly one); CellError if unread."""
    if error_in(text):
        raise CellError("formula_error")
    given = rule.values.get(plain(text)) if rule.values else None
    if given == "skip":
        return ({},)
    return _RULES[rule.read](text, rule, sheet, given)


def _text(name: str) -> Callable[..., tuple[Fields, ...]]:
    def read(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
        return ({name: given or " ".join(text.split())},)

    return read


def _person(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    """A name; figures and signs of formulas tell that another column stands here."""
    if not given and _NO_NAME.search(text):
        raise CellError("name_odd")
    return ({"person": given or " ".join(text.split())},)


def _date(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    return ({"date": edtf(given or text, rule.order or sheet.order, sheet.pivot, sheet.serials)},)


def _as_of(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    return ({"status_as_of": edtf(given or text, rule.order or sheet.order, sheet.pivot, sheet.serials)},)


def _article(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    country = rule.book or sheet.book
    return ({"articles": articles(given or text, country)},)


def _outcome(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    if given:
        return ({"outcome": given},)
    told, note = penalties(text, rule.bare)
    return ({"outcome": told, "note": note} if note else {"outcome": told},)


def _act(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    if given:
        return (_coded_act(given),)
    parts = [one for one in _parts(text) if one]
    meant = [rule.values.get(plain(one)) or coded("acts", one) for one in parts]
    if all(meant):
        return tuple(_coded_act(one) for one in meant if one and one != "skip") or ({},)
    return _jotted(text, rule, sheet)


def _coded_act(code: str) -> Fields:
    act, _, outcome = (part.strip() for part in code.partition(":"))
    return {"act": act, "outcome": outcome} if outcome else {"act": act}


@lru_cache(maxsize=16384)
def _parts(text: str) -> tuple[str, ...]:
    """The acts of a cell that names several: parted by ``;``, ``,``, ``+`` or a line."""
    pieces = text
    for mark in ("\n", ";", "+", ","):
        pieces = pieces.replace(mark, "|")
    return tuple(piece.strip() for piece in pieces.split("|"))


def _jotted(text: str, rule: ColumnRule, sheet: SheetMapping) -> tuple[Fields, ...]:
    found = jotted(text, rule.order or sheet.order, sheet.pivot, sheet.book)
    if not found:
        raise CellError("act_unknown")
    names = ("act", "date", "date_basis", "outcome", "articles", "note")
    return tuple({name: value for name in names if (value := getattr(one, name))} for one in found)


def _status(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    status = given or coded("statuses", text)
    if status is None:
        raise CellError("status_unknown")
    return ({"status": status, "level": "status", "act": words()["status_acts"].get(status, "")},)


def _age(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    number = bare(given or text).split(" ")[0]
    if not number.isdecimal() or int(number) > _OLDEST:
        raise CellError("age_unreadable")
    return ({"age": int(number)},)


def _born(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    """A day or year of birth; of two digits it lies in the hundred years that end with the pivot's decade."""
    if text.strip().isdecimal() and len(text.strip()) <= 2:
        raise CellError("day_short")
    shown = text.casefold().replace("г.р.", "").replace("г. р.", "").replace("г/р", "").replace("г р", "")
    return ({"born": edtf(shown.replace("ж.т.", ""), rule.order or sheet.order, 1925, sheet.serials)},)


def _sex(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    found = given or next((sex for sex, many in words()["sexes"].items() if bare(text) in many), None)
    if found is None:
        raise CellError("sex_unknown")
    return ({"sex": found},)


def _source(text: str, rule: ColumnRule, sheet: SheetMapping, given: str | None) -> tuple[Fields, ...]:
    """A name says who reports; an address goes to the note."""
    shown = " ".join((given or text).split())
    return ({"source_note": shown} if "://" in shown or shown.startswith("www.") else {"reported_by": shown},)


_RULES: Mapping[str, Callable[..., tuple[Fields, ...]]] = {
    "person": _person, "group": _text("group"), "org": _text("organisation"), "number": _text("number"),
    "date": _date, "article": _article, "outcome": _outcome, "act": _act, "status": _status,
    "status_as_of": _as_of, "place": _text("place"), "town": _text("town"), "age": _age, "born": _born,
    "sex": _sex,
    "occupation": _text("occupation"), "agency": _text("agency"), "offence": _text("offence"),
    "alleged_organisation": _text("alleged_organisation"),
    "event": _text("event"), "source": _source, "note": _text("note"),
}  # fmt: skip
