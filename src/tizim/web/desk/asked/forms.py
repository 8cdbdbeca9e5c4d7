"""What somebody types of a letter and of what came back."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext_lazy

from tizim.vocab import label, table
from tizim.web.desk.templatetags.desk import spoken


def _kinds(name: str) -> Iterator[tuple[str, str]]:
    return ((code, label(name, code, spoken())) for code in table(name).codes)


class _Said(forms.Form):
    """What both have: of which kind, when, and the claim that reports it; ``kinds`` names the vocabulary."""

    kinds = ""
    date = forms.CharField(
        label=gettext_lazy("When"), required=False, max_length=40,
        help_text=gettext_lazy("As 2022-05-03, 2022-05 or 2022."),
    )  # fmt: skip
    claim = forms.CharField(
        label=gettext_lazy("The claim that reports it"), required=False, max_length=80,
        help_text=gettext_lazy("Its id (c-…), if a source reports it."),
    )  # fmt: skip

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self.fields["kind"].choices = list(_kinds(self.kinds))


class AskForm(_Said):
    """What was asked of, or said to, somebody in power."""

    kinds = "intervention_kinds"
    field_order = ("kind", "addressee", "sent_by", "date", "due", "about", "text", "claim")

    kind = forms.ChoiceField(label=gettext_lazy("What it was"))
    addressee = forms.CharField(label=gettext_lazy("To whom"), max_length=300)
    sent_by = forms.CharField(
        label=gettext_lazy("By whom"), required=False, max_length=500,
        help_text=gettext_lazy("Bodies; several are parted by “;”."),
    )  # fmt: skip
    due = forms.CharField(label=gettext_lazy("An answer is due by"), required=False, max_length=40)
    about = forms.CharField(
        label=gettext_lazy("About whom"), required=False, max_length=500,
        help_text=gettext_lazy("Ids of people (p-…), from their pages."),
    )  # fmt: skip
    text = forms.CharField(
        label=gettext_lazy("What was asked"), required=False, max_length=2000, widget=forms.Textarea
    )


class AnswerForm(_Said):
    """What came back."""

    kinds = "response_kinds"
    field_order = ("kind", "date", "text", "claim")

    kind = forms.ChoiceField(label=gettext_lazy("What came back"))
    text = forms.CharField(
        label=gettext_lazy("What was answered"), required=False, max_length=2000, widget=forms.Textarea
    )
