"""Names of one word: given names beside kin or an age, families in the plural, owners before a name."""

from tizim.reading.inflected.lists import NameLists
from tizim.reading.inflected.names import Run
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.surnames import bases_of
from tizim.reading.inflected.words import plain

_OWNED = (2, 3)


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
