"""Signs of an act that no rule ties to anybody, and of somebody whom it may have hit: by these weights
decide (``reading/weighing.py``). None holds a name or a word of the text."""

from bisect import bisect_right

from tizim.reading.inflected.drafting import Scene
from tizim.reading.inflected.entries import Role
from tizim.reading.inflected.events import Event, Told
from tizim.reading.inflected.focus import Focus
from tizim.reading.inflected.who import Who
from tizim.reading.tongue import Form

_STEPS = (1, 3, 6, 11, 20)
_WORDS = ("0", "1-2", "3-5", "6-10", "11-19", "20 or more")
_LONG = (9, 17, 31)
_LENGTHS = ("short", "middling", "long", "very long")
_LINKS = {",": "a comma", ":": "a colon", ";": "a semicolon", "(": "a bracket", "–": "a dash", "—": "a dash"}
_KINDS = tuple(
    (
        "unreal unreal_after conditional negations reported reported_after speaking quoting may causes"
        " background prosecution including summary agency"
    ).split()
)
_NOMINAL = frozenset({"noun", "name", "pronoun"})
_TIMES = ("unit", "months", "weekdays", "near", "seasons")
_MOST = 4


def signs_of_act(event: Event, scene: Scene) -> list[str]:
    """The signs of an act and of the sentence that tells it."""
    told = scene.told
    size = _LENGTHS[bisect_right(_LONG, len(told.sentence.tokens))]
    named = {number for who in told.whos if who.kind == "person" for number in who.people}
    out = [
        f"act: {event.act}", f"told by: {event.mode}", f"clause: {told.clauses.clause(event.first).kind}",
        f"sentence: {size}", f"act wants: {_wanted(event)}",
        f"people of the sentence: {min(len(named), _MOST)}",
        f"acts of the sentence: {min(len(told.events), _MOST)}",
    ]  # fmt: skip
    out += [f"act: needs {event.entry.needs}"] if event.entry.needs else []
    out += [sign for sign, stands in _of_entry(event).items() if stands]
    out += [sign for sign, stands in _of_sentence(told).items() if stands]
    return [*out, *(f"sentence: {kind}" for kind in _KINDS if told.sentence.marks.get(kind))]


def _of_entry(event: Event) -> dict[str, bool]:
    return {
        "act: with its penalty": bool(event.lengths) or bool(event.money),
        "act: other words wanted": bool(event.entry.near),
        "act: one word": event.last - event.first == 1,
        "act: tells a state": bool(event.entry.status),
        "act: opens the sentence": event.first <= 1,
    }


def _of_sentence(told: Told) -> dict[str, bool]:
    texts = [token.text for token in told.sentence.tokens]
    return {
        "sentence: heading": told.sentence.span.heading,
        "sentence: line of a list": told.sentence.span.item,
        "sentence: day named": bool(told.dated),
        "sentence: article named": bool(told.articles),
        "sentence: penalty named": bool(told.lengths) or bool(told.money),
        "sentence: colon": ":" in texts,
        "sentence: quotation": "«" in texts or "“" in texts,
        "sentence: question": texts[-1:] == ["?"],
        "sentence: counted group": any(who.group is not None for who in told.whos),
        "sentence: pronoun": any(who.kind == "pronoun" for who in told.whos),
        "sentence: official": any(who.official for who in told.whos),
    }


def _roles(event: Event) -> tuple[Role, ...]:
    """How the victim of an act stands to its trigger."""
    return event.entry.passive if event.mode == "passive" and event.entry.passive else event.entry.victim


def _wanted(event: Event) -> str:
    roles = _roles(event)
    if not roles:
        return "nobody"
    return f"{'a word and ' if roles[0].before or roles[0].after else ''}{roles[0].case}"


def _cases(event: Event) -> set[str]:
    return {role.case for role in _roles(event) if not role.before and not role.after}


def signs_named_here(event: Event, who: Who, told: Told) -> list[str]:
    """The signs of somebody whom the sentence names, and of how they stand to an act."""
    behind = who.head >= event.last
    first, last = (event.last, who.head) if behind else (who.last, event.first)
    side = "behind the act" if behind else "before the act"
    words = _WORDS[bisect_right(_STEPS, max(0, last - first))]
    place, case = _clauses(event, who, told), _case(event, who)
    out = [
        "named: in the sentence", f"stands: {side}", f"stands: {words} words {side}", f"stands: {place}",
        f"case: {case}", f"case: {case}, {place}", f"case: {case}, {side}", f"{event.act}: {case}",
        f"{event.mode}: {case}",
    ]  # fmt: skip
    between = {_LINKS.get(token.text) for token in told.sentence.tokens[first:last]} - {None}
    out += [f"between: {link}" for link in sorted(str(one) for one in between)]
    flags = _between(event, who, told, range(first, last)) | _standing(event, who, told)
    return [*out, *(sign for sign, stands in flags.items() if stands)]


def _between(event: Event, who: Who, told: Told, gap: range) -> dict[str, bool]:
    """What stands between an act and somebody."""
    others = [one for one in told.whos if one is not who and one.kind == "person"]
    return {
        "between: another act": any(one.first in gap for one in told.events if one is not event),
        "between: somebody else": any(one.head in gap for one in others),
        "between: a verb": any(told.sentence.word(at).finite for at in gap),
        "stands: nearer to another act": any(
            _gap(one, who) < len(gap) for one in told.events if one is not event
        ),
    }


