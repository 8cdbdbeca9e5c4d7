"""Much text out of the invented reports: paragraphs joined and shuffled, with other surnames each time."""

import random
import re
from collections.abc import Iterator
from functools import cache

from bench.texts.sets import invented

_STARTS = {
    "latin": [
        a + b for a in "B D G K L M N R S T Z".split() for b in ("ak", "er", "ol", "ul", "im", "an", "ys")
    ],
    "cyrillic": [
        a + b for a in "Б Д Г К Л М Н Р С Т Ж".split() for b in ("ак", "ер", "ол", "ул", "им", "ан", "ыс")
    ],
}
_KEPT = 5  # shorter words of names stay as they are: given names, particles


@cache
def reports(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The invented reports in a language, each with the longer words of the names in it."""
    found = []
    for report in invented("seen"):
        if report.language == language:
            forms = (form for person in report.wanted["persons"] for form in person["forms"])
            words = {word for form in forms for word in form.split()}
            found.append(
                (report.text, frozenset(word for word in words if len(word) > _KEPT and word[0].isupper()))
            )
    return tuple(found)


def documents(language: str, seed: int = 1, size: int = 6_000) -> Iterator[str]:
    """Without end: documents of about so many signs, from paragraphs of one report after the other."""
    dice = random.Random(f"{language} {seed}")
    while True:
        parts: list[str] = []
        while sum(map(len, parts)) < size:
            text, names = dice.choice(reports(language))
            renamed = _renamed(text, names, dice)
            between = "\n\n" if "\n\n" in renamed else "\n"
            paragraphs = [one for one in renamed.split(between) if one.strip()]
            at = dice.randrange(len(paragraphs))
            parts.extend(paragraphs[at : at + 6])
        yield "\n\n".join(parts)


def _renamed(text: str, names: frozenset[str], dice: random.Random) -> str:
    """The text with the first three letters of the names' words changed, the same way in all their forms."""
    starts: dict[str, str] = {}
    for word in names:
        script = "latin" if word[0].isascii() else "cyrillic"
        starts.setdefault(word[:3], dice.choice(_STARTS[script]))
    if not starts:
        return text
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, starts))})(?=\w\w\w)")
    return pattern.sub(lambda found: starts[found[0]], text)
