"""What the register does not know, or knows otherwise, of what a text reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.claims import Claim
from tizim.identity import compare_score, name_keys, normal_name
from tizim.reading import ClaimFound
from tizim.vocab import vague_date

_ALIKE = 0.5
_ONCE = frozenset({"death", "sentence", "conviction"})
_NEAR_DAYS = 3

Known = Mapping[str, Sequence[Claim]]


def against(draft: Draft, claims: Iterable[Claim]) -> Iterator[Finding]:
    """Victims of the text whom the register does not know, and acts that it dates or measures otherwise."""
    known, keys = _known(claims)
    told: set[str] = set()
    for claim in draft.reading.claims:
        if not claim.person or claim.role != "victim" or len(claim.person.split()) < 2:
            continue
        own = _claims_of(claim.person, known, keys)
        if own:
            yield from _otherwise(draft, claim, own)
        elif claim.person not in told:
            told.add(claim.person)
            yield draft.finding("register_unknown", (claim.start, claim.end), name=claim.person)


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
    days = {one.date for one in same if one.date}
    if claim.date and days and _at_odds(claim, claim.date, days):
        yield _told(draft, claim, "date", claim.date, days)


def _at_odds(claim: ClaimFound, date: str, days: set[str]) -> bool:
    """Whether no day of the register may be this one, and one is so near that it may be the same act."""
    if any(_may_be_one(date, day) for day in days):
        return False
    return claim.act == "death" or any(_near(date, day) for day in days)


def _told(draft: Draft, claim: ClaimFound, what: str, here: str, there: set[str]) -> Finding:
    values = {"what": f"{claim.act}, {what}", "here": here, "there": "; ".join(sorted(there))}
    return draft.finding("register_contradicts", (claim.start, claim.end), **values)


def _other_days(claim: ClaimFound, same: Sequence[Claim]) -> bool:
    """Whether both are dated and no day of the register may be that of the text: another act."""
    days = [one.date for one in same if one.date]
    return bool(claim.date and days) and not any(_may_be_one(claim.date or "", day) for day in days)


def _may_be_one(one: str, other: str) -> bool:
    left, right = vague_date(one).days, vague_date(other).days
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return True
    return left.first <= right.last and right.first <= left.last


def _near(one: str, other: str) -> bool:
    left, right = vague_date(one).days, vague_date(other).days
    if left.first is None or left.first != left.last or right.first is None or right.first != right.last:
        return False
    return abs((left.first - right.first).days) <= _NEAR_DAYS
