"""Places are found by any spelling, know their names by date, and doubt is said as doubt."""

import csv
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.vocab.outlines import outline, region_borders
from tizim.vocab.place_files import PlacesError
from tizim.vocab.places import load_places, place, places, places_named, region_of, same_place

EVERY_PLACE = st.sampled_from(tuple(places()))
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2040, 1, 1))
LANGUAGES = st.sampled_from(("kk", "ru", "en"))

VELUNIA = """
country: XV
places:
- {code: XV, kind: country, en: Velunia, ru: Велуния, kk: Велуния}
- {code: XV-1, kind: region, region: XV, en: Marrow Region, ru: Марровская область}
- {code: XV-old, kind: region, region: XV, en: Old Marrow Region}
- code: XV-tarn
  kind: city
  region: XV-1
  size: 40000
  en: Tarn
  ru: Тарн
  also: [Tarnov]
  renamed: [{day: 2015-05-05, before: {en: Lenhof, ru: Ленгоф}, source: Decree 5}]
  separated: {day: 2010-01-01, from: XV-old, source: Decree 4}
"""


@pytest.fixture
def invented(tmp_path: Path) -> Path:
    path = tmp_path / "places_xv.yml"
    path.write_text(VELUNIA, encoding="utf-8")
    return path


def code(text: str) -> str | None:
    found = place(text)
    return found.code if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Nur-Sultan",
        "Nur Sultan",
        "NURSULTAN",
        "Нур-Султан",
        "Нұр-Сұлтан",
        "нур султан",
        "Astana",
        "Астана",
        "г. Астана",
        "city of Astana",
        "Astana city",
        "Астана қаласы",
        "Tselinograd",
        "Целиноград",
        "Акмолинск",
        "Nur-Sultan (Astana)",
        "Astana, Kazakhstan",
    ],
)
def test_the_capital_is_found_by_every_name_it_had(text: str) -> None:
    assert code(text) == "KZ-71"


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("Oral", "Uralsk", "Орал", "Уральск", "Ural'sk", "Ural’sk"), "KZ-uralsk"),
        (("Aktobe", "Aqtöbe", "Ақтөбе", "Актобе", "Актюбинск", "Aktyubinsk"), "KZ-aktobe"),
        (("Zhanaozen", "Жаңаөзен", "Жанаозен", "Jañaözen", "Janaozen", "Zhana-Ozen"), "KZ-zhanaozen"),
        (("Alma-Ata", "Алма-Ата", "г. Алматы", "Almaty city", "Алматы қ."), "KZ-75"),
        (("Chimkent", "Шымкент", "Şymkent"), "KZ-79"),
        (("Taldykorgan", "Taldikorgan", "Taldyqorǵan", "Талдықорған"), "KZ-taldykorgan"),
        (("Karaganda", "Қарағанды", "Qarağandı", "Караганды"), "KZ-karaganda"),
        (("Mangystau region", "Mangistau Region", "Мангистауская область", "Маңғыстау облысы"), "KZ-47"),
        (("North Kazakhstan region", "Northern Kazakhstan Region", "СКО"), "KZ-59"),
        (("Turkistan Region", "South Kazakhstan Region", "Южно-Казахстанская область"), "KZ-61"),
    ],
)
def test_a_place_is_found_in_three_scripts(texts: tuple[str, ...], wanted: str) -> None:
    assert {code(text) for text in texts} == {wanted}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(1960, 1, 1), "Akmolinsk"),
        (date(1985, 1, 1), "Tselinograd"),
        (date(1998, 5, 5), "Akmola"),
        (date(1998, 5, 6), "Astana"),
        (date(2018, 3, 13), "Astana"),
        (date(2019, 3, 22), "Astana"),
        (date(2019, 3, 23), "Nur-Sultan"),
        (date(2020, 11, 30), "Nur-Sultan"),
        (date(2022, 9, 16), "Nur-Sultan"),
        (date(2022, 9, 17), "Astana"),
        (None, "Astana"),
    ],
)
def test_the_capital_bears_the_name_of_the_day(day: date | None, name: str) -> None:
    capital = place("Astana")
    assert capital and capital.name_on(day, "en") == name


def test_renamings_are_told_in_each_language_with_their_source() -> None:
    capital = place("Astana")
    assert capital and capital.name_on(date(2020, 1, 1), "kk") == "Нұр-Сұлтан"
    assert capital.name_on(date(2020, 1, 1), "ru") == "Нур-Султан"
    assert capital.name_on(date(2020, 1, 1), "de") == "Nur-Sultan"
    assert all(change.source and change.before for known in places() for change in known.renamed)


