"""A release: a bag that others can check, a site whose links lead somewhere, and no secret in any file."""

import base64
import csv
import hashlib
import io
import re
import zipfile
import zlib
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from signal import SIGKILL
from urllib.parse import urldefrag
from xml.etree import ElementTree

import bagit
import docx
import pypdfium2
import pytest
from anyascii import anyascii

from tests.publications.made import AT, cleared, document, edited, register, source, told
from tizim.assessments import Determination, Recognition
from tizim.claims import PublishedFigure, Review
from tizim.identity import Judgement, mention_id
from tizim.interventions import Intervention, Response
from tizim.ledger import Withdrawal
from tizim.publications import (
    Approval,
    Clearance,
    Erratum,
    PublicationError,
    Release,
    approved,
    edition,
    effort,
    release_files,
    told_facts,
    work_of,
)
from tizim.publications.content import Act, Bounds, Counted, Entered, tells
from tizim.publications.drafts import Case, Period, dossier, markdown, selected, statement, update
from tizim.publications.formats import pdf as pdf_format
from tizim.publications.formats import press
from tizim.publications.formats.pdf import printed
from tizim.publications.formats.press import Press
from tizim.publications.formats.word_draft import draft_file
from tizim.publications.site import listed
from tizim.publications.site.bars import bars
from tizim.publications.site.spots import spots_of
from tizim.publications.site.words import Words

ASAN, DINA, ERLAN = "Asan Bekov", "Дина Оспанова", "Erlan Qalauov"


def signed(told_in):
    return f"ed25519:{base64.b64encode(told_in).decode()}"


def written(one, by):
    return type(one)(
        **{name: getattr(one, name) for name in one.field_names()} | {"recorded_by": by, "recorded_at": AT}
    )


def release_of(content, earlier=None, errata=(), let_out=True, reason="read whole", withdrawn=()):
    of = written(edition(content, signed=signed, definition_sha256="0" * 64), "asel")
    yes = written(Approval(id="v-1", edition_id=of.id, decision="approve", reason=reason), "boris")
    word = approved(of, [of, *([yes] if let_out else [])])
    return Release(of, content, word, "ed25519:key", earlier, errata, withdrawn=withdrawn)


def files_of(content, *, pdf=False, press=None, **more):
    return dict(release_files(replace(release_of(content, **more), with_pdf=pdf, press=press), signed=signed))


def text_of(raw):
    """What a PDF says, page by page, and of itself."""
    with closing(pypdfium2.PdfDocument(raw)) as told_in:
        pages = [page.get_textpage().get_text_bounded() for page in told_in]
        return " ".join([*pages, *map(str, told_in.get_metadata_dict().values())])


PEOPLE = (
    told(ASAN, articles=("KZ-CC 405(2)",), place="Almaty", agency="Qala City Court"),
    told(ASAN, "charge", date="2020-03~"),
    told(DINA, outcome="imprisonment P2Y6M", date="2020-04"),
    told(ERLAN), cleared(ERLAN, "counted", basis="consent"),
)  # fmt: skip


@pytest.fixture(scope="module")
def files():
    earlier = edited(told(ASAN), told("Omar Sarin")).content
    wrong = Erratum(
        id="y-1", edition_id="e", place="1", said="P4Y", right="P3Y", reason="verdict", date="2021-03-01"
    )
    return files_of(edited(*PEOPLE, number=2).content, earlier=earlier, errata=(wrong,))


def test_what_nobody_else_has_let_out_is_not_released():
    content = edited(*PEOPLE).content
    with pytest.raises(PublicationError, match="second person"):
        list(release_files(release_of(content, let_out=False), signed=signed))


def test_what_was_not_frozen_is_not_released():
    of = release_of(edited(*PEOPLE).content)
    other = Release(of.edition, edited(told(ASAN)).content, of.word, of.public_key)
    with pytest.raises(PublicationError, match="not what was frozen"):
        list(release_files(other, signed=signed))


