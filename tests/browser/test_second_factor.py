"""A second factor set up and asked for, in a real browser."""

import base64
import hmac
import re
import struct
import time

from tests.web.desk.pattern import PASSWORD


def code(secret: str, after: int = 0) -> str:
    """The six digits that an authenticator shows now (RFC 6238), or some periods later."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + after), "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def again(page) -> None:
    """The password is asked for again before a second factor is touched."""
    page.wait_for_url(re.compile("account/again"))
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(re.compile("totp/activate"))


def test_an_authenticator_is_set_up_and_asked_for_at_the_next_coming_in(server, page_of):
    page = page_of("documenter")
    page.goto(f"{server.address}/account/second/totp/activate/")
    again(page)
    secret = page.locator("#authenticator_secret").input_value()
    page.fill("input[name=code]", code(secret))
    page.click("main button.main")
    page.wait_for_url(re.compile("recovery"))
    codes = re.findall(r"\b\d{8}\b|\b[0-9a-z]{8}\b", page.locator("main textarea").first.input_value())
    assert len(codes) == 10
    page.goto(f"{server.address}/account/")
    page.click("text=Leave the desk")
    page.goto(f"{server.address}/account/login/")
    page.fill("input[name=login]", "documenter-1")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(re.compile("authenticate"))
    page.goto(f"{server.address}/lists/")
    assert "/account/" in page.url  # nothing is shown before the second factor
    page.fill("input[name=code]", codes[0])
    page.press("input[name=code]", "Enter")
    page.wait_for_url(re.compile(r"/$"))
    assert page.locator("h1").inner_text() == "Today"


def test_where_a_second_factor_is_asked_of_everybody_nothing_is_shown_without_one(server, new_page):
    server.stop()
    server.start("--second-factor")
    page = new_page(server)
    page.goto(f"{server.address}/account/login/")
    page.fill("input[name=login]", "reader-1")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(re.compile("activate"))
    for where in ("/", "/lists/in-custody/", "/account/"):
        page.goto(server.address + where)
        assert "activate" in page.url, where
