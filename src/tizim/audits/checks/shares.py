"""Parts beside a whole that stands elsewhere, shares, and how much a number grew."""

import itertools
import re
from collections.abc import Iterator

from tizim.audits.checks.fractions import share_bound
from tizim.audits.checks.sums import lone_ones
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import value_of
from tizim.audits.patterns import group, words
from tizim.documents import Span

_STEM = 5
_BACK_SENTENCES = 6
_BACK = 1500  # how far before its parts a whole may stand
_CLOSE = 0.12  # a number so near the sum of the parts is their whole even behind another number
_FEW, _MANY = 0.7, 1.4  # parts that make less or more of a number are no parts of it
_JOIN = re.compile(r"[,;]| and | и | а | және | мен | ал ")
_ARTICLE = 24
_UNCOUNTED = ("time", "money")
_HALF_PERCENT = 0.005
_GREW, _GREW_MOST = 1.2, 6


def more_than_there_are(draft: Draft) -> Iterator[Finding]:
    """ "Nine of the eight", "in 31 of the 29 cases": more than there are."""
    for number, one in enumerate(draft.counts[1:], 1):
        before = draft.counts[number - 1]
        if before.sentence != one.sentence or before.unit in _UNCOUNTED:
            continue
        between = draft.text[before.number[1] : one.number[0]]
        pair = _smaller(draft, between, before, one)
        if pair and pair[0].low > pair[1].value > 0 and pair[1].exact and not _of_article(draft, pair[0]):
            yield _exceeds(draft, *pair)
    for one, whole in (*_of_noun(draft), *_of_those(draft)):
        if one.low > whole.value and whole.exact:
            yield _exceeds(draft, one, whole)


def _of_article(draft: Draft, one: Count) -> bool:
    """Whether the number is that of an article."""
    return draft.says("article", within=Span(one.number[0], min(len(draft.text), one.number[1] + _ARTICLE)))


def _smaller(draft: Draft, between: str, before: Count, one: Count) -> tuple[Count, Count] | None:
    """Which of two numbers with nothing but "of the" between them is the part, and which the whole."""
    language = draft.language(one.start)
    if one.unit in (None, before.unit) and _matches(between, language, "number_of"):
        return one, before
    start = draft.text[max(0, before.number[0] - 24) : before.number[0]].lower()
    opened = any(
        re.search(rf"(?:^|[.,;:(\n]) ?{form} (?:[\w’'-]+ )?$", start)
        for form in words(language, "opens_whole")
    )
    if opened and one.unit in (None, before.unit) and _matches(between, language, "number_of_opened"):
        return one, before
    if before.unit in (None, one.unit) and _matches(between, language, "of_number"):
        return before, one
    return None


def _matches(between: str, language: str, key: str) -> bool:
    return any(re.fullmatch(form, between) for form in words(language, key))


def _exceeds(draft: Draft, part: Count, whole: Count) -> Finding:
    spans = ((part.start, part.end), (whole.start, whole.end))
    return draft.finding("part_exceeds_whole", *spans, part=part.value, whole=whole.value)


def _of_noun(draft: Draft) -> Iterator[tuple[Count, Count]]:
    """ "Ten of the hearings": each number of some noun, and the last number of that noun before it."""
    for hit in draft.found("of_noun"):
        one = next(iter(draft.counts_in(Span(hit.start(), hit.end()))), None)
        whole = one and _of_the_noun(draft, (group(hit, "noun") or "").lower(), hit.start())
        if one and whole and one.number != whole.number:
            yield one, whole


def _of_those(draft: Draft) -> Iterator[tuple[Count, Count]]:
    """ "Of those detained, 24": each number told of some noun before it, and the last number of that noun."""
    for hit in draft.found("of_those"):
        one = next(iter(draft.counts_in(Span(hit.end(), hit.end() + 2))), None)
        whole = one and _of_the_noun(draft, (group(hit, "noun") or "").lower(), hit.start())
        if one and whole and one.number != whole.number:
            yield one, whole


def _of_the_noun(draft: Draft, noun: str, at: int, *, of_all: bool = False) -> Count | None:
    """The last number of a noun before a place; None where a larger one stands there, unless of all."""
    near = [
        c for c in draft.counts_in(Span(at - _BACK, at))
        if c.noun[:_STEM] == noun[:_STEM] and len(noun) >= 4
        and not c.of_them and not c.other
    ]  # fmt: skip
    near = near or _in_words(draft, noun, at)
    most = max(near, key=lambda c: c.value, default=None)
    return most if most and (of_all or near[-1].value == most.value) else None


