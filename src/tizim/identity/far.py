"""Names that are surely too far apart to be asked about, told without reading or comparing them whole.

Of the names that share a key with another most are not alike. For names of two plain words this is seen from
the words, which many names share: by the given names alone, or by sounds that the other surname has not.
"""

from collections.abc import Iterable
from functools import lru_cache

from tizim.identity.compare import too_unlike
from tizim.identity.distance import apart, may_be_within
from tizim.identity.spoken import Spoken
from tizim.identity.written import names_in

_LEAST = 0.45  # names that agree by less never score a half (see compare)
_SHORTEST = 3
_PROBE = "probe"


def surely_far(one: str, other: str) -> bool:
    """Whether the score of two names is surely below one half; False where that takes a comparison."""
    left, right = _two_words(one), _two_words(other)
    if left is None or right is None or one.isascii() != other.isascii():
        return False
    (a, b), (c, d) = left, right
    return not (_may_agree(a, c, b, d) or _may_agree(a, d, b, c))


def _may_agree(a: Spoken, c: Spoken, b: Spoken, d: Spoken) -> bool:
    """Whether the words as placed may agree, the shorter ones looked at first."""
    if too_unlike(a, c, b, d):
        return False
    if len(a.text) + len(c.text) > len(b.text) + len(d.text):
        a, b, c, d = b, a, d, c
    agreement = 1.0 - apart(a, c).distance
    if agreement < _LEAST:
        return False
    return may_be_within(b, d, 1.0 - _LEAST / agreement)


def _two_words(text: str) -> tuple[Spoken, Spoken] | None:
    """The words of a name of two plain words, of which neither changes what the other means."""
    tokens = text.split(" ")
    if len(tokens) != 2:
        return None
    first, second = map(_plain_word, tokens)
    if first is None or second is None:
        return None
    return first, second


@lru_cache(maxsize=65536)
def _plain_word(token: str) -> Spoken | None:
    """What the token is in any name of one alphabet; None where that hangs on the words beside it."""
    if len(token) < _SHORTEST or not token.isalpha() or not _of_one_alphabet(token):
        return None
    written = names_in(f"{_PROBE} {token} {_PROBE}").first
    if written is None or len(written.words) != 3 or written.words[0] is not written.words[2]:
        return None
    return written.words[1]


def _of_one_alphabet(letters: Iterable[str]) -> bool:
    return all("a" <= each <= "z" or "A" <= each <= "Z" for each in letters) or all(
        "\u0400" <= each <= "\u052f" for each in letters
    )
