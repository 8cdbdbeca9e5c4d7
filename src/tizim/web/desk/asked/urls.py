"""The addresses of what was asked; ids only."""

from django.urls import path

from tizim.web.desk.views import asked

urlpatterns = [
    path("asked/", asked.asked, name="asked"),
    path("asked/<str:asked_id>/", asked.one, name="asked_one"),
]
