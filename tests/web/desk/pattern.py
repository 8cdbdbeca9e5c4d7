"""The register of invented people that tests of the desk copy, with somebody of each role."""

import shutil
from pathlib import Path

from tizim.wiring import open_register

PASSWORD = "correct horse battery staple"


def made(folder: Path) -> Path:
    """The register of the demonstration: ``register`` with accounts, ``unentered`` before anybody came in."""
    from django.contrib.auth.models import Group
    from django.test.utils import setup_test_environment

    from tizim.cli import app
    from tizim.web.desk.models import Account
    from tizim.web.desk.roles import ROLES
    from tizim.web.desk.serving import use

    setup_test_environment()
    app(["demo", str(folder / "register")], standalone_mode=False)
    shutil.copytree(folder / "register", folder / "unentered")
    with open_register(folder / "register", key_file=folder / "register.key") as register:
        use(register)
        for role in ROLES:
            account = Account.objects.create_user(f"{role}-1", PASSWORD)
            account.groups.set(Group.objects.filter(name=role))
        leave()
    return folder


def leave() -> None:
    """Django lets go of the register's database."""
    from django.db import connections

    connections["default"].close()
