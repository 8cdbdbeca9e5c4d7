"""Ages, in figures or words, against the year in which the same person was born."""

import re
from collections.abc import Iterator

from tizim.audits.checks.lives import person_at
from tizim.audits.dates_said import now_said
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import value_of
from tizim.audits.patterns import group, numbered, words
from tizim.documents import Span

_LEAST, _MOST = 8, 105
_AHEAD, _STEM, _MANY, _NEAR_KIN = 30, 6, 16, 40
_TURNING = 1  # somebody may not have had a birthday yet


def ages_told(draft: Draft) -> Iterator[Finding]:
    """ "Born in 1990. … At her forty-two she has three children": no year told near makes her so old."""
    born = list(_births(draft))
    for at, age, span in _ages(draft) if born else ():
        who = _whose(draft, at)
        near = [one for one in born if _one_person(draft, one, who, at)]
        years = _years(draft, at, {year for _, year, _ in near})
        if len({year for _, year, _ in near}) != 1 or not years:
            continue
        year, mark = near[0][1], near[0][2]
        exact = _exact_age(draft, mark, at)
        if not any(0 <= now - year - age <= _TURNING for now in years) or (exact and exact != age):
            yield draft.finding("age_birth", span, mark, age=age, year=year, now=max(years))


def _exact_age(draft: Draft, mark: tuple[int, int], at: int) -> int | None:
    """How old somebody was on the one day of a sentence, where the day of his birth is told."""
    born = next((one.exact for one in draft.days_in(Span(*mark)) if one.exact and one.own_year), None)
    sentence = draft.sentence(at)
    days = [one.exact for one in draft.days_in(sentence) if one.exact and one.own_year]
    on = days[0] if len(days) == 1 and draft.says("was_aged", within=sentence) else None
    if born is None or on is None or on == born:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _births(draft: Draft) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Where somebody's year of birth stands, the year, and the words that tell it."""
    for at, language in draft.blocks():
        for hit in numbered(language, "born_told").finditer(draft.text, at.start, at.end):
            year = group(hit, "year")
            if year:
                yield hit.start(), int(year), hit.span()


def _ages(draft: Draft) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Where an age stands, how old it makes somebody, and its words; none told of another time."""
    for at, language in draft.blocks():
        for hit in numbered(language, "aged").finditer(draft.text, at.start, at.end):
            written = group(hit, "age")
            age = value_of(written, language) if written else _of_word(group(hit, "years") or "", language)
            other_time = draft.says("not_aged", within=draft.sentence(hit.start()))
            of_many = draft.counts_in(Span(max(at.start, hit.start() - _MANY), hit.start()))
            kin = draft.says("kin_aged", within=Span(max(at.start, hit.start() - _NEAR_KIN), hit.end()))
            other_time = other_time or kin or any(one.unit == "persons" and one.value > 1 for one in of_many)
            if age is not None and _LEAST <= age <= _MOST and age == int(age) and not other_time:
                yield hit.start(), int(age), hit.span()


def _of_word(word: str, language: str) -> int | None:
    """The age that a Russian adjective tells: "двадцатидвухлетняя"."""
    tens, units = words(language, "year_words"), words(language, "year_units")
    made = (
        int(t) + int(u) for ten, t in tens.items() for unit, u in units.items() if ten + unit == word.lower()
    )
    return next(made, None) if tens else None


def _whose(draft: Draft, at: int) -> int | None:
    """Of whom an age is told: who is named right behind it in its clause, else who was spoken of."""
    stop = re.search(r"[,.;:\n]", draft.text[at + 2 : at + _AHEAD + 30])
    end = at + 2 + stop.start() if stop else at + _AHEAD
    ahead = draft.mentions_in(Span(at, max(at + 1, end)))
    return ahead[0].person if ahead else person_at(draft, at)


def _one_person(draft: Draft, birth: tuple[int, int, tuple[int, int]], who: int | None, at: int) -> bool:
    """Whether a birth and an age may be of one person: the one whom both name, in the same paragraph."""
    other = person_at(draft, birth[0])
    together = draft.paragraph(birth[0]) == draft.paragraph(at)
    if who is not None and other is not None:
        return (who == other or _alike(draft, who, other)) and draft.section(birth[0]) == draft.section(at)
    return together and len({m.person for m in draft.mentions_in(draft.paragraph(at))}) < 2


def _years(draft: Draft, at: int, born: set[int]) -> set[int]:
    """The years to which an age may belong: those of its paragraph, and that of the text."""
    now = now_said(draft)
    own = {day.year for day in draft.days_in(draft.sentence(at)) if day.year and day.year not in born}
    if own and draft.says("was_aged", within=draft.sentence(at)):
        return own
    told = {day.year for day in draft.days_in(draft.paragraph(at)) if day.year and day.year not in born}
    return told | ({now} if now else set())


def _alike(draft: Draft, one: int, other: int) -> bool:
    """Whether two people of the readers bear one surname in two cases."""
    names = [draft.reading.persons[person].name.split()[-1].lower()[:_STEM] for person in (one, other)]
    return names[0] == names[1] and len(names[0]) == _STEM
