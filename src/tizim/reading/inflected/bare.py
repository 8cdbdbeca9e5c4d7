"""Penalties beside a name without a verb: "A and B: two years in a colony each", "to A — 20 days"."""

from dataclasses import replace

from tizim.reading.inflected.entries import Entry, role
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.kinds import SENTENCES
from tizim.reading.inflected.numbers import Length, Money, number_at
from tizim.reading.inflected.who import Who

BARE = Entry("sentence", ("",), (role("nom"), role("dat")))
"""The entry of what no trigger reports."""


def bare_penalties(told: Told, orphans: list[Length], sums: list[Money]) -> list[Event]:
    """Penalties beside a name without a verb: "A and B: two years in a colony each", "to A — 20 days"."""
    out: list[Event] = []
    spans: list[Length | Money] = [*orphans, *sums]
    for one in sorted(spans, key=lambda one: one.first):
        kind = one.kind if isinstance(one, Length) else "fine"
        who = _beside(told, one.first, one.last) or (
            _behind(told, one) or _apart(told, one) if kind or _in_days(one) else None
        )
        timed = kind in _TIMED or _in_days(one)
        if who is None and ((timed and _stands_alone(told, one)) or _is_of_line(told, one)):
            out.append(Event("sentence", BARE, one.first, one.last, "noun", words="penalty alone"))
            out[-1].dropped = True
            out[-1].lengths.extend([one] if isinstance(one, Length) else [])
            continue
        if who is None or (kind and kind not in SENTENCES | {"administrative_arrest", "fine", "ban"}):
            continue
        table = any(token.text == "|" for token in told.sentence.tokens)
        if not kind and not table and not _in_days(one) and not _is_told(told, one, who):
            continue
        model = None if kind else _alike(told, one)
        if model is not None:
            out.append(replace(model, first=one.first, last=one.last, who=who, lengths=[], money=[]))
        elif not out or out[-1].who is not who:
            out.append(
                Event("sentence", BARE, one.first, one.last, "noun", who=who, words="penalty beside a name")
            )
        if isinstance(one, Length):
            out[-1].lengths.append(one)
        else:
            out[-1].money.append(one)
    return [event for event in out if any(one.kind != "ban" for one in event.lengths) or event.money]


def _in_days(one: Length | Money) -> bool:
    """Whether a length is counted in days, as arrests are."""
    return isinstance(one, Length) and one.unit == "D" and not one.kind


_TIMED = SENTENCES | {"administrative_arrest"}
_ROW = 12


def _behind(told: Told, one: Length | Money) -> Who | None:
    """Somebody behind a penalty that opens the sentence ("15 days — that is the outcome for X")."""
    sentence = told.sentence
    verbs = any(sentence.word(at).finite or sentence.at("act", at) for at in range(one.first))
    if verbs or told.events or told.verb_last:
        return None
    for who in told.whos:
        if who.first < one.last or who.kind not in ("person", "group") or who.owner:
            continue
        between = range(one.last, who.head)
        verb = any(sentence.word(at).finite for at in between)
        dash = any(sentence.tokens[at].text in _DASHES for at in between)
        led = sentence.ends_at("prepositions", who.head)
        given = (
            sentence.is_at("benefit", who.head - 1) if led is not None else bool(who.cases & {"nom", "dat"})
        )
        return who if (dash or led is not None) and given and not verb and len(between) <= _ROW else None
    return None


def _apart(told: Told, one: Length | Money) -> Who | None:
    """Somebody before a penalty with only commas, ages and occupations between; no verb in the sentence."""
    sentence = told.sentence
    if told.events or told.verb_last or any(word.finite for word in sentence.words):
        return None
    before = [who for who in told.whos if who.last <= one.first and who.kind == "person" and not who.owner]
    if not before or one.first - before[-1].last > _ROW or not before[-1].cases & {"nom", "dat"}:
        return None
    between = range(before[-1].last, one.first)
    parted = sentence.lower(one.first - 1) == "," or sentence.lower(one.first - 2) in (",", ";")
    led = any(sentence.at("prepositions", at) is not None for at in between if at != one.first - 1)
    return before[-1] if parted and not led else None


