"""Sets of criteria as YAML: read, anything unknown refused by name, and written to be read the same."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from unicodedata import category

import yaml

from tizim.assessments.criteria import (
    DEPRIVED,
    LANGUAGES,
    NOT_DEPRIVED,
    OPEN,
    CriteriaSet,
    Criterion,
    SetSource,
    Texts,
)
from tizim.assessments.errors import AssessmentError
from tizim.assessments.rule import Rule, read_rule, rule_data
from tizim.vocab import VocabError, table, vague_date

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
_KEYS = frozenset(
    "code version language title note source decided assessors liberty criteria met unless".split()
)
_CRITERION = frozenset(("place", "title", "text"))
_SOURCE = frozenset(("publisher", "date", "place", "url", "compared"))
_DECIDED = frozenset(("by", "date"))
_MOST_ASSESSORS = 9


def load_criteria(path: Path) -> CriteriaSet:
    """A group's own set from a YAML file."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise AssessmentError(f"{path.name}: not text in UTF-8; save the file in UTF-8") from None
    except OSError:
        raise AssessmentError(f"{path.name}: there is no such file, or it cannot be read") from None
    return parse_criteria(text, where=path.name)


def parse_criteria(text: str, *, where: str) -> CriteriaSet:
    """The set that the YAML text gives; anything unknown in it is refused by name."""
    try:
        raw = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise AssessmentError(f"{where}: not YAML ({str(error).splitlines()[0]})") from None
    return criteria_from(raw, where)


def criteria_from(raw: object, where: str) -> CriteriaSet:
    """The set that the data of such a text gives."""
    if not isinstance(raw, dict) or not {"code", "criteria", "met"} <= raw.keys():
        raise AssessmentError(f"{where}: a set has a code, criteria and a rule 'met'")
    _refuse_unknown(raw, _KEYS, where)
    plain = _language(raw.get("language", "en"), where)
    grounds = _mapping(raw["criteria"], f"{where}, criteria")
    criteria = tuple(_criterion(str(code), entry, plain, where) for code, entry in grounds.items())
    decided = _mapping(raw.get("decided") or {}, f"{where}, decided")
    _refuse_unknown(decided, _DECIDED, f"{where}, decided")
    return CriteriaSet(
        code=_code(str(raw["code"]), where),
        version=_count(raw.get("version", 1), "version", where),
        title=_texts(raw.get("title"), str(raw["code"]), plain, where),
        source=_source(raw.get("source") or {}, plain, where),
        criteria=criteria,
        liberty=_liberty(_mapping(raw.get("liberty") or {}, f"{where}, liberty"), where),
        met=_rule(raw["met"], criteria, where),
        unless=_rule(raw["unless"], criteria, where) if raw.get("unless") else None,
        assessors=_assessors(raw.get("assessors", 2), where),
        note=_texts(raw["note"], "", plain, where) if raw.get("note") else {},
        decided_by=" ".join(str(decided.get("by") or "").split()),
        decided_on=_day(decided.get("date"), where),
    )


def criteria_text(of: CriteriaSet) -> str:
    """The set as YAML that reads the same again; equal sets give equal texts."""
    return str(yaml.safe_dump(criteria_data(of), allow_unicode=True, sort_keys=False, width=110))


def criteria_data(of: CriteriaSet) -> dict[str, Any]:
    """The set as the data of such a text; what is empty is left out."""
    source = {
        "publisher": _said(of.source.publisher), "date": of.source.date, "place": _said(of.source.place),
        "url": of.source.url, "compared": of.source.compared,
    }  # fmt: skip
    told = {
        "code": of.code, "version": of.version, "title": _said(of.title), "note": _said(of.note),
        "source": {key: value for key, value in source.items() if value not in ("", {}, None)},
        "decided": {key: value for key, value in (("by", of.decided_by), ("date", of.decided_on)) if value},
        "assessors": of.assessors, "liberty": _in_order(of.liberty),
        "criteria": {one.code: _criterion_data(one) for one in of.criteria},
        "met": rule_data(of.met), "unless": rule_data(of.unless) if of.unless else None,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value not in ("", {}, None)}


