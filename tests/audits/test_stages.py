"""What the newer checks say, one sentence a case: stages of a case, parts and shares, the last one left unnamed."""

import pytest

from tizim.audits import audit

SAID = [
    ("date_order", "Dana Orak was detained on 6 July 2023. On 4 July 2023 the court ordered her detention for two months."),
    ("date_order", "The trial of Dana Orak began on 5 May 2023. The appeal was lodged on 2 May 2023, after the verdict."),
    ("date_order", "Приговор оглашён 29 марта 2022 года, а судебное разбирательство началось 4 апреля 2022 года."),
    ("date_order", "Дана Орақ 2023 жылғы 5 маусымда ұсталды. Сот 2023 жылғы 2 маусымда оны екі айға қамауға алды."),
    ("part_exceeds_whole", "Eight people stood there. Nine of the eight were taken away."),
    ("part_exceeds_whole", "There were 20 hearings. Twenty-two of the hearings were closed."),
    ("sum", "The report tells of 26 defenders. Sixteen of the defenders are women and eleven are men."),
    ("sum", "Of the 42 witnesses, 26 were called by one side, 11 by the other and 6 by the court."),
    ("sum", "At least 19 people came; there were 19 witnesses. 60 per cent of the witnesses, or 15, are workers."),
    ("sum", "In 2022 there were four such cases and in 2023 nine. The number has tripled."),
    ("others_count", "Four of the seven officers have been identified. The other four wore masks."),
    ("identified_by_elimination", "We spoke with five people. Four of them agreed to be named. The fifth, a nurse, did not."),
    ("identified_by_elimination", "Из 14 заявителей согласились назвать себя тринадцать. Ещё один опасается за сына и просил не называть его имени."),
    ("duration_dates", "He was held from 3 to 15 January 2023, eleven days."),
    ("duration_dates", "One was freed on 31 January 2024. The other came home two days earlier, on 2 February 2024."),
    ("list_count", "He was questioned five times: on 1, 3, 10 and 17 February 2022."),
    ("homoglyph", "The opinion was signed by К. Nurakyn."),
    ("body_forms", "The Police Department of the Abai Region answered. The Abai Region Police Department did not."),
    ("conversion", "The court cancelled the suspended sentence and sent her to a penal colony."),
]  # fmt: skip
LEFT_ALONE = [
    "Dana Orak was detained on 6 July 2023. On 8 July 2023 the court ordered her detention for two months.",
    "Dana Orak was detained on 6 July 2023. She had been sentenced on 4 May 2022 to a fine.",
    "Dana Orak was released on 5 May 2023 and detained again on 10 May 2023.",
    "Ten people stood there. Nine of the ten were taken away.",
    "The report tells of 27 defenders. Sixteen of the defenders are women and eleven are men.",
    "Of the 42 witnesses, 25 were called by one side, 11 by the other and 6 by the court.",
    "In 2022 there were three such cases and in 2023 nine. The number has tripled.",
    "Four of the seven officers have been identified. The other three wore masks.",
    "We spoke with twelve people. Four of them agreed to be named.",
    "He was held from 3 to 15 January 2023, thirteen days.",
    "He was questioned four times: on 1, 3, 10 and 17 February 2022.",
]


@pytest.mark.parametrize(("kind", "text"), SAID)
def test_what_does_not_fit_is_told(kind, text):
    assert kind in {one.kind for one in audit(text)}


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_fits_is_left_alone(text):
    assert [one.kind for one in audit(text) if one.severity == "A"] == []
