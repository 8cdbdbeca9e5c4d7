"""Those of a group whom the next sentence names: "Five were detained. Among them: X, Y and Z."."""

from dataclasses import replace
from functools import cache

from tizim.reading.drafts import ELSEWHERE, Draft, Scene
from tizim.reading.listings import listed
from tizim.reading.openings import first_words
from tizim.reading.words import words_of

_LANGUAGE = "en"
_BACK, _OPENING = 2, 4


def members(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """What was told of a group just before, of each whom this sentence names as one of them."""
    first = _opening(scene)
    if first is None:
        return []
    people = [number for who in listed(scene.whos, first) for number in who.people]
    groups = [one for one in drafts if one.group is not None and 0 < scene.number - one.sentence <= _BACK]
    last = max((one.sentence for one in groups), default=-1)
    told = [one for one in groups if one.sentence == last and not one.official and _enough(one, people)]
    tokens = scene.sentence.tokens
    return [
        replace(
            draft, sentence=scene.number, start=tokens[who.head].start, end=tokens[who.last - 1].end,
            group=None, person=person, figure=False, day_from=ELSEWHERE if draft.day else None, mention=None,
        )
        for draft in told[:1]
        for who in listed(scene.whos, first)
        for person in who.people
    ]  # fmt: skip


def _enough(draft: Draft, people: list[int]) -> bool:
    group = draft.group
    return group is not None and (group.high is None or group.high >= len(people))


def _opening(scene: Scene) -> int | None:
    """Where the names begin in a sentence that opens with "Among them were …", "They include …"."""
    sentence = scene.sentence
    if sentence.lower(0) not in _first_words():
        return None
    phrases: list[str] = words_of(_LANGUAGE).tables["layout"]["member_openings"]
    start = " ".join(sentence.lowers[:_OPENING])
    phrase = next((one for one in phrases if f"{start} ".startswith(f"{one} ")), None)
    if phrase is None:
        return None
    first = len(phrase.split())
    linked = sentence.lower(first) in words_of(_LANGUAGE).set("layout", "member_links")
    return first if linked or phrase.endswith("include") else None


@cache
def _first_words() -> frozenset[str]:
    return first_words(words_of(_LANGUAGE).tables["layout"]["member_openings"])
