"""Files of people: a paragraph that opens with a name alone is about that person ("X. В СИЗО с мая.")."""

from collections.abc import Sequence

from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who
from tizim.reading.people import Mention

_SUBJECTS = frozenset({"person", "pronoun", "noun", "plural", "group", "kin"})


def with_file(whos: list[Who], sentences: Sequence[Sentence], number: int, finder: PeopleFinder) -> list[Who]:
    """Everybody in a sentence; where it has no subject, first of all the person whose file it stands in."""
    line = sentences[number].span.line
    first = number
    while first and sentences[first - 1].span.line == line:
        first -= 1
    free = not finder.lists.lexicon.tables["grammar"].get("verb_last")
    named = finder.found.mentions.get(first, []) if free else []
    if first == number or len(named) != 1 or not _alone(sentences[first], named[0]):
        return whos
    if any("nom" in who.cases and who.kind in _SUBJECTS and not who.owner for who in whos):
        return whos
    return [Who(0, 0, 0, "person", frozenset({"nom"}), [named[0].person]), *whos]


def _alone(sentence: Sentence, mention: Mention) -> bool:
    """Whether a sentence is a name and nothing else but figures and signs."""
    rest = (at for at in range(len(sentence.tokens)) if not mention.first <= at < mention.last)
    return all(sentence.tokens[at].kind != "word" for at in rest)
