"""Bodies of a region in two forms, whatever they are for: "the regional department", "of the region"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.tables import table

_STEM = 5
_ORDERS = ("region", "adjective", "region_behind", "adjective_before")


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a region as written: for what, of which region (nothing: it is not said), in which form."""

    span: tuple[int, int]
    form: int
    head: str
    topic: str
    name: str
    level: str


def bodies_of_regions(draft: Draft) -> Iterator[Finding]:
    """One body of one region, once with the region as an adjective, once in the genitive."""
    met: list[Body] = []
    for at, language in draft.blocks():
        for form, known in enumerate(_forms(language)):
            met += [_body(hit, form % 2) for hit in known.finditer(draft.text, at.start, at.end)]
    told: set[tuple[str, str]] = set()
    for one in (body for body in met if body.form == 0):
        regions = {
            body.name for body in met if body.form == 0 and body.head == one.head and body.level == one.level
        }
        for other in (body for body in met if body.form == 1 and _same(one, body, alone=len(regions) == 1)):
            if (one.head, one.name) not in told:
                told.add((one.head, one.name))
                spans = sorted((one.span, other.span))
                yield draft.finding(
                    "body_forms", *spans, forms=listed([draft.text[slice(*span)] for span in spans])
                )


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """The two ways to name a body of a region: with its region behind it, with an adjective before it."""
    known = table("bodies")["of_regions"][language]
    head = f"(?i:{'|'.join(known['heads'])})"
    return tuple(
        re.compile("".join(known[form]).replace("{head}", head)) for form in _ORDERS if form in known
    )


def _body(hit: re.Match[str], form: int) -> Body:
    parts = {key: (value or "").strip() for key, value in hit.groupdict().items()}
    level = parts["level"].lower()[:3]
    return Body(hit.span(), form, parts["head"].lower()[:_STEM], parts["topic"], parts["name"][:_STEM], level)


def _same(one: Body, other: Body, *, alone: bool) -> bool:
    """Whether two forms are of one body: of one region or the only one, and for one thing."""
    region = one.name == other.name or (not other.name and alone)
    level = one.level == other.level or "reg" in (one.level, other.level)
    return region and level and one.head == other.head and _one_topic(one.topic, other.topic)


def _one_topic(one: str, other: str) -> bool:
    """Whether one topic opens with the other, or is its abbreviation."""
    first, then = ([word.lower()[:_STEM] for word in topic.split()] for topic in (one, other))
    short = "".join(word[0] for word in re.split(r"[ -]", one) if word)
    opens = other.split()[:1]
    return then[: len(first)] == first or bool(
        opens and opens[0].isupper() and opens[0].lower() == short.lower()
    )
