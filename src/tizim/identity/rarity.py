"""How rare the words of a name are in a register: a common surname says less than a rare one."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tizim.identity.spoken import SAME, Spoken
from tizim.identity.written import names_in

_FEW = 30
"""Names below which a register is too small to tell what is common."""


class Rarity:
    """Counts the words of a register's names, by sound.

    A word is as common as there are different words beside which it stands: a person who is mentioned often,
    or in many spellings, does not make a surname common.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._beside: dict[str, set[str]] = defaultdict(set)
        self._average: float | None = None
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Counts one more written name; the same name twice counts once."""
        words = word_keys(name)
        for word in words:
            self._beside[word].update(other for other in words if other != word)
        self._average = None

    @property
    def row(self) -> Mapping[str, Sequence[str]]:
        """What is to be kept of it: each word with the words beside which it stands."""
        return {word: sorted(beside) for word, beside in self._beside.items()}

    @classmethod
    def of_row(cls, row: Mapping[str, Iterable[str]]) -> "Rarity":
        """The same from what was kept."""
        found = cls()
        found._beside.update((word, set(beside)) for word, beside in row.items())
        return found

    def bits(self, name: str) -> float:
        """How much more (above 0) or less (below 0) than on average an agreement on that name says.

        0 for names of one word and for registers of a few names.
        """
        words = word_keys(name)
        if len(words) < 2 or len(self._beside) < _FEW:
            return 0.0
        average = self._averaged() if self._average is None else self._average
        known = [math.log2(len(self._beside.get(word, ())) + 1) for word in words]
        return 2 * (average - sum(known) / len(known))

    def _averaged(self) -> float:
        """What the commonness of a word is on average, where words count as often as they are borne."""
        counts = [len(beside) for beside in list(self._beside.values())]
        average = sum(count * math.log2(count + 1) for count in counts) / max(1, sum(counts))
        self._average = average
        return average


@lru_cache(maxsize=65536)
def word_keys(name: str) -> tuple[str, ...]:
    """The words of a full name by their sounds, without case endings, patronymics left out.

    A surname may look like a patronymic ("-uly"): where only one other word is left, all words count.
    """
    first = names_in(name).names[:1]
    every = first[0].words if first else ()
    words = [word for word in every if not word.patronymic]
    return tuple(sorted({_key(word) for word in (words if len(words) > 1 else every)}))


def _key(word: Spoken) -> str:
    """The shortest sounds that the word may stand for without loss but of a case ending."""
    forms = [form.signs for form in word.forms.values() if form.step == SAME or form.step == "case"]
    return min(forms, key=lambda signs: (len(signs), signs), default=word.signs)
