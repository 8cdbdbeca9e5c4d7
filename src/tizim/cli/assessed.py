"""How assessments are told: sets with their sources, a person ground by ground, groups side by side."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tizim.assessments import (
    Beside,
    CriteriaSet,
    Determination,
    Finding,
    Recognition,
    Sheet,
    in_words,
    rule_parts,
)
from tizim.cli.printing import echo, print_json, print_table
from tizim.cli.set_words import liberty_said, rule_said
from tizim.cli.texts import say
from tizim.tallies import Evidence
from tizim.vocab import label

_WORDS = {
    "met": "assess_met",
    "not_met": "assess_not_met",
    "recognised": "assess_recognised",
    "declined": "assess_declined",
    "withdrawn": "assess_withdrawn",
    "political_prisoner": "assess_political_prisoner",
    "politically_persecuted": "assess_politically_persecuted",
    "neither": "assess_neither",
    "undecided": "assess_undecided",
    "liberty_in_doubt": "assess_liberty_in_doubt",
    "liberty_by_rule": "assess_liberty_by_rule",
}


def groups_of(
    of: CriteriaSet, about: Sequence[Determination | Recognition]
) -> list[tuple[str | None, str | None]]:
    """The groups in whose name somebody assessed by the set, and the cases; the register's own first."""
    mine = [one for one in about if isinstance(one, Determination) and one.criteria_set == of.name]
    named = {(one.group, one.case) for one in mine} - {(None, None)}
    return [(None, None), *sorted(named, key=lambda one: (one[0] or "", one[1] or ""))]


def print_sets(sets: Sequence[CriteriaSet], form: str, language: str) -> None:
    """Each set: its name, where the official wording stands, its grounds."""
    if form == "json":
        print_json([_set_json(one) for one in sets])
        return
    for one in sets:
        echo(f"{one.name}  {_in(one.title, language)}")
        if one.lacking(language):
            echo(f"  {say('assess_no_words', language, of=', '.join(one.lacking(language)))}")
        parts = (_in(one.source.publisher, language), one.source.date, _in(one.source.place, language))
        source = ", ".join(filter(None, parts))
        if source or one.source.url:
            echo(f"  {say('assess_source', language, source=source, url=one.source.url)}")
        echo(f"  {say('set_met', language, rule=rule_said(one, one.met, language))}")
        if one.unless:
            echo(f"  {say('set_unless', language, rule=rule_said(one, one.unless, language))}")
        for line in liberty_said(one, language):
            echo(f"  {line}")
        echo(f"  {say('set_assessors', language, n=one.assessors)}")
        rows = [
            [each.code, _in(each.place, language), _in(each.title, language), _in(each.text, language)]
            for each in one.criteria
        ]
        keys = ("id", "assess_place", "assess_ground", "assess_text")
        print_table(rows, [say(key, language) for key in keys])
        echo()


def print_sheets(sheets: Sequence[Sheet], claims: Sequence[Evidence], form: str, language: str) -> None:
    """One person under one set, as each group assessed."""
    first = sheets[0]
    told = {one.claim.passage_id: one for one in reversed(claims)}
    if form == "json":
        print_json(_sheets_json(sheets, told))
        return
    echo(f"{first.life.person.name}  ({first.life.person.id})")
    echo(f"{_in(first.of.title, language)}, {say('as_of', language, day=first.as_of.isoformat())}")
    for one in sheets:
        _print_sheet(one, told, language)
    for group, word in first.words.items():
        parts = (word.recognised_as, word.date)
        echo(f"{group}: {_answer(word.stance, language)}{''.join(f', {one}' for one in parts if one)}")


def _print_sheet(on: Sheet, told: Mapping[str, Evidence], language: str) -> None:
    if on.group:
        echo(f"— {on.group}")
    if on.case:
        echo(f"— {say('assess_case', language)}: {on.case}")
    for criterion, finding in zip(on.of.criteria, on.outcome.findings, strict=True):
        name = f"{_in(criterion.title, language)} ({_in(criterion.place, language)})"
        echo(f"  {criterion.code}  {name}: {_answer(finding.answer, language)}")
        for one in finding.determinations:
            note = f" — {one.note}" if one.note else ""
            said = _answer(one.finding, language)
            echo(f"     {one.id}  {one.recorded_by}, {one.recorded_at[:10]}: {said}{note}")
            _print_cited("assess_for", one.passages_for, told, language)
            _print_cited("assess_against", one.passages_against, told, language)
    for name, outcome in on.by_assessor.items():
        echo(f"  {say('assess_says', language, by=name, answer=_answer(outcome.answer, language))}")
    if on.outcome.agreeing:
        key = "assess_confirmed" if on.outcome.confirmed else "assess_not_confirmed"
    else:
        key = "assess_by_nobody"
    echo(f"  {say(key, language)}")
    why = ", ".join(_answer(one, language) for one in on.title.why)
    unsure = f" ({say('assess_not_sure', language)}: {why})" if why else ""
    echo(f"  {say('assess_title', language)}: {_answer(on.title.code, language)}{unsure}")


