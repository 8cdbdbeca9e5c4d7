"""What other judgements would change, told before anything is written."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tizim.claims import Claim
from tizim.cli.answers import Question, class_title, definition_named, told, upper
from tizim.cli.door import told_now
from tizim.cli.printing import echo, print_table
from tizim.cli.texts import say
from tizim.documents import Document
from tizim.identity import Contradiction, Judgement, Person, at_odds, mention_id
from tizim.ledger import Entry, in_force
from tizim.tallies import (
    Count,
    Definition,
    Foreseen,
    ListChange,
    Member,
    definition,
    documents_meant,
    foreseen,
    shipped,
)
from tizim.timelines import Chronicle

if TYPE_CHECKING:
    from tizim.wiring import Register

# In this order nothing points to a later entry, as in the order written; each kind comes by itself.
_KINDS = ("document", "claim", "review", "judgement", "withdrawal")
_CLASHES = {"through_others": "clash_through_others", "at_one_moment": "clash_at_one_moment"}


class Stock:
    """What stands in the register now: the entries that judgements rest on, and what they tell."""

    def __init__(self, register: "Register") -> None:
        self.register = register
        self.told: Chronicle = told_now(register)
        self.entries: tuple[Entry, ...] = in_force(
            entry for kind in _KINDS for entry in register.ledger.known_at(kinds=(kind,))
        )
        self.claims = {one.id: one for one in self.entries if isinstance(one, Claim)}
        self.documents = {one.id: one for one in self.entries if isinstance(one, Document)}
        self.judgements = [one for one in self.entries if isinstance(one, Judgement)]

    def claims_of(self, person: Person) -> tuple[Claim, ...]:
        """The claims about the person, in their order."""
        return tuple(self.claims[one] for one in person.claim_ids if one in self.claims)

    def file_of(self, document_id: str) -> str:
        """The file name of the document, or its id."""
        known = self.documents.get(document_id)
        return known.file_name if known else document_id

    def naming(self, document_id: str) -> str:
        """The file name, where no other document has the same; otherwise the id."""
        name = self.file_of(document_id)
        alike = sum(one.file_name == name for one in self.documents.values())
        return name if alike == 1 else document_id

    def mentions_in(self, ids: Collection[str]) -> dict[str, str]:
        """These mentions, each as it is written and where."""
        if not ids:
            return {}
        written = dict.fromkeys((one.document_id, one.person) for one in self.claims.values())
        found = {mention_id(document, name): (document, name) for document, name in written if name}
        return {one: f"{found[one][1]} — {self.file_of(found[one][0])}" for one in ids if one in found}


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would be if other judgements stood: who is who, and the lists on a day."""

    found: Foreseen
    as_of: date
    changes: tuple[ListChange, ...]
    unchanged: tuple[Definition, ...]
    judgements: Mapping[str, Judgement]
    mentions: Mapping[str, str]
    persons: tuple[int, int]

    def named(self, person_id: str) -> str:
        """The name of a person of now, with the id."""
        names = {one.id: one.name for one in self.found.before}
        return f"{names.get(person_id, '')} ({person_id})"


def prospect(
    stock: Stock, judgements: Sequence[Judgement], *, as_of: date, own: Iterable[str] = ()
) -> Prospect:
    """What would be if these judgements stood; ``own`` are definitions beside those that ship."""
    found = foreseen(stock.entries, stock.told, judgements)
    wanted = [*map(definition, shipped()), *map(definition_named, own)]
    changes = [(of, _change(stock, found, of, as_of)) for of in wanted]
    persons = len(stock.told.lives)
    return Prospect(
        found=found,
        as_of=as_of,
        changes=tuple(one for _, one in changes if one),
        unchanged=tuple(of for of, one in changes if one is None),
        judgements={one.id: one for one in (*stock.judgements, *judgements)},
        mentions=_mentions(stock, found),
        persons=(persons, persons + len(found.after) - len(found.before)),
    )


def _change(stock: Stock, found: Foreseen, of: Definition, as_of: date) -> ListChange | None:
    if not (of.documents or of.sources):
        return found.change(of, stock.told, as_of=as_of)
    meant = documents_meant(of, stock.register.ledger.known_at(kinds=("document", "source")))
    whole = told(stock.register, Question(as_of, None, False), of)
    return found.change(of, whole, as_of=as_of, documents=meant)


def _mentions(stock: Stock, found: Foreseen) -> dict[str, str]:
    """The mentions of all persons concerned, each as it is written and where."""
    claims = [one for person in found.before for one in stock.claims_of(person)]
    written = dict.fromkeys((one.document_id, one.person or "") for one in claims)
    return {mention_id(*one): f"{one[1]} — {stock.file_of(one[0])}" for one in written}


def print_prospect(one: Prospect, language: str) -> None:
    """All that would change, for the eye."""
    effect = one.found.effect
    for group in effect.joined:
        echo(f"{say('would_be_one', language)}: {'; '.join(map(one.named, group))}")
    for person, parts in effect.parted:
        echo(f"{say('would_part', language, n=len(parts))}: {one.named(person)}")
        for part in parts:
            echo(f"   · {'; '.join(one.mentions.get(mention, mention) for mention in part)}")
    if not (effect.joined or effect.parted):
        echo(say("same_persons", language))
    for key, clashes in (("would_clash", effect.contradictions), ("would_settle", effect.settled)):
        for clash in clashes:
            print_clash(say(key, language), clash, one.judgements, one.mentions, language)
    if effect.doubts_before != effect.doubts_after:
        counts = {"before": effect.doubts_before, "after": effect.doubts_after}
        echo(say("doubts_become", language, **counts))
    _print_lists(one, language)


