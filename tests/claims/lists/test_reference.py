"""The reference page and the charter say what the code says."""

from pathlib import Path

import tizim.claims.lists
from tizim.claims.lists import CODES, RULES, VERSION, read_mapping
from tizim.claims.lists.words import words
from tizim.vocab import table

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "reference" / "mapping.md").read_text(encoding="utf-8")


def test_every_rule_stands_in_the_reference_as_it_is():
    for rule, meaning in RULES.items():
        assert f"| `{rule}` | {meaning} |".replace("`", "") in PAGE.replace("`", "")


def test_the_example_of_the_reference_is_a_mapping():
    example = PAGE.split("```yaml\n")[1].split("```")[0]
    mapping, faults = read_mapping(example)
    assert faults == () and mapping.of("Detained 2020").header == (4, 5) and mapping.of("Notes") is None


def test_the_reference_names_its_version_and_every_key():
    assert f"**mapping {VERSION}**" in PAGE
    for key in "header data until language order pivot serials book key claims fixed columns read of values bare down".split():
        assert f"`{key}`" in PAGE


def test_every_module_stands_in_the_charter():
    home = Path(tizim.claims.lists.__file__).parent
    charter = (home / "README.md").read_text(encoding="utf-8")
    assert [one.name for one in home.glob("[a-z]*.py") if f"`{one.name}`" not in charter] == []


def test_every_word_means_a_code_of_the_vocabulary():
    for name, vocabulary in (
        ("acts", "acts"),
        ("heading_acts", "acts"),
        ("penalties", "penalties"),
        ("statuses", "statuses"),
    ):
        assert [code for code in words()[name] if code not in table(vocabulary)] == []
    assert set(words()["headings"]) <= set(RULES)
    assert [act for act in words()["status_acts"].values() if act not in table("acts")] == []


def test_every_word_is_written_in_small_letters_and_plain():
    texts = [
        one
        for table_ in ("acts", "penalties", "statuses")
        for many in words()[table_].values()
        for one in many
    ]
    assert [one for one in texts if one != one.casefold().replace("ё", "е")] == []


def test_every_code_stands_once_and_everything_announced_is_there():
    assert len(set(CODES)) == len(CODES)
    assert all(hasattr(tizim.claims.lists, name) for name in tizim.claims.lists.__all__)
