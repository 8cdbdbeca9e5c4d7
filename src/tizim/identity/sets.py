"""Disjoint sets of mentions, numbered from nought."""

from collections.abc import Iterable


class DisjointSets:
    """Numbers that are joined into sets; which set is asked by its root.

    The root is always the smallest number of a set, so that the order of joining shows nowhere.
    """

    __slots__ = ("_parents",)

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def add(self) -> int:
        """A new number, in a set of its own."""
        self._parents.append(len(self._parents))
        return len(self._parents) - 1

    def root(self, one: int) -> int:
        """The smallest number in the set of this one."""
        parents = self._parents
        top = one
        while parents[top] != top:
            top = parents[top]
        while parents[one] != top:
            parents[one], one = top, parents[one]
        return top

    def join(self, one: int, other: int) -> None:
        """Makes one set of the sets of the two."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parents[high] = low

    def join_all(self, members: Iterable[int]) -> None:
        """Makes one set of the sets of all of them."""
        ordered = list(members)
        for other in ordered[1:]:
            self.join(ordered[0], other)

    def one_set(self, one: int, other: int) -> bool:
        """Whether the two stand in one set."""
        return self.root(one) == self.root(other)

    def copy(self) -> "DisjointSets":
        """The same sets, to be joined further on their own."""
        made = DisjointSets(0)
        made._parents = list(self._parents)
        return made
