"""Definitions that ask what people decided, with what they decided by the moment asked for."""

from collections.abc import Collection

from tizim.assessments import Determination, Recognition
from tizim.ledger import Withdrawal
from tizim.tallies import DECISIONS, Decided, Definition
from tizim.timelines import Chronicle
from tizim.web.desk.definitions import defined
from tizim.web.desk.latest import latest
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.roster import roster
from tizim.web.desk.same.rolls import roll_of


def asking(name: str, asked: Moment) -> Definition:
    """The definition of that name, with the decisions known at the moment where it asks for any."""
    of = defined(name)
    return of.bound_to(decided(asked)) if of.wish else of


def decided(asked: Moment) -> Decided:
    """What people decided by the moment; read anew only after somebody decided something."""
    return opened().latest(
        ("decided", asked.known_at),
        latest(Determination, Recognition, Withdrawal),
        lambda: Decided.of(register().ledger.known_at(asked.known_at, kinds=DECISIONS)),
    )


def stamp(of: Definition) -> str:
    """What tells apart answers that rest on other decisions; nothing where a definition asks for none."""
    return of.bound.decided.seal if of.bound else ""


def decided_people(of: Definition, asked: Moment) -> frozenset[str]:
    """All on whom people decided what the definition asks for; brought up to date as lives change."""
    decisions = of.decisions()
    assert decisions
    lives = told(asked).lives
    return frozenset(one for one in with_decisions(asked) if decisions.touches(lives.mention_ids(one)))


def with_decisions(asked: Moment) -> frozenset[str]:
    """All on whom people decided anything; brought up to date as lives change."""
    known = decided(asked)

    def told_of(chronicled: Chronicle, people: frozenset[str]) -> frozenset[str]:
        lives = chronicled.lives
        return frozenset(one for one in people if one in lives and known.on(lives.mention_ids(one)))

    return opened().following(
        ("decided", asked.known_at, asked.basis, known.seal),
        asked,
        lambda chronicled: told_of(chronicled, _near(known.by_mention, asked)),
        lambda before, chronicled, touched: (before - touched) | told_of(chronicled, touched),
    )


def _near(mentions: Collection[str], asked: Moment) -> frozenset[str]:
    """Everybody of whom the documents tell that hold these mentions."""
    if not mentions:
        return frozenset()
    with roll_of(asked) as roll:
        known = [roll.mention(one) for one in mentions]
    by_document = roster(asked).by_document
    return frozenset(one for each in known if each for one in by_document.get(each.document_id, ()))
