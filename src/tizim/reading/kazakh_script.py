"""A Kazakh text in Latin letters read as Cyrillic; what is found comes back in the letters of the text."""

from dataclasses import replace
from functools import cache

from tizim.reading.drafts import Draft
from tizim.reading.found import FigureFound
from tizim.reading.heard import Heard, Named
from tizim.reading.inflected import InflectedReading
from tizim.reading.kazakh import kazakh
from tizim.reading.kazakh_latin import Cyrillic, cyrillic, is_latin
from tizim.reading.kazakh_words import table


def heard_in_kazakh(text: str, date: str | None) -> Heard:
    """What the Kazakh reader finds in a text of either alphabet."""
    read = cyrillic(text) if is_latin(text) else None
    reading = InflectedReading(read.text if read else text, date, kazakh())
    reading.read()
    return _as_printed(reading.heard(), text, read) if read else reading.heard()


def _as_printed(heard: Heard, text: str, read: Cyrillic) -> Heard:
    names = [_named(person, text, read) for person in heard.persons]
    return Heard(
        names,
        [_draft(draft, text, read) for draft in heard.drafts],
        [_figure(figure, text, read) for figure in heard.figures],
    )


def _named(person: Named, text: str, read: Cyrillic) -> Named:
    """A person with the name as printed: the beginning of a form that it stands in, else letter by letter."""
    places = [read.span(start, end) for start, end in person.places]
    written = {form: _form(form, person, text, read) for form in person.forms}
    name = next(
        (text[slice(*read.span(start, start + len(person.name)))] for start, end in person.places
         if read.text[start:end].startswith(person.name)),
        latin(person.name),
    )  # fmt: skip
    return Named(name, dict.fromkeys(written.values()), list(person.titles), places)


def _form(form: str, person: Named, text: str, read: Cyrillic) -> str:
    for start, end in person.places:
        if read.text[start:end] == form:
            return text[slice(*read.span(start, end))]
    return latin(form)


def _draft(draft: Draft, text: str, read: Cyrillic) -> Draft:
    start, end = read.span(draft.start, draft.end)
    return replace(
        draft,
        start=start,
        end=end,
        mention=_found(draft.mention, draft, text, read),
        organisation=_anywhere(draft.organisation, text, read),
        place=latin(draft.place) if draft.place else None,
        reported=_anywhere(draft.reported, text, read),
        perpetrators=tuple(
            (_anywhere(who, text, read) or who, kind, part) for who, kind, part in draft.perpetrators
        ),
        town=latin(draft.town) if draft.town else None,
    )


def _found(words: str | None, draft: Draft, text: str, read: Cyrillic) -> str | None:
    """Words of a draft as printed inside its span."""
    if not words:
        return None
    at = read.text.find(words, draft.start, draft.end)
    return text[slice(*read.span(at, at + len(words)))] if at >= 0 else None


def _anywhere(words: str | None, text: str, read: Cyrillic) -> str | None:
    at = read.text.find(words) if words else -1
    if not words:
        return None
    return text[slice(*read.span(at, at + len(words)))] if at >= 0 else latin(words)


def _figure(figure: FigureFound, text: str, read: Cyrillic) -> FigureFound:
    start, end = read.span(figure.start, figure.end)
    return replace(
        figure,
        start=start,
        end=end,
        quote=text[start:end],
        what=_anywhere(figure.what, text, read) or figure.what,
        place=latin(figure.place) if figure.place else None,
    )


def latin(words: str) -> str:
    """Kazakh words in the Latin letters of 2021."""
    letters = _letters()
    return "".join(_letter(sign, letters) for sign in words)


def _letter(sign: str, letters: dict[str, str]) -> str:
    small = letters.get(sign.lower(), sign.lower())
    if not sign.isupper():
        return small
    return {"i": "İ", "ı": "I"}.get(small[:1], small[:1].upper()) + small[1:]


_BORROWED = {"й": "i", "и": "i", "ь": "", "ъ": "", "ц": "ts", "щ": "şş", "э": "e", "ё": "io", "һ": "h"}


@cache
def _letters() -> dict[str, str]:
    every = {**table("latin")["common"], **table("latin")["alphabets"]["2021"]["letters"]}
    return {**{sign: latin for latin, sign in reversed(every.items()) if len(sign) == 1}, **_BORROWED}
