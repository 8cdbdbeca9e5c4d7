"""work: the long work that was asked for at the desk, done in a process of its own."""

import gc
import signal
from typing import Annotated, Any

import typer

from tizim.cli.door import door_of, opened
from tizim.cli.printing import echo
from tizim.cli.texts import say


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="work")(work)


def work(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Do what is asked for now, and end.")] = False,
    takeover: Annotated[
        float,
        typer.Option(
            "--takeover-after", min=3, max=3600,
            help="Seconds without a sign after which the work of another worker is taken over.",
        ),
    ] = 15,
) -> None:  # fmt: skip
    """Does the long work asked for at the desk: adding, reading, scans. Example: tizim work

    Several may run. Ctrl-C ends it after the step that is being done; the next one goes on.
    """
    from tizim.web.desk.serving import set_up, workplace
    from tizim.web.desk.settings import Place

    set_up(Place())
    gc.enable()
    language = door_of(context).language
    with opened(context) as register, workplace(register, takeover) as worker:

        def end(number: int, frame: Any) -> None:
            worker.end()

        previous = {one: signal.signal(one, end) for one in (signal.SIGINT, signal.SIGTERM)}
        echo(say("work_ready", language))
        worker.do_all() if once else worker.run()
        for one, before in previous.items():
            signal.signal(one, before)
    echo(say("work_ended", language))
