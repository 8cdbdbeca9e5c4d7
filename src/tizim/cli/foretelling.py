"""What other judgements would change, told on the screen and for programs before anything is written."""

from collections.abc import Iterator, Mapping
from typing import Any

from tizim.cli.answers import class_title, upper
from tizim.cli.printing import echo, print_table
from tizim.cli.prospects import Prospect
from tizim.cli.texts import say
from tizim.identity import Contradiction, Judgement, at_odds
from tizim.tallies import Count, Definition, ListChange, Member
from tizim.vocab import label

_MOST_MOVES = 20
_CLASHES = {"through_others": "clash_through_others", "at_one_moment": "clash_at_one_moment"}


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
    moves = [line for each in one.changes for line in _moves(each, language)]
    for line in moves[:_MOST_MOVES]:
        echo(line)
    if len(moves) > _MOST_MOVES:
        echo(f"  … {say('more_moves', language, n=len(moves) - _MOST_MOVES)}")
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
    sure = label("reasons", "holds", language) if member.sure else say("perhaps", language)
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
