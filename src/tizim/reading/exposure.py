"""Charges that a sentence tells only by the penalty that somebody faces: "he faces up to ten years"."""

from tizim.reading.clauses import subject_before, verb_group
from tizim.reading.events import NOBODY, Event, Told
from tizim.reading.marks import Mark, Sentence
from tizim.reading.words import words_of

_REACH = 9


def exposures(told: Told) -> list[Event]:
    """A charge against each who "faces" a penalty; what would be if something else were is left out."""
    sentence = told.sentence
    faces = words_of("en").set("grammar", "facing")
    out = []
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
    return not any(word in words_of("en").set("grammar", "found_guilty") for word in rest)


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
