"""The set of criteria behind a list, as an edition prints it: everything but who decided it."""

from collections.abc import Mapping

from tizim.assessments import CriteriaSet, Criterion, rule_parts
from tizim.publications.content import Pairs, ToldGround, ToldSet
from tizim.tallies import Definition


def told_set(of: Definition) -> ToldSet | None:
    """The set that a definition asks for, in its version; None where it asks for none."""
    if of.wish is None or of.wish.criteria is None:
        return None
    return _told(of.wish.criteria, confirmed=of.wish.confirmed)


def _told(of: CriteriaSet, *, confirmed: bool) -> ToldSet:
    source = of.source
    return ToldSet(
        name=of.name, title=_pairs(of.title), publisher=_pairs(source.publisher), place=_pairs(source.place),
        date=source.date, url=source.url, decided_on=of.decided_on, assessors=of.assessors,
        confirmed=confirmed, liberty=_pairs(of.liberty), grounds=tuple(map(_ground, of.criteria)),
        met=rule_parts(of.met), unless=rule_parts(of.unless) if of.unless else (),
    )  # fmt: skip


def _ground(of: Criterion) -> ToldGround:
    return ToldGround(of.code, _pairs(of.place), _pairs(of.title), _pairs(of.text))


def _pairs(said: Mapping[str, str]) -> Pairs:
    return tuple(sorted((key, value) for key, value in said.items() if value))
