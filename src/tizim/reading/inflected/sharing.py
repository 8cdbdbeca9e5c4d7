"""Whose penalty a length of time or a sum is: to which act of a sentence it belongs."""

from tizim.reading.inflected.bare import follows
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.kinds import ALONE, SENTENCES, WHOLE
from tizim.reading.inflected.naming import is_possible
from tizim.reading.inflected.numbers import Length, Money, number_at
from tizim.reading.inflected.sentence import Sentence

_FAR, _AGAIN = 24, 2
_WIDE = 16
_YOUNGEST = 14
"""Fewer years than these in brackets are a term, not an age."""
_TAKERS = frozenset({"sentence", "penalty", "administrative_arrest", "fine", "house_arrest",
                     "pretrial_detention",
                     "ban_on_activity", "travel_ban", "forced_psychiatry", "conviction",
                     "release"})  # fmt: skip
_FITS = {
    "administrative_arrest": {"administrative_arrest", "sentence", "penalty"},
    "house_arrest": {"house_arrest", "penalty"},
    "pretrial": {"pretrial_detention", "penalty"},
    "held": {"pretrial_detention"},
    "ban": {"ban_on_activity", "travel_ban", "sentence", "conviction", "penalty"},
    "fine": {"fine", "sentence", "penalty", "conviction"},
    "bail": {"release"},
    "undertaking": set(),
    "psychiatric_treatment": {"forced_psychiatry", "sentence"},
}


def share_out(told: Told, events: list[Event]) -> tuple[list[Length], list[Money]]:
    """Gives each length and sum to the act that it belongs to; gives back those that are nobody's."""
    left: list[Length] = []
    for length in told.lengths:
        owner = _owner(told, events, length) if _is_penalty(told, events, length) else None
        if owner is not None and told.verdicts and _is_of_row(told, owner, length):
            left.append(length)
            continue
        if owner is not None and "/" in length.iso and (owner.who is None or owner.who.group is None):
            continue
        if owner is not None:
            owner.lengths.append(length)
        elif length.iso and not length.possible and not is_age(told.sentence, length):
            left.append(length)
    return left, _share_sums(told, events)


def _is_of_row(told: Told, owner: Event, length: Length) -> bool:
    """Whether a length is that of a name in a row behind what announces the verdict of a group."""
    grouped = owner.who is None or owner.who.group is not None
    return bool(length.iso) and grouped and follows(told, length)


def _share_sums(told: Told, events: list[Event]) -> list[Money]:
    sums: list[Money] = []
    for amount in told.money:
        amount.kind = _sum_kind(told, amount) or _of_fine(told, events, amount)
        span = Length(amount.first, amount.last, "", "", amount.kind, amount.first)
        if not amount.kind or is_possible(told.sentence, told.clauses, span):
            continue
        owner = _owner(told, events, span)
        if owner is not None:
            owner.money.append(amount)
        elif amount.kind == "fine":
            sums.append(amount)
    return sums


def _of_fine(told: Told, events: list[Event], amount: Money) -> str:
    """A sum is a fine beside a verb that fines without the word ("they took 100 units from her")."""
    fined = (one for one in events if one.entry.penalty == "fine" and one.entry.needs == "money")
    return "fine" if any(told.clauses.same(one.first, amount.first) for one in fined) else ""


def _sum_kind(told: Told, amount: Money) -> str:
    """Whether a sum is a fine or bail: the word stands near it or in its clause."""
    clause = told.clauses.of[amount.first]
    near = [
        mark
        for mark in told.sentence.of("penalty")
        if mark.value in ("fine", "bail")
        and (told.clauses.of[mark.first] == clause or abs(mark.first - amount.first) < 8)
    ]
    if not near and told.verb_last and _stands_in_row(told, amount):
        near = [
            mark for mark in told.sentence.of("penalty") if mark.value == "fine" and mark.first < amount.first
        ]
    return str(min(near, key=lambda mark: abs(mark.first - amount.first)).value) if near else ""


def _stands_in_row(told: Told, amount: Money) -> bool:
    """Whether a sum stands in brackets, behind a dash, or says again what stands right before it."""
    before = told.sentence.lower(amount.first - 1)
    again = any(0 <= amount.first - other.last <= _AGAIN for other in told.money if other is not amount)
    return before in ("(", "–", "—") or again


