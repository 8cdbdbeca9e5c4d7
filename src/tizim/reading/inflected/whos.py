"""Who is in a sentence: people in rows, counted groups, nouns for people, pronouns."""

from itertools import pairwise

from tizim.reading.inflected.apposed import with_counted_named
from tizim.reading.inflected.kinsfolk import kin_at
from tizim.reading.inflected.labels import Labels
from tizim.reading.inflected.numbers import Number, number_at
from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.phrases import (
    add_relatives,
    begins,
    ends_as_part,
    fills,
    group_of,
    is_aged,
    is_aside,
    is_each,
    is_measured,
    is_of_row,
    is_of_some,
    is_part,
    linked,
    means_nobody,
    noun_after,
    ordinal_of,
    others_alone,
    others_of,
    single,
    stretched,
    with_titles_apart,
)
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import MEMBER, Who
from tizim.reading.marks import Mark
from tizim.reading.who import Group

_ANY = frozenset({"nom", "gen", "dat", "acc", "ins", "loc", "abl"})
_NOUNS = tuple(
    "members others ordinals bound rest all_words pronouns victims title officials one_of_kin".split()
)
_ROW, _BETWEEN = 9, 5
_ASIDE = {"judge", "prosecutor", "investigator", "official", "lawyer", "force", "politician"}
_OFFICE = {"judge", "prosecutor", "investigator", "force", "official"}


