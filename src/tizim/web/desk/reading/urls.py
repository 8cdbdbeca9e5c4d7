"""The addresses of the reading desk; ids only."""

from django.urls import path

from tizim.web.desk.views import reading

urlpatterns = [
    path("reading/", reading.waiting, name="reading"),
    path("reading/next/", reading.go_on, name="reading_next"),
    path("reading/sides/", reading.sides, name="keep_sides"),
    path("documents/<str:document_id>/", reading.document, name="document"),
    path("documents/<str:document_id>/pages/<int:number>/", reading.page_picture, name="document_page"),
    path("documents/<str:document_id>/others/", reading.others, name="document_others"),
    path("documents/<str:document_id>/new/", reading.new, name="claim_new"),
    path("documents/<str:document_id>/claims/<str:claim_id>/", reading.claim, name="claim"),
    path("documents/<str:document_id>/claims/<str:claim_id>/decide/", reading.decide, name="claim_decide"),
    path("documents/<str:document_id>/claims/<str:claim_id>/undo/", reading.undo, name="claim_undo"),
    path("documents/<str:document_id>/claims/<str:claim_id>/draft/", reading.draft, name="claim_draft"),
    path("documents/<str:document_id>/claims/<str:claim_id>/persons/", reading.persons, name="claim_persons"),
    path("documents/<str:document_id>/claims/<str:claim_id>/judge/", reading.judge, name="claim_judge"),
    path("look-up/places/", reading.look_up_places, name="look_up_places"),
    path("look-up/articles/", reading.look_up_articles, name="look_up_articles"),
]
