"""The words of judging, by their codes."""

from django import template
from django.utils.functional import Promise

from tizim.tallies import Definition
from tizim.web.desk.same.words import AGAINST, VERDICTS, WHY

register = template.Library()


@register.filter
def verdict(code: str) -> str | Promise:
    """The word for a verdict."""
    return VERDICTS.get(code, code)


@register.filter
def why_open(code: str) -> str | Promise:
    """Why a pair is in doubt."""
    return WHY.get(code, code)


@register.filter
def speaks_against(code: str) -> str | Promise:
    """What cannot be true of one person."""
    return AGAINST.get(code, code)


@register.filter
def class_of(of: Definition, code: str) -> dict[str, str]:
    """The title of a class of a definition, by language."""
    return next((dict(one.title) for one in of.classes if one.code == code), {"en": code})


@register.filter
def moment(text: str) -> str:
    """A moment of the ledger to the minute: ``2022-06-30 15:43 UTC``."""
    return f"{text[:10]} {text[11:16]} UTC"
