"""The page of definitions tells of every one that ships, and of the whole form."""

import re

import pytest

from tests.docs.pages import first_codes, page, sections
from tizim.tallies import definition, every_shipped, parse_definition
from tizim.tallies.errors import TallyError
from tizim.vocab import table

PAGE = page("definitions.md")
SECTIONS = sections(PAGE)
FORM = SECTIONS["The form of a definition"]


def test_every_definition_that_ships_has_a_section_and_no_other():
    assert {name for name in SECTIONS if re.fullmatch("[a-z-]+", name)} == set(every_shipped())


@pytest.mark.parametrize("name", every_shipped())
def test_a_section_tells_version_classes_unit_and_what_is_wider(name):
    of, told = definition(name), SECTIONS[name]
    assert f"Version {of.version}." in told
    assert f"Unit: `{of.counting_unit}`." in told
    classes = re.search(r"Classes[^:]*: (.*) Unit:", told)
    assert classes
    assert re.findall("`([a-z_]+)`", classes[1]) == [one.code for one in of.classes]
    assert ("Within `" in told) == bool(of.within)
    assert not of.within or f"Within `{of.within}`." in told
    assert told.count("(doubtful)") == sum(one.doubtful for one in of.classes)


def known_keys(text: str) -> set[str]:
    """The keys that the program names when it refuses one that it does not know."""
    with pytest.raises(TallyError) as refused:
        parse_definition(text, where="x")
    return set(re.findall("[a-z_]+", str(refused.value).partition("did you mean ")[2]))


@pytest.mark.parametrize(
    "text",
    [
        "zzzzz: 1\nclasses: {}",
        "classes: {a: {zzzzz: 1}}",
        "classes: {a: {groups: {zzzzz: []}}}",
        "classes: {}\nreach: {zzzzz: 1}",
        "classes: {}\nassessed: {zzzzz: 1}",
        "classes: {}\nrecognised: {zzzzz: 1}",
    ],
)
def test_every_key_of_the_form_is_explained(text):
    keys = known_keys(text)
    assert keys and keys <= set(re.findall("`([a-z_]+)`", FORM))


def test_no_key_is_explained_that_does_not_exist():
    keys = known_keys("zzzzz: 1\nclasses: {}") | known_keys("classes: {a: {zzzzz: 1}}")
    keys |= known_keys("classes: {}\nreach: {zzzzz: 1}")
    keys |= known_keys("classes: {}\nassessed: {zzzzz: 1}")
    assert set(first_codes(FORM)) - {"reach"} <= keys


@pytest.mark.parametrize(("heading", "name"), [("States:", "states"), ("Acts:", "acts")])
def test_every_code_that_a_class_may_name_is_there(heading, name):
    line = next(line for line in FORM.splitlines() if line.startswith(heading))
    assert set(re.findall("`([a-z_]+)`", line)) == set(table(name).codes)
