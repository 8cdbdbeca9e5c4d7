"""Who a sentence speaks of: named people, counted groups, pronouns, nouns, those who act for the state."""

from tizim.reading.counting import group_at, head_noun, ordinal_at, pair_at
from tizim.reading.kin import relatives
from tizim.reading.marks import Mark, Sentence
from tizim.reading.people import Mention
from tizim.reading.rows import merged_nouns, named_groups, rows, without_appositions, without_members
from tizim.reading.sayings import condemned
from tizim.reading.who import OF_TWO, PLURAL, POSSESSIVES, SINGULAR, SPEAKER, Group, Who
from tizim.reading.words import set_of

_DEFINITE = {"the", "this", "that", "these", "those", "latter"}


def whos_of(
    sentence: Sentence, mentions: list[Mention], taken: set[int], *, speaking: bool = False
) -> list[Who]:
    """Everybody in a sentence, in order; ``taken`` are the tokens of dates, articles and measures.

    ``speaking`` says that "I" and "me" are somebody whom the text names.
    """
    covered = {at for mention in mentions for at in range(mention.first, mention.last)}
    found = [Who(m.first, m.last, "person", [m.person]) for m in mentions]
    found.extend(_others(sentence, covered, taken))
    if speaking:
        found.extend(_speaking(sentence))
    if "whose" in sentence.bag:
        found.extend(_whose(sentence))
    found = without_members(sorted(found, key=lambda who: who.first), sentence)
    _mark_possession(sentence, found)
    found = without_appositions(sentence, merged_nouns(sentence, found))
    found = rows(sentence, relatives(sentence, found))
    for who in found:
        who.noun = sentence.lower(who.last - 1)
        who.direct = sentence.any_at(("act", "give", "light"), who.first - 1) is not None
        lead = who.head
        who.head, who.governed = _governed(sentence, who, taken)
        if 0 < lead < who.head and sentence.lower(who.head - 1) == ",":
            _led_by_a_noun(sentence, who, lead)
        who.direct = who.direct or sentence.any_at(("act", "give", "light"), who.head - 1) is not None
        who.direct = who.direct or (
            sentence.lower(who.head - 1) in POSSESSIVES
            and sentence.any_at(("act", "give", "light"), who.head - 2) is not None
        )
        who.foreign = who.kind == "pronoun" and condemned(sentence, who)
        if who.kind == "agent" and who.word and who.noun in ("men", "women") and _suffering(sentence, who):
            who.kind = "plural"
    return named_groups(sentence, found)


def _of_two_trades(sentence: Sentence, index: int) -> bool:
    """Whether "and" joins two words for one person: "the lawyer and journalist X"."""
    both = (sentence.any_at(("title", "victim_singular"), at) for at in (index - 1, index + 1))
    return sentence.lower(index) == "and" and all(mark is not None for mark in both)


def _led_by_a_noun(sentence: Sentence, who: Who, lead: int) -> None:
    """Of "the detention of its member, X": what stands before the noun governs the name."""
    at = lead - 1
    while sentence.lower(at) in (*POSSESSIVES, *_ARTICLES, "a"):
        at -= 1
    told = any(sentence.at("act", i) is not None for i in range(at - 3, at))
    if told and sentence.lower(at) in ("of", "against"):
        who.head, who.governed = at + 1, sentence.lower(at)


def _whose(sentence: Sentence) -> list[Who]:
    return [
        Who(at, at + 1, "pronoun", word=word, possessive=True)
        for at, word in enumerate(sentence.lowers)
        if word == "whose"
    ]


def _suffering(sentence: Sentence, who: Who) -> bool:
    """Whether "the men" are those to whom something is done: "ordered the men held", "the men were fined"."""
    passive = sentence.at("be", who.last) is not None
    done = any(sentence.any_at(("act", "give"), at) is not None for at in range(who.last + 1, who.last + 4))
    return who.direct or (passive and done)


def _others(sentence: Sentence, covered: set[int], taken: set[int]) -> list[Who]:
    out: list[Who] = []
    for index in sorted(_starts(sentence) - covered - taken):
        until = out[-1].last if out else 0
        who = _other_at(sentence, index, covered) if index >= until else None
        if who is not None and who.first >= until:
            out.append(who)
    return out


