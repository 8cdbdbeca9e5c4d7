"""Closed cases: who is not a member learns nothing that only they tell."""

from tizim.web.desk.models import Account, ClosedCase
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told
from tizim.web.desk.people.seen import hidden
from tizim.web.desk.sight import Sight


def close(document_id, *members):
    case = ClosedCase.objects.create(label="case-1")
    case.members.set(Account.objects.filter(username__in=members))
    case.documents.create(document_id=document_id)


def test_a_closed_document_is_seen_by_members_alone(desk):
    claims = [one for one in desk.register.ledger.known_at(kinds=("claim",)) if one.person]
    document = claims[0].document_id
    close(document, "reviewer-1")
    outside = Sight(Account.objects.get(username="editor-1"))
    member = Sight(Account.objects.get(username="reviewer-1"))
    assert not outside.document(document) and member.document(document)
    assert member.guarded == {document} and not outside.guarded
    of_it = {one.id for one in desk.register.ledger.known_at(kinds=("claim",)) if one.document_id == document}
    assert outside.closed_claims == of_it and not member.closed_claims


def test_whoever_only_closed_documents_tell_of_is_hidden_and_others_are_not(desk):
    chronicled = told(moment_of({}))
    by_document = {}
    for one in desk.register.ledger.known_at(kinds=("claim",)):
        by_document.setdefault(one.document_id, set()).add(one.id)
    document = next(iter(by_document))
    close(document)
    found = hidden(moment_of({}), Sight(Account.objects.get(username="editor-1")))
    only = {
        one.person.id
        for one in chronicled.lives.values()
        if by_document[document] >= set(one.person.claim_ids)
    }
    assert found == only
