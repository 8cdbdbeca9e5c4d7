"""A guessed mapping written as a file: what was guessed and why, what is left open, as comments."""

import json
from collections.abc import Callable, Iterator, Sequence

from tizim.claims.lists.guessing import Guess, SheetGuess
from tizim.claims.lists.mapping import VERSION

Tell = Callable[..., str]


def proposal_text(guesses: Sequence[SheetGuess], tell: Tell) -> str:
    """The file. ``tell(code, **values)`` puts a reason into the words of the reader."""
    lines = [*_comment(tell("map_head")), f"mapping: {VERSION}", "sheets:"]
    for guess in guesses:
        lines += _sheet(guess, tell)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _comment(text: str, indent: str = "") -> list[str]:
    return [f"{indent}# {line}" for line in text.split("\n")]


def _sheet(guess: SheetGuess, tell: Tell) -> Iterator[str]:
    name = json.dumps(guess.name or "*", ensure_ascii=False)
    if not guess.header or not any(column.read for column in guess.columns):
        yield f"  {name}: skip  # {tell('why_no_header')}"
        return
    yield f"  {name}:"
    yield from _frame(guess, tell)
    yield from _fixed(guess, tell)
    yield "    columns:"
    for column in guess.columns:
        yield from _column(column, tell)


def _frame(guess: SheetGuess, tell: Tell) -> Iterator[str]:
    yield f"    header: [{', '.join(map(str, guess.header))}]"
    yield f"    data: {guess.data}"
    yield f"    language: {guess.language}"
    yield f"    order: {guess.order}" + ("" if guess.order_sure else f"  # {tell('doubt_order')}")
    if guess.serials != 1900:
        yield f"    serials: {guess.serials}"
    if any(column.read in ("article", "text", "act") for column in guess.columns):
        shown = guess.book or "KZ-CC"
        line = f"book: {shown}" if guess.book else f"# book: {shown}"
        yield f"    {line}" + ("" if guess.book_sure else f"  # {tell('doubt_book')}")
    if guess.key:
        key = ", ".join(json.dumps(one, ensure_ascii=False) for one in guess.key)
        yield f"    key: [{key}]  # {tell('why_key')}"
    else:
        yield f"    # {tell('why_no_key')}"


def _fixed(guess: SheetGuess, tell: Tell) -> Iterator[str]:
    status = any(column.read == "status" for column in guess.columns)
    dated = any(column.read == "status_as_of" for column in guess.columns)
    if guess.fixed_act is not None or (status and not dated):
        yield "    fixed:"
    if guess.fixed_act is not None:
        yield f"      act: {guess.fixed_act}  # {tell(guess.fixed_why)}"
    if status and not dated:
        yield f"      status_as_of:  # {tell('open_as_of')}"
    if guess.claims:
        yield f"    claims:  # {tell('why_claims')}"
        yield from (f"      {name}: {{act: {act}}}" for name, act in guess.claims.items())


def _column(column: Guess, tell: Tell) -> Iterator[str]:
    why = "; ".join(tell(code, **values) for code, values in column.whys)
    name = json.dumps(column.heading, ensure_ascii=False)
    if not column.read:
        yield f"      # {name}: skip  # {column.letters}: {why}"
        return
    details = [f"read: {column.read}"]
    details += [f"of: {column.of}"] if column.of else []
    details += [f"bare: {column.bare}"] if column.bare else []
    if not column.values:
        rule = column.read if len(details) == 1 else "{" + ", ".join(details) + "}"
        yield f"      {name}: {rule}  # {column.letters}: {why}"
        return
    yield f"      {name}:  # {column.letters}: {why}"
    yield from (f"        {detail}" for detail in details)
    yield "        values:"
    for value, code in column.values.items():
        shown = json.dumps(value, ensure_ascii=False)
        yield f"          {shown}: {code}" + ("" if code else f"  # {tell('open_value')}")
