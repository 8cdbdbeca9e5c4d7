"""Places in addresses: by their codes; in the words of a source, whatever these are, by a digest alone."""

from collections.abc import Iterable
from hashlib import sha256

from tizim.vocab import places

NOWHERE = "-"
"""Asks for those whose place no claim tells."""


def in_address(code: str) -> str:
    """The place as addresses have it."""
    if code == NOWHERE or code in places().by_code:
        return code
    return f"w-{sha256(code.encode()).hexdigest()[:16]}"


def meant(address: str, among: Iterable[str]) -> str:
    """The place that an address means, among these; what none of them is stays as it is."""
    return next((one for one in among if in_address(one) == address), address)
