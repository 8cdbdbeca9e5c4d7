"""The people of a text: full names, the shorter forms tied to them, and who is meant where."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from tizim.reading.marks import Sentence
from tizim.reading.name_signs import befalls, is_thing, weigh
from tizim.reading.names import FAMILY_SUFFIXES, Capitals, NameWords, Run, capital_runs
from tizim.reading.words import set_of


@dataclass(slots=True)
class Person:
    """One named person of a text as the engine collects it.

    ``female`` is what the name or the text suggests, ``said`` only what nouns and pronouns of the text say.
    """

    number: int
    name: str
    forms: dict[str, None] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    female: bool | None = None
    said: bool | None = None


@dataclass(slots=True)
class Mention:
    """A form of a person's name at tokens ``first`` … ``last - 1`` of a sentence."""

    sentence: int
    first: int
    last: int
    person: int


@dataclass(slots=True)
class People:
    """All people of a text, their mentions by sentence, and the runs that are organisations."""

    persons: list[Person] = field(default_factory=list)
    mentions: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    organisations: dict[int, list[Run]] = field(default_factory=lambda: defaultdict(list))


def people_of(sentences: list[Sentence], known: NameWords) -> People:
    """Who is named in the sentences: full names first, then the shorter forms that fit one of them."""
    capitals = capital_runs(sentences, known)
    found = People()
    _score(capitals, sentences, known)
    full = [run for run in capitals.runs if run.score >= 1.0]
    index = _Index(found, known)
    index.longer = {run.words[:-1]: run.words for run in full if len(run.words) > 2 and "." not in run.words}
    for run in full:
        index.full(run)
    for run in sorted(capitals.runs, key=lambda r: (r.sentence, r.first)):
        index.short(run)
    for mentions in found.mentions.values():
        mentions.sort(key=lambda mention: mention.first)
    return found


def _score(capitals: Capitals, sentences: list[Sentence], known: NameWords) -> None:
    alone = {run.words[0] for run in capitals.runs if len(run.words) == 1 and not run.organisation}
    things = {run.words for run in capitals.runs if is_thing(run, sentences[run.sentence], known)}
    for run in capitals.runs:
        if run.organisation:
            continue
        run.thing = run.words in things
        run.score = weigh(run, sentences[run.sentence], known, capitals)
        if len(run.words) > 1 and run.words[-1] in alone and run.score > -1:
            run.score += 1.0
    _encourage_families(capitals)
    _encourage_rows(capitals, sentences)
    for run in capitals.runs:
        sentence = sentences[run.sentence]
        lone = len(run.words) == 1 and not run.organisation and known.given(run.words[0].lower())
        run.paired = lone and bool(sentence.at("be", run.last)) and befalls(sentence, run.last + 1)
    for left, right in pairwise(capitals.runs):
        joined = left.sentence == right.sentence and right.first - left.last == 1
        couple = joined and sentences[left.sentence].lower(left.last) == "and" and right.score >= 1
        lone = couple and len(left.words) == 1 and not left.organisation
        kin = lone and sentences[left.sentence].lower(left.first - 1) in set_of(
            "en", "grammar", "of_one_family"
        )
        left.paired = left.paired or kin or (lone and known.given(left.words[0].lower()))


def _encourage_families(capitals: Capitals) -> None:
    """A family name that the text has of somebody vouches for another name with it: "X Y, father of Z Y"."""
    named = {run.words[-1] for run in capitals.runs if run.score >= 1 and len(run.words) == 2}
    for run in capitals.runs:
        if len(run.words) == 2 and -1 < run.score < 1 and run.words[-1] in named and not run.organisation:
            run.score = 1.0


def _encourage_rows(capitals: Capitals, sentences: list[Sentence]) -> None:
    """Names in a row vouch for each other: "A, B and C"."""
    runs = capitals.runs
    for left, right in pairwise(runs):
        if left.sentence != right.sentence or min(len(left.words), len(right.words)) < 2:
            continue
        between = [t.lower for t in sentences[left.sentence].tokens[left.last : right.first]]
        if between in ([","], ["and"], [",", "and"]) and not (left.organisation or right.organisation):
            if left.score >= 1 and right.score > -1:
                right.score = max(right.score, 1.0)
            elif right.score >= 1 and left.score > -1:
                left.score = max(left.score, 1.0)


_NAMESAKES = 64


