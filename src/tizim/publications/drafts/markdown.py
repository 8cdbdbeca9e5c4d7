"""A draft as Markdown; the passages behind a sentence stand in a comment after it."""

import re

from tizim.publications.content import Cited
from tizim.publications.drafts.draft import Draft, Section, Sentence

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(draft: Draft) -> str:
    """The whole draft; no sign of a name or a quotation is taken for a mark or ends a comment."""
    parts = [f"# {_plain(draft.title)}", _plain(draft.about), *(_section(one) for one in draft.sections)]
    return "\n\n".join(parts) + "\n"


def told_of(one: Cited) -> str:
    """A passage with where it stands, on one line."""
    quoted = f"“{one.quote}”" if one.quote else ""
    where = ", ".join(filter(None, (one.title, one.source, one.date, one.url)))
    return " ".join(" — ".join(filter(None, (quoted, where))).split())


def _section(section: Section) -> str:
    lines = [f"## {_plain(section.heading)}", *(f"- {_sentence(one)}" for one in section.sentences)]
    for row in section.versions:
        head = f"| {' | '.join(str(place + 1) for place in range(len(row)))} |"
        lines.append(f"\n{head}\n|{'---|' * len(row)}\n| {' | '.join(map(_sentence, row))} |")
    return "\n".join(lines).replace("\n", "\n\n", 1)


def _sentence(one: Sentence) -> str:
    if not one.passages:
        return _plain(one.text)
    return f"{_plain(one.text)} <!-- {_comment(one)} -->"


def _comment(one: Sentence) -> str:
    """Two dashes or an angle bracket could end a comment, a bar a cell of a table."""
    told = " ¶ ".join(map(told_of, one.passages))
    return told.replace("--", "‐‐").replace("<", "‹").replace(">", "›").replace("|", "¦")


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
