"""A document decided by keys; two at one document; the server away while somebody types."""

import json
import re

from tests.browser.keyboard import HAS_THE_KEYS
from tests.web.desk.pattern import BOTH

UNTIL = {"timeout": 15_000}


def open_document(server, page, name="Prison Over a Tenants' Chat"):
    page.goto(f"{server.address}/reading/")
    page.get_by_role("link", name=name).click()
    page.wait_for_load_state()
    page.wait_for_function(HAS_THE_KEYS, **UNTIL)


DECIDED = (
    """count => document.querySelector('#progress').innerText.includes(count + ' of ')
    && document.querySelectorAll('#cards > .card.is-accepted, #cards > .card.is-amended, #cards > .card.is-rejected').length == count
    && """
    + HAS_THE_KEYS
)


def decided(page, count):
    """Waits until so many are decided and the next card, or the way to the next document, has the focus."""
    page.wait_for_function(DECIDED, arg=count, **UNTIL)


def behind(server):
    """The claims behind the list of prisoners, of those that people have looked at."""
    told = server.tizim("list", "prisoners", "--as-of", "2022-08-31", "--reviewed", "--format", "json")
    return {claim for part in json.loads(told)["parts"].values() for claim in part["because"]}


@BOTH
def test_a_document_is_decided_by_keys_and_the_list_follows(server, page_of):
    page = page_of("editor")
    open_document(server, page)
    first = page.locator(".card.open").get_attribute("data-claim")
    assert first not in behind(server)
    page.keyboard.press("a")
    decided(page, 1)
    page.keyboard.press("z")  # undone
    decided(page, 0)
    page.keyboard.press("a")
    decided(page, 1)
    page.keyboard.press("e")  # into the fields: amended
    page.locator(".card.open input[name=place]").fill("Temirkala")
    page.keyboard.press("Control+Enter")
    decided(page, 2)
    page.keyboard.press("r")
    page.keyboard.type("told twice")
    page.keyboard.press("Enter")
    decided(page, 3)
    proposals = page.locator("#cards > .card").count()
    for count in range(4, proposals + 1):
        page.keyboard.press("a")
        decided(page, count)
    assert page.get_by_text("This document is done.").is_visible()
    states = page.eval_on_selector_all("#cards > .card", "all => all.map(one => one.dataset.state)")
    assert sorted(states) == ["accepted"] * (proposals - 2) + ["amended", "rejected"]
    assert first in behind(server)
    page.keyboard.press("g")
    page.wait_for_url(re.compile(r"/documents/d-[0-9a-f]+/$"))
    page.goto(f"{server.address}/reading/?show=done")
    assert page.get_by_role("link", name="Prison Over a Tenants' Chat").is_visible()


def test_the_keys_are_told_by_a_question_mark_and_can_be_put_off(server, page_of):
    page = page_of("documenter")
    open_document(server, page)
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_timeout(500)
    assert page.locator("#cards > .card.is-accepted").count() == 0


def test_words_marked_in_the_text_become_a_claim(server, page_of):
    page = page_of("documenter")
    open_document(server, page)
    page.evaluate(
        """() => {
            const run = [...document.querySelectorAll('#text [data-at]')].find(one => one.textContent.includes('masked police came'));
            const at = run.textContent.indexOf('masked police came'), range = document.createRange();
            range.setStart(run.firstChild, at); range.setEnd(run.firstChild, at + 'masked police came'.length);
            const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
        }"""
    )
    page.keyboard.press("n")
    page.wait_for_selector("#new-card")
    assert page.locator("#new-quote").input_value() == "masked police came"
    assert page.evaluate("document.activeElement.name") == "person"
    page.keyboard.type("Erden Kalkanov")
    page.locator("#new-card input[name=articles]").fill("405")
    page.locator("#new-card .offer").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#new-card input[name=articles]").input_value() == "KZ-CC 405"
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#cards > .card.open.is-own")
    assert "Erden Kalkanov" in page.locator("#cards > .card.open").inner_text()
    assert page.locator("mark.is-open").inner_text() == "masked police came"


def test_two_see_each_other_and_a_decision_of_the_other_is_never_passed_over(server, page_of):
    one, other = page_of("documenter"), page_of("reviewer")
    open_document(server, one)
    open_document(server, other)
    one.locator(".card.open input[name=outcome]").fill("imprisonment P6Y")
    other.keyboard.press("a")
    decided(other, 1)
    one.get_by_text("reviewer-1 has this document open").wait_for()
    one.get_by_text("reviewer-1 has just decided on this claim").wait_for()
    one.locator(".card.open button.main").click()
    one.get_by_text("has decided on this claim since you opened it").wait_for()
    assert one.locator(".card.open input[name=outcome]").input_value() == "imprisonment P6Y"
    one.locator(".card.open button.main").click()
    one.locator(".card.is-amended").first.wait_for()


def test_nothing_typed_is_lost_while_the_server_is_away(server, page_of):
    page = page_of("documenter")
    open_document(server, page)
    place = page.locator(".card.open input[name=place]")
    place.fill("Temirka")
    page.get_by_text("What you typed is kept.").first.wait_for()
    server.stop()
    place.fill("Temirkala, the old town")
    page.locator("#away").wait_for(state="visible")
    page.keyboard.press("Control+Enter")
    assert place.input_value() == "Temirkala, the old town"
    server.start()
    decided(page, 1)
    assert page.locator("#away").is_hidden()
    assert page.locator(".card.is-amended .line").first.inner_text().endswith("Temirkala, the old town")
    kept = page.evaluate("[...Object.entries(localStorage), ...Object.entries(sessionStorage)]")
    assert all(re.fullmatch(r"/documents/d-[0-9a-f]+/", value) for _, value in kept), kept


def test_what_was_typed_is_there_again_after_the_page_was_left(server, page_of):
    page = page_of("documenter")
    open_document(server, page)
    page.locator(".card.open input[name=place]").fill("Half a pla")
    page.get_by_text("What you typed is kept.").first.wait_for()
    where = page.url
    page.goto(f"{server.address}/reading/")
    page.goto(where)
    assert page.locator(".card.open input[name=place]").input_value() == "Half a pla"
    assert page.get_by_text("What you had typed is here again").is_visible()


def test_the_page_stands_beside_its_text_turns_by_keys_and_follows_the_open_claim(server, page_of):
    page = page_of("documenter")
    page.goto(f"{server.address}/reading/")
    page.get_by_role("link", name="The lists as of 31 December 2022").click()
    drawn = page.locator("#came img")
    drawn.wait_for()
    assert drawn.evaluate("one => one.decode().then(() => one.naturalWidth > 500)")
    first = drawn.get_attribute("src")
    page.keyboard.press("j")
    page.wait_for_function(
        "before => document.querySelector('#came img').getAttribute('src') !== before", arg=first
    )
    page.keyboard.press("]")
    page.wait_for_function(
        "() => document.querySelector('#came img').getAttribute('src').includes('/pages/2/')"
    )
    assert page.locator("#came .which").inner_text() == "Page 2"
    page.keyboard.press("=")
    assert drawn.evaluate("one => one.style.width") == "150%"
    page.keyboard.press("v")
    assert page.locator("#came").is_hidden() and page.locator("#text").is_visible()
    page.keyboard.press("v")
    assert page.locator("#came").is_visible() and page.locator("#text").is_hidden()
    page.wait_for_load_state("networkidle")
    page.reload()
    assert page.locator("#came").is_visible() and page.locator("#text").is_hidden()
