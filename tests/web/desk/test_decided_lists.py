"""Lists that ask what people decided: what the desk keeps of them equals a fold of everything anew."""

from dataclasses import replace

import pytest

from tizim.assessments import Determination, Recognition
from tizim.ledger import Withdrawal
from tizim.tallies import definition, tally
from tizim.timelines import chronicle
from tizim.web.desk import figures
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told, write

ASKED = moment_of({"as_of": "2022-06-30"})
NAME = "political-prisoners"


def met(mention, finding="met", criterion="a", **fields):
    return Determination(
        id=f"k-{mention}-{criterion}-{finding}-{fields.get('by', 'one')}", mention_id=mention,
        criteria_set="PACE-1900-2012/1", criterion=criterion, finding=finding, passages_for=("s-x",),
    )  # fmt: skip


def shown(found):
    people = sorted((one.person_id, one.fit, one.sure) for one in found.members)
    parts = {code: (one.at_least, one.at_most) for code, one in found.parts.items()}
    return (
        found.at_least,
        found.at_most,
        parts,
        [(a, b.code, b.answer, b.why, b.decided, c) for a, b, c in people],
    )


def anew(desk):
    entries = tuple(desk.register.ledger.known_at())
    return shown(tally(definition(NAME).bound_to(entries), chronicle(entries), as_of=ASKED.as_of))


def test_what_is_kept_equals_a_full_fold_after_every_decision(desk):
    _of, held = figures.counted("in-custody", ASKED)
    members = list(held.members)[:4]
    mentions = [told(ASKED).lives[one.person_id].person.mention_ids for one in members]
    assert figures.counted(NAME, ASKED)[1].at_most == 0
    first = met(mentions[0][0])
    steps = [
        ([first], "one"),
        ([replace(first, id="k-2")], "two"),
        ([met(mentions[1][-1], by="one"), met(mentions[2][0], by="one")], "one"),
        ([replace(met(mentions[1][0], "not_met", one), id=f"k-n-{one}") for one in "abcde"], "two"),
        ([Withdrawal(id="w-1", corrects="k-2")], "two"),
        ([Recognition(id="g-1", mention_id=mentions[3][0], group="Somebody", stance="recognised")], "one"),
    ]
    for entries, by in steps:
        write(entries, by=by)
        assert shown(figures.counted(NAME, ASKED)[1]) == anew(desk)
    assert figures.counted(NAME, ASKED)[1].at_most >= 2


@pytest.mark.parametrize("name", [NAME, "politically-persecuted"])
def test_its_page_tells_who_is_on_it_and_how_sure(desk, name):
    client = desk.client("reader")
    client.post("/moment/", {"as_of": "2022-06-30"})
    held = figures.counted("in-custody" if name == NAME else "restricted", ASKED)[1].members[0]
    mention = told(ASKED).lives[held.person_id].person.mention_ids[0]
    write([met(mention)], by="one")
    page = client.get(f"/lists/{name}/").content.decode()
    assert held.person_id in page and "not confirmed by a second" in page
    person = client.get(f"/people/{held.person_id}/").content.decode()
    assert f"/lists/{name}/" in person
