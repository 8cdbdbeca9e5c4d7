"""Counted groups: "at least 58 people", "18 of whom", "the remaining nine", "eight were detained"."""

from tizim.reading.marks import Mark, Sentence
from tizim.reading.measures import Number, number_at
from tizim.reading.who import Group, Who
from tizim.reading.words import set_of, words_of


def head_noun(sentence: Sentence, start: int, reach: int, covered: set[int]) -> Mark | None:
    """The noun of people that ends a noun phrase beginning at ``start``, at most ``reach`` words on."""
    best = None
    for index in range(start, min(start + reach + 1, len(sentence.tokens))):
        if index in covered or (sentence.tokens[index].kind != "word" and index > start):
            break
        mark = sentence.any_at(("officials", "agents", "victims", "victim_singular"), index)
        if mark is not None:
            best = mark
        elif best is not None or sentence.any_at(
            ("be", "have", "prepositions", "relative", "attribution", "modals"), index
        ):
            break
    return best


_KNOWN = 20
_AFTER = (":", ",", ".", ";", "by", "for", "out", "until", "on", "in", "from")
_OWNERS = {"his", "her", "their", "our"}
_OF_THEM = {"them", "whom", "these", "those", "the", "his", "her", "their", "our"}


def group_at(sentence: Sentence, index: int, covered: set[int]) -> Who | None:
    """A number of people: "at least 58 people", "18 of whom", "the remaining nine", "eight were detained"."""
    start, bound, definite = _before_number(sentence, index)
    if start >= len(sentence.tokens) or start in covered:
        return None
    number = number_at(sentence, start)
    if number is None or number.value != int(number.value) or number.value < 1 or number.value > 10**8:
        return None
    before = {sentence.lower(start - 1)} | (
        {sentence.lower(start - 2)} if sentence.lower(start - 1) != "of" else set()
    )
    if not before.isdisjoint(set_of("en", "grammar", "numbered_things")):
        return None
    if sentence.any_at(("time_units", "currencies", "scales", "months", "fine_unit"), number.last):
        return None
    until = _until(sentence, number)
    last, partitive, official = _counted(sentence, until or number, covered)
    if last is None:
        return None
    definite = definite or (
        partitive
        and sentence.lower(last - 1) in ("the", "them", "these", "those")
        and sentence.lower(number.last + 1) == "the"
    )
    if number.value == 1 and partitive:
        return None
    group = counted_group(number, bound, definite, partitive)
    if until is not None and bound == "exact":
        group = Group(int(number.value), int(until.value), "exact", int(until.value), True)
    group.whole = _whole(sentence, index, last)
    official = official and sentence.lower(last - 1) not in ("men", "women")
    return Who(index, last, "group", group=group, official=official)


def ordinal_at(sentence: Sentence, index: int) -> Who | None:
    """Of "the third was let go", "a fourth got two days": one person more."""
    if sentence.lower(index) not in ("the", "a", "an") or sentence.lower(index + 1) not in _ordinals():
        return None
    told = sentence.any_at(("be", "have", "receive"), index + 2) is not None
    named = sentence.lower(index + 2) == "," and sentence.lower(index + 3) in ("the", "a", "an")
    behind = index + 2 >= len(sentence.tokens) or sentence.tokens[index + 2].kind == "mark"
    behind = behind or sentence.at("prepositions", index + 2) is not None
    struck = behind and sentence.at("act", index - 1) is not None
    if not (told or named or struck):
        return None
    return Who(index, index + 2, "group", group=Group(1, 1, noun=""), word="a")


def pair_at(sentence: Sentence, index: int) -> Who | None:
    """Of "the couple", "the trio": as many people as the text just named."""
    pairs: dict[str, int] = words_of("en").tables["people"]["pairs"]
    size = pairs.get(sentence.lower(index + 1)) if sentence.lower(index) == "the" else None
    if size is None or sentence.lower(index + 2) == "of":
        return None
    return Who(index, index + 2, "group", group=Group(size, size, whole=True))


def _ordinals() -> frozenset[str]:
    return set_of("en", "numbers", "ordinals")


def _until(sentence: Sentence, number: Number) -> Number | None:
    """Of "30 to 40 people": the second number."""
    if sentence.lower(number.last) not in ("to", "-", "–"):
        return None
    second = number_at(sentence, number.last + 1)
    return second if second is not None and second.value > number.value and not second.vague else None


