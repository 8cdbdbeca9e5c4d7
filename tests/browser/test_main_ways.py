"""The main ways through the desk, each in every language: what is pressed and what is read stands in that language."""

import re

import pytest

from tests.browser.conftest import serving
from tests.browser.keyboard import HAS_THE_KEYS, press_from_tab
from tests.browser.test_second_factor import code
from tests.browser.tongue import PLACES, Tongue
from tests.web.desk.pattern import PASSWORD, copied, copied_to_server

REPORTS = {
    "en": (
        "Nurdaulet Qalaqaev",
        "Court in Shygankol\n\nOn 3 May 2022 police detained Nurdaulet Qalaqaev in Shygankol. On 5 May 2022 a court in Shygankol "
        "ordered two months of pretrial detention for Nurdaulet Qalaqaev under Article 405 part 2 of the Criminal Code of "
        "Kazakhstan.\n",
    ),
    "ru": (
        "Нурдаулет Калакаев",
        "Суд в Шыганколе\n\n3 мая 2022 года в Шыганколе полиция задержала Нурдаулета Калакаева. 5 мая 2022 года суд Шыганкола "
        "арестовал Нурдаулета Калакаева на два месяца по части 2 статьи 405 Уголовного кодекса Республики Казахстан.\n",
    ),
    "kk": (
        "Нұрдәулет Қалақаев",
        "Шығанкөлдегі сот\n\n2022 жылғы 3 мамырда Шығанкөлде полиция Нұрдәулет Қалақаевты ұстады. 2022 жылғы 5 мамырда Шығанкөл "
        "қалалық соты Нұрдәулет Қалақаевты Қылмыстық кодекстің 405-бабының 2-бөлігі бойынша екі айға қамауға алды.\n",
    ),
}  # fmt: skip
"""Who is in it, and a report, in each language; nobody of that name ever lived."""
SPELLINGS = ("Қайсар Шоқпаров", "Кайсар Шокпаров", "Kaisar Shokparov", "Qaisar Şoqparov")


DESKS = [("en", "sqlcipher"), ("ru", "postgres"), ("kk", "sqlcipher")]
"""In which language, on which database: all of both without every one of each with every other."""


@pytest.fixture(scope="module", params=DESKS, ids="-".join)
def spoken(request):
    """The language of somebody's desk."""
    return Tongue(request.param[0])


@pytest.fixture(scope="module")
def own_server(spoken, pattern, pattern_server, tmp_path_factory):
    """A desk for all ways in one language; each leaves the lists as it found them, or looks at its own person."""
    folder = tmp_path_factory.mktemp(spoken.code) / "register"
    if dict(DESKS)[spoken.code] == "postgres":
        copied_to_server(pattern, folder, pattern_server, anew=False)
    else:
        copied(pattern, folder, anew=False)
    with serving(folder, pattern / "register.key") as one:
        yield one


@pytest.fixture
def enter(own_server, new_page, spoken):
    """Comes in as somebody of the role, in a browser of that language, and chooses it."""

    def entered(role, **size):
        page = new_page(own_server, locale=PLACES[spoken.code], **size)
        come_in(page, own_server, f"{role}-1")
        spoken.choose(page)
        return page

    return entered


def come_in(page, server, name):
    """With the password, from wherever the page is."""
    page.goto(f"{server.address}/account/login/")
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")


def set_back(page, spoken, **to):
    """The moment that the desk follows."""
    for name, value in to.items():
        one = page.locator(f".moment [name={name}]")
        one.select_option(value) if name == "basis" else one.fill(value)
    page.locator(".moment").get_by_role("button", name=spoken("Set"), exact=True).click()
    page.get_by_text(spoken("This is not the present.")).wait_for()


def figure(page, server, name):
    """The figure of a list."""
    page.goto(f"{server.address}/lists/{name}/")
    return page.locator(".figure").inner_text()


def test_the_first_start_leads_to_an_account_with_a_second_factor(new_server, new_page, spoken):
    page = new_page(new_server, locale=PLACES[spoken.code])
    page.goto(new_server.start_address)
    assert page.locator("html").get_attribute("lang") == spoken.code  # as the browser asks
    page.get_by_label(spoken("Working name")).fill("first-1")
    page.get_by_label(spoken("Password") + ":", exact=True).fill(PASSWORD)
    page.get_by_label(spoken("Password again")).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("totp/activate"))
    secret = page.get_by_label(spoken("Authenticator secret")).input_value()
    page.fill("input[name=code]", code(secret))
    page.get_by_role("button", name=spoken("Activate")).click()
    page.wait_for_url(re.compile("recovery-codes"))
    kept = page.locator("main textarea").first.input_value().split()
    page.goto(f"{new_server.address}/account/")
    assert page.get_by_text(spoken("A second factor is set up.")).is_visible()
    page.get_by_role("button", name=spoken("Leave the desk")).click()
    page.wait_for_url(re.compile("login"))
    come_in(page, new_server, "first-1")
    page.fill("input[name=code]", kept[0])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{new_server.address}/")
    assert page.locator("h1").inner_text() == spoken("Today")


