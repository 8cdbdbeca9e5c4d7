"""Runs of capitalised words, and which of them are people."""

from dataclasses import dataclass, field
from functools import cache
from unicodedata import combining, normalize

from tizim.reading.marks import Sentence
from tizim.reading.tokens import Token
from tizim.reading.words import table_of


@dataclass(frozen=True, slots=True)
class NameWords:
    """What the lists say about single words of names."""

    male: frozenset[str]
    female: frozenset[str]
    family_first: frozenset[str]
    endings: tuple[str, ...]
    particles: frozenset[str]
    not_person: frozenset[str]
    common: frozenset[str]
    places: frozenset[str]
    titles: dict[str, str]
    kin: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    english: tuple[str, ...]
    organisational: frozenset[str]

    def given(self, word: str) -> bool:
        """Whether a word is a known given name; accents do not matter."""
        if word in self.male or word in self.female:
            return True
        plain = word if word.isascii() else folded(word)
        return plain is not word and (plain in self.male or plain in self.female)

    def family(self, word: str) -> bool:
        """Whether a word is a family name that stands first; accents do not matter."""
        return word in self.family_first or (not word.isascii() and folded(word) in self.family_first)

    def stops(self, token: Token) -> bool:
        """Whether a capitalised word cannot be part of a person's name."""
        word = token.lower
        if word in self.titles or word in self.not_person or word.endswith(("-old", "-grade")):
            return True
        if self.given(word) or self.family(word):
            return False
        return word in self.places or (len(word) > 1 and token.text.isupper() and "." not in token.text)


def folded(word: str) -> str:
    """A word without its accents: "nguyễn" gives "nguyen"."""
    plain = "".join(sign for sign in normalize("NFD", word) if not combining(sign))
    return plain.replace("đ", "d").replace("ı", "i").replace("ł", "l").replace("ø", "o")


@cache
def name_words(language: str) -> NameWords:
    """The lists of names of one language, ready for looking up."""
    names, places = table_of(language, "names"), table_of(language, "places")
    people, numbers = table_of(language, "people"), table_of(language, "numbers")
    titles = {noun: "other" for noun in people["victim_singular"] if " " not in noun}
    titles |= {t: kind for kind, many in people["titles"].items() for t in many if " " not in t}
    calendar = [*numbers["months"], *numbers["weekdays"]]
    geography = [
        n for key in ("states", "nationalities", "towns", "regions") for n in places[key] if " " not in n
    ]
    return NameWords(
        male=_bag(names["male"]),
        female=_bag(names["female"]),
        family_first=_bag(names["first_family"]),
        endings=tuple(sorted(_bag(names["surname_endings"]), key=len)),
        particles=_bag(names["particles"]),
        not_person=(_bag(names["not_person"]) - _bag(names["male"]) - _bag(names["female"]))
        | (frozenset(calendar) - _bag(names["male"]) - _bag(names["female"])),
        common=_bag(names["common"]),
        places=frozenset(word.lower() for word in (*geography, *places["region_words"])),
        titles=titles,
        kin=_KIN | frozenset(names["women"]) | frozenset(names["men"]),
        women=frozenset(names["women"]),
        men=frozenset(names["men"]),
        english=tuple(_bag(names["english_endings"])),
        organisational=_bag(names["organisational"]),
    )


def _bag(words: str) -> frozenset[str]:
    return frozenset(word.lower().replace("’", "'") for word in words.split())


_KIN = frozenset({"cousin", "spouse", "twin", "partner", "parents", "children", "siblings"})


@dataclass(slots=True)
class Run:
    """A run of capitalised words: token indexes, the title before it, what speaks for a person."""

    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    title: str | None = None
    score: float = 0.0
    organisation: bool = False
    thing: bool = False
    kin: bool = False
    paired: bool = False
    female: bool | None = None


@dataclass(slots=True)
class Capitals:
    """All runs of a text; ``small`` are the words that it also writes small."""

    runs: list[Run] = field(default_factory=list)
    small: set[str] = field(default_factory=set)
    inner: set[str] = field(default_factory=set)
    titled: bool = False


