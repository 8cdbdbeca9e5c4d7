"""A list put together for publication: told from usable documents alone, in the fields that may leave."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tizim.assessments import Determination, Recognition
from tizim.claims import Basis, Claim, day_of_act
from tizim.documents import Document, Passage, Source
from tizim.identity import Person, ToldBy
from tizim.ledger import Entry
from tizim.publications.allowed import allowed, decided, usual
from tizim.publications.clearing import CITED, NAMED, WITHHELD, Cleared, Clearing
from tizim.publications.content import Act, Bounds, Cited, Content, Counted, Entered
from tizim.publications.criteria import told_set
from tizim.publications.guarded import guarded
from tizim.publications.officials import Officials, told_of
from tizim.publications.quotes import Veil, is_personal
from tizim.tallies import Definition, Member, Tally, tally
from tizim.timelines import Chronicle, Life, Whole, is_persecution, uncollected
from tizim.vocab import Days, place, vague_date


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be frozen: which definition, as of when, known when, on which basis, under which number."""

    of: Definition
    as_of: date
    known_at: str
    number: int
    basis: Basis = "reviewed"
    vocabulary: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """The content of an edition, with what only those who made it see.

    ``people`` are the ids of persons by their number on the list, ``cleared`` what may leave about each.
    """

    content: Content
    people: Mapping[int, str]
    cleared: Mapping[int, Cleared]


COMPOSING = 1_000
_TOLD = 700
Done = Callable[[int], None]
"""Is told how much of ``COMPOSING`` was done: ``_TOLD`` when all documents are told, the rest by people."""


def composed(entries: Iterable[Entry], asked: Asked, done: Done = lambda work: None) -> Composed:
    """The list by the definition, from the entries known at the moment."""
    known = tuple(entries)
    with uncollected():
        desk = laid_out(known, asked.basis)
        found = _found(known, desk, asked)[1]
        done(_TOLD)
        return desk.composed(found, asked, done)


@dataclass(frozen=True, slots=True)
class Listed:
    """The list behind an edition, told from usable documents, without those who are withheld."""

    of: Definition
    found: Tally
    told: Chronicle
    levels: Mapping[str, Cleared]
    hushed: frozenset[str]
    clearing: Clearing


def listed(entries: Iterable[Entry], asked: Asked) -> Listed:
    """The list before it is put into the words of an edition."""
    known = tuple(entries)
    desk = laid_out(known, asked.basis)
    return Listed(*_found(known, desk, asked), desk.told, desk.levels, desk.hushed, desk.clearing)


def _found(known: Sequence[Entry], desk: "Desk", asked: Asked) -> tuple[Definition, Tally]:
    """The definition with what was decided on usable grounds, and the count."""
    of = asked.of.bound_to(_decided(known, desk.clearing))
    return of, tally(of, desk.told, as_of=asked.as_of, known_at=asked.known_at)


def laid_out(known: Sequence[Entry], basis: Basis) -> "Desk":
    """What may be told from the entries known at a moment, before anything is told."""
    by_id, clearing = {one.id: one for one in known}, Clearing(known)
    usable = clearing.usable()
    every = Whole.of(known, basis=basis)
    told, behind = every.within(usable)
    whole, levels = behind.whole, _levels(behind, clearing, by_id)
    hushed = _hushed(whole, levels)
    gone = {one for one, level in levels.items() if level.level == WITHHELD}
    if gone:
        hidden = frozenset(claim for one in gone for claim in whole[one].claim_ids)
        told, _ = every.within(usable, without=hidden)
        levels = {one: level for one, level in levels.items() if one not in gone}
    return Desk(clearing, told, by_id, levels, Officials(known, usable), hushed)


def _decided(known: Sequence[Entry], clearing: Clearing) -> list[Entry]:
    """The entries without decisions that rest on withheld documents alone."""
    usable = clearing.usable()
    shut = {one.id for one in known if isinstance(one, Passage) and one.document_id not in usable}
    return [one for one in known if not (cited := _passages_of(one)) or not shut.issuperset(cited)]


def _passages_of(one: Entry) -> tuple[str, ...]:
    if isinstance(one, Determination):
        return (*one.passages_for, *one.passages_against)
    return (one.passage_id,) if isinstance(one, Recognition) and one.passage_id else ()


def _hushed(whole: Mapping[str, Person], levels: Mapping[str, Cleared]) -> frozenset[str]:
    """The names that no quotation of any document may bear: a decision, or age, keeps them unnamed."""
    unnamed = {one for one, level in levels.items() if level.level != NAMED and level.why != "not_published"}
    return frozenset(name for one in unnamed for name in whole[one].names)


def _levels(behind: ToldBy, clearing: Clearing, by_id: Mapping[str, Entry]) -> dict[str, Cleared]:
    """What may leave about each person told of, by all that is known of them and of whom they may be."""
    everybody = behind.known
    found = {one.id: clearing.person(one, _claims(one.claim_ids, by_id)) for one in everybody.persons}
    levels = guarded(found, everybody.doubts, everybody.strays)
    return {told: levels[one] for one, told in behind.ids.items()}


