"""The people of a text in a language with cases: base forms, the shorter forms tied to them, sex by the
name."""

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

from tizim.reading.inflected.agreement import agree, key, whole, written
from tizim.reading.inflected.kinsfolk import Kinsfolk, is_kin
from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.lone import beside_kin, cut_owner, is_family, is_surname, note_repeated, of_sex
from tizim.reading.inflected.names import Run, Runs
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.surnames import fitting
from tizim.reading.inflected.words import plain
from tizim.reading.people import Mention, People, Person

_FOLDED, _SHORT = 3, 4
_KIN = 1000
"""So far behind stands kin of somebody of one surname, when the surname alone is said."""
_FULL = 0.88
_ANY = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
_VOWELS = frozenset("аеёиоуыэюяәіөүұaeiouyäöüıə")
_OFFICES = frozenset({"judge", "prosecutor", "investigator", "force"})
_KINDS = {"judge", "prosecutor", "investigator", "lawyer", "force", "official", "politician"}


class PeopleFinder:
    """Ties the names of one text to people: full names first, shorter forms to them."""

    def __init__(self, runs: Runs, sentences: list[Sentence], lists: NameLists) -> None:
        self.runs = runs
        self.sentences = sentences
        self.lists = lists
        self.found = People()
        self.words: dict[int, tuple[str, ...]] = {}
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_name: dict[str, int] = {}
        self.recent: dict[int, int] = {}
        self.cases: dict[tuple[int, int], frozenset[str]] = {}
        self.support = Counter[str]()
        self.left: dict[int, list[Run]] = defaultdict(list)
        self.attested: set[str] = set()
        self.kinsfolk = Kinsfolk(self.found)
        self.kin = self.kinsfolk.numbers

    def people(self) -> People:
        """Who is named, and where."""
        self._cut_owners()
        note_repeated(self.runs, self.sentences, self.lists)
        self._vouch()
        self._families()
        for run in self.runs.runs:
            for word in {plain(base[-1]) for base in run.bases.values()}:
                self.support[word] += 1
        self.attested = {key(run.words) for run in self.runs.runs if run.bases.get("nom") == run.words}
        full = [run for run in self.runs.runs if _is_full(run)]
        for run in sorted(full, key=lambda run: (not self._plain(run), run.sentence, run.first)):
            self._full(run)
        for run in sorted(self.runs.runs, key=lambda run: (run.sentence, run.first)):
            if _is_full(run):
                self._seen(run)
            else:
                self._short(run)
        for mentions in self.found.mentions.values():
            mentions.sort(key=lambda mention: mention.first)
        return self.found

    def _vouch(self) -> None:
        """Names in a row vouch for each other, and a surname alone later for the full name."""
        alone = {
            plain(base[-1]) for run in self.runs.runs if len(run.words) == 1 for base in run.bases.values()
        }
        before: Run | None = None
        for run in self.runs.runs:
            if len(run.words) > 1 and any(plain(base[-1]) in alone for base in run.bases.values()):
                run.score += 0.4
            if (
                before is not None
                and before.sentence == run.sentence
                and len(run.words) > 1
                and self._in_row(before, run)
            ):
                self._share_title(before, run)
                before.vouched = before.vouched or run.score >= _FULL
                if before.score >= _FULL and run.score > 0:
                    run.score = max(run.score, _FULL)
                elif run.score >= _FULL and before.score > 0 and len(before.words) > 1:
                    before.score = max(before.score, _FULL)
            before = run

    def _share_title(self, one: Run, other: Run) -> None:
        """Of "the policemen A and B" both are policemen."""
        forms = self.sentences[one.sentence].word(one.title_at).forms if one.title_at >= 0 else ()
        if not other.title and forms and all(form.plural for form in forms if form.case):
            other.title = one.title

    def _cut_owners(self) -> None:
        """Of "the lawyer of X Y Z" the surname X, named elsewhere, is cut from the name behind it."""
        known = {
            plain(base[-1]) for run in self.runs.runs if len(run.words) == 2 for base in run.bases.values()
        }
        for run in self.runs.runs:
            cut_owner(run, self.sentences[run.sentence], self.lists, known)

    def _families(self) -> None:
        """Of "the brothers A and B Xs" A too bears the surname."""
        for one, other in pairwise(self.runs.runs):
            if one.sentence != other.sentence or len(one.words) != 1 or len(other.words) != 2:
                continue
            sentence = self.sentences[one.sentence]
            led = any(sentence.ends_at("family", one.first - back) is not None for back in (0, 1))
            shared = is_family(replace(other, words=other.words[-1:]), self.lists)
            if not (led or shared) or not self._in_row(one, other):
                continue
            common = {case: base for case, base in other.bases.items() if case in one.bases}
            one.bases = {
                case: (one.bases[case][0], of_sex(one.bases[case][0], base[-1], self.lists))
                for case, base in common.items()
            }
            other.bases = {
                case: (*base[:-1], of_sex(base[0], base[-1], self.lists))
                for case, base in other.bases.items()
            }
            one.score = other.score = max(_FULL, other.score)
            one.family = bool(one.bases)

    def _in_row(self, one: Run, other: Run) -> bool:
        sentence = self.sentences[one.sentence]
        between = range(one.last, other.first)
        return len(between) in (1, 2) and all(
            sentence.lower(at) == "," or sentence.at("and", at) is not None for at in between
        )

    @staticmethod
    def _plain(run: Run) -> bool:
        """Whether a name can only be read in one way."""
        return len(set(run.bases.values())) == 1

    def _full(self, run: Run) -> None:
        base = self._chosen(run)
        number = self.by_name.get(key(base))
        if number is None:
            number = self._same(base)
        if number is None:
            number = len(self.found.persons)
            self.found.persons.append(
                Person(
                    number,
                    whole(base, self.sentences[run.sentence].tokens[run.first : run.last]),
                    female=self._female(base),
                )
            )
            self.words[number] = base
        elif len(base) > len(self.words[number]):
            self.words[number] = base
            self.found.persons[number].name = whole(
                base, self.sentences[run.sentence].tokens[run.first : run.last]
            )
        self.by_name[key(base)] = number
        for word in base:
            if len(word) > 1 and number not in self.by_word[plain(word)]:
                self.by_word[plain(word)].append(number)
        self._mention(run, number, base)

    def _chosen(self, run: Run) -> tuple[str, ...]:
        """The base form of a full name: known already, best supported by other mentions, or the
        nominative."""
        bases = list(dict.fromkeys(run.bases.values())) or [run.words]
        known = [base for base in bases if key(base) in self.by_name or self._same(base) is not None]
        if known:
            return known[0]
        titled = self._by_title(run) or self._by_row(run) or self._by_verb(run, bases)
        if titled:
            return titled
        return max(
            bases,
            key=lambda base: (
                key(base) in self.attested,
                self.support[plain(base[-1])],
                self._is_known(run, base),
                self._is_male(base),
                -bases.index(base),
            ),
        )

    def _is_known(self, run: Run, base: tuple[str, ...]) -> bool:
        """Whether the language knows the given name in this base form."""
        if len(base) != len(run.words) or len(base) < 2:
            return False
        forms = self.lists.lexicon.analyst.analysis(run.words[0].lower()).forms
        return any(form.part == "name" and form.lemma == plain(base[0]) for form in forms)

    def _may_be_male(self, base: tuple[str, ...]) -> bool:
        return self._is_male(base) or (len(base) == 1 and plain(base[0]).endswith(self.lists.endings[0]))

    def _is_male(self, base: tuple[str, ...]) -> bool:
        """Whether the given name is a man's: of Damir and Damira the first is meant where both can be."""
        return len(base) > 1 and any(plain(word) in self.lists.male for word in base)

    def _by_title(self, run: Run) -> tuple[str, ...] | None:
        """The base form in the case and gender of the title before the name."""
        if run.title_at < 0 or len(set(run.bases.values())) < 2:
            return None
        sentence = self.sentences[run.sentence]
        forms = sentence.word(run.title_at).forms
        nominal = [form for form in forms if form.part in ("noun", "name", "adjective", "participle")]
        cases = {form.case for form in nominal if not form.plural}
        genders = {form.gender for form in nominal if form.gender and not form.plural}
        fitting = [(case, base) for case, base in run.bases.items() if case in cases]
        if len(genders) == 1:
            wanted = "female" in genders
            sexed = [(case, base) for case, base in fitting if self._female(base) in (wanted, None)]
            if wanted or not sexed:
                fitting = sexed or fitting
        return fitting[0][1] if len({base for _, base in fitting}) == 1 else None

    def _by_row(self, run: Run) -> tuple[str, ...] | None:
        """The base form in the case of the name beside it in a row."""
        for other in self.runs.runs:
            if other is run or other.sentence != run.sentence or not other.bases or len(other.words) < 2:
                continue
            first, second = sorted((run, other), key=lambda one: one.first)
            if self._in_row(first, second):
                found = {base for case, base in run.bases.items() if case in other.bases}
                if len(found) == 1:
                    return next(iter(found))
        return None

    def _by_verb(self, run: Run, bases: list[tuple[str, ...]]) -> tuple[str, ...] | None:
        """A name that can be a woman's nominative or a man's genitive: a woman's where the verb is
        feminine."""
        if len(bases) < 2:
            return None
        if "nom" not in run.bases:
            return self._by_act(run)
        words = self.sentences[run.sentence].words
        forms = [form for word in words if word.finite for form in word.forms[:1]]
        if any(form.gender == "female" for form in forms):
            return run.bases["nom"]
        left = {base[-1][:-1] for base in bases if base[-1][-1:] in "аa"}
        oblique = [
            base
            for case, base in run.bases.items()
            if case != "nom" and (self._may_be_male(base) or base[-1] in left)
        ]
        if oblique and any(form.plural or form.gender == "male" for form in forms):
            return oblique[0]
        return run.bases["nom"]

    def _by_act(self, run: Run) -> tuple[str, ...] | None:
        """A name that can be a man's dative or a woman's accusative: what the nearest verb of an act
        wants."""
        sentence = self.sentences[run.sentence]
        marks = sorted(sentence.of("act"), key=lambda mark: abs(mark.first - run.first))
        for mark in marks[:2]:
            wanted = {
                entry.victim[0].case for entry in mark.values if entry.victim and not entry.victim[0].before
            }
            fitting = {base for case, base in run.bases.items() if case in wanted}
            if len(fitting) == 1:
                return next(iter(fitting))
        return None

    def _same(self, base: tuple[str, ...]) -> int | None:
        """Somebody known with the same surname and an agreeing given name, initial or patronymic."""
        for word in (base[-1], base[0]):
            for number in self.by_word.get(plain(word), ()):
                if agree(self.words[number], base):
                    return number
        return None

    def _female(self, base: tuple[str, ...]) -> bool | None:
        male, female, _ = self.lists.endings
        for word in base:
            small = plain(word)
            if (small in self.lists.female) != (small in self.lists.male):
                return small in self.lists.female
        last = plain(base[-1])
        if last.endswith(female) and len(base) > 1:
            return True
        if last.endswith(male):
            return False
        return True if len(base) > 1 and plain(base[0]).endswith(("а", "я")) else None

    def _seen(self, run: Run) -> None:
        for mention in self.found.mentions[run.sentence]:
            if mention.first == run.first:
                self.recent[mention.person] = run.sentence

    def _short(self, run: Run) -> None:
        """A surname or given name of somebody; a surname after a title is a person of its own."""
        if run.quoted:
            self.left[run.sentence].append(run)
            return
        run.bases = fitting(run.bases, run.words[-1], self.by_word, self.lists)
        number, base = self._part(run)
        alone = beside_kin(run, self.sentences[run.sentence], self.lists) if number is None else None
        if alone is not None:
            run.bases = {case: one for case, one in run.bases.items() if one == alone}
            self._full(run)
        elif number is not None:
            self._mention(run, number, base)
            self.recent[number] = run.sentence
        elif self._stands_alone(run):
            self._full(run)
        else:
            self.left[run.sentence].append(run)

    def _stands_alone(self, run: Run) -> bool:
        if len(run.words) != 1 or not run.bases:
            return False
        if len(run.words[0]) < _SHORT and not (self.lists.alone and run.vouched and self._is_given(run)):
            return False
        kins = run.score >= _FULL and self.sentences[run.sentence].ends_at("kin", run.first) is not None
        if self.lists.alone and (kins or self._is_given(run) or run.repeated):
            return True
        if is_family(run, self.lists):
            return False
        if not run.title:
            return is_surname(run, self.sentences[run.sentence], self.lists)
        return any(self.lists.surname(base[0]) for base in run.bases.values())

    def _is_given(self, run: Run) -> bool:
        """Whether a lone word is a listed given name that no small letter in the text makes a common word."""
        bases = [plain(base[0]) for base in run.bases.values()]
        male, female = self.lists.male, self.lists.female
        return any((base in male or base in female) and not self.runs.small[base] for base in bases)

    def _bearers(self, word: str) -> list[int]:
        """Who bears a name; where nobody does, who bears it but for letters that keyboards lose."""
        known = self.by_word.get(plain(word))
        fold = getattr(self.lists.lexicon.tongue, "name_key", None)
        if known or fold is None or len(word) <= _FOLDED:
            return known or []
        folded = fold(word)
        return [
            number for other, numbers in self.by_word.items() if fold(other) == folded for number in numbers
        ]

    def _part(self, run: Run) -> tuple[int | None, tuple[str, ...]]:
        best: tuple[int, int, tuple[str, ...]] | None = None
        for base in dict.fromkeys((*run.bases.values(), *_singular(run))):
            if len(base) > 2:
                continue
            for number in self._bearers(base[-1]):
                if len(base) == 2 and not agree(self.words[number], base):
                    continue
                rank = self.recent.get(number, -1) - (_KIN if number in self.kin else 0)
                if (
                    plain(base[-1]) == plain(self.words[number][0])
                    and len(base) == 1
                    and len(self.words[number]) > 1
                ):
                    rank -= 3
                if best is None or rank > best[0]:
                    best = (rank, number, base)
        return (best[1], best[2]) if best else (None, run.words)

    def _is_doers(self, run: Run, person: Person) -> bool:
        """Whether an office before a surname alone is that of who does what is told of somebody named in full
        without it («прокурор X-тің мерзімін ұзартуды сұрады»)."""
        lone = (
            self.lists.alone
            and len(run.words) == 1
            and bool(person.forms)
            and _OFFICES.isdisjoint(person.titles)
        )
        return lone and run.title in _OFFICES and "nom" not in run.bases

    def _mention(self, run: Run, number: int, base: tuple[str, ...]) -> None:
        person = self.found.persons[number]
        sentence = self.sentences[run.sentence]
        person.forms.setdefault(written(sentence, run, sentence.tokens[run.first].start))
        if run.title and not self._is_doers(run, person):
            person.titles.append(run.title)
        kin = sentence.ends_at("kin", run.first)
        if kin is not None and run.title != "lawyer" and is_kin(sentence, kin, run.title_at, self.lists):
            self.kinsfolk.learn(sentence, kin.last, number)
        if person.female is None:
            person.female = self._female(base)
        cases = frozenset(case for case, known in run.bases.items() if known == base) or frozenset(run.bases)
        closed = not self.lists.alone and base[-1][-1:].lower() not in _VOWELS
        if person.female and closed and len(run.words) == 1 and len(base[-1]) > 2:
            cases = _ANY
        if closed and person.female is False and len(cases) > 4:
            cases = frozenset({"nom"})
        self.cases[(run.sentence, run.first)] = cases
        self.found.mentions[run.sentence].append(Mention(run.sentence, run.first, run.last, number))


def _is_full(run: Run) -> bool:
    return run.score >= _FULL and (len(run.words) > 1 or run.family)


def _singular(run: Run) -> list[tuple[str, ...]]:
    return []
