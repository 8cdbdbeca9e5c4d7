"""How much work each file of a release is, so that whoever waits is told how long it takes yet."""

from collections.abc import Mapping

from tizim.publications.content import Content
from tizim.publications.site.listed import is_long, prints_passages
from tizim.publications.site.pages import sheets_of
from tizim.publications.site.words import LANGUAGES

_LONG = 30_000
_ONCE = frozenset(("entities.ftm.json",))


def effort(path: str, content: Content) -> int:
    """The work that the file of that path is; nothing for what is made in no time."""
    return _efforts(content).get(_of(path), 0)


def whole_effort(content: Content, *, with_pdf: bool) -> int:
    """The work of all files of a release."""
    times = {"person": len(content.named), "sheet": sheets_of(content), "report.pdf": int(with_pdf)}
    return sum(
        work * times.get(of, 1) * (1 if of in _ONCE else len(LANGUAGES))
        for of, work in _efforts(content).items()
    )


def is_worth_a_press(content: Content) -> bool:
    """Whether a report takes so long to be printed that a process beside this one does it sooner."""
    return _efforts(content)["report.pdf"] > _LONG


def _of(path: str) -> str:
    name = path.rpartition("/")[2]
    if "/people/" in path:
        return "person"
    return "sheet" if name.startswith("passages-") else name


def _efforts(content: Content) -> Mapping[str, int]:
    """About how many tenths of a millisecond each takes, as ``make bench-edition`` has measured."""
    people, cited = len(content.people), len(content.passages)
    printed = cited if prints_passages(content) else 0
    return {
        "person": 6, "sheet": 40, "report.docx": people // 2 + printed,
        "report.pdf": 3_000 + people * (15 if is_long(content) else 160) + printed * 65,
        "list.xlsx": cited // 2, "entities.ftm.json": cited,
    }  # fmt: skip
