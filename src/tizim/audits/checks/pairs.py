"""Two numbers of one clause: so many of so many, and what is told to have come to be more or fewer."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import numerals_in, value_of
from tizim.audits.patterns import group, numbered, words
from tizim.documents import Span

_OF = {
    "en": re.compile(
        r"\b[Oo](?:f|ut of)(?: (?:the|these|those|its|his|her|their|our|all|some|these same))* $"
    ),
    "ru": re.compile(r"\b[Ии]з(?: (?:этих|тех|всех|её|его|их|наших|общего числа))* $"),
}
_BETWEEN = {
    "en": re.compile(r"(?: [a-z-]+){0,3},? (?:only |as many as |just |some |at least )?"),
    "ru": re.compile(r"(?: [а-яё-]+){0,3}(?:,| [—–])? (?:только |лишь |целых |не менее )?"),
    "kk": re.compile(
        r"(?: [а-яәғқңөұүһі-]+){0,2} ?[а-яәғқңөұүһі]*(?:ның|нің|дың|дің|тың|тің)(?: тек| кемінде)? "
    ),
}
_AMONG = re.compile(
    r",? (?:из них|из которых|of whom|of them|of which|among them|оның ішінде|олардың ішінде)"
    r"(?: [^\W\d]+){0,3}(?: [—–])? $"
)
_PART_OF = re.compile(r"(?: [^\W\d_]+)?,? (?:of|out of|из) (?:the |these |those |all |этих |всех )?")
_UNCOUNTED = ("time", "money", "places")
_SEVERAL, _MANY = 2, 3
_BACK, _TIMES, _WIDE, _STEM = 2, 6, 30, 5


def parts_of_wholes(draft: Draft) -> Iterator[Finding]:
    """ "Of these eight nine asked …", "of its 24 pages 27": a part that is larger than its whole."""
    for one, other in pairwise(draft.counts):
        same = one.sentence == other.sentence and one.unit not in _UNCOUNTED and other.unit not in _UNCOUNTED
        if not same or not one.exact or other.value <= one.value or other.value > _MANY * one.value:
            continue
        language = draft.language(one.start)
        between = draft.text[one.number[1] : other.start]
        if _AMONG.search(between) and one.noun and other.unit in (None, one.unit):
            yield _larger(draft, other, one)
            continue
        opened = language == "kk" or _OF[language].search(draft.text[max(0, one.start - _WIDE) : one.start])
        if not opened or not _BETWEEN[language].fullmatch(between):
            continue
        if not (_of_it(draft, other) if language == "kk" else _of_things(between, one)):
            continue
        if one.unit in (None, "persons") or other.unit in (None, one.unit):
            yield _larger(draft, other, one)


def _larger(draft: Draft, part: Count, whole: Count) -> Finding:
    spans = ((part.start, part.end), (whole.start, whole.end))
    return draft.finding("part_exceeds_whole", *spans, part=part.value, whole=whole.value)


def _of_things(between: str, one: Count) -> bool:
    """Whether so many things are told, and no part: "of these eight nine …", not "of these two were …"."""
    told = between.strip(" ,–—").lower().split()
    return not told or (bool(one.noun) and told[0] == one.noun and len(told) <= _SEVERAL)


def _of_it(draft: Draft, one: Count) -> bool:
    """Whether a Kazakh number has the ending of a part: "320-сы", "төртеуі"."""
    written = draft.text[one.number[0] : min(len(draft.text), one.number[1] + 8)]
    return re.match(r"\d+-(?:і|ы|сі|сы)|\w+(?:еуі|ауы|сы|сі|і|ы)\b", written) is not None


def wholes_otherwise(draft: Draft) -> Iterator[Finding]:
    """ "Eight computers were taken. … Six of the nine computers": the whole was told otherwise before."""
    for one, other in pairwise(draft.counts):
        part, whole = (other, one) if draft.language(one.start) == "kk" else (one, other)
        between = draft.text[one.number[1] : other.start]
        if one.sentence != other.sentence or part.value >= whole.value or not whole.exact:
            continue
        if not (_BETWEEN["kk"].fullmatch(between) if part is other else _PART_OF.fullmatch(between)):
            continue
        noun = (whole.noun or part.noun)[:_STEM]
        start = draft.paragraph(one.start).start
        told = [
            c for c in draft.counts_in(Span(start, one.start))
            if c.exact and len(noun) == _STEM and c.noun[:_STEM] == noun and not c.of_them
        ]  # fmt: skip
        if len({c.value for c in told}) == 1 and 0 < abs(told[0].value - whole.value) <= _SEVERAL:
            spans = ((whole.start, whole.end), (told[0].start, told[0].end))
            forms = ", ".join(f"“{draft.text[start:end]}”" for start, end in spans)
            yield draft.finding("two_numbers", *spans, forms=forms)


def become_more(draft: Draft) -> Iterator[Finding]:
    """ "In July there were 31, in August 36: higher by four": no two numbers told near are so far apart."""
    for at, language in _blocks(draft, "more_hints"):
        for hit in numbered(language, "more_by").finditer(draft.text, at.start, at.end):
            said = value_of(group(hit, "number") or "", language)
            if said is None or said < _SEVERAL:
                continue
            near = _near(draft, hit)
            values = {int(one.value) for one in near}
            gaps = {abs(a - b) for a in values for b in values if a != b}
            likely = [gap for gap in gaps if gap <= _TIMES * said and said <= _TIMES * gap]
            if len(values) == _SEVERAL and likely and said not in gaps:
                spans = (hit.span(), *((one.start, one.end) for one in near))
                shown = f"{max(values)} − {min(values)} = {likely[0]}"
                yield draft.finding("sum", *spans, whole=int(said), parts=shown)


def _blocks(draft: Draft, key: str) -> Iterator[tuple[Span, str]]:
    """The paragraphs with any of the words without which nothing of a matter is told."""
    for at, language in draft.blocks():
        text = draft.text[at.start : at.end].lower()
        if any(hint in text for hint in words(language, key)):
            yield at, language


def _near(draft: Draft, hit: re.Match[str]) -> list[Count]:
    """The two numbers told last before a difference and in its sentence: of one noun, or of none."""
    start = draft.around(hit.start(), before=_BACK).start
    told = [
        one for one in draft.counts_in(Span(start, draft.sentence(hit.start()).end))
        if one.unit not in _UNCOUNTED and one.exact and not one.of_them
        and not hit.start() <= one.number[0] < hit.end()
    ]  # fmt: skip
    own = [one for one in told if one.sentence == draft.sentence(hit.start()).start]
    if len(own) == 1 and len({one.value for one in told}) > _SEVERAL:
        return [*_of_noun(draft, own[0], draft.paragraph(hit.start()).start), *own]
    return own if len(own) == _SEVERAL else told


def _of_noun(draft: Draft, own: Count, start: int) -> list[Count]:
    """The one number before another in its paragraph that counts the same things."""
    stem = (own.noun or _noun_before(draft, own))[:_STEM]
    told = [
        one for one in draft.counts_in(Span(start, draft.sentence(own.start).start))
        if len(stem) == _STEM and one.exact
        and f" {stem}" in draft.text[one.number[1] : one.number[1] + _WIDE].lower()
    ]  # fmt: skip
    return [max(told, key=lambda one: one.value)] if told else []


def _noun_before(draft: Draft, one: Count) -> str:
    """The long word before a number, or the last but one: "задержаний было 25"."""
    before = re.findall(r"[^\W\d_]{5,}", draft.text[draft.sentence(one.start).start : one.start])
    return before[-1].lower() if before else ""


def times_more(draft: Draft) -> Iterator[Finding]:
    """ "A growth of three times": the two numbers told with it or before it, one against the other."""
    for at, language in _blocks(draft, "times_hints"):
        for hit in numbered(language, "times_more").finditer(draft.text, at.start, at.end):
            said = _said(draft, hit, language)
            near = _near(draft, hit) if said else []
            values = sorted({int(one.value) for one in near})
            if said and len(values) == _SEVERAL and values[0]:
                times = values[1] / values[0]
                if abs(times - said) > 0.15 * said and times < _TIMES:
                    spans = (hit.span(), *((one.start, one.end) for one in near))
                    shown = f"{values[1]} / {values[0]} = {times:.1f}"
                    yield draft.finding("sum", *spans, whole=hit.group(), parts=shown)


def _said(draft: Draft, hit: re.Match[str], language: str) -> float | None:
    """How many times as many are told: by a number, or by a word such as "twice"."""
    number = group(hit, "number")
    if number:
        found = numerals_in(number, 0, len(number), language)
        return found[0].value if found else None
    word = (group(hit, "word") or "").lower()
    return {"вдвое": 2.0, "втрое": 3.0, "вчетверо": 4.0, "twice": 2.0, "double": 2.0, "triple": 3.0}.get(word)
