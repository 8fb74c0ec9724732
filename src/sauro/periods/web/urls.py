"""Addresses of the table of periods."""

from django.urls import URLPattern, URLResolver, path

from sauro.periods.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("ky/", pages.period_start, name="periods"),
    path("ky/<uuid:pk>/<int:year>/", pages.period_year, name="period-year"),
    path("ky/<uuid:pk>/<int:year>/lap/", pages.period_make, name="period-make"),
    path("ky/<uuid:pk>/sua/", pages.period_edit, name="period-edit"),
]
