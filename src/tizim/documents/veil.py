"""Who wrote or received a message stands in no text: a pseudonym does, and the name goes to the vault alone.

The same person is the same pseudonym throughout one chat or mail, numbered as they first appear: ``P1``.
Telephone numbers of nobody known are ``N1``.
"""

import json
import re

_ADDRESS = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}")
_BRACKETED = re.compile(rf"\s?[<\[(]\s?(?P<address>{_ADDRESS.pattern})\s?[>\])]")
_LONGEST_NAME = 80
_HANDLE = re.compile("@\u2068~?(?P<name>[^\u2069\n]{1,80})\u2069|(?<![\\w@/.])@(?P<handle>[A-Za-z]\\w{3,31})")
_GAP = r"[\s\u00a0\u202f()\u2010-\u2014.-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\w/+-])@?(?:\+\d(?:{_GAP}\d){{7,14}}|[78]{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}})(?![\w/]|-\d)"
)
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]")


class Veil:
    """The pseudonyms of one chat or mail, and who stands behind them."""

    def __init__(self) -> None:
        self._pseudonyms: dict[str, str] = {}
        self._behind: dict[str, list[str]] = {}
        self._counts = {"P": 0, "N": 0}

    def author(self, name: str, identity: str = "") -> str:
        """The pseudonym of whoever bears this name; one identity (an account, an address) is one person."""
        shown = " ".join(_MARKS.sub("", name).split())
        number = _digits(shown) if _PHONE.fullmatch(shown.removeprefix("~").strip()) else ""
        return self._pseudonym(identity.casefold() or number or shown.casefold(), "P", shown, identity)

    def text(self, text: str) -> str:
        """The text with addresses, handles and telephone numbers of people behind pseudonyms."""
        veiled = _ADDRESS.sub(self._address, text) if "@" in text else text
        veiled = _HANDLE.sub(self._handle, veiled) if "@" in veiled else veiled
        return _PHONE.sub(self._phone, veiled)

    def correspondence(self, text: str) -> str:
        """The same, and the names that stand beside addresses: ``Aset <aset@mail.example>``."""
        pieces: list[str] = []
        end = 0
        for found in _BRACKETED.finditer(text) if "@" in text else ():
            start = _name_start(text, max(end, found.start() - _LONGEST_NAME), found.start())
            name, address = (
                text[start : found.start()].strip(" \t\"'"),
                found["address"].removeprefix("mailto:"),
            )
            pieces += text[end:start], self._pseudonym(address.casefold(), "P", name, address)
            end = found.end()
        return self.text("".join((*pieces, text[end:])))

    def title(self, name: str) -> None:
        """Keeps the name of a chat that is not public beside those of its members."""
        self._behind["chat"] = [name]

    @property
    def table(self) -> str:
        """Who stands behind each pseudonym, in JSON; empty if there is none."""
        return json.dumps(self._behind, ensure_ascii=False) if self._behind else ""

    def _pseudonym(self, key: str, letter: str, *told: str) -> str:
        if key not in self._pseudonyms:
            self._counts[letter] += 1
            self._pseudonyms[key] = f"{letter}{self._counts[letter]}"
        pseudonym = self._pseudonyms[key]
        known = self._behind.setdefault(pseudonym, [])
        known.extend(one for one in told if one and one not in known)
        return pseudonym

    def _address(self, found: re.Match[str]) -> str:
        address = found[0].removeprefix("mailto:")
        return self._pseudonym(address.casefold(), "P", address)

    def _handle(self, found: re.Match[str]) -> str:
        name = found["name"] or found["handle"]
        shown = _MARKS.sub("", name).strip()
        if _PHONE.fullmatch(shown):
            return self._pseudonym(_digits(shown), "P", shown)
        return self._pseudonym(shown.casefold(), "P", shown)

    def _phone(self, found: re.Match[str]) -> str:
        number = found[0].removeprefix("@")
        known = self._pseudonyms.get(_digits(number))
        letter = "P" if found[0].startswith("@") else "N"
        return known or self._pseudonym(_digits(number), letter, number)


def _name_start(text: str, first: int, end: int) -> int:
    """Where the name before an address begins: at its quotation mark, or after what parts names."""
    before = text[first:end].rstrip()
    if before.endswith('"'):
        return first + max(0, before.rfind('"', 0, -1))
    start = max(before.rfind(sign) for sign in '\n"<>,;:()') + 1
    return first + start + len(before[start:]) - len(before[start:].lstrip())


def _digits(number: str) -> str:
    """A number as it is dialled from abroad: 8 701 … and +7 701 … are one."""
    digits = re.sub(r"\D", "", number)
    return f"7{digits[1:]}" if len(digits) == 11 and digits[0] == "8" else digits
