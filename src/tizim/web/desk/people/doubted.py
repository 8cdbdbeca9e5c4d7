"""The groups in doubt that hold somebody: who may be whom."""

from collections.abc import Sequence

from tizim.timelines import InDoubt
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import told


def doubts_about(person_id: str, asked: Moment) -> Sequence[InDoubt]:
    """The groups in doubt that hold the person; to look at all once is quicker than to keep them so."""
    return [group for group in told(asked).doubts if person_id in group.person_ids]
