"""People are found by any spelling, narrowed down, and shown as far as the account may see them."""

import re
from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from django.utils.translation import override

from tizim.assessments import Determination, criteria_set
from tizim.claims import Claim
from tizim.documents import Document
from tizim.ledger import Withdrawal, content_id
from tizim.tallies import every_shipped as names
from tizim.vocab import vague_date
from tizim.web.desk.models import Account, ClosedCase, Look
from tizim.web.desk.moment import Moment, moment_of
from tizim.web.desk.opened import told
from tizim.web.desk.people import finding
from tizim.web.desk.people.roster import roster
from tizim.web.desk.people.seen import columns
from tizim.web.desk.sight import Sight
from tizim.web.desk.templatetags.telling import begun, vague

HTMX = {"HX-Request": "true"}


def names_in(answer):
    """The names of the people in an answer, in their order."""
    return re.findall(r'<li><a href="/people/[^"]+/"[^>]*>([^<]+)</a>', answer.content.decode())


def seek(client, name="", **facets):
    """The answer to what is typed."""
    return client.post("/people/", {"q": name, **facets}, headers=HTMX)


def at(client, day="2022-06-30", **more):
    """The client with the desk set to the day."""
    client.post("/moment/", {"as_of": day, **more})
    return client


def everybody():
    """How many people the register tells of."""
    return len(told(moment_of({})).lives)


def close(document_id, *members):
    case = ClosedCase.objects.create(label=f"case-{ClosedCase.objects.count()}")
    case.members.set(Account.objects.filter(username__in=members))
    case.documents.create(document_id=document_id)


def person_named(name):
    """The id of the one person who is written so."""
    (found,) = [one.person for one in told(moment_of({})).lives.values() if name in one.person.names]
    return found


@pytest.mark.parametrize(
    "written",
    ["Qaisar Shoqparov", "Кайсар Шокпаров", "Қайсар Шоқпаров", "shokparov kaisar", "шокпар", "SHOQPAROV Q."],
)
def test_a_person_is_found_by_any_spelling_script_order_or_part(desk, written):
    assert "Qaisar Shoqparov" in names_in(seek(desk.client("reader"), written))


def test_an_unfinished_word_finds_and_says_by_which_spelling(desk):
    client = desk.client("reader")
    assert names_in(seek(client, "Тубал")) == ["Nail Tubaltayev"]
    assert "found by “Кайсар Шокпаров”" in seek(client, "Кайсар Шокпаров").content.decode()


def typed(client, name, asks="id_q", **facets):
    """The answer to a letter typed, or to the page's asking after the last of them."""
    return client.post("/people/", {"q": name, **facets}, headers={**HTMX, "HX-Trigger": asks})


def test_a_letter_typed_brings_the_people_alone_and_the_facets_follow(desk):
    client = at(desk.client("reader"))
    whole = seek(client, "Шокпаров").content.decode()
    seek(client, "")
    letter, settled = typed(client, "Шокпаров"), typed(client, "Шокпаров", "settle").content.decode()
    assert names_in(letter) == names_in(seek(client, "Шокпаров")) != []
    assert "<fieldset>" not in letter.content.decode() and 'id="settle"' in letter.content.decode()
    assert "hx-preserve" in letter.content.decode(), "the facets before stay until the new ones are there"
    facets = re.search(r'<div id="facets".*</div>', whole, re.S)[0]
    assert facets.count("<fieldset>") > 3 and facets.split("</details>")[0] in settled
    assert not re.findall(r"<ol class=.people", settled) and "2 people with a name like this" in settled


def test_letters_are_not_kept_with_the_session_and_the_word_is(desk):
    client = desk.client("reader")
    seek(client, "")
    typed(client, "Шокпар")
    assert 'value=""' in client.get("/people/").content.decode()
    typed(client, "Шокпаров", "settle")
    assert 'value="Шокпаров"' in client.get("/people/").content.decode()


