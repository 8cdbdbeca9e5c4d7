"""Relatives whom a text leaves unnamed: "his wife was fined too" speaks of one person more."""

from tizim.reading.marks import Sentence
from tizim.reading.who import POSSESSIVES, Group, Who
from tizim.reading.words import words_of

KIN = "kin"
_BACK, _AGED = 3, 3
_STOPS = (
    "prepositions",
    "be",
    "have",
    "act",
    "light",
    "attribution",
    "modals",
    "relative",
    "give",
    "receive",
)


def relatives(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Everybody in a sentence, unnamed relatives of somebody as counts; "his" before them is left out."""
    kin = words_of("en").tables["people"]["relatives"]
    if kin.keys().isdisjoint(sentence.bag):
        return found
    out: list[Who] = []
    for who in found:
        number = kin.get(sentence.lower(who.last - 1)) if who.kind == "generic" else None
        owner = _owner(sentence, who) if number else None
        if number is None or owner is None or _named(sentence, who, owner, out):
            out.append(who)
            continue
        if out and out[-1].first == owner and out[-1].kind == "pronoun":
            who.first = out.pop().first
        who.kind, who.word, who.group = "group", KIN, Group(number, number, noun=KIN)
        out.append(who)
    return out


def _named(sentence: Sentence, who: Who, owner: int, found: list[Who]) -> bool:
    """Whether a relative is who was named just before ("X, his cousin, got …"), or only owns something."""
    if sentence.lower(who.last) == "'s":
        return True
    people = [one for one in found if one.kind == "person"]
    return bool(people) and sentence.lower(owner - 1) == "," and people[-1].last >= owner - _AGED


def _owner(sentence: Sentence, who: Who) -> int | None:
    """Where the possessive before a relative stands: "his", "X's", adjectives and ages passed over."""
    for at in range(who.first - 1, max(-1, who.first - 1 - _BACK), -1):
        if sentence.lower(at) in POSSESSIVES or sentence.lower(at) == "'s":
            return at
        if sentence.tokens[at].kind == "mark" or sentence.any_at(_STOPS, at) is not None:
            return None
    return None


def owner_of_kin(sentence: Sentence, who: Who) -> Who:
    """Of "his wife": he, where the text says so by a pronoun; anybody else as they are."""
    word = sentence.lower(who.first)
    if who.word != KIN or word not in POSSESSIVES:
        return who
    return Who(who.first, who.first + 1, "pronoun", word=word, head=who.first)


def is_relative(noun: str) -> bool:
    """Whether a noun only says whose relative somebody is: "the father"."""
    return noun in words_of("en").tables["people"]["relatives"]
