"""Vocabularies and law books, to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.vocab import LABEL_LANGUAGES, TABLES, law_book, law_books, table
from tizim.web.desk.access import needs


@needs("look")
def words(request: HttpRequest) -> HttpResponse:
    """All tables and law books."""
    tables = [table(name) for name in TABLES]
    books = [law_book(code) for code in law_books()]
    return render(request, "desk/words.html", {"tables": tables, "books": books, "place": "words"})


@needs("look")
def one_table(request: HttpRequest, name: str) -> HttpResponse:
    """The codes of one table with their labels and notes."""
    if name not in TABLES:
        raise Http404
    shown = {"table": table(name), "languages_of_labels": LABEL_LANGUAGES, "place": "words"}
    return render(request, "desk/table.html", shown)


@needs("look")
def one_book(request: HttpRequest, code: str) -> HttpResponse:
    """The articles of a law book that the register knows."""
    if code not in law_books():
        raise Http404
    return render(request, "desk/book.html", {"book": law_book(code), "place": "words"})