def _other_at(sentence: Sentence, index: int, covered: set[int]) -> Who | None:
    """Somebody without a name who begins at a token."""
    article = sentence.lower(index) in _ARTICLES
    return (
        (ordinal_at(sentence, index) if article else None)
        or (pair_at(sentence, index) if article else None)
        or group_at(sentence, index, covered)
        or _pronoun(sentence, index)
        or _noun(sentence, index, covered)
    )


_ARTICLES = ("the", "a", "an")


_NOUNS = ("officials", "agents", "victims", "victim_singular", "bound")
_LEADS = _DEFINITE | SINGULAR | PLURAL | POSSESSIVES | {"a", "an", "another", "other"}


def _starts(sentence: Sentence) -> set[int]:
    """The tokens at which somebody can begin: nouns of people, numbers, articles, pronouns."""
    found = set(sentence.numeric)
    if not _LEADS.isdisjoint(sentence.bag):
        found.update([at for at, word in enumerate(sentence.lowers) if word in _LEADS])
    for kind in _NOUNS:
        found.update(sentence.marks.get(kind, ()))
    return found


def _pronoun(sentence: Sentence, index: int) -> Who | None:
    word = sentence.lower(index)
    if word == "both" and sentence.any_at(("victims",), index + 1) is not None:
        return Who(index, index + 2, "pronoun", word=word)
    if word in ("both", "all") and (index + 1 >= len(sentence.tokens) or not _verbal(sentence, index + 1)):
        return None
    if word in ("his", "her") and sentence.lower(index + 1) == "client" and sentence.marks.get("attribution"):
        return Who(index, index + 2, "noun", word="the")
    if word == "the" and sentence.lower(index + 1) in set_of("en", "people", "aforesaid"):
        return Who(index, index + 2, "pronoun", word="they")
    if word == "the" and sentence.lower(index + 1) in OF_TWO and not _with_noun(sentence, index + 2):
        return Who(index, index + 2, "pronoun", word=sentence.lower(index + 1))
    if word in SINGULAR or word in PLURAL:
        return Who(index, index + 1, "pronoun", word=word)
    return None


def _with_noun(sentence: Sentence, index: int) -> bool:
    """Whether "the former" only describes what stands behind it: "the former teacher", "the latter case"."""
    if index >= len(sentence.tokens) or sentence.tokens[index].kind != "word":
        return False
    verbs = ("be", "have", "modals", "prepositions", "act", "light", "receive", "attribution", "passed_over")
    small = sentence.tokens[index].text[0].islower() and sentence.any_at(verbs, index) is not None
    return not small or sentence.any_at(("title", "victim_singular"), index) is not None


def _speaking(sentence: Sentence) -> list[Who]:
    return [
        Who(at, at + 1, "pronoun", word=word) for at, word in enumerate(sentence.lowers) if word in SPEAKER
    ]


def _verbal(sentence: Sentence, index: int) -> bool:
    facing = sentence.lower(index) in set_of("en", "grammar", "facing")
    return (
        facing or sentence.any_at(("be", "have", "act", "light", "receive", "attribution"), index) is not None
    )


def _noun(sentence: Sentence, index: int, covered: set[int]) -> Who | None:
    """A noun of people with its article: "the activist", "a student", "activists", "the police"."""
    word = sentence.lower(index)
    determiner = word in _DEFINITE or word in ("a", "an", "another") or word in POSSESSIVES
    after_dateline = index < _DATELINE and sentence.tokens[index - 1].kind != "word"
    determiner = determiner and (index == 0 or after_dateline or not sentence.tokens[index].capital)
    if word in POSSESSIVES or word == "'s" or (determiner and sentence.lower(index + 1) == "no"):
        return None
    start = index + 1 if determiner else index
    head = head_noun(sentence, start, 4 if determiner else 0, covered)
    numbers = [at for at in range(start, head.first if head else 0) if at in sentence.numeric]
    counted = word in ("a", "an") and not all(sentence.lower(at).endswith("-old") for at in numbers)
    if head is None or counted or (word == "that" and (numbers or head.kind == "victims")):
        return None
    if sentence.lower(index - 1) == "of" and sentence.lower(index - 2) in set_of("en", "grammar", "parts_of"):
        return Who(index, head.last, "generic")
    kin = sentence.lower(head.last) == "of" and sentence.at("kinship", head.last - 1) is not None
    listed = sentence.lower(start) == "following"
    return _named_noun(index, head, word if determiner else "", listed=listed, kin=kin)


