"""Days, places and articles that a text gives once for several acts: above a paragraph, or in the
verdict before."""

from dataclasses import dataclass, field

from tizim.reading.calendar import Day, shifted
from tizim.reading.drafts import ELSEWHERE, Draft, changed
from tizim.reading.inflected.clock import opens_with_time
from tizim.reading.inflected.dates import Dated
from tizim.reading.inflected.drafting import Scene, is_of_paper, of_cause, of_description
from tizim.reading.inflected.ruling_days import REACH, RULED, VERDICTS

_NEWS = frozenset({"sentence", "administrative_arrest", "fine", "detention", "release",
                   "pretrial_detention", "dismissal",
                   "house_arrest", "search", "interrogation", "appeal"})  # fmt: skip
_OTHERS = frozenset(
    {"other", "organisation_ban", "trial", "ill_treatment", "financial_listing", "travel_ban"}
)
_CONVICTED = frozenset({"sentence", "conviction"})
_PENALTIES = frozenset({"sentence", "administrative_arrest", "fine"})
_BESIDE = frozenset({"threat", "ill_treatment"})
_AFTER_RULING = frozenset({"release", "appeal", "fine", "administrative_arrest"})
_OF_REVIEW = frozenset({"other", "forced_psychiatry", "appeal", "ill_treatment", "threat"})
_RULED_REACH = 4
_LEAD, _HEAD, _SIGNS = 8, 8, 3
_RULING, _WEEK = 5, 7


