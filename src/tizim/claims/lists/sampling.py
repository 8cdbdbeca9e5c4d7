"""What the values of a column look like: which share of a sample each rule can read."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tizim.claims.lists.days import edtf
from tizim.claims.lists.faults import CellError
from tizim.claims.lists.jottings import jotted
from tizim.claims.lists.penalties import penalties
from tizim.claims.lists.statutes import articles
from tizim.claims.lists.words import bare, coded, plain, said, words

_NAME = re.compile(r"[^\W\d_][\w'’ʼ-]*\.?(?:\s+[^\W\d_][\w'’ʼ.-]*){1,4}")
_NUMBER = re.compile(r"\d{1,7}\.?")
_URL = re.compile(r"(?:https?://|www\.|t\.me/)\S+", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORDY, _LONG = 5, 30


@dataclass(frozen=True, slots=True)
class Sample:
    """The filled cells of one column, and the share of them that each rule can read."""

    values: tuple[str, ...]
    shares: Mapping[str, float] = field(default_factory=dict)

    def share(self, rule: str) -> float:
        """How many of the values the rule reads, 0 to 1."""
        return self.shares.get(rule, 0.0)

    def distinct(self) -> list[str]:
        """The different values, the commonest first."""
        return [value for value, _ in Counter(self.values).most_common()]

    def read(self, rule: str) -> int:
        """How many of the values the rule reads."""
        return round(self.share(rule) * len(self.values))


def sample_of(cells: Iterable[str], order: str, book: str) -> Sample:
    """What a column looks like, from some of its cells."""
    values = tuple(text for cell in cells if (text := said(cell)))
    if not values:
        return Sample(())
    tests: Mapping[str, Callable[[str], bool]] = {
        "date": lambda text: _reads(lambda: edtf(text, order)) and not _NUMBER.fullmatch(text),
        "year": lambda text: text.isdecimal() and 1900 <= int(text) <= 2035,
        "serial": lambda text: text.isdecimal() and 20000 <= int(text) <= 60000,
        "article": lambda text: bool(_DIGIT.search(text)) and _reads(lambda: articles(text, book or "KZ-CC")),
        "outcome": lambda text: _reads(lambda: penalties(text, "imprisonment")),
        "act": lambda text: _acts(text) or bool(jotted(text, order)),
        "status": lambda text: coded("statuses", text) is not None,
        "sex": lambda text: any(bare(text) in many for many in words()["sexes"].values()),
        "name": _named,
        "number": lambda text: _NUMBER.fullmatch(text) is not None,
        "url": lambda text: _URL.match(text) is not None,
        "text": lambda text: len(text) > _LONG and len(text.split()) >= _WORDY,
    }
    return Sample(values, {name: _share(values, test) for name, test in tests.items()})


def order_of(values: Iterable[str]) -> tuple[str, bool]:
    """The order of day, month and year in these cells, and whether any of them settles it."""
    found: Counter[str] = Counter()
    for value in values:
        parts = re.match(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)", value)
        if parts and len(parts[1]) < 3:
            first, second = int(parts[1]), int(parts[2])
            found["dmy"] += first > 12
            found["mdy"] += second > 12
    best = max(("dmy", "mdy"), key=lambda one: found[one])
    return best, found[best] > 0


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, values)) / len(values)


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except CellError:
        return False
    return True


def _acts(text: str) -> bool:
    return all(coded("acts", part) for part in re.split(r"[;,+\n]", text) if part.strip())


def _named(text: str) -> bool:
    """Two to five words, the first of them capitalised, no figures, no known word of another rule."""
    if _NAME.fullmatch(text) is None or not text[:1].isupper():
        return False
    return sum(word[:1].isupper() for word in text.split()) > 1 and coded("acts", plain(text)) is None
