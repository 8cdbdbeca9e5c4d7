"""Whether two mentions are one person."""

from tizim.identity.apart import Near, fewest_blocks, most_apart, near, parts_of, places_in, sum_of, within
from tizim.identity.because import Comparison, compare
from tizim.identity.bounds import Bounds, Partition, coarsest, ever_bounds, finest
from tizim.identity.compare import compare_score
from tizim.identity.concerned import Concerned, concerned
from tizim.identity.context import Context, context_of
from tizim.identity.doubts import Doubt
from tizim.identity.effect import Effect, as_latest, effect_between, effect_of
from tizim.identity.errors import IdentityError
from tizim.identity.finding import Found
from tizim.identity.identify import Placement, WrittenMention, identify
from tizim.identity.identify_table import MentionTable, mention_table
from tizim.identity.index import NameIndex
from tizim.identity.judgement import VERDICTS, Judgement
from tizim.identity.keys import name_keys, sound_of, word_keys
from tizim.identity.likelihood import Likelihood, Weight, likelihood, name_level
from tizim.identity.mentions import Mention, mention_id, mentions_of
from tizim.identity.model import Aspect, Level, Model, declared_model, load_model
from tizim.identity.names import normal_name
from tizim.identity.open_pairs import open_pairs
from tizim.identity.partition import People, Person, people
from tizim.identity.persons import person_id
from tizim.identity.rarity import Rarity
from tizim.identity.roll import Change, Roll
from tizim.identity.sides import Beside, Side, beside, best_names
from tizim.identity.strays import Strays, adding_nobody
from tizim.identity.told_by import ToldBy, told_by
from tizim.identity.unlike import cannot_be_one
from tizim.identity.verdicts import Contradiction, at_odds

__all__ = [
    "VERDICTS",
    "Aspect",
    "Beside",
    "Bounds",
    "Change",
    "Comparison",
    "Concerned",
    "Context",
    "Contradiction",
    "Doubt",
    "Effect",
    "Found",
    "IdentityError",
    "Judgement",
    "Level",
    "Likelihood",
    "Mention",
    "MentionTable",
    "Model",
    "NameIndex",
    "Near",
    "Partition",
    "People",
    "Person",
    "Placement",
    "Rarity",
    "Roll",
    "Side",
    "Strays",
    "ToldBy",
    "Weight",
    "WrittenMention",
    "adding_nobody",
    "as_latest",
    "at_odds",
    "beside",
    "best_names",
    "cannot_be_one",
    "coarsest",
    "compare",
    "compare_score",
    "concerned",
    "context_of",
    "declared_model",
    "effect_between",
    "effect_of",
    "ever_bounds",
    "fewest_blocks",
    "finest",
    "identify",
    "likelihood",
    "load_model",
    "mention_id",
    "mention_table",
    "mentions_of",
    "most_apart",
    "name_keys",
    "name_level",
    "near",
    "normal_name",
    "open_pairs",
    "parts_of",
    "people",
    "person_id",
    "places_in",
    "sound_of",
    "sum_of",
    "told_by",
    "within",
    "word_keys",
]
