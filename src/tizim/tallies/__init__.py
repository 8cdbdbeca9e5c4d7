"""Lists and counts as of a day, as known at a moment, with bounds and the claims behind them."""

from tizim.tallies.assessed import DECISIONS, Decided, Decisions, Said, Wish
from tizim.tallies.at_stake import at_stake
from tizim.tallies.by_set import (
    definition_known,
    names_by,
    names_known,
    text_known,
    with_set_written_out,
)
from tizim.tallies.contested import contested
from tizim.tallies.definition import (
    Class,
    Definition,
    Groups,
    definition,
    definition_text,
    every_shipped,
    load_definition,
    parse_definition,
    shipped,
)
from tizim.tallies.difference import Change, Difference, difference
from tizim.tallies.errors import TallyError
from tizim.tallies.evidence import Evidence, Shelf
from tizim.tallies.fitting import Fit, acts_counted, fits, nearest, placed, whole
from tizim.tallies.foreseen import Count, Foreseen, Leaving, ListChange, foreseen, foreseen_of
from tizim.tallies.going_on import bounds_known, counted
from tizim.tallies.groups import GroupCount
from tizim.tallies.kept_spans import Row, counts_row, row_of, take_up, take_up_counts
from tizim.tallies.knot import Bounds
from tizim.tallies.lasting import Lasting
from tizim.tallies.members import Standing, StandingMembers
from tizim.tallies.scope import documents_meant, outside
from tizim.tallies.spans import Spans
from tizim.tallies.tally import Member, Part, Survey, Tally, survey, tally
from tizim.tallies.watch import Watch

__all__ = [
    "DECISIONS",
    "Bounds",
    "Change",
    "Class",
    "Count",
    "Decided",
    "Decisions",
    "Definition",
    "Difference",
    "Evidence",
    "Fit",
    "Foreseen",
    "GroupCount",
    "Groups",
    "Lasting",
    "Leaving",
    "ListChange",
    "Member",
    "Part",
    "Row",
    "Said",
    "Shelf",
    "Spans",
    "Standing",
    "StandingMembers",
    "Survey",
    "Tally",
    "TallyError",
    "Watch",
    "Wish",
    "acts_counted",
    "at_stake",
    "bounds_known",
    "contested",
    "counted",
    "counts_row",
    "definition",
    "definition_known",
    "definition_text",
    "difference",
    "documents_meant",
    "every_shipped",
    "fits",
    "foreseen",
    "foreseen_of",
    "load_definition",
    "names_by",
    "names_known",
    "nearest",
    "outside",
    "parse_definition",
    "placed",
    "row_of",
    "shipped",
    "survey",
    "take_up",
    "take_up_counts",
    "tally",
    "text_known",
    "whole",
    "with_set_written_out",
]
