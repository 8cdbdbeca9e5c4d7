"""Numbers of a whole over two sentences, plain rows of numbers behind their sum, words in two orders."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import words
from tizim.documents import Span

_UNCOUNTED = ("time", "money", "places")
_FEWEST, _MOST, _OFF = 4, 7, 2
_SHARE, _ROW_SHARE = 0.03, 0.2
_ROW = re.compile(
    r"(?<![\d.,])(?P<sum>\d{1,4})(?: [^\W\d]+){1,3}: "
    r"(?P<row>\d{1,4}(?:, \d{1,4})+,? (?:and|и|және|мен) \d{1,4})(?![\d.]\d|%)"
)
_TAKES_UP = re.compile(r"(?:The|These|All|Эти|Все|Осы|Бұл|Барлық)\s")
_NAMED = re.compile(r"[A-Z][a-z’'-]+(?: (?:of|for|the|and)(?= [a-z ]{0,8}[A-Z])| [A-Z][a-z’'-]+){2,7}")
_HEADS = {"Court", "Ministry", "Department", "Office", "Committee", "Council", "Directorate", "Centre"}


def over_two_sentences(draft: Draft) -> Iterator[Finding]:
    """ "Of the 87 refusals 60 were bare. In 14 cases …, in nine …, in five …": parts that nearly make it."""
    for number, sentence in enumerate(draft.sentences[:-1]):
        own = _counted(draft, sentence)
        following = draft.sentences[number + 1]
        together = draft.paragraph(following.start) == draft.paragraph(sentence.start)
        if len(own) < 2 or not together or not _opens_with_whole(draft, own[0], sentence):
            continue
        whole, parts = own[0], [*own[1:], *_counted(draft, following)]
        made = sum(one.value for one in parts)
        fit = _FEWEST <= len(parts) <= _MOST and all(one.exact and one.value < whole.value for one in parts)
        near = 0 < abs(made - whole.value) <= max(_OFF, _SHARE * whole.value)
        if fit and near and whole.exact and not any(one.of_them for one in parts[1:]):
            spans = ((whole.start, whole.end), *((one.start, one.end) for one in parts))
            shown = " + ".join(str(one.value) for one in parts)
            yield draft.finding("sum", *spans, whole=whole.value, parts=f"{shown} = {made}")


def _counted(draft: Draft, at: Span) -> list[Count]:
    return [one for one in draft.counts_in(at) if one.unit not in _UNCOUNTED]


def _opens_with_whole(draft: Draft, one: Count, sentence: Span) -> bool:
    before = draft.text[sentence.start : one.number[0]].strip().lower()
    return before in words(draft.language(one.start), "opens_whole")


def bare_rows(draft: Draft) -> Iterator[Finding]:
    """ "71 years: 12, 13, 11, 13, 12 and 11": a row of bare numbers behind the number that they make."""
    for hit in _ROW.finditer(draft.text):
        parts = [int(one) for one in re.findall(r"\d+", hit.group("row"))]
        whole, made = int(hit.group("sum")), sum(parts)
        if made != whole and abs(made - whole) <= _ROW_SHARE * whole:
            shown = " + ".join(map(str, parts))
            yield draft.finding(
                "sum", hit.span("sum"), hit.span("row"), whole=whole, parts=f"{shown} = {made}"
            )


def summed_next(draft: Draft) -> Iterator[Finding]:
    """ "31 talks with relatives, 12 with lawyers, 9 papers. The 51 sources …": a sum opens a sentence."""
    for sentence, following in pairwise(draft.sentences):
        own = next(iter(_counted(draft, following)), None)
        opens = own and _TAKES_UP.fullmatch(draft.text, following.start, own.number[0])
        parts = _counted(draft, sentence)
        same = draft.paragraph(following.start) == draft.paragraph(sentence.start)
        if not own or not opens or not same or len(parts) < _FEWEST - 1 or not own.exact:
            continue
        made = sum(one.value for one in parts)
        fit = all(one.exact and not one.of_them and one.value < own.value for one in parts)
        if fit and 0 < abs(made - own.value) <= max(1, _SHARE * own.value):
            spans = ((own.start, own.end), *((one.start, one.end) for one in parts))
            shown = " + ".join(str(one.value) for one in parts)
            yield draft.finding("sum", *spans, whole=own.value, parts=f"{shown} = {made}")


def words_in_other_order(draft: Draft) -> Iterator[Finding]:
    """One body whose words stand in two orders: "Southern District Military Court"."""
    met: dict[frozenset[str], dict[str, tuple[int, int]]] = {}
    for hit in _NAMED.finditer(draft.text):
        own = [word for word in hit.group().split() if word[0].isupper() and word != "The"]
        if len(own) > 2 and set(own) & _HEADS:
            met.setdefault(frozenset(own), {}).setdefault(" ".join(own), hit.span())
    for forms in met.values():
        if len(forms) > 1:
            yield draft.finding("body_forms", *forms.values(), forms=listed(list(forms)))
