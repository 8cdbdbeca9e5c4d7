"""What is met of a set of criteria, for a person, because of which passages, decided by whom."""

from tizim.assessments.entries import Determination

__all__ = ["Determination"]
