"""What was asked of whom, by when, and the answer or the silence."""

from tizim.interventions.entries import Intervention, Response

__all__ = ["Intervention", "Response"]