def _named_noun(first: int, head: Mark, determiner: str, *, listed: bool, kin: bool) -> Who:
    official = head.kind == "officials"
    if head.kind == "agents":
        return Who(first, head.last, "agent", word=determiner)
    plural = head.kind == "victims" or official
    if determiner in ("a", "an", "another"):
        group = Group(1, 1, noun="")
        return Who(first, head.last, "group", group=group, word="a", official=official)
    if official and not determiner:
        return Who(first, head.last, "agent", official=True)
    if determiner and kin:
        return Who(first, head.last, "kin", word=determiner)
    if determiner and not listed:
        return Who(first, head.last, "plural" if plural else "noun", word=determiner, official=official)
    return Who(first, head.last, "generic", official=official)


def _mark_possession(sentence: Sentence, found: list[Who]) -> None:
    for who in found:
        owner = sentence.lower(who.last) == "'s" or sentence.lower(who.last - 1).endswith("s'")
        if owner or (who.kind == "pronoun" and who.word in ("his", "their", "my")):
            who.possessive = True
        elif who.kind == "pronoun" and who.word == "her":
            who.possessive = _before_noun(sentence, who.last)


def _before_noun(sentence: Sentence, index: int) -> bool:
    if index >= len(sentence.tokens) or sentence.tokens[index].kind != "word":
        return False
    if sentence.any_at(("kinship", "belongings", "cases"), index):
        return True
    stops = ("prepositions", "be", "have", "relative", "each", "light", "modals", "attribution")
    plain = sentence.any_at(stops, index) is None and sentence.lower(index) not in (
        "and",
        "or",
        "a",
        "an",
        "the",
        "free",
        "guilty",
        "go",
        "in",
    )
    return plain and not sentence.lower(index).endswith("ly")


_DATELINE = 9
_BREAKS = {"and", "or", "that", "but", "when", "except"} | SINGULAR | PLURAL


_STOPS = (
    "prepositions",
    "be",
    "have",
    "act",
    "light",
    "attribution",
    "relative",
    "modals",
    "give",
    "receive",
)


def _is_past(sentence: Sentence, index: int) -> bool:
    """Of "the court prolonged X's custody": a verb, no word that describes X ("the retired X")."""
    before = sentence.lower(index - 1)
    described = before in ("", ",", "the", "a", "an", "and") or before in POSSESSIVES
    return sentence.lower(index).endswith("ed") and not described


def _long(sentence: Sentence, index: int) -> Mark | None:
    """A title of several words at a token: "trade unionist", "Jehovah's Witness"."""
    title = sentence.at("title", index)
    return title or (sentence.at("victim_singular", index) if sentence.lower(index + 1) == "'s" else None)


def _governed(sentence: Sentence, who: Who, taken: set[int]) -> tuple[int, str]:
    """Where the noun phrase begins (titles and adjectives included), and the preposition before it."""
    index = who.first - 1
    steps = 0
    while index >= 0 and steps < 7 and who.kind in ("person", "organisation"):
        token = sentence.tokens[index]
        long = next(
            (m for at in (index - 2, index - 1) if (m := _long(sentence, at)) and m.last == index + 1),
            None,
        )
        if long is not None:
            index, steps = long.first - 1, steps + 1
            continue
        titled = sentence.at("title", index) is not None
        own = token.lower in POSSESSIVES and sentence.any_at(("kinship", "title"), index + 1) is not None
        if (
            index in taken
            or (token.kind != "word" and token.text != ".")
            or (token.lower in _BREAKS and not (own or _of_two_trades(sentence, index)))
        ):
            break
        if not titled and (sentence.any_at(_STOPS, index) or (not steps and _is_past(sentence, index))):
            break
        if token.lower in ("the", "a", "an") and not titled:
            index -= 1
            break
        index, steps = index - 1, steps + 1
    nominative = who.kind == "pronoun" and who.word in ("he", "she", "they", "i")
    mark = sentence.at("prepositions", index) if index >= 0 and not nominative else None
    return index + 1, sentence.lower(index) if mark else ""
