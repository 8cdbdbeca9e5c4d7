"""Tables, JSON and FollowTheMoney of an edition, read again by the libraries that others read them with."""

import csv
import io
import json
import zipfile

import jsonschema
import openpyxl
import pytest
from followthemoney import Dataset, model
from followthemoney.statement import Statement, StatementEntity

from tests.publications.made import cleared, edited, told
from tizim.publications.formats import ftm, json_form, sheets, tables

ASAN, DINA = "Asan Bekov", "Dina Ospanova"
CONTENT = edited(
    told(ASAN, articles=("KZ-CC 405(2)",), place="Almaty", agency="Qala City Court", quote="=SUM(1) Asan Bekov, 4 years"),
    told(ASAN, "charge", date="2020-03~", articles=("KZ-CC 405(1)",)),
    told(DINA), cleared(DINA, "counted"),
).content  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_row_of_a_table_has_the_columns_of_the_dictionary(language):
    for name, rows in tables.tables(CONTENT, language).items():
        assert rows
        for row in rows:
            assert set(tables.dictionary()[name]) <= set(row) | {"key"}


def test_the_dictionary_explains_every_column_in_three_languages():
    for columns in tables.dictionary().values():
        for said in columns.values():
            assert set(said) == {"en", "ru", "kk"}


def test_csv_files_hold_the_list_and_no_formula():
    files = dict(sheets.files(CONTENT, "en"))
    assert set(files) == {"list.xlsx", "people.csv", "acts.csv", "passages.csv", "counts.csv"}
    people = list(csv.DictReader(io.StringIO(files["people.csv"].decode("utf-8-sig"))))
    assert [(one["name"], one["class_title"]) for one in people] == [
        (ASAN, "serving a prison sentence"),
        ("", "serving a prison sentence"),
    ]
    quotes = [one["quote"] for one in csv.DictReader(io.StringIO(files["passages.csv"].decode("utf-8-sig")))]
    assert "'=SUM(1) Asan Bekov, 4 years" in quotes


def test_the_spreadsheet_opens_and_is_the_same_whenever_it_is_made():
    raw = dict(sheets.files(CONTENT, "ru"))["list.xlsx"]
    assert raw == dict(sheets.files(CONTENT, "ru"))["list.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(raw))
    assert book.sheetnames == ["list", "people", "acts", "passages", "counts", "columns"]
    rows = list(book["people"].values)
    assert rows[1][rows[0].index("name")] == ASAN
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    assert book.properties.creator == "tizim"
    with zipfile.ZipFile(io.BytesIO(raw)) as told_in:
        assert {one.date_time[0] for one in told_in.infolist()} == {1980}


def test_the_json_fits_its_schema_and_a_stray_field_does_not():
    files = dict(json_form.files(CONTENT))
    schema, told_in = json.loads(files["schema.json"]), json.loads(files["list.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(told_in, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told_in | {"secret": 1}, schema)
    told_in["people"][0]["note"] = "x"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told_in, schema)


def test_followthemoney_takes_every_entity_as_it_is():
    found = [json.loads(line) for line in dict(ftm.files(CONTENT))["entities.ftm.json"].splitlines()]
    assert [one["schema"] for one in found] == ["Person", "Event", "Event", "Article"]
    for one in found:
        proxy = model.get_proxy(one, cleaned=False)
        kept = {name: set(proxy.get(name)) for name in one["properties"]}
        assert kept == {name: set(values) for name, values in one["properties"].items()}
    persons = [one for one in found if one["schema"] == "Person"]
    assert [one["properties"]["name"] for one in persons] == [[ASAN]]


def test_nobody_is_labelled_as_a_criminal_or_as_sanctioned():
    for one in ftm.entities(CONTENT):
        assert "topics" not in one["properties"]
        assert one["schema"] in ("Person", "Event", "Article")


def test_followthemoney_reads_the_statements_back_into_the_same_entities():
    rows = list(csv.DictReader(io.StringIO(dict(ftm.files(CONTENT))["statements.csv"].decode())))
    statements = [Statement.from_dict(row) for row in rows]
    data = Dataset.make({"name": ftm.dataset(CONTENT), "title": "x"})
    for entity in ftm.entities(CONTENT):
        again = StatementEntity.from_statements(
            data, [one for one in statements if one.entity_id == entity["id"]]
        )
        assert again.schema.name == entity["schema"]
        assert {name: set(again.get(name)) for name in entity["properties"]} == {
            name: set(values) for name, values in entity["properties"].items()
        }
    assert len({one.id for one in statements}) == len(statements)


def test_an_index_tells_yente_where_the_entities_are():
    index = json.loads(dict(ftm.files(CONTENT))["index.json"])
    assert index["name"] == "tizim_in_custody"
    assert index["resources"][0]["path"] == "entities.ftm.json"
