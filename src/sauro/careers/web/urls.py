"""Addresses of careers."""

from django.urls import URLPattern, URLResolver, path

from sauro.careers.tables import (
    ACTS,
    CAREER_MOVES,
    CHECKED,
    COMPETENCIES,
    GAPS,
    LOCAL_HOLDERS,
    NOMINATIONS,
    PLANNING_LISTS,
)
from sauro.careers.web import moves, planning, records, standards
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
    path("luan-chuyen/", list_view(CAREER_MOVES), name="career-move-list"),
    path("luan-chuyen/<uuid:pk>/", moves.career_move, name="career-move"),
    path("luan-chuyen/<uuid:pk>/sua/", moves.career_move_change, name="career-move-change"),
    path("luan-chuyen/<uuid:pk>/quyet-dinh/", moves.career_move_decide, name="career-move-decide"),
    path("luan-chuyen/<uuid:pk>/ket-thuc/", moves.career_move_end, name="career-move-end"),
    path("luan-chuyen/<uuid:pk>/thoi/", moves.career_move_drop, name="career-move-drop"),
    path("luan-chuyen/<uuid:pk>/van-ban/<slug:paper>/", moves.career_move_paper, name="career-move-paper"),
    path("nhan-su/<uuid:pk>/luan-chuyen/", moves.career_move_new, name="career-move-new"),
    path("quy-hoach/", planning.planning_gate, name="planning"),
    path("quy-hoach/<slug:domain>/xac-nhan/", planning.planning_confirm, name="planning-confirm"),
    path("quy-hoach/<slug:domain>/rut/", planning.planning_withdraw, name="planning-withdraw"),
    path("quy-hoach/danh-sach/", list_view(PLANNING_LISTS), name="planning-list-list"),
    path("quy-hoach/nguoi/", list_view(NOMINATIONS), name="nomination-list"),
    path("quy-hoach/danh-sach/lap/", planning.planning_list_new, name="planning-list-new"),
    path("quy-hoach/danh-sach/<uuid:pk>/", planning.planning_list, name="planning-list"),
    path("quy-hoach/danh-sach/<uuid:pk>/nguoi/", planning.nomination_new, name="nomination-new"),
    path("quy-hoach/danh-sach/<uuid:pk>/dan-toc/", planning.planning_minorities, name="planning-minorities"),
    path("quy-hoach/nguoi/<uuid:pk>/duyet/", planning.nomination_approve, name="nomination-approve"),
    path("quy-hoach/nguoi/<uuid:pk>/soat/", planning.nomination_review, name="nomination-review"),
    path("quy-hoach/nguoi/<uuid:pk>/dua-ra/", planning.nomination_remove, name="nomination-remove"),
    path("nguoi-dia-phuong/", records.local_progress, name="local-progress"),
    path("nguoi-dia-phuong/danh-sach/", list_view(LOCAL_HOLDERS), name="local-holder-list"),
    path("nguoi-dia-phuong/quy-dinh/", records.closed_post_new, name="closed-post-new"),
    path("nguoi-dia-phuong/quy-dinh/<uuid:pk>/rut/", records.closed_post_withdraw, name="closed-post-withdraw"),
    path("thoi-viec/", list_view(ACTS), name="act-list"),
    path("nhan-su/<uuid:pk>/quyet-dinh/", records.act_new, name="act-new"),
    path("thoi-viec/<uuid:pk>/rut/", records.act_withdraw, name="act-withdraw"),
]
