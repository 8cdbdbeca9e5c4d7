"""Shares told in a word, beside the two numbers of which they are told, wherever these stand."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.patterns import pattern, words
from tizim.documents import Span

_UNCOUNTED = ("time", "money")
_BEFORE, _BEHIND = 24, 64
_NEXT = re.compile(r"\s+(?:an? |of an? |of the |of )?([^\W\d_]+)")
_GENITIVE = re.compile(r"(?: [^\W\d_]+){0,2} [^\W\d_]+(?:ның|нің|дың|дің|тың|тің) ")
_OF = re.compile(r"\s*(?:of|из)\b")
_STEMS, _BEHIND_LONG = {"en": 5, "ru": 5, "kk": 5}, 40
_OF_BEFORE = re.compile(r"([^\W\d_]+)(?:ның|нің|дың|дің|тың|тің) $")
_OF_AFTER = re.compile(r" (?:of |из )?(?:the |those |these |all |its |their |этих |всех )?([^\W\d_]+)")
_WIDE, _NARROW, _EXACT = 0.2, 0.02, 0.03
_SENTENCES = 2


def fractions(draft: Draft) -> Iterator[Finding]:
    """ "Half of the 64, that is 34", "12 of 57, nearly a half": no whole told near makes it that share."""
    for hit in draft.found("fraction_words"):
        part = _part(draft, hit) if not _of_time(draft, hit) else None
        if part is None:
            continue
        sentence = draft.sentence(hit.start())
        wholes = _wholes(draft, hit, part, sentence)
        share, bound = _share(draft, hit), share_bound(draft, hit.start(), hit.end())
        if not wholes or any(_holds(part.value / one.value, share, bound, one.value) for one in wholes):
            continue
        whole = wholes[-1]
        spans = ((min(hit.start(), part.start), max(hit.end(), part.end)), (whole.start, whole.end))
        shown = f"{part.value} / {whole.value} = {100 * part.value / whole.value:.0f} %"
        yield draft.finding("sum", *spans, whole=hit.group(), parts=shown)


def _of_time(draft: Draft, hit: re.Match[str]) -> bool:
    """Whether it is a part of a year, a month, a day: "half a year"."""
    after = _NEXT.match(draft.text, hit.end())
    times = pattern(draft.language(hit.start()), "units", "time")
    return after is not None and times.fullmatch(after.group(1)) is not None


def _part(draft: Draft, hit: re.Match[str]) -> Count | None:
    """The number put beside a share: "half of them, that is 34", "12 cases, that is nearly half"."""
    sentence, language = draft.sentence(hit.start()), draft.language(hit.start())
    said = pattern(language, "beside_share")
    behind = [
        one for one in draft.counts_in(Span(hit.end(), min(sentence.end, hit.end() + _BEHIND)))
        if one.unit not in _UNCOUNTED
    ]  # fmt: skip
    for one in behind:
        between = draft.text[hit.end() : one.start]
        marks = list(said.finditer(between))
        bare = re.fullmatch(r"[^,(—–;:]{0,34}(?:,|\(|:)\s", between)
        joined = bool(marks) and not between[marks[-1].end() :].strip(" ,")
        if (joined and not re.search(r"[;:](?!\s\S{2,6}\s$)", between)) or bare:
            return next((other for other in behind if _part_of(draft, other, one)), one)
    before = draft.text[max(sentence.start, hit.start() - _BEFORE) : hit.start()]
    told = list(said.finditer(before))
    own = [one for one in draft.counts_in(Span(sentence.start, hit.start())) if one.unit not in _UNCOUNTED]
    if told and own and len(before[told[-1].end() :].split()) < _SENTENCES:
        pair = [
            one for one in own if re.match(r"\s*(?:of|из)\b", draft.text[one.number[1] : one.number[1] + 5])
        ]
        return (pair or own)[-1]
    return None


def _part_of(draft: Draft, part: Count, whole: Count) -> bool:
    """Whether a number is told as part of the one before it: "2400 оқырманның 1200-і"."""
    between = draft.text[whole.number[1] : part.start]
    return part.start > whole.start and _GENITIVE.fullmatch(between) is not None


def _wholes(draft: Draft, hit: re.Match[str], part: Count, sentence: Span) -> list[Count]:
    """The numbers of which a share may be: of those it names; told with it; of its sentence; before it."""
    of_those = _of_those(draft, hit, part)
    if of_those:
        return of_those
    named = [one for one in draft.counts_in(Span(hit.end(), part.start)) if one.unit not in _UNCOUNTED]
    if named and named[0].value >= part.value:
        return named
    own = [
        one for one in draft.counts_in(sentence)
        if one is not part and one.unit not in _UNCOUNTED and one.value >= part.value
    ]  # fmt: skip
    if own:
        return own
    begin = draft.paragraph(sentence.start).start
    return [
        one for one in draft.counts_in(Span(begin, sentence.start))
        if one.unit not in _UNCOUNTED and one.value >= part.value
    ]  # fmt: skip


def held_by(draft: Draft, hit: re.Match[str], part: Count, whole: Count) -> bool:
    """Whether a part is the share of a whole that is told in a word."""
    bound = share_bound(draft, hit.start(), hit.end())
    return _holds(part.value / whole.value, _share(draft, hit), bound, whole.value)


def _of_those(draft: Draft, hit: re.Match[str], part: Count) -> list[Count]:
    """The one number told before of the people or things of which a share says that it is one."""
    language = draft.language(hit.start())
    size = _STEMS[language]
    before = _OF_BEFORE.search(draft.text[max(0, hit.start() - _BEHIND_LONG) : hit.start()])
    behind = _OF_AFTER.match(draft.text, hit.end())
    found = before if language == "kk" else behind
    stem = found.group(1).lower()[:size] if found else ""
    if len(stem) < size or pattern(language, "unit_stop").fullmatch(found.group(1).lower() if found else ""):
        return []
    start = draft.paragraph(hit.start()).start
    told = [
        one for one in draft.counts_in(Span(start, hit.start()))
        if one.unit not in _UNCOUNTED and one.value >= part.value and one is not part
        and (one.noun[:size] == stem or _beside(draft, one, stem))
    ]  # fmt: skip
    return told if len({one.value for one in told}) == 1 else []


def _beside(draft: Draft, one: Count, stem: str) -> bool:
    """Whether a word of the stem stands right before a number, or behind it in its clause."""
    text = draft.text
    before = text[max(draft.sentence(one.start).start, one.start - _BEHIND_LONG) : one.start].lower()
    after = re.split(r"[,;:.]", text[one.number[1] : one.number[1] + _BEHIND_LONG].lower())[0]
    alone = len(draft.counts_in(draft.sentence(one.start))) == 1 or not re.search(r"[,;:]", before)
    return f" {stem}" in after or (alone and f" {stem}" in f" {before}")


def _share(draft: Draft, hit: re.Match[str]) -> float:
    known = words(draft.language(hit.start()), "fraction_words")
    told = " ".join(hit.group().lower().split())
    fit = [form for form in known if told == form or (form[-1] == "*" and told.startswith(form[:-1]))]
    return float(known[max(fit, key=len)]) if fit else 0.5


def share_bound(draft: Draft, start: int, end: int) -> str:
    """What bounds a share: "more", "less", "nearly", "about"; nothing where it is told as it is."""
    language = draft.language(start)
    before = draft.text[max(0, start - _BEFORE) : start].rstrip().lower()
    for bound in ("more", "less", "nearly", "about"):
        if any(before.endswith(form) for form in words(language, f"fraction_{bound}")):
            return bound
    after = words(language, "fraction_after")
    rest = draft.text[end : end + _BEFORE]
    for bound in after if isinstance(after, dict) else ():
        if re.match(rf"\w*\s+(?:{pattern(language, 'fraction_after', bound).pattern})", rest, re.IGNORECASE):
            return str(bound)
    return ""


def _holds(told: float, share: float, bound: str, whole: int) -> bool:
    """Whether a part is that share of its whole: as near as so many people can be, or within its bound."""
    slack = max(1 / whole, _EXACT)
    if bound == "more":
        return share - _NARROW <= told <= share + _WIDE + slack
    if bound == "less":
        return share - _WIDE - slack <= told <= share + _NARROW
    if bound == "nearly":
        return share * (1 - _WIDE) - slack <= told <= share + _NARROW
    wide = _WIDE * share if bound == "about" else 0
    return abs(told - share) <= slack - 1e-9 + wide or abs(told - share) * whole < 1
