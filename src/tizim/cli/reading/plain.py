"""What was found in a text, for people: each proposal with its quotation and what made it."""

from collections.abc import Iterator, Mapping
from typing import Any

from tizim.cli.reading.grounds import grounds_told
from tizim.cli.texts import say
from tizim.cli.wording import certainty_words, outcome_words
from tizim.vocab import label

_BOUNDS = ("at_least", "at_most", "more_than", "about")
_FOUND_BY = {"both": "found_both", "first": "found_first", "second": "found_second"}
_DROPPED = {
    "quote": "drop_quote", "short": "drop_short", "act": "drop_act", "person": "drop_person",
    "subject": "drop_subject", "form": "drop_form", "field": "drop_field", "many": "drop_many",
}  # fmt: skip


def plain(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """The lines about one text: its people, its claims, its published numbers."""
    yield f"{found['id']} ({found['language']})"
    names = ", ".join(person["name"] for person in found["persons"])
    yield f"  {say('people_named', language)}: {names or '-'}"
    for number, claim in enumerate(found["claims"], start=1):
        yield from _claim(number, claim, language)
    for figure in found["figures"]:
        yield from _figure(figure, language)
    yield from _second(found, language)
    yield ""


def _claim(number: int, claim: Mapping[str, Any], language: str) -> Iterator[str]:
    told = (
        label("acts", claim["act"], language), claim["act_detail"], claim["date"], claim["place"],
        outcome_words(claim["outcome"], language), certainty_words(claim["certainty"], language),
        ", ".join(claim["article"]),
    )  # fmt: skip
    yield f"  {number}. {_who(claim, language)}: {'; '.join(filter(None, told))}"
    yield from _grounds(claim, language)


def _figure(figure: Mapping[str, Any], language: str) -> Iterator[str]:
    bound = f"{say(figure['bound'], language)} " if figure["bound"] in _BOUNDS else ""
    yield f"  {say('published_number', language)}: {bound}{figure['count']}: {figure['what']}"
    yield from _grounds(figure, language)


def _who(claim: Mapping[str, Any], language: str) -> str:
    counted = (claim["count_min"], claim["count_max"])
    if claim["person"] or claim["org"]:
        return str(claim["person"] or claim["org"])
    low, high = ("?" if one is None else str(one) for one in counted)
    return say("counted_group", language, n=low if low == high else f"{low}-{high}")


def _grounds(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """The quotation, in one line, and what made the proposal, if it was asked for."""
    yield f"     “{' '.join(found['quote'].split())}”"
    if "found_by" in found:
        yield f"     {say('found_by_readers', language)}: {say(_FOUND_BY[found['found_by']], language)}"
        for name, (first, second) in found.get("differs", {}).items():
            yield f"       {name}: {_shown(first)} / {_shown(second)}"
    if "why" in found:
        yield from _why(found["why"], language)


def _why(why: list[str], language: str) -> Iterator[str]:
    told = grounds_told(why, language) or [say("why_unsaid", language)]
    yield f"     {say('reason', language)}: {told[0]}"
    for line in told[1:]:
        yield f"       {line}"


def _shown(value: Any) -> str:
    if value in (None, [], ""):
        return "-"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _second(found: Mapping[str, Any], language: str) -> Iterator[str]:
    about = found.get("second")
    if about is None:
        return
    claims = [claim["found_by"] for claim in found["claims"]]
    counts = {name: claims.count(name) for name in ("both", "first", "second")}
    yield f"  {say('second_agrees', language, model=about['model'], **counts)}"
    yield from (f"  {line}" for line in second_lines(about["dropped"], about["unread"], language))


def second_lines(dropped: Mapping[str, int], unread: Mapping[str, int], language: str) -> Iterator[str]:
    """What became of a model's other proposals, and of passages for which it had no answer."""
    for why, number in dropped.items():
        yield say("second_dropped", language, n=number, why=say(_DROPPED[why], language))
    for why, number in unread.items():
        yield say("second_unread", language, n=number, why=why)
