"""Invented lists as messy as those people keep: workbooks in Russian, Kazakh and English."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.workbook import Workbook

RUSSIAN_ROWS: list[list[Any]] = [
    [1, "Семплева Ару Болатовна", "12.03.1986", date(2020, 8, 12), "г. Сэмплтаун", "ст. 405 ч. 2 УК РК", "задержание",
     "задержана 12.08.20, адм. арест 15 сут.", "https://example.org/1"],
    [2, "Неймбай Олжас", 1990, "12 августа 2020 г.", "Сэмплтаун", "ч.1 ст. 174 УК РК", "адм. арест 10 суток", "", "Шаңырақ"],
    [3, "Инвентова Дана", "", "13.13.2020", "Сэмплтаун", "488 КоАП", "штраф, обыск", "", ""],
    [4, "Мейдапов Тимур", "н/д", "август 2020", "Жойдақ", "", "домашний арест",
     "Суд приговорил его к 4 годам лишения свободы по ч. 2 ст. 405 УК РК 30.11.2020.", ""],
    [5, "Придуман Асель", 25, "14.08.20", "Жойдақ", "мошенничество", "задержание", "", ""],
    [6, "", "", "15.08.2020", "Жойдақ", "", "задержание", "", ""],
    [7, "=HYPERLINK(\"x\")", "", "15.08.2020", "Жойдақ", "", "вызвали куда-то", "", ""],
]  # fmt: skip
RUSSIAN_HEADS = (
    "№ п/п",
    "Ф.И.О.",
    "Дата рожд.",
    "Задержание",
    None,
    "Статья",
    "Мера",
    "Что произошло",
    "Источник",
    "Наш шифр",
)


def russian(rows: Sequence[Sequence[Any]] = RUSSIAN_ROWS) -> bytes:
    """Title rows, a header of two rows, numbers of columns, a section row, totals, a hidden row, a hidden sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Задержанные 2020"
    sheet["A1"] = "СПИСОК ЗАДЕРЖАННЫХ"
    sheet.merge_cells("A1:J1")
    sheet["A2"] = "по состоянию на 1 декабря 2020 г."
    for at, head in enumerate(RUSSIAN_HEADS, 1):
        sheet.cell(4, at, head)
    sheet.merge_cells("D4:E4")
    sheet["D5"], sheet["E5"] = "дата", "место"
    for letter in "ABCFGHIJ":
        sheet.merge_cells(f"{letter}4:{letter}5")
    sheet.append(list(range(1, 11)))
    sheet.append(["Сэмплтаун и область"])
    sheet.merge_cells("A7:J7")
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])
    for row in sheet.iter_rows(min_row=8):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"
    sheet.row_dimensions[9].hidden = True
    sheet.append([])
    sheet.append(["Итого:", len(rows)])
    sheet.append(["* сведения уточняются"])
    other = book.create_sheet("Справочник")
    other.append(["просто заметка"])
    other.sheet_state = "hidden"
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of the workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


KAZAKH_ROWS = [
    ["Рет №", "Аты-жөні", "Туған жылы", "Ұсталған күні", "Үкім күні", "Жазасы", "Бап", "Сот", "Қазіргі жағдайы", "Не болды"],
    ["1", "Семплева Ару", "1986", "2020 жылғы 12 тамыз", "2020-11-30", "4 жыл бас бостандығынан айыру", "ҚР ҚК 405-бап 2-бөлік", "Сэмплтаун қалалық соты", "жазасын өтеп жүр", ""],
    ["2", "Неймбай Олжас", "1990", "12.08.2020", "", "", "", "", "бостандықта", "12.08.2020 ұсталды, әкімшілік қамақ 15 тәулік"],
    ["3", "Инвентова Дана", "белгісіз", "тамыз 2020", "13.01.2021", "айыппұл 50 АЕК", "405-бап", "Сэмплтаун қалалық соты", "", ""],
    ["4", "Мейдапов Тимур", "", "15-тамыз", "", "", "", "", "іздеуде", ""],
    ["Барлығы", "4", "", "", "", "", "", "", "", ""],
]  # fmt: skip


def open_document(
    rows: Sequence[Sequence[str]], sheet: str = "Тізім", *, empty_rows: int = 1_000_000
) -> bytes:
    """An ODS with these rows, and a million empty ones below."""
    cells = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>' if cell
            else "<table:table-cell/>" for cell in row
        ) + "</table:table-row>" for row in rows
    )  # fmt: skip
    below = (
        f'<table:table-row table:number-rows-repeated="{empty_rows}"><table:table-cell/></table:table-row>'
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{escape(sheet)}">{cells}{below if empty_rows else ""}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("content.xml", content)
        packed.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
    return out.getvalue()


def kazakh(rows: Sequence[Sequence[str]] = KAZAKH_ROWS) -> bytes:
    """An ODS without a title, with statuses, and two kinds of claims in each row."""
    return open_document(rows)


ENGLISH = """Political prisoners;;;;;;;
;;;;;;;
No;Surname;First name;DOB;Date of arrest;Charge;Verdict;What happened;City;City
1;Sampleva;Aru;03/12/1986;August 12, 2020;Art. 405(2) CC;4 years in prison;She was beaten at the police station on 13 August 2020.;Sampletown;x
2;Namebay;Olzhas;1990;12.08.2020;405, 174;fined 100 EUR;;Sampletown;
3;Madeupov;Timur;;12.08;;acquitted;detained 12.08.2020, released 15.08.2020;Sampletown;
4;Inventova;Dana;;15.08.2020;;prosecutors asked for 5 years;;"Sampletown, North";
Total;3;;;;;;;
"""


def english() -> bytes:
    """A CSV in Windows-1252's easy part, with ``;``, a title, names in two columns, doubled headings, totals."""
    return ENGLISH.encode("utf-8-sig")


__all__ = [
    "ENGLISH",
    "KAZAKH_ROWS",
    "RUSSIAN_ROWS",
    "english",
    "kazakh",
    "open_document",
    "openpyxl",
    "russian",
    "saved",
]
