"""What is told of one person in several places: age and birth, article and term, the day a remand began."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tizim.audits.checks import durations
from tizim.audits.checks.law import (
    imprisonments,
    only_article,
    problems_of_term,
    term_ends,
    terms,
    told_by,
)
from tizim.audits.dates_said import now_said
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.patterns import group
from tizim.documents import Span
from tizim.reading import ClaimFound
from tizim.vocab import VocabError, outcome

_BESIDE = 24
_FEW = 3
_CASE = ("charge", "trial", "conviction", "sentence")


def person_at(draft: Draft, at: int) -> int | None:
    """Of whom a place speaks: who is named last before it in its sentence, first in it, or last before it."""
    sentence, paragraph = draft.sentence(at), draft.paragraph(at)
    own = draft.mentions_in(sentence)
    before = [m for m in own if m.start < at]
    if own:
        return (before[-1] if before else own[0]).person
    earlier = draft.mentions_in(Span(paragraph.start, at))
    return earlier[-1].person if earlier else None


def ages_and_births(draft: Draft) -> Iterator[Finding]:
    """An age told in one place and a birth in another, of one person, that do not fit the text's years."""
    told = {draft.sentence(place.start).start for one in durations.ages(draft) for place in one.places}
    ages: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    for hit in (*draft.found("age"), *draft.found("age_told")):
        who, written = person_at(draft, hit.start()), group(hit, "age")
        if who is not None and written and not draft.says("died", within=draft.sentence(hit.start())):
            ages[who].append((int(written), hit.span()))
    for mark in draft.found("born") if ages else ():
        day, who = _born(draft, mark), person_at(draft, mark.start())
        if day is None or not day.year or who is None:
            continue
        for age, span in ages.get(who, ()):
            years = _years(draft, span[0], day)
            known = draft.sentence(mark.start()).start in told
            if years and not known and not _may_fit(age, day.year, years):
                spans = (span, (min(mark.start(), day.start), max(mark.end(), day.end)))
                yield draft.finding("age_birth", *spans, age=age, year=day.year, now=max(years))


def _born(draft: Draft, mark: re.Match[str]) -> Day | None:
    """The day of a birth beside the words for it."""
    near = draft.days_in(draft.sentence(mark.start()))
    beside = [d for d in near if d.start <= mark.end() + _BESIDE and mark.start() - d.end <= _BESIDE]
    return min(beside, key=lambda d: abs(d.start - mark.start()), default=None)


def _years(draft: Draft, at: int, born: Day) -> set[int]:
    """The years at which an age may be told: those of the text, and those told in its paragraph."""
    now, paragraph = now_said(draft), draft.paragraph(at)
    told = {d.year for d in draft.days_in(paragraph) if d.year and d.year != born.year}
    return {year for year in {*told, *({now} if now else ())} if born.year and year > born.year}


def _may_fit(age: int, year: int, years: set[int]) -> bool:
    """Whether an age fits a birth year in any year between the first and the last that may be meant."""
    return any(one - year - more == age for one in range(min(years), max(years) + 1) for more in (0, 1))


def terms_of_people(draft: Draft) -> Iterator[Finding]:
    """A term in prison and, some sentences apart, the one article of its person, that do not fit."""
    told = {draft.sentence(one.places[0].start).start for one in terms(draft)}
    cited: dict[str, set[str]] = defaultdict(set)
    for claim in draft.reading.claims:
        if claim.person and claim.role == "victim":
            cited[claim.person] |= set(claim.articles) or _in_sentence(draft, claim)
    for claim in draft.reading.claims:
        articles = (
            cited.get(claim.person or "", set()) or _of_all(draft) or _of_last_named(draft, claim, cited)
        )
        sentence = draft.sentence(claim.start)
        if len(articles) != 1 or claim.act not in ("sentence", "conviction") or sentence.start in told:
            continue
        article = next(iter(articles))
        for term in _prison(claim):
            for problem in problems_of_term(article, term):
                span = term_ends(draft, claim.start, sentence.end)
                place = span or (claim.start, claim.end)
                yield draft.finding("penalty_range", place, **told_by(article, problem))


def _in_sentence(draft: Draft, claim: ClaimFound) -> set[str]:
    """The one article of the sentence in which somebody is charged, where the readers leave it out."""
    only = only_article(draft, draft.sentence(claim.start)) if claim.act in _CASE else None
    return {only} if only else set()


def _of_all(draft: Draft) -> set[str]:
    """The one article of a text, where it is said to be that of all the accused."""
    only = draft.kept("only article", lambda: only_article(draft, Span(0, len(draft.text))))
    told = any(draft.says("on_trial", within=draft.sentence(hit.start())) for hit in draft.found("article"))
    return {only} if only and told else set()


def _of_last_named(draft: Draft, claim: ClaimFound, cited: dict[str, set[str]]) -> set[str]:
    """The articles of the person who is named last before a claim that names nobody, in its section."""
    if claim.person:
        return set()
    before = draft.mentions_in(Span(draft.section(claim.start).start, claim.start))
    people = {m.person for m in before}
    known = [one for one in (draft.reading.persons[n].name for n in people) if cited.get(one)]
    return cited[known[0]] if len(known) == 1 else set()


def _prison(claim: ClaimFound) -> list[str]:
    """The term in prison that a claim tells, as an outcome; nothing where another penalty is told too."""
    try:
        parts = outcome(claim.outcome) if claim.outcome else ()
    except VocabError:  # several people's terms read as one: nothing to compare
        return []
    alone = len(parts) == 1 and parts[0].kind == "imprisonment" and parts[0].duration is not None
    return [str(claim.outcome)] if alone else []


def terms_of_sections(draft: Draft) -> Iterator[Finding]:
    """A verdict that names neither person nor article, in a section that cites one article before it."""
    read = {
        draft.sentence_number(claim.start)
        for claim in draft.reading.claims
        if claim.outcome and claim.articles
    }
    for hit in draft.found("verdict_told"):
        sentence = draft.sentence(hit.start())
        number, at = (
            draft.sentence_number(hit.start()),
            Span(draft.section(hit.start()).start, sentence.start),
        )
        article = only_article(draft, at) if number not in read else None
        named = {m.person for m in draft.mentions_in(at)}
        if article is None or len(named) > _FEW or draft.found("article", within=sentence):
            continue
        for length in imprisonments(draft, sentence):
            unit = "Y" if length.unit == "year" else "M"
            for problem in problems_of_term(article, f"imprisonment P{int(length.value)}{unit}"):
                spans = ((length.start, length.end), hit.span())
                yield draft.finding("penalty_range", *spans, **told_by(article, problem))
