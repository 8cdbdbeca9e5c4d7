"""What people do at the desk, page after page, as the pages themselves lead them."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from bench.desk_browser import Browser
from bench.naming import ThreeLanguages

TYPED, LOOKED_UP, FACETS = "search as you type", "look-up as you type", "people, narrowed down"
_DAYS = ("2018-06-30", "2020-12-31", "2022-01-31", "2024-03-31")
_KNOWN = "2023-12-31"
_AFOOT, _AGAIN, _ASK_AGAIN, _SETTLES = 202, 0.4, 1.0, 0.4
_FACETS = (("place", "KZ-75"), ("sex", "male"), ("list", "in-custody"), ("article", "QT-CC 217(2)"))


@dataclass
class Visitor:
    """Somebody at work: a browser, a habit, a time to think between pages and between letters."""

    browser: Browser
    names: ThreeLanguages
    dice: random.Random
    think: float = 3.0
    letter: float = 0.2
    only: frozenset[str] = frozenset()
    until: float = 0.0

    def work(self) -> None:
        """One visit after the other until the time is over."""
        visits = [
            one
            for one, roles, weight in asked_for(self.only)
            if self.browser.member.role in roles
            for _ in range(weight)
        ]
        ahead: list[Callable[[Visitor], None]] = []
        while visits and time.time() < self.until:
            ahead = ahead or self.dice.sample(visits, len(visits))
            ahead.pop()(self)

    def go(self, path: str, *, part: bool = False) -> bool:
        """Asks for the page after some thought; whether it is there."""
        self.rest(self.think * min(self.dice.expovariate(1.0), 3.0))
        begun, status = time.perf_counter(), self.browser.get(path, part=part)
        if status != _AFOOT:
            return status == 200
        while status == _AFOOT:  # a page that says when to ask again, as a browser does
            time.sleep(_ASK_AGAIN)
            status = self.browser.get(path, part=part)
        self.browser.log.waited(self.browser.page, time.perf_counter() - begun)
        return status == 200

    def load(self, path: str) -> bool:
        """Asks for a part that the page before loads by itself, until it is there."""
        begun = time.perf_counter()
        while (status := self.browser.get(path, part=True)) == _AFOOT:
            time.sleep(_AGAIN)
        self.browser.log.waited(self.browser.page, time.perf_counter() - begun)
        return status == 200

    def follow(self, pattern: str, *, among: int = 50) -> bool:
        """Opens one of the first links of that kind on the page."""
        found = self.browser.links(pattern)[:among]
        return bool(found) and self.go(self.dice.choice(found))

    def send(self, path: str, sent: dict[str, str], *, part: bool = False, page: str = "") -> int:
        """Sends a form after some thought."""
        self.rest(self.think * min(self.dice.expovariate(1.0), 3.0))
        return self.browser.post(path, sent, part=part, page=page)

    def type(self, path: str, name: str, text: str, page: str, also: dict[str, str] | None = None) -> None:
        """Types a word: the page asks with each letter."""
        for end in range(1, len(text) + 1):
            self.rest(self.letter * self.dice.uniform(0.5, 1.5))
            self.browser.post(
                path, {**(also or {}), name: text[:end]}, part=True, page=page, asks=f"id_{name}"
            )

    def rest(self, seconds: float) -> None:
        """Does nothing for so long, or until the time is over."""
        time.sleep(max(0.0, min(seconds, self.until - time.time())))


def look_around(one: Visitor) -> None:
    """The first page with its line of counts, then a list from it."""
    one.go("/")
    one.load("/today/course/")


def find(one: Visitor) -> None:
    """A name letter by letter, in another spelling than the register's; the person found."""
    one.go("/people/")
    name = one.names.asked(one.dice)
    one.type("/people/", "q", name, TYPED)
    found = one.browser.body
    one.rest(_SETTLES)
    one.browser.post("/people/", {"q": name}, part=True, page=FACETS, asks="settle")
    one.browser.body = found
    one.follow(r"/people/p-", among=3)
    one.send("/people/", {"q": ""}, part=True, page=FACETS)


def narrow(one: Visitor) -> None:
    """Facets, further pages, a person and who stands beside."""
    one.go("/people/")
    chosen = {"q": "", **dict([one.dice.choice(_FACETS)])}
    for page in ("1", "2", "3"):
        one.send("/people/", {**chosen, "page": page}, part=True, page=FACETS)
    if one.follow(r"/people/p-"):
        one.follow(r"/people/p-")
    one.send("/people/", {"q": "", "forget": "1"}, part=True, page=FACETS)


