"""Those whom a sentence names as part of a group: "12 people, among them X", "three were held: X; Y; Z"."""

from tizim.reading.marks import Sentence
from tizim.reading.who import Who

_ROW = 16


def _described_example(sentence: Sentence, group: Who, who: Who) -> bool:
    """Of "17 people, including the leader of the movement, X": a description stands before the name."""
    lead = next(
        (
            at
            for at in range(who.head - 1, group.last - 1, -1)
            if sentence.lower(at) in ("including", "notably")
        ),
        -1,
    )
    if lead < 0 or sentence.lower(who.head - 1) != "," or who.head - lead > _ROW:
        return False
    return all(
        sentence.any_at(("be", "have", "relative", "attribution", "modals"), at) is None
        and sentence.tokens[at].text not in (",", ";", ":")
        for at in range(lead + 1, who.head - 1)
    )


def examples(sentence: Sentence, group: Who, whos: list[Who]) -> list[Who]:
    """The people named as part of a group: "12 people, among them X and Y", "activists, including X"."""
    out: list[Who] = []
    for who in whos:
        if who.kind == "person" and 0 <= who.first - group.last <= 25:
            lead = [sentence.lower(at) for at in range(max(0, who.head - 2), who.head)]
            if (
                _described_example(sentence, group, who)
                or who.governed == "including"
                or lead[-1:] in (["including"], ["namely"], ["notably"])
                or (lead[-1:] == [":"] and who.first - group.last > 1)
                or (sentence.lower(who.head - 1), sentence.lower(who.head)) == ("in", "particular")
                or lead in (["among", "them"], ["among", "whom"], ["of", "them"], ["in", "particular"])
            ):
                out.extend((who, *_behind_semicolons(sentence, group, who, whos)))
    return out


def _behind_semicolons(sentence: Sentence, group: Who, first: Who, whos: list[Who]) -> list[Who]:
    """Of "three were held: X, a nurse; Y, a florist; and Z, who is 17": Y and Z, if they are as many."""
    if sentence.lower(first.head - 1) != ":" or group.group is None:
        return []
    people = [who for who in whos if who.kind == "person" and who.first > first.last]
    opening = [who for who in people if _opens_item(sentence, who)]
    named = sum(len(who.people) for who in (first, *opening))
    return opening if named == group.group.high else []


def _opens_item(sentence: Sentence, who: Who) -> bool:
    at = who.head - 1 - (sentence.lower(who.head - 1) == "and")
    return sentence.lower(at) == ";" and not (who.governed or who.possessive)