def _stands_alone(told: Told, one: Length | Money) -> bool:
    """Whether a sentence tells a penalty and nothing else: no verb, nobody ("The court: 15 days")."""
    sentence = told.sentence
    if told.events or told.verb_last or sentence.span.heading or any(word.finite for word in sentence.words):
        return False
    short = len(sentence.tokens) - (one.last - one.first) <= _ROW
    barred = sentence.marks.get("prosecution") or sentence.marks.get("of_nobody")
    return short and not told.whos and not barred


def _is_of_line(told: Told, one: Length | Money) -> bool:
    """Whether a length of years or months is all that a sentence in a line of a list says («3 жыл.»)."""
    sentence = told.sentence
    if (
        not told.verb_last
        or not sentence.span.item
        or not isinstance(one, Length)
        or told.events
        or told.whos
    ):
        return False
    words = sum(token.kind == "word" for token in sentence.tokens) - (one.last - one.first)
    served = not one.kind or one.kind in _TIMED
    return one.unit in ("Y", "M") and served and not one.possible and words <= _BESIDE


_BESIDE = 4


def _alike(told: Told, one: Length | Money) -> Event | None:
    """The custody or arrest of the same sentence whose length a row goes on with ("to Y — two")."""
    return next(
        (
            event
            for event in reversed(told.events)
            if event.act in _HELD and event.first < one.first and event.lengths
        ),
        None,
    )


_HELD = frozenset({"pretrial_detention", "house_arrest", "administrative_arrest"})


def _is_told(told: Told, one: Length | Money, who: Who) -> bool:
    """Whether a length without a word for its penalty is one: to somebody, or in a row of a verdict."""
    if "dat" in who.cases and "nom" not in who.cases:
        return True
    opened = _opening(told, one.first) if told.verb_last else -1
    cited = opened >= 0 and any(at in told.articles for at in range(opened, one.first))
    if cited or _is_filed(told, one, who) or _goes_on(told, one):
        return True
    if not told.verdicts or not isinstance(one, Length) or one.unit not in ("Y", "M", "D"):
        return False
    number = number_at(told.sentence, one.first)
    is_age = one.unit == "Y" and number is not None and number.value > _LONGEST
    return not is_age and follows(told, one)


def _goes_on(told: Told, one: Length | Money) -> bool:
    """Whether years or months stand in a row of names in which another length is a penalty by its word («X –
    3 жыл, Y – 2 жыл шартты»)."""
    if (
        not told.verb_last
        or not isinstance(one, Length)
        or one.unit not in ("Y", "M")
        or not follows(told, one)
    ):
        return False
    return any(other.kind in SENTENCES and follows(told, other) for other in told.lengths if other is not one)


def _is_filed(told: Told, one: Length | Money, who: Who) -> bool:
    """Whether a line is an entry with a name, years and an article: "X: 5 лет, ст. 174"."""
    sentence = told.sentence
    if (
        told.verb_last
        or not told.sentence.of("article")
        or not isinstance(one, Length)
        or one.unit not in ("Y", "M")
    ):
        return False
    number = number_at(sentence, one.first)
    age = number is not None and number.value > _LONGEST
    between = range(who.last, one.first)
    told_of = told.events or any(sentence.word(at).finite for at in between)
    opens = who.kind == "person" and who.first <= 1 and (len(between) == 1 or not told_of)
    closed = sentence.lower(one.last) in ("", ".", ",", ";", "(")
    return opens and closed and not age and sentence.lower(one.first - 1) in (*_DASHES, ":")


_LONGEST = 25
"""No penalty in a row without its word is longer than this many years; more is an age."""


