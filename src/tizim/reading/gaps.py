"""Verbs left out: "X was arrested for seven days, Y for ten", "six years for X, two for Y"."""

from tizim.reading.events import Event, Told
from tizim.reading.marks import Sentence
from tizim.reading.measures import Length, number_at
from tizim.reading.who import Who
from tizim.reading.words import set_of

_ACTS = {
    "sentence",
    "conviction",
    "penalty",
    "administrative_arrest",
    "fine",
    "house_arrest",
    "pretrial_detention",
    "detention",
    "ban_on_activity",
}
_MOST = 60


def gapped(told: Told, events: list[Event]) -> list[Event]:
    """The acts whose verb stands only once, with the people named after it; bare numbers become lengths."""
    out: list[Event] = []
    if not events:
        return out
    victims = {id(event.who) for event in events}
    for who in told.whos:
        if who.kind not in ("person", "group", "pronoun") or id(who) in victims or who.possessive:
            continue
        model = _model(told, events, who)
        found = _gap(told, who, model) if model is not None else None
        found = found or _elsewhere(told, events, who) or _as_well(told, events, who)
        if found is not None:
            out.append(found)
    return out


def _model(told: Told, events: list[Event], who: Who) -> Event | None:
    """The act told just before, or the bare penalty, whose verb is understood."""
    before = [one for one in events if one.first < who.first and one.act in _ACTS and one.who is not None]
    if not before or (not told.lengths and before[-1].act != "fine"):
        return None
    model = before[-1]
    if model.who is who or _parted(told.sentence, model.last, who.first):
        return None
    return model


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether another verb stands between: then nothing is left out."""
    kinds = ("be", "have", "attribution", "relative", "modals", "light", "give", "receive")
    return any(
        sentence.any_at(kinds, at) is not None and sentence.at("penalty", at) is None
        for at in range(first, min(last, len(sentence.tokens)))
    )


def _gap(told: Told, who: Who, model: Event) -> Event | None:
    """The act on somebody: a time or number right after the name, or right before it with "for"."""
    sentence = told.sentence
    leads = set_of("en", "grammar", "gap_leads")
    joined = sentence.lower(who.head - 1) in (",", ";", "and", "while", "but", ":", ".", "(", "–", "—", "-")
    joined = joined or sentence.lowers[who.last : who.last + 2] == [",", "to"]
    first = at = _past_apposition(sentence, who.last)
    at += sentence.lowers[at : at + 2] == [",", "to"]
    apart = at > first and sentence.lower(at) == "to"
    while sentence.lower(at) in leads and at < first + 3:
        at += 1
    length = _length(told, at, model) if joined and (apart or not who.governed) else None
    if length is None and who.governed in ("for", "to"):
        length = _before(told, who.head - 1, model)
    if length is None and (leading := _led_to(sentence, who)) is not None:
        length = _before(told, leading, model)
    if length is None and joined and sentence.lowers[who.last : who.last + 3] == ["to", "a", "fine"]:
        return Event("sentence", who.first, who.last + 3, who, "gap", start=who.first)
    if length is None and joined and sentence.lowers[who.last : who.last + 2] == ["a", "fine"]:
        return Event("fine", who.first, who.last + 2, who, "gap", start=who.first)
    if length is None and not (model.act == "fine" and joined and number_at(sentence, at) is not None):
        return None
    first = min(who.first, length.first) if length else who.first
    event = Event(model.act, first, who.last, who, "gap", start=first)
    event.past = model.shape == "penalty" and sentence.lower(model.first) in ("serving", "serves", "serve")
    if length is not None:
        length.owner = first
        event.lengths.append(length)
    return event


def _led_to(sentence: Sentence, who: Who) -> int | None:
    """Of "seven years for the founder, X, five for the accountant, Y": where "for" stands before Y."""
    if sentence.lower(who.head - 1) != ",":
        return None
    for at in range(who.head - 2, max(0, who.head - _ASIDE), -1):
        if sentence.lower(at) in ("for", "to"):
            return at if sentence.lower(at + 1) in ("the", "his", "her", "their") else None
        if sentence.tokens[at].kind != "word" or sentence.any_at(("be", "have", "act"), at) is not None:
            return None
    return None


def _past_apposition(sentence: Sentence, index: int) -> int:
    """Of "X got eleven years, Y, a lawyer, ten": where what is said of Y in between ends."""
    if sentence.lower(index) != "," or sentence.lower(index + 1) not in ("a", "an", "the", "his", "her"):
        return index
    end = next((at for at in range(index + 1, index + _ASIDE) if sentence.lower(at) == ","), None)
    if end is None or _parted(sentence, index, end):
        return index
    return end + 1


_ASIDE = 8


def _as_well(told: Told, events: list[Event], who: Who) -> Event | None:
    """Of "X was detained, as was Y", "X was fined and so was Y": the same act."""
    sentence = told.sentence
    inverted = sentence.lower(who.head - 1) in ("was", "were") and sentence.lower(who.head - 2) in (
        "as",
        "so",
    )
    if not inverted and not _too(sentence, who):
        return None
    before = [one for one in events if one.first < who.first and one.who is not None and one.shape == "verbs"]
    if not before or who.kind != "person" or who.head - before[-1].last > _SAME:
        return None
    model = before[-1]
    return Event(model.act, who.first, who.last, who, "gap", model.detail, model.outcome, start=who.head)


def _too(sentence: Sentence, who: Who) -> bool:
    """Of "and her brother Y was too", "and Y as well": the same happened to Y."""
    at = who.last + (sentence.lower(who.last) in ("was", "were"))
    words = sentence.lowers[at : at + 2]
    also = words[:1] == ["too"] or words == ["as", "well"]
    return also and sentence.lower(at + len(words[:1]) + (words[:1] == ["as"])) in ("", ".", ",", ";")


_SAME = 12


def _elsewhere(told: Told, events: list[Event], who: Who) -> Event | None:
    """Of "X was detained on 5 June, Y on 6 June", "X in Brest, Y in Minsk": the same act."""
    sentence = told.sentence
    before = [one for one in events if one.first < who.first and one.who is not None and one.shape == "verbs"]
    joined = sentence.lower(who.head - 1) in (",", ";", "and") and not who.governed and who.kind == "person"
    if not before or not joined or sentence.lower(who.last) not in ("on", "in"):
        return None
    model = before[-1]
    where = who.last + 1 in told.dated or sentence.at("place", who.last + 1) is not None
    subject = model.who is not None and model.who.kind == "person" and model.who.last <= model.first
    if not where or not subject or _parted(sentence, model.last, who.first) or _spoken(sentence, who.last):
        return None
    return Event(model.act, who.first, who.last, who, "gap", model.detail, model.outcome, start=who.first)


def _spoken(sentence: Sentence, index: int) -> bool:
    """Whether a verb of its own follows."""
    kinds = ("be", "have", "attribution", "modals", "act", "light")
    for at in range(index, min(index + 6, len(sentence.tokens))):
        if sentence.lower(at) in (",", ";", "."):
            return False
        if sentence.any_at(kinds, at) is not None:
            return True
    return False


def _before(told: Told, preposition: int, model: Event) -> Length | None:
    for at in range(preposition - 1, max(model.last - 1, preposition - 6), -1):
        length = _length(told, at, model)
        if length is not None and length.last == preposition:
            return length
        if told.sentence.lower(at) in (",", ";", "and"):
            return None
    return None


def _length(told: Told, index: int, model: Event) -> Length | None:
    """The length of time at a token; a bare number has the unit and penalty of the length before it."""
    for length in told.lengths:
        if length.first == index:
            return None if length.possible or not length.iso else length
    number = number_at(told.sentence, index)
    same = [one for one in told.lengths if one.first >= model.first and one.last <= index and one.iso]
    if number is None or not same or number.vague or not 0 < number.value < _MOST:
        return None
    half = told.sentence.lowers[number.last : number.last + 3] == ["and", "a", "half"]
    last = number.last + (3 if half else 0)
    if told.sentence.lower(last) not in ("", ",", ".", ";", "and", "for", "each", "(", ")", "–", "—"):
        return None
    unit, kind = same[-1].unit, same[-1].kind
    iso = f"PT{int(number.value)}H" if unit == "H" else f"P{int(number.value)}{unit}"
    iso += "6M" if half and unit == "Y" else ""
    length = Length(index, last, iso, unit, kind)
    told.lengths.append(length)
    told.lengths.sort(key=lambda one: one.first)
    return length
