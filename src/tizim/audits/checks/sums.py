"""Sums that do not hold, parts larger than their whole, and bounds that a sum forgets."""

import re
from collections.abc import Iterator, Sequence

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.tables import table
from tizim.documents import Span

_COLON = re.compile(r":\s")
_OPENER = re.compile(r":\s|\s[–—]\s|\s\(")
_NEAR_SIGN, _WORDS_AFTER_COLON = 24, 6
_SEGMENT = re.compile(r"[,;]| and | и | және | мен | пен ")
_NEVER_PARTS = frozenset({"money", "time"})
_BACK = 3  # sentences before a total in which its parts may stand
_MOST_PARTS = 6
_FEW, _MANY = 0.5, 2  # numbers that make less or more of the whole are no parts of it
_FAR = 3
_RIGHT_BEFORE = 70
_NEARLY = 0.15
_SEVERAL = 3


def announced_parts(draft: Draft) -> Iterator[Finding]:
    """ "12 witnesses: 7 for the prosecution, 4 for the defence": the parts beside the whole."""
    for whole, parts in announced(draft):
        total = sum(one.value for one in parts) + lone_ones(draft, parts)
        exact = whole.exact and all(one.exact for one in parts) and not _and_the_rest(draft, parts)
        if whole.bound == "more_than" and total == whole.value and all(one.exact for one in parts):
            both = ((whole.start, whole.end), (parts[0].start, parts[-1].end))
            forms = f"{draft.text[whole.start : whole.end]}; {total}"
            yield draft.finding("bound_and_exact", *both, forms=forms)
        if exact and total != whole.value and _FEW * whole.value <= total <= _MANY * whole.value:
            shown = " + ".join(str(one.value) for one in parts)
            spans = ((whole.start, whole.end), *((one.start, one.end) for one in parts))
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {total}")


def _and_the_rest(draft: Draft, parts: Sequence[Count]) -> bool:
    """Whether the parts are said not to be all: "and the rest were warned"."""
    return draft.says("rest", within=draft.sentence(parts[-1].start))


def lone_ones(draft: Draft, parts: Sequence[Count]) -> int:
    """How many parts are a bare "one": "four for the defence and one called by the judge"."""
    language, sentence = draft.language(parts[0].start), draft.sentence(parts[0].start)
    rest = draft.text[parts[0].start : sentence.end].lower()
    taken = sum(one.value == 1 for one in parts)
    ones = "|".join(table(f"{language}/numbers")["counted_only"])
    return max(0, len(re.findall(rf"(?:,|;|\band|\bи|\bжәне|\bмен) (?:{ones})\b", rest)) - taken)


def announced(draft: Draft) -> Iterator[tuple[Count, list[Count]]]:
    """Each count that a colon, a dash or a bracket opens into parts, and the parts."""
    for sentence, counts in _by_sentence(draft):
        for opener in _OPENER.finditer(draft.text, sentence.start, sentence.end):
            heads = [one for one in counts if one.end <= opener.start() and one.unit != "time"]
            if not heads or not _opens(draft, opener, heads[-1]):
                continue
            end = sentence.end
            if "(" in opener.group():
                end = draft.text.find(")", opener.end(), sentence.end) + 1 or sentence.end
            found = [one for one in counts if opener.end() <= one.start and one.end <= end]
            parts = _parts(draft, found, heads[-1], sentence)
            if len(parts) > 1 and _each_segment(draft, opener, parts):
                yield heads[-1], parts
                break


def _opens(draft: Draft, opener: re.Match[str], head: Count) -> bool:
    """Whether a sign opens the parts of a count: it stands near, and no "including" is said."""
    near = ":" in opener.group() or opener.start() - head.end <= _NEAR_SIGN
    return near and not draft.says("including", within=Span(head.end, opener.start() + 12))


