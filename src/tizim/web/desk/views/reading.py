"""The reading desk: documents that wait, one document, decisions on its claims."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tizim.web.desk.access import needs
from tizim.web.desk.reading import answering, drafts, drawing, presence
from tizim.web.desk.reading.listing import DONE, WAIT, listing
from tizim.web.desk.reading.looking_up import articles_like, places_like
from tizim.web.desk.reading.page import Page, card_for, folder_for, next_waiting
from tizim.web.desk.reading.sides import keep_sides


@needs("look")
@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """The documents with proposals: those that wait, or those that are done."""
    which = DONE if request.GET.get("show") == DONE else WAIT
    language = request.GET.get("language", "")[:8]
    found = listing(request, which=which, language=language, number=request.GET.get("page", "1"))
    told = {"listing": found, "which": which, "language": language, "place": "reading"}
    return render(request, "desk/reading/waiting.html", told)


@needs("code")
@require_GET
def go_on(request: HttpRequest) -> HttpResponse:
    """To the next document that waits."""
    following = next_waiting(request, after=request.GET.get("after", ""))
    if following is None:
        messages.info(request, _("No document waits."))
        return redirect("reading")
    return redirect("document", following)


@needs("look")
@require_GET
def document(request: HttpRequest, document_id: str) -> HttpResponse:
    """A document with its text and its claims."""
    folder = folder_for(request, document_id, opening=True)
    number = request.GET.get("part", "")
    page = Page(request, folder, request.GET.get("claim", ""), int(number) if number.isdecimal() else None)
    keep_sides(request, request.GET.get("show", ""))
    opened = page.opened.id if page.opened else ""
    presence.arrive(request.user, folder.document.id, opened)
    return render(request, "desk/reading/document.html", answering.shown(page))


@needs("look")
@require_POST
def sides(request: HttpRequest) -> HttpResponse:
    """Page and text, one of them alone: holds for the session."""
    keep_sides(request, request.POST.get("show", ""))
    return HttpResponse(status=204)


@needs("look")
@require_GET
def page_picture(request: HttpRequest, document_id: str, number: int) -> HttpResponse:
    """A page of a file as it came, with the words of the claim that is asked for."""
    folder = folder_for(request, document_id)
    card = folder.card(request.GET.get("claim", ""))
    words = card.passage.quote if card and card.passage else None
    content, media_type = drawing.picture(folder.document, number, words or "")
    return HttpResponse(content, content_type=media_type)


@needs("look")
@require_GET
def others(request: HttpRequest, document_id: str) -> HttpResponse:
    """Who else is here, and what they decided; the page asks by itself."""
    folder = folder_for(request, document_id)
    since, opened = request.GET.get("since", ""), request.GET.get("claim", "")
    here = presence.here(request.user, folder.document.id, opened)
    changed = presence.changed_since(folder, since, by=request.user.username) if since else []
    told = answering.meanwhile(Page(request, folder), here, changed, opened)
    return render(request, "desk/reading/others.html", told)


@needs("look")
@require_GET
def claim(request: HttpRequest, document_id: str, claim_id: str) -> HttpResponse:
    """The card of a claim, opened; without htmx the whole page with it."""
    folder, card = card_for(request, document_id, claim_id)
    if not request.htmx:
        return redirect(f"{reverse('document', args=[document_id])}?claim={card.id}")
    return render(request, "desk/reading/card.html", answering.card(Page(request, folder, card.id), card))


@needs("code")
@require_POST
def decide(request: HttpRequest, document_id: str, claim_id: str) -> HttpResponse:
    """Accepts, amends or rejects."""
    folder, card = card_for(request, document_id, claim_id)
    return answering.decided(request, folder, card)


@needs("code")
@require_POST
def undo(request: HttpRequest, document_id: str, claim_id: str) -> HttpResponse:
    """Takes back the last decision on a claim."""
    folder, card = card_for(request, document_id, claim_id)
    return answering.undone(request, folder, card)


@needs("code")
def new(request: HttpRequest, document_id: str) -> HttpResponse:
    """A claim added by hand: its words and its fields."""
    folder = folder_for(request, document_id)
    return answering.added(request, folder)


@needs("code")
@require_POST
def draft(request: HttpRequest, document_id: str, claim_id: str) -> HttpResponse:
    """Keeps what was typed, or lets it go."""
    folder = folder_for(request, document_id)
    if claim_id != drafts.NEW:
        claim_id = card_for(request, document_id, claim_id)[1].id
    return answering.drafted(request, folder, claim_id)


@needs("look")
@require_GET
def persons(request: HttpRequest, document_id: str, claim_id: str) -> HttpResponse:
    """Who the claim's person may be, with score and reasons."""
    folder, card = card_for(request, document_id, claim_id)
    return render(request, "desk/reading/persons.html", answering.persons(Page(request, folder), card))


@needs("judge")
@require_POST
def judge(request: HttpRequest, document_id: str, claim_id: str) -> HttpResponse:
    """Same, different or unsure; or the last of these taken back."""
    folder, card = card_for(request, document_id, claim_id)
    return answering.judged(request, folder, card)


@needs("look")
@require_POST
def look_up_places(request: HttpRequest) -> HttpResponse:
    """Places, as somebody types."""
    return render(request, "desk/reading/offers.html", {"offers": places_like(request.POST.get("place", ""))})


@needs("look")
@require_POST
def look_up_articles(request: HttpRequest) -> HttpResponse:
    """Articles of law, as somebody types."""
    found = articles_like(request.POST.get("articles", ""))
    return render(request, "desk/reading/offers.html", {"offers": found})
