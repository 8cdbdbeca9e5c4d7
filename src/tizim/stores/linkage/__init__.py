"""A whole register linked by the declared model: Splink on DuckDB in memory, or on Spark past one machine."""

from tizim.stores.linkage.clusters import clusters
from tizim.stores.linkage.engines import ENGINES, engine_named
from tizim.stores.linkage.errors import LinkageError, MissingEngineError
from tizim.stores.linkage.linking import Linked, Pair, link
from tizim.stores.linkage.questions import Question, questions
from tizim.stores.linkage.spark import is_loopback
from tizim.stores.linkage.together import groups
from tizim.stores.linkage.weights import weights_json

__all__ = [
    "ENGINES",
    "LinkageError",
    "Linked",
    "MissingEngineError",
    "Pair",
    "Question",
    "clusters",
    "engine_named",
    "groups",
    "is_loopback",
    "link",
    "questions",
    "weights_json",
]
