"""Charges that a sentence tells only by the penalty that somebody faces: "he faces up to ten years"."""

from tizim.reading.clauses import subject_before, verb_group
from tizim.reading.events import NOBODY, Event, Told
from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who
from tizim.reading.words import set_of

_REACH = 9


def exposures(told: Told) -> list[Event]:
    """A charge against each who "faces" a penalty; what would be if something else were is left out."""
    sentence = told.sentence
    faces = set_of("en", "grammar", "facing")
    out: list[Event] = []
    if faces.isdisjoint(sentence.bag):
        return out
    for at, word in enumerate(sentence.lowers):
        if word in faces and _penalty_after(told, at) and not _supposed(sentence, at):
            event = _event(told, at)
            if event is not None:
                out.append(event)
    return out


def _penalty_after(told: Told, at: int) -> bool:
    near = any(0 < one.first - at <= _REACH and one.unit in ("Y", "M", "") for one in told.lengths)
    return near or any(
        0 < mark.first - at <= 4 and mark.value in ("imprisonment", "death_penalty")
        for mark in told.sentence.of("penalty")
    )


def _supposed(sentence: Sentence, at: int) -> bool:
    """Whether the penalty hangs on what has not happened: "if they protest, they face …"."""
    before = sentence.lowers[:at]
    if "if" not in before:
        return any(sentence.at("modals", index) is not None for index in range(max(0, at - 2), at))
    rest = before[before.index("if") + 1 :]
    return not any(word in set_of("en", "grammar", "found_guilty") for word in rest)


def _event(told: Told, at: int) -> Event | None:
    sentence = told.sentence
    mark = Mark("face", at, at + 1, ())
    verb = verb_group(sentence, mark, "ing" if sentence.lower(at) == "facing" else "ed")
    who = subject_before(sentence, verb.start, told.whos) if verb.real else None
    if who is None or who.kind in NOBODY or who.possessive:
        return None
    event = Event("charge", at, at + 1, who, "facing", start=verb.start)
    event.state = True
    return event


def warnings(told: Told) -> list[Event]:
    """Threats told by what would happen: "police told X that her children would be taken"."""
    sentence = told.sentence
    if "told" not in sentence.bag:
        return []
    for at, word in enumerate(sentence.lowers):
        if word != "told":
            continue
        passive = sentence.at("be", at - 1) is not None
        who = _told(told, at, passive=passive)
        if who is not None and _harm_after(sentence, at + 1):
            return [Event("threat", at, at + 1, who, "telling", start=at)]
    return []


def _told(told: Told, at: int, *, passive: bool) -> Who | None:
    if passive:
        who = subject_before(told.sentence, at - 1, told.whos)
        return who if who is not None and who.kind in ("person", "pronoun") and not who.possessive else None
    teller = subject_before(told.sentence, at, told.whos)
    official = teller is not None and (teller.kind == "agent" or teller.official or teller.word == "they")
    who = next((one for one in told.whos if at + 1 in (one.first, one.head)), None)
    return (
        who
        if official and who is not None and who.kind in ("person", "pronoun") and not who.possessive
        else None
    )


def _harm_after(sentence: Sentence, first: int) -> bool:
    """Whether what was told is that an act would follow."""
    last = min(first + _TOLD, len(sentence.tokens))
    would = next((at for at in range(first, last) if sentence.lower(at) in ("would", "will", "'ll")), None)
    if would is None or any(sentence.tokens[at].text in (";", ".", '"') for at in range(first, would)):
        return False
    harms = set_of("en", "grammar", "harms")
    near = range(would + 1, min(would + 6, len(sentence.tokens)))
    return any(sentence.at("act", at) is not None or sentence.lower(at) in harms for at in near)


_TOLD = 12
