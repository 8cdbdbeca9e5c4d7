"""Checking a charge, a title, a term and a day against the law book."""

from collections.abc import Iterator
from datetime import date

from tizim import Problem
from tizim.vocab.articles import ArticleRef
from tizim.vocab.law_books import books_cited_as, law_book, law_books
from tizim.vocab.law_parts import LawArticle, LawBook, LawPart
from tizim.vocab.law_titles import title_fits
from tizim.vocab.law_words import LawProblem, Said, days_said, ranges_said, said, title_said
from tizim.vocab.outcomes import OutcomePart, outcome


def check_article(
    ref: ArticleRef, *, title: str | None = None, term: str | None = None, on: date | None = None
) -> tuple[Problem, ...]:
    """What does not fit: article and book, article and title, article and term, article and day.

    ``title`` is the wording of the source, ``term`` an outcome (``imprisonment P4Y``, ``faces imprisonment
    P8Y..P12Y``), ``on`` a day on which the article was applied. Nothing is said of a book that is not known.
    A term is compared only with a range that a source gives for the same kind of penalty.
    """
    return tuple(one.problem for one in law_problems(ref, title=title, term=term, on=on))


def law_problems(
    ref: ArticleRef, *, title: str | None = None, term: str | None = None, on: date | None = None
) -> tuple[LawProblem, ...]:
    """The same, each to be told in English, Russian or Kazakh."""
    if ref.book not in law_books():
        return ()
    book = law_book(ref.book, on)
    found = book.article(ref.number)
    if found is None:
        return (_unknown(ref, book),)
    wording = book.article(ref.number, on)
    if on is not None and wording is None:
        days = days_said(found if book.in_force_on(on) else book)
        return (LawProblem(str(ref), said("not_in_force", on=on), (days,)),)
    checked = wording or found
    return (*_title(ref, book, checked, title), *_term(ref, checked, term))


def _unknown(ref: ArticleRef, book: LawBook) -> LawProblem:
    elsewhere = [other for other in books_cited_as(book.cited_as or book.code) if other.article(ref.number)]
    if elsewhere:
        other = elsewhere[0]
        hints = (said("elsewhere", book=other.code, number=ref.number), days_said(other))
        return LawProblem(str(ref), said("not_in_book", book=book.code), hints)
    if book.last_article and _head(ref.number) > book.last_article:
        ends = said("ends_with", book=book.code, last=book.last_article)
        return LawProblem(str(ref), ends, (said("look_up"),))
    held = dict.fromkeys(one.number for one in book.articles)
    near = sorted(held, key=lambda number: abs(_head(number) - _head(ref.number)))[:3]
    hint = said("nearest", numbers=", ".join(near))
    return LawProblem(str(ref), said("not_held", book=book.code), (hint,))


def _head(number: str) -> int:
    return int(number.replace(".", "-").split("-")[0])


def _title(ref: ArticleRef, book: LawBook, found: LawArticle, title: str | None) -> Iterator[LawProblem]:
    if not title:
        return
    fits, better = title_fits(title, found, book.articles)
    if better:
        yield LawProblem(str(ref), said("title_of_another", number=better.number), (title_said(better),))
    elif not fits:
        yield LawProblem(str(ref), said("title_unfit"), (title_said(found),))


def _term(ref: ArticleRef, found: LawArticle, term: str | None) -> Iterator[LawProblem]:
    ranges = _ranges(found, ref.part)
    for given in outcome(term) if term and ranges else ():
        if any(_within(given, known) is False for known in ranges) and not any(
            _within(given, known) for known in ranges
        ):
            others = [
                n for n, known in (found.parts or {}).items() if n != ref.part and _within(given, known)
            ]
            yield LawProblem(str(ref), ranges_said(ranges), (_advice(found, others),))


def _ranges(found: LawArticle, part: str | None) -> tuple[LawPart, ...]:
    """The ranges that the term may keep to; none unless all that could apply are known."""
    if part:
        known = found.part(part)
        return (known,) if known and known.penalty_max else ()
    if found.whole:
        return (found.whole,)
    parts = tuple((found.parts or {}).values())
    return parts if parts and all(one.penalty_max for one in parts) else ()


def _within(given: OutcomePart, known: LawPart) -> bool | None:
    """Whether the term given keeps to the range; None if it is another kind of penalty or has no term."""
    if not known.penalty_max:
        return None
    highest = outcome(known.penalty_max)[0]
    lowest = outcome(known.penalty_min)[0].duration if known.penalty_min else None
    shortest, longest = given.duration or given.longest, given.longest or given.duration
    kind = given.of if given.kind == "faces" else given.kind
    if kind != highest.kind or not shortest or not longest or not highest.duration:
        return None
    return longest.in_days <= highest.duration.in_days and not (lowest and shortest.in_days < lowest.in_days)


def _advice(found: LawArticle, others: list[str]) -> Said:
    return said("fits_part", number=found.number, part=others[0]) if others else said("several_articles")
