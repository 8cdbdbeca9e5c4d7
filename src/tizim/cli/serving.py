"""serve: the desk in the browser."""

import gc
import signal
import socket
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tizim import TizimError
from tizim.cli.door import door_of, opened
from tizim.cli.printing import echo
from tizim.cli.texts import say

if TYPE_CHECKING:
    from tizim.web.desk.settings import Place

_WAITRESS = {
    "threads": 8,
    "ident": None,
    "clear_untrusted_proxy_headers": False,
    # waitress puts larger requests and answers into files: nothing may lie on the disk in clear
    "inbuf_overflow": 1 << 40,
    "outbuf_overflow": 1 << 40,
    "max_request_body_size": 256 << 20,
}
_HERE = ("127.0.0.1", "localhost", "::1")

Host = Annotated[str, typer.Option("--host", help="Where to listen. Beyond this machine: needs --address.")]
Address = Annotated[
    str | None,
    typer.Option("--address", help="The https:// address under which a proxy with TLS offers the desk."),
]
Second = Annotated[
    bool | None,
    typer.Option(
        "--second-factor/--no-second-factor",
        help="Everybody needs a second factor. Default: on a server yes, on this machine alone no.",
    ),
]
Idle = Annotated[
    int, typer.Option("--idle-minutes", min=1, max=240, help="Lock a session after so long without work.")
]


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="serve")(serve)


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0: any free one.")] = 8404,
    host: Host = "127.0.0.1",
    address: Address = None,
    second_factor: Second = None,
    idle_minutes: Idle = 15,
    processes: Annotated[
        int, typer.Option("--processes", min=1, max=64, help="How many processes serve (extra 'team').")
    ] = 1,
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Do long work too, or leave it to 'tizim work'.")
    ] = True,
) -> None:
    """Opens the desk in the browser, for this machine alone unless told otherwise. Example: tizim serve

    Ctrl-C stops it and closes the register.
    """
    from tizim.web.desk.serving import application, set_up

    set_up(_place(host, address, second_factor, idle_minutes))
    gc.enable()
    language = door_of(context).language
    if processes > 1:
        _serve_many(context, (host, port, processes), address)
        return
    with opened(context) as register, application(register, works_too=worker) as desk:
        server = _server(desk, host, port)
        _say_ready(address or f"http://{host}:{server.effective_port}", language)
        _run(server)
    echo(say("serve_stopped", language))


def _serve_many(context: typer.Context, at: tuple[str, int, int], address: str | None) -> None:
    """Processes behind a proxy; long work is left to 'tizim work'."""
    from tizim.web.desk.serving import made_sure
    from tizim.web.desk.team_server import Many, serve_many

    host, port, processes = at
    if not port:
        raise TizimError("several processes need a port of their own; name it with --port")
    language = door_of(context).language
    _made_sure_free(host, port)
    with opened(context) as register:
        made_sure(register)
        _say_ready(address or f"http://{host}:{port}", language)
        serve_many(register, Many(host, port, processes), lambda: echo(say("serve_processes", language)))


def _say_ready(where: str, language: str) -> None:
    from tizim.web.desk.serving import first_start

    token = first_start()
    echo(say("serve_ready", language, address=where))
    if token:
        echo(say("serve_first", language, address=f"{where}/start/{token}/"))
    sys.stdout.flush()


def _place(host: str, address: str | None, second_factor: bool | None, idle: int) -> "Place":
    """Where the desk will be, refused where it would be unsafe."""
    from urllib.parse import urlsplit

    from tizim.web.desk.settings import Place

    if address is None:
        if host not in _HERE:
            raise TizimError("beyond this machine the desk needs --address https://… and a proxy with TLS")
        return Place(second_factor=bool(second_factor), idle=idle)
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.path not in ("", "/"):
        raise TizimError("--address is written like https://desk.example.org, without a path")
    if second_factor is False:
        raise TizimError("beyond this machine nobody comes in without a second factor")
    return Place((parts.hostname,), (f"https://{parts.netloc}",), second_factor=True, idle=idle)


def _server(desk: Any, host: str, port: int) -> Any:
    from waitress import create_server

    try:
        return create_server(desk, host=host, port=port, **_WAITRESS)
    except OSError as error:
        raise _taken(port, error) from None


def _made_sure_free(host: str, port: int) -> None:
    """Refuses a port that cannot be listened at, before anything is said to be there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
        except OSError as error:
            raise _taken(port, error) from None


def _taken(port: int, error: OSError) -> TizimError:
    return TizimError(f"the port {port} cannot be used ({error.strerror}); choose another with --port")


def _run(server: Any) -> None:
    """Serves until Ctrl-C or a signal to end."""
    previous = {one: signal.signal(one, _interrupted) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
        for one, before in previous.items():
            signal.signal(one, before)


def _interrupted(number: int, frame: Any) -> None:
    raise KeyboardInterrupt
