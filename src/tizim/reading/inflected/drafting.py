"""Drafts of claims from the acts of a sentence: date, place, articles, certainty, and what the words were."""

from dataclasses import dataclass

from tizim.reading.calendar import Day
from tizim.reading.drafts import Draft, changed
from tizim.reading.focus import Subject
from tizim.reading.inflected.article_signs import ArticleFound, owner_of
from tizim.reading.inflected.date_parts import of_cause as is_of_cause
from tizim.reading.inflected.dates import Dated
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.verb_last import is_background, is_finished
from tizim.reading.inflected.who import Who

_WITH_ARTICLE = frozenset({"sentence", "conviction", "charge", "trial", "other", "administrative_arrest",
                           "fine"})  # fmt: skip
_MEASURES = frozenset({"pretrial_detention", "house_arrest", "appeal"})
_COURT = frozenset({"sentence", "conviction", "charge", "administrative_arrest", "fine"})


_CLEARED = frozenset({"acquitted", "case_closed"})


CRIME = "articles: a crime"
"""Why a charge is one of a crime though no article stands beside it."""


@dataclass(slots=True)
class Scene:
    """One sentence with its dates, articles and places."""

    number: int
    told: Told
    dates: list[Dated]
    articles: list[ArticleFound]
    places: list[tuple[int, str]]
    period: Day | None = None
    summed: bool = False
    """Whether the paragraph said before that it gives published counts."""


def drafts_of(event: Event, subject: Subject, scene: Scene, events: list[Event]) -> list[Draft]:
    """One draft for each victim of an act."""
    start, end = _extent(event, scene)
    dated = _dated(event, scene, events)
    status = _status(event)
    why = [f"acts/{event.act}: {event.words}, victim {event.role}"]
    if dated is not None:
        why.append(f"dates: {dated.why}")
    base = Draft(
        event.act, scene.number, start, end, detail=event.entry.detail or None, outcome=event.outcome or None,
        day=dated.day if dated else None, place=_place(event, scene), articles=_articles(event, scene,
        events),
        status=status, certainty=_certainty(event, scene), why=tuple(why), official=subject.official,
    )  # fmt: skip
    base = changed(base, outcome=_absent(base, event, scene))
    if event.act == "charge" and _is_of_crime(event, scene):
        base = changed(base, why=(*base.why, CRIME))
    if base.act == "fine" and any("-CC " in code for code in base.articles):
        base = changed(base, act="sentence")
    if subject.group is not None:
        return [
            changed(base, group=subject.group, figure=_is_summary(subject, scene, event.first, event.act))
        ]
    return [changed(base, person=number) for number in subject.people]


def _is_of_crime(event: Event, scene: Scene) -> bool:
    """Whether the words of a charge say that it is one of a crime («қылмыстық іс қозғалды»)."""
    books = (mark for mark in scene.told.sentence.of("book") if mark.value == "CC")
    return any(event.first - _BESIDE <= mark.first < event.last for mark in books)


def _absent(draft: Draft, event: Event, scene: Scene) -> str | None:
    """The outcome; a verdict or an arrest of somebody who is not there says so, for it opens no custody."""
    marks = scene.told.sentence.of("in_absentia")
    absent = any(
        scene.told.clauses.same(mark.first, event.first) or abs(mark.first - event.first) <= _NEAR
        for mark in marks
    )
    if not absent or draft.act not in ("sentence", "conviction", "pretrial_detention"):
        return draft.outcome
    outcome = draft.outcome or ("pretrial" if draft.act == "pretrial_detention" else None)
    return f"{outcome}; in_absentia" if outcome else "in_absentia"


_NEAR = 3
_SMALL = 20
_MANY = 100


def _is_summary(subject: Subject, scene: Scene, at: int, act: str) -> bool:
    """Whether a group is a published count rather than what happened to these people."""
    group = subject.group
    if group is None:
        return False
    if scene.told.sentence.marks.get("as_of") or act == "conviction":
        return True
    same = scene.told.clauses.same
    if any(one.day.day is not None and same(one.first, at) for one in scene.dates if not one.since):
        return False
    large = group.low > _SMALL or group.high is None or group.vague
    summed = bool(scene.told.sentence.marks.get("summary")) or any(one.since for one in scene.dates)
    if scene.told.verb_last and (scene.summed or scene.told.sentence.marks.get("summary")):
        return True
    return large and (summed or group.low > (_MANY if scene.told.verb_last else 10 * _MANY))


def _status(event: Event) -> str | None:
    """The state that the words tell: always, or in the present tense alone."""
    status = event.entry.status
    if status.startswith("?"):
        return status[1:] if event.present or event.mode in ("noun", "doer") else None
    return status or None


