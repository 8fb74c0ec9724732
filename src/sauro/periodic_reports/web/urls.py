"""Addresses of periodic reports."""

from django.urls import URLPattern, URLResolver, path

from sauro.periodic_reports.tables import DEFINITIONS, REPORTS, ROUNDS
from sauro.periodic_reports.web import definitions, files, filling, reports, rounds, steps
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("bao-cao/", list_view(REPORTS), name="report-list"),
    path("bao-cao/<uuid:pk>/", reports.report_detail, name="report-detail"),
    path("bao-cao/<uuid:pk>/so-lieu/<slug:code>/", reports.report_figure, name="report-figure"),
    path("bao-cao/<uuid:pk>/so-lieu/<slug:code>/ghi/", filling.figure_save, name="report-figure-save"),
    path("bao-cao/<uuid:pk>/muc/<slug:code>/ghi/", filling.text_save, name="report-text-save"),
    path("bao-cao/<uuid:pk>/muc/<slug:code>/lay/<uuid:source>/", filling.source_take, name="report-source-take"),
    path("bao-cao/<uuid:pk>/muc/<slug:code>/cau/<slug:figure>/", filling.sentence_take, name="report-sentence-take"),
    path("bao-cao/<uuid:pk>/ban-ghi/<uuid:version>/", filling.aside_settle, name="report-aside-settle"),
    path("bao-cao/<uuid:pk>/cap-nhat/", filling.figures_refresh, name="report-refresh"),
    path("bao-cao/<uuid:pk>/buoc/<slug:step>/", steps.report_step, name="report-step"),
    path("bao-cao/<uuid:pk>/han/", steps.report_due, name="report-due"),
    path("bao-cao/<uuid:pk>/ban-gui/<int:number>/", reports.report_version, name="report-version"),
    path("bao-cao/<uuid:pk>/doi-chieu/", reports.report_changes, name="report-changes"),
    path("bao-cao/<uuid:pk>/tep/<slug:form>/", files.report_download, name="report-file"),
    path("dot-bao-cao/", list_view(ROUNDS), name="round-list"),
    path("dot-bao-cao/<uuid:pk>/", rounds.round_detail, name="round-detail"),
    path("dot-bao-cao/<uuid:pk>/don-doc/", rounds.round_urge, name="round-urge"),
    path("dot-bao-cao/<uuid:pk>/tep/", files.round_download, name="round-file"),
    path("mau-bao-cao/", list_view(DEFINITIONS), name="definition-list"),
    path("mau-bao-cao/moi/", definitions.definition_new, name="definition-new"),
    path("mau-bao-cao/<uuid:pk>/", definitions.definition_detail, name="definition-detail"),
    path("mau-bao-cao/<uuid:pk>/sua/", definitions.definition_revise, name="definition-revise"),
    path("mau-bao-cao/<uuid:pk>/mo-dot/", rounds.round_open, name="round-open"),
    path("mau-bao-cao/ban/<uuid:pk>/", definitions.definition_version, name="definition-version"),
]
