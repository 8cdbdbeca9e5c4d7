"""Common words that only stand first: what somebody does, before a full name."""

from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.words import plain

_SHORT = 4


def is_trade(sentence: Sentence, index: int, lists: NameLists) -> bool:
    """Whether a word before a full name ends as words for what somebody does ("Контролёр …")."""
    token = sentence.tokens[index]
    trade = len(token.text) > _SHORT and token.lower.endswith(lists.trades) and token.text[1:].islower()
    return trade and not lists.surname(token.lower) and opens_name(sentence, index, lists)


def opens_name(sentence: Sentence, index: int, lists: NameLists) -> bool:
    """Whether a full name begins right behind a word: a given name and another capitalised word."""
    if index + 2 >= len(sentence.tokens) or not (
        sentence.tokens[index + 1].capital and sentence.tokens[index + 2].capital
    ):
        return False
    return any(lists.given(form.lemma) for form in sentence.word(index + 1).forms)


def ends_as_surname(word: str, lists: NameLists) -> bool:
    """Whether a word ends as surnames do, of neighbouring peoples too."""
    return plain(word).endswith(
        (*lists.endings[0], *lists.endings[1], "ко", "ук", "юк", "ич", "ян", "дзе", "швили")
    )


def is_plural(sentence: Sentence, index: int) -> bool:
    """Whether a noun can only mean several ("полицейлер"): it is nobody's title."""
    forms = [form for form in sentence.word(index).forms if form.part == "noun"]
    return bool(forms) and all(form.plural for form in forms)


def is_known_noun(sentence: Sentence, index: int, inner: set[str], full: set[str], lists: NameLists) -> bool:
    """Whether the first word of a sentence, alone, is a noun that the language knows («Өмір жолы», «Әкімді
    сынаған»): a name only where the text names somebody so elsewhere."""
    if sentence.at("title", index) is not None and opens_name(sentence, index, lists):
        return True
    token = sentence.tokens[index]
    form = sentence.words[index].forms[0]
    behind = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    alone = behind is None or behind.kind != "word" or not behind.capital
    if form.part != "noun" or not alone or form.lemma in full:
        return False
    ordinary = sentence.any_at(("title", "victims", "officials", "things"), index) is not None
    following = sentence.word(index + 1).forms[:1]
    owned = form.case == "nom" and bool(following) and following[0].part == "noun" and following[0].possessed
    return (ordinary or owned) and plain(token.lower)[:_STEM] not in inner


_STEM = 4


def initial_dot(sentence: Sentence, index: int) -> bool:
    """Whether a stop belongs to the initial before it."""
    before = sentence.tokens[index - 1] if 0 < index < len(sentence.tokens) else None
    return (
        before is not None and sentence.tokens[index].text == "." and before.capital and len(before.text) <= 2
        and before.end == sentence.tokens[index].start
    )  # fmt: skip


def has_initial(sentence: Sentence, index: int) -> bool:
    """Whether a word is an initial with its stop, or a surname before initials («Мукан Т.К.»)."""
    items = sentence.tokens
    if len(items[index].text) == 1:
        return initial_dot(sentence, index + 1)
    at = index + 1
    while at < len(items) and len(items[at].text) == 1 and initial_dot(sentence, at + 1):
        at += 2
    ends = at > index + 1 and not (at < len(items) and items[at].capital)
    return ends and sentence.any_at(_NO_SURNAMES, index) is None


_NO_SURNAMES = ("title", "agency", "place", "place_word", "organisational")
