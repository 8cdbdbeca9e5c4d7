"""Which length of time or sum is which penalty, whose it is, and which act it makes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tizim.reading.inflected.clauses import Clauses
from tizim.reading.inflected.entries import Entry, role
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.numbers import Length, Money
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark

_RIGHT, _LEFT, _AFTER, _FAR = 7, 5, 8, 24
_SENTENCES = frozenset({"imprisonment", "restriction_of_liberty", "suspended", "probation", "community_service",
                        "correctional_labour", "life_imprisonment", "death_penalty", "psychiatric_treatment"})  # fmt: skip
_WHOLE = frozenset({"life_imprisonment", "death_penalty", "community_service", "correctional_labour", "deportation",
                    "confiscation", "undertaking"})  # fmt: skip
_ALONE = frozenset({"imprisonment", "restriction_of_liberty", "suspended", "administrative_arrest", "fine", "probation",
                    "house_arrest", "warning"})  # fmt: skip
_TAKERS = frozenset({"sentence", "penalty", "administrative_arrest", "fine", "house_arrest", "pretrial_detention",
                     "ban_on_activity", "travel_ban", "forced_psychiatry", "conviction", "release"})  # fmt: skip
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
_BARE = Entry("sentence", ("",), (role("nom"), role("dat")))


def name_penalties(sentence: Sentence, clauses: Clauses, lengths: list[Length]) -> list[Length]:
    """The lengths with the penalty that the words beside them name, and penalties that need no length."""
    used: set[int] = set()
    for number, length in enumerate(lengths):
        floor = lengths[number - 1].last if number else 0
        roof = lengths[number + 1].first if number + 1 < len(lengths) else len(sentence.tokens)
        room = _room(clauses, length, floor, roof)
        _name(sentence, length, room, used)
        length.possible = _is_possible(sentence, clauses, length)
        length.each = _is_each(sentence, length)
    if sentence.marks.get("respectively"):
        for one, following in reversed(list(pairwise(lengths))):
            if not one.kind and one.unit == following.unit:
                one.kind, one.kind_at = following.kind, None
    return sorted([*lengths, *_whole(sentence, clauses, used)], key=lambda length: length.first)


def _room(clauses: Clauses, length: Length, floor: int, roof: int) -> tuple[int, int]:
    """The tokens around a length that stand in its clause, up to the lengths beside it."""
    own = clauses.of[length.first]
    first, last = length.first, length.last
    while first > floor and clauses.of[first - 1] == own:
        first -= 1
    while last < roof and clauses.of[last] == own:
        last += 1
    return first, last


def _name(sentence: Sentence, length: Length, room: tuple[int, int], used: set[int]) -> None:
    right = [
        m for m in _marks(sentence, length.last, min(room[1], length.last + _RIGHT)) if m.first not in used
    ]
    left = [
        m for m in _marks(sentence, max(room[0], length.first - _LEFT), length.first) if m.first not in used
    ]
    chosen = right[0] if right else left[-1] if left else None
    for mark in (*right[:2], *left[-1:]):
        if mark.value == "suspended" and (chosen is None or chosen.value != "ban"):
            chosen = mark
    if (
        left
        and left[-1].value == "ban"
        and not any(m.value == "ban" for m in right[:1])
        and length.first - left[-1].last <= 2
    ):
        chosen = left[-1]
    if chosen is not None:
        length.kind, length.kind_at = str(chosen.value), chosen.first
        if length.kind == "administrative_arrest" and length.unit in ("M", "Y"):
            length.kind = "pretrial"
        used.add(chosen.first)
        used.update(mark.first for mark in right[:2] if chosen.value == "suspended")
        return
    term = sentence.at("court_term", length.last) or sentence.ends_at("court_term", length.first)
    term = term or sentence.ends_at("court_term", length.last)
    if term is not None and (length.unit != "D" or term.value == "administrative_arrest"):
        length.kind, length.kind_at = str(term.value), term.first


def _marks(sentence: Sentence, first: int, last: int) -> list[Mark]:
    out: list[Mark] = []
    for at in range(first, last):
        if sentence.tokens[at].text in (";", ":") and first != at:
            break
        if sentence.tokens[at].text == "," and any(
            sentence.lower(at + ahead) in ("—", "–") for ahead in (2, 3, 4)
        ):
            break
        mark = sentence.at("penalty", at)
        if mark is not None and mark.value not in _NOT_TIMED:
            out.append(mark)
    return out


_NOT_TIMED = frozenset({"fine", "bail", "undertaking", "confiscation", "warning", "deportation"})


def _is_possible(sentence: Sentence, clauses: Clauses, length: Length) -> bool:
    """Whether a length is only what the law allows, a prosecutor asks for or somebody fears."""
    if sentence.ends_at("until", length.first) is not None:
        return True
    clause = clauses.of[length.first]
    if clauses.verb_last and any(
        clauses.of[mark.first] == clause and 0 <= mark.first - length.last <= _AFTER
        for kind in ("possible", "asked")
        for mark in sentence.of(kind)
    ):
        return True
    marks = [*sentence.of("possible"), *sentence.of("asked"), *sentence.of("unreal")]
    return any(
        clauses.of[mark.first] == clause
        and abs(mark.first - length.first) <= 25
        and mark.first < length.first
        for mark in marks
    ) or (
        any(clauses.of[mark.first] == clause for mark in sentence.of("prosecution"))
        and any(0 <= mark.first - length.last <= _ASKED for mark in sentence.of("asked"))
    )


_ASKED = 6


def _is_each(sentence: Sentence, length: Length) -> bool:
    return any(abs(mark.first - length.first) <= 8 for mark in sentence.of("each"))


def _whole(sentence: Sentence, clauses: Clauses, used: set[int]) -> Iterator[Length]:
    """Penalties that stand without a length ("life", "community service", "a fine")."""
    for mark in sentence.of("penalty"):
        if mark.first in used:
            continue
        whole = Length(mark.first, mark.last, "", "", str(mark.value), mark.first)
        whole.possible = _is_possible(sentence, clauses, whole)
        if not any(abs(mark.first - other) < mark.last - mark.first for other in used):
            yield whole


def share_out(told: Told, events: list[Event]) -> tuple[list[Length], list[Money]]:
    """Gives each length and sum to the act that it belongs to; gives back those that are nobody's."""
    left: list[Length] = []
    sums: list[Money] = []
    for length in told.lengths:
        owner = _owner(told, events, length) if _is_penalty(told, events, length) else None
        if owner is not None and "/" in length.iso and (owner.who is None or owner.who.group is None):
            continue
        if owner is not None:
            owner.lengths.append(length)
        elif length.iso and not length.possible and not is_age(told.sentence, length):
            left.append(length)
    for amount in told.money:
        amount.kind = _sum_kind(told, amount)
        span = Length(amount.first, amount.last, "", "", amount.kind, amount.first)
        if not amount.kind or _is_possible(told.sentence, told.clauses, span):
            continue
        owner = _owner(told, events, span)
        if owner is not None:
            owner.money.append(amount)
        elif amount.kind == "fine":
            sums.append(amount)
    return left, sums


