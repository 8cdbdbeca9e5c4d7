"""Whose a thing is: an act on a home, an account or a sentence is an act on its owner."""

from dataclasses import replace

from tizim.reading.clauses import Verb, possession_of
from tizim.reading.events import Told
from tizim.reading.kin import is_relative
from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of

_THROUGH = {
    "search": "belongings",
    "account_attack": "belongings",
    "financial_listing": "belongings",
    "travel_ban": "belongings",
    "appeal": "cases",
    "ill_treatment": "body",
}
_POSSESSED = 7


def through(sentence: Sentence, act: str, who: Who) -> bool:
    """Whether an act on a thing of somebody is an act on them: a search of his flat, a hacked account."""
    kind = _THROUGH.get(act, "")
    noun = possession_of(sentence, who)
    near = range(who.last, min(who.last + 4, len(sentence.tokens)))
    at = next((index for index in near if sentence.lower(index) == noun), -1)
    return bool(kind and noun and sentence.at(kind, at) is not None)


def owner_after(sentence: Sentence, index: int, whos: list[Who]) -> Who | None:
    """Of "searched the homes of X and Y", "upheld the sentence of X", "granted asylum to X"."""
    if sentence.lower(index) == "to":
        return next((who for who in whos if index < who.first and who.head - index <= 1), None)
    for at in range(index, min(index + 6, len(sentence.tokens))):
        owned = sentence.any_at(("belongings", "cases"), at)
        behind = _leads_to_owner(sentence, owned) if owned is not None else None
        if owned is not None and behind is not None:
            owner = next((who for who in whos if who.head in (behind, behind + 1)), None)
            if owner is not None:
                return replace(owner, possessive=False)
        if sentence.any_at(("be", "have", "relative"), at) is not None:
            return None
    return None


def leads_to_kin(sentence: Sentence, who: Who) -> bool:
    """Whether somebody only says whose kin is meant: "X's parents", "the daughter of X"."""
    at = who.last + (sentence.lower(who.last) == "'s")
    if who.possessive and is_relative(sentence.lower(at)):
        return True
    near = range(max(0, who.first - _KIN_REACH), who.first)
    of = max((at for at in near if sentence.lower(at) == "of"), default=0)
    plain = all(sentence.tokens[at].kind == "word" for at in range(of, who.first))
    return of > 0 and plain and is_relative(sentence.lower(of - 1))


_KIN_REACH = 4


def _leads_to_owner(sentence: Sentence, owned: Mark) -> int | None:
    """Where an owner may stand: "the sentence of | X", "the appeal lodged by | X"."""
    if sentence.lower(owned.last) == "of" or _ruling_against(sentence, owned):
        return owned.last + 1
    handed = _handed_to(sentence, owned)
    if handed is not None:
        return handed
    lodged = (
        sentence.lower(owned.last) in set_of("en", "grammar", "lodged")
        and sentence.lower(owned.last + 1) == "by"
    )
    return owned.last + 2 if lodged else None


def _handed_to(sentence: Sentence, owned: Mark) -> int | None:
    """Of "the sentences handed down last May to | X", "the fine imposed on | X", "with regard to | X"."""
    at = owned.last
    if sentence.lower(at) == "with" and sentence.lower(at + 1) in ("regard", "regards", "respect"):
        return at + 3
    if sentence.lower(at) not in set_of("en", "grammar", "meted_out"):
        return None
    near = range(at + 1, min(at + _POSSESSED, len(sentence.tokens)))
    return next((i + 1 for i in near if sentence.lower(i) in ("to", "on", "upon", "against")), None)


def _ruling_against(sentence: Sentence, owned: Mark) -> bool:
    """Of "left in force the rulings against X"."""
    ruling = sentence.lower(owned.last - 1).startswith(
        ("ruling", "verdict", "sentence", "conviction", "judg")
    )
    return ruling and sentence.lower(owned.last) in ("against", "on")


def possessor(index: int, whos: list[Who]) -> Who | None:
    """Of "his flat was searched", "X's account was hacked"."""
    for who in reversed(whos):
        if who.last <= index and index - who.last <= _POSSESSED:
            return who if who.possessive else None
    return None


def _row_of_things(sentence: Sentence, first: int, last: int) -> bool:
    """Of "the flats of X and Y and the office of the paper were searched": only things stand between."""
    plain = all(
        sentence.any_at(("be", "have", "act", "relative", "attribution", "modals"), at) is None
        for at in range(first, last)
    )
    return plain and sentence.lower(first) in ("and", ",") and last - first <= _POSSESSED + 2


def owner_before(told: Told, index: int) -> Who | None:
    """Of "the accounts of X were frozen", "the sentence of X was upheld"."""
    for who in reversed(told.whos):
        if who.last > index or who.governed not in ("of", "by", "from", "against"):
            continue
        if index - who.last > 1 and not _row_of_things(told.sentence, who.last, index):
            continue
        kinds = ("belongings", "cases")
        owned = next(
            (m for at in (who.head - 2, who.head - 3) if (m := told.sentence.any_at(kinds, at))), None
        )
        return replace(who, possessive=False) if owned is not None else None
    return None


def of_the_home(told: Told, word: ActWord, verb: Verb) -> tuple[Who | None, bool]:
    """Of "searched the flat": whose the sentence says that it is, or who is to be understood."""
    if word.act != "search" or not _the_home(told.sentence, verb):
        return None, False
    return _owner_told(told, verb), True


def _the_home(sentence: Sentence, verb: Verb) -> bool:
    """Of "they came to his flat and searched it", "searched the house until noon"."""
    if verb.voice == "passive":
        return False
    the = sentence.lower(verb.end) == "the" and sentence.at("belongings", verb.end + 1) is not None
    return sentence.lower(verb.end) == "it" or (the and sentence.lower(verb.end + 2) not in ("of", "where"))


def _owner_told(told: Told, verb: Verb) -> Who | None:
    """Whose home a sentence spoke of before: "came to X's flat and searched it"."""
    before = [who for who in told.whos if who.last <= verb.start and who.kind in ("person", "pronoun")]
    owner = next((who for who in reversed(before) if who.possessive or who.governed), None)
    return replace(owner, possessive=False) if owner is not None else None
