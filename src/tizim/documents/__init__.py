"""What was received: sources, files, the text in them and the passages that are cited."""

from tizim.documents.entries import Document, Passage, Source

__all__ = ["Document", "Passage", "Source"]
