"""The addresses of editions; ids only."""

from django.urls import path

from tizim.web.desk.views import editions

urlpatterns = [
    path("editions/", editions.editions, name="editions"),
    path("editions/freeze/", editions.freeze, name="edition_freeze"),
    path("editions/<str:edition_id>/", editions.edition, name="edition"),
    path("editions/<str:edition_id>/word/", editions.approve, name="edition_word"),
    path("editions/<str:edition_id>/erratum/", editions.erratum, name="edition_erratum"),
    path("editions/<str:edition_id>/explain/", editions.explain, name="edition_explain"),
]
