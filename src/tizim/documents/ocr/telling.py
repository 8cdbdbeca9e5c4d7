"""What people are told of a file that was read from pictures: how sure it is, and what was not read."""

from collections.abc import Mapping, Sequence

from tizim.documents.ocr.eyes import PageRead

ALSO = " Also, it "
_SHOWN = 10


def about(pages: Mapping[int, PageRead], unread: Sequence[int] = ()) -> str:
    """How many lines are doubtful and where; which pages were too hard or too many; empty if all is well."""
    slow = [str(number) for number, page in pages.items() if not page.in_time]
    told = [_doubts(pages)]
    if slow:
        told.append(f"was not read whole on {_pages(slow)}: it took too long.")
    if unread:
        named = _pages([str(number) for number in unread])
        told.append(f"was not read on {named}: too many pages, or too large ones.")
    return ALSO.join(filter(None, told))


def _doubts(pages: Mapping[int, PageRead]) -> str:
    lines = sum(page.full_lines for page in pages.values())
    doubtful = [(number, line) for number, page in pages.items() for line in page.doubtful]
    if not doubtful:
        return ""
    places = [str(line) if len(pages) == 1 else f"{page}:{line}" for page, line in doubtful]
    where = "line" if len(pages) == 1 else "page:line"
    return (
        f"has {len(doubtful)} doubtful of the {lines} lines read from a picture ({where} {_listed(places)})."
    )


def _pages(numbers: Sequence[str]) -> str:
    return f"{len(numbers)} pages ({_listed(numbers)})" if len(numbers) > 1 else f"page {numbers[0]}"


def _listed(places: Sequence[str]) -> str:
    return ", ".join(places[:_SHOWN]) + (" …" if len(places) > _SHOWN else "")
