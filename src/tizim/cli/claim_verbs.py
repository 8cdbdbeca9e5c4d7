"""claims, withdraw: claims found by a query, entries taken back."""

import sys
from collections.abc import Iterable, Mapping
from typing import Annotated

import typer

from tizim import TizimError
from tizim.claims import Claim, decisions, flat_of, select, standing_claims, to_csv, withdraw
from tizim.cli.door import Format, KnownAt, day, door_of, known, opened, write
from tizim.cli.foretelling import print_prospect
from tizim.cli.printing import check_format, echo, print_json, print_jsonl, print_table
from tizim.cli.prospects import Stock, prospect
from tizim.cli.texts import say
from tizim.documents import Passage
from tizim.identity import Judgement
from tizim.ledger import Entry, in_force


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="claims")(list_claims)
    app.command(name="withdraw")(take_back)


def list_claims(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Filters: 'act=detention reviewed=no since=2020-01'.")] = "",
    rejected: Annotated[bool, typer.Option("--rejected", help="Those that people rejected instead.")] = False,
    known_at: KnownAt = None,
    form: Format = "table",
) -> None:
    """The claims that stand, by a query, in the flat form. Example: tizim claims reviewed=no"""
    check_format(form, ("table", "json", "jsonl", "csv"))
    language = door_of(context).language
    with opened(context) as register:
        kinds = ("claim", "review", "withdrawal", "passage")
        entries = in_force(register.ledger.known_at(known(known_at), kinds=kinds))
    decided = decisions(entries)
    claims = _rejected(entries, decided) if rejected else standing_claims(entries)
    chosen = select(claims, query, decided=decided)
    passages = {one.id: one for one in entries if isinstance(one, Passage)}
    if form == "csv":
        sys.stdout.writelines(to_csv(chosen, passages=passages))
    elif form == "json":
        print_json([flat_of(one, passages.get(one.passage_id)) for one in chosen])
    elif form == "jsonl":
        print_jsonl(flat_of(one, passages.get(one.passage_id)) for one in chosen)
    else:
        rows = [
            [one.id, one.act, one.date or one.status_as_of or "", _subject(one), one.outcome or "",
             one.reader or say("a_person", language)]
            for one in chosen
        ]  # fmt: skip
        columns = ("act_column", "date_column", "who", "outcome", "coded_by")
        print_table(rows, ["id", *(say(key, language) for key in columns)])
        echo(say("claims_found", language, n=len(chosen)))


def _rejected(entries: Iterable[Entry], decided: Mapping[str, str]) -> list[Claim]:
    return [one for one in entries if isinstance(one, Claim) and decided.get(one.id) == "reject"]


def _subject(claim: Claim) -> str:
    return claim.person or claim.group or claim.organisation or ""


def take_back(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(help="Ids of entries; a withdrawal can itself be withdrawn.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; kept for good.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be taken back; write nothing.")
    ] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="For judgements: the day of the lists. Default: today.")
    ] = None,
) -> None:
    """Takes entries back by writing withdrawals; nothing is deleted. Example: tizim withdraw c-…

    Where judgements are taken back, or come back, it shows what that changes in the lists.
    """
    language = door_of(context).language
    with opened(context) as register:
        entries = tuple(register.ledger.known_at())
        known_ids = {entry.id for entry in entries}
        missing = [one for one in ids if one not in known_ids]
        if missing:
            raise TizimError(say("no_entry", language, ids=", ".join(missing)))
        drafts = withdraw(entries, ids, reason)
        before, after = (_judged(each) for each in (entries, (*entries, *drafts)))
        if before != after:
            print_prospect(prospect(Stock(register), after, as_of=day(as_of)), language)
            echo()
        written = drafts if dry_run else write(register, drafts)
    for entry in written:
        text = "would_take_back" if dry_run else "takes_back"
        echo(say(text, language, id=entry.id, what=entry.corrects))


def _judged(entries: Iterable[Entry]) -> list[Judgement]:
    """The judgements in force among the entries."""
    return [one for one in in_force(entries) if isinstance(one, Judgement)]
