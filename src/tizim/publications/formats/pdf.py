"""The report of an edition as PDF, tagged, with no trace of when and where it was made."""

from tizim.publications.errors import PublicationError
from tizim.publications.photos import out_of_text
from tizim.publications.site.pages import Book, Site
from tizim.publications.site.words import Words


def is_there() -> bool:
    """Whether WeasyPrint and what it needs of the system are there (extra ``publish``, ``make system``)."""
    try:
        import weasyprint  # noqa: F401 - only whether it can be
    except (ImportError, OSError):
        return False
    return True


def report(site: Site, language: str) -> bytes:
    """The report in the language; PublicationError where WeasyPrint is not installed."""
    return printed(text(site, language), site.digest)


def text(site: Site, language: str) -> str:
    """The report in the language as one page."""
    return Book(site, Words(language, bound=True)).report()


def printed(page: str, digest: str) -> bytes:
    """The page of an edition with that digest as PDF; PublicationError where WeasyPrint is not installed.

    PDF/UA-1: read aloud in order by programs for the blind. Nothing is fetched while it is made.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        raise PublicationError(
            "PDF needs WeasyPrint and Pango: install tizim[publish], and 'make system'"
        ) from None
    laid = HTML(string=page, url_fetcher=_nothing)
    made: bytes = laid.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=bytes.fromhex(digest)[:16])
    return made


def _nothing(address: str, *args: object, **more: object) -> object:
    """Refuses to fetch: all that a report shows stands in it, photos too."""
    from weasyprint.urls import URLFetcherResponse

    if photo := out_of_text(address):
        return URLFetcherResponse(address, photo, {"Content-Type": "image/jpeg"})
    raise PublicationError("a report fetches nothing")
