"""Where a name ends in a language in which only the last word of a name bears the case."""

from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.marks import Mark


def closes(sentence: Sentence, index: int, lists: NameLists, place: int) -> bool:
    """Whether a name ends with a word where only the last bears an ending: with a case, or as a surname
    does."""
    if not lists.lexicon.tables["names"].get("last_bears_the_case") or sentence.tokens[index].kind != "word":
        return False
    word, after = sentence.tokens[index].text, sentence.tokens[index + 1]
    male, female, _ = lists.endings
    if (
        place
        and after.kind == "word"
        and not lists.patronymic(after.lower)
        and (
            word.lower().endswith((*male, *female))
            or (place == 1 and lists.given(sentence.tokens[index - 1].lower))
        )
        and len(word) > 1
        and not lists.patronymic(word)
    ):
        return True
    return len(word) > 1 and "nom" not in lists.lexicon.tongue.name_cases((word,))


def is_of_place(sentence: Sentence, index: int, lists: NameLists) -> bool:
    """Whether a word behind a capitalised one says that it names a place: bare, or "its".

    Behind a given name and another name the adjective belongs to what follows ("X Y қалалық сотта").
    """
    whole = index > 1 and sentence.tokens[index - 2].capital and lists.given(sentence.tokens[index - 2].lower)
    if whole and sentence.lower(index).endswith(_OF_A_PLACE):
        return False
    return any(
        form.lemma in lists.place_words and (form.possessed or form.case in ("nom", ""))
        for form in sentence.word(index).forms
    )


_OF_A_PLACE = ("лық", "дық", "тық")


def is_whole_name(sentence: Sentence, index: int, lists: NameLists) -> bool:
    """Whether a barred word is a given name here: another capitalised word stands right behind it."""
    given = lists.alone and lists.given(sentence.tokens[index].lower)
    if not given or index + 1 >= len(sentence.tokens):
        return False
    behind = sentence.tokens[index + 1]
    return behind.kind == "word" and behind.capital and not sentence.is_at("place", index + 1)


def of_another(sentence: Sentence, mark: Mark, words: tuple[str, ...], cases: set[str]) -> bool:
    """Whether a bare title before a name in the accusative is who did it ("the investigator asked X"); before
    a full name in the dative, where the sentence tells a penalty ("the judge gave X Y two years")."""
    punished = bool(sentence.marks.get("penalty") or sentence.marks.get("court_term"))
    struck = {"acc", "abl", "dat"} if len(words) == 1 or punished else {"acc", "abl"}
    owned = any(form.possessed for form in sentence.word(mark.last - 1).forms[:1])
    acting = ("judge", "prosecutor", "investigator", "force" if owned else "judge")
    return str(mark.value) in acting and cases <= struck


def kind_of_title(sentence: Sentence, mark: Mark) -> str:
    """The kind of a title; who once held it ("a former judge") holds it no more."""
    gone = sentence.ends_at("former", mark.first) or sentence.at("former", mark.last)
    office = str(mark.value) in ("judge", "prosecutor", "investigator")
    return "other" if gone is not None and office else str(mark.value)
