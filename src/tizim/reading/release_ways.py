"""How somebody came free, where the words beside a release say it: on bail, under an amnesty."""

from tizim.reading.events import Event
from tizim.reading.marks import Sentence
from tizim.reading.words import words_of

_REACH = 6


def note_way(sentence: Sentence, event: Event) -> None:
    """Gives a release its outcome: "freed under an amnesty", "released on her own recognizance"."""
    if event.act != "release" or event.lengths or event.money or event.outcome not in (None, "released"):
        return
    ways: dict[str, str] = words_of("en").tables["layout"]["release_ways"]
    for at in range(event.start, min(event.last + _REACH, len(sentence.tokens))):
        if at >= event.last and sentence.lower(at) in (".", ";", ",", "but", "after"):
            return
        way = ways.get(sentence.lower(at))
        if way is not None:
            event.outcome = way
            return