class Whos:
    """Finds who is in each sentence of a text."""

    def __init__(self, finder: PeopleFinder, govern: str) -> None:
        self.finder = finder
        self.govern = govern
        self.last_bears = bool(finder.lists.lexicon.tables["names"].get("last_bears_the_case"))
        self.called: dict[str, int] = {}
        self.labels: Labels = {}
        self.titles = {(run.sentence, run.first): run.title_at for run in finder.runs.runs}

    def of(self, sentence: Sentence, number: int, taken: set[int]) -> list[Who]:
        """Everybody in a sentence, in order; ``taken`` are tokens of dates, lengths and articles."""
        people = self._rows(sentence, self._people(sentence, number))
        covered = taken | {at for who in people for at in range(who.head, who.last)}
        found = people
        for index in self._starts(sentence):
            if index in covered:
                continue
            who = self._other(sentence, index, covered)
            if who is not None:
                found.append(who)
                covered.update(range(who.first, who.last))
        found.sort(key=lambda who: who.first)
        found = [who for who in found if not self._is_apposed(sentence, who, people)]
        found = (with_counted_named if self.last_bears else with_titles_apart)(sentence, found)
        self._absorb(sentence, found)
        self._learn(sentence, people)
        add_relatives(sentence, found)
        return found

    def _starts(self, sentence: Sentence) -> list[int]:
        """The tokens at which somebody without a name can begin."""
        starts = sentence.numeric | sentence.starts(_NOUNS)
        called = self.called.keys()
        if called:
            starts |= {at for at, word in enumerate(sentence.words) if not called.isdisjoint(word.lemmas)}
        return sorted(starts)

    def _is_apposed(self, sentence: Sentence, who: Who, people: list[Who]) -> bool:
        """Whether a noun only says what the person before the comma is ("X, a former teacher, …")."""
        if who.kind != "noun" or sentence.lower(who.head - 1) not in (",", "—", "–"):
            return False
        return any(
            one.last < who.head
            and one.cases & who.cases
            and not one.owner
            and is_aside(sentence, one.last, who.head)
            for one in people
        )

    def _absorb(self, sentence: Sentence, found: list[Who]) -> None:
        """Of "the fourth defendant, X," the noun belongs to the name; a group after "and" to the name
        before."""
        for before, who in pairwise(list(found)):
            if before.group is not None and who.kind == "person" and sentence.lower(before.last) == ":":
                before.kind, before.people, before.parts = "person", list(who.people), list(who.parts)
                before.group = None
            gap = range(before.last, who.head)
            if before.kind == "noun" and who.kind == "person" and before.cases & who.cases:
                if len(gap) == 1 and sentence.lower(before.last) in (",", "—", "–") and before in found:
                    who.head, who.cases = before.head, who.cases & before.cases
                    found.remove(before)
            elif before.kind == "person" and who.group is not None and before.cases & who.cases:
                linked = len(gap) == 1 and sentence.at("and", before.last) is not None
                before.also = who if linked else None
                who.group.definite = who.group.definite or linked

    def _learn(self, sentence: Sentence, people: list[Who]) -> None:
        """Notes the nouns that stand beside a name: later they mean this person."""
        for who in (part for one in people for part in (one.parts or [one])):
            if len(who.people) != 1:
                continue
            if who.head < who.first and not who.owner:
                self._learn_titles(sentence, who)
            if sentence.lower(who.last) in (",", "—", "–"):
                self._learn_behind(sentence, who)

    def _learn_titles(self, sentence: Sentence, who: Who) -> None:
        for at in range(who.head, who.first):
            forms = sentence.word(at).forms[:2]
            cases = who.cases | ({"nom"} if self.last_bears else set())
            noun = next((one for one in forms if one.part == "noun" and one.case in cases), None)
            if noun is not None and sentence.is_at("title", at) and not sentence.is_at("kin", at):
                self.called[noun.lemma] = who.people[0]

    def _learn_behind(self, sentence: Sentence, who: Who) -> None:
        for at in range(who.last + 1, min(who.last + 5, len(sentence.tokens))):
            form = next((one for one in sentence.word(at).forms[:2] if one.part == "noun" and one.case), None)
            if form is not None and form.case in who.cases and not form.plural and len(form.lemma) > 3:
                self.called.setdefault(form.lemma, who.people[0])
                return
            if sentence.tokens[at].kind != "number" and not sentence.word(at).cases:
                return

    def _called(self, sentence: Sentence, index: int) -> Who | None:
        """A noun by which the text called somebody ("the seamstress")."""
        named = sentence.tokens[index].capital and not begins(sentence, index)
        if not self.called or named or is_of_row(sentence, index):
            return None
        for form in sentence.word(index).forms:
            single = form.part == "noun" and bool(form.case) and not form.plural
            person = self.called.get(form.lemma) if single else None
            if person is not None:
                cases = frozenset(one.case for one in sentence.word(index).forms if one.lemma == form.lemma)
                female = self.finder.found.persons[person].female
                return Who(
                    index, index + 1, stretched(sentence, index), "person", cases, [person], female=female
                )
        return None

    def _people(self, sentence: Sentence, number: int) -> list[Who]:
        out = []
        for mention in self.finder.found.mentions.get(number, []):
            cases = self.finder.cases.get((number, mention.first), _ANY)
            title = self.titles.get((number, mention.first), -1)
            head = title if title >= 0 else mention.first
            head = stretched(sentence, head)
            cases = self._narrowed(sentence, title, cases)
            last, cases = self._honoured(sentence, mention.last, cases)
            person = self.finder.found.persons[mention.person]
            who = Who(mention.first, last, head, "person", cases, [mention.person], female=person.female)
            owner = self._is_owner(sentence, who) and not self._is_lawyer(sentence, who, number)
            who.owner = owner or (number in self.labels and sentence.lower(last) == ":")
            out.append(who)
        return out

    def _honoured(self, sentence: Sentence, last: int, cases: frozenset[str]) -> tuple[int, frozenset[str]]:
        """Where a name ends, and its cases, with "аға" or "ханым" behind it, which then bears the ending."""
        words = self.finder.lists.lexicon.set("people", "honorifics")
        word = sentence.word(last)
        if not self.last_bears or words.isdisjoint(word.lemmas) or not word.cases:
            return last, cases
        return last + 1, frozenset(form.case for form in word.forms if form.lemma in words and form.case)

    def _narrowed(self, sentence: Sentence, title: int, cases: frozenset[str]) -> frozenset[str]:
        """The cases of a name that its title allows: "активисту Айгерим" is a dative."""
        mark = sentence.at("title", title)
        if mark is None:
            return cases
        allowed = frozenset(case for at in range(mark.first, mark.last) for case in sentence.word(at).cases)
        return cases & allowed or cases

    def _is_owner(self, sentence: Sentence, who: Who) -> bool:
        """Whether kin or a lawyer stands before the name in another case ("the brother of X")."""
        if self.last_bears and "gen" in who.cases and "nom" not in who.cases:
            return sentence.at("kin", who.last) is not None
        before = sentence.ends_at("kin", who.head)
        title = sentence.any_at(("kin",), who.head) if who.head < who.first else None
        mark = title or before
        if mark is None or mark.last > who.first:
            return False
        family = sentence.at("family", mark.first) is not None
        if family and all(form.plural for form in sentence.word(mark.first).forms if form.case):
            return False
        if sentence.ends_at("possessive", mark.first) is not None:
            return False
        own = sentence.word(mark.last - 1).cases
        named = self.finder.cases.get((0, -1), who.cases)
        return "gen" in who.cases and not (own & named - {"gen"} and "nom" in own & named)

    def _is_lawyer(self, sentence: Sentence, who: Who, number: int) -> bool:
        """Whether a full name that was not met before is the lawyer's own ("arrested the lawyer X Y")."""
        title = sentence.at("title", who.head)
        if title is None or title.value != "lawyer" or self.last_bears or who.last - who.first < 2:
            return False
        met = (
            at
            for at, found in self.finder.found.mentions.items()
            for one in found
            if one.person in who.people
        )
        return min(met) == number

    def _rows(self, sentence: Sentence, people: list[Who]) -> list[Who]:
        """Names in a row joined: "A, B и C", also with their titles between them."""
        out: list[Who] = []
        for who in people:
            if out and self._joins(sentence, out[-1], who):
                row = out[-1]
                row.parts = [*(row.parts or [single(row)]), who]
                row.people = [*row.people, *who.people]
                row.cases = row.cases & who.cases or who.cases
                row.last, row.plural, row.female = who.last, True, None
                continue
            out.append(who)
        return out

    def _joins(self, sentence: Sentence, one: Who, other: Who) -> bool:
        between = range(one.last, other.head)
        if other.owner or one.owner or other.first - one.last > _ROW or len(between) > _ROW:
            return False
        links = [at for at in between if sentence.lower(at) == "," or sentence.at("and", at) is not None]
        if not links or not self._share_a_case(sentence, links, one, other):
            return False
        passed = linked(sentence, between, one.head - 1)
        inside = [at for at in between if at not in links and at not in passed]
        if not self.last_bears and any(is_measured(sentence, at) for at in inside):
            return False
        return all(fills(sentence, at) for at in inside) and not any(
            sentence.is_at("act", at) for at in inside
        )

    def _share_a_case(self, sentence: Sentence, links: list[int], one: Who, other: Who) -> bool:
        """Whether two names can stand in one case; in some languages the last of a row alone bears it."""
        if one.cases & other.cases:
            return True
        joined = any(sentence.at("and", at) is not None for at in links)
        return self.last_bears and joined and "nom" in one.cases

    def _other(self, sentence: Sentence, index: int, covered: set[int]) -> Who | None:
        if sentence.at("members", index) is not None:
            return Who(index, index + 1, index, MEMBER, sentence.word(index).cases, word=MEMBER)
        if self.last_bears and sentence.at("others", index) is not None:
            return others_alone(sentence, index)
        return (
            self._group(sentence, index, covered)
            or (None if self.last_bears else others_of(sentence, index))
            or self._pronoun(sentence, index)
            or (None if self.last_bears else ordinal_of(sentence, index))
            or self._called(sentence, index)
            or kin_at(sentence, index, verb_last=self.last_bears)
            or self._noun(sentence, index)
        )

    def _group(self, sentence: Sentence, index: int, covered: set[int]) -> Who | None:
        """A counted group: a bound, a number, and a noun of people or nothing."""
        bound = sentence.at("bound", index)
        at = bound.last if bound else index
        rest = sentence.at("rest", at)
        at = rest.last if rest else at
        if bound is None and rest is None and sentence.at("all_words", at) and number_at(sentence, at + 1):
            at += 1
        if at in covered:
            return None
        number = number_at(sentence, at)
        if number is None or number.value != int(number.value) or not 1 <= number.value < 10**7:
            return None
        return self._counted(sentence, index, number, str(bound.value) if bound else "exact")

    def _counted(self, sentence: Sentence, index: int, number: Number, bound: str) -> Who | None:
        if sentence.at("age_words", number.last) is not None:
            return None
        after = sentence.at("bound_after", number.last)
        noun = noun_after(sentence, after.last if after else number.last)
        bare = noun is None and (self._is_collective(sentence, number) or ends_as_part(sentence, after))
        if noun is None and (not bare or number.value == 1):
            return None
        last = noun[1] if noun else after.last if after is not None else number.last
        if after is not None:
            bound = str(after.value)
        counted = after.first if bare and after is not None else None
        cases = self._cases(sentence, number, noun[0] if noun else counted)
        cases = cases | {"nom", "acc"} if bound != "exact" else cases
        official = noun is not None and sentence.at("officials", noun[0]) is not None
        every = sentence.at("all_words", number.first) is not None
        definite = every or (index < number.first and bound == "exact")
        group = group_of(number, bound, sentence, noun)
        group.definite = definite
        if noun is not None:
            group.noun = next((form.lemma for form in sentence.word(noun[0]).forms if form.case), "")
        others = sentence.ends_at("rest", number.first) is not None
        if self.last_bears:
            bare = is_each(sentence, last, number) or (bare and not is_of_some(sentence, index))
        return Who(
            index, last, index, "group", cases, group=group, plural=True, official=official,
            definite=definite or bare, others=others,
        )  # fmt: skip

    def _is_collective(self, sentence: Sentence, number: Number) -> bool:
        """Whether a number alone means people ("трое", "двоим")."""
        if is_part(sentence, number.first):
            return True
        if sentence.at("collective", number.first) is not None:
            return sentence.at("unit", number.last) is None and not sentence.is_at("things", number.last)
        led = sentence.ends_at("prepositions", number.first) is not None
        signed = sentence.lower(number.first - 1) in ("№", "#")
        several = any(form.plural or form.gender == "neuter" for form in sentence.word(number.last).forms[:2])
        return sentence.word(number.last).finite and several and not led and not signed

    def _cases(self, sentence: Sentence, number: Number, noun: int | None) -> frozenset[str]:
        own = sentence.word(number.first).cases
        if noun is None:
            return own or frozenset({"nom", "acc"})
        named = sentence.word(noun).cases
        if self.govern and self.govern in named:
            counted = own & {"nom", "acc"} if own else frozenset({"nom", "acc"})
            return counted | (named & own if own else named)
        return (named & own) or named

    def _pronoun(self, sentence: Sentence, index: int) -> Who | None:
        mark = sentence.at("pronouns", index)
        passed = sentence.at("passed_over", index) if self.last_bears else None
        if mark is None or (passed is not None and passed.last > index + 1):
            return None
        word = sentence.word(mark.last - 1)
        value = str(mark.value)
        following = sentence.word(index + 1)
        owned = following.cases and following.forms[0].part in ("noun", "adjective", "participle", "name")
        named = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].kind == "word"
        possessive = named and sentence.at("possessive", index) is not None
        if owned and following.forms[0].part in ("adjective", "participle"):
            behind = sentence.word(index + 2)
            owned = bool(behind.forms) and behind.forms[0].part in ("noun", "name", "adjective")
        if possessive and owned and not following.finite and not sentence.is_at("months", index + 1):
            return Who(index, index + 1, index, "pronoun", frozenset({"gen"}), word=value, owner=True)
        own = frozenset(form.case for form in word.forms if form.part == "pronoun" and form.case)
        cases = own or word.cases
        female = {"she": True, "he": False}.get(value)
        return Who(
            index, mark.last, index, "pronoun", cases, word=value, female=female, plural=value == "they"
        )

    def _noun(self, sentence: Sentence, index: int) -> Who | None:
        mark = sentence.any_at(("victims", "title", "officials"), index)
        if mark is None:
            return None
        at = mark.last - 1 if mark.last - index > 1 and not sentence.word(index).cases else index
        forms = [
            form
            for form in sentence.word(at).forms
            if form.part in ("noun", "participle", "adjective", "name") and form.case
        ]
        if not forms or (self.last_bears and forms[0].possessed and not forms[0].plural):
            return None
        kin = self.last_bears and sentence.at("kin", index) is not None
        if kin or means_nobody(sentence, index, forms[0].lemma, self.finder.lists.lexicon):
            return None
        if self.last_bears and is_aged(sentence, index):
            group = Group(1, 1, "exact", None, False)
            cases = frozenset(form.case for form in forms)
            return Who(index, mark.last, index, "group", cases, group=group)
        plural = all(form.plural for form in forms) or (forms[0].plural and forms[0].case != "gen")
        official = sentence.at("officials", index) is not None or (
            mark.kind == "title" and str(mark.value) in _OFFICE
        )
        genders = {form.gender for form in forms if form.gender}
        cases = frozenset(form.case for form in forms if form.plural == plural)
        generic = self.finder.lists.lexicon.set("people", "generic")
        named = generic.isdisjoint({form.lemma for form in forms}) and not self._is_topic(mark, genders)
        if generic and not plural and not official and named:
            return Who(index, mark.last, stretched(sentence, index), "somebody", cases, word=forms[0].lemma)
        kind, female = "plural" if plural else "noun", True if genders == {"female"} else None
        return Who(
            index, mark.last, stretched(sentence, index), kind, cases, official=official,
            word=forms[0].lemma, female=female, plural=plural,
        )  # fmt: skip

    def _is_topic(self, mark: Mark, genders: set[str]) -> bool:
        """Whether a word for a trade can mean the only person whom the text is about."""
        free = [one for one in self.finder.found.persons if not _ASIDE & set(one.titles)]
        topic = free[0] if len(free) == 1 else None
        sexed = topic is not None and (topic.female is True) == ("female" in genders)
        return sexed and mark.kind == "title" and str(mark.value) == "occupation"