def test_a_name_typed_away_brings_everybody_with_facets(desk):
    client = desk.client("reader")
    assert (
        typed(client, "").content.decode()
        == typed(client, " ").content.decode()
        == seek(client).content.decode()
    )


def test_without_a_script_the_button_finds_and_the_name_stands_in_no_address(desk):
    client = desk.client("reader")
    answer = client.post("/people/", {"q": "Шокпаров"})
    assert (answer.status_code, answer["Location"]) == (302, "/people/")
    assert names_in(client.get("/people/")) == ["Ilyas Shoqparov", "Qaisar Shoqparov"]


def test_nobody_of_the_name_is_said_so(desk):
    assert "Nobody who is known at this moment" in seek(desk.client("reader"), "Xxyyzzqq").content.decode()


def test_facets_narrow_down_together_and_count_what_is_left(desk):
    client = at(desk.client("reader"))
    held = seek(client, status="held")
    shown = len(names_in(held))
    assert 0 < shown < everybody() and f"{shown} people of {everybody()}" in held.content.decode()
    both = names_in(seek(client, status="held", measure="house_arrest"))
    either = names_in(seek(client, status="held", measure=["house_arrest", "pretrial_detention"]))
    assert set(both) < set(either) < set(names_in(held))


def test_a_count_beside_a_value_is_what_choosing_it_gives(desk):
    asked = moment_of({"as_of": "2022-06-30"})
    among = columns(asked, Sight(Account.objects.get(username="reader-1")))
    client = at(desk.client("reader"))
    for facet in ("status", "measure", "list", "article", "place", "sex", "role"):
        for value, count in among.counts(facet, among.everybody):
            assert f"{count} p" in seek(client, **{facet: value}).content.decode(), (facet, value)


def test_the_list_facet_holds_whom_the_list_counts(desk):
    from tizim.tallies import definition, tally

    asked = moment_of({"as_of": "2022-06-30"})
    among = columns(asked, Sight(Account.objects.get(username="reader-1")))
    for name in ("in-custody", "prisoners", "convicted", "house-arrest"):
        members = {one.person_id for one in tally(definition(name), told(asked), as_of=asked.as_of).members}
        assert among.set_of(members) == among.sets["list"].get(name, 0), name


def test_status_follows_the_day(desk):
    client = desk.client("reader")
    assert "Qaisar Shoqparov" in names_in(seek(at(client, "2022-05-01"), measure="pretrial_detention"))
    assert "Qaisar Shoqparov" not in names_in(seek(at(client, "2022-01-01"), measure="pretrial_detention"))


def test_before_anything_was_recorded_nobody_is_known(desk):
    client = at(desk.client("reader"), known_at="2001-01-01")
    assert (
        names_in(client.get("/people/")) == []
        and "Nobody is known yet" in client.get("/people/").content.decode()
    )
    assert client.get(f"/people/{person_named('Nail Tubaltayev').id}/").status_code == 404


def test_what_is_written_is_found_at_once_and_not_before_it_was_known(desk):
    client = desk.client("reader")
    assert names_in(seek(client, "Zhupar Qaldarova")) == []
    before = told(moment_of({}))
    (document,) = list(desk.register.ledger.known_at(kinds=("document",)))[:1]
    new = Claim(
        id=content_id("c", "zhupar"), passage_id="p-none", document_id=document.id, act="detention",
        person="Zhupar Qaldarova", date="2022-06-01", sex="female", age=17, offence="taking part in a banned group",
    )  # fmt: skip
    desk.register.ledger.append([new], at="2050-01-01T00:00:00Z", by="reader-1")
    assert len(told(moment_of({})).lives) == len(before.lives) + 1
    assert names_in(seek(client, "Жупар Калдарова")) == ["Zhupar Qaldarova"]
    assert names_in(seek(client, offence="taking part in a banned group", minor="yes")) == [
        "Zhupar Qaldarova"
    ]
    client.post("/moment/", {"known_at": "2049-12-31"})
    assert names_in(seek(client, "Жупар Калдарова")) == []


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "' OR 1=1 --", "{{ 7|add:7 }}", "\0\0", "‮abc", "%" * 200, "a" * 100_000, "\ud800", "😀" * 90],
)  # fmt: skip
def test_hostile_names_are_looked_for_like_any_other_and_shown_as_written(desk, hostile):
    client = desk.client("reader")
    answer = client.post("/people/", {"q": hostile.encode("utf-8", "replace").decode()}, headers=HTMX)
    whole = client.get("/people/")
    assert (answer.status_code, whole.status_code) == (200, 200)
    assert "<script>alert" not in answer.content.decode() + whole.content.decode()


