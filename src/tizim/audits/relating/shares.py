""" "Most of them", "half of those convicted, 70 people": a share in words beside its part and its whole."""

import re
from collections.abc import Iterator

from tizim.audits.checks import bounds, lists
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.patterns import words
from tizim.audits.relating.breakdowns import rows_after
from tizim.audits.relation import HOLDS, OPEN, Placed, Relation, judged, places_of, told
from tizim.audits.tables import table
from tizim.documents import Span

_PART_NEAR, _WORDS = 46, 26
_SENTENCES = 4
_PROPER = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]{2,}")


def shares(draft: Draft) -> Iterator[Relation]:
    """Each share told in words, with the part and the whole where numbers are printed for them."""
    for name in table("relations")["shares"]:
        for hit in draft.found("shares", name):
            at = Span(*hit.span())
            whole = _whole_in(draft, at) or _whole_before(draft, name, at)
            part = _part(draft, at, whole)
            if whole and part:
                verdict = judged(_fits(name, part.value, whole.value))
                yield _relation(draft, name, (at, part, whole), verdict, str(part.value))
            elif whole:
                yield from _counted(draft, name, at, whole)


def _fits(name: str, part: int, whole: int) -> bool:
    """Whether a part is that share of the whole."""
    least, most = (float(bound) for bound in table("relations")["shares"][name])
    return least <= part / whole <= most


def _relation(draft: Draft, name: str, some: tuple[Placed, ...], verdict: str, part: str) -> Relation:
    share = table("relations")["share_names"][name]
    values = {"part": part, "whole": told(draft, some[-1])}
    values |= {f"share_{language}": share[language] for language in share}
    reason = "" if verdict != OPEN else "no_part"
    return Relation(
        kind="share", places=places_of(draft, some), verdict=verdict, reason=reason, values=values
    )


def _part(draft: Draft, at: Span, whole: Count | None) -> Count | None:
    """The number told in apposition: "half of those convicted, 70 people"; never the whole itself."""
    end = min(draft.sentence(at.start).end, at.end + _PART_NEAR)
    after = [one for one in draft.counts if at.end <= one.start < end and one is not whole]
    one = after[0] if after and after[0].unit in ("persons", "cases", None) else None
    if one is None or (whole and one.value >= whole.value):
        return None
    return one if _apposed(draft, one) else None


def _apposed(draft: Draft, one: Count) -> bool:
    """Whether a number stands between commas, dashes or brackets."""
    before = draft.text[max(0, one.start - 3) : one.start].rstrip()
    after = draft.text[one.end : one.end + 2].lstrip()
    return before.endswith((",", "—", "–", "(", "-")) and (not after or after[0] in ",.;)—–-:")


def _whole_in(draft: Draft, at: Span) -> Count | None:
    """The whole told with the share: "most of the eleven"."""
    after = [one for one in draft.counts if 0 <= one.start - at.end <= 12]
    plain = "," not in draft.text[at.end : after[0].start] if after else False
    return after[0] if after and plain and after[0].unit not in ("money", "time") else None


def _whole_before(draft: Draft, name: str, at: Span) -> Count | None:
    """The number that "them" or "those convicted" takes up: of that family, else the one right before."""
    number = draft.sentence_number(at.start)
    first = draft.sentences[max(0, number - _SENTENCES)].start
    before = [
        one for one in draft.counts
        if first <= one.start and one.end <= at.start and one.unit in ("persons", "cases", None)
    ]  # fmt: skip
    family = _family(draft, at)
    fit = [one for one in before if one.value > 2 and not _of_share(draft, one) and not one.other]
    fit = of_families(draft, fit, family) if family else fit
    part = _part(draft, at, None)
    near = [one for one in fit if family or part or number - draft.sentence_number(one.start) <= 1]
    made = [one for one in near if part and any(part in row for row in rows_after(draft, one))]
    near = made or [one for one in near if part is None or one.value > part.value]
    if part and not family:  # nothing says of whom: the number that the share fits, if one does
        near = [one for one in near if _fits(name, part.value, one.value)] or near
    return max(near, key=lambda one: (one.unit == "persons", one.start)) if near else None


def of_families(draft: Draft, some: list[Count], family: frozenset[str]) -> list[Count]:
    """Those numbers of which one of these families of acts is told, best right after the number."""
    fit = [one for one in some if not _of_share(draft, one)]
    return [one for one in fit if family & _told_after(draft, one)] or [
        one for one in fit if family & bounds.families(draft, one)
    ]


def _of_share(draft: Draft, one: Count) -> bool:
    """Whether a number is itself the part of a share told before it."""
    at = draft.sentence(one.start)
    near = Span(max(at.start, one.start - _PART_NEAR), one.start)
    return any(draft.says("shares", name, within=near) for name in table("relations")["shares"])


def _family(draft: Draft, at: Span) -> frozenset[str]:
    """The family of acts that the words beside a share name: "of those convicted"; none for "them"."""
    near = Span(at.end, min(draft.sentence(at.start).end, at.end + _WORDS))
    if draft.language(at.start) == "kk":
        near = Span(max(draft.sentence(at.start).start, at.start - _WORDS), at.start)
    if draft.says("them", within=near):
        return frozenset()
    return _families_in(draft, near)


def _families_in(draft: Draft, near: Span) -> frozenset[str]:
    names = words(draft.language(near.start), "share_families")
    return frozenset(
        name
        for name in names
        if draft.says("share_families", name, within=near) or draft.says("families", name, within=near)
    )


def _told_after(draft: Draft, one: Count) -> frozenset[str]:
    """The families that are told of a number after it, up to the next."""
    following = [o.start for o in draft.counts if o.sentence == one.sentence and o.start > one.start]
    end = min([draft.sentence(one.start).end, one.end + 120, *following])
    return _families_in(draft, Span(one.number[1], max(end, one.end)))


def _counted(draft: Draft, name: str, at: Span, whole: Count) -> Iterator[Relation]:
    """A share without a number: counted from the names told with it, or from lists under the whole."""
    sentence = draft.sentence(at.start)
    listed = _named_in(draft, Span(at.end, sentence.end)) or _named_under(draft, at, whole)
    if listed and listed <= whole.value:
        right = _fits(name, listed, whole.value)
        yield _relation(draft, name, (at, whole), HOLDS if right else OPEN, str(listed))
    elif draft.sentence_number(at.start) - draft.sentence_number(whole.start) <= 1:
        yield _relation(draft, name, (at, whole), OPEN, "?")


def _named_in(draft: Draft, near: Span) -> int:
    """How many a sentence names after a colon, with "and eighteen others"."""
    colon = draft.text.find(":", near.start, near.end)
    if colon < 0:
        return 0
    names = {m.person for m in draft.mentions if colon < m.start < near.end}
    others = [one.value for one in draft.counts if one.other and colon < one.start < near.end]
    return len(names) + sum(others) if names else 0


def _named_under(draft: Draft, at: Span, whole: Count) -> int:
    """How many are named in those lists under the whole that share a proper word with the share's clause."""
    end = next((end for count, end in lists.counted_lists(draft) if count is whole), None)
    if end is None:
        return 0
    clause = {word[:6] for word in _PROPER.findall(draft.text, at.end, draft.sentence(at.start).end)}
    named: set[int] = set()
    for paragraph in draft.paragraphs:
        if whole.end <= paragraph.start < end:
            own = [m for m in draft.mentions if paragraph.start <= m.start < paragraph.end]
            head = draft.text[paragraph.start : own[0].start] if own else ""
            if clause & {word[:6] for word in _PROPER.findall(head)}:
                named |= {m.person for m in own}
    return len(named)
