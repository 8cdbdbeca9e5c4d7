"""Tables of codes: each is a YAML file in ``data/``, each code has labels and what other rooms go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tizim import Problem
from tizim.vocab.errors import TableError, UnknownCodeError, UnknownTableError, shown

TABLES = (
    "acts",
    "case_kinds",
    "certainties",
    "counting_units",
    "degrees_of_involvement",
    "document_kinds",
    "intervention_kinds",
    "languages",
    "lengths",
    "levels",
    "penalties",
    "perpetrator_types",
    "reasons",
    "reliability",
    "response_kinds",
    "roles",
    "source_connections",
    "source_kinds",
    "states",
    "statuses",
    "units_of_account",
    "ways_obtained",
)
LABEL_LANGUAGES = ("en", "ru", "kk")
_DATA = Path(__file__).parent / "data"
_OWN_FIELDS = frozenset({*LABEL_LANGUAGES, "esf", "note"})
_SHOWN_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class EsfTerm:
    """A term of the Events Standard Formats: number of the list, code in it, English wording.

    ``fit`` says how the term stands to our code: ``same``, ``wider`` or ``narrower``.
    """

    list: int
    code: str
    term: str
    fit: str = "same"


@dataclass(frozen=True, slots=True)
class Term:
    """One code of a table: labels by language, ESF term if there is one, attributes, a note."""

    code: str
    labels: Mapping[str, str]
    esf: EsfTerm | None
    attributes: Mapping[str, Any]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The known codes of one kind, in the order of their file."""

    name: str
    about: str
    terms: Mapping[str, Term]

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes."""
        return tuple(self.terms)

    def __contains__(self, code: object) -> bool:
        """Whether the table has the code."""
        return code in self.terms

    def term(self, code: str) -> Term:
        """The term of a code; UnknownCodeError names the nearest codes if there is none."""
        found = self.terms.get(code)
        if found is None:
            raise UnknownCodeError(f"{self.name}: {self.refusal(code)} {self.advice(code)}")
        return found

    def problem(self, code: str, where: str) -> Problem | None:
        """Nothing for a known code; otherwise the problem that names the nearest known codes."""
        return None if code in self.terms else Problem(where, self.refusal(code), self.advice(code))

    def refusal(self, code: str) -> str:
        """The sentence that refuses an unknown code."""
        return f"{shown(code)} is no code of the table {self.name}."

    def advice(self, code: str) -> str:
        """The sentence that names the nearest known codes, or the known codes if none is near."""
        near = self.nearest(code)
        if near:
            return f"Nearest: {', '.join(near)}."
        more = ", …" if len(self.terms) > _SHOWN_AT_MOST else ""
        return f"Known: {', '.join(self.codes[:_SHOWN_AT_MOST])}{more}."

    def nearest(self, text: str, at_most: int = 3) -> tuple[str, ...]:
        """The codes whose own spelling, label in any language or other wording is nearest to the text."""
        from difflib import get_close_matches

        forms = {form: term.code for term in self.terms.values() for form in _forms(term)}
        close = get_close_matches(_plain(text), forms, n=4 * at_most, cutoff=0.6)
        return tuple(dict.fromkeys(forms[form] for form in close))[:at_most]


def _forms(term: Term) -> Iterator[str]:
    yield from map(_plain, (*term.labels.values(), *term.attributes.get("also", ()), term.code))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())


@cache
def table(name: str) -> Table:
    """The table of that name; UnknownTableError if there is none, TableError if its file is at fault."""
    if name not in TABLES:
        raise UnknownTableError(f"There is no table {shown(name)}. Tables: {', '.join(TABLES)}.")
    return read_table(name, (_DATA / f"{name}.yml").read_text(encoding="utf-8"))


def read_table(name: str, text: str) -> Table:
    """The table in the YAML text: ``about`` and ``terms``, each term with a label in every language."""
    import yaml

    content = yaml.load(text, Loader=yaml.CSafeLoader)
    if not isinstance(content, dict) or set(content) != {"about", "terms"}:
        raise TableError(f"{name}: a table has 'about' and 'terms' and nothing else.")
    terms = {code: _term(name, code, fields) for code, fields in content["terms"].items()}
    return Table(name, content["about"], MappingProxyType(terms))


def _term(name: str, code: object, fields: object) -> Term:
    if not isinstance(code, str):
        raise TableError(f"{name}: the code {code!r} is no text. Put it in quotes.")
    if not isinstance(fields, dict):
        raise TableError(f"{name}, {code}: a term has fields.")
    labels = {language: str(fields.get(language) or "") for language in LABEL_LANGUAGES}
    if not all(labels.values()):
        raise TableError(f"{name}, {code}: a label in each of {', '.join(LABEL_LANGUAGES)} is needed.")
    esf = _esf_term(name, code, fields["esf"]) if "esf" in fields else None
    others = {key: _frozen(value) for key, value in fields.items() if key not in _OWN_FIELDS}
    note = " ".join(str(fields.get("note", "")).split())
    return Term(code, MappingProxyType(labels), esf, MappingProxyType(others), note)


def _esf_term(name: str, code: str, fields: Mapping[str, Any]) -> EsfTerm:
    try:
        return EsfTerm(**fields)
    except TypeError:
        raise TableError(f"{name}, {code}: an ESF term has list, code, term and perhaps fit.") from None


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
