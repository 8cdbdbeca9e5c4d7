"""Those of a group whom the next sentence names: "Five were detained. Among them: X, Y and Z."."""

from dataclasses import replace
from functools import cache

from tizim.reading.drafts import ELSEWHERE, Draft, Scene
from tizim.reading.listings import listed
from tizim.reading.marks import Sentence
from tizim.reading.openings import first_words
from tizim.reading.who import Who
from tizim.reading.words import set_of, words_of

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
        for draft in (told[-1:] if scene.sentence.lower(2) == "latter" else told[:1])
        for who in listed(scene.whos, first)
        for person in who.people
    ]  # fmt: skip


def _enough(draft: Draft, people: list[int]) -> bool:
    group = draft.group
    return group is not None and (group.high is None or group.high >= len(people))


def _opening(scene: Scene) -> int | None:
    """Where the names begin in a sentence that opens with "Among them were …", "They include …"."""
    sentence = scene.sentence
    if sentence.lower(0) not in _first_words("member_openings"):
        return None
    phrases: list[str] = words_of(_LANGUAGE).tables["layout"]["member_openings"]
    start = " ".join(sentence.lowers[:_OPENING])
    phrase = next((one for one in phrases if f"{start} ".startswith(f"{one} ")), None)
    if phrase is None:
        return None
    first = len(phrase.split())
    linked = sentence.lower(first) in set_of(_LANGUAGE, "layout", "member_links")
    return first if linked or phrase.endswith("include") else None


@cache
def _first_words(openings: str) -> frozenset[str]:
    return first_words(words_of(_LANGUAGE).tables["layout"][openings])


def likewise(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """What was told last, of those of whom a sentence says the same: "So was Y.", "Y too."."""
    who = _alike(scene)
    told = drafts[-1] if drafts and scene.number - drafts[-1].sentence == 1 else None
    if who is None or told is None or told.organisation is not None or told.status:
        return []
    tokens = scene.sentence.tokens
    start, end = tokens[0].start, tokens[who.last - 1].end
    return [
        replace(
            told, sentence=scene.number, start=start, end=end, group=None, person=person, figure=False,
            outcome=None if told.act == "sentence" else told.outcome, mention=None,
            day_from=ELSEWHERE if told.day else None,
        )
        for person in who.people
    ]  # fmt: skip


def _alike(scene: Scene) -> Who | None:
    sentence = scene.sentence
    people = [who for who in scene.whos if who.kind == "person" and not who.possessive]
    opening = _same_opening(sentence)
    if opening is not None:
        first = len(opening.split())
        return next((who for who in people if first <= who.head <= first + 1), None)
    short = len(sentence.tokens) <= _SHORT and not set_of("en", "grammar", "also_words").isdisjoint(
        sentence.bag
    )
    verbless = _VERBS.isdisjoint(sentence.marks) or (bool(people) and _was_too(sentence, people[0].last))
    return people[0] if short and verbless and people and people[0].head <= 1 else None


def _same_opening(sentence: Sentence) -> str | None:
    openings: list[str] = words_of(_LANGUAGE).tables["layout"]["same_openings"]
    if sentence.lower(0) not in _first_words("same_openings"):
        return None
    said = f"{' '.join(sentence.lowers[:_LEAD])} "
    return next((one for one in openings if said.startswith(f"{one} ")), None)


def _was_too(sentence: Sentence, index: int) -> bool:
    """Of "Y was, too.": the verb that was told before is left out."""
    at = index + 1 + (sentence.lower(index + 1) == ",")
    return (
        sentence.lower(index) in ("was", "were")
        and sentence.lower(at) in set_of("en", "grammar", "also_words")
        and at + 2 >= len(sentence.tokens)
    )


_VERBS = frozenset(("be", "have", "act", "attribution"))
_LEAD, _SHORT = 5, 7
