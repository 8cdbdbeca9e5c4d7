"""What the room web cannot do as asked."""

from tizim import TizimError


class WebError(TizimError):
    """A door cannot be opened, or not safely; the message says what to do."""
