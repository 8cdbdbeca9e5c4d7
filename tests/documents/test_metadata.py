from pathlib import Path

import pytest

from tizim.documents import Extracted
from tizim.documents.metadata import Metadata, all_fields
from tizim.documents.sheets import Sheet, folder_file, sidecar


def sheet(folder: Path, text: str | bytes, name: str = "a.txt.yml") -> Sheet:
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return sidecar(folder / name, name)


def told(found: Sheet) -> list[str]:
    return [str(problem) for problem in found.problems]


def extracted(**fields: str | None) -> Extracted:
    return Extracted(text="x", extractor="text 1", media_type="text/plain", **fields)  # type: ignore[arg-type]


def test_values_are_what_they_say_and_not_what_yaml_makes_of_them(tmp_path: Path) -> None:
    found = sheet(tmp_path, "date: 2020\ntitle: No\nlanguage: kk\nnote: 1e3\nprotected: no\n")
    assert found == Sheet({"date": "2020", "title": "No", "language": "kk", "note": "1e3", "protected": "no"})


def test_source_and_document_kind_are_other_words_for_publisher_and_kind(tmp_path: Path) -> None:
    found = sheet(tmp_path, "source: Steppe Monitor\ndocument_kind: report\n")
    assert found.fields == {"publisher": "Steppe Monitor", "kind": "report"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("titel: x", "a.txt.yml line 1: has an unknown field 'titel'. Did you mean title?"),
        ("\nAset Omarov: x", "a.txt.yml line 2: has an unknown field. Known fields: title,"),
        ("date: 5 May", "a.txt.yml line 1: date is no date in EDTF. Write 2022-04-08,"),
        (
            "kind: reprot",
            "a.txt.yml line 1: kind is refused: 'reprot' is no code of the table document_kinds. Nearest: report",
        ),
        ("source_kind: newspaper-x", "a.txt.yml line 1: source_kind is refused"),
        ("language: xx", "a.txt.yml line 1: language is refused"),
        ("obtained: post", "a.txt.yml line 1: obtained is refused"),
        ("url: example", "a.txt.yml line 1: url is no address."),
        ("protected: perhaps", "a.txt.yml line 1: protected is neither yes nor no."),
        ("title: [a, b]", "a.txt.yml line 1: gives a field more than one value."),
        ("title: a\nsource: b\npublisher: c", "a.txt.yml line 3: gives a field or file a second time."),
        ("title: a: b", "a.txt.yml: is no YAML in line 1."),
        ("- a", "a.txt.yml: has no fields line 1."),
        ("? [a]\n: b", "a.txt.yml: has a field without a name line 1."),
        (b"title: \xff\xfe", "a.txt.yml: is no YAML"),
        ("note: " + "x" * 2_001, "a.txt.yml line 1: note is longer than 2000 letters."),
    ],
)
def test_what_is_wrong_in_a_sheet_is_one_line_with_its_place(
    tmp_path: Path, text: str | bytes, line: str
) -> None:
    (problem,) = told(sheet(tmp_path, text))
    assert problem.startswith(line)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(told(sheet(tmp_path, "titel: x\ndate: y\nkind: z"))) == 3


def test_no_problem_repeats_a_value_that_may_be_a_name(tmp_path: Path) -> None:
    text = "".join(
        f"{field}: Aset Omarov\n" for field in ("kind", "date", "language", "url", "protected", "obtained")
    )
    found = told(sheet(tmp_path, text))
    assert len(found) == 6
    assert "Aset" not in " ".join(found)


def test_an_empty_sheet_says_nothing(tmp_path: Path) -> None:
    assert (
        sheet(tmp_path, "") == sheet(tmp_path, "# nothing\n") == sidecar(tmp_path / "none", "none") == Sheet()
    )


def test_a_yaml_bomb_is_no_danger(tmp_path: Path) -> None:
    bomb = "a: &a [x,x]\n" + "".join(
        f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *a]\n" for n in range(60)
    )
    assert told(sheet(tmp_path, bomb))


def test_the_folder_file_tells_about_all_and_each(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "documents.yml").write_text(
        "defaults:\n  language: kk\na.txt: {title: T}\nb.txt:\n  title: x\n"
    )
    found = folder_file(tmp_path / "documents.yml", "documents.yml")
    assert found.defaults.fields == {"language": "kk"}
    assert found.sheet("a.txt").fields == {"title": "T"}
    assert found.sheet("c.txt") == Sheet()
    assert [str(stray) for stray in found.strays] == [
        "documents.yml line 4: tells about a file that is not in the folder. "
        "Write the file's whole name, or take the entry out."
    ]


def test_file_names_match_whether_composed_or_not(tmp_path: Path) -> None:
    (tmp_path / "й.txt").touch()
    (tmp_path / "documents.yml").write_text("и\u0306.txt: {title: T}\n")
    found = folder_file(tmp_path / "documents.yml", "documents.yml")
    assert found.sheet("й.txt").fields == found.sheet("и\u0306.txt").fields == {"title": "T"}
    assert not found.strays


def test_the_nearer_to_the_user_a_field_is_given_the_more_it_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "documents.yml").write_text(
        "defaults: {title: 2, author: 2, publisher: 2, note: 2, language: ru}\n"
        "a.txt: {author: 3, publisher: 3, note: 3}\n"
    )
    (tmp_path / "a.txt.yml").write_text("publisher: 4\nnote: 4\n")
    beside = Metadata({"note": "5"}).beside(tmp_path / "a.txt", "a.txt")
    own = extracted(title="1", author="1", publisher="1", language="kk", date="2020-01-01")
    assert all_fields(own, beside.fields) == {
        "title": "2",
        "author": "3",
        "publisher": "4",
        "note": "5",
        "language": "ru",
        "date": "2020-01-01",
    }


def test_an_empty_value_takes_away_what_the_file_says() -> None:
    assert all_fields(extracted(author="admin", title="T"), {"author": ""}) == {"title": "T"}


def test_what_a_file_says_wrongly_about_itself_is_left_out() -> None:
    own = extracted(
        date="yesterday", url="x", language="tlh", title="A \x1b[31m\n B\u202e", author="x" * 3_000
    )
    assert all_fields(own, {}) == {"title": "A [31m B"}
