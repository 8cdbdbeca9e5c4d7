"""Somebody in a sentence: a person, a counted group, a pronoun, an agent of the state."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Group:
    """A counted group: strict lower bound, upper bound where exact, and how the text counts it.

    ``whole`` is a group that the text speaks of as known: "the two", "all three".
    """

    low: int
    high: int | None
    bound: str = "exact"
    printed: int | None = None
    vague: bool = False
    definite: bool = False
    partitive: bool = False
    noun: str = ""
    whole: bool = False


@dataclass(slots=True)
class Who:
    """Somebody at tokens ``first`` … ``last - 1``.

    ``kind`` is person, group, pronoun, noun ("the activist"), plural ("the activists"), agent, kin or
    organisation. ``governed`` is the preposition before, ``possessive`` says that "'s" or a thing of theirs
    follows, ``head`` is where the noun phrase begins, ``direct`` says that a verb of doing stands before it,
    ``noun`` is its last word; ``foreign`` is "her" in "X condemned her arrest": not X.
    """

    first: int
    last: int
    kind: str
    people: list[int] = field(default_factory=list)
    group: Group | None = None
    word: str = ""
    possessive: bool = False
    governed: str = ""
    official: bool = False
    head: int = 0
    direct: bool = False
    noun: str = ""
    foreign: bool = False


SINGULAR = {"he", "she", "him", "her", "his", "himself", "herself"}
PLURAL = {"they", "them", "their", "themselves", "both", "all"}
POSSESSIVES = {"his", "her", "their", "its", "my", "our"}
OF_TWO = {"former": 0, "latter": 1}
SPEAKER = {"i", "me", "my", "myself"}
