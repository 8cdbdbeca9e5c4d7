"""One body under names of the same words, and numbers of a table told otherwise in the text."""

import pytest

from tizim.audits import audit

TWO_FORMS = {
    "another order": "Жалобу принял Комитет против пыток ООН. Позже Комитет ООН против пыток ответил семье.",
    "a region behind": "Павлодарский областной департамент УИС молчит. Департамент УИС по Павлодарской области "
    "отказал в карте.",
    "басқа жалғау": "Шымкент қалалық соты істі қарады. Кейін Шымкент қаласының соты үкім шығарды.",
}
ONE_FORM = {
    "another case": "Жалобу принял Комитет ООН против пыток. Ответа Комитета ООН против пыток семья ждёт.",
    "a town before it": "Алматының Алмалы аудандық соты істі қарады. Алмалы аудандық соты үкім шығарды.",
    "two courts": "Павлодарский областной суд отменил приговор. Павлодарский городской суд его вынес.",
}
TABLE = "Region\tCases\n\nAlmaty\t39\nAstana\t19\nAktobe\t12\n\nAktobe reported {} cases, its most this year."


@pytest.mark.parametrize("text", TWO_FORMS.values(), ids=TWO_FORMS)
def test_a_body_whose_words_stand_in_two_ways_is_told(text):
    assert "body_forms" in [one.kind for one in audit(text)]


@pytest.mark.parametrize("text", ONE_FORM.values(), ids=ONE_FORM)
def test_case_forms_and_other_bodies_are_left_alone(text):
    assert "body_forms" not in [one.kind for one in audit(text)]


@pytest.mark.parametrize(("number", "told"), [(13, True), (12, False)])
def test_a_number_of_a_row_told_otherwise_in_the_text_is_told(number, told):
    assert ("two_numbers" in [one.kind for one in audit(TABLE.format(number))]) is told
