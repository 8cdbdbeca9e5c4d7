"""What of the acts of a sentence only says another one again, or only what another one was about."""

from tizim.reading.inflected.events import Event


def is_upheld(event: Event, events: list[Event]) -> bool:
    """Whether a sentence is only what an appeal left in force."""
    return event.act in ("sentence", "conviction", "fine", "administrative_arrest") and any(
        other.act == "appeal" and other.who is event.who and other.entry.outcome in ("upheld", "overturned")
        for other in events
    )


def only_counts(event: Event, events: list[Event]) -> bool:
    """Whether a trigger is only the noun of a group to which something else happened ("30 convicts were
    pardoned")."""
    who = event.who
    if who is None or who.group is None or not who.head <= event.first < who.last:
        return False
    return any(other is not event and other.who is who and other.act != event.act for other in events)


def is_served(event: Event, events: list[Event]) -> bool:
    """Whether a term only says after what somebody was let out ("released, having served the term")."""
    return (
        event.mode == "converb"
        and event.act == "sentence"
        and any(other.act == "release" and other.who is event.who for other in events)
    )


def is_closed(event: Event, events: list[Event]) -> bool:
    """Whether a charge only says which case was closed ("the case opened against X was dropped")."""
    return (
        event.act == "charge"
        and event.mode in ("attribute", "doer")
        and any(other.entry.outcome == "case_closed" and other.who is event.who for other in events)
    )


def is_lessened(event: Event, events: list[Event]) -> bool:
    """Whether the noun of a penalty only says what was made milder («айыппұлын 20 АЕК-ке түсірді»)."""
    return (
        event.mode == "noun"
        and event.act in ("fine", "administrative_arrest", "sentence")
        and any(
            other.act == "appeal" and other.who is event.who and other.entry.outcome == "reduced"
            for other in events
        )
    )


def without_repeats(events: list[Event]) -> list[Event]:
    """Leaves out a second trigger of the same act and victim in one sentence ("the arrest … was
    arrested")."""
    out: list[Event] = []
    for event in events:
        if not any(
            event.act == other.act and event.who is other.who and other.entry.outcome == event.entry.outcome
            for other in out
        ):
            out.append(event)
    return out
