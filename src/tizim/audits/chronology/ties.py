"""What ties two tellings, by tense, order, paper, ground: the first is no later than the other."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.checks.lives import person_at
from tizim.audits.chronology.apart import tellings
from tizim.audits.chronology.clauses import Clause
from tizim.audits.chronology.stages import events_of, meant
from tizim.audits.draft import Draft
from tizim.audits.patterns import group, pattern, words
from tizim.documents import Span

Pair = tuple[Clause, Clause]
_OPENING = 24  # how far from the beginning of its clause the word that ties it to the one before may stand
_OF_TIME = re.compile(
    r"(?:\d|days?|weeks?|months?|years?|дн\w+|недел\w+|месяц\w*|лет|год\w*|күн|апта|ай|жыл)\s*$"
)
_OTHER_CLAUSE = re.compile(
    r"[,;:]|\b(?:that|who|whom|whose|which|where|when|because|after|and|но|и|что|котор\w+)\b"
)
_BACK = 2  # sentences that a tense may look back


def by_order_said(draft: Draft) -> Iterator[Pair]:
    """ "She was let go on 9 May. Then, on 4 May, …"; "before that, on 12 May"."""
    for one, other in pairwise(tellings(draft)):
        near = other.sentence - one.sentence <= 1 and _together(draft, one, other)
        if not (near and one.day.day and other.day.day and not other.spanned):
            continue
        if _opens(draft, other, "then_told"):
            yield one, other
        if _opens(draft, other, "before_told"):
            yield other, one


def _opens(draft: Draft, clause: Clause, key: str) -> bool:
    """Whether one of the words opens a clause, with no length of time before it."""
    start = clause.at.start
    for hit in draft.found(key, within=Span(start, min(clause.at.end, clause.day.start))):
        alone = not _OF_TIME.search(draft.text[start : hit.start()])
        if hit.start() - start <= _OPENING and alone:
            return True
    return False


def by_tense(draft: Draft) -> Iterator[Pair]:
    """ "It was deleted on 5 December. It had been published on 19 January": what had been is no later."""
    told = tellings(draft)
    for place, clause in enumerate(told):
        if clause.spanned or not _anterior(draft, clause):
            continue
        for before in reversed(told[:place]):
            if clause.sentence - before.sentence > _BACK or not _together(draft, before, clause):
                break
            if not _anterior(draft, before) and not before.spanned:
                if _past(draft, before):
                    yield clause, before
                break


def _anterior(draft: Draft, clause: Clause) -> bool:
    """Whether what a clause tells of its day lies before the time of which the text speaks."""
    known = clause.day.day or clause.day.own_year
    if not known or clause.day.form == "apart" or draft.says("not_anterior", within=clause.at):
        return False
    between = (_between(draft, hit, clause) for hit in draft.found("anterior", within=clause.at))
    return any(not _OTHER_CLAUSE.search(one) for one in between)


def _past(draft: Draft, clause: Clause) -> bool:
    """Whether a clause is told in the plain past, in a language that tells it from the other one."""
    known = words(draft.language(clause.at.start), "plain_past")
    return not known or draft.says("plain_past", within=clause.at)


def by_what_it_rests_on(draft: Draft) -> Iterator[Pair]:
    """ "Refused on 2 May, relying on the interview"; "the warrant on which it rests was issued on …"."""
    told = tellings(draft)
    for place, clause in enumerate(told):
        for hit in draft.found("rests_on", within=clause.at):
            ground = meant(draft, told, group(hit, "noun") or "", clause.at)
            if ground and not ground.spanned:
                yield ground, clause
        before = told[place - 1] if place else None
        near = before and _together(draft, before, clause) and clause.sentence - before.sentence <= 1
        if before and near and draft.says("rested_on", within=clause.at):
            yield clause, before


def by_reference(draft: Draft) -> Iterator[Pair]:
    """ "After our letter, on 8 May, …": what a clause says it came after, or before."""
    told = tellings(draft)
    for clause in told:
        if clause.spanned or clause.day.form == "apart":
            continue
        for key in ("after_what", "before_what"):
            for hit in draft.found(key, within=clause.at):
                other = meant(draft, told, group(hit, "noun") or "", clause.at)
                if other is None or other.spanned or not _together(draft, other, clause):
                    continue
                if not _OTHER_CLAUSE.search(_between(draft, hit, clause).lstrip(" ,")):
                    yield (other, clause) if key == "after_what" else (clause, other)


def _between(draft: Draft, hit: re.Match[str], clause: Clause) -> str:
    """What stands between some words and the day of their clause."""
    return draft.text[min(hit.end(), clause.day.end) : max(hit.start(), clause.day.start)]


def by_death(draft: Draft) -> Iterator[Pair]:
    """ "He died at the end of April. … In August Berik brought her warm things"."""
    told = tellings(draft)
    for event in events_of(draft):
        if event.stage != "died" or event.after:
            continue
        who = event.people or {person_at(draft, event.clause.at.start)} - {None}
        for clause in told if len(who) == 1 else ():
            mentions = draft.mentions_in(clause.at)
            acts = mentions and mentions[0].person in who and _acts(draft, mentions[0].end, clause)
            if acts and not draft.says("after_death", within=draft.sentences[clause.sentence]):
                yield clause, event.clause


def _acts(draft: Draft, at: int, clause: Clause) -> bool:
    """Whether whoever is named right before a place is told to have done something."""
    acts = pattern(draft.language(at), "does_something")
    return acts.match(draft.text, at, clause.at.end) is not None


def by_paper(draft: Draft) -> Iterator[Pair]:
    """ "Searched on 2 July, with a warrant signed on 5 July": a paper comes before its deed."""
    told = tellings(draft)
    for one, other in pairwise(told):
        sentence = draft.sentences[other.sentence]
        for hit in draft.found("done_with", within=sentence):
            own = one.sentence == other.sentence and one.day.end <= hit.start() < other.day.start
            taken_up = other.sentence - one.sentence == 1 and hit.end() <= other.day.start + 1
            if _together(draft, one, other) and (own or (taken_up and hit.start() <= other.at.end)):
                yield other, one


def by_deed(draft: Draft) -> Iterator[Pair]:
    """ "Questioned on 6 November. The summons to the questioning was brought on 9 November"."""
    told = tellings(draft)
    for clause in told:
        for hit in draft.found("record_of", within=clause.at):
            deed = meant(draft, told, group(hit, "noun") or "", clause.at)
            if deed and _together(draft, deed, clause) and not draft.says("record_of", within=deed.at):
                yield deed, clause
        for hit in draft.found("paper_of", within=clause.at):
            deed = meant(draft, told, group(hit, "noun") or "", clause.at)
            apart = draft.says("paper_of", within=deed.at) if deed else True
            if apart or deed is None or not _together(draft, deed, clause):
                continue
            if not deed.spanned and not draft.says("thing_over", within=clause.at):
                yield clause, deed


def _together(draft: Draft, one: Clause, other: Clause) -> bool:
    return draft.paragraph(one.at.start) == draft.paragraph(other.at.start)
