"""Every form and every address meets what it should not: a clear answer, nothing lost, executed or written."""

import html
from urllib.parse import quote, urlsplit

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.desk.hostile import MARK, ODD, TYPED, Forms, encoded
from tests.web.desk.pattern import PASSWORD
from tests.web.desk.test_gate import PLACES
from tests.web.desk.test_words import real
from tests.web.desk.walking import everywhere, one_for
from tizim.web.desk import uploads
from tizim.web.desk.access import need_of
from tizim.web.desk.starting import new_start

FORM = "application/x-www-form-urlencoded"
MAY_WRITE = {
    "claim_decide": {"claim", "passage", "review", "withdrawal"},
    "claim_undo": {"withdrawal"},
    "claim_new": {"claim", "passage", "review"},
    "claim_judge": {"judgement", "withdrawal"},
    "pair": {"judgement"},
    "judgement": {"withdrawal"},
    "assess": {"determination"},
    "figure_define": {"published_figure"},
    "assess_confirm": {"determination"},
    "assess_word": {"recognition"},
    "leaving_person": {"clearance"},
    "leaving_document": {"clearance"},
    "leaving_person_back": {"withdrawal"},
    "leaving_document_back": {"withdrawal"},
}
"""What each address may write into the ledger; all others nothing."""
ENDS = frozenset(("account_logout", "lock_now", "everybody_out", "end_sessions", "way_back"))
"""Forms without a field, whose one deed would end the walk."""


HAVE_FORMS = frozenset(
    ("account_change_password", "account_login", "claim_decide", "closed", "documents_add", "figure_define", "language", "member", "moment",
     "pair", "people", "start", "team_invite")
)  # fmt: skip
NAMES = (
    "act", "again", "amount", "articles", "as_of", "at", "basis", "code", "credential", "date", "discard", "documents", "end",
    "key", "kind", "known_at", "label", "language", "login", "members", "new", "next", "outcome", "page", "password", "person",
    "person_id", "place", "q", "quote", "reason", "roles", "seen", "start", "sure", "username", "verdict", "with",
)  # fmt: skip
ASKED = (
    "after",
    "at",
    "before",
    "but",
    "claim",
    "kind",
    "known",
    "language",
    "next",
    "page",
    "part",
    "show",
    "since",
)
NEVER_BACK = frozenset(("oldpassword", "password", "password1", "password2", "again", "members", "roles"))
"""Passwords, and what is chosen and not typed."""
HTMX = {"HX-Request": "true"}
STEP = 9
"""Every field meets every ninth of what is odd, each another sixth; the whole form meets all."""


def forms(desk):
    """Every form of the pages that have forms, once an address, with who may send it."""
    given, known = real(), {}
    with_claim = f"/documents/{given['document_id']}/?claim={given['claim_id']}"
    two = f"/same/{given['left_id']}/{given['right_id']}/foretold/"
    of_figure = f"/figures/{given['figure_id']}/"
    shown = {
        "editor": (
            "/account/",
            "/account/password/",
            "/documents/add/",
            with_claim,
            two,
            "/people/",
            of_figure,
        ),
        "keeper": ("/team/", "/team/closed/", "/team/1/", "/account/second/totp/activate/"),
        None: ("/account/login/", f"/start/{new_start(['reader'])}/"),
    }
    for role, pages in shown.items():
        client = desk.client(role)
        client.post("/account/again/", {"password": PASSWORD})
        for where in pages:
            answer = client.get(where, follow=True)
            for one in Forms(answer.content.decode(), answer.request["PATH_INFO"]).found:
                if one.is_post:
                    known.setdefault(kind(one.action), (one, role))
    return list(known.values())


def kind(address):
    """The name of the address."""
    from django.urls import resolve

    return resolve(address.partition("?")[0]).url_name


class Walk:
    """Sends what it is given and says what is wrong with the answers."""

    def __init__(self, desk) -> None:
        self.desk, self.wrong = desk, []
        self._seq = self._head()

    def _head(self):
        return self.desk.register.ledger.head().seq

    def sent(self, form, role, pairs, said=""):
        """The form with these fields, as somebody of the role."""
        client = self.desk.client(role)
        answer = client.post(form.action, encoded(pairs), content_type=FORM)
        self.judge(form.action, answer, said)
        page = answer.content.decode() if answer.status_code in (200, 409, 422) and said in TYPED else ""
        typed = _last(pairs, said) not in NEVER_BACK and f'name="{_last(pairs, said)}"' in page
        if typed and html.escape(said) not in page:
            self.wrong.append(f"lost: {form.action} {_last(pairs, said)}")

    def judge(self, where, answer, said=""):
        """No fault of the program, nothing executed, no other host, nothing written that must not be."""
        told = f"{where} {said[:30]!r}"
        if answer.status_code >= 500:
            self.wrong.append(f"{answer.status_code}: {told}")
        if MARK.encode() in answer.content:
            self.wrong.append(f"executed: {told}")
        leads = answer.headers.get("Location", "/")
        if urlsplit(leads).scheme or urlsplit(leads).netloc or leads.startswith(("//", "\\", "/\\")):
            self.wrong.append(f"leads to {leads}: {told}")
        if "x" in answer.cookies:
            self.wrong.append(f"sets what was typed: {told}")
        now = self._head()
        if now != self._seq:
            self._written(where, told)
            self._seq = now

    def _written(self, where, told):
        entries = [
            one
            for _, one in zip(range(6), reversed(list(self.desk.register.ledger.known_at())), strict=False)
        ]
        kinds = {one.kind for one in entries[: self._head() - self._seq]}
        allowed = MAY_WRITE.get(kind(where), set())
        if not kinds <= allowed:
            self.wrong.append(f"wrote {kinds - allowed}: {told}")


