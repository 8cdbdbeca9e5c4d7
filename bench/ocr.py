"""How well pages are read: drawn here from texts that are known, read, and compared letter by letter.

    python -m bench.ocr --pages 1

Needs Tesseract, Pillow and the fonts Noto or DejaVu. The texts are the invented ones of ``bench/texts/seen``.
"""

import argparse
import resource
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from bench.ocr_pages import KINDS, fonts
from bench.page import machine
from tizim.documents import extract
from tizim.documents.ocr import Program, Wanting, program
from tizim.documents.ocr.words import view

TEXTS = Path(__file__).parent / "texts" / "seen" / "docs"
LANGUAGES = ("kk", "ru", "en")
_LONGEST = 1_800


@dataclass
class Score:
    """Letters and words asked for and missed, and seconds of the processor."""

    letters: int = 0
    words: int = 0
    wrong_letters: int = 0
    wrong_words: int = 0
    pages: int = 0
    seconds: float = 0.0

    def add(self, found: str, meant: str, seconds: float) -> None:
        """One more page."""
        self.pages, self.seconds = self.pages + 1, self.seconds + seconds
        ours, theirs = found.split(), meant.split()
        self.words, self.wrong_words = (
            self.words + len(theirs),
            self.wrong_words + Levenshtein.distance(ours, theirs),
        )
        one, other = " ".join(ours), " ".join(theirs)
        self.letters, self.wrong_letters = (
            self.letters + len(other),
            self.wrong_letters + Levenshtein.distance(one, other),
        )

    @property
    def shown(self) -> str:
        """Errors in letters and, in brackets, in words, of a hundred."""
        return f"{100 * self.wrong_letters / self.letters:.1f} ({100 * self.wrong_words / self.words:.0f})"

    @property
    def pace(self) -> str:
        """Seconds a page."""
        return f"{self.seconds / self.pages:.1f}"


def main() -> None:
    """Reads the pages and prints the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, default=1, help="pages of each kind and language")
    pages = asked.parse_args().pages
    found = program()
    if isinstance(found, Wanting):
        sys.exit(f"{found.what}. {found.hint}")
    print("\n".join(_table(found, pages)))


def _table(reader: Program, pages: int) -> Iterator[str]:
    scores, alone = _measured(reader, pages)
    yield (
        "| page | "
        + " | ".join(LANGUAGES)
        + " | s a page | Tesseract alone: "
        + ", ".join(LANGUAGES)
        + " | s |"
    )
    yield "|---" * 6 + "|"
    for kind, _ in KINDS:
        ours = [scores[kind, language] for language in LANGUAGES]
        theirs = [alone[kind, language] for language in LANGUAGES]
        yield (
            f"| {kind} | " + " | ".join(one.shown for one in ours) + f" | {_pace(ours)} | "
            + ", ".join(one.shown for one in theirs) + f" | {_pace(theirs)} |"
        )  # fmt: skip
    yield f"\n{reader.extractor}; {pages} pages a cell; {machine()}; {datetime.now(UTC).date()}."


def _pace(scores: list[Score]) -> str:
    return f"{sum(one.seconds for one in scores) / sum(one.pages for one in scores):.1f}"


Scores = dict[tuple[str, str], Score]


def _measured(reader: Program, pages: int) -> tuple[Scores, Scores]:
    scores: Scores = defaultdict(Score)
    alone: Scores = defaultdict(Score)
    for language in LANGUAGES:
        for number in range(pages):
            text = _text(language, number)
            font = fonts()[(number + LANGUAGES.index(language)) % len(fonts())]
            for kind, draw in KINDS:
                _read(reader, draw(text, font), text, (scores[kind, language], alone[kind, language]))
                print(language, number, kind, scores[kind, language].shown, file=sys.stderr, flush=True)
    return scores, alone


def _read(reader: Program, picture: bytes, text: str, into: tuple[Score, Score]) -> None:
    start = _spent()
    found = extract(picture, file_name="page.png").text
    into[0].add(found, text, _spent() - start)
    start = _spent()
    table = reader.look(picture, "-l", "kaz+rus+eng", seconds=120).text or ""
    into[1].add(" ".join(line.text for line in view(table).lines), text, _spent() - start)


def _text(language: str, number: int) -> str:
    paths = sorted(TEXTS.glob(f"{language}-s*.txt"))
    return paths[number % len(paths)].read_text(encoding="utf-8")[:_LONGEST]


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
