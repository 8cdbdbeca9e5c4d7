"""A number of organisations, newspapers, parties beside those that the text names."""

import re
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.patterns import UPPER, pattern
from tizim.audits.relation import HOLDS, OPEN, Relation, places_of, told
from tizim.documents import Span

_MOST = 12
_PARAGRAPHS, _REACH = 4, 2500
_QUOTED = r"[«“\"„][^«»“”\"„]{2,50}[»”\"“]"
_WORD = rf"[{UPPER}][\w’'.]*(?:-[{UPPER}\d]\w*)*(?![\w’-])"
_WORDS = rf"(?:[Tt]he )?{_WORD}(?: (?:of |for |the )*{_WORD})*"
_NAME = rf"(?:{_QUOTED}|{_WORDS})"
_SHORT = r"(?:\s\([^()]{2,24}\))?"
_JOIN = r"(?:,? (?:and|as well as|и|а также|және|мен|пен|бен) |, )"
_ROW = re.compile(rf"{_NAME}{_SHORT}(?:(?: in [{UPPER}]\w+)?{_JOIN}{_NAME}{_SHORT})*")


def bodies(draft: Draft) -> Iterator[Relation]:
    """Each number of bodies with at least two names of them, told with it or shortly after."""
    for count in draft.counts:
        if not count.exact or not 1 < count.value <= _MOST or not _of_bodies(draft, count):
            continue
        names = _opened(draft, count) | _apposed(draft, count)
        partly = draft.says("partly", within=Span(count.end, draft.sentence(count.start).end))
        if 1 < len(names) <= count.value:
            whole = len(names) == count.value
            values = {"number": told(draft, count), "named": str(len(names))}
            yield Relation(
                kind="bodies",
                places=places_of(draft, (count,)),
                verdict=HOLDS if whole else OPEN,
                reason="" if whole else "some" if partly else "perhaps_others",
                values=values,
            )


def _of_bodies(draft: Draft, count: Count) -> bool:
    near = Span(count.number[0], min(draft.sentence(count.start).end, count.number[1] + 40))
    hits = draft.found("bodies_counted", within=near)
    return bool(hits) and not re.search(r"[,.;:(]", draft.text[count.number[1] : hits[0].start()])


def _opened(draft: Draft, count: Count) -> set[str]:
    """The names that a comma, a colon or "including" opens after the number, in its sentence."""
    sentence = draft.sentence(count.start)
    found: set[str] = set()
    for hit in re.compile(r"[:,(] | — | – ").finditer(draft.text, count.end, sentence.end):
        start = hit.end()
        mark = pattern(draft.language(start), "partly").match(draft.text, start)
        start = mark.end() + 1 if mark else start
        row = _ROW.match(draft.text, start, sentence.end)
        if row:
            found |= _names(row.group())
    return found


def _apposed(draft: Draft, count: Count) -> set[str]:
    """The names that stand right after the noun, in the paragraphs that follow: "NGOs Liberty and …"."""
    first = draft.paragraph(count.start)
    after = [one for one in draft.paragraphs if one.start >= first.start][:_PARAGRAPHS]
    reach = Span(count.end, min(after[-1].end, count.end + _REACH))
    found: set[str] = set()
    for hit in draft.found("body_nouns", within=reach):
        opened = re.compile(r",? ").match(draft.text, hit.end())
        row = _ROW.match(draft.text, opened.end(), reach.end) if opened else None
        if row and _one_noun(draft, count, hit.group()):
            found |= _names(row.group())
    return found


def _one_noun(draft: Draft, count: Count, noun: str) -> bool:
    """Whether a noun is the one that is counted, or another word for it in the table."""
    nouns = draft.found(
        "body_nouns", within=Span(count.number[1], min(len(draft.text), count.number[1] + 40))
    )
    general = draft.says(
        "body_general", within=Span(count.number[1], min(len(draft.text), count.number[1] + 40))
    )
    return general or any(one.group().lower()[:5] == noun.lower()[:5] for one in nouns)


def _names(row: str) -> set[str]:
    """The single names of a row, without articles and short forms."""
    found = re.findall(_NAME, re.sub(r"\([^()]*\)", " ", re.sub(rf" in [{UPPER}]\w+", "", row)))
    return {re.sub(r"^[Tt]he ", "", one).strip('«»“”"„ .').lower() for one in found}
