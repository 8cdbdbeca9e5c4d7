"""How forms are drawn: each field with its label, its help and what is wrong with it."""

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class Renderer(DjangoTemplates):
    """Fields as the desk draws them."""

    field_template_name = "desk/field.html"


class Choice(forms.Select):
    """A field to choose from, drawn as Django draws it, without a template for each of many codes."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The field with its codes."""
        chosen = set(self.format_value(value))
        codes = ((code, flatatt({"selected": str(code) in chosen}), word) for code, word in self.choices)
        options = format_html_join("", '<option value="{}"{}>{}</option>', codes)
        return format_html("<select{}>{}</select>", flatatt(_attributes(self, name, attrs)), options)


class Line(forms.TextInput):
    """A line to write in, drawn without a template."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The field with what stands in it."""
        held = self.format_value(value)
        said = {} if held is None else {"value": held}
        kind = {"type": self.input_type}
        return format_html("<input{}>", flatatt({**kind, **said, **_attributes(self, name, attrs)}))


class Day(forms.DateInput):
    """A day to choose; browsers read it in one form alone, whatever the language."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _attributes(widget: forms.Widget, name: str, attrs: Any) -> dict[str, Any]:
    found: dict[str, Any] = widget.build_attrs(widget.attrs, {**(attrs or {}), "name": name})
    return found
