"""Whom a list would name, count or leave out, a page of people at a time; the documents that tell nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from tizim.publications import Cleared
from tizim.tallies import Definition
from tizim.web.desk import figures
from tizim.web.desk.leaving.document import Paper, papers
from tizim.web.desk.leaving.person import standings_in_doubt
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import told
from tizim.web.desk.received import standing_ids
from tizim.web.desk.sight import Sight
from tizim.web.desk.unnamed import unnamed

PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody on the list; ``cleared`` is None where only closed documents tell of the person."""

    person_id: str
    name: str
    code: str
    cleared: Cleared | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """A page of a list before the door."""

    of: Definition
    page: Page
    lines: Sequence[Line]


def people(name: str, asked: Moment, sight: Sight, number: str) -> Leaving:
    """The people of the list on the day, with what may leave about each."""
    of, found = figures.counted(name, asked)
    page = Paginator(figures.members(of, found, "", None), PAGE).get_page(number)
    dark, lives = unnamed(found, asked, sight), told(asked).lives
    seen = [one.person_id for one in page if one.person_id not in dark]
    levels = standings_in_doubt([lives[one] for one in seen], asked)
    lines = [Line(one.person_id, one.name, one.fit.code, levels.get(one.person_id)) for one in page]
    return Leaving(of, page, lines)


def documents(asked: Moment, sight: Sight, number: str) -> tuple[Page, Sequence[Paper]]:
    """The documents that the account may open, the latest first, with what may leave of each."""
    page = Paginator([one for one in standing_ids(asked) if sight.document(one)], PAGE).get_page(number)
    return page, papers(list(page), asked)
