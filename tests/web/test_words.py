"""The words of the pages stand in three languages, each used."""

from importlib.resources import files

import pytest
import yaml

from tizim.web.reconcile.properties import PROPERTIES

ROOM = files("tizim.web.reconcile")
WORDS = yaml.safe_load(ROOM.joinpath("data/words.yml").read_text(encoding="utf-8"))
CODE = "".join(path.read_text(encoding="utf-8") for path in ROOM.iterdir() if path.name.endswith(".py"))


@pytest.mark.parametrize("key", WORDS)
def test_a_word_stands_in_three_languages_and_is_used(key):
    assert set(WORDS[key]) == {"en", "ru", "kk"} and all(WORDS[key].values())
    assert f'"{key}"' in CODE


@pytest.mark.parametrize("one", PROPERTIES, ids=lambda one: one.id)
def test_a_column_has_a_name_in_three_languages(one):
    assert set(one.names) == {"en", "ru", "kk"}
