"""Signatures over what goes out, with a key of the register's own (Ed25519, RFC 8032)."""

import base64
from typing import TYPE_CHECKING

from tizim.publications.signature import FORM, is_signed_by
from tizim.stores.keys import Keys

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

__all__ = ["is_signed_by", "public_key", "signed"]


def signed(keys: Keys, told: bytes) -> str:
    """The signature over these bytes, ``ed25519:`` and base64."""
    return FORM + base64.b64encode(_private(keys).sign(told)).decode()


def public_key(keys: Keys) -> str:
    """What everybody may know to check signatures, ``ed25519:`` and base64."""
    return FORM + base64.b64encode(_private(keys).public_key().public_bytes_raw()).decode()


def _private(keys: Keys) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(keys.publishing)
