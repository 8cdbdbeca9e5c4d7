"""What the Kazakh reader takes from sentences: invented people, the field's usual ways of saying things."""

import pytest

from tizim import Problem
from tizim.reading import read
from tizim.reading.found import ClaimFound, Reading

_DAY = "2021-06-16"


def reading(text: str, date: str = _DAY) -> Reading:
    found = read(text, date=date, language="kk")
    assert not isinstance(found, Problem)
    return found


def claims(text: str, date: str = _DAY) -> list[tuple[str | None, str]]:
    return sorted((claim.person or str(claim.count_min), claim.act) for claim in reading(text, date).claims)


def only(text: str, act: str) -> ClaimFound:
    found = [claim for claim in reading(text).claims if claim.act == act]
    assert len(found) == 1, [(claim.act, claim.start) for claim in reading(text).claims]
    return found[0]


@pytest.mark.parametrize(
    ("text", "person", "act"),
    [
        ("Полиция белсенді Қыран Саркеевті ұстады.", "Қыран Саркеев", "detention"),
        ("Кеше белсенді Қыран Саркеев ұсталды.", "Қыран Саркеев", "detention"),
        ("Белсенді Дана Көктеубаеваны үйінің жанынан полиция бөліміне алып кетті.", "Дана Көктеубаева", "detention"),
        ("Сот блогер Қыран Саркеевті екі айға қамауға алды.", "Қыран Саркеев", "pretrial_detention"),
        ("Қыран Саркеев тергеу абақтысында отыр.", "Қыран Саркеев", "pretrial_detention"),
        ("Қыран Саркеев үйқамаққа шығарылды.", "Қыран Саркеев", "house_arrest"),
        ("Қыран Саркеевтің үйінде тінту жүргізілді.", "Қыран Саркеев", "search"),
        ("Полиция Қыран Саркеевтен жауап алды.", "Қыран Саркеев", "interrogation"),
        ("Қыран Саркеевке қатысты қылмыстық іс қозғалды.", "Қыран Саркеев", "charge"),
        ("Журналист Қыран Саркеевтің үстінен іс қозғады.", "Қыран Саркеев", "charge"),
        ("Қыран Саркеевке экстремистік ұйымға қатысты деген айып тағылды.", "Қыран Саркеев", "charge"),
        ("Қыран Саркеевтің соты 8 маусымда басталды.", "Қыран Саркеев", "trial"),
        ("Дана Көктеубаева сот залынан босатылды.", "Дана Көктеубаева", "release"),
        ("Дана Көктеубаева колониядан бостандыққа шықты.", "Дана Көктеубаева", "release"),
        ("Полицейлер Қыран Саркеевті соққыға жықты.", "Қыран Саркеев", "ill_treatment"),
        ("Белгісіз біреулер журналист Дана Көктеубаеваны өлтіреміз деп қорқытты.", "Дана Көктеубаева", "threat"),
        ("Мұғалім Дана Көктеубаева жұмыстан шығарылды.", "Дана Көктеубаева", "dismissal"),
        ("Шекарашылар Қыран Саркеевті елден шығармады.", "Қыран Саркеев", "travel_ban"),
        ("Белсенді Қыран Саркеевтің банк шоттары бұғатталды.", "Қыран Саркеев", "financial_listing"),
        ("Тұтқын Қыран Саркеев тергеу изоляторында қайтыс болды.", "Қыран Саркеев", "death"),
        ("Қыран Саркеевті психиатриялық ауруханаға жатқызды.", "Қыран Саркеев", "forced_psychiatry"),
    ],
)  # fmt: skip
def test_an_act_finds_its_victim(text: str, person: str, act: str) -> None:
    assert (person, act) in claims(text)


