"""Parts of dates: days of a month, years, and dates that only describe somebody."""

from tizim.reading.calendar import Day, shifted
from tizim.reading.inflected.sentence import Sentence

_DESCRIBING = 6
OWN_DAY = ("-і", "-ы", "-сі", "-сы", "-шы", "-ші")


def days_at(sentence: Sentence, index: int) -> tuple[list[int], int]:
    """One or two days of a month at a token, and where they end."""
    one = day_at(sentence, index)
    if one is None:
        return [], index
    if sentence.lower(index + 1) in ("-", "–", "—", "и", "по", "жəне", "және"):
        other = day_at(sentence, index + 2)
        if other is not None and other > one:
            return [one, other], index + 3
    return [one], index + 1


def days_behind(sentence: Sentence, index: int) -> tuple[list[int], int]:
    """The days behind a month, and where they end; with the word for a day («наурыздың 22-сі күні»)."""
    days, last = days_at(sentence, index)
    spoken = bool(days) and sentence.lower(index).endswith(OWN_DAY)
    return days, last + (spoken and sentence.at("day_words", last) is not None)


def since_then(own: Day | None, count: int, unit: str) -> Day | None:
    """The month in which a state began that has lasted for months or years («екі айдан бері»)."""
    begun = shifted(own, -count, unit) if own is not None and unit in ("M", "Y") else None
    return Day(begun.year, begun.month) if begun is not None else None


def day_at(sentence: Sentence, index: int) -> int | None:
    """A day of a month at a token, in figures or as a word with an ending («бесінде»)."""
    written = sentence.lower(index)
    spoken = sentence.at("number", index)
    forms = sentence.word(index).forms[:1]
    if spoken is not None and forms and forms[0].possessed and forms[0].case in ("loc", "abl", "dat", "acc"):
        return int(spoken.value) if spoken.last == index + 1 and 1 <= spoken.value <= 31 else None
    figures = written.split("-", 1)[0]
    return int(figures) if figures.isdigit() and len(figures) <= 2 and 1 <= int(figures) <= 31 else None


def year_at(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """A year at a token, and where it ends with its word for "year"."""
    written, _, ending = sentence.lower(index).partition("-")
    if not (len(written) == 4 and written.isdigit() and 1900 <= int(written) <= 2100) or len(ending) > 3:
        return None
    last = index + 1
    if ending:
        return int(written), last + (1 if sentence.at("year_words", last) is not None else 0)
    if sentence.at("year_words", last) is not None:
        last += 1
        if sentence.lower(last) == "." and last < len(sentence.tokens) - 1:
            last += 1
    return int(written), last


def is_year(sentence: Sentence, index: int, last: int) -> bool:
    """Whether four figures that stand alone are a year."""
    if last > index + 1 or "-" in sentence.lower(index):
        return True
    before = sentence.lower(index - 1)
    return before in ("(", "в", "с", "до", "к", "от", "после", "–", "-") and sentence.lower(last) in (
        ")", ",", ".", "", "-", "–",
    )  # fmt: skip


def is_bracket(sentence: Sentence, last: int, first: int) -> bool:
    """Whether only an opening bracket stands between two days ("the next day (5 May)")."""
    return first - last == 1 and sentence.lower(last) == "("


def of_somebody(sentence: Sentence, last: int) -> bool:
    """Whether a date only says of a name behind it when that was ("X, who got ten years in 2020, …")."""
    for at in range(last, min(last + _DESCRIBING, len(sentence.tokens) - 1)):
        if sentence.tokens[at].kind == "mark" or sentence.tokens[at].capital:
            return False
        forms = sentence.word(at).forms[:1]
        if forms and forms[0].part == "participle" and not forms[0].case:
            return sentence.tokens[at + 1].capital
    return False


def of_cause(sentence: Sentence, first: int) -> bool:
    """Whether a date says when that was for which somebody is punished ("за участие в акции 23 января"):
    right behind it, with no verb and no semicolon between."""
    return any(
        0 <= first - mark.last <= _CAUSE
        and not any(sentence.word(at).finite or sentence.lower(at) == ";" for at in range(mark.last, first))
        for mark in sentence.of("causes")
    )


_CAUSE = 6
