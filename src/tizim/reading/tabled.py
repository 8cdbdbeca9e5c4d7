"""Claims of a person's line in a table: the columns say which act a date, an article or a word is about."""

from dataclasses import dataclass

from tizim.reading.articles import ArticleFound
from tizim.reading.calendar import Day
from tizim.reading.dates import DateFound
from tizim.reading.drafts import Draft
from tizim.reading.marks import Sentence, marked
from tizim.reading.measures import lengths, money
from tizim.reading.penalties import name_penalties
from tizim.reading.spans import Span
from tizim.reading.tables import Cell, Row
from tizim.reading.words import ActWord, words_of

_NOTHING = {"-", "–", "—", "none", "no", "n/a", "unknown", "not known", "?", ""}
_ACT_COLUMNS = {
    *("detention", "charge", "sentence", "release", "search", "fine", "death", "trial"),
    *("pretrial_detention", "house_arrest", "appeal"),
}
_TERMS = {
    "sentence": "imprisonment",
    "administrative_arrest": "administrative_arrest",
    "house_arrest": "house_arrest",
}


@dataclass(slots=True)
class Line:
    """A row being read: the person, its sentence, and the dates and articles of the text."""

    text: str
    row: Row
    person: int
    number: int
    dates: list[DateFound]
    articles: list[ArticleFound]

    def drafts(self) -> list[Draft]:
        """The claims of all cells."""
        out: list[Draft] = []
        codes = tuple(one.code for one in self.articles)
        for cell in self.row.cells[1:]:
            if self.text[cell.start : cell.end].strip(" .").casefold() in _NOTHING:
                continue
            own = tuple(one.code for one in self.articles if cell.start <= one.start < cell.end)
            out.extend(self._cell(cell, own if self.row.file else codes))
        if not self.row.file and any(draft.act in ("sentence", "conviction") for draft in out):
            out = [draft for draft in out if draft.act != "charge"]
        return out

    def _cell(self, cell: Cell, codes: tuple[str, ...]) -> list[Draft]:
        sentence = marked(self.text, Span(cell.start, cell.end, 0), words_of("en"))
        day = next((one.day for one in self.dates if cell.start <= one.start < cell.end), None)
        if cell.column == "appeal":
            return self._appeal(sentence, cell, day)
        outcome = _outcome(cell.column, sentence)
        if cell.column in _TERMS and outcome and day is not None:
            act = _settled(cell.column, sentence)
            whole = self._draft(act, cell, day, outcome=outcome, articles=_for(act, codes))
            return [whole, *self._bans(sentence, cell, day)]
        told = self._told(sentence, cell, day, codes)
        if told or cell.column not in _ACT_COLUMNS:
            return told
        if cell.column == "charge":
            return [self._draft("charge", cell, None, articles=codes)]
        return [
            self._draft(
                cell.column,
                cell,
                day,
                outcome=_outcome(cell.column, sentence),
                articles=_for(cell.column, codes),
            )
        ]

    def _bans(self, sentence: Sentence, cell: Cell, day: Day) -> list[Draft]:
        """The bans that stand beside a penalty."""
        found = name_penalties(sentence, lengths(sentence))
        return [
            self._draft("ban_on_activity", cell, day, outcome=f"ban {one.iso}")
            for one in found
            if one.kind == "ban" and one.iso and not one.possible
        ]

    def _appeal(self, sentence: Sentence, cell: Cell, day: Day | None) -> list[Draft]:
        """A decision on an appeal: nothing where only a day stands."""
        words = (one for mark in sentence.of("act") for one in mark.values if isinstance(one, ActWord))
        word = next((one for one in words if one.act == "appeal"), None)
        if word is None:
            return []
        return [
            self._draft("appeal", cell, day, outcome="upheld" if word.outcome == "refused" else word.outcome)
        ]

    def _told(self, sentence: Sentence, cell: Cell, day: Day | None, codes: tuple[str, ...]) -> list[Draft]:
        """The first act that the words of a cell of states or acts tell."""
        if cell.column in ("born", "charge", "occupation", "place"):
            return []
        for mark in sentence.of("act"):
            word = next((one for one in mark.values if isinstance(one, ActWord)), None)
            denied = sentence.at("negations", mark.first - 1) is not None
            if word is None or denied:
                continue
            act = (
                "pretrial_detention"
                if word.act == "detention" and sentence.lower(mark.last - 1) == "custody"
                else word.act
            )
            act = _settled(act, sentence)
            outcome = word.outcome or _outcome(act, sentence)
            return [self._draft(act, cell, day, outcome=outcome, articles=_for(act, codes))]
        return []

    def _draft(
        self,
        act: str,
        cell: Cell,
        day: Day | None,
        *,
        outcome: str | None = None,
        articles: tuple[str, ...] = (),
    ) -> Draft:
        return Draft(
            act, self.number, self.row.cells[0].start, cell.end,
            person=self.person, day=day, outcome=outcome, articles=articles,
        )  # fmt: skip


def _settled(act: str, sentence: Sentence) -> str:
    """Days are an administrative arrest, not a sentence."""
    found = lengths(sentence)
    short = act in ("sentence", "detention") and found and found[0].unit in "DH"
    return "administrative_arrest" if short else act


def _for(act: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    return (
        codes if act in ("charge", "sentence", "conviction", "trial", "administrative_arrest", "fine") else ()
    )


def _outcome(act: str, sentence: Sentence) -> str | None:
    """The penalty in a cell; bail and fines with their sums."""
    parts = [f"{_TERMS[act]} {length.iso}" for length in lengths(sentence)[:1] if act in _TERMS]
    sums = money(sentence)
    if "bail" in sentence.bag:
        parts += [f"bail {amount.text}" for amount in sums[:1]]
    elif act in ("fine", "sentence"):
        parts += [f"fine {amount.text}" for amount in sums[:1]]
    if act == "release" and not parts:
        parts = ["released"]
    return "; ".join(parts) or None
