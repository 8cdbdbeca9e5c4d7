"""What is announced and is not there: lists, annexes, sources; names against the number announced."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.numerals import value_of
from tizim.audits.patterns import LOWER, UPPER, group
from tizim.documents import Span

_MARK = re.compile(r"\[(?P<number>\d{1,3}|\s?)\]")
_TARGET = re.compile(r"(?m)^\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s+\S")
BULLET = re.compile(r"\s*(?:[-–—•*·]|\(?\d{1,3}[.)]|[a-zа-я][.)])\s")
_SAYS = re.compile(r"[\"“«„]\s*$")
_REACH = 7000
_MOST = 200
_SOON = 600
_LINE, _ITEM = 80, 140
_HEAD, _TELLING = 50, 34
_COLON_NEAR, _ITEMS = 60, 60
_SPOKEN, _SENTENCE = 60, 24
_UNREAD = re.compile(rf"[{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+")  # a name that the readers do not know
_ITEM_BREAK = re.compile(r",\s+(?:and |и |а также )?|\s+(?:and|as well as|и|а также|және|мен|пен|бен)\s+")
_OPENED = re.compile(r"[^.:;(\n]{0,70}?(?::\s|\s[—–-]\s|\s\()")


def missing_lists(draft: Draft) -> Iterator[Finding]:
    """A colon at the end of a line after which no list comes."""
    for number, at in enumerate(draft.paragraphs):
        line = draft.text[at.start : at.end]
        if line.endswith(":") and len(line) < 400 and _left_open(draft, number, at):
            start = max(draft.sentence(at.end - 1).start, at.end - 90)
            yield draft.finding("missing_list", (start, at.end), words=listed([draft.text[start : at.end]]))


def _left_open(draft: Draft, number: int, at: Span) -> bool:
    """Whether a line that ends with a colon announces something that does not come."""
    if _announces(draft, at) or number + 1 == len(draft.paragraphs):
        return not _list_follows(draft, number)
    following = draft.paragraphs[number + 1]
    text = draft.text[following.start : following.end]
    if _heading_comes(draft, number) or draft.says("closes_letter", within=following):
        return at.end - at.start >= _TELLING
    speech = draft.says("says", within=Span(max(at.start, at.end - _SPOKEN), at.end))
    long = at.end - at.start >= _SENTENCE and len(text) >= _ITEM
    return long and not speech and text[0].isupper() and not BULLET.match(text) and text.endswith(".")


def _heading_comes(draft: Draft, number: int) -> bool:
    """Whether, after an empty line, a heading follows, and after it a paragraph of sentences."""
    some = draft.paragraphs[number : number + 3]
    if len(some) < 3 or draft.text.count("\n", some[0].end, some[1].start) < 2:
        return False
    head, after = (draft.text[one.start : one.end] for one in some[1:])
    plain = len(head) < _HEAD and head[-1].isalnum() and head[0].isupper() and not BULLET.match(head)
    return plain and len(after) >= _ITEM and after[-1] in ".!?" and not BULLET.match(after)


def opens_line(draft: Draft, at: int) -> bool:
    """Whether a line begins at a place."""
    return at == 0 or draft.text[at - 1] == "\n"


def _announces(draft: Draft, at: Span) -> bool:
    return draft.says("list_announced", within=Span(max(at.start, at.end - 90), at.end))


def _list_follows(draft: Draft, number: int) -> bool:
    """Whether the next paragraph may be what the colon announces: a list item, a quotation, short lines."""
    if number + 1 >= len(draft.paragraphs):
        return False
    end, following = draft.paragraphs[number].end, draft.paragraphs[number + 1]
    text = draft.text[following.start : following.end]
    if _later_heading(text) or draft.says("closes_letter", within=following):
        return False
    if BULLET.match(text) or text[0] in '“«"„—–-•' or text.endswith((";", ",")):
        return True
    if draft.text.count("\n", end, following.start) < 2:
        return True
    after = draft.paragraphs[number + 2] if number + 2 < len(draft.paragraphs) else None
    if (
        after
        and text[-1].isalnum()
        and text[0].isupper()
        and begins_anew(draft.text[after.start : after.end])
    ):
        return False  # a heading over a list of its own
    short = after is not None and after.end - after.start < _ITEM
    return short and len(text) < _LINE and not text.endswith(".")


def _later_heading(text: str) -> bool:
    """ "5. Those who left": a numbered line that is not the first of a list."""
    hit = re.match(r"\s*\(?(\d{1,3})[.)]\s", text)
    return hit is not None and int(hit.group(1)) > 1 and text[-1] not in ".;,"


def listed_items(draft: Draft) -> Iterator[Finding]:
    """ "Three violations:" over two items; "six people in all" under a numbered list of five."""
    for first, last in blocks(draft):
        items, head = last - first + 1, draft.paragraphs[first - 1] if first else None
        count = _heads(draft, head) if head else None
        if count is None and _numbered(draft, first, last):
            count = _sums_up(draft, last)
        if count and count.value != items and abs(count.value - items) <= max(2, items // 2):
            spans = ((count.start, count.end), (draft.paragraphs[first].start, draft.paragraphs[last].end))
            yield draft.finding("list_count", *spans, number=count.value, named=items)


def blocks(draft: Draft) -> Iterator[tuple[int, int]]:
    """The first and last paragraph of each run of two or more list items."""
    first = None
    for number, at in enumerate([*draft.paragraphs, None]):
        item = at is not None and _item(draft.text[at.start : at.end])
        if item and (first is None or begins_anew(draft.text[at.start : at.end] if at else "")):
            if first is not None and number - first > 1:
                yield first, number - 1
            first = number
        elif not item and first is not None:
            if number - first > 1:
                yield first, number - 1
            first = None


def _item(text: str) -> bool:
    return BULLET.match(text) is not None and not (
        text[0].isdigit() and len(text) < _LINE and text[-1] not in ".;,"
    )


def begins_anew(text: str) -> bool:
    """Whether a line is the first of a numbered or lettered list."""
    return re.match(r"\s*\(?(?:1|[aа])[.)]\s", text) is not None


def _heads(draft: Draft, head: Span) -> Count | None:
    """The number right before the colon that opens the list."""
    if draft.text[head.end - 1] != ":" or draft.says("including", within=head):
        return None
    start = draft.sentence(head.end - 1).start
    own = _uncommon(draft, Span(start, head.end))
    if not own and draft.says("they_are", within=Span(start, head.end)):
        own = _uncommon(draft, Span(max(head.start, draft.around(start, before=1).start), start))
        return own[0] if len(own) == 1 and own[0].exact and 1 < own[0].value <= _ITEMS else None
    fit = len(own) == 1 and own[0].exact and head.end - own[0].end < _COLON_NEAR
    return own[0] if fit and 1 < own[0].value < _ITEMS else None


def _uncommon(draft: Draft, at: Span) -> list[Count]:
    """The numbers of a stretch that may count the items of a list."""
    return [c for c in draft.counts_in(at) if c.unit not in ("time", "money", "places")]


def _numbered(draft: Draft, first: int, last: int) -> bool:
    """Whether the items bear the numbers from 1 on, and each names somebody."""
    for number, at in enumerate(draft.paragraphs[first : last + 1], 1):
        if re.match(rf"\s*\(?{number}[.)]\s", draft.text[at.start : at.end]) is None:
            return False
        if not draft.mentions_in(at):
            return False
    return True


def _sums_up(draft: Draft, last: int) -> Count | None:
    """The total of people in the paragraph after the list."""
    if last + 1 >= len(draft.paragraphs):
        return None
    at = draft.sentence(draft.paragraphs[last + 1].start)
    own = [c for c in draft.counts_in(at) if c.unit == "persons" and c.exact]
    return own[0] if own and draft.says("total", within=at) else None


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
        if not count.exact or len(names) == count.value or left_unnamed(draft, count):
            continue
        before = draft.counts_in(Span(count.sentence, count.start))
        if _items(draft, names) != count.value and not any(one.value == len(names) for one in before):
            yield draft.finding(
                "list_count",
                (count.start, count.end),
                names_span(names),
                number=count.value,
                named=len(names),
            )


def left_unnamed(draft: Draft, count: Count) -> bool:
    """Whether the sentence behind a row of names tells of one who is left, or is not to be named."""
    following = Span(count.end, draft.around(count.start, after=1).end)
    return draft.says("last_one", within=following) or draft.says("unnamed", within=following)


def _items(draft: Draft, names: list[tuple[int, int]]) -> int:
    """How many items commas and "and" set apart from the first name of a row to its sentence's end."""
    end = draft.sentence(names[0][0]).end
    row = re.sub(r"\([^)]*\)", "", draft.text[names[0][0] : end])
    return len([one for one in _ITEM_BREAK.split(row) if one and one[0].isupper()])


