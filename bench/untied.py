"""The weights by which acts that no rule ties to anybody are tied in Russian and Kazakh, and what they give.

    python -m bench.untied               what the step gives, each document judged without its own fold
    python -m bench.untied --weights     the weights, the strongest first
    python -m bench.untied --write       writes them to the tables of the language

Fitted on the invented reports of ``seen``, ``held`` and ``fresh``; ``apart`` has no part in it. A chance is
right where the annotation has the act against those people; those of which the rules tell are left out.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bench.reading_fields import folded
from bench.reading_score import Score, people, scored
from bench.texts.sets import APART, SETS, Report, flat, invented
from bench.weighing import FOLDS, Case, chances, fitted, fold_of, kept, listed, report
from tizim.reading.heard import Heard
from tizim.reading.inflected.reader import InflectedReading
from tizim.reading.inflected.untied import Chance
from tizim.reading.inflected.weighed import STEP
from tizim.reading.listening import lexicon
from tizim.reading.weighing import Weights

LANGUAGES = ("ru", "kk")
PENALTY, LEAST = 2.0, 10
THRESHOLDS = {"ru": 0.6, "kk": 0.6}


@dataclass(slots=True)
class Found:
    """The chances of one act in one document, each with whether it is right."""

    document: str
    act: str
    chances: list[tuple[Chance, bool]] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints what the weights give, and writes them where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.untied", description=__doc__)
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="both if left out")
    parser.add_argument("--threshold", type=float, help="how probable a tie must be")
    parser.add_argument("--weights", action="store_true", help="the weights, the strongest first")
    parser.add_argument("--write", action="store_true", help="write them to the tables of the language")
    options = parser.parse_args(arguments)
    for language in options.language or LANGUAGES:
        texts = [one for name in SETS if name != APART for one in invented(name) if one.language == language]
        found = [one for text in texts for one in found_in(text)]
        threshold = THRESHOLDS[language] if options.threshold is None else options.threshold
        weights = weights_from(found, threshold)
        print(f"\n{language}: {len(texts)} documents, {len(found)} acts tied to nobody")
        print(steps(found), compared(texts, found, threshold), sep="\n")
        print(listed(weights) if options.weights else "")
        if options.write:
            print(kept(language, STEP, weights, made_by="python -m bench.untied --write"))


@contextmanager
def weighed_by(language: str, weights: Weights | None) -> Iterator[None]:
    """The reader of a language weighs by these weights inside, or by none."""
    table: dict[str, Any] = lexicon(language).tables["weights"]
    before = table.pop(STEP, None)
    if weights is not None:
        table[STEP] = {"start": weights.start, "threshold": weights.threshold, "weights": dict(weights.each)}
    try:
        yield
    finally:
        table.pop(STEP, None)
        table.update({STEP: before} if before is not None else {})


@contextmanager
def readings() -> Iterator[list[tuple[InflectedReading, Heard]]]:
    """Every reading of the engine that ends inside, with what it heard."""
    ended: list[tuple[InflectedReading, Heard]] = []
    usual = InflectedReading.heard

    def noting(self: InflectedReading) -> Heard:
        ended.append((self, usual(self)))
        return ended[-1][1]

    InflectedReading.heard = noting  # type: ignore[method-assign]
    try:
        yield ended
    finally:
        InflectedReading.heard = usual  # type: ignore[method-assign]


def found_in(text: Report) -> list[Found]:
    """The acts of a document that are tied to nobody, with everybody whom each may have hit."""
    with weighed_by(text.language, Weights(0.0, 2.0, {})), readings() as ended:
        flat(text.text, name=text.name, date=text.date)
    return [one for reading, heard in ended for one in _judged(text, reading, heard)]


def _judged(text: Report, reading: InflectedReading, heard: Heard) -> Iterator[Found]:
    known = people(text.wanted)
    names = [
        next(
            (one.name for one in known if one.keys & {folded(form) for form in (person.name, *person.forms)}),
            None,
        )
        for person in heard.persons
    ]
    wanted = {(claim["person"], claim["act"]) for claim in text.wanted["claims"]}
    told = {(draft.person, draft.act) for draft in heard.drafts}
    for event, some in reading.weighed.chances:
        new = [one for one in some if any((number, event.act) not in told for number in one.people)]
        rows = [(one, all((names[number], event.act) in wanted for number in one.people)) for one in new]
        yield Found(text.name, event.act, rows)


def weights_from(found: Iterable[Found], threshold: float) -> Weights:
    """The weights that fit some acts."""
    each = fitted([case for one in found for case in cases_of(one)], penalty=PENALTY, least=LEAST)
    return Weights(each.start, threshold, each.each)


def cases_of(found: Found) -> list[Case]:
    """The chances of an act as cases for fitting."""
    return [Case(found.document, one.signs, right) for one, right in found.chances]


def steps(found: Sequence[Found]) -> str:
    """Precision and recall by threshold of the best chance of each act, judged without its fold."""
    cases = [case for one in found for case in cases_of(one)]
    probable = iter(chances(cases, penalty=PENALTY, least=LEAST))
    ranked = [
        max(((next(probable), at), case) for at, case in enumerate(cases_of(one)))
        for one in found
        if one.chances
    ]
    return report([case for _, case in ranked], [chance for (chance, _), _ in ranked])


def compared(texts: Sequence[Report], found: Sequence[Found], threshold: float) -> str:
    """Claims of whole documents by the rules alone, and with weights fitted without the document's fold."""
    alone, both = Score(), Score()
    for fold in range(FOLDS):
        some = [text for text in texts if fold_of(text.name) == fold]
        rest = weights_from((one for one in found if fold_of(one.document) != fold), threshold)
        for score, weights in ((alone, None), (both, rest)):
            with weighed_by(texts[0].language, weights):
                for text in some:
                    read = flat(text.text, name=text.name, date=text.date) or {}
                    score.add(scored(text.wanted, read, text.text))
    return "\n".join(
        f"{name:22} {_line(score)}" for name, score in (("rules alone", alone), ("with weights", both))
    )


def _line(score: Score) -> str:
    claims = score.measures["claims"]
    shares = {
        name: score.measures[f"claims + {name}"].right / max(1, claims.right)
        for name in ("date", "article", "outcome")
    }
    rates = {"P": claims.precision, "R": claims.recall, "F1": claims.f1} | shares
    said = " ".join(f"{name} {rate:.3f}" for name, rate in rates.items())
    return f"claims {claims.right}/{claims.found}/{claims.wanted} {said}"


if __name__ == "__main__":
    main()
