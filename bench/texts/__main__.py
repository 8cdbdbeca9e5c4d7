"""The reader on the invented reports. Single errors are never shown of the set ``apart``."""

import argparse
from collections.abc import Iterable, Iterator, Sequence

from bench.reading_score import Claim, Score
from bench.score_table import Line, acts, table
from bench.texts.sets import APART, SETS, Report, invented, read_and_scored


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the totals by language; the acts and single errors where they are asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.texts", description=__doc__)
    parser.add_argument("--set", choices=SETS, action="append", help="all if left out")
    parser.add_argument("--language", help="en, ru or kk; all if left out")
    parser.add_argument("--acts", action="store_true", help="the figures by act")
    parser.add_argument(
        "--errors", type=int, default=0, help="so many claims missed or too many; never of apart"
    )
    options = parser.parse_args(arguments)
    chosen = options.set or list(SETS)
    if options.errors and APART in chosen:
        parser.error(
            f"--errors is for the other sets: nobody who writes rules looks into {APART}; choose with --set"
        )
    lines = [line for name in chosen for line in by_language(name, invented(name), options.language)]
    print(table(lines))
    for name, _, score in lines:
        print(f"\n{name}, by act\n{acts(score)}" if options.acts else "", end="")
        print_errors(score, options.errors)


def by_language(name: str, texts: Iterable[Report], language: str | None) -> Iterator[Line]:
    """A line of the table for each language of a set."""
    chosen: dict[str, list[Report]] = {}
    for report in texts:
        if language in (None, report.language):
            chosen.setdefault(report.language, []).append(report)
    for spoken, some in sorted(chosen.items()):
        yield (f"{name} {spoken}", len(some), read_and_scored(some))


def print_errors(score: Score, most: int) -> None:
    """The first claims missed, the first too many, the first fields that are wrong in claims found."""
    for title, claims in (("missed", score.missed), ("extra ", score.extra)):
        for name, claim in claims[:most]:
            print(title, name, claim.get("act"), _subject(claim), "|", str(claim.get("quote"))[:90])
    for name, claim, what, found in score.wrong[:most]:
        print("wrong ", name, claim["act"], _subject(claim), "|", what, claim[what], "| found", found)


def _subject(claim: Claim) -> object:
    return claim.get("person") or claim.get("org") or (claim.get("count_min"), claim.get("count_max"))


if __name__ == "__main__":
    main()
