"""A group's own sets of criteria: added, copied, made anew in the next version, compared, retired."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tizim.assessments import (
    AssessmentError,
    CriteriaSet,
    OwnVersion,
    Sets,
    adopted,
    brought_back,
    retired,
    wrong_with,
)
from tizim.web.desk.access import needs
from tizim.web.desk.criteria import set_drafts
from tizim.web.desk.criteria.set_forms import MOST_GROUNDS, Typed, grounds_in, typed_of
from tizim.web.desk.criteria.set_words import Told, changed
from tizim.web.desk.definitions import sets_known
from tizim.web.desk.opened import write
from tizim.web.desk.turns import turn

_MOST_REASON = 2000


@needs("look")
def one_set(request: HttpRequest, set_code: str, number: int) -> HttpResponse:
    """One set in one version, in all its words."""
    return _one(request, set_code, number)


@needs("look")
def compared_sets(request: HttpRequest, set_code: str) -> HttpResponse:
    """What differs between two versions of a set, in plain words."""
    versions = sets_known(request.asked.known_at).versions(set_code)
    if not versions:
        raise Http404
    by_number = {str(one.of.version): one.of for one in versions}
    later = by_number.get(request.GET.get("to", ""), versions[-1].of)
    before = [one.of for one in versions if one.of.version < later.version] or [later]
    earlier = by_number.get(request.GET.get("from", ""), before[-1])
    told = {"earlier": earlier, "later": later, "versions": versions, "changes": changed(earlier, later)}
    return render(request, "desk/criteria/compared.html", {**told, "place": "lists"})


@needs("assess")
def new_set(request: HttpRequest) -> HttpResponse:
    """A set of one's own, from nothing or from a copy of another."""
    begun = _begun(request.GET.get("from", ""))
    if begun:
        begun = {**begun, "code": "", "decided_by": "", "decided_on": "", "compared": ""}
    return _form(request, set_drafts.NEW, None, begun or {})


@needs("assess")
def next_version(request: HttpRequest, set_code: str) -> HttpResponse:
    """The next version of a set of the register's own, from the newest there is."""
    versions = sets_known().versions(set_code)
    if not versions:
        raise Http404
    last = versions[-1].of
    begun = _begun(last.name)
    if begun is None:
        messages.error(request, _("The rule of this set says what the form cannot: use tizim criteria FILE."))
        return redirect("criteria_set", set_code, last.version)
    return _form(request, set_code, last, {**begun, "seen": last.version, "decided_by": "", "decided_on": ""})


@needs("assess")
@require_POST
def set_draft(request: HttpRequest, set_code: str) -> HttpResponse:
    """Keeps what was typed, or lets it go."""
    if request.POST.get("discard"):
        set_drafts.drop(request.user, set_code)
        new = set_code == set_drafts.NEW
        return redirect("criteria_new") if new else redirect("criteria_next", set_code)
    is_kept = set_drafts.keep(request.user, set_code, request.POST)
    return HttpResponse(status=204 if is_kept else 413)


@needs("assess")
@require_POST
def retire_set(request: HttpRequest, set_code: str, number: int) -> HttpResponse:
    """Retires a version with a reason, or offers a retired one again."""
    reason = request.POST.get("reason", "").strip()[:_MOST_REASON]
    with turn():
        of = sets_known().own.get(f"{set_code}/{number}")
        if of is None:
            raise Http404
        try:
            entry = brought_back(of, reason) if request.POST.get("back") else retired(of, reason)
        except AssessmentError:
            entry = None
        if entry:
            write([entry], by=request.user.username)
    if entry is None and not reason:
        return _one(request, set_code, number, wrong=_("Say why: others read it years from now."))
    if entry is None:
        messages.error(request, _("Somebody else did that meanwhile."))
    elif request.POST.get("back"):
        messages.success(request, _("The version is offered again."))
    else:
        messages.success(request, _("The version is retired. Below it can be offered again."))
    return redirect("criteria_set", set_code, number)


def _one(request: HttpRequest, code: str, number: int, wrong: str = "") -> HttpResponse:
    known = sets_known(request.asked.known_at)
    try:
        of = known.named(f"{code}/{number}")
    except AssessmentError:
        raise Http404 from None
    told = Told(of, known.own.get(of.name))
    shown = {"told": told, "versions": known.versions(code), "wrong": wrong, "place": "lists"}
    return render(request, "desk/criteria/set.html", shown, status=400 if wrong else 200)


