"""Who speaks in the first person: "they detained me", says X; a letter signed by X."""

from collections.abc import Sequence

from tizim.reading.marks import Sentence
from tizim.reading.people import Mention, People
from tizim.reading.words import set_of

FIRST = frozenset({"i", "me", "my", "myself", "mine"})
_OPEN, _CLOSE, _BOTH = "“«„", "”»", '"'
_QUOTES = frozenset((*_OPEN, *_CLOSE, _BOTH))
_REACH, _SHORT, _TAIL = 3, 7, 4
_QUESTIONS, _QUESTION = 3, 24


def speakers(sentences: Sequence[Sentence], people: People) -> dict[int, int]:
    """For each sentence with words in the first person the person who speaks, where the text names one."""
    out = _quoted(sentences, people)
    _questions(sentences, people, out)
    _answers(sentences, people, out)
    signed = _signature(sentences, people)
    if signed is not None:
        return {number: out.get(number, signed) for number in range(len(sentences))}
    _letter(sentences, people, out)
    return out


def _letter(sentences: Sequence[Sentence], people: People, out: dict[int, int]) -> None:
    """Letters and speeches of the one person whom the lines above them name: "X wrote this in prison"."""
    own = [n for n, sentence in enumerate(sentences) if n not in out and not FIRST.isdisjoint(sentence.bag)]
    if len(own) < _LETTER or own[0] > _INTRODUCTION:
        return
    named = {m.person for n in range(own[0]) for m in people.mentions.get(n, [])}
    writing = set_of("en", "layout", "writing")
    if len(named) == 1 and any(not writing.isdisjoint(sentences[n].bag) for n in range(own[0])):
        writer = named.pop()
        out |= {number: out.get(number, writer) for number in range(own[0], len(sentences))}


_LETTER, _INTRODUCTION = 5, 12


def _quoted(sentences: Sequence[Sentence], people: People) -> dict[int, int]:
    """The speakers of sentences in quotation marks."""
    out: dict[int, int] = {}
    quoted: list[int] = []
    inside = False
    for number, sentence in enumerate(sentences):
        same_line = bool(number) and sentences[number - 1].span.line == sentence.span.line
        began = inside and same_line
        inside = _inside_after(sentence, began=began)
        if not (began or inside or not _MARKS.isdisjoint(sentence.bag)):
            quoted = []
            continue
        quoted.append(number)
        speaker = _speaker(sentences, people, number)
        if speaker is not None:
            out.update(dict.fromkeys(quoted, speaker))
        elif number - 1 in out and same_line:
            out[number] = out[number - 1]
        quoted = quoted if inside else []
    return out


_MARKS = frozenset('"“”«»')


def _speaker(sentences: Sequence[Sentence], people: People, number: int) -> int | None:
    speaker = _named(sentences[number], people.mentions.get(number, []))
    if speaker is None and _pronoun_says(sentences[number]):
        return _of_paragraph(sentences, people, number)
    return speaker


def _inside_after(sentence: Sentence, *, began: bool) -> bool:
    inside = began
    if _QUOTES.isdisjoint(sentence.bag):
        return inside
    for word in sentence.lowers:
        if word in _OPEN and word:
            inside = True
        elif word in _CLOSE and word:
            inside = False
        elif word == _BOTH:
            inside = not inside
    return inside


def _named(sentence: Sentence, mentions: list[Mention]) -> int | None:
    """The person beside a word of saying: "said X", "X recalls:"."""
    for mark in sentence.of("attribution"):
        for mention in mentions:
            after = mention.first - mark.last
            before = mark.first - mention.last
            if 0 <= after <= _REACH and _only_titles(sentence, mark.last, mention.first):
                return mention.person
            if 0 <= before <= 1:
                return mention.person
    return None


