"""Who a sentence speaks of: named people, counted groups, pronouns, nouns, those who act for the state."""

from dataclasses import dataclass, field

from tizim.reading.marks import Mark, Sentence
from tizim.reading.measures import Number, number_at
from tizim.reading.people import Mention


@dataclass(slots=True)
class Group:
    """A counted group: strict lower bound, upper bound where exact, and how the text counts it."""

    low: int
    high: int | None
    bound: str = "exact"
    printed: int | None = None
    vague: bool = False
    definite: bool = False
    partitive: bool = False
    noun: str = ""


@dataclass(slots=True)
class Who:
    """Somebody at tokens ``first`` … ``last - 1``.

    ``kind`` is person, group, pronoun, noun ("the activist"), plural ("the activists"), agent, kin or
    organisation. ``governed`` is the preposition before, ``possessive`` says that "'s" or a possession follows.
    """

    first: int
    last: int
    kind: str
    people: list[int] = field(default_factory=list)
    group: Group | None = None
    word: str = ""
    possessive: bool = False
    governed: str = ""
    official: bool = False
    head: int = 0


_SINGULAR = {"he", "she", "him", "her", "his", "himself", "herself"}
_PLURAL = {"they", "them", "their", "themselves", "both", "all"}
_DEFINITE = {"the", "this", "that", "these", "those", "latter"}
_POSSESSIVES = {"his", "her", "their", "its", "my", "our"}


def whos_of(sentence: Sentence, mentions: list[Mention], taken: set[int]) -> list[Who]:
    """Everybody in a sentence, in order; ``taken`` are tokens of dates, articles, sums and lengths of time."""
    covered = {at for mention in mentions for at in range(mention.first, mention.last)}
    found = [Who(m.first, m.last, "person", [m.person]) for m in mentions]
    found.extend(_others(sentence, covered, taken))
    found.sort(key=lambda who: who.first)
    _mark_possession(sentence, found)
    found = _without_appositions(sentence, _merged_nouns(sentence, found))
    found = _rows(sentence, found)
    for who in found:
        who.head, who.governed = _governed(sentence, who, taken)
    return found


def _others(sentence: Sentence, covered: set[int], taken: set[int]) -> list[Who]:
    out: list[Who] = []
    index = 0
    while index < len(sentence.tokens):
        who = None
        if index not in covered and index not in taken:
            who = _group(sentence, index, covered) or _pronoun(sentence, index) or _noun(sentence, index, covered)
        if who is not None and out and who.first < out[-1].last:
            who = None
        if who is not None:
            out.append(who)
        index = max(index + 1, who.last if who else 0)
    return out


def _pronoun(sentence: Sentence, index: int) -> Who | None:
    word = sentence.lower(index)
    if word == "both" and sentence.any_at(("victims",), index + 1) is not None:
        return Who(index, index + 2, "pronoun", word=word)
    if word in ("both", "all") and (index + 1 >= len(sentence.tokens) or not _verbal(sentence, index + 1)):
        return None
    if word in _SINGULAR or word in _PLURAL:
        return Who(index, index + 1, "pronoun", word=word)
    return None


def _verbal(sentence: Sentence, index: int) -> bool:
    return sentence.any_at(("be", "have", "act", "light", "receive"), index) is not None


def _noun(sentence: Sentence, index: int, covered: set[int]) -> Who | None:
    """A noun of people with its article: "the activist", "a student", "activists", "the police", "his wife"."""
    word = sentence.lower(index)
    determiner = word in _DEFINITE or word in ("a", "an", "another") or word in _POSSESSIVES
    determiner = determiner and (index == 0 or not sentence.tokens[index].capital)
    if word in _POSSESSIVES or word == "'s":
        return None
    start = index + 1 if determiner else index
    head = _head(sentence, start, 4 if determiner else 0, covered)
    if head is None:
        return None
    return _named_noun(index, head, word if determiner else "")


