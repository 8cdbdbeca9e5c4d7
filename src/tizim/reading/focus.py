"""Whom pronouns and nouns mean: the people a text spoke of last."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tizim.reading.kin import KIN, is_relative
from tizim.reading.marks import Sentence
from tizim.reading.pairs import last_two, named_before, of_two
from tizim.reading.people import People, Person
from tizim.reading.unnamed import someone
from tizim.reading.who import OF_TWO, SPEAKER, Group, Who
from tizim.reading.words import set_of

_ASIDE = {"judge", "prosecutor", "official", "lawyer", "force"}
_FEMALE, _MALE = {"she", "her", "herself"}, {"he", "him", "his", "himself"}
_REACH = 6
_NEAR, _MOST, _OPENING, _CLAUSE, _STORY = 4, 12, 6, 5, 9
_SOON, _PAIR, _SUBJECT, _STEM = 2, 12, 2, 5
_OBJECTS = ("him", "her")


@dataclass(frozen=True, slots=True)
class Subject:
    """The victims that a mention resolves to: people by number, or a counted group."""

    people: tuple[int, ...] = ()
    group: Group | None = None
    official: bool = False


@dataclass(slots=True)
class Focus:
    """What was spoken of last, sentence by sentence."""

    people: People
    recent: list[tuple[int, int]] = field(default_factory=list)
    plural: Subject | None = None
    plural_at: int = -9
    sentence: int = 0
    named: list[tuple[int, int]] = field(default_factory=list)
    speakers: dict[int, int] = field(default_factory=dict)
    suffered: dict[int, int] = field(default_factory=dict)
    meant: Subject | None = None
    trades: dict[str, dict[int, int]] = field(default_factory=dict)
    head: tuple[int, int] = (-1, -9)
    kin: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    line: int = -1
    unnamed: int = -1
    someone: dict[str, int] = field(default_factory=dict)

    def subject(self, who: Who | None, whos: list[Who]) -> Subject | None:
        """The victims that somebody in a sentence stands for; ``None`` where the text leaves it open."""
        if who is None:
            return self._understood()
        if who.kind == "person":
            return Subject(tuple(who.people))
        if who.kind == "group":
            return self._relative(who) if who.word == KIN else self._group(who)
        if who.kind == "noun" and self._unnamed(who, whos):
            return Subject(group=Group(1, 1))
        if who.kind == "noun":
            return None if who.official else self._called(who, self._single(None, who, whos))
        if who.kind == "plural":
            return self._known(who) if who.official else self._several(who, whos)
        if who.kind == "pronoun":
            return self._remembered(self._pronoun(who, whos))
        return None

    def _unnamed(self, who: Who, whos: list[Who]) -> bool:
        """Whether "the student" is the student whom the text leaves unnamed: "X, Y and a student were …"."""
        here = any(someone(one) and one.noun == who.noun and one.last <= who.first for one in whos)
        at = self.someone.get(who.noun, -_STORY)
        known = {number for number, named in self.named if named <= at}
        later = any(number not in known for number, _ in self.named)
        near = self.sentence - at <= _NEAR and not later
        return (here or near) and who.word == "the" and not self.trades.get(who.noun)

    def _group(self, who: Who) -> Subject:
        known = self._counted(who)
        if known is not None:
            self.meant = known
        return known or Subject(group=who.group, official=who.official)

    def _remembered(self, meant: Subject | None) -> Subject | None:
        """Several people whom a pronoun meant are those whom the next one means."""
        if meant is not None and len(meant.people) > 1:
            self.meant = meant
        return meant

    def _relative(self, who: Who) -> Subject:
        """Of "her brother": the one whom the text named as such, or else one person more."""
        bearers = self.trades.get(who.noun, {})
        near = [number for number, at in bearers.items() if self.sentence - at <= _STORY]
        ahead = [number for at, number in self.kin.get(who.noun, ()) if 0 <= at - self.sentence <= _SOON]
        near = near or ahead
        return Subject((near[-1],)) if near else Subject(group=who.group)

    def opens(self, line: int, number: int | None) -> None:
        """A line begins, perhaps with the name of the person whom all of it is about."""
        if line != self.line:
            self.line = line
            self.head = (number, line) if number is not None and not self.aside(number) else (-1, -9)

    def headed(self, sentence: Sentence) -> list[Who]:
        """The subject left out in the file of one person: "X. Was in custody until May. May not leave."."""
        opens = sentence.any_at(("be", "have", "modals"), 0) is not None or sentence.lower(0) == "not"
        if self.head[1] != self.line or not opens or sentence.tokens[-1].text == "?":
            return []
        return [Who(0, 0, "person", [self.head[0]])]

    def _understood(self) -> Subject | None:
        if self.head[1] == self.line:
            return Subject((self.head[0],))
        if self.unnamed == self.line:
            return Subject(group=Group(1, 1))
        last = self.recent[-1][1] if self.recent else -9
        if self.plural is not None and self.plural.people and last < self.plural_at >= self.sentence - 1:
            return self.plural
        if not self.recent or self.sentence - self.recent[-1][1] > _REACH:
            return None
        return Subject((self.recent[-1][0],))

    def _pronoun(self, who: Who, whos: list[Who]) -> Subject | None:
        if who.word in SPEAKER:
            return Subject((self.speakers[self.sentence],)) if self.sentence in self.speakers else None
        if who.word in OF_TWO:
            one = of_two(OF_TWO[who.word], self._free([*self._lately(_PAIR), *named_before(who, whos)]))
            return Subject((one,)) if one is not None else None
        if who.word == "whose":
            before = [w for w in whos if w.last <= who.first and w.kind in ("person", "group")]
            return self.subject(before[-1], whos) if before else None
        if self.unnamed == self.line and who.word in _FEMALE | _MALE:
            return Subject(group=Group(1, 1))
        if who.word in _FEMALE:
            return self._single(True, who, whos)
        if who.word in _MALE:
            return self._single(False, who, whos)
        return self._several(who, whos)

    def _single(self, female: bool | None, who: Who, whos: list[Who]) -> Subject | None:
        near = [w for w in whos if w.last <= who.first and w.kind == "person" and len(w.people) == 1]
        near = near[1:] if near and who.foreign and not (near[0].governed or near[0].possessive) else near
        near = [
            w for w in near if not (who.word in _OBJECTS and not who.possessive and self.acting(w, who, whos))
        ]
        choices = [w.people[0] for w in near if not w.governed and not w.possessive]
        choices += [w.people[0] for w in reversed(near) if w.governed or w.possessive]
        own = [w.people[0] for w in near if w.head <= _SUBJECT and not (w.governed or w.possessive)]
        lawyer = [n for n in own if _ASIDE.intersection(self.people.persons[n].titles) == {"lawyer"}]
        choices = [n for n in choices if not self.aside(n) or (n in lawyer and len(near) == 1)]
        choices += self._headed(who, female)
        choices += self._before()
        ahead = self._ahead(who, whos) if (who.possessive or who.word == "his") and not near else None
        choices = [ahead, *choices] if ahead is not None else choices
        if who.kind == "noun":
            choices = [n for n, at in reversed(self.recent) if self.sentence - at <= 3] or choices
        for number in choices:
            person = self.people.persons[number]
            if female is None or person.female is None or person.female == female:
                _learn(person, female)
                return Subject((number,))
        return self._coming(who, whos, female) if who.kind == "pronoun" and not self.named else None

    def _coming(self, who: Who, whos: list[Who], female: bool | None) -> Subject | None:
        """Of "When they came for him, X was asleep": whom the sentence names next."""
        here = [w for w in whos if w.first >= who.last and w.kind == "person" and len(w.people) == 1]
        free = here and not (here[0].governed or here[0].possessive or self.aside(here[0].people[0]))
        if not free or female is None or self.people.persons[here[0].people[0]].female not in (female, None):
            return None
        return Subject((here[0].people[0],))

    def _headed(self, who: Who, female: bool | None) -> list[int]:
        """The person whom the line is about, where a pronoun can only mean that one."""
        number, line = self.head
        if line != self.line or who.kind != "pronoun" or female is None:
            return []
        others = {
            n for n, at in self.named if n != number and at > self.sentence - _NEAR and not self.aside(n)
        }
        alike = [n for n in others if self.people.persons[n].female in (female, None)]
        return [number] if self.people.persons[number].female == female or not alike else []

    def _before(self) -> list[int]:
        """The people spoken of before, last first; those named in a row count as named."""
        spoken = [(at, 1, -place, n) for place, (n, at) in enumerate(reversed(self.recent))]
        named = [
            (at, 0, -place, n) for place, (n, at) in enumerate(reversed(self.named)) if not self.aside(n)
        ]
        near = sorted((one for one in (*spoken, *named) if self.sentence - one[0] <= _REACH), reverse=True)
        return [one[3] for one in near]

    def _ahead(self, who: Who, whos: list[Who]) -> int | None:
        """Of "after his arrest, X said …": the person who comes next, where "his" opens the sentence."""
        if who.first > _OPENING:
            return None
        later = [w for w in whos if w.first > who.last and w.kind in ("person", "pronoun")]
        first = later[0] if later else None
        free = first is not None and first.kind == "person" and not first.governed and not first.possessive
        return first.people[0] if first is not None and free and len(first.people) == 1 else None

    def acting(self, who: Who, pronoun: Who, whos: list[Who]) -> bool:
        """Of "X had sentenced him": who acts is not whom "him" means."""
        between = [other for other in whos if who.last <= other.first < pronoun.first]
        return (
            not who.governed
            and not who.direct
            and not between
            and pronoun.first - who.last <= _CLAUSE
            and pronoun.direct
        )

    def aside(self, number: int) -> bool:
        """Whether a person acts for the state or for another; a lawyer does not to whom things happened."""
        titles = self.people.persons[number].titles
        own = number in self.suffered and _ASIDE.intersection(titles) == {"lawyer"}
        return bool(titles) and not (_ASIDE.isdisjoint(titles) or own)

    def _several(self, who: Who, whos: list[Who]) -> Subject | None:
        if who.noun == "others":
            return None
        for other in reversed(whos):
            if other.last <= who.first and other.kind == "person" and len(other.people) > 1:
                return Subject(tuple(other.people))
            if other.last <= who.first and other.kind == "group" and other.group and other.group.low > 1:
                return Subject(group=other.group, official=other.official)
        near = self.plural if self.sentence - self.plural_at <= 3 else None
        named = who.kind == "plural" and who.noun in set_of("en", "grammar", "together_nouns")
        if near is not None and not named:
            return self._named_since(near) or near
        if named:
            return self._known(who) or near
        ever = [] if named_before(who, whos) else self._free(self._lately(self.sentence))
        both = last_two(self._free(self._lately(_NEAR)), ever)
        return Subject(both) if both and who.word == "both" else None

    def _lately(self, reach: int) -> list[int]:
        return [number for number, at in self.named if self.sentence - at <= reach]

    def _free(self, numbers: list[int]) -> list[int]:
        return [number for number in numbers if not self.aside(number)]

    def _named_since(self, counted: Subject) -> Subject | None:
        """Those of a counted few whom the text named after it: "two editors were jailed. X … Y … Both …"."""
        group = counted.group
        if group is None or group.high != group.low or group.low < 2:
            return None
        later = tuple(dict.fromkeys(n for n, at in self.named if at > self.plural_at and not self.aside(n)))
        return Subject(later) if len(later) == group.low else None

    def known_count(self, who: Who) -> bool:
        """Whether a count means people whom the text named."""
        return who.kind == "group" and self._counted(who) is not None

    def _counted(self, who: Who) -> Subject | None:
        """The people whom "the two", "all three", "both men" mean: as many as the text named before."""
        group = who.group
        size = group.low if group is not None else 0
        whole = group is not None and group.high == size and group.whole and not group.partitive
        if group is None or not whole or not 2 <= size <= _MOST:
            return None
        fits = self._fitting(who.noun, official=who.official)
        married = self._of_one_name(fits) if who.noun == "couple" else ()
        if len(married) == size:
            return Subject(married)
        if self.plural is not None and self.sentence - self.plural_at <= _REACH:
            if len(self.plural.people) == size and all(map(fits, self.plural.people)):
                return self.plural
            if self.plural.group is not None and self.plural.group.low == size:
                later = dict.fromkeys(n for n, at in self.named if at > self.plural_at and n in self.suffered)
                return Subject(tuple(later)) if len(later) == size and all(map(fits, later)) else None
        near = tuple(dict.fromkeys(n for n, at in self.named if 0 <= self.sentence - at <= _NEAR and fits(n)))
        last = tuple(n for n in near if n in self.suffered)
        told = tuple(n for n, at in self.suffered.items() if self.sentence - at <= _STORY and fits(n))
        ever = tuple(n for n in self.suffered if fits(n))
        people = next((row for row in (near, last, told, ever) if len(row) == size), ())
        return Subject(people) if people else None

    def _of_one_name(self, fits: Callable[[int], bool]) -> tuple[int, ...]:
        """The people spoken of who share a surname, whatever its ending for men and women."""
        known = [n for n in dict.fromkeys((*(n for n, _ in self.named), *self.suffered)) if fits(n)]
        stems = {n: self.people.persons[n].name.split()[-1][:_STEM].casefold() for n in known}
        return tuple(n for n in known if sum(stem == stems[n] for stem in stems.values()) > 1)

    def _fitting(self, noun: str, *, official: bool) -> Callable[[int], bool]:
        """Who can be meant by a noun: no judge or lawyer, and men or women where it says so."""
        sex = {"men": False, "women": True}.get(noun)

        def fits(number: int) -> bool:
            person = self.people.persons[number]
            force = "force" in person.titles
            other = sex is not None and person.female is not None and person.female != sex
            return force if official else not (self.aside(number) or other)

        return fits

    def _known(self, who: Who) -> Subject | None:
        """The people whom "the men", "the officers" mean: those to whom things were told to have happened."""
        fits = self._fitting(who.noun, official=who.official)
        rows = (
            tuple(n for n, at in self.suffered.items() if self.sentence - at <= reach and fits(n))
            for reach in (_NEAR, _STORY)
        )
        people = next((row for row in rows if len(row) > 1), ())
        return Subject(people, official=who.official) if people else None

    def note(self, number: int) -> None:
        """A person was spoken of as the subject or victim."""
        self.recent.append((number, self.sentence))
        if len(self.recent) > 12:
            del self.recent[:6]

    def describe(self, noun: str, number: int) -> None:
        """The text called somebody by a noun ("the pensioner X"): the noun alone then means that person."""
        if noun not in set_of("en", "grammar", "anybody"):
            self.trades.setdefault(noun, {})[number] = self.sentence

    def _called(self, who: Who, spoken: Subject | None) -> Subject | None:
        """Of "the seamstress": the one whom the text called so, if that is not who is spoken of anyway."""
        bearers = self.trades.get(who.noun, {})
        near = [number for number, at in bearers.items() if self.sentence - at <= _STORY]
        if spoken is not None and any(number in bearers for number in spoken.people):
            return spoken
        if not near and is_relative(who.noun):
            return None
        return Subject((near[0],)) if len(near) == 1 else spoken

    def suffers(self, number: int) -> None:
        """Something was told to have happened to a person."""
        self.suffered.pop(number, None)
        self.suffered[number] = self.sentence

    def _topic(self, named: list[Who], free: list[int], victims: list[int]) -> list[int]:
        """Whom a sentence leaves as spoken of: its victim, or who opens it where the victim is told aside."""
        opens = [w.people[0] for w in named if w.head <= 1 and w.people[0] in free]
        bare = {n for w in named if not (w.governed or w.possessive) for n in w.people}
        far = (
            bool(opens) and bool(victims) and victims[-1] not in bare and victims[-1] in self._named_in(named)
        )
        return (
            (opens[:1] if far else victims[-1:])
            or free[:1]
            or ([] if self.recent else [who.people[0] for who in named[:1]])
        )

    def _still_meant(self, whos: list[Who]) -> list[int]:
        """Of whom "he" goes on speaking, where the text has spoken of one person alone for some sentences."""
        spoken = any(who.kind == "pronoun" and who.word in _FEMALE | _MALE for who in whos)
        near = {number for number, at in self.recent if self.sentence - at <= _REACH} if spoken else set()
        return list(near) if len(near) == 1 else []

    @staticmethod
    def _named_in(named: list[Who]) -> set[int]:
        return {number for who in named for number in who.people}

    def leave(self, whos: list[Who], victims: list[int], *, listed: bool = False) -> None:
        """The sentence ends: its victims, or else its first free-standing person, are spoken of now.

        ``listed`` is a sentence that only lists names: "they" are all of them.
        """
        named = [w for w in whos if w.kind == "person"]
        self.someone.update((who.noun, self.sentence) for who in whos if named and someone(who))
        if listed:
            row = tuple(n for who in named for n in who.people if not self.aside(n))
            self.plural, self.plural_at = Subject(row), self.sentence
        self.named.extend((number, self.sentence) for who in named for number in who.people)
        del self.named[:-40]
        for who in () if listed else named:
            if len(who.people) > 1:
                self.plural, self.plural_at = Subject(tuple(who.people)), self.sentence
        for who in whos:
            if who.kind == "group" and who.group and who.group.low > 1 and not named:
                group = Subject(group=who.group, official=who.official)
                self.plural, self.plural_at = self.meant or self._counted(who) or group, self.sentence
        if self.meant is not None and not named:
            self.plural, self.plural_at = self.meant, self.sentence
        self.meant = None
        single = [w.people[0] for w in named if len(w.people) == 1 and not w.governed and not w.possessive]
        free = [number for number in single if not self.aside(number)]
        topic = self._topic(named, free, victims)
        bound = [
            number
            for who in named
            for number in who.people
            if (who.governed or who.possessive) and not self.aside(number)
        ]
        for number in (
            *(number for who in whos if who.word == KIN for number in self._relative(who).people),
            *([] if named or topic else self._still_meant(whos)),
            *([] if free or topic else bound[:1]),
            *(one for one in free if one not in topic),
            *topic,
        ):
            self.note(number)


def _learn(person: Person, female: bool | None) -> None:
    if person.said is None:
        person.said = female
    if person.female is None and female is not None:
        person.female = female
