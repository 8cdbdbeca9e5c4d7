"""The acts that a sentence reports, each with the victim as the sentence names them."""

from dataclasses import dataclass, field, replace

from tizim.reading.clauses import Verb, beside_noun, object_after, possession_of, subject_before, unreal, verb_group
from tizim.reading.marks import Mark, Sentence
from tizim.reading.measures import Length, Money
from tizim.reading.whos import Who
from tizim.reading.words import ActWord


@dataclass(slots=True)
class Event:
    """An act at tokens ``first`` … ``last - 1``; ``who`` is ``None`` where the sentence leaves the victim out."""

    act: str
    first: int
    last: int
    who: Who | None = None
    shape: str = ""
    detail: str | None = None
    outcome: str | None = None
    elliptic: bool = False
    lengths: list[Length] = field(default_factory=list)
    money: list[Money] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    forever: bool = False
    start: int = 0
    state: bool = False
    perfect: bool = False


def events_of(sentence: Sentence, whos: list[Who], lengths: list[Length], taken: set[int]) -> list[Event]:
    """The acts of one sentence in order, those that did not happen left out."""
    found: list[Event] = []
    until = 0
    for mark in _triggers(sentence, taken):
        if mark.first < until:
            continue
        event = _event(sentence, mark, whos, found, lengths)
        if event is not None:
            if event.shape == "states" and found and _only_held(sentence, found[-1], event):
                found.pop()
            found.append(event)
            until = mark.last
    return found


def _only_held(sentence: Sentence, held: Event, state: Event) -> bool:
    """ "was held under house arrest" is house arrest, no second act."""
    return held.act == "detention" and sentence.lower(held.first) == "held" and held.who is state.who and state.first - held.last <= 4


def _triggers(sentence: Sentence, taken: set[int]) -> list[Mark]:
    marks = [mark for mark in sentence.of("act") if mark.first not in taken]
    for kind in ("give", "receive"):
        marks.extend(mark for mark in sentence.of(kind) if sentence.at("act", mark.first) is None)
    return sorted(marks, key=lambda mark: (mark.first, -mark.last))


def _event(sentence: Sentence, mark: Mark, whos: list[Who], before: list[Event], lengths: list[Length]) -> Event | None:
    floor = before[-1].last if before else 0
    if unreal(sentence, mark, floor):
        return None
    if mark.kind in ("give", "receive"):
        return _penalty_event(sentence, mark, whos, before, lengths)
    word = _chosen(sentence, mark, whos)
    if word is None:
        return None
    if word.shape == "verbs":
        return _verb_event(sentence, mark, word, whos, before)
    if word.shape == "subject":
        return _subject_event(sentence, mark, word, whos, before)
    if word.shape == "refusals":
        return _refusal_event(sentence, mark, word, whos)
    if word.shape == "states":
        return _state_event(sentence, mark, word, whos, before)
    return _noun_event(sentence, mark, word, whos, before)


def _chosen(sentence: Sentence, mark: Mark, whos: list[Who]) -> ActWord | None:
    """Of the meanings of a phrase the one that fits: a noun after an article or possessor, else the verb."""
    words: list[ActWord] = [value for value in mark.values if isinstance(value, ActWord)]
    nouns = [word for word in words if word.shape == "nouns"]
    verbs = [word for word in words if word.shape == "verbs"]
    if nouns and verbs:
        return nouns[0] if _nominal(sentence, mark, verbs) else verbs[0]
    others = [word for word in words if word.shape not in ("verbs", "nouns")]
    return (others or verbs or nouns)[0] if words else None


def _nominal(sentence: Sentence, mark: Mark, verbs: list[ActWord]) -> bool:
    before = sentence.lower(mark.first - 1)
    if any(word.form == "s" for word in verbs) and before not in ("the", "a", "'s", "of", "on", "these", "those", "criminal"):
        return sentence.any_at(("title", "victim_singular"), mark.last) is None and not _capital(sentence, mark.last)
    return before != "to" and sentence.at("modals", mark.first - 1) is None


def _capital(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].capital


def _form(mark: Mark, word: ActWord) -> str:
    forms = {value.form for value in mark.values if isinstance(value, ActWord) and value.shape == word.shape}
    return "ed" if forms >= {"past", "part"} else "base" if forms >= {"base"} and "past" not in forms else next(
        (form for form in ("past", "part", "s", "ing", "base") if form in forms), "ed")  # fmt: skip


