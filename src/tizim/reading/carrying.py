"""What a text need not say again: the day, the place and the articles handed on from one act to the next."""

from dataclasses import replace

from tizim.reading.arrest_days import during_arrest
from tizim.reading.as_of import STATES
from tizim.reading.asides import closed_aside, told_after, until_then
from tizim.reading.calendar import Day
from tizim.reading.drafts import Draft, Scene
from tizim.reading.events import Event
from tizim.reading.lapses import day_after
from tizim.reading.marks import Sentence
from tizim.reading.storied import of_assembly, told_back
from tizim.reading.words import set_of

_LANGUAGE = "en"
_VERDICT_REACH, _DATELINE_REACH, _STORY_REACH = 16, 4, 5
VERDICTS = {"sentence", "conviction"}
_COURT_ACTS = {"fine", "administrative_arrest"}
_INHERIT = {"sentence", "conviction", "ban_on_activity"}
_NEXT_DAY = {
    "fine",
    "administrative_arrest",
    "charge",
    "ban_on_activity",
    "search",
    "interrogation",
    "house_arrest",
}
_TAKEN = ("detention", "abduction")
_TOP = 3
_OF_LAW = {"sentence", "conviction", "charge", "trial", "administrative_arrest", "fine"}
_BY_THEN = [["by", "noon"], ["by", "evening"], ["by", "midnight"], ["by", "nightfall"], ["by", "morning"]]