def print_clash(
    title: str,
    clash: Contradiction,
    judgements: Mapping[str, Judgement],
    mentions: Mapping[str, str],
    language: str,
) -> None:
    """Judgements that cannot all be right: which, of whom, by whom, when."""
    echo(f"! {title}: {say(_CLASHES.get(clash.what, clash.what), language)}")
    shown = dict.fromkeys(one for chain in at_odds(clash, judgements.values()) for one in chain)
    for known in shown:
        echo(f"   {judgement_line(known, mentions, language)}")
    more = sum(known in judgements for known in clash.judgement_ids) - len(shown)
    if more:
        echo(f"   {say('and_joined', language, n=more)}")


def judgement_line(judgement: Judgement, mentions: Mapping[str, str], language: str) -> str:
    """One judgement with both names, verdict, writer, moment and reason."""
    sides = " | ".join(mentions.get(side, side) for side in judgement.pair)
    who = (
        [judgement.recorded_by, judgement.recorded_at[:10]]
        if judgement.recorded_by
        else [say("this_one", language)]
    )
    reason = [f"«{judgement.reason}»"] if judgement.reason else []
    return ", ".join([f"{judgement.id}  {say(judgement.verdict, language)}: {sides}", *who, *reason])


def _print_lists(one: Prospect, language: str) -> None:
    echo()
    echo(say("lists_on", language, day=one.as_of.isoformat()))
    rows = [row for each in one.changes for row in _row(each, language)]
    if rows:
        print_table(rows, [say(key, language) for key in ("list_name", "at_least", "at_most")])
    for each in one.changes:
        for line in _moves(each, language):
            echo(line)
    if one.unchanged:
        echo(f"{say('unchanged', language)}: {', '.join(of.name for of in one.unchanged)}")


def _title(of: Definition, language: str) -> str:
    return f"{of.name}: {of.title.get(language) or of.title.get('en', of.name)}"


def _row(change: ListChange, language: str) -> Iterator[list[str]]:
    """The bounds of a list before and after, where they change."""
    before, after = change.before, change.after
    if before and after:
        bounds = ((before.at_least, after.at_least), (before.at_most, after.at_most))
        yield [_title(change.definition, language), *(_both(one, other, language) for one, other in bounds)]


def _both(before: int | None, after: int | None, language: str) -> str:
    return (
        upper(before, language)
        if before == after
        else f"{upper(before, language)} → {upper(after, language)}"
    )


def _moves(change: ListChange, language: str) -> Iterator[str]:
    of = change.definition
    for one in change.entering:
        yield f"  + {of.name}: {say('would_enter', language)}: {_member(one, of, language)}"
    for gone in change.leaving:
        as_whom = gone.counted_as
        why = f" — {say('counted_as', language, name=as_whom.name, id=as_whom.person_id)}" if as_whom else ""
        yield f"  − {of.name}: {say('would_leave', language)}: {_member(gone.member, of, language)}{why}"
    for before, after in change.altered:
        yield f"  ~ {of.name}: {_member(before, of, language)} → {_standing(after, of, language)}"


def _member(member: Member, of: Definition, language: str) -> str:
    return f"{member.name} ({member.person_id}), {_standing(member, of, language)}"


def _standing(member: Member, of: Definition, language: str) -> str:
    sure = say("holds" if member.sure else "perhaps", language)
    return f"{class_title(of, member.fit.code, language)}, {sure}"


def prospect_json(one: Prospect) -> dict[str, Any]:
    """All that would change, for a program."""
    effect = one.found.effect
    return {
        "joined": [list(group) for group in effect.joined],
        "parted": [
            {"person": person, "into": [list(part) for part in parts]} for person, parts in effect.parted
        ],
        "contradictions": [clash_row(clash, one.judgements) for clash in effect.contradictions],
        "settled": [clash_row(clash, one.judgements) for clash in effect.settled],
        "doubts": {"before": effect.doubts_before, "after": effect.doubts_after},
        "persons": {"before": one.persons[0], "after": one.persons[1]},
        "as_of": one.as_of.isoformat(),
        "basis": one.found.basis,
        "lists": [_list_row(each) for each in one.changes],
        "unchanged": [of.name for of in one.unchanged],
    }


def clash_row(clash: Contradiction, judgements: Mapping[str, Judgement]) -> dict[str, Any]:
    """Judgements that cannot all be right, for a program."""
    known = [judgements[each] for each in clash.judgement_ids if each in judgements]
    return {"what": clash.what, "judgements": [judgement_row(each) for each in known]}


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """One judgement for a program; one that is not written yet has no moment and no writer."""
    written = bool(judgement.recorded_by)
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "recorded_at": judgement.recorded_at if written else None,
        "recorded_by": judgement.recorded_by or None,
    }


def _list_row(change: ListChange) -> dict[str, Any]:
    return {
        "definition": change.definition.name,
        "version": change.definition.version,
        "unit": change.definition.counting_unit,
        "before": _count_row(change.before),
        "after": _count_row(change.after),
        "entering": [_member_row(one) for one in change.entering],
        "leaving": [
            {**_member_row(one.member), "counted_as": one.counted_as.person_id if one.counted_as else None}
            for one in change.leaving
        ],
        "altered": [
            {"before": _member_row(one), "after": _member_row(other)} for one, other in change.altered
        ],
    }


def _count_row(count: Count | None) -> dict[str, Any] | None:
    if count is None:
        return None
    parts = {code: {"at_least": low, "at_most": high} for code, (low, high) in count.parts.items()}
    return {"at_least": count.at_least, "at_most": count.at_most, "parts": parts}


def _member_row(member: Member) -> dict[str, Any]:
    return {
        "id": member.person_id,
        "person": member.name,
        "class": member.fit.code,
        "sure": member.sure,
        "why": member.fit.why,
    }