def test_a_name_too_long_is_said_so_and_kept(desk):
    client = desk.client("reader")
    assert "at most 200 characters" in seek(client, "a" * 201).content.decode()
    assert "a" * 201 in client.get("/people/").content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999", "x", "2", ""])
def test_a_page_that_there_is_not_shows_the_nearest(desk, page):
    answer = desk.client("reader").post("/people/", {"q": "", "page": page}, headers=HTMX)
    assert len(names_in(answer)) == everybody()


def test_unknown_facets_and_values_change_nothing_or_leave_nobody(desk):
    client = desk.client("reader")
    assert len(names_in(seek(client, nonsense="x"))) == everybody()
    assert names_in(seek(client, status="x" * 5_000)) == []
    assert (
        len(names_in(client.post("/people/", {"forget": "1", "status": "held"}, headers=HTMX))) == everybody()
    )
    assert client.get("/people/?article=QT-CC+308").status_code == 200


def test_the_page_of_a_person_tells_states_claims_documents_and_doubts(desk):
    client = at(desk.client("reader"))
    page = client.get(f"/people/{person_named('Nail Tubaltayev').id}/").content.decode()
    assert "serving a prison sentence" in page and "Наиль Тубалтаев" in page
    assert "<svg" in page and "Expected end" in page and "says" not in page.split("<title>")[1].split("<")[0]
    twice = client.get(f"/people/{person_named('Pavel Okolnichev').id}/").content.decode()
    assert "Reported as held after a release" in twice and "(!)" in twice
    assert "Pavel" not in twice.split("<title>")[1].split("</title>")[0]


def test_every_person_of_the_register_has_a_page_in_each_language(desk):
    client = at(desk.client("reader"))
    for number, one in enumerate(told(moment_of({})).lives):
        client.post("/language/", {"language": ("en", "ru", "kk")[number % 3]})
        page = client.get(f"/people/{one}/")
        assert page.status_code == 200, one
        assert not re.search(r'(?:x|y|width|height|x1|x2)="[^"]*[,\xa0]', page.content.decode()), one


def test_a_person_asks_for_a_bounded_number_of_queries(desk):
    client = at(desk.client("reader"))
    client.get("/people/")
    for where in ("/people/", f"/people/{person_named('Viktor Perelivko').id}/"):
        with CaptureQueriesContext(connection) as asked:
            client.get(where)
        assert len(asked) <= 15, (where, [one["sql"] for one in asked])
    with CaptureQueriesContext(connection) as asked:
        seek(client, "Шокпаров")
    assert len(asked) <= 15


def test_a_page_reads_the_ledger_a_bounded_number_of_times(desk, monkeypatch):
    client = at(desk.client("reader"))
    client.get("/people/")
    person = person_named("Viktor Perelivko").id
    client.get(f"/people/{person}/")
    database, asked = desk.register.database, []
    rows = type(database).rows
    monkeypatch.setattr(
        type(database), "rows", lambda self, sql, *more: asked.append(sql) or rows(self, sql, *more)
    )
    client.get(f"/people/{person}/")
    assert len(asked) <= 30
    asked.clear()
    client.get("/people/")
    assert len(asked) <= 15


def only_document_of(person):
    claims = [one for one in told_claims(person)]
    return {one.document_id for one in claims}


def told_claims(person):
    from tizim.web.desk.opened import register

    return [one for one in register().ledger.of(person.claim_ids) if isinstance(one, Claim)]


