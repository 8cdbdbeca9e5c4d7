"""judge: whether two mentions, or two persons, are one; what it would change is shown before."""

import sys
from typing import Annotated

import typer

from tizim import TizimError
from tizim.claims import Claim
from tizim.cli.door import day, door_of, opened, write
from tizim.cli.foretelling import print_prospect, prospect_json
from tizim.cli.printing import check_format, echo, print_json
from tizim.cli.prospects import Prospect, Stock, prospect
from tizim.cli.sides import beside_row, print_beside, print_side, side_row
from tizim.cli.texts import say
from tizim.identity import Beside, Judgement, Person, Side, as_latest, beside, mention_id
from tizim.ledger import content_id

_VERDICTS = ("different", "same", "unsure")
_YES = ("y", "yes", "д", "да", "и", "иә", "ия")

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Write without asking.")]
Day = Annotated[
    str | None, typer.Option("--as-of", help="The day of the lists shown, 2020-11-30. Default: today.")
]
Own = Annotated[
    list[str] | None,
    typer.Option("--definition", help="A definition of one's own (YAML) to show as well; may be repeated."),
]


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="judge")(judge)


def judge(
    context: typer.Context,
    left: Annotated[str, typer.Argument(help="A person (p-…) or a mention (m-…).")],
    right: Annotated[str, typer.Argument(help="The other one.")],
    verdict: Annotated[str, typer.Argument(help="same, different or unsure.")],
    reason: Annotated[str | None, typer.Option("--reason", help="Why; kept with the judgement.")] = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_of: Day = None,
    own: Own = None,
    form: Annotated[str, typer.Option("--format", help="table or json.")] = "table",
) -> None:
    """Says whether two are one person; what would change is shown first, a later judgement reverses it.

    Example: tizim judge p-… p-… same --reason "same case" --dry-run
    """
    check_format(form, ("table", "json"))
    language = door_of(context).language
    told = verdict_of(verdict, language)
    with opened(context) as register:
        stock = Stock(register)
        draft = _draft(stock, (left, right), told, reason, language)
        seen = prospect(stock, [*stock.judgements, as_latest(draft)], as_of=day(as_of), own=own or ())
        sides = _sides(stock, seen, draft)
        compared = beside(*sides, stock.documents, language=language)
        if form == "table":
            _print(stock, sides, compared, language)
            print_prospect(seen, language)
        wanted = not dry_run and (yes or agreed(language))
        if wanted:
            write(register, [draft])
    if form == "json":
        rows = [side_row(side, stock.documents) for side in sides]
        print_json(_as_json(draft, wanted, rows, compared) | prospect_json(seen))
    else:
        echo()
        echo(_last_line(draft, wanted, seen, language))


def verdict_of(text: str, language: str) -> str:
    """The verdict that the word means, in any of the three languages."""
    word = text.strip().casefold()
    for verdict in _VERDICTS:
        if word in (verdict, *(say(verdict, one).casefold() for one in ("en", "ru", "kk"))):
            return verdict
    raise TizimError(say("no_such_verdict", language, verdicts=", ".join(_VERDICTS), word=text))


def agreed(language: str) -> bool:
    """Whether whoever sits at the terminal says yes; without a terminal nobody is asked."""
    if not sys.stdin.isatty():
        return True
    print(say("write_it", language), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in _YES


def _draft(
    stock: Stock, sides: tuple[str, str], verdict: str, reason: str | None, language: str
) -> Judgement:
    left, right = (_mention(one, stock, language) for one in sides)
    if left == right:
        raise TizimError(say("one_mention", language))
    own = content_id("j", *sides, verdict, stock.register.ledger.head().digest)
    return Judgement(id=own, left=left, right=right, verdict=verdict, reason=reason)


def _mention(one: str, stock: Stock, language: str) -> str:
    """The mention that the id means: its own, or the first of a person, were it joined with another since."""
    if one in stock.told.lives:
        return stock.told.lives[one].person.mention_ids[0]
    written = dict.fromkeys((claim.document_id, claim.person) for claim in stock.claims.values())
    for mention in (mention_id(document, name) for document, name in written if name):
        if one in (mention, content_id("p", mention)):
            return mention
    raise TizimError(say("no_such_one", language, id=one))


def _sides(stock: Stock, seen: Prospect, draft: Judgement) -> tuple[Side, Side]:
    """The two persons; where both are one person now, the two mentions."""
    persons = {mention: person for person in seen.found.before for mention in person.mention_ids}
    one, other = persons.get(draft.left), persons.get(draft.right)
    if one and other and one.id != other.id:
        return _of_person(one, stock), _of_person(other, stock)
    return _of_mention(draft.left, one, stock), _of_mention(draft.right, other, stock)


def _of_person(person: Person, stock: Stock) -> Side:
    return Side(person.id, person.name, person.names, stock.claims_of(person))


def _of_mention(mention: str, person: Person | None, stock: Stock) -> Side:
    about = [one for one in (stock.claims_of(person) if person else ()) if _is_of(one, mention)]
    name = (about[0].person or "") if about else ""
    return Side(mention, name, (name,), tuple(about))


def _is_of(claim: Claim, mention: str) -> bool:
    return mention_id(claim.document_id, claim.person or "") == mention


def _print(stock: Stock, sides: tuple[Side, Side], compared: Beside, language: str) -> None:
    for number, side in enumerate(sides, 1):
        print_side(number, side_row(side, stock.documents), language)
    print_beside(compared, language)
    echo()


def _as_json(
    draft: Judgement, written: bool, rows: list[dict[str, object]], compared: Beside
) -> dict[str, object]:
    made = {
        "id": draft.id,
        "left": draft.left,
        "right": draft.right,
        "verdict": draft.verdict,
        "reason": draft.reason,
        "written": written,
    }
    return {"judgement": made, "left": rows[0], "right": rows[1], "comparison": beside_row(compared)}


def _last_line(draft: Judgement, written: bool, seen: Prospect, language: str) -> str:
    if not written:
        return say("nothing_judged", language)
    before, after = seen.persons
    verdict = say(draft.verdict, language)
    return say("judged", language, id=draft.id, verdict=verdict, before=before, after=after)