def _sum_kind(told: Told, amount: Money) -> str:
    """Whether a sum is a fine or bail: the word stands near it or in its clause."""
    clause = told.clauses.of[amount.first]
    near = [
        mark
        for mark in told.sentence.of("penalty")
        if mark.value in ("fine", "bail")
        and (told.clauses.of[mark.first] == clause or abs(mark.first - amount.first) < 8)
    ]
    return str(min(near, key=lambda mark: abs(mark.first - amount.first)).value) if near else ""


def _is_penalty(told: Told, events: list[Event], length: Length) -> bool:
    if length.possible:
        return False
    if length.kind:
        return bool(length.iso) or length.kind in _WHOLE or length.kind in _ALONE
    if told.sentence.ends_at("already", length.first) is not None:
        return False
    if (
        any(told.sentence.at(kind, length.last) for kind in ("ago", "later", "before"))
        or told.sentence.is_at("age_words", length.first)
        or is_age(told.sentence, length)
    ):
        return False
    owner = _owner(told, events, length)
    return (
        owner is not None
        and abs(length.first - owner.last) <= (_FAR if told.verb_last else 9)
        and owner.act
        in (
            "sentence",
            "penalty",
            "administrative_arrest",
            "pretrial_detention",
            "house_arrest",
            "ban_on_activity",
        )
    )


