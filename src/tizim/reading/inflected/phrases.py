"""Where the phrase of somebody begins and ends: titles and adjectives before, what stands between names
of a row."""

from itertools import pairwise

from tizim.reading.inflected.numbers import Number, number_at
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark
from tizim.reading.tongue import Form
from tizim.reading.who import Group

_ROW, _BETWEEN, _FEW, _SECOND, _MANY = 9, 5, 5, 2, 10


def is_part(sentence: Sentence, index: int) -> bool:
    """Whether figures bear the ending "of them" («37-сі»)."""
    token = sentence.tokens[index]
    if token.kind == "word":
        numeral = sentence.at("number", index)
        forms = sentence.word(numeral.last - 1 if numeral is not None else index).forms
        return numeral is not None and forms[0].part == "noun" and forms[0].possessed
    before = ("months", "book", "article", "part")
    named = any(sentence.ends_at(kind, index) is not None for kind in before)
    if token.kind != "number" or "-" not in token.text or named:
        return False
    return any(
        form.possessed and form.lemma == token.lower.split("-", 1)[1] for form in sentence.word(index).forms
    )


def is_of_some(sentence: Sentence, index: int) -> bool:
    """Whether a noun for several people in the genitive stands right before a number («екеуін»)."""
    forms = sentence.word(index - 1).forms[:1] if index else ()
    several = bool(forms) and forms[0].plural and forms[0].case == "gen"
    return several and sentence.any_at(("victims", "title"), index - 1) is not None


def is_each(sentence: Sentence, last: int, number: Number) -> bool:
    """Whether "also" right behind a small count says that all of those spoken of are meant."""
    return 1 < number.value < _MANY and sentence.at("even", last) is not None


