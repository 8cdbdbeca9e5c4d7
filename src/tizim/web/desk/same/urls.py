"""The addresses of judging; ids only."""

from django.urls import path

from tizim.web.desk.views import same

urlpatterns = [
    path("same/", same.waiting, name="same"),
    path("same/next/", same.go_on, name="same_next"),
    path("same/undo/", same.undo_latest, name="same_undo"),
    path("same/judgements/", same.judgements, name="judgements"),
    path("same/judgements/<str:judgement_id>/", same.judgement, name="judgement"),
    path("same/judgements/<str:judgement_id>/foretold/", same.judgement_foretold, name="judgement_foretold"),
    path("same/<str:left_id>/<str:right_id>/", same.pair, name="pair"),
    path("same/<str:left_id>/<str:right_id>/foretold/", same.foretold, name="pair_foretold"),
]
