"""The mapping that the headings and a sample of the values suggest, with the reason of each guess."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from tizim.claims.lists.finding import act_of, header_of, rule_of
from tizim.claims.lists.heads import Head, heads_of
from tizim.claims.lists.jottings import jotted
from tizim.claims.lists.marks import column_letters
from tizim.claims.lists.rows import no_person
from tizim.claims.lists.sampling import Sample, order_of, sample_of
from tizim.claims.lists.words import bare, coded, plain, words
from tizim.claims.lists.workbook import Book, ListRow, Sheet

_SAMPLED = 300
_VALUES = 80
_KAZAKH = re.compile("[әғқңөұүһі]")
_CYRILLIC = re.compile("[а-яё]")
_MOSTLY, _OFTEN = 0.7, 0.5
_OF_ACTS = ("date", "outcome", "article", "agency", "place", "act")
_SINGLE = ("number", "status", "place", "town", "age", "born", "sex", "occupation", "event", "status_as_of")
_LOOKS = (
    ("url", "source"), ("date", "date"), ("serial", "date"), ("sex", "sex"), ("article", "article"),
    ("act", "act"), ("outcome", "outcome"), ("text", "text"), ("name", "person"),
)  # fmt: skip
"""What values look like, and the rule for that, the surest first."""
_WANTED = {
    "outcome": ("sentence", "administrative_arrest", "fine"), "article": ("charge", "sentence", "detention"),
    "agency": ("sentence", "trial"), "offence": ("charge", "sentence"),
}  # fmt: skip
"""Which claim a column belongs to whose heading names none."""
_TIED = ("outcome", "article", "agency", "offence")


@dataclass(slots=True)
class Guess:
    """One column: its heading, letters, the rule guessed (none: left open), reasons (code, values)."""

    letters: str
    heading: str
    read: str = ""
    of: str = ""
    values: dict[str, str] = field(default_factory=dict)
    bare: str = ""
    whys: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)

    def because(self, code: str, **values: object) -> None:
        """Notes a reason or a doubt."""
        self.whys.append((code, values))


@dataclass(slots=True)
class SheetGuess:
    """One sheet: ``header`` empty means that no row names columns, and the sheet is left out."""

    name: str
    header: tuple[int, ...] = ()
    data: int = 0
    language: str = "en"
    order: str = "dmy"
    order_sure: bool = True
    serials: int = 1900
    book: str = ""
    book_sure: bool = True
    key: tuple[str, ...] = ()
    columns: list[Guess] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)
    fixed_act: str | None = None
    fixed_why: str = ""


def guess_book(book: Book) -> list[SheetGuess]:
    """What is guessed of each sheet."""
    return [_Guesser(sheet, book).guess() for sheet in book.sheets]


class _Guesser:
    """Guesses one sheet."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self.sheet = sheet
        self.found = SheetGuess(sheet.name, serials=book.serials)

    def guess(self) -> SheetGuess:
        """The guess, from the header and up to 300 rows."""
        placed = header_of(self.sheet)
        if placed is None:
            return self.found
        self.found.header, self.found.data = placed
        heads = heads_of(self.sheet, self.found.header)
        rows = [
            row
            for row in islice(self.sheet.rows(), self.found.data + _SAMPLED)
            if row.number >= self.found.data and not (row.blank or row.title or no_person(row))
        ]
        self._frame(heads, rows)
        samples = {
            head.number: sample_of(
                (_cell(row, head.number) for row in rows), self.found.order, self.found.book
            )
            for head in heads
        }
        self.found.columns = [self._column(head, samples[head.number]) for head in heads]
        self._once(samples)
        self._acts(rows)
        for guess, head in zip(self.found.columns, heads, strict=True):
            self._values(guess, samples[head.number])
        return self.found

    def _frame(self, heads: tuple[Head, ...], rows: list[ListRow]) -> None:
        """Language, order of days and law book of the sheet as a whole."""
        cells = [cell for row in rows for cell in row.cells if cell]
        text = plain(" ".join([head.heading for head in heads]))
        letters = text + plain(" ".join(cells[:400]))
        kazakh = _KAZAKH.search(text) or len(_KAZAKH.findall(letters)) * 30 > len(letters)
        self.found.language = "kk" if kazakh else "ru" if _CYRILLIC.search(letters) else "en"
        self.found.order, self.found.order_sure = order_of(cells)
        countries = [
            code for word, code in words()["countries"].items() if f" {word} " in f" {bare(letters)} "
        ]
        usual = Counter(countries).most_common(1)
        self.found.book_sure = bool(usual)
        country = usual[0][0] if usual else "KZ" if kazakh else ""
        self.found.book = f"{country}-CC" if country else ""

    def _column(self, head: Head, sample: Sample) -> Guess:
        guess = Guess(column_letters(head.number), head.heading)
        if not sample.values:
            guess.because("why_empty")
            return guess
        rule, exact = rule_of(head.heading)
        act = act_of(head.heading)
        rule = self._by_both(rule, exact, act, (head, sample))
        if rule:
            guess.read = rule
            guess.because("why_heading")
        else:
            self._by_values(guess, sample)
        if act and guess.read in _OF_ACTS and (not exact or guess.read == "date" or act == "charge"):
            guess.of = act
        if guess.read == "act":
            guess.of = ""
        return guess

    def _by_both(self, rule: str, exact: bool, act: str, of: tuple[Head, Sample]) -> str:
        """The rule that the heading names, where the values do not speak against it."""
        head, sample = of
        if rule == "born":
            return rule
        dated = any(f" {word} " in f" {bare(head.heading)} " for word in words()["dated"])
        looks = max(sample.share("date"), sample.share("serial"))
        if looks >= _OFTEN and (act or dated) and rule not in ("text", "note", "source"):
            return "date"
        if rule == "date" and looks < _OFTEN and sample.share("text") >= _OFTEN:
            return "text"
        if ((rule in ("outcome", "article") or act) and not exact) or rule in ("outcome", "article", "act"):
            found = self._law_or_penalty(rule, sample)
            if found:
                return found
        if rule in ("note", "source") and sample.share("text") >= _MOSTLY and rule != "source":
            return rule
        if rule == "number" and sample.share("number") < _OFTEN:
            return "" if not exact else rule
        return rule

    def _law_or_penalty(self, rule: str, sample: Sample) -> str:
        """Of columns called "charge" or "sentence": what their values are."""
        shares = {name: sample.share(name) for name in ("article", "outcome", "act")}
        if rule in shares and shares[rule] >= _OFTEN:
            return rule
        best = max(shares, key=lambda name: shares[name])
        if shares[best] >= _OFTEN:
            return best
        return "text" if sample.share("text") >= _OFTEN else rule

    def _by_values(self, guess: Guess, sample: Sample) -> None:
        """Where the heading says nothing, what nearly all values are."""
        for share, rule in _LOOKS:
            if sample.share(share) >= _MOSTLY and not (share == "sex" and len(sample.values) < 2):
                guess.read = rule
                guess.because("why_values", n=sample.read(share), of=len(sample.values))
                return
        guess.because("open_column")

    def _once(self, samples: Mapping[int, Sample]) -> None:
        """Of several columns that would be the subject, the act or the number, which is; key; doubts."""
        named = [guess for guess in self.found.columns if guess.read == "person"]
        by_heading = [guess for guess in named if guess.whys[0][0] == "why_heading"]
        for guess in named if by_heading else named[1:]:
            if guess not in by_heading:
                guess.read = ""
                guess.because("open_second_name")
        for rule in _SINGLE:
            for guess in [one for one in self.found.columns if one.read == rule][1:]:
                if not guess.of:
                    guess.read = ""
                    guess.because("open_column")
        number = next((at for at, one in enumerate(self.found.columns) if one.read == "number"), None)
        if number is not None:
            values = samples[number + 1].values
            if len(set(values)) == len(values):
                self.found.key = (self.found.columns[number].heading,)

    def _acts(self, rows: list[ListRow]) -> None:
        """Which claims a row makes: by an act column, by dates and outcomes of acts, else by the title."""
        columns = self.found.columns
        acts = dict.fromkeys(
            guess.of
            for guess in columns
            if guess.of and guess.read in ("date", "outcome", "article", "agency")
        )
        if any(guess.read == "act" for guess in columns):
            for guess in columns:
                guess.of = ""
            return
        if any(guess.read == "outcome" and not guess.of for guess in columns):
            acts.setdefault("sentence")
        title = self._title()
        plain_date = any(guess.read in ("date", "article") and not guess.of for guess in columns)
        if not acts or (plain_date and title and title not in acts):
            self._without(title)
            if not acts:
                return
        self.found.claims = {act: act for act in acts} | (
            {self.found.fixed_act: self.found.fixed_act} if self.found.fixed_act else {}
        )
        self.found.fixed_act = None
        for guess in columns:
            self._tie(guess, title)

    def _tie(self, guess: Guess, title: str) -> None:
        claims = self.found.claims
        if guess.of and guess.of not in claims:
            guess.of = ""
        if guess.of or guess.read not in (*_TIED, "date"):
            return
        wanted = {**_WANTED, "date": (title,)}[guess.read]
        guess.of = next(
            (one for one in wanted if one in claims), next(iter(claims)) if guess.read == "date" else ""
        )
        if guess.of:
            guess.because("why_tied", act=guess.of)

    def _without(self, title: str) -> None:
        """No column tells the act: the title does, running text does, or it is left open."""
        told = any(guess.read in ("text", "status") for guess in self.found.columns)
        dated = any(guess.read in ("date", "article", "outcome") for guess in self.found.columns)
        if title:
            self.found.fixed_act, self.found.fixed_why = title, "why_title"
        elif dated or not told:
            self.found.fixed_act, self.found.fixed_why = "", "open_act"

    def _title(self) -> str:
        """The act that the sheet's name or a row above the header names."""
        above = [
            row
            for row in islice(self.sheet.rows(), max(self.found.header))
            if row.number < min(self.found.header)
        ]
        texts = [cell for row in above for cell in row.cells if cell] + [self.sheet.name]
        return next((act for text in texts if (act := act_of(text))), "")

    def _values(self, guess: Guess, sample: Sample) -> None:
        """The values of a column of codes, with what each means or an open place."""
        if guess.read in ("act", "status"):
            table = "acts" if guess.read == "act" else "statuses"
            for value in sample.distinct()[:_VALUES]:
                parts = (
                    [part for part in re.split(r"[;,+\n]", value) if part.strip()]
                    if guess.read == "act"
                    else [value]
                )
                for part in parts if len(parts) > 1 or not jotted(value, self.found.order) else [value]:
                    self._value(guess, " ".join(part.split()), coded(table, part))
        elif guess.read in ("date", "article", "outcome"):
            name = "serial" if sample.share("serial") > sample.share("date") else guess.read
            missed = len(sample.values) - sample.read(name)
            if missed:
                guess.because("doubt_unread", n=missed, of=len(sample.values))
        if guess.read == "outcome" and any(
            re.fullmatch(r"[\d.,]+\s?[^\W\d]+\.?", plain(value)) for value in sample.values
        ):
            guess.bare = "imprisonment"
            guess.because("doubt_bare")

    def _value(self, guess: Guess, value: str, code: str | None) -> None:
        if code or not jotted(value, self.found.order):
            guess.values.setdefault(value, code or "")


def _cell(row: ListRow, number: int) -> str:
    return row.cells[number - 1] if number <= len(row.cells) else ""