def _made(mark: Mark, word: ActWord, who: Who | None, verb: Verb | None = None, *, perfect: bool = False) -> Event:
    start = verb.start if verb else mark.first
    event = Event(word.act, mark.first, mark.last, who, word.shape, word.detail, word.outcome, start=start)
    event.perfect = perfect
    return event


def _verb_event(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who], before: list[Event]) -> Event | None:
    verb = verb_group(sentence, mark, _form(mark, word))
    if not verb.real or word.act == "trial" and sentence.lower(mark.last) == "to":
        return None
    if sentence.lower(mark.first).startswith("accus") and not _official_accusation(sentence, verb, whos):
        return None
    who, elliptic = _patient(sentence, verb, whos, before)
    event = _made(mark, word, who, verb, perfect=sentence.at("have", verb.start) is not None)
    event.elliptic = elliptic
    if who is None and not elliptic:
        return None
    if who is not None and who.possessive and not _through(sentence, word.act, who):
        return None
    return event


def _official_accusation(sentence: Sentence, verb: Verb, whos: list[Who]) -> bool:
    """Whether it is the state that accuses, not a neighbour."""
    if verb.voice == "passive" or verb.voice == "participle":
        return True
    subject = subject_before(sentence, verb.start, whos)
    return subject is None or subject.kind == "agent" or verb.voice == "open" and sentence.lower(verb.end) == "of"


_THROUGH = {"search": "belongings", "account_attack": "belongings", "appeal": "cases", "detention": ""}


def _through(sentence: Sentence, act: str, who: Who) -> bool:
    """Whether an act on a thing of somebody is an act on them: a search of his flat, a hacked account."""
    kind = _THROUGH.get(act, "")
    noun = possession_of(sentence, who)
    at = next((i for i in range(who.last, min(who.last + 4, len(sentence.tokens))) if sentence.lower(i) == noun), -1)
    return bool(kind and noun and sentence.at(kind, at) is not None)


def _patient(sentence: Sentence, verb: Verb, whos: list[Who], before: list[Event]) -> tuple[Who | None, bool]:
    """Who suffers the act, and whether the clause leaves them to be understood."""
    if verb.voice == "passive":
        return _passive_subject(sentence, verb, whos, before)
    target = object_after(sentence, verb.end, whos) or _owner_after(sentence, verb.end, whos)
    if verb.voice in ("active", "participle"):
        return target or _shared(sentence, verb, before), False
    subject = subject_before(sentence, verb.start, whos)
    if target is not None and (subject is None or subject.kind == "agent" or target.first - verb.end <= 4):
        return target, False
    if subject is not None and subject.kind == "agent":
        return _shared(sentence, verb, before), False
    return _reduced(sentence, verb, subject, before, whos)


def _owner_after(sentence: Sentence, index: int, whos: list[Who]) -> Who | None:
    """ "searched the homes of X and Y", "upheld the sentence of X", "granted asylum to X"."""
    if sentence.lower(index) == "to":
        return next((who for who in whos if index < who.first and who.head - index <= 1), None)
    for at in range(index, min(index + 6, len(sentence.tokens))):
        if sentence.any_at(("belongings", "cases"), at) is not None and sentence.lower(at + 1) == "of":
            owner = next((who for who in whos if who.head in (at + 2, at + 3)), None)
            if owner is not None:
                return replace(owner, possessive=False)
        if sentence.any_at(("be", "have", "relative"), at) is not None:
            return None
    return None


def _passive_subject(sentence: Sentence, verb: Verb, whos: list[Who], before: list[Event]) -> tuple[Who | None, bool]:
    subject = subject_before(sentence, verb.start, whos)
    if subject is not None:
        return (None if subject.kind in ("agent", "kin") and not subject.official else subject), False
    through = _possessor(sentence, verb.start, whos)
    if through is not None:
        return through, False
    shared = _shared(sentence, verb, before)
    return shared, shared is None and _opens(sentence, verb.start, before)


def _possessor(sentence: Sentence, index: int, whos: list[Who]) -> Who | None:
    """ "his flat was searched", "X's account was hacked"."""
    for who in reversed(whos):
        if who.last <= index and index - who.last <= 4:
            return who if who.possessive else None
    return None