def _extent(event: Event, scene: Scene) -> tuple[int, int]:
    """The span that shows the claim: victim, act and penalty."""
    firsts, lasts = [event.first], [event.last]
    if event.who is not None:
        firsts.append(event.who.head)
        lasts.append(event.who.last)
    for length in event.lengths:
        firsts.append(length.first)
        lasts.append(max(length.last, (length.kind_at or 0) + 1))
    for amount in event.money:
        lasts.append(amount.last)
    return scene.told.sentence.said(max(0, min(firsts)), min(len(scene.told.sentence.tokens), max(lasts)))


def _dated(event: Event, scene: Scene, events: list[Event]) -> Dated | None:
    """The date of an act: the nearest in its clause, else the one that opens the sentence."""
    clauses = scene.told.clauses
    dates = scene.dates
    if event.act == "appeal" and scene.told.verb_last:
        dates = [one for one in dates if not is_of_paper(one, scene)]
    same = _of_clause(event, scene, dates)
    if same and scene.told.verb_last:
        free = [one for one in same if not of_description(one, scene, event.first)]
        led = [one for one in free if one.first < event.last]
        if event.act == "charge" and is_described(event):
            led = [one for one in led if event.first - one.last <= _BESIDE]
        if event.undated or is_described(event) or is_attribute_of_thing(event, scene):
            own = [one for one in led if not _is_of_court(one, scene)] if is_described(event) else led
            return max(own, key=lambda one: one.first, default=None)
        return max(led or free[:1], key=lambda one: one.first, default=None)
    if same:
        free = [one for one in same if not _nearer_to_other(one, event, events, scene)]
        pool = free or same
        return min(
            pool, key=lambda one: (one.day.day is None and _sharper(pool), abs(one.first - event.first))
        )
    opening = [
        one for one in dates if one.first <= _OPENING and one.first < event.first and not of_cause(one, scene)
    ]
    if opening:
        return opening[0]
    kind = clauses.clause(event.first).kind
    if (
        kind == "main"
        and len(dates) == 1
        and not of_cause(dates[0], scene)
        and clauses.clause(dates[0].first).kind == "main"
    ):
        return dates[0] if dates[0].first < event.first else None
    return None


def _of_clause(event: Event, scene: Scene, dates: list[Dated]) -> list[Dated]:
    """The dates of the clause of an act, or of that to which "and" joins it."""
    same = scene.told.clauses.same
    own = [one for one in dates if same(one.first, event.first) and not of_cause(one, scene)]
    if scene.told.verb_last:
        return own
    return [one for one in own or _of_joined(event, scene) if not _of_attribute(one, event, scene)]


def _of_joined(event: Event, scene: Scene) -> list[Dated]:
    """The dates of the clause to which "and" joins that of an act ("on 5 May X was seized and taken")."""
    told = scene.told
    clause = told.clauses.clause(event.first)
    if told.sentence.at("and", clause.first) is None or clause.parent < 0:
        return []
    return [
        one
        for one in scene.dates
        if told.clauses.of[one.first] == clause.parent
        and one.first < event.first
        and not of_cause(one, scene)
    ]


def _of_attribute(dated: Dated, event: Event, scene: Scene) -> bool:
    """Whether a date stands right behind a participle that describes a thing ("the ruling made on 5 May")."""
    at = dated.first - 1
    while at > event.last and scene.told.sentence.ends_at("prepositions", at + 1) is not None:
        at -= 1
    forms = scene.told.sentence.word(at).forms[:1] if at >= 0 else ()
    described = bool(forms) and forms[0].part == "participle" and bool(forms[0].case)
    if not described or event.first <= at < event.last or scene.told.sentence.word(at).finite:
        return False
    behind = (scene.told.sentence.word(one).forms[:1] for one in range(dated.last, dated.last + _THING))
    return any(one and one[0].part == "noun" and one[0].case == forms[0].case for one in behind)


def of_cause(dated: Dated, scene: Scene) -> bool:
    """Whether a date says when that was for which somebody is punished ("for the rally of 21 October")."""
    sentence = scene.told.sentence
    if scene.told.verb_last and any(
        _leads_to_cause(dated, mark.first, scene) for mark in sentence.of("causes_after")
    ):
        return True
    return is_of_cause(sentence, dated.first)


def _leads_to_cause(dated: Dated, cause: int, scene: Scene) -> bool:
    """Whether only what somebody is punished for stands between a day and the "for" behind it."""
    told = scene.told
    if not 0 < cause - dated.last <= _CAUSE or (dated.first == 0 and dated.day.day is not None):
        return False
    between = range(dated.last, cause)
    if any(event.first > cause and told.clauses.same(event.first, cause) for event in told.events):
        return False
    return all(told.sentence.tokens[at].kind != "mark" for at in between)


def is_described(event: Event) -> bool:
    """Whether a participle only says who somebody behind it is ("the X who was taken …")."""
    return (
        event.who is not None and event.who.first >= event.last and event.role in ("participle", "described")
    )


