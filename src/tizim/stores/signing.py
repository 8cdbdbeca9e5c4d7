"""Signatures over what goes out, with a key of the register's own (Ed25519, RFC 8032)."""

import base64
from typing import TYPE_CHECKING

from tizim.stores.keys import Keys

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_FORM = "ed25519:"


def signed(keys: Keys, told: bytes) -> str:
    """The signature over these bytes, ``ed25519:`` and base64."""
    return _FORM + base64.b64encode(_private(keys).sign(told)).decode()


def public_key(keys: Keys) -> str:
    """What everybody may know to check signatures, ``ed25519:`` and base64."""
    return _FORM + base64.b64encode(_private(keys).public_key().public_bytes_raw()).decode()


def is_signed_by(key: str, told: bytes, signature: str) -> bool:
    """Whether the signature over these bytes was made with the private half of the key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        known = Ed25519PublicKey.from_public_bytes(base64.b64decode(key.removeprefix(_FORM), validate=True))
        known.verify(base64.b64decode(signature.removeprefix(_FORM), validate=True), told)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private(keys: Keys) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(keys.publishing)
