"""Fields that are drawn without templates say what Django's own say."""

from html.parser import HTMLParser

import pytest
from django import forms

from tizim.web.desk.forms import Choice, Line

HOSTILE = '"><script>alert(1)</script>&amp;'
CODES = [("", "—"), ("a", "one"), (HOSTILE, HOSTILE), ("3", "three")]


class Read(HTMLParser):
    """What a browser reads: the tags with their attributes, and the words."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_data(self, data):
        if data.strip():
            self.found.append(data.strip())


@pytest.mark.parametrize("value", [None, "", "a", HOSTILE, "3", 3])
@pytest.mark.parametrize("attrs", [None, {"id": "x", "required": True, "aria-describedby": HOSTILE}])
@pytest.mark.parametrize(
    ("mine", "django"),
    [
        (Choice(choices=CODES), forms.Select(choices=CODES)),
        (Line(attrs={"autocomplete": "off", "maxlength": "3"}),
         forms.TextInput(attrs={"autocomplete": "off", "maxlength": "3"})),
    ],
)  # fmt: skip
def test_a_field_reads_as_the_one_of_django(mine, django, value, attrs):
    drawn = mine.render("field", value, attrs)
    assert "<script>" not in drawn
    assert Read(drawn).found == Read(django.render("field", value, attrs)).found
