"""What makes an act unreal where the verb stands last: its own ending, or the words that follow it."""

from tizim.reading.inflected.entries import Entry
from tizim.reading.inflected.events import Told
from tizim.reading.inflected.verb_last import is_background, is_finished, reach
from tizim.reading.marks import Mark
from tizim.reading.tongue import Form

_LASTING = frozenset({"charge", "trial", "ban_on_activity", "travel_ban", "financial_listing"})


def unreal_after(told: Told, mark: Mark, form: Form | None, entry: Entry) -> bool:
    """Whether a trigger tells what was denied, asked for, feared, planned, supposed or usually happens."""
    if form is not None and (form.negated or (form.tense == "future" and not entry.future)):
        return True
    if (
        form is not None
        and form.part == "verb"
        and form.tense in ("present", "")
        and not _lasts(entry)
        and not entry.future
    ):
        return not _helped(told, mark.last)
    if form is not None and form.part == "noun" and form.case == "gen" and entry.act == "sentence":
        return True
    if "dat" in told.sentence.word(mark.last - 1).cases and _is_urged(told, mark.last):
        return True
    if is_background(told.sentence, mark.last) and _lies_ahead(told, mark):
        return True
    return _spoken_of(told, mark) or _supposed(told, mark) or _is_asked(told, mark)


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


def _helped(told: Told, last: int) -> bool:
    """Whether a helper of the past follows ("ұстап отыр еді")."""
    return False


def _spoken_of(told: Told, mark: Mark) -> bool:
    """Whether a word of refusal, asking, fearing or planning stands in the reach of the trigger."""
    span = reach(told.sentence, mark.last)
    return any(
        told.sentence.at(kind, at) is not None
        for kind in ("negations", "unreal_after", "asked")
        for at in span
    )


def _supposed(told: Told, mark: Mark) -> bool:
    """Whether the clause opens with "if"."""
    clause = told.clauses.of[mark.first]
    return any(
        told.clauses.of[one.first] == clause and one.first < mark.first and not _describes(told, one.last - 1)
        for kind in ("judged", "unreal")
        for one in told.sentence.of(kind)
    )


def _describes(told: Told, index: int) -> bool:
    """Whether a participle only says who somebody is ("the leader of those who asked for homes")."""
    forms = told.sentence.word(index).forms
    return (
        bool(forms)
        and forms[0].part == "participle"
        and not forms[0].case
        and not is_finished(told.sentence, index)
    )


def _lies_ahead(told: Told, mark: Mark) -> bool:
    """Whether the verb that ends the clause is in the present or future ("when he is free, he may not …")."""
    clause = told.clauses.of[mark.first]
    ends = [
        forms[0].tense
        for at in range(mark.last, len(told.sentence.tokens))
        if told.clauses.of[at] == clause
        and (forms := told.sentence.word(at).forms)
        and forms[0].part == "verb"
    ]
    return bool(ends) and ends[-1] in ("present", "future")
