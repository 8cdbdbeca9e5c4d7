"""Runs of capitalised words in a language with cases, and which of them are people's names."""

from collections import Counter
from dataclasses import dataclass, field

from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.name_ends import (
    closes,
    is_of_place,
    is_whole_name,
    kind_of_title,
    of_another,
)
from tizim.reading.inflected.name_openings import (
    ends_as_surname,
    has_initial,
    initial_dot,
    is_known_noun,
    is_plural,
    is_trade,
    opens_name,
)
from tizim.reading.inflected.name_places import is_place_part, opens_with_other
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.surnames import bases_of, families_of, is_of_family
from tizim.reading.inflected.words import plain

_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
_LONGEST = 4
_TITLE_REACH = 6
_TITLED = 0.5
_STEM = 4
_MY = "мыі"


@dataclass(slots=True)
class Run:
    """A run of capitalised words: where it stands, how it can be read, what speaks for a person."""

    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    bases: dict[str, tuple[str, ...]]
    title: str = ""
    title_at: int = -1
    quoted: bool = False
    score: float = 0.0
    family: bool = False
    vouched: bool = False
    repeated: bool = False


@dataclass(slots=True)
class Runs:
    """All runs of a text; ``small`` counts the words that it also writes with a small letter, ``inner`` has
    the stems of capitalised words inside sentences, ``full`` the words before another capitalised one,
    ``families`` the surnames behind given names."""

    runs: list[Run] = field(default_factory=list)
    small: Counter[str] = field(default_factory=Counter)
    inner: set[str] = field(default_factory=set)
    full: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)


def runs_of(sentences: list[Sentence], lists: NameLists) -> Runs:
    """The capitalised runs of all sentences that can be names, with what speaks for a person."""
    found = Runs(families=families_of(sentences, lists))
    for sentence in sentences:
        found.small.update(
            plain(token.lower) for token in sentence.tokens if token.kind == "word" and not token.capital
        )
        found.inner.update(
            plain(token.lower)[:_STEM]
            for token, before in zip(sentence.tokens[1:], sentence.tokens, strict=False)
            if token.capital and before.kind == "word" and not token.text.isupper()
        )
        found.full.update(
            token.lower
            for token, after in zip(sentence.tokens, sentence.tokens[1:], strict=False)
            if token.capital and after.kind == "word" and after.capital
        )
    for number, sentence in enumerate(sentences):
        quoted = _quoted(sentence)
        for first, last in _raw(sentence, lists, found):
            own = last - first == 1 and is_of_family(sentence.tokens[first].text, found.families, lists)
            for begin, end in [(first, last)] if own else _cut(sentence, first, last, lists):
                run = _run(sentence, (number, begin, end), lists, quoted)
                found.runs.extend(_parted(sentence, run, lists, quoted))
    return found


def _quoted(sentence: Sentence) -> set[int]:
    """The tokens between quotation marks of a few words: names of organisations and papers."""
    out: set[int] = set()
    for index, token in enumerate(sentence.tokens):
        close = _QUOTES.get(token.text)
        if close is None or index in out:
            continue
        end = next(
            (
                at
                for at in range(index + 1, min(index + 8, len(sentence.tokens)))
                if sentence.tokens[at].text == close
            ),
            None,
        )
        if end is not None:
            out.update(range(index, end + 1))
    return out


def _raw(sentence: Sentence, lists: NameLists, found: Runs) -> list[tuple[int, int]]:
    out = []
    index, items = 0, sentence.tokens
    opening = next((at for at, token in enumerate(items) if token.kind == "word"), -1)
    while index < len(items):
        if not items[index].capital or (
            index == opening and not has_initial(sentence, index) and _ordinary(sentence, index, lists, found)
        ):
            index += 1
            continue
        last = index + 1
        while last < len(items) and _goes_on(sentence, index, last, lists):
            last += 1
        while items[last - 1].kind == "mark" and not initial_dot(sentence, last - 1):
            last -= 1
        out.append((index, last))
        index = last
    return out


def _is_given_in_a_case(word: str, lists: NameLists) -> bool:
    """Whether a word is a listed given name with the ending of a case."""
    tongue = lists.lexicon.tongue
    bases = (plain(tongue.base_name((word,), case)[0]) for case in tongue.name_cases((word,)) - {"nom"})
    return any(base in lists.male or base in lists.female for base in bases)


