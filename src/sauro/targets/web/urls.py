"""Addresses of targets."""

from django.urls import URLPattern, URLResolver, path

from sauro.targets.tables import TARGETS
from sauro.targets.web import board, found, register, shares, sheets
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("chi-tieu/", board.target_board, name="target-board"),
    path("chi-tieu/ma-tran/", board.target_matrix, name="target-matrix"),
    path("chi-tieu/danh-sach/", list_view(TARGETS), name="target-list"),
    path("chi-tieu/bang-tinh/", sheets.target_sheet, name="target-sheet"),
    path("chi-tieu/bang-tinh/tai/", sheets.target_sheet_file, name="target-sheet-file"),
    path("chi-tieu/bang-tinh/ghi/", sheets.target_sheet_apply, name="target-sheet-apply"),
    path("chi-tieu/bang-tinh/loi/", sheets.target_sheet_faults, name="target-sheet-faults"),
    path("chi-tieu/lap/", register.target_new, name="target-new"),
    path("chi-tieu/<uuid:pk>/", register.target_detail, name="target-detail"),
    path("chi-tieu/<uuid:pk>/sua/", register.target_edit, name="target-edit"),
    path("chi-tieu/<uuid:pk>/lo-trinh/", register.target_path, name="target-path"),
    path("chi-tieu/<uuid:pk>/phan-bo/", shares.target_give, name="target-give"),
    path("chi-tieu/<uuid:pk>/thuc-hien/", shares.target_record, name="target-record"),
    path("chi-tieu/thuc-hien/<uuid:pk>/huy/", shares.actual_cancel, name="target-actual-cancel"),
    path("chi-tieu/thuc-hien/<uuid:pk>/tep/", shares.actual_file, name="target-actual-file"),
    path("chi-tieu/nam/<uuid:pk>/thong-nhat/", shares.target_settle, name="target-settle"),
    path("chi-tieu/muc/<uuid:pk>/rut/", found.ask_withdraw, name="target-ask-withdraw"),
    path("van-ban/<uuid:pk>/chi-tieu/", found.document_targets, name="document-targets"),
    path("van-ban/<uuid:pk>/chi-tieu/<int:start>-<int:end>/", found.target_take, name="target-take"),
    path("van-ban/<uuid:pk>/chi-tieu/<int:start>-<int:end>/bo/", found.target_leave, name="target-leave"),
]