def is_age(sentence: Sentence, length: Length) -> bool:
    """Whether a length is somebody's age: "X, 45 лет,", "(45 лет)"."""
    if length.unit != "Y" or length.kind:
        return False
    before, after = sentence.lower(length.first - 1), sentence.lower(length.last)
    return (before in (",", "(") and after in (",", ")", "")) or sentence.at(
        "unit_adjectives", length.first
    ) is not None


def _owner(told: Told, events: list[Event], length: Length) -> Event | None:
    takers = [event for event in events if event.act in _TAKERS and _fits(event, length)]
    same = [event for event in takers if told.clauses.same(event.first, length.first)]
    near = same or [event for event in takers if _adjoining(told, event, length)]
    if not near:
        return None
    before = [event for event in near if event.first <= length.first]
    return before[-1] if before else near[0]


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
    if length.kind in _SENTENCES:
        return event.act in ("sentence", "penalty", "conviction")
    return event.act in _FITS.get(length.kind, {"sentence", "penalty"})


def bare_penalties(told: Told, orphans: list[Length], sums: list[Money]) -> list[Event]:
    """Penalties beside a name without a verb: "A and B: two years in a colony each", "to A — 20 days"."""
    out: list[Event] = []
    for one in sorted([*orphans, *sums], key=lambda one: one.first):
        who = _beside(told, one.first, one.last)
        kind = one.kind if isinstance(one, Length) else "fine"
        if who is None or (kind and kind not in _SENTENCES | {"administrative_arrest", "fine", "ban"}):
            continue
        table = any(token.text == "|" for token in told.sentence.tokens)
        if not kind and not table and not ("dat" in who.cases and "nom" not in who.cases):
            continue
        if not out or out[-1].who is not who:
            out.append(
                Event("sentence", _BARE, one.first, one.last, "noun", who=who, words="penalty beside a name")
            )
        if isinstance(one, Length):
            out[-1].lengths.append(one)
        else:
            out[-1].money.append(one)
    return [event for event in out if any(one.kind != "ban" for one in event.lengths) or event.money]


def _beside(told: Told, first: int, last: int) -> Who | None:
    """Somebody before a penalty with a dash, a colon or a table's line between, and no verb."""
    sentence = told.sentence
    for who in reversed([who for who in told.whos if who.last <= first]):
        if who.kind not in ("person", "group") or who.owner or not who.cases & {"nom", "dat"}:
            continue
        between = range(who.last, first)
        verb = any(sentence.word(at).finite for at in between)
        dash = any(sentence.tokens[at].text in ("—", "–", ":", "-", "|") for at in between)
        return who if dash and not verb and first - who.last <= 16 else None
    return None


def distribute(told: Told, events: list[Event]) -> list[Event]:
    """Splits an act whose penalties belong to different people: "A to two years, B to three"."""
    out: list[Event] = []
    for event in events:
        out.extend(
            _split(told, event) if len(event.lengths) + len(event.money) > 1 and event.who else [event]
        )
    return out


