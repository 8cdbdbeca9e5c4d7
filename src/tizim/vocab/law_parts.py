"""What is known of one law book: articles, their parts, titles, penalty ranges, days in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LawPart:
    """A part of an article: the penalty from … to, as outcomes, where a source gives it.

    An empty ``penalty_max`` means that no source at hand gives the range, not that there is no penalty.
    """

    number: str
    penalty_min: str = ""
    penalty_max: str = ""
    source: str = ""
    text: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class LawArticle:
    """An article in one wording. A later wording of the same number is another LawArticle.

    ``title``: by language, as the code has it or translated. ``also``: wordings by which sources name it.
    ``checked``: the languages whose title was compared with a published text. ``whole``: the penalty of the
    article where a source gives it without naming a part.
    """

    number: str
    title: Mapping[str, str]
    also: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    parts: Mapping[str, LawPart] | None = None
    whole: LawPart | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    note: str = ""

    def in_force_on(self, day: date) -> bool:
        """Whether this wording was in force on the day."""
        return _between(self.in_force_from, day, self.in_force_to)

    def part(self, number: str | None) -> LawPart | None:
        """The part of that number; without a number what is known of the article as a whole."""
        return (self.parts or {}).get(number) if number else self.whole


@dataclass(frozen=True, slots=True)
class LawBook:
    """A code of law, or those of its articles that sources name.

    ``cited_as``: the code under which sources of its time cite it (KZ-CC for KZ-CC-1997).
    ``last_article``: the highest number in the printed code, where known.
    """

    code: str
    country: str
    title: Mapping[str, str]
    articles: tuple[LawArticle, ...]
    cited_as: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    last_article: int | None = None
    sources: tuple[str, ...] = ()

    def article(self, number: str, on: date | None = None) -> LawArticle | None:
        """The article of that number as in force on the day; without a day in its latest wording."""
        wordings = [one for one in self.articles if one.number == number]
        if on is not None:
            wordings = [one for one in wordings if one.in_force_on(on)] if self.in_force_on(on) else []
        return wordings[-1] if wordings else None

    def in_force_on(self, day: date) -> bool:
        """Whether the book was in force on the day."""
        return _between(self.in_force_from, day, self.in_force_to)


def _between(first: date | None, day: date, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
