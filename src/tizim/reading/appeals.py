"""Decisions on somebody's case: a sentence upheld, an appeal refused, asylum granted."""

from tizim.reading.clauses import Verb, possession_of
from tizim.reading.events import Event, Told, courtly, made, understood
from tizim.reading.marks import Mark, Sentence
from tizim.reading.owners import owner_after, owner_before, possessor, through
from tizim.reading.topics import topic
from tizim.reading.who import Who
from tizim.reading.words import ActWord, words_of

_VERDICTS = ("verdict", "sentence", "conviction", "ruling", "judgment", "term", "punishment", "penalty")
_WIDE = 4
_HEAR = ("hear", "consider", "review", "examine")


def on_a_case(told: Told, mark: Mark, word: ActWord, verb: Verb) -> Event | None:
    """A decision on somebody's sentence or appeal: "upheld the sentence of X", "his appeal was rejected"."""
    sentence, whos = told.sentence, told.whos
    related = _related(told, verb)
    if related is not None:
        return made(mark, word, related, verb)
    if verb.voice == "passive" or sentence.lower(mark.first) == "failed":
        who = possessor(verb.start, whos)
        the_case = sentence.at("cases", verb.start - 1) is not None and sentence.lower(verb.start - 2) in (
            "the",
            "this",
            "that",
            "these",
            "those",
        )
        who = who or owner_before(told, verb.start)
        if who is None:
            return _spoken_of(told, mark, word) if the_case or _it(sentence, verb.start - 1) else None
    else:
        owner = next((one for one in whos if one.first >= verb.end), None)
        near = owner is not None and owner.possessive and owner.first - verb.end <= 2
        who = owner if near else owner_after(sentence, verb.end, whos)
        verdict = sentence.lower(verb.end) == "the" and sentence.lower(verb.end + 1) in _VERDICTS
        if who is None and (_it(sentence, verb.end) or (verdict and not _whose(told, verb.end + 2))):
            return _spoken_of(told, mark, word)
    if who is None or (who.possessive and not through(sentence, word.act, who)):
        return None
    if word.outcome == "refused" and who.possessive and possession_of(sentence, who) == "case":
        return None
    if (
        verb.voice != "passive"
        and sentence.lower(verb.end) == "to"
        and sentence.lower(verb.end + 1) not in _HEAR
    ):
        return None
    return _about(sentence, made(mark, word, who, verb), who)


def _related(told: Told, verb: Verb) -> Who | None:
    """Of "was given nine years, which a court upheld in April", "a term that was confirmed"."""
    before = told.before
    if before is None or before.act not in _DECIDED or before.who is None or before.who.possessive:
        return None
    at = next(
        (i for i in range(verb.start - 1, before.last - 1, -1) if told.sentence.lower(i) in _WHICH), None
    )
    if at is None or verb.start - at > _CLAUSE:
        return None
    others = any(at <= who.first < verb.start and who.kind != "agent" for who in told.whos)
    return None if others or told.sentence.tokens[verb.start - 1].text == "," else before.who


_WHICH, _CLAUSE = ("which", "that"), 8
_DECIDED = ("sentence", "conviction", "penalty", "administrative_arrest", "fine", "pretrial_detention")


def _it(sentence: Sentence, at: int) -> bool:
    """Of "the Supreme Court confirmed it", "on appeal it was reduced": the verdict that the text told."""
    return sentence.lower(at) == "it" and (courtly(sentence) or "appeal" in sentence.bag)


def _whose(told: Told, at: int) -> bool:
    """Whether words behind "the verdict" say on whom; a day says when."""
    dated = told.sentence.lower(at) == "on" and not told.dated.isdisjoint((at + 1, at + 2))
    return told.sentence.lower(at) in ("of", "against", "on") and not dated


def _spoken_of(told: Told, mark: Mark, word: ActWord) -> Event:
    """The decision on the case of the one whom a sentence names first, or else of whom the text speaks."""
    who = topic(told)
    if who is None:
        return _about(told.sentence, understood(mark, word), None)
    return _about(told.sentence, made(mark, word, who), who)


def _about(sentence: Sentence, event: Event, who: Who | None) -> Event:
    """What a decision was on: an appeal that is refused leaves the sentence as it was; asylum; parole."""
    first, last = event.first, event.last
    if who is not None:
        first, last = min(who.first, event.first), max(who.last + _WIDE, event.last)
    words = set(sentence.lowers[max(0, first - 4) : last + 2])
    requests: dict[str, list[str]] = words_of("en").tables["grammar"]["requests"]
    if not words.isdisjoint(requests["asylum"]):
        event.act = "asylum_decision"
    elif event.outcome == "refused" and not words.isdisjoint(requests["appeal"]):
        event.outcome = "upheld"
    elif event.outcome == "refused" and not words.isdisjoint(requests["assembly"]):
        event.act = "assembly_refusal"
    elif event.outcome == "refused" and not words.isdisjoint(requests["parole"]):
        event.act, event.detail = "other", "parole refused"
    return event
