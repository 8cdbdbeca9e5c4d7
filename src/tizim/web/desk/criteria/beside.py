"""Several groups side by side at the desk, kept until something is written."""

from tizim.assessments import Beside, side_by_side
from tizim.web.desk.deciders import decided, with_decisions
from tizim.web.desk.definitions import sets_known
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, told


def beside(asked: Moment) -> Beside:
    """What groups say as of the day, as known at the moment; kept until something is written."""
    found: Beside = opened().kept(("beside", asked.key), lambda: _beside(asked))
    return found


def _beside(asked: Moment) -> Beside:
    lives, known = told(asked).lives, decided(asked)
    people = (lives[one].person for one in sorted(with_decisions(asked)))
    return side_by_side(
        [(one, known.on(one.mention_ids)) for one in people], as_of=asked.as_of, sets=sets_known()
    )
