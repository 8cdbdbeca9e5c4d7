"""One body under names of the same words: in another order, or with other forms of the words between."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed, meet
from tizim.audits.patterns import words

_STEM, _SHORT, _FEWEST = 5, 4, 2
_ENDINGS = "ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ей|ых|их"
_ADJECTIVES = re.compile(rf"(?:[^\W\d_]+(?:-[^\W\d_]+)*(?:{_ENDINGS})[ \u00a0]){{1,3}}$")
_BEHIND = re.compile(r"(?:[ \u00a0][^\W\d_]+(?:-[^\W\d_]+)*){1,6}")
_BEFORE = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)*[ \u00a0]){2,4}$")
_REACH = 90
Form = tuple[tuple[str, ...], tuple[int, int]]


def bodies_by_words(draft: Draft) -> Iterator[Finding]:
    """ "The Pavlodar regional department of X", "the department of X in the Pavlodar region": two forms."""
    met: dict[tuple[str, frozenset[str]], list[Form]] = defaultdict(list)
    for hit in draft.found("body_heads"):
        reader = {"ru": _russian, "kk": _kazakh}.get(draft.language(hit.start()))
        for key, form in reader(draft, hit) if reader else ():
            met[key].append(form)
    told: list[tuple[int, int]] = []
    for _, forms in sorted(met.items(), key=lambda one: -len(one[0][1])):
        by_words = {form: span for form, span in reversed(forms)}
        spans = sorted(by_words.values())
        if len(by_words) > 1 and not any(meet(one, other) for one in told for other in spans):
            told += spans
            yield draft.finding(
                "body_forms", *spans, forms=listed([draft.text[slice(*one)] for one in spans])
            )


def _russian(draft: Draft, hit: re.Match[str]) -> Iterator[tuple[tuple[str, frozenset[str]], Form]]:
    """The names that a head may bear: adjectives before it, words behind it; their order is the form."""
    sentence = draft.sentence(hit.start())
    before = _ADJECTIVES.search(draft.text, max(sentence.start, hit.start() - _REACH), hit.start())
    behind = _BEHIND.match(draft.text, hit.end(), sentence.end)
    left = before.group().split() if before else []
    right = behind.group().split() if behind else []
    head = hit.group().lower()[:_STEM]
    ends = (
        [hit.end(), *(hit.end() + one.end() for one in re.finditer(r"\S+", behind.group()))] if behind else []
    )
    for skipped in range(len(left) + 1):
        own = left[skipped:]
        start = hit.start() - sum(len(word) + 1 for word in own)
        for many in range(len(right) + 1):
            named = [*own, *right[:many]]
            if many and not _counts(right[many - 1]):
                continue
            stems = [_stem(word) for word in named if word.lower() not in words("ru", "body_stop")]
            if len(set(stems)) >= _FEWEST and any(word[0].isupper() for word in named):
                order = (*map(_stem, own), head, *(_stem(w) for w in right[:many]))
                yield (head, frozenset(stems)), (order, (start, ends[many] if many else hit.end()))


def _kazakh(draft: Draft, hit: re.Match[str]) -> Iterator[tuple[tuple[str, frozenset[str]], Form]]:
    """The names that a head may bear: the words before it; their endings are the form."""
    sentence = draft.sentence(hit.start())
    before = _BEFORE.search(draft.text, max(sentence.start, hit.start() - _REACH), hit.start())
    named = before.group().split() if before else []
    for skipped in range(max(0, len(named) - 1)):
        own = named[skipped:]
        if own[0][0].isupper():
            start = hit.start() - sum(len(word) + 1 for word in own)
            stems = frozenset(word.lower()[:_SHORT] for word in own)
            yield (
                (f"{hit.group().lower()[:_STEM]} {len(own)}", stems),
                (tuple(w.lower() for w in own), (start, hit.end())),
            )


def _counts(word: str) -> bool:
    return word.lower() not in words("ru", "body_stop")


def _stem(word: str) -> str:
    return word.lower()[:_STEM]
