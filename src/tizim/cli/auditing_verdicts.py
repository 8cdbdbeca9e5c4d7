"""The published figures of a register beside what it counts, for the screen and for programs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from tizim.cli.answers import definition_named, evidence_json, evidence_lines
from tizim.cli.door import door_of, opened, told_now
from tizim.cli.printing import echo, print_jsonl
from tizim.cli.texts import say

if TYPE_CHECKING:
    from tizim.audits import Answer, Verdict
    from tizim.ledger import Entry
    from tizim.tallies import Shelf
    from tizim.wiring import Register

_SHOWN = 20
_BOUNDS = {
    "at_least": "bound_at_least", "more_than": "bound_more_than", "at_most": "bound_at_most",
    "less_than": "bound_less_than", "about": "bound_about",
}  # fmt: skip
_MEANT = {"given": "meant_given", "words": "meant_words"}


def print_verdicts(context: typer.Context, form: str) -> None:
    """The verdict on every published figure of the register, others' and our own, with its passages."""
    from tizim.assessments import Sets
    from tizim.audits import verdicts
    from tizim.tallies import Shelf

    language = door_of(context).language
    with opened(context) as register:
        entries, told = tuple(register.ledger.known_at(None)), told_now(register)
        sets = Sets.of(entries)
        judged = verdicts(entries, told=told, among=lambda name: definition_named(name, sets))
        found = [*judged, *_own(register, entries)]
    books = Shelf(entries, unreviewed=told.unreviewed)
    if form == "jsonl":
        print_jsonl(_flat(one, books, language) for one in found)
        return
    for one in found:
        for line in _lines(one, books, language):
            echo(line)
    counts = {key: sum(one.now.verdict == key for one in found) for key in _order()}
    echo(say("verdicts_counted", language, n=len(found), **counts) if found else say("no_figures", language))


def _order() -> Sequence[str]:
    from tizim.audits.verdicts import CONTRADICTED, NOT_REPRODUCIBLE, REPRODUCED, WITHIN

    return (REPRODUCED, WITHIN, NOT_REPRODUCIBLE, CONTRADICTED)


def _own(register: "Register", entries: "Sequence[Entry]") -> "Iterator[Verdict]":
    """The numbers of the frozen lists."""
    from tizim.audits import Grounds, Verdict, verdict
    from tizim.publications import content_of, definition_of, editions, own_figure

    frozen = editions(entries)
    now = Grounds.of(entries) if frozen else None
    for one in frozen:
        assert now
        figure, of = own_figure(one, content_of(one, register.vault), definition_of(one, register.vault))
        then = Grounds.of(entry for entry in entries if entry.recorded_at <= one.known_at)
        yield Verdict(figure=figure, meant=of, now=verdict(figure, of, now), then=verdict(figure, of, then))


def _lines(one: "Verdict", books: "Shelf", language: str) -> Iterator[str]:
    figure = one.figure
    said = " · ".join(
        filter(
            None,
            (
                str(figure.count),
                say(_BOUNDS[figure.bound], language) if figure.bound in _BOUNDS else "",
                figure.what,
            ),
        )
    )
    yield f"{figure.id}  {said}"
    passage, document = books.entry(figure.passage_id), books.entry(figure.document_id)
    if passage:
        yield f"      «{passage.quote}»"
    where = document and (document.title or document.file_name)
    of = say(_MEANT[one.meant.by], language, name=one.meant.name) if one.meant.name else ""
    on = say("as_of", language, day=figure.as_of) if figure.as_of else ""
    yield f"      {', '.join(filter(None, (where, on, figure.place, of)))}"
    from tizim.audits.tables import table

    words = table("verdicts")
    for when, answer in (("then", one.then), ("now", one.now)):
        told = answer.message(language) if answer else words["reasons"]["not_begun"][language]
        yield f"   {words[when][language]}: {told}"
    for claim_id in _shown(one.now):
        evidence = books.evidence(claim_id)
        yield from evidence_lines(evidence, language) if evidence else ()
    yield ""


def _shown(answer: "Answer") -> Sequence[str]:
    """The claims that contradict; of other verdicts the ids are in the flat form."""
    return answer.claim_ids[:_SHOWN] if answer.verdict == "contradicted" else ()


def _flat(one: "Verdict", books: "Shelf", language: str) -> dict[str, Any]:
    figure, passage = one.figure, books.entry(one.figure.passage_id)
    return {
        "figure": figure.id, "count": figure.count, "bound": figure.bound, "what": figure.what,
        "definition": one.meant.name, "definition_by": one.meant.by if one.meant.name else None,
        "since": figure.since, "as_of": figure.as_of, "place": figure.place,
        "document": figure.document_id, "passage": figure.passage_id,
        "quote": passage.quote if passage else None,
        "then": _answer(one.then, language), "now": _answer(one.now, language),
        "evidence": [evidence_json(found) for claim in _shown(one.now) if (found := books.evidence(claim))],
    }  # fmt: skip


def _answer(answer: "Answer | None", language: str) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {
        "verdict": answer.verdict, "reason": answer.reason, "message": answer.message(language),
        "at_least": answer.at_least, "at_most": answer.at_most,
        "persons": list(answer.person_ids), "claims": list(answer.claim_ids),
    }  # fmt: skip
