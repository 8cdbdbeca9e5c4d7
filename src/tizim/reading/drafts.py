"""Claims in the making: an act with its resolved victims, date, place, articles and outcome."""

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from tizim.reading.articles import ArticleFound
from tizim.reading.asides import closed_aside, own_days, until_then, when_after
from tizim.reading.attribution import certainty_of
from tizim.reading.calendar import Day
from tizim.reading.clauses import possession_end
from tizim.reading.dates import DateFound
from tizim.reading.events import Event
from tizim.reading.focus import Subject
from tizim.reading.marks import Sentence
from tizim.reading.measured_from import COUNTING, counted_from, leads_back
from tizim.reading.offences import known_as
from tizim.reading.penalties import outcome_of
from tizim.reading.who import Group, Who
from tizim.reading.words import set_of

ELSEWHERE = "the text around it"
"""What a day was inferred from that the sentence of its act does not tell."""


@dataclass(slots=True)
class Draft:
    """One act against one person, group or organisation, as one passage reports it.

    ``day_from`` says what the day was inferred from; ``None`` where the sentence itself tells it.
    ``past`` says that the verb is finished and past, so that it may be news.
    """

    act: str
    sentence: int
    start: int
    end: int
    person: int | None = None
    group: Group | None = None
    organisation: str | None = None
    official: bool = False
    detail: str | None = None
    day: Day | None = None
    day_from: str | None = None
    place: str | None = None
    articles: tuple[str, ...] = ()
    outcome: str | None = None
    status: str | None = None
    figure: bool = False
    certainty: str = "asserted"
    mention: str | None = None
    reported: str | None = None
    perfect: bool = False
    as_of: str | None = None
    perpetrators: tuple[tuple[str, str, str], ...] = ()
    agency: str | None = None
    age: int | None = None
    sex: str | None = None
    town: str | None = None
    occupation: str | None = None
    why: tuple[str, ...] = ()
    past: bool = False


_EACH = attrgetter(*(one.name for one in fields(Draft)))


def changed(draft: Draft, **values: Any) -> Draft:
    """The draft with other values; as ``dataclasses.replace`` makes it, in a third of the time."""
    other = Draft(*_EACH(draft))
    for name, value in values.items():
        setattr(other, name, value)
    return other


@dataclass(slots=True)
class Scene:
    """One sentence with everything found in it, and the tokens at which dates and articles stand."""

    number: int
    sentence: Sentence
    whos: list[Who]
    dates: list[tuple[int, DateFound]]
    articles: list[tuple[int, ArticleFound]]
    places: list[tuple[int, str]] = field(default_factory=list)


_CLOSE = 5
_STANDING = ("have", "has", "had", "is", "are")
_WITH_ARTICLE = {
    "sentence",
    "conviction",
    "charge",
    "trial",
    "other",
    "administrative_arrest",
    "fine",
    "detention",
    "pretrial_detention",
}
_COURT = {"sentence", "conviction", "charge", "administrative_arrest", "fine"}


def drafts_of(event: Event, subject: Subject, scene: Scene, events: list[Event]) -> list[Draft]:
    """One draft for each victim of an event."""
    start, end = _extent(event, scene)
    base = Draft(
        event.act, scene.number, start, end, detail=event.detail, outcome=outcome_of(event),
        day=_day(event, scene, events), place=_place(event, scene),
        articles=_articles(event, scene, events), figure=_counts(event, scene),
        certainty=_certainty(event, scene),
        perfect=event.perfect and event.act == "conviction", why=why_of(event, scene.sentence),
    )  # fmt: skip
    base.official = subject.official
    if subject.group is not None:
        base.group = subject.group
        return [base]
    return _of_each(base, event, subject.people)


def _of_each(draft: Draft, event: Event, people: tuple[int, ...]) -> list[Draft]:
    """What was done to several, of each of them."""
    draft.figure = False
    drafts = [draft, *(changed(draft) for _ in people[1:])] if people else []
    for place, one in enumerate(drafts):
        one.person = people[place]
        if event.row:
            one.outcome = outcome_of(event, place)
    return drafts


