"""What Kazakh news, court notices and statements showed at first sight; every name in here is invented."""

import pytest

from tizim.reading import read, to_flat

_DAY = "2024-08-29"


def told(text: str) -> set[tuple[str | None, str]]:
    return {(one["person"] or str(one["count_min"]), one["act"]) for one in claims(text)}


def claims(text: str) -> list[dict]:
    return to_flat(read(text, date=_DAY, language="kk"), "text")["claims"]


def only(text: str) -> dict:
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "Самат Ібілдә «Дауысымызды ұрлады» деген пикетке шықты.",
        "Самат Ібілдә «полицейді ұрды» деп айыпталмайды.",
        "Шерушілер Самат Ібілдәні алып кетулеріне мүмкіндік бермеді.",
        "Самат Ібілдә өз арызына дұрыс жауап ала алмаған.",
        "Прокуратураның мәліметінше, елде 676 адам қамаудан босатылған.",
        "Апта қорытындысы: 6 адам ұсталды, 3 адамға айыппұл салынды.",
        "Полиция алаңды жауып, «жиын орнына» ешкімді жібермеді.",
        "Бас прокурордың аға көмекшісі Самат Ібілдә брифинг өткізді. Сотқа дейінгі тергеу амалдары басталған.",
    ],
)
def test_slogans_counts_and_what_was_not_done_are_no_acts(text: str) -> None:
    assert told(text) == set()


def test_a_ban_of_an_organisation_is_none_of_who_supported_it() -> None:
    text = "Самат Ібілдә қызметіне тыйым салған «Дала жолы» қозғалысын қолдаған."
    assert all(one["person"] is None for one in claims(text))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Сот Самат Ібілдәнің бас бостандығын 1 жыл 6 айға шектеді.", "restriction_of_liberty P1Y6M"),
        ("Сот Самат Ібілдәнің бостандығын бір жыл алты айға шектеді.", "restriction_of_liberty P1Y6M"),
        ("Сот Самат Ібілдәні бас бостандығынан 2 жыл 3 айға айырды.", "imprisonment P2Y3M"),
        ("Самат Ібілдәге 12 мың теңге (шамамен 32 доллар) айыппұл салынды.", "fine 12000 KZT"),
    ],
)
def test_lengths_of_two_parts_and_sums_told_in_two_currencies_are_one_penalty(
    text: str, outcome: str
) -> None:
    assert only(text)["outcome"] == outcome


def test_an_article_keeps_its_own_number_and_no_other() -> None:
    assert only("Самат Ібілдә 405- баппен сотталды.")["article"] == ["KZ-CC 405"]
    assert only("Самат Ібілдәге 348-баппен айып тағылды.")["article"] == ["KZ-CC 348"]
    parts = only("Самат Ібілдәге ҚК-нің 405-бабының 1 және 2-бөліктері бойынша айып тағылды.")
    assert parts["article"] == ["KZ-CC 405(1)", "KZ-CC 405(2)"]
    fined = "Самат Ібілдәге Әкімшілік кодекстің «Тәртіпті бұзу» бабымен 12 мың теңге айыппұл салды."
    assert only(fined)["article"] == []
    assert not any(one["article"] for one in claims("Самат Ібілдә туралы 8 354 әкімшілік іс қаралған."))


def test_articles_of_a_charge_are_not_those_of_an_arrest_for_something_else() -> None:
    text = "Самат Ібілдә 15 тәулікке қамалды. Оған 179-баппен айып тағылды."
    assert {one["act"]: one["article"] for one in claims(text)} == {
        "administrative_arrest": [], "charge": ["KZ-CC 179"],
    }  # fmt: skip


def test_a_group_that_is_named_right_behind_is_told_of_by_name() -> None:
    text = (
        "Екі белсендіге бас бостандығын 4 жылға шектеу жазасы берілді. "
        "Самат Ібілдә мен Дана Сүлейқызы былтыр қыркүйекте ұсталған."
    )
    assert told(text) == {
        (name, act) for name in ("Самат Ібілдә", "Дана Сүлейқызы") for act in ("sentence", "detention")
    }


def test_nobody_is_taken_after_their_death() -> None:
    text = (
        "23 тамызда абақтыда Самат Ібілдә қаза болды. Бүгін жұрт алаңға жиналды. "
        "Екі қызметкер қолтығынан ұстап, көлікке отырғызды."
    )
    assert told(text) == {("Самат Ібілдә", "death")}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Самат Ібілдә 9 ай бұрын ұсталған.", "2023-11"),
        ("Үстіміздегі жылдың 14 сәуірінде Самат Ібілдә ұсталды.", "2024-04-14"),
        ("13 тамызда митинг өтті. Самат Ібілдә де бұл күні ұсталды.", "2024-08-13"),
    ],
)
def test_days_told_by_figures_and_by_this_day(text: str, day: str) -> None:
    assert only(text)["date"] == day


