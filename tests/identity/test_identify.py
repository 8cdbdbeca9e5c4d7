"""Mentions placed with those of the same person: what joins, what never does, and what never matters."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.identity import WrittenMention, identify


def groups(*mentions: WrittenMention) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in identify(mentions):
        found.setdefault(one.cluster_id, set()).add(one.mention_id)
    return {frozenset(some) for some in found.values()}


def named(*names: str, context: str = "", document: str = "d1") -> list[WrittenMention]:
    return [
        WrittenMention(f"m{number}", name, "en", "2020-01-01", context, document)
        for number, name in enumerate(names)
    ]


def apart(*names: str) -> list[WrittenMention]:
    return [
        WrittenMention(f"m{number}", name, "en", "", "", f"d{number}") for number, name in enumerate(names)
    ]


def together(*mentions: WrittenMention) -> bool:
    return len(groups(*mentions)) == 1


def test_a_name_is_found_again_across_documents_scripts_and_cases():
    assert together(*apart("Nurlan Zhelkenov", "Нұрлан Желкенов", "Желкенова Нурлана", "Желкенов Нурлан"))


def test_different_names_stay_apart_whatever_their_context_says():
    same = "44, judge, Oral, art. 405, sentenced 21 June 2021"
    assert not together(*named("Nurlan Zhelkenov", "Nurzhan Zhelkenov", context=same))
    assert not together(*named("Murat Zhelkenov", "Marat Zhelkenov", context=same))


def test_a_father_and_a_son_of_one_name_are_parted_by_their_ages():
    old = [
        WrittenMention(f"o{n}", "Nurlan Zhelkenov", "en", "2020-01-01", told, f"o{n}")
        for n, told in enumerate(["71", "71, poet", ""])
    ]
    young = [
        WrittenMention(f"y{n}", "Нурлан Желкенов", "ru", "2020-05-01", told, f"y{n}")
        for n, told in enumerate(["34 года", "34-летний водитель"])
    ]
    clusters = {one.mention_id: one.cluster_id for one in identify([*old, *young])}
    assert clusters["o0"] == clusters["o1"] != clusters["y0"] == clusters["y1"]


def test_a_judge_and_a_poet_of_one_name_in_two_towns_are_parted():
    judge = WrittenMention("m1", "Dana Probova", "en", "2020", "judge, Oral, 51", "d1")
    poet = WrittenMention("m2", "Dana Probova", "en", "2020", "poet, Semey, 45", "d2")
    assert not together(judge, poet)


@pytest.mark.parametrize("short", ["Желкенов", "Желкенову", "Нурлан", "Н. Желкенов", "Zhelkenov"])
def test_a_short_name_joins_its_one_bearer_inside_a_document_only(short):
    inside = WrittenMention("m2", short, "ru", "", "", "d1")
    outside = WrittenMention("m3", short, "ru", "", "", "d2")
    full = WrittenMention("m1", "Нурлан Желкенов", "ru", "", "", "d1")
    assert groups(full, inside, outside) == {frozenset({"m1", "m2"}), frozenset({"m3"})}


def test_a_short_name_that_two_bear_stays_alone():
    mentions = named("Nurlan Zhelkenov", "Bolat Zhelkenov", "Zhelkenov")
    assert len(groups(*mentions)) == 3
    assert len(groups(*named("Nurlan Zhelkenov", "Bolat Zhelkenov", "N. Zhelkenov"))) == 2


def test_a_surname_in_latin_letters_is_a_woman_s_or_a_man_s_and_in_cyrillic_a_vowel_may_be_a_case():
    latin = named("Nurlan Zhelkenov", "Dana Zhelkenova", "Zhelkenova")
    assert frozenset({"m1", "m2"}) in groups(*latin)
    assert len(groups(*named("Нурлан Желкенов", "Дана Желкенова", "Желкенова"))) == 3
    assert frozenset({"m0", "m2"}) in groups(*named("Нурлан Желкенов", "Дана Желкенова", "Желкенов"))


def test_a_short_name_joins_no_father_by_the_patronymic():
    assert len(groups(*named("Нурлан Серикулы Желкенов", "Серик"))) == 2


def test_an_occupation_before_a_name_is_no_part_of_it():
    assert together(*apart("Судья Дана Пробова", "Дана Пробова", "judge Dana Probova"))


def test_a_short_name_whose_context_is_another_s_stays_alone():
    judge = WrittenMention("m2", "Судья Б. Желкенова", "ru", "", "судья", "d1")
    poet = WrittenMention("m1", "Болат Желкенов", "ru", "", "поэт", "d1")
    assert not together(judge, poet)
    assert together(WrittenMention("m2", "Б. Желкенова", "ru", "", "поэт", "d1"), poet)


@pytest.mark.parametrize(
    "senior", ["Nurlan Zhelkenov Sr.", "Нурлан Желкенов-старший", "Желкенов Нурлан, старший"]
)
def test_a_father_who_is_called_the_senior_is_parted_from_the_others_of_his_name(senior):
    clusters = [
        one.cluster_id for one in identify(apart("Nurlan Zhelkenov", senior, "Нурлан Желкенов мл.", senior))
    ]
    assert clusters[0] == clusters[2] != clusters[1] == clusters[3]


def test_a_bare_name_does_not_pass_by_initials_that_nobody_bears():
    assert len(groups(*named("Nurlan Zhelkenov", "B. Zhelkenov", "Zhelkenov"))) == 3


def test_equal_short_names_of_one_document_are_one_and_of_two_are_not():
    assert together(*named("Zhelkenov", "Желкенов"))
    assert len(groups(*apart("Zhelkenov", "Zhelkenov"))) == 2


def test_without_a_column_the_same_day_and_language_is_one_document_and_less_certain():
    told = [
        WrittenMention(f"m{n}", name, "en", "2020-01-01")
        for n, name in enumerate(("Nurlan Zhelkenov", "Zhelkenov"))
    ]
    known = named("Nurlan Zhelkenov", "Zhelkenov")
    assert together(*told) and together(*known)
    assert identify(told)[1].certainty < identify(known)[1].certainty < 1.0
    assert not together(told[0], WrittenMention("m2", "Zhelkenov", "ru", "2020-01-01"))
    assert not together(WrittenMention("m1", "Nurlan Zhelkenov"), WrittenMention("m2", "Zhelkenov"))


def test_nobody_who_has_no_name_is_joined_with_anybody():
    mentions = named(
        "unnamed woman", "unnamed woman", "", "", "Activist", "Activist", "x" * 10_000, "😀", "@zhelkenov 7"
    )
    assert len(groups(*mentions)) == len(mentions)


def test_a_context_lifts_a_weak_spelling():
    plain = apart("Daulemurat Zhiemurov", "Dauletmurat Jiyemurov", *[f"Probov{n}a Dana" for n in range(30)])
    told = [
        WrittenMention(
            one.mention_id,
            one.name,
            "en",
            "2020",
            "44, poet, orchard rally, Oral" if number < 2 else f"case {number}",
            one.document,
        )
        for number, one in enumerate(plain)
    ]
    clusters = [one.cluster_id for one in identify(told)]
    assert clusters[0] == clusters[1]


def test_another_name_that_the_context_gives_is_taken_for_a_name():
    assert together(
        WrittenMention("m1", "Nurlan Zhelkenov", "en", "", "legal name of the poet known as Probov", "d1"),
        WrittenMention("m2", "Nurlan Probov", "en", "", "poet", "d2"),
    )


NAMES = [
    "Nurlan Zhelkenov",
    "Нурлан Желкенов",
    "Желкенова Нурлана",
    "Nurzhan Zhelkenov",
    "Zhelkenov",
    "N. Zhelkenov",
    "Нурлан",
    "Dana Probova",
    "Пробова",
    "Дана Пробова",
    "unnamed",
    "",
    "\ud800 Z",
    "Nurlan Zhelkenow",
]
CONTEXTS = ["", "44", "71, judge", "poet, Oral", "sentenced 21 June 2021, art. 405", "known as Probov"]
MENTIONS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["en", "ru"]),
        st.sampled_from(["", "2020-01-01"]),
        st.sampled_from(CONTEXTS),
        st.sampled_from([None, "", "d1", "d2"]),
    ),
    max_size=12,
).map(lambda rows: [WrittenMention(f"m{number}", *row) for number, row in enumerate(rows)])


@settings(max_examples=150, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(mentions, chance):
    mixed = [*mentions]
    chance.shuffle(mixed)
    assert {(one.mention_id, one.cluster_id, one.certainty) for one in identify(mentions)} == {
        (one.mention_id, one.cluster_id, one.certainty) for one in identify(mixed)
    }


@settings(max_examples=100, deadline=None)
@given(MENTIONS)
def test_each_mention_is_placed_once_with_a_certainty_and_short_names_never_join_documents(mentions):
    placed = identify(mentions)
    assert [one.mention_id for one in placed] == [one.mention_id for one in mentions]
    assert all(0.0 <= one.certainty <= 1.0 for one in placed)
    clusters: dict[str, list[WrittenMention]] = {}
    for one, mention in zip(placed, mentions, strict=True):
        clusters.setdefault(one.cluster_id, []).append(mention)
    for some in clusters.values():
        full = [one for one in some if " " in one.name and "." not in one.name]
        for one in some:
            if one not in full and len(some) > 1:
                assert one.stands_in and one.stands_in in {
                    other.stands_in for other in some if other is not one
                }


def test_very_many_equal_names_take_no_time_and_make_one_person():
    chance = random.Random(1)
    contexts = [f"{chance.randint(18, 80)}, {chance.choice(['Oral', 'Semey'])}, word{n}" for n in range(2000)]
    begun = time.process_time()
    same = identify([WrittenMention(f"m{n}", "Nurlan Zhelkenov", "en", "2020-01-01") for n in range(40_000)])
    assert len({one.cluster_id for one in same}) == 1 and {one.certainty for one in same} == {1.0}
    identify(
        [
            WrittenMention(f"m{n}", "Nurlan Zhelkenov", "en", "2020-01-01", told, f"d{n}")
            for n, told in enumerate(contexts)
        ]
    )
    identify([WrittenMention(f"m{n}", "Zhelkenov", "en", "2020-01-01") for n in range(20_000)])
    letters = "bdgklmnrst"
    bare = ["".join(chance.choice(letters) + chance.choice("aeiou") for _ in range(4)) for _ in range(2000)]
    identify(named(*bare))
    assert time.process_time() - begun < 30


def test_the_development_data_is_placed_as_well_as_it_was(shared):
    import csv

    with (shared / "gold" / "identity" / "mentions.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["person_id"] != "?"]
    mentions = [
        WrittenMention(
            row["mention_id"], row["name_as_written"], row["lang"], row["source_date"], row["context"]
        )
        for row in rows
    ]
    said = {one.mention_id: one.cluster_id for one in identify(mentions)}
    full = [row for row in rows if row["form"].startswith("full") and "alias" not in row["form"]]
    pairs = [(one, other) for place, one in enumerate(full) for other in full[:place]]
    same = [one["person_id"] == other["person_id"] for one, other in pairs]
    joined = [said[one["mention_id"]] == said[other["mention_id"]] for one, other in pairs]
    both = sum(a and b for a, b in zip(same, joined, strict=True))
    assert 2 * both / (sum(same) + sum(joined)) >= 0.985
