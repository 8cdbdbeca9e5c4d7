"""What one reader heard in its passages: people and drafts, before those of all readers are joined."""

from dataclasses import dataclass, field, replace

from tizim.reading.drafts import Draft
from tizim.reading.found import FigureFound
from tizim.reading.merging import joined

_OFFICES = {"force": "official"}


@dataclass(slots=True)
class Named:
    """A person as one reader found them: base name, forms as written, titles, where each mention stands."""

    name: str
    forms: dict[str, None] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)

    def kind(self, *, victim: bool) -> str:
        """What the person is in the text: a victim, or what a title says."""
        if victim:
            return "victim"
        kinds = [title for title in self.titles if title not in ("other", "occupation")]
        return _OFFICES.get(kinds[0], kinds[0]) if kinds else "other"


@dataclass(slots=True)
class Heard:
    """The people of some passages, and drafts that name them by their place in the list."""

    persons: list[Named] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    figures: list[FigureFound] = field(default_factory=list)


def together(heard: list[Heard]) -> Heard:
    """What several readers heard in one document: people of one base name are one, repeated claims are
    joined."""
    if len(heard) == 1:
        return heard[0]
    whole = Heard()
    numbers: dict[str, int] = {}
    for one in heard:
        mapped = [_number(person, whole, numbers) for person in one.persons]
        whole.figures.extend(one.figures)
        for draft in one.drafts:
            person = None if draft.person is None else mapped[draft.person]
            whole.drafts.append(replace(draft, person=person))
    whole.drafts = joined(sorted(whole.drafts, key=lambda draft: (draft.start, draft.end)))
    whole.figures.sort(key=lambda figure: (figure.start, figure.end))
    return whole


def _number(person: Named, whole: Heard, numbers: dict[str, int]) -> int:
    """The place of a person in the joined list; a new one is added."""
    key = person.name.casefold().replace("ё", "е")
    number = numbers.get(key)
    if number is None:
        number = numbers[key] = len(whole.persons)
        whole.persons.append(Named(person.name))
    known = whole.persons[number]
    known.forms.update(person.forms)
    known.titles.extend(person.titles)
    known.places = sorted({*known.places, *person.places})
    return number
