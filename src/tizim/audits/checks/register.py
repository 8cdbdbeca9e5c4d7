"""What the register does not know, or knows otherwise, of what a text reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.claims import Claim, day_of_act
from tizim.identity import compare_score, name_keys, normal_name
from tizim.reading import ClaimFound
from tizim.vocab import same_place, vague_date

_ALIKE = 0.5
_ONCE = frozenset({"death", "sentence", "conviction"})
_NEAR_DAYS = 3
_DAY = len("2021-05-04")

Known = Mapping[str, Sequence[Claim]]


def against(draft: Draft, claims: Iterable[Claim]) -> Iterator[Finding]:
    """Victims of the text whom the register does not know, and acts that it dates or measures otherwise."""
    written = tuple(claims)
    known, keys = _known(written)
    told: set[str] = set()
    yield from _singled_out(draft, written)
    for claim in draft.reading.claims:
        if not claim.person or claim.role != "victim" or len(claim.person.split()) < 2:
            continue
        own = _claims_of(claim.person, known, keys)
        if own:
            yield from _otherwise(draft, claim, own)
        elif claim.person not in told:
            told.add(claim.person)
            yield draft.finding("register_unknown", (claim.start, claim.end), name=claim.person)


def _singled_out(draft: Draft, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Somebody whom the text leaves unnamed, where one person of the register fits act, day and place."""
    by_act: dict[tuple[str, str | None], set[tuple[str, str | None]]] = defaultdict(set)
    for one in claims:
        if one.person and one.role == "victim":
            by_act[one.act, one.date].add((normal_name(one.person), one.place))
    for claim in draft.reading.claims:
        alone = claim.person is None and claim.organisation is None and claim.count_max == 1
        if not alone or claim.role != "victim" or not claim.date or len(claim.date) < _DAY:
            continue
        fitting = {
            name
            for name, place in by_act.get((claim.act, claim.date), ())
            if not claim.place or not place or same_place(claim.place, place) is not False
        }
        if len(fitting) == 1:
            yield draft.finding("register_singles_out", (claim.start, claim.end), number=1)


def _known(claims: Iterable[Claim]) -> tuple[Known, Mapping[str, set[str]]]:
    """The claims by normal name, and the names by key."""
    known: dict[str, list[Claim]] = defaultdict(list)
    keys: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        name = claim.person or claim.mention
        if name:
            if normal_name(name) not in known:
                for key in name_keys(name):
                    keys[key].add(name)
            known[normal_name(name)].append(claim)
    return known, keys


def _claims_of(name: str, known: Known, keys: Mapping[str, set[str]]) -> list[Claim]:
    """The claims about people of that name, however it is spelled."""
    own = list(known.get(normal_name(name), ()))
    near = {
        other
        for key in name_keys(name)
        for other in keys.get(key, ())
        if normal_name(other) != normal_name(name)
    }
    for other in sorted(near):
        if compare_score(name, other) >= _ALIKE:
            own += known.get(normal_name(other), ())
    return own


def _otherwise(draft: Draft, claim: ClaimFound, own: Sequence[Claim]) -> Iterator[Finding]:
    """Another outcome of the same act, or the same act on another near day."""
    same = [one for one in own if one.act == claim.act]
    outcomes = {one.outcome for one in same if one.outcome}
    if (
        claim.outcome
        and outcomes
        and claim.outcome not in outcomes
        and claim.act in _ONCE
        and not _other_days(claim, same)
    ):
        yield _told(draft, claim, "outcome", claim.outcome, outcomes)
    articles = {article for one in same if one.date == claim.date for article in one.articles}
    if claim.date and claim.articles and articles and _whole(claim.articles).isdisjoint(_whole(articles)):
        yield _told(draft, claim, "article", "; ".join(claim.articles), articles)
    date, days = day_of_act(claim), _days(same)
    if date and days and _at_odds(claim, date, days):
        yield _told(draft, claim, "date", date, days)


def _whole(articles: Iterable[str]) -> frozenset[str]:
    """The articles without their parts."""
    return frozenset(one.partition("(")[0] for one in articles)


def _at_odds(claim: ClaimFound, date: str, days: set[str]) -> bool:
    """Whether no day of the register may be this one, and one is so near that it may be the same act."""
    if any(_may_be_one(date, day) for day in days):
        return False
    return claim.act == "death" or any(_near(date, day) for day in days)


def _told(draft: Draft, claim: ClaimFound, what: str, here: str, there: set[str]) -> Finding:
    values = {"what": f"{claim.act}, {what}", "here": here, "there": "; ".join(sorted(there))}
    return draft.finding(
        "register_contradicts", (claim.start, claim.end), *_days_told(draft, claim, what), **values
    )


def _days_told(draft: Draft, claim: ClaimFound, what: str) -> list[tuple[int, int]]:
    """Where the sentence of a claim tells the day that is at odds."""
    at = draft.sentence(claim.start)
    days = [d for d in draft.days_in(at) if d.exact] if what == "date" else []
    return [(d.start, d.end) for d in days if d.exact and d.exact.isoformat() == claim.date]


def _other_days(claim: ClaimFound, same: Sequence[Claim]) -> bool:
    """Whether both are dated and no day of the register may be that of the text: another act."""
    date, days = day_of_act(claim), _days(same)
    return bool(date and days) and not any(_may_be_one(date or "", day) for day in days)


def _days(claims: Iterable[Claim]) -> set[str]:
    """The days of the acts; a state told as of a day is none."""
    return {day for one in claims if (day := day_of_act(one))}


def _may_be_one(one: str, other: str) -> bool:
    left, right = vague_date(one).days, vague_date(other).days
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return True
    return left.first <= right.last and right.first <= left.last


def _near(one: str, other: str) -> bool:
    left, right = vague_date(one).days, vague_date(other).days
    if left.first is None or left.first != left.last or right.first is None or right.first != right.last:
        return False
    one_digit = sum(a != b for a, b in zip(one, other, strict=False)) == 1 and one[:7] == other[:7]
    return abs((left.first - right.first).days) <= _NEAR_DAYS or one_digit
