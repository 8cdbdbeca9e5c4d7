"""The base forms of names; surnames alone that fit somebody whom the text names in full: "Зайца" and Заяц,
"Осадчего" and Осадчий."""

from collections.abc import Container, Iterable, Iterator

from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.words import plain
from tizim.reading.tongue import Tongue

Bases = dict[str, tuple[str, ...]]
_ORDER = ("nom", "gen", "acc", "dat", "ins", "loc", "abl")
_SHORTEST = 2


def bases_of(words: tuple[str, ...], tongue: Tongue) -> dict[str, tuple[str, ...]]:
    """The base form of a name in each case in which it can stand, the nominative first.

    Where the words do not agree ("the brothers A and B Xs") each is taken alone.
    """
    cases = tongue.name_cases(words)
    if cases:
        return {case: tongue.base_name(words, case) for case in _ORDER if case in cases}
    singles = [tongue.name_cases((word,)) for word in words]
    if not singles:
        return {}
    common = frozenset.intersection(*singles)
    return {
        case: tuple(base for word in words for base in tongue.base_name((word,), case))
        for case in _ORDER
        if case in common
    }


def fitting(bases: Bases, word: str, known: Container[str], lists: NameLists) -> Bases:
    """The base forms of a surname alone; where none of them is anybody's, those by which it is somebody's."""
    if any(plain(base[-1]) in known for base in bases.values()):
        return bases
    found: Bases = {case: (base,) for case, base in declined(word, lists) if plain(base) in known}
    return found or bases


def declined(word: str, lists: NameLists) -> Iterator[tuple[str, str]]:
    """The cases and base forms of a surname by the endings that only fit a surname known already."""
    table = lists.lexicon.tables["names"].get("fits_known") or {}
    for ending, bases in table.items():
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST:
            continue
        for base, cases in bases.items():
            yield from ((case, stem + base) for case in str(cases).split())


def families_of(sentences: Iterable[Sentence], lists: NameLists) -> set[str]:
    """The base forms of the words behind given names: the surnames of those whom a text names in full."""
    if not lists.lexicon.tables["names"].get("fits_known"):
        return set()
    tongue, out = lists.lexicon.tongue, set()
    for sentence in sentences:
        for first, last in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            if first.capital and last.capital and last.kind == "word" and len(last.text) > _SHORTEST:
                for base in bases_of((first.text, last.text), tongue).values():
                    if len(base) == 2 and lists.given(base[0]):
                        out.add(plain(base[1]))
    return out


def is_of_family(word: str, families: set[str], lists: NameLists) -> bool:
    """Whether a word is one of these surnames in some case."""
    if not families:
        return False
    bases = [base[-1] for base in bases_of((word,), lists.lexicon.tongue).values()]
    return any(plain(base) in families for base in (*bases, *(base for _, base in declined(word, lists))))
