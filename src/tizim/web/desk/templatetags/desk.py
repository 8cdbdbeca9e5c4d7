"""The field's words in templates: labels of codes, titles by language, bounds."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from django import template
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tizim.assessments import in_words
from tizim.vocab import Place, countries, places
from tizim.vocab import label as label_of
from tizim.web.desk.addressed import in_address
from tizim.web.desk.opened import register as opened_register
from tizim.web.desk.settings import LANGUAGES

register = template.Library()
_LANGUAGES = dict(LANGUAGES)


def spoken() -> str:
    """The language of the page: ``en``, ``ru`` or ``kk``."""
    return (get_language() or "en")[:2]


@register.filter
def label(code: str | None, table: str) -> str:
    """The word for a code of a vocabulary, in the language of the page."""
    return label_of(table, code, spoken()) if code else ""


@register.filter
def titled(titles: Mapping[str, str]) -> str:
    """The title in the language of the page, else in English."""
    return in_words(titles, spoken())[0]


@register.filter
def worded(texts: Mapping[str, str]) -> str:
    """The same, marked with its language where it is not that of the page."""
    words, language = in_words(texts, spoken())
    if language == spoken() or not words:
        return words
    return format_html('<span lang="{}">{}</span> <small>({})</small>', language, words, _LANGUAGES[language])


@register.filter
def bounds(of: Any) -> str:
    """``26``, ``26–28`` or ``26 or more``; for anything with ``at_least`` and ``at_most``."""
    low, high = of.at_least, of.at_most
    if high is None:
        return _("%(low)s or more") % {"low": formats.number_format(low, use_l10n=True)}
    if low == high:
        return str(formats.number_format(low, use_l10n=True))
    return f"{formats.number_format(low, use_l10n=True)}–{formats.number_format(high, use_l10n=True)}"


@register.filter
def day(value: date | None) -> str:
    """A day as the language writes it."""
    return _day_in(value, get_language()) if value else ""


@lru_cache(maxsize=8192)
def _day_in(value: date, _language: str | None) -> str:
    return str(formats.date_format(value, "DATE_FORMAT"))


@register.filter
def place_in_address(code: str) -> str:
    """The place as addresses have it; see ``addressed``."""
    return in_address(code)


@register.filter
def place_named(code: str) -> str:
    """The name of a known place or country in the language of the page; anything else as it is written."""
    known, country = _places().get(code), countries().get(code)
    if known:
        return known.name_on(None, spoken())
    return country.name_in(spoken()) if country else code


@register.filter
def named_on(known: Place | None, when: date | None) -> str:
    """The name that a place bore on the day, in the language of the page."""
    return known.name_on(when, spoken()) if known else ""


@cache
def _places() -> dict[str, Place]:
    return {one.code: one for one in places()}


@register.filter
def item(of: Mapping[Any, Any], key: Any) -> Any:
    """The value under a key."""
    return of.get(key)


@register.simple_tag
def ticks(facet: str, values: Iterable[Any], after: int = 0) -> str:
    """A box to tick for each value of a facet; its id is the facet's with a number from ``after`` on."""
    rows = (
        (
            facet,
            one.value,
            after + at,
            mark_safe(" checked") if one.chosen else "",
            one.word,
            formats.number_format(one.count, use_l10n=True),
        )
        for at, one in enumerate(values, 1)
    )
    return format_html_join("", _TICK, rows)


_TICK = (
    '<label class="value"><input type="checkbox" name="{0}" value="{1}" id="{0}-{2}"{3}> <span>{4}</span>'
    ' <span class="number">{5}</span></label>\n'
)


@register.inclusion_tag("desk/first_steps.html", takes_context=True)
def first_steps(context: template.Context) -> dict[str, Any]:
    """What to do next, as long as nothing at all is written."""
    is_empty = opened_register().ledger.head().seq == 0
    return {"is_empty": is_empty, "allowed": context.get("allowed", {})}
