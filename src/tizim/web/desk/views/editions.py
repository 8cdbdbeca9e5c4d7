"""Editions: lists frozen under a number, let out by a second person, corrected in the open."""

from datetime import date

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tizim.publications import Erratum, ListEdition, PublicationError, approval, errata_entry
from tizim.web.desk.access import needs
from tizim.web.desk.definitions import defined, names
from tizim.web.desk.editions.shown import edition_of, rows, shown
from tizim.web.desk.forms import Day
from tizim.web.desk.leaving.gate import gate
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import write
from tizim.web.desk.sight import sight_of
from tizim.web.desk.templatetags.desk import titled
from tizim.web.desk.unnamed import near
from tizim.web.desk.works import freezing

BASES = (
    ("reviewed", gettext_lazy("only claims that somebody reviewed")),
    ("all", gettext_lazy("also claims not reviewed")),
)


class Freeze(forms.Form):
    """Which list is to be frozen, for which day, on which claims."""

    name = forms.ChoiceField(label=gettext_lazy("List"))
    as_of = forms.DateField(label=gettext_lazy("As of"), widget=Day())
    basis = forms.ChoiceField(label=gettext_lazy("It rests on"), choices=BASES)
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Never leaves the house."),
    )

    hush = forms.BooleanField(required=False, widget=forms.HiddenInput)
    despite = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)

    def __init__(self, asked: Moment, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self.fields["name"].choices = [(one, titled(defined(one).title)) for one in names(asked)]


class Word(forms.Form):
    """Whether an edition may go out, and why; ``from`` is the screen to go back to."""

    decision = forms.ChoiceField(choices=(("approve", ""), ("refuse", "")))
    reason = forms.CharField(required=False, max_length=2000)


class Wrong(forms.Form):
    """What was wrong in an edition, what is right, how that is known."""

    place = forms.CharField(
        label=gettext_lazy("Where"),
        max_length=200,
        help_text=gettext_lazy("The number of a person on the list, a figure."),
    )
    said = forms.CharField(label=gettext_lazy("What it says"), max_length=2000)
    right = forms.CharField(label=gettext_lazy("What is right"), max_length=2000)
    reason = forms.CharField(label=gettext_lazy("How that is known"), max_length=2000)


@needs("look")
def editions(request: HttpRequest) -> HttpResponse:
    """All editions, the latest first; whoever may, freezes the next."""
    form = Freeze(request.asked, initial={"as_of": request.asked.as_of, "name": request.GET.get("list", "")})
    return render(
        request, "desk/editions/editions.html", {"rows": rows(request.asked), "form": form, "place": "lists"}
    )


@needs("assess")
@require_POST
def freeze(request: HttpRequest) -> HttpResponse:
    """Asks for a list to be frozen as its next edition."""
    form = Freeze(request.asked, request.POST)
    if not form.is_valid():
        told = {"rows": rows(request.asked), "form": form, "place": "lists"}
        return render(request, "desk/editions/editions.html", told, status=400)
    said = {**form.cleaned_data, "as_of": form.cleaned_data["as_of"].isoformat()}
    return redirect("work", freezing.ask_to_freeze(said, request.user).pk)


@needs("look")
def edition(request: HttpRequest, edition_id: str) -> HttpResponse:
    """One edition: its people, who joined and left, why, errata, approvals."""
    return _page(request, _found(request, edition_id), Wrong())


@needs("assess")
@require_POST
def approve(request: HttpRequest, edition_id: str) -> HttpResponse:
    """Lets somebody else's edition go out, or refuses."""
    of, form = _found(request, edition_id), Word(request.POST)
    if not form.is_valid():
        raise Http404
    decision, reason = form.cleaned_data["decision"], form.cleaned_data["reason"] or None
    held = decision == "approve" and gate(of, request.asked).is_held
    try:
        word = approval(of, decision, by=request.user.username, reason=reason, objected=held)
        write([word], by=request.user.username)
    except PublicationError:
        messages.error(request, _no(decision, own=of.recorded_by == request.user.username))
    return redirect("edition_gate" if request.POST.get("from") == "gate" else "edition", edition_id)


@needs("assess")
@require_POST
def erratum(request: HttpRequest, edition_id: str) -> HttpResponse:
    """Says what was wrong in an edition; it stands beside it for good."""
    of, form = _found(request, edition_id), Wrong(request.POST)
    if not form.is_valid():
        return _page(request, of, form, status=400)
    made: Erratum = errata_entry(of, form.cleaned_data, on=date.today())
    write([made], by=request.user.username)
    messages.success(request, _("The erratum stands beside the edition from now on."))
    return redirect("edition", edition_id)


@needs("assess")
@require_POST
def explain(request: HttpRequest, edition_id: str) -> HttpResponse:
    """Asks why each joined or left since the edition before."""
    return redirect("work", freezing.ask_why(_found(request, edition_id).id, request.user).pk)


def _found(request: HttpRequest, edition_id: str) -> ListEdition:
    found = edition_of(edition_id, request.asked)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, of: ListEdition, form: Wrong, status: int = 200) -> HttpResponse:
    told = {
        "of": shown(of, request.asked, request.GET.get("page", "1")), "form": form, "place": "lists",
        "hidden": near(request.asked, sight_of(request)), "own": of.recorded_by == request.user.username,
    }  # fmt: skip
    return render(request, "desk/editions/edition.html", told, status=status)


def _no(decision: str, *, own: bool) -> str:
    if decision == "refuse":
        return _("A refusal says why.")
    if own:
        return _("Somebody else than who froze an edition lets it go out.")
    return _("The gate has something against it: whoever lets it out says why.")
