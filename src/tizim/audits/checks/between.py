"""Days told next to each other: how long it was between them, which came first, which was the last."""

import re
from collections.abc import Iterator

from tizim.audits.checks.dates import told
from tizim.audits.chronology.clauses import Clause, clauses
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.lengths import Length
from tizim.audits.patterns import pattern, words
from tizim.documents import Span

_TIMES = 4  # a length so many times that between two days is of something else
_SLACK = {"day": 1, "week": 2, "month": 10, "year": 120}
_LONGEST = 800
_MARK = 26
_NEW_CLAUSE = re.compile(r"\s*(?:,|(?:he|she|they|он|она|они|ол|олар)\b)")
_STEM = 6
_SHARED = 2
_ORDINAL = re.compile(r"[^\W\d_]{5,}")


def lengths_between(draft: Draft) -> Iterator[Finding]:
    """ "Taken on the 21st and let go on the 24th, after a week": the length beside the two days near it."""
    told = [one for one in clauses(draft) if one.day.day and not one.spanned]
    for length in (*draft.lengths, *singles(draft)):
        sentence = draft.sentence(length.start)
        near = Span(max(sentence.start, length.start - _MARK), min(sentence.end, length.end + _MARK))
        if length.unit == "hour" or not draft.says("lasted", within=near):
            continue
        if draft.says("lasted_not", within=sentence):
            continue
        days = _pair(draft, told, sentence)
        if days is None:
            continue
        first, last = sorted(days, key=lambda one: one.first)
        apart = (last.first - first.first).days
        off = abs(length.in_days - apart)
        if apart and off > _slack(length) and max(length.in_days / apart, apart / length.in_days) < _TIMES:
            spans = ((length.start, length.end), *((one.day.start, one.day.end) for one in (first, last)))
            shown = draft.text[length.start : length.end]
            yield draft.finding("duration_dates", *spans, length=shown, days=apart)


def singles(draft: Draft) -> Iterator[Length]:
    """Lengths of one, told without a number: "a week"."""
    for unit in _SLACK:
        for hit in draft.found("one_length_of", unit):
            yield Length(hit.start(), hit.end(), 1, unit)


def _slack(length: Length) -> float:
    return _SLACK[length.unit] * max(1.0, length.value / 4)


def _pair(draft: Draft, told: list[Clause], sentence: Span) -> tuple[Clause, Clause] | None:
    """The only two days of a sentence, or of it and the one beside it; None where there are more or fewer."""
    number = draft.sentence_number(sentence.start)
    paragraph = draft.paragraph(sentence.start)
    own = [one for one in told if one.sentence == number]
    for beside in (number, number - 1, number + 1):
        near = [
            one
            for one in told
            if one.sentence in (number, beside) and paragraph.start <= one.at.start < paragraph.end
        ]
        distinct = {one.first for one in near}
        if len(near) == 2 == len(distinct) and (own or beside != number):
            gap = abs((near[0].first - near[1].first).days)
            return (near[0], near[1]) if gap < _LONGEST else None
        if len(near) > 2:
            return None
    return None


def counted_off(draft: Draft) -> Iterator[Finding]:
    """ "The third on 29 August, the second on 30 June, the first on 1 September": not in their order."""
    before: tuple[int, str, Clause] | None = None
    for clause in clauses(draft):
        nth = _nth(draft, clause)
        if nth is None or clause.spanned:
            continue
        if before and _of_one_row(draft, before, nth, clause):
            early, late = (before[2], clause) if before[0] < nth[0] else (clause, before[2])
            if late.last < early.first:
                yield told(draft, "date_order", late.day, early.day, (late.day.start, late.day.end))
        before = (nth[0], nth[1] or (before[1] if before else ""), clause)


def _of_one_row(draft: Draft, before: tuple[int, str, Clause], nth: tuple[int, str], clause: Clause) -> bool:
    """Whether two clauses count off things of one kind, one right behind the other."""
    next_to = clause.sentence - before[2].sentence <= 1 and before[0] != nth[0]
    together = draft.paragraph(before[2].at.start) == draft.paragraph(clause.at.start)
    return next_to and together and (nth[1] == before[1] or not (nth[1] and before[1]))


