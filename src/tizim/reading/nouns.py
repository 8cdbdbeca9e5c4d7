"""Acts told by nouns and by penalties: "the arrest of X", "charges against X", "got 15 days"."""

from dataclasses import replace

from tizim.reading.clauses import Verb, beside_noun, object_after, subject_before, verb_group
from tizim.reading.dealt import dealt, fronted
from tizim.reading.entry_nouns import of_the_entry
from tizim.reading.events import NOBODY, Event, Told, courtly, made, shared, understood
from tizim.reading.handed import after_serving, given, goes_to, handed, served, tells_its_length
from tizim.reading.marks import Mark, Sentence
from tizim.reading.measures import Length, number_at
from tizim.reading.states import light_form
from tizim.reading.topics import topic
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of

_NEAR, _HOMES = 9, 14
_LIFTED = {"charge", "travel_ban", "ban_on_activity", "house_arrest", "fine"}
_IMPOSED = {"charge", "sentence", "fine", "travel_ban", "ban_on_activity", "administrative_arrest", "threat",
            "house_arrest", "penalty", "forced_psychiatry"}  # fmt: skip


def noun_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """The act that a noun names, with the one to whom it belongs."""
    who = _sufferer(told, mark) or served(told, mark, word) or dealt(told, mark, word.act)
    who = who or of_the_entry(told, mark, word.act)
    if who is not None:
        return made(mark, word, who)
    who = beside_noun(told.sentence, mark, told.whos)
    if word.act in _LIFTED and _closed(told.sentence, mark):
        return _closing(told, mark, who) if word.act == "charge" else None
    owner = _owner_of(told, mark, word)
    if owner is not None:
        return given(made(mark, word, owner))
    if word.act == "charge" and who is None and _opened(told.sentence, mark):
        return understood(mark, word)
    if told.sentence.lower(mark.first) == "case":
        return None
    if who is not None:
        return _of_somebody(told, mark, word, who)
    if (
        word.act in ("ban_on_activity", "travel_ban")
        and told.victim is not None
        and _with_ban(told.sentence, mark)
    ):
        return made(mark, word, told.victim)
    return understood(mark, word) if _headed(told, mark, word) else None


def _owner_of(told: Told, mark: Mark, word: ActWord) -> Who | None:
    """Whose home was searched, against whom a case was opened."""
    if word.act == "search":
        return _searched(told, mark)
    return _opened_against(told, mark) if word.act in _IMPOSED else None


def _of_somebody(told: Told, mark: Mark, word: ActWord, who: Who) -> Event | None:
    sentence = told.sentence
    denied = sentence.at("negations", mark.first - 1) is not None
    if word.act == "trial" and not _proceeds(sentence, mark, who):
        return None
    if who.kind in NOBODY or denied or (word.act == "release" and not _took_place(told, mark, who)):
        return None
    if sentence.lower(mark.last) in ("runs", "expires", "ends", "ran", "expired"):
        return None
    if word.act == "detention" and any(one.last == mark.first and one.unit in "DH" for one in told.lengths):
        return None
    event = made(mark, word, who)
    renewed = sentence.lowers[max(0, mark.first - 6) : mark.last + 4]
    if word.act == "detention" and (courtly(sentence) or any(one in renewed for one in _extending())):
        event.act = "pretrial_detention"
    return event


def _took_place(told: Told, mark: Mark, who: Who) -> bool:
    """Whether a release is told and not wished for: "ordered the release of X", "X's release on 3 May"."""
    sentence = told.sentence
    if mark.last in told.dated or (sentence.lower(mark.last) in ("on", "in") and mark.last + 1 in told.dated):
        return True
    lead = who.head if who.possessive else mark.first - (sentence.lower(mark.first - 1) == "the")
    if who.possessive:
        return sentence.lower(lead - 1) in set_of("en", "grammar", "done") - _AFTER
    return lead < mark.first and (lead == 0 or sentence.lower(lead - 1) in set_of("en", "grammar", "done"))


_AFTER = frozenset(("after", "before", "following", "upon", "marked"))


def _extending() -> frozenset[str]:
    return set_of("en", "grammar", "extending")


def _proceeds(sentence: Sentence, mark: Mark, who: Who) -> bool:
    """Whether a trial is said to take place."""
    if sentence.lower(mark.first - 1) == "in":
        return False
    for at in range(mark.last, max(mark.last, who.last) + _NEAR + 1):
        told = sentence.at("proceeding", at)
        if told is not None:
            announced = sentence.lower(told.last - 1) in ("begins", "opens", "starts")
            return not (announced and sentence.lower(told.last) in ("on", "in", "next"))
    return False


