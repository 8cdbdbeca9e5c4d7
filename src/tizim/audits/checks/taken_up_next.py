"""Names in a row, and the number by which the next sentence takes them up; fractions without a number."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.checks.fractions import held_by
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.patterns import numbered, pattern
from tizim.audits.people import Mention
from tizim.documents import Span

_JOINED = re.compile(
    r"\s*(?:\([^)]{2,40}\))?\s*(?:,|;)?\s*(?:and|и|а также|және|мен|пен|бен)?\s*(?:[a-zа-яёәғқңөұүһі]+ ){0,3}"
)
_FEWEST, _MOST, _STEM, _BACK = 3, 12, 5, 3
_UNCOUNTED = ("time", "money", "places")


def next_takes_up(draft: Draft) -> Iterator[Finding]:
    """ "In the dock are A, B, C and D. The five defendants …": another number than that of the names."""
    for row in _rows(draft):
        own = draft.sentence_number(row[0].start)
        if draft.sentence_number(row[-1].start) != own or own + 1 >= len(draft.sentences):
            continue
        following = draft.sentences[own + 1]
        together = draft.paragraph(following.start) == draft.paragraph(row[0].start)
        sentence = draft.sentences[own]
        listed = not draft.says("including", within=sentence) and not draft.says("rest", within=sentence)
        if not (together and listed) or draft.counts_in(sentence):
            continue
        language = draft.language(following.start)
        hit = numbered(language, "takes_up").match(draft.text, following.start, following.end)
        counts = draft.counts_in(following)
        count = counts[0] if hit and counts and counts[0].number[0] < hit.end() else None
        people = count and count.exact and count.unit in ("persons", None) and 1 < count.value <= _MOST
        if count and people and abs(count.value - len(row)) == 1:
            spans = ((count.start, count.end), (row[0].start, row[-1].end))
            yield draft.finding("list_count", *spans, number=count.value, named=len(row))


def _rows(draft: Draft) -> Iterator[list[Mention]]:
    """Rows of names, with or without a word on each in brackets; whoever stands in them once."""
    row: list[Mention] = []
    for one, other in pairwise([*draft.mentions, None]):
        row = row or ([one] if one else [])
        if one and other and _JOINED.fullmatch(draft.text, one.end, other.start):
            row.append(other)
            continue
        if _FEWEST <= len(row) == len({m.person for m in row}) and all(len(m.words) > 1 for m in row):
            yield row
        row = []


def shares_of_deeds(draft: Draft) -> Iterator[Finding]:
    """ "Of 47 thirteen closed. … So nearly half closed": the share in a word of what a number was told of."""
    for hit in draft.found("fraction_words"):
        sentence = draft.sentence(hit.start())
        if [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]:
            continue
        part = _same_deed(draft, hit, sentence)
        whole = _whole(draft, part) if part else None
        if part and whole and not held_by(draft, hit, part, whole):
            spans = (hit.span(), (part.start, part.end), (whole.start, whole.end))
            shown = f"{part.value} / {whole.value} = {100 * part.value / whole.value:.0f} %"
            yield draft.finding("sum", *spans, whole=hit.group(), parts=shown)


def _same_deed(draft: Draft, hit: re.Match[str], sentence: Span) -> Count | None:
    """The number told before of what a share is told of: its clause has the same verb."""
    stems = _stems(draft, Span(max(sentence.start, hit.start() - 30), sentence.end))
    start = draft.around(hit.start(), before=_BACK).start
    told = [one for one in draft.counts_in(Span(start, sentence.start)) if one.unit not in _UNCOUNTED]
    fit = [one for one in told if stems & _stems(draft, _clause(draft, one))]
    return fit[0] if len(fit) == 1 and fit[0].exact else None


def _clause(draft: Draft, one: Count) -> Span:
    """What stands around a number up to the next comma or number on each side."""
    sentence = draft.sentence(one.start)
    before = max(draft.text.rfind(mark, sentence.start, one.start) for mark in ",;:")
    ends = [at for mark in ",;:" if (at := draft.text.find(mark, one.end, sentence.end)) > 0]
    others = [other.end for other in draft.counts_in(Span(sentence.start, one.start))]
    return Span(max([sentence.start, before + 1, *others]), min([sentence.end, *ends]))


def _stems(draft: Draft, at: Span) -> set[str]:
    deed = pattern(draft.language(at.start), "bare_deed")
    found = (hit.group().lower() for hit in re.finditer(r"[^\W\d_]{5,}", draft.text[at.start : at.end]))
    return {one[:_STEM] for one in found if deed.fullmatch(one)}


def _whole(draft: Draft, part: Count) -> Count | None:
    """The number of which a part is told: before it in its sentence, else the last larger one before it."""
    start = draft.around(part.start, before=1).start
    told = [one for one in draft.counts_in(Span(start, part.start)) if one.unit not in _UNCOUNTED]
    larger = [one for one in told if one.exact and one.value > part.value]
    return larger[0] if larger and larger[0].sentence == part.sentence else (larger[-1] if larger else None)