def capital_runs(sentences: list[Sentence], known: NameWords) -> Capitals:
    """The runs of capitalised words in all sentences, cut at titles, places and organisations' words."""
    found = Capitals()
    for sentence in sentences:
        _note_case(sentence, found)
    headed: list[Run] = []
    for number, sentence in enumerate(sentences):
        found.titled = _title_case(sentence)
        for first, last in _raw_runs(sentence, known, found):
            for run in _cut(sentence, number, first, last, known):
                _introduced(run, sentence, known)
                found.runs.append(run)
                headed += [run] if found.titled and len(run.words) > 2 else []
    if headed:
        _as_in_the_body(headed, found.runs)
    return found


def _as_in_the_body(headed: list[Run], runs: list[Run]) -> None:
    """Cuts what a heading in capitals runs together with a name: "Asan Usen Reaches Fortieth Day"."""
    lines = {run.sentence for run in headed}
    body = {run.words for run in runs if len(run.words) > 1 and run.sentence not in lines}
    for run in headed:
        size = next((n for n in range(len(run.words) - 1, 1, -1) if run.words[:n] in body), 0)
        if size and run.words not in body and "." not in run.words:
            run.words, run.last = run.words[:size], run.first + size


_AUXILIARIES = ("be", "have")


def _title_case(sentence: Sentence) -> bool:
    """Whether a heading writes all its longer words with capitals: there a capital says nothing."""
    if not sentence.span.heading:
        return False
    words = [token for token in sentence.tokens if token.kind == "word" and len(token.text) > 3]
    return len(words) > _LEADS and sum(token.capital for token in words) >= 0.8 * len(words)


_VERBAL = (
    "act",
    "receive",
    "give",
    "light",
    "be",
    "have",
    "attribution",
    "prepositions",
    "penalty",
    "modals",
    "title",
)


def _introduced(run: Run, sentence: Sentence, known: NameWords) -> None:
    """Notes what the nouns before a name say: a relative ("his son Firuz"), a woman, a man."""
    index = run.first - 1
    for _ in range(_LEADS):
        word = sentence.lower(index)
        if word in known.kin and sentence.tokens[index].text[0].islower():
            run.kin = run.kin or index >= run.first - 2
        if word in known.women or word in known.men:
            run.female = word in known.women
            return
        if word not in known.titles and word not in (",", "."):
            return
        index -= 1


_LEADS = 4


def _note_case(sentence: Sentence, found: Capitals) -> None:
    items = sentence.tokens
    found.small.update([token.lower for token in items if not token.capital])
    found.inner.update(
        [items[at].lower for at in sentence.capitals if at > 0 and items[at - 1].kind == "word"]
    )


def _raw_runs(sentence: Sentence, known: NameWords, found: Capitals) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    until, items, stop = 0, sentence.tokens, found.titled
    for index in sentence.capitals:
        if index < until or (index == 0 and _ordinary(items[0], known, found)):
            continue
        last = index + 1
        if stop and sentence.any_at(_VERBAL, index) is not None and not known.given(items[index].lower):
            continue
        while (
            last < len(items)
            and last not in sentence.cells
            and _goes_on(items, last, known)
            and not sentence.any_at(_VERBAL if stop else _AUXILIARIES, last)
        ):
            last += 1
        while items[last - 1].kind == "mark" or (
            not items[last - 1].capital and not _suffix(items, index, last, known)
        ):
            last -= 1
        out.append((index, last))
        until = last
    return out


FAMILY_SUFFIXES = frozenset({"kyzy", "qyzy", "kizi", "qizi", "uulu", "uly", "ogly", "oglu", "ogli"})


def _suffix(items: list[Token], first: int, last: int, known: NameWords) -> bool:
    """Whether a run ends in "kyzy" or "uulu", which names write small."""
    return last - first > 1 and items[last - 1].lower in FAMILY_SUFFIXES


def _ordinary(token: Token, known: NameWords, found: Capitals) -> bool:
    if known.given(token.lower) or token.lower in found.inner:
        return token.lower in known.common and not known.given(token.lower)
    return token.lower in known.common or token.lower in found.small


