"""review: a person accepts, rejects or amends claims, one by one or by a query."""

from dataclasses import MISSING, fields
from typing import Annotated

import typer

from tizim import TizimError
from tizim.claims import Claim, Review, amend, decisions, field_named, review, select, standing_claims
from tizim.cli.door import opened, write
from tizim.cli.printing import echo
from tizim.ledger import Entry, in_force


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="review")(review_claims)


def review_claims(
    context: typer.Context,
    decision: Annotated[str, typer.Argument(help="accept, reject or amend.")],
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of claims (c-…).")] = None,
    where: Annotated[
        str | None, typer.Option("--where", help="A query instead of ids: 'act=detention reviewed=no'.")
    ] = None,
    changes: Annotated[
        list[str] | None, typer.Option("--set", help="With amend: FIELD=VALUE; may be repeated.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why; kept with the decision.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say which claims, change nothing.")] = False,
) -> None:
    """Decides on claims. Example: tizim review accept --where 'act=sentence document=d-… reviewed=no'"""
    if decision not in ("accept", "reject", "amend"):
        raise TizimError(f"a review is accept, reject or amend, not '{decision}'")
    if bool(ids) == bool(where):
        raise TizimError("name claims by id, or give a query with --where")
    from tizim.wiring import user_name

    with opened(context) as register:
        entries = in_force(register.ledger.known_at(kinds=("claim", "review", "withdrawal")))
        chosen = _chosen(entries, ids, where)
        drafts = _drafts(decision, chosen, entries, (reason, user_name()), changes or [])
        if not dry_run:
            write(register, drafts, skip_known=True)
    made = {one.claim_id: one.id for one in drafts if isinstance(one, Review)}
    for claim in chosen:
        told = (claim.id, claim.act, claim.date or claim.status_as_of or "", made.get(claim.id, ""))
        echo("  ".join(part for part in told if part))
    verb = "would be" if dry_run else "are"
    echo(f"{len(chosen)} claims {verb} decided: {decision}.")


def _chosen(entries: tuple[Entry, ...], ids: list[str] | None, where: str | None) -> tuple[Claim, ...]:
    claims = tuple(entry for entry in entries if isinstance(entry, Claim))
    if where:
        return select(standing_claims(entries), where, decided=decisions(entries))
    by_id = {claim.id: claim for claim in claims}
    missing = [one for one in ids or [] if one not in by_id]
    if missing:
        raise TizimError(f"no standing claim with the id {', '.join(missing)}")
    return tuple(by_id[one] for one in ids or [])


def _drafts(
    decision: str,
    chosen: tuple[Claim, ...],
    entries: tuple[Entry, ...],
    why: tuple[str | None, str],
    changes: list[str],
) -> list[Entry]:
    reason, by = why
    if decision == "amend":
        new = _changes(changes)
        return [entry for claim in chosen for entry in amend(claim, new, reason=reason, by=by)]
    last = {entry.claim_id: entry for entry in entries if isinstance(entry, Review)}
    return [
        review(claim, decision, reason=reason, by=by, after=last.get(claim.id))
        for claim in chosen
        if claim.id not in last or last[claim.id].decision != decision
    ]


def _changes(changes: list[str]) -> dict[str, object]:
    if not changes:
        raise TizimError("amend needs --set FIELD=VALUE, as in --set date=2020-11-30")
    return dict(_change(*one.partition("=")[::2]) for one in changes)


def _change(name: str, text: str) -> tuple[str, object]:
    """The field of a claim that is set, and its value; an empty text takes the value away."""
    field = field_named(name)
    if field is None or field.part != "claim":
        raise TizimError("--set takes a field of the flat form and a value, as in --set date=2020-11-30")
    if not text.strip() and field.attribute not in _EMPTY:
        raise TizimError(f"--set {field.name}: is always needed")
    try:
        return field.attribute, field.kind.read(text) if text.strip() else _EMPTY[field.attribute]
    except ValueError as wrong:
        raise TizimError(f"--set {field.name}: {wrong}") from None


_EMPTY = {field.name: field.default for field in fields(Claim) if field.default is not MISSING}
