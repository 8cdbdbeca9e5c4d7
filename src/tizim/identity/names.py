"""A name as written: its parts, which of them is the surname, and the form in which equal names are equal.

The order of the parts does not make two names different: papers in Kazakhstan write "Surname Given
Patronymic", reports "Given Surname", often both in one text. What is lost: two people whose names are
each other's reverse would be one, which a judgement can take apart.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from tizim.identity.parts import Part, folded_words, parts_of

FULL, INITIALS, BARE, NONE = "full", "initials", "bare", "none"

_MOST_PARTS = 8
_SHORTEST_WITH_ENDING = 6


@dataclass(frozen=True, slots=True)
class Name:
    """One written name.

    ``key`` is the same for equal names. ``kind``: ``full`` (a given name and a surname at least),
    ``initials`` (a surname and initials), ``bare`` (one part only, taken for a surname), ``none``
    (nothing that could name one person). ``given`` are the parts that are not the surname, an initial
    with a dot at its end.
    """

    key: str
    kind: str
    surname: tuple[str, ...]
    given: tuple[str, ...]

    @property
    def fullness(self) -> tuple[int, int]:
        """How much of a name it is: parts written out, then parts."""
        written_out = sum(not part.endswith(".") for part in self.given) + bool(self.surname)
        return written_out, len(self.given) + len(self.surname)


def normal_name(text: str) -> str:
    """The form in which equal names are equal: folded letters, no titles, the parts in alphabetical order.

    Spelling variants stay different, and so do scripts. Empty where there is no letter or digit.
    """
    return read_name(text).key


@lru_cache(maxsize=65536)
def read_name(text: str) -> Name:
    """The name that the text writes; any text gives one, if only of the kind ``none``."""
    parts, turned = parts_of(text)
    if not parts:
        return Name("", NONE, (), ())
    key = " ".join(sorted(part.text for part in parts))
    surname = _surname(parts, turned) if _can_name(parts) else range(0)
    given = tuple(part.text + "." * part.initial for place, part in enumerate(parts) if place not in surname)
    return Name(key, _kind(parts, surname), tuple(parts[place].text for place in surname), given)


def fits(short: Name, long: Name, *, loosely: bool = False) -> bool:
    """Whether the short name could be a shorter way to write the long one: same surname, and each of its
    other parts, or initials, stands in the long one. ``loosely`` lets the long one have initials too."""
    if short.surname != long.surname or len(short.given) > len(long.given):
        return False
    left = Counter(long.given)
    unmatched = []
    for part in short.given:
        if left[part]:
            left[part] -= 1
        else:
            unmatched.append(part)
    rest = list(left.elements())
    return all(_taken(part, rest, loosely=loosely) for part in unmatched)


def _taken(part: str, rest: list[str], *, loosely: bool) -> bool:
    for other in rest:
        if _abbreviates(part, other) or (loosely and _abbreviates(other, part)):
            rest.remove(other)
            return True
    return False


def _abbreviates(initial: str, part: str) -> bool:
    return initial.endswith(".") and not part.endswith(".") and part.startswith(initial[:-1])


def _can_name(parts: list[Part]) -> bool:
    texts = [part.text for part in parts]
    return len(parts) <= _MOST_PARTS and all(
        _is_word(text) and text not in folded_words("no_names") for text in texts
    )


def _is_word(text: str) -> bool:
    return text.isalpha() or all(unicodedata.category(letter)[0] in "LM" for letter in text)


def _kind(parts: list[Part], surname: range) -> str:
    if not surname:
        return NONE
    if any(part.initial for place, part in enumerate(parts) if place not in surname):
        return INITIALS
    return FULL if len(surname) < len(parts) else BARE


def _surname(parts: list[Part], turned: bool) -> range:
    """The places of the surname's words; none where only initials are written."""
    if all(part.initial for part in parts):
        return range(0)
    last = _surname_place(parts, turned)
    first = last
    while first > 0 and parts[first - 1].text in folded_words("before_a_surname"):
        first -= 1
    return range(first, last + 1)


def _surname_place(parts: list[Part], turned: bool) -> int:
    end = len(parts) - 1
    capitals = [place for place, part in enumerate(parts) if part.capitals]
    if turned or end == 0:
        return end
    if len(capitals) == 1:
        return capitals[0]
    if parts[end].initial:
        return max(place for place, part in enumerate(parts) if not part.initial)
    first, last = parts[0].text, parts[end].text
    surname_first = (end == 2 and _ends(last, "patronymic_endings")) or (
        end == 1 and _ends(first, "surname_endings") and not _ends(last, "surname_endings")
    )
    return 0 if surname_first else end


def _ends(word: str, table: str) -> bool:
    return len(word) >= _SHORTEST_WITH_ENDING and word.endswith(_endings(table))


@cache
def _endings(table: str) -> tuple[str, ...]:
    return tuple(folded_words(table))