def lists_of_them(draft: Draft) -> Iterator[Finding]:
    """ "45 people, of them 20 here, 15 there and 11 elsewhere": parts that make more than the whole."""
    for part, whole in parts_of_wholes(draft):
        row = [one for one in draft.counts if part.start <= one.start and one.sentence == part.sentence]
        units = (None, part.unit, whole.unit)
        ends = (n for n, one in enumerate(row) if one.unit not in units or _new_clause(draft, row, n))
        end = next(ends, len(row))
        parts = [one for one in row[:end] if one.exact]
        total = sum(one.value for one in parts)
        if len(parts) >= _SEVERAL and whole.exact and whole.value < total <= _MANY * whole.value:
            shown = " + ".join(str(one.value) for one in parts)
            spans = ((whole.start, whole.end), *((one.start, one.end) for one in parts))
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {total}")


def _new_clause(draft: Draft, row: list[Count], number: int) -> bool:
    """Whether a semicolon stands before a number "of them" in a row: another telling begins."""
    return number > 0 and row[number].of_them and ";" in draft.text[row[number - 1].end : row[number].start]


def _each_segment(draft: Draft, opener: re.Match[str], parts: list[Count]) -> bool:
    """Whether the first number stands at the start: a list of numbers, not a story."""
    before = draft.text[opener.end() : parts[0].start].split()
    most = _WORDS_AFTER_COLON if ":" in opener.group() else 0
    return len(before) <= most and not re.search(r"[.!?]", draft.text[opener.end() : parts[-1].start])


def _parts(draft: Draft, found: list[Count], whole: Count, sentence: Span) -> list[Count]:
    """One count of each segment, of the unit of the whole or of none."""
    taken: list[Count] = []
    for one in found:
        between = draft.text[taken[-1].end : one.start] if taken else ","
        fits = one.unit in (None, whole.unit) or (whole.unit is None and one.unit == "persons")
        if fits and not one.of_them and _SEGMENT.search(between) and not _an_age(draft, one):
            taken.append(one)
    return taken


def _an_age(draft: Draft, one: Count) -> bool:
    """ "over sixty" without a noun: an age or a measure, no part."""
    return one.unit is None and one.bound in ("more_than", "less_than") and not one.of_them


def totals(draft: Draft) -> Iterator[Finding]:
    """ "thus", "in total": the number beside the numbers that it sums up."""
    for total, parts in summed(draft):
        each = len(parts) == 2 and draft.says("for_each", within=draft.sentence(parts[0].start))
        values = parts[0].value * parts[1].value if each else sum(one.value for one in parts)
        spans = ((total.start, total.end), *((one.start, one.end) for one in parts))
        shown = (" × " if each else " + ").join(draft.text[one.start : one.end] for one in parts)
        least = values if each else sum(one.low for one in parts)
        if values != total.value:
            yield draft.finding("sum", *spans, whole=total.value, parts=f"{shown} = {values}")
        elif least > total.low:
            yield draft.finding("sum_bounds", *spans, parts=shown, least=least, whole=total.value)


def summed(draft: Draft) -> Iterator[tuple[Count, list[Count]]]:
    """Each total with the counts before it that it sums up; those that add up, if any do."""
    for hit in draft.found("total"):
        number = draft.sentence_number(hit.start())
        sentence = draft.sentences[number]
        own = [one for one in draft.counts if hit.end() <= one.start and one.end <= sentence.end]
        total = _before_mark(draft, hit, sentence)
        total = total or next((one for one in own if one.start - hit.end() < 60), None)
        if total is None or total.unit == "time":
            continue
        parts = _summands(draft, total, number, hit)
        if parts:
            yield total, parts


def _before_mark(draft: Draft, hit: re.Match[str], sentence: Span) -> Count | None:
    """ "45 people in all": the total may stand before its mark."""
    if not draft.says("total_after", within=Span(*hit.span())):
        return None
    near = [one for one in draft.counts if sentence.start <= one.start and one.end <= hit.start()]
    return near[-1] if near and not draft.text[near[-1].end : hit.start()].strip() else None


