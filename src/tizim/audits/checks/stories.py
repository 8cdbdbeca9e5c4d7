"""What is told twice of one person or body: two days, towns, times of day, states; before a founding."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tizim.audits.checks.bodies import known_place
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, Place, listed
from tizim.audits.numerals import numerals_in
from tizim.audits.patterns import UPPER, group
from tizim.audits.people import Mention
from tizim.audits.spelling import bare
from tizim.documents import Span
from tizim.reading import ClaimFound
from tizim.vocab import same_place, vague_date

_VALUES = re.compile(r"(?: \d{1,3}(?:,| және| мен)?)+(?= )")
_NEXT_DAYS, _MONTH = 3, 31
_BESIDE_AGE = 2
_TOWN_NEAR, _AGE_BETWEEN = 6, 26
_ONCE = ("death", "asylum_decision", "search", "sentence", "conviction", "release")
_CLOSE = ("search", "detention", "interrogation")
_NAME = rf"[“«\"]?(?P<name>[{UPPER}][\w-]+(?: [A-Z][\w-]+)?)[”»\"]?"


def two_days(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """Acts that happen once, told of one person on two near days; between texts any near act."""
    told = [
        (draft, claim) for draft in drafts for claim in draft.reading.claims if claim.person and claim.date
    ]
    by_person: dict[str, list[tuple[Draft, ClaimFound]]] = defaultdict(list)
    for draft, claim in told:
        by_person[_key(claim.person or "")].append((draft, claim))
    for own in by_person.values():
        for number, one in enumerate(own):
            for other in own[number + 1 :]:
                if _one_event(one, other):
                    places = tuple(_at(draft, claim) for draft, claim in (one, other))
                    forms = listed([str(one[1].date), str(other[1].date)])
                    yield Finding(kind="two_dates", places=places, values={"forms": forms})
                    break


def _key(name: str) -> str:
    return " ".join(sorted(bare(word) for word in name.split()))


def _at(draft: Draft, claim: ClaimFound) -> Place:
    return draft.place(claim.start, claim.end)


def _one_event(one: tuple[Draft, ClaimFound], other: tuple[Draft, ClaimFound]) -> bool:
    left, right = one[1], other[1]
    if left.date == right.date:
        return False
    across = one[0] is not other[0]
    placed = left.place is not None and left.place == right.place
    near = left.act == right.act and (left.act in _ONCE or across or placed)
    if not (near or (across and left.act in _CLOSE and right.act in _CLOSE)):
        return False
    one_penalty = left.outcome is not None and left.outcome == right.outcome and left.act == "sentence"
    return _days_apart(left, right) in range(1, (_MONTH if one_penalty else _NEXT_DAYS) + 1)


def _days_apart(one: ClaimFound, other: ClaimFound) -> int:
    """How many days lie between two claims that each name one day; 0 where they do not."""
    first, second = (vague_date(claim.date or "").days for claim in (one, other))
    if (
        first.first is None
        or first.first != first.last
        or second.first is None
        or second.first != second.last
    ):
        return 0
    return abs((first.first - second.first).days)


def two_towns(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """One person said to be from two towns."""
    met: dict[str, list[tuple[str, Place, str]]] = defaultdict(list)
    for draft in drafts:
        for hit in (*draft.found("from_town"), *draft.found("home_town")):
            near = next((m for m in draft.mentions if len(m.words) > 1 and _beside(draft, m, hit)), None)
            who = near.person if near else _at_home(draft, hit)
            if who is not None:
                span = (min(near.start, hit.start()), max(near.end, hit.end())) if near else hit.span()
                name = draft.reading.persons[who].name
                met[_key(name)].append((group(hit, "town") or "", draft.place(*span), name))
    for towns in met.values():
        other = next((one for one in towns[1:] if _elsewhere(one[0], towns[0][0])), None)
        if other:
            forms = listed([towns[0][0], other[0]])
            yield Finding(
                kind="two_towns", places=(towns[0][1], other[1]), values={"name": other[2], "forms": forms}
            )


def _at_home(draft: Draft, hit: re.Match[str]) -> int | None:
    """Of whom it is told in so many words where he lives or comes from: the one person of the sentence."""
    told = any(one.span() == hit.span() for one in draft.found("home_town"))
    people = {m.person for m in draft.mentions_in(draft.sentence(hit.start()))}
    return next(iter(people)) if told and len(people) == 1 else None


def _beside(draft: Draft, mention: Mention, hit: re.Match[str]) -> bool:
    """Whether a name stands right before the words for a town, with an age between, or right after them."""
    if 0 <= hit.start() - mention.end < _AGE_BETWEEN:
        between = draft.text[mention.end : hit.start()]
        return len(between) < _TOWN_NEAR or re.fullmatch(r", \d\d, ", between) is not None
    return 0 <= mention.start - hit.end() <= 1


def _elsewhere(one: str, other: str) -> bool:
    """Whether two towns, in any case form, are surely two places."""
    left, right = known_place(one), known_place(other)
    return left != right if left and right else same_place(one, other) is False


def day_parts(draft: Draft) -> Iterator[Finding]:
    """The arrest of one person in the evening and at night."""
    by_person: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    for part in ("evening", "night", "morning"):
        for hit in draft.found("day_part", part):
            sentence = draft.sentence(hit.start())
            near = Span(max(sentence.start, hit.start() - 40), min(sentence.end, hit.end() + 60))
            if draft.says("arrest_words", within=near):
                who = _of_whom(draft, hit.start(), sentence)
                if who is not None:
                    by_person[who].setdefault(part, (near.start, near.end))
    for parts in by_person.values():
        if "evening" in parts and ("night" in parts or "morning" in parts):
            yield draft.finding("day_part", *parts.values(), forms=listed(sorted(parts)))


def _of_whom(draft: Draft, at: int, sentence: Span) -> int | None:
    own = draft.mentions_in(sentence)
    before = [m for m in draft.mentions if m.start < sentence.start]
    near: list[Mention] = own or before[-1:]
    return near[0].person if near else None


def foundings(draft: Draft) -> Iterator[Finding]:
    """What a body is said to have done or suffered before the day of its founding."""
    for hit in draft.found("founded"):
        sentence = draft.sentence(hit.start())
        day = next((d for d in draft.days_in(sentence) if d.month and d.first), None)
        name = _founded_name(draft, hit, sentence)
        if day is None:
            continue
        earlier = _before(draft, day, name, sentence)
        if earlier:
            spans = ((hit.start(), hit.end()), (day.start, day.end), (earlier.start, earlier.end))
            forms = listed([draft.text[d.start : d.end] for d in (day, earlier)])
            yield draft.finding("before_founding", *spans, forms=forms)


def _founded_name(draft: Draft, hit: re.Match[str], sentence: Span) -> str | None:
    after = re.compile(r" ?(?:of )?(?:the )?" + _NAME).match(
        draft.text, hit.end(), min(sentence.end, hit.end() + 40)
    )
    before = re.compile(_NAME + r" (?:[^\W\d_]+ ){0,3}$").search(
        draft.text, max(sentence.start, hit.start() - 40), hit.start()
    )
    dated = after and any(day.start == after.start("name") for day in draft.days)
    found = before if dated else after or before
    return found.group("name") if found else None


def _before(draft: Draft, founded: Day, name: str | None, own: Span) -> Day | None:
    """An earlier day: in a sentence that names the body, or in the next one of the paragraph."""
    for day in draft.days:
        at = draft.sentence(day.start)
        if (
            (at == own and not _before_that(draft, own, day))
            or day.month is None
            or day.last is None
            or founded.first is None
            or day.last >= founded.first
        ):
            continue
        near = draft.around(day.start, after=1)
        same = name is not None and re.search(rf"\b{re.escape(name)}\b", draft.text[at.start : near.end])
        together = draft.paragraph(own.start).start <= at.start < draft.paragraph(own.start).end
        inside = at == own
        next_one = together and 0 < at.start - own.end < 3
        if (
            same
            or inside
            or next_one
            or (together and at.start > own.end and draft.says("of_the_body", within=at))
        ):
            return day
    return None


def _before_that(draft: Draft, own: Span, day: Day) -> bool:
    """Whether a day stands in another part of the sentence that tells the founding: behind a semicolon."""
    return ";" in draft.text[own.start : day.start] and draft.says(
        "of_the_body", within=Span(day.start, own.end)
    )


def held_and_taken(draft: Draft) -> Iterator[Finding]:
    """People said to be under house arrest or in custody, and to have been detained on a day elsewhere."""
    held = {
        _key(c.person): c for c in draft.reading.claims if c.person and c.status and c.act == "house_arrest"
    }
    for claim in draft.reading.claims:
        status = held.get(_key(claim.person or "")) if claim.act == "detention" and claim.date else None
        if status is not None and claim.person:
            spans = ((status.start, status.end), (claim.start, claim.end))
            forms = listed([status.status or "", str(claim.date)])
            yield draft.finding("custody_twice", *spans, name=claim.person, forms=forms)


def each_or_together(draft: Draft) -> Iterator[Finding]:
    """ "A and B were fined 300": each or together?"""
    for hit in draft.found("and_two"):
        sentence = draft.sentence(hit.start())
        if not draft.says("each", within=Span(hit.start(), sentence.end)):
            yield draft.finding("each_or_together", hit.span(), words=listed([hit.group()]))


def two_ages(draft: Draft) -> Iterator[Finding]:
    """One person at two ages more than a year apart."""
    told: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
    for hit in draft.found("age"):
        written = group(hit, "age")
        near = [
            m
            for m in draft.mentions
            if 0 <= hit.start() - m.end <= 2 or 0 <= m.start - hit.end() <= _BESIDE_AGE
        ]
        if written and near:
            told[near[0].person].append((int(written), hit.span()))
    for person, ages in told.items():
        if max(age for age, _ in ages) - min(age for age, _ in ages) > 1:
            name, forms = draft.reading.persons[person].name, listed([str(age) for age, _ in ages])
            yield draft.finding("two_ages", *(span for _, span in ages), name=name, forms=forms)


def respectively(draft: Draft) -> Iterator[Finding]:
    """ "A and B got two, three and four months respectively": as many people as values?"""
    for hit in draft.found("respectively"):
        sentence = draft.sentence(hit.start())
        people = {m.person for m in draft.mentions if sentence.start <= m.start < hit.start()}
        last = max((m.end for m in draft.mentions if m.start < hit.start()), default=sentence.start)
        values = numerals_in(draft.text, max(last, sentence.start), hit.start(), draft.language(hit.start()))
        values = [one for one in values if not any(d.start <= one.start < d.end for d in draft.days)]
        if not values and draft.language(hit.start()) == "kk":  # "тиісінше 10 және 15 тәулік"
            row = _VALUES.match(draft.text, hit.end(), sentence.end)
            values = numerals_in(draft.text, hit.end(), row.end() if row else hit.end(), "kk")
        words_alone = len(draft.found("one_length", within=Span(max(last, sentence.start), hit.start())))
        many = len(values) + words_alone
        if len(people) > 1 and many > 1 and many != len(people):
            yield draft.finding(
                "respectively",
                hit.span(),
                (max(last, sentence.start), hit.end()),
                named=len(people),
                values=many,
            )
