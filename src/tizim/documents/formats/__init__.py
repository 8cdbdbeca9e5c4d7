"""One module a format: bytes of a file in, ``Extracted`` out; ``RefusedError`` with one clear line if not."""

from tizim.documents.formats.archive import archive, web_collection
from tizim.documents.formats.html import html
from tizim.documents.formats.kept import image, table
from tizim.documents.formats.mail import mail, saved_page
from tizim.documents.formats.opendocument import open_text
from tizim.documents.formats.outlook import outlook
from tizim.documents.formats.pdf import pdf
from tizim.documents.formats.plain import markdown, plain
from tizim.documents.formats.rtf import rich_text
from tizim.documents.formats.telegram import telegram
from tizim.documents.formats.web_archive import web_archive
from tizim.documents.formats.word import word

__all__ = [
    "archive",
    "html",
    "image",
    "mail",
    "markdown",
    "open_text",
    "outlook",
    "pdf",
    "plain",
    "rich_text",
    "saved_page",
    "table",
    "telegram",
    "web_archive",
    "web_collection",
    "word",
]
