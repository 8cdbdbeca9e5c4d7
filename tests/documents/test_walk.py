import os
import subprocess
from pathlib import Path

from tizim import Problem
from tizim.documents.naming import printable
from tizim.documents.walk import Found, walk


def shown(*paths: Path) -> list[str]:
    return [found.shown if isinstance(found, Found) else str(found) for found in walk(paths)]


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_files_come_in_the_order_of_their_names_and_folders_in_their_place(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "aa/z.txt", "aa/c/y.txt", "c.txt")
    assert shown(tmp_path) == ["a.txt", "aa/c/y.txt", "aa/z.txt", "b.txt", "c.txt"]


def test_hidden_files_and_sheets_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.txt.yml", "documents.yml", ".hidden", ".git/x.txt", "~$a.docx")
    assert shown(tmp_path) == ["a.txt"]


def test_a_sheet_without_its_file_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.yml", "a.txt.yaml")
    told = shown(tmp_path)
    assert told[0] == "a.txt"
    assert all("belongs to no file here" in line for line in told[1:])
    assert len(told) == 3


def test_single_files_are_found_too_and_their_sheets_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.txt.yml", "documents.yml", "b.yml")
    told = shown(*sorted(tmp_path.iterdir()))
    assert told[0] == "a.txt"
    assert len(told) == 2
    assert told[1].startswith("b.yml: belongs to no file")


def test_a_link_back_to_a_folder_above_is_told_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path)
    told = shown(tmp_path)
    assert told[0] == "in/a.txt"
    assert told[1].startswith("in/loop: is a link that leads back to a folder it lies in")
    assert len(told) == 2


def test_links_out_of_the_folder_to_nothing_and_to_themselves_are_told(tmp_path: Path) -> None:
    write(tmp_path, "inside/a.txt", "outside/b.txt")
    inside = tmp_path / "inside"
    (inside / "l1").symlink_to(tmp_path / "outside/b.txt")
    (inside / "l2").symlink_to(tmp_path / "gone")
    (inside / "l3").symlink_to(inside / "l3")
    (inside / "l4").symlink_to(tmp_path / "outside")
    told = shown(inside)
    assert told[0] == "a.txt"
    assert [line.split(";")[0].split(": ")[1][:29] for line in told[1:]] == [
        "is a link out of the folder",
        "is a link that leads nowhere.",
        "is a link that leads nowhere.",
        "is a link that leads to a fol",
    ]


def test_a_link_to_a_file_of_the_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert shown(tmp_path) == ["a.txt", "b.txt"]


def test_a_folder_that_cannot_be_opened_is_one_line_and_the_others_go_on(tmp_path: Path, monkeypatch) -> None:
    write(tmp_path, "shut/a.txt", "z.txt")
    real = os.listdir

    def listdir(path: Path) -> list[str]:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "listdir", listdir)
    told = shown(tmp_path)
    assert told[0].startswith("shut: is a folder that cannot be opened")
    assert told[1:] == ["z.txt"]


def test_folders_deeper_than_the_stack_are_walked(tmp_path: Path) -> None:
    deep, here = 1_200, os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(deep):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)
    try:
        assert [found for found in walk([tmp_path]) if isinstance(found, Problem)] == []
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)  # shutil.rmtree recurses


def test_odd_bytes_in_names_are_shown_and_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[31m\n.txt"))).write_text("x")
    (line,) = shown(tmp_path)
    assert line == "\\xff\\x1b[31m\\x0a.txt"
    assert printable("тізім \u202etxt.exe") == "тізім \\u202etxt.exe"
