"""Who says "I" where verbs stand last: who answers an interview, who signs a letter, who is quoted."""

from dataclasses import dataclass, field

from tizim.reading.inflected.labels import Labels, answering
from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.marks import Mark

_SIGNED, _ASKED, _BESIDE, _OPENING, _ROW = 8, 2, 3, 4, 8


@dataclass(slots=True)
class Speakers:
    """The person who says "I", by paragraph; ``telling`` are paragraphs that are all about the speaker,
    ``about`` has those in which kin tell of another."""

    of: dict[int, int] = field(default_factory=dict)
    telling: set[int] = field(default_factory=set)
    about: dict[int, int] = field(default_factory=dict)


def speakers_verb_last(
    text: str, sentences: list[Sentence], finder: PeopleFinder, labels: Labels
) -> Speakers:
    """The speakers of a text."""
    lines: dict[int, list[int]] = {}
    for number, sentence in enumerate(sentences):
        lines.setdefault(sentence.span.line, []).append(number)
    found = Speakers()
    for line, numbers in lines.items():
        quoted = _quoted(sentences, numbers, finder)
        if quoted is not None:
            found.of[line] = quoted
    named = answering(sentences, labels)
    found.of.update(named)
    for line in named:
        own = [number for number, (_, person) in labels.items() if person == named[line]]
        struck = not _is_lawyer(finder, named[line]) and any(
            _struck(sentences, lines, number) for number in own
        )
        found.telling |= {line} if struck else set()
    kin, topic = _kin_answers(text, sentences, lines, finder)
    found.of.update(kin)
    found.about.update(dict.fromkeys(kin, topic) if topic is not None else {})
    told, answers = (None, []) if kin else _answers(text, sentences, lines, finder)
    if told is None and not kin:
        told, answers = _signer(sentences, lines, finder)
    opener = _opener(sentences, finder) if told is None and not kin else None
    for line in lines if opener is not None else ():
        found.of.setdefault(line, opener if opener is not None else -1)
    for line in answers if told is not None else ():
        found.of[line] = told if told is not None else -1
        found.telling.add(line)
    return found


def _opener(sentences: list[Sentence], finder: PeopleFinder) -> int | None:
    """Who says in the first lines that a letter is theirs ("I, X, …", "X is writing to you")."""
    if not any(_is_mine(one) for one in sentences):
        return None
    for number, sentence in enumerate(sentences[:_OPENING]):
        for mention in finder.found.mentions.get(number, []):
            led = sentence.ends_at("writing", mention.first) or sentence.at("writing", mention.last)
            led = led or _presented(sentences[number], mention.first)
            alone = sentence.ends_at("writing", mention.first) is None or not _in_row(sentence, mention.last)
            if led is not None and alone and mention.person not in finder.kin:
                return mention.person
    return None


def _is_lawyer(finder: PeopleFinder, person: int) -> bool:
    """Whether the text calls somebody a lawyer: who tells of clients, even where "me" is said."""
    return "lawyer" in finder.found.persons[person].titles


def _in_row(sentence: Sentence, last: int) -> bool:
    """Whether "and" stands a few words behind a name: of "I, X and Y" nobody named is I."""
    return any(last <= mark.first <= last + _ROW for mark in sentence.of("and"))


def _presented(sentence: Sentence, first: int) -> Mark | None:
    """Words of writing with a dash before a name with what somebody is ("the writer is – a citizen X")."""
    marks = [mark for mark in sentence.of("writing") if mark.last < first]
    return next((mark for mark in marks if sentence.lower(mark.last) in ("–", "—", "-")), None)


def _struck(sentences: list[Sentence], lines: dict[int, list[int]], number: int) -> bool:
    """Whether somebody says in a turn what was done to "me"."""
    turn = lines[sentences[number].span.line]
    return any(
        str(mark.value) == "me" and "acc" in sentences[at].word(mark.first).cases
        for at in turn
        for mark in sentences[at].of("pronouns")
    )


def _quoted(sentences: list[Sentence], numbers: list[int], finder: PeopleFinder) -> int | None:
    """The one person beside a verb of saying in a paragraph."""
    people = {
        mention.person
        for number in numbers
        for mention in finder.found.mentions.get(number, [])
        if "nom" in finder.cases.get((number, mention.first), frozenset({"nom"}))
        and mention.person not in finder.kin
        and (
            _says(sentences[number], mention.first, mention.last) or _leads(sentences[number], mention.first)
        )
    }
    people = people or _meant(sentences, numbers, finder)
    return people.pop() if len(people) == 1 else None


def _meant(sentences: list[Sentence], numbers: list[int], finder: PeopleFinder) -> set[int]:
    """Whom a paragraph names as subjects, where "he" or "she" says something in it."""
    told = any(
        _is_subject(sentences[number], mark)
        for number in numbers
        for mark in sentences[number].of("pronouns")
        if str(mark.value) == "one"
    )
    return {
        mention.person
        for number in numbers
        for mention in finder.found.mentions.get(number, [])
        if told and "nom" in finder.cases.get((number, mention.first), frozenset())
    }


