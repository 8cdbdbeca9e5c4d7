"""What a text says of a person beside the name: age, sex, town, occupation."""

from dataclasses import dataclass

from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who

_REACH = 4
_BEFORE = 5
_OLDEST = 110


@dataclass(slots=True)
class Details:
    """What is known of one person; ``None`` where the text does not say it."""

    age: int | None = None
    sex: str | None = None
    town: str | None = None
    occupation: str | None = None


def note_details(sentence: Sentence, whos: list[Who], known: dict[int, Details]) -> None:
    """Adds what a sentence says of the people that it names; what was said first stays."""
    for who in whos:
        if who.kind != "person" or who.owner:
            continue
        for one in who.parts or [who]:
            if len(one.people) == 1:
                _note(sentence, one, known.setdefault(one.people[0], Details()))


def _note(sentence: Sentence, who: Who, details: Details) -> None:
    details.age = details.age or _age(sentence, who)
    details.town = details.town or _town(sentence, who)
    for at in range(who.head, who.first):
        occupation = sentence.at("occupation", at)
        if occupation is not None and details.occupation is None:
            details.occupation = str(occupation.value)
        sex = sentence.at("sexes", at)
        if sex is not None and details.sex is None:
            details.sex = str(sex.value)
    if details.occupation is None:
        details.occupation = _apposed(sentence, who)


def _age(sentence: Sentence, who: Who) -> int | None:
    """Of "45-летний X", "X, 45 лет", "X (45)"."""
    for at in range(who.head, who.first):
        unit = sentence.at("unit_adjectives", at)
        if unit is not None and unit.value == "Y":
            return _years(sentence.lower(at).split("-")[0])
    opening = sentence.lower(who.last)
    if opening not in (",", "("):
        return None
    aged = any(sentence.at(kind, who.last + 2) is not None for kind in ("age_words", "unit"))
    aged = aged and not _is_noun(sentence, who.last + 3)
    bracketed = opening == "(" and sentence.lower(who.last + 2) in (")", ",")
    return _years(sentence.lower(who.last + 1)) if aged or bracketed else None


def _is_noun(sentence: Sentence, at: int) -> bool:
    """Of "16 лет лишения": whether years are those of something."""
    return (
        at < len(sentence.tokens)
        and sentence.word(at).forms[:1] != ()
        and sentence.word(at).forms[0].part == "noun"
    )


def _years(written: str) -> int | None:
    return int(written) if written.isdigit() and 0 < int(written) < _OLDEST else None


def _town(sentence: Sentence, who: Who) -> str | None:
    """Of "X из Y", "житель Y X": the place after a word that says where somebody lives."""
    for mark in sentence.of("of_place"):
        inside = who.head <= mark.first < who.first
        behind = 0 <= mark.first - who.last <= 1
        if not (inside or behind):
            continue
        before = sentence.ends_at("place", mark.first)
        if before is not None:
            return str(before.value[0])
        for at in range(mark.last, mark.last + _REACH):
            place = sentence.at("place", at)
            if place is not None:
                return str(place.value[0])
    return _of_town(sentence, who)


def _of_town(sentence: Sentence, who: Who) -> str | None:
    """Of "алматылық блогер X": a word for somebody of a town right before the name and its titles."""
    for at in range(who.first - 1, max(-1, who.first - 1 - _BEFORE), -1):
        mark = sentence.at("place_word", at)
        if mark is not None and sentence.word(at).forms[0].part in ("adjective", "noun"):
            return str(mark.value[0])
        if sentence.tokens[at].kind == "mark" or sentence.word(at).finite:
            return None
    return None


def _apposed(sentence: Sentence, who: Who) -> str | None:
    """Of "X, журналист": the noun after the comma, in the case of the name."""
    if sentence.lower(who.last) not in (",", "—", "–"):
        return None
    for at in range(who.last + 1, who.last + 1 + _REACH):
        mark = sentence.at("occupation", at)
        if mark is not None and sentence.word(mark.last - 1).cases & who.cases:
            return str(mark.value)
        if sentence.word(at).finite or sentence.lower(at) in (",", ".") or _agrees(sentence, at, who):
            return None
    return None


def _agrees(sentence: Sentence, at: int, who: Who) -> bool:
    """Of "X, отец школьницы": whether another noun tells what the person is."""
    return at < len(sentence.tokens) and any(
        form.part == "noun" and sentence.word(at).cases & who.cases for form in sentence.word(at).forms[:1]
    )
