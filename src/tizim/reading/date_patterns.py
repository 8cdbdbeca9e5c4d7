"""How dates are written: patterns made from the word lists."""

import re
from functools import cache
from typing import Any

from tizim.reading.feasts import feast_pattern
from tizim.reading.openings import Opened, first_words
from tizim.reading.seasons import season_pattern
from tizim.reading.words import words_of

SINCE = re.compile(
    r"\b(?:[Ss]ince|[Ff]rom)(?:\s(?:early|late|mid|at least|the (?:end|beginning|start) of))?[\s-]*$"
    r"|\b[Ss]ince\s(?:the|his|her|their|its)\s(?:\w+\s){1,3}?(?:on|of|in)\s$"
)
LAW_LEAD = re.compile(r"\b[Tt]he\s$")
FUTURE = re.compile(
    r"\b(?:(?:will|due|when (?:he|she|they) (?:is|are)|scheduled|expected|set (?:to|for)|planned|opens"
    r"|begins|resumes|is to|are to|runs out|run out|expires|expire)"
    r" [^.,;]{0,30}|(?<![Nn]ot )(?:[Uu]ntil|till) (?:at least |the |about )?)$"
)
# What follows a month alone at the head of a line.
REVIEW = re.compile(
    r"\s*(?::|$|[-–—]|in (?:review|brief)|at a glance|review|summary|chronicle|digest|overview|report)"
)
# Between two dates of a sentence: the story goes on, or goes back.
ONWARD = re.compile(r"\b(?:but|and|then|later)\b|;")
BACK = re.compile(r"\b(?:had|after|since|following|whose|which|until|between|from)\b")
# Between a cause and a month or a year: "for taking part in riots in January 2022".
CAUSE = re.compile(r"\b(?:for|over|in connection with|because of)\s[^,;.]+\s(?:in|of|from|since) $")
# Behind a relative day: no day of an act ("last year's strike"), but "Tuesday's arrest" is one.
OF_A_THING = re.compile(
    r" as |['’]s (?!arrest|detention|hearing|trial|verdict|ruling|raid|search|sentenc|decision|session|court)"
)
# "The January 2020 crash", "the 19 May rally": a date right before a thing is that of the thing.
ATTRIBUTIVE = re.compile(
    r" (?!(?:and|or|to|until|till|when|where|who|which|that|after|before|by|in|on|at|for|from|with|was|were"
    r"|is|has|had|arrest|detention|hearing|trial|verdict|rulings?|raid|search|sentenc|decision|session|court"
    r"|conviction)\b)[a-z]{4,}"
)
# Behind a date that opens a line: what the line tells, it tells of that day.
CHAPTER = re.compile(r"(?<=\.)\s|\s*[.:–—]\s")
PERFECT = re.compile(r"\b(?:has|have|'s been|'ve)\b[^.;]*$")
OPENING = re.compile(
    r"\s*(?:[(\d)a-z.]{1,4}\s)?(?:(?:[Oo]n|[Ii]n|[Bb]y|[Ss]ince|[Ee]arly|[Ll]ate)\s)*(?:the\s)?"
)
_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"
_JOIN = r"(?:[-–]|and|to)"


@cache
def date_pattern(language: str) -> re.Pattern[str]:
    """Every way to write a date, a relative day, a month or a year, one named group a part."""
    numbers = words_of(language).tables["numbers"]
    names = sorted((name.capitalize() for name in numbers["months"]), key=len, reverse=True)
    small = [name for name in numbers["months"] if len(name) > 3 and name not in numbers["words_too"]]
    months = "|".join((*names, *(name.upper() for name in numbers["months"] if len(name) > 3), *small))
    words = (*numbers["units"], "a", "an")
    return re.compile(
        "|".join(
            (
                rf"(?P<iso>{_YEAR}-\d\d-\d\d)\b|\b(?P<dots>\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR})\b",
                feast_pattern(language, _YEAR),
                *_of_months(months, "|".join(names), _either(numbers["said_years"])),
                rf"\b(?P<week>{_either(list(numbers['weekdays']))})\b(?:,?\s(?P<wl>(?:of\s)?last\sweek)\b)?",
                season_pattern(language, _YEAR),
                rf"\b(?P<rel>{_either(numbers['spoken_days'])})\b",
                rf"\b(?P<n>\d{{1,3}}|{_either(words)})\s(?P<u>day|week|fortnight|month|year)s?"
                r"\s(?P<dir>later|earlier|ago|before(?!hand)|afterwards?|after|on(?=[,.]))\b",
                rf"\b[Tt]he\sfirst\s(?P<fm>{_either(words)})\smonths\sof\s(?P<fy>{_YEAR})\b",
                r"\bthe (?P<nth>\d{1,2})(?:st|nd|rd|th)\b"
                rf"(?:\s?{_JOIN}\s?(?:the )?(?P<nth2>\d{{1,2}})(?:st|nd|rd|th)\b)?"
                r"(?P<nthm> of (?:this|last) month)?(?!\s[a-z]+ury|\sof\s[A-Z])",
                rf"\b(?P<yy>{_YEAR})(?:\s?{_JOIN}\s?(?P<yy2>{_YEAR}))?\b"
                rf"(?![.,]?\d|(?:\s(?:to|and|or)\s\d[\d,.]*)?\s(?:people|persons|kilomet|km\b|{_money(numbers)}))",
            )
        )
    )


