"""The commonest words of each language: what tells a language, and a right encoding from a wrong one."""

from functools import cache
from importlib.resources import files


@cache
def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language (``en``, ``ru``, ``kk``, ``kk-latin``) in small letters."""
    return _all_words()[language]


@cache
def _all_words() -> dict[str, frozenset[str]]:
    import yaml

    content = (files("tizim.documents") / "data" / "common_words.yml").read_bytes()
    return {name: frozenset(text.split()) for name, text in yaml.load(content, yaml.CSafeLoader).items()}
