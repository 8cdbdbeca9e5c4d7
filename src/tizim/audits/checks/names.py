"""Names that run together, fit two people, or stand beside a legal name; people who are left unnamed."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import LOWER, UPPER, group
from tizim.audits.people import Mention
from tizim.audits.spelling import inflected
from tizim.documents import Span
from tizim.reading import is_given

_RUN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*(?: [^\W\d_]+(?:[-’'][^\W\d_]+)*)*")
_GLUED = re.compile(
    rf"(?<![\w@#/.-])(?P<one>[^\W\d_][{LOWER}]{{2,}})(?P<two>[{UPPER}][{LOWER}]{{2,}})(?: [{UPPER}]\w+)?"
)
_STOP = re.compile(rf"(?<![\w@#/.-])[^\W\d_][{LOWER}]{{2,}}[.,;:](?P<two>[{UPPER}][{LOWER}]{{2,}})(?= )")
_NEAR_NAME, _BEFORE = 16, 700
_ROW = re.compile(r"[,;:]\s|\s(?:and|и|мен|пен|бен|және)\s")


def missing_commas(draft: Draft) -> Iterator[Finding]:
    """Four capitalised words in a row of names in which the others have two."""
    for sentence in draft.sentences:
        own = draft.mentions_in(sentence)
        for run in _runs(draft, sentence):
            words = draft.text[slice(*run)].split()
            if len(words) == 4 and _in_row(draft, run, sentence) and _two_names(own, run):
                shown = listed([" ".join(words[:2]), " ".join(words[2:])])
                yield draft.finding("missing_comma", run, words=shown)


def _runs(draft: Draft, sentence: Span) -> Iterator[tuple[int, int]]:
    for hit in _RUN.finditer(draft.text, sentence.start, sentence.end):
        words = list(re.finditer(r"\S+", hit.group()))
        start = None
        for number, word in enumerate([*words, None]):
            capital = word is not None and word.group()[0].isupper()
            if capital and start is None:
                start = number
            elif not capital and start is not None:
                yield hit.start() + words[start].start(), hit.start() + words[number - 1].end()
                start = None


def _in_row(draft: Draft, run: tuple[int, int], sentence: Span) -> bool:
    """Whether the run stands in a row of names: commas on its sides."""
    before, after = draft.text[sentence.start : run[0]], draft.text[run[1] : sentence.end]
    left = not before.strip(" -–—•*") or re.search(r"(?:[,:;]|\band|\bи|\bмен|\bпен)\s*$", before) is not None
    right = re.match(r"\s*(?:,|;|and\b|и\b|мен\b|пен\b|және\b)", after) is not None
    return left and right and len(_ROW.findall(before + after)) >= 2


def _two_names(own: list[Mention], run: tuple[int, int]) -> bool:
    """Whether other names of the sentence have two words: four are then two people."""
    others = [m for m in own if m.end <= run[0] or m.start >= run[1]]
    return sum(len(m.words) == 2 for m in others) >= 2 and not any(len(m.words) > 2 for m in others)


def glued(draft: Draft) -> Iterator[Finding]:
    """Two words that run into each other where the text knows the second, or each, as a word of its own."""
    known = {word for m in draft.mentions for word in m.words}
    words = set(re.findall(r"[^\W\d_]+", draft.text))
    for hit in _GLUED.finditer(draft.text):
        one, two = hit.group("one"), hit.group("two")
        name = is_given(one) or (is_given(two) and " " in hit.group())
        if two in known or name or (one in words and two in words):
            yield draft.finding("missing_space", hit.span(), words=hit.group())
    for hit in _STOP.finditer(draft.text):
        if is_given(hit.group("two")) or hit.group("two") in known:
            yield draft.finding("missing_space", hit.span(), words=hit.group())


def shared_surnames(draft: Draft) -> Iterator[Finding]:
    """A surname alone where two bearers of it were named shortly before."""
    bearers: dict[str, list[Mention]] = defaultdict(list)
    for mention in draft.mentions:
        if len(mention.words) > 1:
            bearers[mention.words[-1]].append(mention)
    for surname, full in bearers.items():
        if len({_given(m) for m in full}) < 2:
            continue
        doubtful = [
            m
            for m in draft.mentions
            if len(m.words) == 1 and _fits(draft, m, surname) and _two_before(m, full)
        ]
        if doubtful:
            people = listed(list(dict.fromkeys(m.form for m in full))[:4])
            yield draft.finding(
                "surname_shared", *((m.start, m.end) for m in doubtful), surname=surname, people=people
            )


def _given(mention: Mention) -> str:
    return mention.words[0][:4]


def _fits(draft: Draft, mention: Mention, surname: str) -> bool:
    form = re.sub(r"['’]s?$", "", mention.form)
    return form == surname or (
        draft.language(mention.start) != "en"
        and inflected(form, surname, draft.language(mention.start))
        and form[-1] == surname[-1]
    )


def _two_before(mention: Mention, full: list[Mention]) -> bool:
    near = [m for m in full if 0 < mention.start - m.end < _BEFORE]
    return len({_given(m) for m in near}) > 1


def legal_names(draft: Draft) -> Iterator[Finding]:
    """ "(in his passport: …)": a legal name beside the one used."""
    for hit in draft.found("legal_name"):
        sentence = draft.sentence(hit.start())
        before = [
            m
            for m in draft.mentions
            if sentence.start <= m.start and m.end <= hit.start() and hit.start() - m.end < _NEAR_NAME
        ]
        after = re.compile(rf"[\s,:–—-]+(?P<name>[^\W\d_]\w+(?:[ -][{UPPER}]\w+)*)").match(
            draft.text, hit.end()
        )
        if before and after and after.group("name")[0].isupper():
            spans = ((hit.start(), after.end()), (before[-1].start, before[-1].end))
            yield draft.finding("legal_name", *spans, forms=listed([before[-1].form, after.group("name")]))


def first_names(draft: Draft) -> Iterator[Finding]:
    """A first name alone in quotation marks."""
    for hit in draft.found("first_name"):
        name = group(hit, "name") or hit.group()
        yield draft.finding("first_name_only", hit.span(), word=listed([name]))


def by_elimination(draft: Draft) -> Iterator[Finding]:
    """An unnamed person among people whose number is printed and of whom as many are named."""
    unnamed = draft.found("unnamed")
    quoted = speaking(draft) if unnamed and draft.says("interviewed", within=_whole(draft)) else 0
    for count in draft.counts if unnamed else ():
        sentence = draft.sentence(count.start)
        if (
            count.unit not in ("persons", None)
            or not count.exact
            or not draft.says("interviewed", within=sentence)
        ):
            continue
        named = _listed_after(draft, count, sentence) or quoted
        if named == count.value:
            spans = ((unnamed[0].start(), unnamed[0].end()), (count.start, count.end))
            yield draft.finding("identified_by_elimination", *spans, number=count.value)


def _whole(draft: Draft) -> Span:
    return Span(0, len(draft.text))


def _listed_after(draft: Draft, count: Count, sentence: Span) -> int:
    """How many people are named in the list that the count opens."""
    colon = draft.text.find(":", count.end, sentence.end)
    return len({m.person for m in draft.mentions_in(Span(colon + 1, sentence.end))}) if colon > 0 else 0


def speaking(draft: Draft) -> int:
    """How many of those to whom something was done are quoted."""
    victims = {n for n, person in enumerate(draft.reading.persons) if person.kind == "victim"}
    said = set()
    for mention in draft.mentions:
        near = Span(max(0, mention.start - 40), min(len(draft.text), draft.sentence(mention.start).end))
        if mention.person in victims and draft.says("says", within=near):
            said.add(mention.person)
    return len(said)


def roles(draft: Draft) -> Iterator[Finding]:
    """One person in two roles of one kind: "human rights activist", "opposition activist"."""
    said: dict[int, dict[str, Mention]] = defaultdict(dict)
    ends = {hit.end(): hit for hit in draft.found("roles")}
    for mention in draft.mentions:
        hit = ends.get(mention.start - 1)
        if hit is not None and len(mention.words) > 1:
            said[mention.person].setdefault(hit.group().lower(), mention)
    for hit in draft.found("roles"):
        link = next(iter(draft.found("is_a", within=Span(max(0, hit.start() - 10), hit.start()))), None)
        owner = [m for m in draft.mentions if link and m.end == link.start() - 1 and len(m.words) > 1]
        if owner:
            said[owner[0].person].setdefault(hit.group().lower(), owner[0])
    for person, by_role in said.items():
        if len({role.split()[0] for role in by_role if " " in role}) > 1:
            spans = [(max(0, m.start - len(role) - 1), m.end) for role, m in by_role.items() if " " in role]
            name = draft.reading.persons[person].name
            yield draft.finding("role_differs", *spans, name=name, forms=listed(sorted(by_role)))
