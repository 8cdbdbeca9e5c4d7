"""What people are told of a file that was read from pictures: how sure it is, and what was not read."""

from collections.abc import Mapping, Sequence

from tizim.documents.ocr.eyes import PageRead

_SHOWN = 10


def about(pages: Mapping[int, PageRead], unread: Sequence[int] = ()) -> str:
    """How many lines are doubtful and where; which pages were too hard or too many; empty if all is well."""
    told = []
    lines = sum(page.full_lines for page in pages.values())
    doubtful = [(number, line) for number, page in pages.items() for line in page.doubtful]
    if doubtful:
        places = _listed([f"{line}" if len(pages) == 1 else f"{page}:{line}" for page, line in doubtful])
        where = "lines" if len(pages) == 1 else "page:line"
        told.append(
            f"{len(doubtful)} of its {lines} lines, read from a picture, are doubtful ({where} {places})."
        )
    slow = [str(number) for number, page in pages.items() if not page.in_time]
    if slow:
        told.append(f"page {_listed(slow)} could not be read whole in the time for a page.")
    if unread:
        told.append(
            f"{len(unread)} pages ({_listed([str(number) for number in unread])}) were not read: "
            "they are too many or too large."
        )
    return " Also, ".join(told)


def _listed(places: Sequence[str]) -> str:
    return ", ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else "")