def _last(pairs, said):
    return next((name for name, value in reversed(pairs) if value == said), "")


def with_one(form, name, value):
    """What the form sends, but for one field."""
    return [
        (one, value if one == name else kept) for one, kept in form.fields if one != "csrfmiddlewaretoken"
    ]


def test_every_form_answers_whatever_its_fields_hold(desk):
    walk, wholes = Walk(desk), forms(desk)
    assert {kind(one.action) for one, _ in wholes} >= HAVE_FORMS
    for number, (form, role) in enumerate(one for one in wholes if kind(one[0].action) not in ENDS):
        for at, name in enumerate(form.names):
            for value in ODD[(at + number) % STEP :: STEP]:
                walk.sent(form, role, with_one(form, name, value), value)
        for value in ODD:
            walk.sent(form, role, [(name, value) for name in form.names for _ in (1, 2)], value)
        walk.sent(form, role, [])
        cache.clear()
    assert walk.wrong == []


def test_every_address_answers_whatever_it_is_asked_and_sent(desk):
    walk, given = Walk(desk), real()
    for where, view, name in everywhere(given):
        if name in ENDS:
            continue
        client = desk.client(one_for(need_of(view)))
        for value in ("\x00\u202e٣²", "9" * 30, MARK + "'{{ 7 }}"):
            asked = "&".join(f"{one}={quote(value)}" for one in ASKED)
            walk.judge(where, client.get(f"{where}?{asked}"), value)
            body = encoded([(one, value) for one in NAMES])
            walk.judge(where, client.post(where, body, content_type=FORM, headers=HTMX), value)
        cache.clear()
    assert walk.wrong == []


def test_no_id_leads_astray(desk):
    walk = Walk(desk)
    for bad in ("d-%00", "x" * 3000, quote(MARK), "%ED%A0%80", "9" * 30):
        for where, view, name in everywhere(dict.fromkeys(PLACES, bad)):
            if bad in where and name not in ENDS:
                client = desk.client(one_for(need_of(view)))
                walk.judge("/", client.get(where), where)
                walk.judge("/", client.post(where, {"verdict": "accept"}), where)
    assert walk.wrong == []


FILES = {
    "a.pdf": b"%PDF-1.4 broken", "b.docx": b"PK\x03\x04 nothing", "c.txt": b"\xff\xfe\x00", "d.html": MARK.encode() * 9,
    "../../e.txt": b"x", "\x00f.txt": b"", MARK + ".txt": b"hostile name", "g" * 300 + ".zip": b"PK\x05\x06" + b"\x00" * 18,
}  # fmt: skip


def test_files_of_any_kind_and_name_are_taken_in_or_named(desk):
    from tests.web.desk.test_working import do_all

    walk, client = Walk(desk), desk.client("documenter")
    for name, content in FILES.items():
        answer = client.post(
            "/documents/add/", {"files": [SimpleUploadedFile(name, content)], "publisher": MARK}
        )
        walk.judge("/documents/add/", answer, name)
        if answer.status_code == 302:
            do_all()
            walk._seq = walk._head()
            walk.judge("/documents/add/", client.get(answer["Location"]), name)
    wrong = client.post(
        "/documents/add/",
        {"files": [SimpleUploadedFile("a.txt", b"x")], "date": "31.02.2022", "publisher": TYPED[0]},
    )
    assert html.escape(TYPED[0]) in wrong.content.decode() and "errorlist" in wrong.content.decode()
    for where in ("/reading/", "/documents/", "/sources/", "/documents/add/", "/lists/in-custody/"):
        walk.judge(where, client.get(where))
    assert walk.wrong == []


def test_what_is_too_large_for_a_form_is_said_to_be(desk):
    answer = desk.client("editor").post("/people/", {"q": "x" * 3_000_000})
    assert answer.status_code == 400 and "could not be read" in answer.content.decode()


def test_files_that_are_too_much_at_once_are_said_to_be(desk, monkeypatch):
    monkeypatch.setattr(uploads, "MOST", 1000)
    client = desk.client("editor")

    def answer(*names):
        sent = [SimpleUploadedFile(name, b"x" * 600) for name in names]
        return client.post("/documents/add/", {"files": sent})

    refused = answer("a.txt", "b.txt")
    assert refused.status_code == 413 and "200 MB" in refused.content.decode()
    assert answer("a.txt").status_code == 302


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_mixture_of_fields_is_answered(walked, data):
    walk, wholes = walked
    form, role = data.draw(st.sampled_from(wholes))
    pairs = st.tuples(st.sampled_from([*form.names, "strange"]), st.one_of(st.sampled_from(ODD), st.text()))
    sent = [
        (name, one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one)
        for name, one in data.draw(st.lists(pairs))
    ]
    walk.sent(form, role, [*with_one(form, "", ""), *sent])
    assert walk.wrong == []


@pytest.fixture
def walked(desk):
    """A walk through the forms whose one deed does not end it."""
    return Walk(desk), [one for one in forms(desk) if kind(one[0].action) not in ENDS]
