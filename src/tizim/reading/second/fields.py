"""The single fields of a proposal: each is borne out by the passage or the vocabulary, or it is dropped."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from tizim.reading.second.schema import LONGEST
from tizim.vocab import VocabError, article, outcome, vague_date

_YEAR = re.compile(r"\d{4}")
_DIGITS = re.compile(r"\d+(?:[ ,.\u00a0\u202f]\d{3})*")
_NOT_DIGIT = re.compile(r"\D")
_MOST_WORDS = 6
_LARGEST = 10_000_000


class Fields:
    """One proposal's fields, and how many of them had to be dropped."""

    def __init__(self, row: Mapping[str, Any], passage: str, quote: str, years: frozenset[str]) -> None:
        self.quote = quote
        self.dropped = 0
        self._row, self._passage, self._years = row, passage, years

    def verbatim(self, name: str) -> str | None:
        """Words that stand in the passage as they are given."""
        return self._kept(name, lambda given: given if _stands(given, self._passage) else None)

    def date(self, name: str) -> str | None:
        """A date whose year the text names, or that of the document or the one before."""
        return self._kept(name, self._date)

    def outcome(self) -> str | None:
        """An outcome in the words of the vocabulary."""
        return self._kept("outcome", _outcome)

    def articles(self) -> tuple[str, ...]:
        """Articles whose numbers stand in the passage."""
        given = self._row.get("article")
        if not isinstance(given, list):
            self.dropped += given is not None
            return ()
        kept = tuple(one for one in map(self._article, given) if one is not None)
        self.dropped += len(given) - len(kept)
        return kept

    def count(self, name: str) -> int | None:
        """A number; where the quotation prints figures, one of them."""
        given = self._row.get(name)
        if given is None:
            return None
        if isinstance(given, int) and not isinstance(given, bool) and 0 <= given <= _LARGEST:
            printed = {int(_NOT_DIGIT.sub("", one)) for one in _DIGITS.findall(self.quote)}
            if not printed or given in printed:
                return given
        self.dropped += 1
        return None

    def name(self) -> tuple[str | None, str | None]:
        """The person, as base name where it fits the written form, and the form if the quotation holds it."""
        written = self._row["person"]
        if not isinstance(written, str) or not _is_name(written) or not _stands(written, self._passage):
            return None, None
        base = self._row.get("base_name")
        if base is not None and not (isinstance(base, str) and _same_name(written, base)):
            self.dropped += 1
            base = None
        return str(base or written), written if written in self.quote else None

    def _kept(self, name: str, test: Callable[[str], str | None]) -> str | None:
        given = self._row.get(name)
        if given in (None, ""):
            return None
        kept = test(given) if isinstance(given, str) and len(given) <= LONGEST else None
        self.dropped += kept is None
        return kept

    def _date(self, given: str) -> str | None:
        try:
            vague_date(given)
        except VocabError:
            return None
        years = set(_YEAR.findall(given))
        return given if years and years <= self._years else None

    def _article(self, given: Any) -> str | None:
        try:
            found = article(given) if isinstance(given, str) else None
        except VocabError:
            return None
        return str(found) if found and _stands(found.number, self._passage) else None


def _outcome(given: str) -> str | None:
    try:
        outcome(given)
    except VocabError:
        return None
    return given


def _stands(words: str, passage: str) -> bool:
    """Whether the words stand in the passage, not as part of longer ones; a line may break between them."""
    given = words.split()
    if not given:
        return False
    pattern = r"\s+".join(re.escape(word) for word in given)
    return re.search(rf"(?<!\w){pattern}(?!\w)", passage) is not None


def _is_name(written: str) -> bool:
    words = written.split()
    return 0 < len(words) <= _MOST_WORDS and any(word[:1].isupper() for word in words)


def _same_name(written: str, base: str) -> bool:
    """Whether a base form can be that of a written one: as many words, each with the same beginning."""
    pairs = list(zip(written.casefold().split(), base.casefold().split(), strict=False))
    same = len(written.split()) == len(base.split())
    return same and all(one[: _stem(one, other)] == other[: _stem(one, other)] for one, other in pairs)


def _stem(one: str, other: str) -> int:
    return max(2, min(len(one), len(other)) - 2)
