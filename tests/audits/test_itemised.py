"""Items beside the number that announces them, tables whose columns depend on each other, days of a text, kin."""

import pytest

from tizim.audits import audit


def _kinds(text):
    return {one.kind for one in audit(text)}


TABLE = "Region\tHeld in May\tTaken\tFreed\tHeld in June\nOral\t14\t2\t1\t15\nAktau\t23\t0\t2\t21\nAral\t9\t1\t1\t"
SENTENCED = "№\tИмя\tСтатья УК РК\tНаказание\n1\tАйбек Жолдасов\t405 ч. 2\t{} года лишения свободы\n2\tБота Сериккызы\t174 ч. 1\t5 лет"
CHRONICLE = "2022 год\n\n5 февраля. Предупреждение.\n\n18 марта. Осмотр.\n\n2 апреля. Вызов.\n\n{} марта. Жалоба.\n\n11 мая. Обыск."

PAIRS = [
    ("list_count", "The group has offices in these five cities: Almaty, Astana, Oral and Aktobe.", "Almaty, Astana, Oral, Semey and Aktobe"),
    ("list_count", "Доклад написали четыре сети: «Степь», «Право» и «Архив».", None),
    ("list_count", "The report has three limits: regions are remote; prisons are closed.", None),
    ("list_count", "Ниже названы 5 человек.\n\n№\tИмя\n1\tАйбек Жолдасов\n2\tБота Сериккызы\n3\tЕрлан Макат\n4\tЖанар Токтар", None),
    ("sum", TABLE + "10", None),
    ("penalty_range", SENTENCED.format(4), None),
    ("date_order", CHRONICLE.format(27), None),
    ("outside_span", "Monthly update\nMay 2023\n\nA case was opened against her on 3 June 2023.", None),
    ("outside_span", "Interviews were held from January to June 2023. The last interview was held on 14 September 2023.", None),
    ("before_founding", "The union, founded in October 2019, was refused registration in May 2019.", None),
    ("sum", "In 2022, 118 people were fined; in 2023 it was 87 people. This is a fall of almost a half.", None),
    ("sum", "In October 486 letters were sent. Of these 312 were delivered and 174 came back. Nine in ten were delivered.", None),
    ("bound_and_exact", "Complaints were lodged by at least 301 people. The 301 complainants waited for months.", None),
    ("missing_list", "Полная хронология месяца приводится в конце обновления.\n\nОбновление составили дежурные.", None),
    ("date_order", "He was given 15 days of arrest on 4 June 2022 and served them in full. He came out on 12 June 2022.", None),
    ("name_spelling", "Meruyert Ashim is a teacher. Her husband, Dauren Ashym, has been dismissed.", None),
    ("date_order", "He had been convicted on 15 August 2023. The appeal had been lodged on 11 August 2023.", None),
    ("others_count", "Of the 14 prisoners nine have been released. Six remain in custody.", None),
    ("sum", "The record lists three items as seized: two telephones, a laptop and a book.", None),
    ("sum", "The six men together got 71 years: 12, 13, 11, 13, 12 and 11.", None),
    ("sum", "Of the 87 refusals, 60 were bare. In 14 cases it was the room, in nine the heat and in five the smoke.", None),
    ("list_count", "Шесть адвокатов в тюрьме. Вот их имена: Марк Зелен, Анна Лозовик, Вадим Шкода и Глеб Наруш.", None),
    ("date_order", "The arrest was extended on 7 April 2021, on 3 March, on 8 July and on 6 October.", None),
    ("date_order", "The only answer, dated 30 May 2021, says that the complaint of 3 June 2021 was not confirmed.", None),
    ("date_order", "Бауыржан Исатай 2023 жылғы 6 шілдеде қайтыс болды. Ол 2023 жылғы 8 шілдеде дәрігерге қаралған.", None),
    ("body_forms", "The Southern District Military Court sat. The Southern Military District Court wrote.", None),
    ("article_title", "По статье 207.3 УК РФ («Публичное оправдание терроризма») возбуждено 52 дела.", None),
    ("weekday", "2023 жыл\n\n14 мамыр (сейсенбі). Жиын өтті.", None),
    ("outside_span", "Дайындаған: 2024 жылғы 15 ақпан\n\n2024 жыл\n\n10 қаңтар. Жетті.\n\n1 наурыз. Сот бас тартты.", None),
    ("sum", "They rest on 31 talks with relatives, 12 talks with lawyers and 9 papers. The 51 sources are numbered.", None),
    ("sum", "In more than half of the cases, 55 of 121, an official sued.", None),
    ("sum", "\t2022\t2023\tBoth years\nLegal\t52\t69\t121\nDigital\t47\t37\t86", None),
    ("list_count", "Біз мынаны талап етеміз:\n\n1. Істі тоқтату.\n2. Кешірім сұрау.\n\nОсы үш талап прокурорға жіберілді.", None),
    ("list_count", "Its three partners are the Aral Union and Radio Zhaiyq.", None),
    ("date_order", "— 3 ноября 2023 года сайт закрыт;\n— 27 ноября 2023 года подана жалоба;\n— 11 ноября 2023 года суд её"
     " отклонил;\n— 29 декабря 2023 года возбуждено дело.", None),
    ("weekday", "Held since 2 August 2019.\n\nOn 9 October 2023 a new trial began. On 10 October (a Monday) it went on.", None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "_"), PAIRS)