@dataclass(slots=True)
class Carried:
    """What the sentences so far said for those that follow."""

    own: Day | None
    day_holds: bool = False
    line: int = -1
    named: Day | None = None
    head: Day | None = None
    ruled: Day | None = None
    ruled_at: int = -99
    before: Day | None = None
    event: tuple[Day | None, int, int] = (None, -9, 0)
    paper: Day | None = None
    lead: Day | None = None
    short: bool = False
    item: bool = False
    announced: Day | None = None
    month: Day | None = None
    today: Day | None = None
    clock: bool = False
    summed: bool = False
    court_at: int = -99
    last: Draft | None = None
    verdict: Draft | None = None
    charged: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def begin(self, scene: Scene) -> None:
        """A sentence begins: a day that stands alone or first in its paragraph holds for the paragraph."""
        span = scene.told.sentence.span
        self._note_counts(scene)
        if span.line != self.line:
            self.announced = self.announced if self.item else self.named
            self.item = span.item
            self.line, self.lead = span.line, None
            self.named = self.announced if self.day_holds and span.item else None
        sentence = scene.told.sentence
        if self.day_holds and (span.item or span.heading):
            self.ruled_at += 1
        self.before = self.named
        short = len(sentence.tokens) <= _LEAD and not any(word.finite for word in sentence.words)
        opening = (one for one in scene.dates if one.day.day and not one.since and (short or one.first == 0))
        first = next(opening, None)
        if first is not None and (short or (self.lead is None and not first.relative)):
            self.lead, self.short, self.today = first.day, short, self.today and first.day
        elif self._is_now(scene) and (today := self._today(scene)) is not None:
            self.lead, self.short = today, True
        leads = [one for one in scene.dates if self._leads(one, scene)]
        dated = bool(scene.places) or scene.told.sentence.span.heading
        told = any(sentence.lower(mark.last) == ":" for mark in sentence.of("act"))
        if scene.number <= 2 and leads and dated and not told and len(scene.told.sentence.tokens) <= _HEAD:
            self.head = leads[0].day
        days = self._days(scene)
        papers = [one.day for one in scene.dates if self.day_holds and is_of_paper(one, scene)]
        self.paper = papers[-1] if papers else self.paper
        by_ruling = self.day_holds and sentence.marks.get("that_ruling")
        self.named = days[-1] if days else (self.ruled if by_ruling else None) or self.named
        self._note_ruling(scene, days)

    def _note_counts(self, scene: Scene) -> None:
        """Notes that the paragraph gives published counts."""
        scene.summed = self.summed and scene.told.sentence.span.line == self.line
        self.summed = scene.summed or bool(scene.told.sentence.marks.get("summary"))

    def _days(self, scene: Scene) -> list[Day]:
        """The days of a sentence that can hold for what follows."""
        dates = [one for one in scene.dates if not one.since]
        if not self.day_holds:
            return [one.day for one in dates if not _is_before(one.first, scene)]
        if scene.told.sentence.marks.get("deeds"):
            return []
        free = (one for one in dates if not (of_description(one, scene) or is_of_paper(one, scene)))
        same, starts = scene.told.clauses.same, scene.told.sentence.of("starts")
        apart = [one for one in free if not any(same(one.first, mark.first) for mark in starts)]
        return [one.day for one in apart if not of_cause(one, scene)]

    def _leads(self, one: Dated, scene: Scene) -> bool:
        """Whether a day stands near the head of a sentence, and is not one as of which a list only is."""
        early = one.day.day is not None and one.first <= _LEAD and not one.since
        return early and not (self.day_holds and _is_for(one, scene))

    def _note_ruling(self, scene: Scene, days: list[Day]) -> None:
        """Notes a court, and the day of a ruling or of a trial's end."""
        sentence = scene.told.sentence
        self._note_court(scene)
        ruling = scene.told.lexicon.set("grammar", "ruling")
        if days and (
            (ruling and any(not ruling.isdisjoint(word.lemmas) for word in sentence.words))
            or self._is_ended(scene)
        ):
            self.ruled, self.ruled_at = days[-1], scene.number

    def _is_now(self, scene: Scene) -> bool:
        """Whether a line of a chronicle begins: what it tells is of the day of the report."""
        return _is_timed(scene) or (self.clock and opens_with_time(scene.told.sentence))

    def _today(self, scene: Scene) -> Day | None:
        """The day of a line of a chronicle: that at its head, or the last before it, or that of the title."""
        opening = [one.day for one in scene.dates if one.day.day and one.first == 0]
        self.today = opening[0] if opening else self.today or self.own
        return self.today if self.today is not None and self.today.day else None

    def _note_court(self, scene: Scene) -> None:
        """Notes a court in a sentence, and the day or month that the title is about."""
        sentence = scene.told.sentence
        if any(mark.value == "judiciary" for mark in sentence.of("agency")):
            self.court_at = scene.number
        days = [one.day for one in scene.dates if one.day.day]
        if not scene.number and sentence.span.heading and len(days) == 1:
            self.today = days[0]  # until a line of the text names another
        months = [one.day for one in scene.dates if one.day.month and not one.day.day and not one.relative]
        title = scene.number <= 1 and (
            sentence.span.heading or not any(word.finite for word in sentence.words)
        )
        if title and len(months) == 1 and months[0].last is None:
            self.month = months[0]

    def _is_ended(self, scene: Scene) -> bool:
        """Whether a sentence says that a trial, of a court named just before, came to its end."""
        return bool(scene.told.sentence.marks.get("ending")) and scene.number - self.court_at <= 2

    def complete(self, draft: Draft, scene: Scene) -> Draft:
        """The draft with the day and articles that stand before it; what follows may have its own from it."""
        draft = self.given(draft, scene)
        self._note(draft)
        return draft

    def given(self, draft: Draft, scene: Scene) -> Draft:
        """The draft with the day and articles that stand before it."""
        if draft.day is None and not draft.status:
            draft = changed(draft, day=self._day(draft, scene), day_from=ELSEWHERE)
        verdict = self.verdict
        near = verdict is not None and scene.number - verdict.sentence <= REACH
        if verdict is not None and near and not draft.articles and {draft.act, verdict.act} <= _CONVICTED:
            draft = changed(draft, articles=verdict.articles)
        return draft

    def _day(self, draft: Draft, scene: Scene) -> Day | None:
        if scene.told.sentence.marks.get("earlier"):
            return None
        if self.day_holds:
            return self._held(draft, scene)
        told = draft.act in _NEWS | _OTHERS and draft.act not in VERDICTS
        if self.lead is not None and (told or (self.short and draft.act in VERDICTS)):
            return self.lead
        if draft.act in VERDICTS:
            return self._day_of_verdict(scene.number) or self.head
        day, line, told_at = self.event
        if draft.act in _BESIDE:
            return day if line == self.line and scene.number - told_at <= 1 else None
        return self._day_of_news(draft, scene.number) if draft.act in _NEWS else None

    def _day_of_news(self, draft: Draft, number: int) -> Day | None:
        """The day named before in the paragraph, that of the ruling, or of what was told just before."""
        if self.before is not None and self.before.month is not None:
            return self.before
        if draft.act in _AFTER_RULING and self.ruled is not None and number - self.ruled_at <= _RULED_REACH:
            return self.ruled
        day, line, told_at = self.event
        near = 0 <= self.line - line <= 1 and told_at < number
        return day if day is not None and near else self.head

    def _day_of_verdict(self, number: int) -> Day | None:
        """The day of the verdict told just before, or of the sentence that says when the trial ended."""
        verdict = self.verdict
        if verdict is not None and number - verdict.sentence <= REACH and verdict.day is not None:
            return verdict.day
        return self.ruled if number - self.ruled_at <= _RULED_REACH else None

    def _held(self, draft: Draft, scene: Scene) -> Day | None:
        """The day named in the paragraph, in the ruling before, or at the head of the report."""
        decided = draft.act == "other" and draft.outcome is not None
        if draft.act in VERDICTS and self.paper is not None and scene.told.sentence.marks.get("that_ruling"):
            return self.paper
        if self.lead is not None and self.short:
            return self.named or self.lead
        if not decided and draft.act not in _NEWS | VERDICTS | {"ill_treatment", "threat"}:
            return None
        ruled = self.ruled if scene.number - self.ruled_at <= _RULING and draft.act in RULED else None
        day = self.named or ruled or self.head
        return None if self._is_of_first_court(draft, day) else day

    def _is_of_first_court(self, draft: Draft, day: Day | None) -> bool:
        """Whether a day is that of the verdict of the same person against which the appeal was."""
        verdict = self.verdict
        return (
            draft.act == "appeal"
            and verdict is not None
            and (verdict.person, verdict.day) == (draft.person, day)
        )

    def _note(self, draft: Draft) -> None:
        self.last = draft
        if draft.day is not None and draft.day.day is not None and draft.act in _NEWS | VERDICTS:
            told_at = self.event[2] if self.event[0] == draft.day else draft.sentence
            self.event = (draft.day, self.line, told_at)
        if draft.act in VERDICTS and (draft.day is not None or draft.articles):
            self.verdict = draft
        if draft.act == "charge" and draft.person is not None and draft.articles:
            self.charged[draft.person] = draft.articles