def _criterion_data(of: Criterion) -> dict[str, Any]:
    told = {"place": _said(of.place), "title": _said(of.title), "text": _said(of.text)}
    return {key: value for key, value in told.items() if value}


def _said(texts: Texts) -> dict[str, str]:
    """The words that there are, the languages in their order."""
    return {one: texts[one] for one in LANGUAGES if texts.get(one)}


def _in_order(liberty: Mapping[str, str]) -> dict[str, str]:
    return {state: liberty[state] for state in table("states").codes if state in liberty}


def _code(code: str, where: str) -> str:
    """A code that may stand in an address: letters, digits, "-" and "_"."""
    if not CODE.fullmatch(code):
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
    at = _texts(entry["place"], "", plain, place) if entry.get("place") else {}
    return Criterion(code, at, title, text)


def _source(raw: Any, plain: str, where: str) -> SetSource:
    place = f"{where}, source"
    told = _mapping(raw, place)
    _refuse_unknown(told, _SOURCE, place)
    publisher, at = (
        _texts(told[key], "", plain, place) if told.get(key) else {} for key in ("publisher", "place")
    )
    compared = told.get("compared")
    if compared not in (True, False, None):
        raise AssessmentError(f"{place}: compared is true or false")
    return SetSource(publisher, at, str(told.get("date") or ""), str(told.get("url") or ""), compared)


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
        if answer != NOT_DEPRIVED and state not in holding_states():
            raise AssessmentError(f"{where}: {state} is no deprivation of liberty")
    return raw


def holding_states() -> tuple[str, ...]:
    """The states that are a deprivation of liberty, or of which a set says whether they are one."""
    known = table("states")
    return tuple(
        one for one in known.codes if known.term(one).attributes.get("deprives_of_liberty") in ("yes", "rule")
    )


def by_rule() -> tuple[str, ...]:
    """The states of which sets differ: each says whether they are a deprivation of liberty."""
    known = table("states")
    return tuple(
        one for one in known.codes if known.term(one).attributes.get("deprives_of_liberty") == "rule"
    )


def _count(value: object, what: str, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise AssessmentError(f"{where}: {what} is a number from 1 on")
    return value


def _assessors(value: object, where: str) -> int:
    many = _count(value, "assessors", where)
    if many > _MOST_ASSESSORS:
        raise AssessmentError(f"{where}: assessors is a number from 1 to {_MOST_ASSESSORS}")
    return many


def _day(value: object, where: str) -> str:
    """A day as a text; YAML reads some days as dates."""
    text = str(value or "")
    try:
        vague_date(text or "2020")
    except VocabError:
        raise AssessmentError(f"{where}, decided: '{text}' is no day, as in 2026-05-03") from None
    return text


def _texts(value: object, default: str, plain: str, where: str) -> Texts:
    """Words in one to three languages; plain text is in the language that the set names."""
    if not isinstance(value, dict):
        return {plain: _printable(str(value or default), where)}
    _refuse_unknown(value, frozenset(LANGUAGES), where)
    if not all(isinstance(one, str) and one.strip() for one in value.values()):
        raise AssessmentError(f"{where}: words in a language are text, or the language is left out")
    return {language: _printable(text, where) for language, text in value.items()}


def _printable(text: str, where: str) -> str:
    """The words, if every format can bear them."""
    if any(category(one) in ("Cc", "Cs") for one in text if one not in "\n\t"):
        raise AssessmentError(f"{where}: words hold no control characters")
    return text


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise AssessmentError(f"{where}: names and what each holds are wanted, as in 'a: ...'")
    return value


def _refuse_unknown(entry: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for key in entry:
        if key not in known:
            near = get_close_matches(str(key), sorted(known), 1) or sorted(known)
            raise AssessmentError(f"{where}: unknown key '{key}'; did you mean {', '.join(near)}?")