def _of_months(months: str, names: str, said: str) -> tuple[str, str, str]:
    """Day and month, month and day, month alone, each perhaps with a year."""
    after_day = rf"(?!\s(?:{names}|years|people|months|days))"
    return (
        rf"\b(?P<d>\d{{1,2}}){_ORDINAL}(?:\s?{_JOIN}\s?(?P<d2>\d{{1,2}}){_ORDINAL})?(?: of)?\s"
        rf"(?P<m>{months})\b\.?(?:,?\s(?P<y>{_YEAR})\b|,?\s(?P<s>{said})\b)?",
        rf"\b(?P<am>{months})\.?\s(?P<ad>\d{{1,2}}){_ORDINAL}\b(?![.,]\d|\s(?:{months})\b)"
        rf"(?:\s?{_JOIN}\s?(?P<ad2>\d{{1,2}}){_ORDINAL}\b{after_day})?"
        rf"(?:,?\s(?P<ay>{_YEAR})\b|,?\s(?P<asaid>{said})\b)?",
        rf"\b(?P<mm>{names}|{names.upper()})\b\.?(?:\s?{_JOIN}\s?(?P<m2>{names})\b)?"
        rf"(?:,?\s(?:of )?(?P<my>{_YEAR})\b|,?\s(?P<ms>{said})\b)?",
    )


def _either(phrases: tuple[str, ...] | list[str]) -> str:
    """The phrases as alternatives, each also with a capital at its beginning."""
    longest = sorted((str(phrase) for phrase in phrases), key=len, reverse=True)
    return "|".join(f"[{word[0].upper()}{word[0]}]{_broken(word[1:])}" for word in longest)


def _broken(words: str) -> str:
    """Words as a pattern, between which a line may end."""
    return r"\s".join(re.escape(word) for word in words.split(" "))


def _money(numbers: dict[str, Any]) -> str:
    """What makes of four figures a sum: "fined 2000 GEL"."""
    words = [str(word) for word in numbers["currencies"] if str(word)[0].isalpha()]
    return "|".join(rf"(?i:{_broken(word)})\b" for word in sorted(words, key=len, reverse=True))


@cache
def written_dates(language: str) -> Opened:
    """The pattern of dates with the words that open one: months, weekdays, numbers, "the", "last" …"""
    numbers = words_of(language).tables["numbers"]
    lists = (
        numbers["months"],
        numbers["weekdays"],
        numbers["units"],
        numbers["spoken_days"],
        numbers["seasons"],
        numbers["feasts"],
    )
    phrases = [phrase for phrases in lists for phrase in phrases]
    return Opened(date_pattern(language), first_words((*phrases, "a", "an", "the")), figures=True)


@cache
def month_lead(language: str) -> re.Pattern[str]:
    """What stands before a month that is a date and no other word ("in May", not "may")."""
    leads = words_of(language).tables["numbers"]["month_leads"]
    return re.compile(rf"(?:\b(?:{_either(leads)})\s|[-–]|mid-)$")


@cache
def month_acts(language: str) -> re.Pattern[str]:
    """What stands behind a month that is the subject of a sentence ("February brought …")."""
    verbs = "|".join(words_of(language).tables["numbers"]["month_verbs"])
    return re.compile(rf"\s(?:\w+ly\s)?(?:{verbs})\b")


@cache
def year_lead(language: str) -> re.Pattern[str]:
    """What stands before four figures that are a year."""
    leads = words_of(language).tables["numbers"]["year_leads"]
    return re.compile(rf"(?:\b(?:{_either(leads)})[\s-]|[-–(]|,\s)$")


@cache
def aside(language: str) -> re.Pattern[str]:
    """What stands before a date that is of something else than its sentence tells ("the march of …")."""
    numbers = words_of(language).tables["numbers"]
    events, done = "|".join(numbers["dated_events"]), "|".join(numbers["dated_participles"])
    return re.compile(
        rf"\b(?:who|whom|which|whose|where|born|aged)\b[^,;.]*$"
        rf"|\([^()]*$"
        rf"|\b(?:{events}) (?:of|in|on|from|dated) $|,\s(?:{done})\s(?:in|on|since) $"
    )