def _goes_on(items: list[Token], index: int, known: NameWords) -> bool:
    token, before = items[index], items[index - 1]
    if token.start - before.end > 1 and token.kind == "word" and before.text == "." and token.capital:
        return len(items[index - 2].text) == 1
    if token.text == ".":
        return len(before.text) == 1 and before.capital
    return token.kind == "word" and (token.capital or token.lower in known.particles)


def _cut(sentence: Sentence, number: int, first: int, last: int, known: NameWords) -> list[Run]:
    """The parts of a run between words that no name has; the part before such a word keeps nothing."""
    items = sentence.tokens
    out: list[Run] = []
    begin, title, organisation = first, _title_before(sentence, first, known), False
    place = _place_words(sentence, first, last)
    for index in range(first, last):
        word = items[index].lower
        if index not in place and not _stops(items, index, first, known):
            continue
        if index > begin and word in known.not_person and not _calendar(sentence, index):
            organisation = True
        elif index > begin:
            out.append(_run(items, number, begin, index, title))
        title = known.titles.get(word)
        organisation = organisation or (word in known.not_person and not _calendar(sentence, index))
        begin = index + 1
    if begin < last:
        middle = _second_name(items, begin, last, known)
        if middle:
            out.append(_run(items, number, begin, middle, title))
        out.append(_run(items, number, middle or begin, last, title))
    if organisation or not out:
        out.append(Run(number, first, last, tuple(t.text for t in items[first:last]), organisation=True))
    return out


def _stops(items: list[Token], index: int, first: int, known: NameWords) -> bool:
    """Whether a word ends a name; the family name in capitals that heads a file does not."""
    if not known.stops(items[index]) or _family_of_a_town(items, index, first, known):
        return False
    return not (index == first and _heads_file(items, index, known))


def _family_of_a_town(items: list[Token], index: int, first: int, known: NameWords) -> bool:
    """Whether a town's name is the family name of the given name before it: "the poet Anton Barysau"."""
    word = items[index].lower
    town = word in known.places and word not in known.titles and word not in known.not_person
    return town and index > first and known.given(items[index - 1].lower)


def _heads_file(items: list[Token], index: int, known: NameWords) -> bool:
    """Whether a word in capitals is the family name that heads a file: "NURBEK Alma, b. 1979"."""
    if index > 1 or index + 2 >= len(items) or not items[index].text.isupper() or len(items[index].text) < 3:
        return False
    given = items[index + 1]
    opens = items[index + 2].text in (",", "(", ":", "–", "—", "-")
    return opens and given.capital and not given.text.isupper() and not known.stops(given)


def _second_name(items: list[Token], first: int, last: int, known: NameWords) -> int | None:
    """Where the second of two names begins that a lost comma runs together."""
    words = [items[at].lower for at in range(first, last)]
    if len(words) != 4 or not known.given(words[2]):
        return None
    return first + 2 if words[1].endswith(known.endings) and words[3].endswith(known.endings) else None


def _place_words(sentence: Sentence, first: int, last: int) -> set[int]:
    """Tokens of place names of several words."""
    found: set[int] = set()
    if "place" not in sentence.marks:
        return found
    for index in range(first, last):
        mark = sentence.at("place", index)
        if mark is not None and mark.last - mark.first > 1:
            found.update(range(mark.first, mark.last))
    return found


def _calendar(sentence: Sentence, index: int) -> bool:
    return sentence.any_at(("months", "weekdays"), index) is not None


def _run(items: list[Token], number: int, first: int, last: int, title: str | None) -> Run:
    return Run(number, first, last, tuple([token.text for token in items[first:last]]), title)


def _title_before(sentence: Sentence, first: int, known: NameWords) -> str | None:
    index = first - 1
    if sentence.lower(index) == ".":
        index -= 1
    if sentence.lower(index) == "," and sentence.lower(index - 1) in known.titles:
        index -= 1
    word = sentence.lower(index)
    if word in known.titles:
        return known.titles[word]
    return "other" if word in ("mr", "mrs", "ms", "dr") else None
