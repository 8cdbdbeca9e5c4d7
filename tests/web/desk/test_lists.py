"""Lists and figures: every number opens to people and passages, and says how sure it is."""

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from django.test.utils import CaptureQueriesContext

from tizim.tallies import definition, tally
from tizim.tallies import every_shipped as names
from tizim.web.desk import figures
from tizim.web.desk.figures import counted as figure_of
from tizim.web.desk.models import ClosedCase
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told

DAY = {"as_of": "2022-06-30"}


@pytest.fixture
def reader(desk):
    client = desk.client("reader")
    client.post("/moment/", DAY)
    return client


@pytest.fixture
def counted(desk):
    asked = moment_of(DAY)
    return tally(definition("in-custody"), told(asked), as_of=asked.as_of)


def text(client, where):
    answer = client.get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()


def test_a_list_shows_its_bounds_and_everybody_on_it(reader, counted):
    page = text(reader, "/lists/in-custody/")
    assert f"At least {counted.at_least}, at most {counted.at_most}" in " ".join(page.split())
    assert {one.person_id for one in counted.members} == set(re.findall(r"/people/(p-\w+)/", page))


def test_whoever_is_doubtful_on_a_list_is_nowhere_called_sure(reader, counted):
    page = text(reader, "/lists/in-custody/")
    rows = re.findall(r'<tr class="doubtful">.*?</tr>', page)
    assert len(rows) == sum(not one.sure for one in counted.members) > 0
    assert any(one.stray for one in counted.members) and "a name alone, which may be" in page
    assert [one for one in rows if 'Sure?">sure<' in one] == []


def test_every_person_on_a_list_opens_to_the_passages_behind(reader, counted):
    for one in counted.members:
        page = text(reader, f"/lists/in-custody/because/{one.person_id}/")
        assert page.count("<article") == len(set(one.fit.because))
        assert len(re.findall(r'href="/documents/[^"]+\?claim=', page)) == page.count("<article")
    assert reader.get("/lists/in-custody/because/p-nobody/").status_code == 404


def test_a_class_shows_its_people_alone(reader, counted):
    some = {one.person_id for one in counted.members if one.fit.code == "house_arrest"}
    assert some == set(re.findall(r"/people/(p-\w+)/", text(reader, "/lists/in-custody/?part=house_arrest")))


@pytest.mark.parametrize("name", names())
def test_every_definition_has_its_page_its_spread_and_its_table(reader, name):
    for where in ("", "spread/", "compared/", "table/"):
        text(reader, f"/lists/{name}/{where}")


def test_the_table_holds_what_the_page_holds_and_no_formula(reader, counted):
    answer = reader.get("/lists/in-custody/table/")
    assert answer["Content-Disposition"] == 'attachment; filename="in-custody-2022-06-30.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [row["id"] for row in rows] == [one.person_id for one in counted.members]
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row.values() if cell)


def test_whoever_only_a_closed_case_tells_of_is_counted_and_not_named(desk, reader, counted):
    person = next(one for one in counted.members)
    documents = {
        one.document_id
        for one in desk.register.ledger.of(told(moment_of(DAY)).lives[person.person_id].person.claim_ids)
    }
    case = ClosedCase.objects.create(label="case-3")
    for one in documents:
        case.documents.create(document_id=one)
    page = text(reader, "/lists/in-custody/")
    assert f"At least {counted.at_least}" in page and "closed case" in page
    assert person.person_id not in page and person.name not in page
    assert person.name not in text(reader, "/") + text(reader, "/lists/in-custody/table/")
    assert person.name not in text(reader, "/lists/in-custody/compared/?since=2019-01-01")
    assert reader.get(f"/lists/in-custody/because/{person.person_id}/").status_code == 404


BAR = re.compile(
    r'<a href="(/lists/[^"#]+)#people">[^<]*</a></th>(?:(?!</tr>).)*<td class="number">(\d+)</td>', re.S
)


def bars(client, name="in-custody"):
    """Each bar of the charts of a list: where it leads, and how many it counts."""
    found = BAR.findall(text(client, f"/lists/{name}/spread/"))
    return [(where.replace("&amp;", "&"), int(count)) for where, count in found]


@pytest.mark.parametrize("name", ["in-custody", "convicted"])
def test_every_bar_opens_to_as_many_people_as_it_counts(reader, name):
    found = bars(reader, name)
    assert {re.search(r"trait=(\w+)", where)[1] for where, _ in found} == {"article", "place", "sex", "age"}
    for where, count in found:
        page = text(reader, where)
        assert len(set(re.findall(r"/people/(p-\w+)/", page))) == count, where
        assert f'<span class="count">{count}</span>' in page