def _summands(draft: Draft, total: Count, number: int, hit: re.Match[str]) -> list[Count]:
    first = draft.sentences[max(0, number - _BACK)].start
    begin = max(first, draft.paragraph(total.start).start)
    end = min(total.start, hit.start())
    before = [
        one for one in draft.counts_in(Span(begin, end))
        if one.end <= end and one.unit in (None, total.unit) and not one.of_them
    ][-_MOST_PARTS:]  # fmt: skip
    if len(before) < 2:
        return []
    for many in range(len(before), 1, -1):
        some = before[-many:]
        if sum(one.value for one in some) == total.value:
            return some
    own = [one for one in before if one.start >= draft.sentence(total.start).start]
    if not own and draft.says("accounts_for", within=Span(*hit.span())):
        return [one for one in before if one.sentence == draft.sentences[number - 1].start and one.exact]
    if total.unit == "money" and (len(own) < 2 or "%" in draft.text[own[0].start : total.end + 12]):
        return []
    near = own if len(own) > 1 else []
    return near if total.exact and all(one.exact for one in near) and _plainly(near, total) else []


def _plainly(parts: list[Count], total: Count) -> bool:
    """Whether parts that do not add up are parts at all: each smaller than the total, or one larger."""
    return bool(parts) and all(one.value < total.value * 2 for one in parts)


def outcomes(draft: Draft) -> Iterator[Finding]:
    """ "Seven lawsuits were filed. 3 were satisfied, 3 withdrawn": outcomes that do not make the whole."""
    for whole, parts in told_outcomes(draft):
        total = sum(one.value for one in parts) + lone_ones(draft, parts)
        if total < whole.value and _all_told(draft, whole, parts, total):
            spans = ((whole.start, whole.end), *((one.start, one.end) for one in parts))
            shown = " + ".join(str(one.value) for one in parts)
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {total}")


def _of_others(draft: Draft, one: Count) -> bool:
    """Whether a number is that of another whole: "of the prosecution's nine"."""
    sentence = draft.sentence(one.start)
    before = draft.text[max(sentence.start, one.start - _RIGHT_BEFORE) : one.start]
    return re.search(r"(?i)\bof the \w+[’']s? $", before) is not None


def _all_told(draft: Draft, whole: Count, parts: list[Count], total: int) -> bool:
    """Whether outcomes are told exactly, to the last, and of no larger number that held the first."""
    begin = draft.paragraph(whole.start).start
    before = [one for one in draft.counts if begin <= one.start < whole.start]
    larger = any(one.value == whole.value + total for one in before)
    return all(one.exact for one in parts) and not larger and not _and_the_rest(draft, parts)


def told_outcomes(draft: Draft) -> Iterator[tuple[Count, list[Count]]]:
    """Each exact number of cases or papers, with the outcomes counted after it."""
    for whole in draft.counts:
        if whole.unit not in ("cases", "papers") or not whole.exact or whole.value < 3 or whole.of_them:
            continue
        if draft.says("outcome", within=Span(whole.end, min(whole.end + 12, len(draft.text)))):
            continue
        after = draft.around(whole.start, after=1)
        near = [one for one in draft.counts if whole.end <= one.start and one.end <= after.end]
        parts = [one for one in near if one.unit in ("cases", "papers", None) and _with_outcome(draft, one)]
        parts = [one for one in parts if not _of_others(draft, one)]
        others = [one for one in near if one.unit in (whole.unit, None) and _beside(one, whole, parts)]
        if len(parts) > 1 and not others and all(one.value < whole.value for one in parts):
            yield whole, parts


def _beside(one: Count, whole: Count, parts: list[Count]) -> bool:
    """Whether a number that is no part stands in the sentence of the last one: it may be one more."""
    other = one is not whole and one not in parts
    return other and bool(parts) and one.sentence == parts[-1].sentence


def _with_outcome(draft: Draft, one: Count) -> bool:
    sentence = draft.sentence(one.start)
    around = Span(max(sentence.start, one.start - 32), min(sentence.end, one.end + 32))
    return draft.says("outcome", within=around)


