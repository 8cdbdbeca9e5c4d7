"""Which penalty a length of time or a sum is, and to which act it belongs."""

from tizim.reading.events import Event
from tizim.reading.in_turn import deal_in_turn, owner_of_row
from tizim.reading.marks import Mark, Sentence
from tizim.reading.measures import Length, Money, series
from tizim.reading.words import set_of

_RIGHT, _LEFT, _PAST_CLAUSE = 7, 5, 26
SENTENCES = {
    "imprisonment",
    "restriction_of_liberty",
    "suspended",
    "probation",
    "community_service",
    "life_imprisonment",
    "death_penalty",
}
_FITTING = {
    "administrative_arrest": {"administrative_arrest", "sentence", "detention", "penalty"},
    "house_arrest": {"house_arrest", "penalty"},
    "pretrial": {"pretrial_detention", "detention", "penalty"},
    "ban": {"ban_on_activity", "travel_ban"},
    "psychiatric_treatment": {"forced_psychiatry"},
}
_UNNAMED = {
    "sentence",
    "conviction",
    "penalty",
    "administrative_arrest",
    "house_arrest",
    "pretrial_detention",
    "ban_on_activity",
    "detention",
    "travel_ban",
}


def name_penalties(sentence: Sentence, lengths: list[Length]) -> list[Length]:
    """The lengths with the kind of penalty that the words beside them give, and penalties for life."""
    used: set[int] = set()
    for number, length in enumerate(lengths):
        floor = lengths[number - 1].last if number else 0
        roof = lengths[number + 1].first if number + 1 < len(lengths) else len(sentence.tokens)
        _name(sentence, length, floor, roof, used)
        length.possible = _is_possible(sentence, length)
    whole = [*lengths, *_without_length(sentence)]
    return sorted(whole, key=lambda length: length.first)


def _name(sentence: Sentence, length: Length, floor: int, roof: int, used: set[int]) -> None:
    right = [
        m
        for m in _marks(sentence, length.last, min(roof, length.last + _RIGHT))
        if m.first not in used and sentence.at("modals", m.first) is None
    ]
    left = [
        m for m in _marks(sentence, max(floor, length.first - _LEFT), length.first) if m.first not in used
    ]
    chosen = next(iter(right), None) or (left[-1] if left else None)
    for mark in (*right[:2], *left[-1:]):
        if mark.value == "suspended" and (chosen is None or chosen.value != "ban"):
            chosen = mark
    if chosen is None and sentence.lower(length.last) in ("sentence", "term", "sentences", "terms"):
        length.kind = "imprisonment"
    if chosen is not None:
        length.kind, length.kind_at = str(chosen.value), chosen.first
        length.kind_end = _phrase_end(sentence, chosen.last)
        used.add(chosen.first)


def _phrase_end(sentence: Sentence, index: int) -> int:
    """Where the words for a penalty end: "general-regime | penal colony", "restricted | freedom"."""
    while (mark := sentence.any_at(("penalty", "prisons"), index)) is not None:
        index = mark.last
    return index


def _marks(sentence: Sentence, first: int, last: int) -> list[Mark]:
    out: list[Mark] = []
    for at in range(first, last):
        if sentence.tokens[at].text in (";", ":") or sentence.lower(at) == "including":
            if at >= first and out == []:
                return []
            break
        mark = sentence.at("penalty", at)
        if mark is not None and mark.value != "confiscation":
            out.append(mark)
    return out


def _is_possible(sentence: Sentence, length: Length) -> bool:
    """Whether a length is only what the law allows, a prosecutor asks or somebody fears."""
    if _ALLOWED.isdisjoint(sentence.marks) and set_of("en", "grammar", "supposed").isdisjoint(sentence.bag):
        return False
    for at in range(length.first - 1, max(-1, length.first - 14), -1):
        if sentence.at("prosecution", at) is not None and _asks(sentence, at, length.first):
            return True
        if sentence.tokens[at].text in (";", ":"):
            return False
        near = length.first - at <= 5
        if (near and sentence.at("possible", at) is not None) or sentence.lower(at) in set_of(
            "en", "grammar", "supposed"
        ):
            return True
        if sentence.at("demand", at) is not None and near:
            return True
    return False


_ALLOWED = frozenset(("prosecution", "possible", "demand"))


def _asks(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.at("demand", at) is not None for at in range(first, last))


def _without_length(sentence: Sentence) -> list[Length]:
    """Life and death: penalties without a length."""
    if _WITHOUT_LENGTH.isdisjoint(sentence.marks):
        return []
    out = [
        Length(m.first, m.last, "", "Y", "life_imprisonment", m.first)
        for m in sentence.of("life")
        if sentence.lower(m.first - 1) != "own"
    ]
    out.extend(
        Length(m.first, m.last, "", "Y", "death_penalty", m.first)
        for m in sentence.of("penalty")
        if m.value == "death_penalty"
    )
    out.extend(
        Length(m.first, m.last, "", "", "confiscation", m.first)
        for m in sentence.of("penalty")
        if m.value == "confiscation" and sentence.at("negations", m.first - 1) is None
    )
    for length in out:
        length.possible = _is_possible(sentence, length)
    return out


