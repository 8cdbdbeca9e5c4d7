"""What can go wrong in the timelines."""

from tizim import TizimError


class TimelineError(TizimError):
    """The timelines cannot do as asked."""
