"""A sentence as the engine for languages with cases sees it: its words taken apart, and what the tables
say of them."""

from dataclasses import dataclass, field, replace
from typing import Any

from tizim.reading.inflected.tables import GAP, Lexicon, Pattern
from tizim.reading.inflected.words import Analysis, plain
from tizim.reading.marks import Mark
from tizim.reading.spans import Span
from tizim.reading.tokens import Token, tokens

_SEVERAL = frozenset({"act", "near"})
_NUMERAL = ("number", "scales", "vague")
_AFTER_NUMBER = frozenset({"unit_adjectives", "article", "part", "age_words", "day_ending"})
_GAP_WIDTH = 3
_EMPTY = Analysis((), frozenset(), frozenset(), False, False, False)


@dataclass(slots=True)
class Sentence:
    """A sentence with its tokens, what each can be, and the meanings found, by kind and first token.

    Numbers begin at ``numeric`` tokens only.
    """

    span: Span
    tokens: list[Token]
    words: list[Analysis]
    marks: dict[str, dict[int, Mark]] = field(default_factory=dict)
    numeric: frozenset[int] = frozenset()

    def at(self, kind: str, index: int) -> Mark | None:
        """The mark of a kind that begins at a token."""
        row = self.marks.get(kind)
        return row.get(index) if row else None

    def of(self, kind: str) -> list[Mark]:
        """All marks of a kind, in order."""
        return list(self.marks.get(kind, _NONE).values())

    def any_at(self, kinds: tuple[str, ...], index: int) -> Mark | None:
        """The first mark of one of the kinds that begins at a token."""
        for kind in kinds:
            mark = self.at(kind, index)
            if mark is not None:
                return mark
        return None

    def starts(self, kinds: tuple[str, ...]) -> set[int]:
        """The tokens at which a mark of one of the kinds begins."""
        return {at for kind in kinds for at in self.marks.get(kind, _NONE)}

    def ends_at(self, kind: str, last: int) -> Mark | None:
        """The mark of a kind that ends before a token."""
        for mark in self.marks.get(kind, _NONE).values():
            if mark.last == last:
                return mark
        return None

    def lower(self, index: int) -> str:
        """The word at an index in small letters, empty outside the sentence."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def word(self, index: int) -> Analysis:
        """What the word at an index can be; nothing outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else _EMPTY

    def is_lemma(self, index: int, lemmas: frozenset[str]) -> bool:
        """Whether a word has one of the base forms."""
        return not lemmas.isdisjoint(self.word(index).lemmas)

    def is_at(self, kind: str, index: int) -> bool:
        """Whether a mark of a kind covers a token."""
        row = self.marks.get(kind)
        return row is not None and any(mark.first <= index < mark.last for mark in row.values())

    def said(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens ``first`` … ``last - 1`` stand in the text."""
        return self.tokens[first].start, self.tokens[last - 1].end


_NONE: dict[int, Mark] = {}


def sentence_of(text: str, span: Span, lexicon: Lexicon) -> Sentence:
    """A sentence with every phrase of the tables found in it; of one kind, the longest wins."""
    found = _with_dashes(text, tokens(text, span.start, span.end))
    analysis, common = lexicon.analyst.analysis, lexicon.analyst.common
    words = [
        (analysis if token.capital else common)(token.lower)
        if token.kind == "word"
        else _of_number(token, analysis)
        for token in found
    ]
    sentence = Sentence(span, found, words)
    stands = _standing(found, words)
    until: dict[str, int] = {}
    free = (
        lexicon.set("grammar", "particles"),
        (lexicon.set("numbers", "units"), lexicon.set("time", "units")),
    )
    for index in range(len(found)):
        for pattern in _starting(sentence, index, stands, lexicon):
            if pattern.second and pattern.second not in stands:
                continue
            last = _match(sentence, index, pattern.parts, free) if len(pattern.parts) > 1 else index + 1
            if last and (pattern.kind != "place" or _can_be_place(sentence, index)):
                _note(sentence, pattern, index, last, until)
    figures = {index for index, token in enumerate(found) if token.kind == "number"}
    sentence.numeric = frozenset(figures | sentence.starts(_NUMERAL))
    return sentence


def _with_dashes(text: str, found: list[Token]) -> list[Token]:
    """The tokens; a hyphen between spaces is the dash that keyboards lack."""
    return [
        replace(token, text="–", lower="–")
        if token.text == "-" and text[token.start - 1 : token.start] == " " == text[token.end : token.end + 1]
        else token
        for token in found
    ]


def _standing(found: list[Token], words: list[Analysis]) -> set[str]:
    """What the words of a sentence can be, and its signs: a phrase without them does not stand there."""
    stands = set().union(*(word.keys for word in words))
    for token in found:
        if token.kind != "word":
            stands.update((token.lower, "=" + plain(token.lower)))
    return stands


def _can_be_place(sentence: Sentence, index: int) -> bool:
    """Whether a word is written as a name, and is no form of a verb that only stands first."""
    forms = sentence.words[index].forms
    verb = bool(forms) and forms[0].part in ("participle", "converb")
    return sentence.tokens[index].capital and not (verb and all(form.part not in _NOUNS for form in forms))


_NOUNS = ("noun", "name")


def _of_number(token: Token, analysis: Any) -> Analysis:
    """A number with letters after it ("405-бабы") is taken apart by these letters."""
    if token.kind == "number" and "-" in token.lower:
        found: Analysis = analysis(token.lower.split("-", 1)[1])
        return found
    return _EMPTY


def _starting(
    sentence: Sentence, index: int, stands: set[str], lexicon: Lexicon
) -> tuple[Pattern, ...] | list[Pattern]:
    """The phrases that a token can open among the words of its sentence."""
    token = sentence.tokens[index]
    if token.kind == "word":
        return lexicon.starting(token.lower).among(stands)
    return _after(sentence, index, lexicon)


def _after(sentence: Sentence, index: int, lexicon: Lexicon) -> list[Pattern]:
    """The phrases that a number or a sign can open."""
    found = [*lexicon.index.get(sentence.tokens[index].lower, ())]
    for lemma in sorted(sentence.words[index].lemmas):
        found.extend(one for one in lexicon.index.get(lemma, ()) if one.kind in _AFTER_NUMBER)
    return found


_Words = tuple[frozenset[str], frozenset[str]]


def _match(
    sentence: Sentence, index: int, parts: tuple[str, ...], free: tuple[frozenset[str], _Words]
) -> int:
    """Where a phrase that begins at a token ends; 0 if it does not stand there. Particles do not part it,
    numbers not its dots."""
    at, gap, (particles, measures) = index + 1, 0, free
    for part in parts[1:]:
        if part == GAP:
            gap = _GAP_WIDTH
            continue
        if not gap:
            at += at < len(sentence.tokens) and sentence.tokens[at].text in _OPENED
            at += at < len(sentence.tokens) and sentence.tokens[at].lower in particles
            if at >= len(sentence.tokens) or not _is(sentence, at, part):
                return 0
            at += 1
            continue
        hit = _behind(sentence, (at, at + gap + 1), part, measures)
        if hit < 0 or any(sentence.tokens[here].text in ",;:" for here in range(at, hit)):
            return 0
        at, gap = hit + 1, 0
    return at


def _behind(sentence: Sentence, reach: tuple[int, int], part: str, measures: _Words) -> int:
    """Where the next word of a phrase stands within a reach, numbers of lengths not counted («1 жыл 6
    айға»); -1 if it does not."""
    here, end = reach
    while here < end and here < len(sentence.tokens):
        if _is(sentence, here, part):
            return here
        end += _is_measure(sentence, here, *measures)
        here += 1
    return -1


def _is_measure(sentence: Sentence, at: int, numbers: frozenset[str], units: frozenset[str]) -> bool:
    """Whether a number of a length of time stands at a token."""
    token, following = sentence.tokens[at], sentence.word(at + 1)
    number = token.kind == "number" or token.lower in numbers
    return number and not (following.lemmas.isdisjoint(units) and following.lemmas.isdisjoint(numbers))


_OPENED = '«“"'
"""Quotation marks that open inside a phrase do not part it ("called in for a «talk»")."""


def _is(sentence: Sentence, index: int, part: str) -> bool:
    token = sentence.tokens[index]
    if token.kind == "word":
        return part in sentence.words[index].keys
    if part[0] == "=" and len(part) > 1:
        return plain(token.lower) == part[1:]
    return token.lower == part


def _note_shorter(sentence: Sentence, pattern: Pattern, first: int, last: int) -> None:
    """Notes what the first words of a longer trigger report where the longer one reports nothing."""
    row = sentence.marks.setdefault("shorter_act", {})
    known = row.get(first)
    if known is None or known.last == last:
        values = (*known.values, pattern.value) if known else (pattern.value,)
        row[first] = Mark("shorter_act", first, last, values)


def _note(sentence: Sentence, pattern: Pattern, first: int, last: int, until: dict[str, int]) -> None:
    row = sentence.marks.setdefault(pattern.kind, {})
    known = row.get(first)
    if pattern.kind in _SEVERAL:
        values = (*known.values, pattern.value) if known else (pattern.value,)
        if known is not None and last < known.last and pattern.kind == "act":
            _note_shorter(sentence, pattern, first, last)
        elif known is None or last >= known.last or pattern.kind == "near":
            row[first] = Mark(pattern.kind, first, max(last, known.last if known else 0), values)
        return
    if known is not None and known.last == last and pattern.value not in known.values:
        row[first] = Mark(pattern.kind, first, last, (*known.values, pattern.value))
        return
    if (known is not None and last > known.last) or until.get(pattern.kind, 0) <= first:
        row[first] = Mark(pattern.kind, first, last, (pattern.value,))
        until[pattern.kind] = last
