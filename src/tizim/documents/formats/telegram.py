"""Chats exported from Telegram as JSON: read message by message, their authors behind pseudonyms.

Who is in a chat is not taken: neither lists of members nor who joined or left.
"""

import json
import re
from collections.abc import Generator, Iterator
from typing import Any

from tizim.documents.decoding import decoded
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, Part, tidy
from tizim.documents.kinds import TELEGRAM
from tizim.documents.limits import Limits
from tizim.documents.messages import Message, conversation
from tizim.documents.veil import Veil

_WHITE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_THINGS = (
    ("contact_information", "contact"),
    ("contact_vcard", "contact"),
    ("location_information", "location"),
    ("place_name", "location"),
    ("photo", "photo"),
    ("media_type", "media"),
    ("file", "file"),
)
_DAMAGED = RefusedError("is a damaged chat export: it ends early or is no JSON.", "Export the chat again.")
Names = dict[str, Any]


def telegram(content: bytes, limits: Limits) -> Extracted:
    """The text of one chat; of an export of all chats, each chat as a part."""
    text = decoded(content).text
    names: Names = {}
    veil = Veil()
    told = conversation(_messages(_elements(text, names), names, veil), limits.text_length)
    if "chats" in names and not told:
        return _all_chats(names)
    if not told:
        raise RefusedError("is a chat without messages.", "Export it again, with its messages.")
    public = names.get("type") == "public_channel"
    name = str(names.get("name") or "") or None
    if name and not public:
        veil.title(name)
    return Extracted(
        text=tidy(told),
        extractor="telegram 1",
        media_type=TELEGRAM,
        title=name if public else None,
        publisher=name if public else None,
        protected=veil.table,
    )


def _all_chats(names: Names) -> Extracted:
    """Each chat of a whole account as a file of its own; its contacts and sessions are not taken."""
    listed = names["chats"].get("list") if isinstance(names["chats"], dict) else None
    found = listed if isinstance(listed, list) else ()
    chats = [chat for chat in found if isinstance(chat, dict) and chat.get("messages")]
    parts = [
        Part(
            name=f"chat-{number}.json",
            locator=f"chat {number}",
            content=json.dumps(chat, ensure_ascii=False).encode("utf-8", "replace"),
        )
        for number, chat in enumerate(chats, 1)
    ]
    if not parts:
        raise RefusedError("is an export without messages.", "Export it again, with the chats.")
    return Extracted(text="", extractor="none", media_type=TELEGRAM, parts=tuple(parts))


def _elements(text: str, names: Names) -> Iterator[dict[str, Any]]:
    """The messages one by one, never all at once; what else the export says goes into ``names``."""
    try:
        yield from _walked(text, names)
    except (ValueError, IndexError, RecursionError):
        raise _DAMAGED from None


def _walked(text: str, names: Names) -> Iterator[dict[str, Any]]:
    place = _after(text, 0, "{")
    while text[place] != "}":
        key, place = _DECODER.raw_decode(text, place)
        place = _after(text, place, ":")
        if key == "messages" and text[place] == "[":
            place = yield from _listed(text, place)
        else:
            names[str(key)], place = _DECODER.raw_decode(text, place)
        place = _next(text, place, "}")


def _listed(text: str, place: int) -> Generator[dict[str, Any], None, int]:
    place = _after(text, place, "[")
    while text[place] != "]":
        message, place = _DECODER.raw_decode(text, place)
        if isinstance(message, dict):
            yield message
        place = _next(text, place, "]")
    return place + 1


def _after(text: str, place: int, sign: str) -> int:
    place = _blank(text, place)
    if text[place] != sign:
        raise ValueError(sign)
    return _blank(text, place + 1)


def _next(text: str, place: int, end: str) -> int:
    place = _blank(text, place)
    return place if text[place] == end else _after(text, place, ",")


def _blank(text: str, place: int) -> int:
    found = _WHITE.match(text, place)
    return found.end() if found else place


def _messages(elements: Iterator[dict[str, Any]], names: Names, veil: Veil) -> Iterator[Message]:
    for element in elements:
        number = element.get("id")
        if element.get("type") != "message" or not isinstance(number, int) or number < 0:
            continue  # a service message tells who joined, left or called
        author, about = _author(element, names, veil), _about(element, veil)
        said = "\n".join(filter(None, (_things(element), _said(element, veil), _poll(element))))
        if said.strip():
            moment = str(element.get("date") or "")[:16].replace("T", " ")
            yield Message(number, moment, author, said, about)


def _author(element: dict[str, Any], names: Names, veil: Veil) -> str:
    """The pseudonym of the author; nothing where a public channel itself speaks."""
    name, identity = str(element.get("from") or ""), str(element.get("from_id") or "")
    if names.get("type") == "public_channel" and (not name or identity.startswith("channel")):
        signed = element.get("author")
        return veil.author(str(signed)) if signed else ""
    return veil.author(name, identity)


def _about(element: dict[str, Any], veil: Veil) -> str:
    answered = element.get("reply_to_message_id")
    passed_on = element.get("forwarded_from")
    told = f"↩ {answered}" if isinstance(answered, int) else ""
    if passed_on:
        identity = str(element.get("forwarded_from_id") or "")
        is_channel = identity.startswith("channel")
        told += f" ← {passed_on if is_channel else veil.author(str(passed_on), identity)}"
    return " ".join(told.split())


def _things(element: dict[str, Any]) -> str:
    """What was sent beside words: never its name, its place or whose card it is."""
    return next((f"[{shown}]" for key, shown in _THINGS if element.get(key)), "")


def _said(element: dict[str, Any], veil: Veil) -> str:
    pieces = element.get("text_entities") or element.get("text") or ""
    if isinstance(pieces, str):
        return veil.text(pieces)
    if not isinstance(pieces, list):
        return ""
    return "".join(_piece(piece, veil) for piece in pieces)


def _piece(piece: Any, veil: Veil) -> str:
    if not isinstance(piece, dict):
        return veil.text(str(piece))
    text, kind = str(piece.get("text") or ""), piece.get("type")
    if kind == "mention_name":
        return veil.author(text, f"user{piece.get('user_id') or text}")
    if kind == "mention":
        return veil.author(text.lstrip("@"))
    return text if kind in ("link", "hashtag", "bot_command") else veil.text(text)


def _poll(element: dict[str, Any]) -> str:
    poll = element.get("poll")
    if not isinstance(poll, dict):
        return ""
    answers = poll.get("answers")
    listed = answers if isinstance(answers, list) else ()
    told = [str(answer.get("text")) for answer in listed if isinstance(answer, dict)]
    return "\n".join((str(poll.get("question") or ""), *(f"- {one}" for one in told)))