def _print_cited(key: str, cited: Sequence[str], told: Mapping[str, Evidence], language: str) -> None:
    for one in cited:
        found = told.get(one)
        passage, document = (found.passage, found.document) if found else (None, None)
        quote = f"«{passage.quote}»" if passage and passage.quote else one
        file = f" — {document.file_name}" if document else ""
        echo(f"        {say(key, language)}: {quote}{file}")


def print_beside(told: Beside, of: CriteriaSet | None, as_of: date, form: str, language: str) -> None:
    """What each group says of whom, and how far each two agree."""
    if form == "json":
        print_json(_beside_json(told, of, as_of))
        return
    if not told.pairs:
        echo(say("assess_no_groups", language))
    else:
        rows = [
            [one.left, one.right, str(one.agreed.both), str(one.agreed.same), _kappa(one.agreed.kappa)]
            for one in told.pairs
        ]
        keys = ("assess_group", "assess_group", "assess_both", "assess_same", "assess_kappa")
        print_table(rows, [say(key, language) for key in keys])
        echo(say("assess_kappa_told", language))
    if told.rows:
        rows = [
            [row.name, *(_answer(one, language) if one else "" for one in row.said), row.person_id]
            for row in told.rows
        ]
        print_table(rows, [say("person", language), *told.groups, say("id", language)])


def _sheets_json(sheets: Sequence[Sheet], told: Mapping[str, Evidence]) -> dict[str, Any]:
    first = sheets[0]
    return {
        "id": first.life.person.id,
        "name": first.life.person.name,
        "set": first.of.name,
        "as_of": first.as_of.isoformat(),
        "groups": [_sheet_json(one, told) for one in sheets],
        "recognitions": [
            {"id": one.id, "group": group, "stance": one.stance, "recognised_as": one.recognised_as,
             "date": one.date, "set": one.criteria_set, "passage": one.passage_id}
            for group, one in first.words.items()
        ],
    }  # fmt: skip


def _sheet_json(on: Sheet, told: Mapping[str, Evidence]) -> dict[str, Any]:
    return {
        "group": on.group,
        "case": on.case,
        "answer": on.outcome.answer,
        "confirmed": on.outcome.confirmed,
        "agreeing": list(on.outcome.agreeing),
        "assessors": {name: one.answer for name, one in on.by_assessor.items()},
        "title": {"code": on.title.code, "sure": on.title.sure, "why": list(on.title.why)},
        "grounds": [_finding_json(one, told) for one in on.outcome.findings],
    }


def _finding_json(one: Finding, told: Mapping[str, Evidence]) -> dict[str, Any]:
    def cited(ids: Sequence[str]) -> list[dict[str, Any]]:
        quotes = {key: found.passage.quote for key, found in told.items() if found.passage}
        return [{"passage": key, "quote": quotes.get(key)} for key in ids]

    return {
        "ground": one.criterion,
        "answer": one.answer,
        "determinations": [
            {"id": each.id, "by": each.recorded_by, "at": each.recorded_at, "finding": each.finding,
             "for": cited(each.passages_for), "against": cited(each.passages_against), "note": each.note}
            for each in one.determinations
        ],
    }  # fmt: skip


def _set_json(one: CriteriaSet) -> dict[str, Any]:
    grounds = [
        {"code": each.code, "place": dict(each.place), "title": dict(each.title), "text": dict(each.text)}
        for each in one.criteria
    ]
    source = {
        "publisher": dict(one.source.publisher), "date": one.source.date, "place": dict(one.source.place),
        "url": one.source.url, "compared": one.source.compared,
    }  # fmt: skip
    return {"set": one.name, "title": dict(one.title), "source": source, "assessors": one.assessors,
            "liberty": dict(one.liberty), "met": rule_parts(one.met),
            "unless": rule_parts(one.unless) if one.unless else None, "grounds": grounds}  # fmt: skip


def _beside_json(told: Beside, of: CriteriaSet | None, as_of: date) -> dict[str, Any]:
    return {
        "set": of.name if of else None,
        "as_of": as_of.isoformat(),
        "pairs": [
            {"left": one.left, "right": one.right, "both": one.agreed.both, "same": one.agreed.same,
             "kappa": one.agreed.kappa, "differing": list(one.agreed.differing)}
            for one in told.pairs
        ],
        "people": [
            {"id": row.person_id, "name": row.name,
             "said": {group: one for group, one in zip(told.groups, row.said, strict=True) if one}}
            for row in told.rows
        ],
    }  # fmt: skip


def _answer(code: str, language: str) -> str:
    """An answer, a title or a doubt in words."""
    return say(_WORDS[code], language) if code in _WORDS else label("reasons", code, language)


def _kappa(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}"


def _in(texts: Mapping[str, str], language: str) -> str:
    return in_words(texts, language)[0]
