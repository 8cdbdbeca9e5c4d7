from pathlib import Path

import pytest

from tizim.documents import language, language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Он был задержан в Орде, но не арестован.", "ru"),
        ("Суд арестовал Әлкенова Ғалымжана на год, сообщил адвокат, и он не признал вины.", "ru"),
        ("Сот белсендіні екі айға қамауға алды.", "kk"),
        ("Сот шешімі", "kk"),
        ("Сот оны камауга алды деп айтты адвокат", "kk"),
        ("Sot belsendını ekı aiğa qamauğa aldy, bıraq ol kınäsın moiyndamady.", "kk"),
        ("The court ordered two months of pre-trial detention.", "en"),
        ("Police detained activists.", "en"),
        ("Mahkeme gazetecilerin tutuklanmasına karar verdi ve davayı erteledi.", None),
        ("Die Behörden haben die Aktivisten verhaftet und für Wochen eingesperrt, sagte er gestern.", None),
        ("Суд не дозволив її адвокату бути на засіданні, їй відмовили", None),
        ("1234 – 5678", None),
        ("", None),
    ],
)
def test_the_language_is_told_by_letters_and_words(text: str, expected: str | None) -> None:
    assert language_of(text) == expected


def test_statistics_are_asked_only_when_letters_and_words_do_not_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> None:
        raise AssertionError("not needed here")

    monkeypatch.setattr(language, "_detector", refuse)
    assert language_of("Он был задержан в Орде, но не арестован.") == "ru"
    assert language_of("Сот белсендіні екі айға қамауға алды.") == "kk"
    with pytest.raises(AssertionError):
        language_of("Активист задержан.")


def test_a_short_russian_heading_is_told_by_statistics() -> None:
    assert language_of("Активист задержан") == "ru"


def test_a_long_text_is_judged_by_samples() -> None:
    start, end = "Он был задержан в Орде, но не арестован. " * 400, "The court ruled that he is free. " * 20
    assert language_of(start + end) == "ru"


def test_real_texts_are_told_apart(shared: Path) -> None:
    for path in sorted(shared.glob("gold/reading/docs/*.txt")):
        assert language_of(path.read_text(encoding="utf-8")) == path.name[:2], path.name
