"""Checking a charge, a title, a term and a day against the law book."""

from collections.abc import Iterator
from datetime import date

from tizim import Problem
from tizim.vocab.articles import ArticleRef
from tizim.vocab.law_books import books_cited_as, law_book, law_books
from tizim.vocab.law_parts import LawArticle, LawBook, LawPart
from tizim.vocab.law_titles import title_fits
from tizim.vocab.outcomes import OutcomePart, outcome


def check_article(
    ref: ArticleRef, *, title: str | None = None, term: str | None = None, on: date | None = None
) -> tuple[Problem, ...]:
    """What does not fit: article and book, article and title, article and term, article and day.

    ``title`` is the wording of the source, ``term`` an outcome (``imprisonment P4Y``, ``faces imprisonment
    P8Y..P12Y``), ``on`` a day on which the article was applied. Nothing is said of a book that is not known.
    A term is compared only with a range that a source gives for the same kind of penalty.
    """
    if ref.book not in law_books():
        return ()
    book = law_book(ref.book, on)
    found = book.article(ref.number)
    if found is None:
        return (_unknown(ref, book),)
    wording = book.article(ref.number, on)
    if on is not None and wording is None:
        return (Problem(str(ref), f"not in force on {on}.", _days(found if book.in_force_on(on) else book)),)
    checked = wording or found
    return (*_title(ref, book, checked, title), *_term(ref, checked, term))


def _unknown(ref: ArticleRef, book: LawBook) -> Problem:
    elsewhere = [other for other in books_cited_as(book.cited_as or book.code) if other.article(ref.number)]
    if elsewhere:
        other = elsewhere[0]
        return Problem(str(ref), f"not in {book.code}.", f"{other.code} has {ref.number}. {_days(other)}")
    if book.last_article and _head(ref.number) > book.last_article:
        return Problem(str(ref), f"{book.code} ends with article {book.last_article}.", "Look the number up.")
    held = dict.fromkeys(one.number for one in book.articles)
    near = sorted(held, key=lambda number: abs(_head(number) - _head(ref.number)))[:3]
    return Problem(
        str(ref), f"not among the articles held of {book.code}.", f"The nearest held are {', '.join(near)}."
    )


def _head(number: str) -> int:
    return int(number.replace(".", "-").split("-")[0])


def _days(known: LawArticle | LawBook) -> str:
    first = f" from {known.in_force_from}" if known.in_force_from else ""
    last = f" to {known.in_force_to}" if known.in_force_to else ""
    return f"In force{first}{last}."


def _title(ref: ArticleRef, book: LawBook, found: LawArticle, title: str | None) -> Iterator[Problem]:
    if not title:
        return
    fits, better = title_fits(title, found, book.articles)
    if better:
        shown = better.title.get("en") or next(iter(better.title.values()))
        yield Problem(
            str(ref), f"the title given is that of article {better.number}.", f"{better.number}: {shown}."
        )
    elif not fits:
        shown = found.title.get("en") or next(iter(found.title.values()))
        yield Problem(str(ref), "the title given does not fit the article.", f"{found.number}: {shown}.")


def _term(ref: ArticleRef, found: LawArticle, term: str | None) -> Iterator[Problem]:
    ranges = _ranges(found, ref.part)
    for given in outcome(term) if term and ranges else ():
        if any(_within(given, known) is False for known in ranges) and not any(
            _within(given, known) for known in ranges
        ):
            others = [
                n for n, known in (found.parts or {}).items() if n != ref.part and _within(given, known)
            ]
            yield Problem(str(ref), f"the term is outside {_shown(ranges)}.", _advice(found, others))


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


def _shown(ranges: tuple[LawPart, ...]) -> str:
    return " and ".join(f"{_range(one)} ({one.source})" for one in ranges)


def _range(known: LawPart) -> str:
    """``imprisonment P8Y..P12Y``, ``imprisonment ..P2Y``."""
    kind, _, highest = known.penalty_max.partition(" ")
    return f"{kind} {known.penalty_min.partition(' ')[2]}..{highest}"


def _advice(found: LawArticle, others: list[str]) -> str:
    if others:
        return f"It fits {found.number}({others[0]})."
    return "A sentence for several articles at once may be longer; a mitigated one shorter."