def test_whom_only_closed_documents_tell_of_is_not_there_for_others(desk):
    person = person_named("Sanzhar Maqpalin")
    (document,) = only_document_of(person)
    close(document, "reviewer-1")
    outside, member = at(desk.client("editor")), at(desk.client("reviewer"))
    assert outside.get(f"/people/{person.id}/").status_code == 404
    nobody = outside.get("/people/p-nobody/").content
    hidden = outside.get(f"/people/{person.id}/").content
    assert _without_tokens(hidden) == _without_tokens(nobody).replace(b"p-nobody", person.id.encode())
    assert names_in(seek(outside, "Maqpalin")) == [] and names_in(seek(member, "Maqpalin")) == [
        "Sanzhar Maqpalin"
    ]
    assert "Sanzhar Maqpalin" not in outside.get("/people/").content.decode()
    assert member.get(f"/people/{person.id}/").status_code == 200
    assert list(Look.objects.values_list("account__username", "what", "about")) == [
        ("reviewer-1", "opened", person.id)
    ]


def _without_tokens(page):
    return re.sub(rb'"X-CSRFToken": "[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', b"", page)


def test_what_only_a_closed_document_tells_of_a_person_is_not_told(desk):
    person = person_named("Qaisar Shoqparov")
    claims = told_claims(person)
    kazakh = next(one for one in claims if one.person == "Қайсар Шоқпаров")
    close(kazakh.document_id)
    left = [one for one in claims if one.document_id != kazakh.document_id]
    client = at(desk.client("editor"))
    page = client.get(f"/people/{person.id}/").content.decode()
    assert (
        f"{len(claims) - len(left)} claims are in a closed case" in page
        or "1 claim is in a closed case" in page
    )
    assert "Қайсар Шоқпаров" not in page
    assert all((one.id in page) == (one in left) for one in claims)
    assert "Қайсар" not in seek(client, "Қайсар Шоқпаров").content.decode()
    assert names_in(seek(client, "Кайсар Шокпаров")) == ["Qaisar Shoqparov"]


def test_a_protected_source_is_not_named(desk):
    from tizim.documents import Source

    person = person_named("Nail Tubaltayev")
    page = desk.client("reader").get(f"/people/{person.id}/").content.decode()
    documents = {
        one.id: one for one in desk.register.ledger.known_at(kinds=("document",)) if isinstance(one, Document)
    }
    sources = {documents[one.document_id].source_id for one in told_claims(person)}
    (one, *_) = [
        each for each in desk.register.ledger.of(sources) if isinstance(each, Source) and each.name in page
    ]
    from dataclasses import replace

    guarded = replace(one, id="s-guarded", corrects=one.id, protected=True)
    desk.register.ledger.append([guarded], at="2050-01-01T00:00:00Z", by="keeper-1")
    after = desk.client("reader").get(f"/people/{person.id}/").content.decode()
    assert f"{one.name}, " not in after


def test_an_organisation_that_the_authorities_allege_is_a_facet_and_told_as_theirs(desk):
    (document,) = list(desk.register.ledger.known_at(kinds=("document",)))[:1]
    new = Claim(
        id=content_id("c", "alleged"), passage_id="p-none", document_id=document.id, act="charge",
        person="Zhupar Qaldarova", date="2022-06-01", alleged_organisation="Open  Steppe Movement",
    )  # fmt: skip
    desk.register.ledger.append([new], at="2050-01-01T00:00:00Z", by="reader-1")
    client = at(desk.client("reader"))
    assert names_in(seek(client, alleged="Open Steppe Movement")) == ["Zhupar Qaldarova"]
    assert "as alleged by the authorities" in client.get("/people/").content.decode()
    page = client.get(f"/people/{person_named('Zhupar Qaldarova').id}/").content.decode()
    assert "alleged by the authorities: Open  Steppe Movement" in page
    for name in names():  # no list that leaves the desk tells it
        table = client.get(f"/lists/{name}/table/").content.decode()
        assert "Steppe Movement" not in table and "alleged" not in table.splitlines()[0]


