"""doubts: pairs of persons who may be one, for people to judge on the screen or in a spreadsheet."""

from typing import Annotated, Any

import typer

from tizim.cli.door import day, door_of, opened
from tizim.cli.foretelling import clash_row, print_clash
from tizim.cli.open_pairs import OpenPair, Queue
from tizim.cli.printing import check_format, echo, print_csv, print_json
from tizim.cli.prospects import Stock
from tizim.cli.sides import print_beside, print_side, side_row
from tizim.cli.texts import say
from tizim.identity import Beside, Side, beside, mention_id

_COLUMNS = (
    "left_document", "left_name", "right_document", "right_name", "verdict", "reason", "score", "probability",
    "reasons", "for", "against", "why", "lists", "left_person", "right_person",
)  # fmt: skip
_WHY = {
    "unsure": "doubt_unsure",
    "contested": "doubt_contested",
    "short_form": "doubt_short_form",
    "longer_form": "doubt_longer_form",
    "equal_names": "doubt_equal_names",
    "unlike_context": "doubt_unlike_context",
    "names_alike": "doubt_names_alike",
}


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="doubts")(list_doubts)


def list_doubts(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many pairs.")] = 20,
    everything: Annotated[bool, typer.Option("--all", help="Every pair, not only the first.")] = False,
    who: Annotated[str | None, typer.Option("--person", help="Only pairs with this person (p-…).")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day of the counts that a pair moves. Default: today.")
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, csv or json.")] = "text",
) -> None:
    """Pairs who may be one person, for people to judge. Example: tizim doubts --format csv > doubts.csv

    Fill in the column verdict (same, different, unsure), and read the table back with tizim judge-table.
    """
    check_format(form, ("text", "csv", "json"))
    language, on = door_of(context).language, day(as_of)
    with opened(context) as register:
        queue = Queue(Stock(register), as_of=on)
        pairs = queue.pairs(who, language)
        shown = [(one, _agree(one, queue, language)) for one in (pairs if everything else pairs[:limit])]
    stock = queue.stock
    if form == "csv":
        print_csv([_csv_row(one, agree, stock, language) for one, agree in shown], _COLUMNS)
    elif form == "json":
        judged = {one.id: one for one in stock.judgements}
        clashes = [clash_row(one, judged) for one in stock.told.contradictions]
        rows = [_json_row(one, agree, stock) for one, agree in shown]
        print_json(
            {"as_of": on.isoformat(), "contradictions": clashes, "pairs_in_doubt": len(pairs), "pairs": rows}
        )
    else:
        _print(shown, len(pairs), stock, language)


def _agree(one: OpenPair, queue: Queue, language: str) -> Beside:
    return beside(one.left, one.right, queue.stock.documents, language=language, rarity=queue.rarity)


def _print(shown: list[tuple[OpenPair, Beside]], count: int, stock: Stock, language: str) -> None:
    judged = {one.id: one for one in stock.judgements}
    written = stock.mentions_in({one for clash in stock.told.contradictions for one in clash.mention_ids})
    for clash in stock.told.contradictions:
        print_clash(say("contradict", language), clash, judged, written, language)
    for number, (one, agree) in enumerate(shown, 1):
        echo(f"—— {number}/{count}  {'; '.join(say(_WHY.get(code, code), language) for code in one.why)}")
        for place, side in enumerate((one.left, one.right), 1):
            print_side(place, side_row(side, stock.documents), language)
        print_beside(agree, language, probability=one.probability)
        if one.lists:
            echo(f"{say('moves_lists', language)}: {', '.join(one.lists)}")
        echo(f"tizim judge {one.left.id} {one.right.id} same|different|unsure\n")
    echo(say("doubts_shown" if count else "no_doubts", language, n=count, shown=len(shown)))


def _csv_row(one: OpenPair, agree: Beside, stock: Stock, language: str) -> dict[str, Any]:
    left, right = _documents(one, stock)
    return {
        "left_document": stock.naming(left),
        "left_name": one.names[0],
        "right_document": stock.naming(right),
        "right_name": one.names[1],
        "score": f"{one.score:.3f}",
        "probability": f"{one.probability:.3f}",
        "reasons": agree.reasons,
        "for": agree.speaking_for,
        "against": agree.speaking_against,
        "why": [say(_WHY.get(code, code), language) for code in one.why],
        "lists": one.lists,
        "left_person": one.left.id,
        "right_person": one.right.id,
    }


def _json_row(one: OpenPair, agree: Beside, stock: Stock) -> dict[str, Any]:
    mentions = [mention_id(*written) for written in zip(_documents(one, stock), one.names, strict=True)]
    return {
        "left": {**side_row(one.left, stock.documents), "mention": mentions[0]},
        "right": {**side_row(one.right, stock.documents), "mention": mentions[1]},
        "names": list(one.names),
        "score": round(one.score, 4),
        "probability": round(one.probability, 4),
        "reasons": list(agree.reasons),
        "for": agree.speaking_for,
        "against": agree.speaking_against,
        "why": list(one.why),
        "lists": list(one.lists),
    }


def _documents(one: OpenPair, stock: Stock) -> tuple[str, str]:
    """The documents in which the two names stand: one that has both, if there is one."""
    some, others = (_bearing(side, name) for side, name in zip((one.left, one.right), one.names, strict=True))
    shared = next((document for document in some if document in others), None)
    return (shared, shared) if shared else (some[0], others[0])


def _bearing(side: Side, name: str) -> list[str]:
    return list(dict.fromkeys(claim.document_id for claim in side.claims if claim.person == name))
