"""Files that were kept without text until Tesseract can read them: their text is taken from the vault."""

from collections.abc import Container
from typing import TYPE_CHECKING

from tizim.cli.door import write
from tizim.cli.printing import counting, echo
from tizim.cli.texts import say
from tizim.documents import Extractor, take_again, waiting, why_waiting
from tizim.ledger import standing

if TYPE_CHECKING:
    from tizim.wiring import Register


def read_waiting(register: "Register", tongue: str, only: Container[str | None] | None = None) -> int:
    """Takes the text out of the files that wait (``only`` of these ids), and says how it went.

    How many were read comes back. What to install is said where that is asked for all of them.
    """
    documents = [
        one
        for one in waiting(standing(register.ledger, kinds=("document",)))
        if only is None or one.id in only
    ]
    if not documents:
        return 0
    missing = why_waiting()
    if missing:
        echo(say("files_wait", tongue, n=len(documents)))
        echo(f"{missing.what} {missing.hint}")
        return 0
    read = 0
    with counting("pages") as count:
        extractor = Extractor(told=lambda page, pages: count())
        for received in take_again(documents, vault=register.vault, extractor=extractor):
            read += bool(write(register, received.entries, skip_known=True)) if received.entries else 0
            for line in map(str, received.problems):
                echo(line)
    echo(say("files_read_again", tongue, n=read))
    return read
