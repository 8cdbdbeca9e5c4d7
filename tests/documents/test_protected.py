"""Secrets are planted wherever a format has a place for them; none may come out, all must be kept."""

import io
import json
import re
import zipfile
from dataclasses import astuple
from pathlib import Path

import pytest
from tests.documents.making import pdf, with_parts, word
from tests.documents.making_parts import compound, letter, odt, outlook, telegram, warc, zipped
from tests.documents.test_receiving import InProcess

from tizim.documents import Document, MemoryVault, Received, receive, text_of
from tizim.documents.naming import public_name
from tizim.documents.veil import Veil

NAME, COMPANY, NUMBER = "Zarina Tayneva", "Tayneva Partners", "+7 701 765 43 21"
ADDRESS, PLACE, HANDLE = "zarina@hidden.example", "43.2389,76.8897", "zarina_hid"
SECRETS = re.compile(
    rf"Zarina|Tayneva|{re.escape(ADDRESS)}|hidden\.example|765.?43.?21|7657654321|43\.2389|{HANDLE}|10\.66\.77\.88",
    re.IGNORECASE,
)
SAID = "The court of Orda held two men for two months, and they are free now."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tizim.documents.receiving.Extractor", InProcess)


def taken(folder: Path, name: str, content: bytes, vault: MemoryVault) -> list[Received]:
    (folder / name).write_bytes(content)
    return list(receive([folder / name], vault=vault))


def docx() -> bytes:
    who = f'w:author="{NAME}" w:initials="Zarina" w:date="2031-03-04T00:00:00Z"'
    body = (
        f"<w:document {W}><w:body><w:p><w:ins {who}><w:r><w:t>{SAID}</w:t></w:r></w:ins>"
        f"<w:del {who}><w:r><w:delText>{NAME}</w:delText></w:r></w:del>"
        f'<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>{NAME}</w:t></w:r></w:fldSimple></w:p></w:body></w:document>'
    )
    made = with_parts(word("x", title="Report"), document=body)
    kept = io.BytesIO()
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Company>{COMPANY}</Company><Manager>{NAME}</Manager></Properties>"
    )
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(kept, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "docProps/core.xml":
                content = re.sub(
                    rb"<dc:creator>[^<]*</dc:creator>", f"<dc:creator>{NAME}</dc:creator>".encode(), content
                ).replace(
                    b"</cp:coreProperties>",
                    f"<cp:lastModifiedBy>{NAME}</cp:lastModifiedBy></cp:coreProperties>".encode(),
                )
            new.writestr(part, app if part == "docProps/app.xml" else content)
    return kept.getvalue()


def rtf() -> bytes:
    info = rf"{{\info{{\title Report}}{{\author {NAME}}}{{\operator {NAME}}}{{\*\company {COMPANY}}}{{\manager {NAME}}}}}"
    return rf"{{\rtf1\ansi{{\*\userprops{{\propname x}}{{\staticval {NAME}}}}}{info} {SAID}}}".encode()


def open_text() -> bytes:
    comment = (
        f"<office:annotation><dc:creator>{NAME}</dc:creator><text:p>{NUMBER}</text:p></office:annotation>"
    )
    field = f"<text:author-name>{NAME}</text:author-name><text:initial-creator>{NAME}</text:initial-creator>"
    meta = (
        f"<meta:initial-creator>{NAME}</meta:initial-creator><dc:creator>{NAME}</dc:creator>"
        f'<meta:user-defined meta:name="Company">{COMPANY}</meta:user-defined>'
    )
    return odt(f"<text:p>{SAID}{comment}{field}</text:p>", meta=meta)


def page() -> bytes:
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">'
        f'<meta name="author" content="{NAME}"><!--[if gte mso 9]><xml><o:Author>{NAME}</o:Author>'
        f"<o:Company>{COMPANY}</o:Company></xml><![endif]--></head><body><p>{SAID}</p></body></html>"
    ).encode()


def mhtml() -> bytes:
    heads = f"From: {NAME} <{ADDRESS}>\r\nSnapshot-Content-Location: https://news.example/4\r\n"
    kind = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    return f"{heads}{kind}--b\r\nContent-Type: text/html\r\n\r\n<p>{SAID}</p>\r\n--b--\r\n".encode()


