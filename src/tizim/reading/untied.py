"""Acts to which no rule ties anybody, and who of the text may be meant: chances to be weighed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tizim.reading.clauses import Verb, verb_group
from tizim.reading.drafts import Draft, Scene
from tizim.reading.events import Event, Told, made
from tizim.reading.focus import Focus, Subject
from tizim.reading.marks import Mark, Sentence
from tizim.reading.owners import leads_to_kin, through
from tizim.reading.rulings import ruled
from tizim.reading.sayings import accuses_others, foreseen, only_says, speaks
from tizim.reading.states import carrier_of, light_form
from tizim.reading.targets import wanting
from tizim.reading.untied_signs import (
    OF_THE_TEXT,
    Candidate,
    Word,
    of_somebody,
    of_the_events,
    of_the_person,
    of_the_word,
)
from tizim.reading.untold import with_object
from tizim.reading.verbs import form_of
from tizim.reading.weighing import Weights
from tizim.reading.who import Who
from tizim.reading.words import ActWord

_REACH, _FEW, _BESIDE = 4, 4, 3
_WAYS = {"person": "named", "pronoun": "pronoun", "noun": "noun", "plural": "plural"}


@dataclass(slots=True)
class Chance:
    """An act, somebody named whom it may have hit, the signs of it, and what would be told of each."""

    event: Event
    subject: Subject
    signs: list[str]
    drafts: list[Draft] = field(default_factory=list)

    def may_hold(self, weights: Weights | None) -> bool:
        """Whether what the rest of the text tells can make it probable enough; without weights all can."""
        return weights is None or weights.may_hold(self.signs, OF_THE_TEXT)


def chances_of(
    told: Told, scene: Scene, events: list[Event], focus: Focus, drafts: list[Draft]
) -> Iterator[Chance]:
    """What may have been done to whom, for each act of a sentence that no rule ties to anybody."""
    words = list(_untied(told, events)) if told.untied else []
    if not words:
        return
    some = _candidates(focus, scene)
    here = [draft for draft in drafts if draft.sentence == scene.number]
    for word in words:
        common = [*of_the_word(told, scene, word), *of_the_events(word, events)]
        for one in some:
            if _does_it(told.sentence, word, one.who) or _only_speaks(told.sentence, one, focus):
                continue
            signs = [*common, *of_somebody(told, word, one), *of_the_person(focus, one, here)]
            event = made(word.mark, word.word, one.who, word.verb)
            event.elliptic = one.who is None
            yield Chance(event, one.subject, signs)


def _untied(told: Told, events: list[Event]) -> Iterator[Word]:
    """The words of acts that made no event and stand in none; what did not happen is left out."""
    sentence = told.sentence
    taken = {at for event in events for at in range(event.first, event.last)}
    for mark, words in told.untied:
        if sentence.at("demand", mark.first) is not None or foreseen(sentence, mark):
            continue
        if not taken.isdisjoint(range(mark.first, mark.last)) or sentence.at("negations", mark.first - 1):
            continue
        for word in {one.act: one for one in reversed(words)}.values():
            if only_says(sentence, mark, word) or accuses_others(sentence, mark, word):
                continue
            verb = None
            if word.shape in ("verbs", "subject"):
                verb = verb_group(sentence, mark, form_of(mark, word))
            real = not _is_unreal(told, mark, verb) and _led(sentence, mark, word)
            if real and not any(_is_near(event, mark, word) for event in events):
                yield Word(mark, word, verb)


def _is_unreal(told: Told, mark: Mark, verb: Verb | None) -> bool:
    """Whether the verb that tells an act, or that a state or noun hangs on, is denied or only wished, asked
    for or possible: "decided not to place X under …", "may be sent to …"."""
    if verb is not None:
        return not verb.real
    carrier = carrier_of(told.sentence, mark)
    if carrier is None or _parted(told.sentence, carrier.last, mark.first):
        return False
    of_being = carrier.kind == "be"
    beside = Mark("state", carrier.last, mark.last, ()) if of_being else carrier
    group = verb_group(told.sentence, beside, "ed" if of_being else light_form(told.sentence, carrier))
    denied = of_being and any(told.sentence.at("negations", at) for at in range(carrier.last, mark.first))
    return denied or not (group.real or ruled(told, group))


def _led(sentence: Sentence, mark: Mark, word: ActWord) -> bool:
    """Whether what an entry needs beside it is there, and one of the verbs that a condition hangs on."""
    return not wanting(sentence, mark, word) and (
        not word.by or any(one.startswith(word.by) for one in sentence.lowers)
    )


def _does_it(sentence: Sentence, word: Word, who: Who | None) -> bool:
    """Whether somebody does the act, or a thing of theirs suffers it: "X took his son", "hit X's hat"."""
    verb = word.verb
    if who is not None and leads_to_kin(sentence, who):
        return True
    if who is not None and word.word.by and _of_a_thing(sentence, word, who):
        return True
    if verb is None or who is None or verb.voice not in ("active", "open"):
        return False
    if who.last <= word.mark.first:
        free = not (who.governed or who.possessive) and not _parted(sentence, who.last, verb.start)
        return free and (verb.voice == "active" or with_object(sentence, verb))
    thing = who.possessive and who.head - word.mark.last <= 1 and word.word.act in _OF_BODIES
    return thing and not through(sentence, word.word.act, who)


def _only_speaks(sentence: Sentence, one: Candidate, focus: Focus) -> bool:
    """Whether somebody to whom nothing happened so far says what the sentence tells."""
    free = not any(number in focus.suffered for number in one.subject.people)
    return one.who is not None and free and speaks(sentence, one.who)


def _of_a_thing(sentence: Sentence, word: Word, who: Who) -> bool:
    """Of "X took his children to the police", "the wind knocked X's hat to the ground": not X."""
    last = word.mark.first
    at = next((at for at in range(last - 1, -1, -1) if sentence.lower(at).startswith(word.word.by)), last)
    owner = who.possessive and at < who.first < last
    return owner or (who.last <= at and sentence.lower(at + 1) in _OWN)


_OWN = ("his", "her", "their", "the", "a", "an", "my", "our")
_OF_BODIES = ("ill_treatment", "detention")


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.lower(at) in _PARTING for at in range(first, last))


_PARTING = (",", ";", ":", "(", "who", "whom", "which", "that", "–", "—")


def _is_near(event: Event, mark: Mark, word: ActWord) -> bool:
    return event.act == word.act and abs(event.first - mark.first) <= _BESIDE


def _candidates(focus: Focus, scene: Scene) -> list[Candidate]:
    """The people whom a sentence names or means, and those spoken of before it; each once."""
    out: list[Candidate] = []
    sexes = [(person, person.female, person.said) for person in focus.people.persons]
    meant = focus.meant
    for who in scene.whos:
        way = _WAYS.get(who.kind)
        subject = focus.subject(who, scene.whos) if way is not None else None
        if subject is not None and way is not None and subject.people and not subject.official:
            out.append(Candidate(subject, way, who))
    focus.meant = meant  # whom a pronoun may mean here is not what the text goes on with
    for person, female, said in sexes:
        person.female, person.said = female, said
    return [*out, *_before(focus, scene, {n for one in out for n in one.subject.people})]


def _before(focus: Focus, scene: Scene, known: set[int]) -> Iterator[Candidate]:
    """Who heads the line, the several spoken of, and those spoken of last."""
    if focus.head[1] == focus.line and focus.head[0] not in known:
        known.add(focus.head[0])
        yield Candidate(Subject((focus.head[0],)), "head of the line")
    near = scene.number - focus.plural_at
    several = focus.plural if focus.plural is not None and len(focus.plural.people) > 1 else None
    if several is not None and near <= _REACH and known.isdisjoint(several.people):
        yield Candidate(several, "several before", far=near)
    place = 0
    for number, at in reversed(focus.recent):
        if scene.number - at > _REACH or place >= _FEW:
            return
        if number not in known:
            known.add(number)
            place += 1
            yield Candidate(Subject((number,)), f"spoken of before {place}", far=scene.number - at)
