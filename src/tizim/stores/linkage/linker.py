"""Splink's linker over tables that are there already."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

from tizim.identity import Model
from tizim.stores.linkage.declared import settings
from tizim.stores.linkage.engine import Engine

_numbers = count()


@contextmanager
def linker_over(
    engine: Engine, table: str, model: Model, *, by: str = "frequency", **asked: bool
) -> Iterator[Any]:
    """A linker with the model over a table of mentions; the table ``by`` moves it by the rarity of names.

    ``asked``: what ``settings`` is asked for beside.
    """
    from splink import Linker, SettingsCreator

    rows, frequency = (registered(engine, each) for each in (table, by))
    made = SettingsCreator.from_path_or_dict(settings(model, engine.name, **asked))
    linker = Linker(rows, made, log_level=logging.CRITICAL)
    management: Any = linker.table_management
    management.register_term_frequency_lookup(frequency, "folded")
    try:
        yield linker
    finally:
        management.invalidate_cache()


def registered(engine: Engine, table: str) -> Any:
    """A table as Splink knows tables."""
    return engine.api.register(table, table_name=f"known_{next(_numbers)}")
