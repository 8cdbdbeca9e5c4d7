"""Who did it: courts and judges, police and other agencies, with their part in the act."""

from tizim.reading.drafts import Draft, changed
from tizim.reading.inflected.clauses import Clauses
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.who import Who
from tizim.reading.marks import Mark
from tizim.reading.people import People

_COURT = frozenset({"sentence", "conviction", "administrative_arrest", "fine", "pretrial_detention",
                    "house_arrest",
                    "appeal", "ban_on_activity", "other", "organisation_ban"})  # fmt: skip
_FORCE = frozenset({"detention", "search", "interrogation", "ill_treatment", "threat", "surveillance",
                    "abduction", "charge",
                    "travel_ban", "assembly_refusal", "forced_psychiatry", "financial_listing"})  # fmt: skip
_OFFICES = {
    "judge": ("decided", "judiciary"),
    "prosecutor": ("", "prosecutors"),
    "investigator": ("", "prosecutors"),
}
_LATER = 2
_WIDTH = 7


def with_agents(draft: Draft, at: int, where: tuple[Sentence, Clauses]) -> Draft:
    """The draft with the agency that its clause names as doing it."""
    sentence, clauses = where
    for mark in sentence.of("agency"):
        kind = str(mark.value)
        fits = draft.act in _COURT if kind == "judiciary" else draft.act in _FORCE
        if not fits or not clauses.same(mark.first, at) or not _acts(sentence, mark):
            continue
        name = _named(sentence, mark)
        degree = "decided" if draft.act in _COURT else "carried_out"
        return changed(draft, agency=name, perpetrators=((name, degree, kind),))
    return draft


def _acts(sentence: Sentence, mark: Mark) -> bool:
    """Whether an agency is the subject, or the doer of a passive."""
    if sentence.ends_at("prepositions", _head(sentence, mark)) is not None:
        return False
    cases = (
        sentence.word(mark.last - 1).cases if mark.last - mark.first > 1 else sentence.word(mark.first).cases
    )
    cases = cases | sentence.word(mark.first).cases
    return "nom" in cases or "ins" in cases


def _head(sentence: Sentence, mark: Mark) -> int:
    """Where the phrase of an agency begins: the adjectives before it belong to it."""
    at = mark.first
    while at > 0:
        forms = sentence.word(at - 1).forms[:1]
        if not forms or forms[0].part != "adjective" or not forms[0].case:
            break
        at -= 1
    return at


def _named(sentence: Sentence, mark: Mark) -> str:
    """The name of an agency as printed, with the words in the genitive after it."""
    first, last = _head(sentence, mark), mark.last
    while last < len(sentence.tokens) and last - first < _WIDTH:
        word = sentence.word(last)
        if (
            sentence.tokens[last].kind != "word"
            or word.finite
            or "gen" not in word.cases
            or sentence.is_at("victims", last)
        ):
            break
        last += 1
    return " ".join(token.text for token in sentence.tokens[first:last])


def with_officials(drafts: list[Draft], whos: list[Who], people: People, sentence: int) -> list[Draft]:
    """The drafts; a judge named in or right after a verdict decided it, a prosecutor stood for the charge."""
    offices = [
        (number, _OFFICES[title])
        for who in whos
        if who.kind == "person"
        for number in who.people
        for title in dict.fromkeys(people.persons[number].titles)
        if title in _OFFICES
    ]
    if not offices:
        return drafts
    return [
        _with(draft, offices, people)
        if draft.act in _COURT and 0 <= sentence - draft.sentence <= _LATER
        else draft
        for draft in drafts
    ]


def _with(draft: Draft, offices: list[tuple[int, tuple[str, str]]], people: People) -> Draft:
    """A draft with the officials; one that has a judge already keeps him."""
    out = list(draft.perpetrators)
    for number, (degree, kind) in offices:
        name = people.persons[number].name
        judged = degree == "decided" and any(
            known[1] == "decided" and known[0] != draft.agency for known in out
        )
        if number != draft.person and not judged and all(known[0] != name for known in out):
            out.append((name, degree, kind))
    return changed(draft, perpetrators=tuple(out))