def _reduced(sentence: Sentence, verb: Verb, subject: Who | None, before: list[Event], whos: list[Who]) -> tuple[Who | None, bool]:
    """A participle without its auxiliary: "activists detained at the rally", "… and fined"."""
    shared = _shared(sentence, verb, before)
    if shared is not None:
        return shared, False
    if sentence.lower(verb.start - 1) == "those":
        return _one_of_those(sentence, verb, whos), False
    if subject is not None and subject.kind != "generic" and verb.start - subject.last <= 1:
        return subject, False
    return None, subject is None and _opens(sentence, verb.start, before)


def _one_of_those(sentence: Sentence, verb: Verb, whos: list[Who]) -> Who | None:
    """ "X is one of those detained"."""
    for at in range(verb.start - 2, max(-1, verb.start - 8), -1):
        if sentence.at("be", at) is not None:
            who = subject_before(sentence, at, whos)
            return who if who is not None and who.kind in ("person", "pronoun") else None
    return None


def _shared(sentence: Sentence, verb: Verb, before: list[Event]) -> Who | None:
    """The victim of the act before, where "and" or a comma joins the two verbs."""
    if not before or before[-1].who is None:
        return None
    gap = [sentence.lower(at) for at in range(before[-1].last, verb.start)]
    return before[-1].who if gap and gap[-1] in ("and", ",", "then", "later", "but") or not gap else None


def _opens(sentence: Sentence, index: int, before: list[Event]) -> bool:
    """Whether a clause begins at a token, so that its subject is to be understood from before."""
    if index <= 0:
        return True
    spoken = bool(before) and (before[-1].elliptic or before[-1].who is not None)
    return sentence.tokens[index - 1].text == ";" and spoken


def _fixed_event(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who], before: list[Event]) -> Event | None:
    """A phrase with its own modal: "must not work", "may not leave the country"."""
    who = subject_before(sentence, mark.first, whos) or _shared(sentence, Verb(mark.first, mark.last, "active"), before)
    if who is None or who.kind in ("agent", "generic", "kin") or who.possessive:
        return None
    event = _made(mark, word, who)
    event.forever = "never" in sentence.lower(mark.first + 1)
    return event


def _subject_event(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who], before: list[Event]) -> Event | None:
    if word.form == "fixed":
        return _fixed_event(sentence, mark, word, whos, before)
    verb = verb_group(sentence, mark, "ed" if word.form != "base" else "base")
    base = word.form == "base"
    if base and not (sentence.lower(mark.first - 1) in ("they", "who", "also") or _plural_before(mark, whos)) or not verb.real and not base:
        return None
    subject = subject_before(sentence, min(verb.start, mark.first), whos)
    who = subject or _shared(sentence, verb, before)
    if who is None or who.kind in ("agent", "generic", "kin") or who.possessive:
        return None
    event = _made(mark, word, who, verb, perfect=sentence.at("have", verb.start) is not None)
    event.state = word.form in ("s", "base")
    return event


def _plural_before(mark: Mark, whos: list[Who]) -> bool:
    return any(who.last == mark.first and (len(who.people) > 1 or who.kind == "group") for who in whos)


_GRAVE = {"death", "ill_treatment", "interrogation"}
_STAYING = frozenset("remain remained remains remaining stay stayed stays sit sat spend spent go went goes appear appeared return returned "
                     "languish languished languishes end ended ended enter entered fly flew".split())  # fmt: skip


def _state_event(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who], before: list[Event]) -> Event | None:
    if before and before[-1].act in _GRAVE and sentence.lower(mark.first) == "in":
        return None
    carrier = _carrier(sentence, mark)
    if word.act == "ban_on_activity" and (carrier is None or not sentence.lower(carrier.first).startswith(("depriv", "strip"))):
        return None
    if carrier is None:
        return _apposed_state(sentence, mark, word, whos, before)
    if carrier.kind == "be":
        return _being(sentence, mark, word, whos, carrier)
    verb = verb_group(sentence, carrier, _light_form(carrier))
    if not verb.real or verb.voice == "passive" and any(
        who.kind in ("group", "person") and carrier.last <= who.first < mark.first and not who.governed for who in whos
    ):
        return None
    who = _carried(sentence, mark, verb, whos, before, carrier)
    if who is None or who.kind in ("agent", "generic", "kin") or (who.possessive and not _own(who)):
        return None
    return _made(mark, word, who, verb)


