"""A draft: headings, and sentences each with the passages that it rests on."""

from dataclasses import dataclass

from tizim.publications.content import Cited


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its passages; none where it says how the draft was made."""

    text: str
    passages: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with sentences, a line each; ``versions`` are rows of sentences that stand side by side."""

    heading: str
    sentences: tuple[Sentence, ...] = ()
    versions: tuple[tuple[Sentence, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole: its title, what it is, its sections; in one language."""

    language: str
    title: str
    about: str
    sections: tuple[Section, ...]
