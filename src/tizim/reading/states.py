"""Acts told by conditions: "is under house arrest", "found X guilty", "refused her permission"."""

from dataclasses import replace

from tizim.reading.clauses import Verb, object_after, subject_before, verb_group, whom_before
from tizim.reading.events import NOBODY, Event, Told, courtly, made, shared, suffers, understood
from tizim.reading.marks import Mark, Sentence
from tizim.reading.rulings import ruled
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of, words_of

_GRAVE = {"death", "ill_treatment", "interrogation"}
_OWNED = ("the", "his", "her", "their", "'s")
_CUSTODY = {"house_arrest", "pretrial_detention", "forced_psychiatry"}
_REACH, _FAR = 10, 14


def state_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """The act that put somebody into a condition, or the condition itself."""
    if told.before is not None and told.before.act in _GRAVE and told.sentence.lower(mark.first) == "in":
        return None
    carrier = carrier_of(told.sentence, mark, _FAR if word.act == "appeal" else _REACH)
    if word.act == "ban_on_activity" and not _deprives(told.sentence, carrier):
        return None
    if word.by and not _hangs_on(told.sentence, carrier, word):
        return None
    if word.act == "appeal":
        return _on_a_verdict(told, mark, word, carrier)
    if carrier is None:
        return _beside(told, mark, word)
    if carrier.kind == "be":
        return _being(told, mark, word, carrier)
    return _carried(told, mark, word, carrier)


def _on_a_verdict(told: Told, mark: Mark, word: ActWord, carrier: Mark | None) -> Event | None:
    """Of "left the verdict against X unchanged", "X's sentence was left in force"."""
    near = (who for who in reversed(told.whos) if who.last <= mark.first and mark.first - who.last <= _FAR)
    who = next((one for one in near if one.kind not in NOBODY), None)
    if who is None and carrier is not None and _the_verdict(told.sentence, carrier):
        return understood(mark, word)
    if who is None or carrier is None or not _decision_between(told.sentence, carrier, mark):
        return None
    owned = who.possessive or who.governed in ("of", "against", "on", "for", "to")
    return made(mark, word, replace(who, possessive=False)) if owned else None


def _the_verdict(sentence: Sentence, carrier: Mark) -> bool:
    """Of "left the sentence in force": the verdict that the text speaks of."""
    known = sentence.lower(carrier.last) == "the" and sentence.at("cases", carrier.last + 1) is not None
    court = sentence.any_at(("agents",), carrier.last + 5) is not None
    return known and (court or sentence.lower(carrier.last + 2) not in ("of", "against", "on"))


def _hangs_on(sentence: Sentence, carrier: Mark | None, word: ActWord) -> bool:
    """Whether a state hangs on one of the verbs that its entry asks for."""
    return carrier is not None and sentence.lower(carrier.first).startswith(word.by)


def light_form(sentence: Sentence, carrier: Mark) -> str:
    """The form of a light verb; past and participle are told apart by the auxiliary, "to put" by "to"."""
    forms = {str(value) for value in carrier.values}
    if "base" in forms and sentence.lower(carrier.first - 1) == "to":
        return "base"
    return "ed" if forms & {"past", "part"} else min(forms)


def _deprives(sentence: Sentence, carrier: Mark | None) -> bool:
    return carrier is not None and sentence.lower(carrier.first).startswith(("depriv", "strip"))


def carrier_of(sentence: Sentence, mark: Mark, reach: int = _REACH) -> Mark | None:
    """The verb that a state hangs on: "placed … under house arrest", "is behind bars"."""
    quoted = mark.first - 1 if sentence.lower(mark.first - 1) in ('"', "“") else mark.first
    for at in range(quoted - 1, max(-1, mark.first - reach), -1):
        light = sentence.at("light", at)
        if light is not None and light.last <= mark.first:
            return light
        told = _is_verb(sentence.at("act", at)) and not (
            sentence.at("prepositions", at - 1) is not None or sentence.lower(at - 1) in _OWNED
        )
        if told or sentence.tokens[at].text in (";", ":", '"'):
            return None
        be = sentence.at("be", at)
        if be is not None:
            return be if mark.first - be.last <= (_MONTHS if _in_a_month(sentence, be.last) else 3) else None
    return None


