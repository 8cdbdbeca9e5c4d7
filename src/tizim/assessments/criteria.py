"""A set of criteria: its grounds and their source, when it is met, what counts as held, who decided it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tizim.assessments.rule import Rule

DEPRIVED, NOT_DEPRIVED, OPEN = "deprived", "not_deprived", "open"
LANGUAGES = ("en", "ru", "kk")
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One ground: where it stands in the source, its name and a short wording of our own in each language."""

    code: str
    place: Texts
    title: Texts
    text: Texts

    def lacks(self, language: str) -> bool:
        """Whether it has no name or no wording in the language."""
        return not (self.title.get(language) and self.text.get(language))


@dataclass(frozen=True, slots=True)
class SetSource:
    """Where the official wording stands; ``compared`` says whether it was compared word by word, if known."""

    publisher: Texts = field(default_factory=dict)
    place: Texts = field(default_factory=dict)
    date: str = ""
    url: str = ""
    compared: bool | None = None


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A set of criteria in one version, with its source.

    ``liberty`` says of each state of a timeline whether whoever is in it counts as deprived of liberty
    (``deprived``, ``not_deprived``, ``open``); a state that it does not name does not count. ``assessors``
    is how many people must have found the same before an outcome is confirmed. ``met`` is the rule over
    the criteria, ``unless`` one that excludes. ``decided_by`` and ``decided_on`` (EDTF) say which body gave
    itself the set, and when; they are of a group's own set, and stay in the house.
    """

    code: str
    version: int
    title: Texts
    source: SetSource
    criteria: tuple[Criterion, ...]
    liberty: Mapping[str, str]
    met: Rule
    unless: Rule | None = None
    assessors: int = 2
    note: Texts = field(default_factory=dict)
    decided_by: str = ""
    decided_on: str = ""

    @property
    def name(self) -> str:
        """The code with the version, as determinations bear it."""
        return f"{self.code}/{self.version}"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its criteria."""
        return tuple(one.code for one in self.criteria)

    def lacking(self, language: str) -> tuple[str, ...]:
        """What has no words in a language: ``title``, or the codes of criteria; it is shown in another."""
        title = () if self.title.get(language) else ("title",)
        return (*title, *(one.code for one in self.criteria if one.lacks(language)))

    @property
    def depriving(self) -> frozenset[str]:
        """The states that may count as deprivation of liberty."""
        return frozenset(state for state, answer in self.liberty.items() if answer != NOT_DEPRIVED)


def in_words(texts: Texts, language: str) -> tuple[str, str]:
    """The words in the language, else in English or whichever there are; and in which language they are."""
    shown = next((one for one in (language, "en", *texts) if texts.get(one)), language)
    return texts.get(shown, ""), shown
