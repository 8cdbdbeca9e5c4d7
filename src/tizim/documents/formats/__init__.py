"""One module a format: bytes of a file in, ``Extracted`` out; ``RefusedError`` with one clear line if not."""

from tizim.documents.formats.html import html
from tizim.documents.formats.kept import image, table
from tizim.documents.formats.pdf import pdf
from tizim.documents.formats.plain import markdown, plain
from tizim.documents.formats.word import word

__all__ = ["html", "image", "markdown", "pdf", "plain", "table", "word"]
