"""People named as part of those to whom something happened: "among those detained were X and Y"."""

from dataclasses import replace
from itertools import pairwise

from tizim.reading.clauses import subject_before
from tizim.reading.events import Event, Told, made
from tizim.reading.kin import KIN
from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of, words_of

_BACK, _ON, _STEP = 10, 16, 4
_PARTS = ("past", "part")


def among(told: Told, events: list[Event]) -> list[Event]:
    """The acts that a sentence tells of people by naming them among those who suffered them."""
    sentence = told.sentence
    if set_of("en", "grammar", "among_words").isdisjoint(sentence.bag):
        return []
    out = _in_order(told)
    for mark in sentence.of("act"):
        word = _participle(mark)
        if word is None or any(event.first == mark.first and event.who is not None for event in events):
            continue
        part = _part_of(told, mark)
        for who in [part] if part is not None else _following(told, mark):
            if who.kind in ("person", "pronoun", "noun"):
                out.append(made(mark, word, who))
    return out + _nouns(told)


def _in_order(told: Told) -> list[Event]:
    """Of "the first to be detained was X", "the last to walk free were X and Y"."""
    sentence, out = told.sentence, []
    for at in range(1, len(sentence.tokens) - 2):
        if sentence.lowers[at + 1 : at + 2] != ["to"] or sentence.lower(at) not in set_of(
            "en", "grammar", "order_words"
        ):
            continue
        mark = sentence.at("act", at + 2 + (sentence.lower(at + 2) == "be"))
        word = None if mark is None else _told_in_order(sentence, mark)
        who = None if mark is None else _named_as(told, mark.last)
        if mark is not None and word is not None and who is not None:
            out.append(made(mark, word, who))
    return out


def _told_in_order(sentence: Sentence, mark: Mark) -> ActWord | None:
    """The word of an act after "to be" (a participle), or of what befalls its subject after "to"."""
    if sentence.lower(mark.first - 1) == "be":
        return _participle(mark)
    words = [one for one in mark.values if isinstance(one, ActWord)]
    return next((one for one in words if one.shape == "subject"), None)


def _named_as(told: Told, index: int) -> Who | None:
    """Who stands behind "was" or "is" soon after a token, or between commas before it."""
    for at in range(index, min(index + _ON, len(told.sentence.tokens))):
        if told.sentence.tokens[at].text in (";", "."):
            return None
        if told.sentence.lower(at) in ("was", "were", "is", "are"):
            return next((one for one in told.whos if one.kind == "person" and one.head == at + 1), None)
    return None


def _participle(mark: Mark) -> ActWord | None:
    words = [one for one in mark.values if isinstance(one, ActWord)]
    return next((one for one in words if one.shape == "verbs" and one.form in _PARTS), None)


def _part_of(told: Told, mark: Mark) -> Who | None:
    """Of "X was among those detained", "X is one of 14 people arrested"."""
    sentence = told.sentence
    for at in range(mark.first - 1, max(-1, mark.first - _BACK), -1):
        if sentence.tokens[at].text in (",", ";", ":", "."):
            return None
        if sentence.lower(at) not in ("among", "of"):
            continue
        be = at - 1 if sentence.lower(at) == "among" else at - 2
        verb = next((i for i in (be, be - 1) if sentence.at("be", i) is not None), None)
        if verb is not None:
            who = subject_before(sentence, verb, told.whos)
            return None if who is None or who.possessive else who
    return None


def _following(told: Told, mark: Mark) -> list[Who]:
    """Of "among those detained were X and Y", "those arrested include X", "the fined: X, Y"."""
    sentence = told.sentence
    opening = any(
        sentence.lower(at) in ("among", "those") for at in range(max(0, mark.first - _STEP), mark.first)
    )
    if not opening or _has_subject(told, mark):
        return []
    for at in range(mark.last, min(mark.last + _ON, len(sentence.tokens))):
        linking = sentence.lower(at) in set_of("en", "grammar", "including_verbs")
        if linking:
            first = next((who for who in told.whos if who.first - at > 0 and who.head - at <= _STEP), None)
            return [] if first is None else [first, *_further(told, first)]
        if sentence.tokens[at].text in (";", "."):
            return []
    return []


