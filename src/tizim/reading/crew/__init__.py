"""Many texts read in processes beside this one, whoever asks: the command line or a worker of the desk."""

from tizim.reading.crew.documents import (
    LABEL,
    Kept,
    Notes,
    Second,
    TextTask,
    Unread,
    readable,
    without_reader,
)
from tizim.reading.crew.tools import Failed, Tools, finished, within
from tizim.reading.crew.working import Task, cores, worked

__all__ = [
    "LABEL",
    "Failed",
    "Kept",
    "Notes",
    "Second",
    "Task",
    "TextTask",
    "Tools",
    "Unread",
    "cores",
    "finished",
    "readable",
    "within",
    "without_reader",
    "worked",
]
