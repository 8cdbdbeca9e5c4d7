"""Ids of entries: from the content where work may be repeated, random elsewhere."""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """The same id for the same parts, ``c-3f…`` (80 bits): repeated work finds its entry again."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def random_id(prefix: str, randomness: bytes) -> str:
    """An id from 10 or more random bytes that the caller brings (the core has no dice)."""
    return f"{prefix}-{randomness[:10].hex()}"
