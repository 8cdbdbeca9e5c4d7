"""Several values for one key, kept small where mostly there is one."""

from collections.abc import Sequence


class Several:
    """Texts by key, in the order in which they came. ``row`` is what is to be kept of them."""

    __slots__ = ("row",)

    def __init__(self, row: dict[str, str | list[str]] | None = None) -> None:
        self.row: dict[str, str | list[str]] = {} if row is None else row

    def of(self, key: str) -> Sequence[str]:
        """The values of that key, perhaps none; not to be changed."""
        found = self.row.get(key)
        if found is None:
            return ()
        return found if isinstance(found, list) else (found,)

    def add(self, key: str, value: str) -> None:
        """One more value for that key."""
        known = self.row.get(key)
        if known is None:
            self.row[key] = value
        elif isinstance(known, list):
            known.append(value)
        else:
            self.row[key] = [known, value]

    def remove(self, key: str, value: str) -> None:
        """That value no longer; KeyError or ValueError where it was not there."""
        known = self.row[key]
        if isinstance(known, list):
            known.remove(value)
        if not isinstance(known, list) or not known:
            del self.row[key]
