"""From mentions and judgements to persons: the finest partition, and what may be coarser."""

from collections.abc import Iterable

from tizim.claims import Claim
from tizim.identity.judgement import Judgement
from tizim.identity.persons import People, Person
from tizim.identity.roll import Roll

__all__ = ["People", "Person", "people"]


def people(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> People:
    """The persons whom these standing claims name, as the standing judgements have it.

    Order never matters; the same claims and judgements give the same persons. Judgements join first;
    then equal names, then short forms inside one document. Nothing is joined against a judgement, nor where
    ages or sexes cannot be one person's. Full names that are only alike are never joined; whether they are
    one stays open.
    """
    roll = Roll()
    roll.change(claims, judgements=judgements)
    return roll.people()
