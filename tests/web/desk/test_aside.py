"""What the desk found out is kept beside the chronicle; whoever starts later finds the same, as if made anew."""

from dataclasses import replace
from datetime import date

import pytest

from tizim.claims import Claim, review
from tizim.identity import Rarity
from tizim.ledger import Together
from tizim.tallies import lasting as counting
from tizim.tallies import shipped
from tizim.web.desk import figures
from tizim.web.desk.keeping import Keeper
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import opened, register, serving, told, write
from tizim.web.desk.people import holding, roster
from tizim.web.desk.people.finding import names
from tizim.web.desk.people.seen import columns_of_all
from tizim.web.desk.same import weighing
from tizim.web.desk.same.queue import pairs
from tizim.web.desk.same.rolls import rarity

NOW = moment_of({})
DAYS = [date(2019, 5, 1), date(2021, 3, 15), date(2022, 6, 30), NOW.as_of]


def everything():
    """All that is told from what is kept beside: counts and their members, states, parts, who is found."""
    found = {}
    for day in DAYS:
        asked = replace(NOW, as_of=day)
        for name in shipped():
            _, tally = figures.counted(name, asked)
            found[name, day] = (
                tally.at_least,
                tally.at_most,
                dict(tally.rows),
                [one.name for one in tally.members],
            )
        among = columns_of_all(asked)
        found["columns", day] = list(among.ids), list(among.rows), {k: dict(v) for k, v in among.sets.items()}
    parts = roster.roster(NOW)
    found["parts"] = dict(parts.parts), dict(parts.by_document), dict(parts.by_event)
    found["named"] = {
        one: [each.person_id for each in names(NOW).find(part.name)] for one, part in parts.parts.items()
    }
    weights = weighing.weighing(NOW).of(pairs(NOW).keys(), NOW)
    assert weights.keys() == pairs(NOW).keys()
    found["pairs"] = {two: (one.lists, one.score) for two, one in weights.items()}
    return found


def reject_one():
    life = next(iter(told(NOW).lives.values()))
    claim = next(one for one in register().ledger.of(life.person.claim_ids) if isinstance(one, Claim))
    write([review(claim, "reject", by="editor-1", reason="a test")], by="editor-1")


def never(*asked):
    raise AssertionError("this was found out before")


@pytest.fixture
def looked_ahead(desk):
    """The desk after its keeper looked at all days and kept what it found."""
    everything()
    opened().keep()
    Keeper(rest=0).look_ahead()
    return desk


def test_the_next_start_finds_out_nothing_again(looked_ahead, monkeypatch):
    before = everything()
    monkeypatch.setattr(holding, "codes_on", never)
    monkeypatch.setattr(roster, "_all_claims", never)
    monkeypatch.setattr(roster, "_claims", never)
    monkeypatch.setattr(counting.Lasting, "_alone", never)
    monkeypatch.setattr(counting, "bounds_of", never)
    monkeypatch.setattr(weighing, "_weigh", never)
    monkeypatch.setattr(Rarity, "add", never)
    common = rarity(NOW).row
    with serving(looked_ahead.register):
        assert everything() == before
        assert rarity(NOW).row == common and before["pairs"]


def test_what_was_written_meanwhile_is_told_as_if_made_anew(looked_ahead):
    reject_one()
    with serving(looked_ahead.register):
        going_on = everything()
        reject_one()
        later = everything()
    with serving(looked_ahead.register) as anew:
        anew._aside.found = lambda name, beside: None
        assert everything() == later
    assert going_on != later


def test_what_was_kept_beside_another_chronicle_is_left(looked_ahead):
    reject_one()
    told(NOW)
    for live in opened()._lives.values():
        live.keep()
    with serving(looked_ahead.register) as later:
        assert told(NOW).lives
        kept = later._lives["all"].kept
        assert later._aside.found("roster", kept) is None
        assert later._aside.found("holding", kept) is None
        everything()
        later.keep_beside()
        assert later._aside.found("holding", kept) is not None


def test_what_was_to_be_kept_together_is_kept_whole_or_not_at_all(looked_ahead, monkeypatch):
    before = everything()
    reject_one()
    everything()

    def full(self):
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Together, "keep", full)
        with pytest.raises(OSError, match="full"):
            opened().keep()
    with serving(looked_ahead.register) as later:
        told(NOW)
        kept = later._lives["all"].kept
        assert kept.head != later.head()
        assert later._aside.found("roster", kept) and later._aside.found("holding", kept)
    assert opened()._lives["all"].unkept == 1
    opened().keep()
    with serving(looked_ahead.register) as later:
        told(NOW)
        assert later._lives["all"].kept.head == later.head()
        assert later._aside.found("roster", later._lives["all"].kept)
    assert everything() != before