def _certainty(event: Event, scene: Scene) -> str:
    """How sure the text is; a charge told only by the penalty that somebody faces is implied."""
    said = certainty_of(scene.sentence, event.first)
    return "implied" if event.shape == "facing" and said == "asserted" else said


def why_of(event: Event, sentence: Sentence) -> tuple[str, ...]:
    """The pattern and the words that made a draft: table and shape, the words, how the victim was found."""
    words = " ".join(sentence.lowers[event.first : event.last])
    victim = "understood from before" if event.who is None else event.who.kind
    return (f"acts.{event.act}.{event.shape}", words, f"victim: {victim}")


def _extent(event: Event, scene: Scene) -> tuple[int, int]:
    """The span that shows the claim: victim, act and penalty, within the sentence."""
    firsts, lasts = [event.start, event.first], [event.last]
    if event.who is not None:
        firsts.append(event.who.head if event.who.kind == "person" else event.who.first)
        lasts.append(max(event.who.last, possession_end(scene.sentence, event.who)))
    for length in event.lengths:
        firsts.append(length.first)
        lasts.append(max(length.last, length.kind_end))
    for amount in event.money:
        lasts.append(amount.last)
    tokens = scene.sentence.tokens
    first, last = max(0, min(firsts)), min(len(tokens), max(lasts))
    return tokens[first].start, tokens[last - 1].end


def _next(event: Event, events: list[Event]) -> int:
    later = [
        other.start if other.start >= event.last else other.first
        for other in events
        if other.first > event.first and not (_object_of(event, other) or _since_noun(event, other))
    ]
    return min(later) if later else 10**6


def _since_noun(event: Event, other: Event) -> bool:
    """Of "in custody since his arrest in May": the day is that of both."""
    owned = other.shape == "nouns" and other.who is not None and other.who.governed == "since"
    return owned and event.shape == "states" and event.who is not None


def _of_before(event: Event, scene: Scene, at: int, found: DateFound) -> bool:
    """Whether a date before an act is of something else: "since May he has …, guards had threatened"."""
    if when_after(scene.sentence, at):
        return False
    if found.since and event.tense and event.tense not in ("have", "has", "is", "are", "been"):
        return True
    tokens = scene.sentence.tokens
    standing = scene.sentence.lower(event.start) in _STANDING and _in_relative(scene, at, event.start)
    if standing or closed_aside(event, scene.sentence, at):
        return True
    if event.tense in ("have", "has", "is", "are") and _of_saying(scene, at):
        return True
    aside = any(tokens[index].text == "," for index in range(at, min(event.start, len(tokens))))
    if event.tense in ("have", "has", "will") and aside and at > 3:
        return True
    told = any(scene.sentence.at("attribution", index) is not None for index in range(at, event.start))
    had = "had" in scene.sentence.lowers[at : event.start]
    return told and (event.tense == "had" or (had and scene.sentence.lower(event.start - 1) in ("and", ",")))


def _in_relative(scene: Scene, first: int, last: int) -> bool:
    """Of "since May he defends X, who is serving ten years": the day is not that of what "who" opens."""
    return any(scene.sentence.lower(at) in ("who", "whose") for at in range(first, last))


def _of_saying(scene: Scene, at: int) -> bool:
    """Of "X has been held for weeks, the group said today": the day is that of what was said."""
    before = at - 1 if scene.sentence.lower(at - 1) in ("on", "in") else at
    return scene.sentence.at("attribution", before - 1) is not None


def _object_of(event: Event, other: Event) -> bool:
    """Of "upheld the sentence of X on 1 June": the sentence is what was upheld."""
    return (
        other.shape == "nouns"
        and event.act in ("appeal", "release", "pretrial_detention")
        and other.who is event.who
    )


