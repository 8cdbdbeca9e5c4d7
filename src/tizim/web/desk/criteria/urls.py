"""The addresses of criteria; ids and codes only."""

from django.urls import path

from tizim.web.desk.views import criteria

urlpatterns = [
    path("criteria/", criteria.criteria, name="criteria"),
    path("criteria/groups/", criteria.agreements, name="agreements"),
    path("people/<str:person_id>/assess/<slug:set_code>/", criteria.assess, name="assess"),
    path("people/<str:person_id>/assess/<slug:set_code>/confirm/", criteria.confirm, name="assess_confirm"),
    path("people/<str:person_id>/assess/<slug:set_code>/word/", criteria.recognise, name="assess_word"),
]
