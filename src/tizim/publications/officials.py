"""What is printed of a person whom a source accuses: accused until a verdict is final, asked, and heard.

A body is printed as it is. A person's name leaves only where the person was asked (an ``Intervention`` to
them) or the decision that lets the name out says why not (``Clearance.note``). What they answered, and every
claim that speaks for them (acquitted, a case closed, denied or doubted), leaves with the accusation.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tizim.claims import Claim
from tizim.identity import normal_name
from tizim.interventions import Intervention, Response
from tizim.ledger import Entry, in_force
from tizim.publications.allowed import allowed
from tizim.publications.quotes import Veil, is_personal

_VERDICTS = ("conviction", "sentence")


@dataclass(frozen=True, slots=True)
class Accused:
    """Somebody whom a source names as having done something: the name, and whether it may leave."""

    name: str
    may_leave: bool
    convicted: bool = False
    asked: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    in_favour: tuple[Claim, ...] = ()


class Officials:
    """What the usable documents of a register tell of those whom sources accuse."""

    def __init__(self, entries: Iterable[Entry], usable: Collection[str]) -> None:
        known = in_force(entries)
        self._asked = [one for one in known if isinstance(one, Intervention)]
        self._answers = [one for one in known if isinstance(one, Response)]
        told = (one for one in known if isinstance(one, Claim) and one.document_id in usable)
        self._cases = [one for one in told if one.role in ("perpetrator", "suspect")]

    def accused(self, claim: Claim, *, reason: bool) -> Iterator[Accused]:
        """Everybody whom a claim names as a perpetrator; ``reason``: why nobody was asked is on record."""
        for name, _involvement, _kind in claim.perpetrators:
            if not is_personal(name):
                yield Accused(name, True)
                continue
            asked = [one for one in self._asked if _is_named(name, one.addressee)]
            ids = {one.id for one in asked}
            answers = [one for one in self._answers if one.intervention_id in ids]
            own = [one for one in self._cases if one.person and _is_named(name, one.person)]
            yield Accused(
                name, bool(asked) or reason, _is_final(own), tuple(one.date or "?" for one in asked),
                tuple(": ".join(filter(None, (one.date, one.text))) for one in answers),
                tuple(_in_favour(own)),
            )  # fmt: skip


def told_of(accused: Sequence[Accused], veil: Veil) -> list[tuple[str, str]]:
    """What is printed of them, field by field: the accused, those finally convicted, what they were asked."""
    guilty = [one.name for one in accused if one.convicted]
    others = [one.name for one in accused if not one.convicted]
    asked = [f"{one.name}: {day}" for one in accused for day in one.asked]
    answers = [f"{one.name}: {veil.quoted(text)}" for one in accused for text in one.answered]
    silent = [one.name for one in accused if one.asked and not one.answered]
    favour = [
        f"{one.name}: {' '.join(filter(None, (claim.outcome or claim.certainty, claim.date)))}"
        for one in accused
        for claim in one.in_favour
    ]
    told = {
        "perpetrators": others, "convicted": guilty, "asked": asked, "answered": answers, "silent": silent,
        "in_favour": favour,
    }  # fmt: skip
    return [(name, "; ".join(texts)) for name, texts in told.items() if texts]


def _is_named(name: str, text: str) -> bool:
    """Whether all words of the name stand in the text."""
    wanted = set(normal_name(name).split())
    return bool(wanted) and wanted <= set(normal_name(text).split())


def _is_final(cases: Sequence[Claim]) -> bool:
    """Whether a verdict against the person was upheld on appeal, and nothing speaks against it."""
    return upheld_against((one.act, one.outcome) for one in cases) and not any(_in_favour(cases))


def upheld_against(acts: Iterable[tuple[str, str | None]]) -> bool:
    """Whether acts with their outcomes hold a verdict and an appeal that upheld it."""
    told = list(acts)
    found = any(act in _VERDICTS for act, _ in told)
    return found and any(act == "appeal" and "upheld" in (outcome or "") for act, outcome in told)


def _in_favour(cases: Iterable[Claim]) -> Iterator[Claim]:
    for one in cases:
        outcome = (one.outcome or "").split(" ")[0].rstrip(";")
        if (
            outcome in allowed()["in_favour"]["outcomes"]
            or one.certainty in allowed()["in_favour"]["certainties"]
        ):
            yield one