def test_a_document_is_added_its_proposals_decided_by_keys_and_a_list_changes(
    own_server, enter, spoken, tmp_path
):
    page = enter("editor")
    who, text = REPORTS[spoken.code]
    set_back(page, spoken, as_of="2022-06-30", basis="reviewed")
    before = figure(page, own_server, "in-custody")
    assert who not in page.content()
    (tmp_path / "report.txt").write_text(text)
    page.get_by_role("link", name=spoken("Documents"), exact=True).first.click()
    page.get_by_role("link", name=spoken("Add documents")).click()
    page.set_input_files("input[type=file]", tmp_path / "report.txt")
    page.get_by_label(spoken("Their day")).fill("2022-05-06")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/work/\d+/$"))
    page.locator("#work [role=status]", has_text=spoken("done")).wait_for(timeout=90_000)
    page.get_by_role("link", name=spoken("All work")).click()
    page.get_by_text(spoken("Choose some of them")).click()
    page.get_by_label("report.txt").check()
    page.get_by_role("button", name=spoken("Read the chosen ones")).click()
    page.locator("#work [role=status]", has_text=spoken("done")).wait_for(timeout=90_000)
    page.get_by_role("link", name=spoken("Reading"), exact=True).click()
    press_from_tab(page, page.get_by_role("link", name="report.txt"))
    page.wait_for_load_state()
    page.wait_for_function(HAS_THE_KEYS)
    total = page.locator("#cards > .card").count()
    assert total >= 2
    for count in range(1, total + 1):
        page.keyboard.press("a")
        page.wait_for_function(
            "n => document.querySelectorAll('#cards > .card.is-accepted').length == n", arg=count
        )
        page.wait_for_function(HAS_THE_KEYS)
    assert page.get_by_text(spoken("This document is done.")).is_visible()
    assert figure(page, own_server, "in-custody") != before
    assert page.locator("#people tbody").get_by_text(who).is_visible()


def test_a_person_is_found_by_four_spellings(own_server, enter, spoken):
    page = enter("reader")
    set_back(page, spoken, as_of="2022-06-30")
    page.get_by_role("link", name=spoken("People"), exact=True).first.click()
    named = page.get_by_label(spoken("Name, in any spelling or script"))
    for written in SPELLINGS:
        named.fill("")
        page.locator("#found li .help").first.wait_for(state="detached")
        named.press_sequentially(written)
        page.locator("#found li .help").first.wait_for()
        page.locator(".people > li > a", has_text="Qaisar Shoqparov").wait_for()
    page.locator(".people > li > a", has_text="Qaisar Shoqparov").press("Enter")
    page.wait_for_url(re.compile(r"/people/p-[0-9a-f]+/$"))
    assert page.locator("h1").inner_text() == "Qaisar Shoqparov"


def test_a_pair_is_judged_and_the_judgement_taken_back(own_server, enter, spoken):
    page = enter("reviewer")
    set_back(page, spoken, as_of="2022-06-30")
    before = figure(page, own_server, "convicted")
    page.goto(f"{own_server.address}/same/")
    page.keyboard.press("n")
    page.locator("#confirm").wait_for()
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    verdict = spoken("same person")
    page.get_by_text(spoken("Written: %(verdict)s.", verdict=verdict)).wait_for()
    assert figure(page, own_server, "convicted") != before
    page.goto(f"{own_server.address}/same/")
    page.keyboard.press("z")
    page.locator("#confirm").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text(spoken("Taken back: everything is as if it had not been judged so.")).wait_for()
    assert figure(page, own_server, "convicted") == before


def test_the_day_and_the_moment_are_set_back_and_the_older_answer_is_seen(own_server, enter, spoken):
    page = enter("reader")
    now = figure(page, own_server, "in-custody")
    page.goto(own_server.address)
    set_back(page, spoken, as_of="2022-06-30")
    then = figure(page, own_server, "in-custody")
    assert then != now
    set_back(page, spoken, known_at="2020-01-01")
    assert page.locator(".figure").inner_text() == "0"  # nothing was known yet
    page.get_by_role("button", name=spoken("Back to now")).click()
    page.get_by_text(spoken("This is not the present.")).wait_for(state="detached")
    assert page.locator(".figure").inner_text() == now


def test_a_session_is_locked_and_goes_on_where_it_was(own_server, enter, spoken):
    page = enter("reader")
    page.goto(f"{own_server.address}/lists/in-custody/")
    said = page.locator("h1").inner_text()
    page.get_by_role("button", name=spoken("Lock"), exact=True).click()
    page.wait_for_url(re.compile("/lock/"))
    page.goto(f"{own_server.address}/lists/in-custody/")
    assert page.locator("h1").inner_text() == spoken("Locked") and said not in page.content()
    page.get_by_label(spoken("Password")).fill("not it")
    page.keyboard.press("Enter")
    page.get_by_text(
        spoken("That is not the password. Five wrong ones close the account for a quarter of an hour.")
    ).wait_for()
    page.get_by_label(spoken("Password")).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/lists/in-custody/"))
    assert page.locator("h1").inner_text() == said


def test_all_sessions_of_somebody_end_everywhere_at_once(own_server, enter, spoken):
    here, there = enter("documenter"), enter("documenter")
    here.goto(f"{own_server.address}/account/")
    here.get_by_role("button", name=spoken("End all others")).click()
    here.get_by_text(spoken("All your other sessions have ended.")).wait_for()
    there.goto(f"{own_server.address}/lists/")
    assert "/account/login/" in there.url
