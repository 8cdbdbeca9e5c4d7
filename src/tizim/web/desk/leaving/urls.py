"""The addresses of what may leave; ids only."""

from django.urls import path

from tizim.web.desk.views import gate, leaving

urlpatterns = [
    path("leaving/", leaving.leaving, name="leaving"),
    path("leaving/documents/", leaving.documents, name="leaving_documents"),
    path("people/<str:person_id>/leaving/", leaving.person, name="leaving_person"),
    path("people/<str:person_id>/leaving/back/", leaving.person_back, name="leaving_person_back"),
    path("people/<str:person_id>/leaving/photo/<str:document_id>/", leaving.photo, name="leaving_photo"),
    path("documents/<str:document_id>/leaving/", leaving.document, name="leaving_document"),
    path("documents/<str:document_id>/leaving/back/", leaving.document_back, name="leaving_document_back"),
    path("editions/held/<int:number>/", gate.held, name="held"),
    path("editions/<str:edition_id>/gate/", gate.edition, name="edition_gate"),
    path("editions/<str:edition_id>/release/", gate.release, name="edition_release"),
    path("editions/<str:edition_id>/release/<int:number>/packed/", gate.packed, name="release_packed"),
    path("editions/<str:edition_id>/release/<int:number>/files/<path:path>", gate.file, name="release_file"),
]
