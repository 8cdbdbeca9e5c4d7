"""Every screen looked at by axe-core: no serious finding, in any language, on a wide and a narrow screen."""

import pytest

from tests.browser.conftest import serving
from tests.browser.faults import serious
from tests.browser.tongue import Tongue
from tests.web.desk.pattern import PASSWORD, copied

TELEPHONE = 390
A_PERSON = "/lists/in-custody/ #people tbody a"
"""A screen that another one leads to: the first of these links."""
SCREENS = {
    "reader": ("/", "/lists/", "/lists/in-custody/", "/lists/in-custody/?trait=sex&is=-", A_PERSON, "/lists/in-custody/ #people td:last-child a",
               "/lists/prisoners/compared/?since=2021-06-30", "/lists/in-custody/map/", "/words/", "/words/acts/", "/laws/KZ-CC/", "/people/",
               "/documents/", "/editions/", "/figures/", "/figures/ #figures h2 a", "/sources/", "/account/", "/account/password/", "/account/second/totp/activate/"),
    "documenter": ("/documents/add/", "/reading/", "/reading/?show=done", "/reading/next/", "/work/", "/work/list/"),
    "reviewer": ("/same/", "/same/next/?at=0", "/same/judgements/"),
    "editor": ("/leaving/", "/leaving/documents/", "/leaving/ tbody a", "/leaving/documents/ tbody a", "/criteria/", "/criteria/groups/", "/editions/", "/drafts/", "/lists/political-prisoners/"),
    "auditor": ("/entries/", "/team/looks/"),
    "keeper": ("/team/", "/team/closed/", "/team/1/"),
}  # fmt: skip


SIZES = [("en", 1280), ("ru", 390), ("kk", 1280)]
"""In each language once, on a wide screen and on a telephone."""


@pytest.fixture(scope="module")
def one_server(pattern, tmp_path_factory):
    """A desk that everybody of these tests looks at and nobody writes to."""
    folder = tmp_path_factory.mktemp("looked-at") / "register"
    copied(pattern, folder, anew=False)
    with serving(folder, pattern / "register.key") as one:
        yield one


@pytest.mark.parametrize(("language", "width"), SIZES)
@pytest.mark.parametrize("role", list(SCREENS))
def test_no_screen_keeps_anybody_out(one_server, new_page, role, language, width):
    page = new_page(one_server, width=width)
    page.goto(f"{one_server.address}/account/login/")
    page.fill("input[name=login]", f"{role}-1")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    Tongue(language).choose(page)
    page.fill(".moment [name=as_of]", "2022-06-30")
    page.click(".moment button >> nth=0")
    wrong = []
    for where in SCREENS[role]:
        look_at(page, one_server.address, where)
        wrong += serious(page)
        if width == TELEPHONE and page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{where} is wider than a telephone")
    assert wrong == []


def look_at(page, address, where):
    """The screen, with what comes when it is looked at."""
    where, _, link = where.partition(" ")
    page.goto(address + where)
    if link:
        page.locator(link).first.click()
        page.wait_for_url(lambda url: url != address + where)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")


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
