"""Addresses of saved views."""

from django.urls import URLPattern, URLResolver, path

from sauro.listings.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("cach-xem/<slug:list_name>/", pages.view_list, name="view-list"),
    path("cach-xem/<slug:list_name>/luu/", pages.view_save, name="view-save"),
    path("cach-xem/<slug:list_name>/cot/", pages.columns_keep, name="columns-keep"),
    path("cach-xem/<uuid:pk>/<slug:act>/", pages.view_act, name="view-act"),
]
