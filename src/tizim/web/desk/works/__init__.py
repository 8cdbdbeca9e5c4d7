"""The kinds of long work: whoever starts a worker imports them all."""

from tizim.web.desk.works import (
    adding,
    checking,
    freezing,
    listing,
    reading,
    rebuilding,
    recognising,
    releasing,
)

__all__ = ["adding", "checking", "freezing", "listing", "reading", "rebuilding", "recognising", "releasing"]
