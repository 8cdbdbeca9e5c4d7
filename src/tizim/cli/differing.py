"""diff: what changed between two days, or two moments of knowledge, and why."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tizim.cli.answers import Question, answer, asking, bounds, class_title, heading, tally_json, told
from tizim.cli.door import Format, Reviewed, day, door_of, known, opened
from tizim.cli.listing import Name
from tizim.cli.printing import check_format, echo, print_csv, print_json, print_table
from tizim.cli.texts import say
from tizim.tallies import Change, Definition, Difference, difference, tally
from tizim.vocab import label

if TYPE_CHECKING:
    from tizim.wiring import Register


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="diff")(diff)


def diff(
    context: typer.Context,
    name: Name = "in-custody",
    from_day: Annotated[
        str | None, typer.Option("--from", help="The earlier day. Default: the later one.")
    ] = None,
    to_day: Annotated[str | None, typer.Option("--to", help="The later day. Default: today.")] = None,
    known_from: Annotated[
        str | None, typer.Option("--known-from", help="The earlier moment of knowledge.")
    ] = None,
    known_to: Annotated[str | None, typer.Option("--known-to", help="The later moment of knowledge.")] = None,
    reviewed: Reviewed = False,
    form: Format = "table",
) -> None:
    """Who joined a list, who left it, and why. Example: tizim diff in-custody --from 2020-06-30"""
    check_format(form)
    language = door_of(context).language
    later = Question(day(to_day), known(known_to), reviewed)
    earlier = Question(day(from_day) if from_day else later.as_of, known(known_from or known_to), reviewed)
    with opened(context) as register:
        of, found = _difference(register, name, earlier, later)
    changes = [_change(one) for one in found.changes]
    if form == "json":
        print_json({"from": tally_json(found.earlier), "to": tally_json(found.later), "changes": changes})
    elif form == "csv":
        print_csv(changes, ("person_id", "name", "what", "why", "before", "after", "because"))
    else:
        echo(heading(of, earlier, language))
        echo(f"→ {heading(of, later, language)}")
        _print_difference(found, of, language)


def _difference(
    register: "Register", name: str, earlier: Question, later: Question
) -> tuple[Definition, Difference]:
    of, after, chronicled = answer(register, name, later)
    before_told = chronicled if earlier.known_at == later.known_at else told(register, earlier, of)
    then = asking(register, of, earlier.known_at)
    before = tally(then, before_told, as_of=earlier.as_of, known_at=earlier.known_at)
    claims = register.ledger.known_at(later.known_at, kinds=("claim",))
    recorded = {one.id: one.recorded_at for one in claims}
    return of, difference(of, before, after, told=chronicled, recorded=recorded)


def _print_difference(found: Difference, of: Definition, language: str) -> None:
    echo(
        f"{bounds(found.earlier.at_least, found.earlier.at_most, language)}  →  "
        f"{bounds(found.later.at_least, found.later.at_most, language)}"
    )
    if not found.changes:
        echo(say("no_change", language))
        return
    shown = [
        [
            label("reasons", one.what, language),
            one.name,
            class_title(of, one.before, language) if one.before else "",
            class_title(of, one.after, language) if one.after else "",
            label("reasons", one.why, language),
            one.person_id,
        ]
        for one in found.changes
    ]
    print_table(shown, [say(key, language) for key in ("what", "person", "before", "after", "reason", "id")])


def _change(change: Change) -> dict[str, Any]:
    return {name: getattr(change, name) for name in Change.__slots__}
