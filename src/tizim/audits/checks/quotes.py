"""Quotation marks and brackets without their other half, or of mixed kinds."""

import re
from collections.abc import Iterator

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.documents import Span

_OPENING = {"“": "”", "«": "»", "„": "“"}
_CLOSING = {"”": "“", "»": "«"}
_BRACKETS = {"(": ")", "[": "]"}
_ENDS = {closing: opening for opening, closing in _BRACKETS.items()}
_MARK = re.compile("[“”«»„\"()\\[\\]]|(?<!\\w)[‘’'](?=\\w)")
_LIST_MARK = re.compile(r"(?:\(?[\w]{1,3}[.)])\s")
_SHOWN = 48
_REFERENCE = re.compile(r"[“„«\"][^”»\"\n]*?\((?:Art(?:icle|\.)|ст(?:атья|\.)) ?\d+[^)]*\)(?P<mark>[”»\"])")


def open_marks(draft: Draft) -> Iterator[Finding]:
    """Quotation marks and brackets of each paragraph that have no other half."""
    carried = False
    for at, _ in draft.blocks():
        found = _Balance(draft, at, carried)
        found.run()
        carried = found.runs_on
        yield from found.findings


def references_inside(draft: Draft) -> Iterator[Finding]:
    """Closing marks that stand after the bracket with the article: the number is inside the quoted title."""
    for hit in _REFERENCE.finditer(draft.text):
        yield draft.finding(
            "bracket_in_quote", hit.span(), words=draft.text[hit.start() : hit.end()][-_SHOWN:]
        )


class _Balance:
    """The marks of one paragraph, read from its start to its end."""

    def __init__(self, draft: Draft, at: Span, carried: bool) -> None:
        self._draft, self._at = draft, at
        self._open: list[tuple[str, int]] = [("“", -1)] if carried else []
        self.findings: list[Finding] = []
        self.runs_on = False

    def run(self) -> None:
        text = self._draft.text
        straight = text.count('"', self._at.start, self._at.end)
        for hit in _MARK.finditer(text, self._at.start, self._at.end):
            mark, place = hit.group(), hit.start()
            if mark in _OPENING:
                self._opened(mark, place)
            elif mark == '"':
                self._straight(place, straight)
            elif mark in _CLOSING:
                self._closed(mark, place)
            elif mark in _BRACKETS:
                self._open.append((mark, place))
            elif mark in _ENDS:
                self._bracket_closed(mark, place)
        self._left()

    def _opened(self, mark: str, place: int) -> None:
        if mark == "“" and self._open and self._open[-1][0] == "„":
            self._open.pop()
            return
        self._open.append((mark, place))

    def _straight(self, place: int, many: int) -> None:
        text = self._draft.text
        opens = place == self._at.start or text[place - 1] in " (\u00a0[—–-“«:"
        top = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] not in _BRACKETS), None)
        if not opens and top is not None:
            mark, start = self._open.pop(top)
            if mark != '"':
                self._tell("quotes_mixed", max(start, self._at.start), place + 1)
            return
        if opens or many % 2:
            self._open.append(('"', place))

    def _closed(self, mark: str, place: int) -> None:
        top = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] not in _BRACKETS), None)
        if top is None:
            self._tell("quotes_open", max(self._at.start, place - _SHOWN), place + 1)
            return
        opened, start = self._open.pop(top)
        if opened != _CLOSING[mark] and not (opened == "„" and mark == "”"):
            self._tell("quotes_mixed", max(start, self._at.start), place + 1)

    def _bracket_closed(self, mark: str, place: int) -> None:
        top = next((n for n in range(len(self._open) - 1, -1, -1) if self._open[n][0] == _ENDS[mark]), None)
        if top is not None:
            self._open.pop(top)
        elif not (
            mark == ")"
            and re.search(r"(?:^|\s)\w{1,3}$", self._draft.text[max(self._at.start, place - 5) : place])
        ):
            self._tell("brackets", max(self._at.start, place - _SHOWN), place + 1)

    def _left(self) -> None:
        for mark, place in self._open:
            if mark in _BRACKETS:
                if not _LIST_MARK.match(self._draft.text, place):
                    self._tell("brackets", place, min(self._at.end, place + _SHOWN))
            elif place >= 0:
                if mark == "“" and self._goes_on(place):
                    self.runs_on = True
                self._tell("quotes_open", place, min(self._at.end, place + _SHOWN))

    def _goes_on(self, place: int) -> bool:
        """Whether the quotation closes in the next paragraph: it runs over two."""
        rest = self._draft.text[self._at.end : self._at.end + 2000].lstrip("\n")
        following = rest.split("\n", 1)[0]
        return following.count("”") > following.count("“")

    def _tell(self, kind: str, start: int, end: int) -> None:
        words = " ".join(self._draft.text[start:end].split())
        self.findings.append(self._draft.finding(kind, (start, end), words=words))
