"""What makes an act unreal where the verb stands last: its own ending, or the words that follow it."""

from tizim.reading.inflected.entries import Entry
from tizim.reading.inflected.events import Told
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.verb_last import (
    asks_nothing,
    contrasts,
    describes,
    is_answered,
    is_background,
    is_finished,
    reach,
)
from tizim.reading.marks import Mark
from tizim.reading.tongue import Form

_NEWS = 6
_QUOTES = frozenset('«»“”„"')
_WISH = ("сын", "сін")
_UNTIL = ("ғанша", "генше", "қанша", "кенше")
_NOW = frozenset({"отыр", "жатыр", "тұр", "жүр"})
_PENALTIES = frozenset({"sentence", "fine", "administrative_arrest", "pretrial_detention", "house_arrest"})
_GIVEN = _PENALTIES | {"appeal", "other", "release", "conviction"}
_LASTING = frozenset({"charge", "trial", "ban_on_activity", "travel_ban", "financial_listing"})


def unreal_after(told: Told, mark: Mark, form: Form | None, entry: Entry) -> bool:
    """Whether a trigger tells what was denied, asked for, feared, planned, supposed or usually happens."""
    if told.decreed and _is_decreed(told, mark, form):
        return _spoken_of(told, mark)
    if (
        _is_undone(told, form, entry, mark.last - 1)
        or _goes_nowhere(told, mark, form, entry)
        or _is_demanded(told, mark, form)
    ):
        return True
    if _is_unfulfilled(told, mark, form, entry) or _names_undone(told, mark, entry):
        return True
    if "dat" in told.sentence.word(mark.last - 1).cases and _is_urged(told, _row_end(told, mark)):
        return True
    if is_background(told.sentence, mark.last) and _lies_ahead(told, mark):
        return True
    if _is_denied_inside(told, mark, entry) or _is_asked_above(told, mark):
        return True
    if _is_not_done(told, mark, form) or _is_refuted(told, mark) or _is_fact_denied(told, mark, form):
        return True
    spoken = _spoken_of(told, mark) or _supposed(told, mark) or _is_asked(told, mark)
    return spoken or is_titled(told, mark) or (entry.act in _GIVEN and _leads_to_asking(told, mark, form))


def _leads_to_asking(told: Told, mark: Mark, form: Form | None) -> bool:
    """Whether a converb goes on with something that is only asked for («үкімді жойып, ақтауды сұрады»)."""
    sentence = told.sentence
    if form is None or form.part != "converb":
        return False
    for at in range(mark.last, len(sentence.tokens)):
        last = sentence.word(at).forms[:1]
        object_of = bool(last) and last[0].case == "acc" and last[0].lemma.endswith(("у", "ю"))
        if object_of:
            return any(sentence.at(kind, at + 1) is not None for kind in ("unreal_after", "asked"))
        if is_finished(sentence, at) or sentence.tokens[at].text in ";:":
            return False
    return False


def is_titled(told: Told, mark: Mark) -> bool:
    """Whether a trigger stands in quotation marks behind which it is called a slogan, a text or what somebody
    is accused of («… ұрлады» деген пикет, «… ұрды» деп айыптау)."""
    sentence = told.sentence
    close = _closing(sentence, mark)
    if close < 0:
        return False
    titled = told.lexicon.set("grammar", "titled")
    called = close + 1 + (sentence.at("quoting", close + 1) is not None)
    if sentence.lower(called) == "(" and sentence.any_at(("article", "book"), called + 1) is not None:
        return True
    return any(not titled.isdisjoint(sentence.word(at).lemmas) for at in (called, called + 1))


def _closing(sentence: Sentence, mark: Mark) -> int:
    """The quotation mark that closes what a trigger stands in; -1 where it stands in none."""
    tokens = sentence.tokens
    before = [at for at in range(mark.first) if tokens[at].text in _QUOTES]
    after = next((at for at in range(mark.last, len(tokens)) if tokens[at].text in _QUOTES), -1)
    if not before or after < 0 or tokens[after].text in "«“„":
        return -1
    opened = tokens[before[-1]].text
    return after if opened in "«“„" or (opened == '"' and len(before) % 2) else -1


def opens_decree(sentence: Sentence) -> bool:
    """Whether words of a ruling ("ruled:") stand before a colon or in capitals: what follows was decided."""
    return any(
        sentence.lower(mark.last) == ":" or sentence.tokens[mark.first].text.isupper()
        for mark in sentence.of("decrees")
    )


def _is_decreed(told: Told, mark: Mark, form: Form | None) -> bool:
    """Whether a ruling that was opened before says "let him be …": that is the decision itself."""
    wish = form is not None and form.part == "verb" and form.tense == "future"
    passive = form is not None and form.voice == "passive" and not form.negated
    return wish and passive and told.sentence.lower(mark.last - 1).endswith(_WISH)


