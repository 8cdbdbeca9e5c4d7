"""A name as it is compared: its words, initials and the other names in brackets, in the order written."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tizim.identity.parts import folded_words
from tizim.identity.spelling import rules, sounds
from tizim.identity.spoken import DROPPED, LONGEST, Spoken, case_endings, initial, spoken
from tizim.identity.words import letter_pairs, words_listed

LONGEST_NAME = 300
_MOST_WORDS = 4
_MOST_NAMES = 4
_SHORTEST_RUN = 3
_LONGEST_PARTICLE = 8
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʹ`´′＇ʺ″"), "'")
_ARTICLE = "\x1f"  # between an article and its word
_BRACKETS = re.compile(r"[(\[«„“\"]([^()\[\]«»„“”\"]*)[)\]»“”\"]")
_WORD = re.compile(r"([^\W_]+(?:-[^\W_]+)*)(\s*\.)?")
_DASHES = re.compile(r"\s*[\u2010-\u2015\u2212-]\s*(?=\w)")


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """One of the names that a text gives: its words and the signs of its initials.

    ``plain`` where there are two words and nothing else; ``turned`` where a comma stands after the first;
    ``surname`` is the place of the word that is likeliest the surname. ``joined`` where an Arabic article is
    taken for a part of its word.
    """

    words: tuple[Spoken, ...]
    initials: tuple[str, ...]
    turned: bool
    plain: bool
    surname: int
    joined: bool = False

    @property
    def together(self) -> Spoken:
        """All words run together."""
        return spoken("".join(word.text for word in self.words)[: LONGEST + 1])


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """What a text gives: the form in which equal texts are equal, and its names, the used name first."""

    folded: str
    first: Written | None
    names: tuple[Written, ...]


def names_in(text: str) -> Names:
    """The names that the text gives; none where it is too long to be a name."""
    return _names_in(text) if len(text) <= LONGEST_NAME else Names(_folded(text), None, ())


@lru_cache(maxsize=65536)
def _names_in(text: str) -> Names:
    folded = _folded(_spaced(text))
    inside = [found for found in _BRACKETS.findall(folded) if found.strip()]
    used = _written(_BRACKETS.sub(" ", folded)) if inside else None
    if used is None or not used.words:
        first, *joined = _ways_written(folded)
        if not first.words:
            return Names(folded, None, ())
        return Names(folded, None if joined else first, (first, *joined))
    names = [used]
    for other in map(_written, inside):
        names += _with_other(used, other)
    return Names(folded, used if len(names) == 1 else None, tuple(names[:_MOST_NAMES]))


def _folded(text: str) -> str:
    """Without case and compatibility forms, each space one, none at the ends."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join("".join([one for one in folded if unicodedata.category(one) != "Cf"]).split())


def _spaced(text: str) -> str:
    """The text with a space between two words run together, where a capital stands after a small letter."""
    if " " in text or len(text) < 2 * _SHORTEST_RUN:
        return text
    plain = unicodedata.normalize("NFKC", text)
    if " " in plain:
        return text
    for place in range(_SHORTEST_RUN, len(plain) - _SHORTEST_RUN + 1):
        if plain[place].isupper() and _is_title(plain[:place]) and _is_title(plain[place:]):
            return f"{plain[:place]} {plain[place:]}"
    return text


def _is_title(word: str) -> bool:
    return word[0].isupper() and not any(letter.isupper() for letter in word[1:])


def _with_other(used: Written, other: Written) -> list[Written]:
    """The names that a name in brackets makes: itself, or in place of the first or the last word."""
    if len(other.words) != 1:
        return [other] if other.words else []
    if len(used.words) < 2:
        return [other]
    return [
        _made((*used.words[:-1], other.words[0]), used.initials, False),
        _made((other.words[0], *used.words[1:]), used.initials, False),
    ]


def _written(text: str) -> Written:
    return _ways_written(text)[0]


def _ways_written(text: str) -> tuple[Written, ...]:
    """The name; and with Arabic articles joined to their words, as some write it (Test Alprob, al-Prob)."""
    words, initials, plain = _tokens(text)
    kept = _of_servants([word.rpartition(_ARTICLE)[2] for word in words])
    first = _name_of(kept, initials, plain)
    if not any(_ARTICLE in word for word in words):
        return (first,)
    found = [first]
    for joined in (lambda word: word.replace(_ARTICLE, ""), _assimilated):
        found.append(
            replace(_name_of(_of_servants([*map(joined, words)]), initials, plain), joined=True, plain=False)
        )
    return tuple(found)


def _assimilated(word: str) -> str:
    """A word with its article as the article sounds before it: ar-Rashid and al-Rashid as Arrashid."""
    article, mark, rest = word.partition(_ARTICLE)
    sun = rules("scripts")["sun"].get(rest[:1])
    return f"{article[:1]}{sun}{rest}" if mark and sun and article.isalpha() else article + rest


