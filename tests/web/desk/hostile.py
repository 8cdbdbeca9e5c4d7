"""What somebody may send to a form who means no good, or whose program is broken; the forms of the desk."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote_plus

MARK = "<zz-hostile>"
"""Stands in no page as it is: where it does, what was typed is taken for the page's own."""
TYPED = (
    f"{MARK}<script>alert(1)</script>",
    f"\"'; DROP TABLE register_claim; --{MARK}",
    f"{{{{ 7|add:'35' }}}}{{% load x %}}%(n)s{{0}}%s{MARK}",
)
"""Comes back in the form where the form comes back."""
WRONG = (
    "",
    "\x00",
    "a\x00b",
    "\u202eמזל\u202c",
    "٣",
    "²",
    "-1",
    "99999999999999999999999999",
    "NaN",
    "1e309",
    "2022-02-31",
    "0000-00-00",
    "9999-12-31",
    "../../etc/passwd",
    "//elsewhere.example/",
    "javascript:alert(1)",
    "=cmd|'/C calc'!A0",
    "a\r\nSet-Cookie: x=y",
    "💥" * 300,
    "x" * 50_000,
    b"\xed\xa0\x80\xff",
)
ODD = (*TYPED, *WRONG)


@dataclass
class Form:
    """A form as a page shows it."""

    page: str
    action: str
    is_post: bool
    is_multipart: bool
    fields: list[tuple[str, str]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The names of its fields, each once; the token against forgery is no field."""
        return [one for one in dict(self.fields) if one != "csrfmiddlewaretoken"]


class Forms(HTMLParser):
    """The forms of a page with what each would send as it stands."""

    def __init__(self, page: str, where: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._where, self._in, self._select = where, None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """A form begins, or a field in one."""
        known = dict(attrs)
        if tag == "form":
            post = known.get("method", "get").lower() == "post"
            multipart = "multipart" in (known.get("enctype") or "")
            self._in = Form(self._where, known.get("action") or self._where, post, multipart)
            self.found.append(self._in)
        elif self._in and (name := known.get("name")):
            self._field(tag, name, known)
        if (
            tag == "option"
            and self._in
            and self._select
            and ("selected" in known or self._select not in dict(self._in.fields))
        ):
            self._in.fields.append((self._select, known.get("value", "")))

    def _field(self, tag, name, known):
        if known.get("type") == "file":
            self._in.files.append(name)
        elif tag == "select":
            self._select = name
        elif tag in ("input", "textarea", "button"):
            unticked = known.get("type") in ("checkbox", "radio") and "checked" not in known
            if not (unticked and name in dict(self._in.fields)):
                self._in.fields.append((name, known.get("value") or ""))

    def handle_endtag(self, tag):
        """A form ends."""
        if tag == "form":
            self._in = None
        if tag == "select":
            self._select = None


def encoded(pairs) -> bytes:
    """Fields as a browser sends them; bytes go as they are, whatever they are."""
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs).encode("ascii")
