"""What a text says of a person beside the name: age, sex, town, occupation."""

from collections.abc import Iterator
from dataclasses import dataclass

from tizim.reading.kin import is_relative
from tizim.reading.marks import Mark, Sentence
from tizim.reading.people import Mention, People
from tizim.reading.words import set_of

_OLDEST, _LEAD, _AFTER, _BEHIND = 110, 5, 9, 13


@dataclass(slots=True)
class Description:
    """What is known of one person; ``None`` where the text does not say it."""

    age: int | None = None
    town: str | None = None
    occupation: str | None = None


def descriptions(sentences: list[Sentence], people: People) -> dict[int, Description]:
    """The descriptions of all people; what is said first stays."""
    out: dict[int, Description] = {}
    for number, mentions in sorted(people.mentions.items()):
        for mention in mentions:
            _note(sentences[number], mention, out.setdefault(mention.person, Description()))
    return out


def _note(sentence: Sentence, mention: Mention, known: Description) -> None:
    if known.age is None:
        known.age = _age(sentence, mention)
    if known.occupation is None:
        known.occupation = _occupation(sentence, mention)
    if known.town is None:
        known.town = _town(sentence, mention)


def _age(sentence: Sentence, mention: Mention) -> int | None:
    """Of "X, 45,", "X (45)", "45-year-old X", "X, aged 45"."""
    after = sentence.lower(mention.last)
    if after in (",", "("):
        at = mention.last + (2 if sentence.lower(mention.last + 1) == "aged" else 1)
        closed = sentence.lower(at + 1) in (",", ")", ".", ";", "and", "") or at == mention.last + 2
        if closed:
            return _years(sentence.lower(at))
    for at in range(max(0, mention.first - _LEAD), mention.first):
        parts = sentence.lower(at).split("-")
        if parts[1:] == ["year", "old"]:
            return _years(parts[0])
    return None


def _years(written: str) -> int | None:
    return int(written) if written.isdigit() and 0 < int(written) < _OLDEST else None


def _occupation(sentence: Sentence, mention: Mention) -> str | None:
    """The noun right before the name, or the one in the apposition after it."""
    before = _ending_at(sentence, mention.first)
    if before is not None:
        return _written(sentence, before)
    at = mention.last
    if sentence.lower(at) == "(":
        return None
    if sentence.lower(at) == "," and sentence.lower(at + 1).isdigit() and sentence.lower(at + 2) == ",":
        at += 2
    if sentence.lower(at) != ",":
        return None
    for index in range(at + 1, min(at + _AFTER, len(sentence.tokens))):
        mark = sentence.at("victim_singular", index)
        if mark is not None and _trade(sentence, mark):
            return _written(sentence, mark)
        stops = ("be", "have", "relative", "attribution", "prepositions")
        if sentence.tokens[index].kind == "mark" or sentence.any_at(stops, index) is not None:
            return None
    return None


def _ending_at(sentence: Sentence, index: int) -> Mark | None:
    for at in (index - 3, index - 2, index - 1):
        mark = sentence.at("victim_singular", at)
        if mark is not None and mark.last == index and _trade(sentence, mark):
            return mark
    return None


def _trade(sentence: Sentence, mark: Mark) -> bool:
    """Whether a noun of people is a trade or calling, no part in a case and no relative."""
    others = set_of("en", "people", "no_trades")
    word = sentence.lower(mark.last - 1)
    return word not in others and sentence.at("family", mark.last - 1) is None


def _written(sentence: Sentence, mark: Mark) -> str:
    return " ".join(token.lower for token in sentence.tokens[mark.first : mark.last])


def _town(sentence: Sentence, mention: Mention) -> str | None:
    """Of "X, a teacher from Y", "X from Y", "Y-based journalist X", "Y resident X"."""
    states = set_of("en", "places", "states")
    for mark in sentence.of("place"):
        name = str(mark.value)
        if name.lower() in states or not sentence.tokens[mark.first].capital:
            continue
        behind = 0 < mark.first - mention.last <= _BEHIND and sentence.lower(mark.first - 1) == "from"
        if behind and _apposed(sentence, mention.last, mark.first - 1):
            return name
        lead = 0 < mention.first - mark.last <= _LEAD
        if lead and sentence.lower(mark.last) in ("resident", "native", "based"):
            return name
    for at in range(max(0, mention.first - _LEAD), mention.first):
        if sentence.lower(at).endswith("-based"):
            return sentence.tokens[at].text[: -len("-based")]
    return None


def _apposed(sentence: Sentence, first: int, last: int) -> bool:
    stops = ("be", "have", "relative", "attribution", "act", "light")
    return all(sentence.any_at(stops, at) is None for at in range(first, last))


def relatives_named(
    sentences: list[Sentence], mentions: dict[int, list[Mention]]
) -> dict[str, list[tuple[int, int]]]:
    """The people whom a text names as somebody's relative: by noun, the sentence and the person."""
    out: dict[str, list[tuple[int, int]]] = {}
    for number, some in mentions.items():
        for noun, person in called(sentences[number], some):
            if is_relative(noun):
                out.setdefault(noun, []).append((number, person))
    return out


def called(sentence: Sentence, mentions: list[Mention]) -> Iterator[tuple[str, int]]:
    """By which nouns a sentence calls its people: "the pensioner X", "X, a seamstress"."""
    for mention in mentions:
        before = mention.first - 1 - (sentence.lower(mention.first - 1) == ",")
        if sentence.any_at(("victim_singular", "family"), before) is not None:
            yield sentence.lower(before), mention.person
            yield from _counterparts(sentence, mention, mentions, before)
        if sentence.lower(mention.last) != "," or sentence.lower(mention.last + 1) not in ("a", "an", "the"):
            continue
        for at in range(mention.last + 2, min(mention.last + 6, len(sentence.tokens))):
            if sentence.lower(at) in (",", "of", "and", "who"):
                break
            if sentence.at("victim_singular", at) is not None:
                yield sentence.lower(at), mention.person


_COUNTERPARTS = {
    "son": ("father", "mother"), "daughter": ("father", "mother"),
    "father": ("son", "daughter"), "mother": ("son", "daughter"),
    "wife": ("husband",), "husband": ("wife",),
}  # fmt: skip


def _counterparts(
    sentence: Sentence, mention: Mention, mentions: list[Mention], at: int
) -> Iterator[tuple[str, int]]:
    """Of "X and his son Y": X is the father of whom the text may speak next."""
    owner = next((one for one in reversed(mentions) if one.last <= at), None)
    if owner is None or sentence.lower(at - 1) not in ("his", "her") or at - owner.last > _LEAD:
        return
    for noun in _COUNTERPARTS.get(sentence.lower(at), ()):
        yield noun, owner.person
