"""What pages say, in a language: tests name a text in English and look for its translation."""

import re

from django.utils import translation

PLACES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
"""Which browser somebody of that language has."""


class Tongue:
    """A language that somebody has chosen."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __call__(self, text: str, **filled) -> str:
        """The text in the language, with what is filled in."""
        with translation.override(self.code):
            said = translation.gettext(text)
        return said % filled if filled else said

    def of(self, text: str) -> re.Pattern:
        """The text in the language, whatever is filled in."""
        return re.compile(re.sub(r"%\\\(\w+\\\)[sd]", ".+", re.escape(self(text))))

    def choose(self, page) -> None:
        """The desk speaks the language from now on."""
        if self.code != "en":
            page.click(f".languages [value={self.code}]")
        assert page.locator("html").get_attribute("lang") == self.code
