"""What the reading desk answers: the changed card, the next one, what was wrong, what others did."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from tizim.claims import Claim, InvalidClaimError
from tizim.identity import Judgement
from tizim.web.desk.models import Presence
from tizim.web.desk.reading import by_hand, deciding, drafts, judging, suggesting
from tizim.web.desk.reading.claim_form import Filled, facts_of
from tizim.web.desk.reading.deciding import Decision, OvertakenError
from tizim.web.desk.reading.folder import Card, Folder
from tizim.web.desk.reading.looking_up import titles_of
from tizim.web.desk.reading.page import Page, may_decide
from tizim.web.desk.reading.sheet import text_and_paragraphs
from tizim.web.desk.same.judging import AlreadyError
from tizim.web.desk.same.words import told_of_judgement
from tizim.web.desk.sight import sight_of

_WRONG, _CONFLICT = 422, 409
_LONGEST_REASON = 2000


def shown(page: Page) -> dict[str, Any]:
    """The whole page, with one card open."""
    return card(page, page.opened) if page.opened else page.context()


def card(page: Page, one: Card, filled: Filled | None = None, **more: Any) -> dict[str, Any]:
    """One card, opened: its form as it is, as it was left, or as it was sent."""
    typed = (
        drafts.kept(page.request.user, page.document.id, one.id) if page.may_decide and not filled else None
    )
    told = {
        "card": one,
        "open": one,
        "filled": filled or Filled(one.claim, typed=typed, key=one.id),
        "typed_before": typed is not None,
        "reason": (typed or {}).get("reason", ""),
        "facts": facts_of(one.claim),
        "laws": titles_of(one.claim.articles, one.claim.date or one.claim.status_as_of),
    }
    return page.context(**{**told, **more})


def decided(request: HttpRequest, folder: Folder, one: Card) -> HttpResponse:
    """What comes of a decision that was sent."""
    sent, verdict = request.POST, request.POST.get("verdict", "")
    if verdict not in ("accept", "reject") or not may_decide(request):
        raise SuspiciousOperation
    reason = sent.get("reason", "").replace("\x00", "").strip()[:_LONGEST_REASON] or None
    filled = Filled(one.claim, sent, key=one.id) if "act" in sent else None
    page = Page(request, folder, one.id)
    if verdict == "reject" and reason is None:
        return _again(page, one, filled, reason_wanted=True)
    if verdict == "accept" and filled and not filled.is_valid():
        return _again(page, one, filled, reason=reason or "")
    changes = filled.changes() if filled and verdict == "accept" else {}
    said = Decision(verdict, sent.get("seen", ""), request.user.get_username(), reason, changes)
    try:
        fresh = deciding.decide(folder, one.id, said)
    except InvalidClaimError as wrong:
        if filled:
            filled.form.refuse(wrong.problems)
        return _again(page, one, filled, reason=reason or "")
    except OvertakenError as meanwhile:
        return _overtaken(request, meanwhile.folder, one, said)
    drafts.drop(request.user, folder.document.id, one.id)
    return _gone_on(request, fresh, one)


def _gone_on(request: HttpRequest, fresh: Folder, one: Card) -> HttpResponse:
    """The decided card, the next one opened, how far the document is."""
    now = fresh.card(one.id) or one
    following = fresh.following(now)
    page = Page(request, fresh, following.id if following else now.id)
    there = reverse("document", args=[fresh.document.id])
    where = f"{there}?claim={following.id}" if following else there
    if not request.htmx:
        return HttpResponseRedirect(where)
    if following and now not in page.cards:
        return HttpResponse(status=204, headers={"HX-Redirect": where})
    told = card(page, following) if following else page.context()
    return render(request, "desk/reading/decided.html", {**told, "decided_card": now})


def _again(page: Page, one: Card, filled: Filled | None, **more: Any) -> HttpResponse:
    """The card with what was sent and what is wrong with it; nothing typed is lost."""
    return _with_card(page, one, filled, _WRONG, more)


def _overtaken(request: HttpRequest, fresh: Folder, before: Card, said: Decision) -> HttpResponse:
    """What stands now beside what was sent: whoever sent it decides again."""
    now = fresh.card(before.id) or before
    read = fresh.by_id.get(said.seen.partition(".")[0])
    base = read if isinstance(read, Claim) else before.claim
    sent = request.POST
    filled = Filled(base, sent, key=before.id) if "act" in sent else None
    mine = filled.changes() if filled and filled.is_valid() else {}
    merged = Filled(replace(now.claim, **mine), key=before.id) if filled and filled.is_valid() else filled
    both = [
        (title, dict(facts_of(now.claim)).get(title, "—"), value)
        for title, value in facts_of(replace(now.claim, **mine))
        if dict(facts_of(now.claim)).get(title) != value
    ]
    more = {"conflict": now, "both": both, "reason": said.reason or "", "verdict": said.verdict}
    return _with_card(Page(request, fresh, now.id), now, merged, _CONFLICT, more)


def _with_card(
    page: Page, one: Card, filled: Filled | None, status: int, more: dict[str, Any]
) -> HttpResponse:
    template = "desk/reading/card.html" if page.request.htmx else "desk/reading/document.html"
    return render(page.request, template, card(page, one, filled, **more), status=status)


def undone(request: HttpRequest, folder: Folder, one: Card) -> HttpResponse:
    """The document with the decision taken back."""
    if not may_decide(request):
        raise SuspiciousOperation
    by = request.user.get_username()
    try:
        deciding.undo(folder, one.id, seen=request.POST.get("seen", ""), by=by)
    except OvertakenError:
        messages.warning(request, _("Somebody has decided on this claim since: nothing was undone."))
    return HttpResponseRedirect(f"{reverse('document', args=[folder.document.id])}?claim={one.id}")


def added(request: HttpRequest, folder: Folder) -> HttpResponse:
    """The form of a claim added by hand; once it is sent and right, the document with it."""
    if not may_decide(request):
        raise SuspiciousOperation
    sent = request.POST if request.method == "POST" else None
    typed = drafts.kept(request.user, folder.document.id, drafts.NEW) if sent is None else None
    words = _words(sent if sent is not None else typed or {})
    filled = Filled(None, sent, typed=typed, key="new")
    found = by_hand.places_of(text_and_paragraphs(folder.document)[0], *words.values()) if words else []
    if sent is not None and filled.is_valid() and len(found) == 1:
        claim = _coded(request, folder, filled, found[0])
        if claim:
            drafts.drop(request.user, folder.document.id, drafts.NEW)
            return _to(request, f"{reverse('document', args=[folder.document.id])}?claim={claim.id}")
    told = Page(request, folder).context(filled=filled, words=words, found=found, was_sent=sent is not None,
                                         typed_before=typed is not None)  # fmt: skip
    template = "desk/reading/new.html" if request.htmx else "desk/reading/new_page.html"
    return render(request, template, told, status=200 if sent is None else _WRONG)


def _coded(request: HttpRequest, folder: Folder, filled: Filled, place: by_hand.Place) -> Claim | None:
    by = request.user.get_username()
    try:
        return deciding.add(folder, by_hand.span_of(place), filled.values(), by=by)
    except InvalidClaimError as wrong:
        filled.form.refuse(wrong.problems)
        return None


def _words(given: Any) -> dict[str, str]:
    """The words quoted and their place, as far as they were given."""
    quote = str(given.get("quote", "")).replace("\x00", "")[: by_hand.LONGEST]
    if not quote.strip():
        return {}
    place = str(given.get("place_at", "")).partition("-")
    start, end = (
        (place[0], place[2]) if place[1] else (str(given.get("start", "")), str(given.get("end", "")))
    )
    return {"quote": quote, "start": start, "end": end}


def drafted(request: HttpRequest, folder: Folder, claim_id: str) -> HttpResponse:
    """Nothing to show: it is kept. What is let go is shown as it stands."""
    document_id = folder.document.id
    if "discard" in request.POST:
        drafts.drop(request.user, document_id, claim_id)
        there = reverse("document", args=[document_id])
        return _to(request, there if claim_id == drafts.NEW else f"{there}?claim={claim_id}")
    kept = drafts.keep(request.user, document_id, claim_id, _flat(request.POST))
    return HttpResponse(status=204 if kept else 413)


def _flat(sent: QueryDict) -> dict[str, str]:
    return {name: value.replace("\x00", "") for name, value in sent.items() if isinstance(value, str)}


def persons(page: Page, one: Card, meanwhile: Judgement | None = None) -> dict[str, Any]:
    """Who the claim's person counts as and may be; what somebody judged meanwhile."""
    found = suggesting.meant_by(one.claim, page.request.asked, sight_of(page.request))
    said = told_of_judgement(meanwhile) if meanwhile else ""
    return page.context(card=one, meant=found, judged_meanwhile=said)


