"""The service speaks the Reconciliation Service API 0.2, to a real client over a real connection."""

import json
from itertools import combinations
from urllib.parse import quote, urlencode

import pytest

from tests.web.making import FORM, OPENREFINE, a_catalogue, claim, document
from tests.web.schemas import BATCH, MANIFEST, RESULTS, SUGGESTED, keeps_to
from tizim.identity import Judgement, mention_id
from tizim.web.reconcile.candidates import candidates
from tizim.web.reconcile.queries import Query


def by_feature(candidate):
    return {one["id"]: one["value"] for one in candidate["features"]}


def test_the_endpoint_without_a_question_gives_the_manifest(client):
    reply = client.asks()
    assert (reply.status, reply.headers["Content-Type"]) == (200, "application/json; charset=utf-8")
    keeps_to(MANIFEST, reply.json())
    assert reply.json()["versions"] == ["0.2"]
    assert "extend" not in reply.json() and "callback" not in reply.body.decode()


def test_what_the_manifest_names_is_there(client):
    told = client.asks().json()
    base = f"http://127.0.0.1:{client.port}/{client.token}"
    person = client.finds("Aru Sampleva")[0]["id"]
    for address in (told["preview"]["url"], told["view"]["url"]):
        assert client.asks(address.replace("{{id}}", person).removeprefix(base)).status == 200
    for service in told["suggest"].values():
        address = service["service_url"] + service["service_path"]
        keeps_to(SUGGESTED, client.asks(address.removeprefix(base) + "?prefix=aru").json())


def test_a_batch_is_answered_query_by_query(client):
    queries = {
        "q0": {"query": "Aru Sampleva", "type": "person", "type_strict": "should"},
        "q1": {"query": "Nobody Whatsoever", "limit": 3},
        "q2": {"query": "Ару Самплева", "properties": [{"pid": "town", "v": "Алматы"}]},
    }
    keeps_to(BATCH, queries)
    answer = client.posts(queries).json()
    keeps_to(RESULTS, answer)
    assert list(answer) == ["q0", "q1", "q2"]
    assert answer["q0"]["result"][0]["name"] == answer["q2"]["result"][0]["name"] == "Aru Sampleva"
    assert answer["q1"]["result"] == []


def test_a_batch_may_stand_in_the_address_on_this_machine(client):
    queries = quote(json.dumps({"q0": {"query": "Aru Sampleva"}}))
    answer = client.asks(f"?queries={queries}")
    keeps_to(RESULTS, answer.json())
    assert answer.json()["q0"]["result"][0]["match"] is True


def test_candidates_come_best_first_and_are_never_many(client):
    found = client.finds("Daniyar Qorghanbek", limit=1000)
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True) and 2 <= len(found) <= 5
    assert len(client.finds("Daniyar Qorghanbek", limit=1)) == 1


def test_the_only_one_of_that_full_name_is_a_match_and_says_why(client):
    (found, *_) = client.finds("SAMPLEVA Aru")
    assert found["match"] is True
    told = by_feature(found)
    assert told.pop("name") > 0.95
    assert told == {"name_equal": True, "namesakes": 1, "in_doubt": False}
    assert found["description"]


@pytest.mark.parametrize(
    "name", ["Ару Самплева", "Aru Samplewa", "Sampleva", "A. Sampleva", "B. Estai", "Estai"]
)
def test_another_spelling_or_a_part_of_a_name_is_never_a_match(client, name):
    assert not any(one["match"] for one in client.finds(name))


def test_namesakes_are_never_a_match(client):
    found = client.finds("Nurzhan Tolebay")
    assert [one["name"] for one in found[:2]] == ["Nurzhan Tolebay"] * 2
    assert not any(one["match"] for one in found)
    assert by_feature(found[0])["namesakes"] == 2


def test_whoever_is_in_doubt_with_somebody_is_never_a_match(client):
    found = {one["name"]: one for one in client.finds("Daniyar Qorghanbek")}
    assert by_feature(found["Daniyar Qorghanbek"])["in_doubt"] is True
    assert found["Daniyar Qorghanbek"]["match"] is False


def test_further_columns_tell_namesakes_apart_but_make_no_match(client):
    older = client.finds("Nurzhan Tolebay", properties=[{"pid": "birth_year", "v": 1960}])
    younger = client.finds("Nurzhan Tolebay", properties=[{"pid": "birth_year", "v": "1981"}])
    assert older[0]["id"] == younger[1]["id"] != younger[0]["id"]
    assert by_feature(older[0])["born"] > 0 > by_feature(older[1])["born"]
    assert not any(one["match"] for one in older)


def test_a_column_that_speaks_against_a_person_undoes_a_match(client):
    (found, *_) = client.finds("Aru Sampleva", properties=[{"pid": "birth_year", "v": 1950}])
    assert found["match"] is False and by_feature(found)["born"] < 0