def _begun(name: str) -> dict[str, Any] | None:
    """The fields of the set of that name; None where there is none, or the form cannot hold it."""
    try:
        return typed_of(sets_known().named(name)) if name else None
    except AssessmentError:
        return None


def _form(
    request: HttpRequest, draft: str, last: CriteriaSet | None, begun: Mapping[str, Any]
) -> HttpResponse:
    """The form, filled in; sent, it is written or comes back with what is wrong."""
    if request.method != "POST":
        kept = set_drafts.kept(request.user, draft)
        held = {**begun, **kept} if kept else begun
        typed = Typed(None, held, grounds_in(held))
        typed.is_draft = bool(kept)
        return _page(request, draft, last, typed)
    grounds = grounds_in(request.POST)
    if "more" in request.POST:
        set_drafts.keep(request.user, draft, request.POST)
        typed = Typed(None, request.POST.dict(), min(grounds + 1, MOST_GROUNDS))
        typed.goes_to_last()
        return _page(request, draft, last, typed)
    typed = Typed(request.POST, begun, grounds)
    if last:
        typed.form.fields["code"].required = False
    made = _written(request, typed, last) if typed.is_valid() else None
    if made is None:
        return _page(request, draft, last, typed, status=400)
    set_drafts.drop(request.user, draft)
    messages.success(request, _("The set stands in the register; nobody has been assessed by it yet."))
    return redirect("criteria_set", made.code, made.version)


def _written(request: HttpRequest, typed: Typed, last: CriteriaSet | None) -> CriteriaSet | None:
    """The set as it was written; None where something stands against it, which is told at its field."""
    if request.asked.known_at:
        typed.form.add_error(None, _("The desk shows an earlier moment: set it to now to write."))
        return None
    said = typed.form.cleaned_data
    with turn():
        sets = sets_known()
        versions = sets.versions(last.code if last else said["code"])
        if _overtaken(typed, versions[-1] if versions else None, last, said["seen"]):
            return None
        code, number = (last.code, versions[-1].of.version + 1) if last else (said["code"], 1)
        of = typed.criteria(code, number)
        wrong = wrong_with(of, sets)
        if wrong:
            _tell(typed, wrong)
            return None
        entry = adopted(of, sets, said["note"] or None)
        assert entry
        write([entry], by=request.user.username)
        return of


def _overtaken(typed: Typed, newest: OwnVersion | None, last: CriteriaSet | None, seen: int | None) -> bool:
    """Whether there is a set of that code already, or a newer version than the one that was seen."""
    if last is None and newest:
        typed.form.add_error("code", _("There is a set of this name already: make its next version."))
        return True
    if last and newest and newest.of.version != seen:
        said = _("Somebody wrote version %(n)s meanwhile. Look at it; sent again, yours is the next.")
        typed.form.add_error(None, said % {"n": newest.of.version})
        typed.form.data = typed.form.data.copy()
        typed.form.data["seen"] = newest.of.version
        return True
    return False


def _tell(typed: Typed, wrong: str) -> None:
    """What stands against the set, at the field where it can be put right."""
    told = {
        "ships": ("code", _("A set that ships has this name: choose another.")),
        "nothing_new": (None, _("Nothing differs from the version before: there is nothing to write.")),
        "too_large": (None, _("The set is too long: shorten its wordings.")),
    }
    field, said = told.get(wrong, (None, _("This set cannot be written.")))
    typed.form.add_error(field, said)


def _page(
    request: HttpRequest, draft: str, last: CriteriaSet | None, typed: Typed, *, status: int = 200
) -> HttpResponse:
    told = {
        "words": {
            "title": _("Title"), "name": _("Name of the ground"), "asks": _("What it asks"),
            "where": _("Where in the source"), "publisher": _("Whose wording"),
        },
        "typed": typed, "last": last, "draft": draft, "is_draft": typed.is_draft, "place": "lists",
        "may_more": len(typed.grounds) < MOST_GROUNDS, "copies": [] if last else _to_copy(sets_known()),
    }  # fmt: skip
    return render(request, "desk/criteria/form.html", told, status=status)


def _to_copy(sets: Sets) -> list[CriteriaSet]:
    """The sets that one may begin from."""
    return [one for one in sets.offered() if typed_of(one) is not None]
