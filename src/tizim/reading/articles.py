"""Articles of law as texts print them, mapped to a country's book."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from tizim.reading.openings import Opened, first_words
from tizim.reading.words import words_of

_NUMBER = r"\d{1,4}(?:[-–.]\d{1,2})?(?![\d%])"
_PART_WORDS = r"(?:part|Part|paragraph|Paragraph|para\.?|section|clause|subsection|point)s?"
_PARTS = rf"(?:,?\s?(?:\(?{_PART_WORDS}\s?\(?\d{{1,2}}\)?(?:,? and \d{{1,2}})?\)?|\(\d{{1,2}}\))){{0,2}}"
_ONE = rf"{_NUMBER}{_PARTS}(?:\s?\([^()]{{3,120}}\))?"
_ARTICLE = re.compile(
    rf"(?P<lead>(?:\b(?:[Pp]art|[Pp]aragraph|[Cc]lause)\s(?P<before>\d{{1,2}})\s?(?:of|,)\s)?)"
    rf"\b(?:[Aa]rticles?|[Aa]rts?\.?|[Ss]ection|§)\s?"
    rf"(?P<all>{_ONE}(?:(?:,|,? and|,? or|;|,? as well as)\s(?:[Aa]rticles?\s)?{_ONE})*)"
)
_ARTICLES = Opened(
    _ARTICLE,
    frozenset(("article", "articles", "art", "arts", "section", "§", "part", "paragraph", "clause")),
)
_EACH = re.compile(rf"(?P<n>{_NUMBER})(?P<parts>{_PARTS})")
_PART = re.compile(r"\d{1,2}")
_TOP = 250  # characters: what the title and the dateline name counts twice
_FOREIGN = re.compile(
    r"^[^.;]{0,40}\b(?:Covenant|ICCPR|Convention|Universal Declaration|Charter|Treaty"
    r"|Constitution|constitution)\b"
)


@dataclass(frozen=True, slots=True)
class ArticleFound:
    """One article at ``start`` … ``end`` as a code like ``KZ-CC 405(2)``."""

    start: int
    end: int
    code: str


@cache
def _books(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    suffixes = {}
    for book in words_of(language).tables["articles"]["books"]:
        for words in book["words"]:
            suffixes[str(words).lower()] = book["suffix"]
    longest = sorted(suffixes, key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest)
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE), suffixes


@cache
def _country_words(language: str) -> tuple[Opened, dict[str, str]]:
    known = {
        w: code for code, many in words_of(language).tables["articles"]["countries"].items() for w in many
    }
    longest = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in longest)})\b", re.IGNORECASE)
    return Opened(pattern, first_words(longest)), known


def country_of(text: str, language: str) -> str | None:
    """The country that a text is about: the one it names most often."""
    countries, known = _country_words(language)
    counts = Counter[str]()
    for match in countries.finditer(text[:20000]):
        counts[known.get(match[0].lower(), "")] += 2 if match.end() <= _TOP else 1
    counts.pop("", None)
    return counts.most_common(1)[0][0] if counts else None


def articles_of(text: str, language: str, country: str | None = None) -> list[ArticleFound]:
    """Every article that the text names; a movement or an organisation called "Article 14" is none.

    ``country`` is that which the text is about, where it is known already.
    """
    country = country or country_of(text, language)
    if not country:
        return []
    found: list[ArticleFound] = []
    suffix = "CC"
    for match in _ARTICLES.finditer(text):
        if _is_name(text, match.start(), match.end()) or _FOREIGN.match(text[match.end() : match.end() + 80]):
            continue
        suffix = _suffix(text, match.start(), match.end(), language) or suffix
        place = country if suffix != "CC" else _near_country(text, match.end(), language) or country
        found.extend(_codes(match, f"{place}-{suffix}"))
    return found


def _is_name(text: str, start: int, end: int) -> bool:
    quoted = text[start - 1 : start] in '"“«‘' and text[end : end + 1] in '"”»’'
    return quoted or (text[start : start + 8].strip().isupper() and text[start:].startswith("ARTICLE"))


def _suffix(text: str, start: int, end: int, language: str) -> str | None:
    """The book named after an article ("of the Criminal Code") or right before it."""
    pattern, suffixes = _books(language)
    before = re.sub(r"['’]s?$", "", text[max(0, start - 48) : start].rstrip(" ,"))
    for named in pattern.finditer(before):
        if named.end() == len(before):
            return suffixes.get(named.group().lower())
    window = text[end : end + 90]
    stop = window.find(". ")
    match = pattern.search(window[: stop if stop >= 0 else None])
    return suffixes.get(match.group().lower()) if match else None


def _near_country(text: str, end: int, language: str) -> str | None:
    """ "of the Turkish Criminal Code", "of Kazakhstan's criminal code": the country of the code itself."""
    window = text[end : end + 60]
    countries, known = _country_words(language)
    match = next(countries.finditer(window), None)
    code = _books(language)[0].search(window)
    if (
        match
        and code
        and (match.start() < code.start() or window[code.end() : match.start()].strip() == "of")
    ):
        return known[match.group().lower()]
    return None


def _codes(match: re.Match[str], book: str) -> list[ArticleFound]:
    out = []
    bare = re.sub(r"\([^()\d][^()]*\)", lambda m: " " * len(m.group()), match.group("all"))
    for one in _EACH.finditer(bare):
        number = one.group("n").replace("–", "-").rstrip(".")
        parts = _PART.findall(one.group("parts"))
        part = parts[0] if parts else match.group("before")
        code = f"{book} {number}" + (f"({part})" if part else "")
        begin = match.start("all") + one.start()
        out.append(ArticleFound(begin, match.start("all") + one.end(), code))
    return out