class Carried:
    """Days, places and articles that the text has told and that what follows may share."""

    def __init__(self, own: Day | None) -> None:
        self.own = own
        self.verdict: tuple[Day | None, str | None, int] = (None, None, -99)
        self.verdict_acts: frozenset[str] = frozenset()
        self.convicted = False
        self.joint: tuple[Day | None, str | None, int] = (None, None, -9)
        self.verdict_articles: tuple[str, ...] = ()
        self.dateline: tuple[Day | None, str | None] = (None, None)
        self.dateline_at = 0
        self.verdicts: dict[int, tuple[Day, str | None]] = {}
        self.last: dict[int, Draft] = {}
        self.taken: dict[int, Day] = {}
        self.story: tuple[Day | None, int, int] = (None, -9, -9)
        self.chapter: Day | None = None
        self.scope: Day | None = None
        self.period: Day | None = None
        self.entry = (-9, -9)
        self.opened = (-9, -9)
        self.told: tuple[Day | None, int, int] = (None, -9, -9)
        self.before: tuple[Day | None, int, int] = self.told
        self.ruling = False
        self.rally: tuple[Day | None, int, int] = (None, -9, -9)

    def open(self, scene: Scene, *, clock: bool) -> None:
        """A sentence begins: a heading that is a date opens a chapter, the title may give a month for all."""
        span = scene.sentence.span
        if span.line != self.opened[0]:
            self.opened = (span.line, scene.number)
        self._chapter(scene)
        main = [
            found.day
            for at, found in scene.dates
            if not (found.since or found.aside or until_then(scene.sentence, at))
        ]
        exact = [day for day in main if day.day is not None and not day.last]
        if exact and not self._ahead(exact[0]):
            self.before = self.told
            self.told = (exact[0], span.line, scene.number)
        for at, found in scene.dates:
            if found.aside and found.day.day and of_assembly(scene, at):
                self.rally = (found.day, span.line, scene.number)
        if clock:
            day, self.entry = self.chapter or self.own, (span.line, scene.number)
            self.story = (day, span.line, scene.number)

    def _chapter(self, scene: Scene) -> None:
        """A heading that is a date, or a line "In March:", gives the day of what follows."""
        span = scene.sentence.span
        days = [found.day for _, found in scene.dates if not found.since]
        if scene.number == 0 and span.heading and days and days[0].day is None and days[0].month:
            self.scope = days[0]
        if scene.number < _LEADING and self.period is None:
            told = [found.day for _, found in scene.dates if not found.aside]
            title = scene.number == 0 and span.heading
            self.period = next((day for day in told if _is_period(day, self.own, title=title)), None)
            if title and self.period is not None and self.period.last is not None and self.scope is None:
                self.scope = self.period
        if _only_a_date(scene) and days:
            if scene.number > _TOP or days[0] != self.own:
                self.chapter, self.entry = days[0], (span.line, scene.number)
            self.story = (days[0], span.line, scene.number)
        elif span.heading and not days:
            self.chapter = None
        if [token.text for token in scene.sentence.tokens[-1:]] == [":"] and days and days[0].day is None:
            self.chapter = replace(days[0], doubtful=True)

    @property
    def whole(self) -> Day | None:
        """The day or the time that the text says once for all that follows."""
        return self.chapter or self.scope

    def announce(self, days: list[Day], number: int) -> None:
        """A line announces a row of verdicts, perhaps with their day: "Outcome, 21 February 2019:"."""
        if days and days[0].day is not None:
            self.verdict = (days[0], None, number + _VERDICT_REACH)
            self.verdict_acts, self.convicted = frozenset(), True

    def _ahead(self, day: Day) -> bool:
        return self.own is not None and day.order() > self.own.order()

    def note(self, draft: Draft, scene: Scene) -> None:
        """Remembers a draft as told."""
        if draft.day is not None and draft.day.day is not None and not draft.status:
            self.story = (draft.day, scene.sentence.span.line, scene.number)
        if draft.act in _TAKEN and draft.person is not None and draft.day is not None and draft.day.day:
            self.taken[draft.person] = draft.day
        if draft.person is None:
            if draft.act in VERDICTS | _COURT_ACTS and draft.day is not None and not draft.figure:
                self.verdict = (draft.day, draft.place, scene.number + _VERDICT_REACH)
                self.verdict_articles, self.convicted = draft.articles, True
                self.verdict_acts = frozenset((draft.act,)) if draft.act in _COURT_ACTS else frozenset()
            return
        if draft.act in VERDICTS and draft.day is not None:
            self.verdicts[draft.person] = (draft.day, draft.place)
            self.joint = (draft.day, draft.place, scene.number)
        self.last[draft.person] = draft

    def articles(self, drafts: list[Draft], scene: Scene) -> None:
        """Of "The case was brought under Article 5": such articles go to the acts told last."""
        codes = tuple(dict.fromkeys(found.code for _, found in scene.articles))
        words = set_of(_LANGUAGE, "layout", "case_words")
        if not codes or words.isdisjoint(scene.sentence.bag):
            return
        if any(draft.sentence == scene.number and draft.articles for draft in drafts):
            return
        first = self.opened[1] if scene.sentence.span.item else 0
        whole = "cases" in scene.sentence.bag and {"all", "each", "both"} & set(scene.sentence.lowers)
        back = scene.number - self.opened[1] if whole else 2
        near = [
            draft
            for draft in drafts
            if 0 < scene.number - draft.sentence <= back and draft.sentence >= first and draft.act in _OF_LAW
        ]
        named = {number for who in scene.whos if who.kind == "person" for number in who.people}
        for draft in near:
            administrative = draft.act == "administrative_arrest" and all("-CC " in code for code in codes)
            if not (draft.articles or administrative) and (not named or draft.person in named):
                draft.articles = codes

    def complete(self, draft: Draft, event: Event, scene: Scene) -> None:
        """Gives a draft the date and place of the verdict, or of the story, that the text is telling."""
        state = event.state and draft.act in STATES
        if state:
            draft.status = STATES.get(draft.act)
        if draft.day is not None or event.past or _without_a_day(draft, event, scene):
            return
        lately = draft.person in self.last and scene.number - self.last[draft.person].sentence <= 1
        taken = draft.act == "pretrial_detention" and event.shape == "verbs" and not event.lengths
        if taken and lately and draft.person in self.verdicts:
            draft.act, draft.day = "detention", self.verdicts[draft.person][0]
            return
        if draft.person in self.taken and draft.act not in _TAKEN and during_arrest(scene.sentence):
            draft.day = self.taken[draft.person]
            return
        day, place = self._verdict_of(draft, event)
        if self._inherits(draft, scene) and day is not None and not state:
            draft.day, draft.place = day, draft.place or place
            draft.articles = draft.articles or self._announced(draft)
            return
        before = self.last.get(draft.person) if draft.person is not None else None
        later = day_after(event, scene, before)
        if later is not None:
            draft.day = later
        elif before is not None and _is_beside(before, draft, event, scene):
            draft.day, draft.place = before.day, draft.place or before.place
        else:
            draft.day = self._in_the_story(draft, event, scene)

    def _in_the_story(self, draft: Draft, event: Event, scene: Scene) -> Day | None:
        """Of "On 5 May police came. They beat X.": the day that the same paragraph goes on telling of."""
        days = [(at, found.relative) for at, found in scene.dates]
        told = self.before if told_after(event, scene.sentence, days) else self.told
        day, line, sentence = max(self.story, told, key=lambda one: one[2])
        dated = self.entry[0] == scene.sentence.span.line and self.entry[1] <= scene.number
        now = ("is", "are", "has", "have") if event.shape == "verbs" else ("is", "are")
        present = event.tense in now or event.shape == "subject"
        present = present or scene.sentence.lowers[:2] in _BY_THEN
        lasting = event.tense in set_of("en", "grammar", "lasting_verbs") or (
            event.state and not (dated and event.shape == "subject")
        )
        own = any(
            not (found.relative or found.since or found.aside or until_then(scene.sentence, at))
            for at, found in scene.dates
        )
        named = event.shape == "nouns" and (
            draft.act in VERDICTS or (draft.act == "charge" and not _opens_a_case(scene))
        )
        aside = any(closed_aside(event, scene.sentence, at) for at, _ in scene.dates)
        if (
            (event.perfect and not dated)
            or (aside and sentence == scene.number)
            or (draft.person is not None and _of_a_file(event, self.last.get(draft.person)))
            or draft.figure
            or own
            or named
            or (lasting and not (dated and present))
            or (draft.act in _TOLD_BACK and told_back(scene, event))
        ):
            return draft.day
        same = line == scene.sentence.span.line and scene.number - sentence <= _STORY_REACH
        if day is not None and same:
            return day
        there = self.rally[1] == scene.sentence.span.line and scene.number - self.rally[2] <= _STORY_REACH
        return self.rally[0] if there and draft.act in _AT_A_RALLY else self.whole

    def _inherits(self, draft: Draft, scene: Scene) -> bool:
        if draft.act == "release":
            return not set_of("en", "grammar", "court_rooms").isdisjoint(scene.sentence.bag)
        acquitted = draft.act == "other" and draft.outcome == "acquitted"
        announced = draft.act in self.verdict_acts and draft.sentence <= self.verdict[2]
        return (draft.act in _INHERIT or acquitted or announced) and not draft.perfect

    def _announced(self, draft: Draft) -> tuple[str, ...]:
        general = draft.sentence <= self.verdict[2] and draft.person not in self.verdicts
        fits = draft.act == "sentence" or draft.act in self.verdict_acts
        return self.verdict_articles if general and fits else ()

    def _verdict_of(self, draft: Draft, event: Event) -> tuple[Day | None, str | None]:
        """The verdict on a person, or the one that the text announced for all shortly before."""
        if draft.person in self.verdicts and draft.person is not None and draft.act not in _COURT_ACTS:
            return self.verdicts[draft.person]
        day, place, until = self.verdict
        if draft.sentence <= until:
            return day, place
        if event.shape == "nouns" and event.who is not None and event.who.possessive:
            return None, None
        if draft.sentence == self.joint[2]:
            return self.joint[:2]
        known = self.last.get(draft.person) if draft.person is not None else None
        if (draft.sentence > _DATELINE_REACH and not self.ruling) or _of_a_file(event, known):
            return None, None
        later = self.told[0] if self.dateline_at < self.told[2] != draft.sentence else None
        return (later, self.dateline[1]) if later is not None else self.dateline

    def mark_verdict(self, scene: Scene, events: list[Event], *, spoken_of: bool) -> None:
        """Remembers date and place of the verdict that a sentence speaks of without saying whose."""
        words = set_of(_LANGUAGE, "layout", "verdict_words")
        exact = [found.day for _, found in scene.dates if not found.since]
        place = scene.places[0][1] if scene.places else self.dateline[1]
        heading = scene.sentence.span.heading and not any(event.act in _TAKEN for event in events)
        if scene.number <= 1 and exact and (scene.dates[0][0] <= 3 or heading):
            self.dateline, self.dateline_at = (exact[0], place), scene.number
        if any(event.act in VERDICTS for event in events) or words.isdisjoint(scene.sentence.bag):
            return
        if scene.number <= self.verdict[2] and self.convicted and not _gives_verdict(scene.sentence):
            return
        day = exact[0] if exact else self.dateline[0]
        if day is not None and (exact or scene.number <= _DATELINE_REACH):
            self.verdict = (day, place, scene.number + (2 if spoken_of else _VERDICT_REACH))
            self.verdict_acts, self.convicted = frozenset(), False