@pytest.mark.parametrize(
    ("pid", "value", "feature"),
    [
        ("town", {"id": "x", "name": "Алматы"}, "town"),
        ("town", ["Almaty", "Atyrau"], "town"),
        ("article", "KZ-CC 405", "article"),
        ("birth_year", 1994.0, "born"),
    ],
)
def test_values_of_every_form_are_understood(client, pid, value, feature):
    (found, *_) = client.finds("Aru Sampleva", properties=[{"pid": pid, "v": value}])
    assert by_feature(found)[feature] > 0


def test_an_age_counts_on_its_day(client):
    rows = [{"pid": "age", "v": 27}, {"pid": "date", "v": "2021-12-01"}]
    (found, *_) = client.finds("Aru Sampleva", properties=rows)
    assert by_feature(found)["born"] > 0


def test_unknown_columns_and_empty_values_say_nothing(client):
    rows = [{"pid": "shoe_size", "v": 44}, {"pid": "town", "v": ""}, {"pid": "birth_year", "v": "?"}]
    (found, *_) = client.finds("Aru Sampleva", properties=rows)
    assert set(by_feature(found)) == {"name", "name_equal", "namesakes", "in_doubt"}


def test_an_id_finds_its_person(client):
    person = client.finds("Aru Sampleva")[0]["id"]
    (found,) = client.finds(person)
    assert (found["id"], found["match"], found["score"]) == (person, True, 100)
    assert client.finds("p-00000000000000000000") == []


def test_what_is_no_person_is_not_found(client):
    assert client.finds("Aru Sampleva", type="organisation") == []
    assert client.finds("Aru Sampleva", type=["organisation", "person"])
    assert client.finds("", properties=[{"pid": "town", "v": "Almaty"}]) == []


def test_suggestions_come_while_somebody_types(client):
    further = "&spell=always&exact=false&prefixed=true&type=person"
    found = client.asks(f"/suggest/entity?prefix=samp{further}").json()
    keeps_to(SUGGESTED, found)
    assert [one["name"] for one in found["result"]] == ["Aru Sampleva"]
    person = found["result"][0]["id"]
    assert client.asks(f"/suggest/entity?prefix={person}").json()["result"][0]["id"] == person


@pytest.mark.parametrize("prefix", ["", "a", "ar", "%20%20.", "zzz", "Wolfgang", "Aru&cursor=5"])
def test_too_little_or_nothing_like_it_suggests_nobody(client, prefix):
    assert client.asks(f"/suggest/entity?prefix={prefix}").json() == {"result": []}


def test_columns_are_suggested_by_id_and_by_name(client):
    assert [one["id"] for one in client.asks("/suggest/property?prefix=art").json()["result"]] == ["article"]
    assert len(client.asks("/suggest/property?prefix=").json()["result"]) == 7


def test_a_preview_names_the_person_in_its_text_only(client):
    person = client.finds("Zarina Oralkhan")[0]["id"]
    reply = client.asks(f"/preview/{person}")
    page = reply.body.decode()
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "<title>tizim</title>" in page
    assert "&lt;b&gt;Zarina&lt;/b&gt; Oralkhan" in page and "<b>Zarina" not in page
    assert f"frame-ancestors {OPENREFINE}" in reply.headers["Content-Security-Policy"]
    assert client.asks("/preview/p-none").status == client.asks("/preview/").status == 404


def test_what_openrefine_sends_is_answered(client):
    """Its page asks for the manifest across origins; its server posts a form, as Apache's client does."""
    told = client.asks(Origin=OPENREFINE)
    assert told.headers["Access-Control-Allow-Origin"] == OPENREFINE
    text = '{"q0":{"query":"Aru Sampleva","type":"person","type_strict":"should"},"q1":{"query":"7"}}'
    body = urlencode({"queries": text})
    kind = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
    sent = {
        "Accept-Encoding": "gzip, x-gzip, deflate",
        "User-Agent": "OpenRefine/3.9",
        "Connection": "keep-alive",
    }
    reply = client.asks("", "POST", body, **(FORM | kind | sent))
    keeps_to(RESULTS, reply.json())
    assert set(reply.json()) == {"q0", "q1"}


def test_a_page_may_look_before_it_posts(client):
    reply = client.asks("", "OPTIONS", Origin=OPENREFINE, Access_Control_Request_Method="POST")
    assert reply.status == 204
    assert reply.headers["Access-Control-Allow-Methods"] == "GET, POST"


def test_among_many_namesakes_the_row_s_columns_find_theirs():
    crowd = [
        claim(100 + number, "Aru Sampleva", of=20 + number, age=20 + 3 * number, town="Taraz")
        for number in range(12)
    ]
    apart = [
        Judgement(
            id=f"j-{one.id}-{other.id}",
            left=mention_id(one.document_id, "Aru Sampleva"),
            right=mention_id(other.document_id, "Aru Sampleva"),
            verdict="different",
        )
        for one, other in combinations([claim(1, "Aru Sampleva"), *crowd], 2)
    ]
    known = a_catalogue(*(document(20 + number) for number in range(12)), *crowd, *apart)
    query = Query("Aru Sampleva", 2, properties=(("birth_year", "1968"),))
    found = candidates(query, known)
    assert len(found) == 2 and by_feature(found[0])["namesakes"] == 13
    assert by_feature(found[0])["born"] > 0
    assert not any(one["match"] for one in found)
