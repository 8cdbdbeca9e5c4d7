"""Verdicts in shares: "A to two years, B to three", "A (ten days) and B (five)"."""

from dataclasses import replace
from itertools import pairwise

from tizim.reading.inflected.article_signs import charged_too
from tizim.reading.inflected.bare import BARE
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.numbers import Length, Money
from tizim.reading.inflected.who import MEMBER, Who

_SEVERAL = 2
_RESTRICTED = "restriction_of_liberty"


def distribute(told: Told, events: list[Event]) -> list[Event]:
    """Splits an act whose penalties belong to different people: "A to two years, B to three"."""
    out: list[Event] = []
    for event in (one for every in charged_too(told, events) for one in _without_others(told, every)):
        out.extend(
            _split(told, event) if len(event.lengths) + len(event.money) > 1 and event.who else [event]
        )
    return out


def _without_others(told: Told, event: Event) -> list[Event]:
    """An act against a row in which some have a penalty of another kind right behind them, against the others
    («X-ке 15 тәулік, Y-ке 20 АЕК айыппұл»)."""
    own: list[Length | Money] = [*event.lengths, *event.money]
    parts = event.who.parts if event.who is not None and told.verb_last and own else []
    given: list[Length | Money] = [*(one for one in told.lengths if one.iso), *told.money]
    others = [one for one in given if not any(one is mine for mine in own)]
    left = [part for part in parts if not any(one.first == part.last for one in others)]
    return [replace(event, who=part) for part in left] if left and len(left) < len(parts) else [event]


def _split(told: Told, event: Event) -> list[Event]:
    who = event.who
    if who is None:
        return [event]
    if who.parts and len(event.lengths) == len(who.parts) and _in_turn(told, event.lengths):
        return [
            replace(event, who=part, lengths=[length], money=[])
            for part, length in zip(who.parts, event.lengths, strict=True)
        ]
    each = _of_parts(event, who)
    if each:
        return each
    spans: list[Length | Money] = sorted([*event.lengths, *event.money], key=lambda one: one.first)
    others = [
        one for group in told.whos for one in _holders(group, spans)
        if one is not who and group is not who and not one.owner
        and (one.kind in ("person", "group") or one.word.startswith("#"))
        and (one.cases & who.cases or one.word == MEMBER)
        and (told.verb_last or spans[0].first < max(one.first, who.first)) and one.first < spans[-1].last + 12
    ]  # fmt: skip
    own = _holders(who, spans) if told.verb_last else [who]
    if len(own) + len(others) < _SEVERAL:
        return [event]
    holders = sorted([*own, *others], key=lambda one: one.first)
    leading = holders[0].first < spans[0].first
    rows: dict[int, list[Length | Money]] = {}
    for span in spans:
        fitting = [at for at, one in enumerate(holders) if (one.first < span.first) == leading]
        if fitting:
            rows.setdefault(fitting[-1] if leading else fitting[0], []).append(span)
    if told.verb_last:
        _share_with_joined(told, holders, rows)
        _name_alike(event, rows)
    return [
        replace(
            event, who=holders[at], lengths=[one for one in mine if isinstance(one, Length)],
            money=[one for one in mine if isinstance(one, Money)],
        )
        for at, mine in rows.items()
    ] or [event]  # fmt: skip


def _in_turn(told: Told, lengths: list[Length]) -> bool:
    """Whether lengths are those of a row in its order: "respectively", or only commas and "and" between them
    where verbs stand last ("5, 7 and 10 days")."""
    if told.sentence.marks.get("respectively") or not told.verb_last:
        return bool(told.sentence.marks.get("respectively"))
    return all(
        told.sentence.lower(at) == "," or told.sentence.at("and", at) is not None
        for one, following in pairwise(lengths)
        for at in range(one.last, following.first)
    )


def _share_with_joined(told: Told, holders: list[Who], rows: dict[int, list[Length | Money]]) -> None:
    """Gives whom "and" joins to the next name that one's penalty ("A and B got two years each, C three")."""
    for at in range(len(holders) - 2, -1, -1):
        gap = range(holders[at].last, holders[at + 1].head)
        if at not in rows and at + 1 in rows and any(told.sentence.at("and", one) for one in gap):
            rows[at] = rows[at + 1]


def _name_alike(event: Event, rows: dict[int, list[Length | Money]]) -> None:
    """Bare lengths of a row are restrictions of liberty where its verb gives such a one behind them."""
    lengths = [one for mine in rows.values() for one in mine if isinstance(one, Length)]
    restricted = {one.kind for one in lengths if one.kind} == {_RESTRICTED} and event.entry is not BARE
    for one in lengths:
        if restricted and one.unit in ("Y", "M"):
            one.kind = _RESTRICTED


def _holders(who: Who, spans: list[Length | Money]) -> list[Who]:
    """The names of a row where penalties stand between them, else the row as one."""
    between = any(who.first <= span.first < who.last for span in spans)
    return who.parts if who.parts and between else [who]


def _of_parts(event: Event, who: Who) -> list[Event]:
    """The acts of a row where each name has its own penalty right behind it: "A (three years) and B (a
    fine)"."""
    if not who.parts:
        return []
    ends = [part.first for part in who.parts[1:]] + [10**6]
    out = []
    for part, end in zip(who.parts, ends, strict=True):
        lengths = [one for one in event.lengths if part.last <= one.first < end]
        money = [one for one in event.money if part.last <= one.first < end]
        if lengths or money:
            out.append(replace(event, who=part, lengths=lengths, money=money))
    return out if len(out) == len(who.parts) else []


def named_behind(told: Told, group: Who) -> list[Who]:
    """The people whom a dash or a colon names behind a group of as many ("two activists — X and Y")."""
    size = group.group.low if group.group is not None and group.group.high == group.group.low else 0
    if size < _SEVERAL or told.sentence.lower(group.last) not in _NAMING:
        return []
    behind = [one for one in told.whos if one.kind == "person" and one.first > group.last and not one.owner]
    near = bool(behind) and behind[0].first - group.last <= _NAMED
    named: list[Who] = []
    for one in behind if near else []:
        if sum(len(other.people) for other in named) < size:
            named.append(one)
    return named if sum(len(one.people) for one in named) == size else []


_NAMING, _NAMED = ("—", "–", "-", ":"), 4
