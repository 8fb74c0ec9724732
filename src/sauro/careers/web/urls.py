"""Addresses of careers."""

from django.urls import URLPattern, URLResolver, path

from sauro.careers.tables import CHECKED, COMPETENCIES, GAPS
from sauro.careers.web import standards
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("tieu-chuan/", standards.standards_overview, name="standards"),
    path("tieu-chuan/doi-chieu/", list_view(CHECKED), name="standard-check"),
    path("tieu-chuan/chua-dat/", list_view(GAPS), name="gap-list"),
    path("khung-nang-luc/", list_view(COMPETENCIES), name="competency-list"),
    path("khung-nang-luc/them/", standards.competency_new, name="competency-new"),
    path("khung-nang-luc/<uuid:pk>/", standards.competency_detail, name="competency-detail"),
    path("vi-tri-viec-lam/<uuid:pk>/tieu-chuan/", standards.standard_new, name="standard-new"),
    path("nhan-su/<uuid:pk>/nang-luc/", standards.assessment_new, name="assessment-new"),
    path("nhan-su/nang-luc/<uuid:pk>/rut/", standards.assessment_withdraw, name="assessment-withdraw"),
]
