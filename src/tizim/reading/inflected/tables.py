"""The word tables of a language with cases, ready for finding their phrases in a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tizim.reading.errors import WordListError
from tizim.reading.inflected.entries import Entry, entries_in
from tizim.reading.inflected.words import Analyst, plain
from tizim.reading.tokens import tokens
from tizim.reading.tongue import Tongue

DATA = Path(__file__).parent.parent / "data"
TABLES = (
    "acts",
    "penalties",
    "time",
    "numbers",
    "people",
    "names",
    "places",
    "articles",
    "grammar",
    "layout",
    "weights",
)
_KEPT = 200_000
GAP = "..."
"""Up to three words may stand where a phrase has these dots."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase of the tables: what each word must be (a base form, ``=form``, or a gap) and what it means.

    ``second`` is the next word that must stand in the sentence, empty for a phrase of one word.
    """

    parts: tuple[str, ...]
    kind: str
    value: Any
    phrase: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The phrases that a word can open: all, those without a second word, the second words of the rest."""

    phrases: tuple[Pattern, ...]
    short: tuple[Pattern, ...]
    seconds: frozenset[str]

    def among(self, stands: set[str]) -> tuple[Pattern, ...]:
        """Those of the phrases that may stand where these words stand."""
        return self.short if self.seconds.isdisjoint(stands) else self.phrases


def _opened(phrases: tuple[Pattern, ...]) -> Opened:
    short = tuple(one for one in phrases if not one.second)
    return Opened(phrases, short, frozenset(one.second for one in phrases if one.second))


@dataclass(slots=True)
class Lexicon:
    """All tables of one language; ``index`` finds a phrase by its first word, ``opened`` by a written one."""

    tongue: Tongue
    tables: dict[str, Any]
    analyst: Analyst
    index: dict[str, list[Pattern]] = field(default_factory=dict)
    opened: dict[str, Opened] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    sets: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    cut: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bags: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.tongue.code

    def add(self, phrase: str, kind: str, value: Any = None) -> None:
        """Teaches one phrase one meaning."""
        parts = self.parts(phrase)
        if not parts:
            raise WordListError(f"An empty phrase stands in the tables of {self.language} ({kind}).")
        second = next((part for part in parts[1:] if part != GAP), "")
        self.index.setdefault(parts[0], []).append(Pattern(parts, kind, value, phrase, second))

    def starting(self, lower: str) -> Opened:
        """The phrases that a word, written in small letters, can open."""
        found = self.opened.get(lower)
        if found is None:
            if len(self.opened) > _KEPT:
                self.opened.clear()
            keys = ("=" + plain(lower), *sorted(self.analyst.analysis(lower).lemmas))
            phrases = tuple(one for key in keys for one in self.index.get(key, ()))
            found = self.opened[lower] = _opened(phrases)
        return found

    def parts(self, phrase: str) -> tuple[str, ...]:
        """The words of a phrase in base form; ``=`` keeps the written form, dots are a gap."""
        known = self.cut.get(phrase)
        if known is None:
            known = self.cut[phrase] = tuple(self._parts(str(phrase)))
        return known

    def words_of(self, phrases: tuple[str, ...]) -> frozenset[str]:
        """All words of some phrases, written forms without their mark."""
        known = self.bags.get(phrases)
        if known is None:
            parts = (part for phrase in phrases for part in self.parts(phrase))
            known = self.bags[phrases] = frozenset(part.lstrip("=") for part in parts)
        return known

    def _parts(self, phrase: str) -> list[str]:
        out: list[str] = []
        for piece in phrase.split():
            if piece == GAP:
                out.append(GAP)
            elif piece.startswith("~") and len(piece) > 1:
                out.append(plain(piece[1:]))
            elif piece.startswith("=") and len(piece) > 1:
                out.append("=" + plain(piece[1:]))
            else:
                out.extend(self.analyst.base(token.lower) for token in tokens(piece, 0, len(piece)))
        return out

    def sort(self) -> None:
        """Puts longer phrases before shorter ones."""
        for patterns in self.index.values():
            patterns.sort(key=lambda pattern: -len(pattern.parts))

    def set(self, table: str, key: str) -> frozenset[str]:
        """The base forms of the single words under one key of one table."""
        found = self.sets.get((table, key))
        if found is None:
            words = _listed(self.tables[table].get(key) or [])
            found = frozenset(" ".join(self.parts(word)) for word in words)
            self.sets[(table, key)] = found
        return found


def lexicon_of(tongue: Tongue, folder: Path | None = None) -> Lexicon:
    """The tables of a tongue; ``folder`` is that of its code unless another one is given."""
    import yaml

    place = folder or DATA / tongue.code
    tables: dict[str, Any] = {}
    for name in TABLES:
        path = place / f"{name}.yml"
        tables[name] = (
            (yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or {}) if path.exists() else {}
        )
    lexicon = Lexicon(tongue, tables, Analyst(tongue))
    lexicon.entries = list(entries_in(tables["acts"]))
    for phrase, kind, value in _senses(lexicon):
        lexicon.add(phrase, kind, value)
    lexicon.sort()
    return lexicon


