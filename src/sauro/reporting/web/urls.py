"""Addresses of the board."""

from django.urls import URLPattern, URLResolver, path

from sauro.reporting.web import board

urlpatterns: list[URLPattern | URLResolver] = [path("bang-theo-doi/", board.show_board, name="board")]
