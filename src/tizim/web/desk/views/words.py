"""Vocabularies and law books, to read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.vocab import LABEL_LANGUAGES, TABLES, law_book, law_books, table
from tizim.web.desk import vocabularies
from tizim.web.desk.access import needs
from tizim.web.desk.sight import sight_of


@needs("look")
def words(request: HttpRequest) -> HttpResponse:
    """All tables and law books."""
    tables = [(table(name), vocabularies.TITLES[name]) for name in TABLES]
    books = [law_book(code) for code in law_books()]
    return render(request, "desk/words.html", {"tables": tables, "books": books, "place": "words"})


@needs("look")
def one_table(request: HttpRequest, name: str) -> HttpResponse:
    """The codes of one table with their labels and notes."""
    if name not in TABLES:
        raise Http404
    looked = vocabularies.asked_words(request.GET.get("q", ""))
    shown = {"table": table(name), "title": vocabularies.TITLES[name], "looked": looked}
    shown |= {"rows": vocabularies.rows(table(name), looked), "languages_of_labels": LABEL_LANGUAGES}
    return render(request, "desk/table.html", {**shown, "place": "words"})


@needs("look")
def one_book(request: HttpRequest, code: str) -> HttpResponse:
    """The articles of a law book that the register knows."""
    if code not in law_books():
        raise Http404
    looked = vocabularies.asked_words(request.GET.get("q", ""))
    found = vocabularies.wordings(law_book(code), looked, request.asked, sight_of(request))
    shown = {"book": law_book(code), "wordings": found, "looked": looked}
    return render(request, "desk/book.html", {**shown, "place": "words"})
