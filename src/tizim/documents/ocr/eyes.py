"""How a page is looked at: once where that is enough, else again in another light, way up or language."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tizim.documents.language import language_of
from tizim.documents.ocr.pixels import Pixels
from tizim.documents.ocr.repair import is_odd, repaired
from tizim.documents.ocr.setting import set_in_lines
from tizim.documents.ocr.tesseract import Program
from tizim.documents.ocr.words import DOUBTFUL, Line, View, view

# Which language leads matters: letters that look alike are read as its letters (ш and щ, к and қ).
_LEADING = {"kk": "kaz+rus+eng", "ru": "rus+kaz+eng", "en": "eng+kaz+rus"}
_AS_IT_LIES, _ANY_WAY_UP = "3", "1"
_ENOUGH = 40  # letters of a language in a page for which the page is read again
_SAME_PLACE = 0.6


@dataclass(frozen=True, slots=True)
class PageRead:
    """The lines of a page (empty ones between paragraphs), and which of them, from 1, are doubtful."""

    lines: tuple[str, ...] = ()
    doubtful: tuple[int, ...] = ()
    in_time: bool = True
    unpacked: bool = True

    @property
    def text(self) -> str:
        """The page as text."""
        return "\n".join(self.lines)

    @property
    def full_lines(self) -> int:
        """How many lines hold words."""
        return sum(1 for line in self.lines if line)


@dataclass(frozen=True, slots=True)
class _Look:
    """One way to look: at which bytes, in which light, which way up, with which language leading."""

    picture: bytes
    even: bool = True
    layout: str = _AS_IT_LIES
    leading: str = "kk"
    more: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """What Tesseract is told."""
        light = () if self.even else ("-c", "thresholding_method=2")
        return ("-l", _LEADING[self.leading], "--psm", self.layout, *light, *self.more)


class Eyes:
    """Reads the pages of one file; what a page taught about the language serves the next one."""

    def __init__(self, program: Program, *, seconds: int, at_look: Callable[[], None] = lambda: None) -> None:
        self._program = program
        self._seconds = seconds
        self._at_look = at_look
        self._leading = "kk"
        self._slow = self._failed = False

    def read(self, picture: Pixels | bytes, page: int | None = None) -> PageRead:
        """The text of a page, given as points or as a file that Tesseract itself unpacks.

        Each look at it takes at most ``seconds``; ``at_look`` is called before. ``page`` is the place in
        the file, from 0, where that has more than one.
        """
        if isinstance(picture, Pixels) and picture.is_blank:
            return PageRead()
        self._slow = self._failed = False
        look, seen = self._best(picture, page)
        found = _page(self._in_its_languages(look, seen))
        return replace(found, in_time=not self._slow, unpacked=not self._failed or bool(found.lines))

    def _best(self, picture: Pixels | bytes, page: int | None) -> tuple[_Look, View]:
        look = self._first(picture, page)
        best = (look, self._view(look))
        if (
            isinstance(picture, bytes) and not self._failed
        ):  # how the light falls is not known, so both ways are tried
            best = self._better(best, replace(look, even=False))
        if best[1].is_weak and self._program.turns:
            best = self._better(best, replace(best[0], layout=_ANY_WAY_UP))
        if isinstance(picture, Pixels) and picture.has_colour:
            look = replace(best[0], picture=picture.without_colour(), even=True)
            best = self._better(best, look)
        if best[1].is_weak:
            best = self._better(best, replace(best[0], even=not best[0].even))
        return best

    def _first(self, picture: Pixels | bytes, page: int | None) -> _Look:
        more = ("-c", f"tessedit_page_number={page}") if page is not None else ()
        if isinstance(picture, bytes):
            return _Look(picture, leading=self._leading, more=more)
        return _Look(picture.as_seen(), even=not picture.is_unevenly_lit, leading=self._leading)

    def _better(self, best: tuple[_Look, View], look: _Look) -> tuple[_Look, View]:
        if self._slow or self._failed:
            return best
        seen = self._view(look)
        return (look, seen) if seen.worth > best[1].worth else best

    def _view(self, look: _Look) -> View:
        self._at_look()
        answer = self._program.look(look.picture, *look.options, seconds=self._seconds)
        self._slow = self._slow or answer.slow
        self._failed = self._failed or (answer.text is None and not answer.slow)
        return view(answer.text or "")

    def _in_its_languages(self, look: _Look, seen: View) -> View:
        """The page with each paragraph read by the language that it is in, where another one led."""
        tongues = _tongues(seen)
        letters = Counter[str]()
        for line in seen.lines:
            letters[tongues.get(line.paragraph, "")] += len(line.text)
        main = max(_LEADING, key=lambda tongue: letters[tongue])
        for tongue in _LEADING:
            asked = letters[tongue] >= _ENOUGH and (tongue != "en" or tongue == main)
            if asked and tongue != look.leading and not self._slow:
                again = self._view(replace(look, leading=tongue))
                paragraphs = {paragraph for paragraph, its in tongues.items() if its == tongue}
                seen = _exchanged(seen, again, paragraphs)
        if letters[main]:
            self._leading = main
        return seen


def _tongues(seen: View) -> dict[tuple[str, ...], str]:
    """The language of each paragraph; a short one has that of the page."""
    texts: dict[tuple[str, ...], str] = {}
    for line in seen.lines:
        texts[line.paragraph] = f"{texts.get(line.paragraph, '')} {line.text}"
    page = language_of(" ".join(texts.values())) or ""
    return {
        paragraph: (language_of(text) or page) if len(text) > _ENOUGH else page
        for paragraph, text in texts.items()
    }


def _exchanged(seen: View, again: View, paragraphs: set[tuple[str, ...]]) -> View:
    """The view with the lines of these paragraphs as they were read again, where they are surer there."""
    return View(tuple(_surer(line, again) if line.paragraph in paragraphs else line for line in seen.lines))


def _surer(line: Line, again: View) -> Line:
    box = line.box
    same = next((other for other in again.lines if _is_there(other, box)), None)
    return line.with_words(same.words) if same and same.confidence >= line.confidence - 5 else line


def _is_there(line: Line, box: tuple[int, int, int, int]) -> bool:
    its = line.box
    return its.covers(type(its)(*box)) > _SAME_PLACE and type(its)(*box).covers(its) > _SAME_PLACE


def _page(seen: View) -> PageRead:
    lines = tuple(repaired(line) for line in seen.lines)
    doubtful = {number for number, line in enumerate(lines) if _is_doubtful(line)}
    texts = set_in_lines(lines)
    shown = [number for _, number in texts]
    return PageRead(
        tuple(text for text, _ in texts),
        tuple(place for place, number in enumerate(shown, 1) if number in doubtful),
    )


def _is_doubtful(line: Line) -> bool:
    return line.confidence < 75 or any(_is_bad(line))


def _is_bad(line: Line) -> Iterator[bool]:
    for word in line.words:
        yield is_odd(word) or (word.confidence < DOUBTFUL and sum(map(str.isalnum, word.text)) > 1)
