"""Addresses of comments."""

from django.urls import URLPattern, URLResolver, path

from sauro.discussions.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("nhiem-vu/<uuid:pk>/trao-doi/tat-ca/", pages.comment_list, name="comment-list"),
    path("nhiem-vu/<uuid:pk>/trao-doi/gui/", pages.comment_write, name="comment-write"),
    path("nhiem-vu/<uuid:pk>/trao-doi/nhac/", pages.comment_names, name="comment-names"),
    path("trao-doi/<uuid:pk>/sua/", pages.comment_edit, name="comment-edit"),
    path("trao-doi/<uuid:pk>/rut/", pages.comment_withdraw, name="comment-withdraw"),
    path("trao-doi/<uuid:pk>/tep/<int:number>/", pages.comment_file, name="comment-file"),
]
