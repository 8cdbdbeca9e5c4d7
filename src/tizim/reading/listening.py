"""Each reader at work on its passages: English by its own rules, other languages by the engine for cases."""

from typing import TYPE_CHECKING

from tizim.reading.arrest_days import dated_by_arrest
from tizim.reading.as_of import held_day, with_states_held
from tizim.reading.calendar import Day
from tizim.reading.described import Description, descriptions
from tizim.reading.drafts import Draft, changed
from tizim.reading.english import EnglishReading
from tizim.reading.english_days import with_weighed_days
from tizim.reading.heard import Heard, Named
from tizim.reading.introduced import introduced
from tizim.reading.late_days import dated_by_report
from tizim.reading.merging import joined
from tizim.reading.people import Mention
from tizim.reading.weighed import STEP, weighed
from tizim.reading.weighing import weights_of
from tizim.reading.words import words_of

if TYPE_CHECKING:
    from tizim.reading.inflected import Lexicon

_VERDICTS = ("sentence", "conviction")


def heard_in_english(text: str, date: str | None) -> Heard:
    """What the English reader finds."""
    linking = weights_of("en", STEP)
    english = EnglishReading(text, date, linking)
    english.read()
    told = descriptions(english.sentences, english.people)
    years = {found.day.year for row in english.dates for found in row}
    drafts = [*english.drafts, *weighed(english.chances, english.drafts, linking)]
    drafts = introduced(drafts, english.people, english.sentences)
    known = dated_by_arrest(joined(drafts), english.sentences)
    dated = dated_by_report(known, years, english.own)
    drafts = [_described(english, _finished(english, draft), told) for draft in _doubted(english, dated)]
    drafts = with_states_held(drafts, _held(english))
    return Heard(_english_people(english), with_weighed_days(english, drafts), list(english.figures))


def _held(english: EnglishReading) -> dict[int, Day]:
    """The day for which each sentence tells states, where it says so."""
    days = ((number, held_day(english.text, row, "en")) for number, row in enumerate(english.dates))
    return {number: day for number, day in days if day is not None}


def _described(english: EnglishReading, draft: Draft, told: dict[int, Description]) -> Draft:
    """The draft with age, sex, town and occupation of its person, as far as the text says them."""
    if draft.person is None:
        return draft
    known = told.get(draft.person, Description())
    female = english.people.persons[draft.person].said
    draft.sex = None if female is None else "female" if female else "male"
    draft.age, draft.town, draft.occupation = known.age, known.town, known.occupation
    return draft


def _english_people(english: EnglishReading) -> list[Named]:
    places: dict[int, list[tuple[int, int]]] = {}
    for number, mentions in sorted(english.people.mentions.items()):
        tokens = english.sentences[number].tokens
        for mention in mentions:
            places.setdefault(mention.person, []).append(
                (tokens[mention.first].start, tokens[mention.last - 1].end)
            )
    return [
        Named(person.name, dict(person.forms), list(person.titles), places.get(person.number, []))
        for person in english.people.persons
    ]


def _finished(english: EnglishReading, draft: Draft) -> Draft:
    """The draft with its day, outcome, mention and the day of its state as they go into the claim."""
    quote = english.text[draft.start : draft.end]
    if draft.status and not english.dates[draft.sentence]:
        draft.day = None
    draft.outcome = _outcome(english, draft)
    draft.mention = _mention(english, draft, quote)
    draft.as_of = english.as_of if draft.status else None
    return draft


def _doubted(english: EnglishReading, drafts: list[Draft]) -> list[Draft]:
    """The drafts; a state of somebody of whom the text says that nothing is known is in doubt."""
    phrases: list[str] = words_of("en").tables["layout"]["not_known"]
    whole = english.text.casefold()
    if not any(phrase in whole for phrase in phrases):
        return drafts
    unsure = {
        mention.person
        for number, mentions in english.people.mentions.items()
        if any(phrase in _said(english, number) for phrase in phrases)
        for mention in mentions
        if _stands_after(english, number, mention, phrases)
    }
    return [
        changed(draft, certainty="doubted") if draft.status and draft.person in unsure else draft
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


def heard_with_cases(text: str, date: str | None, language: str) -> Heard:
    """What the engine for languages with cases finds with the tables of a language."""
    if language == "kk":
        from tizim.reading.kazakh_script import heard_in_kazakh

        return heard_in_kazakh(text, date)
    from tizim.reading.inflected import InflectedReading

    reading = InflectedReading(text, date, lexicon(language))
    reading.read()
    return reading.heard()


def lexicon(language: str) -> "Lexicon":
    """The tables and the morphology of a language with cases, made once."""
    if language == "kk":
        from tizim.reading.kazakh import kazakh

        return kazakh()
    from tizim.reading.russian import russian

    return russian()
