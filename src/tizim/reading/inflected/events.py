"""What a trigger reports: the act, whether it happened, and whom it hit."""

from dataclasses import dataclass, field

from tizim.reading.inflected.clauses import Clause, Clauses
from tizim.reading.inflected.entries import Entry
from tizim.reading.inflected.numbers import Length, Money
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.inflected.verb_last import reach
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark
from tizim.reading.tongue import Form


@dataclass(slots=True)
class Event:
    """An act as one trigger reports it: at tokens ``first`` … ``last - 1``, against ``who``.

    ``close`` is a state told of the one whom the paragraph is about ("Since then in custody.").
    """

    act: str
    entry: Entry
    first: int
    last: int
    mode: str
    present: bool = False
    who: Who | None = None
    dropped: bool = False
    plural: bool = False
    female: bool | None = None
    lengths: list[Length] = field(default_factory=list)
    money: list[Money] = field(default_factory=list)
    words: str = ""
    role: str = ""
    outcome: str = ""
    single: int | None = None
    place: int = 0
    undated: bool = False
    close: bool = False


@dataclass(slots=True)
class Told:
    """A sentence with all that was found in it before its acts.

    ``verb_last`` says that the verb stands last in the language, as in Kazakh; ``storied`` that the line
    opens with a day past, of which it may tell in the present tense.
    """

    sentence: Sentence
    whos: list[Who]
    clauses: Clauses
    lengths: list[Length]
    money: list[Money]
    lexicon: Lexicon
    articles: set[int] = field(default_factory=set)
    events: list[Event] = field(default_factory=list)
    dated: list[int] = field(default_factory=list)
    verdicts: bool = False
    ruling: bool = False
    decreed: bool = False
    storied: bool = False
    verb_last: bool = field(init=False)
    _said: dict[int, set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.verb_last = bool(self.lexicon.tables["grammar"].get("verb_last"))

    def inside(self, clause: int, first: int) -> bool:
        """Whether a token stands in a clause."""
        return self.clauses.of[first] == clause

    def near(self, entry: Entry, at: int) -> tuple[bool, list[str]]:
        """Whether the words that an entry wants stand in the clause of a token, and which did."""
        clause = self.clauses.of[at]
        if clause not in self._said:
            self._said[clause] = self._phrases(clause)
        found = self._said[clause]
        barred = [phrase for phrase in entry.blocked if phrase in found]
        if barred and self.verb_last:
            link = self._phrases(clause, self.link(at))
            barred = [phrase for phrase in barred if phrase in link]
        if barred:
            return False, []
        hits: list[str] = []
        for group in entry.near:
            hit = next((phrase for phrase in group if phrase in found), None)
            if hit is None:
                return False, []
            hits.append(hit)
        return True, hits

    def link(self, at: int) -> range:
        """The link of a chain of verbs in which a trigger stands ("having taken …, they freed …")."""
        size = len(self.sentence.tokens)
        ends = [index for index in range(size) if self._ends_link(index)]
        first = max((index + 1 for index in ends if index < at), default=0)
        return range(first, min((index for index in ends if index >= at), default=size))

    def _ends_link(self, index: int) -> bool:
        """Whether a comma right behind a verb that goes on with another ends a link of a chain."""
        forms = self.sentence.word(index).forms[:1]
        return bool(forms) and forms[0].part == "converb" and self.sentence.lower(index + 1) == ","

    def _phrases(self, clause: int, link: range | None = None) -> set[str]:
        """The phrases of a clause, and of those that hang on it or on which it hangs where it is a
        participle; with ``link`` only those in that part of it."""
        parent = self.clauses.clauses[clause]
        wide = {clause, parent.parent} if parent.kind in ("participle", "converb") else {clause}
        return {
            phrase
            for mark in self.sentence.marks.get("near", {}).values()
            if self.clauses.of[mark.first] in wide or self.clauses.of[mark.last - 1] == clause
            if link is None or link.start <= mark.first <= link.stop
            for phrase in mark.values
        }


def head_of(sentence: Sentence, mark: Mark, entry_words: frozenset[str]) -> tuple[int, Form | None]:
    """The word of a trigger that is inflected, and its form: a finished verb, else its first noun, else
    a verb."""
    noun: tuple[int, Form] | None = None
    open_verb: tuple[int, Form] | None = None
    for at in range(mark.first, mark.last):
        for form in sorted(sentence.words[at].forms, key=lambda one: one.negated):
            if form.lemma not in entry_words:
                continue
            if form.part in ("participle", "converb") or (form.part == "verb" and form.tense):
                return at, form
            if form.part == "verb":
                open_verb = open_verb or (at, form)
            elif noun is None and form.case:
                noun = (at, form)
    return noun or open_verb or (mark.first, None)


def mode_of(form: Form | None, finite: bool) -> str:
    """How a trigger stands: active, passive, attribute (a participle with its noun), doer, infinitive,
    converb, noun."""
    if form is None:
        return "noun"
    if form.part == "verb":
        if not form.tense:
            return "infinitive"
        return "passive" if form.voice == "passive" else "active"
    if form.part == "participle":
        if form.voice == "passive":
            return "attribute" if form.case or not finite else "passive"
        return "doer"
    return "converb" if form.part == "converb" else "noun"


def unreal(told: Told, at: int, mode: str, form: Form | None, entry: Entry) -> bool:
    """Whether a trigger tells what was denied, asked for, feared, planned or supposed."""
    sentence = told.sentence
    if form is not None and (form.negated or (form.tense == "future" and not entry.future)):
        return True
    if _negated(told, at, entry) or (mode == "noun" and _denied(told, at, entry)):
        return True
    left_behind = sentence.ends_at("instead", at) is not None
    if mode == "noun" and (left_behind or (not entry.future and _lies_ahead(told, at))):
        return True
    if mode == "infinitive" and entry.form != mode and not _carried(told, at):
        return True
    described = mode == "attribute" and not told.verb_last
    return (not described and _asked(told, at, entry)) or _of_clause(told, told.clauses.clause(at), sentence)


def _lies_ahead(told: Told, at: int) -> bool:
    """Whether all finished verbs of a clause are in the future ("the trial will begin")."""
    tenses = [
        {form.tense for form in word.forms if form.tense} or {"past"}
        for index, word in enumerate(told.sentence.words)
        if word.finite and told.clauses.same(index, at) and not told.sentence.tokens[index].capital
    ]
    return bool(tenses) and all(said == {"future"} for said in tenses)


def _says_not(entry: Entry) -> bool:
    """Whether a negation belongs to the words of an act ("was not let out of the country")."""
    phrases = (*entry.words, *(phrase for group in entry.near for phrase in group))
    return any(phrase.startswith(("не ", "=не ")) for phrase in phrases)


def _denied(told: Told, at: int, entry: Entry) -> bool:
    """Whether all finished verbs of a clause are denied ("there was no search", "no arrest was ordered")."""
    sentence = told.sentence
    verbs = [
        index
        for index, word in enumerate(sentence.words)
        if word.finite and told.clauses.same(index, at) and not sentence.tokens[index].capital
    ]
    if told.verb_last or _says_not(entry):
        return False
    verbs = _infinitives(told, at) or verbs
    befores = [index - 1 if sentence.is_at("auxiliary", index - 1) else index for index in verbs]
    return bool(befores) and all(sentence.ends_at("negations", before) is not None for before in befores)


def _infinitives(told: Told, at: int) -> list[int]:
    """The infinitives of a clause on which a noun behind them hangs ("decided not to place X under …")."""
    words = told.sentence.words
    return [
        index
        for index in range(told.clauses.clause(at).first, at)
        if told.clauses.same(index, at)
        and any(form.part == "verb" and not form.tense for form in words[index].forms[:1])
    ]


def _negated(told: Told, at: int, entry: Entry) -> bool:
    sentence = told.sentence
    if _says_not(entry) or _until(told, at):
        return False
    after = sentence.at("negations", at + 1)
    if after is not None and sentence.is_at("auxiliary", after.last):
        return True
    before = at - 1
    while before >= 0 and (sentence.is_at("passed_over", before) or sentence.is_at("auxiliary", before)):
        before -= 1
    return sentence.ends_at("negations", before + 1) is not None


def _until(told: Told, at: int) -> bool:
    """Whether a clause says until when something went on: what follows "not" then happened."""
    clause = told.clauses.clause(at)
    first = next((i for i in range(clause.first, at) if told.sentence.tokens[i].kind == "word"), at)
    return clause.kind == "sub" and told.sentence.lower(first) in told.lexicon.set("grammar", "until_not")


def _carried(told: Told, at: int) -> bool:
    """Whether an infinitive hangs on a verb with which it happened ("the court decided to …")."""
    clause = told.clauses.of[at]
    return told.ruling or any(
        told.clauses.of[mark.first] == clause and mark.first < at for mark in told.sentence.of("carriers")
    )


def _asked(told: Told, at: int, entry: Entry) -> bool:
    """Whether a word of asking, fearing or planning governs the trigger: before it, or after where verbs
    stand last."""
    sentence, of = told.sentence, told.clauses.of
    if any(
        of[mark.first] == of[at] and mark.first < at and not _of_entry(told, mark, entry)
        for mark in sentence.of("unreal")
    ):
        return True
    if any(of[mark.first] == of[at] for mark in sentence.of("conditional")):
        return True
    if not sentence.marks.get("unreal_after"):
        return False
    after = reach(sentence, at + 1)
    return any(mark.first in after for mark in sentence.of("unreal_after"))


def _of_entry(told: Told, mark: Mark, entry: Entry) -> bool:
    """Whether a word of asking belongs to the act itself ("the request was refused", "must pay")."""
    lemmas = told.sentence.word(mark.first).lemmas
    phrases = (*entry.words, *(phrase for group in entry.near for phrase in group))
    roles = (role.before for role in entry.victim if role.before)
    return any(not lemmas.isdisjoint(told.lexicon.parts(phrase)) for phrase in (*phrases, *roles))


def _of_clause(told: Told, clause: Clause, sentence: Sentence) -> bool:
    """Whether the clause, or one that it hangs on, opens with "in order that" or "if"."""
    if clause.kind != "sub":
        return False
    first = next(
        (at for at in range(clause.first, len(sentence.tokens)) if sentence.tokens[at].kind == "word"),
        clause.first,
    )
    if sentence.at("judged", first) is not None:
        return True
    parent = clause.parent
    return any(
        told.clauses.of[mark.first] == parent and mark.first < clause.first and clause.first - mark.last <= 6
        for mark in sentence.of("unreal")
    )
