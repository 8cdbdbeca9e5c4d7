"""What the second reader asks of a language model: one question, one answer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from tizim.reading.errors import ReadingError


class ModelError(ReadingError):
    """The model gave no answer; the message says why in a few words and holds nothing of the text."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the standing instructions, the passage, and the form that the answer must have."""

    instructions: str
    passage: str
    schema: dict[str, Any]


class Model(Protocol):
    """A language model, wherever it runs."""

    def answer(self, question: Question) -> str:
        """Its answer as it came; ModelError if there is none."""


@dataclass(slots=True)
class MemoryModel:
    """A model that answers as it was told to, and remembers what it was asked."""

    answers: Callable[[Question], str]
    asked: list[Question] = field(default_factory=list)

    def answer(self, question: Question) -> str:
        """What was prepared for the question."""
        self.asked.append(question)
        return self.answers(question)
