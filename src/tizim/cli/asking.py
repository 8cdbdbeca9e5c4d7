"""ask, answer, asked: letters, recommendations and positions, what came back, and the silence."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tizim import TizimError
from tizim.claims import Claim
from tizim.cli.door import AsOf, KnownAt, day, door_of, known, opened, told_now, write
from tizim.cli.person import people_called
from tizim.cli.printing import check_format, echo, print_json, print_table
from tizim.cli.texts import say
from tizim.interventions import Intervention, Response, Standing, intervention, response, standing_on
from tizim.ledger import standing
from tizim.timelines import Chronicle
from tizim.vocab import label

if TYPE_CHECKING:
    from tizim.wiring import Register

Text = str | None
Many = list[str] | None

On = Annotated[Text, typer.Option("--on", help="The day: 2021-06-02, 2021-06, 2021.")]
Words = Annotated[Text, typer.Option("--text", help="What was asked or answered, in a few words.")]
Note = Annotated[Text, typer.Option("--note", help="Anything else; leaves the house never.")]
Reports = Annotated[Text, typer.Option("--claim", help="A claim whose passage reports it.")]
Form = Annotated[str, typer.Option("--format", help="table or json.")]


_STATES = {
    "answered": "asked_answered",
    "received": "asked_received",
    "silent": "asked_silent",
    "overdue": "asked_overdue",
    "none_due": "asked_none_due",
}
"""What is said of an intervention as it stands on the day."""


def add_to(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    app.command(name="ask")(ask)
    app.command(name="answer")(answer)
    app.command(name="asked")(asked)


def ask(
    context: typer.Context,
    addressee: Annotated[str, typer.Argument(help="The body or office that was asked, as written.")],
    kind: Annotated[str, typer.Option("--kind", help="letter, recommendation, position, complaint, …")],
    by: Annotated[Many, typer.Option("--by", help="Who asked; may be repeated.")] = None,
    on: On = None,
    due: Annotated[Text, typer.Option("--due", help="The day by which an answer is owed.")] = None,
    about: Annotated[Many, typer.Option("--about", help="A person (p-… or a name); may be repeated.")] = None,
    text: Words = None,
    claim: Reports = None,
    note: Note = None,
) -> None:
    """Writes down what was asked. Example: tizim ask "Ministry of Justice" --kind letter --on 2021-06-02"""
    language = door_of(context).language
    with opened(context) as register:
        mentions = _mentions(about, told_now(register), language) if about else ()
        made = intervention(
            Intervention(
                id="", intervention_kind=kind, addressee=addressee.strip(), sent_by=tuple(by or ()), date=on,
                due=due, text=text, mention_ids=mentions, passage_id=_passage(register, claim), note=note,
            )
        )  # fmt: skip
        write(register, [made], skip_known=True)
    echo(say("ask_written", language, id=made.id))


def answer(
    context: typer.Context,
    asked_id: Annotated[str, typer.Argument(metavar="ASKED", help="What it answers (i-…).")],
    kind: Annotated[str, typer.Option("--kind", help="receipt, promise, answer, refusal, done, …")],
    on: On = None,
    text: Words = None,
    claim: Reports = None,
    note: Note = None,
) -> None:
    """Writes down what came back. Example: tizim answer i-0a1b2c3d --kind receipt --on 2021-06-28"""
    language = door_of(context).language
    with opened(context) as register:
        every = standing(register.ledger, kinds=(Intervention.kind,))
        to = next((one for one in every if isinstance(one, Intervention) and one.id == asked_id), None)
        if to is None:
            raise TizimError(say("answer_to_nothing", language, id=asked_id))
        passage = _passage(register, claim)
        said = Response(
            id="",
            intervention_id=to.id,
            response_kind=kind,
            date=on,
            text=text,
            passage_id=passage,
            note=note,
        )
        made = response(said, to=to)
        write(register, [made], skip_known=True)
    echo(say("answer_written", language, id=made.id))


def asked(
    context: typer.Context,
    to: Annotated[Text, typer.Option("--to", help="Only what this body was asked.")] = None,
    about: Annotated[Text, typer.Option("--about", help="Only what concerns this person.")] = None,
    is_open: Annotated[bool, typer.Option("--open", help="Only what is not answered on the day.")] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    form: Form = "table",
) -> None:
    """What was asked of whom, and the answer or the silence on a day. Example: tizim asked --open"""
    check_format(form, ("table", "json"))
    language, on = door_of(context).language, day(as_of)
    with opened(context) as register:
        at = known(known_at)
        found = standing_on(standing(register.ledger, at, kinds=(Intervention.kind, Response.kind)), as_of=on)
        chronicled = told_now(register, at)
    wanted = (
        {one for life in people_called(about, chronicled) for one in life.person.mention_ids}
        if about
        else None
    )
    rows = [
        one for one in found
        if (to is None or to.casefold() in one.intervention.addressee.casefold())
        and (wanted is None or not wanted.isdisjoint(one.intervention.mention_ids))
        and not (is_open and one.state in ("answered", "none_due"))
    ]  # fmt: skip
    names = _names(chronicled)
    if form == "json":
        print_json({"as_of": on.isoformat(), "known_at": at, "asked": [_row(one, names) for one in rows]})
    elif not rows:
        echo(say("asked_nothing", language))
    else:
        _print(rows, names, on, language)


def _mentions(about: Sequence[str], chronicled: Chronicle, language: str) -> tuple[str, ...]:
    """The first mention of each of these people; refused where several bear a name."""
    found = []
    for who in about:
        lives = people_called(who, chronicled)
        if len(lives) > 1:
            raise TizimError(say("assess_several", language, ids=", ".join(one.person.id for one in lives)))
        found.append(lives[0].person.mention_ids[0])
    return tuple(dict.fromkeys(found))


def _passage(register: "Register", claim_id: Text) -> Text:
    """The passage of the claim that reports it."""
    if claim_id is None:
        return None
    found = next((one for one in register.ledger.of([claim_id]) if isinstance(one, Claim)), None)
    if found is None:
        raise TizimError(f"the register has no claim {claim_id}")
    return found.passage_id


def _names(chronicled: Chronicle) -> Mapping[str, str]:
    """By mention, the name of the person."""
    people = (life.person for life in chronicled.lives.values())
    return {mention: one.name for one in people for mention in one.mention_ids}


def _row(one: Standing, names: Mapping[str, str]) -> dict[str, Any]:
    said = one.intervention
    return {
        "id": said.id, "kind": said.intervention_kind, "to": said.addressee, "by": list(said.sent_by),
        "date": said.date, "due": said.due, "text": said.text, "state": one.state,
        "about": [names.get(each, each) for each in said.mention_ids], "passage": said.passage_id,
        "answers": [
            {"id": each.id, "kind": each.response_kind, "date": each.date, "text": each.text,
             "passage": each.passage_id}
            for each in one.responses
        ],
    }  # fmt: skip


def _print(rows: Sequence[Standing], names: Mapping[str, str], on: date, language: str) -> None:
    """One line each; silence is told with its day."""
    told = []
    for one in rows:
        said = one.intervention
        kind = label("intervention_kinds", said.intervention_kind, language)
        about = ", ".join(names.get(each, each) for each in said.mention_ids)
        told.append([said.date or "", kind, said.addressee, about, _came(one, on, language), said.id])
    keys = ("asked_on", "asked_kind", "asked_to", "asked_about", "asked_came", "id")
    print_table(told, [say(key, language) for key in keys])


def _came(one: Standing, on: date, language: str) -> str:
    came = "; ".join(
        " ".join(filter(None, (each.date, label("response_kinds", each.response_kind, language))))
        for each in one.responses
    )
    state = say(_STATES[one.state], language, day=on.isoformat(), due=one.intervention.due or "")
    return "; ".join(filter(None, (came, state)))
