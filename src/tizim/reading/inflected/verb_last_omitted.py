"""Whether a clause leaves its victim out because the text spoke of them just before; whose a thing is; an
age before a name."""

import re

from tizim.reading.inflected.entries import Role
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.verb_last import describes, is_background
from tizim.reading.inflected.who import KIN, Who
from tizim.reading.tongue import Form

FREE = frozenset({"person", "group", "noun", "plural", "pronoun", "relative", KIN})
_WHOLE = frozenset({"бәрі", "барлығы"})
_MINE = ("дым", "дім", "тым", "тім", "мын", "мін", "дық", "дік", "тық", "тік", "мыз", "міз")
"""Endings of "I" and "we": whoever speaks is nobody of whom the text spoke."""
_MY = re.compile(r"[аеыіуү]м(?:[ыі]з)?(?:[дн]ы|[дн]і|н[ыі]ң|а|е|д[ае]|[нд][ае]н)?$")
_OF_A_CASE = frozenset({"charge", "appeal", "trial", "sentence", "conviction", "other"})
_HANDS_ON = frozenset({"ill_treatment", "threat", "detention", "death"})
_NOT_OBJECTS = tuple(
    (
        "months weekdays seasons year_words unit number relative penalty agency of_place place title book "
        "article part passed_over court_term postpositions later ago before since_after and breaks carriers"
    ).split()
)


def leaves_out(told: Told, event: Event, roles: tuple[Role, ...]) -> bool:
    """Whether a clause leaves out its victim because the text spoke of them just before."""
    if event.mode == "attribute" or told.sentence.span.heading or _is_counted(told, event.first):
        return False
    if opens_unknown(told) or (event.act in _OF_OTHERS and describes(told.sentence, event.last - 1)):
        return False
    if event.mode == "noun" and event.entry.needs == "article":
        return _is_headed(told, event.last) and not _somebody(told, event, frozenset())
    if event.mode == "noun" and ({role.case for role in roles} != {"gen"} or not is_owned(told, event)):
        return False
    if told.sentence.lower(event.last - 1).endswith(_MINE):
        return False
    cases = {role.case for role in roles if not role.after}
    if not cases:
        named = frozenset({"nom", "gen", "dat"}) if event.act == "appeal" else frozenset[str]()
        return event.act in _OF_A_CASE and not _somebody(told, event, named)
    if cases == {"gen"} or (
        event.act in _OF_A_CASE and event.mode in ("active", "passive") and "acc" not in cases
    ):
        return not _somebody(told, event, frozenset({"gen", "nom"}))
    known = _somebody(told, event, frozenset(cases)) or ("acc" in cases and _hits_agency(told, event))
    return not (known or _taken(told, event, frozenset(cases)))


def opens_unknown(told: Told) -> bool:
    """Whether a line of a list opens with two capitalised words of whom nobody is known: it is about them."""
    words = [token for token in told.sentence.tokens if token.kind == "word"][:2]
    named = any(who.kind == "person" for who in told.whos)
    return bool(told.sentence.span.item) and not named and sum(token.capital for token in words) == 2


def _is_headed(told: Told, last: int) -> bool:
    """Whether a dash or a colon follows a noun that stands for a sentence ("the charge – article 174")."""
    return told.sentence.lower(last) in ("–", "—", ":", "-")


def _is_counted(told: Told, index: int) -> bool:
    """Whether a number counts the noun of a trigger ("14 new cases were opened"; not "searched it twice")."""
    sentence = told.sentence
    own = sentence.word(index).forms[:1]
    if own and own[0].part in ("verb", "converb", "participle"):
        return False
    at = index
    while at > 0 and (forms := sentence.word(at - 1).forms) and forms[0].part == "adjective":
        at -= 1
    before = sentence.tokens[at - 1] if at and sentence.at("unit", at) is None else None
    return before is not None and (before.kind == "number" or sentence.ends_at("number", at) is not None)


def is_owned(told: Told, event: Event) -> bool:
    """Whether a trigger that is a noun bears the ending of possession ("his trial")."""
    words = (told.sentence.word(at) for at in range(event.first, event.last))
    return any(word.forms and word.forms[0].possessed for word in words)


def _somebody(told: Told, event: Event, cases: frozenset[str]) -> bool:
    """Whether somebody stands before the trigger in one of the cases (in any, where none is given)."""
    return any(
        who.kind in FREE and not who.official and who.first < event.first
        and not is_of_background(told, who, event.first)
        and told.sentence.at("reported_after", who.last) is None
        and (not cases or who.cases & cases)
        and told.clauses.same(who.head, event.first)
        for who in told.whos
    )  # fmt: skip


def is_of_background(told: Told, who: Who, before: int) -> bool:
    """Whether kin without a name are only the subject of what says when something else was («қызы ұсталғаннан
    кейін қамалды»)."""
    return (
        who.kind == KIN
        and who.cases == {"nom"}
        and any(
            is_background(told.sentence, mark.first)
            for mark in told.sentence.of("background")
            if who.last < mark.first < before
        )
    )


