"""add: folders and files taken in once, a line for each that needs attention."""

import io
import os
import zipfile

import pytest


@pytest.fixture
def folder(desk):
    reports = desk.home / "reports"
    (reports / "deeper").mkdir(parents=True)
    (reports / "one.txt").write_text("Police detained Aru Sampleva on 30 November 2020.", encoding="utf-8")
    (reports / "two.md").write_text("# Verdict\n\nOlzhas Namebay was fined.", encoding="utf-8")
    (reports / "deeper" / "three.html").write_text("<p>Dana Inventova was released at night.</p>" * 3)
    return reports


def entries(desk):
    return int(desk.runs("check").out.split()[0])


def test_a_folder_is_taken_in_with_all_below_it(desk, folder):
    assert desk.runs("add", folder).lines == ["3 added", "Next: tizim read --keep"]
    assert entries(desk) == 3


def test_the_same_folder_twice_is_there_already_and_says_so(desk, folder):
    desk.runs("add", folder)
    before = desk.runs("check").out
    answer = desk.runs("add", folder)
    assert answer.lines[-1] == "3 there already"
    assert len(answer.lines) == 4
    assert all("is there already as d-" in line for line in answer.lines[:3])
    assert desk.runs("check").out == before


def test_the_same_bytes_under_another_name_are_the_same_document(desk, folder):
    (folder / "copy.txt").write_bytes((folder / "one.txt").read_bytes())
    assert desk.runs("add", folder).lines[-2] == "3 added, 1 there already"


def bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("word/document.xml", b"0" * 510_000_000)
        file.writestr("[Content_Types].xml", b"<Types/>")
    return packed.getvalue()


def test_bad_files_get_one_line_each_and_the_others_go_on(desk, folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "bomb.docx").write_bytes(bomb())
    (folder / "film.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 200)
    with open(folder / "huge.txt", "wb") as huge:
        huge.truncate(2_000_000_000)
    os.symlink(folder, folder / "deeper" / "loop")
    os.symlink(folder / "gone.txt", folder / "nowhere.txt")
    answer = desk.runs("add", folder)
    lines = answer.lines
    assert lines[-2] == "3 added, 8 not taken"
    told = sorted(line.split(":")[0].split(" ")[0] for line in lines[:-2])
    assert told == [
        "bomb.docx", "broken.pdf", "deeper/loop", "empty.txt", "film.mp4", "huge.txt", "noise.txt",
        "nowhere.txt",
    ]  # fmt: skip


def test_what_is_known_of_the_files_is_kept_with_them(desk, folder):
    desk.runs(
        "add", folder / "one.txt", "--source", "Steppe Letters", "--date", "2020-12", "--kind", "letter",
        "--obtained", "published", "--document-language", "en",
    )  # fmt: skip
    desk.takes("document,quote,person,act\none.txt,Aru Sampleva,Aru Sampleva,detention")
    (evidence,) = desk.asks("person", "Sampleva")["claims"]
    assert (evidence["source"], evidence["document_date"]) == ("Steppe Letters", "2020-12")


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (("--date", "yesterday"), "date is no date in EDTF."),
        (("--kind", "gossip"), "kind is refused"),
        (("--obtained", "found"), "obtained is refused"),
        (("--document-language", "english"), "language is refused"),
    ],
)
def test_an_option_that_says_nothing_known_takes_nothing_in(desk, folder, given, line):
    answer = desk.tries("add", folder, *given)
    assert line in answer.out
    assert (answer.code, answer.err) == (1, "tizim: nothing was added\n")
    assert entries(desk) == 0


def test_a_call_that_takes_nothing_in_fails(desk, folder):
    (folder / "empty.txt").write_bytes(b"")
    answer = desk.tries("add", folder / "empty.txt")
    assert (answer.code, answer.err) == (1, "tizim: nothing was added\n")
    assert answer.lines[0].startswith("empty.txt: ") and answer.lines[1] == "1 not taken"


def test_a_protected_source_stands_in_no_answer(desk, folder):
    (folder / "documents.yml").write_text(
        "one.txt: {publisher: Quiet Helper, source_kind: contributor, protected: yes}\n", encoding="utf-8"
    )
    desk.runs("add", folder)
    desk.takes("document,quote,person,act,date\none.txt,Aru Sampleva,Aru Sampleva,detention,2020-11-30")
    day = ("--as-of", "2020-11-30")
    for verb in (("list", *day), ("explain", "in-custody", *day), ("person", "Sampleva", *day)):
        for form in ("table", "json"):
            assert "Quiet Helper" not in desk.runs(*verb, "--format", form).out


def test_an_empty_folder_says_that_there_are_no_files(desk):
    (desk.home / "empty").mkdir()
    assert desk.runs("add", desk.home / "empty").out == "No files found.\n"


def test_nothing_that_is_taken_in_lies_in_clear(desk, folder):
    desk.runs("add", folder)
    desk.takes("person,act,date\nAru Sampleva,detention,2020-11-30")
    desk.runs("list", "--as-of", "2020-11-30")
    for path in (desk.home / "reg").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not [word for word in (b"Sampleva", b"Namebay", b"detention") if word in content], path
        assert not [word for word in ("one", "claims", "reports") if word in path.name], path
