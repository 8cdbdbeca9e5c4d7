"""Names of invented people, and what is no name of a person."""

import pytest


def names(reading, text):
    return [person.name for person in reading(text).persons]


def test_full_names_of_two_to_four_words_with_their_letters(reading):
    text = "Yiğit Aslan Çelikbaş, Róża Zielenko, Bota Samatqyzy and Tran Thi My Hoa were detained."
    assert names(reading, text) == [
        "Yiğit Aslan Çelikbaş",
        "Róża Zielenko",
        "Bota Samatqyzy",
        "Tran Thi My Hoa",
    ]


def test_a_bare_surname_later_in_the_text_is_the_person(reading):
    found = reading("The blogger Daulet Oskemenov was arrested. Oskemenov denies everything.").persons
    assert [(person.name, person.forms) for person in found] == [
        ("Daulet Oskemenov", ("Daulet Oskemenov", "Oskemenov"))
    ]


def test_mentions_stand_where_the_forms_stand(reading):
    text = "The blogger Daulet Oskemenov was arrested. Oskemenov denies everything."
    (person,) = reading(text).persons
    assert [text[start:end] for start, end in person.mentions] == ["Daulet Oskemenov", "Oskemenov"]


def test_two_spellings_of_one_name_are_one_person_of_the_text(reading):
    text = "Serikjan Tolqynov spoke. Serikzhan Tolqynov, as others spell him, was fined."
    assert names(reading, text) == ["Serikjan Tolqynov"]


def test_an_initial_belongs_to_the_full_name(reading):
    assert names(reading, "Murat Sandybaev was fined. M. Sandybaev did not pay.") == ["Murat Sandybaev"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Judge Maira Tolebaeva adjourned the hearing.", "judge"),
        ("His lawyer, Samat Orynov, complained.", "lawyer"),
        ("President Anuar Zhaqsybekov signed the law.", "politician"),
        ("The activist Anuar Zhaqsybekov was detained.", "victim"),
        ("Police officer Anuar Zhaqsybekov wrote a report.", "official"),
    ],
)
def test_the_kind_follows_from_the_title_or_the_act(reading, text, kind):
    assert reading(text).persons[0].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The Almaly District Court banned the Free Steppe Party in March 2021.",
        "On Monday the Ministry of Internal Affairs spoke to Kazakh Telecom in Almaty.",
        "They gathered on Abylai Square, near the Central Park.",
        'The movement "New Dawn" and the newspaper Altyn Dala were closed.',
        "According to Amnesty International, the Criminal Code is vague.",
        "No names were given. Police Detained Several Protesters",
        "Open Steppe Foundation, Freedom Watch and the Council of Elders protested.",
    ],
)
def test_organisations_places_and_headings_are_no_people(reading, text):
    assert names(reading, text) == []


def test_two_names_run_together_by_a_lost_comma_are_two(reading):
    assert names(reading, "Police questioned Anna Sharipova Alma Nurtaeva.") == [
        "Anna Sharipova",
        "Alma Nurtaeva",
    ]


def test_a_title_before_a_surname_alone_names_a_person(reading):
    assert names(reading, "Judge Tolebaeva fined him.") == ["Tolebaeva"]