def _in_words(draft: Draft, noun: str, at: int) -> list[Count]:
    """The one number of the last sentence before a place that has a word of that stem: "interviewed"."""
    stem = re.compile(rf"\b{re.escape(noun[:_STEM])}", re.IGNORECASE)
    number = draft.sentence_number(at)
    for sentence in reversed(draft.sentences[max(0, number - _BACK_SENTENCES) : number]):
        if len(noun) >= _STEM and stem.search(draft.text, sentence.start, sentence.end):
            own = [c for c in draft.counts_in(sentence) if c.unit not in _UNCOUNTED]
            return own if len(own) == 1 else []
    return []


def split_in_two(draft: Draft) -> Iterator[Finding]:
    """Women and men, for and against, those who are and those who are not: beside the number of all."""
    for sentence in draft.sentences:
        own = [c for c in draft.counts_in(sentence) if c.unit not in _UNCOUNTED]
        for one, other in itertools.pairwise(own):
            alone = one.exact and other.exact and own[-1] is other
            if alone and not lone_ones(draft, [one, other]) and _complements(draft, one, other, sentence):
                yield from _beside_whole(draft, [one, other], sentence)


def _complements(draft: Draft, one: Count, other: Count, sentence: Span) -> bool:
    """Whether two parts are told by a pair of words that leave nobody out: women and men."""
    split = _JOIN.search(draft.text, one.number[1], other.number[0])
    at = split.start() if split else sentence.end
    clauses = draft.text[sentence.start : at], draft.text[at : sentence.end]
    for pair in words(draft.language(one.start), "complements"):
        left, right = (re.compile(form, re.IGNORECASE) for form in pair)
        told = [(bool(left.search(clause)), bool(right.search(clause))) for clause in clauses]
        if told in ([(True, False), (False, True)], [(False, True), (True, False)]):
            return True
    return False


def rows_of_parts(draft: Draft) -> Iterator[Finding]:
    """ "Of the 42 witnesses 26 were called by these, 11 by those and 6 by the court": three parts or more."""
    for sentence in draft.sentences:
        own = [c for c in draft.counts_in(sentence) if c.unit not in _UNCOUNTED]
        own = [c for n, c in enumerate(own) if not n or not _aside(draft, own[n - 1], c)]
        head, parts = _head(draft, own, sentence)
        if len(parts) < 2 or not _in_a_row(draft, parts) or draft.says("rest", within=sentence):
            continue
        if head and (len(parts) > 2 or _two_of(draft, parts, head, sentence)):
            yield from _compare(draft, parts, head)
        elif len(parts) < 3:
            continue
        elif parts[0].of_them or _one_clause_each(draft, parts):
            yield from _beside_whole(draft, parts, sentence)


def _aside(draft: Draft, before: Count, one: Count) -> bool:
    """Whether a number of them is told behind a semicolon: some of those counted before it."""
    return one.of_them and ";" in draft.text[before.end : one.start]


def _two_of(draft: Draft, parts: list[Count], head: Count, sentence: Span) -> bool:
    """Whether two parts alone must make their whole: they leave nobody out, or are more than there are."""
    once = parts[0].value != parts[1].value  # "nine were let in, as there were only nine chairs"
    more = once and sum(one.value for one in parts) > head.value and all(p.value < head.value for p in parts)
    return more or _complements(draft, parts[0], parts[1], sentence)


def _head(draft: Draft, own: list[Count], sentence: Span) -> tuple[Count | None, list[Count]]:
    """The whole that a sentence names first, and its parts: "of the 42, 26 …", "ten of the fourteen …"."""
    if own and _opens_with_of(draft, own[0], sentence):
        return own[0], own[1:]
    pair = (
        _smaller(draft, draft.text[own[0].number[1] : own[1].number[0]], *own[:2]) if len(own) > 1 else None
    )
    if pair:
        whole = pair[1]
        return whole, [one for one in own if one is not whole]
    return _of_subject(draft, sentence) if own and own[0].unit is None else None, own


def _of_subject(draft: Draft, sentence: Span) -> Count | None:
    """The number told before of the noun with which a sentence begins: "The assemblies took place in …"."""
    for known in words(draft.language(sentence.start), "subject"):
        hit = re.compile(known).match(draft.text, sentence.start, sentence.end)
        if hit:
            return _of_the_noun(draft, hit.group("noun").lower(), sentence.start)
    return None


