"""What an edition says: the list and its numbers in the fields that may leave, as canonical bytes."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import orjson

FORM = "tizim-edition 1"


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage that the edition rests on: the quotation, where it stands, the document, its publisher."""

    quote: str | None
    page: int | None
    locator: str | None
    title: str | None
    date: str | None
    url: str | None
    document_kind: str | None
    language: str | None
    source: str | None
    source_kind: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """One act as the edition tells it; ``passages`` are places in the edition's list of passages."""

    act: str
    date: str | None
    place: str | None
    agency: str | None
    articles: tuple[str, ...]
    outcome: str | None
    certainty: str
    passages: tuple[int, ...]
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody on the list; ``number`` is the place on it, ``name`` is empty for whoever is only counted.

    ``key`` ties the same person together between editions; whoever is not named has none. ``photo`` is the
    digest of the photo that goes along.
    """

    number: int
    key: str | None
    name: str | None
    code: str
    sure: bool
    why: str
    since: str | None = None
    expected_end: str | None = None
    articles: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A group that a source counts without naming anybody."""

    code: str
    at_least: int
    at_most: int | None
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number with its bounds; ``at_most`` is None where a source leaves it open."""

    code: str
    at_least: int
    at_most: int | None


Pairs = tuple[tuple[str, str], ...]
"""Words with the language before them; states with what a set says of them."""


@dataclass(frozen=True, slots=True)
class ToldGround:
    """One ground of a set of criteria as the edition prints it."""

    code: str
    place: Pairs
    title: Pairs
    text: Pairs


@dataclass(frozen=True, slots=True)
class ToldSet:
    """The set of criteria by which people were assessed, whole, in the version that was used.

    ``met`` and ``unless`` are rules as nested tuples (``assessments.rule_parts``), ``confirmed`` says whether
    as many assessors as the set wants must have come to it. Who decided the set stays in the house.
    """

    name: str
    title: Pairs
    publisher: Pairs
    place: Pairs
    date: str
    url: str
    decided_on: str
    assessors: int
    confirmed: bool
    liberty: Pairs
    grounds: tuple[ToldGround, ...]
    met: tuple[Any, ...]
    unless: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """All that an edition says: the question, the numbers, the people, the passages behind them.

    ``hushed`` is the least count where people who are not named were left out of the numbers, else 0.
    ``criteria`` is the set by which people were assessed, where the list asks for that.
    """

    definition: str
    version: int
    title: tuple[tuple[str, str], ...]
    note: tuple[tuple[str, str], ...]
    classes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    number: int
    as_of: str
    known_at: str
    basis: str
    unit: str
    at_least: int
    at_most: int | None
    parts: tuple[Bounds, ...]
    people: tuple[Entered, ...]
    groups: tuple[Counted, ...]
    passages: tuple[Cited, ...]
    vocabulary: str
    program: str
    form: str = FORM
    hushed: int = 0
    criteria: ToldSet | None = None

    @property
    def named(self) -> tuple[Entered, ...]:
        """Those who stand on the list by name."""
        return tuple(one for one in self.people if one.name)

    @property
    def unnamed(self) -> tuple[Entered, ...]:
        """Those who are counted and not named."""
        return tuple(one for one in self.people if not one.name)

    @property
    def doubtful(self) -> tuple[Entered, ...]:
        """Those who make the difference between the bounds."""
        return tuple(one for one in self.people if not one.sure)


def frozen(content: Content) -> bytes:
    """The bytes of an edition: JSON in UTF-8, keys sorted; the same content gives the same bytes.

    What was added later and is empty is left out, so that older editions keep their bytes.
    """
    told = _fields(content)
    return orjson.dumps(told, default=_fields, option=orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS)


_LATER = frozenset(("hushed", "photo", "criteria"))


def _fields(one: Any) -> dict[str, Any]:
    """What is told in a part of an edition, by the name of the field."""
    told = ((name, getattr(one, name)) for name in one.__slots__)
    return {name: value for name, value in told if value or name not in _LATER}


def digest(content: bytes) -> str:
    """SHA-256 of the frozen bytes, as an edition's entry bears it."""
    return hashlib.sha256(content).hexdigest()


def thawed(content: bytes) -> Content:
    """An edition's content from its bytes; a text that stands in it many times is kept once."""
    raw, told = orjson.loads(content), _Thaw()
    people, passages, criteria = raw.pop("people"), raw.pop("passages"), raw.pop("criteria", None)
    return Content(
        **{key: told.value(value) for key, value in raw.items() if key not in _PARTS},
        parts=tuple(Bounds(**one) for one in raw["parts"]),
        people=tuple(told.entered(one) for one in _each(people)),
        groups=tuple(Counted(**told.values(one)) for one in raw["groups"]),
        passages=tuple(Cited(**told.values(one)) for one in _each(passages)),
        criteria=told.told_set(criteria) if criteria else None,
    )


_PARTS = frozenset(("parts", "groups"))


def _each(raw: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each in order, let go of as soon as it was taken: of a large list the raw form need not stay."""
    raw.reverse()
    while raw:
        yield raw.pop()


class _Thaw:
    """Values out of JSON: lists as tuples, equal ones as one."""

    def __init__(self) -> None:
        self._once: dict[Any, Any] = {}

    def entered(self, raw: dict[str, Any]) -> Entered:
        acts = tuple(Act(**self.values(one)) for one in raw.pop("acts"))
        return Entered(**self.values(raw), acts=acts)

    def told_set(self, raw: dict[str, Any]) -> ToldSet:
        grounds = tuple(ToldGround(**self.values(one)) for one in raw.pop("grounds"))
        return ToldSet(**self.values(raw), grounds=grounds)

    def values(self, raw: dict[str, Any]) -> dict[str, Any]:
        return {key: self.value(value) for key, value in raw.items()}

    def value(self, value: Any) -> Any:
        if value is None or isinstance(value, (bool, int)):
            return value
        kept = tuple(self.value(one) for one in value) if isinstance(value, list) else value
        return self._once.setdefault(kept, kept)


_MASK, _SIGNS = "[…]", " .,;:…–—-\"“”«»'"


def tells(text: str | None) -> bool:
    """Whether anything is left of a text from which the names of others were taken."""
    return bool(text and text.replace(_MASK, "").strip(_SIGNS))


def texts(content: Content) -> Iterator[str]:
    """Every text in the content: what a test for withheld strings looks through."""
    yield from _texts(asdict(content))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
