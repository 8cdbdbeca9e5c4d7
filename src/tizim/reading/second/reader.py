"""The second reader at work: passage by passage, every answer checked."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tizim.reading.found import ClaimFound, PersonFound, Reading
from tizim.reading.second.checking import Checked, Ground, checked
from tizim.reading.second.pieces import pieces
from tizim.reading.second.port import Model, ModelError
from tizim.reading.second.prompt import question

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a model proposes that holds; how many proposals or fields were dropped, by the test they failed.

    ``unread`` counts the passages without an answer, by the reason.
    """

    reading: Reading
    dropped: Mapping[str, int] = field(default_factory=dict)
    unread: Mapping[str, int] = field(default_factory=dict)


def read_second(text: str, model: Model, *, first: Reading, date: str | None = None) -> SecondReading:
    """What a model reads in a text; people whom the first reader found keep the names it gave them."""
    years = _years(text, date)
    whole, unread = Checked(), Counter[str]()
    for start, end in pieces(text):
        passage = text[start:end]
        try:
            found = checked(model.answer(question(passage, date=date)), Ground(passage, start, years))
        except ModelError as error:
            unread[str(error)] += 1
            continue
        whole.claims.extend(found.claims)
        whole.figures.extend(found.figures)
        whole.dropped.update(found.dropped)
    claims = list(dict.fromkeys(_named(claim, first) for claim in whole.claims))
    reading = Reading(
        first.language, _persons(claims, first), tuple(claims), tuple(dict.fromkeys(whole.figures))
    )
    return SecondReading(reading, dict(whole.dropped), dict(unread))


def _years(text: str, date: str | None) -> frozenset[str]:
    """The years that a date may name: those in the text, that of the document and the one before."""
    own = {year for found in _YEAR.findall(date or "") for year in (found, str(int(found) - 1))}
    return frozenset({*_YEAR.findall(text), *own})


def _named(claim: ClaimFound, first: Reading) -> ClaimFound:
    """The claim with the name that the first reader gave to the person of that form."""
    if claim.person is None:
        return claim
    for written in (claim.mention, claim.person):
        known = next((one.name for one in first.persons if written in (one.name, *one.forms)), None)
        if known is not None:
            return replace(claim, person=known)
    return claim


def _persons(claims: list[ClaimFound], first: Reading) -> tuple[PersonFound, ...]:
    forms: dict[str, dict[str, None]] = {}
    for claim in claims:
        if claim.person is not None:
            forms.setdefault(claim.person, {})[claim.mention or claim.person] = None
    known = {one.name: one for one in first.persons}
    return tuple(
        PersonFound(name, known[name].forms if name in known else tuple(written), "victim")
        for name, written in forms.items()
    )
