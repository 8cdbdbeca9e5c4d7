"""A folder of invented files of every kind that is read, each with something of its own, and some bad ones."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

ENGLISH = (
    ("Aru", "Dana", "Olzhas", "Timur", "Saule"),
    ("Sampleva", "Inventova", "Namebay", "Madeup", "Trialova"),
)
RUSSIAN = ("Ару", "Дана", "Олжас", "Тимур", "Сауле"), ("Примеров", "Выдумов", "Образцов", "Пробин", "Словов")
KAZAKH = ("Ару", "Дана", "Олжас", "Тимур", "Сәуле"), ("Үлгібаев", "Ойданов", "Мысалов", "Сынақов", "Сөзбаев")
TEXTS = {
    "en": "On {day} October 2020, police in Almaty detained {who}. On {day} November 2020, a court sentenced"
    " {who} to {n} years in prison. Report number {number}.",
    "ru": "{day} октября 2020 года полиция задержала {who} в Алматы. Суд приговорил его к {n} годам лишения"
    " свободы. Сообщение номер {number}.",
    "kk": "2020 жылғы {day} қазанда Алматыда полиция {who} дегенді ұстады. Сот оны {n} жылға бас"
    " бостандығынан айырды. Хабарлама нөмірі {number}.",
}
NAMES = {"en": ENGLISH, "ru": RUSSIAN, "kk": KAZAKH}


def text(number: int) -> str:
    """A short report of its own for each number, in one of three languages."""
    dice = random.Random(number)
    language = dice.choice(("en", "ru", "kk"))
    given, family = NAMES[language]
    who = f"{dice.choice(given)} {dice.choice(family)}{'а' if language == 'ru' else ''}"
    return TEXTS[language].format(day=dice.randint(1, 28), who=who, n=dice.randint(2, 9), number=number)


def _docx(number: int) -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(f"Report {number}")
    document.add_paragraph(text(number))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _mail(number: int) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", f"Report {number}"
    mail["Date"] = "Mon, 02 Nov 2020 10:00:00 +0000"
    mail.set_content(text(number))
    mail.add_attachment(text(number + 100_000), filename="more.txt")
    return mail.as_bytes()


def _zip(number: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("one.txt", text(number))
        archive.writestr("deep/two.md", text(number + 200_000))
    return out.getvalue()


def _html(number: int) -> bytes:
    body = "".join(f"<p>{text(number)}</p>" for _ in range(2))
    return f"<!doctype html><html><head><title>{number}</title></head><body>{body}</body></html>".encode()


KINDS: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    (".txt", lambda number: text(number).encode()),
    (".md", lambda number: f"# Report {number}\n\n{text(number)}\n".encode()),
    (".html", _html),
    (".docx", _docx),
    (".eml", _mail),
    (".zip", _zip),
    (
        ".txt",
        lambda number: text(number).encode("cp1251", "replace") if number % 2 else text(number).encode(),
    ),
    (".txt", lambda number: (text(number) + "\n\n" + text(number + 300_000)).encode()),
    (".bad", lambda number: bytes(random.Random(number).randbytes(200))),
    (".docx", lambda number: _zip(number)[:-20]),
    (".txt", lambda number: b""),
)


def made(folder: Path, files: int) -> Iterator[Path]:
    """So many files in folders and folders in them; the plain kinds oftener than the bad ones."""
    dice = random.Random(files)
    for number in range(files):
        ending, content = KINDS[dice.choices(range(len(KINDS)), (9, 3, 2, 1, 2, 1, 2, 4, 1, 1, 1))[0]]
        path = folder / f"{number % 7}" / f"{number % 3}" / f"report-{number}{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content(number))
        yield path
