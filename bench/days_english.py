"""The weights by which days are chosen for English acts to which the rules give none, and what they give.

    python -m bench.days_english              what they give, each document judged without its own fold
    python -m bench.days_english --weights    the weights, the strongest first
    python -m bench.days_english --write      writes them to the table of English

Fitted on the days that the present reader leaves to be inferred on ``seen``, ``held`` and ``fresh``, and on
those that earlier readers left open on reports that they met for the first time (``texts/days_en.json``, each
with the commit of its reader), which no present reader can give again. ``apart`` has no part in it.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from bench.choosing import Pick, fitted, gains, judged
from bench.days import SEEN, asked_for, picks_of
from bench.untied_english import english_reports
from bench.weighing import kept, listed
from tizim.reading.weighed_days import STEP
from tizim.reading.weighing import Weights

EARLY = Path(__file__).resolve().parent / "texts/days_en.json"
ROOM = "tizim.reading.english_days"
PENALTY, LEAST, THRESHOLD = 6.0, 6, 0.15


def early() -> list[Pick]:
    """The days that earlier readers left open on reports that they met for the first time."""
    found = json.loads(EARLY.read_text("utf-8"))
    return [
        Pick(
            document,
            tuple(tuple(found["signs"][at] for at in signs) for signs in choices),
            tuple(map(bool, right)),
            present,
        )
        for _, document, present, right, choices in found["picks"]
    ]


def is_open(pick: Pick) -> bool:
    """Whether the rules give an act no day."""
    return "open: rules say none" in pick.signs[pick.present]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints what the weights give, and writes them where that is asked for."""
    options = asked_for("days_english", __doc__, PENALTY, arguments)
    old = early()
    picks = [*old, *(pick for one in english_reports() for pick in picks_of(one, ROOM))]
    shares = judged(picks, penalty=options.penalty, least=LEAST)
    for name, first, last in (("at first sight", 0, len(old)), ("present reader", len(old), len(picks))):
        chosen = [at for at in range(first, last) if is_open(picks[at])]
        print(f"\n{name}: {len(chosen)} acts without a day")
        print(gains([picks[at] for at in chosen], [shares[at] for at in chosen], SEEN))
    made = fitted(picks, penalty=options.penalty, least=LEAST)
    print(listed(made) if options.weights else "")
    if options.write:
        weights = Weights(0.0, THRESHOLD, made.each)
        print(kept("en", STEP, weights, made_by="python -m bench.days_english --write"))


if __name__ == "__main__":
    main()
