"""The act that its penalties make, and its outcome as it is written."""

from dataclasses import replace

from tizim.reading.inflected.bare import BARE
from tizim.reading.inflected.events import Event
from tizim.reading.inflected.kinds import WHOLE
from tizim.reading.inflected.numbers import Length


def settle(event: Event) -> list[Event]:
    """The act that its penalties make, with its outcome; a ban inside a sentence is an act of its own."""
    bans = [length for length in event.lengths if length.kind == "ban"]
    rest = [
        length
        for length in event.lengths
        if length.kind != "ban" or event.act in ("ban_on_activity", "travel_ban")
    ]
    if event.act == "pretrial_detention" and any(one.unit == "Y" and not one.kind for one in rest):
        event.act = "sentence"
    parts = _parts(event, rest)
    out: list[Event] = []
    if event.act == "conviction" and parts:
        event.act = "sentence"
    if event.act in ("sentence", "penalty"):
        event.act = _act(event, parts)
    if event.act in _HELD and rest and all(one.unit == "H" and one.iso for one in rest):
        event.act, parts = "detention", []
    if event.act in ("house_arrest", "pretrial_detention"):
        parts = [part for part in parts if " " in part]
    if event.entry.outcome in _CONVERTED:
        parts = [part for part in parts if part.startswith(f"{event.entry.outcome} ")]
    event.outcome = "; ".join(parts) or event.entry.outcome
    out.append(event)
    if bans and event.act not in ("ban_on_activity", "travel_ban"):
        extra = replace(event, act="ban_on_activity", lengths=bans, money=[])
        extra.outcome = "; ".join(dict.fromkeys(f"ban {length.iso}".strip() for length in bans))
        out.append(extra)
    return out


_HELD = frozenset({"administrative_arrest", "pretrial_detention"})
_CONVERTED = frozenset({"imprisonment", "restriction_of_liberty", "suspended"})


def _parts(event: Event, lengths: list[Length]) -> list[str]:
    timed = [length for length in lengths if length.iso]
    whole = [length for length in lengths if not length.iso and (length.kind in WHOLE or not timed)]
    parts = [f"{_kind(event, length)} {length.iso}" for length in timed]
    sums = [amount for amount in event.money if not amount.units] or event.money
    parts += [f"{amount.kind} {amount.text}" for amount in sums[-1:]]
    parts += [length.kind for length in whole if not any(part.startswith(length.kind) for part in parts)]
    return list(dict.fromkeys(part for part in parts if part))


def _kind(event: Event, length: Length) -> str:
    if event.entry.outcome == _PROLONGED:
        return _PROLONGED
    if length.kind:
        return (
            "pretrial" if length.kind == "imprisonment" and event.act == "pretrial_detention" else length.kind
        )
    if event.entry.penalty and (event.entry.penalty != "pretrial" or event.act == "pretrial_detention"):
        return event.entry.penalty
    if event.act == "pretrial_detention":
        return "pretrial"
    return "administrative_arrest" if length.unit in ("D", "H") else "imprisonment"


_PROLONGED = "prolonged"
_BY_PENALTY = {"administrative_arrest": "administrative_arrest", "house_arrest": "house_arrest",
               "pretrial": "pretrial_detention", "ban": "ban_on_activity"}  # fmt: skip


def _act(event: Event, parts: list[str]) -> str:
    first = parts[0].split(" ")[0] if parts else ""
    if first == "fine" and (event.entry.needs == "penalty" or event.entry is BARE):
        return "fine"
    return _BY_PENALTY.get(first, "sentence")
