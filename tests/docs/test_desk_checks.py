"""The page of the desk's checks tells of every one that there is, and of no other."""

import inspect
import re

from tests.docs.pages import first_codes, page
from tizim.web.desk import checks


def test_every_check_stands_on_the_page_and_no_other():
    there = re.findall(r'"(desk\.E\d+)"', inspect.getsource(checks))
    assert first_codes(page("desk-checks.md")) == there
    assert len(set(there)) == len(there)