def test_the_same_edition_gives_the_same_files(files):
    earlier = edited(told(ASAN), told("Omar Sarin")).content
    wrong = Erratum(
        id="y-1", edition_id="e", place="1", said="P4Y", right="P3Y", reason="verdict", date="2021-03-01"
    )
    assert files == files_of(edited(*PEOPLE, number=2).content, earlier=earlier, errata=(wrong,))


def test_the_bag_is_one_for_the_library_of_congress_s_own_program(files, tmp_path):
    for name, content in files.items():
        path = tmp_path / "bag" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    assert bag.info["Edition-Digest"] == hashlib.sha256(files["data/data/list.json"]).hexdigest()
    manifest = files["manifest-sha256.txt"]
    assert files["manifest-sha256.txt.sig"].decode().strip() == signed(hashlib.sha256(manifest).digest())
    (tmp_path / "bag" / "data" / "index.html").write_bytes(b"changed")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(tmp_path / "bag")).validate()


class _Page(HTMLParser):
    """The links, ids and outside things of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.inline, self.loaded = [], set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        self.ids.update(filter(None, [said.get("id")]))
        if tag == "a":
            self.links.append(said["href"])
        if tag in ("script", "img", "link", "iframe", "object", "video", "audio", "source"):
            self.loaded.append(said.get("src") or said.get("href"))
        self.inline += [name for name in said if name.startswith("on") or name == "style"]


def pages(files):
    return {name: _Page(raw.decode()) for name, raw in files.items() if name.endswith(".html")}


def test_every_link_of_every_page_leads_somewhere(files):
    known = pages(files)
    assert {name.split("/")[1] for name in known} == {"index.html", "en", "ru", "kk"}
    for name, page in known.items():
        for link in page.links:
            path, mark = urldefrag(link)
            if path.startswith("http"):
                continue
            target = str((Path("/") / Path(name).parent / path).resolve())[1:] if path else name
            assert target in files, (name, link)
            if mark and target.endswith(".html"):
                assert mark in known[target].ids, (name, link)


def test_no_page_loads_anything_from_elsewhere_or_runs_script_of_its_own(files):
    for name, page in pages(files).items():
        assert page.inline == []
        for one in page.loaded:
            assert one and not re.match(r"[a-z]+:|//", one), (name, one)
        assert "<style" not in files[name].decode()


def test_a_figure_opens_to_people_and_these_to_passages(files):
    index = files["data/en/index.html"].decode()
    assert 'href="people/1.html"' in index
    person = files["data/en/people/1.html"].decode()
    assert "imprisonment, 4 years" in person
    assert re.search(r'href="\.\./passages-1\.html#p\d"', person)
    assert "about March 2020" in person
    assert "примерно март 2020\u00a0г." in files["data/ru/people/1.html"].decode()
    assert "2020\u00a0ж. сәуір" in files["data/kk/people/2.html"].decode()


def test_changes_and_corrections_are_said_in_each_language(files):
    assert "Omar Sarin" in files["data/en/changes.html"].decode()
    for language in ("en", "ru", "kk"):
        assert "verdict" in files[f"data/{language}/errata.html"].decode()
        feed = ElementTree.fromstring(files[f"data/data/{language}/changes.atom"])
        told_in = [
            entry.find("{http://www.w3.org/2005/Atom}title").text
            for entry in feed.iter("{http://www.w3.org/2005/Atom}entry")
        ]
        assert len(told_in) == 3
        assert any("Omar Sarin" in one for one in told_in)


SECRETS = {
    "note": "Zhasyryn Notesov", "act_detail": "Quwat Detailov", "offence": "Offenceuly Bolat", "occupation": "pharmacist-secret",
    "town": "Tasbulaqsecret", "event": "eventsecret-77", "status": "statussecret-5", "date_basis": "basissecret-3",
    "place": "Secretaly street 5, flat 7", "reported_by": "Giverova Raushan", "alleged_organisation": "Zhasyrynuiym",
}  # fmt: skip
HIDDEN = "Қызғалдақ Жасырынова"
BYSTANDER = "Kerimzhan Qupiyabaev"


def forms_of(secret):
    """A secret as it is, in other letters, hashed, and in base64."""
    plain = [secret, secret.casefold(), anyascii(secret), anyascii(secret).casefold(), *secret.split()[:1]]
    hashed = [
        hashlib.new(name, text.encode()).hexdigest()
        for name in ("md5", "sha1", "sha256")
        for text in (secret, secret.casefold())
    ]
    coded = [base64.b64encode(text.encode()).decode().rstrip("=") for text in (secret, anyascii(secret))]
    return [*plain, *hashed, *coded]


def everything_in(files):
    """Names and contents of all files, and of all files packed in them."""
    for name, raw in files.items():
        yield name
        if name.endswith(".pdf"):
            yield text_of(raw)
            yield from (zlib.decompress(one).decode("latin-1") for one in _streams(raw))
        elif name.endswith((".xlsx", ".docx")):
            with zipfile.ZipFile(io.BytesIO(raw)) as book:
                for inner in book.namelist():
                    yield inner
                    yield book.read(inner).decode(errors="replace")
        else:
            yield raw.decode()


def _streams(raw):
    """What is packed in a PDF: pages, metadata, fonts."""
    return [
        one
        for one in re.findall(rb"FlateDecode.*?stream\n(.*?)\nendstream", raw, re.DOTALL)
        if one[:1] == b"x"
    ]


def drafts_of(*groups):
    """Every draft of everybody of whom a fact may be told, in each language, as files."""
    told_in = told_facts(register(*groups))
    people = tuple(sorted({one.who for one in told_in.facts if one.who}))
    period = Period(date(2020, 1, 1), date(2020, 12, 31))
    assert people
    found = {}
    for language in ("en", "ru", "kk"):
        of = Case(people, AT, language)
        chosen = selected(told_in.facts, period)
        whole = update(told_in, chosen, period, known_at=AT, language=language)
        for name, draft in {
            "update": whole,
            "case": dossier(told_in, of),
            "said": statement(told_in, of),
        }.items():
            found[f"{name}-{language}.md"] = markdown(draft).encode()
            found[f"{name}-{language}.docx"] = draft_file(draft, day="2020-12-31")
    return found


def test_no_withheld_string_stands_in_any_file_of_a_release_in_any_form():
    shut = {
        "title": "Giverova file",
        "url": "https://example.org/raushan-giverova",
        "author": "Authorsecret Adam",
        "note": "Docnotesecret Docov",
    }
    quote = f"Asan Bekov and {HIDDEN} were taken, says Raushan Giverova. {BYSTANDER} filmed it. He has HIV since 1913."
    confidential = document(
        "shut", by="Lawyer Zangerov", obtained="given_by_lawyer", title="Lettersecret Letterov", url=None
    )
    letter = {"intervention_kind": "letter", "addressee": "Colonel Addresseeuly", "text": "Textsecret Textov"}
    asan = mention_id("d-two", ASAN)
    groups = (
        document("two", **shut), told(ASAN, of="two", quote=quote, **SECRETS),
        told(HIDDEN, of="two", quote=quote, age=14), told("Balasy Jasyrynov", of="two", role="other", quote=quote),
        source("Lawyer Zangerov", protected=True), confidential, told("Secretclient Qupiyaev", of="shut"),
        Clearance(id="x-9", subject_id="d-two", level="cited", basis="decision", note="Clearsecret Noteov"),
        Intervention(id="i-1", mention_ids=(asan,), passage_id=f"p-two-{ASAN}-sentence-", sent_by=("Sendersecret",), **letter),
        Intervention(id="i-2", mention_ids=(asan,), passage_id="p-shut-Secretclient Qupiyaev-sentence-", **letter | {"addressee": "Shutbody Committee"}),
        told("group", "detention", of="two", person=None, group="Groupsecret Toptov", count_min=70, quote=quote),
    )  # fmt: skip
    content = edited(*groups).content
    assert [one.name for one in content.people] == [ASAN, None]
    told_out = "\n".join([*everything_in(files_of(content, pdf=True)), *everything_in(drafts_of(*groups))])
    secrets = [
        *SECRETS.values(), HIDDEN, BYSTANDER, "Balasy Jasyrynov", "Lettersecret Letterov", "Secretclient Qupiyaev", "Zangerov",
        "Authorsecret Adam", "Docnotesecret Docov", "Clearsecret Noteov", "raushan-giverova", "two.txt",
        "Addresseeuly", "Textsecret Textov", "Sendersecret", "Shutbody", "Groupsecret Toptov", "HIV since 1913",
    ]  # fmt: skip
    for secret in secrets:
        for form in forms_of(secret):
            assert form not in told_out, (secret, form)
    assert "Asan Bekov and […] were taken, says […] filmed it." in told_out


BESIDE = {
    one: f"{one.capitalize()}sozi Zhasyrynuly"
    for one in "source review judgement finding case assessor recogniser kudos figure teller answer reply undone frozen approval".split()
}
"""What people wrote beside their decisions, by what it stands in."""


def _decided(asan):
    """One entry of each kind that a release is not told from, with a secret in each of its texts."""
    taken_back = told(ASAN, "search", date="2020-01-09")
    claim = f"c-one-{ASAN}-sentence-"
    return (
        *taken_back, Withdrawal(id="w-1", corrects=taken_back[1].id, reason=BESIDE["undone"]),
        source("Herald", note=BESIDE["source"]), document("two", by="Herald"), told(DINA, of="two"),
        Review(id="r-1", claim_id=claim, decision="accept", reason=BESIDE["review"]),
        Judgement(id="j-1", left=asan, right=mention_id("d-two", DINA), verdict="different", reason=BESIDE["judgement"]),
        Determination(
            id="t-1", mention_id=asan, criteria_set="PACE-1900-2012", criterion="a", finding="met", passages_for=(f"p-one-{ASAN}-sentence-",),
            case=BESIDE["case"], note=BESIDE["finding"], group=BESIDE["assessor"],
        ),
        Recognition(id="g-1", mention_id=asan, group=BESIDE["recogniser"], stance="recognised", note=BESIDE["kudos"]),
        PublishedFigure(
            id="f-1", passage_id=f"p-one-{ASAN}-sentence-", document_id="d-one", count=7, bound="exactly", what=BESIDE["figure"],
            counting_unit="individual", attributed_to=BESIDE["teller"],
        ),
        Intervention(id="i-1", intervention_kind="letter", addressee="Shutbody", mention_ids=(asan,)),
        Response(id="a-1", intervention_id="i-1", response_kind="answer", text=BESIDE["answer"], note=BESIDE["reply"]),
    )  # fmt: skip


def test_what_people_wrote_beside_their_decisions_stands_in_no_file_in_any_form():
    groups = (told(ASAN), *_decided(mention_id("d-one", ASAN)))
    of = release_of(edited(*groups).content, reason=BESIDE["approval"])
    of = replace(of, edition=replace(of.edition, note=BESIDE["frozen"]), with_pdf=True)
    files = dict(release_files(of, signed=signed))
    assert {name.rpartition(".")[2] for name in files} >= {
        "html", "css", "js", "pdf", "docx", "xlsx", "csv", "json", "atom", "txt", "sig",
    }  # fmt: skip
    told_out = "\n".join([*everything_in(files), *everything_in(drafts_of(*groups))])
    for secret in BESIDE.values():
        for form in forms_of(secret):
            assert form not in told_out, (secret, form)


def test_the_report_says_in_each_language_what_the_site_says_wherever_it_is_printed(monkeypatch):
    files = files_of(edited(*PEOPLE).content, pdf=True)
    for language, said in (
        ("en", "serving a prison sentence"),
        ("ru", "отбывают лишение свободы"),
        ("kk", "бас бостандығынан айыру жазасын өтеп жүр"),
    ):
        raw = files[f"data/data/{language}/report.pdf"]
        told_in = " ".join(text_of(raw).split())
        assert said in told_in.casefold()
        assert ASAN in told_in and DINA in told_in and "KZ-CC 405(2)" in told_in
        assert ERLAN not in told_in
        with closing(pypdfium2.PdfDocument(raw)) as tagged:
            assert pypdfium2.raw.FPDFCatalog_IsTagged(tagged.raw)
        assert f"data/{language}/report.pdf" in files[f"data/{language}/data.html"].decode()
    begun = []
    monkeypatch.setattr(effort, "_LONG", 0)
    monkeypatch.setattr(press, "Press", lambda *given: begun.append(Press(*given)) or begun[0])
    assert files_of(edited(*PEOPLE).content, pdf=True, press={}) == files
    assert {one._process.returncode for one in begun} <= {0, -SIGKILL}, "the process fell"
    assert begun


def test_the_word_report_opens_and_says_the_same(files):
    made = docx.Document(io.BytesIO(files["data/data/kk/report.docx"]))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert ASAN in cells and DINA in cells and ERLAN not in cells
    assert "Қамаудағы адамдар" in made.paragraphs[0].text
    assert made.core_properties.author == "tizim"
    assert any("verdict" in one for one in cells)


def test_acts_bear_the_codes_of_the_events_standard_formats(shared):
    files = files_of(
        edited(told(ASAN), told(ASAN, "detention"), told(ASAN, "search"), told(ASAN, "house_arrest")).content
    )
    rows = list(csv.DictReader(io.StringIO(files["data/data/huridocs.csv"].decode("utf-8-sig"))))
    assert {row["name"] for row in rows} == {ASAN} and len(rows) == 4
    coded = {(row["type_of_act_list"], row["type_of_act_code"]) for row in rows if row["type_of_act_code"]}
    assert len(coded) == 3
    with (shared / "esf_vocabulary.tsv").open(encoding="utf-8", newline="") as table:
        assert coded <= {(row["list"], row["vocab_number"]) for row in csv.DictReader(table, delimiter="\t")}


def test_a_hostile_name_or_quotation_runs_nothing():
    evil = '<script>alert("x")</script>'
    files = files_of(
        edited(
            told("Asan <b>Bekov</b>", quote=evil),
            document("two", title=evil, url="javascript:alert(1)"),
            told("Dina O", of="two"),
        ).content
    )
    for name, raw in files.items():
        if name.endswith((".html", ".atom")):
            assert evil not in raw.decode()
            assert "<b>Bekov" not in raw.decode()
            assert 'href="javascript:' not in raw.decode()


@pytest.mark.parametrize("pdf", [False, True])
def test_the_work_foreseen_is_that_of_the_files_that_come(pdf, monkeypatch):
    monkeypatch.setattr(pdf_format, "printed", lambda page, digest: b"%PDF")  # what it says is no matter here
    of = replace(release_of(edited(*PEOPLE).content), with_pdf=pdf)
    whole, worth = work_of(of)
    assert sum(worth(path) for path, _raw in release_files(of, signed=signed)) == whole


def test_what_a_press_that_was_ended_does_not_give_back_is_printed_here():
    page = "<!DOCTYPE html><html lang='en'><title>{0}</title><p>{0}</p></html>"
    here = {name: printed(page.format(name), "0" * 64) for name in ("one", "two", "three")}
    reports = {name: partial(page.format, name) for name in here}
    with Press(reports, "0" * 64, {}) as press:
        made = dict([next(press.rest(here=True))])
        assert set(made) == {"three"}, "what is not begun there is printed here"
        press._process.kill()
        made |= dict(press.rest(here=False))
    assert made == here
    assert press._process.returncode == -SIGKILL


def test_a_long_report_sets_people_in_lines_and_leaves_passages_to_the_site(monkeypatch):
    content = edited(*PEOPLE).content
    monkeypatch.setattr(listed, "_IN_TABLES", 1)
    monkeypatch.setattr(listed, "_PRINTED", 1)
    files = files_of(content, pdf=True)
    for language, said in (("en", "too many to be printed"), ("ru", "слишком много"), ("kk", "тым көп")):
        told_in = " ".join(text_of(files[f"data/data/{language}/report.pdf"]).split())
        assert said in told_in and f"1. {ASAN}" in told_in and ERLAN not in told_in
        made = docx.Document(io.BytesIO(files[f"data/data/{language}/report.docx"]))
        assert said in made.paragraphs[-1].text


def test_reports_tell_of_groups_of_what_changed_and_where_it_stands():
    earlier = edited(told("Omar Sarin"), told(ASAN)).content
    wrong = Erratum(
        id="y-1", edition_id="e", place="1", said="P4Y", right="P3Y", reason="verdict", date="2021-03-01"
    )
    content = replace(edited(*PEOPLE, number=2).content, groups=(Counted("imprisonment", 12, 15, (0,)),))
    files = files_of(content, pdf=True, earlier=earlier, errata=(wrong,))
    for language, contents, before in (
        ("en", "Contents", "Before"),
        ("ru", "Содержание", "Было"),
        ("kk", "Мазмұны", "Бұрын"),
    ):
        words = Words(language)
        printed_in = " ".join(text_of(files[f"data/data/{language}/report.pdf"]).split())
        assert contents in printed_in and before in printed_in and "Omar Sarin" in printed_in
        assert words.bounds(12, 15) in printed_in
        made = docx.Document(io.BytesIO(files[f"data/data/{language}/report.docx"]))
        heads = [[cell.text for cell in table.rows[0].cells] for table in made.tables]
        assert any(before in one for one in heads)
        assert (round(made.sections[0].page_width.mm), round(made.sections[0].page_height.mm)) == (210, 297)
        foot = made.sections[0].footer._element.xml
        assert 'w:instr="PAGE"' in foot and 'w:instr="NUMPAGES"' in foot
        assert all("w:cantSplit" in row._tr.xml for table in made.tables for row in table.rows)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_stands_beside_a_bar_is_not_cut(language):
    drawn = str(bars([Bounds("x", 3, None), Bounds("y", 1, 2)], {"x": "X", "y": "Y"}, Words(language)))
    beside = re.findall(r'<text x="([0-9.]+)" y="[0-9]+">([^<]*[0-9][^<]*)</text>', drawn)
    assert [said for _at, said in beside] == [f"3 – {Words(language).upper(None)}", "1 – 2"]
    assert all(float(at) + 8.4 * len(said) <= 440 for at, said in beside)


def test_passages_in_a_row_are_told_as_a_span_and_what_is_masked_whole_is_said_so():
    act = Act("sentence", None, None, None, (), None, "asserted", (0, 6, 7, 8, 11, 12))
    who = Entered(1, "p", ASAN, "imprisonment", True, "holds", acts=(act,))
    assert listed.cited_by(who) == "1, 7–9, 12, 13"
    assert not tells("[…], […].") and not tells(None) and tells("[…] was held")
    files = files_of(edited(told(ASAN, quote="Kerimzhan Qupiyabaev", agency="Kerimzhan Qupiyabaev")).content)
    page = files["data/en/people/1.html"].decode()
    assert "The words are left out" in page and "[…]" not in page


def test_the_map_counts_those_who_are_named_and_whoever_stands_in_two_places_for_sure_in_none():
    content = edited(
        told(ASAN, place="Almaty"), told(ASAN, "charge", place="Taraz"), told(DINA, place="Алматы"),
        told(ERLAN, place="Oral"), cleared(ERLAN, "counted", basis="consent"), told("Omar Sarin", place="Kazakhstan"),
    ).content  # fmt: skip
    found = {
        one.total.place.names["en"]: (one.total.at_least, one.total.at_most) for one in spots_of(content)
    }
    assert found == {"Almaty": (1, 2), "Taraz": (0, 1)}
    files = files_of(content)
    for language, name in (("en", "Almaty"), ("ru", "Алматы"), ("kk", "Алматы")):
        page = files[f"data/{language}/index.html"].decode()
        assert page.count("<svg") == 2 and f'<th scope="row">{name}</th>' in page
    assert "<svg" in files_of(edited(told(ASAN)).content)["data/en/index.html"].decode()
    assert "polygon" not in files_of(edited(told(ASAN)).content)["data/en/index.html"].decode()
