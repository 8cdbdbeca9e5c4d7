"""Where something happened: the places that a sentence names, and the place at the head of a report."""

from tizim.reading.inflected.sentence import Sentence


def places_of(sentence: Sentence) -> list[tuple[int, str]]:
    """The places of a sentence by their first token; towns before regions and countries."""
    found = [(mark.first, mark.value) for mark in sentence.of("place")]
    found += [
        (mark.first, mark.value)
        for mark in sentence.of("place_word")
        if not sentence.is_at("place", mark.first)
    ]
    found = [(at, value) for at, value in found if not _is_origin(sentence, at)]
    towns = [(at, name) for at, (name, kind) in found if kind == "towns"]
    others = [(at, name) for at, (name, kind) in found if kind == "regions"]
    return sorted(towns or others)


def _is_origin(sentence: Sentence, at: int) -> bool:
    """Whether a place only says where somebody comes from or is registered ("X of Y", "born in Y")."""
    if any(sentence.ends_at("origin", here) is not None for here in (at, at - 1)):
        return True
    named = sentence.tokens[at - 2] if at > 1 else None
    led = sentence.ends_at("out_of", at) is not None
    return led and named is not None and named.capital and not sentence.is_at("place", at - 2)


def dateline_of(sentences: list[Sentence]) -> str | None:
    """The place that opens a report ("УРАЛЬСК. …"), where it stands alone before a stop."""
    for sentence in sentences[:3]:
        for mark in sentence.of("place"):
            if mark.value[1] == "states":
                continue
            if (
                mark.first == 0
                and mark.last < len(sentence.tokens)
                and sentence.tokens[mark.last].text in (".", ",", ":", "—")
            ):
                return str(mark.value[0])
            if mark.first == 0 and mark.last == len(sentence.tokens):
                return str(mark.value[0])
    return None


def heading_place(sentence: Sentence, before: str | None) -> str | None:
    """The place that a heading or the opening of a paragraph gives ("Гродно", "Уральск. …"), else that
    before."""
    for mark in sentence.of("place"):
        closed = mark.last >= len(sentence.tokens) or sentence.tokens[mark.last].text in (".", ":")
        if mark.first == 0 and closed and mark.value[1] != "states" and mark.last + 1 >= len(sentence.tokens):
            return str(mark.value[0])
    return before


def court_place(sentence: Sentence) -> str | None:
    """The town of the court that a sentence names ("the court in Y", "the Y city court")."""
    courts = [mark for mark in sentence.of("agency") if mark.value == "judiciary"]
    for at, name in places_of(sentence):
        if any(-_COURT <= at - mark.last <= _COURT for mark in courts):
            return name
    return None


_COURT = 2


def only_place(sentences: list[Sentence]) -> str | None:
    """The one place that a text names."""
    named = {name for sentence in sentences for _, name in places_of(sentence)}
    return named.pop() if len(named) == 1 else None
