"""demo: an encrypted register of invented people, made, read and asked before your eyes."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tizim import TizimError
from tizim.cli.printing import echo
from tizim.samples import folder

DAY, LATER = "2022-06-30", "2022-12-31"
_MARK = "demo.txt"


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""

    @app.command(name="demo")
    def demo(
        where: Annotated[Path, typer.Argument(help="Where to make it.")] = Path("demo-register"),
    ) -> None:
        """Makes an encrypted demo register from sample documents and asks it. Everybody in it is invented."""
        _make_room(where)
        key = where.with_suffix(".key")
        before = ["--register", str(where), "--key-file", str(key)]
        for remark, arguments in _steps(folder()):
            echo(f"\n{remark}" if remark else "")
            echo(f"$ tizim {' '.join(_shown(arguments))}")
            app([*before, *arguments], standalone_mode=False)
        (where / _MARK).write_text("An invented register; may be deleted.\n", encoding="utf-8")
        echo(_ENDING.format(where=where, key=key, day=DAY))


def _make_room(where: Path) -> None:
    if where.exists():
        if not (where / _MARK).is_file():
            raise TizimError(f"'{where}' is there and is no demo register; name another folder")
        shutil.rmtree(where)
        where.with_suffix(".key").unlink(missing_ok=True)


def _steps(samples: Path) -> list[tuple[str, Sequence[str]]]:
    return [
        ("An encrypted register. Here a key file opens it; yours asks for a passphrase.", ["init"]),
        ("Reports, court papers, chats in three languages, received and encrypted.",
         ["add", str(samples / "documents")]),
        ("They are read: every proposal quotes its passage, nobody has reviewed it yet.",
         ["read", "--keep"]),
        ("Claims that a person coded from the Russian and Kazakh ones.",
         ["import", str(samples / "coded.csv")]),
        ("The spreadsheet of a local group, with one bad row.",
         ["import", str(samples / "shygan-list.xlsx")]),
        ("Which names may be one person?", ["doubts", "--limit", "2", "--as-of", DAY]),
        ("What a person judged about spellings in three languages.",
         ["judge-table", str(samples / "judgements.csv"), "--as-of", DAY, "--yes"]),
        ("Where is she, however her name is written?", ["find", "Тостағановаға"]),
        ("Who is in custody on a day?", ["list", "in-custody", "--as-of", DAY]),
        ("How many, at least and at most?", ["tally", "prisoners", "--as-of", DAY]),
        ("Why these? One class, down to the passages.",
         ["explain", "prisoners", "--as-of", DAY, "--part", "psychiatric_detention"]),
        ("What changed in half a year, and why?", ["diff", "prisoners", "--from", DAY, "--to", LATER]),
        ("Was anything changed since it was written?", ["check"]),
    ]  # fmt: skip


def _shown(arguments: Sequence[str]) -> list[str]:
    return [Path(one).name if "/" in one else one for one in arguments]


_ENDING = """
Go on with the demo:    tizim -r {where} --key-file {key} person Tostaganova
Or with your own files: tizim init
                        tizim add FOLDER
                        tizim read --keep
                        tizim list in-custody --as-of {day}
(tizim lies in .venv/bin; 'tizim --help' names every verb.)"""