def _goes_nowhere(told: Told, mark: Mark, form: Form | None, entry: Entry) -> bool:
    """Whether the verb right behind a converb is denied or lies ahead («босап шықпақ», «ұстап алмады»)."""
    if form is not None and form.part == "converb" and mark.last - mark.first > 1:
        ends = told.sentence.word(mark.last - 1).forms[:1]
        if ends and ends[0].part == "verb" and ends[0].tense == "future":
            return not told.decreed
        refused = {one.lemma for one in told.sentence.word(mark.last - 1).forms if not one.negated}
        if ends and ends[0].negated and refused.isdisjoint(told.lexicon.words_of(entry.words)):
            return True
    forms = told.sentence.word(mark.last).forms[:1]
    if form is None or form.part != "converb" or not forms or forms[0].part not in ("verb", "participle"):
        return False
    if forms[0].part == "participle":
        return forms[0].negated
    begins = told.lexicon.set("grammar", "begins")
    usual = forms[0].tense == "present" and forms[0].lemma in begins
    return not told.decreed and (forms[0].negated or forms[0].tense == "future" or usual)


def _names_undone(told: Told, mark: Mark, entry: Entry) -> bool:
    """Whether the last word of a trigger names that something is not done («шығармау туралы шешім»)."""
    own = told.lexicon.words_of(entry.words)
    forms = [form for form in told.sentence.word(mark.last - 1).forms if form.part == "noun"]
    return any(form.negated for form in forms) and not any(
        form.lemma in own and not form.negated for form in forms
    )


def _is_demanded(told: Told, mark: Mark, form: Form | None) -> bool:
    """Whether an infinitive with the ending of an object or aim ends a line that has no finished verb
    ("– to release X;")."""
    cases = told.sentence.word(mark.last - 1).cases
    last = told.sentence.word(mark.last - 1).forms[:1]
    object_of = bool(last) and last[0].case == "acc" and last[0].lemma.endswith(("у", "ю"))
    if form is None or not ("dat" in cases or object_of):
        return False
    tokens = told.sentence.tokens
    if any(token.kind == "word" for token in tokens[mark.last :]):
        return False
    return not any(is_finished(told.sentence, at) for at in range(len(tokens)))


def _is_unfulfilled(told: Told, mark: Mark, form: Form | None, entry: Entry) -> bool:
    """Whether the verb behind the noun of a penalty is denied, wished or general ("a term is given")."""
    if form is None or form.part != "noun" or entry.act not in _PENALTIES or entry.status or entry.future:
        return False
    clause, sentence = told.clauses.of[mark.first], told.sentence
    verbs = (at for at in range(mark.last, len(sentence.tokens)) if is_finished(sentence, at))
    verb = next((at for at in verbs if told.clauses.of[at] == clause), None)
    if verb is None or sentence.at("quoting", verb) is not None:
        return False
    said = sentence.word(verb).forms[0]
    if said.part != "verb" or sentence.lower(verb) in _NOW:
        return False
    wished = said.tense == "future" and not told.decreed
    general = said.tense == "present" and said.voice == "passive" and not told.storied
    return said.negated or wished or general


def _row_end(told: Told, mark: Mark) -> int:
    """The token behind a trigger; of infinitives in the dative in a row that behind the last («босатуға,
    айыпты алып тастауға шақырды»)."""
    sentence, last = told.sentence, mark.last
    if sentence.lower(last) != "," and sentence.at("and", last) is None:
        return last
    for at in range(last, len(sentence.tokens)):
        if is_finished(sentence, at) or sentence.tokens[at].text in ";:":
            break
        forms = sentence.word(at).forms[:1]
        if forms and forms[0].case == "dat" and forms[0].lemma.endswith(("у", "ю")):
            last = at + 1
    return last


def _is_urged(told: Told, index: int) -> bool:
    """Whether a verb of urging or trying follows an infinitive ("called for the release")."""
    urging = told.lexicon.set("grammar", "urging")
    return not urging.isdisjoint(told.sentence.word(index).lemmas)


def _is_asked(told: Told, mark: Mark) -> bool:
    """Whether the clause is a question."""
    clause = told.clauses.of[mark.first]
    after = (
        at for at in range(mark.last, len(told.sentence.tokens)) if told.sentence.tokens[at].text in ".?!;"
    )
    end = next(after, -1)
    return end >= 0 and told.sentence.tokens[end].text == "?" and told.clauses.of[end - 1] == clause


def _lasts(entry: Entry) -> bool:
    """Whether the present tense of an entry tells something: a state, or what somebody may not do."""
    return bool(entry.status) or entry.act in _LASTING


def _is_undone(told: Told, form: Form | None, entry: Entry, at: int) -> bool:
    """Whether a form itself says that nothing happened: denied, ahead, usual, only spoken of."""
    if form is None:
        return False
    if form.part == "converb" and told.sentence.lower(at).endswith(_UNTIL):
        return True
    if form.part == "verb" and not form.tense and not form.negated and contrasts(told.sentence, at):
        return False
    if form.negated or (form.tense == "future" and not entry.future):
        return True
    told_now = form.tense == "" or (form.tense == "present" and not told.storied)
    if form.part == "verb" and told_now and not _lasts(entry) and not entry.future:
        return True
    return form.part == "noun" and form.case == "gen" and entry.act == "sentence"


