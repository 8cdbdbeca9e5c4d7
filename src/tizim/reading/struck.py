"""Whom an act of a sentence struck: as resolved, with those named beside or as part of a group."""

from dataclasses import replace

from tizim.reading.drafts import Scene
from tizim.reading.enumerated import examples
from tizim.reading.events import Event
from tizim.reading.focus import Focus, Subject
from tizim.reading.rows import beside_a_name, companion
from tizim.reading.who import Group, Who

_CASES = frozenset(
    "sentence conviction charge trial detention pretrial_detention ban_on_activity other".split()
)
_NO_CASES = ("asylum_decision", "release")


def subjects_of(event: Event, scene: Scene, focus: Focus) -> list[Subject]:
    """Whom an act hit: as resolved, and those named as part of a group ("including X")."""
    main = focus.subject(event.who, scene.whos)
    found = [main] if main is not None else []
    if event.who is not None and beside_a_name(scene.sentence, event.who):
        found = _with_one_more(event.who, event, scene, focus) or found
    if event.who is not None and event.who.kind in ("group", "generic", "plural"):
        named = examples(scene.sentence, event.who, scene.whos)
        size = event.who.group.high if event.who.group is not None else None
        found = [] if size == sum(len(who.people) for who in named) else found
        found.extend(Subject(tuple(who.people)) for who in named)
        found.extend(_companions(event.who, event, scene, focus))
    return [_official(subject, event, focus) for subject in found]


def _with_one_more(who: Who, event: Event, scene: Scene, focus: Focus) -> list[Subject]:
    """Of "X and the driver were fined": X and one person more, unless the text named a driver."""
    beside = [] if focus.trades.get(who.noun) else _companions(who, event, scene, focus)
    return [*beside, Subject(group=Group(1, 1))] if beside else []


def _companions(who: Who, event: Event, scene: Scene, focus: Focus) -> list[Subject]:
    beside = companion(scene.sentence, who, scene.whos, event.first)
    other = focus.subject(beside, scene.whos) if beside is not None else None
    return [other] if other else []


def _official(subject: Subject, event: Event, focus: Focus) -> Subject:
    """A policeman on trial is no victim of persecution."""
    if subject.group is not None and event.act in _NO_CASES:
        return replace(subject, official=False)
    if event.act not in _CASES or not subject.people:
        return subject
    titles = [focus.people.persons[number].titles for number in subject.people]
    return replace(subject, official=True) if all("force" in one for one in titles) else subject