def _day(event: Event, scene: Scene, events: list[Event]) -> Day | None:
    """The date of an act: the one after it in its clause, or the one that opens the sentence."""
    told = scene.sentence.lower(event.last) == ":"
    if event.shape == "nouns" and event.act == "sentence" and event.who is not None and not told:
        return None
    lead = _measured_from(event, scene)
    event.past = event.past or lead is not None or _attributive(event, scene.sentence)
    if event.past:
        days = [(at, found.day) for at, found in scene.dates if not found.since]
        return counted_from(scene.sentence, lead, days) if lead is not None else None
    if _serving(event, scene):
        return next((found.day for at, found in scene.dates if at > event.first and found.since), None)
    if event.act in ("charge", "trial") and (event.state or event.tense in ("is", "are", "'s")):
        return None
    dated = [(at, found) for at, found in scene.dates if not _aside(scene, at)]
    firsts = own_days(event, scene.sentence, [at for at, _ in dated], events)
    event.past, dated = bool(dated) and not firsts, [one for one in dated if one[0] in firsts]
    inside = [found for at, found in dated if event.first <= at < event.last]
    chosen = inside[0] if inside else _beside(event, scene, events, dated)
    return chosen.day if chosen is not None else None


def _attributive(event: Event, sentence: Sentence) -> bool:
    """Of "the murdered journalist X", "the jailed poet Y": what is known of somebody, on whatever day."""
    who = event.who
    if who is None or who.kind != "person" or event.shape != "verbs":
        return False
    inside = who.head <= event.first and event.last <= who.first
    return inside or known_as(event, sentence)


SERVED = frozenset(("serving", "served", "serves"))
"""Verbs of a term that goes on."""


def _serving(event: Event, scene: Scene) -> bool:
    """Of "died on 8 May while serving five years": a term being served began on no day told."""
    return event.shape == "penalty" and scene.sentence.lower(event.first) in SERVED


def _measured_from(event: Event, scene: Scene) -> int | None:
    """Where "after" stands in "two days after his arrest", "a week after he was detained", if it does."""
    if COUNTING.isdisjoint(scene.sentence.bag):
        return None
    firsts = {event.start, event.first} | ({event.who.first, event.who.head} if event.who else set())
    lead = next((at - 1 for at in sorted(firsts) if leads_back(scene.sentence, at - 1)), None)
    if lead is None or event.shape == "nouns":
        return lead
    return None if any(0 <= at - event.last <= _CLOSE for at, _ in scene.dates) else lead


def _beside(
    event: Event, scene: Scene, events: list[Event], dated: list[tuple[int, DateFound]]
) -> DateFound | None:
    """The date that an act shares its clause with, of those before and after it."""
    after = [
        (at, found)
        for at, found in dated
        if event.last <= at < _next(event, events)
        and not _parted(scene, event.last, at)
        and not _opening(scene, at)
        and not (event.tense in ("have", "has", "is", "are") and _of_saying(scene, at))
        and set_of("en", "grammar", "became_known").isdisjoint(scene.sentence.lowers[event.last : at])
    ]
    before = [
        (at, found)
        for at, found in dated
        if at < event.first
        and not _parted(scene, at, event.first)
        and not _of_before(event, scene, at, found)
    ]
    return _nearest(event, scene, events, (before, after))


def _nearest(
    event: Event,
    scene: Scene,
    events: list[Event],
    dates: tuple[list[tuple[int, DateFound]], list[tuple[int, DateFound]]],
) -> DateFound | None:
    before, after = dates
    if len(after) > 1 and after[0][1].relative and _sharper(after[1][1], after[0][1]):
        after = after[1:]
    first = after[0][1] if after else None
    if first is not None and first.since:
        return first
    opener = before[-1] if before and _opening(scene, before[-1][0]) else None
    if opener is not None and not any(opener[0] < other.first < event.first for other in events):
        return opener[1]
    if after and after[0][0] - event.last <= _CLOSE:
        return first
    if before and before[0][0] <= 3 and (first is None or not _sharper(first, before[-1][1])):
        return before[-1][1]
    return first or (before[-1][1] if before else None)


