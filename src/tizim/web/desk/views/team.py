"""Team: people, roles, ways in, closed cases, who looked at what."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tizim.web.desk import team as people
from tizim.web.desk.access import needs
from tizim.web.desk.models import WORKING_NAME, Account, ClosedCase, Look
from tizim.web.desk.roles import TITLES

_LOOKS, _LONG = 200, 16


class RolesForm(forms.Form):
    """Which roles, and whether the account may come in."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"),
        choices=list(TITLES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    active = forms.BooleanField(label=gettext_lazy("May come in"), required=False)


class InviteForm(forms.Form):
    """Which roles somebody new gets."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"), choices=list(TITLES.items()), widget=forms.CheckboxSelectMultiple
    )


class AccountsField(forms.ModelMultipleChoiceField):
    """Accounts by their numbers; one that no database could hold is the number of nobody."""

    def clean(self, value: Any) -> Any:
        """The accounts that are meant."""
        return super().clean([one if len(one) < _LONG else "-1" for one in value or ()])


class CaseForm(forms.Form):
    """What a closed case holds, and who may open it."""

    label = forms.CharField(label=gettext_lazy("Label"), max_length=40, validators=[WORKING_NAME])
    documents = forms.CharField(
        label=gettext_lazy("Documents"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Ids like d-0a1b…, separated by spaces or lines."),
    )  # fmt: skip
    members = AccountsField(
        label=gettext_lazy("Who may open it"), queryset=Account.objects.order_by("username"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip


@needs("lead")
def team(request: HttpRequest) -> HttpResponse:
    """Everybody who works here."""
    accounts = Account.objects.order_by("username").prefetch_related(
        "groups", "sessions", "authenticator_set"
    )
    shown = {
        "accounts": accounts,
        "form": InviteForm(),
        "titles": TITLES,
        "way": request.session.pop("way", None),
    }
    return render(request, "desk/team.html", {**shown, "place": "team"})


@needs("lead")
@require_POST
def invite(request: HttpRequest) -> HttpResponse:
    """An address with which somebody new makes an account; shown once."""
    form = InviteForm(request.POST)
    if form.is_valid():
        token = people.invite(form.cleaned_data["roles"])
        request.session["way"] = request.build_absolute_uri(reverse("start", args=[token]))
    else:
        messages.error(request, _("Choose at least one role."))
    return redirect("team")


@needs("lead")
def member(request: HttpRequest, number: int) -> HttpResponse:
    """One account: its roles, whether it may come in."""
    account = get_object_or_404(Account, pk=number)
    now = {"roles": [one.name for one in account.groups.all()], "active": account.is_active}
    form = RolesForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            people.change(account, roles=form.cleaned_data["roles"], active=form.cleaned_data["active"])
        except people.LastKeeperError:
            form.add_error(None, _("Then nobody could let anybody in: make another keeper of keys first."))
        else:
            messages.success(request, _("Changed. Sessions of an account that lost something have ended."))
            return redirect("team")
    return render(request, "desk/member.html", {"account": account, "form": form, "place": "team"})


@needs("lead")
@require_POST
def way_back(request: HttpRequest, number: int) -> HttpResponse:
    """An address with which the account gets a new password and second factor; the old ones end at once."""
    token = people.way_back(get_object_or_404(Account, pk=number))
    request.session["way"] = request.build_absolute_uri(reverse("start", args=[token]))
    return redirect("team")


@needs("lead")
@require_POST
def everybody_out(request: HttpRequest) -> HttpResponse:
    """Ends every session but one's own."""
    ended = people.end_sessions(but=request.session.session_key)
    messages.success(request, _("Sessions ended: %(n)s.") % {"n": ended})
    return redirect("team")


@needs("lead")
def closed(request: HttpRequest) -> HttpResponse:
    """The closed cases, and a new one."""
    form = CaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            case = ClosedCase.objects.create(label=form.cleaned_data["label"])
        except IntegrityError:
            form.add_error("label", _("There is a case of that label."))
        else:
            return _kept(request, case, form)
    cases = ClosedCase.objects.order_by("label").prefetch_related("members", "documents")
    return render(request, "desk/closed.html", {"cases": cases, "form": form, "place": "team"})


@needs("lead")
def closed_case(request: HttpRequest, number: int) -> HttpResponse:
    """One closed case: what it holds, who may open it."""
    case = get_object_or_404(ClosedCase, pk=number)
    ids = "\n".join(case.documents.values_list("document_id", flat=True))
    now = {"label": case.label, "documents": ids, "members": case.members.all()}
    form = CaseForm(request.POST or None, initial=now)
    form.fields["label"].disabled = True
    if request.method == "POST" and form.is_valid():
        return _kept(request, case, form)
    return render(request, "desk/closed_case.html", {"case": case, "form": form, "place": "team"})


@needs("audit")
def looks(request: HttpRequest) -> HttpResponse:
    """Who opened closed parts or was refused, the latest first."""
    found = Look.objects.select_related("account")[:_LOOKS]
    return render(request, "desk/looks.html", {"looks": found, "place": "entries"})


def _kept(request: HttpRequest, case: ClosedCase, form: Any) -> HttpResponse:
    said = form.cleaned_data
    strange = people.close_case(case, documents=said["documents"].split(), members=said["members"])
    if strange:
        messages.warning(
            request, _("No documents of the register: %(ids)s") % {"ids": ", ".join(strange)[:500]}
        )
    messages.success(request, _("The case is kept as set."))
    return redirect("closed")
