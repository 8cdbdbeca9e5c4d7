"""How forms are drawn: each field with its label, its help and what is wrong with it."""

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Fields as the desk draws them."""

    field_template_name = "desk/field.html"
