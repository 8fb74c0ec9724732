"""Addresses of the frame itself."""

from django.urls import URLPattern, URLResolver, path

from sauro.ui.web import frame, palette, search

urlpatterns: list[URLPattern | URLResolver] = [
    path("giao-dien/", frame.switch_theme, name="theme-switch"),
    path("con-day/", frame.presence, name="presence"),
    path("tim/", search.search, name="search"),
    path("bang-lenh/", palette.palette, name="palette"),
]