@pytest.mark.parametrize(
    ("text", "before", "after", "day"),
    [
        ("Semey", "KZ-63", "KZ-10", date(2022, 6, 8)),
        ("Taldykorgan", "KZ-19", "KZ-33", date(2022, 6, 8)),
        ("Zhezkazgan", "KZ-35", "KZ-62", date(2022, 6, 8)),
        ("Shymkent", "KZ-61", "KZ", date(2018, 6, 19)),
        ("Aktau", "KZ-47", "KZ-47", date(2022, 6, 8)),
    ],
)
def test_a_place_lies_in_the_region_of_the_day(text: str, before: str, after: str, day: date) -> None:
    was, is_now = region_of(text, date.fromordinal(day.toordinal() - 1)), region_of(text, day)
    assert was and is_now and (was.code, is_now.code) == (before, after)
    today = region_of(text)
    assert today and today.code == after


def test_the_region_of_shymkent_bore_another_name_then() -> None:
    region = region_of("Shymkent", date(2017, 7, 25))
    assert region and region.name_on(date(2017, 7, 25), "en") == "South Kazakhstan Region"
    assert region_of("Nowhere") is None


def test_an_ambiguous_name_gives_all_candidates_and_no_answer() -> None:
    assert place("Aksu") is None
    assert [known.code for known in places_named("Aksu")] == ["KZ-aksu", "KZ-aksu-61", "KZ-aksu-11"]
    assert place("Akmola") is None  # the region, or the capital until 1998
    assert {known.code for known in places_named("Акмола")} == {"KZ-11", "KZ-71"}


def test_a_second_place_tells_which_one_is_meant() -> None:
    assert code("Aksu, Pavlodar Region") == "KZ-aksu"
    assert code("Aksu (Turkistan Region)") == "KZ-aksu-61"
    assert code("Semey, East Kazakhstan Region") == "KZ-semey"  # as it was until 2022
    assert code("Almaty, Georgia") is None
    assert code("Aktau, Almaty Region") is None


def test_of_one_name_the_far_larger_place_is_meant() -> None:
    assert code("Aktau") == "KZ-aktau"
    assert len(places_named("Aktau")) == 2
    assert code("Kazakhstan") == "KZ"
    assert code("Mangystau") == "KZ-47"
    assert code("Mangystau town") == "KZ-mangistau"


def test_a_city_is_not_the_region_named_after_it() -> None:
    assert (code("Karaganda"), code("Karaganda Region")) == ("KZ-karaganda", "KZ-35")
    assert (code("Kazygurt"), code("Kazygurt District")) == ("KZ-kazygurt", "KZ-kazygurt-district")
    assert (code("Алматинская обл."), code("в Мангистауской области")) == ("KZ-19", None)
    assert code("Мангистауской области") == "KZ-47"


@pytest.mark.parametrize(
    "text", ["", "  ", "г.", "near Nur-Sultan (Astana)", "outskirts of Aktobe", "13 cities", "(", ","]
)
def test_what_is_no_place_finds_none(text: str) -> None:
    assert place(text) is None and places_named(text) == ()


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Nur-Sultan", "Астана", True),
        ("Uralsk", "Орал", True),
        ("Almaty", "Astana", False),
        ("Karaganda Region", "Karaganda", None),
        ("Kazakhstan", "Aktau", None),
        ("Semey", "East Kazakhstan Region", None),
        ("Aksu", "Aksu, Pavlodar Region", None),
        ("Aksu", "Almaty", False),
        ("Aksu", "Aksu", None),
        ("Istanbul", "ISTANBUL", True),
        ("Istanbul", "Almaty", None),
        ("", "", None),
    ],
)
def test_same_place_says_yes_no_or_cannot_be_told(a: str, b: str, wanted: bool | None) -> None:
    assert same_place(a, b) is wanted
    assert same_place(b, a) is wanted


def test_places_of_another_country_are_added_from_a_file(invented: Path) -> None:
    known = load_places(invented)
    tarn = place("г. Тарн", among=known)
    assert tarn and tarn.code == "XV-tarn" and place("Tarn") is None
    assert tarn.name_on(date(2014, 1, 1), "ru") == "Ленгоф" and tarn.region_on(date(2009, 1, 1)) == "XV-old"
    assert same_place("Lenhof", "Tarnov", among=known) is True
    assert same_place("Tarn", "Almaty", among=known) is False
    assert len(known) == len(places()) + 4


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("- {kind: city, en: A}", "needs a code"),
        ("- {code: XV-a, kind: town, en: A}", "needs a kind"),
        ("- {code: XV-a, kind: city}", "needs a name"),
        ("- {code: XV-a, kind: city, en: A, colour: red}", "no text, or a field"),
        ("- {code: XV-a, kind: city, en: A, region: XV-9}", "is not there"),
        ("- {code: KZ-75, kind: city, en: A}", "stands twice"),
        ("- {code: XV-a, kind: city, en: A, also: B}", "no list of texts"),
        ("- {code: XV-a, kind: city, en: A, size: many}", "no number"),
        ("- {code: XV-a, kind: city, en: A, renamed: [{on: 2015-05-05}]}", "without day"),
        ("- {code: XV-a, kind: city, en: A, renamed: yes}", "without day"),
        ("- {code: XV-a, kind: city, en: A, separated: {day: 2015}}", "without day, from"),
        ("- {code: XV-a, kind: city, en: A, renamed: [{day: 2015-05-05, source: S}]}", "without day"),
        ("- {code: [XV], kind: [city], 1: A, region: [KZ]}", "needs a code"),
        ("- A", "needs a list"),
        ("- {", "cannot be read"),
    ],
)
def test_a_file_of_places_that_is_wrong_is_refused_with_the_reason(
    tmp_path: Path, line: str, says: str
) -> None:
    path = tmp_path / "places_xv.yml"
    path.write_text(f"places:\n{line}\n", encoding="utf-8")
    with pytest.raises(PlacesError, match=says):
        load_places(path)


