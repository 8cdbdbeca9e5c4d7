"""Files that are kept as evidence though no running text comes out of them."""

from tizim.documents.extracted import Extracted


def table(media_type: str) -> Extracted:
    """A table: kept without running text; its rows come in by an import of claims."""
    return Extracted(
        text="",
        extractor="none",
        media_type=media_type,
        remark="is a table: it is kept without text; its rows come in by an import of claims.",
    )