def parts_too_large(draft: Draft) -> Iterator[Finding]:
    """ "Of them, 52": a part larger than the number before it."""
    for part, whole in parts_of_wholes(draft):
        if whole.value < part.low <= _FAR * whole.value and (
            whole.bound not in ("at_least", "more_than") or whole.sentence == part.sentence
        ):
            spans = ((part.start, part.end), (whole.start, whole.end))
            mark = _mark_before(draft, part)
            yield draft.finding(
                "part_exceeds_whole", (mark, part.end), *spans[1:], part=part.value, whole=whole.value
            )


def told_parts(draft: Draft) -> Iterator[Finding]:
    """Three or more parts in the sentence after a number that nearly make it; "of them" that make more."""
    for sentence, counts in _by_sentence(draft):
        parts = [one for one in counts if one.unit not in _NEVER_PARTS and one.unit != "places" and one.exact]
        whole = _told_before(draft, sentence, parts)
        if whole is None or len(parts) != len([one for one in counts if one.unit not in _NEVER_PARTS]):
            continue
        total = sum(one.value for one in parts)
        nearly = len(parts) >= _SEVERAL and 0 < abs(total - whole.value) <= _NEARLY * whole.value
        more = parts[0].of_them and _two_kinds(draft, parts) and whole.value < total <= _MANY * whole.value
        if nearly or more:
            shown = " + ".join(str(one.value) for one in parts)
            spans = ((parts[0].start, parts[-1].end), (whole.start, whole.end))
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {total}")


def _two_kinds(draft: Draft, parts: list[Count]) -> bool:
    """Whether two parts are of two nouns, so that nobody is in both: women and men."""
    nouns = {one.noun[:4] for one in parts if one.noun}
    return len(parts) == len(nouns) == 2


def _told_before(draft: Draft, sentence: Span, parts: list[Count]) -> Count | None:
    """The last number of the sentence before, larger than each of the parts and of their unit."""
    if len(parts) < 2 or _COLON.search(draft.text, sentence.start, sentence.end):
        return None
    number = draft.sentence_number(sentence.start)
    before = [one for one in draft.counts if number and one.sentence == draft.sentences[number - 1].start]
    units = {one.unit for one in parts if one.unit}
    fit = [one for one in before if one.unit is None or not units or units <= {one.unit}]
    whole = fit[-1] if fit and fit[-1] is before[-1] else None
    return whole if whole and all(one.value < whole.value for one in parts) else None


def _mark_before(draft: Draft, part: Count) -> int:
    hits = draft.found("of_them", within=Span(max(0, part.start - 24), part.start))
    return hits[0].start() if hits else part.start


def parts_of_wholes(draft: Draft) -> Iterator[tuple[Count, Count]]:
    """Each count "of them" with the count that is its whole."""
    opened = list(announced(draft))
    for part in draft.counts:
        if not part.of_them or draft.says("as_many", within=Span(max(0, part.start - 14), part.start)):
            continue
        reach = draft.around(part.start, before=2)
        before = [
            one for one in draft.counts_in(Span(reach.start, part.start))
            if not one.of_them and one.unit not in _NEVER_PARTS
            and part.unit in (None, one.unit) and one.unit != "places"
        ]  # fmt: skip
        if before:
            yield part, _whole_of(_likely(before, part, draft), opened)


def _likely(before: list[Count], part: Count, draft: Draft) -> list[Count]:
    """The counts that may be the whole: those right before in the sentence, else any that is large enough."""
    near = [one for one in before if one.sentence == part.sentence and part.start - one.end < _RIGHT_BEFORE]
    return near or [one for one in before if one.value >= part.low] or before


def _whole_of(before: list[Count], opened: list[tuple[Count, list[Count]]]) -> Count:
    """The nearest count; the announced whole where that one is a part after a colon."""
    nearest = before[-1]
    for whole, parts in opened:
        if nearest in parts:
            return whole
    return nearest


def _by_sentence(draft: Draft) -> Iterator[tuple[Span, list[Count]]]:
    by_start: dict[int, list[Count]] = {}
    for one in draft.counts:
        by_start.setdefault(one.sentence, []).append(one)
    for sentence in draft.sentences:
        if sentence.start in by_start:
            yield sentence, by_start[sentence.start]
