"""A penalty that was made another one, however that is worded: not a new conviction."""

from collections.abc import Iterator

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.documents import Span

_REACH = 90


def made_other(draft: Draft) -> Iterator[Finding]:
    """ "In March the court made this eighteen months in a colony": a mild penalty turned into a hard one."""
    for hit in draft.found("made_other"):
        sentence = draft.sentence(hit.start())
        near = Span(max(sentence.start, hit.start() - _REACH), min(sentence.end, hit.end() + _REACH))
        hard = draft.found("harsh", within=near)
        mild = draft.found("mild", within=near)
        taken_up = not mild and hard and _taken_up(draft, sentence, Span(hit.start(), hard[0].start()))
        if not hard or not (mild or taken_up) or draft.says("perhaps", within=near):
            continue
        if mild and mild[0].start() > hard[0].start():
            continue  # a hard penalty made milder, or both told of two people
        if mild and draft.text.find(";", mild[0].end(), hard[0].start()) > 0:
            continue
        first = min(mild[0].start() if mild else hit.start(), hit.start())
        yield draft.finding("conversion", (first, max(hard[0].end(), hit.end())))


def _taken_up(draft: Draft, sentence: Span, between: Span) -> bool:
    """Whether "this" takes up a mild penalty of the sentences before, in the same section."""
    if not draft.says("this_penalty", within=between):
        return False
    number = draft.sentence_number(sentence.start)
    before = draft.sentences[max(0, number - 2) : number]
    section = draft.section(sentence.start).start
    return any(draft.says("mild", within=at) for at in before if at.start >= section)
