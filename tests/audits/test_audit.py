"""Single findings, each in a sentence or two."""

import pytest

from tizim.audits import Draft, audit, audit_together, kinds


def found(text: str, **options) -> set[str]:
    return {one.kind for one in audit(text, **options)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("weekday", "The court met on Monday, 14 March 2023."),
        ("sum_bounds", "More than 30 people were fined and 15 arrested; thus, 45 people were punished."),
        ("others_count", "Three suspects were held. One of the suspects, Kanat Umbet, is a guard. Another suspect, Fedor Lazar, drives. The other two suspects are unknown."),
        ("conversion", "The court replaced his restriction of liberty with imprisonment."),
        ("criminal_fine", "She was sentenced to a fine of 140 euro on a criminal charge."),
        ("term_alternatives", "He stays on the list for six or eight years."),
        ("word_lost", "They got two and half and two years in prison."),
        ("court_forms", "The Yesil District Court sat in May. The Esil District Court sat in June."),
        ("office_forms", "He is President of the Security Council. As Chairman of the Security Council he signs."),
        ("first_name_only", "A letter held the name “Altyn” among others."),
        ("two_towns", "Olzhas Temir, 40, from Kaskelen, was fined. Olzhas Temir from Taldykorgan was fined."),
        ("place_anachronism", "On 13 March 2018 the court in Nur-Sultan ruled."),
        ("movement_like_article", "The movement “Article 14” was banned."),
        ("sum", "In 2021 there were 54 searches (30 in Almaty, 15 in Shymkent and 8 in Oral)."),
        ("sum", "Задержаны 12 человек — пять мужчин и шесть женщин."),
        ("sum", "Всего осуждено 45 человек, из них 20 в Алматы, 15 в Шымкенте и 11 в Актау."),
        ("sum", "Барлығы 45 адам сотталды, оның ішінде 20 адам Алматыда, 15 адам Шымкентте, 11 адам Ақтауда."),
        ("list_count", "Осуждены четверо: Арон Белов, Сауле Нурлан, Тимур Аскар."),
        ("age_birth", "Марат Сеитов (1980 г.р.), 51 год, задержан 12 мая 2021 года."),
        ("conversion", "Суд заменил ей условный срок реальным лишением свободы."),
        ("conversion", "The restriction of freedom was commuted to a prison term."),
        ("place_renamed", "In Nur-Sultan he was fined, and then in Astana he was arrested."),
        ("last_contradicted", "Последний обыск прошёл 3 марта 2021 года. Ещё один обыск прошёл 10 мая 2021 года."),
        ("two_ages", "Olzhas Temir, 61, was fined. A paper calls the 54-year-old Olzhas Temir healthy."),
        ("respectively", "Olzhas Temir and Ilyas Orman got two, three and four months respectively."),
        ("date_order", "Olzhas Temir was detained on 4 May 2021. He was released on 1 May 2021."),
        ("citation_mark", "The deputies answered [1], [2]."),
    ],
)  # fmt: skip
def test_a_kind_is_found(kind, text):
    assert kind in found(text)


def test_what_might_be_is_no_conversion():
    assert "conversion" not in found("If she leaves, the restriction may be replaced with imprisonment.")


def test_a_known_day_of_the_text_resolves_what_is_relative():
    text = "She was arrested last month. The hearing is on 9 June."
    assert {"relative_date", "no_year", "no_date"} <= found(text)
    assert not {"relative_date", "no_year", "no_date"} & found(text, date="2022-05-01")


def test_a_reprint_is_no_second_source():
    long = (
        "Police searched the house of the teacher on Friday and took away her telephone and her papers. " * 3
    )
    first = Draft(
        long + "The teacher denies the charges that were read to her in court on Monday.", name="first"
    )
    second = Draft(
        "Police searched the house of the teacher on Friday and took away her telephone.", name="second"
    )
    assert "reprint" in {one.kind for one in audit_together([first, second])}


def test_findings_stand_in_the_order_of_the_text_and_once():
    text = "The court met on Monday, 14 March 2023. It met again on Monday, 21 March 2023."
    told = [one for one in audit(text) if one.kind == "weekday"]
    assert [one.places[0].start for one in told] == sorted(one.places[0].start for one in told)
    assert len(told) == 2


def test_every_kind_has_a_severity_with_its_reason():
    assert all(kind.severity in "ABC" and kind.reason for kind in kinds().values())


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "a", "Иә.", "¶ § 5", "«", "12", "12 people: ", "]]]]", "A" * 5000]
)
def test_odd_texts_do_no_harm(text):
    assert isinstance(audit(text), tuple)
