"""Papers, cases, custody and lives, followed through a text: what is dated before what it must come after."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from tizim.audits.chronology.apart import named, tellings
from tizim.audits.chronology.clauses import Clause, clauses
from tizim.audits.draft import Draft
from tizim.audits.patterns import group, lenient, pattern, words
from tizim.audits.tables import table
from tizim.documents import Span

_LONGEST, _YEARLESS = 400, 150  # days: beyond them another case, or another year, is meant
_SOON = 45
_OF_CASE = frozenset({"tried", "judged", "heard", "argued", "witnessed"})
_NEXT = 2  # sentences between stages that may go through more than once


@dataclass(frozen=True, slots=True)
class Event:
    """A stage that a clause tells, of whom (nobody: it is not said); ``after``: the day comes after it."""

    stage: str
    clause: Clause
    people: frozenset[int]
    section: int
    after: bool = False


def by_stages(draft: Draft) -> Iterator[tuple[Clause, Clause]]:
    """Two stages of one paper, case or life: the one that comes first, and the one that follows it."""
    events = events_of(draft)
    by_section: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        by_section[event.section].append(event)
    lives = [event for event in events if event.stage in table("threads")["of_life"]]
    pairs = [pair for own in by_section.values() for pair in combinations(own, 2)]
    pairs += [
        (one, other)
        for one, other in combinations(lives, 2)
        if one.section != other.section and _of_life(one, other)
    ]
    for one, other in pairs:
        turned = _turned(one, other)
        if (
            turned
            and not _of_custody(draft, one, other)
            and _one_thread(draft, one, other)
            and not _told_right(turned, by_section[turned[0].section])
        ):
            yield replace(turned[0].clause, first=_begun(turned[0])), turned[1].clause


def _turned(one: Event, other: Event) -> tuple[Event, Event] | None:
    """The stage that comes first and the one after it, where the days say otherwise."""
    for first, then in ((one, other), (other, one)):
        gap = (_begun(first) - then.clause.last).days
        own = first.clause.day.own_year and then.clause.day.own_year
        if _follows(first, then) and 0 < gap <= (_LONGEST if own else _YEARLESS):
            return first, then
        if first is one and then.stage in table("threads")["soon"].get(first.stage, ()) and 0 < gap <= _SOON:
            return first, then
    return None


def _begun(event: Event) -> date:
    """The day on which a stage began; that on which the hearing of a case ended."""
    return event.clause.last if event.stage == "heard" else event.clause.first


def _of_life(one: Event, other: Event) -> bool:
    """Whether both are stages of the life of one person, wherever a text tells them."""
    stages = {one.stage, other.stage}
    if stages & set(table("threads")["of_the_dead"]) and not (one.people and other.people):
        return True
    life = stages <= set(table("threads")["of_life"])
    return life and len(one.people | other.people) == 1 == len(one.people & other.people)


def _follows(first: Event, then: Event) -> bool:
    if then.after:
        return first.stage == then.stage and not first.after
    return not first.after and then.stage in table("threads")["follows"].get(first.stage, ())


def _of_custody(draft: Draft, one: Event, other: Event) -> bool:
    """Whether an appeal against custody is set beside a trial or a verdict: it may come long before them."""
    if not {one.stage, other.stage} & _OF_CASE:
        return False
    appeals = [event for event in (one, other) if event.stage in ("appealed", "reviewed")]
    return any(draft.says("of_custody", within=draft.sentences[event.clause.sentence]) for event in appeals)


def _one_thread(draft: Draft, one: Event, other: Event) -> bool:
    """Whether both stages may be of one paper or case: told close by, of nobody else, and not again."""
    often = set(table("threads")["often"])
    close = other.clause.sentence - one.clause.sentence <= _NEXT
    together = draft.paragraph(one.clause.at.start) == draft.paragraph(other.clause.at.start)
    same_people = not one.people or not other.people or bool(one.people & other.people)
    papers = {one.stage, other.stage} <= set(table("threads")["of_papers"])
    if not (same_people or (papers and close)):
        return False
    if {one.stage, other.stage} & often and not (together and close):
        return False
    if not (together or _of_life(one, other) or one.people & other.people):
        return False
    return not any(draft.says("thread_again", within=_sentence(draft, event)) for event in (one, other))


def _sentence(draft: Draft, event: Event) -> Span:
    return draft.sentences[event.clause.sentence] if not event.clause.spanned else event.clause.at


def _told_right(pair: tuple[Event, Event], events: list[Event]) -> bool:
    """Whether the section tells one of two stages once more, nearer and in its right order."""
    first, then = pair
    apart = _apart(first, then)
    for one in events:
        if one.section != first.section or one is first or one is then:
            continue
        as_first = one.stage == first.stage and not one.after and one.clause.first <= then.clause.last
        if as_first and _apart(one, then) < apart:
            return True
        as_then = one.stage == then.stage and one.after == then.after
        if as_then and one.clause.last >= first.clause.first and _apart(one, first) < apart:
            return True
    return False


def _apart(one: Event, other: Event) -> int:
    return abs(one.clause.at.start - other.clause.at.start)


def events_of(draft: Draft) -> list[Event]:
    """Every stage that a clause with a day tells, in the order of the text; made once."""
    return draft.kept("events", lambda: list(_events(draft)))


def _events(draft: Draft) -> Iterator[Event]:
    for clause in tellings(draft):
        people = frozenset(m.person for m in draft.mentions_in(clause.at))
        own = draft.sentences[clause.sentence]
        people = people or frozenset(m.person for m in draft.mentions_in(own))
        section = draft.section(clause.at.start).start
        often = () if clause.day.day or clause.day.own_year else table("threads")["often"]
        for stage in (one for one in _stages(draft, clause) if one not in often):
            yield Event(stage, clause, people, section)
        for stage in _after(draft, clause):
            yield Event(stage, clause, people, section, after=True)
    yield from _of_the_day_before(draft)


def _of_the_day_before(draft: Draft) -> Iterator[Event]:
    """What was taken away in a sentence without a day: on the day told last before it in its paragraph."""
    told = clauses(draft)
    with_days = {one.sentence for one in told}
    for hit in draft.found("thread_stages", "seized", "done"):
        number = draft.sentence_number(hit.start())
        paragraph = draft.paragraph(hit.start())
        before = [one for one in told if number - _NEXT - 1 <= one.sentence < number and one.day.day]
        before = [one for one in before if one.at.start >= paragraph.start]
        thing = draft.says("thread_stages", "seized", "of", within=draft.sentences[number])
        if number not in with_days and before and thing:
            yield Event("seized", before[-1], frozenset(), draft.section(hit.start()).start)


def _stages(draft: Draft, clause: Clause) -> list[str]:
    """The stage that stands nearest to the day of a clause; those of a span: that it was heard so long."""
    language = draft.language(clause.at.start)
    near: list[tuple[tuple[bool, int], str]] = []
    for stage in words(language, "thread_stages"):
        if (stage == "heard") != clause.spanned:
            continue
        far = _far(draft, clause, language, stage)
        if far is not None:
            near.append((far, stage))
    if not near:
        return []
    over = {one for _, stage in near for one in table("threads")["outweighs"].get(stage, ())}
    near = [(far, stage) for far, stage in near if stage not in over]
    least = min(far for far, _ in near)
    return [stage for far, stage in near if far == least]


def _far(draft: Draft, clause: Clause, language: str, stage: str) -> tuple[bool, int] | None:
    """Whether the thing of a stage is only taken up, and how far its words stand from the day of a clause."""
    at = clause.at
    alone = lenient(language, "thread_stages", stage, "alone")
    hits = [(False, _between(hit, clause)) for hit in alone.finditer(draft.text, at.start, at.end)]
    done = lenient(language, "thread_stages", stage, "done")
    found = [_between(hit, clause) for hit in done.finditer(draft.text, at.start, at.end)]
    if found:
        things = lenient(language, "thread_stages", stage, "of")
        own = things.search(draft.text, at.start, at.end) is not None
        if own or _taken_up(draft, clause, things):
            hits += [(not own, far) for far in found]
    return min(hits, default=None)


def _between(hit: re.Match[str], clause: Clause) -> int:
    return max(clause.day.start - hit.end(), hit.start() - clause.day.end, 0)


def _taken_up(draft: Draft, clause: Clause, things: re.Pattern[str]) -> bool:
    """Whether the thing stands before the clause in its sentence, or in the one that a pronoun takes up."""
    sentence = draft.sentences[clause.sentence]
    if things.search(draft.text, sentence.start, clause.at.start):
        return True
    said = pattern(draft.language(sentence.start), "thread_pronouns")
    if not clause.sentence or not said.search(draft.text[sentence.start : sentence.end]):
        return False
    before = draft.sentences[clause.sentence - 1]
    same = draft.paragraph(before.start) == draft.paragraph(sentence.start)
    return same and things.search(draft.text, before.start, before.end) is not None


def _after(draft: Draft, clause: Clause) -> Iterator[str]:
    """The stages after which a clause says that its day comes: "following the conviction"."""
    language = draft.language(clause.at.start)
    for hit in draft.found("thread_after", within=clause.at):
        stage = stage_of(group(hit, "noun") or "", language)
        if stage:
            yield stage


def stage_of(noun: str, language: str) -> str | None:
    """The stage that a noun names: "after the search"."""
    known = words(language, "thread_nouns")
    return next((one for one in known if pattern(language, "thread_nouns", one).fullmatch(noun)), None)


def meant(draft: Draft, told: list[Clause], noun: str, own: Span) -> Clause | None:
    """The one telling of a section that a noun means: of its stage of a case, or that speaks of it."""
    stage = stage_of(noun, draft.language(own.start))
    if not stage:
        return named(draft, told, noun, own)
    section = draft.section(own.start).start
    some = [
        event.clause
        for event in events_of(draft)
        if event.stage == stage and event.section == section and not event.after
    ]
    days = {one.first: one for one in some if one.at != own and not one.spanned}
    return next(iter(days.values())) if len(days) == 1 else None
