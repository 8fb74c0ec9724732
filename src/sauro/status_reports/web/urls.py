"""Addresses of status reports."""

from django.urls import URLPattern, URLResolver, path

from sauro.status_reports.tables import REPORTS, ROWS
from sauro.status_reports.web import drafting, files, pages
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("bao-cao-tinh-hinh/", list_view(REPORTS), name="status-report-list"),
    path("bao-cao-tinh-hinh/nhiem-vu/", list_view(ROWS), name="status-report-rows"),
    path("bao-cao-tinh-hinh/lap/", drafting.draft, name="status-report-draft"),
    path("van-ban/<uuid:pk>/bao-cao-tinh-hinh/", drafting.draft_on_directive, name="status-report-of-document"),
    path("bao-cao-tinh-hinh/<uuid:pk>/", pages.report_detail, name="status-report-detail"),
    path("bao-cao-tinh-hinh/<uuid:pk>/khac-biet/", pages.report_differences, name="status-report-differences"),
    path("bao-cao-tinh-hinh/<uuid:pk>/tep/<slug:kind>/", files.download, name="status-report-file"),
    path("bao-cao-tinh-hinh/<uuid:pk>/<slug:act>/", pages.report_act, name="status-report-act"),
]
