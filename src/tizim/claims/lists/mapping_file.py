"""A mapping read from its file, with everything that is wrong with it said at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from tizim.claims.lists.days import ORDERS
from tizim.claims.lists.faults import Fault
from tizim.claims.lists.mapping import (
    FIXABLE,
    RULES,
    SUBJECTS,
    VERSION,
    ColumnRule,
    ListMapping,
    SheetMapping,
)
from tizim.claims.lists.words import plain
from tizim.vocab import ArticleError, OutcomeError, article, outcome, table

_SHEET_KEYS = frozenset(
    "header data until language order pivot serials book key columns claims fixed".split()
)
_COLUMN_KEYS = frozenset("read of values order book bare down".split())
_CODED = {"act": "acts", "status": "statuses"}
_FIXED_CODES = {
    "act": "acts", "status": "statuses", "level": "levels", "role": "roles", "case_kind": "case_kinds",
    "certainty": "certainties", "counting_unit": "counting_units",
}  # fmt: skip
_LARGEST = 2_000_000


def read_mapping(text: str) -> tuple[ListMapping | None, tuple[Fault, ...]]:
    """The mapping that the file tells, or what keeps it from being one."""
    if len(text) > _LARGEST:
        return None, (Fault("mapping", "map_not_yaml", {"line": 1}),)
    try:
        told = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        return None, (Fault("mapping", "map_not_yaml", {"line": mark.line + 1 if mark else 1}),)
    except (ValueError, RecursionError):
        return None, (Fault("mapping", "map_not_yaml", {"line": 1}),)
    reader = _Reader()
    mapping = reader.book(told)
    return (None if reader.faults else mapping), tuple(reader.faults)


class _Loader(yaml.CSafeLoader):
    """YAML with texts, whole numbers, lists and tables alone: ``no`` and ``2020-01-01`` are texts."""


_Loader.yaml_implicit_resolvers = {
    first: [
        one
        for one in many
        if one[0] in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
    ]
    for first, many in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(slots=True)
class _Reader:
    """Reads the parts of a mapping and collects what is wrong."""

    faults: list[Fault] = field(default_factory=list)

    def wrong(self, where: str, code: str, **values: object) -> None:
        self.faults.append(Fault(where, code, values))

    def book(self, told: Any) -> ListMapping:
        if (
            not isinstance(told, Mapping)
            or "mapping" not in told
            or not isinstance(told.get("sheets"), Mapping)
        ):
            self.wrong("mapping", "map_no_mapping")
            return ListMapping({})
        if str(told["mapping"]) != str(VERSION):
            self.wrong("mapping", "map_version", known=VERSION)
            return ListMapping({})
        self.unknown("mapping", told, frozenset(("mapping", "sheets")))
        sheets, skipped = {}, set()
        for name, sheet in told["sheets"].items():
            if sheet == "skip":
                skipped.add(str(name))
            else:
                sheets[str(name)] = self.sheet(str(name), sheet)
        return ListMapping(sheets, frozenset(skipped))

    def sheet(self, name: str, told: Any) -> SheetMapping:
        if not isinstance(told, Mapping) or not isinstance(told.get("columns"), Mapping):
            self.wrong(name, "map_no_mapping")
            return SheetMapping((1,), 2, ())
        self.unknown(name, told, _SHEET_KEYS)
        claims = self.claims(name, told.get("claims") or {})
        columns = tuple(
            self.column(f"{name}, {heading}", str(heading), rule, claims)
            for heading, rule in told["columns"].items()
        )
        header, data = self.rows(name, told)
        made = SheetMapping(
            header=header, data=data, columns=columns, until=self.number(name, told, "until", 0) or None,
            language=str(told.get("language") or ""), order=self.order(name, told, "dmy"),
            pivot=self.number(name, told, "pivot", 1930), serials=self.number(name, told, "serials", 1900),
            book=self.law(name, told), key=tuple(map(str, _many(told.get("key")))), claims=claims,
            fixed=self.fixed(name, told.get("fixed") or {}),
        )  # fmt: skip
        self.whole(name, made)
        return made

    def rows(self, name: str, told: Mapping[str, Any]) -> tuple[tuple[int, ...], int]:
        header = tuple(one for one in _many(told.get("header", 1)) if isinstance(one, int) and one > 0)
        data = self.number(name, told, "data", max(header, default=0) + 1)
        if len(header) != len(_many(told.get("header", 1))) or data < 1 or not header or data <= max(header):
            self.wrong(name, "map_rows")
        return header or (1,), data

    def column(self, where: str, heading: str, told: Any, claims: Mapping[str, Any]) -> ColumnRule:
        rule = told if isinstance(told, Mapping) else {"read": told}
        self.unknown(where, rule, _COLUMN_KEYS)
        read = str(rule.get("read") or "")
        if read not in RULES:
            self.wrong(where, "map_open" if not read else "map_no_rule", rules=", ".join(RULES))
        of = tuple(map(str, _many(rule.get("of"))))
        for one in of:
            if one not in claims:
                self.wrong(where, "map_no_claim", claim=one)
        return ColumnRule(
            heading, read, of, self.values(where, read, rule.get("values") or {}),
            self.order(where, rule, ""), self.law(where, rule), self.kind(where, str(rule.get("bare") or "")),
            str(rule.get("down")) in ("yes", "true", "1"),
        )  # fmt: skip

    def values(self, where: str, read: str, told: Any) -> Mapping[str, str]:
        """What cells say, in plain letters, and the code it means; ``skip`` for nothing."""
        if not isinstance(told, Mapping):
            self.wrong(where, "map_no_mapping")
            return {}
        known = {plain(str(said)): str(code) if code else "" for said, code in told.items()}
        for code in sorted(set(known.values())):
            self.code(where, read, code)
        return known

    def code(self, where: str, read: str, code: str) -> None:
        if not code:
            self.wrong(where, "map_open")
        elif code == "skip" or (read not in _CODED and read != "outcome"):
            return
        elif read == "outcome":
            self.kind(where, code)
        elif not self.act_and_outcome(where, read, code):
            self.wrong(where, "map_no_code", table=_CODED[read], given=code)

    def act_and_outcome(self, where: str, read: str, code: str) -> bool:
        """``administrative_arrest``, or with an outcome: ``sentence: suspended``."""
        first, _, rest = code.partition(":")
        if rest.strip() and read == "act":
            self.kind(where, rest.strip())
        return first.strip() in table(_CODED[read])

    def claims(self, name: str, told: Any) -> Mapping[str, Mapping[str, str]]:
        if not isinstance(told, Mapping):
            self.wrong(name, "map_no_mapping")
            return {}
        return {str(one): self.fixed(f"{name}, {one}", fields or {}) for one, fields in told.items()}

    def fixed(self, where: str, told: Any) -> Mapping[str, str]:
        if not isinstance(told, Mapping):
            self.wrong(where, "map_no_mapping")
            return {}
        for name, value in told.items():
            if name not in FIXABLE:
                self.wrong(where, "map_no_field", field=name, fields=", ".join(sorted(FIXABLE)))
            elif not value:
                self.wrong(f"{where}, {name}", "map_open")
            elif name in _FIXED_CODES and str(value) not in table(_FIXED_CODES[name]):
                self.wrong(where, "map_no_code", table=_FIXED_CODES[name], given=value)
        return {str(name): str(value) for name, value in told.items()}

    def order(self, where: str, told: Mapping[str, Any], usual: str) -> str:
        order = str(told.get("order") or usual)
        if order and order not in ORDERS:
            self.wrong(where, "map_no_order", orders=", ".join(ORDERS))
        return order

    def law(self, where: str, told: Mapping[str, Any]) -> str:
        book = str(told.get("book") or "")
        try:
            if book:
                article(f"{book} 1")
        except ArticleError:
            self.wrong(where, "map_no_book")
        return book

    def kind(self, where: str, code: str) -> str:
        try:
            if code:
                outcome(code)
        except OutcomeError:
            self.wrong(where, "map_no_code", table="penalties", given=code)
        return code

    def number(self, name: str, told: Mapping[str, Any], key: str, usual: int) -> int:
        value = told.get(key, usual)
        if isinstance(value, int):
            return value
        self.wrong(name, "map_rows")
        return usual

    def unknown(self, where: str, told: Mapping[str, Any], known: frozenset[str]) -> None:
        for key in told:
            if key not in known:
                self.wrong(where, "map_unknown_key", key=key, known=", ".join(sorted(known)))

    def whole(self, name: str, sheet: SheetMapping) -> None:
        """What only the sheet as a whole can lack: a subject, an act, a key that is there."""
        reads = {column.read for column in sheet.columns}
        if not reads & set(SUBJECTS):
            self.wrong(name, "map_no_person")
        if not (
            reads & {"act", "text", "status"}
            or "act" in sheet.fixed
            or any("act" in one for one in sheet.claims.values())
        ):
            self.wrong(name, "map_no_act")
        headings = {column.heading for column in sheet.columns}
        for one in sheet.key:
            if one not in headings:
                self.wrong(name, "column_missing", column=one)
        if "status" in reads and "status_as_of" not in reads and "status_as_of" not in sheet.fixed:
            self.wrong(name, "status_no_day")


def _many(told: Any) -> list[Any]:
    if told is None:
        return []
    return list(told) if isinstance(told, list) else [told]
