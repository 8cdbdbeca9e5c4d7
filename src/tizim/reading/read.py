"""Reading a text: the door of this room."""

from tizim import Problem
from tizim.reading.ages import with_ages
from tizim.reading.drafts import Draft
from tizim.reading.entries import READERS
from tizim.reading.found import ClaimFound, PersonFound, Reading
from tizim.reading.heard import Heard, together
from tizim.reading.listening import heard_in_english, heard_with_cases
from tizim.reading.passages import by_language, main_language
from tizim.reading.served import without_served_days


def read(text: str, *, date: str | None = None, language: str | None = None) -> Reading | Problem:
    """What a text reports: its people, claims and figures, each with its exact place.

    ``date`` is the document's own date (EDTF); "on Monday" and "last month" are resolved against it.
    Without ``language`` each paragraph goes to the reader of its own language. A language without a reader
    gives a ``Problem`` that names the languages there are.
    """
    if language is None:
        parts = by_language(text, frozenset(READERS))
    else:
        parts = {language: text} if language in READERS else {}
    if not parts:
        known = ", ".join(sorted(READERS))
        said = "There is no reader for the language of this text."
        if language is not None:
            said = f"There is no reader for the language {language!r}."
        return Problem("language", said, f"Readers: {known}.")
    whole = together([_heard(part, date, code) for code, part in parts.items()])
    drafts = sorted(whole.drafts, key=lambda draft: (draft.start, draft.end))
    claims = tuple(_claim(text, whole, draft) for draft in drafts)
    return Reading(language or main_language(parts), _persons(whole), claims, tuple(whole.figures))


def _heard(text: str, date: str | None, language: str) -> Heard:
    heard = heard_in_english(text, date) if language == "en" else heard_with_cases(text, date, language)
    return with_ages(without_served_days(heard, text, language), text, language, date)


def _persons(whole: Heard) -> tuple[PersonFound, ...]:
    victims = {draft.person for draft in whole.drafts if draft.person is not None}
    return tuple(
        PersonFound(
            person.name, tuple(person.forms), person.kind(victim=number in victims), tuple(person.places)
        )
        for number, person in enumerate(whole.persons)
    )


def _claim(text: str, whole: Heard, draft: Draft) -> ClaimFound:
    quote = text[draft.start : draft.end]
    group = draft.group
    return ClaimFound(
        act=draft.act, start=draft.start, end=draft.end, quote=quote,
        person=whole.persons[draft.person].name if draft.person is not None else None,
        mention=draft.mention, organisation=draft.organisation,
        group=quote if group else None, count_min=group.low if group else None,
        count_max=group.high if group else None,
        approximate=bool(group and group.vague), role="perpetrator" if draft.official else "victim",
        case_kind="against_official" if draft.official else "persecution",
        level="figure" if group and draft.figure else "status" if draft.status else "event",
        act_detail=draft.detail, date=draft.day.edtf() if draft.day else None,
        date_basis=draft.day_from if draft.day else None, place=draft.place,
        articles=draft.articles, outcome=draft.outcome, status=draft.status,
        status_as_of=draft.as_of if draft.status else None, certainty=draft.certainty,
        reported_by=draft.reported, perpetrators=draft.perpetrators, agency=draft.agency, age=draft.age,
        sex=draft.sex, town=draft.town, occupation=draft.occupation, why=draft.why,
    )  # fmt: skip
