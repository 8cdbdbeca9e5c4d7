"""A pair judged by keyboard: what it changes is seen before, in the list after, and is gone when taken back."""

from tests.web.desk.pattern import BOTH


def figure(page, server):
    page.goto(f"{server.address}/lists/convicted/")
    return page.locator(".figure").inner_text()


def set_day(page, day="2022-06-30"):
    page.fill("form.moment input[name=as_of]", day)
    page.locator("form.moment").get_by_role("button", name="Set").click()
    page.wait_for_selector(".moment.past")


@BOTH
def test_a_pair_is_judged_by_keyboard_and_the_judgement_taken_back(server, page_of):
    page = page_of("reviewer")
    set_day(page)
    before = figure(page, server)
    page.goto(f"{server.address}/same/")
    page.keyboard.press("n")
    page.wait_for_selector("#confirm")
    pair = page.url
    page.keyboard.press("d")
    page.keyboard.press("s")
    card = page.locator(".card", has=page.locator("input:checked"))
    assert card.locator("input").input_value() == "same"
    at_most = card.locator(".bounds tbody tr").first.locator("td").last.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_selector(".banner.success")
    assert "Written: same person." in page.locator(".banner.success").inner_text()
    assert page.url != pair
    after = figure(page, server)
    assert after != before
    assert [before.split("–")[-1], after.split("–")[-1]] == at_most.split(" → ")

    page.goto(f"{server.address}/same/")
    page.keyboard.press("z")
    page.wait_for_selector("#confirm")
    assert "Would be parted" in page.locator(".would").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_selector(".banner.success")
    assert figure(page, server) == before


def test_the_keys_work_in_a_russian_keyboard_and_not_while_a_reason_is_typed(server, page_of):
    page = page_of("reviewer")
    page.goto(f"{server.address}/same/")
    page.keyboard.press("?")
    assert page.locator("#keys dl").is_visible()
    page.keyboard.press("n")
    page.wait_for_selector("#confirm")
    page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ы', code: 'KeyS', bubbles: true}))"
    )
    assert page.locator("input[name=verdict]:checked").input_value() == "same"
    page.locator("#reason").click()
    page.keyboard.type("sudden news")
    assert page.locator("input[name=verdict]:checked").input_value() == "same"
    assert page.locator("#reason").input_value() == "sudden news"


def test_two_people_at_one_pair_are_told_of_each_other(server, page_of):
    one, other = page_of("reviewer"), page_of("editor")
    for page in (one, other):
        page.goto(f"{server.address}/same/")
        page.keyboard.press("n")
        page.wait_for_selector("#confirm")
    one.keyboard.press("d")
    one.keyboard.press("Enter")
    one.wait_for_selector(".banner.success")
    other.fill("#reason", "one birthday")
    other.locator("input[value=same]").check()
    other.locator("#confirm").click()
    other.wait_for_selector(".banner.warning")
    said = other.locator(".banner.warning").inner_text()
    assert "reviewer-1 has judged this pair: different people" in said and "one birthday" in said
