"""criteria: a group's own sets of criteria in the register, version by version."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.assessments import (
    CriteriaSet,
    OwnVersion,
    SetChange,
    Sets,
    adopted,
    brought_back,
    criteria_text,
    in_words,
    load_criteria,
    retired,
    set_changes,
)
from tizim.cli.answers import sets_of
from tizim.cli.assessed import print_sets
from tizim.cli.door import door_of, opened, write
from tizim.cli.printing import check_format, echo, print_json, print_table
from tizim.cli.set_words import change_said
from tizim.cli.texts import say
from tizim.tallies import names_by

if TYPE_CHECKING:
    from tizim.wiring import Register

Name = Annotated[str | None, typer.Argument(metavar="[FILE]", help="A set to be added, as YAML.")]
Show = Annotated[str | None, typer.Option("--set", help="One set in all its words: OURS, or OURS/1.")]
Text = Annotated[bool, typer.Option("--text", help="With --set: as YAML, to begin another from.")]
Since = Annotated[
    str | None, typer.Option("--since", help="With --set: how it differs from this one, as OURS/1.")
]
Note = Annotated[str | None, typer.Option("--note", help="With FILE: what changed, and why.")]
Retire = Annotated[
    str | None, typer.Option("--retire", help="A version by which nobody is assessed any more: OURS/1.")
]
Back = Annotated[str | None, typer.Option("--bring-back", help="A retired version, offered again: OURS/1.")]
Reason = Annotated[str | None, typer.Option("--reason", help="Why; needed with --retire.")]
Form = Annotated[str, typer.Option("--format", help="table or json.")]


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="criteria")(criteria)


def criteria(
    context: typer.Context,
    file: Name = None,
    show: Show = None,
    text: Text = False,
    since: Since = None,
    note: Note = None,
    retire: Retire = None,
    back: Back = None,
    reason: Reason = None,
    form: Form = "table",
) -> None:
    """Shows, adds or retires a group's own sets of criteria. Example: tizim criteria ours.yml"""
    check_format(form, ("table", "json"))
    language = door_of(context).language
    if sum(one is not None for one in (file, show, retire, back)) > 1:
        raise TizimError(say("set_one_thing", language))
    if (text or since) and not show:
        raise TizimError(say("set_shows_one", language))
    with opened(context) as register:
        sets = sets_of(register)
        if file:
            _add(register, load_criteria(Path(file)), sets, note, language)
        elif retire or back:
            found = _own(retire or back or "", sets, language)
            entry = retired(found, reason or "") if retire else brought_back(found, reason or "")
            write(register, [entry], skip_known=True)
            said = "set_retired" if retire else "set_brought_back"
            echo(say(said, language, name=found.of.name))
        elif show:
            _show(sets.named(show), sets.named(since) if since else None, text, form, language)
        else:
            _print_all(sets, form, language)


def _add(register: "Register", of: CriteriaSet, sets: Sets, note: str | None, language: str) -> None:
    """Writes a version, and says what differs from the one before."""
    entry = adopted(of, sets, note)
    if entry and not write(register, [entry], skip_known=True):
        entry = adopted(of, sets_of(register), note)  # somebody else wrote this version meanwhile
    if entry is None:
        echo(say("assess_as_it_was", language))
        return
    echo(say("set_written", language, name=of.name, lists=", ".join(names_by(of))))
    if of.lacking(language):
        echo(say("assess_no_words", language, of=", ".join(of.lacking(language))))
    before = sets.versions(of.code)
    if before:
        echo(say("set_since", language, name=before[-1].of.name))
        _print_changes(set_changes(before[-1].of, of), before[-1].of, of, language)


def _show(of: CriteriaSet, since: CriteriaSet | None, text: bool, form: str, language: str) -> None:
    if text:
        echo(criteria_text(of).rstrip())
    elif since is not None:
        echo(say("set_since", language, name=since.name))
        _print_changes(set_changes(since, of), since, of, language)
    else:
        print_sets([of], form, language)


def _print_changes(
    changes: Sequence[SetChange], earlier: CriteriaSet, later: CriteriaSet, language: str
) -> None:
    for one in changes:
        echo(f"  {change_said(one, earlier, later, language)}")
    if not changes:
        echo(f"  {say('set_no_change', language)}")


def _print_all(sets: Sets, form: str, language: str) -> None:
    """Every set: those that ship, and own ones with all versions, who wrote each, whether it is retired."""
    others = [one for one in sets.offered() if one.name not in sets.own]
    if form == "json":
        known = [{"set": one.name, "own": False} for one in others]
        print_json([*known, *map(_as_json, sets.own.values())])
        return
    titled = [[one.name, in_words(one.title, language)[0], "", "", ""] for one in others]
    own = [_row(one, language) for code in _codes(sets) for one in sets.versions(code)]
    keys = ("id", "set_title", "set_decided", "set_written_by", "set_state")
    print_table([*titled, *own], [say(key, language) for key in keys])


def _codes(sets: Sets) -> list[str]:
    return sorted({one.of.code for one in sets.own.values()})


def _row(one: OwnVersion, language: str) -> list[str]:
    of, entry = one.of, one.entry
    decided = ", ".join(filter(None, (of.decided_by, of.decided_on)))
    state = f"{say('set_is_retired', language)}: {one.retired.reason}" if one.retired else ""
    title = in_words(of.title, language)[0]
    return [of.name, title, decided, f"{entry.recorded_by}, {entry.recorded_at[:10]}", state]


def _as_json(one: OwnVersion) -> dict[str, object]:
    of, entry = one.of, one.entry
    return {
        "set": of.name,
        "own": True,
        "id": entry.id,
        "written_by": entry.recorded_by,
        "written_at": entry.recorded_at,
        "decided_by": of.decided_by,
        "decided_on": of.decided_on,
        "note": entry.note,
        "retired": one.retired.reason if one.retired else None,
        "lists": list(names_by(of)),
    }


def _own(name: str, sets: Sets, language: str) -> OwnVersion:
    if name not in sets.own:
        raise TizimError(say("set_not_own", language, name=name, known=", ".join(sets.own) or "—"))
    return sets.own[name]
