"""Published numbers: how many people, cases or acts a text counts, since when and as of when."""

from dataclasses import replace

from tizim.reading.carrying import clock_tokens
from tizim.reading.dates import DateFound
from tizim.reading.enumerated import examples
from tizim.reading.figure_days import Background, held_over
from tizim.reading.found import FigureFound
from tizim.reading.marks import Sentence
from tizim.reading.measures import number_at
from tizim.reading.who import Who
from tizim.reading.words import set_of, words_of

_COUNTED = frozenset(("act", "penalty", "counted_things"))
_SHOWN = 16


def figures_of(
    text: str, sentence: Sentence, whos: list[Who], dates: list[DateFound], known: Background
) -> list[FigureFound]:
    """The figures of one sentence; small numbers in a headline without a verb count nothing."""
    if not _is_about_acts(sentence):
        return []
    least = 2 if sentence.marks.get("be") or sentence.marks.get("have") or _has_verb(sentence) else 4
    groups = [who for who in whos if who.group is not None and not _named(sentence, who, whos)]
    spans = [found for who in groups if (found := _of_group(who)) is not None]
    taken = {at for first, last, _, _ in spans for at in range(first, last)} | clock_tokens(sentence)
    taken |= {at for who in whos for at in range(who.first, who.last) if who not in groups}
    if "counted_things" in sentence.marks or not _OF_THEM.isdisjoint(sentence.bag):
        spans.extend(_of_things(sentence, taken))
    figures = [
        _figure(text, sentence, span) for span in sorted(spans) if _counts(sentence, span, least, known)
    ]
    return [_dated(text, sentence, one, dates, known) for one in figures]


def _counts(sentence: Sentence, span: tuple[int, int, int, str], least: int, known: Background) -> bool:
    """Whether a number is published as one: two or three are seldom more than those told of."""
    first, last, count, bound = span
    words = sentence.lowers[first:last]
    if bound != "exact" or count < least:
        return count >= least
    if count < _MANY and not set_of("en", "grammar", "figure_others").isdisjoint(words):
        return False
    return count > _FEW or known.period is not None


_MANY, _FEW = 5, 3


def _dated(
    text: str, sentence: Sentence, one: FigureFound, dates: list[DateFound], known: Background
) -> FigureFound:
    """A figure with the time for which it holds: dates before it, in it, and in its clause behind it."""
    near = [
        date
        for date in dates
        if date.start <= one.end or not set(text[one.end : date.start]) & _STOPS or date.since
    ]
    since, as_of = held_over(sentence, near, known)
    return replace(one, since=since, as_of=as_of)


_STOPS = frozenset(",;:(")


def _named(sentence: Sentence, who: Who, whos: list[Who]) -> bool:
    """Whether a count is only that of the people named right after it, or of those who did something."""
    size = who.group.low if who.group is not None else 0
    members = [number for one in examples(sentence, who, whos) for number in one.people]
    acting = who.noun in ("men", "women") and sentence.any_at(("be", "have"), who.last) is None
    return 1 < size == len(members) or (acting and not who.direct)


def once(figures: list[FigureFound], title: int) -> list[FigureFound]:
    """The figures without those of the title that the text gives again."""
    below = {one.count for one in figures if one.start >= title}
    return [one for one in figures if one.start >= title or one.count not in below]


def _is_about_acts(sentence: Sentence) -> bool:
    if not _COUNTED.isdisjoint(sentence.marks):
        return True
    return not _OF_ACTS.isdisjoint(sentence.bag)


_OF_ACTS = frozenset(
    (
        *("prisoner", "prisoners", "detainees", "defendants", "convicts"),
        *("liberty", "prosecuted", "verdict", "persecuted"),
    )
)


def _has_verb(sentence: Sentence) -> bool:
    return any(
        word.shape in ("verbs", "subject") and word.form != "base"
        for mark in sentence.of("act")
        for word in mark.values
    ) or any(
        sentence.marks.get(kind) for kind in ("attribution", "light", "give", "receive", "modals", "bound")
    )


def _of_group(who: Who) -> tuple[int, int, int, str] | None:
    group = who.group
    if group is None or group.printed is None or (group.low < 2 and group.high != 0) or who.official:
        return None
    if group.definite and group.bound == "exact":
        return None
    if group.vague and group.bound == "exact" and group.printed < 100:
        return None
    return who.first, who.last, group.printed, group.bound


def _of_things(sentence: Sentence, taken: set[int]) -> list[tuple[int, int, int, str]]:
    out = []
    for index in sorted(sentence.numeric):
        if index in taken:
            continue
        number = number_at(sentence, index)
        if (
            number is None
            or number.vague
            or number.value < 2
            or number.value != int(number.value)
            or sentence.at("scales", index)
        ):
            continue
        noun = _thing(sentence, number.last)
        if (
            noun is None
            or sentence.at("months", index - 1)
            or sentence.at("months", index + 1)
            or sentence.lower(index - 1) in ("article", "part")
        ):
            continue
        bound = _bound_before(sentence, index)
        out.append((index, noun, int(number.value), bound))
    return out


def _bound_before(sentence: Sentence, index: int) -> str:
    for at in (index - 1, index - 2, index - 3):
        mark = sentence.at("bound", at)
        if mark is not None and mark.last >= index:
            return str(mark.value)
    return "exact"


def _thing(sentence: Sentence, index: int) -> int | None:
    """Where the counted thing after a number ends: at most four describing words stand between."""
    if sentence.lower(index) == "of" and sentence.lower(index + 1) in _OF_THEM:
        return index + 2
    for at in range(index, min(index + 5, len(sentence.tokens))):
        mark = sentence.at("counted_things", at)
        if mark is not None:
            return mark.last
        token = sentence.tokens[at]
        if token.kind != "word" or sentence.any_at(
            ("be", "have", "prepositions", "time_units", "currencies"), at
        ):
            return None
    return None


_OF_THEM = frozenset(("them", "whom", "these", "which"))


def _figure(text: str, sentence: Sentence, span: tuple[int, int, int, str]) -> FigureFound:
    first, last, count, bound = span
    end = last
    while (
        end < len(sentence.tokens)
        and end - first < _SHOWN
        and sentence.tokens[end].text not in (",", ";", ".", ":", "(", "—", "–")
    ):
        end += 1
    begin, stop = sentence.tokens[first].start, sentence.tokens[end - 1].end
    quote = text[begin:stop]
    printed = words_of("en").tables["numbers"]["printed"]
    lead = " ".join(token.lower for token in sentence.tokens[first : first + 2])
    return FigureFound(
        count=printed.get(lead, count), what=" ".join(quote.split()), start=begin, end=stop, quote=quote,
        bound="at_least" if lead in printed else bound,
    )  # fmt: skip
