"""Somebody in a sentence of a language with cases, with the cases in which the phrase can stand."""

from dataclasses import dataclass, field

from tizim.reading.who import Group

MEMBER = "member"
"""The word of one of a row that the text named before ("the first", "the last")."""

KIN, MINE = "kin", "my "
"""The kind of somebody's kin without a name; the word of the speaker's own begins with "my"."""


@dataclass(slots=True)
class Who:
    """Somebody at tokens ``first`` … ``last - 1``; the phrase of titles and adjectives begins at ``head``.

    ``kind`` is person, group, noun ("the activist"), plural ("the activists"), pronoun, relative ("who"),
    kin ("his wife", with its ``relation``) or agent. ``owner`` says that only a thing or kin of theirs is
    meant ("the brother of X"); ``parts`` are the single names of a row, with the place of each; ``others``
    are people besides those just named; ``apart`` are
    those whom a pronoun cannot mean, the subjects of its own verb.
    """

    first: int
    last: int
    head: int
    kind: str
    cases: frozenset[str]
    people: list[int] = field(default_factory=list)
    group: Group | None = None
    word: str = ""
    female: bool | None = None
    plural: bool = False
    official: bool = False
    owner: bool = False
    definite: bool = False
    parts: list["Who"] = field(default_factory=list)
    also: "Who | None" = None
    others: bool = False
    relation: str = ""
    apart: frozenset[int] = frozenset()
