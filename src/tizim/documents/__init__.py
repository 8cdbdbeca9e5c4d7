"""What was received: sources, files, the text in them and the passages that are cited."""

from tizim.documents.again import take_again, waiting, why_waiting
from tizim.documents.entries import Document, Passage, Source
from tizim.documents.errors import DocumentsError, MissingFileError, QuoteError, RefusedError
from tizim.documents.extracted import Extracted, Part, tidy
from tizim.documents.extraction import extract
from tizim.documents.extractor import Extractor
from tizim.documents.heic import HEIC, can_open_heic
from tizim.documents.language import language_of
from tizim.documents.late_pages import may_be_late
from tizim.documents.limits import Limits
from tizim.documents.painting import reduced
from tizim.documents.passages import Shown, line_at, locator_at, page_at, passage_at, quote_of, show, text_of
from tizim.documents.receiving import Received, receive, receive_stream
from tizim.documents.segments import Span, paragraphs, sentences
from tizim.documents.telling import told_of_file
from tizim.documents.vault import MemoryVault, Vault

__all__ = [
    "HEIC",
    "Document",
    "DocumentsError",
    "Extracted",
    "Extractor",
    "Limits",
    "MemoryVault",
    "MissingFileError",
    "Part",
    "Passage",
    "QuoteError",
    "Received",
    "RefusedError",
    "Shown",
    "Source",
    "Span",
    "Vault",
    "can_open_heic",
    "extract",
    "language_of",
    "line_at",
    "locator_at",
    "may_be_late",
    "page_at",
    "paragraphs",
    "passage_at",
    "quote_of",
    "receive",
    "receive_stream",
    "reduced",
    "sentences",
    "show",
    "take_again",
    "text_of",
    "tidy",
    "told_of_file",
    "waiting",
    "why_waiting",
]
