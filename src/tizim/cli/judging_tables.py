"""judge-table: many judgements from a table that somebody filled in, shown before they are written."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from tizim import TizimError
from tizim.claims import ClaimsError, read_table
from tizim.cli.door import day, door_of, opened, write
from tizim.cli.foretelling import print_prospect, prospect_json
from tizim.cli.judging import Day, DryRun, Own, Yes, agreed, verdict_of
from tizim.cli.printing import check_format, echo, print_json
from tizim.cli.prospects import Stock, prospect
from tizim.cli.texts import say
from tizim.identity import Judgement, as_latest, mention_id
from tizim.ledger import content_id

_COLUMNS = ("left_document", "left_name", "right_document", "right_name", "verdict")
_SHOWN = 50
_TEXT_MARK = ("'=", "'+", "'-", "'@")
_Row = Mapping[str, str]


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="judge-table")(judge_table)


def judge_table(
    context: typer.Context,
    table: Annotated[Path, typer.Argument(help="A CSV or XLSX: left_document, left_name, right_document, …")],
    dry_run: DryRun = False,
    yes: Yes = False,
    as_of: Day = None,
    own: Own = None,
    form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """Many judgements from a table; rows without a verdict wait. Example: tizim judge-table doubts.csv

    Columns: left_document, left_name, right_document, right_name, verdict, reason; others are left aside.
    """
    check_format(form, ("table", "json"))
    language = door_of(context).language
    rows = list(_rows(table))
    with opened(context) as register:
        stock = Stock(register)
        reader = _Reader(table.name, language, stock)
        for number, row in rows:
            reader.take(number, row)
        latest = [as_latest(one) for one in reader.drafts]
        seen = prospect(stock, [*stock.judgements, *latest], as_of=day(as_of), own=own or ())
        if form == "table":
            for problem in reader.problems[:_SHOWN]:
                echo(problem)
            if len(reader.problems) > _SHOWN:
                echo(say("and_more", language, n=len(reader.problems) - _SHOWN))
            if reader.drafts:
                print_prospect(seen, language)
                echo()
        wanted = bool(reader.drafts) and not dry_run and (yes or agreed(language))
        if wanted:
            write(register, reader.drafts, skip_known=True)
    counts = {"rows": len(rows), "written": len(reader.drafts), **reader.counts()}
    if form == "json":
        print_json({"written": wanted, "rows": counts, "problems": reader.problems, **prospect_json(seen)})
    else:
        echo(say("table_dry" if reader.drafts and not wanted else "table_written", language, **counts))


def _rows(table: Path) -> Iterator[tuple[int, _Row]]:
    """The filled rows with their numbers, all cells as text."""
    try:
        read = read_table(table.name, table.read_bytes())
    except ClaimsError as wrong:
        raise TizimError(f"{table.name}: {wrong}") from None
    missing = [column for column in _COLUMNS if column not in read.columns]
    if missing:
        raise TizimError(f"{table.name} has no column {', '.join(missing)}")
    for row in read.rows():
        if not row.skip:
            yield row.number, {**{name: _text(cell) for name, cell in row.cells.items()}, "": row.fault}


def _text(cell: Any) -> str:
    """The cell as text, without the mark that keeps a spreadsheet from running it."""
    text = "" if cell is None else str(cell).strip()
    return text[1:] if text.startswith(_TEXT_MARK) else text


@dataclass(slots=True)
class _Reader:
    """Goes through the rows: what is to be judged, what is wrong, what waits."""

    table: str
    language: str
    stock: Stock
    drafts: list[Judgement] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _fates: Counter[str] = field(default_factory=Counter)
    _last: dict[tuple[str, str], Judgement] = field(default_factory=dict)
    _files: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _known: set[tuple[str, str | None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._last = {one.pair: one for one in self.stock.judgements}
        self._known = {(one.document_id, one.person) for one in self.stock.claims.values()}
        for one in self.stock.documents.values():
            self._files[one.file_name].append(one.id)

    def counts(self) -> dict[str, int]:
        """How many rows were there already, had no verdict, could not be taken."""
        return {fate: self._fates[fate] for fate in ("already", "empty", "faulty")}

    def take(self, number: int, row: _Row) -> None:
        """One row: a judgement, a problem, or nothing new."""
        if not row["verdict"]:
            self._fates["empty"] += 1
            return
        problem, made = self._judged(number, row)
        if problem:
            self.problems.append(problem)
            self._fates["faulty"] += 1
        elif made is None:
            self._fates["already"] += 1
        else:
            self.drafts.append(made)
            self._last[made.pair] = made

    def _judged(self, number: int, row: _Row) -> tuple[str, Judgement | None]:
        """What is wrong with the row, or the judgement, if the last one on that pair says another thing."""
        where = {"table": self.table, "row": number}
        if row[""]:
            return say("row_fault", self.language, fault=row[""], **where), None
        sides = {side: self._mentions(row, side) for side in ("left", "right")}
        wrong = [side for side, found in sides.items() if len(found) != 1]
        if wrong:
            columns = ", ".join(f"{side}_document, {side}_name" for side in wrong)
            text = "row_many_documents" if all(sides.values()) else "row_no_mention"
            return say(text, self.language, columns=columns, **where), None
        try:
            verdict = verdict_of(row["verdict"], self.language)
        except TizimError:
            return say("row_no_verdict", self.language, **where), None
        (left,), (right,) = sides["left"], sides["right"]
        if left == right:
            return say("row_one_mention", self.language, **where), None
        return "", self._draft(left, right, verdict, row.get("reason") or None)

    def _draft(self, left: str, right: str, verdict: str, reason: str | None) -> Judgement | None:
        before = self._last.get((min(left, right), max(left, right)))
        if before and before.verdict == verdict:
            return None
        own = content_id("j", left, right, verdict, reason, before and before.id)
        return Judgement(id=own, left=left, right=right, verdict=verdict, reason=reason)

    def _mentions(self, row: _Row, side: str) -> set[str]:
        """The mentions with that name in documents of that file name or id."""
        document, name = row[f"{side}_document"], row[f"{side}_name"]
        known = [one for one in (*self._files.get(document, ()), document) if (one, name) in self._known]
        return {mention_id(one, name) for one in known}
