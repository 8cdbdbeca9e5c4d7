"""person: one person's states, acts, sources and contradictions."""

from typing import Annotated, Any

import typer

from tizim import TizimError
from tizim.cli.answers import Question, evidence_json, evidence_lines, expected, shelf, since
from tizim.cli.door import AsOf, Format, KnownAt, Reviewed, day, door_of, known, opened, told_now
from tizim.cli.printing import check_format, echo, print_json, print_table
from tizim.cli.texts import say
from tizim.identity import mention_id, normal_name
from tizim.tallies import Evidence, Shelf
from tizim.timelines import Chronicle, Episode, Life, standing
from tizim.vocab import label


def add_to(app: typer.Typer) -> None:
    """Adds the verb of this module."""
    app.command(name="person")(show_person)


def show_person(
    context: typer.Context,
    who: Annotated[str, typer.Argument(help="The id of a person (p-…), or a name as the sources write it.")],
    as_of: AsOf = None,
    known_at: KnownAt = None,
    reviewed: Reviewed = False,
    form: Format = "table",
) -> None:
    """One person: states through time, acts with their passages, contradictions, other spellings."""
    check_format(form, ("table", "json"))
    asked, language = Question(day(as_of), known(known_at), reviewed), door_of(context).language
    with opened(context) as register:
        chronicled = told_now(register, asked.known_at, basis=asked.basis)
        books = shelf(register, asked, chronicled)
    lives = people_called(who, chronicled)
    if form == "json":
        if len(lives) > 1:
            raise TizimError(f"several people bear that name: {', '.join(one.person.id for one in lives)}")
        print_json(_as_json(lives[0], asked, books))
        return
    for life in lives:
        _print_life(life, asked, books, language)
        _print_clashes(life, chronicled, language)


def people_called(who: str, chronicled: Chronicle) -> list[Life]:
    """The person of that id, or all who bear the name in any of its spellings; TizimError if nobody does."""
    if who in chronicled.lives:
        return [chronicled.lives[who]]
    wanted = normal_name(who)
    found = [
        life
        for life in chronicled.lives.values()
        if any(wanted in (normal_name(name), *normal_name(name).split()) for name in life.person.names)
    ]
    if not found:
        raise TizimError("no person of that id or name in what was known then; 'tizim list' shows ids")
    return found


def _print_life(life: Life, asked: Question, books: Shelf, language: str) -> None:
    echo(f"{life.person.name}  ({life.person.id})")
    others = [name for name in life.person.names if name != life.person.name]
    if others:
        echo(f"  {say('other_names', language)}: {'; '.join(others)}")
    rows = [_episode_row(one, asked, language) for one in life.timeline.episodes]
    if rows:
        keys = ("class", "since", "ended", "expected_end", "confirmed", "why")
        print_table(rows, [say(key, language) for key in keys])
    for one in life.timeline.contradictions:
        kind, ids = label("reasons", one.kind, language), ", ".join(one.claim_ids)
        echo(f"  ! {say('contradiction', language)}: {kind} ({ids})")
    if life.timeline.undated:
        echo(f"  {say('undated', language)}: {', '.join(life.timeline.undated)}")
    for mention in _mentions(life, books):
        echo(f"  {mention['id']}  {mention['name']} — {mention['file']}")
    for evidence in _evidence(life, books):
        for line in evidence_lines(evidence, language):
            echo(line)


def _print_clashes(life: Life, chronicled: Chronicle, language: str) -> None:
    """Judgements on this person that cannot all be right."""
    for clash in chronicled.contradictions:
        if not set(life.person.mention_ids).isdisjoint(clash.mention_ids):
            echo(f"  ! {say('contradict', language)}: {', '.join(clash.judgement_ids)}")


def _evidence(life: Life, books: Shelf) -> list[Evidence]:
    return [one for one in map(books.evidence, life.person.claim_ids) if one]


def _mentions(life: Life, books: Shelf) -> list[dict[str, str]]:
    """The spellings, one a document, with the ids that judgements take."""
    told = {}
    for one in _evidence(life, books):
        document, name = one.claim.document_id, one.claim.person or ""
        file = one.document.file_name if one.document else document
        told[mention_id(document, name)] = {"name": name, "document": document, "file": file}
    return [{"id": known, **told[known]} for known in life.person.mention_ids if known in told]


def _episode_row(episode: Episode, asked: Question, language: str) -> list[str]:
    found = standing(episode, asked.as_of)
    return [
        label("states", episode.state, language),
        since(episode),
        _end(episode),
        expected(episode),
        episode.confirmed.isoformat() if episode.confirmed else "",
        label("reasons", found.why, language),
    ]


def _end(episode: Episode) -> str:
    if episode.end is None:
        return ""
    first, last = episode.end.first, episode.end.last
    if first == last:
        return first.isoformat() if first else ""
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def _as_json(life: Life, asked: Question, books: Shelf) -> dict[str, Any]:
    return {
        "id": life.person.id,
        "name": life.person.name,
        "names": list(life.person.names),
        "mentions": _mentions(life, books),
        "as_of": asked.as_of.isoformat(),
        "known_at": asked.known_at,
        "episodes": [
            {
                "state": one.state,
                "since": since(one),
                "ended": _end(one),
                "ended_as": one.ended_as,
                "expected_ends": [end.isoformat() for end in one.expected_ends],
                "confirmed": one.confirmed.isoformat() if one.confirmed else None,
                "answer": standing(one, asked.as_of).answer,
                "why": standing(one, asked.as_of).why,
                "because": list(one.because),
                "ended_by": list(one.ended_by),
            }
            for one in life.timeline.episodes
        ],
        "contradictions": [
            {"kind": one.kind, "claims": list(one.claim_ids)} for one in life.timeline.contradictions
        ],
        "undated": list(life.timeline.undated),
        "claims": [evidence_json(one) for one in _evidence(life, books)],
    }
