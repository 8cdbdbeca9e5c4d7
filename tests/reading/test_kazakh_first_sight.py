"""What Kazakh reports by other hands showed at first sight; every name in here is invented."""

import pytest

from tizim.reading import read
from tizim.reading.kazakh_guesses import guessed_verbs

_DAY = "2024-08-29"


def told(text: str) -> set[tuple[str | None, str]]:
    claims = read(text, date=_DAY, language="kk").claims
    return {(claim.person or str(claim.count_min), claim.act) for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Олжас Тілешев сотқа келді. СҰРАЙМЫН: үкімді бұзып, Олжас Тілешевті ақтауды.",
        "Болат Құдайбергеннің соққыға жығылғаны туралы мәлімет тексерілді, ол расталған жоқ.",
        "Нина Ордабаева куә болған, оның үйінде тінту жүргізілмеген.",
        "Олжас Тілешев рұқсат етілмеген митингі туралы жазды.",
        "Полицейлер Олжас Тілешевті ұрғанын мойындамады.",
        "Олжас Тілешев ақпанда соттала бастайды деп күтілуде.",
        "Олжас Тілешев аш. Оның талабы – қинауды тоқтату.",
        "Олжас Тілешев қамауда емес. Комиссия мүшелері келді, оларды қақпадан қайтарды.",
    ],
)
def test_what_is_asked_for_refuted_or_not_done_is_no_act(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Реформаны талап еткен екі пикетші – Дамир Тұрсынбай мен Әлия Ескенқызы – ұсталды.",
            {("Дамир Тұрсынбай", "detention"), ("Әлия Ескенқызы", "detention")},
        ),
        ("Азамат Б.Т. Құдайберген ұсталды.", {("Б.Т. Құдайберген", "detention")}),
        (
            "Үш адамға – Қ. Мәжитовке, А. Сүгірәлиге және Д. Петровқа – ескерту жасаумен шектелді.",
            {("Қ. Мәжитов", "other"), ("А. Сүгірәли", "other"), ("Д. Петров", "other")},
        ),
        (
            "Қ. Мәжитовке қатысты ҚР ӘҚБтК 488-бабы бойынша әкімшілік іс қозғалды.",
            {("Қ. Мәжитов", "other")},
        ),
        ("Самат Ібілдә он күнге қамалды.", {("Самат Ібілдә", "administrative_arrest")}),
        ("Самат Ібілдә мен Дана Сүлейқызы автозакта.",
         {("Самат Ібілдә", "detention"), ("Дана Сүлейқызы", "detention")}),
        ("Самат Ібілдә айыппұл изоляторына қамалды.", {("Самат Ібілдә", "ill_treatment")}),
        ("Самат Ібілдәні он бес тәулікке жалғыз адамдық камераға отырғызды.", {("Самат Ібілдә", "ill_treatment")}),
        ("Самат Ібілдәні екі айдың ішінде төрт рет тәртіптік жазаға тартты.", set()),
        ("Самат Ібілдәні СИЗОға тықты.", {("Самат Ібілдә", "pretrial_detention")}),
        ("Самат Ібілдә қамаудан жеткізілді.", {("Самат Ібілдә", "pretrial_detention")}),
        ("Самат Ібілдә әлі колонияда.", {("Самат Ібілдә", "sentence")}),
        ("Айыпталушылар орындығында Самат Ібілдә.", {("Самат Ібілдә", "trial")}),
        ("Самат Ібілдәнің ұсталған кезде жараланғанын айтады.", {("Самат Ібілдә", "detention")}),
        ("Самат Ібілдә Қазақстанның сұрауымен іздеуге түсіп, әуежайда ұсталды.", {("Самат Ібілдә", "detention")}),
        ("Самат Ібілдә деген әріптесім үш жылға сотталған.", {("Самат Ібілдә", "sentence")}),
        ("Самат Ібілдә үйінде тінту жүргізілгеннен кейін ұсталды.",
         {("Самат Ібілдә", "search"), ("Самат Ібілдә", "detention")}),
        ("Самат Ібілдәні түнде жатақханадан алып шықты.", {("Самат Ібілдә", "detention")}),
        ("Самат Ібілдә отыр: қызы ұсталғаннан кейін ол да екі айға қамалды.",
         {("1", "detention"), ("Самат Ібілдә", "pretrial_detention")}),
        ("Самат Ібілдә мен Дана Сүлейқызына – екеуіне – айыппұл салынды.",
         {("Самат Ібілдә", "fine"), ("Дана Сүлейқызы", "fine")}),
        ("Самат Ібілдә ұсталды. Әйелдердің екеуін босатты.", {("Самат Ібілдә", "detention"), ("2", "release")}),
        ("Самат Ібілдә ұсталды ✊ Дана Сүлейқызы босатылды.",
         {("Самат Ібілдә", "detention"), ("Дана Сүлейқызы", "release")}),
    ],
)  # fmt: skip
def test_what_happened_is_told_of_those_it_happened_to(text: str, claims: set[tuple[str, str]]) -> None:
    assert told(text) == claims


