"""A large encrypted register of invented people, to try the desk on: python -m bench.large FOLDER.

Ten claims a person from 2015 to 2026, in Kazakh, Russian and English documents whose texts lie in the vault,
with reviews, judgements, namesakes, spelling variants and corrections; recorded on the days of the documents,
so that earlier moments tell less. The key file stands beside the folder.
"""

import argparse
import io
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.generate import Extent, Told, documents, sources
from bench.lives import FIRST
from bench.naming import ThreeLanguages
from tizim.ledger import Entry, moment
from tizim.timelines import known
from tizim.wiring import Register, create_register

PER_PERSON = 10
_AT_ONCE = 100


def key_of(folder: Path) -> Path:
    """Where the key file of a register in that folder lies."""
    return folder.with_suffix(".key")


def make(folder: Path, people: int, *, seed: int = 1) -> int:
    """Makes the register in a new folder; how many entries it holds comes back."""
    told = documents(Extent(people * PER_PERSON, people, seed), ThreeLanguages(people, seed))
    with create_register(folder, key_file=key_of(folder)) as register:
        register.ledger.append(list(sources(seed)), at=moment(FIRST), by="bench")
        for some in _several(told):
            _write(register, some)
        said("entries written")
        known(register.ledger, register.derived)
        said("chronicle made and kept")
        return register.ledger.head().seq


def said(what: str) -> None:
    """Tells on standard error what is done, and after how many seconds of CPU."""
    print(f"{time.process_time():8.0f} s of CPU: {what}", file=sys.stderr, flush=True)


def _write(register: Register, some: Sequence[Told]) -> None:
    entries: list[Entry] = []
    for told in some:
        register.vault.put(io.BytesIO(told.text.encode()))
        entries += told.entries
    register.ledger.append(entries, at=moment(some[-1].document.date or ""), by="bench")


def _several(told: Iterable[Told]) -> Iterator[list[Told]]:
    each = iter(told)
    while some := list(islice(each, _AT_ONCE)):
        yield some


def main(words: Sequence[str] | None = None) -> None:
    """Makes a register and says what it holds."""
    parser = argparse.ArgumentParser(prog="python -m bench.large", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    parser.add_argument("--people", type=int, default=100_000, help="how many (default: 100,000)")
    options = parser.parse_args(words)
    entries = make(options.folder, options.people)
    print(f"{options.people:,} people, {options.people * PER_PERSON:,} claims, {entries:,} entries")


if __name__ == "__main__":
    main()
