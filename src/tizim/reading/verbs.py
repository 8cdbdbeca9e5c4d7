"""Acts told by verbs: "police detained X", "X was detained", "X went on trial"."""

from dataclasses import replace

from tizim.reading.accused import accuses, officially, suffers_what
from tizim.reading.appeals import on_a_case
from tizim.reading.arranged import at_once, described_by, held_longer, object_of_both, ordered
from tizim.reading.clauses import Verb, object_after, possession_of, subject_before, verb_group, whom_before
from tizim.reading.events import Event, Told, made, shared, suffers, understood
from tizim.reading.kin import KIN, owner_of_kin
from tizim.reading.marks import Mark, Sentence
from tizim.reading.owners import of_the_home, owner_after, owner_before, possessor, through
from tizim.reading.rulings import ruled
from tizim.reading.sayings import only_says
from tizim.reading.untold import with_object
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of

_FORMS = ("past", "part", "s", "ing", "base")


def verb_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """The act of a transitive verb with the one who suffers it."""
    sentence = told.sentence
    verb = verb_group(sentence, mark, form_of(mark, word))
    if not verb.real and (_present(told, mark, verb) or ruled(told, verb)):
        verb = Verb(mark.first, mark.last, "active")
    if (
        _awaited(sentence, verb)
        or not (verb.real or _ordered(sentence, word, verb))
        or _other_thing(sentence, mark, word)
        or only_says(sentence, mark, word)
    ):
        return None
    if word.act == "appeal":
        return on_a_case(told, mark, word, verb)
    if accuses(sentence, mark) and not officially(told, mark, verb):
        return None
    who, elliptic = _threatened(told, verb) if _threatens(sentence, mark) else _patient(told, verb)
    who = None if suffers_what(sentence, mark, verb, who) else who
    who, elliptic = of_the_home(told, word, verb) if who is None and not elliptic else (who, elliptic)
    if who is None and (not elliptic or sentence.lower(verb.end) == ":"):
        return None
    owned = who is not None and who.possessive
    touched = owned and who is not None and through(sentence, word.act, who)
    if (owned or sentence.lower(mark.first).startswith(_ONLY_THROUGH)) and not (
        touched or _by_owner(told, verb, who)
    ):
        return None
    event = held_longer(told, made(mark, word, who, verb))
    if (
        word.act == "search"
        and who is not None
        and possession_of(sentence, who) in set_of("en", "people", "online")
    ):
        event.act = "account_attack"
    event.elliptic, event.perfect = elliptic, sentence.at("have", verb.start) is not None
    event.tense = sentence.lower(verb.start)
    return event


_ONLY_THROUGH = ("broke", "break", "freez", "froze", "block", "twist", "smash", "fractur")


def _threatens(sentence: Sentence, mark: Mark) -> bool:
    return sentence.lower(mark.first) == "threatened" and sentence.lower(mark.last) == "to"


def _threatened(told: Told, verb: Verb) -> tuple[Who | None, bool]:
    """Of "beat him and threatened to harm his daughter", "threatened to jail her": whom the threat is to."""
    if verb.voice == "passive":
        return None, False
    same = shared(told, verb.start) if told.before is not None and told.before.act != "threat" else None
    near = (
        owner_of_kin(told.sentence, one)
        for one in told.whos
        if 0 < one.first - verb.end <= _THREAT and (one.kind in ("pronoun", "person") or one.word == KIN)
    )
    target = next((one for one in near if one.word not in ("he", "she", "they", "i")), None)
    chosen = same or target
    return (replace(chosen, possessive=False) if chosen is not None else None), False


_THREAT = 5


def _other_thing(sentence: Sentence, mark: Mark, word: ActWord) -> bool:
    """Whether the words after a verb make it tell of something else: "tried to …", "forbade X to leave"."""
    if word.act == "trial":
        return sentence.lower(mark.last) == "to"
    if word.act == "ill_treatment" and "with" in (sentence.lower(mark.last - 1), sentence.lower(mark.last)):
        near = sentence.lowers[mark.last : mark.last + _INSTRUMENT]
        return not set_of("en", "grammar", "no_weapons").isdisjoint(near)
    if word.act in ("detention", "pretrial_detention") and sentence.lower(mark.first) in set_of(
        "en", "grammar", "holding_words"
    ):
        return not set_of("en", "grammar", "meetings").isdisjoint(
            sentence.lowers[mark.last : mark.last + _MEETING]
        )
    if sentence.lower(mark.first) == "investigating":
        return sentence.any_at(("agents", "officials"), mark.last) is not None
    return word.act == "ban_on_activity" and _to_leave(sentence, mark)