@pytest.mark.parametrize(
    ("text", "act", "outcome"),
    [
        ("Сот Қыран Саркеевті 15 тәулікке қамады.", "administrative_arrest", "administrative_arrest P15D"),
        ("Қыран Саркеев он бес тәулікке қамауға алынды.", "administrative_arrest", "administrative_arrest P15D"),
        ("Сот Қыран Саркеевке 87 500 теңге айыппұл салды.", "fine", "fine 87500 KZT"),
        ("Қыран Саркеевке 145,8 мың теңге айыппұл салынды.", "fine", "fine 145800 KZT"),
        ("Сот Қыран Саркеевті бес жылға бас бостандығынан айырды.", "sentence", "imprisonment P5Y"),
        ("Қыран Саркеевке бір жарым жыл бас бостандығын шектеу жазасы кесілді.", "sentence",
         "restriction_of_liberty P1Y6M"),
        ("Қыран Саркеев үш жылға шартты түрде сотталды.", "sentence", "suspended P3Y"),
        ("Сот Қыран Саркеевті 4 жыл 6 айға түрмеге кесті.", "sentence", "imprisonment P4Y6M"),
        ("Қыран Саркеевті сот екі айға қамауға алды.", "pretrial_detention", "pretrial P2M"),
        ("Апелляциялық алқа Қыран Саркеевтің үкімін өзгеріссіз қалдырды.", "appeal", "upheld"),
        ("Сот Қыран Саркеевті ақтады.", "other", "acquitted"),
        ("Қыран Саркеевке қатысты іс қысқартылды.", "other", "case_closed"),
    ],
)  # fmt: skip
def test_an_act_has_its_outcome(text: str, act: str, outcome: str) -> None:
    claim = only(text, act)
    assert (claim.person, claim.outcome) == ("Қыран Саркеев", outcome)


@pytest.mark.parametrize(
    "text",
    [
        "Прокурор Қыран Саркеевке жеті жыл түрме сұрады.",
        "Қыран Саркеев бес жылға дейін бас бостандығынан айырылуы мүмкін.",
        "Полиция Қыран Саркеевті ұстаған жоқ.",
        "Полиция Қыран Саркеевтің ұсталғанын жоққа шығарды.",
        "Қыран Саркеев ұсталмады.",
        "Қыран Саркеев плакат ұстап тұрды.",
        "Рұқсатсыз жиынға шыққан адамға айыппұл салынады.",
        "Белсенділер Қыран Саркеевті босатуды талап етті.",
    ],
)
def test_what_did_not_happen_is_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("Қылмыстық кодекстің 405-бабының 2-бөлігі бойынша", ("KZ-CC 405(2)",)),
        ("ҚК-нің 405-бабы 2-бөлігімен", ("KZ-CC 405(2)",)),
        ("ҚК 174-бабы бойынша", ("KZ-CC 174",)),
    ],
)
def test_an_article_is_read_as_printed(words: str, articles: tuple[str, ...]) -> None:
    claim = only(f"Сот Қыран Саркеевті {words} бес жылға бас бостандығынан айырды.", "sentence")
    assert claim.articles == articles


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("14 маусымда", "2021-06-14"),
        ("маусымның 14-інде", "2021-06-14"),
        ("2020 жылғы 14 маусымда", "2020-06-14"),
        ("2020 жылдың 14 маусымында", "2020-06-14"),
        ("2020 жылы 14 маусымда", "2020-06-14"),
        ("бүгін", "2021-06-16"),
        ("кеше", "2021-06-15"),
        ("сенбі күні", "2021-06-12"),
        ("былтыр қарашада", "2020-11"),
        ("2019 жылы", "2019"),
        ("сәуірде", "2021-04"),
        ("екі күн бұрын", "2021-06-14"),
    ],
)
def test_a_date_is_read(words: str, date: str) -> None:
    assert only(f"Белсенді Қыран Саркеев {words} ұсталды.", "detention").date == date


def test_each_of_a_row_gets_what_is_said_of_each() -> None:
    text = "Сот Қыран Саркеев пен Дана Көктеубаеваны 15 тәуліктен қамады."
    assert claims(text) == [
        ("Дана Көктеубаева", "administrative_arrest"),
        ("Қыран Саркеев", "administrative_arrest"),
    ]


def test_a_counted_group_stays_unnamed() -> None:
    found = reading("Жексенбіде Шымкентте кемінде 12 адам ұсталды.").claims
    assert [(claim.act, claim.count_min, claim.count_max, claim.place, claim.date) for claim in found] == [
        ("detention", 12, None, "Шымкент", "2021-06-13")
    ]


