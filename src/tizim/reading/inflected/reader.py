"""The reader of a language with cases: sentences in order, whom they speak of, what they report."""

from dataclasses import replace

from tizim.reading.calendar import Day, day_of
from tizim.reading.drafts import Draft, changed
from tizim.reading.focus import Subject
from tizim.reading.found import FigureFound
from tizim.reading.heard import Heard, Named
from tizim.reading.inflected.absorbing import (
    COURT,
    absorbed,
    with_articles_after,
    with_articles_here,
    with_only_articles,
)
from tizim.reading.inflected.agents import with_agents, with_officials
from tizim.reading.inflected.article_signs import ArticleFound
from tizim.reading.inflected.articles import articles_of, chargeable, country_of, usual_books
from tizim.reading.inflected.bare import bare_penalties, follows, without_told_apart
from tizim.reading.inflected.carrying import (
    Carried,
    dated_by_report,
    with_bans,
    with_charges,
    with_month,
    without_convictions,
)
from tizim.reading.inflected.clauses import Clauses, clauses_of, one_clause
from tizim.reading.inflected.clock import keeps_time, opens_story
from tizim.reading.inflected.companions import companions, examples, excepted
from tizim.reading.inflected.conversions import conversion_of
from tizim.reading.inflected.dates import Calendar, Dated
from tizim.reading.inflected.details import Details, note_details
from tizim.reading.inflected.drafting import Scene, drafts_of, is_told_aside
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.figures import figures_of, period_of, stated_day
from tizim.reading.inflected.files import Records, is_of_record, with_file
from tizim.reading.inflected.focus import Focus
from tizim.reading.inflected.impersonal import LEFT_OUT
from tizim.reading.inflected.labels import labels_of
from tizim.reading.inflected.listings import Listings
from tizim.reading.inflected.lists import name_lists
from tizim.reading.inflected.name_words import leave_names
from tizim.reading.inflected.names import runs_of
from tizim.reading.inflected.naming import measured_lengths, name_penalties
from tizim.reading.inflected.numbers import local, money_of
from tizim.reading.inflected.offices import against_officials
from tizim.reading.inflected.organisations import organisation_events
from tizim.reading.inflected.penalties import settle
from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.phrases import set_apart
from tizim.reading.inflected.places import court_place, dateline_of, heading_place, only_place, places_of
from tizim.reading.inflected.reconciled import reconciled
from tizim.reading.inflected.reported import reporter_of
from tizim.reading.inflected.ruling_days import with_ruling
from tizim.reading.inflected.rulings import ruling_points
from tizim.reading.inflected.sentence import Sentence, sentence_of
from tizim.reading.inflected.shares import distribute
from tizim.reading.inflected.sharing import share_out
from tizim.reading.inflected.speakers import speakers_of
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.inflected.telling import events_of
from tizim.reading.inflected.told_again import is_upheld
from tizim.reading.inflected.untied import is_untied, untied_acts
from tizim.reading.inflected.verb_last import clauses_verb_last
from tizim.reading.inflected.verb_last_rows import members, members_named
from tizim.reading.inflected.verb_last_speakers import speakers_verb_last
from tizim.reading.inflected.verb_last_unreal import opens_decree
from tizim.reading.inflected.weighed import Weighed
from tizim.reading.inflected.weighed_days import with_days
from tizim.reading.inflected.who import Who
from tizim.reading.inflected.whos import Whos
from tizim.reading.merging import joined
from tizim.reading.spans import spans