_WITHOUT_LENGTH = frozenset(("life", "penalty"))


def share_out(
    sentence: Sentence, events: list[Event], lengths: list[Length], sums: list[Money]
) -> list[Length]:
    """Gives each length and sum to its act; returns the lengths that no act of the sentence takes."""
    orphans = []
    for length in lengths:
        if length.possible or length.owner is not None:
            continue
        owner = _owner(sentence, events, length) or owner_of_row(sentence, events, length)
        if owner is None:
            orphans.append(length)
        else:
            _take(sentence, owner, length)
    for amount in sums:
        _give_sum(events, amount)
    for event in events:
        deal_in_turn(sentence, event)
    return orphans


def _take(sentence: Sentence, owner: Event, length: Length) -> None:
    owner.lengths.append(length)
    people = len(owner.who.people) if owner.who else 0
    if people > 1 and len(owner.lengths) == 1 and (row := series(sentence, length)) and len(row) == people:
        owner.row = row
    if length.kind is None and owner.act in ("ban_on_activity", "travel_ban"):
        length.kind = "ban"


def _owner(sentence: Sentence, events: list[Event], length: Length) -> Event | None:
    before = [
        event
        for event in events
        if event.first < length.first and not _between(sentence, event.last, length.first)
    ]
    after = [
        event
        for event in events
        if event.first >= length.first and not _between(sentence, length.last, event.first)
    ]
    for event in (*reversed(before), *after):
        if _fits(sentence, event, length) and not _in_closed_clause(sentence, event, length):
            return event
    return None


def _in_closed_clause(sentence: Sentence, event: Event, length: Length) -> bool:
    """Of "sentenced X, who was arrested on Monday, to five days": the days are not of the arrest."""
    opened = any(
        sentence.lower(at) == "who" and sentence.lower(at - 1) == ","
        for at in range(max(1, event.first - _LEFT), event.first)
    )
    return opened and sentence.lower(length.first - 1) == "to" and sentence.lower(length.first - 2) == ","


def _between(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.tokens[at].text == ";" for at in range(first, min(last, len(sentence.tokens))))


def _fits(sentence: Sentence, event: Event, length: Length) -> bool:
    kind = length.kind
    if kind is None:
        return _unnamed_fits(sentence, event, length)
    if kind == "confiscation":
        return event.act == "sentence"
    if kind == "imprisonment" and length.unit in "DH":
        return event.act in ("administrative_arrest", "sentence", "penalty", "detention")
    if kind in SENTENCES:
        return event.act in ("sentence", "conviction", "penalty")
    return event.act in _FITTING.get(kind, ())


# Terms of administrative arrest that "detained for …" tells.
_USUAL = {"P5D", "P7D", "P10D", "P12D", "P13D", "P14D", "P15D", "P20D", "P25D", "P30D"}


def _unnamed_fits(sentence: Sentence, event: Event, length: Length) -> bool:
    if event.act not in _UNNAMED:
        return False
    before = sentence.lower(length.first - 1)
    if event.act in ("ban_on_activity", "travel_ban"):
        return before in ("for", ",", "to", "a", "of") or length.first <= 2
    if event.act == "sentence" and event.shape == "nouns":
        return True
    if "-" in sentence.lower(length.first) and sentence.lower(length.last) not in (
        "sentence",
        "term",
        "sentences",
        "terms",
    ):
        return False
    if event.act == "detention":
        arrested = "arrest" in sentence.lower(event.first) or length.iso in _USUAL
        return before == "for" and length.unit in "DM" and length.first - event.last <= 8 and arrested
    if event.act == "conviction":
        return False
    if before == "by" and sentence.lower(length.first - 2) in set_of("en", "grammar", "changed_words"):
        return False
    several = event.who is not None and len(event.who.people) > 1 and before == "and"
    straight = several or (
        before in ("to", "for", "of", "by", "him", "her", "them", ",", "got", "a")
        or length.first - event.last <= 2
    )
    back = sentence.lower(length.first - 1) == "to" and sentence.lower(length.first - 2) == ","
    return (
        straight and 0 <= length.first - event.last <= (_PAST_CLAUSE if back else 14)
    ) or length.first == event.first - 1


def _give_sum(events: list[Event], amount: Money) -> None:
    fines = [event for event in events if event.act == "fine"]
    before = [event for event in fines if event.first < amount.first]
    for event in (*reversed(before), *fines):
        event.money.append(amount)
        return
    for event in reversed(events):
        if event.act in ("sentence", "conviction") and event.first < amount.first:
            event.money.append(amount)
            return