def test_a_verdict_behind_a_colon_is_of_its_own_day_and_not_of_the_deed() -> None:
    text = (
        "2024 жылғы 7 тамызда қалалық сот Б. Ағыбайұлыға қатысты үкім шығарды.\n\n"
        "Сот тергеуінде анықталғандай, сотталушы 2022 жылғы 5 қаңтарда алаңда болған.\n\n"
        "Сот үкімімен:\n– Б. Ағыбайұлыға 4 жылға бас бостандығынан айыру жазасы тағайындалды;\n"
    )
    (verdict,) = [one for one in claims(text) if one["act"] == "sentence"]
    assert verdict["date"] == "2024-08-07"


def test_the_dead_are_known_behind_their_age() -> None:
    text = "Абақтыда қайтыс болған 34 жастағы Самат Ібілдәнің отбасы әділдік күтіп жүр."
    assert told(text) == {("Самат Ібілдә", "death")}


@pytest.mark.parametrize(
    ("text", "act", "outcome"),
    [
        ("Облыстық сот Самат Ібілдәге 5 жылдың орнына 3 жыл берді.", "sentence", "imprisonment P3Y"),
        ("Қалалық сот Самат Ібілдәнің 15 тәулік қамағын 10 тәулікке қысқартты.", "appeal", "reduced"),
        ("Қалалық сот Самат Ібілдәнің айыппұлын 50 АЕК-тен 20 АЕК-ке түсірді.", "appeal", "reduced"),
        (
            "Сот Самат Ібілдәнің бостандығын 1 жыл 6 айға шектеп, осы уақытта қоғамдық жұмысқа да міндеттеді.",
            "sentence",
            "restriction_of_liberty P1Y6M",
        ),
        (
            "Сот Самат Ібілдәнің түрмедегі жазасын бас бостандығын шектеумен ауыстырды.",
            "release",
            "restriction_of_liberty",
        ),
    ],
)
def test_penalties_made_milder_are_told_once(text: str, act: str, outcome: str) -> None:
    claim = only(text)
    assert (claim["act"], claim["outcome"]) == (act, outcome)


def test_the_day_on_which_a_trial_began_is_none_of_its_verdict() -> None:
    text = "Сот процесі 2023 жылғы 11 желтоқсанда басталды. Самат Ібілдә 6 жылға бас бостандығынан айырылды."
    (verdict,) = [one for one in claims(text) if one["act"] == "sentence"]
    assert verdict["date"] != "2023-12-11"


def test_a_father_who_tells_of_his_son_tells_of_whose_father_he_is() -> None:
    assert told("Самат Ібілдәнің әкесі ұлының ұсталғанын растады.") == {("Самат Ібілдә", "detention")}


def test_an_accusation_told_without_a_crime_is_that_of_the_arrest_beside_it() -> None:
    text = "Самат Ібілдә сегіз тәулікке қамалды. Туыстары келген жоқ. Ол өзіне тағылған айыпты мойындамаған."
    assert told(text) == {("Самат Ібілдә", "administrative_arrest")}
    crime = "Самат Ібілдәге қылмыстық іс қозғалды. Туыстары келген жоқ. Ол екі тәулікке қамалды."
    assert told(crime) == {("Самат Ібілдә", "charge"), ("Самат Ібілдә", "administrative_arrest")}


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Олар соттан Самат Ібілдәге шыққан үкімнің күшін жойып, ақтауды сұраған.", set()),
        ("Адвокат алқадан Самат Ібілдәні кінәсіз деп танып, ақтауды сұрады.", set()),
        ("Самат Ібілдә хабар берді. Бұл туралы ол абақтыдан жолдаған хатта жеткізген.", set()),
        ("Самат Ібілдә хат жазды: «Полицияны қорлады», – дейді тергеуші.", set()),
        ('Самат Ібілдә және сот тыйым салған "Дала" жақтастары жиынға шақырды.', set()),
        ("Самат Ібілдә абақтыдан шыққан соң партияны тіркеу жалғасады деді.", set()),
        ("Самат Ібілдә өмір бойына сотталды.", {("Самат Ібілдә", "sentence")}),
        ("Самат Ібілдә тағы 48 сағатқа қамауға алынды.", {("Самат Ібілдә", "detention")}),
        (
            "Полиция ондаған адамды ұстаған. Олардың арасында Дала тобының жетекшісі, саясаткер Самат Ібілдәнің "
            "әйелі, газет редакторы Дана Сүлейқызы да бар.",
            {("24", "detention"), ("Дана Сүлейқызы", "detention")},
        ),
    ],
)
def test_what_is_asked_of_a_court_or_only_described_is_no_act_against_whom_the_clause_names(
    text: str, told_of: set[tuple[str, str]]
) -> None:
    assert told(text) == told_of


