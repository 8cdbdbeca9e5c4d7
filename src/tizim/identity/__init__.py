"""Whether two mentions are one person."""

from tizim.identity.because import Comparison, compare
from tizim.identity.bounds import Bounds, ever_bounds
from tizim.identity.compare import compare_score
from tizim.identity.doubts import Doubt
from tizim.identity.effect import Effect, effect_of
from tizim.identity.errors import IdentityError
from tizim.identity.judgement import VERDICTS, Judgement
from tizim.identity.mentions import Mention, mention_id, mentions_of
from tizim.identity.names import normal_name
from tizim.identity.partition import People, Person, people
from tizim.identity.verdicts import Contradiction

__all__ = [
    "VERDICTS",
    "Bounds",
    "Comparison",
    "Contradiction",
    "Doubt",
    "Effect",
    "IdentityError",
    "Judgement",
    "Mention",
    "People",
    "Person",
    "compare",
    "compare_score",
    "effect_of",
    "ever_bounds",
    "mention_id",
    "mentions_of",
    "normal_name",
    "people",
]
