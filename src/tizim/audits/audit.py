"""The editor's check: every check over one text, and what several texts say against each other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tizim.audits.checks import (
    additions,
    aged,
    allowed,
    balances,
    between,
    bodies,
    body_words,
    bounds,
    columns,
    dates,
    days_in_rows,
    dealt,
    durations,
    enumerated,
    extremes,
    fractions,
    gathered,
    itemised,
    labelled,
    last_told,
    law,
    letters,
    lists,
    lives,
    made_other,
    named_wholes,
    names,
    old_names,
    own_day,
    pairs,
    promised,
    proportions,
    quotes,
    regional,
    regions_bodies,
    rows_dealt,
    served,
    shares,
    spellings,
    spread,
    stages,
    stories,
    sums,
    table_rows,
    taken_up,
    taken_up_next,
    terms,
    time_passed,
    unnamed,
    wording,
)
from tizim.audits.checks.register import against
from tizim.audits.chronology.contradictions import contradictions
from tizim.audits.chronology.custody import time_inside
from tizim.audits.chronology.lengths import lengths_told
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, meet
from tizim.claims import Claim

_CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    letters.mixed_letters,
    letters.lone_letters,
    letters.rare_scripts,
    spellings.spellings,
    spellings.slips,
    spellings.relatives_alike,
    spellings.people_alike,
    served.kin_spelt_apart,
    spellings.accents,
    spellings.typos,
    names.missing_commas,
    names.glued,
    names.shared_surnames,
    names.legal_names,
    names.first_names,
    names.by_elimination,
    unnamed.last_of_some,
    unnamed.next_of_named,
    unnamed.others_named,
    unnamed.told_of_all,
    unnamed.only_one,
    unnamed.all_but_one,
    unnamed.relatives,
    names.roles,
    law.titles,
    law.deeds,
    table_rows.terms_of_rows,
    law.terms,
    law.maximum,
    law.bodies_like_articles,
    law.terms_in_doubt,
    law.measures,
    sums.announced_parts,
    sums.totals,
    sums.outcomes,
    sums.parts_too_large,
    sums.told_parts,
    sums.lists_of_them,
    columns.columns,
    columns.parts_of_columns,
    balances.rows_summed,
    balances.flows,
    additions.reached,
    additions.closed_rows,
    additions.totals_of_rows,
    additions.one_by_one,
    additions.differences,
    gathered.totals_apart,
    spread.over_two_sentences,
    spread.bare_rows,
    spread.summed_next,
    gathered.verdicts,
    gathered.lists_by_noun,
    gathered.rows_told,
    gathered.running,
    gathered.closing_rows,
    gathered.parts_of_those,
    shares.more_than_there_are,
    shares.split_in_two,
    shares.rows_of_parts,
    shares.shares,
    shares.shares_said,
    shares.growth,
    proportions.changes_by,
    proportions.in_ten,
    proportions.bounded_shares,
    served.terms_summed,
    shares.others_of_parts,
    bounds.at_least_and_exact,
    bounds.two_numbers,
    bounds.populations,
    bounds.people_or_acts,
    bounds.periods,
    bounds.one_group_two_tellings,
    bounds.stages_together,
    itemised.rows_of_names,
    itemised.names_told_next,
    itemised.things_announced,
    itemised.clauses_announced,
    itemised.numbered_rows,
    itemised.taken_up_after,
    itemised.kept_for_the_end,
    lists.missing_lists,
    promised.attached,
    promised.annexes,
    promised.said_below,
    lists.listed_items,
    lists.listed_days,
    lists.citation_marks,
    lists.named_and_announced,
    lists.lists_in_doubt,
    lists.others_left,
    taken_up.all_of_row,
    taken_up.others_of_names,
    taken_up.enumerated,
    own_day.after_own_day,
    own_day.covered,
    own_day.founded_after_deed,
    dates.weekdays,
    dates.order,
    dates.chronicles,
    days_in_rows.papers,
    days_in_rows.answers,
    days_in_rows.rows_of_days,
    extremes.none_since,
    extremes.first_ones,
    stages.stages,
    stages.lives_of_bodies,
    dates.outside,
    extremes.last_ones,
    dates.formats,
    dates.without_year,
    dates.relative,
    terms.no_such_days,
    terms.begun_and_over,
    terms.until,
    terms.left_over,
    terms.one_kept_unnamed,
    terms.earlier_than_founded,
    terms.above_maximum,
    terms.above_heaviest,
    terms.two_names_run,
    terms.parts_over,
    durations.lengths_and_dates,
    durations.counted_from,
    durations.those_days,
    durations.years_since,
    durations.held_and_released,
    durations.ages,
    served.served_in_full,
    lives.ages_and_births,
    table_rows.births_of_rows,
    lives.terms_of_people,
    lives.terms_of_sections,
    bodies.same_bodies,
    bodies.similar_bodies,
    spread.words_in_other_order,
    bodies.courts,
    regional.regional,
    regional.ministries,
    bodies.offices,
    bodies.renamed,
    bodies.quote_marks_vary,
    quotes.open_marks,
    quotes.references_inside,
    wording.quotations,
    stories.day_parts,
    stories.foundings,
    stories.held_and_taken,
    stories.each_or_together,
    stories.two_ages,
    stories.respectively,
)
# what holds of any wording: told only where no check of a narrower wording has told it
_OF_ANY_WORDING: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    dealt.dealt_out,
    fractions.fractions,
    enumerated.enumerations,
    enumerated.rows_of_people,
    enumerated.names_of_bodies,
    between.lengths_between,
    between.counted_off,
    between.last_contacts,
    between.founded_since,
    body_words.bodies_by_words,
    labelled.labelled_rows,
    aged.ages_told,
    allowed.allowed,
    allowed.clocks,
    last_told.last_of_kind,
    last_told.never_since,
    last_told.founded_later,
    pairs.parts_of_wholes,
    pairs.wholes_otherwise,
    pairs.become_more,
    pairs.times_more,
    named_wholes.parts_of_those_told,
    rows_dealt.rows_dealt,
    taken_up_next.next_takes_up,
    taken_up_next.shares_of_deeds,
    old_names.old_names,
    old_names.out_of_their_time,
    regions_bodies.bodies_of_regions,
    made_other.made_other,
    named_wholes.dealt_by_noun,
    time_passed.more_than_passed,
    time_passed.arrests_and_release,
    time_inside,
    time_passed.still_held,
    contradictions,
    lengths_told,
)
_ALONE_OR_TOGETHER: tuple[Callable[[Sequence[Draft]], Iterator[Finding]], ...] = (
    stories.two_days,
    stories.two_towns,
)
_TOGETHER: tuple[Callable[[Sequence[Draft]], Iterator[Finding]], ...] = (spellings.between, wording.between)


def audit(text: str, *, date: str | None = None) -> tuple[Finding, ...]:
    """What an editor should look at in a text, by place. ``date`` is the day of the text (EDTF)."""
    return audit_together([Draft(text, date=date)])


def audit_together(drafts: Sequence[Draft], *, claims: Sequence[Claim] | None = None) -> tuple[Finding, ...]:
    """The same of several texts, what they say against each other, and against the claims of a register."""
    found: list[Finding] = []
    for draft in drafts if claims is not None else ():
        found += against(draft, claims or ())
    for draft in drafts:
        own = [one for check in _CHECKS for one in check(draft)]
        for check in _OF_ANY_WORDING:
            own += [one for one in check(draft) if not _told(one, own)]
        found += _merged(draft, own)
    for both in (*_ALONE_OR_TOGETHER, *(_TOGETHER if len(drafts) > 1 else ())):
        found += both(drafts)
    return in_order(found)


def _told(one: Finding, found: list[Finding]) -> bool:
    """Whether a finding of the same severity touches each place of another."""
    return any(
        other.severity == one.severity
        and all(any(meet(a.span, b.span) for b in other.places) for a in one.places)
        for other in found
    )


def _merged(draft: Draft, found: list[Finding]) -> list[Finding]:
    """The findings; what tells of one paragraph that somebody can be found by elimination is told once."""
    several: dict[int, list[Finding]] = {}
    for one in found:
        if one.kind == "identified_by_elimination":
            several.setdefault(draft.paragraph(one.places[0].start).start, []).append(one)
    merged = [
        replace(some[0], places=tuple(dict.fromkeys(place for one in some for place in one.places)))
        for some in several.values()
    ]
    return [*(one for one in found if one.kind != "identified_by_elimination"), *merged]


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in the order of the texts."""
    once = {(one.kind, one.places): one for one in found if one.places}
    return tuple(
        sorted(once.values(), key=lambda one: (one.places[0].document, one.places[0].start, one.kind))
    )
