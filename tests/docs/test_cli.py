"""The page of the command line names every verb, option and setting, and none that is not there."""

import re

import pytest
import typer.main

from tests.cli.test_questions import EVIDENCE_KEYS, PERSON_KEYS, TALLY_KEYS
from tests.docs.pages import ROOT, first_codes, page, sections
from tizim.cli import app
from tizim.documents.fields import FIELDS

PAGE = page("cli.md")
APP = typer.main.get_command(app)
VERBS = APP.commands
SECTIONS = {name.split()[1]: text for name, text in sections(PAGE).items() if name.startswith("tizim ")}
BEFORE = sections(PAGE)["Options before the verb"]


def options(command) -> set[str]:
    found = [name for option in command.params for name in (*option.opts, *option.secondary_opts)]
    return {name for name in found if name.startswith("--")}


def settings(text: str) -> set[str]:
    return set(re.findall(r"\bTIZIM_[A-Z_]+\b", text))


def test_every_verb_has_a_section_and_every_section_a_verb():
    assert set(SECTIONS) == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_the_section_of_a_verb_names_its_options_and_no_others(verb):
    named = set(re.findall(r"`(--[a-z-]+)`", SECTIONS[verb]))
    own = options(VERBS[verb])
    assert own - named == set()
    assert named - own - options(APP) == set()


@pytest.mark.parametrize("verb", VERBS)
def test_the_heading_of_a_verb_shows_what_must_follow_it(verb):
    needed = [one for one in VERBS[verb].params if one.param_type_name == "argument"]
    heading = next(line for line in PAGE.splitlines() if re.match(rf"## `tizim {verb}\b(?!-)", line))
    assert len(heading.strip("`").split(f"tizim {verb}")[1].split()) == len(needed)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_says_in_the_program_what_it_is_for(verb):
    assert VERBS[verb].help
    assert all(getattr(option, "help", "x") for option in VERBS[verb].params)


def test_the_options_before_the_verb_are_named_with_their_settings():
    assert options(APP) <= set(first_codes(BEFORE))
    for option in APP.params:
        line = next(line for line in BEFORE.splitlines() if f"`{option.opts[0]}`" in line)
        assert settings(line) == ({option.envvar} if option.envvar else set())


def test_every_setting_that_the_program_reads_is_named_and_no_other():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert settings(PAGE) == settings(code)


@pytest.mark.parametrize(
    ("verb", "keys"), [("tally", TALLY_KEYS), ("list", PERSON_KEYS), ("explain", EVIDENCE_KEYS)]
)
def test_the_keys_of_an_answer_in_json_are_named(verb, keys):
    assert set(keys) <= set(re.findall("`([^`]+)`", SECTIONS[verb]))


def test_every_field_of_a_sheet_is_named():
    assert set(first_codes(SECTIONS["add"])) - options(VERBS["add"]) == {*FIELDS, "source"}
