"""The people who answer to what is asked, a page of them, with counts beside each facet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tizim.identity import Found
from tizim.timelines import NOT, Standing, Timeline, standing
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import told
from tizim.web.desk.people.asked import Search
from tizim.web.desk.people.columns import Columns
from tizim.web.desk.people.criteria import with_criteria
from tizim.web.desk.people.facets import FACETS, Facet, group_of, is_held
from tizim.web.desk.people.finding import MOST, found
from tizim.web.desk.people.roster import roster
from tizim.web.desk.people.seen import columns, seen
from tizim.web.desk.sight import Sight
from tizim.web.desk.templatetags.desk import spoken

PAGE, _SHOWN, _UNFOLDED = 50, 8, 60


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: its word, how many have it among those asked for, whether it is chosen."""

    value: str
    word: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet with its values, the most frequent first; ``more`` are those shown when asked for."""

    facet: Facet
    values: Sequence[Value]
    more: Sequence[Value]
    left_out: int

    @property
    def is_chosen(self) -> bool:
        """Whether some value is chosen."""
        return any(one.chosen for one in self.values)


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the page: name, other spellings, what holds on the day, how he or she was found."""

    id: str
    name: str
    others: Sequence[str]
    held: Standing | None
    articles: Sequence[str]
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The page, how many people answer in all, and the facets."""

    search: Search
    rows: Sequence[Row]
    count: int
    everybody: int
    page: int
    pages: int
    found: int
    choices: Sequence[Choice]

    @property
    def is_cut(self) -> bool:
        """Whether more people may bear such a name than were looked at."""
        return self.found == MOST

    @property
    def first(self) -> str:
        """The number of the first row, as an attribute takes it."""
        return str((self.page - 1) * PAGE + 1)

    @property
    def before(self) -> str:
        """The page before this one, as a button sends it."""
        return str(self.page - 1)

    @property
    def after(self) -> str:
        """The page after this one."""
        return str(self.page + 1)


def listing(search: Search, asked: Moment, sight: Sight, *, facets: bool = True) -> Listing:
    """Who answers to the search; counts speak of those whom the account may know of."""
    among = with_criteria(columns(asked, sight), asked, sight)
    by_name = _found(search, asked, among)
    start = among.everybody if by_name is None else among.set_of(one.person_id for one in by_name)
    answering = among.narrowed(start, search.facets)
    count = answering.bit_count()
    pages = max(1, -(-count // PAGE))
    page = min(search.page, pages)
    ids = _page(among, answering, by_name, page)
    by_id = {one.person_id: one for one in by_name or ()}
    lines = _lines(ids, asked, sight)
    rows = [_row(one, among, main_standing(lines[one], asked.as_of), by_id.get(one)) for one in ids]
    offered = FACETS if facets else ()
    choices = [choice for one in offered if (choice := _choice(one, search, among, start))]
    return Listing(search, rows, count, len(among.ids), page, pages, len(by_name or ()), choices)


def _found(search: Search, asked: Moment, among: Columns) -> list[Found] | None:
    """The people of that name; None where no name is asked for."""
    if not search.name:
        return None
    return [] if search.too_long else found(search.name, asked, among, spoken())


def _page(among: Columns, answering: int, by_name: Sequence[Found] | None, page: int) -> list[str]:
    start = (page - 1) * PAGE
    if by_name is None:
        return among.slice(answering, start, PAGE)
    ids = [one.person_id for one in by_name if answering >> among.place[one.person_id] & 1]
    return ids[start : start + PAGE]


def _choice(facet: Facet, search: Search, among: Columns, start: int) -> Choice | None:
    """The facet's values among those who answer to all the others; None where there are none."""
    chosen = search.facets.get(facet.code, ())
    others = among.narrowed(start, search.facets, leaving=facet.code)
    counts = dict(among.counts(facet.code, others))
    values = [_value(facet, one, counts.get(one, 0), chosen) for one in (*chosen, *_unchosen(counts, chosen))]
    if not values:
        return None
    shown = max(_SHOWN, len(chosen))
    return Choice(facet, values[:shown], values[shown:_UNFOLDED], max(0, len(values) - _UNFOLDED))


def _unchosen(counts: Mapping[str, int], chosen: Sequence[str]) -> Iterator[str]:
    return (one for one in counts if one not in chosen)


def _value(facet: Facet, value: str, count: int, chosen: Sequence[str]) -> Value:
    return Value(value, facet.worded(value), count, value in chosen)


def _row(one: str, among: Columns, held: Standing | None, by: Found | None) -> Row:
    part = among.part(one)
    articles = sorted(value for facet, value in part.codes if facet == "article")
    return Row(one, part.name, part.names[1:], held, articles, by)


def _lines(ids: Sequence[str], asked: Moment, sight: Sight) -> Mapping[str, Timeline]:
    """The timelines of these people as the account sees them."""
    parts = roster(asked).parts
    lines = {life.person.id: life.timeline for life in told(asked).lives.passing(ids)}
    for one in ids:
        if not parts[one].documents.isdisjoint(sight.closed):
            known = seen(asked, one, sight)
            lines[one] = known.life.timeline if known else Timeline()
    return lines


def main_standing(line: Timeline, day: date) -> Standing | None:
    """What matters most of what surely or perhaps holds on the day: death, custody, then the rest."""
    held = [found for one in line.episodes if (found := standing(one, day)).answer != NOT]
    return min(held, key=_weight, default=None)


def _weight(one: Standing) -> tuple[int, int, int]:
    episode = one.episode
    since = episode.begin.last or episode.confirmed or date.min
    return _rank(episode.state), one.answer != "surely", -since.toordinal()


def _rank(state: str) -> int:
    if state == "dead":
        return 0
    if is_held(state):
        return 1
    return _ORDER.get(group_of(state), 9)


_ORDER = {"measure": 2, "sentence": 2, "end": 3, "proceedings": 4, "after_effect": 5}