def _is_subject(sentence: Sentence, mark: Mark) -> bool:
    """Whether a pronoun stands as a subject right beside a verb of saying."""
    subject = any(form.part == "pronoun" and form.case == "nom" for form in sentence.word(mark.first).forms)
    return subject and any(
        sentence.word(said.first).finite and (said.first == mark.last or said.last == mark.first)
        for said in sentence.of("speaking")
    )


def _says(sentence: Sentence, first: int, last: int) -> bool:
    return any(
        sentence.word(mark.first).finite
        and (0 <= first - mark.last <= _BESIDE or 0 <= mark.first - last <= 1)
        for mark in sentence.of("speaking")
    )


def _leads(sentence: Sentence, first: int) -> bool:
    """Whether a sentence opens with a name, after what they are, and ends with "said:" and a quotation."""
    opened = all(
        sentence.tokens[at].kind != "word" or sentence.at("title", at) is not None for at in range(first)
    )
    return opened and any(
        sentence.word(mark.first).finite
        and sentence.lower(mark.last) == ":"
        and sentence.lower(mark.last + 1) in ("«", "“", "„", '"')
        for mark in sentence.of("speaking")
    )


def _answers(
    text: str, sentences: list[Sentence], lines: dict[int, list[int]], finder: PeopleFinder
) -> tuple[int | None, list[int]]:
    """Who answers an interview, and the answers: turns with dashes, some of them questions."""
    turns, asked = _turns(text, sentences, lines)
    if not turns:
        return None, []
    met = _met_before(lines, finder, turns[0])
    answers = [line for line in turns if line not in asked]
    met = met - finder.kin or met
    return (met.pop(), answers) if len(met) == 1 else (None, [])


def _kin_answers(
    text: str, sentences: list[Sentence], lines: dict[int, list[int]], finder: PeopleFinder
) -> tuple[dict[int, int], int | None]:
    """Who says "I" in the answers of an interview with somebody's kin, and of whom they tell."""
    turns, asked = _turns(text, sentences, lines)
    kin = _talked_to(sentences, lines, finder, turns[0]) if turns else None
    if kin is None:
        return {}, None
    others = _met_before(lines, finder, turns[0]) - finder.kin - {kin}
    answers = {line: kin for line in turns if line not in asked}
    return answers, others.pop() if len(others) == 1 else None


def _met_before(lines: dict[int, list[int]], finder: PeopleFinder, first: int) -> set[int]:
    """Whom the lines before the first turn name."""
    return {
        mention.person
        for line, row in lines.items()
        if line < first
        for number in row
        for mention in finder.found.mentions.get(number, [])
    }


def _turns(text: str, sentences: list[Sentence], lines: dict[int, list[int]]) -> tuple[list[int], set[int]]:
    """The turns of an interview, and those of them that ask; none where it is no interview."""
    turns = [line for line, row in lines.items() if _is_turn(text, sentences[row[0]])]
    asked = {line for line in turns if _ends_asking(sentences[lines[line][-1]])}
    enough = len(asked) >= _ASKED and len(turns) >= _ASKED + len(asked)
    return (turns, asked) if enough else ([], set())


def _talked_to(
    sentences: list[Sentence], lines: dict[int, list[int]], finder: PeopleFinder, first: int
) -> int | None:
    """With whom the first lines say that they talked: somebody's kin, who answers and is not the topic."""
    met = {
        mention.person
        for line, row in lines.items()
        if line < first
        for number in row
        for mention in finder.found.mentions.get(number, [])
        if "ins" in finder.cases.get((number, mention.first), frozenset())
        and any(mark.first >= mention.last for mark in sentences[number].of("talking"))
    }
    return met.pop() if len(met) == 1 else None


def _is_turn(text: str, sentence: Sentence) -> bool:
    """Whether a paragraph opens with the dash of somebody's turn."""
    return text[: sentence.span.start].rstrip(" \t")[-1:] in ("–", "—", "-") or (
        bool(sentence.tokens) and sentence.tokens[0].text in ("–", "—", "-")
    )


def _ends_asking(sentence: Sentence) -> bool:
    return bool(sentence.tokens) and sentence.tokens[-1].text == "?"


def _signer(
    sentences: list[Sentence], lines: dict[int, list[int]], finder: PeopleFinder
) -> tuple[int | None, list[int]]:
    """Who signs a letter in its last lines, and its paragraphs."""
    if not any(_is_mine(one) for one in sentences) or len(lines) <= 1:
        return None, []
    row = lines[max(lines)]
    people = [mention for number in row for mention in finder.found.mentions.get(number, [])]
    length = sum(len(sentences[number].tokens) for number in row)
    if len(people) != 1 or length > _SIGNED or any(_has_verb(sentences[number]) for number in row):
        return None, []
    own = [line for line, row in lines.items() if any(_is_mine(sentences[number]) for number in row)]
    return people[0].person, [line for line in own if line != max(lines)]


def _is_mine(sentence: Sentence) -> bool:
    """Whether "me" or "my" stands in a sentence."""
    return any(str(mark.value) == "me" for mark in sentence.of("pronouns"))


def _has_verb(sentence: Sentence) -> bool:
    return any(
        word.finite and not token.capital for word, token in zip(sentence.words, sentence.tokens, strict=True)
    )
