"""Sentences made harder or lighter: "the court replaced his restriction of liberty with imprisonment"."""

from itertools import pairwise

from tizim.reading.inflected.entries import Entry, role
from tizim.reading.inflected.events import Event, Told, unreal
from tizim.reading.inflected.numbers import Length
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark

_KINDS = frozenset({"imprisonment", "restriction_of_liberty", "suspended", "probation", "house_arrest",
                    "community_service", "pretrial", "life_imprisonment"})  # fmt: skip
_HARD = frozenset({"imprisonment", "life_imprisonment"})
_REACH = 16
_ENTRY = Entry("sentence", ("",), (role("dat"), role("gen")))
_FREE = frozenset({"person", "pronoun", "noun", "group"})


def conversion_of(told: Told) -> Event | None:
    """The conversion of a sentence: into prison it is a ``sentence``, out of prison a ``release``."""
    for mark in told.sentence.of("converting"):
        if unreal(told, mark.first, "active", None, _ENTRY):
            continue
        pair = _pair(told, mark)
        if pair is not None:
            return _event(told, mark, pair)
    return None


def _pair(told: Told, mark: Mark) -> tuple[Mark | None, Mark] | None:
    """The penalty that was and the one that is; what was may only be called "the rest of the term"."""
    near = [
        one for one in told.sentence.of("penalty")
        if one.value in _KINDS and abs(one.first - mark.first) <= _REACH
        and told.clauses.same(one.first, mark.first)
    ]  # fmt: skip
    for first, second in pairwise(near):
        if first.value != second.value and mark.first < second.first:
            return first, second
    rest = any(told.clauses.same(one.first, mark.first) for one in told.sentence.of("court_term"))
    return (None, near[-1]) if rest and near and near[-1].first > mark.first else None


def _event(told: Told, mark: Mark, pair: tuple[Mark | None, Mark]) -> Event:
    old, new = pair
    length = _length(told, new)
    value = f"{new.value} {length.iso}" if length else str(new.value)
    was = str(old.value) if old else "restriction_of_liberty" if new.value in _HARD else "imprisonment"
    event = Event(
        "sentence" if new.value in _HARD else "release",
        _ENTRY,
        mark.first,
        new.last,
        "active",
        words="conversion",
    )
    event.outcome = f"{value}; converted_from {was}"
    event.who = _whose(told, mark)
    event.dropped, event.role = event.who is None, "whose penalty"
    return event


def _length(told: Told, new: Mark) -> Length | None:
    near = [one for one in told.lengths if one.iso and told.clauses.same(one.first, new.first)]
    return min(near, key=lambda one: abs(one.first - new.first)) if near else None


def _whose(told: Told, mark: Mark) -> Who | None:
    """Whose penalty it is: somebody in the dative or the genitive, not the court."""
    people = [
        who
        for who in told.whos
        if who.kind in _FREE and not who.official and who.cases & {"dat", "gen", "acc"}
    ]
    same = [who for who in people if told.clauses.same(who.head, mark.first)] or people
    return same[0] if same else None
