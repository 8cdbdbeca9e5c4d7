"""A group's own criteria at the desk: added, copied, made anew, compared, retired; lists and sheets follow."""

import re

import pytest
from django.test.utils import CaptureQueriesContext

from tests.assessments.test_sets import FIRST, SECOND
from tests.web.desk.test_criteria import DAY, determinations, first, page_of, person, second  # noqa: F401
from tests.web.desk.test_words import LANGUAGES, Said, is_english, untranslated
from tizim.assessments import AdoptedSet, Sets, adopted, criteria_set, parse_criteria, shipped_sets
from tizim.web.desk.criteria.rules import how_each_counts, rules_of
from tizim.web.desk.criteria.set_forms import typed_of
from tizim.web.desk.models import Account, Draft
from tizim.web.desk.opened import write

NEW, NEXT = "/criteria/new/", "/criteria/sets/OURS/next/"
SET = "/criteria/sets/OURS/1/"


def typed(of=FIRST, **more):
    """The set as a browser sends it."""
    return {name: "" if value is None else value for name, value in (typed_of(of) | more).items()}


def entries(desk):
    return [
        one for one in desk.register.ledger.known_at(kinds=("criteria_set",)) if isinstance(one, AdoptedSet)
    ]


def put(desk, *every):
    for of in every:
        write([adopted(of, Sets.of(desk.register.ledger.known_at()))], by="editor-1")


@pytest.mark.parametrize("of", [FIRST, SECOND, *map(criteria_set, shipped_sets())], ids=lambda of: of.name)
def test_the_rules_of_sets_are_said_by_one_answer_for_each_ground(of):
    hows = how_each_counts(of)
    met, unless = rules_of([(code, hows[code]) for code in of.codes])
    for every in ({one: "met"} for one in of.codes):
        assert met.answer(every) == of.met.answer(every)
    assert (unless is None) == (of.unless is None)
    all_met = dict.fromkeys(of.codes, "not_met") | {"motive": "met", "fair_trial": "met"}
    assert met.answer(all_met) == of.met.answer(all_met)


def test_a_rule_that_the_form_cannot_say_is_not_changed_unseen():
    text = "{code: X, criteria: {a: {}, b: {}, c: {}}, met: {all: [{any: [a, b]}, {any: [b, c]}]}}"
    assert typed_of(parse_criteria(text, where="x")) is None


def test_a_set_is_added_and_people_are_assessed_and_listed_by_it(desk, person, first, second):  # noqa: F811
    answer = first.post(NEW, typed())
    assert (answer.status_code, answer["Location"]) == (302, SET)
    [entry] = entries(desk)
    assert entry.recorded_by == "editor-1"
    kept = Sets.of(desk.register.ledger.known_at()).named("OURS")
    assert (kept.title, kept.met, kept.liberty["house_arrest"]) == (FIRST.title, FIRST.met, "deprived")
    page = page_of(first, SET)
    assert "at least one of these: Words; Faith" in page and "the assembly" in page
    where = f"/people/{person}/assess/OURS/1/"
    assert where in page_of(first, f"/people/{person}/")
    found = {"g-words-finding": "met", "g-words-passages_for": "1"}
    for client in (first, second):
        assert client.post(where, found)["Location"] == where
    assert {one.criteria_set for one in determinations(desk)} == {"OURS/1"}
    page = page_of(first, "/lists/political-prisoners-by-OURS-1/")
    assert person in page and "“Ours”, version 1" in page
    assert "political-prisoners-by-OURS-1" in page_of(first, "/editions/")


def test_a_copy_begins_from_another_set_under_a_name_of_its_own(desk, first):  # noqa: F811
    page = page_of(first, f"{NEW}?from=GUIDELINES-2013%2F1")
    assert "Political motives" in page and 'value="GUIDELINES-2013"' not in page
    first.post(NEW, typed(criteria_set("GUIDELINES-2013"), code="OURS", liberty_missing="open"))
    kept = Sets.of(desk.register.ledger.known_at()).named("OURS")
    assert kept.criteria == criteria_set("GUIDELINES-2013").criteria and kept.unless


