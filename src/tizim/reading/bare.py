"""Penalties without a verb: "Term: 7 years in prison", "A, five years; B and C, four years each"."""

from tizim.reading.events import Event, Told
from tizim.reading.marks import Sentence
from tizim.reading.measures import Length, number_at
from tizim.reading.penalties import SENTENCES
from tizim.reading.who import Who
from tizim.reading.words import set_of


def _short(length: Length) -> bool:
    """Whether a time can be an administrative arrest: at most thirty days."""
    if length.unit == "H":
        return True
    number = length.iso.removeprefix("P").removesuffix("D").split("/")[-1].removeprefix("P")
    return length.unit == "D" and number.isdigit() and int(number) <= _LONGEST_ARREST


_LONGEST_ARREST = 30


def bare_penalties(sentence: Sentence, orphans: list[Length], whos: list[Who], row: bool) -> list[Event]:
    """Penalties without a verb: "Term: 7 years in prison", "A, five years; B and C, four years each"."""
    out: list[Event] = []
    for length in orphans:
        entry = length.kind in ("administrative_arrest", "imprisonment") and _short(length)
        days = length.kind is None and length.unit == "D"
        entry = entry or (
            days and (_entry(sentence, length, whos) or sentence.lower(length.last) == "arrest")
        )
        term = length.kind is None and length.unit in "YM" and (row or _filed(sentence, length, whos))
        if not (length.kind in SENTENCES or entry or term):
            continue
        who = _beside(sentence, length, whos, orphans) or _opener(sentence, length, whos)
        if length.kind == "probation" and out and who in (None, out[-1].who):
            out[-1].lengths.append(length)
            continue
        if who is None and not row:
            continue
        if out and out[-1].who is who and who is not None:
            out[-1].lengths.append(length)
            continue
        act = "administrative_arrest" if entry else "sentence"
        event = Event(act, length.first, length.last, who, "bare", lengths=[length], start=length.first)
        event.elliptic = who is None
        out.append(event)
    return out


def bare_terms(told: Told) -> list[Length]:
    """Of "prosecutors sought nine years, the court jailed him for seven": numbers behind a verb of
    sentencing that mean years, where years were told just before."""
    out: list[Length] = []
    sentence = told.sentence
    for mark in sentence.of("act"):
        if not any(getattr(word, "act", "") == "sentence" and word.shape == "verbs" for word in mark.values):
            continue
        if not told.years and not any(one.unit == "Y" and one.first < mark.first for one in told.lengths):
            continue
        for at in range(mark.last - 1, min(mark.last + _JOINT, len(sentence.tokens))):
            number = number_at(sentence, at + 1) if sentence.lower(at) in ("for", "to") else None
            if number is None or number.vague or number.value > _MOST_YEARS:
                continue
            if sentence.lower(number.last) in ("", ".", ",", ";", "and"):
                iso = f"P{int(number.value)}Y"
                out.append(Length(at + 1, number.last, iso, "Y", "imprisonment"))
            break
    return out


_MOST_YEARS = 30


def _entry(sentence: Sentence, length: Length, whos: list[Who]) -> bool:
    """Of "X, nurse, Aktau: ten days.", "X – 15 days, Art. 488": somebody first, then only days."""
    opens = bool(whos) and whos[0].kind in ("person", "group") and whos[0].head <= 1
    alone = sentence.lower(length.first - 1) in _PARTED and sentence.lower(length.last) in _CLOSED
    return opens and alone and _short(length)


def _opener(sentence: Sentence, length: Length, whos: list[Who]) -> Who | None:
    """Of "X, b. 1979, miner – arrested in May; 4 years suspended": the one name that opens an entry."""
    opens = bool(whos) and whos[0].kind == "person" and whos[0].head <= 1 and not whos[0].possessive
    others = any(who.kind == "person" and who.last <= length.first for who in whos[1:])
    parted = sentence.lower(length.first - 1) in _PARTED
    parted = parted and sentence.lower(length.last) not in ("ago", "old")
    return whos[0] if opens and parted and not others else None


def _filed(sentence: Sentence, length: Length, whos: list[Who]) -> bool:
    """Whether a time without its word is the term of an entry: "X – arrested in May; 7 years, Art. 5"."""
    closed = sentence.lower(length.last) in ("", ".", ",", ";", "(", ")", "–", "—")
    told = any(sentence.at("act", at) is not None for at in range(length.first))
    stopped = sentence.lower(length.first - 1) in (";", "–", "—", ":") or (
        sentence.lower(length.first - 1) == "," and told
    )
    return closed and stopped and _opener(sentence, length, whos) is not None


_CLOSED = ("", ".", ",", ";", "(", "'", "arrest", "in", "for", "under")
_PARTED = (";", ",", "–", "—", ":", "|")


def _beside(sentence: Sentence, length: Length, whos: list[Who], orphans: list[Length]) -> Who | None:
    people = [
        who
        for who in whos
        if who.kind in ("person", "group") and not (who.governed and who.governed not in ("for", "of", "to"))
    ]
    before = [
        who
        for who in people
        if who.last <= length.first and not _cut(sentence, who.last, length.first, orphans)
    ]
    after = [
        who
        for who in people
        if who.first >= length.last and not _cut(sentence, length.last, who.first, orphans)
    ]
    if before and not before[-1].governed:
        return before[-1]
    if len(before) == 1 and _ended(sentence, before[0].last, length.first):
        return before[0]
    near = after[0] if after else None
    joined = near is not None and (near.governed or near.head - length.last <= _JOINT)
    return near if joined else None


_JOINT = 4


def _ended(sentence: Sentence, first: int, last: int) -> bool:
    """Of "The trial of X ended on 8 May: three years …": what stands behind the colon is the verdict."""
    spoken = set_of("en", "layout", "verdict_given")
    return sentence.lower(last - 1) in (":", "–", "—") and not spoken.isdisjoint(sentence.lowers[first:last])


def _cut(sentence: Sentence, first: int, last: int, orphans: list[Length]) -> bool:
    crossing = any(first <= other.first < last for other in orphans)
    return crossing or any(sentence.tokens[at].text == ";" for at in range(first, last))
