"""Criteria: the sets, a person assessed by one of them, a second assessor, groups side by side."""

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tizim.assessments import (
    AssessmentError,
    CriteriaSet,
    Recognition,
    recognition,
)
from tizim.web.desk.access import needs
from tizim.web.desk.criteria.beside import beside
from tizim.web.desk.criteria.forms import GroundForm, RecognitionForm
from tizim.web.desk.criteria.said import recorded, taken_back
from tizim.web.desk.criteria.set_words import every_set
from tizim.web.desk.criteria.sheet import Sheet, sheet
from tizim.web.desk.definitions import sets_known
from tizim.web.desk.noting import note
from tizim.web.desk.opened import write
from tizim.web.desk.people.seen import hidden
from tizim.web.desk.sight import sight_of

PAGE = 50


@needs("look")
def criteria(request: HttpRequest) -> HttpResponse:
    """The sets of criteria with the source of the official wording."""
    sets = every_set(sets_known(request.asked.known_at))
    return render(request, "desk/criteria/sets.html", {"sets": sets, "place": "lists"})


@needs("look")
def agreements(request: HttpRequest) -> HttpResponse:
    """What several groups say of whom, side by side, and how far each two agree."""
    found = beside(request.asked)
    page = Paginator(found.rows, PAGE).get_page(request.GET.get("page"))
    unseen = hidden(request.asked, sight_of(request))
    told = {"of": found, "page": page, "hidden": unseen, "place": "lists"}
    return render(request, "desk/criteria/beside.html", told)


@needs("assess")
def assess(request: HttpRequest, person_id: str, set_code: str, number: int | None = None) -> HttpResponse:
    """A person assessed by a set: each ground with passages for and against."""
    on = _sheet(request, person_id, _set(set_code, number))
    given = request.POST if request.method == "POST" else None
    grounds = [GroundForm(one, on, given) for one in on.grounds]
    if given is None or not _may_write(request, on) or not all([one.is_valid() for one in grounds]):
        return _page(request, on, grounds, RecognitionForm(), status=200 if given is None else 400)
    write(on.written([one.found for one in grounds if one.found]), by=request.user.username)
    messages.success(request, _("Your findings are written."))
    return redirect("assess", person_id, set_code, on.of.version)


@needs("assess")
@require_POST
def confirm(request: HttpRequest, person_id: str, set_code: str, number: int | None = None) -> HttpResponse:
    """A second assessor comes to what the first found."""
    on = _sheet(request, person_id, _set(set_code, number))
    entries = on.confirmed() if _may_write(request, on) else []
    if entries:
        write(entries, by=request.user.username)
        messages.success(request, _("You came to the same: it is written as your own finding."))
    else:
        messages.error(request, _("There is nothing that somebody else found and you have not."))
    return redirect("assess", person_id, set_code, on.of.version)


@needs("assess")
@require_POST
def recognise(request: HttpRequest, person_id: str, set_code: str, number: int | None = None) -> HttpResponse:
    """A group recognised the person, declined to, or took it back."""
    on, form = _sheet(request, person_id, _set(set_code, number)), RecognitionForm(request.POST)
    wrong = next((one for one in on.words.values() if one.id == request.POST.get("back")), None)
    if wrong and _may_write(request, on):
        write([taken_back(wrong)], by=request.user.username)
        messages.success(request, _("The group's word is taken back; record it anew if it was mistyped."))
        return redirect("assess", person_id, set_code, on.of.version)
    if not form.is_valid() or not _may_write(request, on) or not _recognised(request, on, form):
        grounds = [GroundForm(one, on, None) for one in on.grounds]
        return _page(request, on, grounds, form, status=400)
    messages.success(request, _("The group's word is written."))
    return redirect("assess", person_id, set_code, on.of.version)


def _recognised(request: HttpRequest, on: Sheet, form: RecognitionForm) -> bool:
    said, number = form.cleaned_data, form.cleaned_data["passage"]
    if number and number > len(on.claims):
        form.add_error("passage", _("No passage on this page has the number %(n)s.") % {"n": number})
        return False
    cited = on.claims[number - 1].claim.passage_id if number else None
    bare = Recognition(
        id="",
        mention_id=on.life.person.mention_ids[0],
        group=said["group"],
        stance=said["stance"],
        recognised_as=said["recognised_as"] or None,
        date=said["date"] or None,
        passage_id=cited,
    )
    try:
        word = recognition(bare)
    except AssessmentError:
        form.add_error("date", _("This is no day that the desk can read."))
        return False
    write([recorded(word)], by=request.user.username)
    return True


def _sheet(request: HttpRequest, person_id: str, of: CriteriaSet) -> Sheet:
    sight = sight_of(request)
    found = sheet(person_id, of, request.asked, request.user.username, sight)
    if found is None:
        raise Http404
    if not sight.guarded.isdisjoint(one.claim.document_id for one in found.claims):
        note(request, "opened", person_id)
    return found


def _set(code: str, number: int | None) -> CriteriaSet:
    """The set in that version; without one, the newest that is not retired."""
    try:
        return sets_known().named(f"{code}/{number}" if number else code)
    except AssessmentError:
        raise Http404 from None


def _may_write(request: HttpRequest, on: Sheet) -> bool:
    """Whether anything is determined now: not by what was known earlier, nor by a set that is retired."""
    if request.asked.known_at:
        messages.error(request, _("The desk shows an earlier moment: set it to now to assess."))
    elif _is_retired(on.of):
        messages.error(request, _("This version is retired: nobody is assessed by it any more."))
    return not (request.asked.known_at or _is_retired(on.of))


def _is_retired(of: CriteriaSet) -> bool:
    own = sets_known().own.get(of.name)
    return bool(own and own.retired)


def _has_wrong(sent: Sequence[GroundForm | RecognitionForm]) -> bool:
    return any(one.is_bound and one.errors for one in sent)


def _page(
    request: HttpRequest, on: Sheet, grounds: list[GroundForm], word: RecognitionForm, *, status: int
) -> HttpResponse:
    told = {
        "of": on, "grounds": grounds, "word": word, "place": "people",
        "wrong": _has_wrong([*grounds, word]),
        "versions": sets_known().versions(on.of.code), "is_retired": _is_retired(on.of),
    }  # fmt: skip
    return render(request, "desk/criteria/assess.html", told, status=status)