def test_a_day_behind_a_court_is_that_of_its_decision() -> None:
    text = (
        "Қалалық сот 24 тамызда бостандығы бір жылға шектелген белсенді Самат Ібілдәнің шағымын "
        "қанағаттандырмады."
    )
    assert {one["act"]: one["date"] for one in claims(text)} == {"sentence": None, "appeal": "2024-08-24"}
    year = "Қалалық сот 29 шілдеде былтырғы тәртіпсіздікке қатысты деп айыпталған Самат Ібілдәні ақтады."
    (verdict,) = [one for one in claims(year) if one["act"] == "other"]
    assert verdict["date"] == "2024-07-29"


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Комитет билікті Самат Ібілдәні босатуға, шектеулерді алып тастауға шақырады.", set()),
        ("Полиция бақылаушы Самат Ібілдәні залдан шығарып жіберді.", set()),
        ("Самат Ібілдә абақтыдан емханаға жеткізілді.", set()),
        (
            "Мұсылман жамағатының мүшесі Самат Ібілдә бес жыл алты айға кесілді.",
            {("Самат Ібілдә", "sentence")},
        ),
        (
            "Самат Ібілдә ұсталды. Ел бойынша 957 адам ұсталып, оның ішінде 115 адам айыппұл төлегенін айтты.",
            {("Самат Ібілдә", "detention")},
        ),
        (
            "Тамызда Самат Ібілдә мен Дана Сүлейқызы, шілдеде Олжас Тілешев үш жылға сотталды. "
            "Үшеуіне де бес жылға қоғамдық қызметпен айналысуға тыйым салынған.",
            {
                (name, act)
                for name in ("Самат Ібілдә", "Дана Сүлейқызы", "Олжас Тілешев")
                for act in ("sentence", "ban_on_activity")
            },
        ),
    ],
)
def test_rows_that_end_with_urging_parts_of_counts_and_all_three_of_those_just_told_of(
    text: str, told_of: set[tuple[str, str]]
) -> None:
    assert told(text) == told_of


def test_custody_prolonged_is_that_of_the_only_one_who_is_held() -> None:
    text = (
        "Самат Ібілдә екі айға қамауға алынды. Оператор Олжас Тілешев куә ретінде жауап берді.\n\n"
        "Тамыздың 18-інде қамау мерзімі тағы бір айға созылған. "
        "Қалалық сот 22 тамызда шағымды қарап, тергеу сотының қаулысын күшінде қалдырды."
    )
    assert told(text) == {
        ("Самат Ібілдә", "pretrial_detention"),
        ("Самат Ібілдә", "appeal"),
        ("Олжас Тілешев", "interrogation"),
    }


def test_a_year_to_compare_with_is_not_that_of_what_follows() -> None:
    text = (
        "2023 жыл: есеп\n\n2023 жылы 530 адам ұсталды. Салыстыру үшін: 2022 жылы мыңнан асқан еді. "
        "Сәуірде Самат Ібілдәге 10 тәулік қамақ берілді."
    )
    assert {one["date"] for one in claims(text) if one["person"]} == {"2023-04"}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Елде 1 200-ден астам адам ұсталған.", [1200]),
        ("Биыл бұл – он жетінші жағдай, журналистке қылмыстық іс қозғалған.", []),
        ("Апта қорытындысы: 6 адам ұсталды, 3 адам қамалды, 1 адамға айыппұл салынды.", [6, 3, 1]),
        ("Азаптауға қатысты 300-ге жуық арыз тіркелген.", [300]),
        ("Биыл 40-тан астам қудалау фактісі тіркелген.", [40]),
    ],
)
def test_published_numbers_are_read_whole_and_ordinals_are_none(text: str, counts: list[int]) -> None:
    figures = to_flat(read(text, date=_DAY, language="kk"), "text")["figures"]
    assert [one["count"] for one in figures] == counts
