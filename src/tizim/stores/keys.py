"""All keys of a register, derived from one master key that is never written in clear."""

import secrets

SIZE = 32

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


class Keys:
    """The keys of one register: each use has its own, none tells another."""

    __slots__ = ("_master",)

    def __init__(self, master: bytes) -> None:
        assert len(master) == SIZE
        self._master = master

    @classmethod
    def fresh(cls) -> "Keys":
        """New keys, from the system's randomness."""
        return cls(secrets.token_bytes(SIZE))

    @property
    def master(self) -> bytes:
        """The master key itself, to be wrapped in a slot and for nothing else."""
        return self._master

    @property
    def database(self) -> str:
        """The key of the database file, 64 hex characters."""
        return derived_key(self._master, "database").hex()

    @property
    def file_names(self) -> bytes:
        """The key under which names of files in the vault are made."""
        return derived_key(self._master, "file names")

    @property
    def server(self) -> bytes:
        """The key under which the address of a database server is sealed."""
        return derived_key(self._master, "server")

    @property
    def desk_signing(self) -> str:
        """The key that signs the desk's cookies and forms."""
        return derived_key(self._master, "desk signing").hex()

    @property
    def desk_seal(self) -> bytes:
        """The key under which the desk's second factors are kept."""
        return derived_key(self._master, "desk seal")

    @property
    def publishing(self) -> bytes:
        """The private key that signs what goes out."""
        return derived_key(self._master, "publishing")

    @property
    def age_identity(self) -> str:
        """The identity of the vault, in the form that any age program reads (``AGE-SECRET-KEY-1…``)."""
        return _bech32("age-secret-key-", derived_key(self._master, "vault")).upper()

    def __repr__(self) -> str:
        """Says nothing: a key must not get into a log."""
        return "Keys(…)"


def derived_key(secret: bytes, use: str) -> bytes:
    """A key for one use, by HKDF with SHA-256 (RFC 5869)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), SIZE, salt=None, info=f"tizim register 1: {use}".encode()).derive(secret)


def _bech32(prefix: str, content: bytes) -> str:
    """Bech32 (BIP 173), without its limit of length, as age writes keys."""
    spread = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    bits = int.from_bytes(content, "big") << (-len(content) * 8 % 5)
    count = (len(content) * 8 + 4) // 5
    values = [bits >> (5 * place) & 31 for place in reversed(range(count))]
    check = _polymod([*spread, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    values += [check >> (5 * place) & 31 for place in reversed(range(6))]
    return f"{prefix}1" + "".join(_BECH32[value] for value in values)


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, part in enumerate(_GENERATOR):
            check ^= part if top >> place & 1 else 0
    return check
