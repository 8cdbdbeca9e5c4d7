"""Rows of numbers behind a colon, a dash or "of the nine": each item opens with its number."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import Numeral, numerals_in
from tizim.documents import Span

_OPENED = re.compile(r"[^.:;,(\n–—]{0,40}?(?::|\s[–—])\s")
_OF = {
    "en": re.compile(r"\b[Oo](?:f|ut of)(?: (?:the|these|those|its|our|all))* $"),
    "ru": re.compile(r"\b[Ии]з(?: (?:этих|тех|всех|них|наших))* $"),
}
_NOUN = re.compile(r"(?:\s[^\W\d_]+){1,2}?,?\s(?=\S)")
_ITEMS = re.compile(r"[,;]\s+(?:and |и |а |ал |және )?|\s+(?:and|и|а|және|ал)\s+")
_ENDS = re.compile(r"[.!?:(]|\s[–—]\s")
_UNCOUNTED = ("time", "money", "places")
_OFF, _FEW = 0.15, 3


def rows_dealt(draft: Draft) -> Iterator[Finding]:
    """ "1,260 records: 840 of detentions, 310 of trials and 120 of complaints": what the items make."""
    for whole in draft.counts:
        start = _row(draft, whole) if whole.exact and whole.unit not in _UNCOUNTED else None
        parts = _items(draft, start, draft.sentence(whole.start)) if start else []
        made = sum(int(one.value) for one in parts)
        off = abs(made - whole.value)
        if len(parts) < 2 or not off or any(one.value >= whole.value for one in parts):
            continue
        sentence = draft.sentence(whole.start)
        row = Span(parts[0].start, sentence.end)
        left = draft.says("rest", within=sentence) and not draft.says("rest", within=row)
        if draft.says("including", within=sentence) or left:
            continue
        if off <= max(1, (_OFF if len(parts) >= _FEW else _OFF / 2) * whole.value):
            shown = " + ".join(str(int(one.value)) for one in parts)
            spans = ((whole.start, whole.end), (parts[0].start, parts[-1].end))
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {made}")


def _row(draft: Draft, whole: Count) -> int | None:
    """Where the row that a number opens begins: behind its colon or dash, or behind "of the nine cases"."""
    sentence = draft.sentence(whole.start)
    opened = _OPENED.match(draft.text, whole.number[1], sentence.end)
    if opened:
        return opened.end()
    language = draft.language(whole.start)
    before = draft.text[max(sentence.start, whole.start - 24) : whole.start]
    noun = _NOUN.match(draft.text, whole.number[1], sentence.end)
    of = language in _OF and _OF[language].search(before)
    return noun.end() if of and noun else None


def _items(draft: Draft, start: int, sentence: Span) -> list[Numeral]:
    """The numbers that open the items of a row; none where one opens with no number or has another."""
    language = draft.language(start)
    at = Span(start, sentence.end)
    if draft.days_in(at) or draft.lengths_in(at):
        return []
    stop = _ENDS.search(draft.text, start, sentence.end)
    text = draft.text[start : stop.start() if stop else sentence.end]
    found, offset = [], start
    for item in _ITEMS.split(text):
        at_item = draft.text.index(item, offset)
        offset = at_item + len(item)
        numbers = numerals_in(draft.text, at_item, offset, language)
        if len(numbers) != 1 or numbers[0].start != at_item or not numbers[0].whole:
            return []
        found += numbers
    return found
