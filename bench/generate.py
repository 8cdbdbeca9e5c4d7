"""A register of nobody for benchmarks: invented people, sources and documents, the same for the same seed.

    from bench.generate import claims, documents
    entries = claims(count=100_000, people=10_000, seed=1)
    for told in documents(Extent(1_000_000, 100_000), Spelt(100_000)): ...  # one after the other, with texts

Documents come in the order of their days, each followed by its passages, claims and the reviews of them.
Judgements stand after the document that brought the second mention, corrections at the end.
"""

import hashlib
import random
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from bench.lives import FIRST, LAST, Happening, life, official, status_on
from bench.naming import English, Names
from tizim.claims import Claim, Review
from tizim.documents import Document, Passage, Source
from tizim.identity import Judgement, mention_id
from tizim.ledger import Entry, Withdrawal, content_id

_SOURCES = (
    ("Monitor of Nowhere", "local_monitor"),
    ("Lists of Nowhere", "local_monitor"),
    ("Rights Watch of Nowhere", "human_rights_organisation"),
    ("Herald of Nowhere", "media"),
    ("Wire of Nowhere", "media"),
    ("Courts of Nowhere", "court"),
    ("Ministry of Nowhere", "state_body"),
    ("Relatives of Nowhere", "activist_group"),
)
_PER_DOCUMENT = 50
_SHARES = {"group": 0.03, "official": 0.01, "organisation": 0.005}
_FILLER = "The report describes what happened and who said so; nobody in it exists. "


class Told(NamedTuple):
    """One document: its text, the entry itself, and the entries made from it, in the order written."""

    text: str
    document: Document
    entries: list[Entry]


class Extent(NamedTuple):
    """So many claims about so many people."""

    claims: int = 100_000
    people: int = 10_000
    seed: int = 1


@dataclass(slots=True)
class _Report:
    """One happening (or the status on the document's day) of one subject, to be told by one document."""

    happening: Happening
    person: int = -1
    kind: str = "person"
    status: bool = False


@dataclass(slots=True)
class _Register:
    """What is made so far."""

    dice: random.Random
    seed: int
    writer: Names
    people: list[str]
    lives: list[list[Happening]]
    days: list[date]
    reports: list[list[_Report]]
    late: list[Entry] = field(default_factory=list)
    told_in: dict[int, list[int]] = field(default_factory=dict)
    namesakes: dict[int, int] = field(default_factory=dict)
    first_mention: dict[int, str] = field(default_factory=dict)
    made: int = 0


def claims(count: int = 100_000, people: int = 10_000, seed: int = 1) -> list[Entry]:
    """The entries, unstamped: ``count`` claims about ``people`` people and, on top, a few corrected ones."""
    found = list(sources(seed))
    for told in documents(Extent(count, people, seed), English()):
        found += told.entries
    return found


def sources(seed: int = 1) -> Iterator[Entry]:
    """Who speaks in all the documents; written before them."""
    for place, (name, kind) in enumerate(_SOURCES):
        source = content_id("s", seed, place)
        yield Source(id=source, name=name, source_kind=kind, language=_language(place), reliability=None)


def documents(extent: Extent, writer: Names) -> Iterator[Told]:
    """One document for every 50 claims, corrections with the last one; the same for the same seed.

    Nobody is named in fewer than one claim, if there are so many.
    """
    register = _register(extent, writer)
    last = len(register.days) - 1
    for place in range(last + 1):
        told = _told(register, place)
        if place == last:
            told.entries.extend(register.late)
        yield told
        register.reports[place] = []


