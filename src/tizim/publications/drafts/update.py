"""A periodic update: what happened in a country and a period, by freedom, with tags; every event once."""

from collections.abc import Iterable, Mapping, Sequence

from tizim.publications.drafts.draft import Draft, Section, Sentence
from tizim.publications.drafts.period import Event, Period, Selection
from tizim.publications.drafts.wording import Pen, rules
from tizim.publications.facts import Facts
from tizim.vocab import place


def update(told: Facts, chosen: Selection, period: Period, *, known_at: str, language: str) -> Draft:
    """The update on what was chosen from the facts, in the language."""
    pen = Pen(language, told.passages)
    named = frozenset(one.who for one in told.facts if one.who)
    sections = [
        *_by_freedom(pen, chosen.new), *_late(pen, chosen), *_changed(pen, chosen),
        *_withdrawn(pen, chosen, named),
    ]  # fmt: skip
    if not sections:
        sections = [Section(pen.say("quiet"), (Sentence(pen.say("nothing")),))]
    cited = pen.cited(place for event in chosen.events for fact in event.facts for place in fact.act.passages)
    tags = tags_of(chosen.events)
    closing = [Section(pen.say("method"), (pen.method(cited), Sentence(pen.say("innocent"))))]
    if tags:
        closing.append(Section(pen.say("tags"), (Sentence(" | ".join(tags)),)))
    about = pen.say("draft", day=pen.words.day(known_at[:10]))
    return Draft(language, _title(pen, period), about, (*sections, *closing))


def freedom_of(event: Event) -> str:
    """Under which freedom the event stands; ``other`` where neither its act nor an article tells."""
    by_act = rules()["acts"].get(event.first.act.act)
    if by_act:
        return str(by_act)
    articles = [article.partition("(")[0] for fact in event.facts for article in fact.act.articles]
    found = (rules()["articles"].get(one) for one in articles)
    return next((str(one) for one in found if one), "other")


def tags_of(events: Iterable[Event]) -> tuple[str, ...]:
    """The tags that are proposed for these events, each once."""
    return tuple(sorted({tag for one in events for tag in rules()["tags"].get(one.first.act.act, ())}))


def _title(pen: Pen, period: Period) -> str:
    days = {"first": pen.words.day(period.first.isoformat()), "last": pen.words.day(period.last.isoformat())}
    if not period.country:
        return pen.say("update", **days)
    known = place(period.country)
    country = known.names.get(pen.language, period.country) if known else period.country
    return pen.say("update_of", country=country, **days)


def _by_freedom(pen: Pen, events: Sequence[Event]) -> list[Section]:
    found = []
    for freedom in rules()["freedoms"]:
        mine = [one for one in events if freedom_of(one) == freedom]
        if mine:
            found.append(Section(pen.say(freedom), _sentences(pen, mine)))
    return found


def _late(pen: Pen, chosen: Selection) -> list[Section]:
    return [Section(pen.say("late"), _sentences(pen, chosen.late))] if chosen.late else []


def _changed(pen: Pen, chosen: Selection) -> list[Section]:
    """What was told in an earlier update otherwise, as known now."""
    if not chosen.changed:
        return []
    return [Section(pen.say("changed"), tuple(_corrected(pen, was, now) for was, now in chosen.changed))]


def _corrected(pen: Pen, was: Event, now: Event) -> Sentence:
    """An event as known now, with how it was told before where that differs."""
    told = pen.sentence([now])
    before, after = pen.told_before(was.first), pen.told_before(now.first)
    if before == after:
        return told
    return Sentence(f"{told.text} {pen.say('earlier_told', told=before)}", told.passages)


def _withdrawn(pen: Pen, chosen: Selection, named: frozenset[str]) -> list[Section]:
    """What was told before and taken back since; nobody is named by it who may not be named now."""
    if not chosen.withdrawn:
        return []
    lines = []
    for one in chosen.withdrawn:
        fact = one.first
        nameless = bool(fact.name) and fact.who not in named
        who = pen.say("a_person") if nameless else pen.who(fact)
        lines.append(Sentence(pen.say("taken_back", who=who, told=pen.told_before(fact))))
    return [Section(pen.say("withdrawn"), tuple(dict.fromkeys(lines)))]


def _sentences(pen: Pen, events: Sequence[Event]) -> tuple[Sentence, ...]:
    """A sentence for those that are told alike: one rally, one trial, one sentence of several people."""
    alike: dict[tuple[object, ...], list[Event]] = {}
    for one in events:
        alike.setdefault(_alike(one), []).append(one)
    return tuple(pen.sentence(several) for several in alike.values())


def _alike(event: Event) -> tuple[object, ...]:
    act = event.first.act
    told: Mapping[str, object] = {
        name: getattr(act, name)
        for name in ("act", "date", "place", "agency", "articles", "outcome", "certainty")
    }
    return (*told.values(), event.first.event) if event.first.name else (event.first.root,)