def names_span(names: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first name to the last."""
    return min(start for start, _ in names), max(end for _, end in names)


def announced_names(draft: Draft) -> Iterator[tuple[Count, list[tuple[int, int]]]]:
    """Each number of people that a colon or dash opens into a row of names, with the names of the row."""
    for count in draft.counts:
        if count.unit not in ("persons", None) or count.of_them or not 1 < count.value <= _MOST:
            continue
        sentence = draft.sentence(count.start)
        yield from _taken_up(draft, count)
        opened = _OPENED.match(draft.text, count.end, sentence.end)
        if opened is None or draft.counts_in(Span(opened.start() + 1, opened.end())):
            continue
        names = _opened_row(draft, opened, sentence)
        if len(names) > 1 and not draft.says("including", within=Span(count.end, opened.end() + 12)):
            yield count, names


def _opened_row(draft: Draft, opened: re.Match[str], sentence: Span) -> list[tuple[int, int]]:
    """The names that a sign opens; in brackets only where they fill them."""
    if "(" not in opened.group():
        return _row(draft, opened.end(), sentence.end)
    close = draft.text.find(")", opened.end(), sentence.end)
    names = _row(draft, opened.end(), close) if close > 0 else []
    filled = bool(names) and names[0][0] == opened.end() and names[-1][1] == close
    return names if filled else []


def _taken_up(draft: Draft, count: Count) -> Iterator[tuple[Count, list[tuple[int, int]]]]:
    """ "Six reporters …. The reporters are A, B and C": the noun taken up by a row of names."""
    if len(count.noun) < 4:
        return
    stem = re.escape(count.noun[:5])
    again = re.compile(rf"(?:[Tt]he |[Ээ]ти )?{stem}\w*(?: are| were|:| —| –)\s", re.IGNORECASE)
    first = draft.sentence_number(count.end) + 1
    for sentence in draft.sentences[first : draft.sentence_number(count.end + _SOON) + 1]:
        opened = again.match(draft.text, sentence.start, sentence.end)
        names = _row(draft, opened.end(), sentence.end) if opened else []
        if len(names) > 1:
            yield count, names


def _row(draft: Draft, start: int, end: int) -> list[tuple[int, int]]:
    """The names of a row that begins here: nothing between them but commas, "and", and few words."""
    names: list[tuple[int, int]] = []
    for mention in draft.mentions_in(Span(start, end)):
        gap = draft.text[(names[-1][1] if names else start) : mention.start]
        unread = _UNREAD.search(gap) if names else None
        if unread:
            names.append((names[-1][1] + unread.start(), names[-1][1] + unread.end()))
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
                named = {m.person for m in draft.mentions_in(Span(count.end, paragraph.end))}
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


def listed_days(draft: Draft) -> Iterator[Finding]:
    """ "Five times: on 1, 3, 10 and 17 February": the days beside the number of them."""
    for count in draft.counts:
        if count.unit not in ("acts", "time", None) or not count.exact or not 1 < count.value <= _ITEMS:
            continue
        sentence = draft.sentence(count.start)
        row = _DAYS_LISTED.match(draft.text, count.end, sentence.end)
        days = draft.days_in(Span(row.start("row"), row.end())) if row else []
        if row is None or not days or not row.group("row").strip()[-1].isalnum():
            continue
        bare = re.findall(r"(?<!\d)\d{1,2}(?!\d)", row.group("row"))
        if len(bare) > 1 and len(bare) != count.value:
            spans = ((count.start, count.end), (row.start("row"), row.end("row")))
            yield draft.finding("list_count", *spans, number=count.value, named=len(bare))


_DAYS_LISTED = re.compile(
    r"[^:.;()\d]{0,40}[:(–—] ?(?:on |в |)(?P<row>\d{1,2}(?: [^\W\d]+)?"
    r"(?:(?:, | and | и |, and )(?:on )?\d{1,2}(?: [^\W\d]+(?: \d{4})?)?)+)(?= (?:году|года)|[.;,)]|$)"
)
