"""What somebody types of a set of criteria: the set, its grounds, and how each ground counts in the rule."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Any
from unicodedata import category

from django import forms
from django.utils.translation import gettext, gettext_lazy

from tizim.assessments import CriteriaSet, Criterion, SetSource, by_rule, holding_states
from tizim.vocab import VocabError, label, vague_date
from tizim.web.desk.criteria.rules import ALONE, EXCLUDES, NEEDED, WITH, how_each_counts, rules_of
from tizim.web.desk.settings import LANGUAGES
from tizim.web.desk.templatetags.desk import spoken

MOST_GROUNDS = 30
"""So many grounds a form takes; larger sets come by the command line."""
_ANSWERS = (
    ("deprived", gettext_lazy("counts as deprivation of liberty")),
    ("open", gettext_lazy("left open: in “at most” only")),
    ("not_deprived", gettext_lazy("does not count")),
)
_COMPARED = (("", gettext_lazy("not known")), ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no")))
HOWS = (
    (ALONE, gettext_lazy("enough by itself")),
    (NEEDED, gettext_lazy("needed, together with others")),
    (WITH, gettext_lazy("enough together with all that are needed")),
    (EXCLUDES, gettext_lazy("excludes, whatever else was found")),
)


class InTongues(forms.Form):
    """A form some of whose fields are asked for in each language."""

    tongues: tuple[tuple[str, Any, int], ...] = ()

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for name, widget, most in self.tongues:
            for code, title in LANGUAGES:
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=title, required=False, max_length=most, widget=widget(attrs={"lang": code})
                )

    def in_tongues(self, name: str) -> list[forms.BoundField]:
        """The fields of that name, a language each."""
        return [self[f"{name}_{code}"] for code, _title in LANGUAGES]

    def said(self, name: str) -> dict[str, str]:
        """What was typed there, by language; what is empty is left out."""
        texts = ((code, _plain(self.cleaned_data.get(f"{name}_{code}", ""))) for code, _title in LANGUAGES)
        return {code: text for code, text in texts if text}

    def wants_words(self, name: str) -> None:
        """At least one language is filled in."""
        if not self.said(name) and not any(f"{name}_{code}" in self.errors for code, _title in LANGUAGES):
            self.add_error(f"{name}_{spoken()}", gettext("Write it in at least one language."))


class SetForm(InTongues):
    """The set itself: what it is called, where its wording stands, who decided it, what counts as held."""

    tongues = (
        ("title", forms.TextInput, 300), ("publisher", forms.TextInput, 300), ("place", forms.TextInput, 300)
    )  # fmt: skip

    code = forms.RegexField(
        label=gettext_lazy("Short name"), regex=r"\A[A-Za-z0-9][A-Za-z0-9_-]{0,39}\Z", max_length=40,
        help_text=gettext_lazy("Latin letters, digits, - and _, as OUR-LIST. It never changes."),
        error_messages={"invalid": gettext_lazy("Latin letters, digits, - and _ alone.")},
    )  # fmt: skip
    source_date = forms.CharField(
        label=gettext_lazy("Day of the source"), required=False, max_length=40,
        help_text=gettext_lazy("As 2022-05-03, 2022-05 or 2022."),
    )  # fmt: skip
    url = forms.CharField(
        label=gettext_lazy("Where the official wording stands"), required=False, max_length=500,
        help_text=gettext_lazy("An address, or where the paper lies."),
    )  # fmt: skip
    compared = forms.ChoiceField(
        label=gettext_lazy("Compared with the official wording word by word"),
        choices=_COMPARED,
        required=False,
    )
    decided_by = forms.CharField(
        label=gettext_lazy("Who decided it"), required=False, max_length=200,
        help_text=gettext_lazy("The body, as “the assembly”; no names of people. It never leaves the house."),
    )  # fmt: skip
    decided_on = forms.CharField(
        label=gettext_lazy("When it was decided"), required=False, max_length=40,
        help_text=gettext_lazy("As 2022-05-03, 2022-05 or 2022."),
    )  # fmt: skip
    assessors = forms.IntegerField(
        label=gettext_lazy("How many assessors must come to the same"), min_value=1, max_value=9, initial=2,
        help_text=gettext_lazy("Two is usual: then nobody decides alone who is on a list."),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("What changed, and why"), required=False, max_length=2000,
        help_text=gettext_lazy("Never leaves the house."), widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for state in holding_states():
            must_say = state in by_rule()
            self.fields[f"liberty_{state}"] = forms.ChoiceField(
                label=label("states", state, spoken()),
                choices=((("", gettext_lazy("say which")), *_ANSWERS) if must_say else _ANSWERS),
                initial="" if must_say else "deprived",
                error_messages={"required": gettext_lazy("Lists differ here: say which it is.")},
            )

    @property
    def liberty(self) -> list[forms.BoundField]:
        """The fields that say of each state whether it counts."""
        return [self[f"liberty_{state}"] for state in holding_states()]

    def clean_source_date(self) -> str:
        """The day, if it is one."""
        return _day(self.cleaned_data["source_date"])

    def clean_decided_on(self) -> str:
        """The same of the decision."""
        return _day(self.cleaned_data["decided_on"])

    def clean(self) -> None:
        """A set has a title in some language."""
        self.wants_words("title")

    def source(self) -> SetSource:
        """Where the official wording stands."""
        said = self.cleaned_data
        compared = {"yes": True, "no": False}.get(said["compared"])
        return SetSource(
            self.said("publisher"), self.said("place"), said["source_date"], _plain(said["url"]), compared
        )


class GroundOfSet(InTongues):
    """One ground: its name and wording, where it stands, how it counts."""

    tongues = (
        ("title", forms.TextInput, 200),
        ("text", lambda attrs: forms.Textarea(attrs={**attrs, "rows": 3}), 2000),
        ("place", forms.TextInput, 200),
    )

    code = forms.RegexField(
        label=gettext_lazy("Short name of the ground"), regex=r"\A[A-Za-z0-9][A-Za-z0-9_-]{0,39}\Z",
        max_length=40, error_messages={"invalid": gettext_lazy("Latin letters, digits, - and _ alone.")},
        help_text=gettext_lazy("By it reports cite the ground, as a or belief; Latin letters."),
    )  # fmt: skip
    how = forms.ChoiceField(label=gettext_lazy("How it counts"), choices=HOWS)
    out = forms.BooleanField(label=gettext_lazy("Leave this ground out"), required=False)

    def clean(self) -> None:
        """A ground that stays has a name and a wording in some language."""
        if not self.is_out:
            self.wants_words("title")
            self.wants_words("text")

    @property
    def is_out(self) -> bool:
        """Whether it is left out; then nothing else of it matters."""
        return bool(self.data.get(f"{self.prefix}-out"))

    @property
    def titles(self) -> list[forms.BoundField]:
        """The name in each language."""
        return self.in_tongues("title")

    @property
    def texts(self) -> list[forms.BoundField]:
        """The wording in each language."""
        return self.in_tongues("text")

    @property
    def places(self) -> list[forms.BoundField]:
        """Where it stands, in each language."""
        return self.in_tongues("place")

    @property
    def is_placed(self) -> bool:
        """Whether anything says where it stands in the source."""
        return any(one.value() for one in self.places)

    @property
    def criterion(self) -> Criterion:
        """The ground as it is written."""
        return Criterion(self.cleaned_data["code"], self.said("place"), self.said("title"), self.said("text"))


class Typed:
    """Everything of one set as it was typed: the set and its grounds, right or wrong."""

    def __init__(self, given: Mapping[str, str] | None, initial: Mapping[str, Any], grounds: int) -> None:
        self.form = SetForm(given, initial=dict(initial))
        self.is_draft = False
        free = _free_codes(initial)
        self.grounds = [
            GroundOfSet(given, prefix=f"g{n}", initial={"code": next(free), **_of_ground(initial, n)})
            for n in range(grounds)
        ]

    def goes_to_last(self) -> None:
        """Whoever added a ground goes on there."""
        self.grounds[-1].fields[f"title_{spoken()}"].widget.attrs["autofocus"] = True

    @property
    def titles(self) -> list[forms.BoundField]:
        """The title in each language."""
        return self.form.in_tongues("title")

    @property
    def publishers(self) -> list[forms.BoundField]:
        """Whose wording it is, in each language."""
        return self.form.in_tongues("publisher")

    @property
    def places(self) -> list[forms.BoundField]:
        """Where it stands, in each language."""
        return self.form.in_tongues("place")

    @property
    def has_wrong(self) -> bool:
        """Whether anything is wrong with a ground that stays."""
        return any(one.is_bound and one.errors for one in self.kept)

    @property
    def kept(self) -> list[GroundOfSet]:
        """The grounds that are not left out."""
        return [one for one in self.grounds if not one.is_out]

    def is_valid(self) -> bool:
        """Whether everything can be written; what is wrong stands at its field."""
        valid = [one.is_valid() for one in (self.form, *self.kept)]
        return all(valid) and self._hangs_together()

    def criteria(self, code: str, version: int) -> CriteriaSet:
        """The set as it is written."""
        said = self.form.cleaned_data
        met, unless = rules_of([(one.cleaned_data["code"], one.cleaned_data["how"]) for one in self.kept])
        return CriteriaSet(
            code=code, version=version, title=self.form.said("title"), source=self.form.source(),
            criteria=tuple(one.criterion for one in self.kept),
            liberty={state: said[f"liberty_{state}"] for state in holding_states()},
            met=met, unless=unless, assessors=said["assessors"],
            decided_by=" ".join(_plain(said["decided_by"]).split()), decided_on=said["decided_on"],
        )  # fmt: skip

    def _hangs_together(self) -> bool:
        """No two grounds of one name; something by which the set is met."""
        seen: set[str] = set()
        hows = {one.cleaned_data["how"] for one in self.kept}
        for one in self.kept:
            code = one.cleaned_data["code"]
            if code in seen:
                one.add_error("code", gettext("Another ground has this short name."))
            seen.add(code)
            if one.cleaned_data["how"] == WITH and NEEDED not in hows:
                one.add_error("how", gettext("No ground is needed: let this one be enough by itself."))
        if not self.kept:
            self.form.add_error(None, gettext("A set has at least one ground."))
        elif hows == {EXCLUDES}:
            self.kept[0].add_error("how", gettext("Nobody can ever meet this set: let one ground be enough."))
        return not (self.form.errors or any(one.errors for one in self.kept))


def typed_of(of: CriteriaSet) -> dict[str, Any] | None:
    """The set as the form holds it; None where its rule says what the form cannot."""
    hows = how_each_counts(of)
    if hows is None or len(of.criteria) > MOST_GROUNDS:
        return None
    told: dict[str, Any] = {
        "code": of.code, "source_date": of.source.date, "url": of.source.url, "decided_by": of.decided_by,
        "decided_on": of.decided_on, "assessors": of.assessors,
        "compared": {True: "yes", False: "no", None: ""}[of.source.compared],
    }  # fmt: skip
    told |= dict(_in_fields("title", of.title))
    told |= dict(_in_fields("publisher", of.source.publisher)) | dict(_in_fields("place", of.source.place))
    told |= {f"liberty_{state}": of.liberty.get(state, "not_deprived") for state in holding_states()}
    for number, one in enumerate(of.criteria):
        words = (("title", one.title), ("text", one.text), ("place", one.place))
        own = {"code": one.code, "how": hows[one.code]}
        own |= {key: text for name, texts in words for key, text in _in_fields(name, texts)}
        told |= {f"g{number}-{key}": text for key, text in own.items()}
    return told


def _in_fields(name: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((f"{name}_{code}", text) for code, text in texts.items())


def _free_codes(initial: Mapping[str, Any]) -> Iterator[str]:
    """Short names that no ground has: a letter each, then numbers."""
    taken = {str(value) for name, value in initial.items() if name.endswith("-code")}
    return (one for one in (*ascii_lowercase, *map(str, range(1, MOST_GROUNDS + 1))) if one not in taken)


def _of_ground(initial: Mapping[str, Any], number: int) -> dict[str, Any]:
    """What stands in the fields of one ground."""
    before = f"g{number}-"
    return {name.removeprefix(before): value for name, value in initial.items() if name.startswith(before)}


def grounds_in(said: Mapping[str, Any]) -> int:
    """How many grounds the fields hold; at least one, at most as many as the form takes."""
    numbers: Sequence[int] = [n for n in range(MOST_GROUNDS) if f"g{n}-code" in said]
    return max(numbers, default=0) + 1


def _plain(text: str) -> str:
    """The words without what no paper can show: control characters; lines end in one way."""
    text = text.replace("\r\n", "\n")
    return "".join(one for one in text if one == "\n" or category(one) not in ("Cc", "Cs")).strip()


def _day(text: str) -> str:
    try:
        return text and str(vague_date(text) and text)
    except VocabError:
        raise forms.ValidationError(gettext("This is no day that the desk can read.")) from None
