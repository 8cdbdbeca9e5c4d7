"""The questions that the verbs share: a chronicle, a tally, and rows for the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tizim import TizimError
from tizim.assessments import SETS, Sets
from tizim.claims import Basis
from tizim.cli.door import told_now
from tizim.cli.texts import say
from tizim.cli.wording import certainty_words, outcome_words
from tizim.tallies import (
    DECISIONS,
    Definition,
    Evidence,
    Member,
    Shelf,
    Tally,
    definition_known,
    documents_meant,
    load_definition,
    tally,
)
from tizim.timelines import Chronicle, Episode, chronicle
from tizim.vocab import label

_PLACES = {
    "line": "place_line", "paragraph": "place_paragraph", "message": "place_message", "row": "place_row",
    "attachment": "place_attachment", "page": "page", "pages": "place_pages",
    "record": "place_record", "chat": "place_chat",
}  # fmt: skip

if TYPE_CHECKING:
    from tizim.wiring import Register


@dataclass(frozen=True, slots=True)
class Question:
    """A day, a moment and a basis: what every list and count is asked with."""

    as_of: date
    known_at: str | None
    reviewed: bool

    @property
    def basis(self) -> Basis:
        """``reviewed`` or ``all``."""
        return "reviewed" if self.reviewed else "all"


def definition_named(name: str, sets: Sets) -> Definition:
    """A definition that ships with tizim, one by a set of the register, or a group's own from a YAML file."""
    path = Path(name)
    is_file = path.suffix in (".yml", ".yaml") and path.is_file()
    return _own(path, sets) if is_file else definition_known(name, sets)


def sets_of(register: "Register", known_at: str | None = None) -> Sets:
    """The sets of criteria that the register knew at the moment, beside those that ship."""
    return Sets.of(register.ledger.known_at(known_at, kinds=SETS))


def asking(register: "Register", of: Definition, known_at: str | None) -> Definition:
    """The definition with what people decided by the moment, where it asks for that."""
    return of.bound_to(register.ledger.known_at(known_at, kinds=DECISIONS)) if of.wish else of


def _own(path: Path, sets: Sets) -> Definition:
    try:
        return load_definition(path, sets)
    except (AttributeError, TypeError, ValueError):
        raise TizimError(
            f"{path.name} has not the form of a definition; see 'Definitions' in the docs"
        ) from None


def told(register: "Register", asked: Question, of: Definition | None = None) -> Chronicle:
    """The chronicle for the question, limited to the definition's documents if it names any."""
    if of is not None and (of.documents or of.sources):
        entries = tuple(register.ledger.known_at(asked.known_at))
        return chronicle(entries, basis=asked.basis, documents=documents_meant(of, entries))
    return told_now(register, asked.known_at, basis=asked.basis)


def answer(register: "Register", name: str, asked: Question) -> tuple[Definition, Tally, Chronicle]:
    """The tally of a definition, with the definition and the chronicle behind it."""
    of = asking(register, definition_named(name, sets_of(register, asked.known_at)), asked.known_at)
    chronicled = told(register, asked, of)
    return of, tally(of, chronicled, as_of=asked.as_of, known_at=asked.known_at), chronicled


def shelf(register: "Register", asked: Question, chronicled: Chronicle) -> Shelf:
    """Claims, passages, documents and sources as known at the moment, by id."""
    kinds = ("source", "document", "passage", "claim")
    return Shelf(register.ledger.known_at(asked.known_at, kinds=kinds), unreviewed=chronicled.unreviewed)


def heading(of: Definition, asked: Question, language: str) -> str:
    """The line above an answer: what, as of when, as known when, on which basis."""
    title = of.title.get(language) or of.title.get("en", of.name)
    when = say("as_of", language, day=asked.as_of.isoformat())
    known = say("known_at", language, moment=asked.known_at) if asked.known_at else say("known_now", language)
    return f"{title}, {when}, {known}; {say(f'basis_{asked.basis}', language)}"


def bounds(low: int, high: int | None, language: str) -> str:
    """ "At least 26, at most 28" in words."""
    if high is None:
        return say("no_upper", language, low=low)
    return say("bounds", language, low=low, high=high)


def upper(high: int | None, language: str) -> str:
    """An upper bound, or the word for "open"."""
    return say("open_end", language) if high is None else str(high)


def reason(member: Member, language: str) -> str:
    """Why the member counts only perhaps, or that it is sure."""
    if (member.stray or member.doubted_identity) and member.fit.answer == "surely":
        return label("reasons", "stray" if member.stray else "identity", language)
    return label("reasons", "holds" if member.sure else member.fit.why, language)


def class_title(of: Definition, code: str, language: str) -> str:
    """The title of a class in the language."""
    titles = {one.code: one.title for one in of.classes}
    title = titles.get(code, {"en": code})
    return title.get(language) or title.get("en", code)


