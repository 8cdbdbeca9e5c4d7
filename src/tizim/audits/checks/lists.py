"""What is announced and is not there: lists, annexes, sources; names against the number announced."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.numerals import value_of
from tizim.audits.patterns import group
from tizim.documents import Span

_MARK = re.compile(r"\[(?P<number>\d{1,3}|\s?)\]")
_TARGET = re.compile(r"(?m)^\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s+\S")
_BULLET = re.compile(r"\s*(?:[-–—•*·]|\(?\d{1,3}[.)]|[a-zа-я][.)])\s")
_SAYS = re.compile(r"[\"“«„]\s*$")
_REACH = 7000
_MOST = 200
_SOON = 600


def missing_lists(draft: Draft) -> Iterator[Finding]:
    """A colon at the end of a line after which no list comes; a list said to be attached."""
    for number, at in enumerate(draft.paragraphs):
        line = draft.text[at.start : at.end]
        if (
            line.endswith(":")
            and len(line) < 400
            and (_announces(draft, at) or number + 1 == len(draft.paragraphs))
            and not _list_follows(draft, number)
        ):
            start = max(draft.sentence(at.end - 1).start, at.end - 90)
            yield draft.finding("missing_list", (start, at.end), words=listed([draft.text[start : at.end]]))
    headings = draft.found("annex_heading")
    for hit in draft.found("attached"):
        if not any(_opens_line(draft, heading.start()) for heading in headings):
            sentence = draft.sentence(hit.start())
            start = max(sentence.start, hit.start() - 110)
            yield draft.finding(
                "missing_list", (start, hit.end()), words=listed([draft.text[start : hit.end()]])
            )


def _opens_line(draft: Draft, at: int) -> bool:
    return at == 0 or draft.text[at - 1] == "\n"


def _announces(draft: Draft, at: Span) -> bool:
    return draft.says("list_announced", within=Span(max(at.start, at.end - 90), at.end))


def _list_follows(draft: Draft, number: int) -> bool:
    """Whether the next paragraph may be what the colon announces: a list item, a quotation, a short line."""
    if number + 1 >= len(draft.paragraphs):
        return False
    end, following = draft.paragraphs[number].end, draft.paragraphs[number + 1]
    gap = draft.text.count("\n", end, following.start)
    text = draft.text[following.start : following.end]
    if _BULLET.match(text) or text[0] in '“«"„—–-•' or text.endswith((";", ",")):
        return True
    several = number + 2 < len(draft.paragraphs) and len(text) < 80
    return gap < 2 or (several and not text.endswith("."))


def citation_marks(draft: Draft) -> Iterator[Finding]:
    """Marks such as [1] for which no note stands in the text."""
    last = max((hit.start() for hit in _MARK.finditer(draft.text)), default=0)
    notes = [hit for hit in _TARGET.finditer(draft.text) if hit.group(1) or hit.start() > last]
    targets = {hit.group(1) or hit.group(2) for hit in notes}
    lost = [
        hit for hit in _MARK.finditer(draft.text)
        if hit.group("number") not in targets and draft.text[max(0, hit.start() - 1)] != "\n"
    ]  # fmt: skip
    if lost:
        forms = listed(sorted({hit.group() for hit in lost}))
        yield draft.finding("citation_mark", *(hit.span() for hit in lost), forms=forms)


def named_and_announced(draft: Draft) -> Iterator[Finding]:
    """ "Five prisoners: A, B, C and D": the names beside the number."""
    for count, names in announced_names(draft):
        if count.exact and len(names) != count.value:
            yield draft.finding(
                "list_count",
                (count.start, count.end),
                names_span(names),
                number=count.value,
                named=len(names),
            )


def names_span(names: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first name to the last."""
    return min(start for start, _ in names), max(end for _, end in names)


