"""A browser without a screen: one session at the desk, what each answer cost the server, links and forms."""

import html
import http.client
import re
import threading
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlencode

from bench.desk_served import HEADER
from bench.desk_team import PASSWORD, Member, code

_PART = re.compile(r'(\w+);(?:dur=([\d.]+)|desc="([^"]*)")')
_LINK = re.compile(r'(?:href|hx-get)="([^"#]+)"')
_IDLE = 60.0
_FORM_TYPE = "application/x-www-form-urlencoded"


class Seen(NamedTuple):
    """One answer: which page, milliseconds in the server, of its CPU, until it came; queries; what it was."""

    page: str
    wall: float
    cpu: float
    came: float
    queries: int
    status: int
    at: float


@dataclass
class Log:
    """Every answer to everybody; the seconds for which parts were waited that a page loads by itself."""

    seen: list[Seen] = field(default_factory=list)
    waits: dict[str, list[float]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, one: Seen) -> None:
        """One more."""
        with self.lock:
            self.seen.append(one)

    def waited(self, page: str, seconds: float) -> None:
        """One more part."""
        with self.lock:
            self.waits.setdefault(page, []).append(seconds)


class Browser:
    """One session of one account."""

    def __init__(self, port: int, member: Member, log: Log) -> None:
        self.member, self.body, self.page = member, "", ""
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=3600)
        self._cookies: dict[str, str] = {}
        self._asked = 0.0
        self.log = log

    def come_in(self) -> None:
        """With password and second factor."""
        self.get("/account/login/")
        self.post("/account/login/", {"login": self.member.name, "password": PASSWORD})
        self.post("/account/second/authenticate/", {"code": code(self.member.seed)})
        if self.get("/account/") != 200:
            raise RuntimeError(f"{self.member.name} did not come in")

    def get(self, path: str, *, part: bool = False, page: str = "") -> int:
        """Asks for a page, or for a part of one; the status comes back."""
        return self._ask("GET", path, None, part, page)

    def post(
        self, path: str, sent: dict[str, str], *, part: bool = False, page: str = "", asks: str = ""
    ) -> int:
        """Sends a form, or what the element ``asks`` of the page sends; where it leads, that page is next."""
        status = self._ask("POST", path, urlencode(sent), part, page, asks)
        if status == 302 and self._where:
            return self.get(self._where)
        return status

    def links(self, pattern: str) -> list[str]:
        """The addresses on the page last seen that begin like this, each once."""
        found = (html.unescape(one) for one in _LINK.findall(self.body))
        return list(dict.fromkeys(one for one in found if re.match(pattern, one)))

    def form(self, action: str) -> tuple[str, dict[str, str]] | None:
        """The first form whose address ends so, with what stands in its fields."""
        reader = _Forms()
        reader.feed(self.body)
        return next((one for one in reader.forms if one[0].endswith(action)), None)

    def _ask(self, how: str, path: str, sent: str | None, part: bool, page: str, asks: str = "") -> int:
        head = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if part:
            head |= {"HX-Request": "true", **({"HX-Trigger": asks} if asks else {})}
        if sent is not None:
            head |= {"Content-Type": _FORM_TYPE, "X-CSRFToken": self._cookies.get("csrftoken", "")}
        if time.perf_counter() - self._asked > _IDLE:
            self._line.close()  # the server closes a line that was long silent; the next request opens one
        self._asked = begun = time.perf_counter()
        self._line.request(how, path, sent, head)
        answer = self._line.getresponse()
        self.body = answer.read().decode("utf-8", "replace")
        came = 1000 * (time.perf_counter() - begun)
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        self._where = answer.headers.get("Location", "")
        default = "send " if how == "POST" else ""
        self._note(answer.headers.get(HEADER, ""), answer.status, came, (page, default))
        return answer.status

    def _note(self, header: str, status: int, came: float, names: tuple[str, str]) -> None:
        said = {name: number or text for name, number, text in _PART.findall(header)}
        if said:
            self.page = name = names[0] or names[1] + said["p"]
            queries = int(said["q"])
            self.log.add(
                Seen(name, float(said["wall"]), float(said["cpu"]), came, queries, status, time.time())
            )


class _Forms(HTMLParser):
    """The forms of a page: address and fields."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, dict[str, str]]] = []
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        name = has.get("name") or ""
        if tag == "form":
            self.forms.append((has.get("action") or "", {}))
        elif not self.forms:
            return
        elif tag == "input" and name and (has.get("type") not in ("checkbox", "radio") or "checked" in has):
            self.forms[-1][1][name] = has.get("value") or ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in has:
            self.forms[-1][1][self._select] = has.get("value") or ""
        elif tag == "textarea" and name:
            self.forms[-1][1][name] = ""
