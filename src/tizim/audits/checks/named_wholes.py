"""A part of those whom a text has counted before by what it said of them: "12 of their witnesses"."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.patterns import pattern
from tizim.documents import Span

_PHRASE = {
    "en": re.compile(r"\s+of (?:the|these|those|its|their) (?P<phrase>[a-z'’-]+(?: [a-z'’-]+){0,3})"),
    "ru": re.compile(r"\s+из (?:этих |тех |всех |числа )?(?P<phrase>[а-яё-]+(?: [а-яё-]+){0,3})"),
}
_BEFORE = {
    "ru": re.compile(
        r"\b[Ии]з (?:этих |тех |всех )?(?P<phrase>[а-яё-]+(?: [а-яё-]+){0,3}?),? (?:только |лишь )?$"
    ),
    "kk": re.compile(r"(?P<phrase>[^\W\d_]+(?: [^\W\d_]+){0,3}?(?:ның|нің|дың|дің|тың|тің))(?: тек)? $"),
}
_STEMS = {"en": 5, "ru": 5, "kk": 4}
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNCOUNTED = ("time", "money", "places")
_BACK, _WIDE, _OFF = 3, 70, 3
_OPENS = re.compile(r"\W*(?:Of the|Of these|Of those|Из|Из этих) (?P<phrase>[^\W\d_]+) ")
_MOST_PARTS, _LITTLE = 4, 0.1


def parts_of_those_told(draft: Draft) -> Iterator[Finding]:
    """ "84 administrative, 32 criminal. Of the criminal cases 35 went to court": more than were told."""
    for part in draft.counts:
        if part.unit in _UNCOUNTED or part.value < 2:
            continue
        stems = _of_whom(draft, part)
        told = [one for one in _before(draft, part) if len(stems) > 1 and stems <= _said_of(draft, one)]
        if not told:
            told = [one for one in _before(draft, part) if stems and _marked(draft, stems, one)]
        whole = told[-1] if told else None
        if whole and whole.exact and whole.value < part.value <= _OFF * whole.value:
            values = {one.value for one in told}
            if len(values) == 1:
                spans = ((part.start, part.end), (whole.start, whole.end))
                yield draft.finding("part_exceeds_whole", *spans, part=part.value, whole=whole.value)


def _of_whom(draft: Draft, part: Count) -> frozenset[str]:
    """The stems of the words that say of whom or what a number is a part."""
    language = draft.language(part.start)
    behind = _PHRASE.get(language)
    hit = behind.match(draft.text, part.number[1]) if behind else None
    before = _BEFORE.get(language)
    sentence = draft.sentence(part.start)
    near = draft.text[max(sentence.start, part.start - _WIDE) : part.start]
    hit = hit or (before.search(near) if before else None)
    return _stems(hit.group("phrase"), language) if hit else frozenset()


def _stems(text: str, language: str) -> frozenset[str]:
    stop = pattern(language, "unit_stop")
    found = (hit.group().lower() for hit in _WORD.finditer(text))
    return frozenset(one[: _STEMS[language]] for one in found if not stop.fullmatch(one))


def _before(draft: Draft, part: Count) -> list[Count]:
    """The numbers told before a part in its paragraph, no farther than some sentences."""
    start = draft.around(part.start, before=_BACK).start
    return [one for one in draft.counts_in(Span(start, part.start)) if one.unit not in _UNCOUNTED]


def _said_of(draft: Draft, one: Count) -> frozenset[str]:
    """The stems of what is told of a number: behind it, to the next number or the end of its clause."""
    sentence = draft.sentence(one.start)
    later = [other.start for other in draft.counts_in(Span(one.end, sentence.end))]
    end = min([sentence.end, *later])
    stop = re.search(r"[,;:.(]|\s[–—]\s", draft.text[one.end : end])
    end = one.end + stop.start() if stop else end
    return _stems(draft.text[one.number[1] : end], draft.language(one.start))


def _marked(draft: Draft, stems: frozenset[str], one: Count) -> bool:
    """Whether a bare number was told of just what sets a part's whole apart from others told beside it."""
    said = _said_of(draft, one)
    language = draft.language(one.start)
    beside = [other for other in draft.counts_in(draft.sentence(one.start)) if other is not one]
    common = frozenset[str]().union(*(_stems(other.noun, language) for other in beside))
    own = (stems & said) - common
    unique = own and not any(own & _said_of(draft, other) for other in beside)
    return (
        bool(unique) and len(stems - said - common) <= 1 and one.unit in (None, "cases") and len(beside) > 0
    )


def dealt_by_noun(draft: Draft) -> Iterator[Finding]:
    """ "45 letters. … Of the letters 28 came from towns, 14 from villages": what the two make."""
    for number, sentence in enumerate(draft.sentences):
        parts = [one for one in draft.counts_in(sentence) if one.unit not in _UNCOUNTED]
        if not 1 < len(parts) <= _MOST_PARTS or draft.says("rest", within=sentence):
            continue
        stems = _of_whom(draft, parts[0]) or _opened_by(draft, sentence, parts[0])
        bare = all(one.exact and one.unit in (None, parts[-1].unit) for one in parts)
        if len(stems) != 1 or not bare or draft.says("including", within=sentence):
            continue
        start = draft.around(sentence.start, before=_BACK).start
        told = [
            one for one in draft.counts_in(Span(start, draft.sentences[number].start))
            if _stems(one.noun, draft.language(one.start)) == stems and one.exact
        ]  # fmt: skip
        made, values = sum(one.value for one in parts), {one.value for one in told}
        off = abs(made - told[0].value) if told else 0
        if len(values) == 1 and 0 < off <= max(1, _LITTLE * told[0].value):
            shown = " + ".join(str(one.value) for one in parts)
            spans = ((told[0].start, told[0].end), *((one.start, one.end) for one in parts))
            yield draft.finding("sum", *spans, whole=told[0].value, parts=f"{shown} = {made}")


def _opened_by(draft: Draft, sentence: Span, part: Count) -> frozenset[str]:
    """The stems of "of the letters" where a sentence opens with it."""
    opened = _OPENS.fullmatch(draft.text, sentence.start, part.start)
    return _stems(opened.group("phrase"), draft.language(part.start)) if opened else frozenset()