def _split(told: Told, event: Event) -> list[Event]:
    who = event.who
    if who is None:
        return [event]
    if who.parts and len(event.lengths) == len(who.parts) and told.sentence.marks.get("respectively"):
        return [
            replace(event, who=part, lengths=[length], money=[])
            for part, length in zip(who.parts, event.lengths, strict=True)
        ]
    each = _of_parts(event, who)
    if each:
        return each
    spans: list[Length | Money] = sorted([*event.lengths, *event.money], key=lambda one: one.first)
    others = [
        one for group in told.whos for one in (group.parts or [group])
        if one is not who and group is not who and one.kind in ("person", "group") and not one.owner and one.cases & who.cases
        and (told.verb_last or spans[0].first < one.first) and one.first < spans[-1].last + 12
    ]  # fmt: skip
    if not others:
        return [event]
    holders = sorted([who, *others], key=lambda one: one.first)
    leading = holders[0].first < spans[0].first
    rows: dict[int, list[Length | Money]] = {}
    for span in spans:
        fitting = [at for at, one in enumerate(holders) if (one.first < span.first) == leading]
        if fitting:
            rows.setdefault(fitting[-1] if leading else fitting[0], []).append(span)
    return [
        replace(
            event, who=holders[at], lengths=[one for one in mine if isinstance(one, Length)],
            money=[one for one in mine if isinstance(one, Money)],
        )
        for at, mine in rows.items()
    ] or [event]  # fmt: skip


def _of_parts(event: Event, who: Who) -> list[Event]:
    """The acts of a row where each name has its own penalty right behind it: "A (three years) and B (a fine)"."""
    if not who.parts:
        return []
    ends = [part.first for part in who.parts[1:]] + [10**6]
    out = []
    for part, end in zip(who.parts, ends, strict=True):
        lengths = [one for one in event.lengths if part.last <= one.first < end]
        money = [one for one in event.money if part.last <= one.first < end]
        if lengths or money:
            out.append(replace(event, who=part, lengths=lengths, money=money))
    return out if len(out) == len(who.parts) else []


def settle(event: Event) -> list[Event]:
    """The act that its penalties make, with its outcome; a ban inside a sentence is an act of its own."""
    bans = [length for length in event.lengths if length.kind == "ban"]
    rest = [
        length
        for length in event.lengths
        if length.kind != "ban" or event.act in ("ban_on_activity", "travel_ban")
    ]
    parts = _parts(event, rest)
    out: list[Event] = []
    if event.act == "conviction" and parts:
        event.act = "sentence"
    if event.act in ("sentence", "penalty"):
        event.act = _act(event, parts)
    if event.act in ("house_arrest", "pretrial_detention"):
        parts = [part for part in parts if " " in part]
    event.outcome = "; ".join(parts) or event.entry.outcome
    out.append(event)
    if bans and event.act not in ("ban_on_activity", "travel_ban"):
        extra = replace(event, act="ban_on_activity", lengths=bans, money=[])
        extra.outcome = "; ".join(dict.fromkeys(f"ban {length.iso}".strip() for length in bans))
        out.append(extra)
    return out


def _parts(event: Event, lengths: list[Length]) -> list[str]:
    timed = [length for length in lengths if length.iso]
    whole = [length for length in lengths if not length.iso and (length.kind in _WHOLE or not timed)]
    parts = [f"{_kind(event, length)} {length.iso}" for length in timed]
    sums = [amount for amount in event.money if not amount.units] or event.money
    parts += [f"{amount.kind} {amount.text}" for amount in sums[-1:]]
    parts += [length.kind for length in whole if not any(part.startswith(length.kind) for part in parts)]
    return list(dict.fromkeys(part for part in parts if part))


def _kind(event: Event, length: Length) -> str:
    if length.kind:
        return (
            "pretrial" if length.kind == "imprisonment" and event.act == "pretrial_detention" else length.kind
        )
    if event.entry.penalty:
        return event.entry.penalty
    return "administrative_arrest" if length.unit in ("D", "H") else "imprisonment"


_BY_PENALTY = {"administrative_arrest": "administrative_arrest", "house_arrest": "house_arrest",
               "pretrial": "pretrial_detention", "ban": "ban_on_activity"}  # fmt: skip


def _act(event: Event, parts: list[str]) -> str:
    first = parts[0].split(" ")[0] if parts else ""
    if first == "fine" and (event.entry.needs == "penalty" or event.entry is _BARE):
        return "fine"
    return _BY_PENALTY.get(first, "sentence")