def test_the_next_version_is_compared_in_words_and_the_first_retired(desk, person, first, second):  # noqa: F811
    put(desk, FIRST)
    sent = typed(SECOND, seen=1, note="the assembly changed its mind")
    assert first.post(NEXT, sent)["Location"] == "/criteria/sets/OURS/2/"
    page = page_of(first, "/criteria/sets/OURS/compared/")
    assert re.search(r"under house arrest</th><td[^>]*>counts as deprivation of liberty</td>"
                     r"<td[^>]*>does not count</td><td[^>]*>yes", page)  # fmt: skip
    assert "Ground added: Work (work)" in page
    assert second.post(NEXT, sent).status_code == 400, "somebody else wrote it meanwhile"
    assert first.post(f"{SET}retire/", {"reason": " "}).status_code == 400
    first.post(f"{SET}retire/", {"reason": "replaced"})
    for where in (f"/people/{person}/", "/lists/"):
        page = page_of(first, where)
        assert "OURS" in page and "OURS/1/" not in page and "by-OURS-1" not in page
    assert "replaced" in page_of(first, SET)
    found = {"g-words-finding": "met", "g-words-passages_for": "1"}
    assert first.post(f"/people/{person}/assess/OURS/1/", found).status_code == 400
    assert determinations(desk) == []
    first.post(f"{SET}retire/", {"reason": "", "back": "1"})
    assert "by-OURS-1" in page_of(first, "/lists/")


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        ({"code": "PACE-1900-2012"}, "A set that ships has this name"),
        ({"code": "Наш"}, "Latin letters, digits, - and _ alone."),
        ({"title_en": "", "title_ru": "", "title_kk": ""}, "Write it in at least one language."),
        ({"liberty_house_arrest": ""}, "Lists differ here"),
        ({"liberty_house_arrest": "perhaps"}, "Select a valid choice"),
        ({"g1-code": "words"}, "Another ground has this short name."),
        ({"g1-code": "<script>alert(1)</script>"}, "Latin letters, digits, - and _ alone."),
        ({"g0-how": "excludes", "g1-how": "excludes"}, "Nobody can ever meet this set"),
        ({"g1-how": "with"}, "No ground is needed"),
        ({"g0-out": "on", "g1-out": "on"}, "A set has at least one ground."),
        ({"g0-text_en": ""}, "Write it in at least one language."),
        ({"assessors": "0"}, "greater than or equal to 1"),
        ({"decided_on": "last May"}, "This is no day that the desk can read."),
        ({"title_en": "x" * 301}, "at most 300 characters"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(desk, first, odd, said, kept_in):  # noqa: F811
    if kept_in == "postgres":
        pytest.skip("forms know no database")
    answer = first.post(NEW, typed() | odd)
    page = answer.content.decode()
    assert answer.status_code == 400 and entries(desk) == []
    assert said in page and "Nothing is written yet." in page
    assert "For faith alone." in page and "charter.pdf" in page and "<script>alert" not in page


def test_another_ground_is_added_without_losing_what_was_typed(desk, first):  # noqa: F811
    page = first.post(NEW, {"code": "OURS", "title_en": "Half <typed>", "more": "1"}).content.decode()
    assert page.count('class="ground"') == 2 and "Half &lt;typed&gt;" in page
    assert "Half &lt;typed&gt;" in page_of(first, NEW), "it is kept for whoever comes back"
    assert first.post("/criteria/draft/new/", {"title_en": "Whole", "g0-code": "a"}).status_code == 204
    page = page_of(first, NEW)
    assert "Whole" in page and "it was not sent" in page
    assert first.post("/criteria/draft/new/", {"title_en": "x" * 100_001}).status_code == 413
    first.post("/criteria/draft/new/", {"discard": "1"})
    assert Draft.objects.count() == 0 and "Whole" not in page_of(first, NEW)


def test_only_editors_write_sets_and_everybody_reads_them(desk):
    put(desk, FIRST)
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        client = desk.client(role)
        for where in (NEW, NEXT, f"{SET}retire/", "/criteria/draft/new/"):
            assert client.post(where, typed(code="OTHER")).status_code == 403
        assert client.get(NEW).status_code == 403
        page = page_of(client, SET)
        assert "Retire" not in page and "Copy" not in page
    assert (
        len(list(desk.register.ledger.known_at(kinds=("criteria_set", "withdrawal"))))
        == len(entries(desk))
        == 1
    )


def test_an_earlier_moment_shows_the_sets_of_then_and_nothing_is_written(desk, first):  # noqa: F811
    put(desk, FIRST)
    first.post("/moment/", DAY | {"known_at": "2020-01-01"})
    assert first.get(SET).status_code == 404 and "OURS" not in page_of(first, "/criteria/")
    assert first.get("/lists/political-prisoners-by-OURS-1/").status_code == 404
    assert first.post(NEW, typed(code="OTHER")).status_code == 400
    assert len(entries(desk)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_a_set_says_anything_in_english(desk, language):
    put(desk, criteria_set("GUIDELINES-2013").__class__(**_as_own()), SECOND)
    Account.objects.update(language=language)
    client = desk.client("editor")
    left = re.compile("|".join(untranslated(language)))
    pages = [SET, "/criteria/sets/OURS/compared/", NEW, NEXT, "/criteria/", f"{NEW}?from=PACE-1900-2012"]
    answers = [client.get(one).content.decode() for one in pages]
    answers.append(client.post(NEW, {"code": "PACE-1900-2012", "g0-code": "ы"}).content.decode())
    said = {text for page in answers for text in Said(page, language).texts}
    url = criteria_set("GUIDELINES-2013").source.url
    assert sorted(one for one in said if left.fullmatch(one.rstrip(".:")) or is_english(one, url)) == []


def _as_own():
    """A shipped set, with words in three languages, as an own one."""
    of = criteria_set("GUIDELINES-2013")
    return {name: getattr(of, name) for name in of.__slots__} | {"code": "OURS"}


def test_questions_to_the_database_are_few(desk, person, first):  # noqa: F811
    from django.db import connection

    put(desk, FIRST, SECOND)
    pages = {SET: 14, NEW: 14, NEXT: 14, "/criteria/": 14, "/criteria/sets/OURS/compared/": 14,
             f"/people/{person}/assess/OURS/1/": 24, "/lists/political-prisoners-by-OURS-1/": 30}  # fmt: skip
    for where, most in pages.items():
        page_of(first, where)
        with CaptureQueriesContext(connection) as queries:
            page_of(first, where)
        assert len(queries) <= most, (where, len(queries))
