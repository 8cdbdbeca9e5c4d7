"""Verdicts on published figures in words."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tizim.audits import Answer
from tizim.audits.tables import table
from tizim.web.desk.templatetags.desk import spoken

register = template.Library()
_BOUNDS = {
    "at_least": gettext_lazy("at least"), "more_than": gettext_lazy("more than"),
    "at_most": gettext_lazy("at most"),
    "less_than": gettext_lazy("less than"), "about": gettext_lazy("about"),
}  # fmt: skip


@register.filter
def bound(code: str) -> str | Promise:
    """What stands before a number: at least, more than, about; nothing before an exact one."""
    return _BOUNDS.get(code, "")


@register.filter
def verdict_word(code: str) -> str:
    """The word for a verdict."""
    return str(table("verdicts")["verdicts"].get(code, {}).get(spoken(), code))


@register.filter
def verdict_told(answer: Answer) -> str:
    """The verdict with its reason."""
    return answer.message(spoken())
