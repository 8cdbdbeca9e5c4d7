"""A request that is not answered: the status, one line why, and when to try again."""

from http import HTTPStatus

from tizim.web.errors import WebError


class RefusedError(WebError):
    """The request is refused; the line never repeats what was asked.

    ``again_in`` is after how many seconds the same request would be answered; ``None`` where waiting
    does not help, or would take so long that a client should not wait by itself.
    """

    def __init__(self, status: HTTPStatus, why: str, *, again_in: int | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.again_in = again_in


def bad_request(why: str) -> RefusedError:
    """The request has not the form that the protocol asks for."""
    return RefusedError(HTTPStatus.BAD_REQUEST, why)


def not_found() -> RefusedError:
    """Nothing is there, or the token is wrong: both look the same from outside."""
    return RefusedError(HTTPStatus.NOT_FOUND, "Nothing is there.")
