"""Words of a table as patterns: "*" is any letters, "…" up to 40 signs of one sentence, "re:" a pattern."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tizim.audits.numerals import numeral_pattern
from tizim.audits.tables import table

_GAP = r"[^.!?;\n]{1,40}?"
UPPER, LOWER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ", "a-zа-яёәғқңөұүһі"
_NEVER = re.compile(r"(?!)")


def words(language: str, *path: str) -> Any:
    """What the words of a language hold under these keys; an empty list where nothing is."""
    found: Any = _tables(language)
    for key in path:
        found = found.get(key, {}) if isinstance(found, dict) else {}
    return found or []


@cache
def _tables(language: str) -> dict[str, Any]:
    """The words of the checks: of relations between figures, of stages and days, of what ties them."""
    return {
        **table(f"{language}/relating"),
        **table(f"{language}/threads"),
        **table(f"{language}/quantities"),
        **table(f"{language}/telling"),
        **table(f"{language}/order"),
        **table(f"{language}/words"),
    }


@cache
def lenient(language: str, *path: str) -> re.Pattern[str]:
    """The same in capital and small letters."""
    return re.compile(pattern(language, *path).pattern, re.IGNORECASE)


@cache
def numbered(language: str, *path: str) -> re.Pattern[str]:
    """The same, where ``{n}`` stands for any number and ``{h}`` for an hour, in figures or words."""
    number = f"(?i:{numeral_pattern(language)})"
    hour = rf"(?:\d{{1,2}}|{'|'.join(words(language, 'hours'))})"
    return compiled(one.replace("{n}", number).replace("{h}", hour) for one in words(language, *path))


@cache
def pattern(language: str, *path: str) -> re.Pattern[str]:
    """The words under these keys as one pattern that finds any of them."""
    return compiled(words(language, *path))


def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, the longest first, in any case."""
    forms = sorted(phrases, key=len, reverse=True)
    if not forms:
        return _NEVER
    raw = [_numbered(form.removeprefix("re:"), n) for n, form in enumerate(forms) if form.startswith("re:")]
    plain = [_phrase(form) for form in forms if not form.startswith("re:")]
    if raw and plain:
        return re.compile("|".join([*raw, f"(?i:{_whole(plain)})"]))
    return re.compile("|".join(raw)) if raw else re.compile(_whole(plain), re.IGNORECASE)


def group(hit: re.Match[str], name: str) -> str | None:
    """What a named part of a pattern found, whichever of the phrases it was."""
    found = hit.groupdict()
    return next((found[key] for key in found if key.startswith(f"{name}__") and found[key]), None)


def _numbered(form: str, number: int) -> str:
    """A pattern whose named parts differ from those of every other phrase."""
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<\1__{number}>", form)


def _whole(forms: list[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)"


def _phrase(form: str) -> str:
    escaped = re.escape(form).replace(r"\ …\ ", f"\\ {_GAP} ").replace(r"\*", r"\w*")
    return escaped.replace(r"\ ", r"[\s\u00a0]+").replace(" ", r"[\s\u00a0]+")
