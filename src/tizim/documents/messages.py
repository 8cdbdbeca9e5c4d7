"""A chat as a text: a paragraph a message, marked with the message's number, its moment and a pseudonym."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tizim.documents.errors import RefusedError

MARK = re.compile(r"\[(\d{1,20})\] ")
_LINE_THAT_LOOKS_SO = re.compile(rf"\n(?={MARK.pattern})")
_BLANKS = re.compile(r"\n[ \t]*\n\s*")


class Message(NamedTuple):
    """One message: its number in the chat, when it was written, by which pseudonym, and what it says.

    ``about`` is what it answers or passes on: ``↩ 118`` or ``← P5``.
    """

    number: int
    moment: str
    author: str
    text: str
    about: str = ""

    def __str__(self) -> str:
        who = " ".join(filter(None, (self.author, self.about)))
        said = _LINE_THAT_LOOKS_SO.sub("\n ", _BLANKS.sub("\n", self.text.strip()))
        return f"[{self.number}] {', '.join(filter(None, (self.moment, who)))}: {said}"


def conversation(messages: Iterable[Message], most: int) -> str:
    """The messages with an empty line between them; RefusedError if they hold more letters than are read."""
    told, length = [], 0
    for message in messages:
        told.append(str(message))
        length += len(told[-1]) + 2
        if length > most:
            raise RefusedError(f"holds more than {most} letters.", "Export shorter spans of time.")
    return "\n\n".join(told)
