"""Freezing a list under the next number, and making a frozen one again."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tizim import __version__
from tizim.assessments import Sets
from tizim.claims import Basis
from tizim.documents import Vault
from tizim.ledger import Entry
from tizim.publications.composing import Asked, Composed, Done, composed
from tizim.publications.content import Content, digest, frozen, thawed
from tizim.publications.editions import Turn, check_again, edition, editions, turns
from tizim.publications.entries import ListEdition
from tizim.publications.errors import PublicationError
from tizim.publications.gate import Risk, cure, hushed, risks, told_of_risk
from tizim.publications.objections import Objection, day_of, objections
from tizim.publications.words_digest import words_digest
from tizim.tallies import Definition, parse_definition, with_set_written_out


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list to be frozen: the definition and its text, the day, what is known when, on which basis.

    ``hush`` leaves out of the numbers whoever could be found by them; ``despite`` is the reason for which the
    edition is frozen although somebody could (``gate.risks``), or although its words wrong somebody
    (``objections``). Without either, such an edition is refused. ``least`` is the least count, where it is
    larger than the usual one.
    """

    of: Definition
    text: str
    as_of: date
    known_at: str
    basis: Basis = "reviewed"
    note: str | None = None
    hush: bool = False
    despite: str | None = None
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What the gate holds back: the list as it would be, and why it may not leave like that."""

    made: Composed
    risks: tuple[Risk, ...]
    objections: tuple[Objection, ...]

    @property
    def is_held(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.risks or self.objections)

    def messages(self, language: str = "en") -> tuple[str, ...]:
        """What there is, a line each, and what can be done."""
        cures = [cure(language)] if self.risks else []
        if self.objections:
            cures.append(told_of_risk("reword", language))
        numbers = [one.message(language) for one in self.risks]
        return (*numbers, *(one.message(language) for one in self.objections), *cures)


class HeldError(PublicationError):
    """The gate holds a list back."""

    def __init__(self, held: Held) -> None:
        told = held.messages()
        super().__init__(f"{told[0]} {told[-1]}")
        self.held = held


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen list: the entry to be written, what it says, who joined and left since the one before."""

    entry: ListEdition
    made: Composed
    before: ListEdition | None
    turns: tuple[Turn, ...]


def foreseen_edition(
    entries: Iterable[Entry], wanted: Wanted, before: Content | None = None, done: Done = lambda work: None
) -> Composed:
    """What the next edition of the list would say; nothing is written. ``before``: the edition before.

    ``done`` is told of the work as it is done, ``COMPOSING`` in all.
    """
    known = tuple(entries)
    number = len(editions(known, wanted.of.name)) + 1
    asked = Asked(wanted.of, wanted.as_of, wanted.known_at, number, wanted.basis, words_digest(), __version__)
    made = composed(known, asked, done)
    return hushed(made, before, least=wanted.least) if wanted.hush else made


def held_back(made: Composed, before: Content | None, least: int | None = None) -> Held:
    """What the gate holds back of a list, on the day of its moment; ``before``: the edition before."""
    content = made.content
    return Held(made, risks(content, before, least=least), objections(content, on=day_of(content)))


def content_before(entries: Iterable[Entry], definition: str, vault: Vault) -> Content | None:
    """What the last edition of that list says, if there is one."""
    earlier = editions(entries, definition)
    return content_of(earlier[-1], vault) if earlier else None


def freeze(
    entries: Sequence[Entry],
    wanted: Wanted,
    *,
    vault: Vault,
    signed: Callable[[bytes], str],
    done: Done = lambda work: None,
) -> Frozen:
    """Puts the frozen bytes and the definition's text into the vault; the entry is still to be written.

    ``done``: see ``foreseen_edition``.

    PublicationError where the definition's text is not what the list is made by, the list says the same as
    the edition before, or somebody who is not named could be found by its numbers.
    """
    if parse_definition(wanted.text, where=wanted.of.name, sets=Sets.of(entries)) != wanted.of:
        raise PublicationError(f"{wanted.of.name}: the text is not that of the definition")
    earlier = editions(entries, wanted.of.name)
    before = earlier[-1] if earlier else None
    was = content_of(before, vault) if before else None
    made = foreseen_edition(entries, wanted, was, done)
    if was and _says(was) == _says(made.content):
        raise PublicationError(f"{wanted.of.name}: edition {was.number} says the same; nothing was frozen")
    held = held_back(made, was, wanted.least)
    if held.is_held and not wanted.despite:
        raise HeldError(held)
    note = "; ".join(filter(None, (wanted.note, wanted.despite)))
    text = vault.put(io.BytesIO(with_set_written_out(wanted.text, wanted.of).encode()))
    vault.put(io.BytesIO(frozen(made.content)))
    entry = edition(made.content, signed=signed, definition_sha256=text, note=note or None)
    return Frozen(entry, made, before, turns(was, made.content) if was else ())


def content_of(of: ListEdition, vault: Vault) -> Content:
    """What the edition says, from its frozen bytes; PublicationError if these are not the ones it signs."""
    with vault.open(of.digest) as stream:
        content = stream.read()
    if digest(content) != of.digest:
        raise PublicationError(f"{of.id}: the frozen bytes are not those of the edition")
    return thawed(content)


def definition_of(of: ListEdition, vault: Vault) -> Definition:
    """The definition that was frozen with the edition; its set of criteria is written out in it."""
    with vault.open(of.definition_sha256 or "") as stream:
        return parse_definition(stream.read().decode(), where=of.definition)


def made_again(of: ListEdition, entries: Iterable[Entry], vault: Vault) -> tuple[str, ...]:
    """Why the edition, made again from what was known at its moment, differs; nothing if it does not.

    ``entries`` are those known at ``of.known_at``.
    """
    asked = Asked(
        definition_of(of, vault),
        date.fromisoformat(of.as_of),
        of.known_at,
        of.number,
        "all" if of.basis == "all" else "reviewed",
        words_digest(),
        __version__,
    )
    again = _hushed_again(of, tuple(entries), asked, vault)
    same_tools = replace(again, vocabulary=of.vocabulary or "", program=of.program or "")
    return () if not check_again(of, same_tools) else check_again(of, again)


def _hushed_again(of: ListEdition, known: Sequence[Entry], asked: Asked, vault: Vault) -> Content:
    """The edition made again, with as few left out of its numbers as when it was frozen.

    Older editions did not print their set of criteria; made again they do not either.
    """
    made = composed(known, asked)
    was = content_of(of, vault) if vault.has(of.digest) else None
    if was and not was.criteria:
        made = replace(made, content=replace(made.content, criteria=None))
    least = was.hushed if was else 0
    if least:
        before = [one for one in editions(known, of.definition) if one.number < of.number]
        made = hushed(made, content_of(before[-1], vault) if before else None, least=least)
    return made.content


def _says(content: Content) -> Content:
    """The content without what differs between any two editions."""
    return replace(content, number=0, known_at="", vocabulary="", program="")
