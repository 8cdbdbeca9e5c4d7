"""What speaks for a run of capitalised words being a person: its words, its neighbours, what befalls it."""

from tizim.reading.marks import Sentence
from tizim.reading.names import Capitals, NameWords, Run
from tizim.reading.words import set_of

_LONGEST = 5


def weigh(run: Run, sentence: Sentence, known: NameWords, capitals: Capitals) -> float:
    """How much speaks for a run of two or more words being a person; from 1 on it is taken for one."""
    lowers = [word.lower().replace("’", "'") for word in run.words if word != "."]
    if not 1 < len(lowers) <= _LONGEST:
        return 0.0
    score = _of_words(lowers, known) + (2.0 if run.title else 0.0)
    score += 1.0 if _family_in_capitals(run) else 0.0
    score += _of_neighbours(run, sentence, known)
    ordinary = sum(1 for word in lowers if _plain(word, known, capitals))
    return score - 1.5 * ordinary


def _family_in_capitals(run: Run) -> bool:
    """Of "1. NURBEK Alma, b. 1979": the family name in capitals before the given name opens a line."""
    family, given = run.words[0], run.words[1]
    return (
        run.first <= 1
        and len(run.words) == 2
        and family.isupper()
        and len(family) > 2
        and not given.isupper()
    )


def _plain(word: str, known: NameWords, capitals: Capitals) -> bool:
    return (word in capitals.small or word in known.common) and not known.given(word)


def _of_words(lowers: list[str], known: NameWords) -> float:
    score = -1.0 if any(word.endswith(known.english) and not known.given(word) for word in lowers) else 0.0
    if known.given(lowers[0]) or known.given(lowers[-1]):
        score += 2.0
    if known.family(lowers[0]) and len(lowers) > 1:
        score += 1.5
    if len(lowers[-1]) > 4 and lowers[-1].endswith(known.endings):
        score += 1.5
    elif len(lowers[0]) > 4 and lowers[0].endswith(known.endings):
        score += 0.5
    if any(len(word) == 1 for word in lowers[:-1]):
        score += 1.0
    return score


def _of_neighbours(run: Run, sentence: Sentence, known: NameWords) -> float:
    before, after = sentence.lower(run.first - 1), sentence.lower(run.last)
    score = -2.0 if before == "the" else 0.0
    if before in ("in", "at", "near") and after != "'s":
        score -= 2.5
    if run.thing:
        score -= 2.5
    if after == "," and any(
        sentence.lower(at) in known.organisational for at in range(run.last + 1, run.last + 5)
    ):
        score -= 2.0
    if before in ('"', "“", "«") and after in ('"', "”", "»", ","):
        score -= 2.0
    return score + _signs(run, sentence)


def is_thing(run: Run, sentence: Sentence, known: NameWords) -> bool:
    """Whether the words beside a run make it a party or a newspaper: "the founder of X", "the party X"."""
    before, after = sentence.lower(run.first - 1), sentence.lower(run.last)
    if before in ('"', "“", "«"):
        before = sentence.lower(run.first - 2)
    founded = before == "of" and sentence.lower(run.first - 2) in set_of("en", "grammar", "of_organisations")
    return founded or before in known.organisational or after in known.organisational


def _signs(run: Run, sentence: Sentence) -> float:
    """Ages, "who", descriptions, and verbs that people are the subjects or objects of."""
    score, last = 0.0, run.last
    after, following = sentence.lower(last), sentence.lower(last + 1)
    if after in (",", "(") and (following.isdigit() or following in ("aged", "b", "b.", "born")):
        score += 2.0
    if after == "," and following in ("who", "whose", "whom"):
        score += 1.5
    if sentence.any_at(("attribution",), last) or sentence.at("attribution", run.first - 1):
        score += 1.0
    if sentence.at("be", last) and any(befalls(sentence, at) for at in (last + 1, last + 2)):
        score += 1.0
    if _happens(sentence, last):
        score += 1.0
    if after in set_of("en", "grammar", "doings_of_people") or (
        after in ("has", "had") and following in set_of("en", "grammar", "doings_of_people")
    ):
        score += 1.0
    if (
        sentence.lower(run.first - 1) == ","
        and sentence.lower(run.first - 2) in set_of("en", "grammar", "one_more")
        and after == ","
    ):
        score += 1.5
    return score + _described(run, sentence) + _acted_on(run, sentence)


def _happens(sentence: Sentence, index: int) -> bool:
    """Whether a word tells what happens to its subject: "died", "disappeared"."""
    mark = sentence.at("act", index)
    return mark is not None and any(word.shape == "subject" and word.act in _OF_LIVES for word in mark.values)


_OF_LIVES = ("death", "abduction", "release")


_PEOPLE = ("victim_singular", "title", "kinship")


def _described(run: Run, sentence: Sentence) -> float:
    """ "X, a journalist from Y", "X's lawyer"."""
    last = run.last
    if sentence.lower(last) == "'s":
        return 1.5 if sentence.any_at(("kinship", "belongings"), last + 1) is not None else 0.0
    if sentence.lower(last) not in (",", "(") or sentence.lower(last + 1) in ("and", "who"):
        return 0.0
    for at in range(last + 1, min(last + 6, len(sentence.tokens))):
        if sentence.any_at(_PEOPLE, at) is not None and sentence.at("agents", at) is None:
            return 1.5
        if sentence.tokens[at].kind == "mark" or sentence.tokens[at].capital:
            return 0.0
    return 0.0


def _acted_on(run: Run, sentence: Sentence) -> float:
    """ "detained X", "the arrest of X": what is done to people; "X, Y and Z" in a sentence that tells it."""
    acts = sentence.marks.get("act")
    if not acts:
        return 0.0
    before = run.first - 1
    before = before - 1 if sentence.lower(before) in ("of", "against", "with", "for") else before
    for at in (before, before - 1, before - 2):
        mark = acts.get(at)
        if mark is not None and mark.last == before + 1 and befalls(sentence, at):
            return 1.0
    free = sentence.lower(run.first - 1) in ("", ",", "and", ":", "-", "–", "—", "for", "to", "of")
    return 0.5 if free else 0.0


def befalls(sentence: Sentence, index: int) -> bool:
    """Whether a word tells what befalls people; organisations, too, are banned and closed."""
    mark = sentence.at("act", index)
    acts = {word.act for word in mark.values} if mark else set()
    return bool(acts) and not acts & {"organisation_ban", "ban_on_activity"}
