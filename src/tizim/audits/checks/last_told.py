"""The last of a kind, what has never been since, and what a body did before it was there."""

import re
from collections.abc import Iterator

from tizim.audits.chronology.clauses import Clause, clauses
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import group, pattern
from tizim.documents import Span

_STEM = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_APART = re.compile(r";|(?:ды|ді|ты|ті|ған|ген|қан|кен), (?=\d)")
_YEARS = 12
_NEXT, _NEAR = 2, 60


def last_of_kind(draft: Draft) -> Iterator[Finding]:
    """ "The last course was in March. … those of the course in May": a later one of the same noun."""
    told = clauses(draft)
    for clause in told:
        for hit in draft.found("last_told", within=clause.at):
            stems = _stems(draft, group(hit, "noun") or "", hit.start())
            if not stems or _ahead(draft, clause) or draft.says("last_contact", within=clause.at):
                continue
            yield from _contradicted(draft, clause, stems[:1] if len(stems) > 1 else stems, told)


def never_since(draft: Draft) -> Iterator[Finding]:
    """ "On 3 May it was blocked; since then it has not been" with a later day of the same told."""
    told = clauses(draft)
    for hit in draft.found("never_since"):
        paragraph = draft.paragraph(hit.start())
        before = [one for one in told if paragraph.start <= one.day.start < hit.start()]
        start = draft.section(hit.start()).start
        if not draft.days_in(draft.sentence(hit.start())):
            before = before or [one for one in told if start <= one.day.start < hit.start()][-1:]
        stems = _stems(draft, group(hit, "noun") or "", hit.start())
        if before and stems and not draft.says("last_ahead", within=draft.sentence(hit.start())):
            yield from _contradicted(draft, max(before, key=lambda one: one.last), stems, told, said=hit)


def _stems(draft: Draft, words: str, at: int) -> list[str]:
    """The stems of the long words of a stretch that are no words of time."""
    stop = pattern(draft.language(at), "last_stop")
    found = [hit.group().lower() for hit in _WORD.finditer(words)]
    if found and stop.fullmatch(found[0]):
        return []
    return [one[:_STEM] for one in found if not stop.fullmatch(one)]


def _ahead(draft: Draft, clause: Clause) -> bool:
    return draft.says("last_ahead", within=draft.sentence(clause.day.start))


def _contradicted(
    draft: Draft, clause: Clause, stems: list[str], told: list[Clause], *, said: re.Match[str] | None = None
) -> Iterator[Finding]:
    """What is told of one of the stems on a day after that of a clause, in its section."""
    section = draft.section(clause.day.start)
    own = {draft.text[clause.day.start : clause.day.end].split()[-1][:_STEM].lower()}
    for other in told:
        inside = section.start <= other.day.start < section.end and other is not clause
        if (
            not inside
            or other.first <= clause.last
            or (said and other.day.start < said.end())
            or _ahead(draft, other)
        ):
            continue
        text = draft.text[other.at.start : other.at.end].lower()
        met = {hit.group() for hit in _WORD.finditer(text) if hit.group()[:_STEM] not in own}
        if any(word.startswith(stem) for word in met for stem in stems) and not draft.says(
            "not_done", within=other.at
        ):
            spans = (said.span() if said else (clause.day.start, clause.day.end), _stripped(draft, other.at))
            yield draft.finding(
                "last_contradicted", *spans, forms=listed([draft.text[slice(*one)] for one in spans])
            )
            return


def _stripped(draft: Draft, at: Span) -> tuple[int, int]:
    text = draft.text[at.start : at.end]
    return at.start + len(text) - len(text.lstrip()), at.start + len(text.rstrip(" .,;"))


def founded_later(draft: Draft) -> Iterator[Finding]:
    """ "The choir was set up in 1996. Its first record came out in 1994": before it was there."""
    for hit in draft.found("founded_told"):
        own = draft.sentence(hit.start())
        days = [one for one in draft.days_in(own) if one.first and one.last and one.start - hit.end() < _NEAR]
        day = min(days, key=lambda one: max(one.start - hit.end(), hit.start() - one.end, 0), default=None)
        body = _body(draft, own, hit.start())
        if day is None or day.first is None or not body or draft.says("founded_other", within=own):
            continue
        number = draft.sentence_number(own.start)
        for at in draft.sentences[number : number + 1 + _NEXT]:
            other_body = at != own and draft.says("founded_not", within=at)
            if other_body or draft.paragraph(at.start) != draft.paragraph(own.start):
                break
            taken_up = _taken_up(draft, at, body)
            for other in draft.days_in(at) if taken_up else ():
                if at == own and not _APART.search(draft.text[day.end : other.start]):
                    continue
                early = other.last is not None and other.last < day.first
                if early and other.last and day.first.year - other.last.year <= _YEARS:
                    spans = ((other.start, other.end), (day.start, day.end))
                    shown = [draft.text[start:end] for start, end in reversed(spans)]
                    yield draft.finding("before_founding", *spans, forms=listed(shown))


def _body(draft: Draft, at: Span, founded: int) -> set[str]:
    """The stems of the body of whose founding a sentence tells: its kind, its name in quotation marks."""
    nouns = {hit.group().lower()[:_STEM] for hit in draft.found("founded_of", within=at)}
    quoted = re.findall(r"[«“\"]([^»”\"\n]{3,60})[»”\"]", draft.text[at.start : at.end])
    return nouns | {word[:_STEM].lower() for one in quoted for word in _WORD.findall(one)}


def _taken_up(draft: Draft, at: Span, body: set[str]) -> bool:
    """Whether a sentence speaks of a body or of what is its own."""
    text = draft.text[at.start : at.end].lower()
    return bool({hit.group()[:_STEM] for hit in _WORD.finditer(text)} & body) or draft.says(
        "its_own", within=at
    )
