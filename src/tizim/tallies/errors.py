"""What can go wrong in lists and counts."""

from tizim import TizimError


class TallyError(TizimError):
    """The list or count cannot be made as asked."""
