"""Kin whom the text names or leaves unnamed ("her husband", «інісіне»): one person besides those named."""

from dataclasses import dataclass, field

from tizim.reading.focus import Subject
from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import KIN, MINE, Who
from tizim.reading.marks import Mark
from tizim.reading.people import People
from tizim.reading.who import Group

_MINE = ("м", "ым", "ім", "мыз", "міз", "ымыз", "іміз")


@dataclass(slots=True)
class Kinsfolk:
    """Which kin the text named, by the word for them; ``numbers`` are all who stand beside such a word."""

    people: People
    numbers: set[int] = field(default_factory=set)
    named: dict[str, int] = field(default_factory=dict)
    relations: set[str] = field(default_factory=set)

    def learn(self, sentence: Sentence, last: int, number: int) -> None:
        """Notes that a word for kin stands right before a name."""
        self.numbers.add(number)
        for form in sentence.word(last - 1).forms[:1]:
            self.named.setdefault(form.lemma, number)
        mark = sentence.ends_at("one_of_kin", last)
        self.relations |= {str(mark.value)} if mark is not None else set()

    def meant(self, who: Who, speaker: int | None, recent: list[int], beside: set[str]) -> Subject | None:
        """Whom a word for kin means: somebody named as such, of "my father" whom a text is about, else one
        unnamed; where kin of somebody tells of "her husband", that is the one whose wife she is.

        ``beside``: the relations of kin without a name before it in the sentence."""
        word = who.word.removeprefix(MINE)
        number = self.named.get(word)
        if number is not None and number != speaker:
            return Subject((number,))
        if _INVERSE.get(who.relation, "") in self.relations | beside:
            owner = next((one for one in recent if one not in self.numbers), None)
            return Subject((owner,)) if owner is not None else self._main(speaker)
        if who.word.startswith(MINE) and (speaker is None or speaker in self.numbers):
            return self._main(speaker)
        return Subject(group=Group(1, 1, "exact", None, False))

    def _main(self, speaker: int | None) -> Subject | None:
        """The only person of the text who is nobody's kin and acts for nobody else."""
        others = {one.number for one in self.people.persons} - self.numbers - {speaker}
        free = [one for one in others if not _ASIDE & set(self.people.persons[one].titles)]
        return Subject((free[0],)) if len(free) == 1 else None


_INVERSE = {"parent": "child", "child": "parent", "spouse": "spouse", "sibling": "sibling"}
_ASIDE = {"judge", "prosecutor", "investigator", "official", "lawyer", "force", "politician"}


def is_kin(sentence: Sentence, kin: Mark, title_at: int, lists: NameLists) -> bool:
    """Whether a word for kin, a colleague or a defender before a name says whose the named one is: it is no
    part of a longer title («құқық қорғаушы»), and a relation or with somebody in the genitive before it."""
    title = sentence.at("title", title_at) if 0 <= title_at < kin.first else None
    if title is not None and title.last >= kin.last:
        return False
    related = sentence.ends_at("one_of_kin", kin.last) is not None
    return not lists.alone or related or "gen" in sentence.word(kin.first - 1).cases


def kin_at(sentence: Sentence, index: int, *, verb_last: bool) -> Who | None:
    """A word for one of somebody's kin that no name stands behind."""
    mark = sentence.at("one_of_kin", index)
    if mark is None or _is_named(sentence, mark.last):
        return None
    nouns = (form for form in sentence.word(mark.last - 1).forms if form.part in ("noun", "name"))
    forms = [form for form in nouns if form.case and not form.plural]
    if not forms:
        return None
    mine = verb_last and _is_mine(sentence, mark.last - 1, forms[0].lemma)
    if verb_last and not forms[0].possessed and not mine:
        return None
    word = (MINE if mine else "") + forms[0].lemma
    cases = frozenset(form.case for form in forms)
    return Who(index, mark.last, index, KIN, cases, word=word, relation=str(mark.value))


def _is_named(sentence: Sentence, last: int) -> bool:
    """Whether a name stands right behind a word for kin, or behind a comma ("his wife, the surgeon X")."""
    items = sentence.tokens
    if last < len(items) and items[last].kind == "word" and items[last].capital:
        return True
    comma = next((at for at in range(last, min(last + 2, len(items))) if items[at].text == ","), None)
    if comma is None:
        return False
    behind = range(comma + 1, min(comma + 1 + _APPOSED, len(items)))
    name = next((at for at in behind if items[at].kind == "word" and items[at].capital), None)
    return name is not None and not any(sentence.word(at).finite for at in range(comma + 1, name))


_APPOSED = 3


def _is_mine(sentence: Sentence, index: int, lemma: str) -> bool:
    """Whether a word for kin ends as "my" or "our"."""
    lower = sentence.lower(index)
    if not lower.startswith(lemma[:-1]):
        return False
    rest = lower[len(lemma) :]
    return any(rest.startswith(own) and rest[len(own) :] in _CASES for own in _MINE)


_CASES = frozenset(("", *"ды ді ның нің ға ге а е да де нан нен мен".split()))