def test_an_office_before_a_surname_alone_is_of_who_does_what_is_told() -> None:
    text = "Павел Гринько сотта. Прокурор Гриньконың жауабын тыңдады. Кеше Гринько ұсталды."
    assert ("Павел Гринько", "detention") in told(text)


def test_a_day_without_a_year_lies_behind_the_day_named_before() -> None:
    text = "Пак Сергей 2023 жылғы 2 қазаннан қамауда. 11 наурызда Пак Сергейге үкім шықты: үш жыл түрме."
    days = {claim.act: claim.date for claim in read(text, date=_DAY, language="kk").claims}
    assert days["sentence"] == "2024-03-11"


def test_the_year_of_an_event_is_not_that_of_the_verdict() -> None:
    text = "Кеше сот былтырғы Қаңтар оқиғасына қатысқан деп айыпталған Самат Ібілдәні үш жылға соттады."
    assert [claim.date for claim in read(text, date=_DAY, language="kk").claims] == ["2024-08-28"]


def test_an_act_told_again_to_say_when_something_was_is_one_act() -> None:
    text = (
        "21 шілдеде Самат Ібілдә ұсталды. Ол 24 шілдеде босатылды. Самат Ібілдәні ұстау кезінде есігі сынған."
    )
    claims = [claim for claim in read(text, date=_DAY, language="kk").claims if claim.act == "detention"]
    assert [claim.date for claim in claims] == ["2024-07-21"]


def test_a_lawyer_on_the_radio_tells_of_clients() -> None:
    text = """Жүргізуші: Студияда адвокат Гүлшат Әуелбек. Сәкен Ділдабеков қайда?

Гүлшат Әуелбек: Сәкенді түнде ұстады. Екі күн ұйықтатпаған.

Жүргізуші: Өзіңіз ше?

Гүлшат Әуелбек: Мені кіргізбеді."""
    assert ("Гүлшат Әуелбек", "ill_treatment") not in told(text)


def test_he_who_says_in_a_paragraph_is_whom_it_names() -> None:
    text = "Ерғали Мәмбет тыныш жүрген жоқ. «Мені полицейлер ұрды», – дейді ол."
    assert ("Ерғали Мәмбет", "ill_treatment") in told(text)


def test_those_named_behind_a_but_are_not_those_of_the_act_before_it() -> None:
    text = "Кешке олардың көбі босатылды, алайда Самат Ібілдә мен Айтбай Шегіров түні бойы полицияда ұсталды."
    assert told(text) == {("Самат Ібілдә", "detention"), ("Айтбай Шегіров", "detention")}


def test_a_month_that_names_something_in_quotation_marks_is_no_day() -> None:
    text = "3 маусымда «Қаңтар құрбандары» жиынына барған Самат Ібілдә ұсталды."
    assert [claim.date for claim in read(text, date=_DAY, language="kk").claims] == ["2024-06-03"]


def test_your_children_are_not_those_threatened() -> None:
    text = "Полиция оған «екі балаңды жетім қаламыз» деп қорқытты."
    assert ("2", "threat") not in told(text)


def test_journalists_before_two_names_are_these_and_not_a_group_told_of_before() -> None:
    text = (
        "Оралда үш адам ұсталды.\n\nТілшілері Самал Әбдіразақ пен Руслан Кимге қатысты іс қозғалып, "
        "Самал Әбдіразақтың пәтері тінтілді."
    )
    assert told(text) >= {("Самал Әбдіразақ", "search"), ("Руслан Ким", "charge")}


def test_a_lone_word_used_as_a_name_time_and_again_is_one() -> None:
    text = "10:40 Полиция Нұрпейісті ұстады. 11:15 Нұрпейіс бөлімде. 12:30 Нұрпейіске 15 тәулік берді."
    assert ("Нұрпейіс", "detention") in told(text)
    assert told("Полиция Нұрпейісті ұстады.") == set()


def test_kin_who_answer_questions_tell_of_another() -> None:
    text = """Оның қызы Динара Қасқырбаевамен әкесі, мұғалім Әмір Қасқырбаев туралы сөйлестік.
– Қалай алып кетті?
– Әкемді үйден ұстап әкетті. Оны бес күн ұрған.
– Сізді де мазалады ма?
– Мені тергеушіге шақырды.
– Тағы?
– Жұмыстан шығарып жіберді."""
    assert told(text) == {
        ("Әмір Қасқырбаев", "detention"),
        ("Әмір Қасқырбаев", "ill_treatment"),
        ("Динара Қасқырбаева", "interrogation"),
        ("Әмір Қасқырбаев", "dismissal"),
    }


@pytest.mark.parametrize(
    ("word", "part"),
    [("санкциялаған", "participle"), ("әңгімелесті", "verb"), ("шалқайып", "converb"), ("орман", "")],
)
def test_unknown_words_with_endings_of_verbs_are_verbs(word: str, part: str) -> None:
    found = guessed_verbs(word)
    assert (found[0].part if found else "") == part