def _opens_with_of(draft: Draft, one: Count, sentence: Span) -> bool:
    before = draft.text[sentence.start : one.number[0]].strip().lower()
    return before in words(draft.language(one.start), "opens_whole")


def _in_a_row(draft: Draft, parts: list[Count]) -> bool:
    """Whether a comma or "and" stands between each two, all are exact, and none is of another unit."""
    joined = all(
        re.search(r"[,;]| and | и | а | және | мен ", draft.text[one.end : other.start])
        for one, other in itertools.pairwise(parts)
    )
    units = {one.unit for one in parts if one.unit}
    return joined and len(units) < 2 and all(one.exact for one in parts)


def _one_clause_each(draft: Draft, parts: list[Count]) -> bool:
    """Whether the parts are told briefly: a few words each."""
    gaps = [draft.text[one.end : other.start] for one, other in itertools.pairwise(parts)]
    return all(len(gap.split()) <= 6 for gap in gaps)


def _beside_whole(draft: Draft, parts: list[Count], sentence: Span) -> Iterator[Finding]:
    """The parts beside the number before them that they must make; nothing where one near is their sum."""
    total = sum(one.value for one in parts)
    paragraph = draft.paragraph(sentence.start).start
    begin = min(paragraph, draft.around(sentence.start, before=1).start)
    near = [
        c for c in draft.counts_in(Span(begin, parts[0].start))
        if c.unit not in _UNCOUNTED and c not in parts
    ]  # fmt: skip
    if any(c.value == total for c in near) or not all(_fits(one, near) for one in parts):
        return
    units = {one.unit for one in parts if one.unit}
    fit = [
        c for c in near if (not units or c.unit is None or c.unit in units) and not c.of_them and not c.other
    ]
    likely = [
        c for c in fit if _FEW * c.value <= total <= _MANY * c.value and all(p.value < c.value for p in parts)
    ]
    close = [c for c in likely if abs(c.value - total) <= _CLOSE * c.value]
    if likely and likely[-1].exact and likely[-1] is fit[-1]:
        yield from _compare(draft, parts, likely[-1])
    elif close and close[-1].exact:
        yield from _compare(draft, parts, close[-1])


def _fits(one: Count, near: list[Count]) -> bool:
    """Whether a part is no number told before for something else."""
    return not any(c.value == one.value and c.noun == one.noun for c in near)


def _compare(draft: Draft, parts: list[Count], whole: Count) -> Iterator[Finding]:
    total = sum(one.value for one in parts)
    if total != whole.value and whole.exact and _FEW * whole.value <= total <= _MANY * whole.value:
        shown = " + ".join(str(one.value) for one in parts)
        spans = ((whole.start, whole.end), *((one.start, one.end) for one in parts))
        yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {total}")


def shares(draft: Draft) -> Iterator[Finding]:
    """ "60 per cent of them, or 15", "a third of the cases, 40": the share beside the number."""
    for hit in draft.found("share"):
        share, said = (
            _share(draft, hit),
            next(iter(draft.counts_in(Span(hit.end(), hit.end() + 4))), None),
        )
        whole = _shared_out(draft, hit)
        if share is None or said is None or whole is None or said.value == whole.value:
            continue
        if share_bound(draft, hit.start(), hit.end()) not in ("", "about"):
            continue
        rough = draft.says("about", within=Span(max(0, hit.start() - 16), hit.start() + 1))
        slack = 1 + whole.value * (0.05 if rough else _HALF_PERCENT)
        if whole.exact and abs(share * whole.value - said.value) > slack:
            spans = ((hit.start(), said.end), (whole.start, whole.end))
            told = f"{draft.text[hit.start() : hit.end()].strip(' ,')} = {round(share * whole.value)}"
            yield draft.finding("sum", *spans, whole=said.value, parts=told)


def shares_said(draft: Draft) -> Iterator[Finding]:
    """ "4 of 25, or 20 per cent": the percentage beside the two numbers."""
    for hit in draft.found("share_said"):
        language = draft.language(hit.start())
        part, whole, said = (
            value_of(group(hit, key) or "0", language) for key in ("part", "whole", "percent")
        )
        if part and whole and said and abs(100 * part / whole - said) > 1:
            shown = f"{100 * part / whole:.0f} %"
            yield draft.finding("sum", hit.span(), whole=f"{said:g} %", parts=shown)


