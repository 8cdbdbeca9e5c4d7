"""The weights by which days are chosen for acts whose sentence tells none, and what they give.

    python -m bench.days              what they give, each document judged without its own fold
    python -m bench.days --weights    the weights, the strongest first
    python -m bench.days --write      writes them to the table of Russian (of Kazakh they break too many)

Fitted on the Russian and Kazakh reports of ``seen``, ``held`` and ``fresh`` together, for the signs know no
language; ``apart`` has no part in it. Of each claim that is right the day is looked at where no
sentence tells it: right is the day that the annotation has, or none.
"""

import argparse
from collections.abc import Iterator, Sequence
from unittest.mock import patch

from bench.choosing import Pick, fitted, gains, judged
from bench.reading_fields import date_right
from bench.reading_score import Claim, pairs_of
from bench.texts.sets import APART, SETS, Report, invented
from bench.weighing import kept, listed
from tizim import Problem
from tizim.reading import read, to_flat
from tizim.reading.day_signs import Page
from tizim.reading.drafts import Draft
from tizim.reading.weighed_days import LONGEST, STEP, choices, is_inferred
from tizim.reading.weighing import Weights

LANGUAGES, WEIGHED = ("ru", "kk"), ("ru",)
PENALTY, LEAST, THRESHOLD = 3.0, 6, 0.15
_ENGINE = "tizim.reading.inflected.weighed_days"
SEEN = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
Sides = list[tuple[list[Draft], Page]]


def picks_of(report: Report, room: str = _ENGINE) -> Iterator[Pick]:
    """The days of a report that no sentence tells, as the module that asks for weights leaves them."""
    sides: Sides = []

    def noting(drafts: list[Draft], page: Page, *_: object, **__: object) -> list[Draft]:
        page.tell(drafts)
        sides.append((drafts, page))
        return drafts

    asked = "is_open" if room == _ENGINE else "is_without"
    with patch(f"{room}.dated_by_weights", noting), patch(f"{room}.{asked}", lambda draft: True):
        reading = read(report.text, date=report.date)
    if isinstance(reading, Problem):
        return
    claims = to_flat(reading, report.name)["claims"]
    for wanted, found in pairs_of(report.wanted, claims):
        yield from _pick(report, wanted, found, sides)


def _pick(report: Report, wanted: Claim, found: Claim, sides: Sides) -> Iterator[Pick]:
    for drafts, page in sides:
        draft = next((one for one in drafts if _is_of(one, found, page, report)), None)
        if draft is None or not is_inferred(draft) or len(page.spans) > LONGEST:
            continue
        some = choices(draft, page)
        right = tuple(date_right(wanted["date"], one.day.edtf() if one.day else None) for one in some)
        present = next(at for at, one in enumerate(some) if one.present)
        yield Pick(report.name, tuple(tuple(sorted(one.signs)) for one in some), right, present)
        return


def _is_of(draft: Draft, claim: Claim, page: Page, report: Report) -> bool:
    """Whether a claim was made of a draft: the same act and day at the same place of the same text."""
    day = draft.day.edtf() if draft.day else None
    nobody = (draft.person is None) == (claim["person"] is None)
    same = nobody and (draft.act, day) == (claim["act"], claim["date"])
    if page.text == report.text or len(page.text) == len(report.text):
        return same and (draft.start, draft.end) == (claim["start"], claim["end"])
    return same and abs(draft.start - claim["start"] * len(page.text) / len(report.text)) < _NEAR


_NEAR = 60


def _to_choose(pick: Pick) -> bool:
    """Whether the reader weighs an act: the rules give it no day, or one that they only guessed."""
    return not any("open: rules say handed on" in signs for signs in pick.signs)


def asked_for(
    module: str, said: str | None, penalty: float, arguments: Sequence[str] | None
) -> argparse.Namespace:
    """What is asked of the fitting of days."""
    parser = argparse.ArgumentParser(prog=f"python -m bench.{module}", description=said)
    parser.add_argument("--penalty", type=float, default=penalty)
    parser.add_argument("--weights", action="store_true", help="the weights, the strongest first")
    parser.add_argument("--write", action="store_true", help="write them to the tables")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints what the weights give, and writes them where that is asked for."""
    options = asked_for("days", __doc__, PENALTY, arguments)
    texts = [one for name in SETS if name != APART for one in invented(name) if one.language in LANGUAGES]
    each: dict[str, list[Pick]] = {language: [] for language in LANGUAGES}
    for text in texts:
        each[text.language].extend(picks_of(text))
    picks = [pick for some in each.values() for pick in some]
    shares = judged(picks, penalty=options.penalty, least=LEAST)
    first = 0
    for language, some in each.items():
        chosen = [
            pair for pair in zip(some, shares[first : first + len(some)], strict=True) if _to_choose(pair[0])
        ]
        print(
            f"\n{language}: {len(some)} acts whose sentence tells no day, {len(chosen)} of them to be weighed"
        )
        print(gains([pick for pick, _ in chosen], [one for _, one in chosen], SEEN))
        first += len(some)
    made = fitted(picks, penalty=options.penalty, least=LEAST)
    print(listed(made) if options.weights else "")
    weights = Weights(0.0, THRESHOLD, made.each)
    for language in WEIGHED if options.write else ():
        print(kept(language, STEP, weights, made_by="python -m bench.days --write"))


if __name__ == "__main__":
    main()
