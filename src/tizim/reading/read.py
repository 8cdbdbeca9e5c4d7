"""Reading a text: the door of this room."""

from dataclasses import replace

from tizim import Problem
from tizim.reading.drafts import Draft
from tizim.reading.english import EnglishReading
from tizim.reading.entries import READERS
from tizim.reading.found import ClaimFound, PersonFound, Reading
from tizim.reading.merging import joined
from tizim.reading.people import Mention
from tizim.reading.words import words_of

_VERDICTS = ("sentence", "conviction")


def read(text: str, *, date: str | None = None, language: str = "en") -> Reading | Problem:
    """What a text reports: its people, claims and figures, each with its exact place.

    ``date`` is the document's own date (EDTF); "on Monday" and "last month" are resolved against it. A
    language without a reader gives a ``Problem`` that names the languages there are.
    """
    if language not in READERS:
        known = ", ".join(sorted(READERS))
        return Problem("language", f"There is no reader for the language {language!r}.", f"Readers: {known}.")
    english = EnglishReading(text, date)
    english.read()
    drafts = _doubted(english, joined(english.drafts))
    claims = tuple(
        _claim(english, draft) for draft in sorted(drafts, key=lambda draft: (draft.start, draft.end))
    )
    return Reading(language, _persons(english, drafts), claims, tuple(english.figures))


def _persons(english: EnglishReading, drafts: list[Draft]) -> tuple[PersonFound, ...]:
    victims = {draft.person for draft in drafts if draft.person is not None}
    places: dict[int, list[tuple[int, int]]] = {}
    for number, mentions in sorted(english.people.mentions.items()):
        tokens = english.sentences[number].tokens
        for mention in mentions:
            places.setdefault(mention.person, []).append(
                (tokens[mention.first].start, tokens[mention.last - 1].end)
            )
    out = []
    for person in english.people.persons:
        kinds = [title for title in person.titles if title != "other"]
        kind = (
            "victim"
            if person.number in victims
            else kinds[0].replace("force", "official")
            if kinds
            else "other"
        )
        out.append(PersonFound(person.name, tuple(person.forms), kind, tuple(places.get(person.number, ()))))
    return tuple(out)


def _claim(english: EnglishReading, draft: Draft) -> ClaimFound:
    person = english.people.persons[draft.person].name if draft.person is not None else None
    quote = english.text[draft.start : draft.end]
    group = draft.group
    return ClaimFound(
        act=draft.act, start=draft.start, end=draft.end, quote=quote, person=person,
        mention=_mention(english, draft, quote), organisation=draft.organisation,
        group=quote if group else None, count_min=group.low if group else None,
        count_max=group.high if group else None,
        approximate=bool(group and group.vague), role="perpetrator" if draft.official else "victim",
        case_kind="against_official" if draft.official else "persecution",
        level="figure" if group and draft.figure else "status" if draft.status else "event",
        act_detail=draft.detail, date=_date(english, draft), place=draft.place,
        articles=draft.articles, outcome=_outcome(english, draft), status=draft.status,
        status_as_of=english.as_of if draft.status else None, certainty=draft.certainty,
        reported_by=draft.reported,
    )  # fmt: skip


def _date(english: EnglishReading, draft: Draft) -> str | None:
    """The day of the act; a state that only lasts takes no day from another sentence."""
    if draft.day is None or (draft.status and not english.dates[draft.sentence]):
        return None
    return draft.day.edtf()


def _doubted(english: EnglishReading, drafts: list[Draft]) -> list[Draft]:
    """The drafts; a state of somebody of whom the text says that nothing is known is in doubt."""
    phrases: list[str] = words_of("en").tables["layout"]["not_known"]
    unsure = {
        mention.person
        for number, mentions in english.people.mentions.items()
        if any(phrase in _said(english, number) for phrase in phrases)
        for mention in mentions
        if _stands_after(english, number, mention, phrases)
    }
    return [
        replace(draft, certainty="doubted") if draft.status and draft.person in unsure else draft
        for draft in drafts
    ]


def _stands_after(english: EnglishReading, number: int, mention: Mention, phrases: list[str]) -> bool:
    """Whether the name follows one of the phrases with a preposition between them."""
    start = english.sentences[number].tokens[mention.first].start
    before = english.text[max(0, start - 45) : start].casefold().split()
    return any(" ".join(before[:-1]).endswith(phrase) for phrase in phrases)


def _said(english: EnglishReading, number: int) -> str:
    return english.text[english.spans[number].start : english.spans[number].end].casefold()


def _outcome(english: EnglishReading, draft: Draft) -> str | None:
    """The outcome; a verdict on somebody who was not there says so, for it opens no custody."""
    if draft.outcome is None or draft.act not in _VERDICTS:
        return draft.outcome
    said = _said(english, draft.sentence)
    absent: list[str] = words_of("en").tables["penalties"]["in_absentia"]
    return f"{draft.outcome}; in_absentia" if any(phrase in said for phrase in absent) else draft.outcome


def _mention(english: EnglishReading, draft: Draft, quote: str) -> str | None:
    """The longest form of the name inside the quotation; ``None`` where it has only a pronoun."""
    if draft.person is None:
        return None
    forms = sorted(english.people.persons[draft.person].forms, key=len, reverse=True)
    return next((form for form in forms if form in quote), None)
