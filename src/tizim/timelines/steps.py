"""What changed from one state to the next, so that who knows an earlier one looks at the changes only."""

_REMEMBERED = 2_000


class Steps:
    """A place in a line of changes; the places of one line know what lies between them."""

    def __init__(self, line: list[frozenset[str]] | None = None, at: int = 0) -> None:
        self._line = [] if line is None else line
        self._at = at

    def next(self, touched: set[str]) -> "Steps":
        """The place after one more change; a line of its own, if there is one already in this line."""
        if self._at < len(self._line) or self._at == _REMEMBERED:
            return Steps()
        self._line.append(frozenset(touched))
        return Steps(self._line, self._at + 1)

    def since(self, earlier: "Steps") -> frozenset[str] | None:
        """What was touched since; None where it is a place of another line, or a later one."""
        if earlier._line is not self._line or earlier._at > self._at:
            return None
        return frozenset().union(*self._line[earlier._at : self._at])