def _pronoun_says(sentence: Sentence) -> bool:
    """Whether "she said" stands in a sentence."""
    return any(
        sentence.lower(at) in ("he", "she")
        for mark in sentence.of("attribution")
        for at in (mark.first - 1, mark.last)
    )


def _of_paragraph(sentences: Sequence[Sentence], people: People, number: int) -> int | None:
    """The one person whom a paragraph has named before a sentence."""
    line = sentences[number].span.line
    named: set[int] = set()
    for other in range(number - 1, -1, -1):
        if sentences[other].span.line != line:
            break
        named.update(mention.person for mention in people.mentions.get(other, []))
    return named.pop() if len(named) == 1 else None


def _only_titles(sentence: Sentence, first: int, last: int) -> bool:
    kinds = ("title", "victim_singular", "passed_over")
    return all(
        sentence.any_at(kinds, at) is not None or sentence.lower(at) in ("the", "a")
        for at in range(first, last)
    )


def _questions(sentences: Sequence[Sentence], people: People, out: dict[int, int]) -> None:
    """Interviews: a line that begins with a name and a colon is what that person says."""
    for number, sentence in enumerate(sentences):
        first = next((m for m in people.mentions.get(number, []) if m.first == 0), None)
        if first is not None and sentence.lower(first.last) == ":":
            line = sentence.span.line
            for other in range(number, len(sentences)):
                if sentences[other].span.line != line:
                    break
                out.setdefault(other, first.person)


def _answers(sentences: Sequence[Sentence], people: People, out: dict[int, int]) -> None:
    """Interviews without names before the answers: the one who was introduced answers the questions."""
    lines: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentences):
        lines.setdefault(sentence.span.line, []).append(number)
    asked = [line for line, some in lines.items() if _asks([sentences[number] for number in some])]
    guest = _introduced(sentences, people, lines, asked[0]) if len(asked) >= _QUESTIONS else None
    if guest is None:
        return
    for line, some in lines.items():
        if line > asked[0] and line not in asked:
            out |= {number: out.get(number, guest) for number in some}


def _asks(paragraph: Sequence[Sentence]) -> bool:
    if paragraph[0].lower(0) in set_of("en", "grammar", "asking_labels") and paragraph[0].lower(1) in (
        ".",
        ":",
        ")",
        "–",
        "—",
    ):
        return True
    words = sum(len(sentence.tokens) for sentence in paragraph)
    return words <= _QUESTION and paragraph[-1].tokens[-1].text == "?"


def _introduced(
    sentences: Sequence[Sentence], people: People, lines: dict[int, list[int]], first: int
) -> int | None:
    """The one person whom the lines before the first question name."""
    before = [number for line, some in lines.items() if line < first for number in some]
    named = {mention.person for number in before for mention in people.mentions.get(number, [])}
    spoken = any(
        not set_of("en", "grammar", "meeting_words").isdisjoint(sentences[number].lowers) for number in before
    )
    return named.pop() if len(named) == 1 and spoken else None


def _signature(sentences: Sequence[Sentence], people: People) -> int | None:
    """Who signs a letter: a name that stands alone in one of the last lines of a text in the first person."""
    personal = (sentence.lowers for sentence in sentences if not FIRST.isdisjoint(sentence.bag))
    spoken = sum(1 for words in personal for word in words if word in FIRST)
    if spoken < _SHORT - _TAIL:
        return None
    closings = set_of("en", "layout", "closings")
    for number in range(len(sentences) - 1, max(-1, len(sentences) - 1 - _TAIL), -1):
        sentence = sentences[number]
        mentions = people.mentions.get(number, [])
        alone = len(mentions) == 1 and len(sentence.tokens) <= _SHORT
        if alone and (_alone(sentence, mentions[0]) or closings & set(sentence.lowers)):
            return mentions[0].person
    return None


def _alone(sentence: Sentence, mention: Mention) -> bool:
    words = [token for token in sentence.tokens if token.kind == "word"]
    return len(words) <= mention.last - mention.first + 1