def _gap(event: Event, who: Who) -> int:
    """How many words stand between an act and somebody."""
    return event.first - who.last if event.first >= who.last else abs(who.head - event.last)


def _standing(event: Event, who: Who, told: Told) -> dict[str, bool]:
    """How somebody stands in the sentence."""
    sentence = told.sentence
    said = any(abs(mark.first - who.last) <= 1 for mark in sentence.of("speaking"))
    return {
        "stands: owner of something": who.owner,
        "stands: in a row": len(who.people) > 1,
        "stands: first of the sentence": not any(
            one.kind == "person" and one.first < who.first for one in told.whos
        ),
        "stands: behind a preposition": sentence.ends_at("prepositions", who.head) is not None,
        "stands: before a postposition": sentence.at("postpositions", who.last) is not None,
        "stands: with a title": who.head < who.first,
        "stands: hit by another act of the sentence": any(one.who is who for one in told.events),
        "stands: says it": said or sentence.at("reported_after", who.last) is not None,
    }


def _clauses(event: Event, who: Who, told: Told) -> str:
    """How the clause of somebody stands to that of an act."""
    mine, acts = told.clauses.clause(who.head), told.clauses.clause(event.first)
    if mine.number == acts.number:
        return "same clause"
    if mine.number == acts.parent:
        return "clause above"
    return "clause below" if mine.parent == acts.number else "other clause"


def _case(event: Event, who: Who) -> str:
    """Whether somebody stands in a case that an act wants."""
    if who.cases & _cases(event):
        return "as wanted" if len(who.cases) == 1 else "perhaps as wanted"
    return "nominative" if "nom" in who.cases else "another one"


def signs_spoken_of(event: Event, told: Told) -> list[str]:
    """The signs of somebody whom only a sentence before names."""
    people = [who for who in told.whos if who.kind == "person"]
    unnamed = [who for who in told.whos if who.kind in ("noun", "plural", "group", "somebody")]
    out = ["named: before", f"{event.act}: named before", f"{event.mode}: named before"]
    out += ["named: nobody in the sentence"] if not people else []
    out += (
        ["named: others in the sentence"] if any(not who.owner and not who.official for who in people) else []
    )
    return [*out, *(["named: people without names here"] if any(not who.official for who in unnamed) else [])]


def signs_of_people(people: tuple[int, ...], focus: Focus) -> list[str]:
    """What the text says of people: their titles, whether acts struck them before, whether they are kin."""
    titles = sorted({title for number in people for title in focus.people.persons[number].titles})
    flags = {
        "person: struck before": not focus.hit.isdisjoint(people),
        "person: somebody's kin": not focus.kin.isdisjoint(people),
        "person: one of them acts for the state or another": any(focus.aside(number) for number in people),
        "person: several": len(people) > 1,
        "person: text of one person": focus.alone(),
    }
    return [*(f"title: {title}" for title in titles), *(sign for sign, stands in flags.items() if stands)]


def signs_of_verb(event: Event, who: Who | None, female: bool | None, told: Told) -> list[str]:
    """The signs of the verb: whether its clause has a subject and an object, and whether it agrees with
    somebody."""
    verb = _verb(event, told)
    if verb is None:
        return ["verb: none", f"verb: none, wants {_wanted(event)}"]
    number = "plural" if verb.plural else "singular"
    subject, filled = _nouns(event, who, told)
    wants = "wants its subject" if _wanted(event) == "nom" else "wants another"
    gender = {"female": True, "male": False}.get(verb.gender)
    agrees = verb.plural == (who is not None and len(who.people) > 1)
    agrees = agrees and (gender is None or female is None or gender == female)
    able = "can be" if who is None or "nom" in who.cases else "cannot be"
    return [
        f"verb: {verb.part} {verb.tense} {verb.voice}".rstrip(), f"verb: {number}", f"verb: {wants}",
        f"verb: {number}, {'with' if subject else 'without'} a subject, {wants}",
        f"object: {'taken by somebody or something else' if filled else 'free'}, {wants}",
        f"agrees: {'yes' if agrees else 'no'}, {able} the subject, {wants}",
    ]  # fmt: skip


def _verb(event: Event, told: Told) -> Form | None:
    forms = (form for at in range(event.first, event.last) for form in told.sentence.word(at).forms[:1])
    return next((form for form in forms if form.part in ("verb", "participle", "converb")), None)


def _nouns(event: Event, who: Who | None, told: Told) -> tuple[bool, bool]:
    """Whether other words in the clause of an act can be its subject, and stand in a case that it wants."""
    cases = _cases(event) - {"nom"}
    mine = {*range(event.first, event.last), *(range(who.head, who.last) if who is not None else ())}
    cased = [
        word.forms[0].case
        for at, word in enumerate(told.sentence.words)
        if at not in mine and told.clauses.same(at, event.first) and _is_free(at, told)
    ]
    return "nom" in cased, not cases.isdisjoint(cased)


def _is_free(at: int, told: Told) -> bool:
    """Whether a word is a noun that stands for itself: no time, no article, and behind no preposition."""
    forms = told.sentence.word(at).forms[:1]
    if not forms or forms[0].part not in _NOMINAL or at in told.articles or at in told.dated:
        return False
    timed = any(told.sentence.is_at(kind, at) for kind in _TIMES)
    return not timed and told.sentence.ends_at("prepositions", at) is None