def test_the_bars_of_one_trait_and_those_of_whom_it_is_not_told_are_everybody(reader, counted):
    found = bars(reader)
    for trait in ("sex", "age", "place"):
        assert sum(n for where, n in found if f"trait={trait}&" in where) == len(counted.members)


def test_a_bar_goes_on_from_page_to_page_and_together_with_a_class(reader, monkeypatch):
    monkeypatch.setattr("tizim.web.desk.figures.PAGE", 2)
    where, count = max(bars(reader), key=lambda one: one[1])
    page = text(reader, where)
    following = re.search(r'href="(\?trait=[^"#]+page=2)#people"', page)[1].replace("&amp;", "&")
    first, second = (
        set(re.findall(r"/people/(p-\w+)/", one))
        for one in (page, text(reader, f"/lists/in-custody/{following}"))
    )
    assert count > 2 and first and second and not first & second
    both = text(reader, f"{where}&part=house_arrest")
    assert set(re.findall(r"/people/(p-\w+)/", both)) <= {
        one.person_id for one in tally(definition("in-custody"), told(moment_of(DAY)), as_of=moment_of(DAY).as_of).members
        if one.fit.code == "house_arrest"
    }  # fmt: skip


@pytest.mark.parametrize(
    "odd",
    ["?trait=sex&is=<script>alert(1)</script>", "?trait=x&is=y", "?trait=place&is=%00", "?trait=age&is="],
)
def test_a_bar_that_is_not_there_holds_nobody_and_runs_nothing(reader, odd):
    assert "<script>alert" not in text(reader, f"/lists/in-custody/{odd}")


@pytest.mark.parametrize("name", names())
def test_every_list_has_its_line_through_time_that_ends_with_its_figure(reader, name):
    _, found = figure_of(name, moment_of(DAY))
    page = text(reader, f"/lists/{name}/course/")
    rows = re.findall(r'<td class="number">(\d+)</td><td class="number">(\d+)</td>', page)
    assert len(rows) == 25 and rows[-1][0] == str(found.at_least)
    assert f'hx-get="/lists/{name}/course/"' in text(reader, f"/lists/{name}/")


def test_what_only_a_closed_document_tells_of_somebody_parts_no_list(desk, reader, counted):
    from tizim.claims import Claim

    (one, *_) = counted.members
    life = told(moment_of(DAY)).lives[one.person_id]
    claims = list(desk.register.ledger.of(life.person.claim_ids))
    (secret, *_) = [
        each for each in desk.register.ledger.known_at(kinds=("document",)) if each.id not in {c.document_id for c in claims}
    ]  # fmt: skip
    new = Claim(
        id="c-secret", passage_id="p-none", document_id=secret.id, act="search", person="Zhupar Qaldarova",
        date="2022-06-01", status="pretrial_detention", status_as_of="2022-06-01", place="Lower Saltmarsh", sex="female", age=17,
    )  # fmt: skip
    shown = Claim(
        id="c-shown", passage_id="p-none", document_id=claims[0].document_id, act="pretrial_detention",
        person="Zhupar Qaldarova", date="2022-06-01", outcome="pretrial P2M",
    )  # fmt: skip
    desk.register.ledger.append([new, shown], at="2050-01-01T00:00:00Z", by="reader-1")
    seen = text(reader, "/lists/in-custody/spread/")
    person = next(
        each for each in told(moment_of(DAY)).lives.values() if each.person.name == "Zhupar Qaldarova"
    )
    assert "Lower Saltmarsh" in seen and {"c-secret", "c-shown"} <= set(person.person.claim_ids)
    case = ClosedCase.objects.create(label="case-9")
    case.documents.create(document_id=secret.id)
    assert "Lower Saltmarsh" not in text(reader, "/lists/in-custody/spread/")
    for asked in ("trait=place&is=Lower%20Saltmarsh", "trait=age&is=00-17"):
        assert person.person.id not in text(reader, f"/lists/in-custody/?{asked}")
    assert all(
        len(re.findall(r'<tr[^>]*><td>(?:<a href="/people|<em>)', text(reader, where))) == count
        for where, count in bars(reader)
    )


