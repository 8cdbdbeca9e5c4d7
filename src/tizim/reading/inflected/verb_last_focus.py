"""Whom a sentence means that names nobody, in a language that leaves out objects as well as subjects."""

from typing import Protocol

from tizim.reading.focus import Subject
from tizim.reading.inflected.who import Who
from tizim.reading.people import People

_ALL, _REACH, _FAR = 99, 4, 12
_PRESENTED = 3


class Spoken(Protocol):
    """What a text spoke of so far, as the engine's focus keeps it."""

    people: People
    sentence: int
    recent: list[tuple[int, int]]
    of_line: list[int]
    kin: set[int]
    hit: set[int]
    line: int
    speakers: dict[int, int]
    telling: set[int]
    about: dict[int, int]
    plural: Subject | None
    plural_at: int
    struck: tuple[int, ...]
    struck_at: int

    def alone(self) -> bool:
        """Whether a text is about one person."""
        ...

    def aside(self, number: int) -> bool:
        """Whether a person acts for the state or for another."""
        ...


def understood(focus: Spoken) -> Subject | None:
    """The only person of the paragraph or text, else the victim of the sentence before; nobody's kin."""
    speaker = focus.speakers[focus.line] if focus.line in focus.telling else None
    if speaker is not None and all(number == speaker or focus.aside(number) for number in focus.of_line):
        return Subject((speaker,))
    if focus.sentence - focus.struck_at == 1 and len(focus.struck) == 1 and set(focus.struck) <= focus.kin:
        return Subject(focus.struck) if focus.of_line[-1:] == list(focus.struck) else None
    here = {number for number in focus.of_line if not focus.aside(number) and number not in focus.kin}
    if len(here) == 1:
        return Subject((here.pop(),))
    about = focus.about.get(focus.line)
    of_line = {about} if about is not None else {one for one in focus.of_line if not focus.aside(one)}
    if len(of_line) == 1:
        return Subject((of_line.pop(),))
    recent = [(number, at) for number, at in focus.recent if not focus.aside(number)]
    met = {number for number, at in recent if focus.sentence - at <= _ALL and number not in focus.kin}
    reach = _FAR if focus.alone() else _REACH
    if len(met) == 1 and focus.sentence - recent[-1][1] <= reach:
        return Subject((met.pop(),))
    if focus.plural is not None and focus.sentence - focus.plural_at <= 1 and _is_last_of(focus):
        return focus.plural
    number, at = recent[-1] if recent else (-1, -_ALL)
    if focus.sentence - at <= 1 and number in focus.hit and number not in focus.kin:
        return Subject((number,))
    return named_next(focus, within=_PRESENTED)


def named_next(focus: Spoken, *, within: int = _ALL) -> Subject | None:
    """The only person whom the sentences right behind name, among their first words, where the text named
    nobody yet («Оған 3 жыл берді. Бұл – X»)."""
    mentions = focus.people.mentions
    if focus.recent or any(mentions.get(at) for at in range(focus.sentence + 1)):
        return None
    behind = next((row for at in (1, 2) if (row := mentions.get(focus.sentence + at))), [])
    people = {one.person for one in behind if not focus.aside(one.person)}
    return Subject((people.pop(),)) if len(people) == 1 and behind[0].first <= within else None


def named_behind(focus: Spoken, who: Who, whos: list[Who]) -> Subject | None:
    """Whom a pronoun means before the text named anybody: whose kin or lawyer says so in the same sentence
    («Оған қысым жасалды, – дейді X-тің анасы»), or who is named next."""
    named = [one for one in whos if one.kind == "person"]
    if len(named) == 1 and named[0].owner and named[0].first > who.last and not focus.recent:
        return Subject(tuple(named[0].people))
    return named_next(focus)


def _is_last_of(focus: Spoken) -> bool:
    """Whether several people were named together, and nobody since."""
    people = set(focus.plural.people) if focus.plural is not None else set()
    since = {number for number, at in focus.recent if at >= focus.plural_at}
    return len(people) > 1 and since <= people
