import hashlib
import io
import os
import stat
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.stores.workers import Repeating, processes, put_and_open_large

from tizim.documents import MemoryVault, MissingFileError
from tizim.stores import DamagedStoreError, Keys, StoreError
from tizim.stores.vault import AgeVault, age

LARGE = age._IN_MEMORY + 100_000
GREASE = 400  # age puts a header of random length before the content


@pytest.fixture
def vault(tmp_path: Path) -> AgeVault:
    return AgeVault(tmp_path / "vault", Keys(b"m" * 32))


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def large(seed: bytes = b"") -> BinaryIO:
    return Repeating(LARGE, seed + b"line after line\n")  # type: ignore[return-value]


def test_what_was_put_comes_back(vault: AgeVault) -> None:
    sha256 = vault.put(io.BytesIO(b"abc"))
    assert sha256 == hashlib.sha256(b"abc").hexdigest()
    assert vault.has(sha256)
    with vault.open(sha256) as stream:
        assert stream.read() == b"abc"
        stream.seek(1)
        assert stream.read() == b"bc"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=3000))
def test_it_keeps_what_the_vault_in_memory_keeps(vault: AgeVault, content: bytes) -> None:
    memory = MemoryVault()
    sha256 = vault.put(io.BytesIO(content))
    assert sha256 == memory.put(io.BytesIO(content))
    assert vault.open(sha256).read() == memory.open(sha256).read()


def test_the_stream_is_taken_from_where_it_stands(vault: AgeVault) -> None:
    stream = io.BytesIO(b"abcdef")
    stream.seek(3)
    assert vault.open(vault.put(stream)).read() == b"def"


def test_the_same_bytes_are_kept_once(vault: AgeVault, tmp_path: Path) -> None:
    first = vault.put(io.BytesIO(b"abc"))
    (path,) = files(tmp_path)
    before = path.stat()
    assert vault.put(io.BytesIO(b"abc")) == first
    assert files(tmp_path) == [path] and path.stat().st_mtime_ns == before.st_mtime_ns


def test_what_is_not_there_is_missing(vault: AgeVault) -> None:
    assert not vault.has("0" * 64)
    with pytest.raises(MissingFileError, match="000000000000…"):
        vault.open("0" * 64)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65, "0" * 63 + "\n"])
def test_a_name_that_is_no_digest_is_refused(vault: AgeVault, name: str) -> None:
    with pytest.raises(StoreError, match="64 hex characters"):
        vault.open(name)