def _head(sentence: Sentence, start: int, reach: int, covered: set[int]) -> Mark | None:
    """The noun of people that ends a noun phrase beginning at ``start``, at most ``reach`` words on."""
    best = None
    for index in range(start, min(start + reach + 1, len(sentence.tokens))):
        if index in covered or sentence.tokens[index].kind != "word" and index > start:
            break
        mark = sentence.any_at(("officials", "agents", "victims", "victim_singular"), index)
        if mark is not None:
            best = mark
        elif best is not None or sentence.any_at(("be", "have", "prepositions", "relative", "attribution", "modals"), index):
            break
    return best


def _named_noun(first: int, head: Mark, determiner: str) -> Who:
    official = head.kind == "officials"
    if head.kind == "agents":
        return Who(first, head.last, "agent", word=determiner)
    plural = head.kind == "victims" or official
    if determiner in ("a", "an", "another"):
        group = Group(1, 1, noun="")
        return Who(first, head.last, "group", group=group, word="a", official=official)
    if official and not determiner:
        return Who(first, head.last, "agent", official=True)
    if determiner:
        return Who(first, head.last, "plural" if plural else "noun", word=determiner, official=official)
    return Who(first, head.last, "generic", official=official)


_MORE = {"others", "more", "further"}
_OF_THEM = {"them", "whom", "these", "those", "the", "his", "her", "their", "our"}


def _group(sentence: Sentence, index: int, covered: set[int]) -> Who | None:
    """A number of people: "at least 58 people", "18 of whom", "the remaining nine", "eight were detained"."""
    start, bound, definite = _before_number(sentence, index)
    if start >= len(sentence.tokens) or start in covered:
        return None
    number = number_at(sentence, start)
    if number is None or number.value != int(number.value) or number.value < 1 or number.value > 10**8:
        return None
    if sentence.any_at(("time_units", "currencies", "scales", "months", "fine_unit"), number.last):
        return None
    last, partitive, official = _counted(sentence, number, covered)
    if last is None:
        return None
    definite = definite or partitive and sentence.lower(last - 1) in ("the", "them", "these", "those") and sentence.lower(number.last + 1) == "the"
    if number.value == 1 and partitive:
        return None
    group = counted_group(number, bound, definite, partitive)
    return Who(index, last, "group", group=group, official=official)


def _before_number(sentence: Sentence, index: int) -> tuple[int, str, bool]:
    bound = sentence.at("bound", index)
    if bound is not None and sentence.at("vague", index) is None:
        return bound.last, str(bound.value), False
    word = sentence.lower(index)
    if word in ("the", "all", "these", "those", "another", "other"):
        at = index + 1
        while sentence.lower(at) in ("remaining", "other", "first", "last", "the", "of", "further") and at < index + 4:
            at += 1
        bound = sentence.at("bound", at)
        if bound is not None and word != "another":
            return bound.last, str(bound.value), False
        return at, "exact", word not in ("another", "all")
    return index, "exact", False


def _counted(sentence: Sentence, number: Number, covered: set[int]) -> tuple[int | None, bool, bool]:
    """Where a counted group ends, whether it is a part of another ("of them"), whether of officials."""
    at = number.last
    if sentence.lower(at) == "of" and sentence.lower(at + 1) in _OF_THEM:
        noun = _head(sentence, at + 2, 4, covered) if sentence.lower(at + 1) == "the" else None
        return (noun.last if noun else at + 2), True, bool(noun and noun.kind == "officials")
    if sentence.lower(at) in _MORE and sentence.any_at(("victims",), at + 1) is None:
        return at + 1, False, False
    noun = _head(sentence, at, 5, covered)
    if noun is not None and noun.kind != "agents" or noun is not None and noun.last - at > 0 and noun.kind == "agents":
        return noun.last, False, noun.kind in ("officials", "agents")
    if _bare(sentence, number):
        return at, False, False
    return None, False, False


def _bare(sentence: Sentence, number: Number) -> bool:
    """A number alone as subject or object of an act: "eight were detained", "sentenced ten"."""
    at = number.last
    if sentence.any_at(("be", "have"), at) or sentence.any_at(("act", "receive"), at) and sentence.lower(at) != "sentence":
        return number.value < 10000 and not 1900 <= number.value <= 2100
    before = sentence.at("act", number.first - 1) or sentence.at("act", number.first - 3)
    closed = at >= len(sentence.tokens) or sentence.tokens[at].kind == "mark" or sentence.at("prepositions", at) is not None
    return bool(before and closed and before.last == number.first and number.value < 10000)


