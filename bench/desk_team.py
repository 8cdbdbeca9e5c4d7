"""Twenty people with accounts in a large invented register: roles, second factors, closed cases."""

import base64
import hmac
import itertools
import os
import secrets
import struct
import time
from pathlib import Path
from typing import NamedTuple

from tizim.wiring import Register, open_register

PASSWORD = "correct horse battery staple"
ROLES = ("documenter",) * 8 + ("reviewer",) * 6 + ("editor",) * 2 + ("reader",) * 2 + ("keeper", "auditor")
_CASES, _DOCUMENTS = 3, 4


class Member(NamedTuple):
    """Who comes in: working name, role, the seed of the authenticator."""

    name: str
    role: str
    seed: str


def team(folder: Path, key: Path, count: int) -> list[Member]:
    """The members and the closed cases, made anew in the register; sets up Django in this process."""
    from tizim.web.desk.serving import set_up, use
    from tizim.web.desk.settings import Place

    set_up(Place())
    from tizim.web.desk.opened import serving  # names models: Django must be set up before

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with open_register(folder, key_file=key) as register:
        use(register)
        with serving(register):
            members = [_member(number, role) for number, role in _roles(count)]
            _close_cases(register, members)
        _leave()
    return members


def code(seed: str) -> str:
    """The six digits that an authenticator shows now (RFC 6238)."""
    key = base64.b32decode(seed)
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def _roles(count: int) -> list[tuple[int, str]]:
    """So many roles, numbered: one of each first, then as ``ROLES`` has them."""
    rest = list(ROLES)
    for role in dict.fromkeys(ROLES):
        rest.remove(role)
    return list(enumerate([*dict.fromkeys(ROLES), *rest][:count], 1))


def _member(number: int, role: str) -> Member:
    from allauth.mfa.totp.internal.auth import TOTP
    from django.contrib.auth.models import Group

    from tizim.web.desk.models import Account

    name, seed = f"bench-{number}", base64.b32encode(secrets.token_bytes(20)).decode()
    Account.objects.filter(username=name).delete()
    account = Account.objects.create_user(name, PASSWORD)
    account.groups.set(Group.objects.filter(name=role))
    TOTP.activate(account, seed)
    return Member(name, role, seed)


def _close_cases(register: Register, members: list[Member]) -> None:
    """A few documents in closed cases, each open to every third member."""
    from tizim.web.desk.models import Account, ClosedCase
    from tizim.web.desk.team import close_case

    documents = [one.id for one in itertools.islice(register.ledger.known_at(kinds=("document",)), 400)]
    ClosedCase.objects.filter(label__startswith="bench-").delete()
    for number in range(_CASES):
        case = ClosedCase.objects.create(label=f"bench-{number}")
        names = [one.name for one in members[number::3]]
        inside = documents[number * 7 :: 101][:_DOCUMENTS]
        close_case(case, documents=inside, members=Account.objects.filter(username__in=names))


def _leave() -> None:
    from django.db import connections

    connections["default"].close()
