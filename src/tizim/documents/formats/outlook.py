"""Mails saved by Outlook (MSG): as other mails; a mail in a mail stands in its text."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, LeftOut, Part, tidy, without_surrogates
from tizim.documents.formats.html import plain_text
from tizim.documents.formats.letters import Correspondent, Letter, letter_text, subject_of
from tizim.documents.formats.outlook_text import packed_rich_text
from tizim.documents.kinds import OUTLOOK
from tizim.documents.limits import Limits
from tizim.documents.veil import Veil

_SUBJECT, _BODY, _HTML, _RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER, _SENDER_ADDRESS, _SENDER_SMTP, _BEHALF = 0x0C1A, 0x0C1F, 0x5D01, 0x0042
_SENT, _DELIVERED = 0x0039, 0x0E06
_NAME, _SMTP, _ADDRESS = 0x3001, 0x39FE, 0x3003
_FILE_NAME, _SHORT_NAME, _DATA, _MIME = 0x3707, 0x3704, 0x3701, 0x370E
_INNER = "__substg1.0_3701000D"
_TOP, _NESTED, _BESIDE = 32, 24, 8  # where the properties begin, in each kind of storage
_DEEPEST = 10
_MOST_PROPERTIES = 200_000  # bytes; a long mail has 5,000


class _Mail:
    """One message of the file: what it says of itself, and what hangs on it."""

    def __init__(self, storage: Any, offset: int, depth: int = 0) -> None:
        self.storage, self.depth = storage, depth
        self.properties = _properties(storage, offset)

    def attachments(self) -> Iterator[Any]:
        """The storages of what is attached, in their order."""
        yield from sorted(self.storage.iter_attachment_storages(), key=lambda one: str(one.name))


def outlook(content: bytes, limits: Limits) -> Extracted:
    """The text of an MSG file, its writers and receivers behind pseudonyms."""
    from olefile import OleFileIO  # type: ignore[import-untyped]
    from oxmsg.storage import Storage

    with OleFileIO(io.BytesIO(content)) as opened:
        message = _Mail(Storage.from_ole(opened), _TOP)
    veil = Veil()
    letter = _letter(message)
    texts: list[str] = [letter_text(letter, veil)]
    taken = list(_attached(message, texts, veil, ""))[: limits.parts]
    text = tidy(without_surrogates("\n\n".join(texts)))
    if not text.strip() and not taken:
        raise RefusedError("is a mail without text.", "Get a whole copy of it.")
    return Extracted(
        text=text,
        extractor="msg 1",
        media_type=OUTLOOK,
        title=subject_of(letter, veil) or None,
        date=letter.moment[:10] or None,
        parts=tuple(one for one in taken if isinstance(one, Part)),
        left_out=tuple(one for one in taken if isinstance(one, LeftOut)),
        protected=veil.table,
    )


def _properties(storage: Any, offset: int) -> Any:
    from oxmsg.properties import Properties

    if len(storage.properties_stream_bytes) > _MOST_PROPERTIES:
        raise RefusedError("is a damaged mail: its properties do not end.", "Get a whole copy of it.")
    return Properties(storage, properties_header_offset=offset)


def _words(properties: Any, *numbers: int) -> str:
    """The first of these properties that holds words."""
    for number in numbers:
        value = _told(lambda number=number: properties.str_prop_value(number))
        if isinstance(value, str) and value.strip("\0 "):
            return value.replace("\0", "").strip()
    return ""


def _told(ask: Any) -> Any:
    """What a property says; nothing if it is damaged."""
    try:
        return ask()
    except Exception:  # noqa: BLE001 - a damaged property fails in whatever way it likes
        return None


def _letter(message: _Mail) -> Letter:
    about = message.properties
    sender = Correspondent(_words(about, _SENDER, _BEHALF), _words(about, _SENDER_SMTP, _SENDER_ADDRESS))
    storages = message.storage.iter_recipient_storages()
    receivers = (_told(lambda one=one: _properties(one, _BESIDE)) for one in storages)
    return Letter(
        senders=(sender,),
        receivers=tuple(
            Correspondent(_words(one, _NAME), _words(one, _SMTP, _ADDRESS)) for one in receivers if one
        ),
        moment=_moment(about),
        subject=_words(about, _SUBJECT),
        body=_body(about),
    )


def _moment(properties: Any) -> str:
    for number in (_SENT, _DELIVERED):
        moment = _told(lambda number=number: properties.date_prop_value(number))
        if isinstance(moment, datetime):
            return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
    return ""


def _body(properties: Any) -> str:
    plain = _words(properties, _BODY)
    if plain:
        return tidy(plain)
    page = _told(lambda: properties.binary_prop_value(_HTML)) or b""
    written = _words(properties, _HTML)
    if page or written:
        return plain_text(written or _page(page, _told(lambda: properties.body_encoding) or "utf-8"))
    packed = _told(lambda: properties.binary_prop_value(_RTF)) or b""
    return packed_rich_text(packed) if packed else ""


def _page(content: bytes, encoding: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(encoding, "replace")


def _attached(message: _Mail, texts: list[str], veil: Veil, above: str) -> Iterator[Part | LeftOut]:
    for number, storage in enumerate(message.attachments(), 1):
        locator = f"{above}attachment {number}"
        damaged = LeftOut(locator, "is damaged.", "Get a whole copy of the mail.")
        inner = next((one for one in storage.storages if one.name == _INNER), None)
        if inner is None:
            yield _told(lambda storage=storage, locator=locator: _file(storage, locator)) or damaged
        elif message.depth >= _DEEPEST:
            yield LeftOut(locator, "lies in too many mails, one in the other.", "Save it alone.")
        elif nested := _told(lambda inner=inner: _Mail(inner, _NESTED, message.depth + 1)):
            texts.append(letter_text(_letter(nested), veil))
            yield from _attached(nested, texts, veil, f"{locator}, ")
        else:
            yield damaged


def _file(storage: Any, locator: str) -> Part | LeftOut:
    about = _properties(storage, _BESIDE)
    content = _told(lambda: about.binary_prop_value(_DATA))
    if not content:
        return LeftOut(locator, "is empty, or only a link to a file.", "Look for the file at its sender's.")
    name = re.split(r"[/\\]", _words(about, _FILE_NAME, _SHORT_NAME))[-1] or locator.replace(" ", "-")
    return Part(name=name[:200], locator=locator, content=content, declared=_words(about, _MIME))
