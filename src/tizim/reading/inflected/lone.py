"""Names of one word: given names beside kin or an age, families in the plural, owners before a name."""

from collections import defaultdict

from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.names import Run, Runs
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.surnames import bases_of
from tizim.reading.inflected.words import plain

_OWNED = (2, 3)
_OFTEN, _LONG = 3, 4


def beside_kin(run: Run, sentence: Sentence, lists: NameLists) -> tuple[str, ...] | None:
    """The base form of a given name alone that kin in its case, an age or "called" stands before."""
    if len(run.words) != 1 or run.quoted or lists.alone:
        return None
    bases = {case: base for case, base in run.bases.items() if lists.given(base[0])}
    if not bases:
        return None
    at = run.first - 1
    if sentence.at("unit_adjectives", at) is not None:
        aged = sentence.word(at).cases
        return next((base for case, base in bases.items() if case in aged), None)
    called = at if sentence.lower(at) == "," else run.first
    if sentence.ends_at("called", called) is not None:
        return next(iter(bases.values()))
    kin = sentence.ends_at("kin", run.first) or sentence.ends_at("kin", at)
    if kin is None or (kin.last == at and sentence.lower(at) != "," and not sentence.tokens[at].capital):
        return None
    own = sentence.word(kin.last - 1).cases
    fitting = [base for case, base in bases.items() if case in own]
    owned = "gen" in bases and "nom" in own and "nom" not in bases
    return fitting[0] if fitting and not owned else None


def is_family(run: Run, lists: NameLists) -> bool:
    """Whether a surname alone stands in the plural: a family, not a person."""
    endings = tuple(str(lists.lexicon.tables["names"].get("plural") or "").split())
    return bool(endings) and len(run.words) == 1 and plain(run.words[0]).endswith(endings)


def of_sex(given: str, surname: str, lists: NameLists) -> str:
    """The surname of one of a family in the plural: a woman's behind a woman's given name."""
    several: dict[str, str] = lists.lexicon.tables["names"].get("family_endings") or {}
    for ending, single in several.items():
        surname = surname.removesuffix(ending) + single if surname.endswith(ending) else surname
    woman = plain(given) in lists.female and plain(given) not in lists.male
    return surname + "а" if woman and plain(surname).endswith(lists.endings[0]) else surname


def is_surname(run: Run, sentence: Sentence, lists: NameLists) -> bool:
    """Whether a word inside a sentence can only be a surname: by its ending and to the language."""
    male, female, _ = lists.endings
    opening = next((at for at, token in enumerate(sentence.tokens) if token.kind == "word"), -1)
    if run.first == opening or len(run.words[0]) < 5 or sentence.tokens[run.first - 1].kind != "word":
        return False
    following = sentence.word(run.last).forms[:1]
    if following and following[0].part in ("noun", "adjective") and plain(run.words[0]).endswith("ий"):
        return False
    ends = any(plain(base[0]).endswith((*male, *female)) for base in run.bases.values())
    forms = sentence.word(run.first).forms
    return (
        ends
        and any(form.part == "name" for form in forms[:2])
        and not sentence.is_at("place_words", run.first - 1)
    )


def note_repeated(runs: Runs, sentences: list[Sentence], lists: NameLists) -> None:
    """Notes the lone words that a text uses as a name time and again, and never as anything else: unknown to
    the language, in several cases, one of them an object's, none that says where something is."""
    if not lists.alone:
        return
    met: dict[str, list[Run]] = defaultdict(list)
    for run in runs.runs:
        if len(run.words) == 1 and not run.quoted and _is_unknown(run, sentences[run.sentence], runs):
            met[min((plain(base[0]) for base in run.bases.values()), key=len)].append(run)
    for found in met.values():
        cases = {case for run in found for case in run.bases}
        several = len({plain(run.words[0]) for run in found}) > 1
        if len(found) >= _OFTEN and several and "acc" in cases and "loc" not in cases:
            for run in found:
                run.repeated = True


def _is_unknown(run: Run, sentence: Sentence, runs: Runs) -> bool:
    """Whether a lone word is none of the language, of a place or an organisation, nor written small."""
    forms = sentence.word(run.first).forms
    base = min((plain(one[0]) for one in run.bases.values()), key=len, default="")
    if not base or len(base) < _LONG or runs.small[base] or not all(form.part == "name" for form in forms):
        return False
    known = ("place", "place_word", "organisational", "agency", "months", "title")
    return sentence.any_at(known, run.first) is None and not run.words[0].isupper()


def cut_owner(run: Run, sentence: Sentence, lists: NameLists, known: set[str]) -> None:
    """Cuts the surname of whom kin or a lawyer belongs to from the name behind it ("the wife of X, Y")."""
    if len(run.words) not in _OWNED or run.last - run.first != len(run.words) or lists.alone:
        return
    owners = {plain(base[0]) for base in bases_of(run.words[:1], lists.lexicon.tongue).values()}
    rest = bases_of(run.words[1:], lists.lexicon.tongue)
    named = any(lists.given(base[0]) for base in rest.values())
    led = sentence.ends_at("kin", run.first) is not None or run.title == "lawyer"
    whole = named or (led and len(run.words) == max(_OWNED))
    if not owners & known or not whole or lists.given(run.words[0]) or (len(run.words) == 2 and not led):
        return
    run.first, run.words, run.bases = run.first + 1, run.words[1:], rest
