"""How Kazakh words are taken apart: endings off from the right, the stem known or at least in harmony."""

import re
from dataclasses import replace
from functools import lru_cache

from tizim.reading.kazakh_words import (
    Lexicon,
    clean,
    lexicon,
    loose_lexicon,
    noun_tail,
    particles,
    pronouns,
    skeleton,
    stem_of,
    table,
    verb_tail,
)
from tizim.reading.tongue import Form

_CASES = ("gen", "dat", "acc", "loc", "abl", "ins")
_WHERE = ("bare", "after_his", "after_mine")
_LONGEST = 40
_FINITE = {
    "told": "past",
    "past": "past",
    "present": "present",
    "condition": "",
    "wish": "future",
    "intent": "future",
}
# "is sitting, lying, standing, going": these stems alone are the present tense.
_LASTING = frozenset({"отыр", "жатыр", "тұр", "жүр"})
_PARTICIPLE = {"perfect": "past", "lasting": "present", "future": "future"}
# ұсталған-дық-тан: "because he was taken"
_PARTICLES = frozenset({"ды", "ді", "ты", "ті", "мыс", "ау", "ақ", "ғой", "шы", "ші", "дағы", "тағы"})
_MADE_NOUN = re.compile("^[дтл](?:ық|ік)(?=[ыіт])|^[дтл](?:ығ|іг)(?=[ыі])")
_GUESSED, _ENDING = 3, 5


@lru_cache(maxsize=200_000)
def forms(word: str) -> tuple[Form, ...]:
    """The ways to take a written word apart, likeliest first."""
    small = clean(word)
    if len(small) > _LONGEST:
        return (Form(small),)
    if "-" in small:
        return _hyphened(small)
    if small in table("lexicon")["others"]:
        verbs = (form for form in _known(small, lexicon(), loose=False) if form.part == "verb" and form.tense)
        return (Form(small), *verbs)
    pronoun = pronouns().get(small) or pronouns().get(skeleton(small))
    if pronoun:
        return (Form(pronoun[0], "pronoun", pronoun[1]),)
    known = _known(small, lexicon(), loose=False)
    if not known:
        known = _known(skeleton(small), loose_lexicon(), loose=True)
    if known:
        return (*_swallowed(small, known), *known, *_refusals(known), *_bare_ending(small))
    particle = particles().get(skeleton(small))
    if particle is not None:
        return (Form(particle),)
    return (*_bare_ending(small), *_guessed(small), Form(small, "name", "nom"))


def _swallowed(word: str, known: tuple[Form, ...]) -> tuple[Form, ...]:
    """The object of words in -ст, which swallow the letter of the ending: «журналисті» is «журналист-ті»."""
    if not word.endswith(("сты", "сті")) or known[0].part != "noun" or known[0].lemma != word[:-1]:
        return ()
    return (replace(known[0], case="acc", possessed=False),)


def _refusals(known: tuple[Form, ...]) -> tuple[Form, ...]:
    """What is not done has a base form of its own beside that of the deed: шықпады is шықпау too."""
    return tuple(
        replace(form, lemma=_refusal(form.lemma), negated=False)
        for form in known
        if form.negated and form.lemma.endswith(("у", "ю"))
    )


def _refusal(infinitive: str) -> str:
    stem = stem_of(infinitive)
    stem = stem[:-1] + {"б": "п", "г": "к", "ғ": "қ"}.get(stem[-1], stem[-1])
    vowel = next((letter for letter in reversed(stem) if letter in "аәоөұүыіеэиуюя"), "а")
    soft = vowel in "әөүіеэ" or (vowel in "иу" and infinitive[-1] == "ю")
    first = "п" if stem[-1] in "пткқсшщчцхф" else "б" if stem[-1] in "зжмнң" else "м"
    return f"{stem}{first}{'е' if soft else 'а'}у"


def _bare_ending(word: str) -> tuple[Form, ...]:
    """An ending that stands behind a number («7-сінде»)."""
    match = noun_tail().match(word) if len(word) <= _ENDING else None
    if match is None or match["mine"] or match["tail"]:
        return ()
    return (Form(word, "noun", _case(match), plural=bool(match["plural"]), possessed=bool(match["his"])),)


