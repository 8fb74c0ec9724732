"""Addresses of appraisals."""

from django.urls import URLPattern, URLResolver, path

from sauro.appraisals.catalogue_tables import CATALOGUES, PRODUCTS, REGULATIONS
from sauro.appraisals.rating_tables import LEVELS, ROUNDS
from sauro.appraisals.tables import SHEETS
from sauro.appraisals.web import (
    acts,
    catalogues,
    closing,
    deliveries,
    lines,
    papers,
    ratings,
    regulations,
    results,
    sheets,
    signs,
)
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("danh-gia/", list_view(SHEETS), name="sheet-list"),
    path("danh-gia/cua-toi/", sheets.own_sheets, name="own-sheets"),
    path("danh-gia/cua-toi/<int:year>/tu-xep-loai/", papers.own_level_state, name="own-level-state"),
    path("danh-gia/cua-toi/<int:year>/du-lieu/", papers.own_data, name="own-appraisal-data"),
    path("danh-gia/cua-toi/<int:year>/tep/<slug:kind>/", papers.own_year_paper, name="own-year-file"),
    path("danh-gia/ket-qua/", results.results, name="appraisal-results"),
    path("danh-gia/gui-ket-qua/", deliveries.results_delivery, name="results-delivery"),
    path("danh-gia/chot/", closing.month_close, name="month-close"),
    path("danh-gia/nhieu/", closing.sheets_many, name="sheets-many"),
    path("danh-gia/danh-muc/", list_view(CATALOGUES), name="catalogue-list"),
    path("danh-gia/danh-muc/lap/", catalogues.catalogue_new, name="catalogue-new"),
    path("danh-gia/danh-muc/<uuid:pk>/", catalogues.catalogue_detail, name="catalogue-detail"),
    path("danh-gia/danh-muc/<uuid:pk>/<slug:act>/", catalogues.catalogue_act, name="catalogue-act"),
    path("danh-gia/san-pham/", list_view(PRODUCTS), name="product-list"),
    path("danh-gia/san-pham/<uuid:pk>/", catalogues.product_edit, name="product-edit"),
    path("danh-gia/san-pham/<uuid:pk>/gop/", catalogues.product_merge, name="product-merge"),
    path("danh-gia/quy-che/", list_view(REGULATIONS), name="regulation-list"),
    path("danh-gia/quy-che/dat/", regulations.regulation_new, name="regulation-new"),
    path("danh-gia/quy-che/<uuid:pk>/", regulations.regulation_detail, name="regulation-detail"),
    path("xep-loai/", list_view(ROUNDS), name="rating-round-list"),
    path("xep-loai/lap/", ratings.round_new, name="rating-round-new"),
    path("xep-loai/cong-khai/", list_view(LEVELS), name="level-list"),
    path("xep-loai/<uuid:pk>/", ratings.round_detail, name="rating-round-detail"),
    path("xep-loai/<uuid:pk>/tinh-lai/", ratings.round_reckon, name="rating-round-reckon"),
    path("xep-loai/<uuid:pk>/<slug:act>/", ratings.round_act, name="rating-round-act"),
    path("xep-loai/<uuid:pk>/tep/<slug:paper>/<slug:kind>/", papers.round_paper, name="rating-round-file"),
    path("xep-loai/nguoi/<uuid:pk>/", ratings.rating_detail, name="rating-detail"),
    path("xep-loai/nguoi/<uuid:pk>/<slug:act>/", ratings.rating_act, name="rating-act"),
    path("xep-loai/nguoi/<uuid:pk>/tep/<slug:paper>/<slug:kind>/", papers.rating_paper, name="rating-file"),
    path("xep-loai/kien-nghi/<uuid:pk>/", ratings.complaint_answer, name="complaint-answer"),
    path("danh-gia/<uuid:pk>/", sheets.sheet_detail, name="sheet-detail"),
    path("danh-gia/<uuid:pk>/tep/<slug:kind>/", papers.sheet_paper, name="sheet-file"),
    path("danh-gia/<uuid:pk>/tinh-lai/", sheets.sheet_reckon, name="sheet-reckon"),
    path("danh-gia/<uuid:pk>/doi-tuong/", regulations.sheet_appraisee, name="sheet-appraisee"),
    path("danh-gia/<uuid:pk>/<slug:act>/", acts.sheet_act, name="sheet-act"),
    path("danh-gia/viec/<uuid:pk>/bo/", lines.sheet_line_remove, name="sheet-line-remove"),
    path("danh-gia/viec/<uuid:pk>/<slug:act>/", lines.sheet_line_act, name="sheet-line-act"),
    path("danh-gia/de-nghi/<uuid:pk>/tra-loi/", lines.claim_answer, name="claim-answer"),
    path("danh-gia/de-nghi/<uuid:pk>/rut/", lines.claim_withdraw, name="claim-withdraw"),
    path("danh-gia/giai-thich/<uuid:pk>/", signs.sign_answer, name="sign-answer"),
]
