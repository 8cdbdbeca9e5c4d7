"""How fast texts are read, beside tokenizing and natasha; what a folder takes of memory and cores."""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from bench.clock import once
from bench.grown import documents
from tizim.reading import read
from tizim.reading.crew.worker import sweep_seldom

LANGUAGES = {"en": "en", "ru": "ru", "kk": "xx"}  # the last: spaCy has no tokenizer for Kazakh
DATE = "2021-12-01"


@dataclass(frozen=True, slots=True)
class Rate:
    """Kilobytes (UTF-8) and thousands of signs a second of the processor; ``first``: kilobytes of the first
    run, in which words are new."""

    what: str
    kilobytes: float
    signs: float
    first: float


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kb", type=int, default=1000, help="kilobytes of text a language")
    asked.add_argument("--times", type=int, default=2, help="runs of each, of which the quickest counts")
    asked.add_argument("--folders", default="10,100", help="megabytes of the folders to read")
    asked.add_argument("--minutes", type=float, default=7, help="a folder is stopped after so long")
    asked.add_argument("--skip-speed", action="store_true")
    given = asked.parse_args()
    if not given.skip_speed:
        print(speeds(given.kb, given.times), flush=True)
    for size in filter(None, given.folders.split(",")):
        print(folder(int(size), given.minutes), flush=True)


