"""Whether two written names can be one: every word of the shorter in the longer, initials fit."""

from itertools import pairwise

from tizim.reading.inflected.names import Run
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.words import plain
from tizim.reading.tokens import Token


def written(sentence: Sentence, run: Run, start: int) -> str:
    """A name as the text writes it, its words as far apart as there."""
    out, end = "", start
    for token in sentence.tokens[run.first : run.last]:
        out += " " * (token.start - end) + token.text
        end = token.end
    return out


def key(base: tuple[str, ...]) -> str:
    """The name for looking up."""
    return " ".join(plain(word) for word in base)


def agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one: every word of the shorter one stands in the longer, initials fit."""
    short, long = sorted(([plain(word).strip(".") for word in name] for name in (one, other)), key=len)
    left = list(long)
    for word in short:
        hit = next((known for known in left if known == word), None)
        if hit is None:
            hit = next(
                (known for known in left if min(len(known), len(word)) <= 1 and known[:1] == word[:1]), None
            )
        if hit is None:
            return False
        left.remove(hit)
    return any(len(word) > 1 and word in long for word in short)


def whole(base: tuple[str, ...], said: list[Token]) -> str:
    """The words of a name, initials with their stops, as close to each other as where it is written."""
    gaps = [left.end != right.start for left, right in pairwise(said) if left.text == "."]
    out = ""
    for word in base:
        apart = gaps.pop(0) if out.endswith(".") and gaps else bool(out)
        out += " " * apart + (f"{word}." if len(word) == 1 else word)
    return out
