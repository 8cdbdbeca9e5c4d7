"""What every room may speak of: the version, errors as values, errors as exceptions."""

from dataclasses import dataclass

__version__ = "0.1.0"
__all__ = ["Problem", "TizimError", "__version__"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with what was given: where, what, and what to do about it.

    ``where`` is a file name, a row or an id; never the name of a person.
    """

    where: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        """One line for people: ``where: what. hint``."""
        return f"{self.where}: {self.what}" + (f" {self.hint}" if self.hint else "")


class TizimError(Exception):
    """Something tizim cannot do as asked; the message says what, where and what to do."""
