"""From the words of a name to the names that have them: which are worth a closer look, and how soon."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, permutations
from typing import NamedTuple

from tizim.identity.asked import AskedWord
from tizim.identity.shelves import Row, Shelves
from tizim.identity.vocabulary import roughly

MOST = 20_000  # so many names are looked at, at most
_BARE = 0.86
_ONE_LEFT = 0.97
_OTHER_INITIAL = 0.6
_CLOSE = 0.9
_FEW = 1_000  # so many names are sooner looked at than the rows of a word that is only near


class Pair(NamedTuple):
    """Two words that are looked for in one name: the one, perhaps only nearly, and the same as the other."""

    one: AskedWord
    other: AskedWord
    near: bool


def agreeing(
    shelves: Shelves, words: Sequence[AskedWord], least: float = 0.0, *, enough: float = 2.0
) -> dict[int, float]:
    """The numbers of the names in which two of the words agree, one of them perhaps only nearly; how well.

    A name of one word agrees where the word is one of these. Names that agree only nearly are not looked for
    where one fits well ``enough``.
    """
    found = _bare(shelves, words)
    for pairs in _stages(shelves, words):
        if max(found.values(), default=0.0) >= enough:
            break
        for pair in pairs:
            for number, fit in _fitting(shelves, words, pair):
                if fit > found.get(number, least):
                    found[number] = fit
    return found


def _fitting(shelves: Shelves, words: Sequence[AskedWord], pair: Pair) -> Iterator[tuple[int, float]]:
    """The names that have both words of the pair, and how well they fit all words."""
    for number in _candidates(shelves, pair):
        fit = _fit(shelves.words_of(number), pair)
        yield number, fit_of(shelves, words, number) if fit and len(words) > 2 else fit


def _bare(shelves: Shelves, words: Sequence[AskedWord]) -> dict[int, float]:
    """The names of one word that is one of these."""
    found: dict[int, float] = {}
    for word in words:
        for each in shelves.alone(word.same):
            for number in shelves.only(each):
                found[number] = max(found.get(number, 0.0), _BARE * word.closeness(each))
    return found


def lone(shelves: Shelves, word: AskedWord) -> Iterator[int]:
    """The names of one word that is this one, or nearly."""
    for each in chain(word.same, word.near()):
        yield from shelves.only(each)


def _stages(shelves: Shelves, words: Sequence[AskedWord]) -> Iterator[list[Pair]]:
    """Which two words to look for, the rarest first; then one of the two only nearly.

    Beside two other words a patronymic comes last: it may be the surname of somebody else. A slip beside it
    is not looked for (``name_keys``).
    """
    order = sorted(words, key=lambda word: _count(shelves, word))
    main = [word for word in order if not word.word.patronymic]
    main = main if len(main) > 1 else order
    yield [Pair(one, other, False) for one, other in combinations(main, 2)]
    yield [Pair(one, other, True) for one, other in permutations(main, 2) if not other.begun]
    yield [Pair(one, two, False) for one, two in combinations(order, 2) if one not in main or two not in main]


def _count(shelves: Shelves, word: AskedWord) -> int:
    return shelves.how_many(word.same)


def _candidates(shelves: Shelves, pair: Pair) -> set[int]:
    """The names that may have both words of the pair."""
    one, other, near = pair
    if one.begun or other.begun:
        return _with_both(shelves, one.nearly if near else one.same, other.same)
    if near and _count(shelves, other) <= _FEW:
        return {number for word in other.same for number in shelves.having(word)}
    found: set[int] = set()
    for row in _near(shelves, one) if near else shelves.whole(one.keys.whole):
        for mark in other.marks:
            found.update(row.marked(mark))
            if len(found) > MOST:
                return found
    return found


def _with_both(shelves: Shelves, some: frozenset[int], others: frozenset[int]) -> set[int]:
    """The names that have one of these words and one of the others, sought among the fewer."""
    if shelves.how_many(others) < shelves.how_many(some):
        some, others = others, some
    words_of = shelves.words_of
    having = {number for word in some for number in shelves.having(word)}
    return {number for number in having if not others.isdisjoint(words_of(number))}


def _near(shelves: Shelves, word: AskedWord) -> Iterator[Row]:
    whole, lacking = word.keys
    return chain(shelves.lacking(whole), shelves.whole(lacking), shelves.lacking(lacking))


def _fit(words: Sequence[int], pair: Pair) -> float:
    """How well two of the words fit the pair."""
    one, other, near = pair
    best = 0.0
    for right in words:
        if right in other.same:
            for left in words:
                if left != right and (one.is_near(left) if near else left in one.same):
                    best = max(best, one.closeness(left) * other.closeness(right))
    return best


def having(shelves: Shelves, word: AskedWord, initials: Sequence[str], wanted: int) -> dict[int, float]:
    """The names that have the word, the closest words first, until enough are found."""
    found = _closest(shelves, word, word.same, (initials, wanted))
    if max(found.values(), default=0.0) < _CLOSE:
        found |= _closest(shelves, word, set(word.near()), (initials, wanted))
    return found


def _closest(
    shelves: Shelves, word: AskedWord, numbers: Iterable[int], asked: tuple[Sequence[str], int]
) -> dict[int, float]:
    initials, wanted = asked
    order = sorted(((word.closeness(one), one) for one in numbers), reverse=True)
    found: dict[int, float] = {}
    last, sure = 1.0, 0
    for close, one in order:
        if (close < last and sure >= wanted) or len(found) > MOST:
            break
        last = close
        for number in shelves.having(one):
            fit = close * _initials_fit(shelves, number, one, initials)
            found[number] = max(fit, found.get(number, 0.0))
            sure += fit >= close
    return found


def beginning(shelves: Shelves, word: AskedWord, initials: Sequence[str], wanted: int) -> dict[int, float]:
    """The names that have a word that begins so, the commonest words first, until enough are found."""
    texts, typed = shelves.vocabulary.texts, word.word.text
    so_written = {one for one in word.begun if texts[one].startswith(typed)}
    order: list[int] = []
    for some in (so_written, word.begun - so_written):
        if len(order) < wanted:
            order += shelves.commonest(some, wanted - len(order))
    found: dict[int, float] = {}
    for place, one in enumerate(order):
        if len(found) >= wanted:
            break
        for number in shelves.having(one):
            fit = _initials_fit(shelves, number, one, initials) / (1 + place / 1000)
            found[number] = max(fit, found.get(number, 0.0))
    return found


def _initials_fit(shelves: Shelves, number: int, word: int, initials: Sequence[str]) -> float:
    """How well the other words of a name begin with these initials."""
    if not initials:
        return 1.0
    others = [other for other in shelves.words_of(number) if other != word]
    begins = {roughly(shelves.vocabulary.forms(other)[0][:1]) for other in others}
    return 1.0 if begins.issuperset(initials) else _BARE if not others else _OTHER_INITIAL


def fit_of(shelves: Shelves, words: Sequence[AskedWord], number: int) -> float:
    """How well the whole name fits, roughly: the better, the sooner it is looked at."""
    own = shelves.words_of(number)
    close = sorted((word.best(own) for word in words), reverse=True)
    needed = min(len(words), len(own))
    fit = _ONE_LEFT ** abs(len(words) - len(own)) if len(own) > 1 else _BARE
    for each in close[:needed]:
        fit *= each
    return fit
