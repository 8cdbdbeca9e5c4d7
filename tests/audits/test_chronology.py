"""Papers, cases, custody and lives followed through a text, however they are worded."""

import pytest

from tizim.audits import Draft, audit
from tizim.audits.chronology.apart import tellings
from tizim.audits.chronology.clauses import clauses
from tizim.audits.chronology.contradictions import contradictions
from tizim.audits.tables import LANGUAGES, table

TURNED = {
    "a petition returned before it was sent": "The petition was handed in at the window on 4 May 2024. "
    "The court returned it without a decision on 29 April 2024.",
    "a house entered before the warrant": "At dawn on 3 June 2024 six men entered the flat. The warrant that "
    "they showed bears the date of 5 June 2024.",
    "a penalty because of a conviction to come": "She lost her licence on 2 March 2024, following the "
    "conviction. The court had sentenced her on 11 March 2024.",
    "a burial before the death": "He died in the prison hospital on 9 July 2024. The funeral was on 7 July.",
    "a draft commented before it was out": "Our comments were sent on 3 May 2024. The bill was made public "
    "only on 20 May 2024.",
    "жалоба": "Министерство ответило 4 апреля на запрос, направленный 10 апреля 2024 года.",
    "приговор до конца слушаний": "Дело слушалось с 13 января по 28 февраля 2024 года. Приговор огласили "
    "21 февраля.",
    "дело до конца следствия": "Следствие закончилось в декабре; дело ушло в суд 11 ноября 2023 года.",
    "тінту": "Үйді полиция 2024 жылғы 9 мамырда тінтті. Тінтуге санкцияны сот 2024 жылғы 12 мамырда берген.",
    "хат": "Прокуратура біздің 2024 жылғы 22 сәуірдегі хатымызға 2024 жылғы 17 сәуірде жауап берді.",
    "айып": "Айып оған 2024 жылғы 15 мамырда тағылды, ал іс 2024 жылғы 20 мамырда ғана қозғалды.",
}
RIGHT = {
    "in order": "The petition was handed in at the window on 4 May 2024. The court returned it on 29 May 2024.",
    "a second petition": "The court returned the petition on 29 April 2024. A second petition was handed in "
    "on 4 May 2024.",
    "two people": "Aidar Omarov was sentenced on 2 May 2024. The trial of Laura Kim began on 20 May 2024.",
    "the day until which it lasts": "On 16 November 2023 the judge ordered his detention until 16 January "
    "2024.",
    "по порядку": "15 января 2024 года дело передано в суд, а 12 февраля 2024 года начался процесс.",
    "ретімен": "Шағым 2024 жылғы 3 мамырда түсті, сот оны 2024 жылғы 19 мамырда қанағаттандырусыз қалдырды.",
}


@pytest.mark.parametrize("text", TURNED.values(), ids=TURNED)
def test_what_is_dated_before_what_it_follows_is_told(text):
    assert [one.kind for one in audit(text) if one.severity == "A"] == ["date_order"]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_days_in_their_order_and_of_other_papers_and_people_are_left_alone(text):
    assert list(contradictions(Draft(text))) == []


def test_each_day_of_a_sentence_has_the_clause_that_tells_it():
    text = "The appeal, lodged on 12 June 2024, was dismissed on 6 June 2024."
    found = [text[one.at.start : one.at.end].strip() for one in clauses(Draft(text))]
    assert found == ["The appeal, lodged on 12 June 2024,", "was dismissed on 6 June 2024."]


def test_what_stands_behind_the_day_of_a_chronicle_is_of_that_day():
    text = "9 September 2024. Aktobe. The court upheld the sentence. The appeal was brought on 11 September."
    assert [one.first.day for one in clauses(Draft(text))] == [9, 9, 11]


