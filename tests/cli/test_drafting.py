"""update, dossier, statement: drafts on the screen and in files."""

import docx

PEOPLE = """
document,quote,person,act,date,outcome,articles,place
first.txt,Aru Sampleva,Aru Sampleva,sentence,2020-05-01,imprisonment P4Y,KZ-CC 405(2),Almaty
first.txt,Daniyar Ulgiev,Daniyar Ulgiev,search,2020-08-01,,,
second.txt,Kamila Misalova,Kamila Misalova,sentence,2020-06-01,imprisonment P3Y,,Almaty
"""
YEAR = ("--from", "2020-01-01", "--to", "2020-12-31")


def tell(desk):
    folder = desk.home / "reports"
    folder.mkdir()
    (folder / "first.txt").write_text("Aru Sampleva and Daniyar Ulgiev are held.", encoding="utf-8")
    (folder / "first.txt.yml").write_text(
        "{obtained: published, url: 'https://example.org/report'}", encoding="utf-8"
    )
    desk.runs("add", folder)
    (folder / "second.txt").write_text("Kamila Misalova is held too.", encoding="utf-8")
    desk.runs("add", folder / "second.txt", "--obtained", "given_by_relative")
    desk.takes(PEOPLE)


def test_an_update_tells_what_was_published_and_counts_what_it_cannot_place(told):
    said = told.runs("update", "--country", "KZ", *YEAR)
    assert "## Association" in said.out and "Aru Sampleva" in said.out
    assert "Daniyar" not in said.out and "of no known country 1" in said.out
    assert "Kamila" not in said.out
    whole = told.runs("update", *YEAR).out
    assert "Daniyar Ulgiev" in whole and "Kamila" not in whole


def test_a_case_is_written_to_a_new_file(told):
    answer = told.asks("list", "convicted", "--as-of", "2021-01-01")
    people = {one["person"]: one["id"] for one in answer["people"]}
    out = told.home / "case.docx"
    told.runs("dossier", people["Aru Sampleva"], "--out", out)
    made = docx.Document(str(out))
    assert any("Aru Sampleva" in one.text for one in made.paragraphs) and list(made.comments)
    assert "already" in told.tries("dossier", people["Aru Sampleva"], "--out", out).err
    assert "Aru Sampleva" in told.runs("statement", people["Aru Sampleva"]).out
    refused = told.tries("statement", people["Kamila Misalova"])
    assert refused.code and "no published fact" in refused.err


def test_what_cannot_be_a_period_or_a_file_is_refused(told):
    assert "is after" in told.tries("update", "--from", "2020-02-01", "--to", "2020-01-01").err
    assert ".md or .docx" in told.tries("update", *YEAR, "--out", "update.pdf").err
