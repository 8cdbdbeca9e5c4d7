"""Published numbers: how many people, cases or acts a text counts, since when and as of when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tizim.reading.calendar import Day
from tizim.reading.found import FigureFound
from tizim.reading.inflected.dates import Dated
from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.numbers import Number, number_at
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark

_SHOWN = 16
_BETWEEN = 4
_STOPS = frozenset({",", ";", ".", ":", "(", ")", "—", "–"})
_HEADED = 2
_LEAST, _SMALL, _SEVERAL, _MANY = 2, 10, 6, 100


@dataclass(frozen=True, slots=True)
class _Count:
    """A counted thing: its tokens, the number printed, and how it is bounded."""

    first: int
    last: int
    count: int
    bound: str


def period_of(sentence: Sentence, dates: list[Dated], number: int) -> Day | None:
    """The month or year that the heading of a review names: its figures are of that time."""
    if number > _HEADED or not sentence.span.heading or len(dates) != 1:
        return None
    day = (dates[0].day.last or dates[0].day) if dates[0].day.day is not None else dates[0].day
    return dates[0].day if day.day is None or dates[0].day.last is not None else None


def stated_day(sentence: Sentence, dates: list[Dated]) -> str | None:
    """The day for which a text says that its numbers and states hold ("data as of 15 December")."""
    day = _stated(sentence, dates)
    return day.edtf() if day else None


def stated_days(sentences: Sequence[Sentence], dates: Iterable[list[Dated]]) -> dict[int, Day]:
    """By sentence, the day for which it says that what it tells holds."""
    days = ((number, _stated(sentences[number], row)) for number, row in enumerate(dates))
    return {number: day for number, day in days if day is not None}


def _stated(sentence: Sentence, dates: list[Dated]) -> Day | None:
    for mark in sentence.of("as_of"):
        day = next((one.day for one in dates if one.day.day and _beside(one, mark)), None)
        if day is not None:
            return day
    return None


def _beside(one: Dated, mark: Mark) -> bool:
    return 0 <= one.first - mark.last <= 1 or 0 <= mark.first - one.last <= 1


def figures_of(text: str, scene: Scene, own: str | None, taken: set[int]) -> list[FigureFound]:
    """The figures of one sentence that speaks of acts, cases or prisoners."""
    sentence = scene.told.sentence
    if not _is_about_acts(sentence):
        return []
    summed = scene.told.verb_last and bool(sentence.marks.get("summary"))
    groups = [found for who in scene.told.whos if (found := _of_group(who, small=summed)) is not None]
    if scene.told.verb_last and not (summed or sentence.marks.get("since_after")):
        groups = [one for one in groups if one.count >= _SMALL or one.bound != "exact"]
    groups += _parts(scene, groups)
    covered = {at for one in groups for at in range(one.first, one.last)}
    if scene.told.verb_last and sentence.span.heading:
        return []
    counts = sorted((*groups, *_of_things(scene, covered | taken)), key=lambda one: one.first)
    least = 1 if summed else _LEAST + 1 if scene.told.verb_last else _LEAST
    return [_figure(text, scene, one, own) for one in counts if one.count >= least or one.bound != "exact"]


def _is_about_acts(sentence: Sentence) -> bool:
    return any(sentence.marks.get(kind) for kind in ("act", "penalty", "things", "prisoners"))


def _of_group(who: Who, *, small: bool) -> _Count | None:
    group = who.group
    if (
        group is None
        or who.kind != "group"
        or group.printed is None
        or who.official
        or (who.definite and group.bound == "exact")
    ):
        return None
    if group.bound == "exact" and group.printed < (_MANY if group.vague else 1 if small else _SEVERAL):
        return None
    return _Count(who.first, who.last, group.printed, group.bound)


def _parts(scene: Scene, groups: list[_Count]) -> list[_Count]:
    """Parts of a number printed before in the sentence ("17 people, nine of them …")."""
    sentence = scene.told.sentence
    whole = [one.count for one in groups] + [
        int(number.value)
        for at in range(len(sentence.tokens))
        if sentence.at("things", at + 1) is not None and (number := number_at(sentence, at)) is not None
    ]
    return [
        _Count(who.first, who.last, who.group.printed, who.group.bound)
        for who in scene.told.whos
        if who.group is not None and who.definite and who.group.printed and not who.official
        and (
            (scene.told.verb_last and sentence.ends_at("of_them", who.first) is not None)
            or any(who.group.printed < one for one in whole)
        )
    ]  # fmt: skip


def _of_things(scene: Scene, covered: set[int]) -> Iterator[_Count]:
    sentence = scene.told.sentence
    index = 0
    while index < len(sentence.tokens):
        number = number_at(sentence, index) if index not in covered else None
        if number is not None and sentence.at("collective", index) is not None:
            number = None
        if number is None or number.vague or number.value != int(number.value) or number.value < _LEAST:
            index += 1
            continue
        last = _thing(sentence, number)
        if last is None and not scene.told.verb_last and _stands_alone(sentence, number):
            last = number.last
        index = max(number.last, last or 0)
        if last is not None and not _is_label(sentence, number):
            first, bound = _bound(sentence, number)
            yield _Count(first, last, int(number.value), bound)


def _is_label(sentence: Sentence, number: Number) -> bool:
    before = sentence.lower(number.first - 1)
    currency = sentence.at("currencies", number.last)
    if currency is not None and not str(currency.value).endswith("?"):
        return True
    return before in ("№", "#", "/") or any(
        sentence.ends_at(kind, number.first) is not None or sentence.at(kind, number.last) is not None
        for kind in ("article", "part", "months", "unit")
    )


def _thing(sentence: Sentence, number: Number) -> int | None:
    """Where the counted thing ends: after the number, or before it ("40 such notices", "notices … 40")."""
    bounded = sentence.at("bound_after", number.last)
    first = bounded.last if bounded is not None else number.last
    for at in range(first, min(first + _BETWEEN, len(sentence.tokens))):
        mark = sentence.at("things", at)
        if mark is not None:
            return mark.last
        form = sentence.word(at).forms[:1]
        if not form or sentence.tokens[at].kind != "word" or form[0].part not in ("adjective", "participle"):
            break
    return number.last if _stands_for_thing(sentence, number) else None


def _stands_for_thing(sentence: Sentence, number: Number) -> bool:
    """Whether a number alone counts the things named before it ("отказов больше 500", "разрешены два")."""
    after = sentence.at("bound_after", number.last)
    following = sentence.tokens[number.last] if number.last < len(sentence.tokens) else None
    closed = following is None or following.text in _STOPS or after is not None
    first, _ = _bound(sentence, number)
    named = any(sentence.ends_at("things", at) is not None for at in (first, first - 1))
    passive = any(
        word.passive and word.finite for word in (sentence.word(first - 1), sentence.word(number.last))
    )
    return (closed and named) or (passive and bool(sentence.marks.get("things")))


def _stands_alone(sentence: Sentence, number: Number) -> bool:
    """Whether a number without a noun counts people or acts: bounded, behind a dash, or after its verb."""
    after = sentence.lower(number.last)
    if number.value < _SEVERAL or (after and after not in _STOPS) or sentence.marks.get("possible"):
        return False
    first, bound = _bound(sentence, number)
    before = sentence.lower(first - 1)
    verb = sentence.word(first - 1).finite and not sentence.is_at("auxiliary", first - 1)
    acting = verb and any(mark.last == first for mark in sentence.of("act"))
    bounded = bound not in ("exact", "at_most") and sentence.at("prepositions", first) is None
    return before in ("—", "–") or acting or bounded


def _bound(sentence: Sentence, number: Number) -> tuple[int, str]:
    mark = sentence.ends_at("bound", number.first)
    if mark is not None:
        return mark.first, str(mark.value)
    after = sentence.at("bound_after", number.last)
    return number.first, str(after.value) if after is not None else "exact"


def _figure(text: str, scene: Scene, one: _Count, own: str | None) -> FigureFound:
    sentence = scene.told.sentence
    end = one.last
    while end < len(sentence.tokens) and end - one.first < _SHOWN and sentence.tokens[end].text not in _STOPS:
        end += 1
    first = one.first
    if end == one.last:
        while first > 0 and one.first - first < _BETWEEN and sentence.tokens[first - 1].text not in _STOPS:
            first -= 1
    start, stop = sentence.said(first, end)
    since = next((dated for dated in scene.dates if dated.since), None)
    same = scene.told.clauses.same
    exact = next((dated for dated in scene.dates if not dated.since and same(dated.first, one.first)), None)
    reviewed = scene.period if since is None and exact is None and scene.told.verb_last else None
    if reviewed is not None:
        own = (reviewed.last or reviewed).edtf()
    opened = since.day if since else replace(reviewed, last=None) if reviewed else None
    spans = None if scene.told.verb_last else _spanned(scene, exact.day if exact else scene.period)
    if since is None and spans is not None:
        return _of_span(text, scene, one, (start, stop), spans)
    return FigureFound(
        count=one.count, what=" ".join(text[start:stop].split()), start=start, end=stop,
        quote=text[start:stop],
        bound=one.bound, since=opened.edtf() if opened else None,
        as_of=exact.day.edtf() if exact and not since else own,
        place=scene.places[0][1] if scene.places else None, why=("figures",),
    )  # fmt: skip


def _spanned(scene: Scene, day: Day | None) -> Day | None:
    """The month or year that a number is about ("34 violations in September"); none for a state of today."""
    states = any(scene.told.sentence.marks.get(kind) for kind in ("prisoners", "as_of"))
    lasting = states and not any(mark.first == 0 for mark in scene.told.sentence.of("act"))
    return day if day is not None and day.day is None and day.last is None and not lasting else None


def _of_span(text: str, scene: Scene, one: _Count, where: tuple[int, int], span: Day) -> FigureFound:
    start, stop = where
    return FigureFound(
        count=one.count, what=" ".join(text[start:stop].split()), start=start, end=stop,
        quote=text[start:stop], bound=one.bound, since=span.edtf(), as_of=span.edtf(),
        place=scene.places[0][1] if scene.places else None, why=("figures", "of a month or a year"),
    )  # fmt: skip
