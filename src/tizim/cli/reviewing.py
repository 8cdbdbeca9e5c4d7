"""review: a person accepts, rejects or amends claims, one by one or by a query."""

from dataclasses import MISSING, fields
from typing import Annotated

import typer

from tizim import TizimError
from tizim.claims import Claim, Review, amend, decisions, field_named, review, select, standing_claims
from tizim.cli.door import door_of, opened, write
from tizim.cli.printing import echo
from tizim.cli.texts import say
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
    language = door_of(context).language
    if decision not in ("accept", "reject", "amend"):
        raise TizimError(say("no_such_decision", language, word=decision))
    if bool(ids) == bool(where):
        raise TizimError(say("which_claims", language))
    from tizim.wiring import user_name

    with opened(context) as register:
        entries = in_force(register.ledger.known_at(kinds=("claim", "review", "withdrawal")))
        chosen = _chosen(entries, ids, where, language)
        new = _changes(changes or [], language) if decision == "amend" else {}
        drafts = _drafts(decision, chosen, entries, (reason, user_name()), new)
        if not dry_run:
            write(register, drafts, skip_known=True)
    made = {one.claim_id: one.id for one in drafts if isinstance(one, Review)}
    for claim in chosen:
        told = (claim.id, claim.act, claim.date or claim.status_as_of or "", made.get(claim.id, ""))
        echo("  ".join(part for part in told if part))
    echo(say("would_decide" if dry_run else "decided", language, n=len(chosen), decision=decision))


def _chosen(
    entries: tuple[Entry, ...], ids: list[str] | None, where: str | None, language: str
) -> tuple[Claim, ...]:
    claims = tuple(entry for entry in entries if isinstance(entry, Claim))
    if where:
        return select(standing_claims(entries), where, decided=decisions(entries))
    by_id = {claim.id: claim for claim in claims}
    missing = [one for one in ids or [] if one not in by_id]
    if missing:
        raise TizimError(say("no_such_claim", language, ids=", ".join(missing)))
    return tuple(by_id[one] for one in ids or [])


def _drafts(
    decision: str,
    chosen: tuple[Claim, ...],
    entries: tuple[Entry, ...],
    why: tuple[str | None, str],
    new: dict[str, object],
) -> list[Entry]:
    reason, by = why
    if decision == "amend":
        return [entry for claim in chosen for entry in amend(claim, new, reason=reason, by=by)]
    last = {entry.claim_id: entry for entry in entries if isinstance(entry, Review)}
    return [
        review(claim, decision, reason=reason, by=by, after=last.get(claim.id))
        for claim in chosen
        if claim.id not in last or last[claim.id].decision != decision
    ]


def _changes(changes: list[str], language: str) -> dict[str, object]:
    if not changes:
        raise TizimError(say("amend_needs_set", language))
    return dict(_change(*one.partition("=")[::2], language) for one in changes)


def _change(name: str, text: str, language: str) -> tuple[str, object]:
    """The field of a claim that is set, and its value; an empty text takes the value away."""
    field = field_named(name)
    if field is None or field.part != "claim":
        raise TizimError(say("set_takes_field", language))
    if not text.strip() and field.attribute not in _EMPTY:
        raise TizimError(f"--set {field.name}: {say('always_needed', language)}")
    try:
        return field.attribute, field.kind.read(text) if text.strip() else _EMPTY[field.attribute]
    except ValueError as wrong:
        raise TizimError(f"--set {field.name}: {wrong}") from None


_EMPTY = {field.name: field.default for field in fields(Claim) if field.default is not MISSING}
