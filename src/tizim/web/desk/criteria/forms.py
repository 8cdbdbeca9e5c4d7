"""What somebody types on a sheet: findings with the numbers of passages; a group's word."""

import re
from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext, gettext_lazy

from tizim.assessments import STANCES, Found, Ground
from tizim.web.desk.criteria.sheet import Sheet

NOT_ASSESSED = ""
FINDINGS = (
    (NOT_ASSESSED, gettext_lazy("not assessed")),
    ("met", gettext_lazy("met")),
    ("not_met", gettext_lazy("not met")),
    ("open", gettext_lazy("open")),
)
_STANCES = dict(
    zip(
        STANCES,
        (gettext_lazy("recognised"), gettext_lazy("declined"), gettext_lazy("withdrawn")),
        strict=True,
    )
)
_NUMBER = re.compile(r"[0-9]{1,6}")


class GroundForm(forms.Form):
    """One criterion: the finding, the passages for and against, a note."""

    finding = forms.ChoiceField(
        label=gettext_lazy("Finding"), choices=FINDINGS, required=False, widget=forms.RadioSelect
    )
    passages_for = forms.CharField(label=gettext_lazy("Passages for it"), required=False, max_length=500)
    passages_against = forms.CharField(
        label=gettext_lazy("Passages against it"), required=False, max_length=500
    )
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=2000)

    def __init__(self, ground: Ground, on: Sheet, given: Mapping[str, str] | None) -> None:
        own = ground.own
        initial = {
            "finding": own.finding if own else "",
            "passages_for": on.numbers(own.passages_for) if own else "",
            "passages_against": on.numbers(own.passages_against) if own else "",
            "note": (own.note or "") if own else "",
        }
        super().__init__(given, prefix=f"g-{ground.criterion.code}", initial=initial)
        self.ground, self._on = ground, on

    def clean_passages_for(self) -> tuple[str, ...]:
        """The ids of the passages by their numbers."""
        return self._cited("passages_for")

    def clean_passages_against(self) -> tuple[str, ...]:
        """The ids of the passages by their numbers."""
        return self._cited("passages_against")

    def clean(self) -> None:
        """A finding needs a passage; one's own earlier finding is not taken back by leaving it out."""
        said = self.cleaned_data
        if said.get("finding") in ("met", "not_met") and not (
            said.get("passages_for") or said.get("passages_against")
        ):
            self.add_error(
                "passages_for", gettext("A finding cites at least one passage, for or against it.")
            )
        if not said.get("finding") and self.ground.own:
            self.add_error(
                "finding", gettext("You found something here before: choose “open” to leave it open.")
            )

    @property
    def found(self) -> Found | None:
        """What was found; nothing where the criterion was not assessed."""
        said = self.cleaned_data
        if not said["finding"]:
            return None
        return Found(
            self.ground.criterion.code,
            said["finding"],
            said["passages_for"],
            said["passages_against"],
            None,
            said["note"] or None,
        )

    def _cited(self, name: str) -> tuple[str, ...]:
        text = self.cleaned_data[name]
        numbers = [one.strip() for one in re.split(r"[,;\s]+", text) if one.strip()]
        claims = self._on.claims
        wrong = [one for one in numbers if not _NUMBER.fullmatch(one) or not 1 <= int(one) <= len(claims)]
        if wrong:
            raise forms.ValidationError(
                gettext("No passage on this page has the number %(n)s.") % {"n": wrong[0]}
            )
        return tuple(dict.fromkeys(claims[int(one) - 1].claim.passage_id for one in numbers))


class RecognitionForm(forms.Form):
    """A group's word on a person."""

    group = forms.CharField(label=gettext_lazy("Group"), max_length=200)
    stance = forms.ChoiceField(label=gettext_lazy("What it said"), choices=tuple(_STANCES.items()))
    recognised_as = forms.CharField(
        label=gettext_lazy("In its own words"), required=False, max_length=200,
        help_text=gettext_lazy("As the group calls the person."),
    )  # fmt: skip
    date = forms.CharField(
        label=gettext_lazy("When"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("As 2022-05-03, 2022-05 or 2022."),
    )
    passage = forms.IntegerField(
        label=gettext_lazy("Passage"), required=False, min_value=1, max_value=999_999,
        help_text=gettext_lazy("Its number on this page, if one reports it."),
    )  # fmt: skip
