"""Names of places before and inside names of people: «город Ковдор», «Симферопольского района»."""

from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.name_openings import ends_as_surname
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.surnames import bases_of

_SHORT = frozenset({"г", "с", "д", "п", "пос", "ул", "им"})


def is_place_part(sentence: Sentence, index: int, run: range, lists: NameLists) -> bool:
    """Whether a capitalised word of a run names a place or a thing, and is no part of a person's name."""
    if lists.given(sentence.lower(index)):
        return False
    if _before_area(sentence, index, lists) or _in_other_letters(sentence, index, run):
        return True
    return index == run.start and _opens_with_place(sentence, run, lists)


def _before_area(sentence: Sentence, index: int, lists: NameLists) -> bool:
    """Whether an adjective stands right before a word for a district or region ("Y-ского района")."""
    areas = lists.lexicon.set("places", "areas")
    behind = sentence.word(index + 1).lemmas if index + 1 < len(sentence.tokens) else frozenset()
    adjective = sentence.lower(index).endswith(("ого", "ому", "им", "ом", "ый", "ий", "ой", "ая", "ую"))
    return adjective and not areas.isdisjoint(behind) and not sentence.tokens[index + 1].capital


def _in_other_letters(sentence: Sentence, index: int, run: range) -> bool:
    """Whether a word in Latin letters stands beside a name in Cyrillic ones ("Kloop", "SOTA")."""
    token = sentence.tokens[index]
    others = (sentence.tokens[at] for at in run if sentence.tokens[at].kind == "word")
    return token.text.isascii() and len(token.text) > 1 and any(not one.text.isascii() for one in others)


def _opens_with_place(sentence: Sentence, run: range, lists: NameLists) -> bool:
    """Whether the first word of a run belongs to the word for a settlement, a body or a house before it."""
    first = run.start
    lone = run.stop - first == 1 and not ends_as_surname(sentence.lower(first), lists)
    settled = _behind_settlement(sentence, first, lists) or (lone and _behind_dweller(sentence, first))
    if not (settled or _behind_body(sentence, first)):
        return False
    rest = run.stop - first - 1
    if rest == 0:
        return _behind_dweller(sentence, first)
    second = sentence.tokens[first + 1].text
    if rest == 1:
        return _behind_settlement(sentence, first, lists) and not ends_as_surname(second.lower(), lists)
    return _is_given(second, lists) or not ends_as_surname(second.lower(), lists)


def _behind_settlement(sentence: Sentence, first: int, lists: NameLists) -> bool:
    """Whether a word for a town, a street or a district stands right before a token, in full or in short."""
    if first and sentence.lower(first - 1) == ".":
        numbered = first > 2 and sentence.lower(first - 3)[-1:].isdigit()
        return first > 1 and sentence.lower(first - 2) in _SHORT and not numbered
    before = sentence.word(first - 1).lemmas if first else frozenset()
    return not lists.lexicon.set("places", "settlements").isdisjoint(before)


def _behind_dweller(sentence: Sentence, first: int) -> bool:
    """Whether "of the people of" stands right before a token («жителей Чирчика»)."""
    mark = sentence.ends_at("of_place", first)
    return mark is not None and sentence.ends_at("prepositions", first) is None


def _behind_body(sentence: Sentence, first: int) -> bool:
    """Whether a word for an agency or an organisation stands right before a token."""
    return any(sentence.ends_at(kind, first) is not None for kind in ("agency", "organisational"))


def _is_given(word: str, lists: NameLists) -> bool:
    return any(lists.given(base[0]) for base in bases_of((word,), lists.lexicon.tongue).values())


def opens_with_other(words: tuple[str, ...], lists: NameLists) -> bool:
    """Whether the first of three words, no surname, stands before a whole name ("Дороги Марину Ковалёву")."""
    first, second, last = words
    tongue = lists.lexicon.tongue
    fathers = any(lists.patronymic(base[0]) for base in bases_of((last,), tongue).values())
    family = any(ends_as_surname(base[0], lists) for base in bases_of((first,), tongue).values())
    if fathers or family or lists.patronymic(last):
        return False
    return _is_given(second, lists) and not _is_given(first, lists)
