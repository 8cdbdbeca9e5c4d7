"""What is asked of the people: a name, values of facets, a page of the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest, QueryDict

from tizim.web.desk.people.facets import BY_CODE

LONGEST_NAME, _LONGEST_VALUE, _MOST_VALUES = 200, 300, 30
_KEY = "people"


@dataclass(frozen=True)
class Search:
    """A name as somebody writes it, values of facets, and which page."""

    name: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1

    @property
    def too_long(self) -> bool:
        """Whether the name is longer than any name."""
        return len(self.name) > LONGEST_NAME

    @property
    def chosen(self) -> int:
        """How many values are chosen."""
        return sum(map(len, self.facets.values()))


def searched(request: HttpRequest, *, kept: bool = True) -> Search:
    """What is asked: by the form, by the address, else what was asked last in this session.

    The name stands in no address; it is kept with the session, in the register's encrypted database, if
    ``kept``: of a word that is being typed each letter would be written.
    """
    if request.method == "POST":
        found = _read(request.POST)
        if "forget" in request.POST:
            found = replace(found, facets={}, page=1)
    elif any(code in request.GET for code in BY_CODE):
        found = replace(_read(request.GET), name="")
    else:
        return _kept(request.session.get(_KEY))
    if kept:
        request.session[_KEY] = {"name": found.name, "facets": dict(found.facets), "page": found.page}
    return found


def _read(given: QueryDict) -> Search:
    """What a form or an address says; what is no facet is passed over, a page that is none is the first."""
    name = _plain(given.get("q", ""))[: 5 * LONGEST_NAME]
    facets = {code: tuple(dict.fromkeys(_values(given.getlist(code)))) for code in BY_CODE if code in given}
    page = given.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1
    return Search(name, {code: values for code, values in facets.items() if values}, max(1, number))


def _values(given: list[str]) -> list[str]:
    return [plain for one in given[:_MOST_VALUES] if (plain := _plain(one)[:_LONGEST_VALUE])]


def _plain(text: str) -> str:
    """The text without signs that are no letters of any script."""
    return " ".join(text.encode("utf-8", "replace").decode().replace("\0", "").split())


def _kept(kept: Any) -> Search:
    if not kept:
        return Search()
    return Search(kept["name"], {code: tuple(each) for code, each in kept["facets"].items()}, kept["page"])
