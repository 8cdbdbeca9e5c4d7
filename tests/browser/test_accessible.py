"""Every screen looked at by axe-core: no serious finding, in any language, on a wide and a narrow screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

SCREENS = {
    "reader": ("/", "/lists/", "/lists/in-custody/", "/lists/prisoners/compared/?since=2021-06-30", "/words/",
               "/words/acts/", "/laws/KZ-CC/", "/account/", "/account/password/"),
    "documenter": ("/documents/add/", "/reading/", "/reading/?show=done", "/reading/next/"),
    "reviewer": ("/same/", "/same/next/?at=0", "/same/judgements/"),
    "auditor": ("/entries/", "/team/looks/"),
    "keeper": ("/team/", "/team/closed/", "/team/1/"),
}  # fmt: skip


def serious(page) -> list[str]:
    """What axe finds that keeps somebody from using the page."""
    found = Axe().run(page).response["violations"]
    return [
        f"{page.url}: {one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("role", list(SCREENS))
def test_no_screen_keeps_anybody_out(server, page_of, role):
    page = page_of(role)
    page.fill(".moment [name=as_of]", "2022-06-30")
    page.click(".moment button >> nth=0")
    wrong = []
    for where in SCREENS[role]:
        page.goto(server.address + where)
        page.wait_for_load_state("networkidle")
        wrong += serious(page)
    assert wrong == []


def test_the_way_in_keeps_nobody_out(server, new_page):
    page = new_page(server, width=390)
    page.goto(f"{server.address}/account/login/")
    assert serious(page) == []


@pytest.mark.parametrize("role", ["reader", "keeper", "documenter", "reviewer"])
def test_nothing_is_wider_than_a_telephone(server, page_of, role):
    page = page_of(role, width=390, height=800)
    page.fill(".moment [name=as_of]", "2022-06-30")
    page.click(".moment button >> nth=0")
    for where in SCREENS[role]:
        page.goto(server.address + where)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, where
