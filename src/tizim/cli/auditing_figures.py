"""The figures of a text and the relations between them, for the screen and for programs."""

from typing import TYPE_CHECKING, Any

from tizim.cli.printing import echo, print_jsonl, print_table
from tizim.cli.texts import say

if TYPE_CHECKING:
    from tizim.audits import Draft, Place, Relation


def print_figures(draft: "Draft", form: str, language: str) -> None:
    """Every relation between the figures of a text with its verdict; in ``jsonl`` the figures first."""
    from tizim.audits import figures, relations

    found = relations(draft)
    if form == "jsonl":
        print_jsonl([*figures(draft), *(_flat(one, language) for one in found)])
        return
    if not found:
        echo(say("no_relations", language))
        return
    rows = [(one.message(language), ", ".join(_lines(draft, one))) for one in found]
    print_table(rows, [say(key, language) for key in ("figure_relation", "verdict_lines")])


def _lines(draft: "Draft", relation: "Relation") -> list[str]:
    from tizim.documents import line_at

    return sorted({str(line_at(draft.text, place.start)) for place in relation.places}, key=int)


def _flat(relation: "Relation", language: str) -> dict[str, Any]:
    return {
        "relation": relation.kind,
        "verdict": relation.verdict,
        "message": relation.message(language),
        "places": [_place(place) for place in relation.places],
    }


def _place(place: "Place") -> dict[str, Any]:
    own = {"document": place.document} if place.document else {}
    return {**own, "start": place.start, "end": place.end, "quote": place.quote}
