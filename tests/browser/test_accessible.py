"""Every screen looked at by axe-core: no serious finding, in any language, on a wide and a narrow screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.tongue import Tongue

TELEPHONE = 390
SCREENS = {
    "reader": ("/", "/lists/", "/lists/in-custody/", "/lists/prisoners/compared/?since=2021-06-30", "/words/",
               "/words/acts/", "/laws/KZ-CC/", "/account/", "/account/password/", "/people/", "/lists/in-custody/map/", "/account/second/totp/activate/"),
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


SIZES = [("en", 1280), ("ru", 390), ("kk", 1280)]
"""In each language once, on a wide screen and on a telephone."""


@pytest.mark.parametrize(("language", "width"), SIZES)
@pytest.mark.parametrize("role", list(SCREENS))
def test_no_screen_keeps_anybody_out(server, page_of, role, language, width):
    page = page_of(role, width=width)
    Tongue(language).choose(page)
    page.fill(".moment [name=as_of]", "2022-06-30")
    page.click(".moment button >> nth=0")
    wrong = []
    for where in SCREENS[role]:
        page.goto(server.address + where)
        page.wait_for_load_state("networkidle")
        wrong += serious(page)
        if width == TELEPHONE and page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{where} is wider than a telephone")
    assert wrong == []


def test_the_way_in_keeps_nobody_out(server, new_page):
    page = new_page(server, width=390)
    for where in ("/account/login/", "/nobody-here/"):
        page.goto(f"{server.address}{where}")
        assert serious(page) == []


@pytest.fixture
def editor(server, page_of):
    """An editor's desk, on a day when there is something to see."""
    page = page_of("editor")
    page.fill(".moment [name=as_of]", "2022-06-30")
    page.click(".moment button >> nth=0")
    return page


def test_what_opens_beside_a_document_keeps_nobody_out(server, editor):
    editor.goto(f"{server.address}/reading/next/")
    editor.keyboard.press("?")
    editor.locator("dialog#keys").wait_for()
    wrong = serious(editor)
    editor.keyboard.press("Escape")
    editor.keyboard.press("e")
    editor.locator(".card.open details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    editor.locator(".card.open input[name=articles]").fill("405")
    editor.locator(".card.open .offer").first.wait_for()
    wrong += serious(editor)
    editor.keyboard.press("Escape")
    editor.keyboard.press("r")
    editor.keyboard.press("Enter")
    assert wrong + serious(editor) == []


def test_what_is_found_and_judged_keeps_nobody_out(server, editor):
    editor.goto(f"{server.address}/people/")
    editor.fill("#id_q", "Shoq")
    editor.locator("#found li .help").first.wait_for()
    editor.locator("#found details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    wrong = serious(editor)
    editor.locator("#found ol a").first.click()
    editor.locator("svg.life").wait_for()
    wrong += serious(editor)
    editor.goto(f"{server.address}/same/next/?at=0")
    editor.locator("#confirm").wait_for()
    editor.keyboard.press("s")
    wrong += serious(editor)
    editor.keyboard.press("Enter")
    editor.locator(".banner.success").wait_for()
    assert wrong + serious(editor) == []


LATER = """() => {
    const before = window.reached; window.reached = document.activeElement;
    return !before || before === window.reached || !!(before.compareDocumentPosition(window.reached) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""
FOCUSED = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    const seen = one.type === 'date' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
    const shown = box.width > 0 && box.height > 0;
    return [one.tagName, one.id || one.name || one.textContent.trim().slice(0, 20), seen, shown, one === document.body];
}"""


@pytest.mark.parametrize("where", ["/", "/people/", "/same/next/?at=0"])
def test_the_tabulator_leads_in_order_and_shows_where_it_is(server, page_of, where):
    page = page_of("editor")
    page.goto(server.address + where)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); window.scrollTo(0, 0)")
    passed = []
    for _ in range(25):
        page.keyboard.press("Tab")
        tag, name, seen, shown, is_out = page.evaluate(FOCUSED)
        if is_out:
            break
        passed.append(name)
        assert seen and shown, (where, tag, name)
        later = page.evaluate(LATER)
        assert later, (where, "goes back at", tag, name)
    assert len(passed) >= 10
