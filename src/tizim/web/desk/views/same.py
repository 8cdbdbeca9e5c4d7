"""Same or different: the queue of pairs in doubt, two side by side, judgements and their undoing."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tizim.web.desk.access import needs
from tizim.web.desk.noting import note
from tizim.web.desk.opened import told
from tizim.web.desk.parts import beside
from tizim.web.desk.same import judging, listing
from tizim.web.desk.same.foretold import Foretold, of_undoing, verdicts
from tizim.web.desk.same.pair import Pair, pair_of
from tizim.web.desk.same.queue import PAGE, queue
from tizim.web.desk.same.weighing import Two
from tizim.web.desk.same.words import VERDICTS
from tizim.web.desk.sight import sight_of

_HUGE = 2**53


class VerdictForm(forms.Form):
    """A verdict on two people; ``seen`` is the last entry that the page knew, ``sure`` says it twice."""

    verdict = forms.ChoiceField(
        choices=list(VERDICTS.items()), error_messages={"required": gettext_lazy("Choose a verdict.")}
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=500)
    at = forms.IntegerField(required=False, min_value=0, max_value=_HUGE)
    seen = forms.IntegerField(min_value=0, max_value=_HUGE)
    sure = forms.BooleanField(required=False)


@needs("judge")
def waiting(request: HttpRequest) -> HttpResponse:
    """The queue, and judgements that contradict each other."""
    sight = sight_of(request)
    found = queue(request.asked, sight)
    page = Paginator(found.waiting, PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "lines": listing.lines(page.object_list, page.start_index() - 1, request.asked, sight),
        "unweighed": found.unweighed,
        "clashes": listing.clashes(told(request.asked).contradictions, request.asked, sight),
    }
    part = "desk/same/queue.html" if request.headers.get("HX-Request") else "desk/same/waiting.html"
    return render(request, part, {**shown, "place": "same"})


@needs("judge")
def go_on(request: HttpRequest) -> HttpResponse:
    """To the pair at that place of the queue; from a pair that is still there, to the one behind it."""
    found = queue(request.asked, sight_of(request)).waiting
    at = _number(request.GET.get("at", ""))
    if at < len(found) and ",".join(found[at].pair) == request.GET.get("but"):
        at += 1
    if at >= len(found):
        messages.info(request, _("There is no further pair."))
        return redirect("same")
    return HttpResponseRedirect(f"{reverse('pair', args=found[at].pair)}?at={at}")


@needs("judge")
def pair(request: HttpRequest, left_id: str, right_id: str) -> HttpResponse:
    """Two people side by side; a verdict on them."""
    two, at = (left_id, right_id), _number(request.GET.get("at", ""))
    found = pair_of(two, request.asked, sight_of(request))
    if request.method == "POST":
        return _judge(request, two, found)
    if found is None:
        return _gone(request, two, at)
    _note(request, found)
    return render(request, "desk/same/pair.html", _shown(request, found, at))


@needs("judge")
@beside
def foretold(request: HttpRequest, left_id: str, right_id: str) -> HttpResponse:
    """What each verdict would change, with the form that writes it; fetched by the page of the two."""
    two, at = (left_id, right_id), _number(request.GET.get("at", ""))
    found = pair_of(two, request.asked, sight_of(request))
    if found is None:
        raise Http404
    part = "desk/same/verdict.html" if request.headers.get("HX-Request") else "desk/same/pair.html"
    return render(request, part, _shown(request, found, at) | _would(request, found, VerdictForm()))


@needs("judge")
def judgements(request: HttpRequest) -> HttpResponse:
    """Every judgement, the latest first: who, when, why, and whether it stands."""
    page = Paginator(judging.every_judgement(request.asked), PAGE).get_page(request.GET.get("page"))
    found = judging.judged(page.object_list, request.asked, sight_of(request))
    return render(request, "desk/same/judgements.html", {"page": page, "judged": found, "place": "same"})


@needs("judge")
def judgement(request: HttpRequest, judgement_id: str) -> HttpResponse:
    """One judgement; takes it back. What that would change the page fetches by itself."""
    one = _judgement(request, judgement_id)
    if request.method == "POST":
        return _undo(request, judgement_id)
    return render(request, "desk/same/judgement.html", {"one": one, "place": "same"})


@needs("judge")
@beside
def judgement_foretold(request: HttpRequest, judgement_id: str) -> HttpResponse:
    """What taking the judgement back would change, with the form that does; fetched by its page."""
    one = _judgement(request, judgement_id)
    shown: dict[str, Any] = {"one": one, "place": "same"}
    if one.stands:
        shown["would"] = of_undoing(judgement_id, request.asked, sight_of(request))
    part = "desk/same/undoing.html" if request.headers.get("HX-Request") else "desk/same/judgement.html"
    return render(request, part, shown)


@needs("judge")
def undo_latest(request: HttpRequest) -> HttpResponse:
    """To the latest judgement of whoever asks that stands, to take it back."""
    found = judging.latest_of(request.user.username, request.asked)
    if found is None:
        messages.info(request, _("You have no judgement that stands."))
        return redirect("same")
    return redirect("judgement", found.id)


def _judgement(request: HttpRequest, judgement_id: str) -> judging.Judged:
    one = listing.judgement(judgement_id, request.asked, sight_of(request))
    if one is None:
        raise Http404
    return one


def _judge(request: HttpRequest, two: Two, found: Pair | None) -> HttpResponse:
    """Writes the verdict, asks once more, or says what somebody else has done meanwhile."""
    form = VerdictForm(request.POST)
    at = form.cleaned_data.get("at") or 0 if form.is_valid() else 0
    if found is None:
        return _gone(request, two, at, lost=form)
    if not form.is_valid():
        return render(
            request, "desk/same/pair.html", _shown(request, found, at) | _would(request, found, form)
        )
    said = form.cleaned_data
    against = listing.against(found, said["verdict"], request.asked, sight_of(request))
    if against and not said["sure"]:
        shown = {"of": found, "said": said, "against": against, "place": "same"}
        return render(request, "desk/same/again.html", shown)
    return _written(request, two, form, at)


def _written(request: HttpRequest, two: Two, form: VerdictForm, at: int) -> HttpResponse:
    said = form.cleaned_data
    wanted = judging.Said(said["verdict"], said["reason"], said["seen"])
    try:
        judging.judge(two, wanted, asked=request.asked, by=request.user.username)
    except judging.PastError:
        messages.error(
            request, _("Nothing was written: the desk shows what was known earlier. Set it back to now.")
        )
        return redirect("pair", *two)
    except judging.AlreadyError:
        return _gone(request, two, at, lost=form)
    messages.success(request, _("Written: %(verdict)s.") % {"verdict": VERDICTS[said["verdict"]]})
    return _onward(two, at)


def _gone(request: HttpRequest, two: Two, at: int, lost: VerdictForm | None = None) -> HttpResponse:
    """On to the next pair, since somebody has judged these two; 404 where there is nobody to be shown."""
    latest = judging.judged_last(two, request.asked)
    known = listing.judgement(latest.id, request.asked, sight_of(request)) if latest else None
    shown = len({*two}) > 1 and listing.are_shown(two, request.asked, sight_of(request))
    if lost is None and known is None and not shown:
        raise Http404
    messages.warning(request, listing.meanwhile(known, lost.data if lost else {}))
    return _onward(two, at)


def _onward(two: Two, at: int) -> HttpResponse:
    where = {"at": at, "but": f"{min(two)},{max(two)}"}
    return HttpResponseRedirect(f"{reverse('same_next')}?{urlencode(where)}")


def _undo(request: HttpRequest, judgement_id: str) -> HttpResponse:
    try:
        judging.undo(judgement_id, asked=request.asked, by=request.user.username)
    except judging.PastError:
        messages.error(
            request, _("Nothing was written: the desk shows what was known earlier. Set it back to now.")
        )
        return redirect("judgement", judgement_id)
    except judging.AlreadyError:
        messages.warning(request, _("This judgement was taken back already. Nothing more was written."))
        return redirect("judgement", judgement_id)
    messages.success(request, _("Taken back: everything is as if it had not been judged so."))
    return redirect("judgements")


def _shown(request: HttpRequest, found: Pair, at: int) -> dict[str, Any]:
    clashes = listing.clashes(found.clashes, request.asked, sight_of(request))
    return {"of": found, "at": at, "clashes_of_two": clashes, "place": "same"}


def _would(request: HttpRequest, found: Pair, form: VerdictForm) -> dict[str, Any]:
    two = found.left.id, found.right.id
    would: dict[str, Foretold] = verdicts(two, request.asked, sight_of(request))
    titled = [(code, VERDICTS[code], one) for code, one in would.items()]
    return {"would": titled, "form": form, "seen": judging.head_seq(), "has_form": True}


def _note(request: HttpRequest, found: Pair) -> None:
    for half in found.halves:
        if not sight_of(request).guarded.isdisjoint(half.cited):
            note(request, "opened", half.id)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
