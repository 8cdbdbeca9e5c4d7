"""Those whom a text first counts and then names: "A court jailed two editors. X got six years, Y five."."""

from tizim.reading.drafts import ELSEWHERE, Draft, changed
from tizim.reading.marks import Sentence
from tizim.reading.people import People

_ON, _MOST = 3, 12
_ASIDE = {"judge", "prosecutor", "official", "lawyer", "force"}
_HANDED_ON = {"sentence", "conviction", "detention", "search", "charge", "interrogation", "fine"}
_SAME = {"conviction": "sentence", "administrative_arrest": "sentence"}
_LATER, _TOP = 6, 2
_LED = frozenset(
    "sentence conviction administrative_arrest fine detention pretrial_detention house_arrest release charge"
    " appeal search forced_psychiatry death ill_treatment abduction dismissal interrogation"
    " travel_ban".split()
)


def introduced(drafts: list[Draft], people: People, sentences: list[Sentence]) -> list[Draft]:
    """The drafts; what was told of a counted few is told of those whom the next sentences first name."""
    first = _first_named(people)
    out: list[Draft] = []
    for draft in drafts:
        named = _members(draft, drafts, first, sentences) if _counts_few(draft) else []
        named = named or (_same_one(draft, drafts, first, sentences) if _counts_one(draft) else [])
        if named:
            _dated(draft, named, drafts)
            out += [_of(draft, number) for number in named if _told_apart(draft, number, drafts)]
        else:
            out.append(draft)
    return out


def _counts_few(draft: Draft) -> bool:
    group = draft.group
    if group is None or draft.official or draft.figure or group.vague or group.partitive:
        return False
    if "victim: group" not in draft.why:
        return False
    return group.high == group.low and 2 <= group.low <= _MOST and group.bound == "exact"


def _counts_one(draft: Draft) -> bool:
    """Whether a draft is of one person whom its sentence leaves unnamed: "a photographer was beaten"."""
    group = draft.group
    one = group is not None and group.high == group.low == 1 and not group.noun
    return one and not draft.official and not draft.figure and "victim: group" in draft.why


def _same_one(
    draft: Draft, drafts: list[Draft], first: dict[int, int], sentences: list[Sentence]
) -> list[int]:
    """Who opens the next sentence by name, for the first time, as one to whom something happened too."""
    at = draft.sentence
    if at < _TOP and (lead := _of_the_lead(draft, drafts, first, sentences)):
        return lead
    near = [person for person, number in first.items() if number == at + 1]
    if any(number == at for number in first.values()) or len(near) != 1:
        return []
    if sentences[at].span.line != sentences[at + 1].span.line:
        return []
    others = [one for one in drafts if one.sentence == at and one.group is not None and one.act == draft.act]
    told = [one for one in drafts if one.person == near[0] and one.sentence == at + 1]
    return near if told and len(others) == 1 else []


def _of_the_lead(
    draft: Draft, drafts: list[Draft], first: dict[int, int], sentences: list[Sentence]
) -> list[int]:
    """Of "A journalist was jailed on Monday.", at the head of news: who opens the next paragraph by name."""
    at = draft.sentence
    if draft.act not in _LED or any(number <= at for number in first.values()) or at + 1 >= len(sentences):
        return []
    others = {one.group.low for one in drafts if one.sentence == at and one.group is not None}
    if others != {1}:
        return []
    told = {one.person for one in drafts if one.person is not None and 0 < one.sentence - at <= _LATER}
    near = [person for person, number in first.items() if number == at + 1 and person in told]
    far = sentences[at + 1].span.line - sentences[at].span.line
    return near if len(near) == 1 and far <= 2 else []


def _first_named(people: People) -> dict[int, int]:
    """In which sentence each person is named first; those who act for the state or for others left out."""
    first: dict[int, int] = {}
    for number, mentions in sorted(people.mentions.items()):
        for mention in mentions:
            if not any(title in _ASIDE for title in people.persons[mention.person].titles):
                first.setdefault(mention.person, number)
    return first


def _members(
    draft: Draft, drafts: list[Draft], first: dict[int, int], sentences: list[Sentence]
) -> list[int]:
    """The people whom the sentences behind a count name for the first time, where they are as many."""
    size, at = (draft.group.low if draft.group else 0), draft.sentence
    if any(number == at for number in first.values()):
        return []
    near = [person for person, number in first.items() if 0 < number - at <= _ON]
    far = sentences[at].span.line + 1
    near = [person for person in near if sentences[first[person]].span.line <= far]
    told = {one.person for one in drafts if one.person is not None and 0 < one.sentence - at <= _LATER}
    return near if len(near) == size and set(near) <= told else []


def _told_apart(draft: Draft, person: int, drafts: list[Draft]) -> bool:
    """Whether the text tells the act of one of them nowhere else, or what it tells later is another one."""
    act = _SAME.get(draft.act, draft.act)
    again = [
        one
        for one in drafts
        if one.person == person
        and _SAME.get(one.act, one.act) == act
        and 0 <= one.sentence - draft.sentence <= _LATER
    ]
    return not again or all(_another(draft, one) for one in again)


def _another(lead: Draft, later: Draft) -> bool:
    """Whether what is told later is less than the lead tells, and of another day: not the verdict."""
    return (
        bool(lead.outcome)
        and not later.outcome
        and None not in (lead.day, later.day)
        and lead.day != later.day
    )


def _dated(draft: Draft, named: list[int], drafts: list[Draft]) -> None:
    """The verdicts that are then told one by one have the day of the one told of all."""
    act = _SAME.get(draft.act, draft.act)
    for one in drafts:
        later = 0 < one.sentence - draft.sentence <= _LATER and one.person in named
        if later and one.day is None and _SAME.get(one.act, one.act) == act and act in _HANDED_ON:
            one.day, one.day_from = draft.day, ELSEWHERE


def _of(draft: Draft, person: int) -> Draft:
    return changed(draft, person=person, group=None, figure=False, day_from=ELSEWHERE if draft.day else None)
