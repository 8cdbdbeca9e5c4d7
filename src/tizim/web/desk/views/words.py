"""Vocabularies and law books, to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tizim.vocab import LABEL_LANGUAGES, TABLES, law_book, law_books, table
from tizim.web.desk.access import needs

_TITLES: dict[str, str | Promise] = {
    "acts": _("Acts"),
    "case_kinds": _("Kinds of cases"),
    "certainties": _("How a source says it"),
    "counting_units": _("What is counted"),
    "degrees_of_involvement": _("Degrees of involvement"),
    "document_kinds": _("Kinds of documents"),
    "languages": _("Languages"),
    "lengths": _("Lengths of time"),
    "levels": _("Levels of places"),
    "penalties": _("Penalties and measures"),
    "perpetrator_types": _("Kinds of perpetrators"),
    "reasons": _("Reasons that the register gives"),
    "reliability": _("Reliability of sources"),
    "roles": _("Parts in an act"),
    "source_connections": _("How a source knows"),
    "source_kinds": _("Kinds of sources"),
    "states": _("States of a person"),
    "statuses": _("Statuses"),
    "units_of_account": _("Currencies and units"),
    "ways_obtained": _("How documents come"),
}


@needs("look")
def words(request: HttpRequest) -> HttpResponse:
    """All tables and law books."""
    tables = [(table(name), _TITLES.get(name, name)) for name in TABLES]
    books = [law_book(code) for code in law_books()]
    return render(request, "desk/words.html", {"tables": tables, "books": books, "place": "words"})


@needs("look")
def one_table(request: HttpRequest, name: str) -> HttpResponse:
    """The codes of one table with their labels and notes."""
    if name not in TABLES:
        raise Http404
    shown = {"table": table(name), "title": _TITLES.get(name, name), "languages_of_labels": LABEL_LANGUAGES}
    return render(request, "desk/table.html", {**shown, "place": "words"})


@needs("look")
def one_book(request: HttpRequest, code: str) -> HttpResponse:
    """The articles of a law book that the register knows."""
    if code not in law_books():
        raise Http404
    return render(request, "desk/book.html", {"book": law_book(code), "place": "words"})