def count(one: Visitor) -> None:
    """Lists and figures down to the passages; now and then as of another day."""
    if past := one.dice.random() < 0.4:
        day = one.dice.choice(_DAYS)
        one.send("/moment/", {"as_of": day, "known_at": "", "basis": "all", "next": "/lists/"})
    one.go("/lists/")
    if one.follow(r"/lists/[a-z-]+/$"):
        here = one.browser.links(r"/lists/[a-z-]+/because/")
        for spread in one.browser.links(r"/lists/[a-z-]+/spread/$")[:1]:
            one.load(spread)
        if here and one.go(one.dice.choice(here)):
            one.follow(r"/people/p-")
    one.go("/lists/in-custody/compared/")
    if past:
        one.send("/moment/", {"now": "1", "next": "/"})


def look_back(one: Visitor) -> None:
    """Lists as they were known years ago: put together by a thread, pages say so until it is done."""
    one.send("/moment/", {"as_of": _KNOWN, "known_at": _KNOWN, "basis": "all", "next": "/lists/"})
    one.go("/lists/")
    one.send("/moment/", {"now": "1", "next": "/"})


def judge(one: Visitor) -> None:
    """The queue, a pair, what each verdict would change; one in three is judged."""
    one.go("/same/")
    if not one.follow(r"/same/p-", among=40):
        return
    for foretold in one.browser.links(r"/same/p-.*/foretold/")[:1]:
        one.load(foretold)
        form = one.browser.form("/")
        if form and "seen" in form[1] and one.dice.random() < 0.35:
            verdict = one.dice.choice(("same", "different", "unsure"))
            one.send(form[0], {**form[1], "verdict": verdict, "reason": "bench", "sure": "1"})
    if one.dice.random() < 0.2 and one.go("/same/judgements/") and one.follow(r"/same/judgements/j-"):
        for foretold in one.browser.links(r"/same/judgements/.*/foretold/")[:1]:
            one.load(foretold)


def read(one: Visitor) -> None:
    """Documents that wait; one of them, its claims one after the other, decided on where that is allowed."""
    one.go("/reading/")
    if not one.follow(r"/documents/d-"):
        return
    document = one.browser.links(r"/documents/d-[^/]+/others/")[:1]
    for _ in range(one.dice.randrange(1, 5)):
        form = one.browser.form("/decide/")
        for persons in one.browser.links(r"/documents/.*/persons/")[:1]:
            one.load(persons)
        for others in document:
            one.load(others)
        if form is None:
            break
        decide(one, *form)


def decide(one: Visitor, action: str, filled: dict[str, str]) -> None:
    """A place and an article looked up while typing, then accepted or rejected."""
    if one.dice.random() < 0.2:
        one.type("/look-up/places/", "place", one.dice.choice(("Караг", "Almat", "Ақтө")), LOOKED_UP)
        one.type("/look-up/articles/", "articles", one.dice.choice(("KZ-CC 17", "405")), LOOKED_UP)
    verdict = "accept" if one.dice.random() < 0.9 else "reject"
    one.send(
        action, {**filled, "verdict": verdict, "reason": "bench" if verdict == "reject" else ""}, part=True
    )


def leaf(one: Visitor) -> None:
    """Words, law books, one's own account, documents handed in."""
    one.go("/words/")
    one.follow(r"/(words|laws)/.+")
    one.go("/account/")
    if one.browser.member.role in _CODING:
        one.go("/documents/add/")


def audit(one: Visitor) -> None:
    """The ledger as it was written, a page back, an entry; who looked at what."""
    one.go("/entries/")
    one.go("/entries/?kind=claim")
    one.follow(r"/entries/.-")
    one.go("/team/looks/")


def lead(one: Visitor) -> None:
    """Accounts and closed cases."""
    one.go("/team/")
    one.go("/team/closed/")
    one.follow(r"/team/closed/\d")
    one.go("/team/")
    one.follow(r"/team/\d")


_ALL = frozenset("reader documenter reviewer editor keeper auditor".split())
_CODING = frozenset("documenter reviewer editor".split())
_JUDGING = frozenset("reviewer editor".split())
Kind = tuple[Callable[[Visitor], None], frozenset[str], int]
VISITS: tuple[Kind, ...] = (
    (look_around, _ALL, 2),
    (find, _ALL, 4),
    (narrow, _ALL, 2),
    (count, _ALL, 2),
    (look_back, _ALL, 0),
    (judge, _JUDGING, 3),
    (read, _CODING | {"reader"}, 4),
    (leaf, _ALL, 1),
    (audit, frozenset(("keeper", "auditor")), 3),
    (lead, frozenset(("keeper",)), 2),
)


def asked_for(names: frozenset[str]) -> list[Kind]:
    """The kinds of visits with these names, each with its weight; without names those that have one."""
    if not names:
        return [one for one in VISITS if one[2]]
    return [(visit, roles, max(weight, 1)) for visit, roles, weight in VISITS if visit.__name__ in names]