def announced_names(draft: Draft) -> Iterator[tuple[Count, list[tuple[int, int]]]]:
    """Each number of people that a colon or dash opens into a row of names, with the names of the row."""
    for count in draft.counts:
        if count.unit != "persons" or not 1 < count.value <= _MOST:
            continue
        sentence = draft.sentence(count.start)
        yield from _taken_up(draft, count)
        opened = re.compile(r"[^.:;(\n]{0,70}?(?::|\s[—–-])\s").match(draft.text, count.end, sentence.end)
        if opened is None or any(opened.start() < o.start < opened.end() for o in draft.counts):
            continue
        names = _row(draft, opened.end(), sentence.end)
        if len(names) > 1 and not draft.says("including", within=Span(count.end, opened.end() + 12)):
            yield count, names


def _taken_up(draft: Draft, count: Count) -> Iterator[tuple[Count, list[tuple[int, int]]]]:
    """ "Six reporters …. The reporters are A, B and C": the noun taken up by a row of names."""
    if len(count.noun) < 4:
        return
    stem = re.escape(count.noun[:5])
    again = re.compile(rf"(?:[Tt]he |[Ээ]ти )?{stem}\w*(?: are| were|:| —| –)\s", re.IGNORECASE)
    for sentence in draft.sentences:
        if count.end < sentence.start < count.end + _SOON:
            opened = again.match(draft.text, sentence.start, sentence.end)
            names = _row(draft, opened.end(), sentence.end) if opened else []
            if len(names) > 1:
                yield count, names


def _row(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """The names of a row that begins here: nothing between them but commas, "and", and few words."""
    names: list[tuple[int, int]] = []
    for mention in draft.mentions:
        if not start <= mention.start < end:
            continue
        gap = draft.text[(names[-1][1] if names else start) : mention.start]
        if len(re.findall(r"\w+", gap)) > (3 if names else 1):
            return []
        names.append((mention.start, mention.end))
    rest = draft.text[names[-1][1] : end] if names else ""
    return [] if re.match(r",? (?:and|as well as|и|а также|және|мен|пен|бен) [^\W\d_]", rest) else names


def lists_in_doubt(draft: Draft) -> Iterator[Finding]:
    """ "At least 28" over lists of exactly 28 names, some of which the text itself puts in doubt."""
    for count, end in counted_lists(draft):
        doubts = draft.found("doubt", within=Span(count.end, end))
        if count.bound == "at_least" and doubts:
            yield draft.finding(
                "list_in_doubt", (count.start, count.end), *(hit.span() for hit in doubts), number=count.value
            )


def counted_lists(draft: Draft) -> Iterator[tuple[Count, int]]:
    """Each number of people over paragraphs that name exactly as many, up to the next number of people."""
    people = [one for one in draft.counts if one.unit == "persons" and one.value >= 10]
    for number, count in enumerate(people):
        limit = people[number + 1].start if number + 1 < len(people) else len(draft.text)
        limit = min(limit, count.end + _REACH)
        for paragraph in draft.paragraphs:
            if count.end <= paragraph.end <= limit:
                named = {m.person for m in draft.mentions if count.end <= m.start < paragraph.end}
                if len(named) == count.value and draft.text[paragraph.start] in "-–—•*":
                    yield count, paragraph.end
                    break


def others_left(draft: Draft) -> Iterator[Finding]:
    """ "The other two suspects" after one of three, and another, were named."""
    for hit in draft.found("other_of"):
        said = value_of(group(hit, "count") or "0", draft.language(hit.start()))
        before = [
            one
            for one in draft.counts
            if one.unit == "persons" and 0 < hit.start() - one.end < _REACH and one.exact
        ]
        if said is None or not before:
            continue
        whole = next((one for one in reversed(before) if 1 < one.value <= 9), None)
        if whole is None:
            continue
        known = [
            one for key in ("one_of", "another_of")
            for one in draft.found(key, within=Span(whole.end, hit.start()))
            if _names_one(draft, one.end())
        ]  # fmt: skip
        left = whole.value - len(known)
        if known and left != said:
            spans = (hit.span(), (whole.start, whole.end), *(one.span() for one in known))
            yield draft.finding(
                "others_count", *spans, whole=whole.value, named=len(known), left=left, said=int(said)
            )


def _names_one(draft: Draft, at: int) -> bool:
    """Whether a name stands in apposition right after."""
    return any(
        0 <= m.start - at < 40 and not re.search(r"[.;]", draft.text[at : m.start]) for m in draft.mentions
    )