def _refusal_event(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who]) -> Event | None:
    """ "was refused permission", "refused to let her hold a picket", "were not allowed to hold a rally"."""
    refusing = [at for at in range(max(0, mark.first - 9), min(mark.last + 9, len(sentence.tokens))) if sentence.at("refusing", at)]
    if not refusing or sentence.lower(refusing[0] + 1) == "to" and sentence.lower(refusing[0] + 2) != "let":
        return None
    near = [who for who in whos if refusing[0] < who.first <= mark.first and who.kind in ("person", "pronoun", "group", "noun")]
    who = near[0] if near else subject_before(sentence, verb_group(sentence, Mark("", refusing[0], refusing[0] + 1, ()), "ed").start, whos)
    if who is None or who.kind in ("agent", "generic", "kin"):
        return None
    return _made(mark, word, who)


def _own(who: Who) -> bool:
    return who.kind == "pronoun" and who.word == "her"


def _light_form(carrier: Mark) -> str:
    forms = {str(value) for value in carrier.values}
    return "ed" if forms & {"past", "part"} else next(iter(sorted(forms)))


def _carrier(sentence: Sentence, mark: Mark) -> Mark | None:
    """The verb that a state hangs on: "placed … under house arrest", "is behind bars"."""
    for at in range(mark.first - 1, max(-1, mark.first - 10), -1):
        light = sentence.at("light", at)
        if light is not None and light.last <= mark.first:
            return light
        act = sentence.at("act", at)
        if act is not None and any(isinstance(v, ActWord) and v.shape == "verbs" for v in act.values):
            return None
        if sentence.tokens[at].text in (";", ":", '"'):
            return None
        be = sentence.at("be", at)
        if be is not None:
            return be if mark.first - be.last <= 3 else None
    return None


def _being(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who], carrier: Mark) -> Event | None:
    verb = verb_group(sentence, Mark("state", carrier.last, mark.last, ()), "ed")
    if not verb.real:
        return None
    who = subject_before(sentence, verb.start, whos)
    if who is None or who.kind in ("agent", "generic", "kin") or who.possessive:
        return None
    event = _made(mark, word, who, verb)
    event.state = sentence.lower(carrier.first) in ("is", "are") or sentence.at("have", verb.start) is not None
    return event


def _carried(sentence: Sentence, mark: Mark, verb: Verb, whos: list[Who], before: list[Event], carrier: Mark) -> Who | None:
    if verb.voice == "passive" or sentence.lower(carrier.first) in _STAYING:
        return subject_before(sentence, verb.start, whos) or _shared(sentence, verb, before)
    between = [who for who in whos if who.first >= verb.end and who.last <= mark.first + 1]
    target = object_after(sentence, verb.end, between, until=mark.first)
    if target is None and verb.voice == "open":
        subject = subject_before(sentence, verb.start, whos)
        return None if subject is None or subject.kind == "agent" else subject
    return target or _after_state(mark, verb, whos)


def _after_state(mark: Mark, verb: Verb, whos: list[Who]) -> Who | None:
    """ "found guilty Mr X", "placed under house arrest the journalist X"."""
    return next((who for who in whos if who.first == mark.last), None)


def _apposed_state(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who], before: list[Event]) -> Event | None:
    """A state that hangs on the act before ("arrested on charges of …") or stands beside a name."""
    if before and before[-1].act in ("conviction", "sentence") and word.act in ("charge", "trial"):
        return None
    if before and before[-1].who is not None and mark.first - before[-1].last <= 8:
        if word.act == before[-1].act:
            return None
        return _made(mark, word, before[-1].who)
    for who in reversed(whos):
        if who.last <= mark.first:
            near = mark.first - who.last <= 2 and not who.governed and who.kind in ("person", "group")
            event = _made(mark, word, who)
            event.state = True
            return event if near and word.act not in ("release", "trial") else None
    if mark.first == 0 and word.act == "conviction":
        event = _made(mark, word, None)
        event.elliptic = True
        return event
    return None


_SPOKEN = {"charge", "sentence", "conviction", "pretrial_detention", "administrative_arrest", "house_arrest"}


