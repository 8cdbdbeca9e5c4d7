"""Published numbers: how many people, cases or acts a text counts, since when and as of when."""

from tizim.reading.dates import DateFound
from tizim.reading.found import FigureFound
from tizim.reading.marks import Sentence
from tizim.reading.measures import number_at
from tizim.reading.who import Who
from tizim.reading.words import words_of

_STATES = ("act", "penalty")
_SHOWN = 16


def figures_of(
    text: str, sentence: Sentence, whos: list[Who], dates: list[DateFound], own: str | None
) -> list[FigureFound]:
    """The figures of one sentence; small numbers in a headline without a verb count nothing."""
    if not _is_about_acts(sentence):
        return []
    least = 2 if sentence.marks.get("be") or sentence.marks.get("have") or _has_verb(sentence) else 4
    spans = [found for who in whos if (found := _of_group(who)) is not None]
    taken = {at for first, last, _, _ in spans for at in range(first, last)}
    spans.extend(_of_things(sentence, taken))
    return [_figure(text, sentence, span, dates, own) for span in sorted(spans) if span[2] >= least]


def _is_about_acts(sentence: Sentence) -> bool:
    if any(sentence.marks.get(kind) for kind in _STATES) or sentence.marks.get("counted_things"):
        return True
    return not _OF_ACTS.isdisjoint(sentence.lowers)


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
    if sentence.lower(index) == "of" and sentence.lower(index + 1) in ("them", "whom", "these", "which"):
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


def _figure(
    text: str, sentence: Sentence, span: tuple[int, int, int, str], dates: list[DateFound], own: str | None
) -> FigureFound:
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
    since = next((date for date in dates if date.since), None)
    exact = next((date for date in dates if not date.since), None)
    printed = words_of("en").tables["numbers"]["printed"]
    lead = " ".join(token.lower for token in sentence.tokens[first : first + 2])
    return FigureFound(
        count=printed.get(lead, count), what=" ".join(quote.split()), start=begin, end=stop, quote=quote,
        bound="at_least" if lead in printed else bound,
        since=since.day.edtf() if since else None,
        as_of=exact.day.edtf() if exact and not since else own,
    )  # fmt: skip
