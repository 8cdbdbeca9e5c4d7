"""What was typed and not sent is there again for whoever typed it, until it is sent, thrown away or old."""

from datetime import timedelta

from django.utils import timezone

from tizim.web.desk.models import Draft, Session

HERE = {"where": "/people/p-1/leaving/"}
SAID = {"form:/people/p-1/leaving/": '[["note","asked for it"]]'}


def back(client, where=HERE):
    return client.get("/typed/", where).json()


def test_what_was_typed_is_back_on_its_page_alone_and_for_its_account_alone(desk):
    client = desk.client("editor")
    assert back(client) == {} and client.post("/typed/", HERE | SAID).status_code == 204
    assert back(client) == {"/people/p-1/leaving/": SAID["form:/people/p-1/leaving/"]}
    assert back(client, {"where": "/people/p-2/leaving/"}) == {} == back(desk.client("documenter"))
    assert client.post("/typed/", HERE).status_code == 204 and back(client) == {}


def test_a_form_that_is_taken_is_forgotten_and_one_that_met_a_lock_is_not(desk):
    client = desk.client("editor")
    client.post("/typed/", HERE | SAID)
    Session.objects.update(locked=True)
    met = client.post("/moment/", {"typed_at": HERE["where"]})
    assert met.status_code == 302 and met["Location"].startswith("/lock/")
    assert client.post("/typed/", HERE | SAID, headers={"HX-Request": "true"})["HX-Redirect"].startswith(
        "/lock/"
    )
    Session.objects.update(locked=False, seen_at=timezone.now())
    assert back(client) != {}
    client.post("/moment/", {"typed_at": HERE["where"]})
    assert back(client) == {}


def test_what_is_old_is_not_shown_and_goes_when_something_new_is_kept(desk):
    client = desk.client("editor")
    client.post("/typed/", HERE | SAID)
    Draft.objects.update(saved_at=timezone.now() - timedelta(hours=13))
    assert back(client) == {} and Draft.objects.count() == 1
    client.post("/typed/", {"where": "/elsewhere/"} | SAID)
    assert Draft.objects.count() == 1


def test_more_than_any_form_takes_is_not_kept(desk):
    client = desk.client("editor")
    assert client.post("/typed/", HERE | {"form:x": "x" * 60_001}).status_code == 413
    assert client.post("/typed/", HERE | {f"form:{n}": "x" for n in range(41)}).status_code == 413
    assert back(client) == {}


def test_whoever_leaves_the_desk_by_a_form_that_was_typed_into_has_left(desk):
    client = desk.client("editor")
    client.post("/typed/", {"where": "/account/"} | SAID)
    assert client.post("/account/logout/", {"typed_at": "/account/"}).status_code == 302
    assert client.get("/").status_code == 302
