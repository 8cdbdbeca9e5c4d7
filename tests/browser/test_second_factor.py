"""A second factor set up and asked for, in a real browser."""

import base64
import hmac
import re
import struct
import time

from tests.web.desk.pattern import PASSWORD

_PERIOD, _TO_TYPE = 30, 8


def code(secret: str) -> str:
    """The six digits that an authenticator shows now (RFC 6238).

    Somebody who sees that they are about to change waits for the next ones: those gone by are not taken.
    """
    if (left := _PERIOD - time.time() % _PERIOD) < _TO_TYPE:
        time.sleep(left)
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // _PERIOD), "sha1").digest()
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


NO_KEY = (
    "() => { navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
)


def with_a_key(page):
    """Puts a passkey into the browser, as telephones and laptops have one."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
    }
    sure = {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options | sure})


def come_in(page, address):
    """With the password alone."""
    page.goto(f"{address}/account/login/")
    page.fill("input[name=login]", "documenter-1")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")


def test_a_passkey_is_added_used_at_the_next_coming_in_and_removed(server, new_page):
    server.address = server.address.replace("127.0.0.1", "localhost")  # browsers give keys to names only
    page = new_page(server)
    with_a_key(page)
    come_in(page, server.address)
    page.goto(f"{server.address}/account/")
    page.get_by_role("link", name="Second factor, passkeys, recovery codes").click()
    page.get_by_role("link", name="Add").click()
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Name").fill("laptop")
    page.locator("#mfa_webauthn_add").click()
    page.get_by_text("Security key added.").wait_for()
    page.goto(f"{server.address}/account/")
    page.get_by_role("button", name="Leave the desk").click()
    come_in(page, server.address)
    page.wait_for_url(re.compile("authenticate"))
    page.get_by_role("button", name="Use a security key").click()
    page.wait_for_url(f"{server.address}/")
    page.goto(f"{server.address}/account/second/webauthn/")
    assert "laptop" in page.locator("tbody tr").inner_text()
    page.get_by_role("link", name="Remove").click()
    page.wait_for_url(re.compile("account/again"))
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove").click()
    page.get_by_text("Security key removed.").wait_for()
    page.goto(f"{server.address}/account/")
    assert page.get_by_text("No second factor is set up.").is_visible()


def test_a_key_that_is_not_there_is_told_of_and_nothing_changes(server, new_page):
    server.address = server.address.replace("127.0.0.1", "localhost")
    page = new_page(server)
    come_in(page, server.address)
    page.wait_for_url(f"{server.address}/")
    page.goto(f"{server.address}/account/second/webauthn/add/")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Name").fill("laptop")
    page.evaluate(NO_KEY)
    page.locator("#mfa_webauthn_add").click()
    page.locator("#passkey-wrong").wait_for()
    assert page.get_by_label("Name").input_value() == "laptop"