def _register(extent: Extent, writer: Names) -> _Register:
    """The people, what happens to them, and which document tells of it."""
    dice = random.Random(extent.seed)
    people = min(extent.people, extent.claims)
    lives = [life(dice) for _ in range(people)]
    days = _days(max(1, extent.claims // _PER_DOCUMENT))
    borne = writer.all(dice, people)
    empty: list[list[_Report]] = [[] for _ in days]
    register = _Register(dice, extent.seed, writer, borne, lives, days, empty, namesakes=_namesakes(borne))
    _assign(register, extent.claims)
    return register


def _namesakes(names: list[str]) -> dict[int, int]:
    """For a name that is borne a second time the number of the first who bears it."""
    first: dict[str, int] = {}
    return {place: first[name] for place, name in enumerate(names) if first.setdefault(name, place) != place}


def _days(count: int) -> list[date]:
    span = (LAST - FIRST).days
    return [FIRST + timedelta(1 + span * (place + 1) // count) for place in range(count)]


def _assign(register: _Register, count: int) -> None:
    """Gives every report to a document that appeared after the happening."""
    dice = register.dice
    others = [kind for kind, share in _SHARES.items() for _ in range(int(count * share))]
    named = max(count - len(others), len(register.people))
    for number, happenings in enumerate(register.lives):
        _report(register, _Report(happenings[0], number))
    rest = [(number, one) for number, happenings in enumerate(register.lives) for one in happenings[1:]]
    dice.shuffle(rest)
    news = rest[: min(len(rest), named - len(register.people)) // 2]
    for number, one in news:
        _report(register, _Report(one, number))
    for _ in range(named - len(register.people) - len(news)):
        _report_again(register)
    for kind in others[: count - named]:
        day = FIRST + timedelta(dice.randrange((LAST - FIRST).days))
        act, outcome = (
            ("organisation_ban", "declared_extremist") if kind == "organisation" else ("detention", None)
        )
        _report(register, _Report(Happening(day, act, outcome), kind=kind))


def _report(register: _Register, report: _Report) -> None:
    place = _soon_after(register, report.happening.day)
    register.reports[place].append(report)
    if report.kind == "person":
        register.told_in.setdefault(report.person, []).append(place)


def _report_again(register: _Register) -> None:
    """One more claim about a person: what happened before, or the status on the document's day.

    Mostly it stands in a document that tells of the person already, as reports do.
    """
    dice = register.dice
    number = dice.randrange(len(register.lives))
    happenings, places = register.lives[number], register.told_in[number]
    place = dice.choice(places)
    if dice.random() < 0.3:
        place = min(place + int(dice.expovariate(0.02)), len(register.days) - 1)
        places.append(place)
    day = register.days[place]
    status = status_on(happenings, day)
    if status and dice.random() < 0.3:
        register.reports[place].append(_Report(status, number, status=True))
    else:
        past = [one for one in happenings if one.day <= day] or happenings[:1]
        register.reports[place].append(_Report(dice.choice(past), number))


def _soon_after(register: _Register, day: date) -> int:
    first = bisect_left(register.days, day)
    return min(first + int(register.dice.expovariate(0.3)), len(register.days) - 1)


def _language(source: int) -> str:
    """Of every four sources two speak Russian, one Kazakh, one English."""
    return ("ru", "kk", "en", "ru")[source % 4]


def _told(register: _Register, place: int) -> Told:
    made, source = content_id("d", register.seed, place), register.dice.randrange(len(_SOURCES))
    document = _document(register, place, made, source)
    entries: list[Entry] = [document]
    written: dict[int, str] = {}
    text: list[str] = []
    start = 0
    for report in register.reports[place]:
        subject = _subject(register, report, written, document.language or "")
        passage = _passage(document, start, f"{next(iter(subject.values()))}: {report.happening.act}")
        text += [passage.quote, _FILLER]
        start = (passage.end or 0) + len(_FILLER)
        claim = _claim(register, report, document, passage, subject)
        entries += [passage, claim, *_reviewed(register.dice, claim)]
        register.late += _corrected(register, claim)
    for number, name in written.items():
        entries += _judged(register, number, mention_id(document.id, name), name)
    return _with_text(entries, document, "".join(text))


def _with_text(entries: list[Entry], document: Document, text: str) -> Told:
    """The text and its digests put to the document."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    entries[0] = whole = replace(document, size=len(text.encode()), sha256=digest, text_sha256=digest)
    return Told(text, whole, entries)


def _document(register: _Register, place: int, made: str, source: int) -> Document:
    dice = register.dice
    kind = dice.choice(("report", "news_article", "list_of_persons"))
    reprints = content_id("d", register.seed, place - 1) if place and dice.random() < 0.04 else None
    return Document(
        id=made,
        source_id=content_id("s", register.seed, source),
        file_name=f"{register.days[place]}-{place:05}.txt",
        media_type="text/plain",
        size=0,
        sha256="",
        extractor="bench 1",
        title=f"Report {place + 1}",
        language=_language(source),
        date=register.days[place].isoformat(),
        document_kind=kind,
        reprints=reprints,
        obtained="published",
        obtained_at=register.days[place].isoformat(),
    )


def _subject(register: _Register, report: _Report, written: dict[int, str], language: str) -> dict[str, Any]:
    dice, number = register.dice, report.person
    if report.kind == "group":
        low = dice.randrange(2, 90)
        group = {"group": "people detained at a rally", "level": "figure", "count_min": low}
        return group | ({"count_max": low} if dice.random() < 0.6 else {"approximate": True})
    if report.kind == "organisation":
        return {"organisation": f"Movement of {dice.choice(register.writer.places)}"}
    if report.kind == "official":
        return {"person": official(dice), "role": "perpetrator", "case_kind": "against_official"}
    if number not in written:
        name = register.people[number]
        written[number] = register.writer.written(dice, number, name, language)
    return {"person": written[number]}


def _passage(document: Document, start: int, quote: str) -> Passage:
    return Passage(
        id=content_id("q", document.id, start),
        document_id=document.id,
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def _claim(
    register: _Register, report: _Report, document: Document, passage: Passage, subject: dict[str, Any]
) -> Claim:
    dice, happening = register.dice, report.happening
    register.made += 1
    level = "status" if report.status else "event"
    return Claim(
        id=content_id("c", register.seed, register.made),
        passage_id=passage.id,
        document_id=document.id,
        act=happening.act,
        date=None if report.status else _date(dice, happening.day),
        place=dice.choice(register.writer.places) if dice.random() < 0.7 else None,
        articles=happening.articles,
        outcome=happening.outcome,
        status=happening.status if report.status else None,
        status_as_of=document.date if report.status else None,
        certainty="alleged" if dice.random() < 0.05 else "asserted",
        age=_age(report, happening.day) if dice.random() < 0.2 else None,
        reader="bench 1" if dice.random() < 0.7 else None,
        **{"level": level, **_told_of(register, report), **subject},
    )


def _told_of(register: _Register, report: _Report) -> dict[str, str]:
    """What one claim of four says of the person beside the name."""
    known = report.person >= 0 and register.dice.random() < 0.25
    return register.writer.told(report.person) if known else {}


def _age(report: _Report, day: date) -> int | None:
    """How old the person is on that day; nobody is younger than 18, and one of 500 is told a wrong age."""
    if report.person < 0:
        return None
    wrong = 20 if (report.person * 7919 + day.toordinal()) % 500 == 0 else 0
    return day.year - (1940 + report.person * 37 % 57) + wrong


def _date(dice: random.Random, day: date) -> str | None:
    chance = dice.random()
    if chance < 0.85:
        return day.isoformat()
    if chance < 0.95:
        return day.isoformat()[:7]
    return f"{day.isoformat()}~" if chance < 0.98 else None


def _reviewed(dice: random.Random, claim: Claim) -> list[Entry]:
    chance = dice.random()
    if claim.reader is None or chance > 0.5:
        return []
    decision = "reject" if chance < 0.01 else "accept"
    reason = "not about this person" if decision == "reject" else None
    return [
        Review(id=content_id("r", claim.id, decision), claim_id=claim.id, decision=decision, reason=reason)
    ]


def _corrected(register: _Register, claim: Claim) -> list[Entry]:
    """For one claim in 200 what stands in its place, for one in 1,000 a withdrawal."""
    chance = register.dice.random()
    if chance < 0.001:
        return [Withdrawal(id=content_id("w", claim.id), corrects=claim.id, reason="entered twice")]
    if chance > 0.006:
        return []
    made = content_id("c", claim.id, "corrected")
    corrected = replace(claim, id=made, corrects=claim.id, place=register.writer.places[0], reader=None)
    if claim.reader is None or chance < 0.003:
        return [corrected]
    review = Review(
        id=content_id("r", claim.id, "amend"), claim_id=claim.id, decision="amend", replaced_by=made
    )
    return [corrected, review]


def _judged(register: _Register, number: int, mention: str, name: str) -> list[Judgement]:
    """A judgement on a misspelt name, and on two people of one name, when the second mention comes up."""
    first = register.first_mention.setdefault(number, mention)
    namesake = register.namesakes.get(number)
    other = register.first_mention.get(namesake) if namesake is not None else None
    if first == mention and other and other != first:
        return [_judgement(first, other, "different")]
    if first != mention and name != register.people[number] and number % 16 == 0:
        return [_judgement(first, mention, "same" if register.dice.random() < 0.9 else "unsure")]
    return []


def _judgement(left: str, right: str, verdict: str) -> Judgement:
    return Judgement(id=content_id("j", left, right, verdict), left=left, right=right, verdict=verdict)


def main() -> None:
    """Prints how long the making takes and what there is of each kind."""
    begun = time.perf_counter()
    entries = claims()
    print(f"{time.perf_counter() - begun:.1f} s", dict(Counter(entry.kind for entry in entries)))


if __name__ == "__main__":
    main()
