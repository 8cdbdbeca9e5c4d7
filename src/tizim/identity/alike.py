"""Full names that may be one: other spellings and scripts, and names with one part more.

A question to people, never an answer: counts allow for it until somebody judges. Likeness says nothing
against two people of these names.
"""

from collections.abc import Mapping
from typing import Any

from tizim.identity.compare import compare_score
from tizim.identity.far import surely_far
from tizim.identity.keys import name_keys
from tizim.identity.names import fits, read_name
from tizim.identity.several import Several

MARK = 0.5  # docs/decisions/0013 tells what another mark would find and miss
ALIKE, LONGER, SHORTER = 0, 1, -1
_NONE: Mapping[str, int] = {}


class AlikeNames:
    """Written full names, and which of them may be one name, found when it is asked.

    Names are asked about in pairs: what is near to a name need not be near to others that are.
    """

    def __init__(self, row: Any = None) -> None:
        by_key, near, unasked = row or (None, {}, ())
        self._by_key = Several(by_key)
        self._near: dict[str, dict[str, int]] = near
        self._unasked: set[str] = set(unasked)

    @property
    def row(self) -> Any:
        """What is to be kept of it."""
        return self._by_key.row, self._near, sorted(self._unasked)

    def near(self, text: str) -> Mapping[str, int]:
        """The other names that may be the same: ``ALIKE``, or this one with more parts (``LONGER``) or less.

        Equal names are not among them.
        """
        if text in self._unasked:
            self._unasked.remove(text)
            for other in self._candidates(text):
                if other in self._unasked:
                    self._ask(text, other)
        return self._near.get(text, _NONE)

    def add(self, text: str) -> None:
        """Takes a full name in."""
        keys = name_keys(text, run_together=False)
        others = {other for key in keys for other in self._by_key.of(key)}
        for key in keys:
            self._by_key.add(key, text)
        self._unasked.add(text)
        for other in others:
            if other not in self._unasked:
                self._ask(other, text)

    def remove(self, text: str) -> None:
        """Takes a full name out."""
        for key in name_keys(text, run_together=False):
            self._by_key.remove(key, text)
        self._unasked.discard(text)
        for other in self._near.pop(text, _NONE):
            del self._near[other][text]

    def _candidates(self, text: str) -> set[str]:
        return {other for key in name_keys(text, run_together=False) for other in self._by_key.of(key)}

    def _ask(self, one: str, other: str) -> None:
        if one != other and not surely_far(one, other):
            how = how_near(one, other)
            if how is not None:
                self._near.setdefault(one, {})[other] = how
                self._near.setdefault(other, {})[one] = -how


def how_near(one: str, other: str) -> int | None:
    """How the other name may be the same as the one: alike, with more parts or less; None if it may not."""
    left, right = read_name(one), read_name(other)
    if left.key == right.key:
        return None
    if len(left.given) < len(right.given) and fits(left, right):
        return LONGER
    if len(right.given) < len(left.given) and fits(right, left):
        return SHORTER
    first, second = sorted((one, other))
    return ALIKE if compare_score(first, second) >= MARK else None