def _closed(sentence: Sentence, mark: Mark) -> bool:
    """Whether what is said of a case is that it was dropped: "dropped the charge against X" too."""
    for at in range(mark.first - 1, max(0, mark.first - 4), -1):
        closing = sentence.at("closing", at)
        direct = sentence.lower(at + 1) in (
            "the",
            "a",
            "all",
            "its",
            "their",
            "criminal",
            "charges",
            "charge",
        )
        if closing is not None and direct and verb_group(sentence, closing, "ed").real:
            return True
    for at in range(mark.last, min(mark.last + 20, len(sentence.tokens))):
        if sentence.tokens[at].text in (";", ".", ":"):
            return False
        if sentence.at("closing", at) is not None:
            denied = sentence.at("negations", at - 1) is not None
            passive = sentence.at("be", at - 1) is not None or sentence.at("be", at - 2) is not None
            return (passive and not denied) or sentence.lower(mark.first - 2) in ("had", "has", "have")
    return False


def _searched(told: Told, mark: Mark) -> Who | None:
    """Of "a search took place at the home of X", "searches at X's", "a raid on the flat of X"."""
    sentence = told.sentence
    for who in told.whos:
        if not 0 < who.head - mark.last <= _HOMES or who.kind in NOBODY:
            continue
        home = who.governed == "of" and sentence.any_at(("belongings",), who.head - 2) is not None
        own = (
            who.possessive
            and sentence.any_at(("belongings",), who.last + (sentence.lower(who.last) == "'s")) is not None
        )
        if home or (own and who.governed in ("at", "in", "of", "on")):
            return replace(who, possessive=False)
    return None


def _opened_against(told: Told, mark: Mark) -> Who | None:
    """Of "a case was opened against X", "charges have been brought against X"."""
    sentence = told.sentence
    opening = set_of("en", "grammar", "opening")
    words = range(mark.last, min(mark.last + 9, len(sentence.tokens)))
    if sentence.at("negations", mark.first - 1) is not None:
        return None
    at = next(
        (index for index in words if sentence.lower(index) in opening or goes_to(sentence, index)), None
    )
    unreal = any(sentence.any_at(("negations", "modals"), index) is not None for index in words[:4])
    if at is None or unreal or not (sentence.at("be", at - 1) or handed(told, at)):
        return None
    near = (
        who
        for who in told.whos
        if who.governed in ("against", "into", "on", "upon", "to", "for") and 0 < who.head - at <= 4
    )
    who = next(near, None)
    return (
        None if who is None or who.kind in NOBODY or (who.possessive and _other_noun(sentence, who)) else who
    )


def _opened(sentence: Sentence, mark: Mark) -> bool:
    """Of "a criminal case was opened", "investigators opened a case for …": against whom is left out."""
    opening = set_of("en", "grammar", "opening")
    known = sentence.lower(mark.first - 1) in ("the", "this", "that", "his", "her", "their")
    if known or sentence.lower(mark.last - 1) not in ("case", "proceedings"):
        return False
    after = next((at for at in range(mark.last, mark.last + 6) if sentence.lower(at) in opening), None)
    passive = after is not None and sentence.at("be", after - 1) is not None
    active = any(sentence.lower(at) in opening for at in range(mark.first - 3, mark.first))
    near = sentence.lowers[max(0, mark.first - 4) : (after or mark.last) + 5]
    denied = any(
        sentence.any_at(("negations", "modals", "demand"), at) for at in range(mark.first - 4, mark.last + 6)
    )
    return (passive or active) and not denied and not {"against", "into", "over"} & set(near)


def _other_noun(sentence: Sentence, who: Who) -> bool:
    return sentence.at("cases", who.last) is None


def _closing(told: Told, mark: Mark, who: Who | None) -> Event | None:
    if who is not None and who.kind in NOBODY:
        return None
    event = Event(
        "other", mark.first, mark.last, who, "nouns", "case closed", "case_closed", start=mark.first
    )
    event.elliptic = who is None
    opening = mark.first <= 8 or told.sentence.lower(mark.first - 1) in ("the", "that", "this")
    return event if who is not None or opening else None


