"""Text out of pictures of pages, by Tesseract where it is installed; no file is written for it."""

from tizim.documents.ocr.eyes import Eyes, PageRead
from tizim.documents.ocr.pixels import Pixels, rendered
from tizim.documents.ocr.sizes import pages_of
from tizim.documents.ocr.telling import ALSO, about
from tizim.documents.ocr.tesseract import Program, Wanting, program
from tizim.documents.ocr.unpacking import unpacked

__all__ = [
    "ALSO",
    "Eyes",
    "PageRead",
    "Pixels",
    "Program",
    "Wanting",
    "about",
    "pages_of",
    "program",
    "rendered",
    "unpacked",
]
