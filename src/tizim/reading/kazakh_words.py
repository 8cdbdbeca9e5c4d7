"""The known words of Kazakh: stems of nouns and verbs, their skeletons, and the endings as patterns."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).parent / "data" / "kk"
_FOLD = str.maketrans("қғңұүөәіһёэih", "кгнууоаихееих")
# Latin letters that keyboards and old fonts put in place of Cyrillic ones, one for one.
_CLEAN = str.maketrans({"i": "і", "h": "һ", "\u04c0": "і", "ї": "і", "ў": "ұ", "ё": "е", "ə": "ә"})
_SOFT = {"п": "б", "к": "г", "қ": "ғ"}
_HARD = {"б": "п", "г": "к", "ғ": "қ"}


def skeleton(word: str) -> str:
    """A word without what keyboards lose: қ is к, ң is н, ұ and ү are у, і is и."""
    return word.translate(_FOLD)


def clean(word: str) -> str:
    """A word in small letters, with Latin look-alikes as the Cyrillic letters they stand for."""
    small = word.lower().replace("\u0307", "")
    return small.translate(_CLEAN) if any("а" <= letter <= "ӿ" for letter in small) else small


@dataclass(slots=True)
class Lexicon:
    """Stems with the base forms they belong to; ``loose`` has the same by skeleton."""

    nouns: dict[str, str] = field(default_factory=dict)
    verbs: dict[str, str] = field(default_factory=dict)
    adjectives: frozenset[str] = frozenset()

    def add_noun(self, entry: str) -> None:
        """Teach a noun, with the stem that stands before "his" where it differs."""
        word, *stems = entry.split()
        for stem in (word, *stems, *_softened(word)):
            self.nouns.setdefault(stem, word)

    def add_verb(self, entry: str) -> None:
        """Teach a verb by its infinitive."""
        word, *stems = entry.split()
        for stem in (*stems, stem_of(word)):
            for form in (stem, *_hardened(stem), *_rounded(stem)):
                self.verbs.setdefault(form, word)

    def folded(self) -> "Lexicon":
        """The same words under their skeletons."""
        return Lexicon(
            {skeleton(stem): word for stem, word in reversed(self.nouns.items())},
            {skeleton(stem): word for stem, word in reversed(self.verbs.items())},
            frozenset(skeleton(word) for word in self.adjectives),
        )


def stem_of(infinitive: str) -> str:
    """The stem of a verb: қамау has қама, қою has қой."""
    return infinitive[:-1] + "й" if infinitive.endswith("ю") else infinitive[:-1]


def _softened(word: str) -> tuple[str, ...]:
    """айып stands as айыб- before "his"."""
    return (word[:-1] + _SOFT[word[-1]],) if len(word) > 2 and word[-1] in _SOFT else ()


def _hardened(stem: str) -> tuple[str, ...]:
    return (stem[:-1] + _HARD[stem[-1]],) if stem[-1] in _HARD else ()


def _rounded(stem: str) -> tuple[str, ...]:
    """жабу has the converb жауып; жою stands for жо and у."""
    return (stem[:-1] + "у",) if stem.endswith("б") else (stem[:-1],) if stem.endswith("й") else ()


@cache
def table(name: str) -> dict[str, Any]:
    """One table of the Kazakh folder."""
    with (_DATA / f"{name}.yml").open(encoding="utf-8") as file:
        loaded: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader)
    return loaded


@cache
def lexicon() -> Lexicon:
    """The word list of the folder."""
    words = table("lexicon")
    known = Lexicon(adjectives=frozenset(_entries(words["adjectives"])))
    for entry in _entries(words["nouns"]):
        known.add_noun(entry)
    for word in _table_words():
        known.add_noun(word)
    listed = _entries(words["verbs"])
    stems = {stem_of(entry.split()[0]) for entry in listed} | {entry.split()[-1] for entry in listed}
    for entry in listed:
        if entry.split()[0] in words["not_passive"] or not _passive_of(stem_of(entry.split()[0]), stems):
            known.add_verb(entry)
    return known


def _table_words() -> list[str]:
    """Single words of the other tables that nouns are: places and what people are called."""
    places, people = table("places"), table("people")
    found: list[str] = []
    for key in ("towns", "regions", "states"):
        for name, others in places[key].items():
            found += [name, *others]
    for key in ("victims", "officials", "belongings", "things"):
        found += people[key]
    found += [title for titles in people["titles"].values() for title in titles]
    bare = [word.lower() for word in found if " " not in word and "=" not in word]
    return [word for word in bare if not word.endswith(_PARTICIPLES)]


_PARTICIPLES = ("ған", "ген", "қан", "кен", "ғандар", "гендер")


def _passive_of(stem: str, stems: set[str]) -> bool:
    """Whether a stem is the passive of another: қамал of қама. The voice is told apart from the word."""
    return any(
        stem.endswith(end) and stem[: -len(end)] in stems for end in ("ыл", "іл", "ын", "ін", "л", "н")
    )


def _entries(text: str) -> list[str]:
    return [entry.strip().lower() for entry in text.split(";") if entry.strip()]


@cache
def particles() -> dict[str, str]:
    """Words without endings, by skeleton."""
    return {skeleton(word): word for word in table("lexicon")["others"]}


@cache
def pronouns() -> dict[str, tuple[str, str]]:
    """The forms of the pronouns with their base form and case; by skeleton too."""
    found: dict[str, tuple[str, str]] = {}
    for base, forms in table("lexicon")["pronouns"].items():
        found[base] = (base, "nom")
        for case, written in forms.items():
            for word in written.split():
                found[word] = (base, case)
    return {**{skeleton(word): known for word, known in found.items()}, **found}


@cache
def loose_lexicon() -> Lexicon:
    """The word list by skeleton."""
    return lexicon().folded()


def _any(endings: list[str]) -> str:
    return "(?:" + "|".join(sorted(endings, key=len, reverse=True)) + ")"


@cache
def noun_tail(*, loose: bool = False) -> re.Pattern[str]:
    """What may follow the stem of a noun; the groups say what it is."""
    ends = table("endings")["noun"]
    chain = []
    for owner, where in (("", "bare"), (f"(?P<his>{_any(ends['his'])})", "after_his"),
                         (f"(?P<mine>{_any(ends['mine'])})", "after_mine")):  # fmt: skip
        cases = "|".join(f"(?P<{case}_{where}>{_any(forms)})" for case, forms in ends[where].items())
        chain.append(f"{owner}(?:{cases})?")
    body = "|".join(chain)
    source = (
        f"(?P<plural>{_any(ends['plural'])})?(?:{body})(?P<in_it>{_any(ends['in_it'])})?"
        f"(?P<tail>{_any(ends['tail'])})?(?P<like>ша|ше)?$"
    )
    return re.compile(source.translate(_FOLD_PATTERN) if loose else source)


@cache
def verb_tail(*, loose: bool = False) -> re.Pattern[str]:
    """What may follow the stem of a verb, up to the ending of its tense; endings of nouns may follow that."""
    ends = table("endings")["verb"]
    tenses = "|".join(
        f"(?P<{tense}>{_any(ends[tense])})"
        for tense in ("told", "lasting", "intent", "until", "present", "perfect", "past", "condition", "wish",
                      "converb", "future")
    )  # fmt: skip
    source = (
        f"(?P<passive>{_any(ends['passive'])})?(?P<negation>{_any(ends['negation'])})?"
        f"(?:(?:{tenses}|(?P<infinitive>[ую]))(?P<rest>.*))?$"
    )
    return re.compile(source.translate(_FOLD_PATTERN) if loose else source)


# Group names are Latin, so folding the pattern touches endings alone.
_FOLD_PATTERN = {code: letter for code, letter in _FOLD.items() if chr(code) not in "ih"}
