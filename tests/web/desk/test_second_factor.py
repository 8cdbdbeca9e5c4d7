"""The second factor: a code works once, guesses are counted, recovery codes run out."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache

from tests.web.desk.conftest import PASSWORD
from tizim.web.desk.models import Account

SEED, NOW = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", 56_000_000


@pytest.fixture(autouse=True)
def one_half_minute(desk, monkeypatch):
    """Time stands still, and guesses of other tests do not count here."""
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.yield_hotp_counters_from_time", lambda: [NOW])
    cache.clear()


def code():
    """What the application shows now."""
    return format_hotp_value(hotp_value(SEED, NOW))


def guarded(name="reader-1"):
    """An account with an application and recovery codes; the codes."""
    account = Account.objects.get(username=name)
    TOTP.activate(account, SEED)
    return RecoveryCodes.activate(account).generate_codes()


def with_password(desk, name="reader-1"):
    """A browser in which the password was given and the second factor is asked for."""
    client = desk.client()
    answer = client.post("/account/login/", {"login": name, "password": PASSWORD})
    assert answer["Location"].startswith("/account/second/authenticate/")
    return client


def give(client, said):
    """The answer to a code."""
    return client.post("/account/second/authenticate/", {"code": said})


def test_a_code_that_somebody_saw_works_no_second_time(desk):
    guarded()
    seen = code()
    assert give(with_password(desk), seen).status_code == 302
    again = with_password(desk)
    answer = give(again, seen)
    assert answer.status_code == 200 and "Incorrect code" in answer.content.decode()
    assert again.get("/lists/").status_code == 302


def test_a_recovery_code_works_once(desk):
    first, second, *_ = guarded()
    assert give(with_password(desk), first).status_code == 302
    assert give(with_password(desk), first).status_code == 200
    assert give(with_password(desk), second).status_code == 302


def test_guesses_of_the_second_factor_are_counted_whoever_gives_the_password_again(desk):
    guarded()
    for guess in range(5):
        assert "Incorrect code" in give(with_password(desk), f"{guess:06}").content.decode()
    late = give(with_password(desk), code())
    assert late.status_code == 200 and "Too many" in late.content.decode()


def test_seeds_and_recovery_codes_lie_encrypted(desk):
    codes = guarded()
    kept = " ".join(str(one.data) for one in Authenticator.objects.all())
    assert SEED not in kept and not any(one in kept for one in codes)


def test_a_key_cannot_be_used_where_the_desk_is_opened_by_a_number_and_the_page_says_so(desk):
    client = desk.client("reader")
    client.post("/account/again/", {"password": PASSWORD})
    by_number = client.get("/account/second/webauthn/add/").content.decode()
    by_name = client.get("/account/second/webauthn/add/", headers={"host": "localhost"}).content.decode()
    assert "http://localhost:80" in by_number and "http://localhost" not in by_name
