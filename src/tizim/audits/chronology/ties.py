"""What ties two tellings, by tense, order, paper, ground: the first is no later than the other."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tizim.audits.checks.lives import person_at
from tizim.audits.chronology.apart import tellings
from tizim.audits.chronology.clauses import Clause
from tizim.audits.chronology.stages import events_of, meant
from tizim.audits.draft import Draft
from tizim.audits.patterns import compiled, group, pattern, words
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
        for key in ("came_after", "came_before"):
            for hit in draft.found(key, within=clause.at):
                other = meant(draft, told, group(hit, "noun") or "", clause.at)
                if other is None or other.spanned or not _together(draft, other, clause):
                    continue
                if not _OTHER_CLAUSE.search(_between(draft, hit, clause).lstrip(" ,")):
                    yield (other, clause) if key == "came_after" else (clause, other)


def _between(draft: Draft, hit: re.Match[str], clause: Clause) -> str:
    """What stands between some words and the day of their clause."""
    return draft.text[min(hit.end(), clause.day.end) : max(hit.start(), clause.day.start)]


def by_learning(draft: Draft) -> Iterator[Pair]:
    """ "The court ruled on 14 August. We learned of its ruling on 9 August"."""
    told = tellings(draft)
    for before, clause in pairwise(told):
        for hit in draft.found("learnt", within=clause.at):
            noun = group(hit, "noun")
            known = meant(draft, told, noun, clause.at) if noun else None
            near = clause.sentence - before.sentence <= _BACK and _together(draft, before, clause)
            known = known or (before if near else None)
            if known and not known.spanned and _together(draft, known, clause):
                yield known, clause


def by_lateness(draft: Draft) -> Iterator[Pair]:
    """ "Taken on 11 November. Only on 10 November was he given water": what is said to be late is later."""
    for before, clause in pairwise(tellings(draft)):
        late = draft.found("only_on", within=Span(clause.at.start, clause.day.start))
        near = clause.sentence - before.sentence <= _BACK and _together(draft, before, clause)
        if late and near and clause.day.start - late[-1].end() <= 1 and not _anterior(draft, clause):
            yield before, clause


def by_conjunction(draft: Draft) -> Iterator[Pair]:
    """ "It did so on 7 November, after an interview that took place on 21 November"."""
    for one, other in pairwise(tellings(draft)):
        if one.sentence != other.sentence or one.spanned or other.spanned:
            continue
        language, between = draft.language(other.at.start), draft.text[one.day.end : other.at.start]
        opening = draft.text[other.at.start : min(other.day.start, other.at.start + _OPENING)].split(",")[0]
        for key, turned in (("clause_after", True), ("clause_before", False), ("clause_then", False)):
            words_of = pattern(language, key)
            opens = words_of.search(between) or words_of.search(
                opening.split(",")[0][:_OPENING].rstrip() + " "
            )
            if opens:
                yield (other, one) if turned else (one, other)


def by_pairs_of_verbs(draft: Draft) -> Iterator[Pair]:
    """ "He was admitted there on 6 May and discharged on 2 May"."""
    for one, other in pairwise(tellings(draft)):
        if (
            other.sentence - one.sentence > 1
            or one.spanned
            or other.spanned
            or not _together(draft, one, other)
        ):
            continue
        at_once = one.sentence == other.sentence
        for first, then in _undone(draft.language(other.at.start), at_once=at_once):
            ways = ((one, other), (other, one))
            for a, b in ways:
                again = any(_again(draft, one) for one in (a, b)) and a.sentence != b.sentence
                if not again and _only(draft, a, first, then) and _only(draft, b, then, first):
                    yield a, b


def _only(draft: Draft, clause: Clause, said: re.Pattern[str], unsaid: re.Pattern[str]) -> bool:
    """Whether a clause says the one and not the other."""
    found, other = (one.search(draft.text, clause.at.start, clause.at.end) for one in (said, unsaid))
    return found is not None and other is None


def _again(draft: Draft, clause: Clause) -> bool:
    """Whether a sentence says that something was done once more."""
    return draft.says("thread_again", within=draft.sentences[clause.sentence])


@cache
def _undone(language: str, *, at_once: bool) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of verbs of which the second undoes or follows the first; more of them within one sentence."""
    keys = ("undone", "undone_at_once") if at_once else ("undone",)
    pairs = (pair for key in keys for pair in words(language, key).values())
    return tuple((compiled(first), compiled(then)) for first, then in pairs)


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
