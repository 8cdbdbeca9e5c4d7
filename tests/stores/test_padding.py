import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.stores.vault.padding import Padding, padded_size, unpadded


@given(st.integers(0, 1 << 40))
def test_padding_costs_at_most_an_eighth_and_a_kilobyte(size: int) -> None:
    assert size < padded_size(size) <= max(1024, (size + 1) * 1.12)


def test_many_sizes_share_one() -> None:
    assert len({padded_size(size) for size in range(0, 1 << 20, 97)}) < 240
    assert padded_size(0) == padded_size(1023) == 1024


@given(st.integers(0, 3000), st.integers(1, 700))
def test_the_padding_fills_up_to_the_size(size: int, piece: int) -> None:
    padding = Padding(size)
    read = b"".join(iter(lambda: padding.read(piece), b""))
    assert len(read) == padded_size(size) - size
    assert read == b"\x80" + bytes(len(read) - 1)


contents = st.lists(st.sampled_from([b"\0", b"\x80", b"ab", b"\0" * 2000])).map(b"".join)


@given(contents, st.integers(1, 1500))
def test_what_was_padded_comes_back_in_pieces_of_any_size(content: bytes, piece: int) -> None:
    padding = Padding(len(content))
    padded = content + b"".join(iter(lambda: padding.read(1 << 16), b""))
    pieces = [padded[start : start + piece] for start in range(0, len(padded), piece)]
    assert b"".join(unpadded(pieces)) == content


@pytest.mark.parametrize("content", [b"", b"\0\0", b"abc", b"abc\0", b"\x80a"])
def test_what_has_no_padding_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="padding"):
        list(unpadded([content]))
