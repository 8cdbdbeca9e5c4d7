"""Words of acts that only say something: "X warned that …", "relatives confirmed that …"."""

from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of


def only_says(sentence: Sentence, mark: Mark, word: ActWord) -> bool:
    """Whether a word of an act tells here that somebody said something: "X warned, …", "confirmed that"."""
    first = sentence.lower(mark.first)
    if first not in set_of("en", "grammar", "only_said") or mark.last - mark.first > 1:
        return False
    if sentence.any_at(("be", "have"), mark.first - 1) is not None and first != "confirmed":
        return False
    behind = sentence.lower(mark.last)
    if word.act == "appeal":
        return behind == "that" or (first == "refused" and behind in _NO_APPEAL)
    alone = sentence.lower(mark.first - 1) != "and"
    return word.act == "threat" and alone and behind in set_of("en", "grammar", "said_behind")


def accuses_others(sentence: Sentence, mark: Mark, word: ActWord) -> bool:
    """Of "X accused the guards of …": X accuses, nobody is charged."""
    if word.act != "charge" or not sentence.lower(mark.first).startswith("accus"):
        return False
    alone = sentence.any_at(("be", "have"), mark.first - 1) is None and mark.last - mark.first == 1
    return alone and sentence.lower(mark.last) not in _ACCUSED


_ACCUSED = frozenset(("of", "in", "by", "under", ",", ".", "", "together", "along"))


def foreseen(sentence: Sentence, mark: Mark) -> bool:
    """Of "charges that could see him jailed for years": what may come of something."""
    near = range(max(1, mark.first - _REACH), mark.first)
    return any(
        sentence.lower(at) in ("see", "land", "mean") and sentence.at("modals", at - 1) is not None
        for at in near
    )


_REACH = 8


def speaks(sentence: Sentence, who: Who) -> bool:
    """Whether somebody named is who says what the sentence tells: "X, a lawyer, told reporters that …"."""
    if who.kind != "person" or who.governed or who.possessive:
        return False
    at = who.last
    if sentence.lower(at) == ",":
        end = next(
            (i for i in range(at + 1, min(at + _ASIDE, len(sentence.tokens))) if sentence.lower(i) == ","), at
        )
        at = end + 1
    return sentence.at("attribution", at) is not None and sentence.lower(at) != "according to"


_ASIDE = 16
_NO_APPEAL = frozenset(("food", "water", "treatment", "medication", "intravenous"))


def condemned(sentence: Sentence, who: Who) -> bool:
    """Of "the editor, X, condemned her arrest": X is not who was arrested."""
    return who.possessive and sentence.lower(who.first - 1) in set_of("en", "grammar", "condemning")