def _is_timed(scene: Scene) -> bool:
    """Whether a line opens with a time of day, as in a report of the same day ("10:40 …")."""
    items = scene.told.sentence.tokens
    first = next((at for at, token in enumerate(items[:_SIGNS]) if token.kind == "number"), 0)
    lowers = [token.text for token in items[first : first + 3]]
    return len(lowers) == 3 and lowers[1] == ":" and lowers[0].isdigit() and lowers[2].isdigit()


def _is_before(first: int, scene: Scene) -> bool:
    """Whether a date is told as of something earlier ("ещё 30 сентября")."""
    return scene.told.sentence.ends_at("rest", first) is not None


def _is_for(dated: Dated, scene: Scene) -> bool:
    """Whether a date in the dative only says as of when a list is («1 мамырға»)."""
    return scene.told.sentence.word(dated.last - 1).cases == {"dat"}


def with_bans(drafts: list[Draft]) -> list[Draft]:
    """The drafts; a ban without a day has that of the sentence of the same person."""
    days = {draft.person: draft.day for draft in drafts if draft.act == "sentence" and draft.day is not None}
    return [
        changed(draft, day=days[draft.person], day_from=ELSEWHERE)
        if draft.act == "ban_on_activity" and draft.day is None and draft.person in days
        else draft
        for draft in drafts
    ]


def with_month(drafts: list[Draft], month: Day | None) -> list[Draft]:
    """The drafts; in a review of one month what has no day is of that month."""
    return [
        changed(draft, day=month, day_from=ELSEWHERE)
        if month is not None and draft.day is None and not draft.status and draft.act in _NEWS | _OF_REVIEW
        else draft
        for draft in drafts
    ]


