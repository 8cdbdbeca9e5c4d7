"""The way in, in a real browser."""

from tests.web.desk.pattern import BOTH, PASSWORD


def test_somebody_comes_in_with_a_password(page_of):
    page = page_of("reader")
    assert page.locator("h1").inner_text() == "Today"


@BOTH
def test_the_first_account_is_made_and_asked_for_a_second_factor(new_server, new_page):
    page = new_page(new_server)
    page.goto(new_server.start_address)
    page.fill("input[name=username]", "desk-1")
    page.fill("input[name=password]", PASSWORD)
    page.fill("input[name=again]", PASSWORD)
    page.click("button.main")
    page.wait_for_url(lambda url: "second" in url)


def test_the_desk_comes_back_at_the_same_address(server, page_of):
    page = page_of("reader")
    server.stop()
    server.start()
    page.reload()
    assert page.locator("h1").inner_text() == "Today"
