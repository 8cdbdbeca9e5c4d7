"""Days told next to each other, foundings by a year, penalties replaced, and what is said to stand below."""

import pytest

from tizim.audits import audit

WRONG = {
    "a week of three days": ("duration_dates", "She was taken on 21 May 2024 and let go on 24 May, after a week in the cells."),
    "a strike of 40 days": (
        "duration_dates",
        "On 25 May 2024, after 40 days on hunger strike, he agreed to be treated. He had refused food since "
        "2 May 2024.",
    ),
    "аштық": (
        "duration_dates",
        "Самат Қожа 2024 жылғы 2 мамырда тамақтан бас тартып, 2024 жылғы 12 мамырда аштығын тоқтатты. Жиырма "
        "күн бойы оған дәрігер келмеді.",
    ),
    "a weekday of the year just told": (
        "weekday",
        "The trial began on 1 March 2024. She was warned on 11 April 2025, a Friday, and on 15 April, a Monday.",
    ),
    "counted off": (
        "date_order",
        "His third hearing was on 29 August 2024. The second had been on 30 June, the first on 1 September 2024.",
    ),
    "a later meeting": (
        "last_contradicted",
        "Counsel last saw him on 11 December 2023. During our visit on 23 January 2024 he told us that he was ill.",
    ),
    "последний раз": (
        "last_contradicted",
        "Последний раз защитника допустили к ней 14 марта 2024 года. На свидании 2 апреля 2024 года она жаловалась.",
    ),
    "we before we were": (
        "before_founding",
        "Біздің ұйым 2019 жылы құрылды. 2017 жылдан бері біз 300 адамға көмек көрсеттік.",
    ),
    "a suspended term": ("conversion", "On 3 May 2024 a court turned her suspended sentence into a real one."),
    "annexes by letters": (
        "missing_list",
        "The doctors' letters are in Annex D.\n\nAnnexes\nA. Powers of attorney\nB. Judgment\nC. Complaints",
    ),
    "список ниже": ("missing_list", "Список осуждённых со сроками приводится ниже.\n\nДепутат\nГ. Ахметжанова"),
}  # fmt: skip
RIGHT = {
    "a week": "She was taken on 17 May 2024 and let go on 24 May, after a week in the cells.",
    "a term to come": "On 2 May 2024 the court ordered her arrest for two months. She had been taken on 1 May 2024.",
    "a visit refused": "Counsel last saw him on 11 December 2023. A visit on 23 January 2024 was refused.",
    "a predecessor": "Ұйым 2019 жылы құрылды. Бұған дейін, 2017 жылы, басқа топ жұмыс істеді.",
    "annexes that are there": "The letters are in Annex B.\n\nAnnexes\nA. Powers of attorney\nB. Judgment",
    "in their order": "The first hearing was on 3 May 2024, the second on 9 June 2024.",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), WRONG.values(), ids=WRONG)
def test_days_and_promises_that_do_not_fit_are_told(kind, text):
    assert kind in [one.kind for one in audit(text)]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_days_and_promises_that_fit_are_left_alone(text):
    assert [one.kind for one in audit(text) if one.severity == "A"] == []