def _ordinary(sentence: Sentence, index: int, lists: NameLists, found: Runs) -> bool:
    """Whether the first word of a sentence is a common word that only stands first."""
    named = is_of_family(sentence.tokens[index].text, found.families, lists)
    titled = sentence.at("title", index) is not None and initial_dot(sentence, index + 2)
    return titled or (not named and _stands_first(sentence, index, lists, found))


def _stands_first(sentence: Sentence, index: int, lists: NameLists, found: Runs) -> bool:
    word, token = sentence.words[index], sentence.tokens[index]
    common = token.lower in found.small or is_trade(sentence, index, lists)
    noun = lists.alone and is_known_noun(sentence, index, found.inner, found.full, lists)
    if noun or _is_common(sentence, index, lists, found) or (common and not lists.given(token.lower)):
        return True
    if any(form.part == "name" for form in word.forms) or lists.given(token.lower):
        return False
    if lists.alone and _is_given_in_a_case(token.text, lists):
        return False
    if any(form.part in _NO_NAMES for form in word.forms[:1]):
        return True
    if any(lemma in lists.lexicon.index for lemma in word.lemmas):
        return True
    if (
        opens_name(sentence, index, lists)
        and word.forms[0].part in ("noun", "adjective")
        and not ends_as_surname(token.lower, lists)
    ):
        return True
    if plain(token.lower)[:_STEM] in found.inner or token.text[1:] != token.text[1:].lower():
        return False
    alone = index + 1 >= len(sentence.tokens) or not sentence.tokens[index + 1].capital
    return alone and len(sentence.tokens) > 1 and not lists.surname(token.lower)


def _is_common(sentence: Sentence, index: int, lists: NameLists, found: Runs) -> bool:
    """Whether a given name that is a common word too stands alone and nowhere inside a sentence."""
    token = sentence.tokens[index]
    lemmas = {token.lower, *(form.lemma for form in sentence.words[index].forms)}
    alone = index + 1 >= len(sentence.tokens) or not sentence.tokens[index + 1].capital
    return alone and not lists.common.isdisjoint(lemmas) and plain(token.lower)[:_STEM] not in found.inner


_NO_NAMES = frozenset({"verb", "converb", "participle", "other", "pronoun", "number"})


def _goes_on(sentence: Sentence, first: int, index: int, lists: NameLists) -> bool:
    token, before = sentence.tokens[index], sentence.tokens[index - 1]
    if token.text == ".":
        return initial_dot(sentence, index)
    if token.kind != "word" or (token.start - before.end > 1 and "\n" in before.text):
        return False
    if token.capital:
        return True
    return index > first and lists.patronymic("xxxx" + token.lower) and token.lower in _SMALL_PATRONYMICS


_SMALL_PATRONYMICS = frozenset({"улы", "уулу", "оглы", "кызы", "гызы", "ұлы", "қызы"})


def _cut(sentence: Sentence, first: int, last: int, lists: NameLists) -> list[tuple[int, int]]:
    """A run cut where a title, a place or a word that is no name stands."""
    pieces, begin = [], first
    for index in range(first, last):
        if _bars(sentence, index, lists, range(first, last)):
            if index > begin:
                pieces.append((begin, index))
            begin = index + 1
        elif index + 1 < last and closes(sentence, index, lists, index - begin):
            pieces.append((begin, index + 1))
            begin = index + 1
    if begin < last:
        pieces.append((begin, last))
    return [
        (start, end)
        for start, end in pieces
        if end - start <= _LONGEST + 3 and any(token.kind == "word" for token in sentence.tokens[start:end])
    ]


