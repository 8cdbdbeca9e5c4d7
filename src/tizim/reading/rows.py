"""What stands together: names in a row, nouns that run into a name, descriptions after it."""

from dataclasses import replace

from tizim.reading.bodies import of_a_body, of_the_body, only_of_kin
from tizim.reading.marks import Sentence
from tizim.reading.who import PLURAL, POSSESSIVES, SINGULAR, Who

_NOUNS = ("noun", "kin", "group", "agent", "generic", "plural")


def merged_nouns(sentence: Sentence, found: list[Who]) -> list[Who]:
    """ "the founder of the page, N. N." and "his lawyer, N. N." are the person named."""
    kept: list[Who] = []
    for who in reversed(found):
        following = kept[-1] if kept else None
        named = following is not None and following.kind == "person" and who.kind in _NOUNS
        if _of_kin(sentence, who, kept[:-3:-1]):
            continue
        if following is not None and named and _runs_into(sentence, who, following):
            following.official = following.official or who.kind == "agent"
            following.head = who.first
            continue
        kept.append(who)
    return _without_kin(sentence, kept[::-1])


def _without_kin(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Leaves out unnamed relatives beside a person."""
    out: list[Who] = []
    for who in found:
        if out and _with_kin(sentence, out[-1], who):
            out[-1].last = max(out[-1].last, who.last)
            continue
        out.append(who)
    return out


def _with_kin(sentence: Sentence, person: Who, who: Who) -> bool:
    """Whether an unnamed relative stands beside a person: "X and his brother were let go" speaks of X."""
    if person.kind != "person" or person.possessive:
        return False
    own = who.kind == "pronoun" and who.possessive and who.first - person.last <= _AND_REACH
    if own:
        return sentence.lower(who.first - 1) == "and" and sentence.any_at(("family",), who.last) is not None
    near = sentence.lower(who.first - 1) in ("his", "her") and who.first == person.last
    return near and sentence.any_at(("family", "kinship"), who.first) is not None


_AND_REACH = 2


def _of_kin(sentence: Sentence, who: Who, following: list[Who]) -> bool:
    """Whether "his" only leads to a name: "X and his wife, Y, were detained"."""
    if who.kind != "pronoun" or not who.possessive or not following:
        return False
    person = next((one for one in following if one.kind == "person"), None)
    if sentence.at("belongings", who.last) is not None:
        return False
    return person is not None and all(
        sentence.any_at(("kinship", "title", "family"), at) is not None or sentence.lower(at) == ","
        for at in range(who.last, person.first)
    )


def beside_a_name(sentence: Sentence, who: Who) -> bool:
    """Of "X and the driver who was with him were fined": the driver is one person more."""
    if who.kind != "noun" or who.word != "the" or sentence.lower(who.first - 1) != "and":
        return False
    verbs = range(who.last, min(who.last + _VERB, len(sentence.tokens)))
    return any(sentence.lower(at) in ("were", "are", "have") for at in verbs)


_VERB = 8


def companion(sentence: Sentence, group: Who, whos: list[Who], verb: int) -> Who | None:
    """Of "X and her two colleagues were fined": X, who stands beside the group before the verb."""
    at = group.head - 1 if group.head else group.first - 1
    at -= sentence.lower(at) in POSSESSIVES
    if verb < group.last or sentence.lower(at) not in ("and", "with"):
        return None
    who = next((one for one in whos if one.last == at and one.kind in ("person", "pronoun")), None)
    return None if who is None or who.possessive or who.governed or who.direct else who


def _runs_into(sentence: Sentence, who: Who, person: Who) -> bool:
    if (who.kind == "group" and who.group and who.group.low > 1) or person.first - who.last > 8:
        return False
    between = [sentence.lower(at) for at in range(who.last, person.first)]
    first = who.last + (between[:1] == ["'s"])
    if between[first - who.last :] and all(
        sentence.any_at(("title", "victim_singular", "victims"), at) for at in range(first, person.first)
    ):
        return True
    if not between or between == [","]:
        kin = (
            sentence.at("kinship", who.last - 1) is not None
            or "'s" in sentence.lowers[who.first - 3 : who.first]
        )
        own = who.kind == "generic" and sentence.lower(who.first - 1) in POSSESSIVES
        return own or who.kind not in ("plural", "generic") or not between or kin
    if between[-1] == "," and between[0] in ("of", "for", "from", "at", "in"):
        stops = ("be", "have", "relative", "attribution")
        return all(sentence.any_at(stops, at) is None for at in range(who.last, person.first))
    return False


def without_members(found: list[Who], sentence: Sentence) -> list[Who]:
    """Leaves out who is only part of the group before: "two people, a driver and a cleaner, were"."""
    out: list[Who] = []
    for who in found:
        group = out[-1] if out and out[-1].kind == "group" else None
        size = group.group.low if group is not None and group.group is not None else 0
        one = who.kind == "group" and who.word == "a" and who.group is not None and who.group.high == 1
        near = group is not None and who.first - group.last <= _MEMBER and sentence.lower(group.last) == ","
        if one and near and size > 1 and group is not None:
            group.last = who.last if size == 2 else group.last
            continue
        out.append(who)
    return out


_MEMBER = 8


def without_appositions(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Leaves out what only describes the person before: "N. N., a journalist from X, …"."""
    until = -1
    out: list[Who] = []
    for who in found:
        if (who.first < until and who.kind not in ("person", "pronoun")) or _one_of(sentence, who):
            continue
        if out and _of_theirs(sentence, out[-1], who):
            out[-1].last = who.last
            continue
        out.append(who)
        if who.kind == "person":
            until = max(until, _apposition_end(sentence, who))
    return out


def _of_theirs(sentence: Sentence, group: Who, who: Who) -> bool:
    """Of "nine of his colleagues": the noun belongs to the number."""
    beside = group.kind == "group" and group.last == who.first and who.kind == "generic"
    return beside and sentence.lower(who.first - 1) in POSSESSIVES


def _one_of(sentence: Sentence, who: Who) -> bool:
    """ "X was one of several dozen activists who …" speaks of X."""
    part = sentence.lower(who.first - 1) == "of" and sentence.lower(who.first - 2) in (
        "one",
        "two",
        "three",
        "some",
        "among",
    )
    return (
        part and who.kind in ("group", "generic", "plural") and sentence.at("be", who.first - 3) is not None
    )


def _apposition_end(sentence: Sentence, who: Who) -> int:
    at = who.last
    if sentence.lower(at) == "(":
        at = next(
            (i + 1 for i in range(at, min(at + 8, len(sentence.tokens))) if sentence.lower(i) == ")"), at
        )
    if sentence.lower(at) not in (",", "–", "—", "-"):
        return -1
    first = sentence.lower(at + 1)
    if first in ("and", "who", "whose", "but", "which", "with", "after", "as", "when") or first in SINGULAR:
        return -1
    closing = _closing_dash(sentence, at)
    return closing if closing is not None else _clause_end(sentence, at)


def _closing_dash(sentence: Sentence, at: int) -> int | None:
    """Of "X - an activist from Y - was …": the second dash."""
    if sentence.lower(at) == ",":
        return None
    dashes = range(at + 2, min(at + 16, len(sentence.tokens)))
    return next((i for i in dashes if sentence.lower(i) in ("–", "—", "-")), None)


def _clause_end(sentence: Sentence, at: int) -> int:
    """Where a description after a comma ends; -1 where it is none but goes on with a verb."""
    for index in range(at + 1, min(at + 30, len(sentence.tokens))):
        if (
            sentence.tokens[index].text == ","
            and (index > at + 2 or sentence.tokens[index - 1].kind != "number")
        ) or sentence.lower(index) in (";", ":"):
            return index
        if sentence.any_at(("be", "have", "relative", "attribution", "modals"), index):
            return index if sentence.any_at(("relative",), index) else -1
    return len(sentence.tokens)


_AND = {"and", "&"}


def rows(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Names in a row become one: "A, B, the lawyer C and D"."""
    out: list[Who] = []
    for who in found:
        last = out[-1] if out else None
        if last is not None and (_somebodys_kin(sentence, last, who) or only_of_kin(sentence, last, who)):
            continue
        if last is not None and last.kind == who.kind == "person" and _joined(sentence, last, who):
            last.people.extend(number for number in who.people if number not in last.people)
            last.last = who.last
            last.possessive = who.possessive
        else:
            out.append(who)
    return out


def _somebodys_kin(sentence: Sentence, person: Who, who: Who) -> bool:
    """Of "X, 71, Y's aunt, was …": Y only says who X is."""
    if not (person.kind == who.kind == "person" and who.possessive) or not 0 < who.first - person.last <= 4:
        return False
    kin = sentence.any_at(("kinship", "family"), who.last + 1)
    plain = all(
        sentence.lower(at) == "," or sentence.tokens[at].kind == "number"
        for at in range(person.last, who.first)
    )
    return plain and kin is not None and sentence.lower(kin.last) == ","


def _joined(sentence: Sentence, left: Who, right: Who) -> bool:
    if left.possessive or _kin_of(sentence, left) or right.first - left.last > _ROW:
        return False
    if _with_clause(sentence, left.last, right.first) or _with_description(sentence, left.last, right.first):
        return True
    return right.first - left.last <= _NEAR and _linked(sentence, left.last, right.first)


def _kin_of(sentence: Sentence, who: Who) -> bool:
    """Whether somebody only says whose relative is meant: "the wife of X", not "the trial of X"."""
    at = who.first - 2
    kin = sentence.lower(at + 1) == "of" and sentence.at("kinship", at) is not None
    return kin and sentence.any_at(("belongings", "cases"), at) is None


def _linked(sentence: Sentence, first: int, last: int) -> bool:
    """Whether commas, "and" and descriptions are all that stands between two names."""
    link = False
    depth = 0
    for at in range(first, last):
        word = sentence.lower(at)
        depth += (word in "([") - (word in ")]")
        if depth and sentence.at("time_units", at) is not None:
            return False
        if depth or word in ")]":
            continue
        if word in _AND or word == "," or (word in ("–", "—") and sentence.lower(at + 1) in _AND):
            link = True
        elif not _describes(sentence, at):
            return False
    return link


_ROW, _NEAR = 16, 9


def _with_clause(sentence: Sentence, first: int, last: int) -> bool:
    """Of "X, who spoke, and Y, who listened, were fined": the clause belongs to X alone."""
    if sentence.lower(first) != "," or sentence.lower(first + 1) not in ("who", "whose"):
        return False
    if _ends_in_a_clause(sentence, last):
        return False
    return (
        sentence.lower(last - 1) == "and"
        and sentence.lower(last - 2) == ","
        and not any(sentence.tokens[at].text in (",", ";", ":") for at in range(first + 1, last - 2))
    )


def _ends_in_a_clause(sentence: Sentence, index: int) -> bool:
    """Of "X, who is held since May, and Y, whose term is six years.": each is told of alone."""
    commas = [at for at in range(index, len(sentence.tokens)) if sentence.tokens[at].text == ","]
    return len(commas) == 1 and sentence.lower(commas[0] + 1) in ("who", "whose")


def _with_description(sentence: Sentence, first: int, last: int) -> bool:
    """Of "X, 61, a teacher from Oral, and his son Y were detained": the description is of X alone."""
    if sentence.lower(first) != ",":
        return False
    at = first + 2 if sentence.tokens[first + 1].kind == "number" else first
    if sentence.lower(at) != "," or sentence.lower(at + 1) not in _ARTICLES:
        return False
    end = next((i for i in range(at + 2, last) if sentence.tokens[i].text == ","), last)
    if sentence.lower(end + 1) != "and":
        return False
    told = any(sentence.any_at(_TELLING, i) is not None for i in range(at + 1, end))
    return not told and all(_describes(sentence, i) for i in range(end + 2, last))


_ARTICLES = ("a", "an", "the")
_TELLING = ("be", "have", "relative", "attribution", "modals")
_TITLEWORDS = {
    "mr",
    "ms",
    "mrs",
    "dr",
    ".",
    "a",
    "an",
    "the",
    "and",
    ",",
    "aged",
    "as",
    "well",
    "also",
    "civil",
    "former",
    "fellow",
}


def _describes(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.lower in _TITLEWORDS or of_a_body(sentence, index):
        return True
    if index in sentence.numeric:
        return _is_age(sentence, index)
    if sentence.at("time_units", index) is not None:
        return sentence.lower(index + 1) in ("old", "-")
    if sentence.at("kinship", index) is not None and sentence.lower(index - 1) in POSSESSIVES | {"'s"}:
        kin = sentence.at("family", index) is not None or _trade_of(sentence, index - 1)
        return kin or of_the_body(sentence, index)
    if token.lower in ("his", "her") and (
        sentence.at("family", index + 1) is not None or _trade_of(sentence, index)
    ):
        return True
    if sentence.any_at(
        (
            "prepositions",
            "be",
            "have",
            "act",
            "light",
            "attribution",
            "modals",
            "relative",
            "receive",
            "give",
        ),
        index,
    ):
        return sentence.at("title", index) is not None and sentence.at("act", index) is None
    plain = token.text[0].islower() or sentence.at("title", index) is not None
    return token.kind == "word" and plain and token.lower not in SINGULAR | PLURAL


def _trade_of(sentence: Sentence, index: int) -> bool:
    """Of "the chair, X, and his deputy, Y, were …": "his" leads to what Y is."""
    joined = sentence.lower(index - 1) in _AND and sentence.lower(index + 2) == ","
    return joined and sentence.any_at(("title", "victim_singular"), index + 1) is not None


def _is_age(sentence: Sentence, index: int) -> bool:
    """Whether a number between two names is the age of the first: "A, 34, and B", "A (b. 1979) and B"."""
    if "-" in sentence.lower(index) or sentence.lower(index - 1) in ("aged", "born", "in", "."):
        return True
    open_, close = sentence.lower(index - 1), sentence.lower(index + 1)
    return open_ in (",", "(") and close in (",", ")", "and")


def _named_behind(sentence: Sentence, group: Who, who: Who) -> bool:
    """Of "the two men held since May, X and Y, were fined": the men are X and Y."""
    size = group.group.high if group.group is not None else None
    if who.kind != "person" or len(who.people) != size or not 1 < who.head - group.last <= _NEAR:
        return False
    if sentence.lower(who.head - 1) != "," or sentence.lower(who.last) != ",":
        return False
    between = range(group.last, who.head - 1)
    verbs = any(sentence.any_at(_TELLING, at) is not None for at in between)
    return sentence.at("act", group.last) is not None and not verbs


def named_groups(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Of "three of the accused, A, B and C, …": the group is the people named right after it."""
    out: list[Who] = []
    for at, who in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        size = who.group.low if who.group is not None else 0
        apposed = (
            following is not None
            and 1 <= following.head - who.last <= 1
            and sentence.lower(who.last) in (",", ":", "–", "—")
        )
        if apposed and following is not None and size > 1 and len(following.people) == size:
            continue
        if following is not None and size > 1 and _named_behind(sentence, who, following):
            who = replace(who, kind="person", people=list(following.people), group=None)
        out.append(who)
    return out
