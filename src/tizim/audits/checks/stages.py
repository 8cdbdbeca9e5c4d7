"""The stages of a case against their days: nobody appeals before the verdict."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tizim.audits.checks.dates import spans_of
from tizim.audits.checks.heads import headed_year, heading_year
from tizim.audits.dates_said import year_of_text
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed, meet
from tizim.audits.tables import table
from tizim.documents import Span
from tizim.reading import ClaimFound

_NEAR = 110
_CLAUSE, _SEMICOLON = 30, 70  # how much farther a day is behind "and" or a comma, or a semicolon
_OF_APPEALS = ("appealed", "reviewed")  # of an arrest, where its sentence says so: long before a verdict
_LONGEST, _YEARLESS = 400, 180  # days: beyond them another case, or the next year, is meant


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of a case with the days it may be of: where it is told, and of whom (None: it is not said)."""

    stage: str
    first: date
    last: date
    day: Day
    span: tuple[int, int]
    people: frozenset[str | None]
    sentence: int


def stages(draft: Draft) -> Iterator[Finding]:
    """Stages of one case whose days are the wrong way round, in a paragraph or a section."""
    steps = list(_steps(draft))
    for number, one in enumerate(steps):
        for other in steps[number + 1 :]:
            if other.span[0] > draft.paragraph(one.span[0]).end:
                break
            pair = _turned(one, other)
            if pair and _told_so(draft, one, other, pair):
                yield _finding(draft, *pair)
    yield from _of_people(draft, steps)
    yield from _of_section(draft, steps, far=True)
    for section in draft.sections:
        yield from _of_section(draft, [one for one in steps if section.start <= one.span[0] < section.end])


def lives_of_bodies(draft: Draft) -> Iterator[Finding]:
    """A body that was banned or dissolved before it was founded, in one paragraph."""
    for hit in draft.found("founded"):
        own, paragraph = draft.sentence(hit.start()), draft.paragraph(hit.start())
        founded = _nearest([d for d in draft.days_in(own) if d.first], hit)
        for end in draft.found("body_ended", within=paragraph):
            sentence = draft.sentence(end.start())
            over = _nearest([d for d in draft.days_in(sentence) if d.last and d is not founded], end)
            if founded and over and founded.first and over.last and over.last < founded.first:
                spans = ((over.start, over.end), (end.start(), end.end()), (founded.start, founded.end))
                shown = [draft.text[d.start : d.end] for d in (founded, over)]
                yield draft.finding("before_founding", *spans, forms=listed(shown))


def _nearest(days: list[Day], hit: re.Match[str]) -> Day | None:
    """The day that stands nearest to some words."""
    return min(days, key=lambda day: max(day.start - hit.end(), hit.start() - day.end), default=None)


def _turned(one: Step, other: Step) -> tuple[Step, Step] | None:
    """The stage that comes first and the one after it, where the days say otherwise."""
    for first, then in ((one, other), (other, one)):
        gap = (first.first - then.last).days
        longest = _LONGEST if then.day.year and first.day.year else _YEARLESS
        apart = one.sentence != other.sentence and not (first.day.month and then.day.month)
        if then.stage in table("stages")["after"].get(first.stage, ()) and 0 < gap <= longest and not apart:
            return (first, then) if _one_person(first, then) else None
    return None


def _one_person(one: Step, other: Step) -> bool:
    """Whether both may be of one person: nobody is said, or somebody of both."""
    together = one.sentence == other.sentence and len((one.people | other.people) - {None}) < 2
    return together or not one.people or not other.people or bool((one.people & other.people) - {None})


def _told_so(draft: Draft, one: Step, other: Step, pair: tuple[Step, Step]) -> bool:
    """Whether the telling leaves no way to read the days as right."""
    first, then = pair
    own = draft.sentence(first.span[0])
    back = draft.says("looking_back", within=own)
    said = draft.says("earlier_case", within=_clause(draft, then, together=one.sentence == other.sentence))
    if said and not (back and _looks_back(draft, then)):
        return False
    if then.stage in table("stages")["only_looking_back"]:
        return back and then is one
    if first is one or first.stage in table("stages")["always"]:
        return True
    if first.stage not in table("stages")["either"]:
        return False
    together = own == draft.sentence(other.span[0]) == draft.sentence(one.span[0])
    return together or back


def _looks_back(draft: Draft, step: Step) -> bool:
    """Whether a stage is told looking back, and nothing says that it was of another case."""
    own = draft.sentence(step.span[0])
    return draft.says("looking_back", within=own) and not draft.says("another_case", within=own)


def _clause(draft: Draft, step: Step, *, together: bool) -> Span:
    """The sentence of a stage; where both stages stand in one, its own clause."""
    sentence = draft.sentence(step.span[0])
    if not together:
        return sentence
    start = max(draft.text.rfind(sign, sentence.start, step.span[0]) for sign in (",", ";")) + 1
    return Span(max(start, sentence.start), max(step.span[1], step.day.end))


def _of_section(draft: Draft, steps: list[Step], *, far: bool = False) -> Iterator[Finding]:
    """Stages of the case some paragraphs apart, where the section (``far``: text) tells one day of each."""
    by_stage = {stage: [s for s in steps if s.stage == stage] for stage in table("stages")["of_case"]}
    single = {stage: own[0] for stage, own in by_stage.items() if len({s.first for s in own}) == 1}
    if far and len({who for step in single.values() for who in step.people if who}) > 1:
        return
    for one in single.values():
        for other in single.values():
            apart = draft.paragraph(one.span[0]) != draft.paragraph(other.span[0])
            pair = _turned(one, other) if apart and one.span < other.span else None
            if pair and far and not {step.stage for step in pair} <= set(table("stages")["of_text"]):
                continue
            if pair and not draft.says("earlier_case", within=draft.sentence(pair[1].span[0])):
                yield _finding(draft, *pair)