def _nth(draft: Draft, clause: Clause) -> tuple[int, str] | None:
    """Which of several a clause tells of, and the stem of its noun; None where it does not say one."""
    language = draft.language(clause.at.start)
    hits = [
        (int(number), hit)
        for number in words(language, "nth")
        for hit in pattern(language, "nth", number).finditer(draft.text, clause.at.start, clause.at.end)
    ]
    if len(hits) != 1:
        return None
    number, hit = hits[0]
    after = _ORDINAL.search(draft.text, hit.end(), min(clause.at.end, hit.end() + _MARK))
    near = after and after.start() - hit.end() <= 1
    return number, (after.group()[:_STEM].lower() if near and after else "")


def last_contacts(draft: Draft) -> Iterator[Finding]:
    """ "She was last seen on 2 March", and a meeting on a later day told in the same paragraph."""
    told = clauses(draft)
    for place, clause in enumerate(told):
        if not draft.says("last_contact", within=clause.at):
            continue
        for later in told[place + 1 :]:
            if draft.paragraph(later.at.start) != draft.paragraph(clause.at.start):
                break
            if later.first > clause.last and _contact(draft, clause, later):
                spans = ((clause.day.start, clause.day.end), (later.day.start, later.day.end))
                at = [_stripped(draft, one.at) for one in (clause, later)]
                shown = [draft.text[start:end] for start, end in spans]
                yield draft.finding("last_contradicted", *at, forms=listed(shown))
                break


def _stripped(draft: Draft, at: Span) -> tuple[int, int]:
    text = draft.text[at.start : at.end]
    return at.start + len(text) - len(text.lstrip()), at.start + len(text.rstrip())


def _contact(draft: Draft, clause: Clause, later: Clause) -> bool:
    """Whether a later clause tells of a meeting, or of much that the first one tells; none that failed."""
    met = draft.found("contact", within=later.at)
    start = draft.text.rfind(",", later.at.start, met[0].start()) + 1 if met else later.at.start
    stop = draft.text.find(",", met[0].end(), later.at.end) if met else -1
    stop = stop if stop > 0 else later.at.end
    own = Span(
        max(start, later.at.start),
        later.day.end if met and _NEW_CLAUSE.match(draft.text, later.day.end) else stop,
    )
    if draft.says("not_done", within=own):
        return False
    return bool(met) or len(_stems(draft, clause.at) & _stems(draft, later.at)) >= _SHARED


def _stems(draft: Draft, at: Span) -> set[str]:
    found = (hit.group()[:_STEM].lower() for hit in _ORDINAL.finditer(draft.text, at.start, at.end))
    months = {draft.text[one.start : one.end].split()[-1][:_STEM].lower() for one in draft.days_in(at)}
    return set(found) - months


def founded_since(draft: Draft) -> Iterator[Finding]:
    """A body founded in a year, and what it had done before it, in one paragraph: by its name, or "we"."""
    for hit in draft.found("founded"):
        own = draft.sentence(hit.start())
        days = [one for one in draft.days_in(own) if one.first and one.last]
        day = min(days, key=lambda one: max(one.start - hit.end(), hit.start() - one.end, 0), default=None)
        if day is None or day.first is None:
            continue
        paragraph = draft.paragraph(own.start)
        names = _names(draft, own)
        for other in draft.days_in(paragraph):
            at = draft.sentence(other.start)
            early = other.last is not None and other.last < day.first
            if at == own or not early or draft.says("predecessor", within=at):
                continue
            text = draft.text[at.start : at.end].lower()
            taken_up = draft.says("we", within=at) and draft.says("we", within=own)
            if taken_up or any(name in text for name in names):
                spans = ((other.start, other.end), (day.start, day.end))
                shown = [draft.text[start:end] for start, end in reversed(spans)]
                yield draft.finding("before_founding", *spans, forms=listed(shown))


def _names(draft: Draft, at: Span) -> set[str]:
    """The stems of what a sentence names in quotation marks: the body that was founded."""
    quoted = re.findall(r"[«“\"]([^»”\"\n]{3,60})[»”\"]", draft.text[at.start : at.end])
    return {word[:_STEM].lower() for one in quoted for word in _ORDINAL.findall(one)}