def mail() -> bytes:
    body = (
        f"{SAID}\n\n---------- Forwarded message ---------\nFrom: {NAME} <{ADDRESS}>\nКому: {NAME}\n\n"
        f"On 4 March, {NAME} <{ADDRESS}> wrote:\n> {SAID}\nWrite to {ADDRESS} or {NUMBER}\n{NAME}\n"
    )
    heads = {
        "from": f"{NAME} <{ADDRESS}>",
        "to": f"{NAME} <{ADDRESS}>, other@post.example",
        "cc": f'"{NAME}" <{ADDRESS}>',
        "bcc": ADDRESS,
        "reply_to": ADDRESS,
        "sender": f"{NAME} <{ADDRESS}>",
        "return_path": f"<{ADDRESS}>",
        "received": "from x.hidden.example (10.66.77.88) by y; Tue, 04 Mar 2031 10:00:00 +0500",
        "x_originating_ip": "10.66.77.88",
        "organization": COMPANY,
        "subject": f"Fwd: two held ({ADDRESS})",
    }
    return bytes(letter(body, {f"Photo {NUMBER}.txt": f"{SAID} Twice.".encode()}, **heads))


def msg() -> bytes:
    values = {
        0x37: "Two held",
        0x1000: f"{SAID}\r\n{NAME}",
        0x0C1A: NAME,
        0x0C1F: ADDRESS,
        0x7D: f"From: {ADDRESS}",
    }
    inner = outlook({0x37: "Inner", 0x1000: SAID, 0x42: NAME, 0x0C1F: ADDRESS}, head=24)
    return compound(outlook(values, [{0x3001: NAME, 0x39FE: ADDRESS}], [inner]))


def chat() -> bytes:
    return telegram(
        {"from": NAME, "from_id": "user7", "text": SAID},
        {
            "text": [
                {"type": "mention", "text": f"@{HANDLE}"},
                " and ",
                {"type": "phone", "text": NUMBER},
                f" {SAID}",
            ]
        },
        {"text": [{"type": "mention_name", "text": NAME, "user_id": 7}, " is here"]},
        {"text": SAID, "forwarded_from": NAME, "forwarded_from_id": "user7", "via_bot": f"@{HANDLE}"},
        {"text": "", "contact_information": {"first_name": NAME, "phone_number": NUMBER}},
        {"text": "", "location_information": {"latitude": 43.2389, "longitude": 76.8897}},
        {"text": "", "file": f"files/{NAME}.pdf", "media_type": "x", "title": NAME, "performer": NAME},
        {"type": "service", "actor": NAME, "action": "invite_members", "members": [NAME], "text": ""},
        name=NAME,
        kind="personal_chat",
    )


def account() -> bytes:
    chats = [json.loads(chat()), json.loads(chat())]
    chats[1]["messages"][0]["text"] += " And more."
    about = {"first_name": NAME, "phone_number": NUMBER}
    return json.dumps({"about": "x", "personal_information": about, "chats": {"list": chats}}).encode()


def whatsapp() -> bytes:
    lines = [
        f"04.03.2031, 10:00 - {NAME} создал(-а) группу «{COMPANY}»",
        f"04.03.2031, 10:01 - {NUMBER}: {SAID}",
        f"04.03.2031, 10:02 - {NAME}: @\u2068{NAME}\u2069, call {NUMBER} or 8 701 765 43 21\nor @77017654321",
        f"04.03.2031, 10:03 - {NAME}: {NAME}.vcf (file attached)",
        f"04.03.2031, 10:04 - {NAME}: location: https://maps.google.com/?q={PLACE}",
        f"04.03.2031, 10:05 - {NAME}: <Без медиафайлов>",
        f"04.03.2031, 10:06 - {NUMBER} вышел(-ла)",
    ]
    return "\n".join(lines).encode()


def archive() -> bytes:
    made = zipped({f"WhatsApp Chat with {NUMBER}.txt": whatsapp(), f"{NUMBER}/a.txt": SAID})
    kept = io.BytesIO(made)
    with zipfile.ZipFile(kept, "a") as added:
        added.comment = f"{NAME} {NUMBER}".encode()
    return kept.getvalue()


def photo() -> bytes:
    exif = b"Exif\0\0II*\0" + f"{NAME} {PLACE}".encode()
    return b"\xff\xd8\xff\xe1" + len(exif).to_bytes(2, "big") + exif + b"\xff\xd9"


def written_pdf() -> bytes:
    made = pdf([SAID], title="Report")
    return made.replace(b"/Title (Report)", f"/Title (Report) /Author ({NAME}) /Creator ({COMPANY})".encode())


def web_archive() -> bytes:
    return warc(("https://news.example/a", "text/html", f"<p>{SAID}</p>".encode())).replace(
        b"WARC/1.0\r\n", f"WARC/1.0\r\nX-Operator: {NAME} {ADDRESS}\r\n".encode(), 1
    )