def since(episode: Episode | None) -> str:
    """The beginning as EDTF: a day, a span of days, or open."""
    if episode is None:
        return ""
    first, last = episode.begin.first, episode.begin.last
    if first == last:
        return first.isoformat() if first else ""
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def expected(episode: Episode | None) -> str:
    """The expected end: a day or two candidates."""
    return " / ".join(day.isoformat() for day in episode.expected_ends) if episode else ""


def independent(claim_ids: Sequence[str], roots: Callable[[str], str]) -> int:
    """How many independent documents stand behind the claims; reprints add none."""
    return len({roots(one) for one in claim_ids})


def member_row(member: Member, of: Definition, chronicled: Chronicle, language: str) -> dict[str, Any]:
    """One line of a list, for a table or a program."""
    episode = member.fit.episode
    roots = chronicled.lives.roots(member.person_id)
    return {
        "id": member.person_id,
        "person": member.name,
        "class": member.fit.code,
        "state": class_title(of, member.fit.code, language),
        "since": since(episode),
        "confirmed": episode.confirmed.isoformat() if episode and episode.confirmed else "",
        "expected_end": expected(episode),
        "articles": list(episode.articles) if episode else [],
        "sure": member.sure,
        "why": member.fit.why if not member.sure else "holds",
        "reason": reason(member, language),
        "sources": independent(member.fit.because, lambda one: roots.get(one, one)),
        "unreviewed": sum(one in chronicled.unreviewed for one in member.fit.because),
        "because": list(member.fit.because),
        **({"decided": list(member.fit.decided)} if member.fit.decided else {}),
    }


def tally_json(found: Tally) -> dict[str, Any]:
    """The tally in the flat form that other programs rely on."""
    return {
        "definition": found.definition,
        "version": found.version,
        "as_of": found.as_of.isoformat(),
        "known_at": found.known_at,
        "basis": found.basis,
        "unit": found.unit,
        "at_least": found.at_least,
        "at_most": found.at_most,
        "parts": {
            code: {"at_least": part.at_least, "at_most": part.at_most, "because": list(part.because)}
            for code, part in found.parts.items()
        },
        "because": list(found.because),
        **({"decided": list(found.decided)} if found.bound else {}),
    }


def evidence_json(found: Evidence) -> dict[str, Any]:
    """One claim with its passage, for a program."""
    claim, passage, document = found.claim, found.passage, found.document
    return {
        "claim": claim.id,
        "act": claim.act,
        "date": claim.date,
        "status_as_of": claim.status_as_of,
        "outcome": claim.outcome,
        "articles": list(claim.articles),
        "certainty": claim.certainty,
        "reported_by": claim.reported_by,
        "quote": passage.quote if passage else None,
        "page": passage.page if passage else None,
        "locator": passage.locator if passage else None,
        "document": document.id if document else None,
        "file": document.file_name if document else None,
        "title": document.title if document else None,
        "document_date": document.date if document else None,
        "source": found.source.name if found.source and not found.source.protected else None,
        "reprint": found.reprint,
        "reviewed": found.reviewed,
        "reader": claim.reader,
    }


def evidence_lines(found: Evidence, language: str) -> list[str]:
    """One claim with its passage, for the eye."""
    claim, passage, document = found.claim, found.passage, found.document
    what = " · ".join(
        filter(
            None,
            [
                label("acts", claim.act, language),
                claim.date or claim.status_as_of,
                "; ".join(claim.articles),
                outcome_words(claim.outcome, language),
                certainty_words(claim.certainty, language),
                say("says", language, who=claim.reported_by) if claim.reported_by else None,
            ],
        )
    )
    quote = f"«{passage.quote}»" if passage and passage.quote else say("no_passage", language)
    where = _where(found, language)
    flags = [say("reviewed_yes" if found.reviewed else "reviewed_no", language)]
    if found.reprint:
        flags.append(say("reprint", language))
    return [
        f"  {claim.id}  {what}",
        f"      {quote}",
        f"      {where if document else ''}  [{', '.join(flags)}]",
    ]


def _where(found: Evidence, language: str) -> str:
    passage, document = found.passage, found.document
    source = found.source.name if found.source and not found.source.protected else None
    title = document and (document.title or document.file_name)
    within = _place(document.locator, language) if document and document.locator else None
    page = say("page", language, n=passage.page) if passage and passage.page else None
    place = _place(passage.locator, language) if passage and passage.locator else None
    told = (source, title, within, document and document.date, page, place)
    return ", ".join(str(one) for one in told if one)


def _place(locator: str, language: str) -> str:
    """A place in a file in words, ``line 12``; a cell, a path or another's words stay as they are."""
    what, _, number = locator.partition(" ")
    return say(_PLACES[what], language, n=number) if what in _PLACES and number[:1].isdecimal() else locator
