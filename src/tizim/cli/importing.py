"""import, undo: claims from a table, every row and column accounted for, and taken back as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.claims import (
    HELD,
    ImportOptions,
    ImportPlan,
    holdings_of,
    plan_import,
    read_table,
    rejected_csv,
    restore_import,
    undo_import,
)
from tizim.cli.door import door_of, opened, write
from tizim.cli.list_importing import ListImport, import_list
from tizim.cli.list_importing import suggest as propose
from tizim.cli.printing import echo
from tizim.cli.texts import say
from tizim.documents import Document, receive, text_of
from tizim.ledger import Entry

if TYPE_CHECKING:
    from tizim.wiring import Register


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="import")(import_table)
    app.command(name="undo-import")(undo)


def import_table(
    context: typer.Context,
    table: Annotated[
        Path,
        typer.Argument(help="A table in the flat form (CSV, JSON lines, XLSX), or with a mapping any list."),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at columns that fill no field.")] = False,
    sheet: Annotated[str | None, typer.Option("--sheet", help="Which sheet. Default: the first.")] = None,
    reader: Annotated[
        str | None,
        typer.Option("--reader", help="If a machine made the table: its name; claims wait for review."),
    ] = None,
    replaces: Annotated[
        list[str] | None, typer.Option("--replaces", help="Ids of tables of which this is the newer version.")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", help="Who made the table.")] = None,
    aside: Annotated[Path, typer.Option("--aside", help="Folder for the rows set aside.")] = Path(),
    suggest: Annotated[bool, typer.Option("--suggest", help="Guess a mapping: NAME.mapping.yml.")] = False,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="The file that says how the columns are read.")
    ] = None,
    beside: Annotated[
        bool, typer.Option("--beside", help="With --mapping: another list, though it tells much of the same.")
    ] = False,
) -> None:
    """Claims from a table; bad rows go to NAME.rejected.csv. Example: tizim import list.xlsx --dry-run"""
    language = door_of(context).language
    if suggest or mapping:
        _refuse(language, both=suggest and mapping is not None, flat=bool(strict or sheet or reader))
    if suggest:
        propose(table, aside, language)
        return
    if mapping is not None:
        import_list(
            context, ListImport(table, mapping, aside, dry_run, source, tuple(replaces or ()), beside)
        )
        return
    options = ImportOptions(reader=reader, strict=strict, replaces=tuple(replaces or ()))
    _import_flat(context, table, options, _Flat(sheet, source, aside, dry_run))


@dataclass(frozen=True, slots=True)
class _Flat:
    """What was asked of a table in the flat form beside how it is taken in."""

    sheet: str | None
    source: str | None
    aside: Path
    dry_run: bool


def _refuse(language: str, *, both: bool, flat: bool) -> None:
    if both:
        raise TizimError(say("map_or_suggest", language))
    if flat:
        raise TizimError(say("list_flat_options", language))


def _import_flat(context: typer.Context, table: Path, options: ImportOptions, asked: _Flat) -> None:
    """A table in the flat form, whose columns are named after the fields."""
    language = door_of(context).language
    if not table.is_file():
        raise TizimError(say("no_such_file", language, file=table))
    dry_run = asked.dry_run
    content = read_table(table.name, table.read_bytes(), sheet=asked.sheet)
    with opened(context) as register:
        document, received = table_document(register, table, asked.source, keep=not dry_run)
        entries = register.ledger.known_at(kinds=HELD)
        holdings = holdings_of(entries, text_of=lambda one: text_of(one, register.vault))
        plan = plan_import(content, document=document, holdings=holdings, options=options)
        if not (dry_run or plan.stopped):
            write(register, [*received, *plan.entries], skip_known=True)
    _print(plan, language, dry_run=dry_run)
    if plan.rejected and not dry_run:
        from tizim.stores.private import write_private

        kept = asked.aside / f"{table.stem}.rejected.csv"
        write_private(kept, "".join(f"{line.rstrip()}\n" for line in rejected_csv(plan)).encode("utf-8"))
        echo(say("set_aside", language, file=kept))
    if plan.stopped:
        raise TizimError(say("import_stopped", language))
    if plan.claims and not dry_run:
        echo(f"{say('take_all_back', language)}: tizim undo-import {document.id}")


def undo(
    context: typer.Context,
    document_id: Annotated[str, typer.Argument(help="The id of the imported table (d-…).")],
    restore: Annotated[bool, typer.Option("--restore", help="Bring an undone import back.")] = False,
) -> None:
    """Takes back all claims of an imported table by writing withdrawals; nothing is deleted."""
    language = door_of(context).language
    with opened(context) as register:
        entries = tuple(register.ledger.known_at())
        drafts = (restore_import if restore else undo_import)(entries, document_id)
        if not drafts:
            text = "none_to_restore" if restore else "none_to_undo"
            raise TizimError(say(text, language, table=document_id))
        write(register, drafts)
    echo(say("brought_back" if restore else "taken_back_n", language, n=len(drafts)))


def table_document(
    register: "Register", table: Path, source: str | None, *, keep: bool
) -> tuple[Document, Sequence[Entry]]:
    """The table as a document of its own, and the entries that tell of it; a dry run keeps no file."""
    from tizim.documents import MemoryVault

    known = {
        one.sha256: one for one in register.ledger.known_at(kinds=("document",)) if isinstance(one, Document)
    }
    vault = register.vault if keep else MemoryVault()
    options = {"publisher": source} if source else {}
    *_, received = receive([table], vault=vault, known=known.keys(), options=options)
    if received.outcome == "already_there":
        return next(one for one in known.values() if one.id == received.document_id), ()
    documents = [one for one in received.entries if isinstance(one, Document)]
    if not documents:
        raise TizimError(" ".join(received.lines))
    return documents[0], received.entries


def _print(plan: ImportPlan, language: str, *, dry_run: bool) -> None:
    for use in plan.columns:
        if use.use != "used":
            hint = f"; {use.hint}" if use.hint else ""
            echo(f"{say('column', language)} '{use.column}': {use.use}{hint}")
    for problem in plan.problems:
        echo(str(problem))
    for row in plan.rejected:
        for problem in row.problems:
            echo(str(problem))
    for claim_id in plan.vanished:
        echo(say("vanished", language, id=claim_id))
    counts = {
        "claims": plan.claims,
        "corrections": plan.corrections,
        "unchanged": plan.unchanged,
        "hidden": plan.hidden,
        "skipped": plan.skipped,
        "repeated": plan.repeated,
        "rejected": plan.rejected,
        "gone": plan.vanished,
    }
    text = "would_import" if dry_run or plan.stopped else "imported"
    echo(say(text, language, rows=plan.rows, **{name: len(found) for name, found in counts.items()}))