def _known(word: str, words: Lexicon, *, loose: bool) -> tuple[Form, ...]:
    """The readings with a known stem, the longest stem first."""
    found: list[tuple[int, int, Form]] = []
    if word in words.adjectives:
        found.append((len(word) + 1, 2, Form(word, "adjective")))
    for cut in range(len(word), 1, -1):
        stem, tail = word[:cut], word[cut:]
        noun, verb = words.nouns.get(stem), words.verbs.get(stem)
        form = noun and _noun(noun, tail, loose=loose)
        if form:
            found.append((cut, 1, form))
        form = verb and _verb(verb, stem, tail, loose=loose)
        if form:
            found.append((cut if tail or form.tense or not _is_cased(word, words) else 1, 0, form))
            found.extend((1, 0, person) for person in _person(stem, tail, form, loose=loose))
    if any(cut == len(word) and kind == 1 for cut, kind, _ in found):
        found = [item for item in found if item[0] in (1, len(word)) or item[1] != 1]
    found.sort(key=lambda item: item[:2], reverse=True)
    return tuple(dict.fromkeys(form for _, _, form in found))


def _is_cased(word: str, words: Lexicon) -> bool:
    """Whether a word is a noun with the ending of a place: then it is hardly an order ("sue!", «сотта»)."""
    return any(word.endswith(end) and word[: -len(end)] in words.nouns for end in ("да", "де", "та", "те"))


def _noun(lemma: str, tail: str, *, loose: bool) -> Form | None:
    match = noun_tail(loose=loose).match(tail)
    if match is None or not _voiced_rightly(lemma, match) or (loose and match["mine"]):
        return None
    said = match.groupdict()
    part = "adjective" if said["in_it"] else "noun"
    return Form(lemma, part, "" if said["in_it"] else _case(match), plural=bool(said["plural"]),
                possessed=bool(said["his"]))  # fmt: skip


def _voiced_rightly(lemma: str, match: re.Match[str]) -> bool:
    """An ending after a vowel is not that after a consonant: «с» of "his" follows vowels alone."""
    his = match["his"]
    if not his or match["plural"]:
        return True
    return (his[0] in "сc") == (lemma[-1] in "аәоөыіеэияёю")


def _case(match: re.Match[str]) -> str:
    said = match.groupdict()
    if said["like"]:
        return ""
    return next((case for case in _CASES if any(said[f"{case}_{where}"] for where in _WHERE)), "nom")


def _hardened_rightly(word: str, cut: int, match: re.Match[str]) -> bool:
    """Whether -ты and -қан follow a voiceless letter, -ды and -ған any other."""
    for group in ("past", "perfect"):
        if match[group]:
            at = cut + match.start(group)
            return (word[at] in "тқк") == (word[at - 1] in "пткқсшщчцхфһ")
    return True


def verb_of(lemma: str, stem: str, tail: str) -> Form | None:
    """A verb with this stem, by what follows it."""
    return _verb(lemma, stem, tail, loose=False)


def _verb(lemma: str, stem: str, tail: str, *, loose: bool) -> Form | None:
    match = verb_tail(loose=loose).match(tail)
    if match is None or not (loose or _hardened_rightly(stem + tail, len(stem), match)):
        return None
    said = match.groupdict()
    if lemma.endswith("ю") and stem[-1] not in "йи" and not said["infinitive"]:
        return None
    rest = said["rest"] or ""
    form = Form(
        lemma, "verb", voice="passive" if said["passive"] else "active", negated=bool(said["negation"])
    )
    if said["infinitive"]:
        return _nominal(replace(form, part="noun", voice=form.voice.replace("active", "")), rest, loose=loose)
    return _tensed(form, said, (stem + tail, rest), loose=loose)


