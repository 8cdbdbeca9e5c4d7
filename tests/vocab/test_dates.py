"""Vague dates: the examples of ISO 8601-2, the library edtf as oracle, and what holds of any date."""

import json
import re
import warnings
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tizim.vocab import Days, VagueDate, VagueDateError, vague_date

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf

D = date.fromisoformat

SINGLE_DATES = {  # the examples of ISO 8601-2:2019, levels 0 and 1: first and last possible day
    "1985-04-12": ("1985-04-12", "1985-04-12"),
    "1985-04": ("1985-04-01", "1985-04-30"),
    "1985": ("1985-01-01", "1985-12-31"),
    "1985-04-12T23:20:30": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30Z": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30-04": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30+04:30": ("1985-04-12", "1985-04-12"),
    "2001-21": ("2001-03-01", "2001-05-31"),
    "2001-22": ("2001-06-01", "2001-08-31"),
    "2001-23": ("2001-09-01", "2001-11-30"),
    "2001-24": ("2000-12-01", "2002-02-28"),  # the winter that 2001 opens with or the one it closes with
    "1984?": ("1984-01-01", "1984-12-31"),
    "2004-06?": ("2004-06-01", "2004-06-30"),
    "2004-06-11?": ("2004-06-11", "2004-06-11"),
    "1984~": ("1983-01-01", "1985-12-31"),
    "2004-06~": ("2004-05-01", "2004-07-31"),
    "2004-02-28~": ("2004-02-25", "2004-03-02"),
    "2004-06-11%": ("2004-06-08", "2004-06-14"),
    "2004-21~": ("2004-02-01", "2004-06-30"),
    "201X": ("2010-01-01", "2019-12-31"),
    "201X~": ("2005-01-01", "2024-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "20XX~": ("1975-01-01", "2124-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999-12-31~": ("9999-12-28", "9999-12-31"),
    "0001-01-02~": ("0001-01-01", "0001-01-05"),
}
INTERVALS = {  # first and last possible beginning, first and last possible end
    "1964/2008": ("1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31"),
    "2004-06/2006-08": ("2004-06-01", "2004-06-30", "2006-08-01", "2006-08-31"),
    "2004-02-01/2005-02-08": ("2004-02-01", "2004-02-01", "2005-02-08", "2005-02-08"),
    "2004-02-01/2005-02": ("2004-02-01", "2004-02-01", "2005-02-01", "2005-02-28"),
    "2004-02-01/2005": ("2004-02-01", "2004-02-01", "2005-01-01", "2005-12-31"),
    "2005/2006-02": ("2005-01-01", "2005-12-31", "2006-02-01", "2006-02-28"),
    "1984~/2004-06": ("1983-01-01", "1985-12-31", "2004-06-01", "2004-06-30"),
    "1984?/2004%": ("1984-01-01", "1984-12-31", "2003-01-01", "2005-12-31"),
    "2004-06-XX/2004-07-03": ("2004-06-01", "2004-06-30", "2004-07-03", "2004-07-03"),
    "2018/2021-07-07": ("2018-01-01", "2018-12-31", "2021-07-07", "2021-07-07"),
    "2004-06/2004-06-11": ("2004-06-01", "2004-06-11", "2004-06-11", "2004-06-11"),
    "2004-06-11/2004-06": ("2004-06-11", "2004-06-11", "2004-06-11", "2004-06-30"),
    "1985-04-12/..": ("1985-04-12", "1985-04-12", "1985-04-12", None),
    "1985-04/..": ("1985-04-01", "1985-04-30", "1985-04-01", None),
    "1985/": ("1985-01-01", "1985-12-31", "1985-01-01", None),
    "../1985-04-12": (None, "1985-04-12", "1985-04-12", "1985-04-12"),
    "/1985": (None, "1985-12-31", "1985-01-01", "1985-12-31"),
}
REFUSED = {  # what is wrong, and what to write instead
    "": "Leave the field empty",
    " 2020": "spaces",
    "Y170000002": "outside the years",
    "Y-170000002": "outside the years",
    "-1985": "outside the years",
    "-01XX": "outside the years",
    "0000": "outside the years",
    "0000-05-01": "outside the years",
    "9999-24": "outside the years",
    "Y2020": "no Y",
    "2020-13": "no month '13'",
    "2020-00": "no month '00'",
    "2020-25": "no month '25'",
    "2020-21-05": "no month '21'",
    "2021-02-29": "01 to 28",
    "2020-11-00": "no day '00'",
    "2020-11-31": "01 to 30",
    "20201130": "2020-11-30",
    "30.11.2020": "year first",
    "30/11/2020": "year first",
    "2020/11/30": "hyphens",
    "2020-3-5": "two digits",
    "202x": "big X",
    "2020-uu": "big X",
    "XXXX": "says nothing",
    "../..": "says nothing",
    "/": "says nothing",
    "/..": "says nothing",
    "~2020": "at the end",
    "2020~-11": "at the end",
    "201X-05": "beside an unknown one",
    "2020-XX-05": "beside an unknown one",
    "{2020,2021}": "Sets",
    "2020/open": "open end",
    "2020/2021/2022": "one stroke",
    "2005/2004": "ends before it begins",
    "2020-11-30T25:00": "time of day",
    "5 May 2020": "Write 2020",
    "٢٠٢٠": "Write",
}


@pytest.mark.parametrize("text", SINGLE_DATES)
def test_a_date_is_read_as_the_span_of_its_possible_days(text: str) -> None:
    first, last = SINGLE_DATES[text]
    found = vague_date(text)
    assert found.begin == found.end == found.days == Days(D(first), D(last))
    assert found.text == text
    assert (found.approximate, found.uncertain) == (text[-1] in "~%", text[-1] in "?%")


@pytest.mark.parametrize("text", INTERVALS)
def test_an_interval_is_read_as_possible_beginnings_and_possible_ends(text: str) -> None:
    days = [D(day) if day else None for day in INTERVALS[text]]
    found = vague_date(text)
    assert (found.begin, found.end) == (Days(*days[:2]), Days(*days[2:]))
    assert found.days == Days(days[0], days[3])
    assert (found.approximate, found.uncertain) == (bool({"~", "%"} & {*text}), bool({"?", "%"} & {*text}))


@pytest.mark.parametrize("text", REFUSED)
def test_a_wrong_date_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(VagueDateError, match=REFUSED[text]):
        vague_date(text)


@pytest.mark.parametrize(
    "text", ["Jane Doe", "Иванова", "2020-11-30TJane", "2020/Jane", "Jane/2020", "Jane 1985"]
)
def test_a_name_in_the_place_of_a_date_is_not_repeated(text: str) -> None:
    with pytest.raises(VagueDateError) as caught:
        vague_date(text)
    assert "Jane" not in str(caught.value)
    assert "Иванова" not in str(caught.value)


def test_an_open_end_is_told_from_an_unknown_one() -> None:
    assert vague_date("2018/..").ongoing
    assert not vague_date("2018/").ongoing
    assert not vague_date("../2018").ongoing


def test_begun_and_over_are_sure_only_when_every_possible_day_has_come() -> None:
    march = vague_date("2020-03")
    assert march.perhaps_by(D("2020-03-01"))
    assert not march.perhaps_by(D("2020-02-29"))
    assert march.surely_by(D("2020-03-31"))
    assert not march.surely_by(D("2020-03-30"))
    since = vague_date("2020-03/..")
    assert since.surely_by(D("2020-03-31"))
    assert not since.surely_over_by(date.max)
    assert since.perhaps_over_by(D("2020-03-01"))
    until = vague_date("../2020-03")
    assert until.perhaps_by(date.min)
    assert until.surely_over_by(D("2020-03-31"))
    assert not until.perhaps_over_by(D("2020-02-29"))


def test_reading_a_date_again_gives_the_same_object() -> None:
    assert vague_date("2020-11-30") is vague_date("2020-11-30")


years = st.integers(1000, 2990)
plain_days = st.dates(date(1000, 1, 1), date(2990, 12, 31))
unmarked = st.one_of(
    plain_days.map(date.isoformat),
    plain_days.map(lambda day: day.isoformat()[:7]),
    years.map("{:04}".format),
    st.tuples(years, st.integers(21, 24)).map("{0[0]}-{0[1]}".format),
    years.map(lambda year: f"{year // 10}X"),
    years.map(lambda year: f"{year // 100}XX"),
    years.map("{:04}-XX".format),
    years.map("{:04}-XX-XX".format),
    plain_days.map(lambda day: f"{day.isoformat()[:7]}-XX"),
)
points = st.tuples(unmarked, st.sampled_from(["", "", "~", "?", "%"])).map("".join)
open_ends = st.sampled_from(["", ".."])


@st.composite
def vague_dates(draw: st.DrawFn) -> VagueDate:
    kind = draw(st.sampled_from(["point", "interval", "open begin", "open end"]))
    begin = draw(open_ends if kind == "open begin" else points)
    text = begin if kind == "point" else f"{begin}/{draw(open_ends if kind == 'open end' else points)}"
    try:
        return vague_date(text)
    except VagueDateError as error:
        assume("ends before it begins" not in str(error))
        raise


def oracle_days(text: str) -> tuple[date, date]:
    """The first and last day that the library edtf allows."""
    parsed = parse_edtf(text)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


@given(unmarked)
def test_the_span_is_the_oracles_for_every_date_without_marks(text: str) -> None:
    found = vague_date(text)
    first, last = oracle_days(text)
    if text.endswith("-24"):  # the oracle ends winter on 31 December
        assert first in found.days
        assert last in found.days
    else:
        assert found.days == Days(first, last)


@given(points)
def test_the_span_contains_each_day_the_oracle_allows(text: str) -> None:
    assume(not re.fullmatch(r"\d{4}-2\d[~?%]", text))  # the oracle reads no seasons with marks
    found = vague_date(text)
    for day in oracle_days(text):
        assert day in found.days


@given(unmarked, unmarked)
def test_an_interval_has_the_oracles_first_and_last_day(one: str, other: str) -> None:
    assume(not one.endswith("-24") and not other.endswith("-24"))
    assume(oracle_days(one)[0] <= oracle_days(other)[1])
    assert vague_date(f"{one}/{other}").days == Days(oracle_days(one)[0], oracle_days(other)[1])


@given(vague_dates())
def test_no_span_ends_before_it_begins(found: VagueDate) -> None:
    for span in (found.begin, found.end, found.days):
        assert span.first is None or span.last is None or span.first <= span.last


@given(vague_dates(), plain_days)
def test_what_is_sure_is_possible_too(found: VagueDate, day: date) -> None:
    assert found.perhaps_by(day) >= found.surely_by(day)
    assert found.perhaps_over_by(day) >= found.surely_over_by(day)


@given(vague_dates(), plain_days)
def test_what_is_over_has_begun(found: VagueDate, day: date) -> None:
    assert found.surely_by(day) >= found.surely_over_by(day)
    assert found.perhaps_by(day) >= found.perhaps_over_by(day)


@given(vague_dates(), plain_days, st.integers(0, 400_000))
def test_what_has_come_stays(found: VagueDate, day: date, more: int) -> None:
    later = day + timedelta(days=more)
    for predicate in (found.surely_by, found.perhaps_by, found.surely_over_by, found.perhaps_over_by):
        assert predicate(later) >= predicate(day)


@given(unmarked)
def test_about_only_widens_and_unsure_leaves(text: str) -> None:
    plain, about, unsure = (vague_date(text + mark) for mark in ("", "~", "?"))
    assert about.days.first is not None
    assert plain.days.first is not None
    assert about.days.first < plain.days.first
    assert plain.days.first in about.days
    assert plain.days.last in about.days
    assert unsure.days == plain.days


@given(st.text(max_size=30) | st.text("0123456789-X~?%/.TYu: ", max_size=24))
def test_any_text_is_either_a_date_or_refused(text: str) -> None:
    try:
        assert vague_date(text).text == text
    except VagueDateError as error:
        assert str(error)


def test_every_date_of_the_coded_reports_is_read(shared: Path) -> None:
    claims = [json.loads(line) for line in (shared / "gold/seeds/claims.jsonl").read_text().splitlines()]
    texts = {claim[field] for claim in claims for field in ("date", "status_as_of") if claim[field]}
    assert len(texts) > 100
    for text in texts:
        vague_date(text)
