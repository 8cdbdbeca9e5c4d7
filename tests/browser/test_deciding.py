"""Assessing, freezing and checking a draft, as somebody does it by hand."""

import os

import pytest

from tests.browser.test_accessible import serious
from tests.browser.tongue import Tongue

TEXT = "Police detained ten people in Shygankol on Monday, 3 May 2022.\n\nNobody was told why."
PICTURES = os.environ.get("DECIDING_PICTURES")
pytestmark = pytest.mark.parametrize(("language", "width"), [("en", 1280), ("kk", 390)])


def pictured(page, name):
    """Keeps a picture, where somebody wants to look at it."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}-{page.viewport_size['width']}.png", full_page=True)


@pytest.fixture
def page(server, page_of, language, width):
    """An editor's desk in the language, on a day when there is something to see."""
    page = page_of("editor", width=width)
    Tongue(language).choose(page)
    page.fill(".moment [name=as_of]", "2022-06-30")
    page.click(".moment button >> nth=0")
    return page


def test_somebody_is_assessed_ground_by_ground(server, page, language):
    page.goto(f"{server.address}/criteria/")
    pictured(page, "criteria")
    page.goto(f"{server.address}/lists/prisoners/")
    page.click("#people tbody a[href^='/people/'] >> nth=0")
    page.click("a.button[href*='/assess/PACE-']")
    page.check("#id_g-a-finding_1")
    page.click("form button.main >> nth=-1")
    assert page.locator(".errorlist").count() >= 1, "a finding cites a passage"
    page.fill("#id_g-a-passages_for", "1")
    page.click("form button.main >> nth=-1")
    page.locator(".banner.success").wait_for()
    assert page.locator("#id_g-a-finding_1").is_checked()
    pictured(page, "assess")
    assert page.locator("#typed").is_hidden(), "what was sent is not offered again"
    said_by_a_group(page)
    page.goto(f"{server.address}/lists/political-prisoners/")
    assert page.locator("#people tbody tr.doubtful").count() >= 1
    page.goto(f"{server.address}/criteria/groups/")
    pictured(page, "groups")


def said_by_a_group(page):
    """A group's word: mistyped, put right after the language was changed, and kept nowhere once it is written."""
    where = page.url
    page.click("#word summary")
    page.fill("[name=group]", "Lantern")
    page.fill("[name=date]", "June")
    page.click("#word form:not(.line) button")
    assert page.locator("#word .errorlist").count() == 1 and page.locator(".banner.error").count() == 1
    page.click(".languages [aria-current]")
    assert page.url.startswith(where), "not where a form is sent alone"
    page.locator("#typed").wait_for()
    page.fill("[name=date]", "2022-06-20")
    page.click("#word form:not(.line) button")
    page.locator(".banner.success").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.locator("#typed").is_hidden()
    page.click("#word .line button")
    page.locator(".banner.success").wait_for()
    assert page.locator("#word .line").count() == 0


def test_a_list_is_frozen(server, page, language):
    page.goto(f"{server.address}/editions/")
    page.select_option("#id_name", "in-custody")
    page.select_option("#id_basis", "all")
    page.click("form button.main >> nth=-1")
    page.locator("#work a[href*='/editions/'], #work .banner.error").first.wait_for(timeout=60_000)
    if page.locator("#work a[href*='/editions/']").count():
        page.click("#work a[href*='/editions/']")
        page.locator("#people").wait_for()
        pictured(page, "edition")
        page.click("a.button[href$='/gate/']")
        pictured(page, "gate")
        assert serious(page) == []
    page.goto(f"{server.address}/editions/")
    assert page.locator("tbody tr").count() >= 1
    pictured(page, "editions")


def test_whoever_asks_not_to_be_named_holds_a_list_back_at_the_gate(server, page, language):
    page.goto(f"{server.address}/leaving/?list=in-custody")
    page.click("tbody th a >> nth=0")
    page.check("#id_level_1")
    page.keyboard.press("Tab")
    page.select_option("#id_basis", "consent")
    page.click("#decide button.main")
    page.locator(".banner.success").wait_for()
    pictured(page, "clearance")
    page.goto(f"{server.address}/editions/")
    page.select_option("#id_name", "in-custody")
    page.select_option("#id_basis", "all")
    page.click("form button.main >> nth=-1")
    page.click("#work a[href*='/held/']", timeout=60_000)
    pictured(page, "held")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    page.click("input[name=hush] ~ button")
    page.locator("#work a[href*='/editions/']:not([href*='/held/'])").wait_for(timeout=60_000)


def test_a_draft_comes_back_with_marks_reached_by_keyboard(server, page, language):
    page.goto(f"{server.address}/drafts/")
    page.fill("#id_text", TEXT)
    page.press("#id_text", "Tab")
    page.click("form button.main >> nth=-1")
    page.locator("a.to").first.wait_for(timeout=60_000)
    pictured(page, "draft")
    page.locator("a.to").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#note-1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#mark-1"
    page.click("form[action$='/away/'] button")
    page.locator(".banner.success").wait_for()
