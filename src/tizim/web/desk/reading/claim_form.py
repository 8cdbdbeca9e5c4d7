"""The form of a claim: every field that a person fills in, with the field's own words and checks."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tizim import Problem, TizimError
from tizim.claims import Claim, field_named
from tizim.vocab import article, outcome, table, vague_date
from tizim.web.desk.forms import Choice, Line
from tizim.web.desk.templatetags.desk import label

_CODES = {
    "role": "roles", "act": "acts", "level": "levels", "certainty": "certainties", "status": "statuses",
    "case_kind": "case_kinds", "counting_unit": "counting_units",
}  # fmt: skip
_FIRST = frozenset(
    ("person", "role", "act", "place", "date", "outcome", "articles", "certainty", "status", "status_as_of")
)
"""The fields that are seen at once."""
_UNKNOWN_IS_FINE = frozenset(("status",))
_LONG, _SHORT = 2000, 300
_MOST_DOERS = 100
_WRONG = {
    "date": _("This is no date that the register can read. Look at the examples below the field."),
    "articles": _("One of these is no article. Write country, book, number and part: KZ-CC 405(2)."),
    "outcome": _(
        "This is no outcome that the register can read: a kind and a value, such as imprisonment P4Y."
    ),
}


def _text(title: Any, most: int = _SHORT, help_text: Any = "", rows: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else Line(attrs={"autocomplete": "off"})
    return forms.CharField(label=title, required=False, max_length=most, help_text=help_text, widget=widget)


def _code(title: Any, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=title, required=required, widget=Choice)


def _count(title: Any) -> forms.IntegerField:
    return forms.IntegerField(label=title, required=False, min_value=0, max_value=10**9)


_DATES = _(
    "2020-11-30 · 2020-11 · 2020 · 2020-11~ (about) · 2020-11? (not sure) · 2020-03/2020-05 (from, to)"
)


class ClaimForm(forms.Form):
    """What one passage says was done to whom. Empty fields are unknown."""

    person = _text(_("Person"))
    role = _code(_("Part in the act"))
    mention = _text(_("Name as it stands here"))
    group = _text(_("Group"), help_text=_("Who was counted, in the words of the source."))
    organisation = _text(_("Organisation"))
    count_min = _count(_("At least so many"))
    count_max = _count(_("At most so many"))
    approximate = forms.BooleanField(label=_("The number is about"), required=False)
    counting_unit = _code(_("What is counted"))
    case_kind = _code(_("Kind of case"))
    age = forms.IntegerField(label=_("Age"), required=False, min_value=0, max_value=130)
    sex = _text(_("Sex, as the source gives it"))
    town = _text(_("Home town"))
    occupation = _text(_("Occupation"))
    act = _code(_("Act"))
    act_detail = _text(_("What was done, in words"), help_text=_("Needed where the act is “other”."))
    level = _code(_("Kind of statement"))
    date = _text(_("Date"), 60, _DATES)
    date_basis = _text(_("Where the date comes from"))
    place = _text(_("Place"))
    agency = _text(_("Court or agency"))
    articles = _text(_("Articles"), 600, _("KZ-CC 405(2); several with a semicolon between them."))
    offence = _text(_("Offence, as the source names it"), _LONG)
    alleged_organisation = _text(
        _("Organisation, as the authorities allege"),
        help_text=_("Only what an accusation, charge or verdict says in so many words. It is no membership."),
    )
    outcome = _text(
        _("Outcome"),
        help_text=_("The main penalty first: imprisonment P4Y; ban P3Y · fine 140 EUR · released"),
    )
    status = _code(_("State reported"), required=False)
    status_as_of = _text(_("State as of"), 60)
    certainty = _code(_("How the source says it"))
    reported_by = _text(_("Who says so, in the document"))
    event = _text(_("Case or event"), help_text=_("A name that acts of one case share."))
    note = _text(_("Note"), _LONG, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, vocabulary in _CODES.items():
            given = str(self.initial.get(name) or "")
            self.fields[name].choices = list(_choices(vocabulary, given, empty=name in _UNKNOWN_IS_FINE))

    def _read(self, name: str, reader: Callable[[str], Any], wrong: str) -> Any:
        text = str(self.cleaned_data.get(name) or "")
        try:
            if text:
                reader(text)
        except TizimError:
            raise forms.ValidationError(_WRONG[wrong]) from None
        return text

    def clean_date(self) -> Any:
        """A date as EDTF."""
        return self._read("date", vague_date, "date")

    def clean_status_as_of(self) -> Any:
        """The same."""
        return self._read("status_as_of", vague_date, "date")

    def clean_outcome(self) -> Any:
        """An outcome as the vocabulary has it."""
        return self._read("outcome", outcome, "outcome")

    def clean_articles(self) -> Any:
        """References to articles."""
        return self._read("articles", lambda text: [article(one) for one in _listed(text)], "articles")

    def clean(self) -> None:
        """One subject; what an act or a state needs."""
        said = self.cleaned_data
        given = [name for name in ("person", "group", "organisation") if said.get(name)]
        if len(given) != 1:
            self.add_error("person", _("Give one of the three: a person, a group or an organisation."))
        if said.get("act") == "other" and not said.get("act_detail"):
            self.add_error("act_detail", _("Say in words what was done."))
        if said.get("status") and not (said.get("status_as_of") or said.get("date")):
            self.add_error("status_as_of", _("Say for which day the state is reported."))
        self._clean_counts(said)

    def _clean_counts(self, said: Mapping[str, Any]) -> None:
        low, high = said.get("count_min"), said.get("count_max")
        if low is not None and high is not None and low > high:
            self.add_error("count_max", _("This is less than “at least”."))
        if said.get("person") and (low is not None or high is not None):
            self.add_error("count_min", _("Counts belong to groups; the subject here is one person."))

    def values(self) -> dict[str, Any]:
        """The fields of a claim as they were filled in; what is empty is unknown."""
        found: dict[str, Any] = {}
        for name in self.fields:
            value = self.cleaned_data.get(name)
            found[name] = value if value not in ("", None) else None
        found["approximate"] = bool(found["approximate"])
        found["articles"] = _listed(found["articles"] or "")
        return found

    def refuse(self, problems: Iterator[Problem] | tuple[Problem, ...]) -> None:
        """Shows what the register finds wrong, beside the field it speaks of."""
        for problem in problems:
            name = problem.where.rpartition(", ")[2].split(" ")[0]
            known = field_named(name)
            where = known.attribute if known and known.attribute in self.fields else None
            self.add_error(where, f"{problem.what} {problem.hint}".strip())

    @property
    def is_more(self) -> bool:
        """Whether one of the fields that are seldom needed is: it is filled in as a subject, or wrong."""
        needed = [name for name in ("group", "organisation", "act_detail") if self[name].value()]
        return bool(needed) or bool(self.is_bound and self.errors.keys() - _FIRST)


class DoerForm(forms.Form):
    """One perpetrator: who, which part in the act, of what kind."""

    name = _text(_("Perpetrator"))
    degree = _code(_("Involvement"), required=False)
    kind = _code(_("Kind"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, vocabulary in (("degree", "degrees_of_involvement"), ("kind", "perpetrator_types")):
            given = str(self.initial.get(name) or "")
            self.fields[name].choices = list(_choices(vocabulary, given, empty=True))

    def clean(self) -> None:
        """A name, where anything is said."""
        said = self.cleaned_data
        if (said.get("degree") or said.get("kind")) and not said.get("name"):
            self.add_error("name", _("Give the name, or “unknown” if the source knows no more."))


Doers = forms.formset_factory(DoerForm, extra=1, max_num=_MOST_DOERS, absolute_max=_MOST_DOERS)


class Filled:
    """The form of a claim and the rows of its perpetrators, as one.

    ``data`` is what was sent, ``typed`` what was kept of it before it was sent.
    """

    def __init__(
        self,
        claim: Claim | None,
        data: Any = None,
        *,
        typed: Mapping[str, str] | None = None,
        key: str = "new",
    ) -> None:
        self.claim = claim
        first = initial_of(claim) if claim else dict(_USUAL)
        doers = [dict(zip(_DOER, one, strict=True)) for one in (claim.perpetrators if claim else ())]
        if typed is not None:
            first = {**first, **typed, "approximate": "approximate" in typed}
            doers = _typed_doers(typed)
        self.form = ClaimForm(data, initial=first, auto_id=f"{key}_%s")
        self.doers = Doers(data, initial=doers, prefix="by", auto_id=f"{key}_%s")

    def is_valid(self) -> bool:
        """Whether the form can be read."""
        rows = len(self.claim.perpetrators) if self.claim else 0
        is_whole = bool(self.doers.is_valid()) and self.doers.total_form_count() >= rows
        return bool(self.form.is_valid()) and is_whole

    def values(self) -> dict[str, Any]:
        """All fields of the claim."""
        rows = (one.cleaned_data for one in self.doers.forms)
        triples = tuple((row["name"], row["degree"], row["kind"]) for row in rows if row.get("name"))
        return {**self.form.values(), "perpetrators": triples}

    def changes(self) -> dict[str, Any]:
        """The fields that now say something else than the claim."""
        before = self.claim
        return {
            name: value
            for name, value in self.values().items()
            if _bare(value) != _bare(getattr(before, name))
        }


_USUAL = {
    "role": "victim", "case_kind": "persecution", "level": "event", "certainty": "asserted",
    "counting_unit": "individual", "act": "detention",
}  # fmt: skip


_DOER = ("name", "degree", "kind")


def _typed_doers(typed: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows of perpetrators in what was kept, empty ones left out."""
    rows = ([typed.get(f"by-{number}-{name}", "") for name in _DOER] for number in range(_MOST_DOERS))
    return [dict(zip(_DOER, row, strict=True)) for row in rows if any(row)]