def _taken(told: Told, event: Event, cases: frozenset[str]) -> bool:
    """Whether a thing fills the place of the victim: an object, or a subject of the passive."""
    clause = told.clauses.of[event.first]
    for at in range(told.link(event.first).start, event.first):
        forms = told.sentence.word(at).forms
        if told.clauses.of[at] != clause or any(told.sentence.is_at(kind, at) for kind in _NOT_OBJECTS):
            continue
        if _is_other(forms, event) and "acc" in cases:
            return True
        if (
            not forms
            or forms[0].part not in ("noun", "name")
            or any(at in range(who.head, who.last) for who in told.whos)
        ):
            continue
        if _is_of_victim(told, at, event) or _is_of_converb(told, at, event):
            continue
        if forms[0].case == "acc" and "acc" in cases:
            return True
        if forms[0].case == "nom" and _bare(told, at, event):
            return True
    return False


def _hits_agency(told: Told, event: Event) -> bool:
    """Whether what was done was done to an agency («полицияны қорлады»): nobody left out is meant."""
    return event.act in _HANDS_ON and any(
        mark.last <= event.first
        and told.clauses.same(mark.first, event.first)
        and "acc" in told.sentence.word(mark.last - 1).cases
        for mark in told.sentence.of("agency")
    )


def _is_of_converb(told: Told, at: int, event: Event) -> bool:
    """Whether a thing is the object of a converb right behind it, not of the act («есігін бұзып тінтті»)."""
    following = told.sentence.word(at + 1).forms[:1]
    own = event.act == "search" and told.sentence.word(at).forms[0].case == "acc" and at + 1 < event.first
    return own and bool(following) and following[0].part == "converb"


def _is_of_victim(told: Told, at: int, event: Event) -> bool:
    """Whether a thing is a belonging that is searched, or a part of the body: whose it is is struck."""
    if event.act == "ill_treatment":
        return told.sentence.word(at).forms[0].possessed
    return event.act in ("search", "account_attack") and _is_belonging(told, at, event.first)


def _is_other(forms: tuple[Form, ...], event: Event) -> bool:
    """Whether a word is a pronoun that fills the object; "all of it" that was searched is nobody."""
    if not forms or forms[0].part != "pronoun" or forms[0].case != "acc":
        return False
    return event.act != "search" or forms[0].lemma not in _WHOLE


def _bare(told: Told, at: int, event: Event) -> bool:
    """Whether a noun without an ending is a subject or object: it stands before the verb or before a mark."""
    following = told.sentence.word(at + 1).forms
    return (
        at + 1 == event.first
        or not following
        or following[0].part not in ("noun", "name", "adjective", "other")
    )


def belongs(told: Told, event: Event) -> bool:
    """Whether a belonging of somebody stands before the trigger ("the blogger's flat was searched")."""
    return any(
        _is_belonging(told, at, event.first) or _is_case_of(told, at, event.first)
        for at in range(event.first)
    )


def says_mine(told: Told, trigger: int) -> bool:
    """Whether a belonging before the trigger bears the ending of "my" or "our" («үйімізді тінтті»)."""
    return any(
        mark.last <= trigger
        and told.clauses.same(mark.first, trigger)
        and _MY.search(told.sentence.lower(mark.last - 1)) is not None
        for mark in told.sentence.of("belongings")
    )


def _is_case_of(told: Told, at: int, trigger: int) -> bool:
    """Whether a word is somebody's penalty, term or case, or what they may not do ("X-тің мерзімі")."""
    owned = told.lexicon.set("people", "owned")
    forms = told.sentence.word(at).forms
    if not forms or not forms[0].possessed or not told.clauses.same(at, trigger):
        return False
    return forms[0].lemma in owned or (forms[0].part == "noun" and forms[0].lemma.endswith(("у", "ю")))


def _is_belonging(told: Told, at: int, trigger: int) -> bool:
    forms = told.sentence.word(at).forms
    return (
        told.sentence.at("belongings", at) is not None
        and told.clauses.same(at, trigger)
        and bool(forms)
        and forms[0].possessed
    )


def past_age(told: Told, index: int) -> int:
    """The token behind an age at a token («34 жастағы»), or the token itself."""
    years = told.sentence.tokens[index].kind == "number" if index < len(told.sentence.tokens) else False
    return index + 2 if years and told.sentence.at("age_words", index + 1) is not None else index


def without_doers(told: Told, event: Event, roles: tuple[Role, ...]) -> tuple[Role, ...]:
    """The roles; who stands as the subject of an active participle that takes an object did it («X тыйым
    салған топ»)."""
    takes = event.entry.victim[0].case in ("dat", "acc")
    if not (takes and describes_others(told, event)):
        return roles
    return tuple(one for one in roles if one.case != "nom" or one.after)


def describes_others(told: Told, event: Event) -> bool:
    """Whether an active participle tells of those behind it what others did to them («тыйым салған топ»)."""
    form = next(iter(told.sentence.word(event.last - 1).forms), None)
    active = form is not None and form.part == "participle" and form.voice != "passive"
    return active and event.act in _OF_OTHERS and describes(told.sentence, event.last - 1)


_OF_OTHERS = frozenset({"ban_on_activity", "charge", "sentence", "fine", "administrative_arrest"})
