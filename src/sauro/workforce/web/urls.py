"""Addresses of the workforce."""

from django.urls import URLPattern, URLResolver, path

from sauro.ui.lists.view import list_view
from sauro.workforce.tables import FORECAST_PEOPLE, POSTS
from sauro.workforce.web import (
    appointing,
    deadlines,
    erasing,
    establishment,
    facts,
    forecast,
    many,
    own,
    papers,
    people,
    quality,
    seating,
    then,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("nhan-su/", then.people, name="person-list"),
    path("nhan-su/tai-ngay/", then.people_then_choose, name="person-list-then"),
    path("nhan-su/tai-ngay/<slug:day>/", then.people_then, name="person-list-on"),
    path("nhan-su/goi-y/", people.person_suggest, name="person-completion"),
    path("nhan-su/lap/", people.person_new, name="person-new"),
    path("nhan-su/<uuid:pk>/", people.person_detail, name="person-detail"),
    path("nhan-su/<uuid:pk>/thong-tin/", people.person_particulars, name="person-particulars"),
    path("nhan-su/<uuid:pk>/ghi/<slug:kind>/", facts.person_fact, name="person-fact"),
    path("nhan-su/<uuid:pk>/mo/<slug:what>/", people.person_reveal, name="person-reveal"),
    path("nhan-su/<uuid:pk>/so-dinh-danh/", erasing.person_number, name="person-number"),
    path("nhan-su/<uuid:pk>/xoa/", erasing.person_erasure, name="person-erasure"),
    path("nhan-su/<uuid:pk>/xoa/ket-luan/", erasing.person_erasure_settle, name="person-erasure-settle"),
    path("nhan-su/<uuid:pk>/giay-to/", papers.paper_add, name="paper-add"),
    path("nhan-su/giay-to/<uuid:pk>/", papers.paper_open, name="paper-open"),
    path("nhan-su/giay-to/<uuid:pk>/rut/", papers.paper_withdraw, name="paper-withdraw"),
    path("nhan-su/<uuid:pk>/bo-tri/", appointing.person_appoint, name="person-appoint"),
    path("nhan-su/vi-tri/<uuid:pk>/thoi/", appointing.tenure_end, name="tenure-end"),
    path("nhan-su/vi-tri/<uuid:pk>/rut/", appointing.tenure_withdraw, name="tenure-withdraw"),
    path("nhan-su/thong-tin/<uuid:pk>/rut/", facts.fact_withdraw, name="fact-withdraw"),
    path("vi-tri-viec-lam/", list_view(POSTS), name="post-list"),
    path("vi-tri-viec-lam/them/", establishment.post_new, name="post-new"),
    path("vi-tri-viec-lam/<uuid:pk>/", establishment.post_detail, name="post-detail"),
    path("nhan-su/ghi-nhieu/", many.person_many, name="person-many"),
    path("nhan-su/thoi-han/", deadlines.workforce_deadlines, name="workforce-deadlines"),
    path("nhan-su/du-bao/", forecast.workforce_forecast, name="workforce-forecast"),
    path("nhan-su/du-bao/xuat/", forecast.forecast_export, name="forecast-export"),
    path("nhan-su/du-bao/nguoi/", list_view(FORECAST_PEOPLE), name="forecast-list"),
    path("nhan-su/chat-luong/", quality.data_quality, name="data-quality"),
    path("bien-che/", establishment.establishment, name="establishment"),
    path("bien-che/giao/", establishment.allotment_new, name="allotment-new"),
    path("bien-che/<uuid:pk>/", establishment.establishment_unit, name="establishment-unit"),
    path("bien-che/<uuid:pk>/cho/", seating.seats_of_unit, name="unit-seats"),
    path("ho-so-cua-toi/", own.own_dossier_page, name="own-dossier"),
    path("ho-so-cua-toi/<uuid:pk>/ro/", own.own_dossier_clear, name="own-dossier-clear"),
    path("ho-so-cua-toi/<uuid:pk>/xac-nhan/", own.own_dossier_confirm, name="own-dossier-confirm"),
]
