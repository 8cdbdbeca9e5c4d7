"""Drafts of one text set right against each other: groups that are named later, and acts on the dead."""

from tizim.reading.calendar import Day
from tizim.reading.drafts import Draft, changed

_LEAST, _MOST, _REACH = 2, 12, 2
_UNNAMED = ("victim understood", "victim of the clause before")
_OF_THE_LIVING = frozenset(
    {"detention", "administrative_arrest", "interrogation", "pretrial_detention", "house_arrest", "release",
     "ill_treatment", "threat", "fine", "dismissal", "abduction"}
)  # fmt: skip


def reconciled(drafts: list[Draft]) -> list[Draft]:
    """The drafts; those of a group that is named right behind by name, and none on somebody dead by then."""
    return without_acts_on_dead(of_those_held(told_by_name(drafts)))


def told_by_name(drafts: list[Draft]) -> list[Draft]:
    """The drafts; what happened to a group is told of each of those who are as many and whom one of the next
    sentences strikes together ("five activists got four years. A, B, C, D and E were taken in May")."""
    rows = _struck_together(drafts)
    out: list[Draft] = []
    for draft in drafts:
        row = _row_of(draft, rows)
        out += [changed(draft, person=number, group=None) for number in row] or [draft]
    return out


def _struck_together(drafts: list[Draft]) -> dict[int, list[tuple[int, ...]]]:
    """By sentence the people of each act."""
    found: dict[tuple[int, str], dict[int, None]] = {}
    for draft in drafts:
        if draft.person is not None:
            found.setdefault((draft.sentence, draft.act), {})[draft.person] = None
    rows: dict[int, list[tuple[int, ...]]] = {}
    for (sentence, _), people in found.items():
        rows.setdefault(sentence, []).append(tuple(people))
    return rows


def _row_of(draft: Draft, rows: dict[int, list[tuple[int, ...]]]) -> tuple[int, ...]:
    """Those who are meant by a group that the text counts first; nobody where it leaves that open."""
    group = draft.group
    if group is None or group.definite or group.vague or group.high != group.low or draft.figure:
        return ()
    if not _LEAST <= group.low <= _MOST or draft.sentence in rows:
        return ()
    after = [row for step in range(1, _REACH + 1) for row in rows.get(draft.sentence + step, [])]
    return after[0] if after and len(after[0]) == group.low else ()


def of_those_held(drafts: list[Draft]) -> list[Draft]:
    """The drafts; custody prolonged in a clause that names nobody is that of the only one whom the text told
    before to be held, and so is what a higher court decided right behind."""
    out, moved = list[Draft](), dict[tuple[int | None, int], int]()
    for draft in drafts:
        held = _held_before(draft, drafts) if _is_unnamed(draft) and draft.person is not None else None
        behind = moved.get((draft.person, draft.sentence - 1)) if draft.act == "appeal" else None
        if held is not None and draft.act == _CUSTODY:
            moved[(draft.person, draft.sentence)] = held
            draft = changed(draft, person=held)
        elif behind is not None and _is_unnamed(draft):
            draft = changed(draft, person=behind)
        out.append(draft)
    return out


_CUSTODY = "pretrial_detention"


def _is_unnamed(draft: Draft) -> bool:
    """Whether the clause of an act named nobody."""
    return any(one in draft.why[0] for one in _UNNAMED)


def _held_before(draft: Draft, drafts: list[Draft]) -> int | None:
    """The only one whom the text told to be held before a draft."""
    held = {
        one.person
        for one in drafts
        if one.act == _CUSTODY and one.sentence < draft.sentence and not _is_unnamed(one)
    }
    return held.pop() if len(held) == 1 else None


def without_acts_on_dead(drafts: list[Draft]) -> list[Draft]:
    """The drafts; where an act comes after its victim's death, another is meant if the clause named nobody,
    else the day is that of something else."""
    died: dict[int, Day] = {}
    for draft in drafts:
        if draft.person is not None and draft.act == "death" and draft.day is not None:
            died.setdefault(draft.person, draft.day)
    out: list[Draft] = []
    for draft in drafts:
        late = _is_too_late(draft, died)
        if late and not _is_unnamed(draft):
            draft, late = changed(draft, day=None, day_from=None), False
        out += [] if late else [draft]
    return out


def _is_too_late(draft: Draft, died: dict[int, Day]) -> bool:
    """Whether the day of an act lies behind the whole time in which its victim can have died."""
    last = died.get(draft.person) if draft.person is not None else None
    if last is None or draft.day is None or draft.day.doubtful or draft.act not in _OF_THE_LIVING:
        return False
    return draft.day.order() > _latest(last.last or last)


def _latest(day: Day) -> tuple[int, int, int]:
    """Year, month and day, those left open as late as they can be."""
    return day.year, day.month or 12, day.day or 31