def seek_names(asked):
    """Whom the index of names finds by some names."""
    return [
        finding.names(asked).find(each, limit=20, typing=True) for each in ("Ail", "Viktor P", "Бек", "Zhan")
    ]


def test_columns_brought_up_to_date_equal_columns_made_anew(desk):
    reader = Sight(Account.objects.get(username="reader-1"))
    asked = Moment(date(2022, 6, 30))
    columns(asked, reader)
    claims = [one for one in desk.register.ledger.known_at(kinds=("claim",)) if one.person][:40]
    from tizim.claims import review
    from tizim.web.desk.opened import _OPEN, Open

    desk.register.ledger.append(
        [review(one, "reject", by="reader-1") for one in claims], at="2050-01-01T00:00:00Z", by="reader-1"
    )
    brought, found, together = columns(asked, reader), seek_names(asked), roster(asked)
    _OPEN.append(Open(desk.register))
    anew, again, gathered = columns(asked, reader), seek_names(asked), roster(asked)
    _OPEN.pop()
    assert (list(brought.ids), brought.sets, list(brought.rows)) == (
        list(anew.ids),
        anew.sets,
        list(anew.rows),
    )
    assert (together, found) == (gathered, again)


def test_each_claim_leads_to_its_passage_in_the_document(desk):
    client = at(desk.client("reader"))
    page = client.get(f"/people/{person_named('Viktor Perelivko').id}/").content.decode()
    linked = re.findall(r'href="(/documents/[^"#]+/\?claim=[^"#]+)#card-(c-[0-9a-f-]+)"', page)
    assert {claim for _, claim in linked} == {one.id for one in told_claims(person_named("Viktor Perelivko"))}
    where, claim = linked[0]
    assert f'id="card-{claim}"' in client.get(where).content.decode()


def test_people_are_narrowed_down_by_what_others_determined_under_criteria(desk):
    person = person_named("Qaisar Shoqparov")
    of = criteria_set("PACE-1900-2012")
    client = desk.client("reader")
    assert 'name="criteria"' not in client.get("/people/").content.decode()
    made = [
        Determination(
            id=f"e-{n}", mention_id=person.mention_ids[0], criteria_set=of.name, criterion=one.code, finding="not_met"
        )
        for n, one in enumerate(of.criteria)
    ]  # fmt: skip
    desk.register.ledger.append(made, at="2050-01-01T00:00:00Z", by="editor-1")
    page = client.get("/people/").content.decode()
    (value,) = re.findall(r'name="criteria" value="([^"]+)"', page)
    assert value == f"{of.name}:not_met" and str(escape(of.title["en"])) in page
    page = client.get(f"/people/?criteria={quote(value)}").content.decode()
    assert set(re.findall(r'<li><a href="/people/(p-[^/]+)/"', page)) == {person.id}
    assert client.get("/people/?criteria=x:y&sex=female").status_code == 200
    client.post("/moment/", {"known_at": "2049-12-31"})
    assert (
        'name="criteria" value="PACE' not in client.get(f"/people/?criteria={quote('a:b')}").content.decode()
    )
    documents = {one.document_id for one in desk.register.ledger.of(person.claim_ids)}
    client.post("/moment/", {"now": "1"})
    case = ClosedCase.objects.create(label="case-1")
    for one in documents:
        case.documents.create(document_id=one)
    page = client.get("/people/", {"criteria": value}).content.decode()
    assert person.id not in page