def _in_a_month(sentence: Sentence, index: int) -> bool:
    """Of "is now in his eighth month behind bars", "is in her second year in custody"."""
    first = index + (sentence.at("passed_over", index) is not None)
    own = sentence.lower(first) == "in" and sentence.lower(first + 1) in _OWNED
    return own and sentence.at("time_units", first + 3) is not None


_MONTHS = 9


def _is_verb(mark: Mark | None) -> bool:
    return mark is not None and any(
        isinstance(value, ActWord) and value.shape == "verbs" for value in mark.values
    )


def _being(told: Told, mark: Mark, word: ActWord, carrier: Mark) -> Event | None:
    verb = verb_group(told.sentence, Mark("state", carrier.last, mark.last, ()), "ed")
    denied = any(told.sentence.at("negations", at) for at in range(carrier.last, mark.first))
    who = subject_before(told.sentence, verb.start, told.whos) if verb.real and not denied else None
    if not suffers(who):
        return None
    event = made(mark, word, who, verb)
    event.act = _lasting(told, mark, _ordered(told, event))
    present = told.sentence.lower(carrier.first) in ("is", "are")
    event.state = present or told.sentence.at("have", verb.start) is not None
    event.tense = told.sentence.lower(verb.start)
    if event.tense in ("was", "were") and event.act in _CUSTODY:
        event.tense = "stayed"
    return event


def _carried(told: Told, mark: Mark, word: ActWord, carrier: Mark) -> Event | None:
    verb = verb_group(told.sentence, carrier, light_form(told.sentence, carrier))
    real = verb.real or (verb.voice == "infinitive" and _several_before(told, carrier))
    real = real or ruled(told, verb)
    real = real or (word.act in _HELD and _stays(told.sentence, carrier, verb))
    if not real or (verb.voice == "passive" and _other_between(told, carrier, mark)):
        return None
    if carrier.first == 0 and verb.voice == "open" and word.act == "detention":
        return understood(mark, word)
    who = _left_out(told, carrier, mark) or _moved(told, mark, verb, carrier)
    if who is None or who.kind in NOBODY or (who.possessive and who.word != "her"):
        return None
    if word.act == "detention" and (
        told.sentence.lower(carrier.first) in ("let", "go", "went", "goes") or _elsewhere(told, carrier, mark)
    ):
        return None
    event = made(mark, word, who, verb)
    event.act, event.tense = _ordered(told, event), told.sentence.lower(verb.start)
    if word.act == "detention" and told.sentence.lower(carrier.first).startswith(_CALLING):
        event.act = "interrogation"
    if event.act == "detention" and _held_on(told, mark, carrier, who):
        event.act = "pretrial_detention"
    if _lasts(told.sentence, verb, carrier):
        event.act = _lasting(told, mark, event.act)
    return event


def _elsewhere(told: Told, carrier: Mark, mark: Mark) -> bool:
    """Of "was taken to a hospital in handcuffs": it was somebody in custody already."""
    between = told.sentence.lowers[carrier.last : mark.first]
    return told.sentence.lower(mark.last - 1) == "handcuffs" and not set_of(
        "en", "grammar", "elsewhere"
    ).isdisjoint(between)


def _lasts(sentence: Sentence, verb: Verb, carrier: Mark) -> bool:
    """Of "has been held in custody", "stayed in custody": the custody goes on."""
    held = sentence.at("have", verb.start) is not None and verb.voice == "passive"
    return held or sentence.lower(carrier.first) in set_of("en", "grammar", "staying")


