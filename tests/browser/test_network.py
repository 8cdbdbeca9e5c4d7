"""The network drops while somebody types at the reading desk: a clear line, nothing lost, sent when it is back."""

from tests.browser.test_reading_desk import UNTIL, decided, open_document
from tests.web.desk.pattern import PASSWORD

TYPED = "Temirkala, behind the old mill"


def dropped(page):
    """No request of the page arrives any more."""
    page.context.set_offline(True)


def restored(page):
    """Requests arrive again."""
    page.context.set_offline(False)
    page.locator("#away").wait_for(state="hidden", **UNTIL)


def test_a_claim_that_is_changed_and_sent_without_a_network_is_sent_once_when_it_is_back(server, page_of):
    page = page_of("documenter")
    open_document(server, page)
    place = page.locator(".card.open input[name=place]")
    dropped(page)
    place.fill(TYPED)
    page.locator("#away").wait_for(state="visible", **UNTIL)
    assert (
        "What you typed stays on this page and is sent again by itself" in page.locator("#away").inner_text()
    )
    for _ in range(2):
        page.keyboard.press("Control+Enter")
    assert place.input_value() == TYPED and page.locator(".card.is-amended").count() == 0
    restored(page)
    decided(page, 1)
    assert page.locator(".card.is-amended .line").first.inner_text().endswith(TYPED)
    assert page.locator("#cards > .card.is-amended").count() == 1


def test_a_claim_by_hand_typed_without_a_network_is_kept_when_it_is_back_and_sent_by_nobody(server, page_of):
    page = page_of("documenter")
    open_document(server, page)
    page.keyboard.press("n")
    page.wait_for_selector("#new-card")
    dropped(page)
    page.locator("#new-quote").fill("masked police came")
    page.locator("#new-card input[name=person]").press_sequentially("Erden Kalkanov")
    page.locator("#away").wait_for(state="visible", **UNTIL)
    restored(page)
    page.locator("#new-card .saved", has_text="What you typed is kept.").wait_for(**UNTIL)
    assert page.locator("#cards > .card.is-own").count() == 0
    page.reload()
    page.locator("#add-claim").click()
    page.wait_for_selector("#new-card")
    assert page.locator("#new-quote").input_value() == "masked police came"
    assert page.locator("#new-card input[name=person]").input_value() == "Erden Kalkanov"


def test_what_is_typed_into_any_form_outlives_a_lock_and_a_server_that_went_away(server, page_of):
    page = page_of("editor")
    page.goto(f"{server.address}/lists/in-custody/")
    page.click("a[href^='/people/p-'] >> nth=0")
    page.click("a.button[href$='/leaving/']")
    where = page.url
    page.fill("#id_note", "asked")
    page.wait_for_timeout(1200)
    server.stop()
    page.fill("#id_note", "asked for it twice")
    page.wait_for_selector("#away:visible")
    page.click("main form button.main")
    assert page.url == where  # it is not sent into nothing
    server.start()
    page.wait_for_selector("#away", state="hidden")
    page.click("button.lock")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.goto(where)
    page.wait_for_selector("#typed:visible")
    assert page.input_value("#id_note") == "asked for it twice"
    page.click("main form button.main")
    page.wait_for_load_state()
    page.goto(where)
    page.wait_for_load_state("networkidle")
    assert page.locator("#typed").is_hidden() and page.input_value("#id_note") == ""
