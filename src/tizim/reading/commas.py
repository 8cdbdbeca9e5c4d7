"""What commas close: a relative clause that describes somebody named aside."""

from tizim.reading.marks import Sentence

_BACK = 12


def closed_relative(sentence: Sentence, relative: int, index: int) -> bool:
    """Of "X, father of Y who was held in May, was fined": the comma before "was" ends what is said of X."""
    if sentence.lower(index - 1) != "," or sentence.lower(relative - 1) == ",":
        return False
    return "," in sentence.lowers[max(0, relative - _BACK) : relative]


def beyond_the_clause(sentence: Sentence, first: int, last: int, at: int) -> bool:
    """Of "X, who was sentenced to six years, was on hunger strike in May": a new verb parts act and day."""
    if at - last < _SHORT or _WHO.isdisjoint(sentence.lowers[max(0, first - _SHORT) : first]):
        return False
    verbs = (i for i in range(last, at - 1) if sentence.lower(i) == ",")
    return any(sentence.any_at(("be", "have", "attribution"), i + 1) is not None for i in verbs)


_SHORT = 3
_WHO = frozenset(("who", "whom", "which"))
