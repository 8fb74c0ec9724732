"""Addresses of the board and of the follow-up of a directive."""

from django.urls import URLPattern, URLResolver, path

from sauro.reporting.web import board, follow_up

urlpatterns: list[URLPattern | URLResolver] = [
    path("bang-theo-doi/", board.show_board, name="board"),
    path("van-ban/<uuid:pk>/theo-doi/", follow_up.show_follow_up, name="follow-up"),
    path("van-ban/<uuid:pk>/theo-doi/tep/<slug:kind>/", follow_up.download_follow_up, name="follow-up-file"),
]
