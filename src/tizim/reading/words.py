"""The words of a language as data: every phrase of the YAML tables with what it can mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tizim.reading.errors import WordListError
from tizim.reading.tokens import tokens

_DATA = Path(__file__).parent / "data"
_LISTS = (
    "grammar",
    "people",
    "numbers",
    "penalties",
    "places",
    "names",
    "articles",
    "layout",
    "acts",
    "things",
)


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a phrase: its kind (``be``, ``act``, ``month`` …) and a value."""

    kind: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class ActWord:
    """A word that reports an act: which act, how it takes its victim, in which form it stands."""

    act: str
    shape: str
    form: str = ""
    detail: str | None = None
    outcome: str | None = None
    by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


Meanings = tuple[tuple[str, tuple[Any, ...]], ...]  # each kind of meaning with its values


@dataclass(slots=True)
class Bucket:
    """What begins with one word: the word alone, and longer phrases by their second word, longest first."""

    single: Meanings = ()
    longer: dict[str, tuple[tuple[tuple[str, ...], Meanings], ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Words:
    """All word lists of one language; ``phrases`` finds a phrase by its first word, once they are sorted."""

    language: str
    tables: dict[str, Any]
    senses: dict[tuple[str, ...], list[Sense]] = field(default_factory=dict)
    phrases: dict[str, Bucket] = field(default_factory=dict)
    sets: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def add(self, phrase: str, sense: Sense) -> None:
        """Teach one phrase one meaning."""
        parts = tuple(token.lower for token in tokens(phrase, 0, len(phrase)))
        if not parts:
            raise WordListError(
                f"An empty phrase stands in the word lists of {self.language} ({sense.kind})."
            )
        self.senses.setdefault(parts, []).append(sense)

    def sort(self) -> None:
        """Puts the phrases under their first words, longer ones before shorter ones."""
        for parts, senses in sorted(self.senses.items(), key=lambda item: -len(item[0])):
            bucket = self.phrases.setdefault(parts[0], Bucket())
            if len(parts) == 1:
                bucket.single = _meanings(senses)
            else:
                known = bucket.longer.get(parts[1], ())
                bucket.longer[parts[1]] = (*known, (parts, _meanings(senses)))

    def set(self, table: str, key: str) -> frozenset[str]:
        """The words under one key of one table, in small letters."""
        found = self.sets.get((table, key))
        if found is None:
            found = frozenset(str(word).lower() for word in self.tables[table][key])
            self.sets[(table, key)] = found
        return found


def _meanings(senses: list[Sense]) -> Meanings:
    kinds: dict[str, list[Any]] = {}
    for sense in senses:
        kinds.setdefault(sense.kind, []).append(sense.value)
    return tuple((kind, tuple(values)) for kind, values in kinds.items())


def inflections(entry: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb as (form, phrase): ``base``, ``s``, ``past``, ``part``, ``ing``.

    A regular verb is one word with its particles ("lock up"); an irregular one lists all five forms,
    each with the particles.
    """
    words = entry.split()
    if len(words) >= 5 and len(words) % 5 == 0:
        step = len(words) // 5
        forms = [" ".join(words[at : at + step]) for at in range(0, len(words), step)]
        last = forms[4].split()[0]
        if last == "~" or (last.endswith("ing") and last[0] in {form[0] for form in forms[:3]}):
            yield from zip(("base", "s", "past", "part", "ing"), forms, strict=True)
            return
    verb, rest = words[0], "".join(f" {word}" for word in words[1:])
    for form, inflected in _regular(verb):
        yield form, inflected + rest


def _regular(verb: str) -> Iterator[tuple[str, str]]:
    yield "base", verb
    forms = _verb_forms()["irregular"].get(verb)
    if forms is not None:
        yield from zip(("s", "past", "part", "ing"), forms, strict=True)
        return
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    stem = verb + verb[-1] if verb in _verb_forms()["doubling"] else stem
    sibilant = verb.endswith(("s", "sh", "ch", "x"))
    falling = verb.endswith("y") and verb[-2:-1] not in "aeiou"
    yield "s", verb[:-1] + "ies" if falling else verb + ("es" if sibilant else "s")
    past = verb[:-1] + "ied" if falling else stem + ("d" if verb.endswith("ee") else "ed")
    yield from (("past", past), ("part", past), ("ing", stem + "ing"))


@cache
def _verb_forms() -> dict[str, Any]:
    """Irregular verbs with their forms, and those that double their last letter."""
    forms: dict[str, Any] = table_of("en", "verbs")
    return forms


@cache
def table_of(language: str, name: str, /) -> Any:
    """One of the tables of a language as it is written, read once."""
    import yaml

    return yaml.load((_DATA / language / f"{name}.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def has_table(language: str, name: str, /) -> bool:
    """Whether a language has a table of this name."""
    return (_DATA / language / f"{name}.yml").is_file()


@cache
def words_of(language: str, /) -> Words:
    """The word lists of a language, read once."""
    tables = {name: table_of(language, name) for name in _LISTS}
    words = Words(language, tables)
    for phrase, sense in _all_senses(tables):
        words.add(phrase, sense)
    words.sort()
    return words


@cache
def set_of(language: str, table: str, key: str) -> frozenset[str]:
    """The words under one key of one table of a language, in small letters."""
    return words_of(language).set(table, key)


def _all_senses(tables: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    yield from _act_senses(tables["acts"], tables["grammar"])
    yield from _grammar_senses(tables["grammar"])
    yield from _people_senses(tables["people"])
    yield from _number_senses(tables["numbers"])
    yield from _penalty_senses(tables["penalties"])
    for town in (*tables["places"]["towns"], *tables["places"]["states"], *tables["places"]["regions"]):
        yield town, Sense("place", town)


def _act_senses(
    acts: dict[str, dict[str, list[str]]], grammar: dict[str, Any]
) -> Iterator[tuple[str, Sense]]:
    for act, shapes in acts.items():
        for shape, entries in shapes.items():
            for entry in entries:
                for owner in _OWNERS if "{his}" in entry else ("",):
                    yield from _act_phrases(act, shape, entry.replace("{his}", owner))
    for forbidding in grammar["forbidding"]:
        for activity in grammar["activities"]:
            yield f"{forbidding} {activity}", Sense("act", ActWord("ban_on_activity", "subject", "fixed"))


_OWNERS = ("his", "her", "their")


def _act_phrases(act: str, shape: str, entry: str) -> Iterator[tuple[str, Sense]]:
    phrase, note = _noted(entry)
    detail, outcome = note.get("detail"), note.get("outcome")
    needs = tuple(note["needs"].split(",")) if "needs" in note else ()
    if shape == "fixed":
        yield phrase, Sense("act", ActWord(act, "subject", "fixed", detail, outcome, (), needs))
    elif shape in ("verbs", "subject"):
        for form, inflected in (*inflections(phrase), *_of_being(phrase)):
            if inflected.startswith("~"):
                continue
            yield inflected, Sense("act", ActWord(act, shape, form, detail, outcome, (), needs))
    else:
        by = tuple(note["by"].split(",")) if "by" in note else ()
        yield phrase, Sense("act", ActWord(act, shape, "", detail, outcome, by, needs))


def _of_being(phrase: str) -> Iterator[tuple[str, str]]:
    """The plural of "be a suspect", and its forms with an adverb inside: "is now a suspect"."""
    if not phrase.startswith("be "):
        return
    rest = phrase.removeprefix("be ")
    for form, be in (("s", "is"), ("s", "are"), ("past", "was"), ("past", "were")):
        if be in ("are", "were"):
            yield form, f"{be} {rest}"
        for adverb in _BETWEEN:
            yield form, f"{be} {adverb} {rest}"


_BETWEEN = ("now", "still", "also", "currently", "already", "later", "then", "both", "reportedly")


def _noted(entry: str) -> tuple[str, dict[str, str]]:
    """An entry "phrase|key=value|key=value forms…" without its notes, and the notes.

    ``by`` of a state gives the beginnings of the verbs that it may hang on; ``needs`` what must stand there,
    one of it: ``hours``, ``agent`` (an investigator), ``online`` (an account), ``state``, ``place``.
    """
    phrase, *notes = entry.split("|")
    found: dict[str, str] = {}
    for note in notes:
        key, value = note.split("=", 1)
        known = value.split(" ")
        if len(known) > 1 and key == "outcome":
            phrase, value = f"{phrase} {' '.join(known[1:])}", known[0]
        found[key] = value
    return phrase, found


def _grammar_senses(grammar: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    plain = {"be", "have", "modals", "negations", "demand", "prosecution", "clause_breaks", "relative"}
    plain |= {
        "passed_over",
        "prisons",
        "leaving",
        "proceeding",
        "converting",
        "suffering",
        "refusing",
        "closing",
        "listings",
        "listing_context",
        "family",
        "prepositions",
        "each",
        "attribution",
        "passing",
        "perfect_summary",
    }
    for kind in plain:
        yield from _each(kind, grammar[kind])
    for kind in ("light", "give", "receive"):
        for entry in grammar[kind]:
            for form, inflected in inflections(entry):
                yield inflected, Sense(kind, form)
    for act, phrases in grammar["facilities"].items():
        yield from _each("facility", phrases, ActWord(act, "states"))
    for degree, phrases in grammar["certainty"].items():
        yield from _each("certainty", phrases, degree)


def _each(kind: str, phrases: Iterable[object], value: Any = None) -> Iterator[tuple[str, Sense]]:
    for phrase in phrases:
        yield str(phrase), Sense(kind, value)


def _people_senses(people: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    for kind in (
        "victims",
        "victim_singular",
        "officials",
        "agents",
        "kinship",
        "belongings",
        "body",
        "cases",
        "counted_things",
    ):
        yield from _each(kind, people[kind])
    for kind, agencies in people["agencies"].items():
        yield from _each("agencies", agencies, kind)
    for kind, titles in people["titles"].items():
        yield from _each("title", titles, kind)


def _number_senses(numbers: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    for kind in ("units", "scales", "vague", "weekdays", "months", "time_units", "currencies"):
        for phrase, value in numbers[kind].items():
            yield phrase, Sense(kind, value)
    for bound, phrases in numbers["bounds"].items():
        yield from _each("bound", phrases, bound)
    yield from _each("fine_unit", numbers["fine_units"])


def _penalty_senses(penalties: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    for kind, phrases in penalties.items():
        if kind == "in_absentia":
            continue
        if kind == "life":
            yield from _each("life", phrases["imprisonment"], "life_imprisonment")
        else:
            yield from _each("possible" if kind == "possible" else "penalty", phrases, kind)
