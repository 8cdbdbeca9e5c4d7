"""The groups in doubt by whom they hold: who may be whom, without looking at all of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tizim.timelines import Chronicle, InDoubt
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, told


def doubts_about(person_id: str, asked: Moment) -> Sequence[InDoubt]:
    """The groups in doubt that hold the person."""
    groups = opened().telling("doubted", asked.whatever_day, lambda: _by_person(told(asked)))
    return groups.get(person_id, ())


def _by_person(chronicled: Chronicle) -> Mapping[str, Sequence[InDoubt]]:
    found: dict[str, list[InDoubt]] = defaultdict(list)
    for group in chronicled.doubts:
        for one in group.person_ids:
            found[one].append(group)
    return dict(found)
