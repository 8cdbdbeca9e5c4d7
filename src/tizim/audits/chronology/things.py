"""What one thing goes through: it is made, opened, sent before it is answered, ended, lifted."""

from collections.abc import Iterator
from dataclasses import dataclass

from tizim.audits.chronology.apart import tellings
from tizim.audits.chronology.clauses import Clause
from tizim.audits.chronology.ties import Pair
from tizim.audits.draft import Draft
from tizim.documents import Span

_STEM = 5
_REACH = 2  # sentences between the two
_ASKED = "*"  # whatever is asked for or complained of, under any noun
_DATED, _MADE, _SPOKEN_OF, _OVER = range(4)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done to things in a clause: the stems of their nouns; made, only spoken of, or over."""

    clause: Clause
    things: frozenset[str]
    stage: int
    taken_up: bool


def by_things(draft: Draft) -> Iterator[Pair]:
    """ "Dismissed on 30 August; lodged on 2 September": of one thing, the end before the beginning."""
    deeds = list(_deeds(draft))
    for place, one in enumerate(deeds):
        for other in deeds[place + 1 :]:
            if other.clause.sentence - one.clause.sentence > _REACH or not _together(draft, one, other):
                break
            if one.stage == other.stage or not _of_one(one, other) or _again(draft, one, other):
                continue
            first, then = (one, other) if one.stage < other.stage else (other, one)
            yield first.clause, then.clause


def _of_one(one: Deed, other: Deed) -> bool:
    """Whether both are of one thing: of one noun, or the second takes up what the first one names.

    What is only spoken of is no later stage than being made; but it is there when it is dated.
    """
    stages = {one.stage, other.stage}
    if stages in ({_DATED, _MADE}, {_MADE, _SPOKEN_OF}, {_SPOKEN_OF, _OVER}):
        return False
    next_to = other.clause.sentence - one.clause.sentence <= 1
    return bool(one.things & other.things) or (
        next_to and bool(one.things) and not other.things and other.taken_up
    )


def _deeds(draft: Draft) -> Iterator[Deed]:
    for clause in tellings(draft):
        stage = _stage(draft, clause)
        if stage is None or clause.spanned:
            continue
        things = {hit.group().lower()[:_STEM] for hit in draft.found("things", within=clause.at)}
        if draft.says("asking", within=clause.at) or draft.says("asking_done", within=clause.at):
            things.add(_ASKED)
        taken_up = draft.says("thing_pronouns", within=clause.at)
        if things or taken_up:
            yield Deed(clause, frozenset(things), stage, taken_up)


def _stage(draft: Draft, clause: Clause) -> int | None:
    """What a clause tells of a thing; None where it says both."""
    made, over, asked, answered = (
        draft.says(key, within=clause.at) for key in ("thing_made", "thing_over", "asking_done", "answering")
    )
    if answered:
        return _OVER
    if draft.says("thing_dated", within=clause.at):
        return _DATED
    if made or asked:
        return None if over else _MADE
    return _OVER if over else _SPOKEN_OF


def _again(draft: Draft, one: Deed, other: Deed) -> bool:
    """Whether one of the two is said to be another of its kind."""
    at = (draft.sentences[deed.clause.sentence] for deed in (one, other))
    return any(draft.says("thread_again", within=Span(span.start, span.end)) for span in at)


def _together(draft: Draft, one: Deed, other: Deed) -> bool:
    return draft.paragraph(one.clause.at.start) == draft.paragraph(other.clause.at.start)