def dated_by_report(
    drafts: list[Draft], years: set[int], own: Day | None, told: set[int], *, one_day: bool = False
) -> list[Draft]:
    """The drafts; in a report of news what it tells without a day is perhaps of its own month.

    With ``one_day`` it is of the only day that the acts of the report have, where that was just before.

    A report is of news where it prints no earlier year; ``told`` are the places of the drafts whose verb is
    finished and past.
    """
    if own is None or own.month is None or any(year < own.year for year in years):
        return drafts
    month = Day(own.year, own.month, doubtful=True)
    exact = {draft.day for draft in drafts if draft.day is not None and draft.day.day is not None}
    if one_day and len(exact) == 1 and _is_just_before(only := exact.pop(), own):
        month = only
    return [
        changed(draft, day=month, day_from="the month of the report")
        if at in told and draft.day is None and not draft.status and draft.act in _NEWS
        else draft
        for at, draft in enumerate(drafts)
    ]


def _is_just_before(day: Day, own: Day) -> bool:
    week = shifted(own, -_WEEK, "D") if own.day is not None else None
    return week is not None and week.order() <= day.order()


def with_charges(drafts: list[Draft]) -> list[Draft]:
    """The drafts; a verdict without articles has those of the charge against the same person."""
    charged: dict[int, set[tuple[str, ...]]] = {}
    for draft in drafts:
        if draft.person is not None and draft.act == "charge" and draft.articles:
            charged.setdefault(draft.person, set()).add(draft.articles)
    out = []
    for draft in drafts:
        known = charged.get(draft.person, set()) if draft.person is not None else set()
        if draft.act in ("sentence", "conviction") and not draft.articles and len(known) == 1:
            draft = changed(draft, articles=next(iter(known)))
        out.append(draft)
    return out


def without_convictions(drafts: list[Draft], *, verb_last: bool = False) -> list[Draft]:
    """The drafts without trials and convictions of people whose penalty is told; it takes their articles."""
    punished = {_whose(draft) for draft in drafts if draft.act in _PENALTIES}
    cleared = {_whose(draft) for draft in drafts if draft.outcome == "acquitted" and draft.person is not None}
    codes: dict[tuple[int | None, bool], tuple[str, ...]] = {}
    for draft in drafts:
        if draft.act == "conviction" and draft.articles:
            codes.setdefault(_whose(draft), draft.articles)
    return [
        changed(draft, articles=draft.articles or codes.get(_whose(draft), ()))
        if draft.act == "sentence"
        else draft
        if verb_last
        else _with_articles_of_trial(draft, drafts)
        for draft in drafts
        if (
            not (_whose(draft) in punished and _is_told_by_penalty(draft, drafts, always=verb_last))
            or _is_later(draft, drafts)
        )
        and not (draft.act in _FOUND_GUILTY and not draft.outcome and _whose(draft) in cleared)
        and not (verb_last and _is_summed_up(draft, drafts))
    ]


_FOUND_GUILTY = frozenset({"conviction", "sentence"})


def _is_summed_up(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a group was found guilty whose penalties are told one by one of as many people by name."""
    if draft.act != "conviction" or draft.group is None:
        return False
    named = {one.person for one in drafts if one.act in _PENALTIES and one.person is not None}
    return len(named) >= draft.group.low


def _is_later(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a trial is of a later case than all penalties told of the same person."""
    days = [one.day for one in drafts if one.act in _PENALTIES and _whose(one) == _whose(draft)]
    known = [day.order() for day in days if day is not None]
    trial = draft.act == "trial" and draft.day is not None
    return trial and draft.day is not None and len(known) == len(days) and max(known) < draft.day.order()


def _whose(draft: Draft) -> tuple[int | None, bool]:
    return draft.person, draft.group is not None


def _is_told_by_penalty(draft: Draft, drafts: list[Draft], *, always: bool) -> bool:
    same = always or draft.day is None or any(_is_outcome_of(one, draft) for one in drafts)
    return draft.act == "conviction" or (draft.act == "trial" and same)


def _with_articles_of_trial(draft: Draft, drafts: list[Draft]) -> Draft:
    """A penalty with the articles of the trial of its day, where it has none."""
    codes = [one.articles for one in drafts if one.act == "trial" and _is_outcome_of(draft, one)]
    return changed(draft, articles=codes[0]) if codes and not draft.articles else draft


def _is_outcome_of(penalty: Draft, trial: Draft) -> bool:
    """Whether a penalty was given on the day of a trial of the same person."""
    return penalty.act in _PENALTIES and _whose(penalty) == _whose(trial) and penalty.day == trial.day
