"""What a sentence enumerates beside the number that it gives: years, demands, people by trade, names."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.checks.lists import left_unnamed
from tizim.audits.counts import Count
from tizim.audits.days import month_of
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import numeral_pattern, value_of
from tizim.audits.patterns import UPPER, pattern
from tizim.audits.people import Mention
from tizim.documents import Span

_UNCOUNTED = ("time", "money")
_OPENED = re.compile(r"[^.:;(\n–—]{0,60}?(?::| [–—])\s")
_DASH = re.compile(r"\s[–—]\s")
_ITEMS = re.compile(
    r",\s+(?:and |or |и |или |а также |және |немесе )?|\s+(?:and|or|и|или|және|немесе|мен|пен|бен)\s+"
)
_CAPITAL = rf"[{UPPER}][\w’-]+"
_BODY = rf"(?:the )?[“«\"]?{_CAPITAL}(?: {_CAPITAL})*[”»\"]?(?: [a-zа-яё]+)?"
_BODIES = re.compile(
    rf"(?: [^\W\d_]+){{0,2}}(?:,| —| –|:) (?P<row>{_BODY}(?:, {_BODY})+,? (?:and|и|және|мен) {_BODY})"
    r"(?=[,.;:)]| [a-zа-я])"
)
_YEAR = re.compile(
    r"(?:(?:in|on|в|and|и) )?(?:(?:early|late|spring|summer|autumn|winter|again in) )?(?:19|20)\d\d"
    r"(?: (?:год|жыл)\w*)?"
)
_ADVERBS = ("2", "3", "4")
_MOST, _LONG, _TRADE, _OFF = 15, 8, 3, 2
_NAMES_JOINED = re.compile(r"\s*(?:,|;)?\s*(?:and|и|а также|және|мен|пен|бен)?\s*")
_FEWEST_NAMES, _NEAR_NAMES = 3, 160
_TAKES_UP = re.compile(r",? (?:all |the |эти |все |осы )?$", re.IGNORECASE)


def enumerations(draft: Draft) -> Iterator[Finding]:
    """ "Four times: in 2019, 2021 and 2024", "five demands: …": the items of a row beside their number."""
    for count in (*draft.counts, *_times(draft)):
        row = _row(draft, count)
        items = [one.strip() for one in _ITEMS.split(draft.text[row.start : row.end])] if row else []
        if row is None or len(items) < 2 or draft.says("including", within=Span(count.end, row.start + 1)):
            continue
        many = _how_many(draft, count, items)
        if many is not None and 0 < abs(many - count.value) <= max(_OFF, count.value // 2):
            spans = ((count.start, count.end), (row.start, row.end))
            yield draft.finding("list_count", *spans, number=count.value, named=many)


def _row(draft: Draft, count: Count) -> Span | None:
    """What a colon or a dash opens behind an exact number, to the end of its sentence or the next dash."""
    if not count.exact or not 1 < count.value <= _MOST or count.unit in _UNCOUNTED or count.of_them:
        return None
    sentence = draft.sentence(count.start)
    opened = _OPENED.match(draft.text, count.end, sentence.end)
    if opened is None or any(one is not count for one in draft.counts_in(Span(count.end, opened.end()))):
        return None
    dash = _DASH.search(draft.text, opened.end(), sentence.end) if ":" not in opened.group() else None
    end = dash.start() if dash else sentence.end
    row = draft.text[opened.end() : end].rstrip(" .!?\n")
    return None if re.search(r"[:;(“«\"]", row) else Span(opened.end(), opened.end() + len(row))


def _how_many(draft: Draft, count: Count, items: list[str]) -> int | None:
    """How many a row enumerates: years, things of a kind, people by trade; None where it is neither."""
    language = draft.language(count.start)
    if all(_YEAR.fullmatch(one) or _is_month(one, language) for one in items) or _are_days(items, language):
        return len(items)
    small = not any(one[0].isupper() for one in items)
    if small and (_prepositions(items, language) or _parallel(items, language)):
        return len(items)
    made = [_weight(one, language) for one in items]
    if None in made or any(len(one.split()) > _LONG for one in items):
        return None
    many = sum(one or 0 for one in made)
    short = all(len(one.split()) <= _TRADE for one in items)
    if count.unit == "persons" and small and short and any(one != 1 for one in made):
        return many
    noun = pattern(language, "enumerated_of").fullmatch(count.noun) or draft.says(
        "enumerated_of", within=Span(count.number[1], count.number[1] + 30)
    )
    return len(items) if noun and small and many == len(items) else None


def _parallel(items: list[str], language: str) -> bool:
    """Whether every item is a thing to do: "to repeal …, to publish …", "отменить …, вернуть …"."""
    if language == "en":
        return all(one.startswith("to ") for one in items)
    if language == "ru":
        return all(re.match(r"(?:не )?[а-яё]+(?:ть|ти|чь)(?:ся)?\b", one) for one in items)
    return all(re.search(r"(?:у|ю)$", one) for one in items)


def _prepositions(items: list[str], language: str) -> bool:
    """Whether every item opens with one small word: "in Karaganda, in Temirtau and in Balkhash"."""
    first = {one.split()[0] for one in items}
    return len(first) == 1 and pattern(language, "opens_each").fullmatch(first.pop()) is not None


def names_of_bodies(draft: Draft) -> Iterator[Finding]:
    """ "Three groups, Bota, Aman Saulyk, Zhana Bastau and the Umit centre": as many names as are told."""
    for count in draft.counts:
        if not count.exact or not 2 < count.value <= _MOST or count.unit in (*_UNCOUNTED, "persons"):
            continue
        row = _BODIES.match(draft.text, count.end, draft.sentence(count.start).end)
        row = row or _BODIES.match(draft.text, count.number[1], draft.sentence(count.start).end)
        items = _ITEMS.split(row.group("row")) if row else []
        if row and abs(len(items) - count.value) == 1 and not draft.days_in(Span(row.start(), row.end())):
            spans = ((count.start, count.end), row.span("row"))
            yield draft.finding("list_count", *spans, number=count.value, named=len(items))


def _times(draft: Draft) -> Iterator[Count]:
    """How many times something was, told in a word: "twice", "трижды"."""
    for number in _ADVERBS:
        for hit in draft.found("times_word", number):
            at = draft.sentence(hit.start()).start
            yield Count(*hit.span(), int(number), "exact", "acts", "", False, False, at, hit.span())


def _is_month(item: str, language: str) -> bool:
    """Whether an item is a month alone: "in June"."""
    word = re.sub(r"^(?:in|в|во) ", "", item)
    return " " not in word and month_of(word if language == "en" else word.lower(), language) is not None


def _are_days(items: list[str], language: str) -> bool:
    """Whether items are days of one month: "3, 10 and 24 March"."""
    *days, last = (one.split() for one in items)
    bare = all(len(one) == 1 and one[0].isdigit() for one in days)
    closes = len(last) > 1 and last[0].isdigit() and _is_month(last[1], language)
    return bare and closes


def _weight(item: str, language: str) -> int | None:
    """How many an item is: the number that opens it, else one; None where a number stands inside."""
    numeral = re.compile(rf"(?:{numeral_pattern(language)})(?=\s)", re.IGNORECASE)
    hit = numeral.match(item)
    value = value_of(hit.group(), language) if hit else 1
    if re.search(r"\d", item[hit.end() if hit else 0 :]):
        return None
    return int(value) if value and value == int(value) else None


def rows_of_people(draft: Draft) -> Iterator[Finding]:
    """ "The five applicants: A, B, C and D", "A, B and C, all four of them": names beside their number."""
    for row in _rows_of_names(draft):
        sentence = draft.sentence(row[0].start)
        count = _announced(draft, row, sentence) or _taken_up(draft, row, sentence)
        named = len({one.person for one in row})
        if count is None or not 0 < abs(count.value - named) <= _OFF or named < len(row):
            continue
        near = Span(sentence.start, min(len(draft.text), draft.around(row[-1].end, after=1).end))
        if not (draft.says("rest", within=near) or draft.says("including", within=sentence)):
            spans = ((count.start, count.end), (row[0].start, row[-1].end))
            yield draft.finding("list_count", *spans, number=count.value, named=named)


def _rows_of_names(draft: Draft) -> Iterator[list[Mention]]:
    """The rows of three names or more that nothing but commas and "and" set apart."""
    row: list[Mention] = []
    for one, other in pairwise([*draft.mentions, None]):
        row = row or ([one] if one else [])
        joined = one and other and _NAMES_JOINED.fullmatch(draft.text, one.end, other.start)
        if joined and other and "\n" not in draft.text[row[-1].end : other.start]:
            row.append(other)
            continue
        if len(row) >= _FEWEST_NAMES and all(len(name.words) > 1 for name in row):
            yield row
        row = []


def _announced(draft: Draft, row: list[Mention], sentence: Span) -> Count | None:
    """The one number of people before a colon or a dash that opens a row of names."""
    before = draft.text[sentence.start : row[0].start]
    if not re.search(r"(?::|\s[–—])\s+(?:(?:[^\W\d]+,? ){0,2})$", before):
        return None
    told = [
        one for one in draft.counts_in(Span(max(sentence.start, row[0].start - _NEAR_NAMES), row[0].start))
        if one.unit not in _UNCOUNTED
    ]  # fmt: skip
    people = [one for one in told if one.unit == "persons" and one.exact]
    alone = len(told) == len(people) == 1 and not people[0].of_them
    return people[0] if alone and not left_unnamed(draft, people[0]) else None


def _taken_up(draft: Draft, row: list[Mention], sentence: Span) -> Count | None:
    """The number that takes a row of names up right behind it: "A, B and C, the four people named above"."""
    after = draft.counts_in(Span(row[-1].end, min(sentence.end, row[-1].end + 20)))
    one = after[0] if after else None
    between = draft.text[row[-1].end : one.start] if one else ""
    return one if one and one.exact and "," in between and _TAKES_UP.fullmatch(between) else None