def _noun_event(sentence: Sentence, mark: Mark, word: ActWord, whos: list[Who], before: list[Event]) -> Event | None:
    who = _sufferer(sentence, mark, whos)
    if who is not None:
        return _made(mark, word, who)
    who = beside_noun(sentence, mark, whos)
    if who is not None and word.act == "release" and not who.possessive:
        return None
    if who is not None:
        if who.kind in ("agent", "generic", "kin") or sentence.at("negations", mark.first - 1):
            return None
        return _made(mark, word, who)
    if word.act == "ban_on_activity" and before and before[-1].who is not None and _with_ban(sentence, mark):
        return _made(mark, word, before[-1].who)
    told = word.act == "charge" and _is_told(sentence, mark)
    headed = word.act == "sentence" and sentence.lower(mark.last) == ":" and mark.first <= 2
    if told or headed and not any(one.kind == "person" for one in whos):
        event = _made(mark, word, None)
        event.elliptic = True
        return event
    return None


def _sufferer(sentence: Sentence, mark: Mark, whos: list[Who]) -> Who | None:
    """Who "was subjected to" or "faced" what a noun names.

    Of several people it is not said who suffered which act: then it is nobody.
    """
    for at in range(mark.first - 1, max(-1, mark.first - 12), -1):
        suffering = sentence.at("suffering", at)
        if suffering is not None and suffering.last <= mark.first:
            verb = verb_group(sentence, suffering, "ed")
            who = subject_before(sentence, verb.start, whos) if verb.real else None
            single = who is not None and len(who.people) < 2 and who.kind not in ("agent", "generic", "kin", "plural")
            return who if single else None
        if sentence.tokens[at].text in (";", ":") or sentence.any_at(("be", "attribution", "relative"), at) is not None:
            return None
    return None


def _with_ban(sentence: Sentence, mark: Mark) -> bool:
    """ "… together with a six-year ban on politics": a ban beside another act has the same victim."""
    lead = {sentence.lower(at) for at in range(mark.first - 7, mark.first)}
    return bool(lead & {"a", "an", "another", "and", "with", "plus"}) and sentence.lower(mark.first - 1) not in ("the", "'s")


def _is_told(sentence: Sentence, mark: Mark) -> bool:
    """ "The charge was …", "A third charge, …, followed"."""
    singular = sentence.lower(mark.last - 1) in ("charge", "charges", "accusation")
    opening = mark.first <= 3 and sentence.at("prepositions", 0) is None and sentence.tokens[0].text not in ('"', "“")
    return singular and opening and (sentence.at("be", mark.last) is not None or sentence.lower(mark.last) in (",", ":"))


def _penalty_event(sentence: Sentence, mark: Mark, whos: list[Who], before: list[Event], lengths: list[Length]) -> Event | None:
    """A penalty given or received: "got 15 days of administrative detention", "gave him two years"."""
    length = next((one for one in lengths if 0 <= one.first - mark.last <= 9 and not one.possible), None)
    if length is None or not _earned(sentence, mark, length):
        return None
    verb = verb_group(sentence, mark, _light_form(mark))
    if not verb.real:
        return None
    who = _recipient(sentence, mark, verb, whos, before, length)
    if who is None or who.kind in ("agent", "generic", "kin") or who.possessive and who.word != "her":
        return None
    return Event("penalty", mark.first, mark.last, who, "penalty", start=verb.start)


def _earned(sentence: Sentence, mark: Mark, length: Length) -> bool:
    """Whether time received is a penalty: "got five years for …", but not "spent two years in custody"."""
    verb = sentence.lower(mark.first)
    if length.unit in "YM" and verb in ("spent", "spends", "spending", "sat", "sits", "sitting", "spend", "sit"):
        return False
    if mark.kind == "give" or length.kind is not None or length.unit in "DH":
        return True
    after = sentence.lower(length.last)
    return verb.startswith(("receive", "got", "get")) and after in (",", ".", ";", "for", "and", "in", "", "on", "under")


def _recipient(sentence: Sentence, mark: Mark, verb: Verb, whos: list[Who], before: list[Event], length: Length) -> Who | None:
    if verb.voice == "passive" or mark.kind == "receive":
        return subject_before(sentence, verb.start, whos) or _shared(sentence, verb, before)
    target = object_after(sentence, verb.end, [who for who in whos if who.last <= length.first + 1], until=length.first + 1)
    if target is not None:
        return target
    subject = subject_before(sentence, verb.start, whos)
    if verb.voice == "open" and subject is not None and subject.kind != "agent":
        return subject if len(subject.people) and "handed" not in sentence.lower(mark.first) else None
    return before[-1].who if before else None