@pytest.fixture
def partly_closed(desk):
    """Somebody whom an open document names and of whose custody only a closed one tells."""
    from tizim.claims import Claim

    documents = [one.id for one in desk.register.ledger.known_at(kinds=("document",))][:2]
    about = {"passage_id": "p-none", "person": "Zhupar Qaldarova"}
    told_openly = Claim(id="c-open", document_id=documents[0], act="search", date="2022-05-20", **about)
    secret = Claim(
        id="c-secret", document_id=documents[1], act="pretrial_detention", date="2022-06-11", outcome="pretrial P2M",
        articles=("KZ-CC 405(2)",), **about,
    )  # fmt: skip
    desk.register.ledger.append([told_openly, secret], at="2050-01-01T00:00:00Z", by="reader-1")
    person = next(
        one.person for one in told(moment_of(DAY)).lives.values() if "c-secret" in one.person.claim_ids
    )
    assert "c-open" in person.claim_ids
    ClosedCase.objects.create(label="case-5").documents.create(document_id=documents[1])
    return person


def test_of_whom_only_a_closed_document_tells_why_they_are_listed_is_counted_and_not_named(
    reader, partly_closed
):
    who = partly_closed
    assert who.name in text(reader, f"/people/{who.id}/")
    for where in (
        "/", "/lists/in-custody/", "/lists/in-custody/table/", "/lists/in-custody/compared/?since=2022-05-31",
        "/lists/in-custody/compared/?since=2022-06-30&known=2049-12-31", "/lists/in-custody/?part=pretrial_detention",
    ):  # fmt: skip
        page = text(reader, where)
        assert who.name not in page and who.id not in page and "11 June 2022" not in page, where
    assert reader.get(f"/lists/in-custody/because/{who.id}/").status_code == 404
    assert "closed case" in text(reader, "/lists/in-custody/")


def test_where_a_closed_claim_speaks_beside_an_open_one_the_name_stands_without_since_when(
    desk, reader, partly_closed
):
    from tizim.claims import Claim

    (document,) = [one.document_id for one in desk.register.ledger.of(["c-open"])]
    also = Claim(
        id="c-also", document_id=document, passage_id="p-none", person=partly_closed.name, act="pretrial_detention",
        status="pretrial_detention", status_as_of="2022-06-20",
    )  # fmt: skip
    desk.register.ledger.append([also], at="2050-01-02T00:00:00Z", by="reader-1")
    page = text(reader, "/lists/in-custody/")
    (row,) = [one for one in page.split("<tr") if partly_closed.id in one]
    assert (
        partly_closed.name in row and "closed case" in row and "11 June 2022" not in row and "405" not in row
    )
    (line,) = [
        one for one in text(reader, "/lists/in-custody/table/").splitlines() if partly_closed.id in one
    ]
    assert "2022-06-11" not in line and "405" not in line and "c-secret" not in line and "c-also" in line


def test_a_difference_says_who_joined_and_why(reader):
    page = text(reader, "/lists/prisoners/compared/?since=2021-06-30")
    assert "joined" in page and "began since" in page


def test_a_long_difference_is_told_page_by_page_and_the_days_go_with_it(reader, monkeypatch):
    asked = moment_of(DAY)
    earlier = replace(asked, as_of=date(2021, 6, 30))
    _, found = figures.differing("prisoners", asked, earlier)
    monkeypatch.setattr(figures, "PAGE", 2)
    seen, where = [], "?since=2021-06-30"
    while where:
        page = text(reader, f"/lists/prisoners/compared/{where}")
        seen += re.findall(r"<tr><td>[^<]+</td><td>.*?/people/(p-\w+)/", page)
        following = re.search(r'href="(\?since=2021-06-30&amp;page=\d+)#people">next', page)
        where = following and following[1].replace("&amp;", "&")
    assert len(seen) > 2 and seen == [one.person_id for one in found.changes]
    assert sum(found.kinds.values()) == len(seen)


@pytest.mark.parametrize(
    "odd", ["?page=-1", "?page=99999999999999999999", "?part=<script>alert(1)</script>", "?page=x"]
)
def test_odd_questions_get_a_page_and_nothing_of_theirs_runs(reader, odd):
    assert "<script>alert" not in text(reader, f"/lists/in-custody/{odd}")


@pytest.mark.parametrize(
    "odd", ["?since=2022-13-45", "?since=&known=x", "?since=9999-12-31", "?since=0001-01-01"]
)
def test_odd_days_are_told_or_answered(reader, odd):
    text(reader, f"/lists/in-custody/compared/{odd}")


def test_questions_to_the_database_do_not_grow_with_the_list(reader):
    from django.db import connection

    text(reader, "/lists/in-custody/")
    with CaptureQueriesContext(connection) as queries:
        text(reader, "/lists/in-custody/")
    assert len(queries) <= 12