def _headed(told: Told, mark: Mark, word: ActWord) -> bool:
    """Whether a noun speaks of the person in question: "The charge was …", "Sentence: five years"."""
    if word.act == "charge":
        return _is_told(told.sentence, mark)
    if word.act == "trial":
        opens = (
            mark.first == 1 and told.sentence.lower(0) == "the" and told.sentence.lower(mark.first) == "trial"
        )
        return opens and told.sentence.at("proceeding", mark.last) is not None
    if word.act in ("search", "interrogation"):
        opens = mark.first == 1 and told.sentence.lower(0) == "the"
        return opens and told.sentence.lower(mark.last) in ("lasted", "took", "went", "began", "ended")
    if word.act in ("house_arrest", "pretrial_detention"):
        return mark.first == 0 and told.sentence.lower(mark.last) in ("since", "from")
    heads = word.act == "sentence" and mark.first <= 2 and tells_its_length(told, mark)
    return heads and not any(one.kind == "person" for one in told.whos)


def _sufferer(told: Told, mark: Mark) -> Who | None:
    """Who "was subjected to" or "faced" what a noun names.

    Of several people it is not said who suffered which act: then it is nobody.
    """
    sentence = told.sentence
    if sentence.lower(mark.last - 1) in ("case", "cases"):
        return None
    for at in range(mark.first - 1, max(-1, mark.first - 12), -1):
        suffering = sentence.at("suffering", at)
        if suffering is not None and suffering.last <= mark.first:
            verb = verb_group(sentence, suffering, "ed")
            who = subject_before(sentence, verb.start, told.whos) if verb.real else None
            single = who is not None and len(who.people) < 2 and who.kind not in (*NOBODY, "plural")
            return who if single else None
        if sentence.tokens[at].text in (";", ":") or sentence.any_at(("be", "attribution", "relative"), at):
            return None
    return None


def _with_ban(sentence: Sentence, mark: Mark) -> bool:
    """Of "… together with a six-year ban on politics": a ban beside another act has the same victim."""
    lead = {sentence.lower(at) for at in range(mark.first - 7, mark.first)}
    added = lead & {"a", "an", "another", "and", "with", "plus"}
    return bool(added) and sentence.lower(mark.first - 1) not in ("the", "'s")


def _is_told(sentence: Sentence, mark: Mark) -> bool:
    """Of "The charge was …", "A third charge, …, followed"."""
    quoted = sentence.tokens[0].text in ('"', "“")
    if mark.first > 3 or sentence.at("prepositions", 0) is not None or quoted:
        return False
    named = sentence.lower(mark.last - 1) in ("charge", "charges", "accusation")
    return named and (sentence.at("be", mark.last) is not None or sentence.lower(mark.last) in (",", ":"))


def penalty_event(told: Told, mark: Mark) -> Event | None:
    """A penalty given or received: "got 15 days of administrative detention", "gave him two years"."""
    near = (one for one in told.lengths if 0 <= one.first - mark.last <= _NEAR and not one.possible)
    length = next(near, None) or _for_life(told, mark) or _bare_years(told, mark)
    verb = verb_group(told.sentence, mark, light_form(told.sentence, mark))
    if length is None and verb.real:
        return fronted(told, mark, verb.start)
    if length is None or not _earned(told.sentence, mark, length):
        return None
    must = _will(told.sentence, mark) or told.sentence.lower(verb.start) == "must"
    must = must and told.sentence.lower(mark.first).startswith(("serv", "spen", "sit"))
    who = _recipient(told, mark, verb, length) if verb.real or must else None
    who = topic(told) or who if mark.kind == "give" and verb.real else who
    _custody_ordered(told.sentence, mark, length)
    ordered = length.kind in ("imprisonment", "pretrial", "house_arrest")
    ordered = ordered or told.sentence.lower(mark.first) == "settled"
    if who is None and ordered and verb.real and courtly(told.sentence):
        return Event("penalty", mark.first, mark.last, None, "penalty", elliptic=True, start=verb.start)
    given = verb.voice == "open" and told.before is not None and told.before.elliptic
    if who is None and given and _goes_on(told, mark.first):
        return Event("penalty", mark.first, mark.last, None, "penalty", elliptic=True, start=verb.start)
    if who is None and mark.first == 0 and told.sentence.lower(0) in ("serving", "got", "received"):
        return Event("penalty", mark.first, mark.last, None, "penalty", elliptic=True, start=verb.start)
    if who is None or who.kind in NOBODY or (who.possessive and who.word != "her"):
        return None
    return Event("penalty", mark.first, mark.last, who, "penalty", start=verb.start)


def _goes_on(told: Told, index: int) -> bool:
    """Whether only words like "first" stand between a semicolon and a verb without a subject."""
    at = index - 1
    while at > 0 and told.sentence.at("passed_over", at) is not None:
        at -= 1
    return told.sentence.lower(at) == ";"


