"""The weights by which the English reader ties an act to somebody where no rule does.

Cases come of three kinds. ``bench/texts/untied_en.json``: those that earlier readers (each named by its
commit) gave on reports written before anybody made a rule with them in view, kept as they were found, for no
present reader meets these reports for the first time. Those that the present reader gives on ``seen``,
``held`` and ``fresh``, of which it leaves the hardest. And those of the sentences and paragraphs of
``tests/reading``. ``apart`` is never read here. A chance is right where the report tells that act of that
person and no rule found it.

    python -m bench.untied_english            what the step gives, each document judged without it
    python -m bench.untied_english --write    the weights, into src/tizim/reading/data/en/weights.yml
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import yaml

from bench.reading_score import Claim, Document, Score, people, same_subject, scored
from bench.texts.sets import SETS, Report, flat, invented
from bench.weighing import FOLDS, Case, chances, fitted, fold_of, kept, listed, report
from tizim.reading.english import EnglishReading
from tizim.reading.untied import Chance
from tizim.reading.weighed import STEP, signs_of
from tizim.reading.weighing import Weights

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent / "tests/reading"
NOBODY = Weights(-99.0, 1.0, {})
PENALTY, THRESHOLD = 16.0, 0.45
_NAMES = {"X": "Anton Rudak", "Y": "Vera Kniha", "Z": "Pavel Horbach"}
_DAY = "2023-06-15"


def early() -> list[Case]:
    """What earlier readers left open on reports that they met for the first time."""
    found = json.loads((HERE / "texts/untied_en.json").read_text("utf-8"))
    return [
        Case(document, tuple(found["signs"][at] for at in signs), bool(right))
        for _, document, right, signs in found["cases"]
    ]


def by_weights(report: Report, weights: Weights) -> Document:
    """What the reader finds in a report with these weights."""
    with patch("tizim.reading.listening.weights_of", lambda language, step: weights):
        return flat(report.text, name=report.name, date=report.date, language="en") or {}


def of_report(one: Report) -> Iterator[Case]:
    """The chances that the present reader leaves open in a report; those excused as optional are left out."""
    score = scored(one.wanted, by_weights(one, NOBODY), one.text)
    missed = [claim for _, claim in score.missed]
    spare = [claim for claim in one.wanted["claims"] if claim.get("optional")]
    keys = {named.name: named.keys for named in people(one.wanted)}

    def among(claims: list[Claim], act: str, names: list[str]) -> bool:
        return any(
            claim["act"] == act and same_subject(claim, {"person": name}, keys)
            for claim in claims
            for name in names
        )

    for signs, act, names in _open(one.text, one.date):
        right = among(missed, act, names)
        if right or not among(spare, act, names):
            yield Case(one.name, signs, right)


def _open(text: str, date: str | None) -> Iterator[tuple[tuple[str, ...], str, list[str]]]:
    """The chances of a text: their signs, the act, and the names of those whom it may have hit."""
    english = EnglishReading(text, date)
    english.read()
    for chance in english.chances:
        yield tuple(signs_of(chance, english.drafts)), chance.event.act, _named(english, chance)


def _named(english: EnglishReading, chance: Chance) -> list[str]:
    return [english.people.persons[number].name for number in chance.subject.people]


def of_probes() -> Iterator[Case]:
    """The chances in the single sentences of the tests."""
    probes = yaml.safe_load((TESTS / "probes_en.yml").read_text("utf-8"))
    for act, kinds in probes.items():
        for told, lines in kinds.items():
            for line in lines:
                text, _, more = line.partition(" + ")
                text = re.sub(r"\b[XYZxyz]\b", _name, text.partition(" # ")[0])
                acts = {act, *more.split()} if told == "told" else set()
                yield from _of_test(text, _DAY, {(name, one) for name in _NAMES.values() for one in acts})


def _name(letter: re.Match[str]) -> str:
    name = _NAMES[letter[0].upper()]
    return name if letter[0].isupper() else name.split()[-1]


def of_paragraphs() -> Iterator[Case]:
    """The chances in the paragraphs of the tests."""
    for one in yaml.safe_load((TESTS / "paragraphs_en.yml").read_text("utf-8")):
        lines = [line.split() for line in (*one.get("told", ()), *one.get("open", ()))]
        asked = {(line[0], act) for line in lines if line[0] != "not" for act in line[1].split("|")}
        yield from _of_test(one["text"], str(one["day"]), asked)


def _of_test(text: str, date: str, asked: set[tuple[str, str]]) -> Iterator[Case]:
    """The chances of a text of the tests; who is asked for is a name or one word of it."""
    found = by_weights(Report(text, {"id": text[:40], "language": "en"}, date), NOBODY)
    known = {(claim["person"], claim["act"]) for claim in found.get("claims", ())}
    for signs, act, names in _open(text, date):
        told = any((who, act) in asked for name in names for who in (name, *name.split()))
        right = told and not any((name, act) in known for name in names)
        yield Case(text[:40], signs, right)


def english_reports() -> list[Report]:
    """The English reports that may be looked at."""
    sets = [name for name in SETS if name != "apart"]
    return [one for name in sets for one in invented(name) if one.language == "en"]


def whole(cases: Sequence[Case], penalty: float, thresholds: Sequence[float]) -> Iterator[str]:
    """Claims of the present reader on its reports, by weights made without the report's fold."""
    reports = english_reports()
    weights = {
        fold: fitted([case for case in cases if fold_of(case.document) != fold], penalty=penalty)
        for fold in range(FOLDS)
    }
    for threshold in (1.0, *thresholds):
        total = Score()
        for one in reports:
            some = weights[fold_of(one.name)]
            some = Weights(some.start, threshold, some.each)
            total.add(scored(one.wanted, by_weights(one, some), one.text))
        count, dated = total.measures["claims"], total.measures["claims + date"]
        yield (
            f"{threshold:.2f}  claims {count.precision:.3f} / {count.recall:.3f} / {count.f1:.3f}"
            f"  date {dated.right / max(1, count.right):.0%}"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints what the step gains on documents left out of the fitting; writes the weights if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.untied_english", description=__doc__)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--write", action="store_true", help="write the weights of all cases")
    options = parser.parse_args(arguments)
    old = early()
    new = [case for one in english_reports() for case in of_report(one)]
    tests = [*of_probes(), *of_paragraphs()]
    cases = [*old, *new, *tests]
    if options.write:
        made = fitted(cases, penalty=options.penalty)
        weights = Weights(made.start, options.threshold, made.each)
        print(listed(weights))
        print(kept("en", STEP, weights, made_by="python -m bench.untied_english --write"))
        return
    probable = chances(cases, penalty=options.penalty)
    parts = (("reports at first sight", old), ("present reader", new), ("tests", tests))
    first = 0
    for name, some in parts:
        print(f"\n{name}: {len(some)} chances")
        print(report(some, probable[first : first + len(some)]))
        first += len(some)
    print("\npresent reader, threshold, precision / recall / F1")
    for line in whole(cases, options.penalty, (0.6, 0.5, 0.45, 0.4, 0.35)):
        print(line)


if __name__ == "__main__":
    main()
