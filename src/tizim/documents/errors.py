"""What can go wrong with what was received."""

from tizim import Problem, TizimError


class DocumentsError(TizimError):
    """A document, its file or a passage cannot be had as asked."""


class MissingFileError(DocumentsError):
    """The vault holds no file under that digest."""


class QuoteError(DocumentsError):
    """A passage's quote is not what stands at its place in the text."""


class RefusedError(DocumentsError):
    """A file is not taken; ``what`` and ``hint`` make the one line that says why."""

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(f"{what} {hint}".rstrip())
        self.what = what
        self.hint = hint

    def problem(self, where: str) -> Problem:
        """The line for people, with the file's name."""
        return Problem(where, self.what, self.hint)