def test_what_people_determined_stands_on_the_page_until_it_is_taken_back(desk):
    person = person_named("Qaisar Shoqparov")
    (criterion, *_) = criteria_set("PACE-1900-2012").criteria
    found = Determination(
        id="e-one", mention_id=person.mention_ids[0], criteria_set="PACE-1900-2012/1",
        criterion=criterion.code, finding="not_met",
    )  # fmt: skip
    own = Determination(
        id="e-own", mention_id=person.mention_ids[-1], criteria_set="OURS/3", criterion="x", finding="met"
    )
    client = desk.client("reader")
    where = f"/people/{person.id}/"
    assert "Assessments" not in client.get(where).content.decode()
    desk.register.ledger.append([found, own], at="2050-01-01T00:00:00Z", by="editor-1")
    page = client.get(where).content.decode()
    assert "not met" in page and str(escape(criterion.title["en"])) in page and "OURS/3" in page
    desk.register.ledger.append(
        [Withdrawal(id="w-own", corrects="e-own", reason="by mistake")],
        at="2050-01-02T00:00:00Z",
        by="editor-1",
    )
    page = client.get(where).content.decode()
    assert "OURS/3" not in page and "not met" in page
    client.post("/moment/", {"known_at": "2049-12-31"})
    assert "Assessments" not in client.get(where).content.decode()


def test_places_that_are_not_known_stand_together_with_a_hint(desk):
    (document, *_) = desk.register.ledger.known_at(kinds=("document",))
    new = [
        Claim(
            id=f"c-place-{number}", passage_id="p-none", document_id=document.id, act="detention",
            person=f"{name} Qaldarova", date="2022-06-01", place=town,
        )
        for number, (name, town) in enumerate(
            (("Zhupar", "Lower Saltmarsh"), ("Botagoz", "lower  SALTMARSH"), ("Inkar", "Aksu"))
        )
    ]  # fmt: skip
    desk.register.ledger.append(new, at="2050-01-01T00:00:00Z", by="reader-1")
    client = desk.client("reader")
    both = seek(client, place="lower saltmarsh")
    assert len(names_in(both)) == 2
    page = both.content.decode().casefold()
    assert "saltmarsh (not in the vocabulary)" in page.replace("  ", " ")
    assert "Aksu (several places bear the name)" in seek(client, place="aksu").content.decode()


@pytest.mark.parametrize(
    ("language", "on", "by", "month"),
    [
        ("en", "since 30 June 2022", "begun by 30 June 2022", "since June 2022"),
        ("ru", "начало: 30 июня 2022 г.", "начало: не позднее 30 июня 2022 г.", "начало: июнь 2022 г."),
        (
            "kk",
            "басталуы: 2022 ж. 30 маусым",
            "басталуы: 2022 ж. 30 маусым күнінен кешікпей",
            "басталуы: 2022 ж. маусым",
        ),
    ],
)
def test_since_when_a_state_holds_is_told_apart_from_by_when_it_had_begun(language, on, by, month):
    with override(language):
        told = [begun(vague_date(text).begin) for text in ("2022-06-30", "../2022-06-30", "2022-06")]
    assert [one.replace("\xa0", " ") for one in told] == [on, by, month]
    assert begun(None) == ""


def test_a_span_that_says_by_when_or_from_when_is_told_once():
    with override("en"):
        told = [vague(text) for text in ("../2022-06-30", "2022-06-30/2022-07-01", "2022-06-30/..")]
    assert [one.replace("\xa0", " ") for one in told] == [
        "by 30 June 2022", "30 June 2022 – 1 July 2022", "from 30 June 2022 on"
    ]  # fmt: skip


def test_a_state_as_of_a_day_is_shown_as_begun_by_it(desk):
    (document, *_) = desk.register.ledger.known_at(kinds=("document",))
    new = Claim(
        id=content_id("c", "as of"), passage_id="p-none", document_id=document.id, act="house_arrest",
        person="Zhupar Qaldarova", date="2018-03-05", level="status", status="house_arrest", status_as_of="2018-03-05",
    )  # fmt: skip
    desk.register.ledger.append([new], at="2050-01-01T00:00:00Z", by="reader-1")
    client = at(desk.client("reader"))
    found = seek(client, "Zhupar Qaldarova").content.decode()
    assert "begun by 5 March 2018" in found
    page = client.get(f"/people/{person_named('Zhupar Qaldarova').id}/").content.decode()
    assert "begun by 5 March 2018" in page and "since 5 March 2018" not in page
    assert page.count("state on 5 March 2018") == 1