_Sense = tuple[str, str, Any]
_VALUED = {
    "time": (
        "months",
        "weekdays",
        "seasons",
        "units",
        "lengths",
        "relative",
        "unit_adjectives",
        "measured_from",
    ),
    "numbers": ("units", "ordinals", "scales", "vague", "currencies", "printed"),
    "people": ("pronouns", "members"),
    "articles": (),
}
_PLAIN = {
    "time": ("year_words", "ago", "later", "before", "since", "since_after", "last", "until", "until_after",
    "future", "born", "as_of",
             "from_start",
             "day_words", "day_ending", "month_words", "age_words", "half", "range_from", "earlier",
             "compared"),
    "numbers": ("rest", "collective", "all_words", "of_them", "even", "others"),
    "people": ("victims", "officials", "kin", "belongings", "things", "prisoners", "called", "former"),
    "names": ("family", "organisational"),
    "places": ("place_words", "of_place", "origin", "out_of"),
    "articles": ("article", "part", "number_before", "same_article"),
    "grammar": ("breaks", "relative", "and", "negations", "unreal", "unreal_after", "prosecution",
    "passed_over",
                "carriers", "reported", "reported_after", "may", "judged", "prepositions", "postpositions",
                "possessive", "auxiliary", "benefit", "coordinating", "quoting", "summary", "including",
                "causes", "conditional", "speaking", "office_crimes", "background",
                "ending", "together", "of_nobody", "decrees", "causes_after", "writing", "that_ruling",
                "namely", "deeds", "starts", "except", "about", "refuting", "talking", "within"),
    "penalties": ("possible", "in_absentia", "converting", "each", "respectively", "fine_units", "already",
                  "asked", "on_top", "up_to", "lessening", "instead",
                  "instead_after"),
}  # fmt: skip


def _senses(lexicon: Lexicon) -> Iterator[_Sense]:
    tables = lexicon.tables
    yield from _listed_senses(tables)
    yield from _act_senses(lexicon)
    for row in tables["layout"].get("headings") or []:
        for phrase in row["words"]:
            yield str(phrase), "heading", row
    for table, key, kind in _GROUPED:
        yield from _grouped(tables[table].get(key), kind)
    for phrase in _listed((tables["people"].get("titles") or {}).get("occupation") or []):
        yield phrase, "occupation", phrase
    yield from _penalty_senses(tables["penalties"])
    yield from _place_senses(tables["places"])
    yield from _article_senses(tables["articles"])


_GROUPED = (
    ("people", "titles", "title"), ("people", "agencies", "agency"), ("people", "sexes", "sexes"),
    ("people", "one_of_kin", "one_of_kin"),
    ("numbers", "bounds", "bound"), ("numbers", "bounds_after", "bound_after"),
    ("grammar", "certainty", "certainty"),
)  # fmt: skip


def _listed_senses(tables: dict[str, Any]) -> Iterator[_Sense]:
    """The phrases that the tables list plainly, and those to which they give a value."""
    for table, keys in _VALUED.items():
        for key in keys:
            for phrase, value in (tables[table].get(key) or {}).items():
                yield str(phrase), _kind(table, key), value
    for table, keys in _PLAIN.items():
        for key in keys:
            for phrase in _listed(tables[table].get(key) or []):
                yield phrase, key, key


def _kind(table: str, key: str) -> str:
    """The kind of a meaning; numbers and times both have units."""
    return "number" if (table, key) == ("numbers", "units") else "unit" if key == "units" else key


def _listed(words: Any) -> list[str]:
    """A list of phrases, also where it is written as one string of words."""
    return words.split() if isinstance(words, str) else [str(word) for word in words]


def _grouped(table: dict[str, list[str]] | None, kind: str) -> Iterator[_Sense]:
    for value, phrases in (table or {}).items():
        for phrase in _listed(phrases):
            yield phrase, kind, value


def _act_senses(lexicon: Lexicon) -> Iterator[_Sense]:
    near: set[str] = set()
    for entry in lexicon.entries:
        for phrase in entry.words:
            yield phrase, "act", entry
            if lexicon.tables["grammar"].get("verb_last") and _may_part(phrase, lexicon):
                yield _parted(phrase), "act", entry
        near.update(_phrases(entry.near), entry.blocked)
    for phrase in sorted(near):
        yield phrase, "near", phrase


def _may_part(phrase: str, lexicon: Lexicon) -> bool:
    """Whether words may stand before the verb of a phrase: not before those that mean anything
    (``close_verbs``)."""
    words = phrase.split()
    return (
        len(words) > 1
        and GAP not in words
        and lexicon.parts(words[-1])[0] not in lexicon.set("grammar", "close_verbs")
    )


def _parted(phrase: str) -> str:
    """A phrase whose last word, the verb, may stand some words on."""
    *words, verb = phrase.split()
    return " ".join((*words, GAP, verb))


def _phrases(near: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for group in near:
        yield from group


def _penalty_senses(table: dict[str, Any]) -> Iterator[_Sense]:
    others = set(_PLAIN["penalties"]) | {"court_terms", "default"}
    for kind, phrases in table.items():
        if kind not in others:
            for phrase in _listed(phrases):
                yield phrase, "penalty", kind
    for phrase, kind in (table.get("court_terms") or {}).items():
        yield str(phrase), "court_term", kind


def _place_senses(table: dict[str, Any]) -> Iterator[_Sense]:
    for key in ("towns", "regions", "states"):
        for name, others in _named(table.get(key) or {}):
            yield (name if " " in name else f"~{name}"), "place", (name, key)
            for other in others:
                yield other, "place_word", (name, key)


def _named(places: Any) -> Iterator[tuple[str, list[str]]]:
    if isinstance(places, dict):
        for name, others in places.items():
            yield str(name), _listed(others or [])
    else:
        for name in _listed(places):
            yield name, []


def _article_senses(table: dict[str, Any]) -> Iterator[_Sense]:
    for book in table.get("books") or []:
        for phrase in book["words"]:
            yield str(phrase), "book", book["suffix"]
    yield from _grouped(table.get("countries"), "country")
