"""Lets the desk find out what it would while nobody asks, as on a night: python -m bench.ahead FOLDER.

Makes ready what the first pages need, looks ahead at all days, keeps what was found; says what it took.
"""

import argparse
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench.large import key_of


def main(words: Sequence[str] | None = None) -> None:
    """Prints the seconds of the processor for each step."""
    parser = argparse.ArgumentParser(prog="python -m bench.ahead", description=__doc__)
    parser.add_argument("folder", type=Path, help="a register that bench.large made; written to")
    folder = parser.parse_args(words).folder
    from tizim.web.desk.serving import set_up, use
    from tizim.web.desk.settings import Place

    set_up(Place())
    from tizim.web.desk.opened import serving  # names models: Django must be set up before
    from tizim.wiring import open_register

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with open_register(folder, key_file=key_of(folder)) as register:
        use(register)
        with serving(register):
            _look_ahead()


def _look_ahead() -> None:
    from tizim.web.desk.beginning import FIRST, settled
    from tizim.web.desk.keeping import Keeper
    from tizim.web.desk.moment import moment_of
    from tizim.web.desk.opened import opened, told

    asked = moment_of({})
    with settled():
        _said("chronicle", partial(told, asked))
        for make in FIRST:
            _said("first pages", partial(make, asked))
        _said("kept", opened().keep)
        _said("all days", Keeper(rest=0).look_ahead)
        _said("kept beside", opened().keep_beside)


def _said(what: str, work: Callable[[], object]) -> None:
    before = time.process_time()
    work()
    print(f"{what}: {time.process_time() - before:.1f} s", flush=True)


if __name__ == "__main__":
    main()
