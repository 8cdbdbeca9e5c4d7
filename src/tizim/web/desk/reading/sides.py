"""The page as it came beside its text: what of both is shown, which page, how many there are."""

from dataclasses import dataclass

from django.http import HttpRequest

from tizim.documents import HEIC, Document, can_open_heic
from tizim.web.desk.reading.folder import Card

BOTH, TEXT, PICTURE = "both", "text", "picture"
DRAWN = "application/pdf"
SHOWN = frozenset(("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/tiff", HEIC))
"""Pictures that can be shown."""
_KEY, _PAGE_BREAK, _MOST_PAGES = "sides", "\f", 100_000


@dataclass(frozen=True, slots=True)
class Sides:
    """What is shown: ``both``, ``text`` or ``picture``; which page of how many (0: nobody knows)."""

    which: str
    number: int
    pages: int
    claim: str = ""

    @property
    def has_picture(self) -> bool:
        """Whether the picture is shown."""
        return self.which != TEXT

    @property
    def has_text(self) -> bool:
        """Whether the text is shown."""
        return self.which != PICTURE

    @property
    def before(self) -> int:
        """The page before, 0 for none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after, 0 for none."""
        return self.number + 1 if not self.pages or self.number < self.pages else 0


def keep_sides(request: HttpRequest, which: str) -> None:
    """What is chosen to be shown holds for the session; what is no choice changes nothing."""
    if which in (BOTH, TEXT, PICTURE):
        request.session[_KEY] = which


def sides_of(request: HttpRequest, document: Document, text: str, card: Card | None) -> Sides | None:
    """What is shown of a document that has pages or is a picture; None for any other."""
    if document.media_type != DRAWN and (document.media_type not in SHOWN or is_closed(document)):
        return None
    which = str(request.session.get(_KEY, BOTH)) if text.strip() else PICTURE
    pages = text.count(_PAGE_BREAK) + 1 if text else 0
    if document.media_type in SHOWN - {"image/tiff"}:
        pages = 1
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    number = number or page_of(card) or 1
    return Sides(which, min(max(1, number), pages or _MOST_PAGES), pages, card.id if card else "")


def is_closed(document: Document) -> bool:
    """Whether it is a photograph in HEIC, and what opens those is not installed."""
    return document.media_type == HEIC and not can_open_heic()


def page_of(card: Card | None) -> int:
    """The page on which the words of the claim stand; 0 where nobody knows."""
    return (card.passage.page or 0) if card and card.passage else 0
