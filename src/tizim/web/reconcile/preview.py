"""A small page about one person, to tell namesakes apart. No name stands in its title or its address."""

import re
from datetime import date
from html import escape

from tizim.timelines import NOT, Episode, standing
from tizim.vocab import Days, label
from tizim.web.reconcile.catalogue import Catalogue
from tizim.web.reconcile.words import word

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MOST_NAMES, _MOST_STATES = 8, 6
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>tizim</title>
<style>body{{font:14px/1.4 sans-serif;margin:8px}}h1{{font-size:16px;margin:0 0 4px}}
dl{{margin:0}}dt{{color:#555}}dd{{margin:0 0 4px 12px}}code{{color:#555}}</style></head>
<body><h1>{name}</h1><dl>{rows}</dl><p><code>{person_id}</code></p></body></html>
"""


def preview(person_id: str, known: Catalogue, *, today: date, language: str = "en") -> str | None:
    """The page, or None where there is no such person."""
    life = known.life(person_id)
    if life is None:
        return None
    others = [name for name in life.person.names if name != life.person.name][:_MOST_NAMES]
    documents = {claim.document_id for claim in known.claims_of(life)}
    rows = [
        _row("also_written", [_shown(name) for name in others], language),
        _row("states", _states(life.timeline.episodes, today, language), language),
        _row(
            "articles", sorted({escape(one) for act in life.timeline.acts for one in act.articles}), language
        ),
        _row("documents", [str(len(documents))], language),
        _row("in_doubt", [word("yes", language)] if person_id in known.in_doubt else [], language),
    ]
    name, shown_id = _shown(life.person.name), escape(person_id)
    return _PAGE.format(language=language, name=name, rows="".join(rows), person_id=shown_id)


def _row(title: str, values: list[str], language: str) -> str:
    if not values:
        return ""
    return f"<dt>{escape(word(title, language))}</dt>" + "".join(f"<dd>{value}</dd>" for value in values)


def _states(episodes: tuple[Episode, ...], today: date, language: str) -> list[str]:
    """The last states, those that hold today in bold."""
    told = []
    for one in episodes[-_MOST_STATES:]:
        text = escape(f"{label('states', one.state, language)}, {_span(one.begin)} – {_span(one.end)}")
        told.append(f"<b>{text}</b>" if standing(one, today).answer != NOT else text)
    return told


def _span(days: Days | None) -> str:
    if days is None:
        return ""
    first, last = days.first, days.last
    if first == last:
        return first.isoformat() if first else ""
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def _shown(text: str) -> str:
    """The text as it may stand in a page: no markup, nothing that turns the direction of what follows."""
    return f"<bdi>{escape(_STEERING.sub('', text))}</bdi>"
