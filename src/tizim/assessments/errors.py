"""What can go wrong with criteria."""

from tizim import TizimError


class AssessmentError(TizimError):
    """A set of criteria, or a decision on one of them, cannot be read as it is."""
