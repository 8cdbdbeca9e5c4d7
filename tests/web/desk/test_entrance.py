"""The first account, the language, the moment that the desk follows."""

from datetime import date

from tizim.tallies import definition, tally
from tizim.timelines import known
from tizim.web.desk.serving import first_start


def test_the_first_account_is_made_through_an_address_that_works_once(desk):
    from tizim.web.desk.models import Account

    Account.objects.all().delete()
    client, where = desk.client(), f"/start/{first_start()}/"
    assert client.get(where).status_code == 200
    said = {"username": "desk-9", "password": "four words in a row", "again": "four words in a row"}
    assert client.post(where, said)["Location"] == "/account/second/totp/activate/"
    assert Account.objects.get().username == "desk-9"
    assert desk.client().get(where).status_code == 404
    assert first_start() is None


def test_a_weak_password_or_a_name_with_capitals_is_refused_with_a_reason(desk):
    from tizim.web.desk.models import Account

    Account.objects.all().delete()
    client, where = desk.client(), f"/start/{first_start()}/"
    said = client.post(where, {"username": "Aru", "password": "short", "again": "other"}).content.decode()
    assert "Small letters" in said and "differ" in said
    assert not Account.objects.exists()


def test_the_day_that_is_set_holds_for_every_page_until_it_is_set_back(desk):
    client = desk.client("reader")
    client.post("/moment/", {"as_of": "2022-06-30", "next": "/lists/in-custody/"})
    for where in ("/", "/lists/in-custody/"):
        assert "As of 30 June 2022" in client.get(where).content.decode()
    held = tally(definition("in-custody"), known(desk.register.ledger), as_of=date(2022, 6, 30))
    assert 0 < held.at_least < held.at_most
    assert f"{held.at_least}–{held.at_most}" in client.get("/").content.decode()
    client.post("/moment/", {"now": "1"})
    assert "As of" not in client.get("/").content.decode()


def test_the_language_is_remembered_with_the_account(desk):
    client = desk.client("reader")
    client.post("/language/", {"language": "kk"})
    assert 'lang="kk"' in client.get("/").content.decode()
    assert 'lang="kk"' in desk.client("reader").get("/").content.decode()


def test_what_is_no_day_or_no_language_changes_nothing(desk):
    client = desk.client("reader")
    client.post("/moment/", {"as_of": "31.02.2022"})
    client.post("/language/", {"language": "xx"})
    page = client.get("/").content.decode()
    assert 'lang="en"' in page and "As of" not in page
