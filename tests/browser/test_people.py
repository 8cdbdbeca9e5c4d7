"""Finding a person as one types, narrowing down, and the page of a person, in a real browser."""

import re

from tests.browser.faults import serious

SPELLINGS = ("Qaisar Shoqparov", "Кайсар Шокпаров", "Қайсар Шоқпаров", "shokparov kaisar")
A4 = 718
"""Points across that a page of paper has between its margins."""


def set_to(page, server, day):
    page.goto(f"{server.address}/")
    page.fill("input[name=as_of]", day)
    page.locator("form.moment button").first.click()
    page.wait_for_load_state()


def asks(route):
    """What of the page asks."""
    return route.request.headers.get("hx-trigger")


def cleared(route):
    """The page asks for everybody again, as a person who took the word away did."""
    return asks(route) == "id_q" and "q=&" in f"{route.request.post_data}&"


def everybody(page):
    """How many people the page counts before anything is asked."""
    return re.search(r"\d+", page.locator("#counted").inner_text())[0]


def test_a_person_is_found_by_four_spellings_as_one_types_on_a_telephone(server, page_of):
    page = page_of("reader", width=390)
    set_to(page, server, "2022-06-30")
    page.goto(f"{server.address}/people/")
    people = everybody(page)
    for written in SPELLINGS:
        page.fill("#id_q", "")
        page.locator("#counted", has_text=f"{people} people").wait_for()
        page.locator("#id_q").press_sequentially(written[:-2])
        page.locator("#counted", has_text="with a name like this").wait_for()
        page.get_by_role("link", name="Qaisar Shoqparov", exact=True).wait_for()
    assert "hoqparov" not in page.url + page.title()
    page.get_by_role("link", name="Qaisar Shoqparov", exact=True).press("Enter")
    page.wait_for_url(re.compile(r"/people/p-[0-9a-f]+/$"))
    assert page.locator("h1").inner_text() == "Qaisar Shoqparov"
    assert page.locator("svg.life .sure").count() == page.locator("table.states tbody tr").count()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_facets_follow_the_word_that_was_typed_and_what_is_unfolded_stays(server, page_of):
    page = page_of("reader")
    set_to(page, server, "2022-06-30")
    page.goto(f"{server.address}/people/")
    page.locator("#facet-measure summary").press("Enter")
    of_all = page.locator("#facets").text_content()
    assert page.locator("#facets .number:visible").count() > 3
    held = []
    page.route("**/people/", lambda one: held.append(one) if asks(one) == "settle" else one.continue_())
    with page.expect_request(lambda one: one.headers.get("hx-trigger") == "settle"):
        page.locator("#id_q").press_sequentially("шокпар")
    assert page.locator("#facets").text_content() == of_all, "what was there stays until the new counts are"
    assert page.locator("#facets .number:visible").count() == 0, "the counts of before are told no more"
    assert serious(page) == []
    held[0].continue_()
    page.locator("#settle").wait_for(state="detached")
    found = int(re.search(r"\d+", page.locator("#counted").inner_text())[0])
    counts = page.locator("#facets .value .number").all_inner_texts()
    assert counts and all(0 < int(one) <= found for one in counts if one), counts
    assert page.locator("#facet-measure").get_attribute("open") is not None
    page.locator("#facets .value input:visible").first.press("Space")
    page.locator("#facets .value input:checked").first.wait_for()
    page.locator("#counted", has_text="and what is chosen").wait_for()


def test_counts_that_follow_a_word_never_stop_the_answer_to_the_next_word(server, page_of):
    page = page_of("reader")
    set_to(page, server, "2022-06-30")
    page.goto(f"{server.address}/people/")
    people, held = everybody(page), []
    page.route("**/people/", lambda one: held.append(one) if cleared(one) else one.continue_())
    page.locator("#id_q").press_sequentially("шокпар")
    page.locator("#settle").wait_for(state="attached")
    with page.expect_request(lambda one: "q=&" in f"{one.post_data}&"):
        page.fill("#id_q", "")
    page.wait_for_timeout(1_000)  # the counts of the word before would be asked for by now
    assert len(held) == 1
    held[0].continue_()
    page.locator("#counted", has_text=f"{people} people").wait_for()
    assert page.locator("#found .people > li").count() > 3


def test_facets_are_chosen_by_keyboard_and_stay_when_one_comes_back(server, page_of):
    page = page_of("reader")
    set_to(page, server, "2022-06-30")
    page.goto(f"{server.address}/people/")
    people = everybody(page)
    page.locator("#facet-measure summary").press("Enter")
    page.locator("#facet-measure input[value=house_arrest]").press("Space")
    page.locator("#counted", has_text=f" of {people}").wait_for()
    left = page.locator(".people li").count()
    chosen = page.locator("#facet-measure .value").filter(has=page.locator("input:checked"))
    assert chosen.locator(".number").inner_text() == str(left)
    page.locator(".people li > a").first.click()
    page.go_back()
    page.locator("#facet-measure input[value=house_arrest]:checked").wait_for()
    assert page.locator(".people li").count() == left


def test_the_screens_of_people_have_no_serious_fault_for_those_who_do_not_see(server, page_of):
    page = page_of("reader")
    set_to(page, server, "2022-06-30")
    for where in ("/people/", None):
        page.goto(f"{server.address}{where}") if where else page.locator(".people li > a").first.click()
        page.wait_for_load_state()
        assert serious(page) == []


def test_a_printed_list_has_all_its_columns_on_the_page(server, page_of):
    page = page_of("reader", width=A4)
    set_to(page, server, "2022-06-30")
    page.goto(f"{server.address}/lists/in-custody/")
    page.emulate_media(media="print")
    parts = page.locator(".wide").evaluate_all("all => all.map(one => [one.scrollWidth, one.clientWidth])")
    assert parts and all(whole <= seen for whole, seen in parts), parts
    assert page.locator("main .button:visible").count() == 0
