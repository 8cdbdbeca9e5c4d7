"""The addresses of published figures; ids only."""

from django.urls import path

from tizim.web.desk.views import published

urlpatterns = [
    path("figures/", published.figures, name="figures"),
    path("figures/<str:figure_id>/", published.figure, name="figure"),
    path("figures/<str:figure_id>/definition/", published.define, name="figure_define"),
]
