"""A whole register linked by the declared model: Splink on DuckDB in memory, or on Spark past one machine."""

from tizim.stores.linkage.clusters import clusters
from tizim.stores.linkage.errors import LinkageError, MissingEngineError
from tizim.stores.linkage.linking import Linked, Pair, link

__all__ = ["LinkageError", "Linked", "MissingEngineError", "Pair", "clusters", "link"]
