"""The way in, in a real browser."""


def test_somebody_comes_in_with_a_password(page_of):
    page = page_of("reader")
    assert page.locator("h1").inner_text() == "Today"


def test_the_desk_comes_back_at_the_same_address(server, page_of):
    page = page_of("reader")
    server.stop()
    server.start()
    page.reload()
    assert page.locator("h1").inner_text() == "Today"
