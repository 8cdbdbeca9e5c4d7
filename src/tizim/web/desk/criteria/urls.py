"""The addresses of criteria; ids and codes only."""

from django.urls import path

from tizim.web.desk.views import criteria, criteria_sets

_SHEET = "people/<str:person_id>/assess/<slug:set_code>/"
_SET = "criteria/sets/<slug:set_code>/"

urlpatterns = [
    path("criteria/", criteria.criteria, name="criteria"),
    path("criteria/groups/", criteria.agreements, name="agreements"),
    path("criteria/new/", criteria_sets.new_set, name="criteria_new"),
    path("criteria/draft/<slug:set_code>/", criteria_sets.set_draft, name="criteria_draft"),
    path(f"{_SET}next/", criteria_sets.next_version, name="criteria_next"),
    path(f"{_SET}compared/", criteria_sets.compared_sets, name="criteria_compared"),
    path(f"{_SET}<int:number>/", criteria_sets.one_set, name="criteria_set"),
    path(f"{_SET}<int:number>/retire/", criteria_sets.retire_set, name="criteria_retire"),
    path(_SHEET, criteria.assess, name="assess"),
    path(f"{_SHEET}confirm/", criteria.confirm, name="assess_confirm"),
    path(f"{_SHEET}word/", criteria.recognise, name="assess_word"),
    path(f"{_SHEET}<int:number>/", criteria.assess, name="assess"),
    path(f"{_SHEET}<int:number>/confirm/", criteria.confirm, name="assess_confirm"),
    path(f"{_SHEET}<int:number>/word/", criteria.recognise, name="assess_word"),
]
