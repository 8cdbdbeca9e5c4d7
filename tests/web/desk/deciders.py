"""What other processes decide at the same time in the tests."""

from pathlib import Path
from typing import Any


def _opened(folder: str, key: str) -> Any:
    import django

    from tizim.web.desk.serving import configure
    from tizim.web.desk.settings import Place
    from tizim.wiring import open_register

    configure(Place())
    django.setup()
    return open_register(Path(folder), key_file=Path(key))


def decide_together(where: tuple[str, str], wanted: tuple[str, ...], meeting: tuple[Any, Any]) -> None:
    """Decides on a claim at the same moment as others: says whether it was written or overtaken."""
    document_id, claim_id, seen, by, verdict = wanted
    barrier, answers = meeting
    with _opened(*where) as register:
        from tizim.web.desk.opened import serving
        from tizim.web.desk.reading.deciding import Decision, OvertakenError, decide
        from tizim.web.desk.reading.folder import folder_of
        from tizim.web.desk.serving import use

        use(register)
        with serving(register):
            changes = {"place": f"Town of {by}"} if verdict == "accept" else None
            said = Decision(verdict, seen, by, "because", changes)
            folder = folder_of(document_id)
            assert folder
            barrier.wait()
            try:
                decide(folder, claim_id, said)
                answers.put("written")
            except OvertakenError:
                answers.put("overtaken")


def judge_together(where: tuple[str, str], wanted: tuple[str, ...], meeting: tuple[Any, Any]) -> None:
    """Judges a pair at the same moment as others."""
    left, right, seen, by, verdict = wanted
    barrier, answers = meeting
    with _opened(*where) as register:
        from datetime import date

        from tizim.web.desk.moment import Moment
        from tizim.web.desk.opened import serving
        from tizim.web.desk.same.judging import AlreadyError, Said, judge
        from tizim.web.desk.serving import use

        use(register)
        with serving(register):
            barrier.wait()
            try:
                judge((left, right), Said(verdict, "", int(seen)), asked=Moment(date(2022, 6, 30)), by=by)
                answers.put("written")
            except AlreadyError:
                answers.put("already")


def judge_beside_together(where: tuple[str, str], wanted: tuple[str, ...], meeting: tuple[Any, Any]) -> None:
    """Judges beside a document who is meant at the same moment as others."""
    claim_id, other, by, verdict = wanted
    barrier, answers = meeting
    with _opened(*where) as register:
        from tizim.web.desk.models import Account
        from tizim.web.desk.moment import moment_of
        from tizim.web.desk.opened import serving
        from tizim.web.desk.reading.judging import Said, judge
        from tizim.web.desk.reading.suggesting import meant_by
        from tizim.web.desk.same.judging import AlreadyError
        from tizim.web.desk.serving import use
        from tizim.web.desk.sight import Sight

        use(register)
        with serving(register):
            (claim,) = register.ledger.of([claim_id])
            sight, asked = Sight(Account.objects.get(username="reviewer-1")), moment_of({})
            meant_by(claim, asked, sight)
            barrier.wait()
            try:
                judge(lambda: meant_by(claim, asked, sight), Said(other, verdict, ""), by=by)
                answers.put("written")
            except AlreadyError:
                answers.put("already")
