"""Letters of another alphabet inside a word, words of a rare script, names that run into each other."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding

_WORD = re.compile(r"[^\W\d_]+")
_LINKS = re.compile(r"https?://\S+|[@#]\S+|\S+@\S+|\S+\.(?:com|org|net|kz|ru)\S*")
_RARE_AT_MOST = 3
_INITIAL = re.compile(r"(?<!\w)(?P<letter>[^\W\d_])\. ?(?P<name>[^\W\d_]{3,})")
# letters that look alike in Latin and Cyrillic
_LIKE = dict(zip("AaBCcEeHIiKkMOoPpTXxYyԛѕ", "АаВСсЕеНІіКкМОоРрТХхУуqs", strict=True))
_BACK = {cyrillic: latin for latin, cyrillic in _LIKE.items()}


def mixed_letters(draft: Draft) -> Iterator[Finding]:
    """Words with letters of two scripts, and the letters that are out of place."""
    for word in _words(draft):
        if word.group().isascii():
            continue
        by_script = Counter(_script(letter) for letter in word.group())
        if len(by_script) < 2:
            continue
        own = by_script.most_common(1)[0][0]
        if len(set(by_script.values())) == 1:
            own = "CYRILLIC" if draft.language(word.start()) != "en" else "LATIN"
        odd = [letter for letter in word.group() if _script(letter) != own]
        if all(letter in _LIKE or letter in _BACK for letter in odd) or len(odd) <= 2:
            told = ", ".join(f"{letter} = {unicodedata.name(letter)}" for letter in dict.fromkeys(odd))
            better = "".join(_turned(letter, own) for letter in word.group())
            yield draft.finding("homoglyph", word.span(), word=word.group(), letters=told, better=better)


def lone_letters(draft: Draft) -> Iterator[Finding]:
    """An initial in letters of the other script: a Cyrillic К before a Latin surname."""
    for hit in _INITIAL.finditer(draft.text):
        letter, script = hit.group("letter"), _script(hit.group("name")[0])
        if _script(letter) != script and (letter in _LIKE or letter in _BACK):
            told, better = f"{letter} = {unicodedata.name(letter)}", _turned(letter, script)
            yield draft.finding("homoglyph", hit.span(), word=hit.group(), letters=told, better=better)


def rare_scripts(draft: Draft) -> Iterator[Finding]:
    """Words of a script that hardly occurs in the text: pasted by mistake, or a sign that looks alike."""
    words = list(_words(draft))
    scripts = Counter(_script(word.group()[0]) for word in words)
    for word in words:
        script = _script(word.group()[0])
        rare = script not in ("LATIN", "CYRILLIC") and scripts[script] <= _RARE_AT_MOST
        if rare:
            yield draft.finding("rare_script", word.span(), word=word.group())


def _words(draft: Draft) -> Iterator[re.Match[str]]:
    links = [hit.span() for hit in _LINKS.finditer(draft.text)]
    at = 0
    for word in _WORD.finditer(draft.text):
        while at < len(links) and links[at][1] <= word.start():
            at += 1
        if at == len(links) or not links[at][0] <= word.start() < links[at][1]:
            yield word


def _script(letter: str) -> str:
    return unicodedata.name(letter, "LATIN").split()[0]


def _turned(letter: str, script: str) -> str:
    if _script(letter) == script:
        return letter
    return (_LIKE if script == "CYRILLIC" else _BACK).get(letter, letter)