def _stays(sentence: Sentence, carrier: Mark, verb: Verb) -> bool:
    """Of "he must stay in custody until 17 July", "will remain under house arrest": it lasts already."""
    lasting = sentence.lower(carrier.first) in ("stay", "remain", "sit")
    return lasting and sentence.lower(verb.start) in ("will", "must", "shall") and verb.voice == "infinitive"


def _held_on(told: Told, mark: Mark, carrier: Mark, who: Who) -> bool:
    """Of "was detained and placed in custody the next day": the second is custody before trial."""
    before = told.before
    placed = told.sentence.lower(carrier.first).startswith(("plac", "put", "remand", "kept", "keep", "order"))
    taken = before is not None and before.act == "detention" and before.who is not None
    same = taken and before is not None and before.who is not None and before.who.people == who.people
    return placed and same and told.sentence.lower(mark.last - 1) in ("custody", "detention")


def _decision_between(sentence: Sentence, carrier: Mark, mark: Mark) -> bool:
    """Whether a verdict is what was left: the object of "left", the subject of "was left"."""
    passive = sentence.at("be", carrier.first - 1) is not None or sentence.lower(carrier.first).startswith(
        "remain"
    )
    first, last = (0, carrier.first) if passive else (carrier.last, mark.first)
    return any(first <= at < last for at in sentence.marks.get("cases", ()))


_HELD = ("detention", "pretrial_detention", "house_arrest", "forced_psychiatry")
_CONDITIONS = {"conviction", "detention", "pretrial_detention", "house_arrest", "abduction"}
_CALLING = ("call", "summon", "invit")


def _lasting(told: Told, mark: Mark, act: str) -> str:
    """Custody in which somebody is or stays is pre-trial detention; a police cell is not."""
    custody = told.sentence.lower(mark.last - 1) in ("custody", "detention")
    police = any(
        told.sentence.lower(at) in ("police", "administrative") for at in range(mark.first, mark.last)
    )
    return "pretrial_detention" if act == "detention" and custody and not police else act


def _ordered(told: Told, event: Event) -> str:
    """Custody that a court orders is pre-trial detention; a police bus is not."""
    words = told.sentence.lowers[event.first : event.last]
    ordered = event.act == "detention" and courtly(told.sentence) and words not in (["police"], ["up"])
    ordered = ordered and "police" not in words
    return "pretrial_detention" if ordered else event.act


def _several_before(told: Told, carrier: Mark) -> bool:
    """Whether a base form is the present tense of several: "A and B remain behind bars"."""
    if told.sentence.lower(carrier.first - 1) in ("they", "who", "still", "both"):
        return True
    return any(0 <= carrier.first - who.last <= 1 and len(who.people) > 1 for who in told.whos)


def _other_between(told: Told, carrier: Mark, mark: Mark) -> bool:
    """Of "people were deprived of liberty, two of them in hospitals": the state is of others."""
    return any(
        who.kind in ("group", "person") and carrier.last <= who.first < mark.first and not who.governed
        for who in told.whos
    )


def _left_out(told: Told, carrier: Mark, mark: Mark) -> Who | None:
    """Of "A spent a month under house arrest, B in the remand prison": B, whose verb is left out."""
    if told.sentence.lower(carrier.first) not in set_of("en", "grammar", "staying"):
        return None
    for who in reversed(told.whos):
        if carrier.last <= who.first and who.last <= mark.first and who.kind == "person":
            free = not who.governed and not who.possessive
            return who if free and told.sentence.lower(who.head - 1) in (",", "and", ";") else None
    return None