class InflectedReading:
    """One text being read, sentence by sentence."""

    def __init__(self, text: str, date: str | None, lexicon: Lexicon) -> None:
        self.text = text
        self.own, self.as_of = day_of(date), date
        self.lexicon = lexicon
        self.spans = spans(text)
        self.sentences = [sentence_of(text, span, lexicon) for span in self.spans]
        lists = name_lists(lexicon)
        self.finder = PeopleFinder(runs_of(self.sentences, lists), self.sentences, lists)
        self.people = self.finder.people()
        self.whos = Whos(self.finder, str(lexicon.tables["grammar"].get("numbers_govern") or ""))
        self.country = country_of(self.sentences, lexicon)
        self.verb_last = bool(lexicon.tables["grammar"].get("verb_last"))
        self.calendar = Calendar(self.own, clock=keeps_time(self.sentences), onward=self.verb_last)
        self.focus = Focus(
            self.people, kin=self.finder.kin, kinsfolk=self.finder.kinsfolk, either=self.verb_last
        )
        self._hear_speakers()
        self.verdict_at, self.listings = -9, Listings()
        self.drafts, self.articles = list[Draft](), list[tuple[str, ...]]()
        self.period: Day | None = None
        self.figures, self.dates = list[FigureFound](), list[list[Dated]]()
        self.book, self.usual_books = "", usual_books(lexicon, self.country)
        self.dateline = dateline_of(self.sentences)
        self.points = ruling_points(self.sentences, lexicon)
        day_holds = bool(lexicon.tables["grammar"].get("day_holds"))
        self.carried = Carried(self.own, day_holds, clock=self.calendar.clock)
        self.place: str | None = None
        self.weighed, self.details = Weighed(lexicon, self.focus), dict[int, Details]()
        self.only_place = only_place(self.sentences) if day_holds else None
        self.past, self.story_line, self.records = set[int](), -1, Records()
        self.decreed, self.line_codes = False, (-1, tuple[str, ...]())
        self.court: tuple[int, str | None] = (-1, None)

    def _hear_speakers(self) -> None:
        """Notes who says "I" in which paragraph."""
        labels = self.whos.labels = labels_of(self.sentences, self.finder)
        speakers = speakers_verb_last(self.text, self.sentences, self.finder, labels)
        self.focus.speakers, self.focus.telling = speakers.of, speakers.telling
        self.focus.about = speakers.about
        if not self.verb_last:
            self.focus.speakers |= speakers_of(self.sentences, self.finder)

    def read(self) -> None:
        """Reads every sentence; the drafts and figures stand in the attributes afterwards."""
        for number, sentence in enumerate(self.sentences):
            self.focus.sentence = number
            self.focus.paragraph(sentence.span.line)
            self.decreed = self.decreed or opens_decree(sentence)
            self._sentence(number, sentence)

    def heard(self) -> Heard:
        """The people and drafts of the text as all readers give them."""
        persons = [
            Named(one.name, dict(one.forms), list(one.titles), self._places(one.number))
            for one in self.people.persons
        ]
        years = {dated.year for row in self.dates for dated in row if dated.year is not None}
        drafts = with_bans([*self.drafts, *self.weighed.untold(self.drafts)])
        drafts = drafts if self.verb_last else with_month(drafts, self.carried.month)
        drafts = dated_by_report(drafts, years, self.own, self.past, one_day=self.verb_last)
        drafts = without_convictions(with_charges(drafts), verb_last=self.verb_last)
        if self.verb_last:
            drafts = with_only_articles(absorbed(reconciled(drafts)), self.articles)
        drafts = joined(against_officials(drafts, self.sentences, self.lexicon))
        return Heard(persons, with_days(self, map(self._finished, drafts)), self.figures[:])

    def _places(self, number: int) -> list[tuple[int, int]]:
        return [
            self.sentences[at].said(mention.first, mention.last)
            for at, mentions in sorted(self.people.mentions.items())
            for mention in mentions
            if mention.person == number
        ]

    def _finished(self, draft: Draft) -> Draft:
        quote = self.text[draft.start : draft.end]
        mention = None
        if draft.person is not None:
            forms = sorted(self.people.persons[draft.person].forms, key=len, reverse=True)
            mention = next((form for form in forms if form in quote), None)
        as_of = self.as_of if draft.status else None
        details = self.details.get(draft.person, Details()) if draft.person is not None else Details()
        return changed(
            draft, mention=mention, as_of=as_of, age=details.age,
            sex=details.sex, town=details.town, occupation=details.occupation,
        )  # fmt: skip

    def _sentence(self, number: int, sentence: Sentence) -> None:
        dates = self.calendar.dates(sentence, number)
        self.dates.append(dates)
        found, self.book = articles_of(sentence, self.country, self.book, self.usual_books, self.articles)
        articles = chargeable(sentence, found, self.lexicon)
        self.articles.append(tuple(dict.fromkeys(found.code for found in articles)))
        spoken = measured_lengths(sentence, _covered(dates, [], []), verb_last=self.verb_last)
        sums = [local(amount, self.country, self.lexicon) for amount in money_of(sentence)]
        measured = [(one.first, one.last) for one in spoken] + [(one.first, one.last) for one in sums]
        taken = _covered(dates, found, measured)
        whos = with_file(self.whos.of(sentence, number, taken), self.sentences, number, self.finder)
        clauses = self._clauses(sentence, whos, number)
        told = Told(
            sentence, whos, clauses, name_penalties(sentence, clauses, spoken), sums, self.lexicon,
            decreed=self.decreed,
        )  # fmt: skip
        self.as_of = stated_day(sentence, dates) or self.as_of
        self.story_line = sentence.span.line if opens_story(sentence, dates, self.own) else self.story_line
        told.storied = self.verb_last and self.story_line == sentence.span.line
        told.dated, told.ruling = [one.first for one in dates], number in self.points
        told.articles = {at for one in articles for at in range(one.first, one.last)}
        events = events_of(told)
        converted = conversion_of(told)
        if converted is not None:
            events = [event for event in events if event.act not in ("sentence", "release")]
        told.verdicts = self._announces_verdicts(told, events, number)
        events = without_told_apart([*events, *bare_penalties(told, *share_out(told, events))])
        for event in events:
            event.undated = is_upheld(event, events)
        events = [settled for event in distribute(told, events) for settled in settle(event)]
        events += [converted] if converted is not None else []
        scene = Scene(number, told, dates, articles, places_of(sentence), self._reviewed(sentence, number))
        self.figures.extend(figures_of(self.text, scene, self.as_of, taken))
        self._report(scene, [event for event in events if _is_whole(event)])

    def _clauses(self, sentence: Sentence, whos: list[Who], number: int) -> Clauses:
        """The clauses of a sentence; a line of somebody's record is one."""
        if not self.verb_last:
            return clauses_of(sentence, whos)
        leave_names(sentence, self.finder.found.mentions.get(number, []))
        members(sentence, whos, self.focus.row())
        set_apart(sentence, whos)
        clauses = clauses_verb_last(sentence, whos)
        return one_clause(clauses) if is_of_record(whos) else clauses

    def _reviewed(self, sentence: Sentence, number: int) -> Day | None:
        """The time of which a review tells, once its heading was read."""
        if not self.verb_last:
            return self.carried.month
        self.period = period_of(sentence, self.dates[number], number) or self.period
        return self.period

    def _announces_verdicts(self, told: Told, events: list[Event], number: int) -> bool:
        """Whether this sentence, or those right before it, tell verdicts: rows of names may follow."""
        words = self.lexicon.set("grammar", "ruling")
        ruled = any(not words.isdisjoint(word.lemmas) for word in told.sentence.words)
        rows = any(follows(told, length) for length in told.lengths)
        if ruled or any(event.act in _VERDICT for event in events):
            self.verdict_at = number
        court = any(mark.value == "judiciary" for mark in told.sentence.of("agency"))
        self.verdict_at = number if rows and court else self.verdict_at
        near = number - self.verdict_at <= _VERDICTS
        self.verdict_at = number if near and rows else self.verdict_at
        return near

    def _report(self, scene: Scene, events: list[Event]) -> None:
        victims: list[int] = []
        self.carried.begin(scene)
        self.place = heading_place(scene.told.sentence, self.place)
        town = None if self.verb_last else court_place(scene.told.sentence)
        self.court = (scene.told.sentence.span.line, town) if town is not None else self.court
        for event in sorted(events, key=lambda one: one.first):
            victims.extend(self._told(event, scene, events))
        for draft in self.listings.drafts(scene):
            if draft.person in victims and draft.outcome is not None:
                continue
            victims.extend(self._keep(draft, scene))
        for at, draft in members_named(scene, self.drafts, self.focus.aside):
            self.past |= {len(self.drafts)} if at in self.past else set()
            self.drafts.append(draft)
        if is_of_record(scene.told.whos):
            self.records.note(scene)
            self.drafts = with_ruling(self.drafts, scene)
        else:
            self._look_back(scene)
        self._organisations(scene)
        self._weigh(scene, events)
        note_details(scene.told.sentence, scene.told.whos, self.details)
        self.drafts = with_officials(self.drafts, scene.told.whos, self.people, scene.number)
        self.focus.leave(scene.told.whos, victims)

    def _told(self, event: Event, scene: Scene, events: list[Event]) -> list[int]:
        """The drafts of one act: against its victim, whom "and" adds, and those named as part of a group."""
        subject = self._subject(event, scene)
        added = [event.who.also] if event.who is not None and event.who.also is not None else []
        victims: list[int] = []
        for who in (*examples(event, scene), *companions(event, scene), *added):
            extra = replace(event, who=who)
            victims.extend(self._drafted(extra, self._subject(extra, scene), scene, events))
        if subject is None or (subject.group is not None and scene.told.sentence.span.heading):
            return victims
        return [*victims, *self._drafted(event, subject, scene, events)]

    def _look_back(self, scene: Scene) -> None:
        """Articles and days of a sentence that reports nothing new belong to the acts before it; in a line of
        a list to those behind it too."""
        codes = tuple(dict.fromkeys(found.code for found in scene.articles))
        if self.verb_last and scene.told.sentence.span.item and scene.articles:
            line = scene.told.sentence.span.line
            self.line_codes = (line, codes)
            if not any(self.sentences[one.sentence].span.line == line for one in self.drafts):
                return
        if scene.articles and not any(one.articles for one in self.drafts if one.sentence == scene.number):
            self.drafts = with_articles_here(self.drafts, scene.number, codes, verb_last=self.verb_last)
        self.drafts = with_ruling(self.drafts, scene)
        if self.verb_last and scene.articles and not any(one.sentence == scene.number for one in self.drafts):
            self.drafts = with_articles_after(self.drafts, scene.number, codes)

    def _drafted(self, event: Event, subject: Subject | None, scene: Scene, events: list[Event]) -> list[int]:
        if subject is None or (event.entry.needs in _AFTER_CUSTODY and not self._was_held(subject)):
            return []
        victims: list[int] = []
        for draft in drafts_of(event, subject, scene, events):
            draft = self._attributed(draft, event, scene)
            aside = self.verb_last and is_told_aside(event, scene)
            if event.undated or ((aside or event.entry.penalty == "held") and draft.day is None):
                day = draft.day if self.verb_last else None
                self.drafts.append(changed(draft, day=day, place=draft.place or self.place or self.dateline))
                victims.extend([draft.person] if draft.person is not None else [])
                continue
            chained = self.verb_last and event.mode == "converb"
            if (chained or event.mode in _FINISHED) and not event.present:
                self.past.add(len(self.drafts))
            victims.extend(self._keep(draft, scene))
        return victims

    def _weigh(self, scene: Scene, events: list[Event]) -> None:
        """Notes the acts tied to nobody that the weights tie to somebody."""
        loose = [event for event in events if is_untied(event) and self._subject(event, scene) is None]
        for event in (*untied_acts(scene.told, events), *loose):
            found = self.weighed.drafts(event, scene, events) if _is_whole(event) else []
            for probable, draft in found:
                draft = self._attributed(draft, event, scene)
                draft = changed(draft, place=draft.place or self._near(draft, scene))
                self.weighed.likely.append((probable, self.carried.given(draft, scene)))

    def _attributed(self, draft: Draft, event: Event, scene: Scene) -> Draft:
        """The draft with who did it and who says so."""
        draft = with_agents(draft, event.first, (scene.told.sentence, scene.told.clauses))
        return changed(draft, reported=reporter_of(self.text, scene.told.sentence))

    def _was_held(self, subject: Subject) -> bool:
        """Whether the text told before that the same people were held."""
        held = {
            draft.person if draft.group is None else -1
            for draft in self.drafts
            if draft.act in _HELD or (draft.act == "appeal" and draft.outcome == "reduced")
        }
        return all(number in held for number in subject.people) if subject.people else -1 in held

    def _organisations(self, scene: Scene) -> None:
        runs = self.finder.left.get(scene.number, [])
        for event, name in organisation_events(scene.told, runs, self.text):
            for draft in drafts_of(event, Subject((-1,)), scene, [event]):
                self.drafts.append(self._completed(changed(draft, person=None, organisation=name), scene))

    def _subject(self, event: Event, scene: Scene) -> Subject | None:
        if event.who is None:
            subject = self._unspoken(event) if event.dropped else None
        else:
            subject = self.focus.subject(event.who, scene.told.whos)
        if subject is None or not subject.people:
            return subject
        gone = excepted(scene.told)
        people = tuple(one for one in subject.people if not (self._is_office(one) or one in gone))
        if not people:
            return None
        return Subject(people, official=all("force" in self.people.persons[one].titles for one in people))

    def _unspoken(self, event: Event) -> Subject | None:
        """Whom an act hit that names nobody."""
        if event.role == LEFT_OUT:
            return self.focus.just_struck()
        if event.close:
            return self.focus.nearby(plural=event.plural)
        several = None if self.verb_last or event.female is not None or event.plural else self.focus.unsaid()
        return several or self.focus.dropped(female=event.female, plural=event.plural)

    def _is_office(self, number: int) -> bool:
        """Judges and prosecutors are nobody's victims in the texts that name them as such."""
        return any(
            title in ("judge", "prosecutor", "investigator") for title in self.people.persons[number].titles
        )

    def _keep(self, draft: Draft, scene: Scene) -> list[int]:
        self.drafts.append(self._completed(draft, scene))
        return [] if draft.person is None else [draft.person]

    def _completed(self, draft: Draft, scene: Scene) -> Draft:
        """The draft with the place of the dateline, and the day of what was told of the person just
        before; in a record only with what the record says."""
        if self.verb_last and is_of_record(scene.told.whos):
            return self.records.complete(draft)
        line, codes = self.line_codes
        if line == scene.told.sentence.span.line and draft.act in COURT and not draft.articles:
            draft = changed(draft, articles=codes)
        return self.carried.complete(changed(draft, place=draft.place or self._near(draft, scene)), scene)

    def _near(self, draft: Draft, scene: Scene) -> str | None:
        """The place of the court, heading or dateline above an act."""
        line, court = self.court
        near = court if line == scene.told.sentence.span.line and draft.act in _RULED else None
        return near or self.place or self.dateline or self.only_place


_AFTER_CUSTODY = frozenset({"held", "taken"})
_FINISHED = frozenset({"active", "passive", "noun"})
_RULED = frozenset({"sentence", "conviction", "administrative_arrest", "fine", "ban_on_activity"})
_HELD = frozenset({"detention", "administrative_arrest", "pretrial_detention", "sentence"})
_VERDICT = frozenset({"sentence", "conviction", "administrative_arrest"})
_VERDICTS = 2


def _is_whole(event: Event) -> bool:
    """Whether an act has what its entry needs: a penalty, a term."""
    if event.entry.needs in ("penalty", "term", "named"):
        return bool(event.lengths or event.money or "imprisonment" in event.outcome)
    return True


def _covered(dates: list[Dated], articles: list[ArticleFound], others: list[tuple[int, int]]) -> set[int]:
    spans = [(one.first, one.last) for one in dates] + [(one.first, one.last) for one in articles] + others
    return {at for first, last in spans for at in range(first, last)}
