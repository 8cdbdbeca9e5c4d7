"""One module a format: bytes of a file in, ``Extracted`` out; ``RefusedError`` with one clear line if not."""

from tizim.documents import kinds
from tizim.documents.formats.archive import archive, web_collection
from tizim.documents.formats.html import html
from tizim.documents.formats.kept import table
from tizim.documents.formats.mail import mail, saved_page
from tizim.documents.formats.opendocument import open_text
from tizim.documents.formats.outlook import outlook
from tizim.documents.formats.pdf import pdf
from tizim.documents.formats.picture import picture
from tizim.documents.formats.plain import markdown, plain
from tizim.documents.formats.rtf import rich_text
from tizim.documents.formats.telegram import telegram
from tizim.documents.formats.web_archive import web_archive
from tizim.documents.formats.word import word

READERS = {
    "text/markdown": markdown,
    kinds.RICH_TEXT: rich_text,
    kinds.SAVED_PAGE: saved_page,
}
BOUNDED = {
    kinds.WORD: word,
    kinds.OPEN_TEXT: open_text,
    kinds.MAIL: mail,
    kinds.OUTLOOK: outlook,
    kinds.TELEGRAM: telegram,
    kinds.ARCHIVE: archive,
    kinds.WEB_COLLECTION: web_collection,
    kinds.WEB_ARCHIVE: web_archive,
}
"""Which media type is read by what; those in ``BOUNDED`` unpack, and are told how much they may."""

__all__ = ["BOUNDED", "READERS", "html", "pdf", "picture", "plain", "table"]
