"""A spreadsheet taken in at the desk: guessed, tried with every row's fate, written, bad rows as a sheet."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.desk.test_working import do_all
from tizim.web.desk.models import Job

SHEET = """Name;What happened;When
Aru Sampleva;detained;12.08.2020
Berik Sampleov;detained;31.31.2020
;;
Gulnar Samplina;detained;14.08.2020
"""
MAPPING = """mapping: 1
sheets:
  "*":
    header: [1]
    data: 2
    language: en
    order: dmy
    fixed:
      act: detention
    columns:
      "Name": person
      "What happened": skip
      "When": date
"""


def claims(desk):
    return [one for one in desk.register.ledger.known_at(kinds=("claim",)) if "Sampl" in (one.person or "")]


def handed_in(client, content=SHEET):
    file = SimpleUploadedFile("list.csv", content.encode("utf-8-sig"), "text/csv")
    where = client.post("/work/list/", {"file": file, "source": "A local group"})["Location"]
    do_all()
    return where


def test_a_mapping_is_guessed_then_tried_then_written(desk):
    client = desk.client("documenter")
    page = client.get(handed_in(client)).content.decode()
    assert "mapping: 1" in page and "Name" in page and Job.objects.first().state == "done"
    before = desk.register.ledger.head()
    tried = client.post(f"/work/{Job.objects.first().pk}/list/", {"phase": "try", "mapping": MAPPING})[
        "Location"
    ]
    do_all()
    job = Job.objects.first()
    assert job.state == "done", list(job.lines.values_list("what", flat=True))
    assert desk.register.ledger.head() == before and job.result["claims"] == 2
    every = client.get(tried + "lines/").content.decode()
    assert "C3" in every and "no day can be read here" in every and "set aside" in every
    assert sorted(job.lines.filter(fate="row:new").values_list("where", flat=True)) == ["2", "5"]
    written = client.post(f"/work/{job.pk}/list/", {"phase": "write", "mapping": MAPPING})["Location"]
    do_all()
    assert sorted(one.person for one in claims(desk)) == ["Aru Sampleva", "Gulnar Samplina"]
    assert {one.recorded_by for one in claims(desk)} == {"documenter-1"}
    assert "aside/" in client.get(written).content.decode()
    sheet = client.get(written + "aside/")
    assert "Berik" in sheet.content.decode() and "Aru" not in sheet.content.decode()
    assert sheet["Content-Disposition"] == f'attachment; filename="work-{Job.objects.first().pk}-aside.csv"'
    client.post(f"/work/{Job.objects.first().pk}/list/", {"phase": "write", "mapping": MAPPING})
    do_all()
    assert len(claims(desk)) == 2, "the same list twice doubles nothing"


@pytest.mark.parametrize("mapping", ["", "no: mapping", "a: [", "mapping: 1\nsheets: {}", "x" * 3000])
def test_a_wrong_mapping_is_told_and_nothing_is_written(desk, mapping):
    client = desk.client("documenter")
    handed_in(client)
    head = desk.register.ledger.head()
    where = client.post(f"/work/{Job.objects.first().pk}/list/", {"phase": "write", "mapping": mapping})[
        "Location"
    ]
    do_all()
    page = client.get(where).content.decode()
    assert Job.objects.first().state == "failed" and "not taken" in page
    assert desk.register.ledger.head() == head


def test_what_is_no_list_is_told(desk):
    client = desk.client("documenter")
    file = SimpleUploadedFile("list.xlsx", b"PK\x03\x04 broken", "application/zip")
    where = client.post("/work/list/", {"file": file})["Location"]
    do_all()
    assert "damaged" in client.get(where).content.decode() and Job.objects.first().state == "failed"


def test_rows_set_aside_are_not_given_to_those_whom_the_list_is_closed_to(desk):
    from tizim.web.desk.models import ClosedCase, ClosedDocument

    client = desk.client("documenter")
    handed_in(client)
    for phase in ("try", "write"):
        where = client.post(f"/work/{Job.objects.first().pk}/list/", {"phase": phase, "mapping": MAPPING})[
            "Location"
        ]
        do_all()
    document = Job.objects.first().result["document"]
    ClosedDocument.objects.create(case=ClosedCase.objects.create(label="case-1"), document_id=document)
    assert client.get(where + "aside/").status_code == 404


def test_a_mapping_that_was_changed_after_it_was_tried_is_tried_again(desk):
    client = desk.client("documenter")
    handed_in(client)
    head = desk.register.ledger.head()
    answer = client.post(
        f"/work/{Job.objects.first().pk}/list/", {"phase": "write", "mapping": MAPPING}, follow=True
    )
    assert "it is tried first" in answer.content.decode() and Job.objects.first().asked["phase"] == "try"
    do_all()
    changed = MAPPING.replace("detention", "search").replace("\n", "\r\n")
    client.post(f"/work/{Job.objects.first().pk}/list/", {"phase": "write", "mapping": changed})
    do_all()
    assert Job.objects.first().asked["phase"] == "try" and desk.register.ledger.head() == head
    client.post(f"/work/{Job.objects.first().pk}/list/", {"phase": "write", "mapping": changed})
    do_all()
    assert {one.act for one in claims(desk)} == {"search"}
