"""Words with a capital that may be names, gathered with their places."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tizim.audits.draft import Draft

WORD = re.compile(r"[^\W\d_]+(?:[-’'`][^\W\d_]+)*")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Capital:
    """A capitalised word: where it stands, and whether it opens its sentence."""

    start: int
    end: int
    word: str
    opens: bool


def capitals(draft: Draft) -> list[Capital]:
    """The capitalised words of a text of four letters or more, possessives cut off."""
    found = []
    for sentence in draft.sentences:
        for number, hit in enumerate(WORD.finditer(draft.text, sentence.start, sentence.end)):
            word = _plain(hit.group())
            if len(word) >= _SHORTEST and word[0].isupper() and not word.isupper():
                found.append(Capital(hit.start(), hit.start() + len(word), word, number == 0))
    return found


def _plain(word: str) -> str:
    return re.sub(r"(?:['’`]s|['’`])$", "", word)


def by_form(found: Iterable[Capital]) -> Mapping[str, list[Capital]]:
    """The words by form."""
    forms: dict[str, list[Capital]] = defaultdict(list)
    for one in found:
        forms[one.word].append(one)
    return forms
