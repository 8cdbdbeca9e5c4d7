"""read: proposals out of texts, printed in the flat form or kept in the register for review."""

from tizim.cli.reading.verb import add_to

__all__ = ["add_to"]
