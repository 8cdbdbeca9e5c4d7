"""The map of a list: each place at least and at most, beside a table of the same numbers that open to people."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tizim.claims import Claim
from tizim.publications.site.atlas import HEIGHT, WIDTH, atlas, numbered, position
from tizim.vocab import place
from tizim.web.desk.addressed import in_address
from tizim.web.desk.models import Account, ClosedCase
from tizim.web.desk.moment import moment_of
from tizim.web.desk.people.facets import place_code
from tizim.web.desk.sight import Sight
from tizim.web.desk.where import Region, Spot, There, told_of, where

DAY = {"as_of": "2022-06-30"}
HELD = (
    ("Aidos Kerbezov", "Almaty"),
    ("Botagoz Tulparova", "г. Алматы"),
    ("Chingiz Balapanov", "Taraz"),
    ("Dariga Samalova", "Almaty Region"),
    ("Dariga Samalova", "Talgar"),
    ("Erbol Tastakov", "Almaty"),
    ("Erbol Tastakov", "Taraz"),
    ("Farida Zhusanova", "Lower Saltmarsh"),
    ("Galym Kokterekov", "lower  SALTMARSH"),
    ("Hamit Agashev", "Kazakhstan"),
    ("Inkar Shalgyn", "Aksu"),
    ("Inkar Shalgyn", "Almaty"),
    ("Kamar Tolybai", "Bishkek"),
    ("Kamar Tolybai", "Кыргызстан"),
    ("Lazzat Ospanuly", "Бишкек"),
    ("Madi Serikuly", "Osh"),
    ("Madi Serikuly", "Warsaw, Poland"),
)
"""Who is held where on the day, each line a claim of its own."""


@pytest.fixture
def held(desk):
    (document, *_) = desk.register.ledger.known_at(kinds=("document",))
    claims = [
        Claim(
            id=f"c-held-{number}", passage_id="p-none", document_id=document.id, act="pretrial_detention",
            person=person, date="2022-06-01", outcome="pretrial P2M", place=town,
        )
        for number, (person, town) in enumerate(HELD)
    ]  # fmt: skip
    desk.register.ledger.append(claims, at="2050-01-01T00:00:00Z", by="reader-1")
    return document


def found(day="2022-06-30"):
    return where("in-custody", moment_of({"as_of": day}), Sight(Account.objects.get(username="reader-1")))


def bounds(spots, code):
    return next((one.at_least, one.at_most) for one in spots if one.code == code)


def test_each_place_has_its_bounds_and_who_is_in_two_is_in_none_for_sure(held):
    places = found()
    spots = [spot for region in places.regions for spot in region.spots]
    assert bounds(spots, "KZ-75") == (2, 4)
    assert bounds(spots, "KZ-taraz")[1] - bounds(spots, "KZ-taraz")[0] >= 1
    assert bounds(spots, "KZ-talgar") == (1, 1) and "KZ-19" not in {one.code for one in spots}
    assert bounds([one.total for one in places.regions], "KZ-19") == (1, 1)
    assert bounds(places.beside, "lower saltmarsh") == (2, 2) and bounds(places.beside, "KZ") == (1, 1)
    (aksu,) = [one for one in places.beside if one.code == "aksu"]
    assert (aksu.at_least, aksu.at_most) == (0, 1) and len(aksu.may_be) > 1
    assert all(0 <= one.at_least <= one.at_most for one in (*spots, *places.beside))


def test_places_in_other_countries_are_joined_by_country_and_a_country_holds_its_cities(held):
    abroad = {one.country.code: one for one in found().abroad}
    assert set(abroad) == {"KG", "PL"}
    assert (abroad["KG"].total.at_least, abroad["KG"].total.at_most) == (2, 3)
    assert bounds(abroad["KG"].spots, "osh") == (0, 1) and bounds([abroad["PL"].total], "PL") == (0, 1)
    assert not {one.code for one in found().beside} & {
        one.code for each in abroad.values() for one in each.spots
    }


def test_every_number_opens_to_as_many_people(desk, held):
    client = desk.client("reader")
    client.post("/moment/", DAY)
    page = client.get("/lists/in-custody/map/").content.decode()
    rows = re.findall(
        r'<a href="/lists/in-custody/(\?[^"#]+)#people">[^<]*</a>(?:(?!</tr>).)*?'
        r'<td class="number">\d+</td><td class="number">(\d+)</td>',
        page,
        re.DOTALL,
    )
    assert len(rows) > 6
    for asked, count in rows:
        people = client.get(f"/lists/in-custody/{asked.replace('&amp;', '&')}").content.decode()
        assert len(set(re.findall(r"/people/(p-\w+)/", people))) == int(count), asked
    for wrong in ("place=" + "x" * 5000, "around=%00", "place=<script>"):
        answer = client.get(f"/lists/in-custody/?{wrong}")
        assert answer.status_code == 200 and b"<script>alert" not in answer.content


def test_the_map_speaks_of_the_day_and_asks_the_database_a_bounded_number_of_times(desk, held):
    client = desk.client("reader")
    client.post("/moment/", DAY)
    client.get("/lists/in-custody/map/")
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/lists/in-custody/map/").content.decode()
    assert len(queries) <= 14
    assert "Lower Saltmarsh / lower  SALTMARSH" in page and "<svg" in page
    client.post("/moment/", {"as_of": "2022-06-30", "known_at": "2049-12-31"})
    assert "Lower Saltmarsh" not in client.get("/lists/in-custody/map/").content.decode()


def test_what_a_closed_document_tells_stands_in_no_place(desk, held):
    case = ClosedCase.objects.create(label="case-1")
    case.documents.create(document_id=held.id)
    places = found()
    assert "KZ-talgar" not in places.people and "lower saltmarsh" not in places.people
    assert places.untold >= 7


def test_a_place_in_an_address_finds_its_people_and_an_unknown_one_nobody(held):
    places = found()
    assert told_of({}, found) is None
    assert len(told_of({"place": "KZ-75"}, found).people) == 4
    assert told_of({"around": "nowhere"}, found) == There("around", "nowhere", frozenset())
    assert len(told_of({"place": "-"}, found).people) == places.untold


def test_names_on_the_map_keep_clear_of_each_other_and_of_the_edge():
    codes = ("KZ-75", "KZ-71", "KZ-79", "KZ-taraz", "KZ-talgar", "KZ-karaganda", "KZ-temirtau", "KZ-35")
    spots = [Spot(code, place_of(code), 3, 40 - at) for at, code in enumerate(codes)]
    regions = [Region(spots[0], tuple(spots))]
    drawn = atlas(regions, lambda spot: f"{spot.place.names['ru']} 3–{spot.at_most}")
    assert [one.number for one in drawn.marks] == [number for number, _ in numbered(regions)[0][2]]
    for one in drawn.marks:
        assert 0 < float(one.x) < WIDTH and 0 < float(one.y) < HEIGHT
        assert float(one.inner) < float(one.outer)
        assert one.word == str(one.number) or one.word.endswith(f"–{one.spot.at_most}")
    assert len({(one.text_x, one.text_y) for one in drawn.marks}) == len(drawn.marks)


def place_of(code):
    from tizim.vocab import places

    return places().by_code[code]


def test_a_region_stands_in_its_middle_and_what_has_no_position_nowhere():
    assert position("KZ-35") and position("KZ") is None and position("KZ-zhem") is None
    assert position("nowhere") is None and position("KZ-75") == place("Almaty").at


def test_a_place_in_the_words_of_a_source_stands_in_no_address(desk, held):
    words = "Qoyandy, the house of Bereke"
    claim = Claim(
        id="c-house", passage_id="p-none", document_id=held.id, act="pretrial_detention",
        person="Somebody Qaldarova", date="2022-06-01", outcome="pretrial P2M", place=words,
    )  # fmt: skip
    desk.register.ledger.append([claim], at="2050-01-02T00:00:00Z", by="reader-1")
    client = desk.client("reader")
    client.post("/moment/", {**DAY, "next": "/"})
    for page, code in (("map", place_code(words)), ("spread", words)):
        text = client.get(f"/lists/in-custody/{page}/").content.decode()
        addresses = [html.unescape(one) for one in re.findall(r'href="([^"]*)"', text)]
        assert not [one for one in addresses if "bereke" in one.casefold()]
        (there,) = {one.partition("#")[0] for one in addresses if in_address(code) in one}
        assert "Somebody Qaldarova" in client.get(there).content.decode()
