"""What was asked of whom: a list with the silence of the day, and what came back, written down."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tizim.claims import Claim
from tizim.interventions import Intervention, InterventionError, Response, intervention, response
from tizim.web.desk.access import may, needs
from tizim.web.desk.asked.forms import AnswerForm, AskForm
from tizim.web.desk.asked.shown import rows
from tizim.web.desk.opened import register, told, write
from tizim.web.desk.people.seen import seen
from tizim.web.desk.sight import sight_of


@needs("look")
def asked(request: HttpRequest) -> HttpResponse:
    """What was asked up to the day; whoever codes writes down more."""
    about, is_open = request.GET.get("about", ""), bool(request.GET.get("open"))
    form = AskForm(request.POST if request.method == "POST" else None, initial={"about": about})
    if request.method == "POST" and _may_write(request) and form.is_valid():
        made = _asked(request, form)
        if made:
            write([made], by=request.user.username)
            messages.success(request, _("It is written down."))
            return redirect("asked_one", made.id)
    every = [
        row for row in rows(request.asked, sight_of(request))
        if (not is_open or row.waits) and (not about or about in dict(row.people))
    ]  # fmt: skip
    shown = {"rows": every, "form": form, "open": is_open, "about": about, "place": "lists"}
    return render(request, "desk/asked/asked.html", shown, status=400 if form.errors else 200)


@needs("look")
def one(request: HttpRequest, asked_id: str) -> HttpResponse:
    """One intervention with what came back; whoever codes writes down an answer."""
    row = next((x for x in rows(request.asked, sight_of(request)) if x.of.intervention.id == asked_id), None)
    if row is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _may_write(request) and form.is_valid():
        made = _answer(request, form, row.of.intervention)
        if made:
            write([made], by=request.user.username)
            messages.success(request, _("It is written down."))
            return redirect("asked_one", asked_id)
    shown = {"row": row, "form": form, "place": "lists"}
    return render(request, "desk/asked/one.html", shown, status=400 if form.errors else 200)


def _may_write(request: HttpRequest) -> bool:
    """Whether the account codes, and the desk shows what is known now."""
    if not may(request.user, "code"):
        messages.error(request, _("Your role does not write this."))
        return False
    if request.asked.known_at:
        messages.error(request, _("The desk shows an earlier moment: set it to now to write."))
    return not request.asked.known_at


def _asked(request: HttpRequest, form: AskForm) -> Intervention | None:
    said = form.cleaned_data
    lives, sight, mentions = told(request.asked).lives, sight_of(request), []
    for person in said["about"].split():
        if person not in lives or seen(request.asked, person, sight) is None:
            form.add_error("about", _("Nobody of the id %(id)s is known here.") % {"id": person})
            return None
        mentions.append(lives[person].person.mention_ids[0])
    passage = _passage(request, form)
    if form.errors:
        return None
    bare = Intervention(
        id="", intervention_kind=said["kind"], addressee=said["addressee"].strip(),
        sent_by=tuple(one.strip() for one in said["sent_by"].split(";") if one.strip()),
        date=said["date"] or None, due=said["due"] or None, text=said["text"] or None,
        mention_ids=tuple(mentions), passage_id=passage,
    )  # fmt: skip
    try:
        return intervention(bare)
    except InterventionError:
        form.add_error("date", _("This is no day that the desk can read."))
        return None


def _answer(request: HttpRequest, form: AnswerForm, to: Intervention) -> Response | None:
    said, passage = form.cleaned_data, _passage(request, form)
    if form.errors:
        return None
    bare = Response(
        id="", intervention_id=to.id, response_kind=said["kind"], date=said["date"] or None,
        text=said["text"] or None, passage_id=passage,
    )  # fmt: skip
    try:
        return response(bare, to=to)
    except InterventionError:
        form.add_error("date", _("This is no day that the desk can read, or it is before the question."))
        return None


def _passage(request: HttpRequest, form: forms.Form) -> str | None:
    """The passage of the claim that reports it, if the account may read that."""
    wanted = form.cleaned_data["claim"].strip()
    if not wanted:
        return None
    found = next((one for one in register().ledger.of([wanted]) if isinstance(one, Claim)), None)
    if found is None or not sight_of(request).document(found.document_id):
        form.add_error("claim", _("No claim of the id %(id)s is known here.") % {"id": wanted})
        return None
    return found.passage_id