FILES = {
    "a.docx": docx,
    "a.rtf": rtf,
    "a.odt": open_text,
    "a.html": page,
    "a.mhtml": mhtml,
    "a.eml": mail,
    "a.msg": msg,
    "result.json": chat,
    "all.json": account,
    f"WhatsApp Chat with {NUMBER}.txt": whatsapp,
    f"Чат WhatsApp с {NAME}.txt": whatsapp,
    "a.zip": archive,
    f"{NUMBER}.jpg": photo,
    "a.pdf": written_pdf,
    "a.warc": web_archive,
}


@pytest.mark.parametrize("name", FILES)
def test_what_identifies_a_giver_comes_out_of_no_format(tmp_path: Path, name: str) -> None:
    vault = MemoryVault()
    content = FILES[name]()
    received = taken(tmp_path, name, content, vault)
    documents = [entry for one in received for entry in one.entries if isinstance(entry, Document)]
    assert documents, [one.lines for one in received]
    told = [line for one in received for line in (*one.lines, one.file)]
    told += [str(field) for one in received for entry in one.entries for field in astuple(entry)]
    told += [text_of(document, vault) for document in documents]
    found = [(SECRETS.search(line)[0], line) for line in told if SECRETS.search(line)]  # type: ignore[index]
    assert not found
    if "jpg" not in name:
        assert any("held two men" in text_of(document, vault) for document in documents)


@pytest.mark.parametrize("name", ["a.eml", "a.msg", "result.json", f"WhatsApp Chat with {NUMBER}.txt"])
def test_who_stands_behind_a_pseudonym_is_kept_in_the_vault_alone(tmp_path: Path, name: str) -> None:
    vault = MemoryVault()
    received = taken(tmp_path, name, FILES[name](), vault)
    document = received[-1].entries[-1]
    assert isinstance(document, Document)
    assert document.protected_sha256
    hidden = json.loads(vault.open(document.protected_sha256).read())
    assert NAME in hidden["behind"]["P1"] or NAME in hidden["behind"]["P2"]
    if "WhatsApp" in name:
        assert document.file_name == "WhatsApp chat.txt"
        assert hidden["file_name"] == name


class TestNames:
    @pytest.mark.parametrize(
        ("name", "shown"),
        [
            (f"WhatsApp Chat with {NUMBER}.txt", "WhatsApp chat.txt"),
            ("WhatsApp Chat - Aset.zip", "WhatsApp chat.zip"),
            ("Чат WhatsApp с контактом Асет.txt", "WhatsApp chat.txt"),
            (f"talk {NUMBER} x.txt", "talk [number] x.txt"),
            ("8(701)765-43-21.jpg", "[number].jpg"),
            ("87017654321_voice.ogg", "[number]_voice.ogg"),
            ("from zarina@hidden.example.eml", "from [address].eml"),
            ("ChatExport_@zarina_hid/result.json", "ChatExport_[name]/result.json"),
            (f"WhatsApp Chat - {NUMBER}/_chat.txt", "WhatsApp chat/_chat.txt"),
            ("7524-20-00-3-123 verdict.pdf", "7524-20-00-3-123 verdict.pdf"),
            ("IMG_20310304_101500.jpg", "IMG_20310304_101500.jpg"),
            ("2031-03-04 report no. 12.docx", "2031-03-04 report no. 12.docx"),
            ("приговор 800101300123.pdf", "приговор 800101300123.pdf"),
        ],
    )
    def test_numbers_and_addresses_of_people_are_not_shown(self, name: str, shown: str) -> None:
        assert public_name(name) == shown


class TestVeil:
    def test_one_person_is_one_pseudonym_however_the_number_is_written(self) -> None:
        veil = Veil()
        assert veil.author(NUMBER) == veil.author("8 (701) 765-43-21") == "P1"
        assert veil.text("call 87017654321 or +7 777 111 22 33") == "call P1 or N1"
        assert json.loads(veil.table)["N1"] == ["+7 777 111 22 33"]

    def test_figures_dates_and_case_numbers_stay(self) -> None:
        text = (
            "On 04.03.2031 10:15 case 7524-20-00-3/123, article 405(2), fined 87 500 000 tenge, 2031-03-04."
        )
        assert Veil().text(text) == text

    def test_an_address_is_one_person_with_or_without_a_name(self) -> None:
        veil = Veil()
        told = veil.correspondence(f"From: {NAME} <{ADDRESS}>\nand {ADDRESS.upper()}")
        assert told == "From: P1\nand P1"
