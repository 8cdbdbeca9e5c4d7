"""A mail as a text: who wrote to whom by pseudonyms, when, about what, and what was written."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tizim.documents.veil import Veil

_SHOWN = 50
_HEAD_LINE = re.compile(
    r"^(?P<head>[> \t]*\*?(?:From|To|Cc|Bcc|Reply-To|Sender|От|От кого|Кому|Копия|Скрытая копия"
    r"|Кімнен|Кімге|Көшірме)"
    r"\s*:\*?[ \t]*)(?P<names>[^\n]{1,500})$",
    re.MULTILINE | re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^[^\n]{0,200}\b(?:wrote|writes|пишет|написала?|написал\(а\)|жазды)\s*:[ \t]*$", re.MULTILINE
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
    known = {one.name: one.address for one in (*letter.senders, *letter.receivers) if " " in one.name}
    veiled = _QUOTED.sub(lambda line: _without(known, line[0], veil), veiled)
    for sender in letter.senders:
        if sender.name in known:
            signed = rf"^(?P<before>[> \t]*){re.escape(sender.name)}[ \t.,]*$"
            pseudonym = veil.author(sender.name, sender.address)
            veiled = re.sub(signed, rf"\g<before>{pseudonym}", veiled, flags=re.MULTILINE)
    return veiled.strip()


def _without(known: Mapping[str, str], line: str, veil: Veil) -> str:
    """A line that says who wrote what is quoted below, with pseudonyms for those who are known."""
    for name in list(known)[:_SHOWN]:
        line = line.replace(name, veil.author(name, known[name]))
    return line


def _named(names: str, veil: Veil) -> str:
    """The names in a line of a forwarded head, each as a pseudonym."""
    shown = []
    for name in re.split("[;,]", names):
        known = _PSEUDONYM.search(name)
        shown.append(known[0] if known else veil.author(name.strip(" <>\"'*"))) if name.strip() else None
    return ", ".join(dict.fromkeys(shown))
