"""Photos: a picture that somebody attached to a person, made anew as it leaves; nobody is recognised."""

import base64
import io
from collections.abc import Callable

from tizim.documents import Document, Extractor, RefusedError, Vault, reduced
from tizim.publications.allowed import allowed
from tizim.publications.errors import PublicationError

Photo = Callable[[str], bytes]
"""Gives the bytes of a photo by their digest."""
_AS_TEXT = "data:image/jpeg;base64,"


def no_photo(digest: str) -> bytes:
    """No photo is at hand: PublicationError."""
    raise PublicationError("the photos of this edition are not at hand")


def photos_in(vault: Vault) -> Photo:
    """The photos that lie in the vault."""

    def photo(digest: str) -> bytes:
        with vault.open(digest) as stream:
            return bytes(stream.read())

    return photo


def is_picture(document: Document) -> bool:
    """Whether the document is a picture."""
    return document.media_type.startswith("image/")


def photo_as_it_leaves(document: Document, *, vault: Vault, extractor: Extractor) -> bytes:
    """The picture made anew, small and upright, without what stands beside its points in the file.

    PublicationError where the document is no picture that can be shown. The file is opened by the extractor's
    process alone.
    """
    if not is_picture(document):
        raise PublicationError(f"{document.id} is no picture: a photo is a document that is one")
    with vault.open(document.sha256) as stream:
        content = io.BytesIO(stream.read())
    try:
        drawn = extractor.draw(content, media_type=document.media_type, size=document.size, page=1)
    except RefusedError as refused:
        raise PublicationError(f"{document.id} {refused}") from None
    return reduced(drawn, points=allowed()["photo_points"])


def kept_photo(document: Document, *, vault: Vault, extractor: Extractor) -> str:
    """Puts the photo as it leaves into the vault; its digest there, for the decision that lets it out."""
    return vault.put(io.BytesIO(photo_as_it_leaves(document, vault=vault, extractor=extractor)))


def in_text(photo: bytes) -> str:
    """The photo as an address that holds it."""
    return f"{_AS_TEXT}{base64.b64encode(photo).decode()}"


def out_of_text(address: str) -> bytes | None:
    """The photo that an address holds; None where it holds none."""
    return base64.b64decode(address.removeprefix(_AS_TEXT)) if address.startswith(_AS_TEXT) else None