def _tensed(form: Form, said: dict[str, str | None], ends: tuple[str, str], *, loose: bool) -> Form | None:
    """A verb by the ending of its tense, a participle, a converb, or the bare stem."""
    word, rest = ends
    for tense, when in _PARTICIPLE.items():
        if said[tense]:
            return _nominal(replace(form, part="participle", tense=when), rest, loose=loose)
    for tense, when in _FINITE.items():
        if said[tense]:
            return replace(form, tense=when) if _ends(rest) else None
    if said["converb"] or said["until"]:
        return None if rest else replace(form, part="converb")
    if rest or said["passive"]:
        return None
    return replace(form, tense="present") if word in _LASTING else form


def _nominal(form: Form, rest: str, *, loose: bool) -> Form | None:
    """A participle or verbal noun with the endings of a noun."""
    rest = _MADE_NOUN.sub("", rest)
    match = noun_tail(loose=loose).match(rest)
    if match is None:
        return None
    case = _case(match) if rest or form.part == "noun" else ""
    return replace(form, case=case, plural=bool(match["plural"]), possessed=bool(match["his"]))


def _person(stem: str, tail: str, form: Form, *, loose: bool) -> list[Form]:
    """A participle as a noun of its own: ұсталғандар are people."""
    match = verb_tail(loose=loose).match(tail) if form.part == "participle" and form.tense == "past" else None
    if match is None or not match["perfect"]:
        return []
    return [replace(form, lemma=stem + tail[: match.end("perfect")], negated=False)]


def _ends(rest: str) -> bool:
    """Whether the rest of a finite verb is an ending of a person."""
    return not rest or rest in table("endings")["verb"]["person"] or rest in ("мыз", "міз", "ңдар", "ңдер")


def _hyphened(word: str) -> tuple[Form, ...]:
    """«СИЗО-да», «ҚК-нің», «14-і»: the ending after the hyphen; «қоқан-лоққы»: one word."""
    whole = _known(word, lexicon(), loose=False)
    if whole:
        return whole
    stem, _, tail = word.rpartition("-")
    if tail in _PARTICLES and stem:
        return forms(stem)
    match = noun_tail().match(tail)
    if match is not None and stem and tail:
        return (Form(stem, "noun", _case(match), plural=bool(match["plural"]), possessed=bool(match["his"])),)
    return (*(replace(form, lemma=f"{stem}-{form.lemma}") for form in forms(tail)[:2]), Form(word))


def _guessed(word: str) -> tuple[Form, ...]:
    """The readings of an unknown word, perhaps a name, by the endings that suit it, the longest first."""
    found = []
    for cut in range(_GUESSED, len(word)):
        stem, tail = word[:cut], word[cut:]
        match = noun_tail().match(tail)
        if match is None or match["tail"] or match["in_it"] or match["mine"] or match["his"]:
            continue
        if suits(stem, tail):
            found.append(Form(stem, "name", _case(match), plural=bool(match["plural"])))
    return tuple(found)


def suits(stem: str, tail: str) -> bool:
    """Whether an ending may follow an unknown stem: vowels in harmony, consonants assimilated."""
    rules = table("endings")["harmony"]
    vowels = [letter for letter in stem if letter in rules["vowels"]]
    if not vowels or not _assimilated(stem, tail, rules):
        return False
    last = next((letter for letter in tail if letter in rules["vowels"]), "")
    if vowels[-1] in rules["both"] or not last or tail in ("мен", "бен", "пен"):
        return True
    soft_sign = stem[-1] == "ь"
    return soft_sign or (last in rules["back"]) == (vowels[-1] in rules["back"])


def _assimilated(stem: str, tail: str, rules: dict[str, str]) -> bool:
    """«-ты» after voiceless, «-ны» after vowels, «-ды» after other letters."""
    last, first = stem.rstrip("ь")[-1:], tail[0]
    if first in "тқкп":
        return last in rules["voiceless"]
    if first == "н":
        return (
            last in rules["vowels"]
            or (last in "мнң" and tail[:3] in ("нан", "нен", "ның", "нің"))
            or (last in "мн" and tail in ("ны", "ні"))
        )
    if first in "дғг":
        return last not in rules["voiceless"] or last in "бвгд"
    return True
