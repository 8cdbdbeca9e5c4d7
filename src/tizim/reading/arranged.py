"""Acts told by participles without a verb of their own: "ordered him held", "X, a student accused of …"."""

from tizim.reading.events import Event, Told
from tizim.reading.who import Who
from tizim.reading.words import set_of

_REACH = 12
_VERBAL = ("be", "have", "relative", "attribution", "act", "give", "receive", "modals")


def ordered(told: Told, start: int) -> Who | None:
    """Of "the court ordered him held", "had X expelled": whom the order hit."""
    who = next((one for one in told.whos if one.last == start), None)
    if who is None or who.possessive or who.governed or who.kind in ("agent", "kin"):
        return None
    lead = told.sentence.lower(who.head - 1)
    done = lead in set_of("en", "grammar", "had_done") and told.sentence.lower(who.head - 2) not in (
        "to",
        "not",
        "could",
        "would",
    )
    return who if done else None


def held_longer(told: Told, event: Event) -> Event:
    """Of "ordered X held", "had been held for a year": custody before trial, not only being taken."""
    if event.act == "detention" and (_by_order(told, event) or _kept(told, event)):
        event.act = "pretrial_detention"
    return event


def _by_order(told: Told, event: Event) -> bool:
    same = event.who is not None and ordered(told, event.first) is event.who
    return same and told.sentence.lower(event.first) in set_of("en", "grammar", "held_words")


def described_by(told: Told, start: int) -> Who | None:
    """Of "the trial of X, a designer accused of …": X, whom the noun before the participle describes."""
    sentence = told.sentence
    before = [who for who in told.whos if who.last < start]
    who = before[-1] if before else None
    if who is None or who.kind != "person" or len(who.people) != 1 or who.possessive:
        return None
    if sentence.lower(who.last) != "," or not 2 < start - who.last <= _REACH:
        return None
    article = sentence.lower(who.last + 1) in ("a", "an", "the", "another")
    between = range(who.last + 1, start)
    plain = all(
        sentence.tokens[at].text not in (",", ";", ":") and sentence.any_at(_VERBAL, at) is None
        for at in between
    )
    noun = any(sentence.any_at(("victim_singular", "title"), at) is not None for at in between)
    return who if article and plain and noun else None


def at_once(told: Told, start: int) -> Who | None:
    """Of "X was detained on 18 January charged with …": who was detained, where only a day stands between."""
    before = told.before
    if before is None or before.who is None or before.shape != "verbs" or start - before.last > _REACH:
        return None
    between = range(before.last, start)
    dated = all(
        at in told.dated or told.sentence.any_at(("prepositions", "place"), at) is not None for at in between
    )
    return before.who if dated and len(between) > 0 else None


def object_of_both(told: Told, end: int) -> int | None:
    """Of "beat and detained X", "beating and detaining X": where the second of two verbs ends."""
    mark = told.sentence.at("act", end + 1) if told.sentence.lower(end) == "and" else None
    return mark.last if mark is not None and any(word.shape == "verbs" for word in mark.values) else None


def _kept(told: Told, event: Event) -> bool:
    """Of "has been held for two months"."""
    sentence, first = told.sentence, event.first
    if sentence.lower(first) != "held" or sentence.at("have", event.start) is None:
        return False
    return any(first < one.first <= first + 2 and one.unit in "WMY" for one in told.lengths)
