"""From the claims about one person to states over spans of days, with contradictions kept."""

from tizim.timelines.chronicle import (
    Chronicle,
    FoldedLives,
    GroupMark,
    Life,
    Lives,
    Whole,
    chronicle,
    origins_of,
)
from tizim.timelines.deadlines import Deadline, deadlines
from tizim.timelines.episode import ActMark, Contradiction, Episode, Timeline
from tizim.timelines.errors import TimelineError
from tizim.timelines.in_doubt import InDoubt, group_in_doubt
from tizim.timelines.kept_lives import KeptLives, Leaf
from tizim.timelines.known import Known, judged_otherwise, known, known_roll, known_whole, uncollected
from tizim.timelines.known_names import NamesKnown, names_known
from tizim.timelines.live import Live
from tizim.timelines.marks import Mark, Origin
from tizim.timelines.otherwise import Otherwise, otherwise
from tizim.timelines.rules import rule
from tizim.timelines.standing import NOT, PERHAPS, SURELY, Reach, Standing, standing, standings
from tizim.timelines.timeline import is_persecution, timeline
from tizim.timelines.whoever import Whoever

__all__ = [
    "NOT",
    "PERHAPS",
    "SURELY",
    "ActMark",
    "Chronicle",
    "Contradiction",
    "Deadline",
    "Episode",
    "FoldedLives",
    "GroupMark",
    "InDoubt",
    "KeptLives",
    "Known",
    "Leaf",
    "Life",
    "Live",
    "Lives",
    "Mark",
    "NamesKnown",
    "Origin",
    "Otherwise",
    "Reach",
    "Standing",
    "Timeline",
    "TimelineError",
    "Whoever",
    "Whole",
    "chronicle",
    "deadlines",
    "group_in_doubt",
    "is_persecution",
    "judged_otherwise",
    "known",
    "known_roll",
    "known_whole",
    "names_known",
    "origins_of",
    "otherwise",
    "rule",
    "standing",
    "standings",
    "timeline",
    "uncollected",
]
