"""Numbers without a noun that deal out a whole told before them, by whatever was done to each part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.patterns import pattern, words
from tizim.documents import Span

_UNCOUNTED = ("time", "money", "places")
_BACK = 4  # sentences before the parts in which their whole may stand
_SEVERAL = 3
_ITEM = re.compile(r"^\W*\d{1,3}[.)]\s")
_OFF, _OVER = 0.15, 0.5
_MOST, _LITTLE = 400, 0.1
_GAPPED = re.compile(r"\s[—–]\s")  # "29 entered by a court, 16 — by themselves": each of them is told
_WORD = re.compile(r"[\s\u00a0]*([^\W\d_]*)")
_GENITIVE = re.compile(
    r"(?: [^\W\d_]+){0,2} [^\W\d_]+(?:ның|нің|дың|дің|тың|тің) "
)  # "тоғыз ұсыныстың төртеуі"
_JOINT = re.compile(r"[,;]| and | и | а | және | ал ")


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers without a noun that a sentence tells, bare ones more, and the whole that opens it."""

    number: int
    head: Count | None
    parts: list[Count]
    ones: int

    @property
    def made(self) -> int:
        """What the parts make together."""
        return sum(one.value for one in self.parts) + self.ones


def dealt_out(draft: Draft) -> Iterator[Finding]:
    """ "Nine stood trial. … Four were fined, three jailed and one let go": what the parts make."""
    for number in range(len(draft.sentences)):
        row = _row(draft, number)
        if row is None:
            continue
        before = _before(draft, number)
        whole = row.head or _whole(draft, before, row)
        told = whole is None or any(one.value == row.made for one in (*before, whole))
        if whole and not told and _at_odds(draft, whole, row):
            shown = " + ".join([*(str(one.value) for one in row.parts), *(["1"] * row.ones)])
            spans = ((whole.start, whole.end), *((one.start, one.end) for one in row.parts))
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {row.made}")


def _row(draft: Draft, number: int) -> Row | None:
    """The parts that a sentence tells; None where it has other numbers, or tells of the rest."""
    sentence = draft.sentences[number]
    own = [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]
    if not own or "\t" in draft.text[sentence.start : sentence.end] or draft.says("rest", within=sentence):
        return None
    head, parts = _head(draft, own, sentence)
    row = Row(number, head, parts, _lone(draft, sentence, parts))
    if head and len(parts) + row.ones < _SEVERAL and _told_with(draft, own):
        return None
    bare = all(_bare(draft, one) and one.exact for one in parts)
    return row if bare and len(parts) + row.ones > 1 else None


def _head(draft: Draft, own: list[Count], sentence: Span) -> tuple[Count | None, list[Count]]:
    """The whole with which a sentence opens, and its parts: "of the five applicants three are …"."""
    before = _ITEM.sub("", draft.text[sentence.start : own[0].number[0]]).strip().lower()
    opens = before in words(draft.language(sentence.start), "opens_whole")
    genitive = len(own) > 1 and _GENITIVE.fullmatch(draft.text, own[0].number[1], own[1].start) is not None
    if (opens or genitive or _told_with(draft, own)) and len(own) > 1 and own[0].exact:
        return own[0], own[1:]
    return None, own


def _told_with(draft: Draft, own: list[Count]) -> bool:
    """Whether the first number of a sentence counts things, and two or more bare ones deal them out."""
    first, *parts = own
    named = bool(first.noun) and first.unit is not None and not _bare(draft, first) and not first.of_them
    apart = bool(parts) and re.search(r"[,:;]|\s[–—]\s", draft.text[first.end : parts[0].start]) is not None
    smaller = all(_bare(draft, one) and one.value < first.value for one in parts)
    return named and apart and smaller and len(parts) >= 2


def _bare(draft: Draft, one: Count) -> bool:
    """Whether a number has no noun of its own: something is told of so many of those told before."""
    language = draft.language(one.start)
    if one.unit not in (None, "persons"):
        return False
    if language == "kk" and (draft.text[one.number[1] : one.number[1] + 1] == "-" or one.unit == "persons"):
        return not one.noun
    after = _WORD.match(draft.text, one.number[1])
    word = (after.group(1) if after else "").lower()
    deed = pattern(language, "bare_deed").fullmatch(word) is not None
    return len(word) < _SEVERAL or word in words(language, "unit_stop") or deed


def _lone(draft: Draft, sentence: Span, parts: list[Count]) -> int:
    """How many parts more are told as a bare "one"."""
    hits = draft.found("lone_part", within=sentence)
    return sum(not any(one.start < hit.end() and hit.start() < one.end for one in parts) for hit in hits)


def _before(draft: Draft, number: int) -> list[Count]:
    """The counts before a sentence in its paragraph."""
    sentence = draft.sentences[number]
    start = draft.paragraph(sentence.start).start
    return [one for one in draft.counts_in(Span(start, sentence.start)) if one.unit not in _UNCOUNTED]


def _whole(draft: Draft, before: list[Count], row: Row) -> Count | None:
    """The nearest number before the parts that is larger than each of them."""
    first = draft.sentences[max(0, row.number - _BACK)].start
    most = max(one.value for one in row.parts)
    fit = [
        one for one in before
        if one.start >= first and one.exact and most < one.value < _MOST
        and not one.other and (one.unit is not None or one.noun)
    ]  # fmt: skip
    if fit and _near_enough(fit[-1], row):
        return fit[-1]
    bare = [
        one for one in before
        if one.start >= draft.sentences[max(0, row.number - 1)].start and one.exact and _near_enough(one, row)
    ]  # fmt: skip
    return bare[-1] if bare and len(row.parts) + row.ones >= _SEVERAL else (fit[-1] if fit else None)


def _near_enough(one: Count, row: Row) -> bool:
    """Whether parts make nearly a number."""
    return 0 < abs(row.made - one.value) <= max(1, _OFF * one.value)


def _at_odds(draft: Draft, whole: Count, row: Row) -> bool:
    """Whether parts were meant to make their whole, and do not."""
    parts, off = row.parts, row.made - whole.value
    joined = all(_JOINT.search(draft.text[one.end : other.start]) for one, other in pairwise(parts))
    if not joined or (off < 0 and draft.says("including", within=draft.sentences[row.number])):
        return False
    if len(parts) + row.ones >= _SEVERAL:
        more = row.head is not None and 0 < off <= _OVER * whole.value
        return more or 0 < abs(off) <= max(1, _OFF * whole.value)
    near = row.head is not None or whole.sentence >= draft.sentences[max(0, row.number - 1)].start
    split = row.head is not None or ";" in draft.text[parts[0].end : parts[-1].start]
    gapped = _GAPPED.match(draft.text, parts[-1].end) is not None and -off <= max(1, _LITTLE * whole.value)
    return near and (0 < off <= max(2, _OVER * whole.value) or (off == -1 and split) or (off < 0 and gapped))
