"""Words inside a name mean nothing else: «Талап» asks for nothing where it is somebody's given name."""

from collections.abc import Iterable

from tizim.reading.inflected.sentence import Sentence
from tizim.reading.people import Mention

_COMMON = (
    "unreal unreal_after asked possible judged negations prosecution act shorter_act penalty certainty near"
    " things breaks"
).split()


def leave_names(sentence: Sentence, mentions: Iterable[Mention]) -> None:
    """Takes away the meanings that begin inside a name of the sentence."""
    inside = {at for mention in mentions for at in range(mention.first, mention.last)}
    for kind in _COMMON if inside else ():
        row = sentence.marks.get(kind)
        if row is not None and not inside.isdisjoint(row):
            sentence.marks[kind] = {at: mark for at, mark in row.items() if at not in inside}
