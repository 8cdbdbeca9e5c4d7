from tizim.stores.keys import Keys
from tizim.stores.signing import is_signed_by, public_key, signed

KEYS, OTHER = Keys(b"\x01" * 32), Keys(b"\x02" * 32)


def test_a_signature_holds_for_its_key_and_its_bytes_alone():
    told = signed(KEYS, b"edition")
    assert is_signed_by(public_key(KEYS), b"edition", told)
    assert not is_signed_by(public_key(OTHER), b"edition", told)
    assert not is_signed_by(public_key(KEYS), b"another edition", told)
    assert signed(KEYS, b"edition") == told


def test_what_is_no_signature_or_no_key_signs_nothing():
    for wrong in ("", "ed25519:", "ed25519:???", "ed25519:AAAA"):
        assert not is_signed_by(public_key(KEYS), b"edition", wrong)
        assert not is_signed_by(wrong, b"edition", signed(KEYS, b"edition"))


def test_the_private_key_is_in_neither():
    import base64

    hidden = base64.b64encode(KEYS.publishing).decode()
    assert hidden not in public_key(KEYS) + signed(KEYS, b"edition")
