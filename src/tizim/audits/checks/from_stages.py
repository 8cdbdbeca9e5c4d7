"""So long before or after a stage of a case, against the day on which the text puts that stage."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tizim.audits.checks.between import singles
from tizim.audits.checks.clauses import clauses
from tizim.audits.checks.threads import Event, events_of
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import Length
from tizim.audits.patterns import pattern, words

_SLACK = {"day": 1, "week": 3, "month": 16, "year": 190}
_NOUN = re.compile(r"\s+(?:the |his |her |their |its |this |that |его |её |их |этого |этой )?([^\W\d_]{4,})")
_BEHIND = re.compile(r"([^\W\d_]{4,}?)(?:нан|нен|дан|ден|тан|тен)\s+$")
_AFTER = re.compile(r"\s+(?:after|following|после|спустя после|со дня)\b")
_AHEAD = re.compile(r"\s+(?:before|prior to|до)\b")
_KAZAKH_AFTER, _KAZAKH_AHEAD = re.compile(r"\w*\s+(?:кейін|соң)"), re.compile(r"\w*\s+(?:бұрын|ерте)")
_NEAR, _MOST = 50, 6


def from_stages(draft: Draft) -> Iterator[Finding]:
    """ "Three days after the search, on 24 October": the search was on another day, as the text tells it."""
    told = clauses(draft)
    by_section: dict[int, list[Event]] = defaultdict(list)
    for event in events_of(draft):
        by_section[event.section].append(event)
    for length in (*draft.lengths, *singles(draft)):
        sign, stage = _which(draft, length)
        own = [one for one in told if one.at.start <= length.start < one.at.end and one.day.day]
        if not stage or length.unit not in _SLACK or len(own) != 1 or own[0].spanned:
            continue
        if min(abs(own[0].day.start - length.end), abs(length.start - own[0].day.end)) > _NEAR:
            continue
        section = draft.section(length.start).start
        days = {
            event.clause.first: event
            for event in by_section[section]
            if event.stage == stage
            and event.clause.day.day
            and event.clause is not own[0]
            and not event.after
        }
        if len(days) != 1:
            continue
        on, event = days.popitem()
        apart = sign * (own[0].first - on).days
        off = abs(apart - length.in_days)
        if off > _SLACK[length.unit] and abs(apart) <= _MOST * max(length.in_days, 10):
            spans = (
                (length.start, length.end),
                *((one.day.start, one.day.end) for one in (own[0], event.clause)),
            )
            shown = draft.text[length.start : length.end]
            yield draft.finding("duration_dates", *spans, length=shown, days=apart)


def _which(draft: Draft, length: Length) -> tuple[int, str | None]:
    """Whether a length counts after or before something, and what stage of a case that is."""
    language = draft.language(length.start)
    if language == "kk":
        before = draft.text[max(0, length.start - 30) : length.start]
        noun = _BEHIND.search(before)
        sign = 1 if _KAZAKH_AFTER.match(draft.text, length.end) else 0
        sign = sign or (-1 if _KAZAKH_AHEAD.match(draft.text, length.end) else 0)
    else:
        after, ahead = (one.match(draft.text, length.end) for one in (_AFTER, _AHEAD))
        hit = after or ahead
        sign = 1 if after else -1
        noun = _NOUN.match(draft.text, hit.end()) if hit else None
    if not noun or not sign:
        return 0, None
    known = words(language, "thread_nouns")
    word = noun.group(1).lower()
    return sign, next((one for one in known if pattern(language, "thread_nouns", one).fullmatch(word)), None)
