"""Numbers told sentences apart, what is told of one person in several places, and what leaves nothing to say."""

import pytest

from tizim.audits import audit


def _kinds(text):
    return {one.kind for one in audit(text)}


WRONG = [
    (
        "sum",
        "In spring the group noted 47 detentions. Courts sat at night. Over the summer it noted a further"
        " 38 detentions. Over the whole year it noted 87 detentions.",
    ),
    ("sum", "Four men stopped eating that day and two more joined later, so that there were five of them."),
    (
        "sum",
        "The families sent nine letters. Five were answered, three passed on, and the remaining two lost.",
    ),
    ("sum", "We asked for 42 visits. Nineteen were allowed, 20 were refused and five got lost."),
    ("sum", "На заседание пришли 46 человек, внутрь пустили 18, ещё 30 остались у входа."),
    ("sum", "Бюро 26 өтініш қабылдады. Он бірі еңбек дауына, сегізі ұстауға, бесеуі қысымға қатысты."),
    (
        "sum",
        "На скамье подсудимых девять человек. Процесс шёл долго.\n\nЧетверо получили лишение свободы,"
        " трое — ограничение свободы, одна оправдана.",
    ),
    (
        "sum",
        "Region | Files | Trials\nAtyrau | 22 | 5\nAktau | 41 | 8\nAktobe | 13 | 3\nAll of them | 76 | 15",
    ),
    (
        "sum",
        "Есеп төмендегідей:\n\n- Қостанай — 14 айыппұл, 6 ескерту;\n- Рудный — 8 айыппұл, 2 ескерту;\n"
        "- Петропавл — 11 айыппұл, 5 ескерту.\n\nБарлығы 35 айыппұл, 13 ескерту тіркелді.",
    ),
    (
        "part_exceeds_whole",
        "Thirty-one people were brought before a judge. Hearings were short. Thirty-four of those tried had"
        " no lawyer.",
    ),
    (
        "part_exceeds_whole",
        "Оштрафованы шесть человек. Суд шёл час. Восьмерым из оштрафованных не дали копий.",
    ),
    (
        "part_exceeds_whole",
        "Он екі адамға айыппұл салынды. Сот бір сағатқа созылды. Айыппұл салынғандардың он төрті — әйелдер.",
    ),
    (
        "age_birth",
        "Zoya Arkadieva is a retired nurse. She is 58 and lives alone. Born in 1972, she knows the town in 2024.",
    ),
    (
        "penalty_range",
        "The prosecutor charged Marat Syzdyk under article 405, part 2, of the Criminal Code. The trial was short. On"
        " 11 July 2023 the court sent Marat Syzdyk to prison for five years.",
    ),
    (
        "maximum_exceeded",
        "The heaviest penalty is community service of 120 hours. The court was harsh. Ms Asel Tokmar was"
        " sentenced to community service of 180 hours.",
    ),
    (
        "bound_and_exact",
        "Не менее 45 человек пришли на встречу. Через неделю всех этих 45 человек вызвали в полицию.",
    ),
    (
        "identified_by_elimination",
        "Three let us name them: Inna Garber, Marat Syzdyk and Oleg Marin. The fourth, a teacher, asked not"
        " to be named.",
    ),
    ("date_order", "Our letter of 2 September 2024 was received on 28 August 2024, as the stamp shows."),
    (
        "last_contradicted",
        "Последнее свидание было 5 октября 2024 года. Он был весел. 19 октября 2024 года она приехала на"
        " свидание снова.",
    ),
    (
        "last_contradicted",
        "С июля обысков не было. 11 сентября 2023 года у неё искали весь день. Это было 11 сентября 2023 года.",
    ),
    (
        "missing_list",
        "We are looking for:\n\nThe next bulletin will come out in January. Until then write to us.",
    ),
    ("name_spelling", "Судья Айгерим Тлеубаева слушала дело. Потом Айгерим Тулеубаева ушла."),
]

RIGHT = [
    "In spring the group noted 47 detentions. Over the summer it noted a further 38 detentions. Over the"
    " whole year it noted 85 detentions.",
    "Four men stopped eating that day and two more joined later, so that there were six of them.",
    "We asked for 42 visits. Nineteen were allowed, 20 were refused and three got lost.",
    "Of the 14 people who had come, nine were let in, as there were only nine chairs.",
    "Of the defence’s 31 motions three were granted, of the prosecution’s nine, all.",
    "Money came from 58 people, of whom 33 live in the city and 25 abroad; two of them write each month.",
    "Thirty-one people were brought before a judge. Twenty-four of those tried had no lawyer.",
    "Кабина 2 × 5 метров на девятерых стояла в зале. Все 17 ходатайств удовлетворены.",
    "Письмо от 2 февраля 2024 года зарегистрировано 5 февраля 2024 года.",
]


@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_what_does_not_fit_is_told_though_it_stands_sentences_apart(kind, text):
    assert kind in _kinds(text)


@pytest.mark.parametrize("text", RIGHT)
def test_what_fits_is_left_alone(text):
    assert [one.kind for one in audit(text) if one.severity == "A"] == []


def test_terms_of_several_people_read_as_one_stop_no_check():
    audit("A. Sadyk, B. Orazbek and C. Lim got one, two and one and a half years in prison and six months.")


def test_titles_and_terms_of_articles_are_told_in_the_words_of_each_language():
    text = "Его приговорили по части 2 статьи 405 УК к пяти годам лишения свободы."
    (one,) = [each for each in audit(text) if each.kind == "penalty_range"]
    assert "2 года" in one.message("ru") and "2 жыл" in one.message("kk")
    assert not any("the term" in one.message(language) for language in ("ru", "kk"))
