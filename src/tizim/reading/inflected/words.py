"""Words taken apart: what a written word can be, remembered so that each form is asked for once."""

import re
from dataclasses import dataclass

from tizim.reading.tongue import Form, Tongue

_KEPT = 200_000
_NUMBERED = re.compile(r"-\d+$")  # of "СИЗО-1" the letters
_NOMINAL = frozenset({"noun", "name", "adjective", "participle", "number", "pronoun"})


def plain(word: str) -> str:
    """A word in small letters with ё written as е."""
    return word.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a written word can be: its forms, their base forms, its cases as a noun.

    ``keys`` has the base forms and the written form as tables ask for them (``=form``).
    """

    forms: tuple[Form, ...]
    lemmas: frozenset[str]
    cases: frozenset[str]
    finite: bool
    passive: bool
    nominative: bool
    keys: tuple[str, ...] = ()

    def of(self, lemma: str) -> tuple[Form, ...]:
        """The forms with one base form."""
        return tuple(form for form in self.forms if form.lemma == lemma)


class Analyst:
    """Takes words apart with a tongue, and remembers the answers."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        self.known: dict[str, Analysis] = {}
        self.small: dict[str, Analysis] = {}
        self.unknown = getattr(tongue, "unknown", None)

    def analysis(self, lower: str) -> Analysis:
        """What a word in small letters can be."""
        found = self.known.get(lower)
        if found is None:
            if len(self.known) > _KEPT:
                self.known.clear()
            found = self.known[lower] = _analysis(lower, self.tongue.forms(_NUMBERED.sub("", lower) or lower))
        return found

    def common(self, lower: str) -> Analysis:
        """What a word can be that the text writes with a small letter: of an unknown one the language may say
        that it is hardly a name."""
        found = self.small.get(lower)
        if found is None:
            found = self.analysis(lower)
            more = self.unknown(lower) if self.unknown and found.forms[0].part == "name" else ()
            found = _analysis(lower, (*more, *found.forms)) if more else found
            if len(self.small) > _KEPT:
                self.small.clear()
            self.small[lower] = found
        return found

    def base(self, lower: str) -> str:
        """The base form that the tables mean: the word itself where it is one, else the likeliest."""
        word = plain(lower)
        forms = self.analysis(lower).forms
        if any(form.lemma == word for form in forms):
            return word
        if forms[0].part == "participle":
            return next((form.lemma for form in forms if form.part == "noun"), forms[0].lemma)
        return forms[0].lemma


def _analysis(lower: str, forms: tuple[Form, ...]) -> Analysis:
    first = forms[0]
    finite = any(_is_finite(form) for form in forms[:2]) and not (
        first.part == "number" or (first.part == "noun" and first.case == "nom")
    )
    short = (form.part == "participle" and not form.case and form.voice == "passive" for form in forms)
    finite = finite or any(short)
    lemmas = frozenset((*(form.lemma for form in forms), plain(lower)))
    return Analysis(
        forms=forms,
        lemmas=lemmas,
        cases=frozenset(form.case for form in forms if form.case and form.part in _NOMINAL),
        finite=finite,
        passive=any(form.voice == "passive" for form in forms),
        nominative=any(form.case == "nom" and form.part in ("noun", "name") for form in forms[:2]),
        keys=(*lemmas, "=" + plain(lower)),
    )


def _is_finite(form: Form) -> bool:
    return (form.part == "verb" and bool(form.tense)) or (form.part == "participle" and not form.case)