def _is_beside(before: Draft, draft: Draft, event: Event, scene: Scene) -> bool:
    """Whether an act has the day of the act told just before it of the same person."""
    if scene.number - before.sentence > 1 or before.day is None or _of_a_file(event, before):
        return False
    here = before.sentence == scene.number
    if here and any(closed_aside(event, scene.sentence, at) for at, _ in scene.dates):
        return False
    lasting = event.tense in set_of("en", "grammar", "stayed_words") or event.state
    return not lasting and (here or (before.day.day is not None and draft.act in _NEXT_DAY))


def _of_a_file(event: Event, before: Draft | None) -> bool:
    """Of "X – arrested 5 May; 7 years": the day of the arrest is not that of the verdict."""
    return event.shape == "bare" and event.act == "sentence" and before is not None and before.act in _TAKEN


def _opens_a_case(scene: Scene) -> bool:
    """Whether a sentence tells that a case was opened, and not only that there is one."""
    return not set_of(_LANGUAGE, "grammar", "opening").isdisjoint(scene.sentence.bag)


_AT_A_RALLY = {"detention", "ill_treatment"}


_TOLD_BACK = {"threat", "interrogation", "ill_treatment", "search", "surveillance"}


def _gives_verdict(sentence: Sentence) -> bool:
    """Whether a sentence says that a verdict was given, not only that there is one."""
    return not set_of(_LANGUAGE, "layout", "verdict_given").isdisjoint(sentence.bag)