def _spoken_of(told: Told, mark: Mark) -> bool:
    """Whether a word of refusal, asking, fearing or planning stands in the reach of the trigger."""
    if _tells_of_named(told, mark):
        return False
    span = reach(told.sentence, mark.last)
    return any(
        told.sentence.at(kind, at) is not None
        for kind in ("negations", "unreal_after", "asked")
        for at in span
    )


def _tells_of_named(told: Told, mark: Mark) -> bool:
    """Whether a participle only describes somebody named right behind it: what the verb of the sentence
    denies is not that («өткен аптада ұсталған X үйіне қайтқан жоқ»)."""
    last = mark.last
    named = [who for who in told.whos if who.kind == "person" and last <= who.first <= last + 1]
    return (
        bool(named)
        and describes(told.sentence, last - 1)
        and not any(told.sentence.at(kind, named[0].last) for kind in ("negations", "unreal_after"))
    )


def _is_asked_above(told: Told, mark: Mark) -> bool:
    """Whether a finished word of asking stands before a colon, behind which nothing is finished ("I ask: to
    free X, to quash …")."""
    sentence = told.sentence
    asked = [
        one.last
        for kind in ("unreal_after", "asked")
        for one in sentence.of(kind)
        if one.last < mark.first and sentence.lower(one.last) == ":"
    ]
    return any(
        not any(is_finished(sentence, at) for at in range(last, len(sentence.tokens))) for last in asked
    )


def _is_not_done(told: Told, mark: Mark, form: Form | None) -> bool:
    """Whether a verb of doing right behind the noun of an act is denied («тінту жүргізілмеген»)."""
    if form is None or form.part != "noun" or form.case not in ("nom", "acc"):
        return False
    at = mark.last
    while told.sentence.at("passed_over", at) is not None:
        at += 1
    doing = told.lexicon.set("grammar", "doing")
    return any(one.negated and one.lemma in doing for one in told.sentence.word(at).forms[:1])


def _is_fact_denied(told: Told, mark: Mark, form: Form | None) -> bool:
    """Whether a verb of denying stands right behind what is made a fact («ұрғанын мойындамады»)."""
    fact = form is not None and form.part == "participle" and form.possessed and form.case == "acc"
    denying = told.lexicon.set("grammar", "denying")
    return fact and not denying.isdisjoint(told.sentence.word(mark.last).lemmas)


def _is_refuted(told: Told, mark: Mark) -> bool:
    """Whether the sentence says of the news of an act that it was not borne out («… туралы мәлімет тараған,
    ол расталған жоқ»)."""
    news = told.lexicon.set("grammar", "news")
    about = next((one.first for one in told.sentence.of("about") if one.first >= mark.last), None)
    if about is None or any(is_finished(told.sentence, at) for at in range(mark.last, about)):
        return False
    named = range(about + 1, min(about + _NEWS, len(told.sentence.tokens)))
    told_of = any(not news.isdisjoint(told.sentence.word(at).lemmas) for at in named)
    return told_of and any(one.first > about for one in told.sentence.of("refuting"))


def _is_denied_inside(told: Told, mark: Mark, entry: Entry) -> bool:
    """Whether a word of denial that is none of its own stands between the words of a trigger."""
    own = told.lexicon.words_of(entry.words)
    return any(
        told.sentence.at("negations", at) is not None and own.isdisjoint(told.sentence.word(at).lemmas)
        for at in range(mark.first + 1, mark.last)
    )


def _supposed(told: Told, mark: Mark) -> bool:
    """Whether the clause opens with "if"."""
    clause = told.clauses.of[mark.first]
    return any(
        told.clauses.of[one.first] == clause
        and one.first < mark.first
        and not asks_nothing(told.sentence, one)
        and not is_answered(told.sentence, one.last, mark.first)
        for kind in ("judged", "unreal")
        for one in told.sentence.of(kind)
        if not (one.first and told.sentence.tokens[one.first].capital)
    )


def _lies_ahead(told: Told, mark: Mark) -> bool:
    """Whether the verb that ends the clause is in the present or future ("when he is free, he may not …")."""
    clause = told.clauses.of[mark.first]
    said = [one.first for kind in ("speaking", "reported_after") for one in told.sentence.of(kind)]
    verbs = [
        at
        for at in range(mark.last, len(told.sentence.tokens))
        if told.clauses.of[at] == clause
        and (forms := told.sentence.word(at).forms)
        and forms[0].part == "verb"
    ]
    ends = [told.sentence.word(at).forms[0].tense for at in verbs if at not in said]
    return bool(ends) and ends[-1] in (("future",) if told.storied else ("present", "future"))
