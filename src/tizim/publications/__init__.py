"""What leaves the house: numbered editions of lists, and the releases that carry them."""

from tizim.publications.entries import ListEdition

__all__ = ["ListEdition"]