_MEETING = 4
_INSTRUMENT = 6


def _to_leave(sentence: Sentence, mark: Mark) -> bool:
    """Of "forbade X to leave the country": what is forbidden is no activity but to travel."""
    near = sentence.lowers[mark.last : mark.last + 6]
    return ("leave" in near or "leaving" in near) and bool({"to", "from"} & set(near))


def _by_owner(told: Told, verb: Verb, who: Who | None) -> bool:
    """Whether somebody was found as the owner of a thing: "the accounts of X were frozen"."""
    if who is None or who.possessive:
        return False
    if told.sentence.lower(verb.end - 1) == "of" and who.head == verb.end:
        return True
    owner = owner_before(told, verb.start) or owner_after(told.sentence, verb.end, told.whos)
    return owner is not None and owner.people == who.people


def _awaited(sentence: Sentence, verb: Verb) -> bool:
    """Of "when they are sentenced in July", "until he is released": it has not happened."""
    if sentence.lower(verb.start) not in ("is", "are") or verb.voice != "passive":
        return False
    return any(
        sentence.lower(at) in ("when", "until", "once", "unless") for at in range(verb.start - 4, verb.start)
    )


def _present(told: Told, mark: Mark, verb: Verb) -> bool:
    """Whether a base form is the present tense of its agents: "Police detain X", "officers search homes"."""
    if verb.voice != "infinitive" or told.sentence.lower(mark.first - 1) == "to":
        return False
    return any(who.kind == "agent" and who.last == mark.first for who in told.whos)


def _ordered(sentence: Sentence, word: ActWord, verb: Verb) -> bool:
    """A verdict says what will be: "he will be barred from journalism for five years"."""
    if word.act in ("detention", "pretrial_detention") and sentence.lower(verb.start) in (
        "should",
        "be",
        "must",
    ):
        before = sentence.lowers[max(0, verb.start - _RULED) : verb.start]
        return "that" in before and not set_of("en", "grammar", "ruling_verbs").isdisjoint(before)
    return word.act == "ban_on_activity" and sentence.lower(verb.start) in ("will", "must", "shall")


_RULED = 6


def form_of(mark: Mark, word: ActWord) -> str:
    """In which form a verb of an act stands; "ed" where past and participle look alike."""
    forms = {value.form for value in mark.values if isinstance(value, ActWord) and value.shape == word.shape}
    if forms >= {"past", "part"}:
        return "ed"
    if "base" in forms and "past" not in forms:
        return "base"
    return next((form for form in _FORMS if form in forms), "ed")


def _patient(told: Told, verb: Verb) -> tuple[Who | None, bool]:
    """Who suffers the act, and whether the clause leaves them to be understood."""
    if verb.voice == "passive":
        return _passive_subject(told, verb)
    sentence, whos = told.sentence, told.whos
    target = object_after(sentence, verb.end, whos) or owner_after(sentence, verb.end, whos)
    target = target or whom_before(sentence, verb.start, whos)
    both = object_of_both(told, verb.end) if target is None else None
    target = object_after(sentence, both, whos) if both is not None else target
    if verb.voice in ("active", "participle"):
        return target or shared(told, verb.start), False
    subject = subject_before(sentence, verb.start, whos)
    by_agent = subject is not None and subject.kind == "agent"
    if target is not None and (subject is None or by_agent or target.first - verb.end <= 4):
        return target, False
    if by_agent:
        return shared(told, verb.start), False
    return _reduced(told, verb, subject)


def _passive_subject(told: Told, verb: Verb) -> tuple[Who | None, bool]:
    subject = subject_before(told.sentence, verb.start, told.whos)
    if subject is not None:
        silent = subject.kind in ("agent", "kin") and not subject.official
        return (None if silent else subject), False
    ahead = _ahead_of(told, verb)
    if ahead is not None:
        return ahead, False
    owner = possessor(verb.start, told.whos) or owner_before(told, verb.start)
    if owner is not None:
        return owner, False
    same = shared(told, verb.start) or _being_after(told, verb) or _telling_of(told, verb)
    return same, same is None and _opens(told, verb.start)