def _without_a_day(draft: Draft, event: Event, scene: Scene) -> bool:
    """Whether what is told lasts and no day of the story is its own: a charge, a term being served."""
    if draft.act == "sentence" and scene.sentence.lower(event.first) in ("serving", "serves"):
        return True
    if event.shape == "penalty" and scene.sentence.lower(event.first) == "served":
        return True
    return draft.act == "charge" and _stands(event, scene)


def _stands(event: Event, scene: Scene) -> bool:
    """Whether a charge is told as what stands, not as what was brought: "Charge: …", "is charged with"."""
    headed = event.shape == "nouns" and (scene.sentence.lower(event.last) in (":", "is", ","))
    return headed or event.tense in ("is", "are", "'s", "accuse", "accuses")


def _is_period(day: Day, own: Day | None, *, title: bool) -> bool:
    """Whether a date is a time over which a report counts: a month, a quarter, a week; in a title a year."""
    whole = day.last is not None or (day.day is None and (day.month is not None or title))
    return whole and (own is None or day.order() < own.order())


_LEADING = 2


def _only_a_date(scene: Scene) -> bool:
    """Whether a sentence is a date and nothing else: "5 May", "Monday, 5 May."."""
    if not scene.dates or len(scene.sentence.tokens) > _FEW:
        return False
    days = [(found.start, found.end) for _, found in scene.dates]
    rest = [
        token
        for token in scene.sentence.tokens
        if token.kind != "mark" and not any(start <= token.start < end for start, end in days)
    ]
    return all(token.lower in ("on", "the", "of") for token in rest)


_FEW = 7


def clock_tokens(sentence: Sentence) -> set[int]:
    """The tokens of times of day ("12:10"), which count nobody."""
    out: set[int] = set()
    if ":" not in sentence.bag:
        return out
    for at in range(1, len(sentence.tokens) - 1):
        left, mark, right = sentence.tokens[at - 1 : at + 2]
        if (
            mark.text == ":"
            and left.kind == right.kind == "number"
            and left.end == mark.start
            and mark.end == right.start
        ):
            out.update((at - 1, at, at + 1))
    return out


def opens_with_a_time(sentence: Sentence) -> bool:
    """Whether a line begins with the time of day: "08:50 Searches …"."""
    tokens = sentence.tokens
    if tokens and tokens[0].lower in set_of(_LANGUAGE, "layout", "update_words"):
        tokens = tokens[1:]
    if len(tokens) < 3 or tokens[0].kind != "number":
        return False
    clock = tokens[1].text == ":" and tokens[2].kind == "number" and tokens[2].start == tokens[1].end
    return clock and tokens[0].text.isdigit() and int(tokens[0].text) < 25