def is_attribute_of_thing(event: Event, scene: Scene) -> bool:
    """Whether a participle describes a thing whose person stands before it ("the fine given to X")."""
    forms = scene.told.sentence.word(event.last - 1).forms
    bare = bool(forms) and forms[0].part == "participle" and not forms[0].case
    led = event.who is not None and event.who.last <= event.first
    return (
        bare
        and led
        and event.mode in ("attribute", "doer")
        and not is_finished(scene.told.sentence, event.last - 1)
    )


def is_told_aside(event: Event, scene: Scene) -> bool:
    """Whether an act only says when something else was («X-ті ұстау кезінде»), who is tried, or
    describes a thing."""
    sentence = scene.told.sentence
    timed = event.mode == "noun" and sentence.at("background", event.last) is not None
    accused = event.act == "charge" and is_described(event)
    return timed or accused or is_background(sentence, event.last) or is_attribute_of_thing(event, scene)


def _is_of_court(dated: Dated, scene: Scene) -> bool:
    """Whether a day right behind a court says when that decided, not what a participle behind tells («сот 24
    желтоқсанда … сотталған X-тің шағымын қарады»)."""
    sentence = scene.told.sentence
    court = sentence.ends_at("agency", dated.first)
    return court is not None and court.value == "judiciary"


def of_description(dated: Dated, scene: Scene, before: int | None = None) -> bool:
    """Whether a day before a participle says when that was by which somebody is described behind it ("the
    X who was taken in May was fined")."""
    return not _is_of_court(dated, scene) and any(
        other.who is not None
        and dated.first < other.first < (len(scene.told.sentence.tokens) if before is None else before)
        and not (other.act == "charge" and other.first - dated.last > _BESIDE)
        and other.last <= other.who.first
        and scene.told.clauses.same(other.first, dated.first)
        for other in scene.told.events
    )


def is_of_paper(dated: Dated, scene: Scene) -> bool:
    """Whether a day only names an earlier ruling («3 тамыздағы үкіммен»)."""
    sentence = scene.told.sentence
    ruling = scene.told.lexicon.set("grammar", "ruling")
    named = range(dated.last, dated.last + _NAMED)
    where = sentence.lower(dated.last - 1).endswith(_WHERE)
    return where and any(not ruling.isdisjoint(sentence.word(at).lemmas) for at in named)


_NAMED = 3
_WHERE = ("дағы", "дегі", "тағы", "тегі", "ғы", "гі")
_CAUSE, _BESIDE = 6, 3
_OPENING, _THING = 3, 6


def _sharper(pool: list[Dated]) -> bool:
    return any(one.day.day is not None for one in pool)


def _nearer_to_other(one: Dated, event: Event, events: list[Event], scene: Scene) -> bool:
    others = [other for other in events if other is not event and other.first != event.first]
    return any(
        abs(other.first - one.first) < abs(event.first - one.first)
        and scene.told.clauses.same(other.first, one.first)
        for other in others
    )


def _place(event: Event, scene: Scene) -> str | None:
    if not scene.places:
        return None
    return min(scene.places, key=lambda item: (abs(item[0] - event.first), item[0]))[1]


def _articles(event: Event, scene: Scene, events: list[Event]) -> tuple[str, ...]:
    taking = _WITH_ARTICLE if scene.told.verb_last else _WITH_ARTICLE | _MEASURES
    if event.act not in taking or not scene.articles:
        return ()
    takers = [other for other in events if other.act in taking]
    court = [other for other in takers if other.act in _COURT or other.entry.outcome in _CLEARED] or takers
    if event not in court:
        return ()
    codes = []
    for found in scene.articles:
        own = owner_of(scene.told, found.first)
        if own is not None and (theirs := _against(own, court)):
            codes += [found.code] if event in theirs else []
            continue
        same = [other for other in court if scene.told.clauses.same(other.first, found.first)] or court
        owner = min(same, key=lambda other: abs(other.first - found.first))
        alike = owner.who is event.who and not {owner.entry.outcome, event.entry.outcome} & _CLEARED
        if owner is event or owner.first == event.first or alike:
            codes.append(found.code)
    return tuple(dict.fromkeys(codes))


def _against(owner: Who, events: list[Event]) -> list[Event]:
    """The acts against exactly those right behind whose name an article stands."""
    return [one for one in events if one.who is not None and one.who.people == owner.people]


def _certainty(event: Event, scene: Scene) -> str:
    sentence = scene.told.sentence
    clauses = scene.told.clauses
    near = [mark for mark in sentence.of("certainty") if abs(mark.first - event.first) <= 25]
    same = [mark for mark in near if clauses.same(mark.first, event.first) or mark.first < event.first]
    return str(same[-1].value) if same else "asserted"
