"""How long somebody was inside, against the day on which he was taken, wherever the text tells it."""

from collections.abc import Iterator
from datetime import date

from tizim.audits.checks.between import singles
from tizim.audits.checks.lives import person_at
from tizim.audits.chronology.apart import tellings
from tizim.audits.chronology.clauses import Clause
from tizim.audits.chronology.stages import Event, events_of
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import Length
from tizim.audits.patterns import pattern

_ROUGH = {"day": 1, "week": 4, "month": 16, "year": 100}
_OPENING, _MOST = 60, 6
_ROUGHLY, _SLACK = 1.12, 45


def time_inside(draft: Draft) -> Iterator[Finding]:
    """ "Taken on 11 June. … On 24 July she came out, after four months": otherwise than the days tell."""
    told = tellings(draft)
    held = [one for one in events_of(draft) if one.stage == "held" and one.clause.day.day and not one.after]
    for length in (*draft.lengths, *singles(draft)) if held else ():
        until = _until(draft, told, length) if length.unit in _ROUGH else None
        taken = _taken(draft, held, length, until) if until else None
        if until is None or taken is None:
            continue
        days = (until.first - taken.first).days
        off = abs(length.in_days - days) > _ROUGH[length.unit] + days / 5
        if off and max(length.in_days, days) < _MOST * max(min(length.in_days, days), 1):
            spans = ((length.start, length.end), *((one.day.start, one.day.end) for one in (until, taken)))
            shown = draft.text[length.start : length.end]
            yield draft.finding("duration_dates", *spans, length=shown, days=days)


def _until(draft: Draft, told: list[Clause], length: Length) -> Clause | None:
    """The day on which so long a time inside was over; None where a length tells of something else."""
    sentence, number = draft.sentence(length.start), draft.sentence_number(length.start)
    if draft.says("given_term", within=sentence):
        return None
    own = [one for one in told if one.sentence == number and one.day.day]
    inside = draft.says("in_custody_for", within=sentence)
    freed = {event.clause for event in events_of(draft) if event.stage in ("freed", "judged")}
    opening = draft.text[max(sentence.start, length.start - _OPENING) : length.start]
    after = pattern(draft.language(length.start), "after_so_long").search(opening) is not None
    out = inside and draft.says("spent_inside", within=sentence)
    if len(own) == 1 and (out or (after and (own[0] in freed or inside))):
        return own[0]
    if own or not inside or not draft.says("by_then", within=sentence):
        return None
    before = [one for one in told if number - 1 <= one.sentence < number and one.day.day]
    return before[-1] if before else None


def _taken(draft: Draft, held: list[Event], length: Length, until: Clause) -> Clause | None:
    """The one day on which the person was taken: told in the paragraph, else anywhere before."""
    paragraph, who = draft.paragraph(length.start), person_at(draft, length.start)
    before = [one for one in held if one.clause.first < until.first and one.clause != until]
    near = [one for one in before if paragraph.start <= one.clause.at.start < paragraph.end]
    theirs = [one for one in before if who in one.people]
    alone = before if len({person for one in held for person in one.people}) < 2 else []
    for some in (near, theirs, alone):
        days: dict[date, Clause] = {one.clause.first: one.clause for one in some}
        if days:
            return next(iter(days.values())) if len(days) == 1 else None
    return None
