"""A release: everything that is published of an edition, file by file, from what was frozen and let out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tizim.documents import Vault
from tizim.ledger import Entry
from tizim.publications.bag import bagged
from tizim.publications.content import Content, digest, frozen
from tizim.publications.editions import Approved, Turn, approved, editions, errata, turns
from tizim.publications.entries import Erratum, ListEdition
from tizim.publications.errors import PublicationError
from tizim.publications.freezing import content_of
from tizim.publications.gate import risks
from tizim.publications.objections import Objection, day_of, objections
from tizim.publications.photos import Photo, no_photo, photos_in

if TYPE_CHECKING:
    from tizim.publications.formats.press import Report
    from tizim.publications.site.pages import Site

# The formats are loaded when a release is made: opening a register does not need them.
Files = Iterator[tuple[str, bytes]]
RELEASE_KINDS = ("list_edition", "approval", "erratum", "withdrawal")
"""The kinds of entries that a release is made from."""


@dataclass(frozen=True, slots=True)
class Release:
    """An edition with what stands beside it when it goes out, with PDF reports or without.

    ``press`` is what a process beside this one gets as its environment, that prints long reports; without it
    they are printed here. ``withdrawn`` are the objections of what was decided since,
    ``silenced`` the keys of those who left the list and may not be named now (``since.as_it_stands``).
    ``photo`` gives the bytes of a photo by its digest.
    """

    edition: ListEdition
    content: Content
    word: Approved
    public_key: str
    earlier: Content | None = None
    errata: Sequence[Erratum] = ()
    with_pdf: bool = False
    press: Mapping[str, str] | None = None
    withdrawn: Sequence[Objection] = ()
    silenced: frozenset[str] = frozenset()
    photo: Photo = no_photo

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Who joined, left, stands otherwise since the edition before, of those who may be named now."""
        changed = turns(self.earlier, self.content) if self.earlier else ()
        return tuple(one for one in changed if one.key not in self.silenced)


def release_of(
    of: ListEdition,
    known: Iterable[Entry],
    *,
    vault: Vault,
    public_key: str,
    press: Mapping[str, str] | None = None,
) -> Release:
    """The release of an edition from entries of ``RELEASE_KINDS``, with PDF where that can be made."""
    standing = tuple(known)
    before = [one for one in editions(standing, of.definition) if one.number < of.number]
    return Release(
        of, content_of(of, vault), approved(of, standing), public_key,
        content_of(before[-1], vault) if before else None, errata(of, standing), pdf_is_there(), press,
        photo=photos_in(vault),
    )  # fmt: skip


def release_files(of: Release, *, signed: Callable[[bytes], str]) -> Files:
    """The files of the release as a bag: the site, its data, the feed, manifests and signature.

    PublicationError where nobody else has let it out, it is not what was frozen, or the gate holds it back.
    """
    from tizim.publications.site.pages import heading

    _check(of)
    about = {
        "External-Identifier": of.edition.id,
        "External-Description": f"{heading(of.content, 'en')}, as of {of.content.as_of}",
        "Bagging-Date": of.content.known_at[:10],
        "Bag-Software-Agent": f"tizim {of.content.program}",
        "Edition-Digest": of.edition.digest,
        "Edition-Signature": of.edition.signature or "",
        "Public-Key": of.public_key,
    }
    return bagged(_payload(of), about, signed)


def _check(of: Release) -> None:
    if not of.word.may_leave:
        raise PublicationError(f"{of.edition.id}: a second person lets an edition out first ({of.word.why})")
    if digest(frozen(of.content)) != of.edition.digest:
        raise PublicationError(f"{of.edition.id}: this is not what was frozen")
    if of.withdrawn:
        raise PublicationError(f"{of.edition.id}: {of.withdrawn[0].message()}")
    if not of.word.reasoned and _objected(of):
        raise PublicationError(f"{of.edition.id}: whoever lets it out gives the reason: {_objected(of)}")


def _objected(of: Release) -> str:
    """The first thing that the gate has against the edition."""
    words = objections(of.content, on=day_of(of.content))
    told = [one.message() for one in risks(of.content, of.earlier)] + [one.message() for one in words]
    return told[0] if told else ""


def work_of(of: Release) -> tuple[int, Callable[[str], int]]:
    """The work of the whole release, and of the file of a path in it: for how long it takes yet."""
    from tizim.publications.effort import effort, whole_effort

    return whole_effort(of.content, with_pdf=of.with_pdf), lambda path: effort(path, of.content)


def pdf_is_there() -> bool:
    """Whether reports as PDF can be made here."""
    from tizim.publications.formats import pdf

    return pdf.is_there()


def _payload(of: Release) -> Files:
    from tizim.publications.effort import is_worth_a_press
    from tizim.publications.formats.pdf import printed
    from tizim.publications.formats.press import Press
    from tizim.publications.site.listed import is_long
    from tizim.publications.site.pages import Site

    site = Site(
        content=of.content, digest=of.edition.digest, signature=of.edition.signature or "",
        public_key=of.public_key, earlier=of.earlier, errata=tuple(of.errata),
        turns=of.turns, photo=of.photo,
    )  # fmt: skip
    reports = _reports(site) if of.with_pdf else {}
    if of.press is None or not reports or not is_worth_a_press(of.content):
        yield from _files(of, site, tuple(reports))
        yield from ((name, printed(report(), site.digest)) for name, report in reports.items())
        return
    with Press(reports, site.digest, of.press) as press:
        for file in _files(of, site, tuple(reports)):
            yield file
            yield from press.done()
        yield from press.rest(here=not is_long(of.content))


def _reports(site: "Site") -> "dict[str, Report]":
    """The reports as PDF by their paths: what gives the text of each."""
    from tizim.publications.formats import pdf
    from tizim.publications.site.words import LANGUAGES

    return {f"data/{one}/report.pdf": partial(pdf.text, site, one) for one, _word in LANGUAGES}


def _files(of: Release, site: "Site", printed: Sequence[str]) -> Files:
    """All files but those that are printed, whose names the site tells too."""
    from tizim.publications.formats import word
    from tizim.publications.site.pages import pages, photo_path
    from tizim.publications.site.words import LANGUAGES

    names = list(printed)
    for name, content in _data(of):
        names.append(name)
        yield name, content
    for language, _word in LANGUAGES:
        names.append(f"data/{language}/report.docx")
        yield names[-1], word.report(site, language)
    yield from pages(replace(site, data_files=tuple(sorted(names))))
    yield from ((photo_path(one), of.photo(one.photo)) for one in of.content.named if one.photo)


def _data(of: Release) -> Files:
    """The files that programs read, in folders by language where they have one."""
    from tizim.publications.formats import atom, ftm, huridocs, json_form, sheets
    from tizim.publications.site.words import LANGUAGES

    changed = of.turns
    yield from (_below("data", one) for one in json_form.files(of.content))
    yield from (_below("data/ftm", one) for one in ftm.files(of.content))
    yield "data/huridocs.csv", huridocs.csv_file(of.content)
    for language, _word in LANGUAGES:
        yield from (_below(f"data/{language}", one) for one in sheets.files(of.content, language))
        yield f"data/{language}/changes.atom", atom.feed(of.content, changed, of.errata, language)


def _below(folder: str, file: tuple[str, bytes]) -> tuple[str, bytes]:
    return f"{folder}/{file[0]}", file[1]
