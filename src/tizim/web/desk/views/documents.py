"""Documents: all that were received, who published them, and handing in more."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from tizim.vocab import VocabError, table, vague_date
from tizim.web.desk import received
from tizim.web.desk.access import needs
from tizim.web.desk.sight import sight_of
from tizim.web.desk.templatetags.desk import label
from tizim.web.desk.uploads import MOST
from tizim.web.desk.views import faults
from tizim.web.desk.works.adding import hand_in


class ManyFiles(forms.ClearableFileInput):
    """A field for files that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; each is checked like one."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files, at least one."""
        return [super(FilesField, self).clean(one, initial) for one in (data or [None])]


def _choices(name: str) -> list[tuple[str, str]]:
    return [("", "—"), *((code, label(code, name)) for code in table(name).codes)]


class HandIn(forms.Form):
    """Files, and what is known of all of them together."""

    files = FilesField(
        label=_("Files"),
        help_text=_("PDF, DOCX, ODT, RTF, HTML, mails, chats, pictures, ZIP and more; several at once."),
    )
    publisher = forms.CharField(
        label=_("Who published them"),
        required=False,
        max_length=200,
        help_text=_("Empty if the files say it."),
    )
    date = forms.CharField(
        label=_("Their day"), required=False, max_length=40,
        help_text=_("2020-11-30, or 2020-11 where only the month is known. Empty if the files say it."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    obtained = forms.ChoiceField(label=_("How they came"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = _choices("document_kinds")
        self.fields["obtained"].choices = _choices("ways_obtained")
        self.fields["files"].widget.attrs |= {"data-most": MOST, "data-over": faults.TOO_MUCH}

    def clean_date(self) -> str:
        """A day as EDTF."""
        said = str(self.cleaned_data["date"])
        if said:
            try:
                vague_date(said)
            except VocabError as wrong:
                raise forms.ValidationError(str(wrong)) from None
        return said


@needs("look")
def documents(request: HttpRequest) -> HttpResponse:
    """What was received, the latest first."""
    asked, sight = request.asked, sight_of(request)
    source, number = request.GET.get("source", "").replace("\x00", ""), request.GET.get("page", "1")
    found = received.documents(asked, sight, source_id=source, number=number)
    return render(request, "desk/documents.html", {"found": found, "page": found.page, "place": "documents"})


@needs("look")
def sources(request: HttpRequest) -> HttpResponse:
    """Who published what was received."""
    page = received.publishers(request.asked, sight_of(request), number=request.GET.get("page", "1"))
    return render(request, "desk/sources.html", {"page": page, "place": "documents"})


@needs("add")
def add(request: HttpRequest) -> HttpResponse:
    """Hands files in."""
    form = HandIn(request.POST, request.FILES) if request.method == "POST" else HandIn()
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("publisher", "date", "kind", "obtained")}
        job = hand_in(form.cleaned_data["files"], said, request.user)
        return redirect("work", job.pk)
    return render(request, "desk/add.html", {"form": form, "place": "documents"})
