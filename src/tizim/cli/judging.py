"""judge: whether two mentions, or two persons, are one."""

from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.door import opened, told_now, write
from tizim.cli.printing import echo
from tizim.identity import VERDICTS, Judgement
from tizim.ledger import content_id
from tizim.timelines import Chronicle


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="judge")(judge)


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
        made = Judgement(
            id=content_id("j", left, right, verdict, register.ledger.head().digest),
            left=_mention(left, before),
            right=_mention(right, before),
            verdict=verdict,
            reason=reason,
        )
        write(register, [made])
        after = told_now(register)
    echo(
        f"{made.id}: {verdict}. Persons in the register: {len(before.lives)} before, {len(after.lives)} now."
    )
    for one in after.contradictions:
        echo(f"! contradiction: {one.what} ({', '.join(one.judgement_ids)})")


def _mention(one: str, told: Chronicle) -> str:
    life = told.lives.get(one)
    if life:
        return life.person.mention_ids[0]
    if any(one in life.person.mention_ids for life in told.lives.values()):
        return one
    raise TizimError(f"no person or mention with the id {one}; 'tizim list' shows ids")
