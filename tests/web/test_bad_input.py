"""Whatever is sent: one clear line back, in time, and nothing of it repeated."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.making import FORM
from tests.web.schemas import RESULTS, keeps_to
from tizim.web.reconcile import queries as of_queries
from tizim.web.reconcile.queries import read_queries
from tizim.web.reconcile.refusal import RefusedError

SECRET = "Zhuldyz Tanymayik"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "'queries' is not JSON."),
        ("{", "'queries' is not JSON."),
        ('{"q0": {"query": NaN}}', "'queries' is not JSON."),
        ('{"q0": ' + "9" * 5000 + "}", "'queries' is not JSON."),
        ("[" * 60000, "'queries' is not JSON."),
        (f'["{SECRET}"]', "'queries' is not an object with one query under each key."),
        (f'"{SECRET}"', "'queries' is not an object with one query under each key."),
        (f'{{"{SECRET}": "{SECRET}"}}', "Query 1 is not an object."),
        (f'{{"{SECRET}": {{}}}}', "Query 1 has no text in 'query'."),
        (f'{{"q0": {{"query": ["{SECRET}"]}}}}', "Query 1 has no text in 'query'."),
        (f'{{"q0": {{"query": "{SECRET}", "limit": "many"}}}}', "Query 1: 'limit' is not a number."),
        (f'{{"q0": {{"query": "{SECRET}", "properties": "a"}}}}', "Query 1: 'properties' is not a list."),
        (f'{{"q0": {{"query": "{SECRET}", "properties": [1]}}}}', "Query 1: a property has no 'pid'."),
        ('{"a": {"query": "x"}, "b": {"query": "x", "limit": true}}', "Query 2: 'limit' is not a number."),
    ],
)
def test_a_batch_of_another_form_is_refused_with_its_place(client, text, why):
    reply = client.posts(text)
    assert (reply.status, reply.error) == (400, why)
    assert SECRET.encode() not in reply.body


@pytest.mark.parametrize(
    "name",
    [
        "x" * 10_000,
        "   ",
        "☭",
        "\u202eabc",
        "\ud800",
        "a\x00b",
        "🙂" * 50,
        "А" * 300,
        "a" * 150 + " " + "b" * 140,
    ],
)
def test_a_cell_that_is_no_name_finds_nobody_and_harms_nobody(client, name):
    answer = client.posts(json.dumps({"q0": {"query": name}, "q1": {"query": "Aru Sampleva"}}))
    keeps_to(RESULTS, answer.json())
    assert answer.json()["q0"]["result"] == []
    assert answer.json()["q1"]["result"][0]["match"] is True


def test_a_key_with_half_a_sign_comes_back_as_it_was(client):
    reply = client.posts('{"\\ud800": {"query": "Aru Sampleva"}}')
    assert list(reply.json()) == ["\ud800"]


@pytest.mark.parametrize("limit", [0, -5, 3.7, 1e300, 10**400, None])
def test_any_number_is_a_limit(client, limit):
    assert client.finds("Aru Sampleva", limit=limit)


def test_too_many_names_at_once_are_refused(client):
    reply = client.posts({f"q{number}": {"query": SECRET} for number in range(21)})
    assert (reply.status, reply.error) == (413, "A batch has at most 20 queries.")


def test_a_body_too_large_is_refused_unread(client):
    reply = client.asks("", "POST", b"queries=" + b"x" * (1 << 20), **FORM)
    assert (reply.status, reply.error) == (413, "A form has at most 262144 bytes.")


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
def test_what_is_no_form_is_refused(client, kind):
    reply = client.asks("", "POST", json.dumps({"queries": {}}), Content_Type=kind)
    assert reply.status == 415


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "There is no field 'queries'."),
        (b"query=x", "There is no field 'queries'."),
        ("queries=Жанар".encode("cp1251"), "The form is not encoded as a form is."),
        (b"queries=%C6%E0%ED", "The fields are not in UTF-8, or too many."),
        (b"&".join(b"a=1" for _ in range(100)), "The fields are not in UTF-8, or too many."),
    ],
)
def test_a_form_of_another_sort_is_refused(client, body, why):
    reply = client.asks("", "POST", body, **FORM)
    assert (reply.status, reply.error) == (400, why)


def test_a_form_without_its_length_is_refused(client):
    reply = client.asks("", "POST", iter([b"queries=%7B%7D"]), **FORM)
    assert reply.status == 411
    assert client.asks("", "POST", b"", **(FORM | {"Content-Length": "-1"})).status == 411


def test_jsonp_is_refused(client):
    reply = client.asks("?callback=f")
    assert reply.status == 400 and reply.error.startswith("JSONP is not spoken")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "HEAD", "PATCH", "TRACE"])
def test_other_methods_are_refused(client, method):
    assert client.asks("", method).status == 405


@pytest.mark.parametrize(
    "path", ["/suggest", "/suggest/type", "/x", "/preview", "/preview/p-1/x", "/extend", "/.."]
)
def test_what_is_not_there_is_not_found(client, path):
    assert client.asks(path).status == 404


def test_a_long_address_is_refused(client):
    assert client.asks("/suggest/entity?prefix=" + "a" * 20_000).status == 414


def test_a_fault_of_the_program_tells_the_place_and_no_name(running, monkeypatch):
    def broken(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("tizim.web.reconcile.application.read_queries", broken)
    reply = running.client.posts({"q0": {"query": SECRET}})
    assert reply.status == 500
    assert "ValueError at test_bad_input:" in reply.error and SECRET not in reply.error


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "query": st.text(max_size=30) | VALUES,
        "type": VALUES,
        "limit": VALUES,
        "properties": st.lists(
            st.fixed_dictionaries({}, optional={"pid": st.text(max_size=9), "v": VALUES}) | VALUES, max_size=3
        ),
    },
)


@given(st.dictionaries(st.text(max_size=4), PARTS | VALUES, max_size=3))
def test_any_json_is_a_batch_or_a_refusal(batch):
    try:
        found = read_queries(json.dumps(batch))
    except RefusedError:
        return
    assert set(found) == set(batch)
    assert all(1 <= one.limit <= of_queries.MOST_CANDIDATES for one in found.values())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_any_text_is_answered(client, name):
    reply = client.asks("", "POST", urlencode({"queries": json.dumps({"q": {"query": name}})}), **FORM)
    assert reply.status == 200
    keeps_to(RESULTS, reply.json())
