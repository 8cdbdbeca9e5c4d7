"""Organisations that are banned, closed or refused an assembly."""

from tizim.reading.inflected.entries import Entry
from tizim.reading.inflected.events import Event, Told, head_of, mode_of, unreal
from tizim.reading.inflected.names import Run
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.verb_last import is_finished
from tizim.reading.inflected.verb_last_unreal import unreal_after
from tizim.reading.marks import Mark

_OPENING, _CLOSING = '«“„"', '»”“"'
_REACH = 9


def organisation_events(told: Told, runs: list[Run], text: str) -> list[tuple[Event, str]]:
    """Bans of organisations: the trigger and the name in quotation marks or after "party", "movement"."""
    names = _names(told, runs, text)
    out: list[tuple[Event, str]] = []
    if not names:
        return out
    for mark in told.sentence.of("act"):
        entry = next(
            (
                value
                for value in mark.values
                if isinstance(value, Entry) and value.org and _fits(told, mark, value)
            ),
            None,
        )
        name = _nearest(told, mark, names) if entry is not None else None
        if entry is not None and name is not None and not any(known == name for _, known in out):
            event = Event(
                entry.act, entry, mark.first, mark.last, "noun", words=told.sentence.lower(mark.first)
            )
            event.outcome, event.role = _outcome(told, entry), "organisation"
            out.append((event, name))
    return out


def _terms(told: Told) -> list[str]:
    return [one.iso for one in told.lengths if one.iso and not one.possible]


def _outcome(told: Told, entry: Entry) -> str:
    """What the words of an entry say came of it, with the term where they want one."""
    return f"{entry.outcome} {_terms(told)[0]}" if entry.needs == "term" else entry.outcome


def _fits(told: Told, mark: Mark, entry: Entry) -> bool:
    if entry.needs == "term" and not _terms(told):
        return False
    lemmas = frozenset(part.lstrip("=") for word in entry.words for part in told.lexicon.parts(word))
    at, form = head_of(told.sentence, mark, lemmas)
    mode = mode_of(form, told.sentence.word(at).finite)
    if told.verb_last:
        named = entry.form == "finite" and not is_finished(told.sentence, at)
        return told.near(entry, at)[0] and not named and not unreal_after(told, mark, form, entry)
    return told.near(entry, at)[0] and not unreal(told, at, mode, form, entry)


def _names(told: Told, runs: list[Run], text: str) -> list[tuple[int, int, str]]:
    """The names of organisations: quoted behind or under a word for an organisation, or capitalised
    after it."""
    sentence = told.sentence
    out: list[tuple[int, int, str]] = []
    for index, token in enumerate(sentence.tokens):
        if token.text not in _OPENING:
            continue
        close = next(
            (
                at
                for at in range(index + 1, min(index + _REACH, len(sentence.tokens)))
                if sentence.tokens[at].text in _CLOSING
            ),
            None,
        )
        led = any(sentence.is_at("organisational", at) for at in range(max(0, index - 3), index))
        led = led or (close is not None and told.verb_last and _is_called(sentence, close))
        if close is not None and close > index + 1 and led and _is_name(told, index + 1):
            start, end = sentence.said(index + 1, close)
            out.append((index, close + 1, text[start:end]))
    for run in runs:
        if not run.quoted and any(sentence.is_at("organisational", run.first - back) for back in (1, 2)):
            start, end = sentence.said(run.first, run.last)
            out.append((run.first, run.last, text[start:end]))
    return out


def _is_called(sentence: Sentence, close: int) -> bool:
    """Whether a word for an organisation stands behind a closing quotation mark («X» қоғамдық қоры)."""
    return any(sentence.is_at("organisational", at) for at in (close + 1, close + 2))


def _is_name(told: Told, index: int) -> bool:
    """Whether what stands in quotation marks can be a name: with a capital where the verb stands last."""
    return not told.verb_last or told.sentence.tokens[index].capital


def _nearest(told: Told, mark: Mark, names: list[tuple[int, int, str]]) -> str | None:
    begins = told.clauses.clause(mark.first).first
    same = [
        name
        for name in names
        if told.clauses.same(name[0], mark.first)
        or abs(name[0] - mark.last) <= 4
        or 0 <= begins - name[1] <= 1
    ]
    return min(same, key=lambda name: abs(name[0] - mark.first))[2] if same else None
