"""The gate: what is held against a list or an edition, who lets it out, the release that is made of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from tizim.publications import ListEdition
from tizim.web.desk.access import needs
from tizim.web.desk.definitions import defined
from tizim.web.desk.editions.shown import FREEZE, edition_of
from tizim.web.desk.leaving.gate import RELEASE, Gate, gate, matters, named_in
from tizim.web.desk.leaving.packing import package, unpacked
from tizim.web.desk.models import Job
from tizim.web.desk.sight import sight_of
from tizim.web.desk.unnamed import near
from tizim.web.desk.works import releasing
from tizim.web.public.application import TYPES


@needs("assess")
def edition(request: HttpRequest, edition_id: str) -> HttpResponse:
    """A frozen edition at the gate: what is against it, what stays in, who lets it out, its releases."""
    of = _found(request, edition_id)
    found, hidden = gate(of, request.asked), near(request.asked, sight_of(request))
    told = {
        "of": found, "hidden": hidden, "closed": _is_closed(found, hidden),
        "named": named_in(found.matters, request.asked), "own": of.recorded_by == request.user.username,
        "place": "lists",
    }  # fmt: skip
    return render(request, "desk/leaving/gate.html", told)


@needs("assess")
def held(request: HttpRequest, number: int) -> HttpResponse:
    """A list that the gate held back before it was frozen."""
    job = get_object_or_404(Job, pk=number, kind=FREEZE)
    if "held" not in job.result:
        raise Http404
    against = matters(job.result["held"])
    hushable = [one.by_number for one in against]
    told = {
        "job": job, "held": job.result["held"], "matters": against, "place": "lists",
        "title": defined(job.asked["name"]).title, "can_hush": any(hushable), "only_hush": all(hushable),
        "hidden": near(request.asked, sight_of(request)), "named": named_in(against, request.asked),
    }  # fmt: skip
    return render(request, "desk/leaving/held.html", told)


@needs("assess")
def release(request: HttpRequest, edition_id: str) -> HttpResponse:
    """Asks for the release of an edition that was let out."""
    of = _found(request, edition_id)
    if request.method != "POST":
        return redirect("edition_gate", edition_id)
    if not gate(of, request.asked).may_leave:
        messages.error(request, _("The gate is shut: a second person lets it out first."))
        return redirect("edition_gate", edition_id)
    return redirect("work", releasing.ask_to_release(of.id, request.user).pk)


@needs("assess")
def packed(request: HttpRequest, edition_id: str, number: int) -> HttpResponse:
    """The finished release as one file; from there on it is no longer protected."""
    job = _made(request, edition_id, number)
    answer = HttpResponse(package(job.result["release"]), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{edition_id}.zip"'
    return answer


@needs("assess")
def file(request: HttpRequest, edition_id: str, number: int, path: str) -> HttpResponse:
    """One file of the finished release, looked at before it is published."""
    content = unpacked(_made(request, edition_id, number).result["release"], path)
    if content is None:
        raise Http404
    kind = TYPES.get(path.rpartition(".")[2], "application/octet-stream")
    answer = HttpResponse(content, content_type=kind)
    if not path.endswith((".html", ".css", ".js")):
        answer["Content-Disposition"] = f'attachment; filename="{path.rpartition("/")[2]}"'
    return answer


def _found(request: HttpRequest, edition_id: str) -> ListEdition:
    found = edition_of(edition_id, request.asked)
    if found is None:
        raise Http404
    return found


def _made(request: HttpRequest, edition_id: str, number: int) -> Job:
    """The work that made the release of that edition."""
    of, hidden = _found(request, edition_id), near(request.asked, sight_of(request))
    job = get_object_or_404(Job, pk=number, kind=RELEASE, state=Job.State.DONE)
    if job.result.get("edition") != edition_id or (hidden and _is_closed(gate(of, request.asked), hidden)):
        raise Http404
    return job


def _is_closed(found: Gate, hidden: frozenset[str]) -> bool:
    """Whether the edition names somebody of whom a closed case tells: only its members open the release."""
    return any(one.key in hidden for one in found.row.content.named)