def _share(draft: Draft, hit: re.Match[str]) -> float | None:
    """What share is told: a percentage, or a fraction in a word."""
    percent = group(hit, "percent")
    if percent:
        value = value_of(percent, draft.language(hit.start()))
        return value / 100 if value is not None else None
    spoken = (group(hit, "fraction") or "").lower()
    known = words(draft.language(hit.start()), "fractions")
    return next((float(value) for form, value in known.items() if spoken.startswith(form)), None)


def _shared_out(draft: Draft, hit: re.Match[str]) -> Count | None:
    """The number of which a share is told: named in it, of its noun, or the last one before "of them"."""
    inside = [c for c in draft.counts_in(Span(hit.start(), hit.end())) if c.unit != "money"]
    named = next((c for c in inside if not draft.text[c.number[1] :].lstrip().startswith(("%", "per"))), None)
    noun = (group(hit, "noun") or "").lower()
    if named and draft.text[named.number[0]].isdigit() and named.start > hit.start() + 2:
        return named
    if noun:
        return _of_the_noun(draft, noun, hit.start(), of_all="all" in hit.group() or "всех" in hit.group())
    begin = draft.around(hit.start(), before=1).start
    before = [
        c for c in draft.counts if begin <= c.start and c.end <= hit.start() and c.unit not in _UNCOUNTED
    ]
    return before[-1] if before else None


def growth(draft: Draft) -> Iterator[Finding]:
    """ "The number has doubled": no two numbers told just before are so many times each other."""
    for hit in draft.found("growth"):
        sentence, wanted = draft.sentence(hit.start()), _times(draft, hit)
        begin = draft.around(hit.start(), before=2).start
        near = [
            c for c in draft.counts_in(Span(begin, sentence.end))
            if c.unit not in _UNCOUNTED and c.value > 1 and not c.of_them
            and not hit.start() <= c.start < hit.end()
        ]  # fmt: skip
        own = [c for c in near if c.sentence == sentence.start]
        base = next((c for c in reversed(near) if c.end <= hit.start()), next(iter(own), None))
        ratios = [max(c.value, base.value) / min(c.value, base.value) for c in near] if base else []
        if wanted is None or base is None or any(wanted[0] <= one <= wanted[1] for one in ratios):
            continue
        if any(_GREW <= one <= _GREW_MOST for one in ratios):
            spans = (hit.span(), *((c.start, c.end) for c in near))
            shown = ", ".join(dict.fromkeys(str(c.value) for c in near))
            yield draft.finding("sum", *spans, whole=draft.text[slice(*hit.span())], parts=shown)


def _times(draft: Draft, hit: re.Match[str]) -> tuple[float, float] | None:
    """Between which ratios the word for a growth holds."""
    told = hit.group().lower()
    known = words(draft.language(hit.start()), "growth_times")
    found = next((bounds for form, bounds in known.items() if re.search(form, told)), None)
    return (float(found[0]), float(found[1])) if found else None


def others_of_parts(draft: Draft) -> Iterator[Finding]:
    """ "Four of the seven …. The other four": who is left of a number and its part."""
    pairs = list(_told_pairs(draft))
    for hit in draft.found("left_over"):
        said = value_of(group(hit, "count") or "0", draft.language(hit.start()))
        first = draft.sentences[max(0, draft.sentence_number(hit.start()) - 2)].start
        near = [(part, whole) for part, whole in pairs if first <= part.start < hit.start()]
        if said is None or not near:
            continue
        part, whole = near[-1]
        own = draft.counts_in(Span(draft.sentence(hit.start()).start, hit.start()))
        if any(a.value - b.value == int(said) for a in own for b in own):
            continue  # who is left of two numbers of its own sentence
        left = whole.value - part.value
        if part.exact and whole.exact and 0 < left != int(said):
            spans = (hit.span(), (whole.start, whole.end), (part.start, part.end))
            values = {"whole": whole.value, "named": part.value, "left": left, "said": int(said)}
            yield draft.finding("others_count", *spans, **values)


def _told_pairs(draft: Draft) -> Iterator[tuple[Count, Count]]:
    """Each number told as part of another: "four of the seven", "five of its members"."""
    for one, other in zip(draft.counts, draft.counts[1:], strict=False):
        if one.sentence == other.sentence:
            pair = _smaller(draft, draft.text[one.number[1] : other.number[0]], one, other)
            if pair:
                yield pair
    yield from _of_noun(draft)
