"""How findings on single criteria make the answer of a set: any of them, all of them, in three values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tizim.assessments.errors import AssessmentError

MET, NOT_MET, OPEN = "met", "not_met", "open"
_ANSWERS = {
    "any": lambda said: MET if MET in said else OPEN if OPEN in said else NOT_MET,
    "all": lambda said: NOT_MET if NOT_MET in said else OPEN if OPEN in said else MET,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """``any`` or ``all`` of some parts; a part is the code of a criterion or a rule again."""

    how: str
    parts: tuple["Rule | str", ...]

    def answer(self, findings: Mapping[str, str]) -> str:
        """``met``, ``not_met`` or ``open``, from findings by criterion; a missing one is open."""
        said = {
            part.answer(findings) if isinstance(part, Rule) else findings.get(part, OPEN)
            for part in self.parts
        }
        return _ANSWERS[self.how](said)

    def codes(self) -> Iterator[str]:
        """The criteria that it asks for, in order."""
        for part in self.parts:
            if isinstance(part, Rule):
                yield from part.codes()
            else:
                yield part


def read_rule(raw: Any, where: str) -> Rule:
    """The rule that ``{any: [a, {all: [b, c]}]}`` stands for."""
    if not isinstance(raw, dict) or len(raw) != 1 or next(iter(raw)) not in _ANSWERS:
        raise AssessmentError(f"{where}: a rule is {{any: [...]}} or {{all: [...]}}")
    how, parts = next(iter(raw.items()))
    if not isinstance(parts, list) or not parts:
        raise AssessmentError(f"{where}: '{how}' needs a list of criteria")
    return Rule(how, tuple(part if isinstance(part, str) else read_rule(part, where) for part in parts))


def rule_data(of: Rule) -> dict[str, Any]:
    """The rule as ``read_rule`` reads it."""
    return {of.how: [rule_data(part) if isinstance(part, Rule) else part for part in of.parts]}


def rule_parts(of: Rule) -> tuple[Any, ...]:
    """The rule as nested tuples, the way first: ``("any", "a", ("all", "b", "c"))``."""
    return (of.how, *(rule_parts(part) if isinstance(part, Rule) else part for part in of.parts))


def rule_of(parts: Sequence[Any]) -> Rule:
    """The rule that such tuples stand for."""
    how, *rest = parts
    return Rule(how, tuple(part if isinstance(part, str) else rule_of(part) for part in rest))


def rule_words(of: Rule, named: Callable[[str], str], how: Mapping[str, str]) -> str:
    """The rule in words, inner ones in brackets; ``how`` gives a text with ``{parts}`` for any and all."""
    if len(of.parts) == 1:
        only = of.parts[0]
        return rule_words(only, named, how) if isinstance(only, Rule) else named(only)
    parts = (
        f"({rule_words(one, named, how)})" if isinstance(one, Rule) and len(one.parts) > 1
        else rule_words(one, named, how) if isinstance(one, Rule)
        else named(one)
        for one in of.parts
    )  # fmt: skip
    return how[of.how].format(parts="; ".join(parts))