def _custody_ordered(sentence: Sentence, mark: Mark, length: Length) -> None:
    """Of "ordered X held for two months": the months are custody before trial, days an arrest."""
    held = set_of("en", "grammar", "kept_in")
    between = {*sentence.lowers[mark.last : length.first], *sentence.lowers[length.last : length.last + 1]}
    unnamed = length.kind is None or (length.kind == "administrative_arrest" and length.unit in "MY")
    if unnamed and sentence.lower(mark.first).startswith(_ORDERING) and not held.isdisjoint(between):
        long = length.unit in "MYW" or length.iso in ("P30D", "P45D", "P60D", "P90D")
        length.kind = "pretrial" if long else "administrative_arrest"


_ORDERING = ("order", "sanction", "authori", "extend")
_ENDS = ("", ".", ",", ";", "and", "for", "in", "without", ")")


def _for_life(told: Told, mark: Mark) -> Length | None:
    """Of "the two got life", "gave her life"."""
    for at in range(mark.last, min(mark.last + 5, len(told.sentence.tokens))):
        if told.sentence.lower(at) == "life" and told.sentence.lower(at + 1) in _ENDS:
            if any(one.first <= at < one.last for one in told.lengths):
                return None
            length = Length(at, at + 1, "", "Y", "life_imprisonment", at)
            told.lengths.append(length)
            return length
    return None


_MOST_YEARS = 30


def _bare_years(told: Told, mark: Mark) -> Length | None:
    """Of "prosecutors wanted ten years; the judge gave him seven": a number that means years."""
    if not told.years and not any(one.unit == "Y" and one.first < mark.first for one in told.lengths):
        return None
    for at in range(mark.last, min(mark.last + 3, len(told.sentence.tokens))):
        number = number_at(told.sentence, at)
        if number is not None:
            closed = told.sentence.lower(number.last) in ("", ".", ",", ";", "for", "and")
            if number.value > _MOST_YEARS or not closed or number.vague:
                return None
            length = Length(at, number.last, f"P{int(number.value)}Y", "Y", "imprisonment")
            told.lengths.append(length)
            return length
    return None


def _earned(sentence: Sentence, mark: Mark, length: Length) -> bool:
    """Whether time received is a penalty: "got five years for …", but not "spent two years in custody"."""
    verb = sentence.lower(mark.first)
    spent = verb in set_of("en", "grammar", "spending")
    near = sentence.lowers[length.last : length.last + 5]
    if verb in ("spend", "sit") and length.kind == "imprisonment" and _will(sentence, mark):
        return True
    if spent and (length.unit in "YM" or not set_of("en", "grammar", "not_served_in").isdisjoint(near)):
        return False
    if mark.kind == "give" or length.kind is not None or length.unit in "DH":
        return True
    closed = sentence.lower(length.last) in (
        ",",
        ".",
        ";",
        "for",
        "and",
        "in",
        "",
        "on",
        "under",
        "since",
        "at",
        "there",
        "respectively",
        "each",
        "apiece",
    )
    return verb.startswith(("receiv", "got", "get", "serv")) and closed


def _will(sentence: Sentence, mark: Mark) -> bool:
    """Of "will spend six years in a colony", "is to spend": what was imposed lies ahead."""
    before = sentence.lowers[max(0, mark.first - 3) : mark.first]
    if before[-2:] == ["have", "to"] and sentence.lower(mark.first - 3) in ("will", "now", "must"):
        return True
    return "will" in before or before[-2:] in (["is", "to"], ["are", "to"])


def _recipient(told: Told, mark: Mark, verb: Verb, length: Length) -> Who | None:
    sentence, whos = told.sentence, told.whos
    later = next(
        (one for one in whos if one.governed in ("to", "on", "upon") and 0 <= one.head - length.last <= 5),
        None,
    )
    if mark.kind == "give" and later is not None and later.kind not in NOBODY and not later.possessive:
        return later
    if verb.voice == "passive" or mark.kind == "receive":
        return (
            subject_before(sentence, verb.start, whos)
            or shared(told, verb.start)
            or after_serving(told, mark)
        )
    until = length.first + 1
    begin = verb.end + (sentence.lower(verb.end) == "that")
    target = object_after(sentence, begin, [who for who in whos if who.last <= until], until=until)
    if target is not None:
        return target
    subject = subject_before(sentence, verb.start, whos)
    if verb.voice == "open" and subject is not None and subject.kind != "agent":
        return subject if subject.people and "handed" not in sentence.lower(mark.first) else None
    return told.victim