def _claims(ids: Iterable[str], by_id: Mapping[str, Entry]) -> Sequence[Claim]:
    found = (by_id[one] for one in ids)
    return [one for one in found if isinstance(one, Claim)]


@dataclass
class Desk:
    """The entries by id, and the passages cited so far."""

    clearing: Clearing
    told: Chronicle
    by_id: Mapping[str, Entry]
    levels: Mapping[str, Cleared]
    officials: Officials
    hushed: frozenset[str] = frozenset()
    veils: dict[str, Veil] = field(default_factory=dict)
    cited: dict[str, int] = field(default_factory=dict)
    shelf: list[Cited] = field(default_factory=list)
    open_names: dict[str, set[str]] = field(default_factory=dict)
    shut_names: dict[str, set[str]] = field(default_factory=dict)

    def composed(self, found: Tally, asked: Asked, done: Done = lambda work: None) -> Composed:
        """What an edition says of the list."""
        self._gather_names()
        on_list = sorted(found.members, key=self._place)
        told = _in_step(on_list, COMPOSING - _TOLD, done)
        people = tuple(self._entered(number, one) for number, one in enumerate(told, 1))
        groups = tuple(
            Counted(one.code, one.at_least, one.at_most, self._passages(one.because)) for one in found.groups
        )
        of = asked.of
        content = Content(
            definition=of.name, version=of.version, title=_pairs(of.title), note=_pairs(of.note),
            classes=tuple((one.code, _pairs(one.title)) for one in of.classes),
            number=asked.number, as_of=asked.as_of.isoformat(), known_at=asked.known_at, basis=asked.basis,
            unit=found.unit, at_least=found.at_least, at_most=found.at_most,
            parts=tuple(Bounds(code, one.at_least, one.at_most) for code, one in found.parts.items()),
            people=people, groups=groups, passages=tuple(self.shelf),
            vocabulary=asked.vocabulary, program=asked.program, criteria=told_set(of),
        )  # fmt: skip
        return Composed(
            content,
            {number: one.person_id for number, one in enumerate(on_list, 1)},
            {number: self.levels[one.person_id] for number, one in enumerate(on_list, 1)},
        )

    def _place(self, one: Member) -> tuple[bool, str, str]:
        """Those who are named by their names; the others in an order that tells nothing of who they are."""
        named = self.levels[one.person_id].level == NAMED
        if not named:
            return True, f"{one.fit.code} {not one.sure}", _why(one)
        return False, one.name.casefold(), one.person_id

    def _gather_names(self) -> None:
        """The names that each document holds: those that may leave, and all others."""
        people = (
            life.person for life in self.told.lives.values() if self.levels[life.person.id].level == NAMED
        )
        named = {claim for person in people for claim in person.claim_ids}
        for entry in self.by_id.values():
            if isinstance(entry, Claim):
                names = self.open_names if entry.id in named else self.shut_names
                names.setdefault(entry.document_id, set()).update(_names(entry))
                self.shut_names.setdefault(entry.document_id, set()).update(_bystanders(entry))

    def _entered(self, number: int, one: Member) -> Entered:
        level, fit, episode = self.levels[one.person_id], one.fit, one.fit.episode
        bare = Entered(number, None, None, fit.code, one.sure, _why(one))
        if level.level != NAMED:
            return bare
        life = self.told.lives[one.person_id]
        return Entered(
            number=number, key=one.person_id, name=one.name, code=fit.code, sure=one.sure, why=_why(one),
            since=_span(episode.begin) if episode else None,
            expected_end=_day(episode.expected_ends[0]) if episode and episode.expected_ends else None,
            articles=tuple(episode.articles) if episode else (),
            acts=tuple(self._acts(life, level)), more=self._more(life, level), photo=level.photo,
        )  # fmt: skip

    def _acts(self, life: Life, level: Cleared) -> Iterable[Act]:
        claims = {claim.id: claim for claim in self._claims(life.person.claim_ids)}
        for mark in sorted(life.timeline.acts, key=lambda one: (one.days.first or date.max, one.claim_id)):
            yield self._act(claims[mark.claim_id], level)

    def _act(self, claim: Claim, level: Cleared) -> Act:
        return Act(
            act=claim.act, date=_told_day(claim), place=_place(claim.place),
            agency=self._veil(claim.document_id).over(claim.agency) if claim.agency else None,
            articles=claim.articles, outcome=claim.outcome, certainty=claim.certainty,
            **self._beside(claim, level),
        )  # fmt: skip

    def _beside(self, claim: Claim, level: Cleared) -> dict[str, Any]:
        """The passages of an act, and the fields that a decision lets out; the accused are heard too."""
        wanted, veil = sorted(level.fields & decided("act") - {"perpetrators"}), self._veil(claim.document_id)
        told = ((name, _text(claim, name)) for name in wanted)
        free = allowed()["free_text"]
        more = [(name, veil.quoted(text) if name in free else text) for name, text in told if text]
        cited = [claim.id]
        if "perpetrators" in level.fields:
            accused = [one for one in self.officials.accused(claim, reason=level.reasoned) if one.may_leave]
            more += told_of(accused, veil)
            cited += [favour.id for one in accused for favour in one.in_favour]
        return {"passages": self._passages(cited), "more": tuple(more)}

    def _more(self, life: Life, level: Cleared) -> tuple[tuple[str, str], ...]:
        claims = self._claims(life.person.claim_ids)
        wanted = sorted(level.fields & decided("person"))
        found = (
            (name, next((_text(one, name) for one in claims if _text(one, name)), "")) for name in wanted
        )
        return tuple(pair for pair in found if pair[1])

    def _passages(self, claim_ids: Iterable[str]) -> tuple[int, ...]:
        """The places of the passages behind these claims among all that the edition cites; each once."""
        found = (self._passage(claim) for claim in self._claims(claim_ids))
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def _passage(self, claim: Claim) -> int | None:
        if self.clearing.document(claim.document_id) != CITED:
            return None
        if claim.passage_id not in self.cited:
            self.cited[claim.passage_id] = len(self.shelf)
            self.shelf.append(self._cited(claim.passage_id, claim.document_id))
        return self.cited[claim.passage_id]

    def _cited(self, passage_id: str, document_id: str) -> Cited:
        passage, document = self.by_id.get(passage_id), self.by_id[document_id]
        assert isinstance(document, Document)
        source = self.by_id.get(document.source_id or "")
        told = {name: getattr(document, name) for name in usual("document")}
        veil = self._veil(document.id)
        told["title"] = veil.over(document.title) if document.title else None
        told["url"] = None if document.url and veil.lies_on(document.url) else document.url
        own = passage if isinstance(passage, Passage) else None
        return Cited(
            quote=veil.quoted(own.quote) if own and own.quote else None,
            page=own.page if own else None,
            locator=own.locator if own else None,
            source=source.name if isinstance(source, Source) and not source.protected else None,
            source_kind=source.source_kind if isinstance(source, Source) else None,
            **told,
        )

    def _veil(self, document_id: str) -> Veil:
        """What is taken out of that document's words: everybody whom it names and the edition may not."""
        if document_id not in self.veils:
            shut, kept = self.shut_names.get(document_id, set()), self.open_names.get(document_id, set())
            open_topics = self.clearing.fields_of(document_id)
            self.veils[document_id] = Veil(self.hushed | shut, frozenset(kept), open_topics)
        return self.veils[document_id]

    def _claims(self, ids: Iterable[str]) -> Sequence[Claim]:
        return _claims(ids, self.by_id)


