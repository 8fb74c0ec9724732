"""Addresses of urging."""

from django.urls import URLPattern, URLResolver, path

from sauro.notices.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("thong-bao/", pages.notice_list, name="notice-list"),
    path("thong-bao/da-doc/", pages.notice_read_all, name="notice-read-all"),
    path("thong-bao/<uuid:pk>/mo/", pages.notice_open, name="notice-open"),
    path("don-vi/<uuid:pk>/nhac-viec/", pages.reminder_rule, name="reminder-rule"),
]
