"""Addresses of acts on many assignments."""

from django.urls import URLPattern, URLResolver, path

from sauro.bulk.tables import RUNS
from sauro.bulk.web import pages
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("thao-tac/", list_view(RUNS), name="run-list"),
    path("thao-tac/chon/", pages.run_prepare, name="run-prepare"),
    path("thao-tac/<uuid:pk>/", pages.run_detail, name="run-detail"),
    path("thao-tac/<uuid:pk>/tien-do/", pages.run_progress, name="run-progress"),
    path("thao-tac/<uuid:pk>/<slug:step>/", pages.run_step, name="run-step"),
]
