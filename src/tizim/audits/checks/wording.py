"""One quotation in two wordings, within a text and between texts; texts that repeat another."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, Place, listed
from tizim.documents import Span

_QUOTED = re.compile(r"“[^“”\n]{20,600}”|«[^«»\n]{20,600}»|\"[^\"\n]{20,600}\"")
_WORD = re.compile(r"[^\W_]+")
_FEWEST, _SHORT = 5, 8
_ALIKE, _ALIKE_SHORT = 0.65, 0.7
_SHINGLE = 3
_LONG = 8
_SENTENCE_ALIKE = 0.6
_REPRINT = 0.3


def quotations(draft: Draft) -> Iterator[Finding]:
    """Quotations that are nearly the same and not quite: one of them was not said so."""
    quoted = [(hit.span(), _words(hit.group())) for hit in _QUOTED.finditer(draft.text)]
    quoted = [(span, words) for span, words in quoted if len(words) >= _FEWEST]
    for one, other in _candidates([words for _, words in quoted]):
        left, right = quoted[one][1], quoted[other][1]
        if left != right and _alike(left, right) and not _within(left, right):
            spans = (quoted[other][0], quoted[one][0])
            yield draft.finding(
                "quote_wordings", *spans, forms=listed([_shown(draft.text[slice(*s)]) for s in spans])
            )


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(re.sub(r"\[[^\]]*\]", "", text).lower()))


def _shown(text: str) -> str:
    return text if len(text) < 90 else text[:86] + "…"


def _candidates(texts: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Pairs of texts that share words in a row."""
    by_shingle: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(texts):
        for shingle in {words[n : n + _SHINGLE] for n in range(len(words) - _SHINGLE + 1)}:
            by_shingle[shingle].append(number)
    return sorted(
        {
            (one, other)
            for numbers in by_shingle.values()
            if len(numbers) < 20
            for n, one in enumerate(numbers)
            for other in numbers[n + 1 :]
        }
    )


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    limit = _ALIKE_SHORT if min(len(left), len(right)) < _SHORT else _ALIKE
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= limit


def _within(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the one is a stretch of the other: a shorter quotation, not another wording."""
    short, long = sorted((left, right), key=len)
    return any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))


def between(drafts: Sequence[Draft]) -> Iterator[Finding]:
    """Texts that repeat another word for word, and sentences of it that they change."""
    for number, other in enumerate(drafts):
        for draft in (*drafts[:number], *drafts[number + 1 :]):
            yield from _repeats(draft, other)


def _repeats(draft: Draft, first: Draft) -> Iterator[Finding]:
    """What this text repeats of another that is longer."""
    if len(draft.text) >= len(first.text):
        return
    own, theirs = _sentence_words(draft), _sentence_words(first)
    shared = _shared_words(first)
    covered = sum(_covered(words, shared) for _, words in own)
    total = sum(len(words) for _, words in own) or 1
    if covered / total < _REPRINT:
        return
    where = Span(draft.paragraphs[0].start, draft.paragraphs[-1].end)
    places = (draft.place(where.start, where.end),)
    yield Finding(
        kind="reprint",
        places=places,
        values={"share": str(round(100 * covered / total)), "other": first.name},
    )
    yield from _reworded(draft, first, (own, theirs))


Sentences = list[tuple[Span, tuple[str, ...]]]


def _sentence_words(draft: Draft) -> Sentences:
    return [
        (at, words) for at in draft.sentences if len(words := _words(draft.text[at.start : at.end])) >= _LONG
    ]


def _shared_words(draft: Draft) -> set[tuple[str, ...]]:
    words = _words(draft.text)
    return {words[n : n + 5] for n in range(len(words) - 4)}


def _covered(words: tuple[str, ...], shared: set[tuple[str, ...]]) -> int:
    """How many words stand in stretches of five that the other text has too."""
    inside = set()
    for n in range(len(words) - 4):
        if words[n : n + 5] in shared:
            inside |= set(range(n, n + 5))
    return len(inside)


def _reworded(draft: Draft, first: Draft, both: tuple[Sentences, Sentences]) -> Iterator[Finding]:
    own, theirs = both
    for one, other in _candidates([words for _, words in (*own, *theirs)]):
        if one >= len(own) or other < len(own):
            continue
        left, right = own[one], theirs[other - len(own)]
        matcher = SequenceMatcher(None, left[1], right[1], autojunk=False)
        if left[1] != right[1] and matcher.ratio() >= _SENTENCE_ALIKE:
            places: tuple[Place, ...] = (draft.place(*left[0]), first.place(*right[0]))
            changed = [
                f"{' '.join(left[1][a:b])} / {' '.join(right[1][c:d])}"
                for tag, a, b, c, d in matcher.get_opcodes() if tag == "replace"
            ]  # fmt: skip
            if changed:
                yield Finding(
                    kind="reworded", places=places, values={"other": first.name, "forms": listed(changed)}
                )
