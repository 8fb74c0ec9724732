"""Addresses of difficulties."""

from django.urls import URLPattern, URLResolver, path

from sauro.difficulties.tables import DIFFICULTIES
from sauro.difficulties.web import pages, raising, summary
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("vuong-mac/", list_view(DIFFICULTIES), name="difficulty-list"),
    path("vuong-mac/neu/", raising.raise_without_work, name="difficulty-raise-alone"),
    path("vuong-mac/tong-hop/", summary.difficulty_summary, name="difficulty-summary"),
    path("nhiem-vu/<uuid:pk>/vuong-mac/neu/", raising.raise_on_assignment, name="difficulty-raise"),
    path("vuong-mac/<uuid:pk>/", pages.difficulty_detail, name="difficulty-detail"),
    path("vuong-mac/<uuid:pk>/<slug:act>/", pages.difficulty_act, name="difficulty-act"),
]
