"""Published figures beside what the register counts; somebody decides what each counts."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tizim.audits import defined
from tizim.vocab import VagueDateError, vague_date
from tizim.web.desk.access import needs
from tizim.web.desk.definitions import defined as definition_named
from tizim.web.desk.definitions import names
from tizim.web.desk.moment import Moment
from tizim.web.desk.noting import note
from tizim.web.desk.opened import write
from tizim.web.desk.published.printing import Published
from tizim.web.desk.published.shown import VERDICTS, figure_of, listed, shown
from tizim.web.desk.sight import sight_of
from tizim.web.desk.templatetags.desk import titled
from tizim.web.desk.turns import turn


class Counts(forms.Form):
    """By which definition a figure counts, for which day, since when."""

    definition = forms.ChoiceField(label=gettext_lazy("What it counts"))
    as_of = forms.CharField(label=gettext_lazy("As of"), required=False, max_length=40)
    since = forms.CharField(label=gettext_lazy("Since"), required=False, max_length=40)

    def __init__(self, asked: Moment, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self.fields["definition"].choices = list(_choices(asked))

    def clean_as_of(self) -> str:
        """The day, if it is one."""
        return _day(self.cleaned_data["as_of"])

    def clean_since(self) -> str:
        """The same of the beginning."""
        return _day(self.cleaned_data["since"])


@needs("look")
def figures(request: HttpRequest) -> HttpResponse:
    """Published figures, a page of them, by verdict and publisher."""
    verdict, publisher = (request.GET.get(one, "") for one in ("verdict", "publisher"))
    found = listed(
        request.asked, sight_of(request), page=request.GET.get("page", "1"),
        verdict=verdict if verdict in VERDICTS else "", publisher=publisher,
    )  # fmt: skip
    told = {"found": found, "verdict": verdict, "publisher": publisher, "place": "lists"}
    return render(request, "desk/published/figures.html", told)


@needs("look")
def figure(request: HttpRequest, figure_id: str) -> HttpResponse:
    """One figure with its passage, both verdicts and the claims behind them."""
    one = _found(request, figure_id)
    if one.figure.document_id in sight_of(request).guarded:
        note(request, "opened", one.figure.document_id)
    entry = one.entry
    initial = {"definition": one.meant.name, "as_of": entry and entry.as_of, "since": entry and entry.since}
    return _page(request, one, Counts(request.asked, initial=initial))


@needs("assess")
@require_POST
def define(request: HttpRequest, figure_id: str) -> HttpResponse:
    """Decides what a figure counts; that is a correction of its entry."""
    form = Counts(request.asked, request.POST)
    one = _found(request, figure_id)
    if one.entry is None or request.asked.known_at:
        raise Http404
    if not form.is_valid():
        return _page(request, one, form, status=400)
    said = form.cleaned_data
    with turn():
        entry = _found(request, figure_id).entry
        assert entry
        right = defined(
            entry,
            definition=said["definition"],
            as_of=said["as_of"] or None,
            since=said["since"] or None,
            among=definition_named,
        )
        write([right], by=request.user.username)
    messages.success(request, _("It is decided what this figure counts."))
    return redirect("figure", right.id)


def _found(request: HttpRequest, figure_id: str) -> Published:
    found = figure_of(figure_id, request.asked, sight_of(request))
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, one: Published, form: Counts, status: int = 200) -> HttpResponse:
    of = shown(one, request.asked, sight_of(request))
    told = {"of": of, "row": of.row, "one": one, "form": form, "place": "lists"}
    return render(request, "desk/published/figure.html", told, status=status)


def _choices(asked: Moment) -> list[tuple[str, str]]:
    """Nothing chosen yet, then the definitions, each followed by its classes."""
    found = [("", "—")]
    for name in names(asked):
        of = definition_named(name)
        found.append((name, titled(of.title)))
        found += [
            (f"{name}/{one.code}", f"{titled(of.title)}: {titled(dict(one.title))}") for one in of.classes
        ]
    return found


def _day(told: str) -> str:
    try:
        return told and str(vague_date(told) and told)
    except VagueDateError:
        raise forms.ValidationError(_("This is no day: 2020-11-30, 2020-11 or 2020.")) from None