def _moved(told: Told, mark: Mark, verb: Verb, carrier: Mark) -> Who | None:
    """Who was put into the state: the subject of a passive, the object of an active verb."""
    sentence, whos = told.sentence, told.whos
    if verb.voice == "passive" or sentence.lower(carrier.first) in set_of("en", "grammar", "staying"):
        return subject_before(sentence, verb.start, whos) or shared(told, verb.start)
    between = [who for who in whos if who.first >= verb.end and who.last <= mark.first + 1]
    target = object_after(sentence, verb.end, between, until=mark.first)
    if target is None and verb.voice == "open":
        subject = subject_before(sentence, verb.start, whos)
        return None if subject is None or subject.kind == "agent" else subject
    target = target or whom_before(sentence, verb.start, whos)
    return target or next((who for who in whos if who.first == mark.last), None)


def _beside(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """A state that hangs on the act before ("arrested on charges of …") or stands beside a name."""
    before = told.before
    if before is not None and before.act in ("conviction", "sentence") and word.act in ("charge", "trial"):
        return None
    others = any(before is not None and before.last <= who.first < mark.first for who in told.whos)
    if before is not None and before.who is not None and mark.first - before.last <= 8 and not others:
        return None if word.act == before.act else made(mark, word, before.who)
    near = next((who for who in reversed(told.whos) if who.last <= mark.first), None)
    if near is not None:
        return _apposed(told, near, mark, word)
    if mark.first == 0 and word.act == "trial":
        return _fronted(told, mark, word)
    if mark.first != 0 or word.act not in _CONDITIONS:
        return None
    event = understood(mark, word)
    event.act = _lasting(told, mark, word.act)
    return event


def _fronted(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """Of "On trial in Almaty are X and Y": the subject behind the verb."""
    first = next(
        (at for at in range(mark.last, mark.last + _REACH) if told.sentence.lower(at) in ("is", "are")), 0
    )
    who = next((one for one in told.whos if first and one.head == first + 1), None)
    return made(mark, word, who) if suffers(who) else None


def _apposed(told: Told, near: Who, mark: Mark, word: ActWord) -> Event | None:
    between = range(near.last, mark.first)
    dash = bool(between) and told.sentence.lower(near.last) in _DASHES
    if near.noun in set_of("en", "people", "staff"):
        return None
    if len(between) > 2 + dash or near.governed or near.kind not in ("person", "group"):
        return None
    if any(told.sentence.tokens[at].kind == "word" and not _passing(told.sentence, at) for at in between):
        return None
    event = made(mark, word, near)
    event.state, event.act = True, _lasting(told, mark, word.act)
    let_out = dash and any(
        told.sentence.lower(at) in words_of("en").tables["layout"]["release_ways"]
        for at in range(mark.first, mark.last)
    )
    return event if word.act != "trial" and (let_out or word.act != "release") else None


_DASHES = (":", "–", "—", "-")


def _passing(sentence: Sentence, index: int) -> bool:
    return (
        sentence.lower(index) == "out"
        or sentence.any_at(("passing", "passed_over", "each", "relative", "coordination"), index) is not None
    )


def refusal_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """Of "was refused permission", "refused to let her hold a picket", "were not allowed to hold a rally"."""
    sentence = told.sentence
    assembly = set_of("en", "grammar", "assemblies")
    if sentence.lower(mark.first) in ("permission", "authorisation", "authorization") and assembly.isdisjoint(
        sentence.lowers
    ):
        return None
    window = range(max(0, mark.first - 9), min(mark.last + 9, len(sentence.tokens)))
    at = next((index for index in window if sentence.at("refusing", index) is not None), None)
    if at is None or (sentence.lower(at + 1) == "to" and sentence.lower(at + 2) != "let"):
        return None
    who = next((one for one in told.whos if at < one.first <= mark.first and one.kind not in NOBODY), None)
    owner = next((one for one in told.whos if one.possessive and 0 <= mark.first - one.last <= 1), None)
    who = owner if owner is not None and owner.kind not in NOBODY else who
    if who is None:
        verb = verb_group(sentence, Mark("", at, at + 1, ()), "ed")
        who = subject_before(sentence, verb.start, told.whos)
    return made(mark, word, who) if who is not None and who.kind not in NOBODY else None