def _further(told: Told, first: Who) -> list[Who]:
    """Those of a list whom semicolons and descriptions part from the first: "X, a miner; the singer Y"."""
    out: list[Who] = []
    last = first
    for who in told.whos:
        if who.kind != "person" or who.first <= last.first:
            continue
        verbs = any(
            told.sentence.any_at(("be", "have", "attribution", "act"), at) is not None
            for at in range(last.last, who.first)
        )
        if verbs or who.governed or who.possessive:
            break
        out.append(who)
        last = who
    return out


def _has_subject(told: Told, mark: Mark) -> bool:
    return any(who.kind == "person" and who.last <= mark.first for who in told.whos)


def _nouns(told: Told) -> list[Event]:
    """Of "the detainees include X and Y", "the dead were X and Y"."""
    sentence = told.sentence
    nouns: dict[str, str] = words_of("en").tables["grammar"]["sufferers"]
    verbs = set_of("en", "grammar", "including_verbs")
    for at, word in enumerate(sentence.lowers[:-2]):
        if (
            word in nouns
            and sentence.lower(at - 1) in ("the", "of", "all")
            and _linked(sentence, at + 1, verbs)
        ):
            who = next(
                (one for one in told.whos if one.kind == "person" and 0 < one.head - at <= _STEP), None
            )
            if who is not None and not who.governed:
                return [Event(nouns[word], at, at + 1, who, "nouns", start=at)]
    return []


def _linked(sentence: Sentence, index: int, verbs: frozenset[str]) -> bool:
    return sentence.lower(index) in verbs or sentence.lower(index) == ":"


def with_others(told: Told, events: list[Event]) -> list[Event]:
    """Of "X and two others were detained": what is told of the others is told of X."""
    out = []
    for event in events:
        who = event.who
        out += [replace(event, who=one) for one in told.whos if _together(told.sentence, event, one)]
        if who is None or who.kind not in ("generic", "group", "plural"):
            continue
        before = next((one for one in told.whos if one.kind == "person" and one.last == who.first - 1), None)
        if before is not None and told.sentence.lower(who.first - 1) == "and" and not before.possessive:
            free = before.governed == who.governed or not before.governed
            if free:
                out.append(replace(event, who=before))
    return out


_SHARED = {
    *("detention", "search", "interrogation", "fine", "charge", "release", "dismissal", "trial", "abduction"),
    *("ill_treatment", "travel_ban"),
}


def _together(sentence: Sentence, event: Event, one: Who) -> bool:
    """Of "X was detained along with Y", "X, together with his son, was fined": Y, the son."""
    who = event.who
    if (
        who is None
        or one is who
        or event.act not in _SHARED
        or event.shape not in ("verbs", "subject", "states")
    ):
        return False
    if not (one.kind == "person" or one.word == KIN) or one.possessive or who.possessive:
        return False
    far = _BESIDE + (_BESIDE if _with_a_described(sentence, one) else 0)
    if not 0 <= max(one.head - event.last, event.start - one.last) <= far:
        return False
    if sentence.lower(one.head) == "with" and one.governed in ("along", "together"):
        return True
    if _with_a_described(sentence, one):
        return True
    return one.governed == "with" and one.head - 1 == event.last and event.act == "detention"


def _with_a_described(sentence: Sentence, one: Who) -> bool:
    """Of "taken away together with his driver, Y": a noun says who Y is."""
    if sentence.lower(one.head - 1) != ",":
        return False
    before = sentence.lowers[max(0, one.head - _DESCRIBED) : one.head - 1]
    return (
        any(pair in (("together", "with"), ("along", "with")) for pair in pairwise(before))
        and "," not in before
    )


_BESIDE, _DESCRIBED = 7, 7
