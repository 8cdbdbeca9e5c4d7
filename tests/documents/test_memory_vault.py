import hashlib
import io

import pytest

from tizim.documents import MemoryVault, MissingFileError


def test_a_vault_gives_back_the_bytes_under_their_digest() -> None:
    vault = MemoryVault()
    digest = vault.put(io.BytesIO(b"a paper"))
    assert digest == hashlib.sha256(b"a paper").hexdigest()
    assert vault.has(digest)
    assert vault.open(digest).read() == b"a paper"


def test_the_same_bytes_twice_have_one_digest() -> None:
    vault = MemoryVault()
    assert vault.put(io.BytesIO(b"x")) == vault.put(io.BytesIO(b"x"))


def test_bytes_are_kept_from_where_the_stream_stands() -> None:
    vault, stream = MemoryVault(), io.BytesIO(b"abc")
    stream.seek(1)
    assert vault.open(vault.put(stream)).read() == b"bc"


def test_what_a_vault_does_not_hold_is_said() -> None:
    vault = MemoryVault()
    assert not vault.has("0" * 64)
    with pytest.raises(MissingFileError):
        vault.open("0" * 64)
