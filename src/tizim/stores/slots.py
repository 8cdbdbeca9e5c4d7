"""Slots: the master key wrapped under a passphrase or under the secret of a key file.

A slot is a small dictionary of texts and numbers that stands in ``register.json``. Whoever opens one
slot has the master key; a passphrase is changed by writing its slot anew.
"""

import base64
import json
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tizim.stores.errors import DamagedStoreError, StoreError, WrongKeyError
from tizim.stores.keys import SIZE, Keys, derived_key

Slot = dict[str, Any]

SHORTEST = 8
_MOST_MEMORY, _MOST_PASSES = 4 << 20, 64  # 4 GiB in KiB: a forged file must not exhaust the machine
_STRANGE = "register.json asks for a way to open it that this version does not know"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a passphrase costs (Argon2id): passes, KiB of memory, lanes."""

    passes: int = 2
    memory: int = 128 << 10
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Secret:
    """What somebody brings to open a register: a passphrase, or the secret of a key file."""

    passphrase: str | None = None
    key_file: bytes | None = None

    def __repr__(self) -> str:
        """Says nothing: a secret must not get into a log."""
        return "Secret(…)"


def new_slots(keys: Keys, secret: Secret, cost: Cost | None = None) -> list[Slot]:
    """A slot for the passphrase and one for the key file, as far as they are given."""
    slots = []
    if secret.passphrase is not None:
        slots.append(_passphrase_slot(keys, secret.passphrase, cost or Cost()))
    if secret.key_file is not None:
        slots.append(_wrapped({"kind": "key_file"}, derived_key(secret.key_file, "key file"), keys))
    if not slots:
        raise StoreError("A register needs a passphrase or a key file")
    return slots


def opened(slots: Iterable[Slot], secret: Secret) -> Keys:
    """The keys, from the first slot that the secret opens; WrongKeyError if there is none."""
    for slot in slots:
        keys = _tried(slot, secret)
        if keys:
            return keys
    if secret.passphrase is None and secret.key_file is None:
        raise WrongKeyError("The register is closed: give its passphrase or its key file")
    given = "key file" if secret.passphrase is None else "passphrase"
    raise WrongKeyError(f"This {given} does not open the register")


def _tried(slot: Slot, secret: Secret) -> Keys | None:
    try:
        key = _key_of(slot, secret)
        return _unwrapped(slot, key) if key else None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DamagedStoreError("register.json is damaged; fetch it from a backup") from None


def _passphrase_slot(keys: Keys, passphrase: str, cost: Cost) -> Slot:
    if len(passphrase) < SHORTEST:
        raise StoreError(f"A passphrase needs at least {SHORTEST} characters; several words are best")
    slot: Slot = {
        "kind": "passphrase",
        "way": "argon2id",
        "salt": _text(secrets.token_bytes(16)),
        "passes": cost.passes,
        "memory": cost.memory,
        "lanes": cost.lanes,
    }
    return _wrapped(slot, _stretched(slot, passphrase), keys)


def _key_of(slot: Slot, secret: Secret) -> bytes | None:
    if slot.get("kind") == "passphrase" and secret.passphrase is not None:
        return _stretched(slot, secret.passphrase)
    if slot.get("kind") == "key_file" and secret.key_file is not None:
        return derived_key(secret.key_file, "key file")
    return None


def _stretched(slot: Slot, passphrase: str) -> bytes:
    """The key out of a passphrase; however the letters were typed, they count in the form NFC."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    if slot["way"] != "argon2id" or slot["memory"] > _MOST_MEMORY or slot["passes"] > _MOST_PASSES:
        raise StoreError(_STRANGE)
    try:
        return hash_secret_raw(
            unicodedata.normalize("NFC", passphrase).encode(),
            _bytes(slot["salt"]),
            time_cost=slot["passes"],
            memory_cost=slot["memory"],
            parallelism=slot["lanes"],
            hash_len=SIZE,
            type=Type.ID,
        )
    except HashingError:
        raise StoreError(_STRANGE) from None


def _wrapped(slot: Slot, key: bytes, keys: Keys) -> Slot:
    return slot | {"wrapped": sealed(keys.master, key, _about(slot))}


def _unwrapped(slot: Slot, key: bytes) -> Keys | None:
    master = unsealed(slot["wrapped"], key, _about(slot))
    return Keys(master) if master is not None else None


def _about(slot: Slot) -> bytes:
    """All of a slot but the wrapped key: it is sealed with it, so that nobody makes the guessing cheaper."""
    return json.dumps({name: slot[name] for name in slot if name != "wrapped"}, sort_keys=True).encode()


def sealed(content: bytes, key: bytes, about: bytes) -> str:
    """The content under a key (ChaCha20-Poly1305), bound to what it is about, as text."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(12)
    return _text(nonce + ChaCha20Poly1305(key).encrypt(nonce, content, about))


def unsealed(text: str, key: bytes, about: bytes) -> bytes | None:
    """What was sealed, or None if the key or what it is about is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    content = _bytes(text)
    try:
        return ChaCha20Poly1305(key).decrypt(content[:12], content[12:], about)
    except InvalidTag:
        return None


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
