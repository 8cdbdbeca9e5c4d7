"""Clauses of a language whose verb stands last: each ends with its predicate and what is said of that."""

from unicodedata import category

from tizim.reading.inflected.clauses import Clause, Clauses
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark

_STOPS = frozenset({",", ";", ":", "—", "–", "!", "?", "…"})
_HARD = frozenset({";", ":"})
_ATTENDING = ("auxiliary", "negations", "unreal_after", "carriers")
_AFTER = 3
_OPENING = frozenset("«“„")
_IF = ("са", "се")


def clauses_verb_last(sentence: Sentence, whos: list[Who]) -> Clauses:
    """The clauses of a sentence: cut where a finished verb meets a mark or a word that opens another clause.

    Converbs and participles cut nothing: they share their people with the verb that follows.
    """
    inside = {at for who in whos for at in range(who.head, who.last)}
    found = Clauses([Clause(0, "main", 0)], [0] * len(sentence.tokens), verb_last=True)
    current = 0
    for at in range(len(sentence.tokens)):
        if at and at not in inside and _cuts(sentence, at):
            found.clauses.append(Clause(len(found.clauses), "main", at, parent=current))
            current += 1
        found.of[at] = current
        found.clauses[current].predicate |= is_finished(sentence, at)
    return found


def _cuts(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at a token."""
    mark = sentence.tokens[at].text
    if mark in _HARD or _is_picture(mark):
        return True
    if mark in _STOPS:
        return _closed(sentence, at) and not _is_quoted(sentence, at)
    before = sentence.tokens[at - 1].text
    return sentence.at("breaks", at) is not None and (before in _STOPS or is_finished(sentence, at - 1))


def _is_picture(mark: str) -> bool:
    """Whether a sign is a picture, as chats set it between what they tell."""
    return len(mark) == 1 and not mark.isalnum() and category(mark) == "So" and mark not in "№°"


def _closed(sentence: Sentence, at: int) -> bool:
    """Whether the words before a mark end with a finished verb and what belongs to it."""
    return any(
        is_finished(sentence, index) and all(attends(sentence, one) for one in range(index + 1, at))
        for index in range(max(0, at - _AFTER), at)
    )


def is_finished(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb that can end a clause; a bare participle only before a mark or a helper."""
    forms = sentence.word(index).forms
    if not forms or sentence.tokens[index].kind != "word":
        return False
    first = forms[0]
    if first.part == "verb" and (first.tense or contrasts(sentence, index)):
        return True
    if first.part == "participle" and not first.case and first.tense != "future":
        following = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
        marked = following is not None and following.kind == "mark" and not _opens(sentence, index + 1)
        return following is None or marked or attends(sentence, index + 1)
    return False


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether a quotation mark opens something: of straight ones that which stands right before a word."""
    token, items = sentence.tokens[index], sentence.tokens
    if token.text != '"':
        return token.text in _OPENING
    tight = index + 1 < len(items) and items[index + 1].start == token.end
    return tight and (not index or items[index - 1].end < token.start)


def contrasts(sentence: Sentence, index: int) -> bool:
    """Whether "if" only sets one thing beside another that happened («бірі босатылса, екіншісі қамалды»)."""
    if not sentence.lower(index).endswith(_IF) or sentence.lower(index + 1) != ",":
        return False
    if any(mark.first < index for kind in ("judged", "unreal") for mark in sentence.of(kind)):
        return False
    ends = [
        forms[0]
        for at in range(index + 2, len(sentence.tokens))
        if (forms := sentence.word(at).forms)
        and forms[0].part in ("verb", "participle")
        and not forms[0].case
    ]
    return bool(ends) and ends[-1].tense == "past" and not ends[-1].negated


def attends(sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to the verb before it: helpers, refusals, doubts, quotation marks."""
    token = sentence.tokens[index]
    quoted = token.text in "»”" or (token.text == '"' and not _opens(sentence, index))
    return quoted or any(sentence.at(kind, index) is not None for kind in _ATTENDING)


def reach(sentence: Sentence, last: int) -> range:
    """The tokens after a trigger that speak of it: up to the next verb and what belongs to that.

    A finished trigger is spoken of only by what follows it at once; a quoted one by the verb of saying.
    """
    at = last
    if not is_finished(sentence, last - 1) or _is_quoted(sentence, last):
        stops = _HARD | {","} if _is_converb(sentence, last - 1) else _HARD
        while at < len(sentence.tokens) and sentence.tokens[at].text not in stops:
            at += 1
            if _is_verb(sentence, at - 1):
                break
    while at < len(sentence.tokens) and attends(sentence, at):
        at += 1
    return range(last, at)


def _is_converb(sentence: Sentence, index: int) -> bool:
    forms = sentence.word(index).forms
    return bool(forms) and forms[0].part == "converb"


def _is_quoted(sentence: Sentence, index: int) -> bool:
    """Whether a word of quoting follows a verb, quotation marks and commas allowed between them."""
    at = index
    while at < len(sentence.tokens) and sentence.tokens[at].text in '»"”,–—':
        at += 1
    return sentence.at("quoting", at) is not None


def asks_nothing(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word of asking before a trigger governs nothing behind it: it describes a noun, closes a link
    of a chain, or only says whose a paper is ("having read the prosecutor's request, …") or at whose request
    something happened."""
    forms = sentence.word(mark.last - 1).forms[:1]
    if not forms:
        return False
    following = sentence.word(mark.last).forms[:1]
    if forms[0].part == "participle":
        return not forms[0].case and not is_finished(sentence, mark.last - 1)
    if _is_converb(sentence, mark.last - 1):
        return sentence.lower(mark.last) == ","
    if _is_converb(sentence, mark.last):
        return sentence.lower(mark.last + 1) == ","
    if sentence.at("prosecution", mark.first) is None and describes(sentence, mark.last):
        return forms[0].part == "noun"
    owner = bool(following) and following[0].part == "noun" and following[0].possessed
    granted = forms[0].case == "ins" and forms[0].possessed
    return forms[0].part == "noun" and (forms[0].case == "gen" or granted or owner)


def is_answered(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what was asked for only describes somebody, and a court stands behind that as who decided
    («прокурор жеті жыл сұраған X-қа сот бес жыл берді»)."""
    asked = (mark.last for mark in sentence.of("asked") if first <= mark.first < last)
    courts = [mark.last for mark in sentence.of("agency") if mark.value == "judiciary"]
    return any(describes(sentence, at - 1) and any(at < court <= last for court in courts) for at in asked)


def is_background(sentence: Sentence, last: int) -> bool:
    """Whether what stands before a token only says when something else was ("when he was taken, …")."""
    forms = sentence.word(last - 1).forms
    return bool(forms) and forms[0].part == "participle" and sentence.at("background", last) is not None


def describes(sentence: Sentence, at: int) -> bool:
    """Whether a participle stands before those whom it describes, and ends no clause."""
    forms = sentence.word(at).forms
    bare = bool(forms) and forms[0].part == "participle" and not forms[0].case
    return bare and not is_finished(sentence, at) and not is_background(sentence, at + 1)


def _is_verb(sentence: Sentence, index: int) -> bool:
    forms = sentence.word(index).forms
    if not forms or sentence.at("quoting", index) is not None:
        return False
    return forms[0].part in ("verb", "converb") or is_finished(sentence, index)
