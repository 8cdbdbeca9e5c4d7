"""Whom pronouns, nouns and dropped subjects mean: the people a text spoke of last."""

from collections import Counter
from dataclasses import dataclass, field

from tizim.reading.focus import Subject
from tizim.reading.inflected.kinsfolk import Kinsfolk
from tizim.reading.inflected.verb_last_focus import named_behind, understood
from tizim.reading.inflected.who import KIN, Who
from tizim.reading.people import People

_ASIDE = frozenset({"judge", "prosecutor", "investigator", "official", "lawyer", "force", "politician"})
_REACH, _FAR = 4, 12
_NEAR, _LONGEST = 3, 5


@dataclass(slots=True)
class Focus:
    """What was spoken of last, sentence by sentence."""

    people: People
    recent: list[tuple[int, int]] = field(default_factory=list)
    plural: Subject | None = None
    plural_at: int = -9
    sentence: int = 0
    groups: dict[str, Subject] = field(default_factory=dict)
    kin: set[int] = field(default_factory=set)
    kinsfolk: Kinsfolk | None = None
    either: bool = False
    hit: set[int] = field(default_factory=set)
    line: int = -1
    of_line: list[int] = field(default_factory=list)
    struck: tuple[int, ...] = ()
    struck_at: int = -9
    speakers: dict[int, int] = field(default_factory=dict)
    telling: set[int] = field(default_factory=set)
    about: dict[int, int] = field(default_factory=dict)

    def paragraph(self, line: int) -> None:
        """A sentence begins; a new paragraph speaks of nobody yet."""
        if line != self.line:
            self.line, self.of_line = line, []

    def subject(self, who: Who, whos: list[Who]) -> Subject | None:
        """The victims that somebody in a sentence stands for; ``None`` where the text leaves it open."""
        if who.kind == "person" or (who.kind == "relative" and who.people):
            return Subject(tuple(who.people))
        if who.kind == KIN:
            return self._kin(who, whos)
        if who.others or who.group is not None:
            return self._others(who, whos) if who.others else self._group(who, whos)
        if who.kind == "pronoun" and who.word == "me":
            speaker = self.speakers.get(self.line)
            return Subject((speaker,)) if speaker is not None else None
        several = who.kind == "plural" or (who.kind == "relative" and who.plural)
        if several or (who.kind == "pronoun" and who.word == "they"):
            return None if who.official else self._several(who, whos)
        if who.word.startswith("#"):
            return self._of_row(int(who.word[1:]), who, whos)
        if who.kind == "noun" or who.kind == "relative":
            return None if who.official else self._single(who, whos)
        return self._single(who, whos) if who.kind == "pronoun" else None

    def _kin(self, who: Who, whos: list[Who]) -> Subject | None:
        """Whom "her husband" means."""
        here = [number for one in whos for number in one.people if one.kind == "person"]
        spoken = [number for number, _ in reversed(self.recent)]
        recent = [number for number in (*here, *spoken) if not self.aside(number)]
        beside = {one.relation for one in whos if one.kind == KIN and one.last <= who.first}
        speaker = self.speakers.get(self.line)
        return self.kinsfolk.meant(who, speaker, recent, beside) if self.kinsfolk else None

    def _others(self, who: Who, whos: list[Who]) -> Subject | None:
        """Of a row named before, those besides whom the text spoke of just now; else only a counted group."""
        here = {number for one in whos if one.last <= who.first for number in one.people}
        named = here or set(self.struck if self.sentence - self.struck_at == 1 else ())
        row = self.row() if named and named < set(self.row()) else ()
        left = tuple(number for number in row if number not in named and not self.aside(number))
        counted = who.group is not None and who.group.printed is not None
        if left and who.group is not None and (not counted or who.group.low == len(left)):
            return Subject(left)
        return Subject(group=who.group, official=who.official) if counted else None

    def dropped(self, *, female: bool | None, plural: bool) -> Subject | None:
        """Who is meant where a clause has no subject."""
        if plural:
            return self.plural if self.plural is not None and self.sentence - self.plural_at <= 2 else None
        if self.either:
            return understood(self)
        speaker = self.speakers.get(self.line) if self.line in self.telling else None
        if speaker is not None and female in (None, self.people.persons[speaker].female):
            return Subject((speaker,))
        return self._nearest(female, [], _FAR if self._has_topic() else _REACH - 1)

    def nearby(self, *, plural: bool) -> Subject | None:
        """The only person whom the paragraph names, or those whom the sentence before names together."""
        if plural:
            near = self.plural is not None and self.sentence - self.plural_at <= 1
            return self.plural if near else None
        here = {number for number in self.of_line if not self.aside(number)}
        return Subject((here.pop(),)) if len(here) == 1 else None

    def row(self) -> tuple[int, ...]:
        """The people named together last, not long ago."""
        near = self.plural is not None and self.sentence - self.plural_at <= _REACH
        return self.plural.people if self.plural is not None and near else ()

    def unsaid(self) -> Subject | None:
        """All whom the sentence before struck, where a verb leaves its object out ("the case was opened")."""
        near = self.sentence - self.struck_at == 1 and len(self.struck) > 1
        return Subject(self.struck) if near else None

    def just_struck(self) -> Subject | None:
        """Those whom the sentence before struck."""
        return Subject(self.struck) if self.sentence - self.struck_at == 1 else None

    def _has_topic(self) -> bool:
        """Whether the text is about one person: nobody else is spoken of more than in passing."""
        spoken = Counter(number for number, _ in self.recent if not self.aside(number))
        return bool(spoken) and 3 * spoken.most_common(1)[0][1] >= 2 * spoken.total()

    def _group(self, who: Who, whos: list[Who]) -> Subject | None:
        group = who.group
        if group is None or group.high == 0:
            return None
        if self.either and who.definite and (self._is_part(group.low) or _is_part_here(who, whos)):
            return Subject(group=group, official=who.official)
        if who.definite and group.high is not None:
            row = (
                self.plural.people if self.plural is not None and self.sentence - self.plural_at <= 4 else ()
            )
            met = self._met(8)
            here = [one for one in whos if one.kind == "person" and one.last <= who.first and not one.owner]
            beside = tuple(
                dict.fromkeys(number for one in here for number in one.people if not self.aside(number))
            )
            just = self.struck if not self.either or self.sentence - self.struck_at == 1 else ()
            rows = (beside, row, just, met)
            known = next((one for one in rows if len(one) == group.low), None)
            if known is not None:
                return Subject(known)
            if self.either and who.definite and len(met) >= group.low:
                return None
        return Subject(group=group, official=who.official)

    def _of_row(self, place: int, who: Who, whos: list[Who]) -> Subject | None:
        """The first, second … of the people named last in a row."""
        here = [one.people for one in whos if one.last <= who.first and len(one.people) > 1]
        near = self.plural is not None and self.sentence - self.plural_at <= _NEAR
        row = here[-1] if here else self.plural.people if self.plural is not None and near else ()
        return Subject((row[place - 1],)) if place <= len(row) <= _LONGEST else None

    def _is_part(self, count: int) -> bool:
        """Whether a larger group is spoken of, and nobody by name since ("three of them")."""
        whole = self.plural.group if self.plural is not None else None
        named = max((at for _, at in self.recent), default=-1)
        return (
            whole is not None
            and whole.low > count
            and named < self.plural_at
            and (self.sentence - self.plural_at <= 2)
        )

    def _met(self, reach: int) -> tuple[int, ...]:
        """Everybody spoken of in the last sentences, in the order in which they were first named."""
        met = dict.fromkeys(number for number, at in self.recent if self.sentence - at <= reach)
        return tuple(number for number in met if not self.aside(number))

    def _single(self, who: Who, whos: list[Who]) -> Subject | None:
        before = [
            one.people[0] for one in reversed(whos)
            if one.last <= who.first and one.kind == "person" and len(one.people) == 1
            and (not one.owner or who.kind == "pronoun")
            and who.apart.isdisjoint(one.people)
        ]  # fmt: skip
        topic = self.about.get(self.line) if who.kind == "pronoun" else None
        if topic is not None and not [number for number in before if not self.aside(number)]:
            return Subject((topic,))
        subjects = [one for one in whos if one.last <= who.first and one.kind == "person" and not one.owner]
        if self.either and who.kind == "pronoun" and "nom" in who.cases and subjects:
            return Subject((subjects[-1].people[-1],))
        meant = frozenset(self.kin) if who.kind == "noun" else frozenset[int]()
        near = self._nearest(who.female, [] if who.kind == "noun" and before else before, _REACH, meant)
        return (
            named_behind(self, who, whos) if near is None and self.either and who.kind == "pronoun" else near
        )

    def _nearest(
        self, female: bool | None, before: list[int], reach: int, without: frozenset[int] = frozenset()
    ) -> Subject | None:
        choices = [number for number in before if not self.aside(number)]
        choices += [number for number, at in reversed(self.recent) if self.sentence - at <= reach]
        for number in choices:
            person = self.people.persons[number]
            if number in without:
                continue
            if female is None or person.female is None or person.female == female:
                return Subject((number,))
        return self._nearest(female, before, reach) if without and choices else None

    def alone(self) -> bool:
        """Whether a text names one person besides kin and those who act for the state or for another."""
        numbers = {person.number for person in self.people.persons} - self.kin
        return sum(not self.aside(number) for number in numbers) == 1

    def female(self, people: tuple[int, ...]) -> bool | None:
        """Whether somebody is a woman, as far as the text or the name says; of several nothing."""
        return self.people.persons[people[0]].female if len(people) == 1 else None

    def aside(self, number: int) -> bool:
        """Whether a person acts for the state or for another (judge, prosecutor, official, lawyer)."""
        office = any(title in _ASIDE for title in self.people.persons[number].titles)
        return office and not (self.either and number in self.hit)

    def _several(self, who: Who, whos: list[Who]) -> Subject | None:
        for other in reversed(whos):
            if other.last <= who.first and len(other.people) > 1 and other.kind == "person":
                return Subject(tuple(other.people))
            if self.either and who.kind == "pronoun" and _are_others(other, who):
                return None
            if self.either and other.last <= who.first and other.group is not None and other.group.low > 1:
                return Subject(group=other.group, official=other.official)
        counted = self.groups.get(who.word)
        if who.kind == "plural" and counted is not None:
            row = self.row() if self.either else ()
            return (
                Subject(row) if counted.group is not None and counted.group.low == len(row) > 1 else counted
            )
        if self.plural is not None and self.sentence - self.plural_at <= _NEAR:
            return self.plural
        struck = not self.either and len(self.struck) > 1 and self.sentence - self.struck_at <= _NEAR
        return Subject(self.struck) if struck else None

    def leave(self, whos: list[Who], victims: list[int]) -> None:
        """The sentence ends: its victims, or else the people that it names, are spoken of now."""
        self.hit.update(victims)
        if victims:
            self.struck, self.struck_at = tuple(dict.fromkeys(victims)), self.sentence
        named = [who for who in whos if who.kind == "person"]
        self.of_line += [number for who in named if not who.owner for number in who.people]
        self._leave_plural(whos, named)
        self._leave_people(named, victims)
        self._keep_alive(whos, named, victims)
        del self.recent[:-24]

    def _leave_plural(self, whos: list[Who], named: list[Who]) -> None:
        for who in named:
            if len(who.people) > 1:
                self.plural, self.plural_at = Subject(tuple(who.people)), self.sentence
        for who in whos if not self.either else [one for one in whos if not self._means_row(one)]:
            if who.group is not None and who.group.noun:
                self.groups[who.group.noun] = Subject(group=who.group, official=who.official)
            if who.group is not None and who.group.low > 1 and not any(len(one.people) > 1 for one in named):
                self.plural, self.plural_at = Subject(group=who.group, official=who.official), self.sentence

    def _means_row(self, who: Who) -> bool:
        """Whether a counted group ("the three of them") means the row that is spoken of: it stays so."""
        known = self.row()
        return who.definite and who.group is not None and who.group.low == len(known) > 1

    def _leave_people(self, named: list[Who], victims: list[int]) -> None:
        single = [who.people[0] for who in named if len(who.people) == 1 and not who.owner]
        free = [number for number in single if not self.aside(number)]
        nominative = [
            who.people[0]
            for who in named
            if len(who.people) == 1 and "nom" in who.cases and not self.aside(who.people[0])
        ]
        owners = {number for who in named if who.owner for number in who.people}
        told = [] if self.either and nominative and owners.issuperset(victims) else victims
        topic = told[-1:] or nominative[:1] or free[:1]
        rows = [number for who in named if len(who.people) > 1 for number in who.people]
        for number in (*rows, *(one for one in free if one not in topic), *topic):
            self.recent.append((number, self.sentence))

    def _keep_alive(self, whos: list[Who], named: list[Who], victims: list[int]) -> None:
        """Whom only a pronoun means, or what was not said, is still spoken of."""
        alone = (
            not named and self.recent and any(who.kind == "pronoun" and who.word != "they" for who in whos)
        )
        if alone and self.sentence - self.recent[-1][1] <= _REACH and not victims:
            self.recent.append((self.recent[-1][0], self.sentence))
        elif victims:
            self.recent.append((victims[-1], self.sentence))


def _are_others(other: Who, who: Who) -> bool:
    """Whether people without names stand before "they" as a subject: these are meant."""
    return other.last <= who.first and other.kind == "plural" and "nom" in other.cases


def _is_part_here(who: Who, whos: list[Who]) -> bool:
    """Whether a larger group stands before in the same sentence, and nobody by name since ("nine were
    taken, two of them fined")."""
    before = [
        one for one in whos if one.last <= who.first and (one.group is not None or one.kind == "person")
    ]
    named = any(one.kind == "person" for one in before)
    count = who.group.low if who.group is not None else 0
    return not named and any(one.group is not None and one.group.low > count for one in before)
