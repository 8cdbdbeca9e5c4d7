"""A photo leaves by a decision of its own, made anew without what lay beside it; nobody else's leaves at all."""

import hashlib
import io
import zipfile
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw
from PIL.TiffImagePlugin import IFDRational

from tests.publications.made import cleared, document, edited, register, told
from tests.publications.test_releasing import ASAN, DINA, everything_in, forms_of, release_of, signed, text_of
from tizim.documents import Extractor, MemoryVault
from tizim.identity import mention_id
from tizim.ledger import MemoryLedger
from tizim.publications import (
    Clearance,
    PublicationError,
    allowed,
    as_it_stands,
    clearances,
    frozen,
    kept_photo,
    photo_as_it_leaves,
    release_files,
    thawed,
)
from tizim.publications.photos import photos_in
from tizim.publications.site import listed
from tizim.timelines import chronicle

AUTHOR, CAMERA, NAMED_BY, NOTED = (
    "Suretshi Qupiyaev",
    "Kamerasecret 9000",
    "asan-uyde-1999.jpg",
    "Commentsecret Aq",
)
SECRETS = (AUTHOR, CAMERA, NAMED_BY, NOTED)
GREEN = (20, 160, 60)


def picture(*, secret=True):
    """A photo as a telephone makes it: lying on its side, with position, author, thumbnail and remark."""
    drawn = Image.new("RGB", (900, 1200), GREEN)
    ImageDraw.Draw(drawn).rectangle((0, 0, 450, 600), fill=(200, 30, 30))
    small, out = io.BytesIO(), io.BytesIO()
    drawn.resize((90, 120)).save(small, "JPEG")
    exif = Image.Exif()
    if secret:
        exif[0x0112], exif[0x013B], exif[0x0110] = 6, AUTHOR, CAMERA
        exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + NOTED.encode()
        exif.get_ifd(0x8825).update(
            {
                1: "N",
                2: tuple(map(IFDRational, (43, 14, 19))),
                3: "E",
                4: tuple(map(IFDRational, (76, 53, 17))),
            }
        )
        drawn.save(out, "JPEG", exif=exif, comment=small.getvalue() + NOTED.encode(), quality=92)
    else:
        drawn.save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="module")
def extractor():
    with Extractor() as one:
        yield one


@pytest.fixture(scope="module")
def vault():
    return MemoryVault()


def held_picture(vault, raw=None, **more):
    raw = raw or picture()
    given = {"file_name": NAMED_BY, "media_type": "image/jpeg", "size": len(raw), "title": None, "url": None}
    return document("photo", sha256=vault.put(io.BytesIO(raw)), obtained="given_by_family", **given | more)


@pytest.fixture(scope="module")
def kept(vault, extractor):
    """The digest of the photo as it leaves."""
    return kept_photo(held_picture(vault), vault=vault, extractor=extractor)


def shown(kept, who=ASAN, level="named", basis="consent", **more):
    given = {"fields": ("photo",), "photo": "d-photo", "photo_sha256": kept}
    return cleared(who, level, basis=basis, **given | more)


def released(vault, *groups, pdf=False):
    of = release_of(edited(*groups).content)
    return dict(release_files(replace(of, photo=photos_in(vault), with_pdf=pdf), signed=signed))


def of_photos(files):
    return [name for name in files if name.startswith("data/photos/")]


