"""From the bytes of a file to its text: what kind of file it is, and which format reads it."""

import re
from dataclasses import replace

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, without_surrogates
from tizim.documents.kinds import media_type_of
from tizim.documents.language import language_of
from tizim.documents.limits import USUAL, Limits, Told

_LANGUAGE = re.compile(r"(en|ru|kk)\b", re.IGNORECASE)
_TURNING = re.compile("[\u202d\u202e]")


def extract(
    content: bytes,
    *,
    file_name: str,
    limits: Limits = USUAL,
    declared: str = "",
    told: Told = lambda page, pages: None,
) -> Extracted:
    """The text of a file and what it says about itself; RefusedError with one clear line if that cannot be.

    Pure, and without protection from hostile files: ``Extractor`` calls it in a process of its own.
    ``declared`` is the media type that the mail or archive gives in which the file came.
    ``told`` hears how far a file with pages has come: at which page, of how many.
    """
    try:
        found = _by_type(content, media_type_of(content, file_name, declared), limits, declared, told)
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - parsers of damaged files raise whatever they like
        raise RefusedError(
            f"is damaged: its parser stopped ({type(error).__name__}).", "Get a whole copy."
        ) from None
    if len(found.text) > limits.text_length:
        raise RefusedError(f"holds more than {limits.text_length} letters.", "Part it into smaller files.")
    return replace(_storable(found), language=_language(found))


def _by_type(content: bytes, media_type: str, limits: Limits, declared: str, told: Told) -> Extracted:
    from tizim.documents import formats  # only where files are opened: most commands open none

    if media_type.startswith("image/"):
        return formats.picture(content, media_type, limits, told)
    if media_type in ("text/plain", "text/html"):
        reader = formats.plain if media_type == "text/plain" else formats.html
        return reader(content, _charset(declared))
    if media_type == "application/pdf":
        return formats.pdf(content, limits, told)
    if media_type in formats.BOUNDED:
        return formats.BOUNDED[media_type](content, limits)
    if media_type in formats.READERS:
        return formats.READERS[media_type](content)
    return formats.table(media_type)


def _charset(declared: str) -> str:
    found = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", declared, re.IGNORECASE)
    return found[1] if found else ""


def _storable(found: Extracted) -> Extracted:
    """The text without what no register can hold, and a line about signs that deceive the eye."""
    remarks = [found.remark] if found.remark else []
    text = without_surrogates(found.text)
    if "\0" in text:
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
        remarks.append("holds NUL characters; they are shown as U+FFFD.")
    turns = len(_TURNING.findall(text))
    if turns:
        remarks.append(
            f"holds {turns} signs that turn the direction of writing (U+202D, U+202E): "
            "what is seen may differ from what is written."
        )
    return replace(found, text=text, remark=" Also, it ".join(remarks))


def _language(found: Extracted) -> str | None:
    """By the text; what the file declares counts only where the text does not tell."""
    declared = _LANGUAGE.match(found.language or "")
    return language_of(found.text) or (declared[1].lower() if declared else None)
