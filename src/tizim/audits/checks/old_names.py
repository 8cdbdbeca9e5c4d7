"""One place under names of different times, wherever in the region it lies."""

import re
from collections.abc import Iterator
from functools import cache

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import LOWER, compiled
from tizim.audits.tables import table
from tizim.documents import Span

_BRACKET = re.compile(r"[(\[/][^)\]\n]{0,14}$")
_REGION = re.compile(r" (?i:region|oblast|province|област|облыс|район|регион)")
_LONG_AGO = 1995
_SHOWN = 2


def old_names(draft: Draft) -> Iterator[Finding]:
    """ "Bishkek" in one place, "Frunze" in another, and nothing that says why."""
    met: dict[int, dict[str, list[tuple[int, int]]]] = {}
    explained: set[int] = set()
    for hit in _pattern().finditer(draft.text):
        place, name = _which(hit.group("stem"))
        sentence = draft.sentence(hit.start())
        bracketed = _BRACKET.search(draft.text, max(0, hit.start() - 16), hit.start())
        ago = any(day.year and day.year < _LONG_AGO for day in draft.days_in(sentence))
        said = named_on_purpose(draft, sentence)
        if said and name != "now":
            explained |= {place} if _both(draft, sentence, place) else set()
        elif not (bracketed or ago or (name != "now" and _REGION.match(draft.text, hit.end()))):
            met.setdefault(place, {}).setdefault(name, []).append(hit.span())
    for place, names in met.items():
        if len(names) > 1 and place not in explained:
            spans = sorted(span for each in names.values() for span in each[:_SHOWN])
            forms = [draft.text[slice(*each[0])] for each in names.values()]
            yield draft.finding("place_renamed", *spans, forms=listed(forms))


def named_on_purpose(draft: Draft, at: Span) -> bool:
    """Whether a sentence says that a name is one of another time."""
    known = compiled(table("old_names")["on_purpose"])
    return known.search(draft.text, at.start, at.end) is not None


def out_of_their_time(draft: Draft) -> Iterator[Finding]:
    """ "In 2013 he came back to Guryev": a name that the place has not borne since before that day."""
    for hit in _pattern().finditer(draft.text):
        place, name = _which(hit.group("stem"))
        until = table("old_names")["places"][place].get("until")
        sentence = draft.sentence(hit.start())
        if name != "old" or until is None or named_on_purpose(draft, sentence):
            continue
        later = [one for one in draft.days_in(sentence) if one.year and one.year > int(until)]
        day = min(later, key=lambda one: max(one.start - hit.end(), hit.start() - one.end), default=None)
        earlier = any(one.year and one.year <= int(until) for one in draft.days_in(sentence))
        if day and not earlier and not _BRACKET.search(draft.text, max(0, hit.start() - 16), hit.start()):
            spans, shown = (hit.span(), (day.start, day.end)), draft.text[day.start : day.end]
            yield draft.finding("place_anachronism", *spans, forms=listed([hit.group()]), note=shown)


def _both(draft: Draft, at: Span, place: int) -> bool:
    """Whether a sentence names a place in two ways."""
    found = (_which(hit.group("stem")) for hit in _pattern().finditer(draft.text, at.start, at.end))
    return len({name for number, name in found if number == place}) > 1


@cache
def _stems() -> dict[str, tuple[int, str]]:
    """Every stem with the number of its place and the time of its name."""
    return {
        stem: (number, time)
        for number, place in enumerate(table("old_names")["places"])
        for time, stems in place.items()
        if time != "until"
        for stem in stems
    }


@cache
def _pattern() -> re.Pattern[str]:
    stems = "|".join(re.escape(one) for one in sorted(_stems(), key=len, reverse=True))
    return re.compile(rf"(?<![\w«“\"-])(?P<stem>{stems})[{LOWER}]*(?![\w-])")


def _which(stem: str) -> tuple[int, str]:
    return _stems()[stem]
