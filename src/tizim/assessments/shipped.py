"""The sets that ship with tizim, and a group's own from a folder; the register's own are in ``sets``."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path

from tizim.assessments.criteria import CriteriaSet
from tizim.assessments.criteria_text import load_criteria, parse_criteria
from tizim.assessments.errors import AssessmentError

_own: dict[str, CriteriaSet] = {}


@cache
def criteria_set(code: str) -> CriteriaSet:
    """The set of that code, with or without its version (``PACE-1900-2012/1``): shipped or of the folder."""
    bare, _, version = code.partition("/")
    known = known_sets()
    if bare not in known:
        near = get_close_matches(bare, known, 1) or known
        raise AssessmentError(
            f"there is no set of criteria '{bare}'; known: {', '.join(near)}, or a YAML file"
        )
    found = _own[bare] if bare in _own else _shipped(bare)
    if version and version != str(found.version):
        raise AssessmentError(f"{bare}: version {version} is not the one at hand ({found.version})")
    return found


def _shipped(code: str) -> CriteriaSet:
    text = files("tizim.assessments").joinpath("data", f"{code}.yml").read_text(encoding="utf-8")
    return parse_criteria(text, where=code)


def known_sets() -> list[str]:
    """The codes of the sets that ship and of the group's own that were learnt from a folder."""
    return [*shipped_sets(), *sorted(_own)]


def learn_sets(paths: Iterable[Path]) -> None:
    """Makes these sets, and no other of a group's folder, known by their codes; refused if one is taken."""
    learnt: dict[str, CriteriaSet] = {}
    for path in sorted(paths):
        found = load_criteria(path)
        if found.code in learnt or found.code in shipped_sets():
            raise AssessmentError(f"{path.name}: there is a set '{found.code}' already; give it another code")
        learnt[found.code] = found
    _own.clear()
    _own.update(learnt)
    criteria_set.cache_clear()


@cache
def shipped_sets() -> tuple[str, ...]:
    """The codes of the sets that ship with tizim."""
    folder = files("tizim.assessments").joinpath("data")
    return tuple(sorted(one.name[:-4] for one in folder.iterdir() if one.name.endswith(".yml")))