def test_a_file_of_places_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlacesError, match="cannot be read"):
        load_places(tmp_path / "none.yml")


def test_every_region_and_city_has_names_in_three_languages() -> None:
    assert all({"kk", "ru", "en"} <= known.names.keys() for known in places())
    regions = [known for known in places() if known.region == "KZ"]
    assert len(regions) == 20 and sum(known.kind == "region" for known in regions) == 17
    assert len(places()) > 340


@given(EVERY_PLACE, DAYS, LANGUAGES)
def test_the_name_on_a_day_names_the_place(known, day: date | None, lang: str) -> None:
    assert known in places_named(known.name_on(day, lang))


@given(EVERY_PLACE, DAYS, LANGUAGES)
def test_a_name_with_its_region_is_never_another_place(known, day: date | None, lang: str) -> None:
    if known.region in (None, "KZ"):
        return
    around = places().by_code[known.region].names["en"]
    assert known in places_named(f"{known.name_on(day, lang)}, {around}")


@given(
    EVERY_PLACE,
    st.sampled_from(("NFC", "NFD", "NFKC", "NFKD")),
    st.sampled_from((str.upper, str.lower, str.title)),
)
def test_form_and_case_of_letters_do_not_matter(known, form: str, case) -> None:
    for name in known.written:
        assert places_named(unicodedata.normalize(form, case(name))) == places_named(name)


@given(st.text(max_size=30))
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    assert same_place(text, text) in (True, None)


def test_the_places_that_the_reports_name_are_known(shared: Path) -> None:
    with (shared / "gold" / "seeds" / "names_other.csv").open(encoding="utf-8", newline="") as file:
        forms = {row["form"] for row in csv.DictReader(file) if row["kind"] == "place"}
    assert forms and [form for form in sorted(forms) if place(form) is None] == []
    written = {
        "Almaty",
        "Aktau",
        "Aktobe",
        "Shymkent",
        "Petropavlovsk",
        "Akmola Region",
        "Bayanaul",
        "Taraz",
        "Ekibastuz",
    }
    written |= {
        "Алматы",
        "Каскелен",
        "Кокшетау",
        "Уральск",
        "Орал",
        "Жаңаөзен",
        "Қарағанды",
        "Ust-Kamenogorsk",
    }
    assert [form for form in sorted(written) if place(form) is None] == []


def test_cities_of_the_country_stand_inside_its_border_or_close_to_it() -> None:
    border = outline("KZ")
    latitudes, longitudes = zip(*border, strict=True)
    assert len(border) > 100 and outline("xx") == outline("../kz") == ()
    placed = [one for one in places() if one.at]
    assert len(placed) > 330 and {one.code for one in placed} >= {"KZ-71", "KZ-75", "KZ-79", "KZ-aktobe"}
    for one in placed:
        assert min(latitudes) - 0.2 < one.at[0] < max(latitudes) + 0.2
        assert min(longitudes) - 0.2 < one.at[1] < max(longitudes) + 0.2


def test_borders_of_regions_end_where_others_begin() -> None:
    lines, border = region_borders("KZ"), outline("KZ")
    assert len(lines) > 20 and region_borders("xx") == ()
    ends = [one for line in lines for one in (line[0], line[-1])]
    for one in ends:
        assert one in border or ends.count(one) > 1, one


@pytest.mark.parametrize("at", ["[50]", "[50, north]", "[91, 70]", "[50, 190]", "here", "[true, 70]"])
def test_a_position_that_is_none_on_the_globe_is_refused(tmp_path: Path, at: str) -> None:
    path = tmp_path / "places.yml"
    path.write_text(f"places:\n- {{code: XX-a, kind: city, en: Aaa, at: {at}}}\n", encoding="utf-8")
    with pytest.raises(PlacesError, match="latitude"):
        load_places(path)
