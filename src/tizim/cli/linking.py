"""link: the whole register searched for persons that may be one. It asks; only people judge."""

import csv
import gc
import io
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tizim import TizimError
from tizim.claims import standing_claims
from tizim.cli.door import door_of, opened, told_now
from tizim.cli.printing import echo, harmless
from tizim.cli.texts import say
from tizim.documents import Document
from tizim.identity import Context, Judgement, Mention, context_of, declared_model, mentions_of
from tizim.ledger import in_force

if TYPE_CHECKING:
    from tizim.stores.linkage import Linked, Question
    from tizim.wiring import Register

_COLUMNS = (
    "left_document left_name right_document right_name verdict reason probability left_person right_person"
).split()
_STAGES = {
    "mentions": "link_mentions",
    "keys": "link_keys",
    "sample": "link_sample",
    "names": "link_names",
    "candidates": "link_candidates",
    "weights": "link_weights",
    "probabilities": "link_probabilities",
}
_SUREST = 0.999
_EVERY = 10.0  # seconds between two lines of one stage


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="link")(link_register)


def link_register(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="Where to write the pairs; a table for judge-table.")],
    threshold: Annotated[
        float, typer.Option("--threshold", help="The lowest probability that is shown.")
    ] = 0.5,
    engine: Annotated[str, typer.Option("--engine", help="duckdb or spark.")] = "duckdb",
    master: Annotated[
        str | None, typer.Option("--master", help="The Spark master, spark://127.0.0.1:7077. Default: none.")
    ] = None,
    weights: Annotated[
        Path | None, typer.Option("--weights", help="Where to write the fitted weights.")
    ] = None,
    chart: Annotated[Path | None, typer.Option("--chart", help="Where to draw the weights, as SVG.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over the files that are there.")] = False,
) -> None:
    """Finds persons that may be one, with reasons; judges nothing. Example: tizim link --out pairs.csv"""
    from tizim.stores.linkage import engine_named, is_loopback, link, questions, weights_json

    language = door_of(context).language
    files = [file for file in (out, weights, chart) if file]
    _check(files, threshold, force=force, language=language)
    if master and not is_loopback(master):
        print(say("link_leaves", language, master=master), file=sys.stderr)
    gc.enable()
    with opened(context) as register:
        seen = _Seen(register)
    progress = _Progress(language)
    with engine_named(engine, master=master, progress=progress.share) as by:
        linked = link(seen.contexts.items(), declared_model(), by, threshold=threshold, says=progress.stage)
    asked = list(questions(linked, seen.contexts, seen.person_of, seen.judged, language=language))
    _write(out, asked, seen)
    if weights:
        weights.write_text(weights_json(linked.model), encoding="utf-8")
    if chart:
        from tizim.identity.weights_chart import weights_chart

        chart.write_text(weights_chart(linked.model, language), encoding="utf-8")
    _tell(linked, len(asked), out.name, language)


def _check(files: list[Path], threshold: float, *, force: bool, language: str) -> None:
    if not 0.0 < threshold < 1.0:
        raise TizimError(say("link_threshold", language))
    for file in files:
        if file.exists() and not (force and file.is_file()):
            raise TizimError(say("out_exists", language, name=file.name))
        if not file.parent.is_dir():
            raise TizimError(say("link_no_folder", language, name=file.name))


class _Seen:
    """What of the register is linked: mentions with their contexts, persons, and pairs already judged."""

    def __init__(self, register: "Register") -> None:
        standing = in_force(register.ledger.known_at())
        documents = {one.id: one for one in standing if isinstance(one, Document)}
        claims = standing_claims(standing)
        about = {claim.id: claim for claim in claims}
        self.mentions: Mapping[str, Mention] = {one.id: one for one in mentions_of(claims)}
        self.contexts: Mapping[str, Context] = {
            one.id: context_of((about[each] for each in one.claim_ids), documents)
            for one in self.mentions.values()
        }
        many = Counter(one.file_name for one in documents.values())
        self.files = {
            one.id: one.file_name if many[one.file_name] == 1 and one.file_name else one.id
            for one in documents.values()
        }
        told = told_now(register)
        self.person_of = {
            mention: life.person.id for life in told.lives.values() for mention in life.person.mention_ids
        }
        self.judged = {frozenset(one.pair) for one in standing if isinstance(one, Judgement)}


class _Progress:
    """Lines on standard error: the stage, the time since the beginning, the time left where it is known."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._begun = self._stage_begun = self._last = time.monotonic()
        self._stage = ""

    def stage(self, code: str) -> None:
        """A stage begins."""
        self._stage = say(_STAGES[code], self._language)
        self._stage_begun = self._last = time.monotonic()
        self._line(self._stage)

    def share(self, done: float) -> None:
        """So much of the stage is done."""
        now = time.monotonic()
        if done <= 0 or now - self._last < _EVERY:
            return
        self._last = now
        left = (now - self._stage_begun) * (1 - done) / done
        values = {"stage": self._stage, "share": f"{done:.0%}", "minutes": f"{left / 60:.0f}"}
        self._line(say("link_left", self._language, **values))

    def _line(self, text: str) -> None:
        minutes, seconds = divmod(int(time.monotonic() - self._begun), 60)
        print(f"{minutes}:{seconds:02} {text}", file=sys.stderr, flush=True)


def _write(out: Path, asked: list["Question"], seen: _Seen) -> None:
    from tizim.stores.private import write_private

    table = io.StringIO(newline="")
    rows = csv.writer(table)
    rows.writerow(_COLUMNS)
    rows.writerows(map(harmless, row) for row in _rows(asked, seen))
    write_private(out, table.getvalue().encode("utf-8"))


def _rows(asked: list["Question"], seen: _Seen) -> Iterator[list[str]]:
    for one in asked:
        sides = [seen.mentions[each] for each in (one.left, one.right)]
        named = [
            text for side in sides for text in (seen.files.get(side.document_id, side.document_id), side.name)
        ]
        persons = [seen.person_of.get(side.id, "") for side in sides]
        reason = f"{min(one.probability, _SUREST):.3f}: {'; '.join(one.reasons)}"
        yield [*named, "", reason, f"{one.probability:.6f}", *persons]


def _tell(linked: "Linked", pairs: int, name: str, language: str) -> None:
    counted = linked.counted
    echo(say("link_compared", language, mentions=counted.mentions, candidates=counted.candidates))
    if linked.left_out:
        echo(say("link_left_out", language, n=linked.left_out))
    if counted.skipped.pairs:
        echo(say("link_skipped", language, n=counted.skipped.pairs, blocks=counted.skipped.blocks))
    key = "link_fitted" if linked.fitted_to else "link_declared"
    echo(say(key, language, n=linked.fitted_to))
    echo(say("link_written", language, n=pairs, name=name))