def _in_step(members: Sequence[Member], work: int, done: Done) -> Iterator[Member]:
    """Each of them; when the next is asked for, its part of the work is done."""
    for number, one in enumerate(members, 1):
        yield one
        done(work * number // len(members) - work * (number - 1) // len(members))


def _why(one: Member) -> str:
    if one.stray:
        return "stray"
    return "identity" if one.doubted_identity else one.fit.why


def _told_day(claim: Claim) -> str | None:
    """The day of the act; what is told as a state on a day had begun by it, and did not happen on it."""
    day = day_of_act(claim)
    if day or not claim.status_as_of:
        return day
    begin = claim.status_as_of.partition("/")[0]
    return claim.status_as_of if begin in ("", "..") else f"../{begin}"


def _place(text: str | None) -> str | None:
    """The place, if it is one of the vocabulary: an address, or a house, is none."""
    return text if text and place(text) else None


def _names(claim: Claim) -> set[str]:
    """The names under which a claim's own passage and document speak of its person."""
    return {name for name in (claim.person, claim.mention) if name}


def _bystanders(claim: Claim) -> set[str]:
    """Whom the claim names beside its victim: officials, suspects, relatives, whoever said it."""
    found = {one[0] for one in claim.perpetrators if is_personal(one[0])}
    if claim.reported_by and is_personal(claim.reported_by):
        found.add(claim.reported_by)
    return found | (_names(claim) if claim.person and not is_persecution(claim) else set())


def _text(claim: Claim, name: str) -> str:
    value = getattr(claim, name, None)
    return "" if value is None else str(value)


def _pairs(said: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(said.items()))


def _span(days: Days) -> str | None:
    """The days on which something may have begun, as EDTF: a day, a whole month or year, else a span."""
    first, last = days.first, days.last
    if not first or not last:
        return f"{first or '..'}/{last or '..'}" if first or last else None
    for size in (10, 7, 4):
        shared = first.isoformat()[:size]
        whole = vague_date(shared).days
        if (whole.first, whole.last) == (first, last):
            return shared
    return f"{first}/{last}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
