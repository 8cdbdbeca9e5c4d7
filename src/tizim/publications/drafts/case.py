"""A case on paper: chronology, sources, who is involved, versions that compete, answers and silence."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from tizim.publications.content import Cited, tells
from tizim.publications.drafts.draft import Draft, Section, Sentence
from tizim.publications.drafts.period import Event, events_of
from tizim.publications.drafts.wording import Pen
from tizim.publications.facts import Fact, Facts, Request
from tizim.vocab import Days
from tizim.vocab import table as vocabulary

_IN_STATEMENT = 5
_ACCUSED = ("perpetrators", "convicted", "asked", "answered", "silent", "in_favour")
"""What a decision lets out of officials, who were asked for their part too."""


@dataclass(frozen=True, slots=True)
class Case:
    """The people whose case it is, by their keys, as known at a moment."""

    people: tuple[str, ...]
    known_at: str
    language: str


def dossier(told: Facts, of: Case) -> Draft:
    """The case file: all that cited documents tell of these people, each sentence with its passages."""
    pen, mine = Pen(of.language, told.passages), _mine(told, of)
    events = events_of(mine)
    cited = pen.cited(place for one in mine for place in one.act.passages)
    versions = _each_once((*_versions(pen, events), *_disputes(pen, told, of, mine)))
    sections = (
        Section(pen.say("chronology"), _chronology(pen, events, mine)),
        Section(pen.say("versions"), versions=versions),
        Section(pen.say("involved"), _involved(pen, mine)),
        Section(pen.say("responses"), _responses(pen, told, of)),
        Section(pen.say("sources"), tuple(Sentence(_source(pen, one), (one,)) for one in _documents(cited))),
        Section(pen.say("method"), (pen.method(cited), Sentence(pen.say("innocent")))),
    )
    shown = tuple(one for one in sections if one.sentences or one.versions)
    about = pen.say("draft", day=pen.words.day(of.known_at[:10]))
    return Draft(of.language, pen.say("dossier", who=_names(pen, mine)), about, shown)


def statement(told: Facts, of: Case) -> Draft:
    """A few sentences to be published: the last that befell these people, and what it rests on."""
    pen, mine = Pen(of.language, told.passages), _mine(told, of)
    names, last = _names(pen, mine), events_of(mine)[-_IN_STATEMENT:]
    cited = pen.cited(place for one in last for fact in one.facts for place in fact.act.passages)
    lines = tuple(pen.sentence([one]) for one in last) or (Sentence(pen.say("none_told")),)
    about = pen.say("draft", day=pen.words.day(of.known_at[:10]))
    begun = Section(pen.say("statement_begin", who=names), lines)
    return Draft(of.language, pen.say("statement", who=names), about, (begun, _method(pen, cited)))


def _method(pen: Pen, cited: tuple[Cited, ...]) -> Section:
    return Section(pen.say("method"), (pen.method(cited), Sentence(pen.say("innocent"))))


def _mine(told: Facts, of: Case) -> list[Fact]:
    return [one for one in told.facts if one.who in of.people]


def _names(pen: Pen, mine: list[Fact]) -> str:
    names = [one.name for one in mine if one.name]
    return pen.listed(names) if names else "…"


def _chronology(pen: Pen, events: Iterable[Event], mine: list[Fact]) -> tuple[Sentence, ...]:
    """Events by their days, among them states by the day by which they had come about."""
    told = [(one.day.isoformat(), pen.sentence([one])) for one in events]
    told += [(_by(one), pen.version(one)) for one in sorted(mine, key=_by) if one.days is None]
    return tuple(sentence for _day, sentence in sorted(told, key=itemgetter(0)))


def _by(fact: Fact) -> str:
    """By which day it had come about, where a source tells only of a state; no day comes last."""
    return (fact.act.date or "../9").removeprefix("../")


def _each_once(rows: Iterable[tuple[Sentence, ...]]) -> tuple[tuple[Sentence, ...], ...]:
    """Each set of versions once, in whatever order they stand."""
    return tuple({frozenset(one.text for one in row): row for row in reversed(tuple(rows))}.values())[::-1]


def _versions(pen: Pen, events: tuple[Event, ...]) -> tuple[tuple[Sentence, ...], ...]:
    """One event told in several ways: each way as its source tells it, side by side."""
    rows = []
    for event in events:
        ways = {_way(fact): fact for fact in reversed(event.facts)}
        if any(_differ(one, other) for one, other in combinations(ways.values(), 2)):
            rows.append(tuple(pen.version(one) for one in reversed(ways.values())))
    return tuple(rows)


def _way(fact: Fact) -> tuple[object, ...]:
    """What versions can differ in."""
    return (fact.act.date, fact.act.outcome, fact.act.certainty)


def _differ(one: Fact, other: Fact) -> bool:
    """Whether not both can be right, or their sources are not equally sure; less told is no other version."""
    ends = {fact.act.outcome for fact in (one, other)} - {None}
    return _apart(one.days, other.days) or len(ends) > 1 or one.act.certainty != other.act.certainty


def _apart(mine: Days | None, its: Days | None) -> bool:
    """Whether no day is in both."""
    if not mine or not its or not mine.first or not its.first or not mine.last or not its.last:
        return False
    return mine.last < its.first or its.last < mine.first


def _disputes(pen: Pen, told: Facts, of: Case, mine: list[Fact]) -> tuple[tuple[Sentence, ...], ...]:
    """What cannot all be true of one life, both sides kept."""
    by_claim = {one.claim_id: one for one in mine}
    claims = (claims for who in of.people for _kind, claims in told.disputes.get(who, ()))
    sides = ([by_claim[one] for one in some if one in by_claim] for some in claims)
    return tuple(tuple(pen.version(one) for one in some) for some in sides if len(some) > 1)


def _involved(pen: Pen, mine: list[Fact]) -> tuple[Sentence, ...]:
    """Bodies, and officials where a decision lets them out, each with the acts that a source lays to them."""
    found: dict[str, list[Fact]] = {}
    for one in mine:
        accused = (
            f"{pen.words.say(f'more_{key}')} — {told}" for key, told in one.act.more if key in _ACCUSED
        )
        for who in (text for text in (one.act.agency, *accused) if text and tells(text)):
            found.setdefault(who, []).append(one)
    return tuple(Sentence(f"{who}: {_acts(pen, some)}", _passages(pen, some)) for who, some in found.items())


def _acts(pen: Pen, facts: list[Fact]) -> str:
    return "; ".join(dict.fromkeys(pen.words.label("acts", one.act.act) for one in facts))


def _passages(pen: Pen, facts: list[Fact]) -> tuple[Cited, ...]:
    return pen.cited(place for one in facts for place in one.act.passages)


def _responses(pen: Pen, told: Facts, of: Case) -> tuple[Sentence, ...]:
    requests = dict.fromkeys(one for who in of.people for one in told.asked.get(who, ()))
    return tuple(_response(pen, one, of) for one in requests)


def _response(pen: Pen, one: Request, of: Case) -> Sentence:
    asked = pen.say(
        "asked", day=pen.day(one.date), kind=_kind(pen, "intervention_kinds", one.kind),
        addressee=one.addressee or pen.say("an_addressee"),
    )  # fmt: skip
    answers = [
        pen.say("answered", day=pen.day(answer.date), kind=_kind(pen, "response_kinds", answer.kind))
        for answer in one.answers
    ]
    came = "; ".join(answers) or pen.say("silence", day=pen.words.day(of.known_at[:10]))
    places = (*one.passages, *(place for answer in one.answers for place in answer.passages))
    return Sentence(f"{asked}; {came}.", pen.cited(places))


def _kind(pen: Pen, table: str, code: str) -> str:
    """The word for a kind, or the code that was written where no table knows it."""
    return pen.words.label(table, code) if code in vocabulary(table).codes else code.replace("_", " ")


def _documents(cited: tuple[Cited, ...]) -> list[Cited]:
    return list({(one.url, one.title, one.date, one.source): one for one in cited}.values())


def _source(pen: Pen, one: Cited) -> str:
    told = (one.title, one.source, pen.words.vague(one.date) if one.date else None, one.url)
    return ", ".join(filter(None, told)) or pen.say("published")
