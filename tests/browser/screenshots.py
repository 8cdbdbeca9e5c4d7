"""Pictures of every screen, in every language: ``python -m tests.browser.screenshots`` (``make screenshots``).

The people in them are those of the demonstration, who never lived.
"""

import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import QUIET, ROOT, Server, serving
from tests.web.desk.pattern import PASSWORD, leave, made
from tizim.web.desk.serving import set_up, use
from tizim.web.desk.settings import Place
from tizim.wiring import open_register

PICTURES = ROOT / "docs" / "pictures" / "desk"
OWN_SET = ROOT / "tests" / "browser" / "own_set.yml"
LANGUAGES = ("en", "ru", "kk")
DAY = "2022-06-30"
WHO = "desk-1"
SECOND = "desk-2"
PERSON = "Шокпаров"
DRAFT = "Police detained ten people in Shygankol on Monday, 3 May 2022, at least 12 of them women.\n\nNobody was told why."
WIDE, NARROW, HIGH, TALLEST, COLOURS = 1280, 390, 900, 1900, 48
PLACES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
Go = Callable[..., None]


def at(where: str) -> Go:
    """A screen that has an address of its own."""
    return lambda page, address: page.goto(address + where)


def searching(page, address: str) -> None:
    """A name is being typed."""
    page.goto(f"{address}/people/")
    page.fill("#id_q", PERSON)
    page.wait_for_selector("#found li .help")


def person(page, address: str) -> None:
    """One person, found by name."""
    searching(page, address)
    page.click("#found ol a")


def pair(page, address: str) -> None:
    """The first pair in doubt, with what each verdict would change."""
    page.goto(f"{address}/same/next/?at=0")
    page.wait_for_selector("#confirm")


def listed(page, address: str) -> None:
    """A list with its spreads."""
    page.goto(f"{address}/lists/in-custody/")
    page.wait_for_selector("figure.bars")


def today(page, address: str) -> None:
    """The first screen, with its line."""
    page.goto(f"{address}/")
    page.wait_for_selector("figure.course svg")


def paper(page, address: str) -> None:
    """A page of a PDF as it came, beside its text."""
    page.goto(f"{address}/reading/")
    page.click("text=The lists as of 31 December 2022")
    page.goto(page.url.partition("?")[0] + "?show=both")
    page.wait_for_function("document.querySelector('#came img').naturalWidth > 500")


def in_book(page, address: str) -> None:
    """Articles of a law book, looked up by words."""
    page.goto(f"{address}/laws/KZ-CC/?q=40")


def worked(page, address: str) -> None:
    """Files taken in, of which one could not be."""
    page.goto(f"{address}/documents/add/")
    report = {"name": "report.txt", "mimeType": "text/plain", "buffer": f"Court, {page.url}\n".encode()}
    page.set_input_files(
        "input[type=file]", [report, {**report, "name": "bad.pdf", "buffer": b"%PDF-1.4 broken"}]
    )
    page.click("main form button.main")
    page.wait_for_selector("#work:not([hx-get])")


