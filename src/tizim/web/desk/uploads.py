"""Files that come in through a form stay in memory: nothing of them is written to a disk unencrypted."""

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload

MOST = 200 * 1024 * 1024
"""Bytes of all files sent at once; the command line takes larger ones, which it reads piece by piece."""


class TooMuch(SuspiciousOperation):
    """More was sent at once than memory should take."""


class InMemoryOnly(MemoryFileUploadHandler):
    """Takes every file into memory, whatever its size, up to the most that is allowed."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Takes the upload on; Django's own handler would leave large ones to a temporary file."""
        self.activated = True
        self._taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keeps a piece of the file."""
        self._taken += len(raw_data)
        if self._taken > MOST:
            raise StopUpload(connection_reset=False)
        super().receive_data_chunk(raw_data, start)
        return None

    def upload_complete(self) -> None:
        """Says so if it was too much, once all is read off the line; else the file would seem forgotten."""
        if self._taken > MOST:
            raise TooMuch