def _tokens(text: str) -> tuple[list[str], list[str], str]:
    bare = _possessive().sub("", text.translate(_APOSTROPHES)).replace("'", "")
    plain = _DASHES.sub("-", _unmarked(bare))
    words: list[str] = []
    initials: list[str] = []
    for word, dot in _WORD.findall(plain):
        bare = _with_article_marked(word).replace("-", "")
        if bare in _titles():
            continue
        if len(bare) == 1 or (dot and len(bare) <= 2):
            initials.append(initial(sounds(bare)))
        elif len(words) > 1 and words[-1] in _small_words()["articles"]:
            words[-1] += _ARTICLE + bare
        elif (words and _is_particle(bare)) or (words and words[-1] in _before_a_surname()):
            words[-1] += bare
        else:
            words.append(bare)
    return words, initials, plain


def _name_of(words: list[str], initials: list[str], plain: str) -> Written:
    told = tuple(map(spoken, map(_in_alphabet(plain), words[:_MOST_WORDS])))
    return _made(told, tuple(initials[:_MOST_WORDS]), "," in plain)


def _in_alphabet(name: str) -> Callable[[str], str]:
    """Look-alike letters in the alphabet of the name: that of its letters that look like no other."""
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in name)
    if not cyrillic or name.isascii():
        return str
    to_latin, to_cyrillic = _look_alikes()
    sure = {letter for letter in name if letter.isalpha()} - to_latin.keys() - to_cyrillic.keys()
    if not sure or not all("\u0400" <= letter <= "\u052f" for letter in sure):
        return str
    table = str.maketrans(to_cyrillic)
    return lambda word: word.translate(table)


@cache
def _look_alikes() -> tuple[dict[str, str], dict[str, str]]:
    to_latin = letter_pairs("look_alikes")
    return to_latin, {latin: cyrillic for cyrillic, latin in to_latin.items()}


@cache
def _possessive() -> re.Pattern[str]:
    """An ending after an apostrophe: Test's, Testoğlu'nun."""
    endings = "|".join(rules("endings")["after_apostrophe"])
    return re.compile(rf"(?<=\w{{3}})'(?:{endings})(?!\w)")


def _with_article_marked(word: str) -> str:
    """A word with a mark between an Arabic article and the name: al-Test, at-Test."""
    first, dash, rest = word.partition("-")
    if dash and len(rest) > 2 and first in _small_words()["articles"]:
        return f"{first}{_ARTICLE}{rest}"
    article: str = rules("scripts")["article"]
    if len(word) > len(article) + 2 and word.startswith(article):
        return f"{article}{_ARTICLE}{word.removeprefix(article)}"
    return word


def _of_servants(words: list[str]) -> list[str]:
    """Arabic names: words for son are left out, Abd goes with the word after it, where two words are left."""
    if len(words) < 3:
        return words
    small = _small_words()
    found: list[str] = []
    servant = ""
    for place, word in enumerate(words):
        if word in small["sons"] and 0 < place < len(words) - 1:
            continue
        if word in small["servants"] and place < len(words) - 1:
            servant = rules("scripts")["servants"][word]
            continue
        found.append(servant + word)
        servant = ""
    return found


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {kind: frozenset(rules("scripts")[kind]) for kind in ("articles", "sons", "servants")}


def _made(words: tuple[Spoken, ...], initials: tuple[str, ...], turned: bool) -> Written:
    plain = len(words) == 2 and not initials
    return Written(words, initials, turned, plain, _surname(words, turned))


def _surname(words: tuple[Spoken, ...], turned: bool) -> int:
    """The first word before a comma; else the last with a surname ending; else the last that can be."""
    rest = [place for place, word in enumerate(words) if not word.patronymic] or [*range(len(words))]
    if turned or not rest:
        return rest[0] if rest else 0
    ending = [place for place in rest if any(form.step == DROPPED for form in words[place].forms.values())]
    return (ending or rest)[-1]


def _unmarked(text: str) -> str:
    return "".join([one for one in text if unicodedata.category(one)[0] != "M"])


def _is_particle(word: str) -> bool:
    """Whether a word makes a patronymic of the word before it, in any case."""
    if len(word) > _LONGEST_PARTICLE:
        return False
    return any(word.startswith(each) and word[len(each) :] in case_endings() for each in _particles())


@cache
def _before_a_surname() -> frozenset[str]:
    return folded_words("before_a_surname") - _small_words()["sons"]


@cache
def _particles() -> tuple[str, ...]:
    return (*words_listed("after_a_name"), *rules("endings")["particles"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.replace("-", "") for title in words_listed("titles"))
