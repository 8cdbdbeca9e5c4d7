"""Since when and as of when a published number holds: what its sentence, its story and its report say."""

from dataclasses import dataclass

from tizim.reading.calendar import Day, day_of
from tizim.reading.dates import DateFound
from tizim.reading.marks import Sentence
from tizim.reading.words import set_of


@dataclass(frozen=True, slots=True)
class Background:
    """What a sentence's number shares with the text: the document's day, its period, the day of the story."""

    own: str | None
    period: Day | None = None
    story: Day | None = None

    @property
    def day(self) -> Day | None:
        """The document's own day."""
        return day_of(self.own)


def held_over(sentence: Sentence, dates: list[DateFound], known: Background) -> tuple[str | None, str | None]:
    """Since when and as of when a number holds, as EDTF."""
    told = [found for found in dates if not found.aside]
    since = next((found.day for found in told if found.since), None) or _beginning(sentence, known.day)
    exact = next((found.day for found in told if not found.since), None)
    if since is not None and since.last is None:
        return since.edtf(), known.own
    exact = exact or since
    if exact is not None:
        return _over(exact, known)
    lasting = set_of("en", "grammar", "present").intersection(sentence.lowers)
    if lasting or sentence.marks.get("have"):
        return None, known.own
    if known.period is not None:
        return _over(known.period, known)
    return None, known.story.edtf() if known.story is not None else known.own


def _beginning(sentence: Sentence, own: Day | None) -> Day | None:
    """Of "since the beginning of the year": the year of the document."""
    said = " ".join(sentence.lowers)
    phrases = set_of("en", "layout", "since_start")
    if own is None or not any(f" {phrase} " in f" {said} " for phrase in phrases):
        return None
    return Day(own.year, own.month if "of the month" in said else None)


def _over(day: Day, known: Background) -> tuple[str | None, str | None]:
    """A day alone is that of the number; a month, a year or a span is the time over which was counted."""
    if day.day is not None and day.last is None:
        return None, day.edtf()
    first, last = Day(day.year, day.month, day.day), day.last or Day(day.year, day.month, day.day)
    own = known.day
    return first.edtf(), known.own if own is not None and _runs(last, own) else last.edtf()


def _runs(last: Day, own: Day) -> bool:
    """Whether a time is not over yet on a day."""
    parts = ((last.year, own.year), (last.month, own.month), (last.day, own.day))
    for told, now in parts:
        if told is None or now is None:
            return True
        if told != now:
            return told > now
    return True
