"""audit: the editor's check of texts. No register is needed; one that is named is compared too."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tizim import Problem, TizimError
from tizim.cli.auditing_figures import print_figures
from tizim.cli.auditing_verdicts import print_verdicts
from tizim.cli.door import door_of, opened
from tizim.cli.printing import check_format, echo, print_jsonl, print_table
from tizim.cli.texts import say


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="audit")(audit_texts)


def audit_texts(
    context: typer.Context,
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT|FILE", help="Files, or a text in quotation marks.")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", help="The texts' own day: 2021-07-07.")] = None,
    severity: Annotated[str, typer.Option("--severity", help="The lowest to show: A, B or C.")] = "C",
    figures: Annotated[
        bool,
        typer.Option(
            "--figures",
            help="The figures, and whether relations between them hold; without a text the register's.",
        ),
    ] = False,
    form: Annotated[str, typer.Option("--format", help="table, or jsonl: one finding a line.")] = "table",
) -> None:
    """What an editor should look at in a text. Example: tizim audit draft.docx --format jsonl"""
    from tizim.audits import Draft, audit_together
    from tizim.vocab import vague_date

    check_format(form, ("table", "jsonl"))
    if severity not in ("A", "B", "C"):
        raise TizimError("--severity takes A, B or C")
    if date:
        vague_date(date)
    if not texts:
        return _of_register(context, form, figures)
    read = [one for text in texts for one in _texts(text)]
    drafts = [Draft(text, name=name if len(read) > 1 else "", date=date) for name, text in read]
    if figures:
        for draft in drafts:
            print_figures(draft, form, door_of(context).language)
        return
    found = audit_together(drafts, claims=_claims(context))
    shown = [one for one in found if one.severity <= severity]
    language = door_of(context).language
    if form == "jsonl":
        print_jsonl(_flat(one, language) for one in shown)
    else:
        _print(shown, {draft.name: draft.text for draft in drafts}, language)


def _of_register(context: typer.Context, form: str, figures: bool) -> None:
    """The figures of the register, where no text is named."""
    if not figures:
        raise TizimError("name a text or a file; 'tizim audit --figures' judges the register's figures")
    print_verdicts(context, form)


def _texts(given: str) -> list[tuple[str, str]]:
    """The texts meant: what is in a file, or what was typed, each with a name."""
    path = Path(given)
    if len(given) < 1000 and "\n" not in given and path.is_file():
        return _in_file(path)
    if not any(sign.isspace() for sign in given.strip()):
        raise TizimError(f"there is no file '{given}'; a text stands in quotation marks")
    return [("text", given)]


def _in_file(path: Path) -> list[tuple[str, str]]:
    from tizim.cli.reading.contents import texts_in
    from tizim.documents.opening import opened as opened_file
    from tizim.reading.crew import Tools

    with Tools() as tools, opened_file(path, tools.extractor.limits) as (stream, size):
        found = list(texts_in(stream.rewound(), size, path, path.name, tools))
    for problem in found:
        if isinstance(problem, Problem):
            typer.echo(str(problem), err=True)
    texts = [one for one in found if not isinstance(one, Problem) and one.text.strip()]
    return [(f"{path.name}#{one.locator}" if one.locator else path.name, one.text) for one in texts]


def _claims(context: typer.Context) -> Sequence[Any] | None:
    """The standing claims of the register, if one was named."""
    source = context.find_root().get_parameter_source("register")
    if source is None or source.name != "COMMANDLINE":
        return None
    from tizim.claims import standing_claims

    with opened(context) as register:
        return standing_claims(register.ledger.known_at(None))


def _flat(finding: Any, language: str) -> dict[str, Any]:
    """One finding in the flat form."""
    places = [
        {
            **({"document": place.document} if place.document else {}),
            "start": place.start,
            "end": place.end,
            "quote": place.quote,
        }
        for place in finding.places
    ]
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message(language),
        "places": places,
        "suggestion": finding.suggestion(language),
    }


def _print(found: Sequence[Any], texts: dict[str, str], language: str) -> None:
    from tizim.documents import line_at

    rows = []
    for one in found:
        place = one.places[0]
        line = say("place_line", language, n=line_at(texts[place.document], place.start))
        advice = one.suggestion(language)
        said = " ".join(filter(None, (one.message(language), advice)))
        rows.append((one.severity, ": ".join(filter(None, (place.document, line))), said))
    if not rows:
        echo(say("nothing_found", language))
        return
    print_table(rows, [say(key, language) for key in ("severity", "finding_place", "finding_said")])
    counts = {key: sum(one.severity == key.upper() for one in found) for key in "abc"}
    echo(say("findings_counted", language, n=len(found), **counts))
