"""Several processes write of the same thing at the same moment: one is first, the others are told."""

import pytest

from tests.stores.workers import processes
from tests.web.desk.deciders import decide_together, judge_beside_together, judge_together
from tizim.claims import Claim, Review
from tizim.identity import Judgement
from tizim.ledger import broken
from tizim.web.desk.opened import register
from tizim.web.desk.reading.folder import folder_of

COUNT = 3


@pytest.fixture
def together(desk, pattern):
    """Runs so many processes that do the same at the same moment; what each says came of it."""

    def run(work, wanted):
        context = processes()
        meeting = context.Barrier(COUNT), context.Queue()
        where = str(desk.register.path), str(pattern / "register.key")
        running = [context.Process(target=work, args=(where, wanted(n), meeting)) for n in range(COUNT)]
        for one in running:
            one.start()
        said = sorted(meeting[1].get(timeout=40) for _ in running)
        for one in running:
            one.join(30)
        return said

    return run


def open_card():
    found = (one for one in register().ledger.known_at(kinds=("claim",)) if one.reader)
    for claim in found:
        card = folder_of(claim.document_id).card(claim.id)
        if card and card.waits:
            return claim.document_id, card
    raise AssertionError("no proposal waits")


@pytest.mark.parametrize("verdicts", [("accept",) * COUNT, ("accept", "reject", "accept")])
def test_one_decision_is_written_and_the_others_are_shown_it(together, desk, verdicts):
    document_id, card = open_card()
    before = desk.register.ledger.head().seq
    said = together(decide_together, lambda n: (document_id, card.id, card.seen, f"coder-{n}", verdicts[n]))
    assert said == ["overtaken"] * (COUNT - 1) + ["written"]
    new = [link.entry for link in desk.register.ledger.links(before)]
    assert len({one.recorded_by for one in new}) == 1 and broken(desk.register.ledger) is None
    assert sum(isinstance(one, Claim) for one in new) <= 1
    assert sum(isinstance(one, Review) for one in new) == 1


def test_one_judgement_of_a_pair_is_written(together, desk):
    from datetime import date

    from tizim.web.desk.moment import Moment
    from tizim.web.desk.opened import told

    left, right = list(told(Moment(date(2022, 6, 30))).lives)[:2]
    seen = desk.register.ledger.head().seq
    verdict = ("same", "different", "unsure")
    said = together(judge_together, lambda n: (left, right, str(seen), f"judge-{n}", verdict[n]))
    assert said == ["already"] * (COUNT - 1) + ["written"]
    new = [link.entry for link in desk.register.ledger.links(seen)]
    assert [type(one) for one in new] == [Judgement]


def test_one_judgement_beside_a_document_is_written(together, desk):
    from tizim.web.desk.models import Account
    from tizim.web.desk.moment import moment_of
    from tizim.web.desk.reading.suggesting import meant_by
    from tizim.web.desk.sight import Sight

    sight = Sight(Account.objects.get(username="reviewer-1"))
    claims = (one for one in register().ledger.known_at(kinds=("claim",)) if one.person)
    found = ((claim, meant_by(claim, moment_of({}), sight)) for claim in claims)
    claim, meant = next(one for one in found if one[1].others)
    before = desk.register.ledger.head().seq
    verdict = ("same", "different", "same")
    said = together(
        judge_beside_together, lambda n: (claim.id, meant.others[0].mention_id, f"judge-{n}", verdict[n])
    )
    assert said == ["already"] * (COUNT - 1) + ["written"]
    assert [type(link.entry) for link in desk.register.ledger.links(before)] == [Judgement]
