"""Organisations that a court bans or that are refused an assembly."""

from tizim.reading.events import Event
from tizim.reading.marks import Sentence
from tizim.reading.names import Run
from tizim.reading.words import set_of

_ACTS = {"organisation_ban", "assembly_refusal"}
_STATES = frozenset({"extremist", "an extremist organisation", "an extremist organization", "as extremist",
                     "as an extremist organisation", "as an extremist organization"})  # fmt: skip


def organisation_names(sentence: Sentence, runs: list[Run], text: str) -> list[tuple[int, int, str]]:
    """The names of organisations in a sentence: tokens, and the name with its acronym in brackets."""
    out: list[tuple[int, int, str]] = []
    for run in sorted(runs, key=lambda run: run.first):
        if sentence.any_at(("months", "weekdays", "place", "title"), run.first) and run.last - run.first == 1:
            continue
        first, last = run.first, _with_acronym(sentence, run.last)
        if out and out[-1][1] >= first - 1 and sentence.lower(first - 1) == "of":
            first = out.pop()[0]
        if out and first < out[-1][1]:
            continue
        name = text[sentence.tokens[first].start : sentence.tokens[last - 1].end]
        if sentence.lower(last - 1) in set_of("en", "grammar", "named_places"):
            continue
        if len(name) > 2 and name.lower() not in ("the", "criminal code"):
            out.append((first, last, name))
    return out


def _with_acronym(sentence: Sentence, last: int) -> int:
    while (
        sentence.lower(last) in ("of", "for")
        and last + 1 < len(sentence.tokens)
        and sentence.tokens[last + 1].capital
    ):
        last += 2
    if (
        sentence.lower(last) == "("
        and sentence.lower(last + 2) == ")"
        and sentence.tokens[last + 1].text.isupper()
    ):
        return last + 3
    return last


_OUTCOMES = {
    "liquidated": "closed_down",
    "dissolved": "closed_down",
    "closed": "closed_down",
    "shut": "closed_down",
    "lost": "closed_down",
    "suspended": "activities_suspended",
}
_BANNING = {
    "banned",
    "outlawed",
    "liquidated",
    "dissolved",
    "designated",
    "closed",
    "suspended",
    "recognised",
    "recognized",
    "declared",
    "shut",
    "labelled",
    "labeled",
    "deregistered",
    "lost",
}
_REACH, _FAR = 3, 6


def organisation_events(sentence: Sentence, names: list[tuple[int, int, str]]) -> list[tuple[Event, str]]:
    """Bans of organisations: "designated X an extremist organisation", "X was banned"."""
    out: list[tuple[Event, str]] = []
    if not names or _BANNING.isdisjoint(sentence.bag):
        return out
    for at, token in enumerate(sentence.tokens):
        if (
            token.lower not in _BANNING
            or sentence.at("modals", at - 1)
            or (sentence.at("be", at - 1) and sentence.any_at(("modals", "negations"), at - 2))
            or sentence.lower(at - 1) in ("the", "a", "of", "to")
            or (token.lower == "banned" and sentence.lower(at + 1) in ("from", "for"))
        ):
            continue
        found = _banned(sentence, at, names)
        if found is not None:
            outcome = _outcome(sentence, at)
            out.append(
                (Event("organisation_ban", at, at + 1, None, "verbs", outcome=outcome, start=at), found)
            )
            break
    return out


def _outcome(sentence: Sentence, at: int) -> str:
    if any("extremist" in word for word in sentence.lowers[at : at + 14]):
        return "declared_extremist"
    return _OUTCOMES.get(sentence.lower(at), "ban")


def _banned(sentence: Sentence, at: int, names: list[tuple[int, int, str]]) -> str | None:
    extremist = any("extremist" in token.lower for token in sentence.tokens)
    if sentence.lower(at) == "lost":
        before = [name for _, last, name in names if 0 <= at - last <= 1]
        return before[-1] if before and "registration" in sentence.lowers[at : at + 5] else None
    plain = sentence.lower(at) in ("banned", "outlawed", "liquidated", "dissolved", "deregistered", "closed")
    if not (extremist or plain):
        return None
    if sentence.at("be", at - 1) is not None or _which(sentence, at):
        before = [name for first, last, name in names if last <= at - 1 and at - last <= _FAR + 2]
        return before[-1] if before else None
    following = sentence.lower(at + 1)
    named = (
        following in ("the", "down", '"', "“", "«")
        or sentence.tokens[min(at + 1, len(sentence.tokens) - 1)].capital
    )
    reach = _FAR if extremist else _REACH
    after = [
        name
        for first, _, name in names
        if 1 <= first - at <= reach and sentence.lower(first) not in set_of("en", "grammar", "law_words")
    ]
    return after[0] if after and named else None


def _which(sentence: Sentence, at: int) -> bool:
    """Of "the movement X, which a court had declared extremist": X stands before."""
    return "which" in sentence.lowers[max(0, at - _FAR) : at] and sentence.lower(at + 1) != "the"
