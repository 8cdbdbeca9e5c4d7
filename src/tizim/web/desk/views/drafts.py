"""Drafts: a text pasted or handed in comes back with marks in its margin, and is thrown away."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tizim.web.desk.access import needs
from tizim.web.desk.forms import Day
from tizim.web.desk.margins import notes, paragraphs
from tizim.web.desk.models import Job
from tizim.web.desk.works import checking

MOST = 2_000_000
MOST_BYTES = 20_000_000


class DraftForm(forms.Form):
    """A text or a file, its day, and whether it is compared with the register."""

    text = forms.CharField(
        label=gettext_lazy("Text"), required=False, max_length=MOST, widget=forms.Textarea(attrs={"rows": 12})
    )
    file = forms.FileField(
        label=gettext_lazy("or a file"), required=False, help_text=gettext_lazy("DOCX, ODT, PDF, TXT.")
    )
    date = forms.DateField(label=gettext_lazy("Day of the draft"), required=False, widget=Day())
    compared = forms.BooleanField(
        label=gettext_lazy("Compare it with the claims of the register"), required=False
    )

    def clean(self) -> None:
        """One of the two is needed."""
        said = self.cleaned_data
        if not said.get("text") and not said.get("file") and not self.errors:
            self.add_error("text", _("Paste a text or choose a file."))
        if said.get("file") and said["file"].size > MOST_BYTES:
            self.add_error("file", _("This file is too large for a draft."))


@needs("assess")
def drafts(request: HttpRequest) -> HttpResponse:
    """A draft handed in."""
    form = DraftForm(request.POST, request.FILES) if request.method == "POST" else DraftForm()
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        given = {"date": said["date"].isoformat() if said["date"] else "", "compared": said["compared"]}
        job = checking.ask_to_check(said["text"], said["file"], given, request.user)
        return redirect("draft", job.pk)
    told = {"form": form, "place": "lists"}
    return render(request, "desk/drafts/drafts.html", told, status=400 if form.is_bound else 200)


@needs("assess")
def draft(request: HttpRequest, number: int) -> HttpResponse:
    """The draft with marks in its margin; how far the check is until then."""
    job = _own(request, number)
    found = checking.found_in(job)
    told: dict[str, Any] = {"job": job, "place": "lists", "lines": job.lines.all()[:5]}
    if found:
        said = notes(found["findings"])
        counts = [(grade, sum(one.severity == grade for one in said)) for grade in "ABC"]
        told |= {"paragraphs": list(paragraphs(found["text"], said)), "notes": said, "counts": counts}
    part = "desk/drafts/state.html" if request.headers.get("HX-Request") else "desk/drafts/draft.html"
    return render(request, part, told)


@needs("assess")
@require_POST
def away(request: HttpRequest, number: int) -> HttpResponse:
    """The draft is thrown away."""
    checking.throw_away(_own(request, number))
    messages.success(request, _("The draft and what was found in it are thrown away."))
    return redirect("drafts")


def _own(request: HttpRequest, number: int) -> Job:
    """One's own draft; nobody sees another's."""
    checking.throw_away_old()
    return get_object_or_404(Job, pk=number, kind=checking.KIND, asked_by=request.user)
