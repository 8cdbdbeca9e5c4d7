"""Sets of criteria as data: the grounds, where they are written, when a set is met, what counts as held."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from tizim.assessments.errors import AssessmentError
from tizim.assessments.rule import Rule, read_rule
from tizim.vocab import table

DEPRIVED, NOT_DEPRIVED, OPEN = "deprived", "not_deprived", "open"
LANGUAGES = ("en", "ru", "kk")
_KEYS = frozenset("code version language title note source assessors liberty criteria met unless".split())
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
_own: dict[str, "CriteriaSet"] = {}
_CRITERION = frozenset(("place", "title", "text"))


@dataclass(frozen=True, slots=True)
class Criterion:
    """One ground: where it stands in the source, its name and a short wording of our own in each language."""

    code: str
    place: str
    title: Mapping[str, str]
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A set of criteria in one version, with its source.

    ``liberty`` says of each state of a timeline whether whoever is in it counts as deprived of liberty
    (``deprived``, ``not_deprived``, ``open``); a state that it does not name does not count. ``assessors``
    is how many people must have found the same before an outcome is confirmed. ``met`` is the rule over
    the criteria, ``unless`` one that excludes.
    """

    code: str
    version: int
    title: Mapping[str, str]
    source: Mapping[str, str]
    criteria: tuple[Criterion, ...]
    liberty: Mapping[str, str]
    met: Rule
    unless: Rule | None = None
    assessors: int = 2

    @property
    def name(self) -> str:
        """The code with the version, as determinations bear it."""
        return f"{self.code}/{self.version}"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its criteria."""
        return tuple(one.code for one in self.criteria)

    def lacking(self, language: str) -> tuple[str, ...]:
        """What has no words in a language: ``title``, or the codes of criteria; it is shown in another."""
        title = () if self.title.get(language) else ("title",)
        wordless = (
            one.code for one in self.criteria if not (one.title.get(language) and one.text.get(language))
        )
        return (*title, *wordless)

    @property
    def depriving(self) -> frozenset[str]:
        """The states that may count as deprivation of liberty."""
        return frozenset(state for state, answer in self.liberty.items() if answer != NOT_DEPRIVED)


@cache
def criteria_set(code: str) -> CriteriaSet:
    """The set of that code, with or without its version (``PACE-1900-2012/1``): shipped or a group's own."""
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
    """The codes of the sets that ship and of the group's own that were learnt."""
    return [*shipped_sets(), *sorted(_own)]


def learn_sets(paths: Iterable[Path]) -> None:
    """Makes these sets, and no other of a group's own, known by their codes; refused if one is taken."""
    learnt: dict[str, CriteriaSet] = {}
    for path in sorted(paths):
        found = load_criteria(path)
        if found.code in learnt or found.code in shipped_sets():
            raise AssessmentError(f"{path.name}: there is a set '{found.code}' already; give it another code")
        learnt[found.code] = found
    _own.clear()
    _own.update(learnt)
    criteria_set.cache_clear()


def in_words(texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """The words in the language, else in English or whichever there are; and in which language they are."""
    shown = next((one for one in (language, "en", *texts) if texts.get(one)), language)
    return texts.get(shown, ""), shown


def shipped_sets() -> list[str]:
    """The codes of the sets that ship with tizim."""
    folder = files("tizim.assessments").joinpath("data")
    return sorted(one.name[:-4] for one in folder.iterdir() if one.name.endswith(".yml"))


def load_criteria(path: Path) -> CriteriaSet:
    """A group's own set from a YAML file."""
    return parse_criteria(path.read_text(encoding="utf-8"), where=path.name)


def parse_criteria(text: str, *, where: str) -> CriteriaSet:
    """The set that the YAML text gives; anything unknown in it is refused by name."""
    try:
        raw = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise AssessmentError(f"{where}: not YAML ({str(error).splitlines()[0]})") from None
    if not isinstance(raw, dict) or not {"code", "criteria", "met"} <= raw.keys():
        raise AssessmentError(f"{where}: a set has a code, criteria and a rule 'met'")
    _refuse_unknown(raw, _KEYS, where)
    plain = _language(raw.get("language", "en"), where)
    criteria = tuple(
        _criterion(str(code), entry, plain, where) for code, entry in dict(raw["criteria"]).items()
    )
    return CriteriaSet(
        code=_code(str(raw["code"]), where),
        version=_count(raw.get("version", 1), "version", where),
        title=_texts(raw.get("title"), str(raw["code"]), plain, where),
        source={str(key): str(value) for key, value in dict(raw.get("source") or {}).items()},
        criteria=criteria,
        liberty=_liberty(dict(raw.get("liberty") or {}), where),
        met=_rule(raw["met"], criteria, where),
        unless=_rule(raw["unless"], criteria, where) if raw.get("unless") else None,
        assessors=_count(raw.get("assessors", 2), "assessors", where),
    )


def _code(code: str, where: str) -> str:
    """A code that may stand in an address: letters, digits, "-" and "_"."""
    if not _CODE.fullmatch(code):
        raise AssessmentError(f"{where}: a code has Latin letters, digits, '-' and '_' alone")
    return code


def _language(code: object, where: str) -> str:
    if code not in LANGUAGES:
        raise AssessmentError(f"{where}: the language of plain texts is one of {', '.join(LANGUAGES)}")
    return str(code)


def _criterion(code: str, entry: Any, plain: str, where: str) -> Criterion:
    place = f"{where}, criterion {code}"
    if not isinstance(entry, dict):
        raise AssessmentError(f"{place}: a criterion has a place, a title and a text")
    _refuse_unknown(entry, _CRITERION, place)
    title, text = (_texts(entry.get(key), code, plain, place) for key in ("title", "text"))
    return Criterion(code, str(entry.get("place", "")), title, text)


def _rule(raw: Any, criteria: tuple[Criterion, ...], where: str) -> Rule:
    found = read_rule(raw, where)
    strange = sorted(set(found.codes()) - {one.code for one in criteria})
    if strange:
        raise AssessmentError(f"{where}: the rule asks for '{strange[0]}', which is no criterion of the set")
    return found


def _liberty(raw: Mapping[str, Any], where: str) -> Mapping[str, str]:
    for state, answer in raw.items():
        problem = table("states").problem(str(state), where)
        if problem:
            raise AssessmentError(str(problem))
        if answer not in (DEPRIVED, NOT_DEPRIVED, OPEN):
            raise AssessmentError(f"{where}: liberty of {state} is deprived, not_deprived or open")
    return raw


def _count(value: object, what: str, where: str) -> int:
    if not isinstance(value, int) or value < 1:
        raise AssessmentError(f"{where}: {what} is a number from 1 on")
    return value


def _texts(value: object, default: str, plain: str, where: str) -> Mapping[str, str]:
    """Words in one to three languages; plain text is in the language that the set names."""
    if not isinstance(value, dict):
        return {plain: str(value or default)}
    _refuse_unknown(value, frozenset(LANGUAGES), where)
    if not all(isinstance(one, str) and one.strip() for one in value.values()):
        raise AssessmentError(f"{where}: words in a language are text, or the language is left out")
    return value


def _refuse_unknown(entry: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for key in entry:
        if key not in known:
            near = get_close_matches(str(key), sorted(known), 1) or sorted(known)
            raise AssessmentError(f"{where}: unknown key '{key}'; did you mean {', '.join(near)}?")
