"""The words: vague dates, durations, outcomes, and the tables of codes with their labels."""

from tizim.vocab.dates import Days, VagueDate, vague_date
from tizim.vocab.durations import Duration, duration

__all__ = ["Days", "Duration", "VagueDate", "duration", "vague_date"]
