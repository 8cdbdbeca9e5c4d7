"""Codes of a claim in words, alike wherever the command line tells of one."""

from tizim.vocab import label, outcome_told

_USUAL = "asserted"


def outcome_words(text: str | None, language: str) -> str | None:
    """The outcome in words; nothing where there is none."""
    return outcome_told(text, language) if text else None


def certainty_words(code: str | None, language: str) -> str | None:
    """How sure the passage is; nothing where it simply says so, as most do."""
    return label("certainties", code, language) if code and code != _USUAL else None
