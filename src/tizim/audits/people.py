"""Mentions of named people, as the readers find them."""

from dataclasses import dataclass

from tizim.reading import PersonFound, Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """One written form of a person's name, where it stands, and the number of the person in the text."""

    start: int
    end: int
    form: str
    person: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the form."""
        return tuple(self.form.split())


def mentions_in(reading: Reading, text: str) -> tuple[Mention, ...]:
    """Every mention of the people of a reading, in the order of the text."""
    return tuple(
        sorted(
            (mention for number, one in enumerate(reading.persons) for mention in _of(number, one, text)),
            key=lambda mention: mention.start,
        )
    )


def _of(number: int, person: PersonFound, text: str) -> list[Mention]:
    return [Mention(start, end, text[start:end], number) for start, end in person.mentions]
