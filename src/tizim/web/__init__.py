"""The doors that are reached through HTTP."""

from tizim.web.errors import WebError

__all__ = ["WebError"]