def _bars(sentence: Sentence, index: int, lists: NameLists, run: range) -> bool:
    token, word, place = sentence.tokens[index], sentence.words[index], index - run.start
    if token.kind != "word" or has_initial(sentence, index):
        return False
    barred = not lists.barred.isdisjoint({token.lower, *word.lemmas})
    if (barred and not is_whole_name(sentence, index, lists)) or _is_acronym(sentence, index, lists):
        return True
    if token.lower.endswith(lists.never) or _is_no_part(sentence, index, run, lists):
        return True
    if lists.given(token.lower):
        return False
    if sentence.is_at("place", index) or (not lists.alone and sentence.is_at("place_word", index)):
        return not (place and lists.surname(token.lower))
    if any(lists.given(form.lemma) for form in word.forms):
        return False
    if any(sentence.is_at(kind, index) for kind in ("title", "agency", "organisational")):
        return _is_no_surname(sentence, index, lists, place)
    return _opens_otherwise(sentence, index, lists, place)


def _is_no_part(sentence: Sentence, index: int, run: range, lists: NameLists) -> bool:
    """Whether a capitalised word names a place, or says whose kin the name behind it is («Күйеуім …»)."""
    if not lists.alone:
        return is_place_part(sentence, index, run, lists)
    if is_of_place(sentence, index + 1, lists):
        return True
    return sentence.at("one_of_kin", index) is not None and sentence.lower(index)[-1:] in _MY


def _is_no_surname(sentence: Sentence, index: int, lists: NameLists, place: int) -> bool:
    """Whether a word for a trade or an office is that here, and not somebody's surname."""
    if lists.alone or (place == 1 and _behind_given(sentence, index, lists)):
        return lists.alone
    known = index > 0 and any(form.part == "name" for form in sentence.words[index].forms[:3])
    return not ((place or known) and lists.surname(sentence.tokens[index].lower))


def _behind_given(sentence: Sentence, index: int, lists: NameLists) -> bool:
    """Whether a known given name stands right before a word ("Олега Гончара", a potter by name)."""
    before = sentence.tokens[index - 1]
    bases = bases_of((before.text,), lists.lexicon.tongue).values() if before.capital else ()
    return not sentence.tokens[index].text.isupper() and any(lists.given(base[0]) for base in bases)


def _opens_otherwise(sentence: Sentence, index: int, lists: NameLists, place: int) -> bool:
    """Whether a word is a month, or a common word that only stands first."""
    token, word = sentence.tokens[index], sentence.words[index]
    if sentence.is_at("months", index) or sentence.is_at("weekdays", index):
        return not (place and lists.surname(token.lower))
    if index == 0 and lists.alone and word.forms[:1] and word.forms[0].part in ("noun", "adjective"):
        return not lists.surname(token.lower)
    return (
        place == 0
        and index == 0
        and word.forms != ()
        and word.forms[0].part in ("verb", "converb", "pronoun", "other")
    )


def _is_acronym(sentence: Sentence, index: int, lists: NameLists) -> bool:
    """Whether a word in capitals is an abbreviation and no surname ("ИВАНОВ Пётр")."""
    token = sentence.tokens[index]
    if not token.text.isupper() or len(token.text) < 2 or _all_capitals(sentence):
        return False
    return len(token.text) < 4 or not (lists.surname(token.lower) or lists.given(token.lower))


def _all_capitals(sentence: Sentence) -> bool:
    return sum(token.text.isupper() for token in sentence.tokens if token.kind == "word") > 3


def _run(sentence: Sentence, where: tuple[int, int, int], lists: NameLists, quoted: set[int]) -> Run:
    number, first, last = where
    words = tuple(token.text for token in sentence.tokens[first:last] if token.kind == "word")
    bases = bases_of(words, lists.lexicon.tongue)
    if len(bases) > 1 and sentence.ends_at("prepositions", first) is not None:
        bases.pop("nom", None)
    run = Run(number, first, last, words, bases, quoted=first in quoted)
    _entitle(sentence, run, 1 if lists.alone else _TITLE_REACH, lists.alone)
    run.score = _weight(run, lists, sentence)
    return run


def _parted(sentence: Sentence, run: Run, lists: NameLists, quoted: set[int]) -> list[Run]:
    """Of "the lawyer of A B C D" two names, of "a citizen of A B C" one; else the run itself."""
    if run.last - run.first != len(run.words) or lists.alone or lists.given(run.words[0]):
        return [run]
    if len(run.words) == 3 and (
        opens_with_other(run.words, lists) or not lists.lexicon.tongue.name_cases(run.words)
    ):
        rest = _run(sentence, (run.sentence, run.first + 1, run.last), lists, quoted)
        return [rest] if rest.bases and any(lists.given(base[0]) for base in rest.bases.values()) else [run]
    if len(run.words) != 4:
        return [run]
    middle = run.first + 2
    pair = [
        _run(sentence, (run.sentence, *ends), lists, quoted)
        for ends in ((run.first, middle), (middle, run.last))
    ]
    named = all(one.bases and any(lists.given(base[0]) for base in one.bases.values()) for one in pair)
    return pair if named else [run]


