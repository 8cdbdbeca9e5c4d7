"""What can go wrong with claims."""

from collections.abc import Sequence

from tizim import Problem, TizimError


class ClaimsError(TizimError):
    """The claims cannot be read, reviewed or asked for as wanted."""


class UnreadableTableError(ClaimsError):
    """The file as a whole is no table that can be read; single bad rows never raise this."""


class SelectionError(ClaimsError):
    """A query asks for claims by a key or a value that does not exist."""


class InvalidClaimError(ClaimsError):
    """A claim that a person wanted written does not hold together; ``problems`` says all that is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