def counted_group(number: Number, bound: str, definite: bool, partitive: bool) -> Group:
    """The bounds of a count as worded: "more than 25" is 26 or more, "at least 58" 58 or more."""
    value = int(number.value)
    if number.vague:
        low, high = value, None
    elif bound == "more_than":
        low, high = value + 1, None
    elif bound == "at_least":
        low, high = value, None
    elif bound == "at_most":
        low, high = 0, value
    else:
        low, high = value, value
    return Group(low, high, bound, value, number.vague or bound == "about", definite, partitive)


def _mark_possession(sentence: Sentence, found: list[Who]) -> None:
    for who in found:
        if sentence.lower(who.last) == "'s" or sentence.lower(who.last - 1).endswith("s'"):
            who.possessive = True
        elif who.kind == "pronoun" and who.word in ("his", "their"):
            who.possessive = True
        elif who.kind == "pronoun" and who.word == "her":
            who.possessive = _before_noun(sentence, who.last)


def _before_noun(sentence: Sentence, index: int) -> bool:
    if index >= len(sentence.tokens) or sentence.tokens[index].kind != "word":
        return False
    if sentence.any_at(("kinship", "belongings", "cases"), index):
        return True
    stops = ("prepositions", "be", "have", "relative", "each", "light", "modals", "attribution")
    plain = sentence.any_at(stops, index) is None and sentence.lower(index) not in ("and", "or", "a", "an", "the", "free", "guilty", "go", "in")
    return plain and not sentence.lower(index).endswith("ly")


_LINKS = {"of", "the", "a", "an", "'s", "in", "for", "and", "its", "this", "to", "at"}


def _merged_nouns(sentence: Sentence, found: list[Who]) -> list[Who]:
    """ "the founder of the page, N. N." and "his lawyer, N. N." are the person named."""
    out: list[Who] = []
    for at, who in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if following is not None and following.kind == "person" and who.kind in ("noun", "kin", "group", "agent", "generic", "plural"):
            if _runs_into(sentence, who, following):
                following.official = following.official or who.kind == "agent"
                continue
        out.append(who)
    return out


def _runs_into(sentence: Sentence, who: Who, person: Who) -> bool:
    if who.kind == "group" and who.group and who.group.low > 1 or person.first - who.last > 8:
        return False
    between = [sentence.lower(at) for at in range(who.last, person.first)]
    if between and all(sentence.any_at(("title", "victim_singular", "victims"), at) for at in range(who.last, person.first)):
        return True
    if not between or between == [","]:
        return who.kind not in ("plural", "generic") or not between
    if between[-1] == "," and between[0] in ("of", "for", "from", "at", "in"):
        return all(sentence.any_at(("be", "have", "relative"), at) is None and sentence.at("attribution", at) is None
                   for at in range(who.last, person.first))  # fmt: skip
    return False