def _sharper(one: DateFound, other: DateFound) -> bool:
    return one.day.year == other.day.year and one.day.day is not None and other.day.day is None


def _aside(scene: Scene, at: int) -> bool:
    sentence = scene.sentence
    before = (sentence.lower(at - 1), sentence.lower(at - 2))
    return "born" in before or (until_then(sentence, at) and not when_after(scene.sentence, at))


def _opening(scene: Scene, at: int) -> bool:
    """ "…, and on 5 January the bailiff …", "…; in May she was": the date belongs to the clause it opens."""
    sentence = scene.sentence
    first = at - 1 if sentence.lower(at - 1) in ("on", "in", "by", "early", "late", "mid") else at
    first = first - 1 if sentence.lower(first - 1) in ("on", "in", "by", "already") and first < at else first
    lead = sentence.lower(first - 1)
    if lead == "and":
        return first < at or sentence.lower(first - 2) == ","
    if lead == "," and sentence.lower(first - 2) in ("then", "and", "but", "finally"):
        return first < at
    return lead in (",", ";", "but", "then", "–", "—", "while") and first < at and not _ends(scene, at)


def _ends(scene: Scene, at: int) -> bool:
    """Whether a date closes its clause: "…, in May 2020, …"."""
    found = next((one for first, one in scene.dates if first == at), None)
    tokens = scene.sentence.tokens
    after = next(
        (i for i in range(at, len(tokens)) if found is not None and tokens[i].start >= found.end), len(tokens)
    )
    return scene.sentence.lower(after) in ("", ",", ".", ";", "and", ")")


def _parted(scene: Scene, first: int, last: int) -> bool:
    return any(
        scene.sentence.tokens[at].text == ";" for at in range(first, min(last, len(scene.sentence.tokens)))
    )


def _place(event: Event, scene: Scene) -> str | None:
    """The nearest place before or after the act, those before first."""
    if not scene.places:
        return None
    near = min(scene.places, key=lambda item: (abs(item[0] - event.first), item[0]))
    return near[1]


def _articles(event: Event, scene: Scene, events: list[Event]) -> tuple[str, ...]:
    if event.act not in _WITH_ARTICLE or not scene.articles:
        return ()
    takers = [other for other in events if other.act in _WITH_ARTICLE]
    court = [
        other for other in takers if other.act in _COURT or (other.act == "other" and other.outcome)
    ] or takers
    if event not in court:
        return ()
    codes = []
    for at, found in scene.articles:
        before = [other for other in court if other.first <= at]
        owner = before[-1] if before else court[0]
        if owner is event or owner.first == event.first or _together(owner, event):
            codes.append(found.code)
    return tuple(dict.fromkeys(codes))


def _together(owner: Event, event: Event) -> bool:
    return owner.who is event.who and {owner.act, event.act} <= {"sentence", "conviction"}


def _counts(event: Event, scene: Scene) -> bool:
    """Whether a group is a published count rather than what happened to these people."""
    words = scene.sentence.marks.get("perfect_summary", {})
    if event.who is not None and event.who.group is not None and not words and _few(event, event.who.group):
        return False
    vague = event.who is not None and event.who.group is not None and event.who.group.vague and event.perfect
    return bool(words) or event.state or vague or (event.perfect and not scene.dates)


def _few(event: Event, group: Group) -> bool:
    """Whether a count is of so few that what is told of them is an act: "two of them are in custody"."""
    exact = group.bound == "exact" and not group.vague and group.high == group.low
    if exact and group.whole and group.low <= _FEW:
        return True
    before = event.tense == "had" and event.act not in ("conviction", "sentence")
    told = event.state or bool(event.lengths) or group.low == 1 or before
    return exact and told and group.low <= _FEW


_FEW = 12