def _whole(sentence: Sentence, index: int, last: int) -> bool:
    """Whether a count speaks of people known before: "the two", "all three men", not "the 12 others"."""
    known = sentence.lower(index) in ("the", "all", "these", "those")
    return known and not any(
        sentence.lower(at) in set_of("en", "grammar", "other_words") for at in range(index, last)
    )


def _before_number(sentence: Sentence, index: int) -> tuple[int, str, bool]:
    bound = sentence.at("bound", index)
    if bound is not None and (
        sentence.at("vague", index) is None or number_at(sentence, bound.last) is not None
    ):
        return bound.last, str(bound.value), False
    word = sentence.lower(index)
    if word in ("the", "all", "these", "those", "another", "other"):
        at = index + 1
        while (
            sentence.lower(at) in ("remaining", "other", "first", "last", "the", "of", "further")
            and at < index + 4
        ):
            at += 1
        bound = sentence.at("bound", at)
        if bound is not None and word != "another":
            return bound.last, str(bound.value), False
        return at, "exact", word not in ("another", "all")
    return index, "exact", False


def _counted(sentence: Sentence, number: Number, covered: set[int]) -> tuple[int | None, bool, bool]:
    """Where a counted group ends, whether it is a part of another ("of them"), whether of officials."""
    at = number.last
    if sentence.lower(at) == "of" and sentence.lower(at + 1) in _OF_THEM:
        owned = sentence.lower(at + 1) in _OWNERS
        noun = head_noun(sentence, at + 2, 4, covered) if owned or sentence.lower(at + 1) == "the" else None
        if owned and noun is None and sentence.any_at(("body", "belongings"), at + 2) is not None:
            return None, False, False
        noun = None if owned else noun
        return (noun.last if noun else at + 2), True, bool(noun and noun.kind == "officials")
    if (
        sentence.lower(at) in set_of("en", "grammar", "more_words")
        and sentence.any_at(("victims",), at + 1) is None
    ):
        return at + 1, False, False
    noun = head_noun(sentence, at, 5, covered)
    if (noun is not None and noun.kind != "agents") or (
        noun is not None and noun.last - at > 0 and noun.kind == "agents"
    ):
        return noun.last, False, noun.kind in ("officials", "agents")
    if _bare(sentence, number):
        return at, False, False
    return (at + 1 if _called_after_a_place(sentence, number) else None), False, False


def _called_after_a_place(sentence: Sentence, number: Number) -> bool:
    """Of "the three Crimeans were seized": people named after where they come from."""
    at = number.last
    known = sentence.lower(number.first - 1) in ("the", "all", "other") and at < len(sentence.tokens)
    people = known and sentence.tokens[at].capital and sentence.lower(at).endswith("ns")
    return people and sentence.any_at(("be", "have", "act"), at + 1) is not None


def _bare(sentence: Sentence, number: Number) -> bool:
    """A number alone as subject or object of an act: "eight were detained", "sentenced ten"."""
    at = number.last
    if sentence.any_at(("be", "have"), at) or (
        sentence.any_at(("act", "receive", "give"), at)
        and sentence.lower(at) != "sentence"
        and not sentence.lower(at).endswith("s")
    ):
        return number.value < 10000 and not 1900 <= number.value <= 2100
    known = sentence.lower(number.first - 1) in ("first", "other", "remaining", "the")
    if known and 2 <= number.value <= _KNOWN and (sentence.lower(at) in _AFTER or at >= len(sentence.tokens)):
        return True
    before = sentence.at("act", number.first - 1) or sentence.at("act", number.first - 3)
    closed = (
        at >= len(sentence.tokens)
        or sentence.tokens[at].kind == "mark"
        or sentence.at("prepositions", at) is not None
    )
    return bool(before and closed and before.last == number.first and number.value < 10000)


def counted_group(number: Number, bound: str, definite: bool, partitive: bool) -> Group:
    """The bounds of a count as worded: "more than 25" is 26 or more, "at least 58" 58 or more."""
    value = int(number.value)
    if number.vague:
        low, high = value, None
    elif bound == "more_than":
        low, high = value + 1, None
    elif bound == "at_least":
        low, high = value, None
    elif bound == "at_most":
        low, high = 0, value
    else:
        low, high = value, value
    return Group(low, high, bound, value, number.vague or bound == "about", definite, partitive)