def judged(request: HttpRequest, folder: Folder, one: Card) -> HttpResponse:
    """The persons again, with the judgement."""
    if request.asked.known_at is not None:
        raise SuspiciousOperation
    faster = None
    try:
        _judge(request, one)
    except AlreadyError as already:
        faster = already.judgement if _is_news(already.judgement, request) else None
    except LookupError:
        raise SuspiciousOperation from None
    if not request.htmx:
        if faster:
            messages.warning(request, told_of_judgement(faster))
        return HttpResponseRedirect(f"{reverse('document', args=[folder.document.id])}?claim={one.id}")
    told = persons(Page(request, folder), one, faster)
    return render(request, "desk/reading/persons.html", told)


def _judge(request: HttpRequest, one: Card) -> None:
    by, sent = request.user.get_username(), request.POST
    if sent.get("undo"):
        judging.take_back(sent["undo"], by=by)
        return

    def meant_now() -> suggesting.Meant | None:
        return suggesting.meant_by(one.claim, request.asked, sight_of(request))

    said = judging.Said(sent.get("other", ""), sent.get("verdict", ""), sent.get("seen", ""))
    judging.judge(meant_now, said, by=by)


def _is_news(judgement: Judgement | None, request: HttpRequest) -> bool:
    """Whether it says other than what was sent; the same key pressed twice needs no word."""
    own = request.user.get_username(), request.POST.get("verdict", "")
    return judgement is not None and (judgement.recorded_by, judgement.verdict) != own


def meanwhile(page: Page, here: Iterable[Presence], changed: Iterable[Card], opened: str) -> dict[str, Any]:
    """Who else is here; the cards that others changed, and whether the open one is among them."""
    cards = {one.id: one for one in changed}
    mine = cards.pop(opened, None)
    return page.context(here=list(here), changed=list(cards.values()), mine=mine, opened=opened)


def _to(request: HttpRequest, where: str) -> HttpResponse:
    """To another page, from a part of one too."""
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)
