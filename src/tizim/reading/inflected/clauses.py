"""The clauses of a sentence: which tokens belong together, and what each subordinate clause hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass

from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who

_STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", "|"})


@dataclass(slots=True)
class Clause:
    """One clause; ``kind`` is main, relative, participle, converb, sub or aside; ``parent`` what it
    hangs on."""

    number: int
    kind: str
    first: int
    parent: int = -1
    predicate: bool = False
    opening: str = ""


@dataclass(slots=True)
class Clauses:
    """The clauses of a sentence, and for each token the number of its clause."""

    clauses: list[Clause]
    of: list[int]
    verb_last: bool = False

    def clause(self, index: int) -> Clause:
        """The clause of a token."""
        return self.clauses[self.of[max(0, min(index, len(self.of) - 1))]]

    def same(self, one: int, other: int) -> bool:
        """Whether two tokens stand in one clause."""
        return self.of[one] == self.of[other]


def one_clause(clauses: Clauses) -> Clauses:
    """The clauses with all tokens in the first of them."""
    return Clauses(clauses.clauses, [0] * len(clauses.of), clauses.verb_last)


def clauses_of(sentence: Sentence, whos: list[Who]) -> Clauses:
    """The clauses of a sentence; what stands on both sides of a subordinate clause is one."""
    inside = {at for who in whos for at in range(who.head, who.last)}
    found = Clauses([Clause(0, "main", 0)], [0] * len(sentence.tokens))
    current = main = 0
    for stop, first, last in _with_subjects(sentence, list(_atoms(sentence, inside)), whos):
        predicate = any(_is_predicate(sentence, at) for at in range(first, last))
        kind = _opened(sentence, stop, first, last)
        if kind == "sub" and sentence.at("coordinating", first + (stop != "")) is not None:
            kind = "main"
        if stop == "and" and predicate and found.clauses[current].kind in ("sub", "relative", "participle"):
            current = _new(found, found.clauses[current].kind, first, parent=current)
        elif stop == ";" or (kind == "main" and predicate and found.clauses[main].predicate and stop != "("):
            current = main = _new(found, "main", first, parent=main)
        elif kind != "main":
            current = _new(found, kind, first, parent=current if kind in ("relative", "participle") else main)
        elif predicate or stop == ")" or not found.clauses[main].predicate:
            current = main
        found.clauses[current].predicate |= predicate
        for at in range(first, last):
            found.of[at] = current
    return found


_DASHES = ("—", "–")
_Atom = tuple[str, int, int]


def _with_subjects(sentence: Sentence, atoms: list[_Atom], whos: list[Who]) -> list[_Atom]:
    """The pieces; a name alone before a dash and the verb behind it are one ("X — detained, Y — fined")."""
    names = {(who.head, who.last) for who in whos if who.kind in ("person", "group")}
    out: list[_Atom] = []
    for stop, first, last in atoms:
        begin = out[-1][1] + (sentence.tokens[out[-1][1]].kind == "mark") if out else -1
        begin += begin >= 0 and sentence.at("coordinating", begin) is not None
        if stop in _DASHES and (begin, first) in names:
            opened = out[-1][0]
            if _is_predicate(sentence, min(first + 1, last - 1)):
                stop, first, _ = out.pop()
            elif opened in (",", ";") and _tells_state(sentence, first, last):
                stop, first = ";", out.pop()[1]
        out.append((stop, first, last))
    return out


def _tells_state(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a piece without a verb tells an act, and no length of time ("X — under house arrest")."""
    acts = any(sentence.at("act", at) is not None for at in range(first, last))
    return acts and not any(sentence.at("unit", at) is not None for at in range(first, last))


def _new(found: Clauses, kind: str, first: int, parent: int) -> int:
    found.clauses.append(Clause(len(found.clauses), kind, first, parent))
    return len(found.clauses) - 1


def _atoms(sentence: Sentence, inside: set[int]) -> Iterator[tuple[str, int, int]]:
    """Pieces between marks and between predicates that "and" joins: the mark before, first and last token."""
    first, stop = 0, ""
    for at, token in enumerate(sentence.tokens):
        if token.text in _STOPS and at not in inside:
            if at > first:
                yield from _joined(sentence, stop, (first, at), inside)
            first, stop = at, token.text
    if first < len(sentence.tokens):
        yield from _joined(sentence, stop, (first, len(sentence.tokens)), inside)


def _joined(
    sentence: Sentence, stop: str, span: tuple[int, int], inside: set[int]
) -> Iterator[tuple[str, int, int]]:
    """A piece cut at an "and" with a predicate on each side."""
    first, last = span
    for at in range(first + 1, last - 1):
        if sentence.at("and", at) is None or at in inside:
            continue
        before = any(_is_predicate(sentence, one) for one in range(first, at))
        after = any(_is_predicate(sentence, one) for one in range(at + 1, last))
        if before and after:
            yield stop, first, at
            yield from _joined(sentence, "and", (at, last), inside)
            return
    yield stop, first, last


def _is_predicate(sentence: Sentence, index: int) -> bool:
    """Whether a word is a finished verb; a capitalised one only at the head of the sentence, none behind a
    preposition ("из села")."""
    finite = sentence.words[index].finite and (index == 0 or not sentence.tokens[index].capital)
    return finite and (index == 0 or sentence.ends_at("prepositions", index) is None)


def _opened(sentence: Sentence, stop: str, first: int, last: int) -> str:
    """What kind of clause a piece opens."""
    at = first
    while at < last - 1 and sentence.tokens[at].kind == "mark":
        at += 1
    if stop == "(":
        return "aside"
    lead = at
    while lead < last and sentence.at("prepositions", lead) is not None:
        lead += 1
    if stop == "," and sentence.at("relative", lead) is not None:
        return "relative"
    if sentence.at("breaks", at) is not None or (
        sentence.at("and", at) is None and sentence.at("judged", at) is not None
    ):
        return "sub"
    forms = sentence.word(at).forms
    if not forms or stop not in (",", "—", "–"):
        return "main"
    if forms[0].part == "participle" and forms[0].case:
        return "participle"
    return "converb" if forms[0].part == "converb" else "main"