_OF_KIND = {
    "house_arrest": "house_arrest",
    "pretrial": "pretrial_detention",
    "ban": "ban_on_activity",
    "administrative_arrest": "administrative_arrest",
}


def settle(event: Event) -> None:
    """The act that a penalty makes of an event: 15 days of detention are no criminal sentence."""
    if event.shape == "conversion":
        return
    main = next((one for one in event.lengths if one.kind != "confiscation"), None)
    if main is None:
        if event.act == "penalty":
            event.act = ""
        return
    if _is_custody(event, main):
        return
    if event.act == "penalty":
        event.act = _OF_KIND.get(main.kind or "", "sentence")
    if event.act == "conviction" and main.kind in SENTENCES:
        event.act = "sentence"
    _shorten(event, main)


def _is_custody(event: Event, main: Length) -> bool:
    """Hours are time in police hands, and hundreds of days custody before trial: neither is a penalty."""
    if event.act not in ("penalty", "administrative_arrest", "sentence") or main.kind == "community_service":
        return False
    if main.unit == "H" and main.kind is None and main.iso in _HOURS:
        event.act, event.lengths = "detention", []
        return True
    days = main.iso.removeprefix("P").removesuffix("D")
    long = main.unit == "D" and days.isdigit() and int(days) > _LONGEST_PENALTY
    if long and event.shape == "penalty" and main.kind != "administrative_arrest":
        event.act, event.lengths, event.state = "pretrial_detention", [], True
        return True
    return False


_LONGEST_PENALTY = 60
_HOURS = {f"PT{hours}H" for hours in range(1, 24)}


def prolonged(sentence: Sentence, event: Event) -> None:
    """Custody that a court makes longer: the length is what is added."""
    if event.act not in ("pretrial_detention", "house_arrest"):
        return
    longer = set_of("en", "grammar", "extending")
    if any(word in longer for word in sentence.lowers[max(0, event.start - 8) : event.last + 5]):
        for length in event.lengths:
            length.kind = "prolonged"
        event.outcome = None if event.lengths and event.outcome == "prolonged" else event.outcome
        event.outcome = event.outcome or (None if event.lengths else "prolonged")


def _shorten(event: Event, main: Length) -> None:
    """Days of custody are an administrative arrest, months before a verdict pre-trial detention."""
    short = main.unit in ("D", "H") and main.kind in (None, "imprisonment", "administrative_arrest")
    if event.act in ("sentence", "detention") and short and not _held(event, main):
        event.act, main.kind = "administrative_arrest", "administrative_arrest"
    elif event.act == "detention" and main.unit == "Y":
        event.act, event.lengths = "pretrial_detention", []
    elif event.act == "detention" and main.unit == "M":
        event.act, main.kind = "pretrial_detention", "pretrial"
    elif event.act == "administrative_arrest" and main.unit in "DHM":
        main.kind = "administrative_arrest"


def _held(event: Event, main: Length) -> bool:
    return (
        event.act == "detention"
        and main.kind != "administrative_arrest"
        and main.iso in ("P1D", "P2D", "P3D")
    )


_DEFAULT = {
    "sentence": "imprisonment",
    "conviction": "imprisonment",
    "house_arrest": "house_arrest",
    "pretrial_detention": "pretrial",
    "ban_on_activity": "ban",
    "travel_ban": "ban",
    "administrative_arrest": "administrative_arrest",
}


def hollow(event: Event) -> bool:
    """Whether an event is a word only: "their verdict" without a penalty tells nothing."""
    return event.shape == "nouns" and event.act == "sentence" and not event.lengths


def unpaid(sentence: Sentence, event: Event) -> bool:
    """Whether "must pay" tells no fine: no sum follows, or it is compensation, damages or a debt."""
    if event.act != "fine" or "pay" not in sentence.lowers[event.first : event.last]:
        return False
    named = "fine" in sentence.lowers[event.first : event.last + 4]
    other = set_of("en", "grammar", "other_sums")
    return not (event.money or named) or not other.isdisjoint(sentence.bag)


def outcome_of(event: Event, part: int = -1) -> str | None:
    """The outcome as the flat form writes it: ``imprisonment P5Y; fine 500000 KZT``.

    ``part`` is the place of a person in a row to whom the lengths are given "respectively".
    """
    parts = [event.outcome] if event.outcome else []
    for length in event.lengths:
        kind = length.kind or _DEFAULT.get(event.act, "")
        iso = event.row[part] if 0 <= part < len(event.row) and length is event.lengths[0] else length.iso
        if kind:
            parts.append(f"{kind} {iso}".strip())
    word = "fine"
    parts.extend(f"{word} {amount.text}" for amount in event.money)
    if event.act == "ban_on_activity" and not parts and event.forever:
        parts.append("ban life")
    if event.act == "release":
        parts = parts or ["released"]
    unique = list(dict.fromkeys(parts))
    return "; ".join(unique) or None
