"""Scores of readers: what was found in a text beside what a careful person found in it.

Persons: a person is right if the name or a form, case folded, is the name, the base form or a form of one
that was wanted; mentions are right if they stand at the same place. Claims: the same act, and the same
person, an overlapping count of a group, or the same organisation; one to one. A field is right where it is
the same, and where it is missing in both; a date may be more exact than a vague one that was wanted.
Figures: the same number; one to one. Optional claims are neither asked for nor held against a reader.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bench.reading_fields import articles_right, date_right, folded, outcome_right, place_right, stems

Document = dict[str, Any]
Claim = dict[str, Any]
FIELDS = ("date", "place", "article", "outcome", "role")
_ALL = ("date", "article", "outcome", "role")
_NO_LIMIT = 10**9


@dataclass(frozen=True, slots=True)
class Count:
    """How many were right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of the found that is right; one where nothing was to be found and nothing was."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """The share of the wanted that is found; one where nothing was to be found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """The counts of one or more texts by measure and by act; the claims missed and those too many.

    ``wrong`` has the claims found of which a field is wrong: document, claim wanted, field, what was found.
    """

    measures: dict[str, Count] = field(default_factory=dict)
    acts: dict[str, Count] = field(default_factory=dict)
    missed: list[tuple[str, Claim]] = field(default_factory=list)
    extra: list[tuple[str, Claim]] = field(default_factory=list)
    wrong: list[tuple[str, Claim, str, object]] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Takes in the counts of another text."""
        for mine, others in ((self.measures, other.measures), (self.acts, other.acts)):
            for name, count in others.items():
                mine[name] = mine.get(name, Count()) + count
        self.missed += other.missed
        self.extra += other.extra
        self.wrong += other.wrong


def scored(wanted: Document, found: Document, text: str) -> Score:
    """One text: the document as annotated, as read, and the text itself."""
    score = Score()
    _score_persons(score, people(wanted), people(found), text)
    _score_claims(score, wanted, found)
    _score_figures(score, wanted["figures"], found.get("figures") or [])
    return score


# Persons


@dataclass(frozen=True, slots=True)
class Named:
    """A person of a document: the name, the forms as written, and the keys it is known by."""

    name: str | None
    forms: tuple[str, ...]
    keys: frozenset[str]


def people(document: Document) -> list[Named]:
    """The persons of a document in the flat form; a bare string is a name."""
    return [_named(person) for person in document.get("persons") or []]


def _named(person: Any) -> Named:
    if isinstance(person, str):
        person = {"name": person}
    forms = tuple(form for form in (person.get("name"), *(person.get("forms") or ())) if form)
    lemma = (person["lemma"],) if person.get("lemma") else ()
    return Named(person.get("name"), forms, frozenset(folded(form) for form in (*forms, *lemma)))


def places(text: str, forms: Iterable[str]) -> set[tuple[int, int]]:
    """Where the forms stand in the text, the longest first, none over another."""
    taken: set[int] = set()
    out = set()
    for form in sorted(set(forms), key=len, reverse=True):
        for hit in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if taken.isdisjoint(range(*hit.span())):
                out.add(hit.span())
                taken.update(range(*hit.span()))
    return out


def _score_persons(score: Score, wanted: list[Named], found: list[Named], text: str) -> None:
    free, right = list(wanted), 0
    for person in found:
        hit = next((one for one in free if one.keys & person.keys), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    score.measures["persons"] = Count(right, len(found), len(wanted))
    mine, theirs = (places(text, (form for one in side for form in one.forms)) for side in (wanted, found))
    score.measures["mentions"] = Count(len(mine & theirs), len(theirs), len(mine))


# Claims


def fields_right(wanted: Claim, found: Claim) -> dict[str, bool]:
    """Which fields of a claim are right."""
    right = {
        "date": date_right(wanted["date"], found.get("date")),
        "place": place_right(wanted["place"], found.get("place")),
        "article": articles_right(wanted["article"], found.get("article")),
        "outcome": outcome_right(wanted["outcome"], found.get("outcome")),
        "role": (found.get("role") or "victim") == wanted["role"],
    }
    return right | {"all four": all(right[name] for name in _ALL)}


def _bounds(claim: Claim) -> tuple[float, float] | None:
    low, high = claim.get("count_min"), claim.get("count_max")
    if low is None and high is None:
        return None
    lowest, highest = low or 0, _NO_LIMIT if high is None else high
    return (lowest * 0.9, highest * 1.1) if claim.get("approx") else (lowest, highest)


def same_subject(wanted: Claim, found: Claim, keys: dict[str | None, frozenset[str]]) -> bool:
    """The same organisation, the same person, or counts that overlap."""
    if wanted.get("org"):
        mine, theirs = folded(wanted["org"]), folded(found.get("org") or found.get("person"))
        return bool(theirs) and (mine in theirs or theirs in mine)
    if wanted["person"] is not None:
        known = keys.get(wanted["person"], {folded(wanted["person"])})
        return bool(found.get("person")) and folded(found["person"]) in known
    return not found.get("person") and _counts_overlap(_bounds(wanted), _bounds(found))


def _counts_overlap(mine: tuple[float, float] | None, theirs: tuple[float, float] | None) -> bool:
    if mine is None or theirs is None:
        return False
    overlap = mine[0] <= theirs[1] and theirs[0] <= mine[1]
    return overlap and (theirs[1] < _NO_LIMIT or mine[1] >= _NO_LIMIT or theirs[0] == mine[0])


def _fits(wanted: Claim, found: Claim, keys: dict[str | None, frozenset[str]]) -> bool:
    return wanted["act"] == found.get("act") and same_subject(wanted, found, keys)


def _pairs(
    asked: list[Claim], found: list[Claim], keys: dict[str | None, frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """One to one, those with the most fields right first."""
    ranked = sorted(
        (-sum(fields_right(a, b).values()), _bounds(a) != _bounds(b), a["quote"] != b.get("quote"), i, j)
        for i, a in enumerate(asked)
        for j, b in enumerate(found)
        if _fits(a, b, keys)
    )
    mine, theirs = set(), set()
    for *_, i, j in ranked:
        if i not in mine and j not in theirs:
            mine.add(i)
            theirs.add(j)
            yield i, j


def pairs_of(wanted: Document, given: list[Claim]) -> list[tuple[Claim, Claim]]:
    """The claims asked for that were found, each with what was found."""
    keys: dict[str | None, frozenset[str]] = {one.name: one.keys for one in people(wanted)}
    asked = [claim for claim in wanted["claims"] if not claim.get("optional")]
    return [(asked[i], given[j]) for i, j in _pairs(asked, given, keys)]


def _score_claims(score: Score, wanted: Document, found: Document) -> None:
    keys: dict[str | None, frozenset[str]] = {one.name: one.keys for one in people(wanted)}
    asked = [claim for claim in wanted["claims"] if not claim.get("optional")]
    spare = [claim for claim in wanted["claims"] if claim.get("optional")]
    given = list(found.get("claims") or [])
    pairs = dict(_pairs(asked, given, keys))
    extra = _not_excused([one for at, one in enumerate(given) if at not in pairs.values()], spare, keys)
    counted = len(pairs) + len(extra)
    right = [fields_right(asked[i], given[j]) for i, j in pairs.items()]
    score.measures["claims"] = Count(len(pairs), counted, len(asked))
    for name in (*FIELDS, "all four"):
        score.measures[f"claims + {name}"] = Count(sum(one[name] for one in right), counted, len(asked))
    score.missed = [(wanted["id"], one) for at, one in enumerate(asked) if at not in pairs]
    score.extra = [(wanted["id"], one) for one in extra]
    score.wrong = [
        (wanted["id"], asked[i], name, given[j].get(name))
        for (i, j), fields in zip(pairs.items(), right, strict=True)
        for name in FIELDS
        if not fields[name]
    ]
    _score_acts(score, asked, [asked[i] for i in pairs], extra)


def _not_excused(
    extra: list[Claim], spare: list[Claim], keys: dict[str | None, frozenset[str]]
) -> list[Claim]:
    """The claims too many that no optional claim excuses; each excuses one."""
    spare, out = list(spare), []
    for claim in extra:
        excuse = next((one for one in spare if _fits(one, claim, keys)), None)
        if excuse is None:
            out.append(claim)
        else:
            spare.remove(excuse)
    return out


def _score_acts(score: Score, asked: list[Claim], right: list[Claim], extra: list[Claim]) -> None:
    wanted, hits, over = (Counter(str(one.get("act")) for one in side) for side in (asked, right, extra))
    for act in wanted | over:
        score.acts[act] = Count(hits[act], hits[act] + over[act], wanted[act])


# Figures


def _likeness(wanted: dict[str, Any], found: dict[str, Any]) -> tuple[bool, bool]:
    as_of = date_right(wanted.get("as_of"), found.get("as_of"))
    return as_of, bool(stems(wanted["what"]) & stems(found.get("what")))


def _score_figures(score: Score, wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    ranked = sorted(
        (-sum(_likeness(a, b)), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(found)
        if a["count"] == b.get("count")
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    like = [_likeness(wanted[i], found[j]) for i, j in pairs.items()]
    for name, right in (
        ("figures", len(pairs)),
        ("figures + as_of", sum(as_of for as_of, _ in like)),
        ("figures + what", sum(what for _, what in like)),
    ):
        score.measures[name] = Count(right, len(found), len(wanted))
