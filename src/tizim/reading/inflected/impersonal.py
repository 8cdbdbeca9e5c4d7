"""Acts told by a verb that leaves out who did it and to whom: "two hours later they let go"."""

from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.who import Who
from tizim.reading.tongue import Form

LEFT_OUT = "left out"
"""How the victim of such an act stands: it does not."""

_ACTS = frozenset(
    {"detention", "release", "interrogation", "fine", "administrative_arrest", "pretrial_detention",
     "house_arrest", "sentence", "penalty", "dismissal", "forced_psychiatry", "ill_treatment", "conviction",
     "charge", "threat", "travel_ban", "financial_listing"}
)  # fmt: skip
_NOMINAL = frozenset({"noun", "name", "pronoun", "number", "adjective", "participle"})


def is_impersonal(told: Told, event: Event, at: int, form: Form | None) -> bool:
    """Whether a finished verb in the plural stands with no subject and no object in its clause."""
    if told.verb_last or form is None or event.mode != "active" or event.act not in _ACTS:
        return False
    if not form.plural or form.tense not in ("past", "present") or told.sentence.span.heading:
        return False
    clause = told.clauses.clause(at)
    if clause.kind not in ("main", "converb"):
        return False
    joined = told.sentence.at("and", clause.first) is not None
    told_by = {clause.number, clause.parent} if joined else {clause.number}
    near = {
        index
        for mark in told.sentence.marks.get("near", {}).values()
        if any(phrase in group for group in event.entry.near for phrase in mark.values)
        for index in range(mark.first, mark.last)
    }
    cases = {"nom", "acc", *(role.case for role in event.entry.victim if not role.before)} - {"gen"}
    return not any(
        _can_be_meant(told, index, cases)
        and not (told.clauses.of[index] != clause.number and _is_thing(told, index))
        for index in range(len(told.sentence.tokens))
        if told.clauses.of[index] in told_by and index not in near and not event.first <= index < event.last
    )


def _is_thing(told: Told, index: int) -> bool:
    """Whether a noun for one thing is what the verb before it hit ("drew up a protocol and let go")."""
    if index == 0 or not told.sentence.word(index - 1).finite:
        return False
    forms = [form for form in told.sentence.word(index).forms if form.part == "noun" and form.case]
    cases = {form.case for form in forms}
    return bool(forms) and {"nom", "acc"} <= cases and "gen" not in cases and not any(f.plural for f in forms)


def named_before(told: Told, at: int) -> Who | None:
    """The only one whom a sentence names before a verb ("X never came so far: they stopped him")."""
    before = [who for who in told.whos if who.last <= at and who.kind in ("person", "group", "pronoun")]
    free = len(before) == 1 and not before[0].owner and not before[0].official
    return before[0] if free and before[0].kind == "person" else None


def _can_be_meant(told: Told, index: int, cases: set[str]) -> bool:
    """Whether a word can be the subject or the object of a verb: no time, and behind no preposition."""
    word = told.sentence.word(index)
    nominal = [form for form in word.forms if form.part in _NOMINAL and form.case]
    if cases.isdisjoint(form.case for form in nominal):
        return False
    spans = [(one.first, one.last) for one in told.lengths]
    spans += [(one.first, one.last) for one in told.money]
    timed = index in told.articles or any(first <= index < last for first, last in spans)
    return not (timed or _is_dated(told, index) or _is_led(told, index))


def _is_dated(told: Told, index: int) -> bool:
    """Whether a word is part of a day or of a unit of time."""
    sentence = told.sentence
    return index in told.dated or any(
        sentence.is_at(kind, index) for kind in ("unit", "months", "weekdays", "penalty")
    )


def _is_led(told: Told, index: int) -> bool:
    """Whether a preposition leads to a word, with only words that agree with it between."""
    before = index - 1
    while before >= 0:
        if told.sentence.ends_at("prepositions", before + 1) is not None:
            return True
        if told.sentence.tokens[before].text in _QUOTES:
            before -= 1
            continue
        forms = told.sentence.word(before).forms[:1]
        if not forms or forms[0].part not in ("adjective", "participle", "number", "pronoun"):
            return False
        before -= 1
    return False


_QUOTES = frozenset('«»"“”„')
