"""Coming in for the first time, locking and unlocking, the language, the moment that the desk follows."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, password_validation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tizim.web.desk import typed
from tizim.web.desk.access import ANYBODY, ENTERED, needs
from tizim.web.desk.gate import lock, unlock
from tizim.web.desk.models import WORKING_NAME, Account, Start
from tizim.web.desk.moment import set_moment
from tizim.web.desk.starting import enter, start_of


class FirstPassword(forms.Form):
    """A working name and a password, given twice."""

    username = forms.CharField(
        label=_("Working name"), max_length=40, validators=[WORKING_NAME],
        help_text=_("Stands beside what you write, for good: choose one that tells nobody who you are."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True, "spellcheck": "false"}),
    )  # fmt: skip
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. Four or five words that do not belong together are good."),
    )  # fmt: skip
    again = forms.CharField(
        label=_("Password again"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, way: Start, **kwargs: Any) -> None:
        super().__init__(*args, initial={"username": way.username}, **kwargs)
        self._back = way.back
        self.fields["username"].disabled = way.back

    def clean_username(self) -> str:
        """A name nobody has yet, unless an account is given back."""
        name = str(self.cleaned_data["username"])
        if not self._back and Account.objects.filter(username=name).exists():
            raise forms.ValidationError(_("That working name is taken."))
        return name

    def clean(self) -> None:
        """Both passwords the same, and a good one."""
        first, second = self.cleaned_data.get("password"), self.cleaned_data.get("again")
        if first and second and first != second:
            self.add_error("again", _("The two passwords differ."))
        elif first:
            account = Account(username=self.cleaned_data.get("username", ""))
            try:
                password_validation.validate_password(first, account)
            except forms.ValidationError as wrong:
                self.add_error("password", wrong)


@needs(ANYBODY)
def start(request: HttpRequest, token: str) -> HttpResponse:
    """Makes an account through a way in that works once, and comes in with it."""
    way = start_of(token)
    if way is None:
        raise Http404
    form = FirstPassword(request.POST, way=way) if request.method == "POST" else FirstPassword(way=way)
    if form.is_valid():
        account = enter(way, form.cleaned_data["username"], form.cleaned_data["password"])
        login(request, account, backend=settings.AUTHENTICATION_BACKENDS[-1])
        record_authentication(request, account, method="password", reauthenticated=True)
        return redirect("mfa_activate_totp")
    return render(request, "desk/start.html", {"form": form})


@needs(ENTERED)
def lock_screen(request: HttpRequest) -> HttpResponse:
    """The screen of a locked session: the password lets it go on where it was."""
    wrong = False
    if request.method == "POST":
        given = {"username": request.user.get_username(), "password": request.POST.get("password", "")}
        wrong = authenticate(request, **given) is None
        if not wrong:
            unlock(request)
            return HttpResponseRedirect(_back(request))
    shown = {"wrong": wrong, "next": _back(request), "places": ()}  # nowhere to go but back
    return render(request, "desk/lock.html", shown)


@needs(ENTERED)
@require_POST
def lock_now(request: HttpRequest) -> HttpResponse:
    """Locks this session at once."""
    lock(request)
    return redirect("lock")


@needs(ENTERED)
def typed_here(request: HttpRequest) -> HttpResponse:
    """Keeps what was typed on a page and not sent; gives it back."""
    if request.method != "POST":
        return JsonResponse(typed.kept(request.user, request.GET.get("where", "")))
    where = request.POST.get("where", "")
    forms_ = {name[5:]: said for name, said in request.POST.items() if name.startswith("form:")}
    if not forms_:
        typed.drop(request.user, where)
    elif not typed.keep(request.user, where, forms_):
        return HttpResponse(status=413)
    return HttpResponse(status=204)


@needs(ANYBODY)
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The desk speaks another language, and remembers it with the account."""
    chosen = request.POST.get("language", "")
    response = HttpResponseRedirect(_back(request))
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, httponly=True, samesite="Strict",
                            secure=settings.SESSION_COOKIE_SECURE)  # fmt: skip
        if request.user.is_authenticated:
            Account.objects.filter(pk=request.user.pk).update(language=chosen)
    return response


class MomentForm(forms.Form):
    """The day asked about, the day by which it was known, and on which claims."""

    as_of = forms.DateField(required=False)
    known_at = forms.DateField(required=False)
    basis = forms.ChoiceField(required=False, choices=[("all", ""), ("reviewed", "")])


@needs(ENTERED)
@require_POST
def moment(request: HttpRequest) -> HttpResponse:
    """Sets the day and the moment that the whole desk follows; empty ones mean now."""
    form = MomentForm({} if "now" in request.POST else request.POST)
    if form.is_valid():
        said = form.cleaned_data
        set_moment(request, as_of=said["as_of"], known_at=said["known_at"], basis=said["basis"] or "all")
    return HttpResponseRedirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The page to go on with: one of the desk's own, else the first."""
    where = str(request.POST.get("next") or request.GET.get("next") or "/")
    is_own = where.startswith("/") and url_has_allowed_host_and_scheme(where, allowed_hosts=None)
    return where if is_own else "/"
