"""Whom a higher court's decision concerns where verbs stand last and the clause does not say it."""

from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.who import Who


def appellant(told: Told, event: Event) -> tuple[Who | None, str]:
    """Whose lawyer asked for a decision on an appeal, or whom the ruling hit that it looked at."""
    if event.act != "appeal":
        return None, ""
    client = _client(told, event)
    if client is not None:
        return client, "whose lawyer asked"
    ruled = _ruled_on(told, event)
    return ruled, "whom the ruling hit" if ruled is not None else ""


def _client(told: Told, event: Event) -> Who | None:
    """Whose lawyer a court answered («X-тің адвокатының шағымын»)."""
    owners = (
        who for who in told.whos
        if who.kind == "person" and (who.owner or "nom" in who.cases) and who.last <= event.first
        and told.clauses.same(who.head, event.first)
    )  # fmt: skip
    return next((who for who in owners if _is_lawyer(told, who.last)), None)


def _ruled_on(told: Told, event: Event) -> Who | None:
    """Whom the ruling hit that a higher court looked at («X-ты қамау туралы қаулы өзгеріссіз қалды»)."""
    before = (
        other for other in told.events
        if other.mode == "noun" and other.first < event.first and other.who is not None
        and told.clauses.same(other.first, event.first)
        and any(_is_about(told, at) for at in range(other.first + 1, event.last))
    )  # fmt: skip
    return next((other.who for other in before), None)


def _is_about(told: Told, index: int) -> bool:
    """Whether "about" and a word for a ruling stand at a token («туралы қаулы»)."""
    ruling = told.lexicon.set("grammar", "ruling")
    named = told.sentence.word(index + 1).lemmas
    return told.sentence.at("postpositions", index) is not None and not ruling.isdisjoint(named)


def _is_lawyer(told: Told, index: int) -> bool:
    """Whether a word for a lawyer stands at a token."""
    mark = told.sentence.at("title", index)
    return mark is not None and mark.value == "lawyer"
