"""The matrix of classes of errors: it is whole, most of its ways are found, and hardly one for nothing."""

from collections import Counter

import pytest
from bench.audit_matrix import LANGUAGES, cells

from tizim.audits import kinds

CELLS = list(cells())
SOME = CELLS[::10]  # one in ten: all of them take ten seconds; bench.audit --matrix has them


def test_each_way_stands_in_each_language_and_its_kinds_are_known():
    ways = Counter((cell.error, cell.way) for cell in CELLS)
    assert set(ways.values()) == {len(LANGUAGES)}
    assert all(cell.wrong != cell.right for cell in CELLS)
    assert {kind for cell in CELLS for kind in cell.kinds} <= set(kinds())


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_ways_of_an_error_are_found_in_each_language(language):
    own = [cell for cell in SOME if cell.language == language]
    assert sum(cell.found() for cell in own) >= 0.75 * len(own)