def test_it_is_told(kind, text, _):
    assert kind in _kinds(text)


RIGHT = [
    "The group has offices in these five cities: Almaty, Astana, Oral, Semey and Aktobe.",
    "Доклад написали три сети: «Степь», «Право» и «Архив доклада».",
    "The report has two limits: regions are remote; prisons are closed.",
    "Ниже названы 4 человека.\n\n№\tИмя\n1\tАйбек Жолдасов\n2\tБота Сериккызы\n3\tЕрлан Макат\n4\tЖанар Токтар",
    TABLE + "9",
    SENTENCED.format(2),
    CHRONICLE.format(30).replace("2 апреля", "31 марта").replace("30 марта", "2 апреля"),
    "Monthly update\nMay 2023\n\nA case was opened against her on 3 May 2023. The trial is set for 3 June 2023.",
    "Interviews were held from January to June 2023. The last interview was held on 14 June 2023.",
    "The union, founded in October 2019, was refused registration in May 2020.",
    "In 2022, 118 people were fined; in 2023 it was 61 people. This is a fall of almost a half.",
    "In October 486 letters were sent. Of these 437 were delivered and 49 came back. Nine in ten were delivered.",
    "He was given 15 days of arrest on 4 June 2022 and served them in full. He came out on 19 June 2022.",
    "Meruyert Ashim is a teacher. Her husband, Dauren Ashim, has been dismissed.",
    "Meruyert Ashim is a teacher. Meruert Ashirova, her colleague, was questioned. Meruyert Ashim is free.",
    "Of the 14 prisoners nine have been released. Five remain in custody.",
    "Шестеро стояли перед судом. Из них двое осуждены, трое оправданы, один отпущен.",
    "The record lists four items as seized: two telephones, a laptop and a book.",
    "The six men together got 72 years: 12, 13, 11, 13, 12 and 11.",
    "Of the 87 refusals, 60 were bare. In 14 cases it was the room, in nine the heat and in four the smoke.",
    "Трое из четырёх согласились назваться: Юлия Барановская, Ольга Крупко и Дарья Вильчинская.",
    "Тимур Ахметов (Казань, 1994) и Тимур Ахмедов (Дербент, 1988) — разные люди.",
    "The court heard 12 witnesses: seven for the prosecution, four for the defence and one called by the judge.",
    "2023 жыл\n\n14 мамыр (жексенбі). Жиын өтті.",
    "They rest on 31 talks with relatives, 12 talks with lawyers and 9 papers. The 52 sources are numbered.",
    "In more than half of the cases, 65 of 121, an official sued.",
    "\t2022\t2023\tBoth years\nLegal\t52\t69\t121\nDigital\t47\t37\t84",
    "We spoke with seven people: Aidar Kanat, Gulnar Serik, Moldir Alibek, Nurbol Taskyn, Vera Kim and Samat"
    " Yerbol. Another one asked not to be named.",
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not_told(text):
    found = [one.kind for one in audit(text) if one.severity == "A"]
    assert not [kind for kind in found if kind != "identified_by_elimination"]


def test_one_paragraph_tells_of_elimination_once():
    text = "Three agreed to be named: A. Nur, B. Kim and Zoya Tan. A fourth, the only notary here, asked not to be named."
    assert [one.kind for one in audit(text)].count("identified_by_elimination") == 1


def test_a_part_of_an_article_is_no_number_of_people():
    text = "Шектеу алғандар (405-баптың 2-бөлігі): Гүлбаршын Есет, Ардақ Сәлім, Шолпан Бек."
    assert "list_count" not in _kinds(text)
