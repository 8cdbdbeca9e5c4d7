"""Acts that happened as a sentence tells them and that no rule ties to anybody, and who may be meant."""

from collections.abc import Iterator
from dataclasses import dataclass

from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.focus import Focus
from tizim.reading.inflected.penalties import settle
from tizim.reading.inflected.sharing import share_out
from tizim.reading.inflected.telling import happened, specific
from tizim.reading.inflected.untied_bars import is_barred, is_other
from tizim.reading.inflected.untied_signs import (
    signs_named_here,
    signs_of_act,
    signs_of_people,
    signs_of_verb,
    signs_spoken_of,
)
from tizim.reading.inflected.verb_last_victims import are_people
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark

_REACH, _ROW, _LABEL, _FAR = 4, 2, 4, 99


@dataclass(frozen=True, slots=True)
class Chance:
    """Somebody whom an act may have hit, with the signs for and against; ``who`` where the sentence names
    them."""

    event: Event
    people: tuple[int, ...]
    who: Who | None
    signs: tuple[str, ...]


def untied_acts(told: Told, events: list[Event]) -> Iterator[Event]:
    """The acts of triggers of which no event came, with their penalties; none of organisations, and none
    whose clause speaks of people without names."""
    taken = [(event.first, event.last) for event in events]
    for mark in told.sentence.of("act"):
        inside = any(first < mark.last and mark.first < last for first, last in taken)
        if inside or mark.first in told.articles or told.sentence.is_at("place", mark.first):
            continue
        event = _first(told, mark)
        if event is not None and not is_barred(told, event):
            yield from _with_penalties(told, event, events)


def is_untied(event: Event) -> bool:
    """Whether a rule found an act and leaves open whom a pronoun or nothing at all means."""
    return event.dropped if event.who is None else event.who.kind == "pronoun"


def _first(told: Told, mark: Mark) -> Event | None:
    """What a trigger tells by the first of its entries that holds."""
    for entry in specific(mark):
        found = None if entry.org else happened(told, mark, entry)
        if found is not None and not (told.verb_last and are_people(told, found[2], found[0])):
            return found[0]
    return None


def _with_penalties(told: Told, event: Event, events: list[Event]) -> list[Event]:
    """The act that its penalties make, of those that belong to no other act."""
    share_out(told, [event])
    event.lengths = [one for one in event.lengths if not any(one in other.lengths for other in events)]
    event.money = [one for one in event.money if not any(one in other.money for other in events)]
    return settle(event)


def chances_of(event: Event, scene: Scene, focus: Focus) -> list[Chance]:
    """Everybody whom the sentence names, and those spoken of just before; nobody who acts for the state or
    for another, who only speaks, or whose kin and things alone are meant."""
    told, found = scene.told, dict[tuple[int, ...], Chance]()
    base, before = signs_of_act(event, scene), _spoken_of(focus)
    for who in told.whos:
        people = tuple(who.people) if who.kind == "person" else ()
        if people and people not in found and not _is_aside(people, focus) and not _is_label(who, told):
            if is_other(who, event, told):
                before.pop(people, None)
                continue
            signs = [*signs_named_here(event, who, told), *before.pop(people, [])]
            signs += signs_of_verb(event, who, focus.female(people), told)
            found[people] = Chance(event, people, who, (*base, *signs, *signs_of_people(people, focus)))
    for people, ways in before.items():
        if not _is_aside(people, focus):
            signs = [*signs_spoken_of(event, told), *ways]
            signs += signs_of_verb(event, None, focus.female(people), told)
            found[people] = Chance(event, people, None, (*base, *signs, *signs_of_people(people, focus)))
    return list(found.values())


def _is_aside(people: tuple[int, ...], focus: Focus) -> bool:
    return all(focus.aside(number) for number in people)


def _is_label(who: Who, told: Told) -> bool:
    """Whether somebody only opens a line of a talk as its speaker."""
    return told.sentence.lower(who.last) == ":" and who.first <= _LABEL


def _spoken_of(focus: Focus) -> dict[tuple[int, ...], list[str]]:
    """Those spoken of before the sentence, each with the ways in which they were."""
    out: dict[tuple[int, ...], list[str]] = {}
    for people, way in (*_met(focus), *_together(focus)):
        if people:
            out.setdefault(people, []).append(way)
    return out


def _met(focus: Focus) -> Iterator[tuple[tuple[int, ...], str]]:
    """Who was spoken of last, the only one of the paragraph or text, who speaks."""
    number, at = focus.recent[-1] if focus.recent else (-1, -_FAR)
    if focus.sentence - at <= _REACH:
        yield (number,), f"before: spoken of last, {focus.sentence - at} sentences ago"
    if len(line := set(focus.of_line)) == 1:
        yield tuple(line), "before: only one of the paragraph"
    if len(met := {number for number, _ in focus.recent}) == 1:
        yield tuple(met), "before: only one of the text so far"
    if (speaker := focus.speakers.get(focus.line)) is not None:
        yield (speaker,), "before: the speaker"


def _together(focus: Focus) -> Iterator[tuple[tuple[int, ...], str]]:
    """Whom the sentences right before struck, and those whom they named in a row."""
    ago = focus.sentence - focus.struck_at
    if 0 < ago <= _ROW:
        yield focus.struck, f"before: struck {ago} sentences ago"
    if focus.plural is not None and focus.sentence - focus.plural_at <= _ROW:
        yield focus.plural.people, "before: a row"