def _being_after(told: Told, verb: Verb) -> Who | None:
    """Of "X was held for a year before being pardoned": the victim of the act before."""
    once = told.sentence.lower(verb.start) == "being" and told.sentence.lower(verb.start - 1) in _ONCE
    if not once or verb.start <= _OPENING:
        return None
    return told.victim if told.found else next((who for who in told.whos if _leads(who, verb)), None)


def _leads(who: Who, verb: Verb) -> bool:
    """Whether somebody can be the subject of the clause before "while being questioned"."""
    kinds = ("person", "pronoun", "group", "noun")
    return (
        who.last < verb.start and who.kind in kinds and not (who.governed or who.possessive or who.official)
    )


def _telling_of(told: Told, verb: Verb) -> Who | None:
    """Of "X described being beaten", "X recalls having been tortured": who tells it of themselves."""
    telling = set_of("en", "grammar", "telling")
    if told.sentence.lower(verb.start) not in ("being", "having"):
        return None
    at = next((i for i in range(verb.start - 1, max(-1, verb.start - _TOLD), -1)
               if told.sentence.lower(i) in telling), None)  # fmt: skip
    return subject_before(told.sentence, at, told.whos) if at is not None else None


_TOLD = 9


def _ahead_of(told: Told, verb: Verb) -> Who | None:
    """Of "After being detained on 8 June, X was beaten": who comes after the comma."""
    sentence = told.sentence
    being = sentence.lower(verb.start) == "being" and sentence.lower(verb.start - 1) in _ONCE
    having = sentence.lower(verb.start) == "having" and verb.start <= 1
    if not (being or having) or verb.start > _OPENING:
        return None
    comma = next((at for at in range(verb.end, verb.end + _CLAUSE) if sentence.lower(at) == ","), None)
    who = next((one for one in told.whos if comma is not None and one.head == comma + 1), None)
    return who if who is not None and who.kind in ("person", "pronoun") and not who.possessive else None


_ONCE = ("after", "before", "since", "following", "upon", "while", "despite")
_OPENING, _CLAUSE = 4, 14


def _reduced(told: Told, verb: Verb, subject: Who | None) -> tuple[Who | None, bool]:
    """A participle without its auxiliary: "activists detained at the rally", "also detained was X"."""
    if told.sentence.lower(verb.end) in ("was", "were") and verb.start <= _OPENING:
        return next((who for who in told.whos if who.head == verb.end + 1 and suffers(who)), None), False
    owner = possessor(verb.start, told.whos)
    if owner is not None and possession_of(told.sentence, owner) and verb.start - owner.last <= 4:
        return owner, False
    same = ordered(told, verb.start) or shared(told, verb.start) or described_by(told, verb.start)
    same = same or at_once(told, verb.start)
    if same is not None:
        return same, False
    if told.sentence.lower(verb.start - 1) == "those":
        return _one_of_those(told, verb), False
    if told.before is not None and told.before.elliptic and follows(told, verb.start, (",", ";")):
        return None, True
    joined = _joined_passive(told, verb) or _lead(told, verb.start)
    if joined is not None:
        return joined, False
    whole = told.sentence.lower(verb.end - 1) in ("against", "of", "to") or with_object(told.sentence, verb)
    if subject is not None and subject.kind != "generic" and verb.start - subject.last <= 1 and not whole:
        return subject, False
    return None, subject is None and _opens(told, verb.start)


def _joined_passive(told: Told, verb: Verb) -> Who | None:
    """Of "was stripped of his post and deported": the subject of the passive before "and"."""
    joint = told.sentence.lower(verb.start - 1)
    if joint not in ("and", "but"):
        return None
    for at in range(verb.start - 2, max(0, verb.start - 20), -1):
        if told.sentence.tokens[at].text in (";", ":") or (joint == "and" and told.sentence.lower(at) == ","):
            return None
        if told.sentence.lower(at) in ("was", "were", "been"):
            first = at - 1 if told.sentence.at("have", at - 1) else at
            who = subject_before(told.sentence, first, told.whos)
            first = at + 1 + (joint == "but" and told.sentence.lower(at + 1) == "not")
            return who if suffers(who) and _participle(told.sentence, first) else None
    return None


def _participle(sentence: Sentence, index: int) -> bool:
    """Whether a word right after "was" is a participle, adverbs passed over."""
    word = sentence.lower(index + 1) if sentence.lower(index).endswith("ly") else sentence.lower(index)
    return (word.endswith(("ed", "en", "wn")) and len(word) > 4) or word in _IRREGULAR


