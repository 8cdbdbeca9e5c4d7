"""What claims say, in words: days that are not exact, outcomes with their terms."""

import calendar
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import template
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tizim.claims import Claim, day_of_act
from tizim.vocab import (
    Days,
    Duration,
    OutcomeError,
    OutcomePart,
    VagueDate,
    VagueDateError,
    outcome,
    vague_date,
)
from tizim.vocab import label as label_of
from tizim.web.desk.templatetags.desk import day as _day
from tizim.web.desk.templatetags.desk import spoken

register = template.Library()


_PLACED = {
    "line": gettext_lazy("line %(n)s"),
    "paragraph": gettext_lazy("paragraph %(n)s"),
    "message": gettext_lazy("message %(n)s"),
    "row": gettext_lazy("row %(n)s"),
}


@register.filter
def placed(locator: str | None) -> str:
    """A place in a file in words: ``line 12``; a cell, a path or another's words stay as they are."""
    what, _rest, number = (locator or "").partition(" ")
    if what in _PLACED and number[:1].isdecimal():
        return str(_PLACED[what]) % {"n": number}
    return locator or ""


@register.filter
def span(days: Days | None) -> str:
    """Possible days in words: a day, a month, a year, "by", "from", "between"."""
    if not days or (days.first is None and days.last is None):
        return ""
    if days.first is None:
        return _("by %(day)s") % {"day": _day(days.last)}
    if days.last is None:
        return _("from %(day)s on") % {"day": _day(days.first)}
    return _whole(days.first, days.last) or _("between %(first)s and %(last)s") % {
        "first": _day(days.first),
        "last": _day(days.last),
    }


@register.filter
def begun(days: Days | None) -> str:
    """Since when: since a day, month or year; begun by a day, on one after it, or between two."""
    told = span(days)
    if not told:
        return ""
    is_known = days and days.first and days.last and _whole(days.first, days.last)
    return (_("since %(when)s") if is_known else _("begun %(when)s")) % {"when": told}


def _whole(first: date, last: date) -> str:
    """The day, the month or the year, if the span is exactly one."""
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    ends = calendar.monthrange(first.year, first.month)[1]
    if first.day == 1 and last == first.replace(day=ends):
        return str(formats.date_format(first, "YEAR_MONTH_FORMAT"))
    return ""


@register.filter
def happened(claim: Claim) -> bool:
    """Whether a claim tells the day of an act, and not a state as of a day."""
    return day_of_act(claim) is not None


@register.filter
def vague(text: str | None) -> str:
    """A date as a source gives it, in words; an interval from its begin to its end."""
    if not text:
        return ""
    try:
        told = vague_date(text)
    except VagueDateError:
        return text
    one = _one_span(told)
    words = span(one) if one else f"{span(told.begin)} – {span(told.end) or '…'}"
    if told.approximate:
        words = _("about: %(day)s") % {"day": words}
    return _("%(day)s (uncertain)") % {"day": words} if told.uncertain else words


def _one_span(told: VagueDate) -> Days | None:
    """The days that say all of it: one date, or some day by one, or from one on."""
    if told.begin.first is None and told.begin.last == told.end.last:
        return told.begin
    is_open = told.end.last is None and told.end.first == told.begin.first
    return told.end if is_open or told.begin == told.end else None


@register.filter
def imposed(text: str | None) -> str:
    """An outcome in words, part by part; as it is written where it cannot be read."""
    if not text:
        return ""
    try:
        return "; ".join(map(_part, outcome(text)))
    except OutcomeError:
        return text


def _part(part: OutcomePart) -> str:
    words = [label_of("penalties", part.kind, spoken())]
    if part.of:
        words.append(_of(part.of))
    terms = [_length(one) for one in (part.duration, part.longest) if one]
    if terms:
        words.append("–".join(terms) if part.duration else _("up to %(term)s") % {"term": terms[0]})
    if part.amount is not None:
        words.append(f"{formats.number_format(part.amount)} {part.currency or ''}".strip())
    return " ".join(words)


def _of(of: str) -> str:
    return _("for life") if of == "life" else f"({label_of('penalties', of, spoken())})"


def _length(term: Duration) -> str:
    parts = (
        ngettext("%(n)d year", "%(n)d years", term.years) % {"n": term.years} if term.years else "",
        ngettext("%(n)d month", "%(n)d months", term.months) % {"n": term.months} if term.months else "",
        ngettext("%(n)d day", "%(n)d days", term.days) % {"n": term.days} if term.days else "",
        ngettext("%(n)d hour", "%(n)d hours", term.hours) % {"n": term.hours} if term.hours else "",
    )
    return " ".join(one for one in parts if one)


@register.filter
def either(days: Any) -> str:
    """Days of which one is meant: ``1 May 2022 or 8 May 2022``."""
    return f" {_('or')} ".join(_day(one) for one in days)


@register.filter
def once(ids: Iterable[str]) -> list[str]:
    """Each of these once."""
    return list(dict.fromkeys(ids))
