import hmac
import json
import stat
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.stores import DamagedStoreError, Keys, StoreError, WrongKeyError, slots
from tizim.stores.key_file import key_file_for, read_key_file
from tizim.stores.register_file import RegisterFile, read_register_file, write_register_file
from tizim.stores.slots import Cost, Secret, new_slots, opened

CHEAP = Cost(passes=1, memory=64, lanes=1)
PASS = "correct horse қарға"


def test_each_use_has_a_key_of_its_own() -> None:
    keys = Keys(b"m" * 32)
    all_keys = [keys.database, keys.file_names.hex(), keys.server.hex(), keys.master.hex(), keys.age_identity]
    assert len(set(all_keys)) == 5
    assert Keys(b"m" * 32).database == keys.database != Keys(b"n" * 32).database


def test_the_keys_stay_the_same_over_versions() -> None:
    """HKDF with SHA-256 by hand (RFC 5869), for whoever must open a register in twenty years."""
    master = bytes(range(32))
    extracted = hmac.digest(bytes(32), master, "sha256")
    by_hand = hmac.digest(extracted, b"tizim register 1: database\x01", "sha256").hex()
    assert Keys(master).database == by_hand
    assert by_hand == "16dac566a8385114fbe21a9a5dadb8de440957609e6036b276eb1daecb9db707"


@given(st.binary(min_size=32, max_size=32))
def test_any_age_program_reads_the_identity_of_the_vault(master: bytes) -> None:
    identity = Keys(master).age_identity
    assert str(pyrage.x25519.Identity.from_str(identity)) == identity


def test_keys_and_secrets_say_nothing_of_themselves() -> None:
    keys = Keys(b"m" * 32)
    assert repr(keys) == "Keys(…)"
    assert "m" * 5 not in repr(keys) and "horse" not in repr(Secret(PASS))


def test_a_passphrase_opens_its_slot_and_no_other_does() -> None:
    keys = Keys.fresh()
    made = new_slots(keys, Secret(PASS), CHEAP)
    assert opened(made, Secret(PASS)).master == keys.master
    with pytest.raises(WrongKeyError, match="This passphrase does not open the register"):
        opened(made, Secret(PASS + "."))
    with pytest.raises(WrongKeyError, match="The register is closed"):
        opened(made, Secret())
    with pytest.raises(WrongKeyError, match="This key file"):
        opened(made, Secret(key_file=b"k" * 32))


def test_either_of_two_slots_opens() -> None:
    keys = Keys.fresh()
    made = new_slots(keys, Secret(PASS, b"k" * 32), CHEAP)
    assert opened(made, Secret(PASS)).master == opened(made, Secret(key_file=b"k" * 32)).master == keys.master


def test_the_letters_count_and_not_how_the_keyboard_composed_them() -> None:
    made = new_slots(Keys.fresh(), Secret("ёлка й е\u0308 ǻ"), CHEAP)
    opened(made, Secret("е\u0308лка и\u0306 ё ǻ"))


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(StoreError, match="at least 8 characters"):
        new_slots(Keys.fresh(), Secret("1234567"))


def test_a_register_needs_a_way_in() -> None:
    with pytest.raises(StoreError, match="needs a passphrase or a key file"):
        new_slots(Keys.fresh(), Secret())


def test_guessing_is_made_dear_by_default_and_cannot_be_made_cheaper_in_the_file() -> None:
    (slot,) = new_slots(Keys.fresh(), Secret(PASS))
    assert slot["way"] == "argon2id" and slot["memory"] * slot["passes"] >= 128 << 10
    for name, value in (("memory", 1 << 10), ("passes", 1), ("lanes", 1)):
        with pytest.raises(WrongKeyError):
            opened([slot | {name: value}], Secret(PASS))


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 1 << 40},
        {"passes": 1000},
        {"way": "plain"},
        {"memory": "much"},
        {"lanes": 0},
        {"salt": "%%%"},
        {"salt": None},
        {"wrapped": "?"},
        {"wrapped": ""},
    ],
)
def test_a_slot_that_makes_no_sense_is_told_and_not_followed(change: dict[str, object]) -> None:
    (slot,) = new_slots(Keys.fresh(), Secret(PASS), CHEAP)
    with pytest.raises(StoreError):
        opened([slot | change], Secret(PASS))


def test_two_wrappings_of_one_key_look_different() -> None:
    keys = Keys.fresh()
    one, other = (new_slots(keys, Secret(PASS), CHEAP)[0] for _ in range(2))
    assert one["wrapped"] != other["wrapped"] and one["salt"] != other["salt"]


def test_a_key_file_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "stick" / "key"
    secret = key_file_for(tmp_path / "register", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert key_file_for(tmp_path / "register", path) == read_key_file(path) == secret
    assert secret.hex() in path.read_text()


def test_a_key_file_may_not_lie_in_the_register(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="must not lie in the register"):
        key_file_for(tmp_path, tmp_path / "sub" / "key")


@pytest.mark.parametrize("content", [b"", b"tizim-key-1 00", b"\xff\xfe", "ключ".encode(), b"zz" * 32])
def test_what_is_no_key_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key").write_bytes(content)
    with pytest.raises(StoreError, match="is not a key file"):
        read_key_file(tmp_path / "key")
    with pytest.raises(StoreError, match="cannot be read"):
        read_key_file(tmp_path / "nothing")


def test_register_json_is_private_and_tells_only_how_to_open(tmp_path: Path) -> None:
    write_register_file(tmp_path, RegisterFile(slots=new_slots(Keys.fresh(), Secret(PASS, b"k" * 32), CHEAP)))
    path = tmp_path / "register.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found = json.loads(path.read_text())
    assert set(found) == {"version", "store", "server", "slots"}
    assert [set(slot) - {"wrapped"} for slot in found["slots"]] == [
        {"kind", "way", "salt", "passes", "memory", "lanes"},
        {"kind"},
    ]
    assert [file.name for file in tmp_path.iterdir()] == ["register.json"]


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"{", DamagedStoreError, "damaged"),
        (b"\xff\xff", DamagedStoreError, "damaged"),
        (b"[]", DamagedStoreError, "damaged"),
        (b'{"version": "1"}', DamagedStoreError, "damaged"),
        (b'{"version": 1, "store": "x", "slots": []}', DamagedStoreError, "damaged"),
        (b'{"version": 1, "store": "sqlcipher"}', DamagedStoreError, "damaged"),
        (b'{"version": 2}', StoreError, "A newer version"),
    ],
)
def test_a_register_json_that_cannot_be_right_is_told(
    tmp_path: Path, content: bytes, error: type[StoreError], says: str
) -> None:
    (tmp_path / "register.json").write_bytes(content)
    with pytest.raises(error, match=says):
        read_register_file(tmp_path)


def test_a_slot_of_a_kind_from_later_is_passed_over() -> None:
    keys = Keys.fresh()
    made = [{"kind": "smart card", "wrapped": "x"}, *new_slots(keys, Secret(PASS), CHEAP)]
    assert opened(made, Secret(PASS)).master == keys.master


def test_the_default_cost_is_what_the_slot_says() -> None:
    assert slots.Cost() == Cost(passes=2, memory=128 << 10, lanes=4)
