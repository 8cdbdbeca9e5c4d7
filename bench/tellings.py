"""Banks of short passages that tell acts in many words: what a reader finds in them.

python -m bench.tellings                     each bank: what may be looked at, and what is kept apart
python -m bench.tellings --bank kk --acts    by act
python -m bench.tellings --bank kk --errors  what is missed, too many or wrong; never of those kept apart
"""

import argparse
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.reading_fields import date_right, outcome_right
from bench.reading_score import Claim, Document, Score, people, same_subject, scored
from bench.score_table import Line, acts, table
from bench.texts.sets import flat
from tizim.vocab import table as words

HERE, DAY = Path(__file__).resolve().parent / "texts", "2024-05-15"
BANKS = {
    "kk": ("tellings_kk.txt", "kk", ""),
    "ru_articles": ("articles_ru.txt", "ru", "Новости Казахстана\n\n"),
}
LOOKED, LATER = "looked at", "later"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that a passage tells; of each field every answer that is right."""

    who: str
    acts: tuple[str, ...]
    dates: tuple[str | None, ...]
    articles: tuple[str, ...]
    outcomes: tuple[str, ...]
    optional: bool
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a bank under the head of the bank; ``told`` is nothing where its claims are not judged."""

    head: str
    text: str
    told: tuple[Told, ...] | None
    figures: tuple[tuple[int, bool], ...]

    @property
    def name(self) -> str:
        """The id: the first signs of the text's digest."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:6]

    @property
    def part(self) -> str:
        """Every third passage, by its id, is kept apart."""
        return LOOKED if int(self.name, 16) % 3 else LATER


def passages(bank: str) -> Iterator[Passage]:
    """The passages of a bank."""
    file, _, head = BANKS[bank]
    for line in (HERE / file).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, told, *figures = line.split(" || ")
            text = text.replace(" // ", "\n\n")
            yield Passage(head, text, _claims(told), tuple(_figures(*figures)))


def _figures(told: str = "") -> Iterator[tuple[int, bool]]:
    for one in filter(None, told.split(", ")):
        yield int(one.rstrip("?")), one.endswith("?")


def _claims(told: str) -> tuple[Told, ...] | None:
    return None if told == "?" else tuple(_told(one) for one in told.split("; ") if one != "-")


_ACTS = "|".join(words("acts").codes)
_FORM = re.compile(
    rf"(?P<who>.+?) (?P<acts>(?:{_ACTS})(?:\|\w+)*)(?P<mark>[?!]?)"
    r"(?: @(?P<dates>\S+))?(?: \[(?P<articles>.+?)\])?(?: =(?P<outcomes>.+))?"
)


def _dates(told: str | None) -> tuple[str | None, ...]:
    """The days that are right; where none is told, nothing, or the month of the document as a guess."""
    return tuple(None if one == "-" else one for one in (told or f"-|{DAY[:7]}?").split("|"))


def _told(text: str) -> Told:
    form = _FORM.fullmatch(text)
    if form is None:
        raise ValueError(f"not a claim: {text}")
    return Told(
        who=form["who"],
        acts=tuple(form["acts"].split("|")),
        dates=_dates(form["dates"]),
        articles=tuple((form["articles"] or "").split(",")) if form["articles"] else (),
        outcomes=tuple(form["outcomes"].split("|")) if form["outcomes"] else (),
        optional=form["mark"] == "?",
        role="perpetrator" if form["mark"] == "!" else "victim",
    )


# What is wanted, in the flat form


def wanted(passage: Passage, found: Document) -> Document:
    """The annotation in the flat form; of several right answers the one that was found."""
    told = passage.told or ()
    names = dict.fromkeys(one.who for one in told if not one.who.startswith(("#", "org:")))
    document: Document = {"id": passage.name, "persons": [_person(one, names, passage.text) for one in names]}
    keys: dict[str | None, frozenset[str]] = {one.name: one.keys for one in people(document)}
    document["claims"] = [_chosen(one, found["claims"], keys) for one in told]
    given = {one["count"] for one in found["figures"]}
    document["figures"] = [
        {"count": count, "what": None}
        for count, optional in passage.figures
        if not optional or count in given
    ]
    return document


def stem(word: str) -> str:
    """The part of a word of a name that stands in its forms («Павел», «Павла»; «Қуандық», «Қуандығы»)."""
    return word[: -2 if len(word) > 4 else -1]


def _person(name: str, names: dict[str, None], text: str) -> dict[str, Any]:
    words = [re.escape(stem(word)) + r"\w*" for word in name.split()]
    others = {word for other in names if other != name for word in other.split()}
    alone = [form for form, word in zip(words, name.split(), strict=True) if word not in others]
    forms = [hit for form in (r"\s+".join(words), *alone) for hit in re.findall(rf"\b{form}", text)]
    return {"name": name, "forms": forms}


def _subject(who: str) -> Claim:
    if who.startswith("org:"):
        return {"person": None, "org": who.removeprefix("org:")}
    if not who.startswith("#"):
        return {"person": who}
    count = int(who.strip("#+~"))
    return {
        "person": None,
        "count_min": count,
        "count_max": None if "+" in who else count,
        "approx": "~" in who,
    }


def _chosen(told: Told, found: list[Claim], keys: dict[str | None, frozenset[str]]) -> Claim:
    claim = _subject(told.who) | {"role": told.role, "article": list(told.articles), "quote": None}
    of_them = [one for one in found if same_subject(claim, one, keys)]
    act = next((act for act in told.acts if any(one["act"] == act for one in of_them)), told.acts[0])
    mine = [one for one in of_them if one["act"] == act]
    mine.sort(key=lambda one: not _days(told, one["date"]))
    first = next(iter(mine), {"date": told.dates[0], "outcome": None, "place": None})
    dates = _days(told, first["date"])
    outcomes = [one for one in told.outcomes if any(outcome_right(one, of["outcome"]) for of in mine)]
    return claim | {
        "act": act,
        "optional": told.optional,
        "place": first["place"],
        "date": (dates or told.dates)[0],
        "outcome": (outcomes or told.outcomes or (first["outcome"],))[0],
    }


def _days(told: Told, found: str | None) -> list[str | None]:
    """The days told that the one found is; a guess only where it is told as one."""
    return [
        date
        for date in told.dates
        if date_right(date, found) and (not (date or "").endswith("?") or found == date)
    ]


# Judging


def judged(passage: Passage, language: str) -> Score:
    """The score of the reader on a passage."""
    text = passage.head + passage.text
    found = flat(text, name=passage.name, date=DAY, language=language) or {"claims": [], "figures": []}
    if passage.told is None:
        found["claims"] = []
    return scored(wanted(passage, found), found, text)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the totals; the acts and single errors where they are asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.tellings", description=__doc__)
    parser.add_argument("--bank", choices=BANKS, action="append", help="all if left out")
    parser.add_argument("--acts", action="store_true", help="the figures by act")
    parser.add_argument("--errors", action="store_true", help="single errors, of what may be looked at")
    options = parser.parse_args(arguments)
    lines = [line for bank in options.bank or BANKS for line in _lines(bank, errors=options.errors)]
    print(table(lines))
    for name, _, score in lines if options.acts else ():
        print(f"\n{name}, by act\n{acts(score)}")


def _lines(bank: str, *, errors: bool) -> Iterator[Line]:
    """A line of the table for each part of a bank."""
    scores = {LOOKED: Score(), LATER: Score()}
    count = dict.fromkeys(scores, 0)
    for passage in passages(bank):
        score = judged(passage, BANKS[bank][1])
        scores[passage.part].add(score)
        count[passage.part] += 1
        if errors and passage.part == LOOKED:
            _print_errors(passage, score)
    for part, score in scores.items():
        yield f"{bank}, {part}", count[part], score


def _print_errors(passage: Passage, score: Score) -> None:
    told = [f"missed {_line(one)}" for _, one in score.missed]
    told += [f"extra  {_line(one)}" for _, one in score.extra]
    told += [
        f"wrong  {_line(one)}: {what} {one[what]}, found {found}"
        for _, one, what, found in score.wrong
        if what != "place"
    ]
    if told:
        print(f"{passage.name} {passage.text!r}", *told, sep="\n    ")


def _line(claim: Claim) -> str:
    whom = claim.get("person") or claim.get("org") or f"#{claim.get('count_min')}"
    return f"{whom} {claim['act']} {claim.get('date')} {claim.get('outcome')} {claim.get('article')}"


if __name__ == "__main__":
    main()
