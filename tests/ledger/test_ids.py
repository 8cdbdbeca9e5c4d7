from tizim.ledger import content_id, random_id


def test_the_same_parts_give_the_same_id() -> None:
    assert content_id("c", "a", 1, None) == content_id("c", "a", 1, "") == content_id("c", "a", "1", None)


def test_parts_are_kept_apart() -> None:
    assert content_id("c", "ab", "c") != content_id("c", "a", "bc")


def test_an_id_has_twenty_hex_characters_after_its_prefix() -> None:
    assert len(content_id("doc", "x")) == len("doc-") + 20
    assert random_id("w", bytes(range(16))) == "w-00010203040506070809"
