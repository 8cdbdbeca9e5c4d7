"""What can go wrong when a whole register is linked."""

from tizim.stores.errors import StoreError


class LinkageError(StoreError):
    """The register could not be linked."""


class MissingEngineError(LinkageError):
    """A program that the linking needs is not installed."""