def _without_appositions(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Leaves out what only describes the person before: "N. N., a journalist from X, …"."""
    until = -1
    out: list[Who] = []
    for who in found:
        if who.first < until and who.kind not in ("person", "pronoun") or _one_of(sentence, who):
            continue
        out.append(who)
        if who.kind == "person":
            until = max(until, _apposition_end(sentence, who))
    return out


def _one_of(sentence: Sentence, who: Who) -> bool:
    """ "X was one of several dozen activists who …" speaks of X."""
    part = sentence.lower(who.first - 1) == "of" and sentence.lower(who.first - 2) in ("one", "two", "three", "some", "among")
    return part and who.kind in ("group", "generic", "plural") and sentence.at("be", who.first - 3) is not None


def _apposition_end(sentence: Sentence, who: Who) -> int:
    at = who.last
    if sentence.lower(at) == "(":
        at = next((i + 1 for i in range(at, min(at + 8, len(sentence.tokens))) if sentence.lower(i) == ")"), at)
    if sentence.lower(at) not in (",", "–", "—", "-"):
        return -1
    first = sentence.lower(at + 1)
    if first in ("and", "who", "whose", "but", "which", "with", "after", "as", "when") or first in _SINGULAR:
        return -1
    for index in range(at + 1, min(at + 30, len(sentence.tokens))):
        if sentence.tokens[index].text == "," and sentence.tokens[index - 1].kind != "number" or sentence.lower(index) in (";", ":"):
            return index
        if sentence.any_at(("be", "have", "relative", "attribution", "modals"), index):
            return index if sentence.any_at(("relative",), index) else -1
    return len(sentence.tokens)


_AND = {"and", "&"}


def _rows(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Names in a row become one: "A, B, the lawyer C and D"."""
    out: list[Who] = []
    for who in found:
        last = out[-1] if out else None
        if last is not None and last.kind == who.kind == "person" and _joined(sentence, last, who):
            last.people.extend(number for number in who.people if number not in last.people)
            last.last = who.last
            last.possessive = who.possessive
        else:
            out.append(who)
    return _with_and(sentence, out)


def _joined(sentence: Sentence, left: Who, right: Who) -> bool:
    if left.possessive or right.first - left.last > 9:
        return False
    link = False
    depth = 0
    for at in range(left.last, right.first):
        word = sentence.lower(at)
        depth += (word in "([") - (word in ")]")
        if depth or word in ")]":
            continue
        if word in _AND or word == ",":
            link = True
        elif not _describes(sentence, at):
            return False
    return link


_TITLEWORDS = {"mr", "ms", "mrs", "dr", ".", "a", "an", "the", "and", ",", "aged", "as", "well", "also", "civil", "former", "fellow"}


def _describes(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.lower in _TITLEWORDS or token.kind == "number":
        return True
    if sentence.at("kinship", index) is not None and sentence.lower(index - 1) in _POSSESSIVES | {"'s"}:
        return sentence.at("family", index) is not None
    if token.lower in ("his", "her") and sentence.at("family", index + 1) is not None:
        return True
    if sentence.any_at(("prepositions", "be", "have", "act", "light", "attribution", "modals", "relative", "receive", "give"), index):
        return sentence.at("title", index) is not None and sentence.at("act", index) is None
    return token.kind == "word" and token.text[0].islower() and token.lower not in _SINGULAR | _PLURAL


def _with_and(sentence: Sentence, found: list[Who]) -> list[Who]:
    """ "N. N. and his wife", "A, B and 12 others": the group stands beside the person."""
    return found


def examples(sentence: Sentence, group: Who, whos: list[Who]) -> list[Who]:
    """The people named as part of a group: "12 people, among them X and Y", "activists, including X"."""
    out = []
    for who in whos:
        if who.kind == "person" and 0 <= who.first - group.last <= 25:
            lead = [sentence.lower(at) for at in range(max(0, who.head - 2), who.head)]
            if who.governed == "including" or lead[-1:] in (["including"], ["namely"], ["notably"]) or lead in (["among", "them"], ["among", "whom"], ["of", "them"], ["in", "particular"]):
                out.append(who)
    return out


def _governed(sentence: Sentence, who: Who, taken: set[int]) -> tuple[int, str]:
    """Where the noun phrase begins (titles and adjectives included), and the preposition before it."""
    index = who.first - 1
    steps = 0
    stops = ("prepositions", "be", "have", "act", "light", "attribution", "relative", "modals", "give", "receive")
    while index >= 0 and steps < 7 and who.kind in ("person", "organisation"):
        token = sentence.tokens[index]
        long = next((m for at in (index - 2, index - 1) if (m := sentence.at("title", at)) and m.last == index + 1), None)
        if long is not None:
            index, steps = long.first - 1, steps + 1
            continue
        titled = sentence.at("title", index) is not None
        if index in taken or token.kind != "word" and token.text != "." or token.lower in ("and", "or", "that", "but", "when"):
            break
        if not titled and sentence.any_at(stops, index):
            break
        index, steps = index - 1, steps + 1
    nominative = who.kind == "pronoun" and who.word in ("he", "she", "they")
    mark = sentence.at("prepositions", index) if index >= 0 and not nominative else None
    return index + 1, sentence.lower(index) if mark else ""