def initial_of(claim: Claim) -> dict[str, Any]:
    """A claim as its form shows it."""
    shown = {name: getattr(claim, name) for name in ClaimForm.base_fields}
    return {**shown, "articles": "; ".join(claim.articles)}


def _choices(vocabulary: str, given: str, *, empty: bool) -> Iterator[tuple[str, str]]:
    """The codes with their words; one that the claim has and the vocabulary lacks stays as it is."""
    if empty:
        yield "", "—"
    yield from ((code, label(code, vocabulary)) for code in table(vocabulary).codes)
    if given and given not in table(vocabulary):
        yield given, given


def _bare(value: Any) -> Any:
    """The value without its line breaks, which a browser may drop."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in text.split(";") if one.strip())


def facts_of(claim: Claim) -> list[tuple[str, str]]:
    """What the claim says, field by field in words; what is unknown is left out."""
    return [
        (str(field.label), shown(claim, name))
        for name, field in ClaimForm.base_fields.items()
        if shown(claim, name)
    ]


def shown(claim: Claim, name: str) -> str:
    """One field of the claim in words."""
    value = getattr(claim, name)
    if name in _CODES:
        return label(value, _CODES[name])
    if name == "articles":
        return "; ".join(value)
    if name == "approximate":
        return "✓" if value else ""
    return "" if value is None else str(value)
