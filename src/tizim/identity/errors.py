"""What can go wrong in this room."""

from tizim import TizimError


class IdentityError(TizimError):
    """A question about mentions and persons cannot be answered as asked."""