def means_nobody(sentence: Sentence, index: int, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a word for anybody means nobody of whom the text spoke; "the persons named" are those."""
    pointed = index > 0 and not lexicon.set("people", "pointing").isdisjoint(sentence.word(index - 1).lemmas)
    return lemma in lexicon.set("people", "anybody") and not pointed


def set_apart(sentence: Sentence, found: list[Who]) -> None:
    """Notes whom pronouns cannot mean: who stands before them as the subject of the same verb."""
    for who in found:
        if who.kind != "pronoun" or "nom" in who.cases:
            continue
        subjects = (one for one in found if one.kind == "person" and one.last <= who.first and not one.owner)
        who.apart = frozenset(
            number
            for one in subjects
            if one.cases == {"nom"} and not _parted(sentence, one.last, who.first)
            for number in one.people
        )


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb in any form, or a mark other than a quotation, stands between."""
    return any(
        sentence.tokens[at].text in ",;:–—"
        or any(form.part in _VERBAL for form in sentence.word(at).forms[:1])
        for at in range(first, last)
    )


_VERBAL = frozenset({"verb", "converb", "participle"})


def begins(sentence: Sentence, index: int) -> bool:
    """Whether a word is the first of its sentence, whose capital says nothing."""
    return all(token.kind != "word" for token in sentence.tokens[:index])


def ends_as_part(sentence: Sentence, bound: Mark | None) -> bool:
    """Whether a bound behind a number bears the ending "of them" («он шақтысын», «отыздан астамы»)."""
    word = sentence.word(bound.last - 1) if bound is not None else None
    if word is None or any(form.part == "verb" for form in word.forms):
        return False
    return bool(word.forms) and word.forms[0].part == "noun" and word.forms[0].possessed


def with_titles_apart(sentence: Sentence, found: list[Who]) -> list[Who]:
    """Everybody; of "an activist from Y X" or "the editor of «Z» X" the noun belongs to the name behind."""
    out = list(found)
    for before, who in pairwise(found):
        if before.kind != "noun" or who.kind != "person" or who.owner or not before.cases & who.cases:
            continue
        if before.last < who.head and _is_of(sentence, before.last, who.head):
            who.head, who.cases = before.head, before.cases & who.cases
            out.remove(before)
    return out


def _is_of(sentence: Sentence, first: int, last: int) -> bool:
    """Whether words between a noun and a name only say where from or of what ("of the paper «Z»")."""
    if last - first > _ROW:
        return False
    quoted = False
    for at in range(first, last):
        token, word = sentence.tokens[at], sentence.word(at)
        if token.text in _QUOTED:
            quoted = True
            continue
        led = sentence.is_at("of_place", at) or sentence.is_at("place", at)
        if quoted or led or token.capital or "gen" in word.cases:
            continue
        return False
    return True


_QUOTED = '«»"“”„'


def ordinal_of(sentence: Sentence, index: int) -> Who | None:
    """Of "the first", "to the second" with no noun behind, one of the people named in a row before."""
    mark = sentence.at("ordinals", index)
    if mark is None or any(sentence.ends_at(kind, index) for kind in ("part", "article", "months")):
        return None
    paired = sentence.at("and", mark.last) is not None and sentence.at("ordinals", mark.last + 1) is not None
    if paired or int(mark.value) > _FEW:
        return None
    forms = [form for form in sentence.word(index).forms if form.part in ("adjective", "noun") and form.case]
    behind = sentence.word(index + 1)
    noun = behind.forms[:1] and behind.forms[0].part in ("noun", "adjective", "participle", "name")
    agrees = noun and not behind.finite and any(form.case in behind.cases for form in forms)
    if not forms or agrees or {form.gender for form in forms} == {"neuter"} or forms[0].plural:
        return None
    cases = frozenset(form.case for form in forms if not form.plural)
    female = True if {form.gender for form in forms} == {"female"} else None
    return Who(index, mark.last, index, "noun", cases, word=f"#{mark.value}", female=female)


def others_of(sentence: Sentence, index: int) -> Who | None:
    """Of "the others", "the remaining defendants", "the second defendant": people not just named."""
    start = index + 1 if sentence.at("all_words", index) is not None else index
    rest = sentence.at("rest", start) or _later(sentence, start)
    if rest is None or not sentence.word(start).cases:
        return None
    noun = noun_after(sentence, rest.last)
    forms = [form for form in sentence.word(start).forms if form.part in ("adjective", "noun") and form.case]
    last = noun[1] if noun is not None else rest.last
    if noun is None and (sentence.at("prepositions", start - 1) or _leads_on(sentence, rest.last, forms)):
        return None
    cases = frozenset(form.case for form in forms)
    if noun is not None:
        cases = cases & sentence.word(noun[0]).cases
        forms = [form for form in sentence.word(noun[0]).forms if form.case in cases] or forms
    if not cases or forms[0].gender == "neuter":
        return None
    if not forms[0].plural:
        return Who(index, last, index, "noun", cases, others=True)
    group = Group(2, None, "at_least", None, vague=True)
    return Who(index, last, index, "group", cases, group=group, plural=True, others=True)


def others_alone(sentence: Sentence, index: int) -> Who:
    """Of "the rest" in a language that says it in one word: those of a row not named just now."""
    cases = frozenset(form.case for form in sentence.word(index).forms if form.case)
    group = Group(2, None, "at_least", None, vague=True)
    return Who(index, index + 1, index, "group", cases, group=group, plural=True, others=True)


def _later(sentence: Sentence, index: int) -> Mark | None:
    """ "The second" or one after, with a noun for people right behind."""
    mark = sentence.at("ordinals", index)
    if mark is None or int(mark.value) < _SECOND or sentence.at("victims", mark.last) is None:
        return None
    return mark


def _leads_on(sentence: Sentence, index: int, forms: list[Form]) -> bool:
    """Whether a noun stands behind that the words before it describe ("other cities")."""
    word = sentence.word(index)
    behind = word.forms[:1]
    if not behind or behind[0].part not in ("noun", "adjective", "participle", "name") or word.finite:
        return False
    return any(form.case in word.cases for form in forms)


def is_aged(sentence: Sentence, index: int) -> bool:
    """Whether an age right before a noun makes it somebody new ("a student of seventeen")."""
    return sentence.at("age_words", index - 1) is not None


def is_of_row(sentence: Sentence, index: int) -> bool:
    """Whether a word says whose leader somebody named behind a comma is («тобының жетекшісі, … X»)."""
    return sentence.lower(index + 1) == "," and "gen" in sentence.word(index - 1).cases


def is_aside(sentence: Sentence, first: int, last: int) -> bool:
    """Whether only what says who somebody is stands between: commas, years, ages, other nouns in the
    nominative."""
    if last - first > _ROW or sentence.lower(first) not in (",", "—", "–", "("):
        return False
    return not any(
        sentence.word(at).finite
        or sentence.at("prepositions", at) is not None
        or sentence.tokens[at].text == ";"
        for at in range(first, last)
    )


def single(who: Who) -> Who:
    """One name as the part of a row that it begins."""
    return Who(who.first, who.last, who.head, who.kind, who.cases, list(who.people), female=who.female)


def stretched(sentence: Sentence, head: int) -> int:
    """Where a noun phrase begins: adjectives, "45-летний" and earlier titles before its head belong to it."""
    at = head
    while at > 0:
        word = sentence.word(at - 1)
        form = word.forms[0] if word.forms else None
        adjective = (
            form is not None and form.part in ("adjective", "participle") and form.case and not word.finite
        )
        aged = sentence.at("unit_adjectives", at - 1) is not None
        if not adjective and not aged:
            break
        if adjective and sentence.is_at("act", at - 1) and not sentence.is_at("auxiliary", at - 1):
            break
        at -= 1
    return at


def fills(sentence: Sentence, index: int) -> bool:
    """Whether a word may stand between the names of a row: titles, ages, places, what titles govern."""
    if (
        sentence.is_at("title", index)
        or sentence.is_at("of_place", index)
        or sentence.is_at("age_words", index)
    ):
        return True
    token = sentence.tokens[index]
    if token.kind != "word":
        return token.text in '«»()"“”.' or token.kind == "number"
    word = sentence.word(index)
    return not word.finite and bool(word.cases) and sentence.at("prepositions", index) is None


def linked(sentence: Sentence, between: range, before: int) -> set[int]:
    """The words between two names of a row that only go on with it ("as well as one more …"), say the
    preposition before it again, or where the first of them is ("in the village of Y")."""
    led = sentence.lower(before) if sentence.at("prepositions", before) is not None else ""
    out: set[int] = set()
    for at in between:
        opened = sentence.lower(at - 1) == "," or sentence.at("and", at - 1) is not None
        out |= {at} if led and sentence.lower(at) == led and opened else set()
        mark = sentence.at("and", at)
        out.update(range(at, mark.last) if mark is not None else ())
        one = number_at(sentence, at + 1)
        if sentence.at("rest", at) is not None and at - 1 in out and one is not None and one.value == 1:
            out.add(at)
    place = _where(sentence, between)
    return out | set(place)


def _where(sentence: Sentence, between: range) -> range:
    """The words right behind a name, up to a comma or "and", that say where: a preposition, words for places,
    capitalised words."""
    first, last = between.start, between.start
    while last < between.stop and sentence.lower(last) != "," and sentence.at("and", last) is None:
        last += 1
    if last - first < _WHERE or sentence.ends_at("prepositions", first + 1) is None:
        return range(0)
    named = any(sentence.is_at("place", at) or sentence.is_at("place_word", at) for at in range(first, last))
    settled = any(sentence.is_at("place_words", at) for at in range(first, last))
    plain = not any(sentence.word(at).finite or sentence.is_at("act", at) for at in range(first, last))
    return range(first, last) if (named or settled) and plain else range(0)


_WHERE = 2


def noun_after(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The noun of people that a number counts, at most three describing words on."""
    for at in range(index, min(index + _BETWEEN, len(sentence.tokens))):
        if sentence.at("possessive", at) is not None:
            continue
        mark = sentence.any_at(("victims", "officials"), at)
        if mark is not None and sentence.at("unit", mark.last) is None:
            return at, mark.last
        title = sentence.at("title", at)
        if title is not None and sentence.at("unit", title.last) is None:
            return at, title.last
        if sentence.at("of_them", at) is not None and sentence.any_at(("pronouns",), at + 1) is not None:
            return at + 1, at + 2
        form = sentence.word(at).forms[:1]
        if not form or form[0].part not in ("adjective", "participle", "number") or not form[0].case:
            return None
    return None


def group_of(number: Number, bound: str, sentence: Sentence, noun: tuple[int, int] | None) -> Group:
    """The bounds of a count as worded: "more than 25" is 26 or more, "at least 58" 58 or more."""
    value = int(number.value)
    bounds = {"more_than": (value + 1, None), "at_least": (value, None), "at_most": (0, value)}
    low, high = (value, None) if number.vague else bounds.get(bound, (value, value))
    partitive = noun is not None and sentence.at("of_them", noun[0] - 1) is not None
    return Group(low, high, bound, value, number.vague or bound == "about", partitive=partitive)


def is_measured(sentence: Sentence, index: int) -> bool:
    """Whether a length of time that is no age begins at a word ("to X five years, to Y three")."""
    number = number_at(sentence, index)
    if number is None or sentence.at("unit", number.last) is None:
        return False
    return sentence.lower(index - 1) not in (",", "(")


def add_relatives(sentence: Sentence, found: list[Who]) -> None:
    """Adds "who" with the people before it."""
    for mark in (one for one in sentence.of("relative") if one.value == "relative"):
        before = [
            who
            for who in found
            if who.last <= mark.first and who.kind in ("person", "group", "noun", "plural")
        ]
        if not before or mark.first - before[-1].last > 4:
            continue
        word = sentence.word(mark.first)
        near = before[-1]
        plural = all(form.plural for form in word.forms if form.case)
        people = near.people if plural or len(near.people) < 2 else near.people[-1:]
        found.append(
            Who(mark.first, mark.last, mark.first, "relative", word.cases, people=list(people),
            group=near.group,
                word=near.word, female=near.female, plural=near.plural or plural, official=near.official)
        )  # fmt: skip
    found.sort(key=lambda who: who.first)
