"""Articles, penalties and catchwords as lists write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tizim.claims.lists.faults import CellError
from tizim.claims.lists.jottings import jotted
from tizim.claims.lists.penalties import penalties
from tizim.claims.lists.statutes import articles
from tizim.vocab import article, outcome


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ст. 405 ч. 2 УК РК", "KZ-CC 405(2)"), ("405 ч.2", "KZ-CC 405(2)"), ("ч. 2 ст. 405 УК", "KZ-CC 405(2)"),
        ("405(2)", "KZ-CC 405(2)"), ("488 КоАП", "KZ-CAO 488"), ("п. 2 ч. 4 ст. 274 УК РК", "KZ-CC 274(4)"),
        ("ст.274 ч.4 п.2", "KZ-CC 274(4)"), ("ч. 1, 2 ст. 405", "KZ-CC 405(1); KZ-CC 405(2)"),
        ("ҚР ҚК 405-бабының 2-бөлігі", "KZ-CC 405(2)"), ("174-бап 1-бөлік", "KZ-CC 174(1)"), ("Article 405 part 2", "KZ-CC 405(2)"),
        ("405, 174", "KZ-CC 405; KZ-CC 174"), ("280.3 УК РФ", "RU-CC 280.3"), ("ст. 361-2 ч. 1", "KZ-CC 361-2(1)"),
        ("ст. 405 ч.1 и ст. 174 ч.1 УК РК, ст. 488 КоАП РК", "KZ-CC 405(1); KZ-CC 174(1); KZ-CAO 488"),
        ("KZ-CC 405(2); RU-CC 280.3", "KZ-CC 405(2); RU-CC 280.3"),
    ],
)  # fmt: skip
def test_articles_are_read_as_lists_print_them(written, meant):
    assert articles(written, "KZ-CC") == tuple(meant.split("; "))


def test_an_article_without_a_book_needs_the_mapping():
    with pytest.raises(CellError, match="article_book"):
        articles("405")
    with pytest.raises(CellError, match="article_unreadable"):
        articles("кража у Семплевой, 405", "KZ-CC")


@pytest.mark.parametrize(
    ("written", "meant", "note"),
    [
        ("4 года лишения свободы", "imprisonment P4Y", ""), ("5 лет", "imprisonment P5Y", ""), ("15 сут.", "administrative_arrest P15D", ""),
        ("адм. арест 15 суток", "administrative_arrest P15D", ""), ("штраф 50 МРП", "fine 50 monthly_calculation_index", ""), ("штраф 20 базовых величин", "fine 20 base_unit", ""), ("условно 3 года", "suspended P3Y", ""),
        ("5 жыл бас бостандығынан айыру", "imprisonment P5Y", ""), ("15 тәулік қамақ", "administrative_arrest P15D", ""),
        ("4 years and 6 months in prison", "imprisonment P4Y6M", ""), ("fine 100 EUR", "fine 100 EUR", ""), ("оправдан", "acquitted", ""),
        ("4,5 года колонии общего режима", "imprisonment P4Y6M", ""), ("штраф 145 850 тенге", "fine 145850 KZT", ""),
        ("4 г. 6 мес. лишения свободы; запрет 3 года", "imprisonment P4Y6M; ban P3Y", ""),
        ("1 год ограничения свободы, запрет на занятие деятельностью 2 года", "restriction_of_liberty P1Y; ban P2Y", ""),
    ],
)  # fmt: skip
def test_penalties_are_read_as_lists_print_them(written, meant, note):
    assert penalties(written, "imprisonment") == (meant, note)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("прокурор просит 5 лет", "outcome_unreal"), ("грозит до 7 лет", "outcome_unreal"), ("up to 5 years in prison", "outcome_unreal"),
        ("5 лет", "outcome_bare"), ("как у Семплевой", "outcome_unreadable"), ("не оправдан", "outcome_unreal"),
    ],
)  # fmt: skip
def test_what_was_not_imposed_is_no_outcome(written, code):
    with pytest.raises(CellError, match=code):
        penalties(written)


@pytest.mark.parametrize(
    ("written", "acts"),
    [
        ("задержан 12.08.20, адм. арест 15 сут.",
         [("detention", "2020-08-12", None), ("administrative_arrest", "2020-08-12~", "administrative_arrest P15D")]),
        ("12.08.2020 задержан. 13.08.2020 арест на 15 суток по ст. 488 КоАП",
         [("detention", "2020-08-12", None), ("administrative_arrest", "2020-08-13", "administrative_arrest P15D")]),
        ("ұсталды 12.08.2020, әкімшілік қамақ 15 тәулік",
         [("detention", "2020-08-12", None), ("administrative_arrest", "2020-08-12~", "administrative_arrest P15D")]),
        ("detained 12 Aug 2020; administrative arrest 15 days",
         [("detention", "2020-08-12", None), ("administrative_arrest", "2020-08-12~", "administrative_arrest P15D")]),
        ("arrested 12.08.2020, released 15.08.2020", [("detention", "2020-08-12", None), ("release", "2020-08-15", None)]),
        ("приговор 30.11.2020: 4 года лишения свободы", [("sentence", "2020-11-30", "imprisonment P4Y")]),
    ],
)  # fmt: skip
def test_catchwords_tell_acts_with_days_and_terms(written, acts):
    assert [(one.act, one.date, one.outcome) for one in jotted(written, book="KZ-CC")] == acts


def test_a_day_handed_on_says_so():
    assert (
        jotted("задержан 12.08.20, арест 15 сут.")[1].date_basis
        == "the day of the act named before it in the cell"
    )


@pytest.mark.parametrize(
    "written",
    [
        "задержан Семплевым",
        "грозит арест",
        "не задержан",
        "его задержали, когда он выходил из дома",
        "",
        "Алматы",
        "15",
    ],
)
def test_a_cell_with_a_word_that_nothing_explains_is_left_to_the_readers(written):
    assert jotted(written) == ()


@given(some.text(max_size=60))
def test_whatever_is_written_is_read_or_refused_with_a_code(text):
    for read in (
        lambda: [article(one) for one in articles(text, "KZ-CC")],
        lambda: outcome(penalties(text, "fine")[0]),
    ):
        with suppress(CellError):
            read()
    jotted(text)