def guessed(page, address: str) -> None:
    """A spreadsheet handed in, and how its columns would be read."""
    page.goto(f"{address}/work/list/")
    rows = "Name;What happened;When\nAru Sampleva;detained;12.08.2020\nBerik Sampleov;detained;31.31.2020\n"
    page.set_input_files(
        "input[type=file]", {"name": "list.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    page.click("main form button.main")
    page.wait_for_selector("#work:not([hx-get])")


def assessed(page, address: str) -> None:
    """Somebody assessed by a set of criteria."""
    person(page, address)
    page.click("a.button[href*='/assess/PACE-']")


def edition(page, address: str) -> None:
    """A frozen list."""
    page.goto(f"{address}/editions/")
    page.click("tbody a")


def clearance(page, address: str) -> None:
    """What may leave about one person."""
    person(page, address)
    page.click("a.button[href$='/leaving/']")


def held(page, address: str) -> None:
    """A list that the gate holds back: one person of a class asked not to be named."""
    page.goto(f"{address}/editions/")
    page.select_option("#id_name", "in-custody")
    page.select_option("#id_basis", "all")
    page.click("form button.main >> nth=-1")
    page.click("#work a[href*='/held/']")


def at_the_gate(page, address: str) -> None:
    """The edition before somebody else who may let it out."""
    edition(page, address)
    page.click("a.button[href$='/gate/']")


def drafted(page, address: str) -> None:
    """A draft with marks in its margin."""
    page.goto(f"{address}/drafts/")
    page.fill("#id_text", DRAFT)
    page.click("form button.main >> nth=-1")
    page.wait_for_selector("a.to")


def locked(page, address: str) -> None:
    """Nobody is before the screen."""
    page.goto(f"{address}/")
    page.click("button.lock")


SCREENS: dict[str, Go] = {
    "today": today,
    "reading": at("/reading/"),
    "document": at("/reading/next/"),
    "people": searching,
    "person": person,
    "same": at("/same/"),
    "pair": pair,
    "lists": at("/lists/"),
    "list": listed,
    "changed": at("/lists/in-custody/compared/?since=2021-12-31"),
    "map": at("/lists/in-custody/map/"),
    "documents": at("/documents/"),
    "sources": at("/sources/"),
    "add": at("/documents/add/"),
    "paper": paper,
    "work": worked,
    "work-list": guessed,
    "works": at("/work/"),
    "editions": at("/editions/"),
    "edition": edition,
    "leaving": at("/leaving/"),
    "papers": at("/leaving/documents/"),
    "clearance": clearance,
    "held": held,
    "gate": at_the_gate,
    "assessment": assessed,
    "criteria": at("/criteria/"),
    "criteria-set": at("/criteria/sets/SHYGAN/2/"),
    "criteria-next": at("/criteria/sets/SHYGAN/next/"),
    "criteria-compared": at("/criteria/sets/SHYGAN/compared/"),
    "criteria-new": at("/criteria/new/"),
    "figures": at("/figures/"),
    "draft": drafted,
    "words": at("/words/"),
    "table": at("/words/acts/"),
    "book": in_book,
    "entries": at("/entries/"),
    "team": at("/team/"),
    "account": at("/account/"),
    "lock": locked,
}
ON_A_TELEPHONE = {
    "today": "kk", "document": "en", "person": "ru", "list": "ru", "map": "kk", "works": "ru", "documents": "kk",
    "clearance": "kk", "gate": "ru", "held": "kk", "criteria-next": "kk", "criteria-compared": "ru",
}  # fmt: skip


def take(page, name: str) -> None:
    """One picture, in few colours."""
    from PIL import Image

    page.wait_for_load_state("networkidle")
    size = page.viewport_size
    tall = (
        HIGH
        if name.startswith(("document-", "paper-"))
        else min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    )
    clip = {"x": 0, "y": 0, "width": size["width"], "height": tall}
    taken = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip, animations="disabled")))
    reduced = taken.convert("RGB").quantize(
        COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    reduced.save(PICTURES / f"{name}.png", optimize=True)


def entered(context, address: str, language: str, *, taken: bool):
    """A page in the language, come in, set to the day."""
    page = context.new_page()
    page.goto(f"{address}/account/login/")
    page.click(f".languages [value={language}]")
    if taken:
        take(page, f"login-{language}")
    page.fill("input[name=login]", WHO)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{address}/")
    page.click(f".languages [value={language}]")
    page.fill(".moment [name=as_of]", DAY)
    page.click(".moment button >> nth=0")
    return page


@contextmanager
def served() -> Iterator[Server]:
    """The demonstration, with one account that may do everything."""
    set_up(Place())
    with tempfile.TemporaryDirectory() as folder:
        pattern = Path(folder) / "pattern"
        made(pattern)
        with open_register(pattern / "register", key_file=pattern / "register.key") as register:
            use(register)
            grown_up()
            leave()
        frozen(Server(pattern / "register", pattern / "register.key"))
        with_own_criteria(Server(pattern / "register", pattern / "register.key"))
        with serving(pattern / "register", pattern / "register.key") as server:
            yield server


def grown_up() -> None:
    """An account of every role but the reader's."""
    from django.contrib.auth.models import Group

    from tizim.web.desk.models import Account

    account = Account.objects.create_user(WHO, PASSWORD)
    account.groups.set(Group.objects.filter(name__in=("editor", "keeper", "auditor")))


def frozen(register: Server) -> None:
    """Somebody asks not to be named; another colleague freezes a list without him or her."""
    os.environ["TIZIM_USER"] = SECOND
    people = json.loads(register.tizim("list", "in-custody", "--as-of", DAY, "--format", "json"))["people"]
    register.tizim("clear", people[0]["id"], "counted", "--basis", "consent", "--note", "asked for it")
    register.tizim("freeze", "in-custody", "--as-of", DAY, "--all", "--hush")


def with_own_criteria(register: Server) -> None:
    """A group's own set of criteria in two versions."""
    text = OWN_SET.read_text(encoding="utf-8")
    later = text.replace("version: 1", "version: 2").replace(
        "house_arrest: deprived", "house_arrest: not_deprived"
    )
    second = register.folder.parent / "second.yml"
    second.write_text(later.replace("spoken, written or shown", "spoken, written, shown or shared"), "utf-8")
    register.tizim("criteria", str(OWN_SET))
    register.tizim("criteria", str(second), "--note", "House arrest is not counted any more.")


def pictured(browser, address: str, language: str, only: list[str]) -> None:
    """All screens in one language, wide; some in one language, narrow."""
    context = browser.new_context(viewport={"width": WIDE, "height": HIGH}, locale=PLACES[language])
    page = entered(context, address, language, taken=not only or "login" in only)
    for name, go in SCREENS.items():
        if not only or name in only:
            go(page, address)
            take(page, f"{name}-{language}")
    context.close()
    context = browser.new_context(viewport={"width": NARROW, "height": HIGH}, locale=PLACES[language])
    page = entered(context, address, language, taken=False)
    for name, spoken in ON_A_TELEPHONE.items():
        if spoken == language and (not only or name in only):
            SCREENS[name](page, address)
            take(page, f"{name}-{language}-{NARROW}")
    context.close()


def main(only: list[str]) -> None:
    """All pictures, or those of the screens that are named."""
    from playwright.sync_api import sync_playwright

    PICTURES.mkdir(parents=True, exist_ok=True)
    with served() as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        for language in LANGUAGES:
            pictured(browser, server.address, language, only)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