def _of_people(draft: Draft, steps: list[Step]) -> Iterator[Finding]:
    """Stages of one named person some paragraphs apart, where the text tells one day of each."""
    for person in sorted({who for step in steps for who in step.people if who}):
        own = [s for s in steps if s.people == {person} and s.stage in table("stages")["of_person"]]
        once = [s for s in own if len({o.first for o in own if o.stage == s.stage}) == 1]
        for one, other in itertools.combinations(once, 2):
            apart = draft.paragraph(one.span[0]) != draft.paragraph(other.span[0])
            pair = _turned(one, other) if apart and one.day.day and other.day.day else None
            if pair and not draft.says("earlier_case", within=draft.sentence(pair[1].span[0])):
                yield _finding(draft, *pair)


def _finding(draft: Draft, first: Step, then: Step) -> Finding:
    shown = {"later": draft.text[slice(*_of(then))], "earlier": draft.text[slice(*_of(first))]}
    places = [(min(a, c), max(b, d)) for (a, b), (c, d) in ((_of(s), s.span) for s in (then, first))]
    return draft.finding("date_order", *places, **shown)


def _of(step: Step) -> tuple[int, int]:
    return step.day.start, step.day.end


def _steps(draft: Draft) -> Iterator[Step]:
    """Every stage of a case that has a day of its own, in the order of the text."""
    by_sentence: dict[int, list[Day]] = defaultdict(list)
    for day in draft.days:
        by_sentence[draft.sentence_number(day.start)].append(day)
    claims: dict[int, list[ClaimFound]] = defaultdict(list)
    for claim in draft.reading.claims:
        claims[draft.sentence_number(claim.start)].append(claim)
    for number, days in sorted(by_sentence.items()):
        told = _told(draft, draft.sentences[number], claims[number])
        people = frozenset(claim.person for claim in claims[number] if claim.role == "victim")
        steps = sorted(_matched(draft, told, days, people), key=lambda step: step.span)
        aside = draft.says("of_custody", within=draft.sentences[number])
        yield from (one for one in steps if not (aside and one.stage in _OF_APPEALS))


def _told(draft: Draft, sentence: Span, claims: list[ClaimFound]) -> list[tuple[tuple[int, int], str]]:
    """The stages that a sentence tells by the words of the tables, and those that only the readers find."""
    told = [
        (hit.span(), stage)
        for stage in _known()
        for hit in draft.found("case_stages", stage, within=sentence)
    ]
    acts, met = table("stages")["acts"], {stage for _, stage in told}
    read = {
        acts[claim.act]: (claim.start, claim.end)
        for claim in claims
        if claim.act in acts and acts[claim.act] not in met
    }
    return [*told, *((span, stage) for stage, span in read.items())]


def _known() -> tuple[str, ...]:
    after = table("stages")["after"]
    return tuple(dict.fromkeys((*after, *(one for some in after.values() for one in some))))


def _matched(
    draft: Draft,
    told: list[tuple[tuple[int, int], str]],
    days: list[Day],
    people: frozenset[str | None],
) -> Iterator[Step]:
    """Each stage with the nearest day of its sentence, no day for two of them."""
    spanned = {id(day) for pair in spans_of(draft, days) for day in pair}
    free = [(day, on) for day in days if id(day) not in spanned and (on := _reach(draft, day))]
    near = sorted(
        ((_far(draft, span, day), span, stage, n) for span, stage in told for n, (day, _) in enumerate(free)),
        key=lambda one: (one[0], one[1]),
    )
    taken: dict[int, tuple[int, int]] = {}
    for far, span, stage, n in near:
        other = any(m != n and meet(span, one) for m, one in taken.items())
        alone = len(told) == len(free) == 1
        if (far <= _NEAR or alone) and not other and meet(span, taken.setdefault(n, span)):
            day, (first, last) = free[n]
            yield Step(stage, first, last, day, span, people, draft.sentence_number(span[0]))


def _reach(draft: Draft, day: Day) -> tuple[date, date] | None:
    """The first and the last day that a date may mean; None where its year is not known."""
    on = dated(draft, day)
    if on or day.first is None or day.last is None:
        return (on, on) if on else None
    return day.first, day.last


def _far(draft: Draft, span: tuple[int, int], day: Day) -> int:
    start, end = min(span[1], day.end), max(span[0], day.start)
    between = draft.text[start:end] if start < end else ""
    signs = len(re.findall(r",| and | и | және ", between))
    return len(between) + _CLAUSE * signs + _SEMICOLON * between.count(";")


def dated(draft: Draft, day: Day) -> date | None:
    """The day itself; one without a year is of the year told last before it in its section."""
    if day.exact or not day.day or not day.month:
        return day.exact
    year = (
        heading_year(draft, day.start)
        or headed_year(draft, day)
        or next(
            (one.year for one in reversed(draft.days_in(Span(0, day.start))) if one.year and one.month), None
        )
    )
    year = year or year_of_text(draft)
    try:
        return date(year, day.month, day.day) if year else None
    except ValueError:
        return None
