"""Addresses of appraisals."""

from django.urls import URLPattern, URLResolver, path

from sauro.appraisals.tables import SHEETS
from sauro.appraisals.web import acts, closing, lines, sheets
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("danh-gia/", list_view(SHEETS), name="sheet-list"),
    path("danh-gia/cua-toi/", sheets.own_sheets, name="own-sheets"),
    path("danh-gia/chot/", closing.month_close, name="month-close"),
    path("danh-gia/nhieu/", closing.sheets_many, name="sheets-many"),
    path("danh-gia/<uuid:pk>/", sheets.sheet_detail, name="sheet-detail"),
    path("danh-gia/<uuid:pk>/tinh-lai/", sheets.sheet_reckon, name="sheet-reckon"),
    path("danh-gia/<uuid:pk>/<slug:act>/", acts.sheet_act, name="sheet-act"),
    path("danh-gia/viec/<uuid:pk>/bo/", lines.sheet_line_remove, name="sheet-line-remove"),
    path("danh-gia/viec/<uuid:pk>/<slug:act>/", lines.sheet_line_act, name="sheet-line-act"),
    path("danh-gia/de-nghi/<uuid:pk>/tra-loi/", lines.claim_answer, name="claim-answer"),
    path("danh-gia/de-nghi/<uuid:pk>/rut/", lines.claim_withdraw, name="claim-withdraw"),
]
