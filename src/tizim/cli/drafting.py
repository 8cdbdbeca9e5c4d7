"""update, dossier, statement: drafts from published facts, each sentence with its passages in a comment."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.claims import Basis
from tizim.cli.door import KnownAt, Reviewed, day, door_of, known, opened
from tizim.cli.printing import echo, shown
from tizim.cli.texts import say
from tizim.publications import Facts, told_facts

if TYPE_CHECKING:
    from tizim.publications.drafts import Case, Draft
    from tizim.wiring import Register

Out = Annotated[
    Path | None, typer.Option("--out", help="A file to write: .md or .docx. Default: Markdown on the screen.")
]
People = Annotated[list[str], typer.Argument(help="The ids of persons (p-…); tizim find shows them.")]


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="update")(update_of_period)
    app.command(name="dossier")(dossier_of)
    app.command(name="statement")(statement_on)


def update_of_period(
    context: typer.Context,
    first: Annotated[str, typer.Option("--from", help="The first day of the period.")],
    last: Annotated[str, typer.Option("--to", help="The last day of the period.")],
    country: Annotated[str | None, typer.Option("--country", help="KZ; default: any.")] = None,
    after: Annotated[
        str | None,
        typer.Option("--after", help="When the update before this period was drafted: it is not repeated."),
    ] = None,
    known_at: KnownAt = None,
    reviewed: Reviewed = True,
    out: Out = None,
) -> None:
    """Drafts an update on a period. Example: tizim update --country KZ --from 2022-03-01 --to 2022-05-31"""
    from tizim.publications.drafts import Period, selected, update

    language, period = door_of(context).language, Period(day(first), day(last), country)
    _check_out(out)
    if period.first > period.last:
        raise TizimError(f"--from {first} is after --to {last}")
    with opened(context) as register:
        at = _moment(register, known_at)
        told = _facts(register, at, reviewed)
        before = _facts(register, _moment(register, after), reviewed).facts if after else None
    chosen = selected(told.facts, period, before, standing=told.standing)
    _give(update(told, chosen, period, known_at=at, language=language), out, period.last)
    left = say("update_left_out", language, undated=chosen.undated, elsewhere=chosen.elsewhere)
    if chosen.undated or chosen.elsewhere:
        echo(left if out else f"<!-- {left} -->")


def dossier_of(
    context: typer.Context,
    people: People,
    known_at: KnownAt = None,
    reviewed: Reviewed = True,
    out: Out = None,
) -> None:
    """Drafts the file of a case. Example: tizim dossier p-… --out case.docx"""
    from tizim.publications.drafts import dossier

    _draft_case(context, people, (known_at, reviewed, out), dossier)


def statement_on(
    context: typer.Context,
    people: People,
    known_at: KnownAt = None,
    reviewed: Reviewed = True,
    out: Out = None,
) -> None:
    """Drafts a short public statement. Example: tizim statement p-…"""
    from tizim.publications.drafts import statement

    _draft_case(context, people, (known_at, reviewed, out), statement)


def _draft_case(
    context: typer.Context,
    people: Sequence[str],
    asked: tuple[str | None, bool, Path | None],
    drafted: Callable[[Facts, "Case"], "Draft"],
) -> None:
    from tizim.publications.drafts import Case

    known_at, reviewed, out = asked
    _check_out(out)
    with opened(context) as register:
        at = _moment(register, known_at)
        told = _facts(register, at, reviewed)
    strange = [one for one in people if not any(fact.who == one for fact in told.facts)]
    if strange:
        raise TizimError(f"no published fact may be told of {strange[0]}; 'tizim clear' decides what may")
    _give(drafted(told, Case(tuple(people), at, door_of(context).language)), out, date.fromisoformat(at[:10]))


def _facts(register: "Register", at: str, reviewed: bool) -> Facts:
    basis: Basis = "reviewed" if reviewed else "all"
    return told_facts(register.ledger.known_at(at), basis)


def _moment(register: "Register", asked: str | None) -> str:
    found = known(asked) or register.ledger.head().recorded_at
    if not found:
        raise TizimError("the register is empty: there is nothing to draft from")
    return found


def _check_out(out: Path | None) -> None:
    """Refuses a file of another form, or one that is there, before any work is done."""
    if out and out.suffix not in (".md", ".docx"):
        raise TizimError(f"{out.name}: a draft is written as .md or .docx")
    if out and out.exists():
        raise TizimError(f"{out} is there already; a draft is written to a new file")


def _give(draft: "Draft", out: Path | None, on: date) -> None:
    from tizim.publications.drafts import markdown

    if out is None:
        typer.echo("\n".join(map(shown, markdown(draft).splitlines())))
    elif out.suffix == ".md":
        out.write_text(markdown(draft), encoding="utf-8")
    else:
        from tizim.publications.formats.word_draft import draft_file

        out.write_bytes(draft_file(draft, day=on.isoformat()))
