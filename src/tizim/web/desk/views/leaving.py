"""What may leave the house: about whom, of which document, by whose decision."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tizim.publications import Clearance, clearances
from tizim.web.desk.access import needs
from tizim.web.desk.definitions import defined, names
from tizim.web.desk.leaving import listing
from tizim.web.desk.leaving.clearings import taken_back
from tizim.web.desk.leaving.document import paper
from tizim.web.desk.leaving.forms import FIELDS, GROUNDS, Decision, of_document, of_person
from tizim.web.desk.leaving.person import person as person_of
from tizim.web.desk.leaving.photos import as_it_would_leave, pictures
from tizim.web.desk.noting import note
from tizim.web.desk.opened import register, write
from tizim.web.desk.people.seen import seen
from tizim.web.desk.sight import sight_of

_USUAL = "in-custody"


@needs("assess")
def leaving(request: HttpRequest) -> HttpResponse:
    """The people of a list, and what may leave about each."""
    name = request.GET.get("list", _USUAL)
    if name not in names(request.asked):
        raise Http404
    found = listing.people(name, request.asked, sight_of(request), request.GET.get("page", "1"))
    every = [defined(one) for one in names(request.asked)]
    return render(request, "desk/leaving/people.html", {"of": found, "names": every, "place": "lists"})


@needs("assess")
def documents(request: HttpRequest) -> HttpResponse:
    """The documents, and what may leave of each."""
    page, found = listing.documents(request.asked, sight_of(request), request.GET.get("page", "1"))
    return render(request, "desk/leaving/papers.html", {"page": page, "papers": found, "place": "lists"})


@needs("assess")
def person(request: HttpRequest, person_id: str) -> HttpResponse:
    """What may leave about one person, field by field; whoever may, decides."""
    sight = sight_of(request)
    of = person_of(person_id, request.asked, sight)
    if of is None:
        raise Http404
    if not sight.guarded.isdisjoint(one.claim.document_id for one in of.claims):
        note(request, "opened", person_id)
    shown = next((one.photo for one in reversed(of.decisions) if one.photo), "") if of.cleared.photo else ""
    stands: dict[str, Any] = {"level": of.cleared.level, "fields": of.fields, "basis": _basis(of.decided)}
    form = of_person(_given(request), **stands, photo=shown)
    documents = {one.claim.document_id for one in of.claims}
    form.offer(pictures(documents, of.decisions, request.asked, sight), person_id)
    if _is_decided(request, form, of.life.person.mention_ids):
        return redirect("leaving_person", person_id)
    told = {"of": of, "form": form, "names": FIELDS, "grounds": GROUNDS, "photo": shown, "place": "people"}
    return render(request, "desk/leaving/person.html", told, status=400 if form.is_bound else 200)


@needs("assess")
def photo(request: HttpRequest, person_id: str, document_id: str) -> HttpResponse:
    """A picture as it would leave as the photo of the person."""
    sight = sight_of(request)
    if seen(request.asked, person_id, sight) is None:
        raise Http404
    if document_id in sight.guarded:
        note(request, "opened", document_id)
    return HttpResponse(as_it_would_leave(document_id, request.asked, sight), content_type="image/jpeg")


@needs("assess")
def document(request: HttpRequest, document_id: str) -> HttpResponse:
    """What may leave of one document; whoever may, decides."""
    of = paper(document_id, request.asked, sight_of(request))
    if of is None:
        raise Http404
    if document_id in sight_of(request).guarded:
        note(request, "opened", document_id)
    form = of_document(_given(request), level=of.level, fields=of.fields, basis=_basis(of.decisions))
    if _is_decided(request, form, [document_id]):
        return redirect("leaving_document", document_id)
    told: dict[str, Any] = {"of": of, "form": form, "names": FIELDS, "grounds": GROUNDS, "place": "documents"}
    return render(request, "desk/leaving/document.html", told, status=400 if form.is_bound else 200)


@needs("assess")
@require_POST
def person_back(request: HttpRequest, person_id: str) -> HttpResponse:
    """The last decision on a person taken back: what held before holds again."""
    of = person_of(person_id, request.asked, sight_of(request))
    _take_back(request, of.decisions if of else ())
    return redirect("leaving_person", person_id)


@needs("assess")
@require_POST
def document_back(request: HttpRequest, document_id: str) -> HttpResponse:
    """The last decision on a document taken back."""
    of = paper(document_id, request.asked, sight_of(request))
    _take_back(request, of.decisions if of else ())
    return redirect("leaving_document", document_id)


def _basis(decided: Sequence[Clearance]) -> str:
    """The ground of the last decision: whoever changes a part of it finds the rest as it stands."""
    return (decided[-1].basis or "") if decided else ""


def _take_back(request: HttpRequest, given: Sequence[Clearance]) -> None:
    if not given:
        raise Http404
    if _may_write(request):
        write(taken_back(given, after=register().ledger.head().digest), by=request.user.username)
        messages.success(request, _("The decision is taken back; what held before holds again."))


def _given(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _is_decided(request: HttpRequest, form: Decision, subject_ids: Any) -> bool:
    """Whether a decision was sent, is sound, and is written."""
    if not form.is_bound or not form.is_valid() or not _may_write(request):
        return False
    given = clearances(subject_ids, form.said, after=register().ledger.head().digest)
    write(given, by=request.user.username)
    messages.success(request, _("The decision is written. It holds for everything frozen from now on."))
    return True


def _may_write(request: HttpRequest) -> bool:
    """Whether the desk shows what is known now; nothing is decided by what was known earlier."""
    if request.asked.known_at:
        messages.error(request, _("The desk shows an earlier moment: set it to now to decide."))
    return not request.asked.known_at