def _entitle(sentence: Sentence, run: Run, reach: int, lists_alone: bool) -> None:
    """Notes the title that stands before a run, at most four words of its phrase away."""
    for at in range(run.first - 1, max(-1, run.first - 1 - reach), -1):
        mark = next((one for one in sentence.of("title") if one.first <= at < one.last), None)
        if mark is not None:
            cases = sentence.word(at).cases
            if lists_alone and is_plural(sentence, at):
                return
            if not lists_alone and cases and run.bases and cases.isdisjoint(run.bases):
                continue
            if of_another(sentence, mark, run.words, set(run.bases)):
                return
            run.title, run.title_at = kind_of_title(sentence, mark), mark.first
            return
        closed = sentence.tokens[at].text in (",", ";", ":", ".", "(", ")", "—", "–")
        if closed or sentence.word(at).finite or sentence.at("and", at) is not None:
            return


def _beside(run: Run, words: int, sentence: Sentence) -> float:
    """What a title before two words, or kin before one, speaks for a name."""
    if len(run.words) == 1:
        return _FULLY if _is_kins(run, sentence) else 0.0
    return _TITLED if run.title and words == 2 else 0.0


def _is_kins(run: Run, sentence: Sentence) -> bool:
    """Whether somebody's kin is named right behind the word for them ("інісі Бегенас")."""
    kin = sentence.ends_at("kin", run.first)
    forms = sentence.word(run.first - 1).forms
    longer = run.last < len(sentence.tokens) and sentence.tokens[run.last].capital
    return kin is not None and bool(forms) and forms[0].possessed and forms[0].case == "nom" and not longer


_UNKNOWN, _FULLY = 0.7, 0.9


def _is_named(run: Run, lists: NameLists, sentence: Sentence) -> bool:
    """Whether two unknown words can only be a name: inside a sentence, and one a name to the language."""
    opening = next((at for at, token in enumerate(sentence.tokens) if token.kind == "word"), -1)
    opens = run.first == opening
    if len(run.words) != 2 or run.quoted or (opens and not lists.alone) or not run.bases:
        return False
    plain_words = [word for word in run.words if word.isalpha() and len(word) > 2 and not word.isupper()]
    words = [
        any(form.part == "name" for form in sentence.word(at).forms[:1]) for at in range(run.first, run.last)
    ]
    return len(plain_words) == 2 and (all(words) if opens else any(words))


def _is_where(run: Run) -> bool:
    """Whether a single word can only say where something is ("есімде"): nobody is told of so."""
    return len(run.words) == 1 and "loc" in run.bases and not set(run.bases) - {"loc", "nom"}


def _weight(run: Run, lists: NameLists, sentence: Sentence) -> float:
    """How much speaks for a person's name: 1 or more is sure."""
    if (run.quoted and len(run.words) < 2) or (lists.alone and _is_where(run)):
        return 0.0
    words = [word for word in run.words if len(word) > 1]
    initials = len(run.words) - len(words)
    bases = list(run.bases.values()) or [run.words]
    given = any(lists.given(word) for base in bases for word in base if len(word) > 1)
    family = any(lists.surname(word) for base in bases for word in base[-1:] + base[:1])
    father = any(lists.patronymic(word) for base in bases for word in base[1:])
    score = 0.6 * given + 0.5 * family + 0.8 * father + 0.3 * bool(run.title)
    if not run.bases:
        score -= 0.5
    if initials and words:
        score += 0.7
    if len(run.words) > 1:
        score += 0.4 if given or family or father else 0.2
        if not (given or family or father) and _is_named(run, lists, sentence):
            score += _UNKNOWN
    if lists.alone:
        score += _beside(run, len(words), sentence)
    if run.quoted:
        score -= 0.8
    return score if len(run.words) > 1 else min(score, 0.9)
