"""The reasons for a score, in words (``data/reasons.yml``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tizim.identity.compare import Aligned, aligned, compare_score
from tizim.identity.distance import Apart, apart
from tizim.identity.spelling import rules
from tizim.identity.spoken import CASE, DROPPED, FAMILY, FEMININE, PET, ROOT, Spoken
from tizim.identity.written import Names, Written, names_in

_DOUBLE = re.compile(r"(.)\1")
_OTHER = 0.4
_NEAR = 0.005


@dataclass(frozen=True, slots=True)
class Comparison:
    """How surely two written names may be one person's, 0 to 1, and why, in words."""

    score: float
    reasons: tuple[str, ...]


def compare(one: str, other: str, *, language: str = "en") -> Comparison:
    """Compares two written names: the same answer from both sides, 1 for equal names.

    The score says how well the names agree. It does not say that two people are one: namesakes score 1.
    """
    score = compare_score(one, other)
    left, right = sorted((names_in(one), names_in(other)), key=lambda names: names.folded)
    told = [_said(code, language, *values) for code, *values in _codes(left, right)]
    return Comparison(score, tuple(dict.fromkeys(told)))


def _codes(left: Names, right: Names) -> Iterator[tuple[str, ...]]:
    """The code of each reason, with the part of the name and the letter that it speaks of."""
    if left.folded == right.folded:
        yield ("equal",)
        return
    if not left.names or not right.names:
        yield ("no_name",)
        return
    found = aligned(left, right)
    one, other = found.left, found.right
    if one is None or other is None or not found.pairs:
        one, other = left.names[0], right.names[0]
        found = _closest(one, other)
    for pair in found.pairs:
        yield _of_pair(pair, _part(pair, one, other))
    if one.joined or other.joined:
        yield ("article",)
    elif one not in (left.names[0], right.names[0]) or other not in (left.names[0], right.names[0]):
        yield ("brackets",)
    yield from _of_rest(found, one, other)


def _closest(one: Written, other: Written) -> Aligned:
    """For names that do not agree: each word beside the word that is nearest to it."""
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    left = [*long.words]
    pairs = []
    for word in short.words:
        place = min(range(len(left)), key=lambda each: apart(word, left[each]).distance)
        against = left.pop(place)
        pairs.append((word, against, apart(word, against)))
    return Aligned(0.0, tuple(pairs), short, long)


def _part(pair: tuple[Spoken, Spoken, Apart], one: Written, other: Written) -> str:
    """What part of the name two words are: patronymics and surnames by their endings, else by their place."""
    if _is_whole(pair, one, other):
        return "name"
    longer = max((one, other), key=lambda name: len(name.words))
    words = longer.words
    if len(words) == 1:
        return "surname" if one.initials or other.initials else "word"
    word = pair[0] if any(pair[0] is each for each in words) else pair[1]
    if word.patronymic and len(words) > 2:
        return "patronymic"
    return "surname" if word is words[longer.surname] else "given"


def _is_whole(pair: tuple[Spoken, Spoken, Apart], one: Written, other: Written) -> bool:
    """Whether all words of both names were compared as one, because only one of them has a space."""
    return len(one.words) != len(other.words) and _are(pair, one.together, other.together)


def _are(pair: tuple[Spoken, Spoken, Apart], one: Spoken, other: Spoken) -> bool:
    return (pair[0].text, pair[1].text) == (one.text, other.text)


def _of_pair(pair: tuple[Spoken, Spoken, Apart], part: str) -> tuple[str, ...]:
    one, other, by = pair
    if by.distance >= _OTHER:
        return ("differs", part)
    if by.sounds > _NEAR:
        return ("near", part)
    steps = {CASE if step == ROOT else step for step in (by.left.step, by.right.step)}
    for step in (PET, FAMILY, DROPPED, FEMININE, CASE):
        if step in steps:
            return (step, part)
    if one.signs != other.signs:
        return ("reading", part)
    if one.text == other.text:
        return ("same", part)
    if one.cyrillic != other.cyrillic:
        return ("across", part)
    return _of_spelling(one.text, other.text, part)


def _of_spelling(one: str, other: str, part: str) -> tuple[str, ...]:
    once, twice = sorted((one, other), key=len)
    for match in _DOUBLE.finditer(twice):
        if twice[: match.start()] + twice[match.start() + 1 :] == once:
            return ("doubled", part, match.group(1))
    return ("spelling", part)


def _of_rest(found: Aligned, one: Written, other: Written) -> Iterator[tuple[str, ...]]:
    if any(_is_whole(pair, one, other) for pair in found.pairs):
        yield ("together", "name")
        return
    paired = {id(word) for pair in found.pairs for word in pair[:2]}
    rest = [word for word in (*one.words, *other.words) if id(word) not in paired]
    if one.initials or other.initials:
        yield from _of_initials(one, other, rest)
    else:
        for word in rest:
            yield ("no_patronymic",) if word.patronymic else ("no_word",)
    if min(len(one.words), len(other.words)) == 1 and not (one.initials or other.initials):
        yield ("one_word",)
    if _turned(found, one, other):
        yield ("turned",)


def _of_initials(one: Written, other: Written, rest: list[Spoken]) -> Iterator[tuple[str, ...]]:
    known = {begin for word in rest for begin in word.begins}
    left, right = set(one.initials), set(other.initials)
    both = (left & right) | ((left | right) & known)
    yield ("initial",) if both or not (known or (left and right)) else ("other_initial",)


def _turned(found: Aligned, one: Written, other: Written) -> bool:
    """Whether the words that belong together stand in another order."""
    places = []
    for left, right, _ in found.pairs:
        pair = {id(left), id(right)}
        at = [[place for place, word in enumerate(name.words) if id(word) in pair] for name in (one, other)]
        if not at[0] or not at[1]:
            return False
        places.append((at[0][0], at[1][0]))
    return [place for _, place in sorted(places)] != sorted(place for _, place in places)


def _said(code: str, language: str, part: str = "", letter: str = "") -> str:
    known = rules("reasons")
    name = known["parts"][part].get(language, known["parts"][part]["en"]) if part else ""
    text: dict[str, str] = known["reasons"][code]
    return text.get(language, text["en"]).format(part=name, letter=letter)
