"""The bank of short reports whose days are told in every way: how many claims found have the right day.

python -m bench.days_bank                          by language
python -m bench.days_bank --language ru --errors   each claim missed and each wrong day
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.reading_fields import date_right
from bench.texts.sets import flat

BANK, DAY = Path(__file__).resolve().parent / "texts/days.txt", "2024-05-15"
LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True, slots=True)
class Line:
    """A short report and what it tells: a word of the name, acts, days (either of several; none for open)."""

    language: str
    text: str
    told: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]


def lines() -> Iterator[Line]:
    """The lines of the bank."""
    for line in BANK.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, text, told = line.split(" || ")
        text = text.replace(" // ", "\n\n").replace(" / ", "\n")
        yield Line(language, text, tuple(_claim(one) for one in told.split("; ")))


def _claim(told: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    who, acts, days = told.split(" ")
    return who, tuple(acts.split("|")), tuple(days.removeprefix("@").split("|"))


def judged(line: Line) -> Iterator[tuple[str, str, Any]]:
    """What became of each claim: "missed", "right" or "wrong", who and what, the day found."""
    claims = list((flat(line.text, name="line", date=DAY, language=line.language) or {})["claims"])
    for who, acts, days in line.told:
        mine = [one for one in claims if one["act"] in acts and _is_of(one, who)]
        right = [one for one in mine if any(date_right(None if d == "-" else d, one["date"]) for d in days)]
        found = next(iter(right or mine), None)
        if found is not None:
            claims.remove(found)
        state = "missed" if found is None else "right" if right else "wrong"
        yield state, f"{who} {'|'.join(acts)} @{'|'.join(days)}", found and found["date"]


def _is_of(claim: dict[str, Any], who: str) -> bool:
    return bool(claim["person"]) and any(one in claim["person"] for one in who.split("|"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the shares, and single errors where they are asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.days_bank", description=__doc__)
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="all if left out")
    parser.add_argument("--errors", action="store_true", help="claims missed and days that are wrong")
    options = parser.parse_args(arguments)
    for language in options.language or LANGUAGES:
        count = dict.fromkeys(("right", "wrong", "missed"), 0)
        for line in lines():
            for state, told, day in judged(line) if line.language == language else ():
                count[state] += 1
                if options.errors and state != "right":
                    print(f"{state:6} {told} found {day} | {line.text[:200]!r}")
        found = count["right"] + count["wrong"]
        print(f"{language}: {found} of {found + count['missed']} found, day right in {count['right']}")


if __name__ == "__main__":
    main()
