"""Who did it: the court, judge, police or other agency that a sentence names as doing an act."""

from tizim.reading.drafts import Draft
from tizim.reading.events import Event
from tizim.reading.marks import Mark, Sentence
from tizim.reading.people import People
from tizim.reading.who import Who

_COURT = {
    *("sentence", "conviction", "administrative_arrest", "fine", "pretrial_detention", "house_arrest"),
    *("appeal", "ban_on_activity", "other", "organisation_ban", "trial"),
}
_REACH = 14
_OFFICES = {"judge": "judiciary", "prosecutor": "prosecutors", "force": "police"}


def note_doers(draft: Draft, event: Event, sentence: Sentence, whos: list[Who], people: People) -> None:
    """Gives a draft the agency and the officials that its clause names."""
    doers: list[tuple[str, str, str]] = []
    agency = _agency(event, sentence, whos)
    degree = "decided" if draft.act in _COURT else "carried_out"
    if agency is not None:
        name = _named(sentence, agency)
        doers.append((name, degree, str(agency.value)))
        draft.agency = name
    for number, title in _officials(event, sentence, whos, people):
        kind = _OFFICES[title]
        if number != draft.person and (kind == "judiciary") == (draft.act in _COURT):
            doers.append((people.persons[number].name, degree, kind))
    if doers:
        draft.perpetrators = tuple(doers)


def _agency(event: Event, sentence: Sentence, whos: list[Who]) -> Mark | None:
    """The agency that is the subject of an active verb, or stands behind "by"."""
    passive = _passive(event, sentence)
    for mark in sentence.of("agencies"):
        if any(who.kind == "person" and who.first == mark.last for who in whos):
            continue
        before = sentence.lower(_head(sentence, mark) - 1)
        if (
            before == "by"
            and 0 <= mark.first - event.last <= _REACH
            and not _parted(sentence, event.last, mark.first)
        ):
            return mark
        ahead = 0 <= event.start - mark.last <= _REACH
        free = sentence.any_at(("prepositions",), _head(sentence, mark) - 1) is None
        if not passive and ahead and free and not _parted(sentence, mark.last, event.start):
            return mark
    return None


def _passive(event: Event, sentence: Sentence) -> bool:
    return event.shape in ("nouns", "facing", "bare") or any(
        sentence.at("be", at) is not None for at in range(event.start, event.first)
    )


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    return any(
        sentence.tokens[at].text in (";", ":", '"')
        or sentence.any_at(("relative", "attribution"), at) is not None
        for at in range(first, last)
    )


def _head(sentence: Sentence, mark: Mark) -> int:
    """Where the name of an agency begins: capitalised words and places before it belong to it."""
    at = mark.first
    while at > 0 and sentence.tokens[at - 1].capital and (at > 1 or sentence.at("place", at - 1) is not None):
        at -= 1
    while sentence.lower(at - 1) in ("the", "a", "an", "local", "district", "city", "regional"):
        at -= 1
    return at


def _named(sentence: Sentence, mark: Mark) -> str:
    first, last = _head(sentence, mark), mark.last
    words = sentence.tokens[first:last]
    if words and words[0].lower in ("the", "a", "an"):
        words = words[1:]
    return " ".join(token.text for token in words).replace(" 's", "'s")


def _officials(event: Event, sentence: Sentence, whos: list[Who], people: People) -> list[tuple[int, str]]:
    """Named judges, prosecutors and officers who are the subject of the act or stand behind "by"."""
    out = []
    for who in whos:
        titles = [t for number in who.people for t in people.persons[number].titles if t in _OFFICES]
        if who.kind != "person" or len(who.people) != 1 or not titles:
            continue
        subject = who.last <= event.start and event.start - who.last <= _REACH and not who.governed
        subject = subject and not _passive(event, sentence) and not _parted(sentence, who.last, event.start)
        by = who.governed == "by" and 0 <= who.head - event.last <= _REACH
        if subject or by:
            out.append((who.people[0], titles[0]))
    return out