def _is_penalty(told: Told, events: list[Event], length: Length) -> bool:
    if length.possible or (told.verb_last and told.sentence.at("already", length.last) is not None):
        return False
    if length.kind:
        return bool(length.iso) or length.kind in WHOLE or length.kind in ALONE
    if not told.verb_last and told.sentence.ends_at("already", length.first) is not None:
        banned = _owner(told, events, length)
        return banned is not None and banned.act == "ban_on_activity"
    if (
        any(told.sentence.at(kind, length.last) for kind in ("ago", "later", "before"))
        or told.sentence.is_at("age_words", length.first)
        or is_age(told.sentence, length)
    ):
        return False
    owner = _owner(told, events, length)
    return (
        owner is not None
        and (
            _distance(told, owner, length) <= (_FAR if told.verb_last else _WIDE)
            or _is_aside(told, owner, length)
        )
        and owner.act
        in (
            "sentence",
            "penalty",
            "administrative_arrest",
            "pretrial_detention",
            "house_arrest",
            "ban_on_activity",
            "conviction",
        )
    )


def _distance(told: Told, owner: Event, length: Length) -> int:
    """How many words and marks stand between an act and a length, those of articles left out."""
    first, last = sorted((length.first, owner.last))
    between = (
        range(first, last) if told.verb_last else [at for at in range(first, last) if at not in told.articles]
    )
    return len(between)


def _is_aside(told: Told, owner: Event, length: Length) -> bool:
    """Whether a length stands in brackets right behind a name of the row that an act hit."""
    parts = owner.who.parts if owner.who is not None else []
    opened = told.sentence.lower(length.first - 1) == "("
    return opened and any(part.last == length.first - 1 for part in parts)


def is_age(sentence: Sentence, length: Length) -> bool:
    """Whether a length is somebody's age: "X, 45 лет,", "(45 лет)"."""
    if length.unit != "Y" or length.kind:
        return False
    before, after = sentence.lower(length.first - 1), sentence.lower(length.last)
    number = number_at(sentence, length.first)
    if number is not None and number.value < _YOUNGEST and before == "(":
        return False
    return (before in (",", "(") and after in (",", ")", "")) or sentence.at(
        "unit_adjectives", length.first
    ) is not None


def _owner(told: Told, events: list[Event], length: Length) -> Event | None:
    takers = [
        event
        for event in events
        if event.act in _TAKERS and (_fits(event, length) or _is_given_apart(told, event, length))
    ]
    if told.verb_last:
        takers = [event for event in takers if not _is_custody(event)]
    same = [event for event in takers if told.clauses.same(event.first, length.first)]
    near = same or [event for event in takers if _adjoining(told, event, length)]
    if not near:
        return None
    if told.verb_last:
        return _led_by(told, near, length)
    before = [event for event in near if event.first <= length.first]
    return before[-1] if before else near[0]


def _is_given_apart(told: Told, event: Event, length: Length) -> bool:
    """Whether a bare length in brackets behind a name is the term of who was found guilty in a row."""
    return told.verb_last and event.act == "conviction" and not length.kind and _is_aside(told, event, length)


def _is_custody(event: Event) -> bool:
    """Whether an act is a state of custody: how long it lasted is no measure that a court ordered."""
    return event.act in ("pretrial_detention", "house_arrest") and bool(event.entry.status)


def _led_by(told: Told, near: list[Event], length: Length) -> Event | None:
    """The first act that ends behind a length; one before it only with a dash, colon or bracket between."""
    behind = [event for event in near if event.last > length.first]
    if behind:
        return min(behind, key=lambda event: event.last)
    last = max(near, key=lambda event: event.last)
    between = range(last.last, length.first)
    parted = any(told.sentence.tokens[at].text in "–—-:(" for at in between)
    return last if parted or last.mode == "noun" else None


def _adjoining(told: Told, event: Event, length: Length) -> bool:
    """Whether a length stands in the piece after its act, with no other predicate there."""
    clause = told.clauses.clause(length.first)
    other = told.clauses.clause(event.first)
    if clause.kind == "aside":
        return clause.parent == other.number or event.last <= length.first
    return not clause.predicate or (clause.parent == other.number and clause.kind == "converb")


def _fits(event: Event, length: Length) -> bool:
    if event.act == "conviction" and not length.kind:
        return False
    if not length.kind:
        if event.act == "fine":
            return False
        return event.act != "administrative_arrest" or length.unit in ("D", "H")
    if event.act == "release":
        return length.kind in ("bail", "undertaking")
    if length.kind in SENTENCES:
        return event.act in ("sentence", "penalty", "conviction")
    return event.act in _FITS.get(length.kind, {"sentence", "penalty"})