TIED = {
    "what had been lies before": "The lawyer closed her office on 4 May 2024. She had rented it on 20 May.",
    "what a decision rests on": "The consul refused the visa on 2 May 2024, relying on the interview. The "
    "interview took place on 9 May.",
    "the paper with which it was done": "They sealed the hall on 3 June 2024, with an order that the akim "
    "signed two days after they had left.",
    "the summons to a questioning": "The editor was questioned on 6 March 2024. The summons to the "
    "questioning was brought on 9 March.",
    "an opinion spoken of before it was written": "On 5 June 2024 the judge read from the opinion. The "
    "opinion is dated 11 June.",
    "so long before the ruling": "The appeal was lodged on 10 April 2024. The court had thrown it out "
    "two days before.",
    "what is learnt of later": "The court ruled on 14 May 2024. We learnt of its ruling on 9 May.",
    "what is said to be late": "She was taken on 11 June 2024. Only on 10 June was she given water.",
    "behind an interview": "The office refused her on 7 June 2024, after an interview that took place on 21 "
    "June.",
    "admitted and discharged": "He was admitted on 6 June 2024 and discharged on 2 June.",
    "after somebody's death": "Aidar Omarov died on 3 March 2024. On 9 May Omarov wrote a letter to the "
    "court.",
    "повестка": "Редактора допросили 6 марта 2024 года. Повестку на допрос принесли 9 марта.",
    "протокол": "Протокол о задержании составлен 3 мая 2024 года. Ербола взяли у подъезда 5 мая.",
    "ответ раньше просьбы": "17 апреля 2024 года она просила допустить врача. Отказ датирован 11 апреля.",
    "рұқсат": "2024 жылғы 5 маусымда кеңсені тінтті. Тінтуге рұқсатты судья 9 маусымда берген.",
    "бұрынғы өткен шақ": "Ол ауруханадан 2024 жылғы 2 сәуірде шықты. Ауруханаға 5 сәуірде түскен екен.",
}
NOT_TIED = {
    "what had been, as it should be": "The lawyer closed her office on 20 May 2024. She had rented it on 4 "
    "May.",
    "of another clause": "In March 2024 a guard told her that he had been beaten. On 1 April she wrote "
    "about it.",
    "the order came first": "They sealed the hall on 3 June 2024, with an order that the akim signed two "
    "days before.",
    "begun and ended, of two things": "The inquiry ended on 3 June 2024. The trial began on 9 June.",
    "posthumously": "Aidar Omarov died on 3 March 2024. On 9 May Omarov was named an honorary member.",
    "по порядку": "Повестку на допрос принесли 4 марта 2024 года. Редактора допросили 6 марта.",
    "ретімен": "Тінтуге рұқсатты судья 2024 жылғы 3 маусымда берген. Кеңсені 5 маусымда тінтті.",
}


@pytest.mark.parametrize("text", TIED.values(), ids=TIED)
def test_what_is_tied_by_tense_paper_or_reference_holds_together_or_is_told(text):
    assert "date_order" in [one.kind for one in audit(text)]


@pytest.mark.parametrize("text", NOT_TIED.values(), ids=NOT_TIED)
def test_what_is_tied_and_holds_together_is_left_alone(text):
    assert [one.kind for one in audit(text) if one.severity == "A"] == []


def test_what_is_told_so_long_after_something_has_a_day():
    text = "She was taken on 3 May 2024. Two days later the judge sent her to the cells."
    assert [one.first.day for one in tellings(Draft(text))] == [3, 5]


def test_one_wrong_day_of_the_week_is_one_mark():
    text = "The verdict came on Monday, 14 May 2024. It rained on Monday, 14 May 2024."
    (found,) = (one for one in audit(text) if one.kind == "weekday")
    assert len(found.places) == 2


INSIDE = (
    "Aidar Omarov was detained on 11 June 2024.\n\nOn 24 July 2024 Omarov was released after {} in a cell."
)


def test_how_long_somebody_was_inside_is_held_against_the_day_on_which_he_was_taken():
    assert [one.kind for one in audit(INSIDE.format("four months"))] == ["duration_dates"]
    assert [one.kind for one in audit(INSIDE.format("six weeks")) if one.severity == "A"] == []


def test_an_age_is_held_against_the_day_of_birth_on_the_day_that_is_told():
    text = "Aidar Omarov was born on 17 August 1990. Omarov was arrested on 8 October 2023, at the age of {}."
    assert "age_birth" in [one.kind for one in audit(text.format(32))]
    assert "age_birth" not in [one.kind for one in audit(text.format(33))]


def test_a_name_that_a_place_no_longer_bore_on_a_day_is_told():
    assert [one.kind for one in audit("In 2013 she came back to Guryev.")] == ["place_anachronism"]
    assert [one.kind for one in audit("She was born in Guryev in 1971 and grew up there until 2001.")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_of_a_language_takes_a_key_of_another(language):
    keys = [
        key for name in ("order", "threads", "telling", "quantities") for key in table(f"{language}/{name}")
    ]
    assert len(keys) == len(set(keys))
    assert not set(table(f"{language}/order")) & {*table(f"{language}/relating"), *table(f"{language}/words")}
