"""judge: whether two mentions, or two persons, are one; one by one or from a table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.claims import Claim
from tizim.cli.door import opened, rows_of, told_now, write
from tizim.cli.printing import echo
from tizim.documents import Document
from tizim.identity import VERDICTS, Judgement, mention_id, mentions_of
from tizim.ledger import content_id, in_force
from tizim.timelines import Chronicle

_COLUMNS = ("left_document", "left_name", "right_document", "right_name", "verdict")


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="judge")(judge)
    app.command(name="judge-table")(judge_table)


def judge(
    context: typer.Context,
    left: Annotated[str, typer.Argument(help="A person (p-…) or a mention (m-…).")],
    right: Annotated[str, typer.Argument(help="The other one.")],
    verdict: Annotated[str, typer.Argument(help="same, different or unsure.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Why; kept with the judgement.")] = None,
) -> None:
    """Says whether two are one person; a later judgement reverses it. Example: tizim judge p-… p-… same"""
    if verdict not in VERDICTS:
        raise TizimError(f"a judgement is {', '.join(sorted(VERDICTS))}, not '{verdict}'")
    with opened(context) as register:
        before = told_now(register)
        pair = _mention(left, before), _mention(right, before)
        if pair[0] == pair[1]:
            raise TizimError("both ids mean the same mention; nothing was judged")
        own = content_id("j", left, right, verdict, register.ledger.head().digest)
        made = Judgement(id=own, left=pair[0], right=pair[1], verdict=verdict, reason=reason)
        write(register, [made])
        after = told_now(register)
    echo(
        f"{made.id}: {verdict}. Persons in the register: {len(before.lives)} before, {len(after.lives)} now."
    )
    for one in after.contradictions:
        echo(f"! contradiction: {one.what} ({', '.join(one.judgement_ids)})")


def judge_table(
    context: typer.Context,
    table: Annotated[Path, typer.Argument(help="A CSV: left_document, left_name, right_document, …")],
) -> None:
    """Many judgements from a CSV; documents by file name or id, names as written there.

    Columns: left_document, left_name, right_document, right_name, verdict, reason.
    """
    rows = rows_of(table, _COLUMNS)
    with opened(context) as register:
        standing = in_force(register.ledger.known_at())
        known = {one.id for one in mentions_of(entry for entry in standing if isinstance(entry, Claim))}
        files = {one.file_name: one.id for one in standing if isinstance(one, Document)}
        last = {one.pair: one for one in standing if isinstance(one, Judgement)}
        drafts, already = [], 0
        for number, row in enumerate(rows, 2):
            made = _judgement(row, files, last)
            if made is None:
                already += 1
            elif made.left in known and made.right in known and made.verdict in VERDICTS:
                drafts.append(made)
                last[made.pair] = made
            else:
                echo(f"{table.name}, row {number}: no such mention, or no such verdict; nothing was judged.")
        written = write(register, drafts, skip_known=True)
    echo(f"{len(rows)} rows: {len(written)} judgements written, {already} there already.")


def _judgement(
    row: dict[str, str], files: dict[str, str], last: Mapping[tuple[str, str], Judgement]
) -> Judgement | None:
    """The judgement of a row, or nothing if the last one on that pair says the same."""
    left, right = (
        mention_id(files.get(row[f"{side}_document"], row[f"{side}_document"]), row[f"{side}_name"])
        for side in ("left", "right")
    )
    verdict, reason = row["verdict"].strip(), row.get("reason") or None
    before = last.get((min(left, right), max(left, right)))
    if before and before.verdict == verdict:
        return None
    own = content_id("j", left, right, verdict, reason, before and before.id)
    return Judgement(id=own, left=left, right=right, verdict=verdict, reason=reason)


def _mention(one: str, told: Chronicle) -> str:
    """The mention that the id means: its own, or the first of a person, were it joined with another since."""
    life = told.lives.get(one)
    if life:
        return life.person.mention_ids[0]
    for life in told.lives.values():
        for mention in life.person.mention_ids:
            if one in (mention, content_id("p", mention)):
                return mention
    raise TizimError(f"no person or mention with the id {one}; 'tizim list' shows ids")