def test_files_and_folders_are_for_their_owner_only(vault: AgeVault, tmp_path: Path) -> None:
    vault.put(io.BytesIO(b"abc"))
    for path in [tmp_path / "vault", *(tmp_path / "vault").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_nothing_in_a_name_or_a_file_tells_what_it_is(vault: AgeVault, tmp_path: Path) -> None:
    sha256 = vault.put(io.BytesIO(b"a document that many have" * 100))
    other = AgeVault(tmp_path / "other", Keys(b"n" * 32))
    other.put(io.BytesIO(b"a document that many have" * 100))
    (one, two) = (files(tmp_path / "vault")[0], files(tmp_path / "other")[0])
    assert one.name != two.name
    assert sha256[:8] not in str(one) and b"document" not in one.read_bytes()
    assert abs(one.stat().st_size - two.stat().st_size) < GREASE


def test_two_documents_of_nearly_the_same_size_have_the_same_size(vault: AgeVault, tmp_path: Path) -> None:
    vault.put(io.BytesIO(b"x" * 100_400))
    vault.put(io.BytesIO(b"y" * 102_300))
    one, two = (path.stat().st_size for path in files(tmp_path))
    assert abs(one - two) < GREASE


def test_any_age_program_opens_a_file_with_the_identity(vault: AgeVault, tmp_path: Path) -> None:
    import pyrage

    vault.put(io.BytesIO(b"abc"))
    identity = pyrage.x25519.Identity.from_str(Keys(b"m" * 32).age_identity)
    clear = pyrage.decrypt(files(tmp_path)[0].read_bytes(), [identity])
    assert clear.rstrip(b"\0") == b"abc\x80"


def test_a_large_file_flows_out_whole(vault: AgeVault) -> None:
    sha256 = vault.put(large())
    hashed = hashlib.sha256()
    with vault.open(sha256) as stream:
        assert not stream.seekable()
        while piece := stream.read(100_000):
            hashed.update(piece)
    assert hashed.hexdigest() == sha256


def test_a_reader_may_stop_in_the_middle_of_a_large_file(vault: AgeVault) -> None:
    sha256 = vault.put(large())
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0
    for _ in range(3):
        with vault.open(sha256) as stream:
            assert stream.read(15) == b"line after line"
    assert before == (len(os.listdir("/proc/self/fd")) if before else 0)


def test_a_large_file_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    running = processes()
    answer: Any = running.SimpleQueue()
    size = 64 << 20
    worker = running.Process(target=put_and_open_large, args=(str(tmp_path), b"m" * 32, size, answer))
    worker.start()
    worker.join(120)
    read, grown = answer.get()
    assert read == size
    assert grown < 30, f"{grown} MiB"


@pytest.mark.parametrize("content", [b"small", b""])
@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.99])
def test_a_flipped_byte_in_a_small_file_is_told(
    vault: AgeVault, tmp_path: Path, content: bytes, place: float
) -> None:
    sha256 = vault.put(io.BytesIO(content))
    flip(files(tmp_path)[0], place)
    with pytest.raises(DamagedStoreError, match="is damaged"):
        vault.open(sha256)


@pytest.mark.parametrize("place", [0.0, 0.5, 0.999999])
def test_a_flipped_byte_in_a_large_file_is_told(vault: AgeVault, tmp_path: Path, place: float) -> None:
    sha256 = vault.put(large())
    flip(files(tmp_path)[0], place)
    with pytest.raises(DamagedStoreError, match="is damaged"), vault.open(sha256) as stream:
        while stream.read(1 << 16):
            pass


@pytest.mark.parametrize("cut", [1, 20, 70_000])
def test_a_file_cut_short_is_told(vault: AgeVault, tmp_path: Path, cut: int) -> None:
    sha256 = vault.put(large())
    path = files(tmp_path)[0]
    os.truncate(path, path.stat().st_size - cut)
    with pytest.raises(DamagedStoreError, match="is damaged"), vault.open(sha256) as stream:
        while stream.read(1 << 16):
            pass


@pytest.mark.parametrize("make", [lambda text: io.BytesIO(text), large])
def test_a_file_put_in_the_place_of_another_is_told(vault: AgeVault, tmp_path: Path, make: Any) -> None:
    first = vault.put(make(b"one"))
    (one,) = files(tmp_path)
    second = vault.put(make(b"two"))
    (two,) = set(files(tmp_path)) - {one}
    two.replace(one)
    assert not vault.has(second)
    with pytest.raises(DamagedStoreError, match=first[:12]), vault.open(first) as stream:
        while stream.read(1 << 16):
            pass


def test_a_stream_that_fails_leaves_nothing_and_says_its_own_reason(vault: AgeVault, tmp_path: Path) -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            raise PermissionError(13, "the stick was pulled out")

    with pytest.raises(PermissionError, match="the stick was pulled out"):
        vault.put(io.BufferedReader(Failing()))
    assert files(tmp_path) == []


def test_what_a_killed_program_left_is_cleared_away_after_an_hour(vault: AgeVault, tmp_path: Path) -> None:
    vault.put(io.BytesIO(b"abc"))
    old, fresh = (tmp_path / "vault" / "incoming" / name for name in ("old.part", "fresh.part"))
    old.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(old, (1, 1))
    vault.put(io.BytesIO(b"def"))
    assert not old.exists() and fresh.exists()


def flip(path: Path, place: float) -> None:
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1
    path.write_bytes(content)
