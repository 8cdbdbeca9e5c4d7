"""The gate over the words of an edition: what it says of people that nobody may say without more ado.

Looked for are words that call somebody guilty whom no court has finally convicted (``charged``);
an official who was asked and has had no time yet to answer (``unheard``); and somebody who is named and, by a
later decision, may not be any more (``withdrawn``; ``uncited``: a document; ``unshown``: a photo). Those
three leave for no reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tizim.publications.allowed import allowed
from tizim.publications.charged import charged
from tizim.publications.clearing import NAMED, Cleared, Clearing
from tizim.publications.content import Act, Content, Entered
from tizim.publications.gate import told_of_risk
from tizim.publications.officials import upheld_against

CHARGED, UNHEARD = "charged", "unheard"
WITHDRAWN, UNCITED, UNSHOWN = "withdrawn", "uncited", "unshown"


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an edition may not leave as it is: about whom on it (``key``, ``number``), in which passage.

    ``words`` are those that call guilty, as they stand in the text.
    """

    kind: str
    key: str
    number: int
    passage: int | None = None
    words: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_final(self) -> bool:
        """Whether no reason lets the edition out."""
        return self.kind in (WITHDRAWN, UNCITED, UNSHOWN)

    def message(self, language: str = "en") -> str:
        """What is said of it, in English, Russian or Kazakh; it names nobody."""
        told = {"number": self.number, "words": ", ".join(self.words)}
        return told_of_risk(self.kind, language, **told, **self.values)


def day_of(content: Content) -> date:
    """The day on which an edition was frozen."""
    return date.fromisoformat(content.known_at[:10])


def objections(content: Content, *, on: date) -> tuple[Objection, ...]:
    """Everything that the words of the edition may not say on that day without a reason."""
    return tuple(one for who in content.named for one in (*_charges(who, content), *_unheard(who, on)))


def withdrawn(content: Content, clearing: Clearing, levels: Mapping[str, Cleared]) -> tuple[Objection, ...]:
    """Those whom the edition names or shows and may not now; ``levels``: what may leave now, by person."""
    told = ((one, levels.get(one.key or "")) for one in content.named)
    found = [
        Objection(kind, one.key or "", one.number) for one, now in told if (kind := _withdrawn(one, now))
    ]
    return (*found, *_withdrawn_documents(content, clearing))


def _withdrawn(one: Entered, now: Cleared | None) -> str:
    if now and now.level != NAMED:
        return WITHDRAWN
    return UNSHOWN if one.photo and (now is None or now.photo != one.photo) else ""


def _charges(who: Entered, content: Content) -> Iterator[Objection]:
    """Words of guilt in the passages about somebody, and in what was let out of free text; each text once."""
    if who.key is None or upheld_against((one.act, one.outcome) for one in who.acts):
        return
    seen = set[int]()
    for act in who.acts:
        for place in act.passages:
            if place not in seen and (words := charged(content.passages[place].quote or "")):
                yield Objection(CHARGED, who.key, who.number, place, words)
            seen.add(place)
        texts = (text for name, text in act.more if name in allowed()["free_text"])
        for words in filter(None, map(charged, texts)):
            yield Objection(CHARGED, who.key, who.number, None, words)


def _unheard(who: Entered, on: date) -> Iterator[Objection]:
    wanted = int(allowed()["days_to_answer"])
    waited = [(on - day).days for act in who.acts for day in _asked_in_vain(act)]
    if who.key and (short := [one for one in waited if one < wanted]):
        yield Objection(UNHEARD, who.key, who.number, values={"days": max(0, max(short)), "wanted": wanted})


def _asked_in_vain(act: Act) -> Iterator[date]:
    """The days on which officials were asked who have not answered."""
    told = dict(act.more)
    silent = set(told.get("silent", "").split("; "))
    for line in filter(None, told.get("asked", "").split("; ")):
        name, _, day = line.rpartition(": ")
        if name in silent and (asked := _day(day)):
            yield asked


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _withdrawn_documents(content: Content, clearing: Clearing) -> Iterator[Objection]:
    """Documents that the edition cites and that may not be cited any more, by their addresses."""
    shut = clearing.shut_addresses()
    places = [at for at, one in enumerate(content.passages) if one.url in shut]
    if places:
        yield Objection(UNCITED, "", 0, places[0], values={"many": len(places)})
