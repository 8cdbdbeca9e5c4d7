"""Rows of people behind what announces them, members of a group, and the first and the last of a row."""

from collections.abc import Callable, Iterable

from tizim.reading.drafts import Draft, changed
from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.verb_last import attends
from tizim.reading.inflected.who import MEMBER, Who

_LED = frozenset({"–", "—", ":"})
_QUOTES = frozenset({"«", "“", "„", '"'})
_ASIDE, _REACH = 14, 2
_TOLD_OF_ALL = frozenset({"sentence", "other", "appeal", "trial"})


def listed(told: Told, event: Event) -> Who | None:
    """The people behind a colon whom a verb or participle announces ("ақталғандар: X, Y")."""
    sentence = told.sentence
    at, depth = event.last, 0
    while at < min(len(sentence.tokens), event.last + _ASIDE):
        text = sentence.tokens[at].text
        depth += (text == "(") - (text == ")")
        if text == ":" and not depth:
            row = next((who for who in told.whos if who.kind == "person" and who.head == at + 1), None)
            return None if row is None or _has_own_verdict(told, event, row) else row
        if not depth and text != ")" and not attends(sentence, at) and not sentence.is_at("victims", at):
            return None
        at += 1
    return None


def heading_of(told: Told, before: int) -> tuple[Who | None, str]:
    """Whom a line of a list is about, or a sentence that opens with a name and a dash."""
    sentence = told.sentence
    first = next((who for who in told.whos if not who.owner), None)
    if first is None or first.kind != "person" or "nom" not in first.cases or first.last > before:
        return None, ""
    led = not any(sentence.tokens[at].kind == "word" for at in range(first.head))
    marks = _LED | {",", "("} if sentence.span.item else _LED
    others = any(who is not first and who.last <= before and who.kind == "person" for who in told.whos)
    headed = led and not others and sentence.lower(first.last) in marks and not _speaks(sentence, first.last)
    return (first, "head of the line") if headed else (None, "")


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether a colon with quotation marks behind it stands at a token: whoever is named before it speaks."""
    return sentence.lower(at) == ":" and sentence.lower(at + 1) in _QUOTES


def _has_own_verdict(told: Told, event: Event, row: Who) -> bool:
    """Whether a verb behind the row tells each one's penalty ("five were convicted: X got two years")."""
    clause = told.clauses.clause(row.head)
    return event.act in ("sentence", "conviction") and clause.predicate


def members(sentence: Sentence, whos: list[Who], row: Iterable[int]) -> None:
    """Makes "the first", "the second" and "the last" the people of the row that was named before them."""
    for who in whos:
        mark = sentence.at("members", who.first) if who.kind == MEMBER else None
        if mark is None:
            continue
        before = [one.people for one in whos if one.last <= who.first and len(one.people) > 1]
        people = list(before[-1] if before else row)
        place = int(mark.value)
        if len(people) > 1 and -len(people) <= place <= len(people):
            who.kind, who.people = "person", [people[place - 1 if place > 0 else place]]


def members_named(scene: Scene, drafts: list[Draft], aside: Callable[[int], bool]) -> list[tuple[int, Draft]]:
    """What happened to a group, told of those whom the next sentence names as part of it; with the place of
    the draft of the group."""
    sentence = scene.told.sentence
    people = [who for who in scene.told.whos if who.kind == "person" and "nom" in who.cases and not who.owner]
    if not _names_members(scene) or any(draft.sentence == scene.number for draft in drafts):
        people = _counted_members(scene) if scene.told.verb_last else []
    if not people:
        return []
    before = [
        (at, draft)
        for at, draft in enumerate(drafts)
        if draft.group is not None
        and (scene.told.verb_last or not draft.figure)
        and 0 < scene.number - draft.sentence <= _REACH
    ]
    last = max((draft.sentence for _, draft in before), default=-1)
    return [
        (at, changed(draft, person=number, group=None, sentence=scene.number, start=start, end=end))
        for at, draft in before
        if draft.sentence == last and draft.act not in _TOLD_OF_ALL
        for who in people
        for start, end in [sentence.said(who.first, who.last)]
        for number in who.people
        if not aside(number)
    ]


def _counted_members(scene: Scene) -> list[Who]:
    """The people named right behind how many of a group they are ("two of them, X and Y, …")."""
    sentence, whos = scene.told.sentence, scene.told.whos
    part = next((who for who in whos if who.definite and who.group is not None), None)
    if part is None or part.group is None or sentence.lower(part.last) not in (",", "–", "—", "(", ":"):
        return []
    if part.head > 1 or sentence.at("of_them", 0) is None:
        return []
    named = [who for who in whos if who.kind == "person" and who.head == part.last + 1]
    return named if sum(len(who.people) for who in named) == part.group.low else []


def _names_members(scene: Scene) -> bool:
    """Whether a sentence names people as part of a group spoken of before."""
    sentence = scene.told.sentence
    if scene.told.events:
        return False
    of_them = any(
        sentence.ends_at("pronouns", mark.first) is not None or mark.first == 0 or mark.last - mark.first > 1
        for mark in sentence.of("including")
    )
    if not scene.told.verb_last:
        return of_them
    counted = any(who.definite and who.first <= 1 for who in scene.told.whos)
    said = sentence.at("pronouns", 0)
    they = said is not None and said.value == "they" and sentence.lower(said.last) in ("–", "—", ":")
    return of_them or they or (counted and any(token.text == ":" for token in sentence.tokens))
