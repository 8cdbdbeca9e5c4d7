"""Whether a signature over what went out holds (Ed25519, RFC 8032); anybody with the public key can say."""

import base64

FORM = "ed25519:"


def is_signed_by(key: str, told: bytes, signature: str) -> bool:
    """Whether the signature over these bytes was made with the private half of the key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        known = Ed25519PublicKey.from_public_bytes(base64.b64decode(key.removeprefix(FORM), validate=True))
        known.verify(base64.b64decode(signature.removeprefix(FORM), validate=True), told)
    except (InvalidSignature, ValueError):
        return False
    return True
