"""What is tied by what is told: ages, time allowed, the last of a kind, foundings, parts of wholes, old names."""

import pytest

from tizim.audits import audit

WRONG = {
    "an age in words": (
        "age_birth",
        "Madina Ospan was born in 1990. In May 2025 she lost her work at the school. She is forty-two.",
    ),
    "возраст прилагательным": (
        "age_birth",
        "2 октября 2025 года Камиле Рустемовой, 1997 года рождения, дали двенадцать суток. "
        "Двадцатидвухлетняя Рустемова объявила голодовку.",
    ),
    "later than within": (
        "duration_dates",
        "The lawyer received the decision on 2 June 2025. She complained within ten days, on 19 June.",
    ),
    "hours": ("duration_hours", "The questioning on 3 May 2025 lasted three hours, from ten to two."),
    "after a stage": (
        "duration_dates",
        "The flat was searched on 3 May 2025. Six days after the search, on 20 May, he was charged.",
    ),
    "then": ("date_order", "On 9 May 2025 the club was closed. Then, on 4 May, its owner was fined."),
    "returned before it was taken": (
        "date_order",
        "The police seized the laptop on 16 May 2025. It was given back on 14 May 2025.",
    ),
    "the last course": (
        "last_contradicted",
        "The last course took place in March 2025. Nineteen people came to the course in May.",
    ),
    "never since": (
        "last_contradicted",
        "3 января 2024 года сайт заблокировали. С тех пор сайт не блокировали. 9 февраля 2024 года сайт был "
        "заблокирован на три дня.",
    ),
    "before it was founded": (
        "before_founding",
        "The choir was set up by a caretaker in 1996. Its first record came out in 1994.",
    ),
    "a part": ("part_exceeds_whole", "Из этих восьми девять просили не писать их имён."),
    "a part of those told": (
        "part_exceeds_whole",
        "126 іс тіркелді: 84-і әкімшілік, 42-сі қылмыстық. Қылмыстық істердің 45-і сотқа жетті.",
    ),
    "a growth": ("sum", "В 2024 году было 57 дел, в 2023 году дел было 38. Рост в два раза."),
    "items of a colon": (
        "sum",
        "It holds 1,260 records: 840 of detentions, 310 of trials and 120 of complaints.",
    ),
    "each in": (
        "list_count",
        "Four courses were held: in Karaganda in September, in Temirtau in November and in Balkhash in March.",
    ),
    "taken up": (
        "list_count",
        "In the dock are Ilyas Kaliyev, Samat Orazbayev, Vera Kim and Damir Utegenov. The five defendants "
        "deny it.",
    ),
    "let go too early": (
        "duration_dates",
        "On 18 August 2025 a judge gave her fifteen days. She walked out on 28 August.",
    ),
    "больше, чем прошло": (
        "duration_dates",
        "Обзор за октябрь 2025 года\n\nЦентр «Жашыл» работал шестнадцать лет, с 2013 года.",
    ),
    "года из заголовка": (
        "date_order",
        "Обзор за октябрь 2025 года. Бишкек, 4 ноября 2025 года\n\nОн сидит с 5 марта 2024 года.\n\n"
        "Айбек Раимов умер 11 октября. Вскрытие сделали накануне, 9 октября.",
    ),
    "words between": (
        "duration_dates",
        "The letter came on 11 June 2025. The fund answered within three working days, on 24 June.",
    ),
    "groups by their names": (
        "list_count",
        "Three groups, Bota, Aman Saulyk, Zhana Bastau and the Umit centre, must hand in the names.",
    ),
    "learnt before it was": (
        "date_order",
        "The inquiry was dropped on 4 August 2025. His widow knew of it from a letter postmarked 1 August.",
    ),
    "из них": ("part_exceeds_whole", "С начала года проверили 26 организаций, из них в Оше — 31."),
    "held longer than since": (
        "duration_dates",
        "Farida Zhaksylyk has been held in prison for more than a year. She was arrested on 14 May 2025.\n\n"
        "Published on 21 November 2025.",
    ),
    "в камере": (
        "duration_dates",
        "Вольскую задержали 11 июня 2025 года. В камере она провела четыре месяца: 24 июля её перевели.",
    ),
    "a whole told otherwise": (
        "two_numbers",
        "Eleven villagers blocked the road. Seven of the twelve villagers were fined.",
    ),
    "приказ": (
        "date_order",
        "7 ноября 2025 года девять студентов отчислили. Приказ ректора подписан 11 ноября.",
    ),
    "the same day": (
        "date_order",
        "2024 жылғы 8 тамызда тілшіні соққыға жықты. Сол күні ол полицияға арыз берді. "
        "Полиция арызды 2024 жылғы 5 тамызда тіркеген.",
    ),
    "an old name": (
        "place_renamed",
        "The concert was to be held in Frunze. The city hall of Bishkek took it off the programme.",
    ),
    "a body of a region": (
        "body_forms",
        "Департамент юстиции Костанайской области прислал запрос. Костанайский областной департамент юстиции "
        "ответа не ждёт.",
    ),
    "made another": (
        "conversion",
        "She got two years of restricted freedom. In March the court made this two years in a colony.",
    ),
}
RIGHT = {
    "an age that fits": "Madina Ospan was born in 1990. In May 2025 she lost her work. She is thirty-five.",
    "in time": "The lawyer received the decision on 2 June 2025. She complained within ten days, on 11 June.",
    "then, later": "On 4 May 2025 the club was closed. Then, on 9 May, its owner was fined.",
    "after another thing": "14 января 2022 года суд арестовал его на 20 суток. Через пять дней после "
    "освобождения, 8 февраля, возбудили дело.",
    "the last so far": "The last course took place in March 2025. The next course will be held in May.",
    "founders": "The choir was set up in 1996 by people who had sung together since 1990.",
    "of them": "Шестеро стояли перед судом. Из них двое осуждены, трое оправданы, один отпущен.",
    "a growth that holds": "В 2024 году было 76 дел, в 2023 году дел было 38. Рост в два раза.",
    "explained": "The concert was to be in Bishkek. In 1980 he had studied in what was called Frunze.",
    "let go by an appeal": "On 18 August 2025 a judge gave her fifteen days. On appeal this was reduced and "
    "she walked out on 28 August.",
    "an appeal against arrest": "The lawyer appealed against the arrest on 15 September 2025. The trial opened "
    "on 6 October 2025.",
    "a child": "Madina Ospan, born 1982, was fined in May 2019. Her son, who is ten, waited outside.",
    "a term": "In May 2021 he was sentenced to twelve years. Published on 14 October 2025.",
    "a year told in the paragraph": "Update of 14 October 2025\n\nShe was arrested on 3 May 2024. The trial "
    "began on 12 November, and on 20 December the court sentenced her.",
    "a region": "The Sverdlovsk regional court in Yekaterinburg refused.",
}


@pytest.mark.parametrize(("kind", "text"), WRONG.values(), ids=WRONG)
def test_what_does_not_fit_what_was_told_before_is_found(kind, text):
    assert kind in [one.kind for one in audit(text)]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_fits_is_left_alone(text):
    kinds = {"before_founding", "conversion"} | {one.kind for one in audit(text) if one.severity == "A"}
    assert not kinds & {one.kind for one in audit(text)}