def test_a_photo_is_made_anew_small_and_upright_without_what_lay_beside_its_points(vault, extractor):
    raw = photo_as_it_leaves(held_picture(vault), vault=vault, extractor=extractor)
    with Image.open(io.BytesIO(raw)) as made:
        assert made.format == "JPEG" and made.size == (480, 360), "turned upright"
        assert not made.getexif() and set(made.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert made.getpixel((470, 10))[0] > 150 > made.getpixel((10, 350))[0]
    assert raw == photo_as_it_leaves(held_picture(vault), vault=vault, extractor=extractor)


def test_what_is_no_picture_or_a_damaged_one_is_refused(vault, extractor):
    for raw, kind in ((b"Text.", "text/plain"), (picture()[:400], "image/jpeg"), (b"x", "image/heic")):
        with pytest.raises(PublicationError):
            kept_photo(held_picture(vault, raw, media_type=kind), vault=vault, extractor=extractor)


def test_a_photo_stands_on_the_page_of_the_person_and_in_the_report_under_the_name_alone(vault, kept):
    files = released(vault, told(ASAN), told(DINA), held_picture(vault), shown(kept), pdf=True)
    assert of_photos(files) == ["data/photos/1.jpg"]
    assert hashlib.sha256(files["data/photos/1.jpg"]).hexdigest() == kept
    for language in ("en", "ru", "kk"):
        page = files[f"data/{language}/people/1.html"].decode()
        assert f'<img class="photo" src="../../photos/1.jpg" alt="{ASAN}">' in page
        assert "photo" not in files[f"data/{language}/people/2.html"].decode()
        assert files[f"data/data/{language}/report.pdf"].count(b"/DCTDecode") == 1


def word_photos(raw):
    """The photos in a DOCX, and the document itself."""
    with zipfile.ZipFile(io.BytesIO(raw)) as box:
        held = [box.read(one) for one in box.namelist() if one.startswith("word/media/")]
        return held, box.read("word/document.xml").decode()


def test_a_photo_stands_in_the_word_report_beside_the_name_and_is_told_to_whoever_cannot_see(vault, kept):
    files = released(vault, told(ASAN), told(DINA), held_picture(vault), shown(kept))
    for language in ("en", "ru", "kk"):
        held, text = word_photos(files[f"data/data/{language}/report.docx"])
        assert [hashlib.sha256(one).hexdigest() for one in held] == [kept]
        row = next(one for one in text.split("<w:tr>") if ASAN in one)
        assert f'descr="{ASAN}"' in row and row.index("<w:drawing") < row.index(f">{ASAN}<")


def test_a_long_list_shows_its_photos_and_too_many_are_left_to_the_site(vault, kept, monkeypatch):
    groups = (told(ASAN), told(DINA), held_picture(vault), shown(kept))
    monkeypatch.setattr(listed, "_IN_TABLES", 1)
    files = released(vault, *groups, pdf=True)
    assert files["data/data/en/report.pdf"].count(b"/DCTDecode") == 1
    held, text = word_photos(files["data/data/en/report.docx"])
    assert len(held) == 1 and f"1. {ASAN}" in text and f'descr="{ASAN}"' in text
    monkeypatch.setattr(listed, "_PHOTOS", 0)
    files = released(vault, *groups, pdf=True)
    assert of_photos(files), "the site has them"
    for language, said in (("en", "photos (1)"), ("ru", "Фотографий слишком много"), ("kk", "Фотосуреттер")):
        assert b"/DCTDecode" not in files[f"data/data/{language}/report.pdf"]
        assert said in " ".join(text_of(files[f"data/data/{language}/report.pdf"]).split())
        held, text = word_photos(files[f"data/data/{language}/report.docx"])
        assert not held and said in text


def test_nothing_that_lay_beside_a_photo_stands_in_any_file(vault, kept):
    raw = picture()
    assert all(one.encode() in raw for one in (AUTHOR, CAMERA, NOTED)), "it was planted"
    groups = (
        told(ASAN),
        held_picture(vault, raw, note="Suretnote Zhasyryn"),
        shown(kept, note="Suretdecision"),
    )
    files = released(vault, *groups, pdf=True)
    images = {name: files.pop(name) for name in of_photos(files)}
    inside = [
        one
        for language in ("en", "ru", "kk")
        for one in word_photos(files[f"data/data/{language}/report.docx"])[0]
    ]
    assert len(inside) == 3
    images |= dict(enumerate(inside))
    out = "\n".join(everything_in(files))
    whole = b"\n".join([*files.values(), *images.values()])
    for secret in (*SECRETS, "d-photo", "Suretnote Zhasyryn", "Suretdecision"):
        for form in forms_of(secret) if " " in secret else (secret, secret.upper()):
            assert form not in out, form
            assert form.encode() not in whole, form
    original = hashlib.sha256(raw).hexdigest()
    assert original not in out and raw[:600] not in whole
    for image in images.values():
        assert b"Exif" not in image and b"GPS" not in image and image.count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize(
    "decision",
    [
        None,
        {"basis": "family_consent"},
        {"basis": "published"},
        {"fields": ("age",)},
        {"level": "counted"},
        {"photo": "d-another"},
    ],
)
def test_without_consent_that_names_the_photo_it_leaves_in_no_file(vault, kept, decision):
    groups = [told(ASAN), told(DINA), held_picture(vault)]
    files = released(vault, *groups, *([shown(kept, **decision)] if decision else []))
    assert not of_photos(files)
    for raw in files.values():
        assert kept.encode() not in raw and b'class="photo"' not in raw


def test_a_minor_s_photo_leaves_only_with_a_guardian_s_consent(vault, kept):
    young = told(ASAN, age=16)
    assert not of_photos(released(vault, young, held_picture(vault), shown(kept)))
    assert of_photos(released(vault, young, held_picture(vault), shown(kept, basis="guardian_consent")))


def test_a_document_that_is_withheld_shows_no_photo_and_one_decision_without_it_is_enough_to_keep_it(
    vault, kept
):
    shut = Clearance(id="x-shut", subject_id="d-photo", level="withheld")
    assert not of_photos(released(vault, told(ASAN), held_picture(vault), shown(kept), shut))
    other = Clearance(id="x-o", subject_id=mention_id("d-two", ASAN), level="named", basis="consent")
    both = (told(ASAN), document("two"), told(ASAN, "charge", of="two"), held_picture(vault), shown(kept))
    assert of_photos(released(vault, *both))
    assert not of_photos(released(vault, *both, other))


def test_consent_taken_back_stops_the_release_and_the_next_edition_has_no_photo(vault, kept):
    before = (told(ASAN), held_picture(vault), shown(kept))
    back = cleared(ASAN, "named", basis="consent")
    back = replace(back, id="x-back")
    ledger = MemoryLedger()
    ledger.append(register(*before, back), at="2021-03-01T00:00:00.000000Z", by="tester")
    lives = chronicle(register(*before, back)).lives
    stopped = as_it_stands(release_of(edited(*before).content), lives, ledger)
    assert [one.kind for one in stopped.withdrawn] == ["unshown"] and stopped.withdrawn[0].is_final
    with pytest.raises(PublicationError, match="not to be shown"):
        list(release_files(replace(stopped, photo=photos_in(vault)), signed=signed))
    assert not of_photos(released(vault, *before, back))


def test_an_edition_without_photos_has_the_bytes_that_it_had_and_one_with_comes_back_whole(vault, kept):
    plain = edited(told(ASAN), told(DINA)).content
    assert b'"photo"' not in frozen(plain)
    content = edited(told(ASAN), told(DINA), held_picture(vault), shown(kept)).content
    assert thawed(frozen(content)) == content and frozen(thawed(frozen(content))) == frozen(content)


def test_a_decision_that_names_a_photo_names_its_document_and_consent(kept):
    usual = {
        "level": "named",
        "basis": "consent",
        "photo": "d-photo",
        "photo_sha256": kept,
        "fields": ["photo"],
    }
    assert clearances(["m-1"], usual, after="")[0].photo == "d-photo"
    for wrong in (
        {"basis": "published"},
        {"level": "counted"},
        {"photo": None},
        {"fields": []},
        {"basis": None},
    ):
        with pytest.raises(PublicationError):
            clearances(["m-1"], usual | wrong, after="")
    assert allowed()["photo_points"] <= 600