def speeds(kilobytes: int, times: int) -> str:
    """All in one process, set as those that read a folder are."""
    sweep_seldom()
    lines = [
        "| language | reader | KB/s | of the first run | thousand signs/s | against the rules |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for language, tokenizer in LANGUAGES.items():
        texts = some(language, kilobytes)
        works = [Work("tizim: rules", lambda text: read(text, date=DATE)), *peers(language, tokenizer)]
        own, *others = rates(works, texts, times)
        lines += [
            f"| {language} | {one.what} | {one.kilobytes:,.0f} | {one.first:,.0f} | {one.signs:,.0f} |"
            f" {one.signs / own.signs:.2f} |"
            for one in (own, *others)
        ]
    return "\n".join(lines) + "\n"


def some(language: str, kilobytes: int) -> list[str]:
    texts, size = [], 0
    for text in documents(language):
        texts.append(text)
        size += len(text.encode())
        if size >= kilobytes * 1000:
            return texts
    raise AssertionError


@dataclass(frozen=True, slots=True)
class Work:
    """What is measured; ``again``: how often a run goes through the texts, ``part``: how much of them."""

    what: str
    work: Callable[[str], Any]
    again: int = 1
    part: float = 1.0


def rates(works: list[Work], texts: list[str], times: int) -> list[Rate]:
    """One after the other, the whole row again, so that all meet the same machine; the least counts.

    The first text is not counted: word lists are loaded with it.
    """
    spent: dict[str, list[float]] = {}
    for one in works:
        one.work(texts[0])
    for _ in range(times):
        for one in works:
            rest = texts[1:] if one.part == 1.0 else texts[1 : 1 + max(2, int(len(texts) * one.part))]
            began = once(lambda one=one, rest=rest: [one.work(text) and None for text in rest * one.again])
            size = sum(len(text.encode()) for text in rest) * one.again
            spent.setdefault(one.what, []).append(began.cpu / size)
    signs = sum(map(len, texts)) / sum(len(text.encode()) for text in texts)
    return [
        Rate(what, 1 / min(each) / 1000, signs / min(each) / 1000, 1 / each[0] / 1000)
        for what, each in spent.items()
    ]


def peers(language: str, tokenizer: str) -> Iterator[Work]:
    try:
        import spacy

        blank = spacy.blank(tokenizer)
        blank.max_length = 10**9
        yield Work(f'spaCy {spacy.__version__}: blank("{tokenizer}")', blank, again=10)
        if language == "ru":
            yield Work("natasha 1.6.0: all of its pipeline", natasha(), part=0.1)
    except ImportError:
        print(
            "spaCy or natasha is not installed and left out: uv sync --group peers-reading", file=sys.stderr
        )


def natasha() -> Callable[[str], Any]:
    """Sentences, words, morphology, syntax, names, names brought to the nominative."""
    import pymorphy3

    sys.modules["pymorphy2"] = pymorphy3  # the one it wants does not start with this Python
    import natasha as peer

    embedding = peer.NewsEmbedding()
    segmenter, vocabulary = peer.Segmenter(), peer.MorphVocab()
    taggers = peer.NewsMorphTagger(embedding), peer.NewsSyntaxParser(embedding), peer.NewsNERTagger(embedding)

    def work(text: str) -> Any:
        doc = peer.Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(taggers[0])
        doc.parse_syntax(taggers[1])
        doc.tag_ner(taggers[2])
        for span in doc.spans:
            span.normalize(vocabulary)
        return doc

    return work


@dataclass(slots=True)
class Watch:
    """Memory of a process and all below it, looked at twice a second."""

    pid: int
    seen: list[tuple[float, float]] = field(default_factory=list)
    stopped: bool = False

    def run(self) -> None:
        while not self.stopped:
            own = memory([self.pid])
            if own:
                self.seen.append((own, memory(below(self.pid))))
            time.sleep(0.5)

    def quarters(self) -> list[tuple[float, float]]:
        """The peak of memory in each quarter of the time: of the process, of all below it."""
        size = max(1, -(-len(self.seen) // 4))
        parts = [self.seen[at : at + size] for at in range(0, len(self.seen), size)]
        return [(max(own for own, _ in part), max(others for _, others in part)) for part in parts]


def below(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [one for child in found for one in (int(child), *below(int(child)))]


def memory(pids: list[int]) -> float:
    """Megabytes; what processes share is counted once."""
    total = 0
    for pid in pids:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return total / 1000


def folder(megabytes: int, minutes: float) -> str:
    """One folder of texts read into a file."""
    with tempfile.TemporaryDirectory() as place:
        files = filled(Path(place) / "files", megabytes)
        return run(Run(Path(place) / "files", Path(place) / "out.jsonl", files, megabytes, minutes))


@dataclass(frozen=True, slots=True)
class Run:
    """A folder of so many files and megabytes to be read into a file, and when and how the call is ended."""

    folder: Path
    out: Path
    files: int
    megabytes: float
    minutes: float
    how: signal.Signals = signal.SIGINT


def run(asked: Run) -> str:
    """What was read in a call, the peak of memory in each quarter of its time, cores used."""
    before = _lines(asked.out)
    process = started(asked)
    watch = Watch(process.pid)
    threading.Thread(target=watch.run, daemon=True).start()
    timer = threading.Timer(asked.minutes * 60, process.send_signal, (asked.how,))
    timer.start()
    began = time.monotonic()
    _, _, used = os.wait4(process.pid, 0)
    took = time.monotonic() - began
    timer.cancel()
    watch.stopped = True
    return told(asked, _lines(asked.out) - before, before, took, used, watch)


def _lines(out: Path) -> int:
    """How many files were read: the lines of those that are no part of another one."""
    if not out.exists():
        return 0
    with out.open("rb") as stream:
        return sum(b'"part_of"' not in line for line in stream)


def told(asked: Run, lines: int, before: int, took: float, used: Any, watch: Watch) -> str:
    cpu = used.ru_utime + used.ru_stime
    quarters = watch.quarters()
    own, others = (", ".join(f"{one[which]:.0f}" for one in quarters) for which in (0, 1))
    return (
        f"{asked.megabytes:,.0f} MB in {asked.files} files: {lines} read, {before} before, in {took:.0f} s"
        f" ({asked.megabytes * lines / asked.files * 1000 / took:.0f} KB/s), {cpu:.0f} s of the processor,"
        f" {cpu / took:.2f} cores, load {os.getloadavg()[0]:.1f} on {os.cpu_count()};"
        f" peak of memory by quarters: the call {own} MB, its processes {others} MB"
    )


def filled(place: Path, megabytes: int) -> int:
    """So many megabytes of text files in three languages; later files repeat the words of earlier ones."""
    made = [list(islice(documents(language, size=20_000), 150)) for language in LANGUAGES]
    place.mkdir()
    size = number = 0
    while size < megabytes * 1_000_000:
        texts = made[number % len(made)]
        content = f"Report {number}.\n\n{texts[number // len(made) % len(texts)]}\n".encode()
        target = place / f"{number // 1000}"
        target.mkdir(exist_ok=True)
        (target / f"report-{number}.txt").write_bytes(content)
        size, number = size + len(content), number + 1
    return number


def started(asked: Run) -> subprocess.Popen[bytes]:
    program = "from tizim.cli import main; main()"
    return subprocess.Popen(
        (sys.executable, "-c", program, "read", str(asked.folder), "--out", str(asked.out)),
        stdout=subprocess.DEVNULL,
    )


if __name__ == "__main__":
    main()
