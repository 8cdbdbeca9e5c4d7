"""The English reader: sentences in order, whom they speak of, what they report."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from tizim.reading.among import among, with_others
from tizim.reading.articles import ArticleFound, articles_of, country_of
from tizim.reading.as_of import stated_day
from tizim.reading.attribution import reporter_of
from tizim.reading.bare import bare_penalties, bare_terms
from tizim.reading.brackets import beside, sum_beside
from tizim.reading.calendar import Day, day_of
from tizim.reading.carrying import Carried, clock_tokens, opens_with_a_time
from tizim.reading.conversions import conversions_of, replaced
from tizim.reading.dates import Calendar, DateFound
from tizim.reading.described import called, relatives_named
from tizim.reading.doers import note_doers
from tizim.reading.drafts import ELSEWHERE, Draft, Scene, drafts_of
from tizim.reading.events import Event, Told
from tizim.reading.exposure import exposures, warnings
from tizim.reading.figure_days import Background
from tizim.reading.figures import figures_of, once
from tizim.reading.focus import Focus, Subject
from tizim.reading.found import FigureFound
from tizim.reading.gaps import gapped
from tizim.reading.handed import added
from tizim.reading.late_days import STANDING
from tizim.reading.listings import Heading, announced, heading_of, listed
from tizim.reading.marks import Sentence, marked
from tizim.reading.measures import Money, lengths, money
from tizim.reading.members import likewise, members
from tizim.reading.names import name_words
from tizim.reading.organisations import organisation_events, organisation_names
from tizim.reading.outlawed import outlawed
from tizim.reading.penalties import hollow, name_penalties, prolonged, settle, share_out, unpaid
from tizim.reading.people import Mention, People, people_of
from tizim.reading.release_ways import note_way
from tizim.reading.rulings import is_point, opens_ruling
from tizim.reading.same_organisation import Spoken
from tizim.reading.scenes import places_in, tokens_of
from tizim.reading.spans import Span, spans
from tizim.reading.speech import speakers
from tizim.reading.struck import subjects_of
from tizim.reading.tabled import Line
from tizim.reading.tables import Row, records_of, rows_of
from tizim.reading.telling import events_of
from tizim.reading.things import with_things
from tizim.reading.unnamed import unnamed_line
from tizim.reading.untied import Chance, chances_of
from tizim.reading.untold import retracted, unclear, usual
from tizim.reading.verdict_days import told_later
from tizim.reading.verdict_rows import VerdictRow
from tizim.reading.weighed import LONGEST
from tizim.reading.weighing import Weights
from tizim.reading.who import Who
from tizim.reading.whos import whos_of
from tizim.reading.words import words_of

_LANGUAGE = "en"


class EnglishReading:
    """One text being read, sentence by sentence."""

    def __init__(self, text: str, date: str | None, linking: Weights | None = None) -> None:
        self.text, self.linking = text, linking
        self.own_text, self.own = date, day_of(date)
        words = words_of(_LANGUAGE)
        self.spans = spans(text)
        self.weighs = linking is None or len(self.spans) <= LONGEST
        self.sentences = [marked(text, span, words) for span in self.spans]
        self.people: People = people_of(self.sentences, name_words(_LANGUAGE))
        local: dict[str, dict[str, str]] = words.tables["numbers"]["local_currencies"]
        country = country_of(text, _LANGUAGE)
        self.currencies = local.get(country or "", {})
        self.dates = Calendar(text, self.own, _LANGUAGE).dates(self.spans)
        self.as_of = stated_day(text, self.dates, self.own, _LANGUAGE) or date
        self.articles = _by_sentence(articles_of(text, _LANGUAGE, country), self.spans)
        self.focus = Focus(self.people, speakers=speakers(self.sentences, self.people))
        self.focus.kin = relatives_named(self.sentences, self.people.mentions)
        self.drafts: list[Draft] = []
        self.chances: list[Chance] = []
        self.figures: list[FigureFound] = []
        self.heading: Heading | None = None
        self.carried = Carried(self.own)
        self.tabled: dict[int, int] = {}
        self.row = VerdictRow()
        self.listed_line = -9
        self.heads: tuple[Day | None, str | None] = (None, None)
        self.ruling = False
        self.spoken = Spoken()

    def read(self) -> None:
        """Reads every sentence; the drafts and figures stand in the attributes afterwards."""
        self._tables()
        for number in range(len(self.sentences)):
            self._sentence(number)
        if self.spans and self.spans[0].heading:
            self.figures = once(self.figures, self.spans[0].end)

    def _tables(self) -> None:
        """Reads the lines of tables; their sentences are then left alone."""
        starts = [span.start for span in self.spans]
        for row in (*rows_of(self.text), *records_of(self.text)):
            first = max(0, bisect_right(starts, row.start + 1) - 1)
            last = max(first + 1, bisect_left(starts, row.end))
            people = [
                m
                for number in range(first, last)
                for m in self.people.mentions.get(number, [])
                if self._within(m, row)
            ]
            if not people:
                continue
            dates = [found for number in range(first, last) for found in self.dates[number]]
            codes = [one for number in range(first, last) for one in self.articles.get(number, [])]
            dates = [found for found in dates if row.start <= found.start < row.end]
            codes = [one for one in codes if row.start <= one.start < row.end]
            self.drafts.extend(Line(self.text, row, people[0].person, first, dates, codes).drafts())
            for number in range(first, last):
                span = self.spans[number]
                if any(cell.start < span.end and span.start < cell.end for cell in row.cells):
                    self.tabled[number] = people[0].person

    def _within(self, mention: Mention, row: Row) -> bool:
        token = self.sentences[mention.sentence].tokens[mention.first]
        return row.cells[0].start <= token.start < row.cells[0].end

    def _sentence(self, number: int) -> None:
        sentence = self.sentences[number]
        self.focus.sentence = number
        if number in self.tabled:
            self.focus.note(self.tabled[number])
            return
        self.focus.opens(sentence.span.line, self._opener(number))
        self._layout(sentence)
        dated = [(tokens_of(sentence, d.start, d.end), d) for d in self.dates[number]]
        coded = [(tokens_of(sentence, a.start, a.end), a) for a in self.articles.get(number, [])]
        spoken = name_penalties(sentence, lengths(sentence))
        sums = [self._local(amount) for amount in money(sentence)]
        taken = {at for (first, last), _ in (*dated, *coded) for at in range(first, last)}
        taken |= {at for length in spoken for at in range(length.first, length.last)}
        taken |= {at for amount in sums for at in range(amount.first, amount.last)}
        taken |= clock_tokens(sentence)
        free = taken - {at for length in spoken if not length.iso for at in range(length.first, length.last)}
        whos = whos_of(
            sentence, self.people.mentions.get(number, []), taken, speaking=number in self.focus.speakers
        )
        whos = [*self.focus.headed(sentence), *whos]
        self.focus.unnamed = unnamed_line(sentence, whos, self.focus.unnamed)
        scene = Scene(
            number,
            sentence,
            whos,
            [(f, d) for (f, _), d in dated if self._past(d)],
            [(f, a) for (f, _), a in coded],
            places_in(sentence),
        )
        self.carried.open(scene, clock=opens_with_a_time(sentence))
        self.figures.extend(
            figures_of(self.text, sentence, self._unknown(whos), self.dates[number], self._background(number))
        )
        days = frozenset(at for (first, last), _ in dated for at in range(first, last))
        told = Told(sentence, whos, spoken, self.row.years, days, ruling=self._is_ruling(sentence))
        self._report(scene, told, [] if retracted(sentence) else self._events(told, free, sums))

    def _is_ruling(self, sentence: Sentence) -> bool:
        """Whether a sentence is a point of a ruling that a line above announces."""
        self.ruling = opens_ruling(sentence) or (self.ruling and is_point(sentence))
        self.carried.ruling = self.ruling
        return self.ruling

    def _local(self, amount: Money) -> Money:
        """A sum in the money of the country: a rouble of Belarus is another one."""
        for abroad, own in self.currencies.items():
            if amount.text.endswith(f" {abroad}"):
                return replace(amount, text=f"{amount.text.removesuffix(abroad)}{own}")
        return amount

    def _unknown(self, whos: list[Who]) -> list[Who]:
        """Those of a sentence without the counts that mean people named before ("all four")."""
        return [who for who in whos if who.group is None or not self.focus.known_count(who)]

    def _background(self, number: int) -> Background:
        day, line, at = self.carried.told
        near = line == self.sentences[number].span.line and at < number
        return Background(self.own_text, self.carried.period, day if near else None)

    def _opener(self, number: int) -> int | None:
        """The person whose name opens a line as its heading: "1. X, b. 1979", "X: still in prison"."""
        mentions = self.people.mentions.get(number, [])
        sentence = self.sentences[number]
        if not mentions or mentions[0].first > 1:
            return None
        closed = sentence.lower(mentions[0].last) in ("", ",", ":", "(", "–", "—", "-", ".", ";")
        alone = all(one.first > mentions[0].last + 1 for one in mentions[1:])
        return mentions[0].person if closed and alone else None

    def _events(self, told: Told, free: set[int], sums: list[Money]) -> list[Event]:
        """The acts of a sentence with their penalties."""
        sentence = told.sentence
        if self.row.only_asked(told, self.focus.sentence):
            return []
        events = with_things(told, events_of(told, free))
        events = [*events, *gapped(told, events), *among(told, events), *exposures(told), *warnings(told)]
        events += [*with_others(told, events), *added(told)]
        events.sort(key=lambda event: event.first)
        told.lengths.extend((*self.row.shorter(told, self.focus.sentence), *bare_terms(told)))
        self.row.note(told, self.focus.sentence)
        orphans = share_out(sentence, events, told.lengths, sums)
        row = self.row.row(told, orphans, self.heading.act if self.heading is not None else None)
        if self.row.announced:
            self.carried.announce(
                [found.day for found in self.dates[self.focus.sentence]], self.focus.sentence
            )
        converted = conversions_of(told)
        events = [event for event in events if not replaced(event, converted)]
        bare = converted or bare_penalties(sentence, orphans, told.whos, row) or self.row.sums(told, sums)
        events += bare + gapped(told, bare)
        kept = [event for event in events if self._settled(event, sentence) and not unpaid(sentence, event)]
        for event in kept:
            prolonged(sentence, event)
        return kept

    def _settled(self, event: Event, sentence: Sentence) -> bool:
        settle(event)
        note_way(sentence, event)
        banned = event.act == "organisation_ban" and event.who is not None and event.who.kind == "person"
        return bool(event.act) and not (banned or hollow(event))

    def _past(self, found: DateFound) -> bool:
        return self.own is None or found.day.order() <= self.own.order()

    def _layout(self, sentence: Sentence) -> None:
        heading = heading_of(sentence, _LANGUAGE)
        if heading is not None and not self.people.mentions.get(self.focus.sentence):
            self.heading, self.listed_line = heading, sentence.span.line
            days = [found.day for found in self.dates[self.focus.sentence] if not found.since]
            places = places_in(sentence)
            self.heads = (days[0] if days else None, places[0][1] if places else None)
        elif not self._entry(sentence):
            self.heading = None

    def _entry(self, sentence: Sentence) -> bool:
        """Whether a sentence is an entry of a list: a bullet, or a line below that begins with a name."""
        mentions = self.people.mentions.get(self.focus.sentence, [])
        near = sentence.span.line - self.listed_line in (0, 1)
        named = near and sentence.span.heading and bool(mentions) and mentions[0].first <= 1
        if sentence.span.item or named:
            self.listed_line = sentence.span.line
            return True
        return False

    def _report(self, scene: Scene, told: Told, events: list[Event]) -> None:
        self._list(scene)
        self.carried.mark_verdict(scene, events, spoken_of=bool(self.focus.recent))
        victims: list[int] = []
        for event in sorted(events, key=lambda one: one.first):
            if event.who is None and (not event.elliptic or scene.sentence.span.heading):
                continue
            if event.act in ("charge", "appeal") and event.elliptic and not self._spoken_of(event, scene):
                continue
            for subject in subjects_of(event, scene, self.focus):
                for draft in drafts_of(event, subject, scene, events):
                    kept = self._keep(draft, event, scene)
                    victims.extend(kept if len(subject.people) < 2 else [])
        self._weigh(scene, told, events)
        self.drafts.extend(members(self.drafts, scene) or ([] if events else likewise(self.drafts, scene)))
        self.carried.articles(self.drafts, scene)
        told_later(self.drafts, scene, self.own)
        self._organisations(scene)
        for noun, person in called(scene.sentence, self.people.mentions.get(scene.number, [])):
            self.focus.describe(noun, person)
        self.focus.leave(scene.whos, victims, listed=_only_lists(scene))

    def _weigh(self, scene: Scene, told: Told, events: list[Event]) -> None:
        """Keeps what acts without a victim would tell of whom, to be weighed when all is read."""
        for chance in chances_of(told, scene, events, self.focus, self.drafts) if self.weighs else ():
            if not chance.may_hold(self.linking):
                continue
            drafts = drafts_of(chance.event, chance.subject, scene, [*events, chance.event])
            chance.drafts = [one for one in drafts if self._completed(one, chance.event, scene)]
            self.chances.extend([chance] if chance.drafts else [])

    def _spoken_of(self, event: Event, scene: Scene) -> bool:
        """Whether "a case was opened" can be against the person spoken of: no victim of what was told."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or scene.number - last.sentence > _JUST:
            return False
        lately = {one.act for one in self.drafts[-_FEW:] if scene.number - one.sentence <= 2 * _JUST}
        return event.act != "charge" or lately.isdisjoint(
            ("death", "ill_treatment", "abduction", "account_attack")
        )

    def _completed(self, draft: Draft, event: Event, scene: Scene) -> bool:
        """Gives a draft what the text around it says; whether it is told as something that happened."""
        if draft.certainty == "denied" or usual(draft, event) or unclear(draft, event, scene):
            return False
        note_doers(draft, event, scene.sentence, scene.whos, self.people)
        stated = draft.day
        self.carried.complete(draft, event, scene)
        if draft.day != stated:
            draft.day_from = ELSEWHERE
        draft.reported = reporter_of(self.text, scene.sentence)
        draft.past = not (event.state or event.past or event.perfect or event.tense in STANDING)
        return True

    def _keep(self, draft: Draft, event: Event, scene: Scene) -> list[int]:
        if not self._completed(draft, event, scene):
            return []
        self.drafts.append(draft)
        self.carried.note(draft, scene)
        if draft.person is None:
            return []
        if not draft.status:
            self.focus.suffers(draft.person)
        return [draft.person]

    def _list(self, scene: Scene) -> None:
        inline = announced(scene.sentence, scene.whos, _LANGUAGE)
        heading, first = inline if inline else (self.heading if self._entry(scene.sentence) else None, 0)
        if heading is None:
            return
        tokens = scene.sentence.tokens
        day, place = self._list_day(scene, heading, first if inline else -1)
        for who in listed(scene.whos, first):
            own = beside(scene, who)
            for person in who.people:
                self.drafts.append(
                    Draft(heading.act, scene.number, tokens[max(0, who.head)].start, tokens[who.last - 1].end,
                          person=person, outcome=heading.outcome or self._sum(scene, who, heading),
                          status=heading.status,
                          day=own.day or day, place=own.place or place)
                )  # fmt: skip
        if inline:
            self.heading = None

    def _sum(self, scene: Scene, who: Who, heading: Heading) -> str | None:
        """The fine beside a name in a list of those fined: "X, 300 euros; Y, 500 euros"."""
        amount = sum_beside(scene, who) if heading.act == "fine" else None
        return f"fine {self._local(amount).text}" if amount is not None else None

    def _list_day(self, scene: Scene, heading: Heading, first: int) -> tuple[Day | None, str | None]:
        """Day and place of an entry: its own, or those of the heading."""
        own = scene.dates[0][1].day if scene.dates else None
        if first >= 0:
            whole = self.carried.whole if heading.act in _DATED else None
            return (own if scene.dates and scene.dates[0][0] < first else whole), None
        if own is not None and heading.act in _DATED:
            return own, self.heads[1]
        return self.heads

    def _organisations(self, scene: Scene) -> None:
        runs = self.people.organisations.get(scene.number, [])
        names = organisation_names(scene.sentence, runs, self.text)
        names = self.spoken.names(scene.sentence, names, scene.number)
        told = organisation_events(scene.sentence, names) or outlawed(scene.sentence, names)
        for event, name in told:
            subject = Subject((-1,))
            for draft in drafts_of(event, subject, scene, [event]):
                draft.person, draft.organisation = None, name
                self.drafts.append(draft)


def _only_lists(scene: Scene) -> bool:
    """Whether a sentence is a list of names and nothing else: "Names: X (f), 61; Y (m), 38"."""
    verbless = _VERBS.isdisjoint(scene.sentence.marks)
    return verbless and sum(who.kind == "person" for who in scene.whos) > 1


_VERBS = frozenset(("be", "have", "act", "attribution"))
_DATED = frozenset(
    "death release detention fine search abduction administrative_arrest charge dismissal".split()
)
_JUST, _FEW = 2, 8


def _by_sentence(found: list[ArticleFound], spans: list[Span]) -> dict[int, list[ArticleFound]]:
    starts = [span.start for span in spans]
    out: dict[int, list[ArticleFound]] = {}
    for article in found:
        out.setdefault(max(0, bisect_left(starts, article.start + 1) - 1), []).append(article)
    return out
