"""Who did what to whom, says which source."""

from tizim.claims.claim import Claim, PublishedFigure, Review

__all__ = ["Claim", "PublishedFigure", "Review"]
