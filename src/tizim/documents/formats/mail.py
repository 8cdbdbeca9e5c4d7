"""Mails (EML) and web pages saved as one file (MHTML): their text; what is attached are parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from tizim.documents.decoding import as_declared, decoded
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, LeftOut, Part, tidy, without_surrogates
from tizim.documents.formats.html import html, plain_text
from tizim.documents.formats.letters import Correspondent, Letter, letter_text, subject_of
from tizim.documents.kinds import MAIL, SAVED_PAGE
from tizim.documents.limits import Limits
from tizim.documents.veil import Veil

_FLOWED = re.compile(r"(?<!--) \n(?=[^\n>])")
_SURROGATE = re.compile("[\udc80-\udcff]")
_RECEIVED_BY = ("to", "cc")
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(slots=True)
class _Contents:
    """What a mail holds: its running texts, and the files attached."""

    texts: list[str] = field(default_factory=list)
    files: list["Message"] = field(default_factory=list)


def mail(content: bytes, limits: Limits) -> Extracted:
    """The text of a mail, its writers and receivers behind pseudonyms; attachments are parts."""
    message = message_from_bytes(content)
    if message.get("Snapshot-Content-Location") or "Saved by" in str(message.get("From", "")):
        return saved_page(content)
    contents = _contents(message)
    letter = _letter(message, "\n\n".join(filter(str.strip, contents.texts)))
    if not letter.body.strip() and not contents.files and not letter.subject:
        raise RefusedError("is a mail without text.", "Get a whole copy of it.")
    veil = Veil()
    text = tidy(without_surrogates(letter_text(letter, veil)))
    taken = [_attached(part, number) for number, part in enumerate(contents.files[: limits.parts], 1)]
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    return Extracted(
        text=text,
        extractor="mail 1",
        media_type=MAIL,
        title=subject_of(letter, veil) or None,
        date=letter.moment[:10] or None,
        remark=f"has {lost} letters that cannot be read; they are shown as U+FFFD." if lost else "",
        parts=tuple(one for one in taken if isinstance(one, Part)),
        left_out=tuple(one for one in taken if isinstance(one, LeftOut)),
        protected=veil.table,
    )


def saved_page(content: bytes) -> Extracted:
    """The page of an MHTML file; its pictures and scripts are no documents."""
    message = message_from_bytes(content)
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    if not pages:
        raise RefusedError("is a saved page without text.", "Save the page whole, after it has loaded.")
    found = html(_payload(pages[0]), pages[0].get_content_charset() or "")
    address = str(message.get("Snapshot-Content-Location") or pages[0].get("Content-Location") or "").strip()
    url = address if re.match(r"https?://\S+$", address) else found.url
    return replace(found, media_type=SAVED_PAGE, url=url)


def _contents(part: Message) -> _Contents:
    """The texts and files below a part of a mail; of texts that say the same the plain one."""
    kind, held = part.get_content_type(), part.get_payload()
    if kind == "message/rfc822" or not part.is_multipart():
        return _leaf(part, kind)
    inner = [_contents(one) for one in held if isinstance(one, Message)] if isinstance(held, list) else []
    files = [file for one in inner for file in one.files]
    texts = [one.texts for one in inner]
    if kind == "multipart/alternative":
        texts = [next((one for one in texts if any(map(str.strip, one))), [])]
    return _Contents([text for one in texts for text in one], files)


def _leaf(part: Message, kind: str) -> _Contents:
    is_file = part.get_content_disposition() == "attachment" or part.get_filename() is not None
    if is_file or kind not in ("text/plain", "text/html"):
        return _Contents(files=[part])
    text = _text(part)
    if kind == "text/html":
        return _Contents([plain_text(text)])
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    return _Contents([_FLOWED.sub(" ", text) if flowed else text])


def _payload(part: Message) -> bytes:
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _text(part: Message) -> str:
    """The letters of a text: UTF-8 wherever they are that, else as declared, else as they read."""
    content = _payload(part)
    try:
        return tidy(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        found = as_declared(content, part.get_content_charset() or "")
    if found:
        return tidy(found.text)
    try:
        return tidy(decoded(content).text)
    except RefusedError:
        return tidy(content.decode("utf-8", "replace"))


def _letter(message: Message, body: str) -> Letter:
    return Letter(
        senders=tuple(_people(message, ("from",))),
        receivers=tuple(_people(message, _RECEIVED_BY)),
        moment=_moment(message),
        subject=next((heading(value) for value in _values(message, "subject")), ""),
        body=body,
    )


def _people(message: Message, names: tuple[str, ...]) -> Iterator[Correspondent]:
    for name in names:
        for shown, address in getaddresses(_values(message, name)):
            yield Correspondent(heading(shown).strip(), address.strip())


def _values(message: Message, name: str) -> list[str]:
    """The values of a field as they stand, bytes that are no ASCII as surrogates."""
    found = [str(value) for key, value in message.raw_items() if key.lower() == name]
    return [re.sub(r"\r?\n[ \t]*", " ", value) for value in found]


def _moment(message: Message) -> str:
    for value in _values(message, "date"):
        try:
            return parsedate_to_datetime(value).strftime("%Y-%m-%d %H:%M")
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return ""


def heading(value: str) -> str:
    """A field of a mail's head in letters, whichever way it was packed."""
    if _SURROGATE.search(value):
        raw = value.encode("utf-8", "surrogateescape")
        try:
            value = decoded(raw).text
        except RefusedError:
            return raw.decode("utf-8", "replace")
    try:
        pieces = decode_header(value)
    except (MessageError, ValueError):
        return value
    return "".join(_in_letters(piece, charset or "") for piece, charset in pieces)


def _in_letters(piece: bytes | str, charset: str) -> str:
    if isinstance(piece, str):
        return piece
    for encoding in (charset, "utf-8"):
        try:
            return piece.decode(encoding)
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return piece.decode("utf-8", "replace")


def _attached(part: Message, number: int) -> Part | LeftOut:
    locator = f"attachment {number}"
    kind = part.get_content_type()
    try:
        inner = part.get_payload(0) if kind == "message/rfc822" else None
        content = inner.as_bytes() if isinstance(inner, Message) else _payload(part)
        name = heading(part.get_filename() or "")
    except Exception:  # noqa: BLE001 - a damaged part fails in whatever way it likes
        return LeftOut(locator, "is damaged.", "Get a whole copy of the mail.")
    if not content.strip():
        return LeftOut(locator, "is empty.", "Look for the file at its sender's.")
    if kind == "message/rfc822":
        name = f"attachment-{number}.eml"
    name = re.split(r"[/\\]", name)[-1].strip() or f"attachment-{number}"
    declared = f"{kind}; charset={part.get_content_charset() or ''}"
    return Part(name=name[:200], locator=locator, content=content, declared=declared)
