"""A finished release in a real Chromium, opened from its folder: with script and without, in three languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.faults import FAULTS
from tests.publications.made import cleared, document, edited, source, told
from tests.publications.test_releasing import files_of
from tizim.publications import Erratum

ASAN, DINA, ERLAN = "Asan Bekov", "Дина Оспанова", "Erlan Qalauov"
PAGES = ("index", "changes", "errata", "method", "passages-1", "data", "people/1")
SAID = {
    "en": ("The list", "Corrections", "Method", "1 found"),
    "ru": ("Список", "Исправления", "Метод", "найдено: 1"),
    "kk": ("Тізім", "Түзетулер", "Әдіс", "табылды: 1"),
}
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "preload": False,
    **FAULTS,
}


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """A release as it lies in a folder: two who are named, one who is only counted, a change, a mistake."""
    folder = tmp_path_factory.mktemp("release")
    earlier = edited(told(ASAN), told("Omar Sarin")).content
    wrong = Erratum(
        id="y-1", edition_id="e", place="1", said="P4Y", right="P3Y", reason="verdict", date="2021-03-01"
    )
    content = edited(
        told(ASAN, articles=("KZ-CC 405(2)",), place="Almaty", agency="Qala City Court"),
        told(ASAN, "charge", date="2020-03~"), source("Herald", source_kind="media"), document("two", by="Herald"),
        told(DINA, "house_arrest", of="two", date="2020-04", place="Astana"),
        *(told(f"Person {letter} Nowherebek", place="Shymkent") for letter in "ABCDEF"),
        told(ERLAN), cleared(ERLAN, "counted", basis="consent"), number=2,
    ).content  # fmt: skip
    for name, raw in files_of(content, earlier=earlier, errata=(wrong,)).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder / "data"


@pytest.fixture
def looked_at(chromium, release):
    """Opens the release from its folder; at the end nothing outside it was asked for and no script failed."""
    contexts, wrong = [], []

    def opened(*, script, width=1280):
        context = chromium.new_context(java_script_enabled=script, viewport={"width": width, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request", lambda one: None if one.url.startswith(release.as_uri()) else wrong.append(one.url)
        )
        page.on("pageerror", lambda one: wrong.append(str(one)))
        page.on("requestfailed", lambda one: wrong.append(one.url))
        page.goto(f"{release.as_uri()}/index.html")
        return page

    yield opened
    for one in contexts:
        one.close()
    assert wrong == []


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_reader_goes_from_the_list_to_a_person_and_to_the_passage(looked_at, language, script):
    page = looked_at(script=script)
    the_list, errata, method, _found = SAID[language]
    page.locator(f"main a[hreflang={language}]").click()
    assert page.locator("html").get_attribute("lang") == language
    assert page.get_by_role("heading", name=the_list, exact=True).count() == 1
    assert ERLAN not in page.content()
    page.get_by_role("link", name=ASAN).click()
    assert page.get_by_role("heading", level=1).inner_text() == ASAN
    page.locator("a[href*='passages-1.html#p']").first.click()
    number = page.url.rpartition("#")[2]
    assert ASAN in page.locator(f"#{number} blockquote").inner_text()
    page.locator("header").get_by_role("link", name=method, exact=True).click()
    assert "SHA-256" in page.locator("main").inner_text()
    page.locator("header").get_by_role("link", name=errata, exact=True).click()
    assert "verdict" in page.locator("main").inner_text()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_figure_opens_to_its_people_and_to_published_passages(looked_at, language):
    page = looked_at(script=False)
    page.locator(f"main a[hreflang={language}]").click()
    page.locator("main a[href='#c-imprisonment']").click()
    assert page.url.endswith("#c-imprisonment")
    row = page.locator("#c-imprisonment + table tbody tr", has_text=ASAN)
    row.get_by_role("link").click()
    assert page.locator("blockquote").count()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_list_is_narrowed_by_script_and_stands_whole_without(looked_at, language):
    page = looked_at(script=True)
    page.locator(f"main a[hreflang={language}]").click()
    page.locator("#find").fill("оспан")
    assert page.locator("tr[data-find]:visible").count() == 1
    assert page.locator("#found").inner_text() == SAID[language][3]
    page.locator("#find").fill("")
    whole = page.locator("tr[data-find]:visible").count()
    without = looked_at(script=False)
    without.locator(f"main a[hreflang={language}]").click()
    assert without.locator("tr[data-find]:visible").count() == whole
    assert not without.locator("#find").is_visible()


def test_what_is_printed_is_the_page_without_its_navigation_and_dates_stay_whole(looked_at, release):
    page = looked_at(script=False)
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{release.as_uri()}/en/people/1.html")
    assert not page.locator("header").is_visible() and not page.locator(".back").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.emulate_media(media="screen")
    page.goto(f"{release.as_uri()}/en/index.html")
    narrow = page.evaluate("""[...document.querySelectorAll('.people td')].filter(one => {
      const range = document.createRange(); range.selectNodeContents(one);
      const wide = one.textContent.split(' ').map(word => word.length);
      return [...range.getClientRects()].length > wide.length;
    }).map(one => one.textContent)""")
    assert narrow == [], "a word is broken"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_page_fits_its_screen_and_can_be_read_by_everybody(looked_at, release, language, width):
    page, axe = looked_at(script=True, width=width), Axe()
    for name in PAGES:
        page.goto(f"{release.as_uri()}/{language}/{name}.html")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (name, wide)
        found = axe.run(page, options=_RULES).response["violations"]
        assert [(name, one["id"], one["nodes"][0]["html"]) for one in found] == []