_IRREGULAR = frozenset(
    "met held kept told brought sent put shot cut hit left let made found caught bound".split()
)


def _lead(told: Told, index: int) -> Who | None:
    """Of "Maryna K., teacher: fined 20 units", "A B - detained": the name that opens an entry."""
    first = told.whos[0] if told.whos else None
    if first is None or first.kind != "person" or first.head > 1 or first.last > index or first.possessive:
        return None
    mark = (
        told.sentence.lower(index - 1) in (":", "–", "—", "-", ";", "|", "/", ")", ",") or index == first.last
    )
    between = (who for who in told.whos if first.last <= who.first < index)
    verbs = any(
        told.sentence.any_at(("be", "have", "attribution", "relative"), at) is not None
        for at in range(first.last, index)
    )
    return first if mark and not verbs and not any(who.kind == "person" for who in between) else None


def _one_of_those(told: Told, verb: Verb) -> Who | None:
    """Of "X is one of those detained"."""
    for at in range(verb.start - 2, max(-1, verb.start - 8), -1):
        if told.sentence.at("be", at) is not None:
            who = subject_before(told.sentence, at, told.whos)
            return who if who is not None and who.kind in ("person", "pronoun") else None
    return None


def _opens(told: Told, index: int) -> bool:
    """Whether a clause begins at a token, so that its subject is to be understood from before."""
    if _only_dated_before(told, index):
        return True
    return follows(told, index, (";",))


def follows(told: Told, index: int, joints: tuple[str, ...]) -> bool:
    """Whether a verb without a subject goes on after an act: "detained in May; first given 30 days"."""
    before = told.before
    if before is None or not (before.elliptic or before.who is not None):
        return False
    at = index - 1
    while at > before.last and told.sentence.at("passed_over", at) is not None:
        at -= 1
    return told.sentence.lower(at) in joints


def _only_dated_before(told: Told, index: int) -> bool:
    """Whether nothing but a date stands before a token: "On 2 June sentenced to …"."""
    sentence = told.sentence
    return all(
        at in told.dated
        or sentence.tokens[at].kind != "word"
        or sentence.any_at(("prepositions", "passed_over"), at)
        for at in range(index)
    )


def subject_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """The act that happens to the grammatical subject: "X went on trial"."""
    if word.form == "fixed":
        return _fixed_event(told, mark, word)
    sentence, base = told.sentence, word.form == "base"
    verb = verb_group(sentence, mark, "base" if base else "ed")
    if not (_plural(told, mark) if base else verb.real):
        return None
    start = mark.first if base else min(verb.start, mark.first)
    who = subject_before(sentence, start, told.whos) or shared(told, start)
    who = who or _lead(told, verb.start)
    if who is None and word.form in ("past", "part") and _only_dated_before(told, verb.start):
        return understood(mark, word)
    if not suffers(who) or _into_the_street(sentence, mark, who):
        return None
    event = made(mark, word, who, verb)
    event.state, event.perfect = word.form in ("s", "base"), sentence.at("have", verb.start) is not None
    return event


def _into_the_street(sentence: Sentence, mark: Mark, who: Who | None) -> bool:
    """Of "four of them came out all the same": people who come out to protest, unless it says of where."""
    return who is not None and who.kind == "group" and sentence.lower(mark.last - 1) == "out"


def _plural(told: Told, mark: Mark) -> bool:
    """Whether a base form is the present tense of several: "A and B face charges"."""
    if told.sentence.lower(mark.first - 1) in ("they", "who", "also"):
        return True
    return any(who.last == mark.first and (len(who.people) > 1 or who.kind == "group") for who in told.whos)


def _fixed_event(told: Told, mark: Mark, word: ActWord) -> Event | None:
    """A phrase with its own modal: "must not work", "may not leave the country"."""
    who = subject_before(told.sentence, mark.first, told.whos) or shared(told, mark.first)
    if who is None and told.sentence.lower(mark.first - 1) == ";" and told.before is not None:
        who = told.before.who
        if who is None and told.before.elliptic:
            return understood(mark, word)
    if not suffers(who):
        return None
    event = made(mark, word, who)
    event.forever = "never" in told.sentence.lower(mark.first + 1)
    return event
