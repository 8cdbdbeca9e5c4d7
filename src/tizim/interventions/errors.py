"""What is wrong with an intervention or a response."""

from tizim import TizimError


class InterventionError(TizimError):
    """Something asked or answered cannot be written as it was said."""