def follows(told: Told, one: Length) -> bool:
    """Whether a length stands right behind a dash that ends the phrase of somebody ("X — five years")."""
    sentence = told.sentence
    at = one.first - 1
    if sentence.at("prepositions", at) is not None:
        at -= 1
    given = next((who for who in told.whos if who.last == at + 1 and who.kind == "person"), None)
    if given is not None and given.cases == {"dat"}:
        return any(token.text == ":" for token in sentence.tokens[: given.head])
    if at < 1 or sentence.tokens[at].text not in _DASHES:
        return False
    who = _beside(told, one.first, one.last)
    named = who is not None and (who.kind == "person" or who.word.startswith("#"))
    return named and who is not None and "nom" in who.cases


_DASHES = ("—", "–", "-")


def _beside(told: Told, first: int, last: int) -> Who | None:
    """Somebody before a penalty with a dash, a colon or a table's line between, and no verb."""
    sentence = told.sentence
    bracketed = _in_bracket(told, first, last) or _whose(told, first, last) or _in_row(told, first)
    if bracketed is not None:
        return bracketed
    for who in reversed([who for who in told.whos if who.last <= first]):
        one_of = who.word.startswith("#")
        if not (who.kind in ("person", "group") or one_of) or who.owner or not who.cases & {"nom", "dat"}:
            continue
        between = range(who.last, first)
        verb = any(sentence.word(at).finite for at in between)
        led = all(sentence.at("prepositions", at) is not None for at in between)
        if who.cases == {"dat"} and led and any(token.text == ":" for token in sentence.tokens[: who.head]):
            return who
        dash = any(sentence.tokens[at].text in ("—", "–", ":", "-", "|") for at in between)
        return who if dash and not verb and first - who.last <= 16 else None
    return None


def _whose(told: Told, first: int, last: int) -> Who | None:
    """Whose a length is that bears the ending of possession right behind a name («X-тің 12 тәулігі»)."""
    forms = told.sentence.word(last - 1).forms[:1]
    if not told.verb_last or not forms or not forms[0].possessed:
        return None
    return next(
        (who for who in told.whos if who.last == first and who.kind == "person" and who.cases == {"gen"}),
        None,
    )


def _in_row(told: Told, first: int) -> Who | None:
    """Of a row in the dative the one right before a length («X-ке 15 тәулік, Y-ке 20 АЕК айыппұл»)."""
    parts = (part for who in told.whos if told.verb_last for part in who.parts)
    return next((part for part in parts if part.last == first and part.cases == {"dat"}), None)


def without_told_apart(events: list[Event]) -> list[Event]:
    """The acts; a verdict of a group is left out where a row behind it gives each of the group their own."""
    named = sum(len(one.who.people) for one in events if one.who is not None and one.entry is BARE)
    return [
        event
        for event in events
        if not (
            event.act == "sentence"
            and event.who is not None
            and event.who.group is not None
            and not event.lengths
            and named
            and event.who.group.low <= named
        )
    ]


def _in_bracket(told: Told, first: int, last: int) -> Who | None:
    """The name right before a bracket that opens with a penalty: no verb stands, or verbs stand last."""
    closes = any(token.text == ")" for token in told.sentence.tokens[last : last + _BRACKET])
    spoken = bool(told.events) or any(word.finite for word in told.sentence.words)
    if closes and not told.verb_last and not spoken and told.sentence.lower(first - 1) == "(":
        opened = first - 1
    else:
        opened = _opening(told, first) if told.verb_last and closes else -1
    if opened < 0:
        return None
    if any(told.sentence.at("each", at) is not None for at in range(opened, first)):
        return next((who for who in told.whos if who.last in (opened, opened - 1) and who.parts), None)
    named = [part for who in told.whos if who.kind == "person" for part in (who.parts or [who])]
    return next((who for who in named if who.last == opened and not who.owner), None)


def _opening(told: Told, first: int) -> int:
    """The bracket before a length, with only articles, marks and "each" between; -1 where there is none."""
    at = first - 1
    while at >= max(0, first - _BRACKETED) and told.sentence.tokens[at].text != "(":
        token = told.sentence.tokens[at]
        if not (at in told.articles or token.kind != "word" or told.sentence.at("each", at) is not None):
            return -1
        at -= 1
    return at if at >= 0 and told.sentence.tokens[at].text == "(" else -1


_BRACKET, _BRACKETED = 6, 12