class _Index:
    """People by full name and by the parts of it that later stand alone."""

    def __init__(self, found: People, known: NameWords) -> None:
        self.found = found
        self.known = known
        self.by_name: dict[str, int] = {}
        self.by_last: dict[str, list[int]] = defaultdict(list)
        self.by_first: dict[str, list[int]] = defaultdict(list)
        self.by_sound: dict[tuple[str, str], int] = {}
        self.longer: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.recent: dict[int, int] = {}

    def full(self, run: Run) -> None:
        """A full name: a new person, or a spelling of one who is known already."""
        words = self.longer.get(run.words, run.words)
        name = _written(words)
        number = self.by_name.get(name.lower())
        if number is None:
            number = self._alike(words)
        if number is None:
            number = self._new(name, words)
        form = _written(run.words)
        self.by_name[name.lower()] = self.by_name[form.lower()] = number
        self._register(words, number)
        self._mention(run, number, form)

    def short(self, run: Run) -> None:
        """A run that is no full name: a surname or given name of somebody, an organisation, or nothing."""
        if run.score >= 1.0 and not run.organisation:
            self.recent[self.by_name[_written(run.words).lower()]] = run.sentence
            return
        number = None if run.organisation else self._part(run)
        if number is not None:
            self._mention(run, number, _written(run.words))
            self.recent[number] = run.sentence
        elif len(run.words) == 1 and not run.organisation and self._alone(run):
            self._mention(run, self._new_short(run), run.words[0])
        else:
            self.found.organisations[run.sentence].append(run)

    def _new(self, name: str, words: tuple[str, ...]) -> int:
        number = len(self.found.persons)
        self.found.persons.append(Person(number, name, female=_female(words, self.known)))
        if len(words) > 1:
            self.by_sound.setdefault((words[0], _rough(words[-1])), number)
        return number

    def _new_short(self, run: Run) -> int:
        name = run.words[0]
        number = self.by_name.get(name.lower())
        if number is None:
            number = self._new(name, run.words)
            self.by_name[name.lower()] = number
            self.by_last[name.lower()].append(number)
        return number

    def _alone(self, run: Run) -> bool:
        """Whether one word is a person: after a title, a relative's first name, "X and Y Surname"."""
        word = run.words[0].lower()
        if run.kin or run.paired:
            usual = word in self.known.common or word.endswith(self.known.english)
            return len(word) > 2 and not run.words[0].isupper() and (not usual or self.known.given(word))
        return run.title is not None and self._surname(run.words[0])

    def _surname(self, word: str) -> bool:
        return (
            len(word) > 3
            and not word.isupper()
            and (word.lower().endswith(self.known.endings) or self.known.given(word.lower()))
        )

    def _register(self, words: tuple[str, ...], number: int) -> None:
        parts = [word.lower() for word in words if len(word) > 2]
        if len(parts) > 2 and parts[-1] in FAMILY_SUFFIXES:
            self.by_last[parts[-2]].append(number)
        if parts and number not in self.by_last[parts[-1]]:
            self.by_last[parts[-1]].append(number)
        for part in parts[:-1]:
            if number not in self.by_first[part]:
                self.by_first[part].append(number)

    def _mention(self, run: Run, number: int, form: str) -> None:
        person = self.found.persons[number]
        person.forms.setdefault(form)
        if run.title:
            person.titles.append(run.title)
        if run.female is not None:
            person.female = person.said = run.female
        self.found.mentions[run.sentence].append(Mention(run.sentence, run.first, run.last, number))

    def _part(self, run: Run) -> int | None:
        if len(run.words) > 2 or any(len(word) < 3 and word != "." for word in run.words):
            return None
        last = run.words[-1].lower()
        if last in FAMILY_SUFFIXES and len(run.words) == 2:
            last = run.words[0].lower()
        elif len(run.words) == 2 and run.words[0].lower() not in self.by_first:
            return None
        named = self.by_first.get(last, [])
        fitting = self.by_last.get(last) or [n for n in named if n in self.recent]
        fitting = fitting or (named if run.paired and len(named) == 1 else [])
        return self._nearest(fitting, run.sentence) if fitting else None

    def _nearest(self, fitting: list[int], sentence: int) -> int:
        return max(fitting[-_NAMESAKES:], key=lambda number: (self.recent.get(number, -1), -number))

    def _alike(self, words: tuple[str, ...]) -> int | None:
        """Somebody with (nearly) the same name: another spelling, an initial, one name more or less."""
        for number in self.by_last.get(words[-1].lower(), ())[-_NAMESAKES:]:
            name = self.found.persons[number].name.split()
            if _same_given(words[0], name[0]) or tuple(name[-len(words) :]) == words:
                return number
        return self.by_sound.get((words[0], _rough(words[-1])))


def _written(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(" .", ".")


def _same_given(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    if one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0]):
        return True
    return one[0] == other[0] and _rough(one) == _rough(other)


_ROUGH = (
    *(("zh", "j"), ("dzh", "j"), ("kh", "h"), ("q", "k"), ("ye", "e"), ("yo", "e"), ("iy", "i"), ("ij", "i")),
    *(("y", "i"), ("ck", "k"), ("ph", "f"), ("w", "v"), ("x", "ks"), ("gu", "g")),
)


@lru_cache(maxsize=512)
def _rough(name: str) -> str:
    """A name with the usual differences of transcription taken away, doubled letters too."""
    plain = name.lower()
    for written, sound in _ROUGH:
        plain = plain.replace(written, sound)
    return "".join(c for i, c in enumerate(plain) if i == 0 or c != plain[i - 1])


_FEMALE_ENDINGS = ("ova", "eva", "ieva", "ina", "aya", "skaya", "ska", "qyzy", "kyzy", "gul", "kizi", "inay")


_MALE_ENDINGS = ("ov", "ev", "yev", "sky", "skiy", "uly", "oglu", "ogly")


def _female(words: tuple[str, ...], known: NameWords) -> bool | None:
    first, last = words[0].lower(), words[-1].lower()
    if (first in known.female) != (first in known.male):
        return first in known.female
    if (last.endswith(_FEMALE_ENDINGS) and len(words) > 1) or words[1:-1] in (("Thi",), ("Thị",)):
        return True
    return False if last.endswith(_MALE_ENDINGS) else None
