"""What was known at an earlier moment: put together from all entries, beside the pages."""

import threading

from tizim.timelines import Known, known_whole
from tizim.web.desk.courtesy import waiting
from tizim.web.desk.moment import Moment
from tizim.wiring import Register


class PutTogetherError(Exception):
    """What is asked for is being put together still."""


class Past(threading.Thread):
    """The knowledge of an earlier moment, on its way."""

    def __init__(self, register: Register, asked: Moment) -> None:
        super().__init__(name="desk-past", daemon=True)
        self._register, self._asked = register, asked
        self._known: Known | None = None
        self.start()

    def run(self) -> None:
        """Reads everything written by then."""
        ledger, derived = self._register.ledger, self._register.derived
        self._known = known_whole(ledger, derived, at=self._asked.known_at, basis=self._asked.basis)

    def known(self, patience: float) -> Known:
        """What was known; PutTogetherError where it is not there after so many seconds."""
        if self._known is None:
            with waiting():
                self.join(patience)
        if self._known is None and self.is_alive():
            raise PutTogetherError
        if self._known is None:  # it failed: whoever asks now sees why
            self.run()
        assert self._known is not None
        return self._known
