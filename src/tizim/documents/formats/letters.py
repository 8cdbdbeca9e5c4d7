"""A mail as a text: who wrote to whom by pseudonyms, when, about what, and what was written."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tizim.documents.veil import Veil

_SHOWN = 50
_HEAD_LINE = re.compile(
    r"^(?P<head>[> \t]*\*?(?:From|To|Cc|Bcc|Reply-To|Sender|От|От кого|Кому|Копия|Скрытая копия"
    r"|Кімнен|Кімге|Көшірме)"
    r"\s*:\*?[ \t]*)(?P<names>[^\n]{1,500})$",
    re.MULTILINE | re.IGNORECASE,
)
_PSEUDONYM = re.compile(r"[PN]\d+")


class Correspondent(NamedTuple):
    """Somebody who wrote or received: a name and an address, either of which may be missing."""

    name: str
    address: str


class Letter(NamedTuple):
    """A mail, taken apart; ``moment`` is ``2031-03-04 10:15``."""

    senders: Sequence[Correspondent]
    receivers: Sequence[Correspondent]
    moment: str
    subject: str
    body: str


def letter_text(letter: Letter, veil: Veil) -> str:
    """The mail with pseudonyms in place of those who wrote and received it."""
    senders = _pseudonyms(letter.senders, veil)
    receivers = _pseudonyms(letter.receivers, veil)
    heads = (("From", senders), ("To", receivers), ("Date", letter.moment))
    lines = [f"{name}: {value}" for name, value in heads if value]
    subject = subject_of(letter, veil)
    if subject:
        lines.append(f"Subject: {subject}")
    return "\n".join((*lines, "", _body(letter, veil))).strip("\n")


def subject_of(letter: Letter, veil: Veil) -> str:
    """What the mail is about."""
    return " ".join(veil.correspondence(letter.subject).split())


def _pseudonyms(people: Sequence[Correspondent], veil: Veil) -> str:
    told = [veil.author(one.name or one.address, one.address) for one in people if any(one)]
    shown = list(dict.fromkeys(told))
    return ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")


def _body(letter: Letter, veil: Veil) -> str:
    veiled = veil.correspondence(letter.body)
    veiled = _HEAD_LINE.sub(lambda found: found["head"] + _named(found["names"], veil), veiled)
    for sender in letter.senders:
        if len(sender.name.split()) > 1:
            signed = rf"^[> \t]*{re.escape(sender.name)}[\s.,]*$"
            veiled = re.sub(signed, veil.author(sender.name, sender.address), veiled, flags=re.MULTILINE)
    return veiled.strip()


def _named(names: str, veil: Veil) -> str:
    """The names in a line of a forwarded head, each as a pseudonym."""
    shown = []
    for name in re.split("[;,]", names):
        known = _PSEUDONYM.search(name)
        shown.append(known[0] if known else veil.author(name.strip(" <>\"'*"))) if name.strip() else None
    return ", ".join(dict.fromkeys(shown))
