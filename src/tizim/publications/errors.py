"""What can go wrong with what leaves the house."""

from tizim import TizimError


class PublicationError(TizimError):
    """An edition or a release cannot be made, shown again or let out as asked."""