def test_names_come_back_in_the_base_form() -> None:
    found = reading(
        "Сот Қыран Саркеевті босатты. Саркеевтің айтуынша, судья Дана Көктеубаева үкімді оқыған жоқ."
    )
    assert {person.name for person in found.persons} == {"Қыран Саркеев", "Дана Көктеубаева"}


def test_the_bare_surname_later_is_the_same_person() -> None:
    text = "Белсенді Қыран Саркеев жиынға барды. Кейін Саркеевті полиция ұстады."
    assert claims(text) == [("Қыран Саркеев", "detention")]


def test_latin_letters_give_the_name_as_printed() -> None:
    text = "Bügın Şymkentte belsendı Qyran Sarkeevtı politsiia ūstady."
    found = reading(text)
    claim = found.claims[0]
    assert (claim.act, claim.person, claim.date) == ("detention", "Qyran Sarkeev", "2021-06-16")
    assert text[claim.start : claim.end] == claim.quote


def test_russian_words_and_lost_letters_are_understood() -> None:
    assert ("Қыран Саркеев", "detention") in claims("Кеше Қыран Саркеевті РОВД-ға алып кетти.")
    text = "Кыран Саркеевке административный арест берди, 10 суткиге жапты."
    assert "administrative_arrest" in {act for _, act in claims(text)}


def test_what_is_said_of_a_person_goes_with_the_claim() -> None:
    text = "Алматылық 45 жастағы блогер Қыран Саркеев ұсталды, деп хабарлады адвокаты."
    claim = only(text, "detention")
    assert (claim.age, claim.town, claim.occupation, claim.reported_by) == (
        45,
        "Алматы",
        "блогер",
        "адвокаты",
    )
    assert only("Шымкент тұрғыны Қыран Саркеев ұсталды.", "detention").town == "Шымкент"


def test_a_claim_of_the_police_is_their_version() -> None:
    assert only("Полицияның мәліметінше, Қыран Саркеев ұсталды.", "detention").certainty == "official_version"


def test_kin_is_not_the_person() -> None:
    assert claims("Қыран Саркеевтің інісі ұсталды.") == [("1", "detention")]
    text = "Қыран Саркеевтің әйелі Дана Көктеубаева жұмыстан шығарылды."
    assert claims(text) == [("Дана Көктеубаева", "dismissal")]


def test_a_sentence_that_names_nobody_speaks_of_the_victim_before() -> None:
    text = "Кеше полиция Қыран Саркеевті ұстады. Үш сағаттан соң босатты."
    assert claims(text) == [("Қыран Саркеев", "detention"), ("Қыран Саркеев", "release")]


def test_a_list_behind_a_colon_says_what_happened_to_all() -> None:
    text = "Ұсталғандар: Қыран Саркеев, Дана Көктеубаева."
    assert claims(text) == [("Дана Көктеубаева", "detention"), ("Қыран Саркеев", "detention")]


def test_an_organisation_is_banned() -> None:
    found = reading("Сот «Көкжал» қозғалысын экстремистік деп таныды.").claims
    assert [(one.act, one.organisation, one.outcome) for one in found] == [
        ("organisation_ban", "Көкжал", "declared_extremist")
    ]


def test_parts_of_a_number_are_figures() -> None:
    found = reading("Жыл басынан бері 124 іс тіркелді, оның 37-сі сотқа жетті.").figures
    assert [figure.count for figure in found] == [124, 37]


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("488 бабының 6 бөлігі бойынша", ("KZ-CAO 488(6)",)),
        ("405-баптың екінші бөлігімен", ("KZ-CC 405(2)",)),
        ("Әкімшілік кодекстің 434-1-бабы бойынша", ("KZ-CAO 434-1",)),
        ("174, 405-баптары бойынша", ("KZ-CC 174", "KZ-CC 405")),
    ],
)
def test_articles_without_their_book_are_of_the_usual_one(words: str, articles: tuple[str, ...]) -> None:
    claim = only(f"Сот Қыран Саркеевті {words} екі жылға бас бостандығынан айырды.", "sentence")
    assert claim.articles == articles
