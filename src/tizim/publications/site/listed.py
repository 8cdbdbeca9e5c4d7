"""How a report tells of somebody on the list, and of what changed: the same in PDF and DOCX."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from tizim.publications.content import Content, Entered
from tizim.publications.editions import Turn
from tizim.publications.site.words import Words

_IN_TABLES, _PRINTED, _PHOTOS = 1_000, 3_000, 300
"""So many people a report sets in tables, so many passages and photos it prints; what is more, the site."""


def is_long(content: Content) -> bool:
    """Whether a report sets the list in lines: tables of more people take minutes to be laid out."""
    return len(content.people) > _IN_TABLES


def prints_passages(content: Content) -> bool:
    """Whether a report prints the passages themselves; else it gives their numbers on the site."""
    return len(content.passages) <= _PRINTED


def photos_of(content: Content) -> int:
    """How many people on the list have a photo that may leave."""
    return sum(1 for one in content.named if one.photo)


def prints_photos(content: Content) -> bool:
    """Whether a report shows the photos; else they stand on the site alone."""
    return photos_of(content) <= _PHOTOS


def cited_by(who: Entered) -> str:
    """The numbers of the passages behind what is told of somebody: 3, 7–12."""
    numbers = sorted({place + 1 for act in who.acts for place in act.passages})
    return ", ".join(_runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """The numbers, three and more that follow each other as a span."""
    ahead = count()
    for _, run in groupby(numbers, lambda number: number - next(ahead)):
        first, *rest = run
        yield from [f"{first}–{rest[-1]}"] if len(rest) > 1 else map(str, (first, *rest))


def line(who: Entered, words: Words) -> str:
    """Somebody on a long list, in one line."""
    begun = f"{words.say('since')}: {words.vague(who.since)}" if who.since else ""
    ends = f"{words.say('expected_end')}: {words.day(who.expected_end)}" if who.expected_end else ""
    told = (who.name or words.say("not_named"), begun, ends, "; ".join(who.articles), words.reason(who.why))
    return f"{who.number}. {' · '.join(filter(None, told))}"


def turn_row(one: Turn, words: Words, titles: dict[str, str]) -> tuple[str, str, str, str]:
    """What changed for somebody: what, the name, the state before, the state now."""
    before, after = one.before, one.after
    known = after or before
    was = titles.get(before.code, before.code) if before else ""
    now = titles.get(after.code, after.code) if after else ""
    return words.reason(one.what), (known.name or "") if known else "", was, now
