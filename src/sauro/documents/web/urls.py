"""Addresses of documents."""

from django.urls import URLPattern, URLResolver, path

from sauro.documents.web import pages, proofread, purges, scans

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/", pages.document_list, name="document-list"),
    path("kiem-tra/", proofread.check_draft, name="check-draft"),
    path("kiem-tra/thong-ke/", proofread.check_statistics, name="check-statistics"),
    path("van-ban/tieu-huy/", purges.purge_list, name="purge-list"),
    path("van-ban/<uuid:pk>/", pages.document_detail, name="document-detail"),
    path("van-ban/<uuid:pk>/sua/", pages.document_edit, name="document-edit"),
    path("van-ban/<uuid:pk>/tep/", pages.document_file, name="document-file"),
    path("van-ban/<uuid:pk>/tien-do/", scans.document_progress, name="document-progress"),
    path("van-ban/<uuid:pk>/dung-nhan-dang/", scans.scan_stop, name="scan-stop"),
    path("van-ban/<uuid:pk>/tieu-huy/", purges.document_purge, name="document-purge"),
    path("van-ban/<uuid:pk>/tieu-huy/de-nghi/", purges.purge_propose, name="purge-propose"),
    path("van-ban/<uuid:pk>/tieu-huy/rut/", purges.purge_withdraw, name="purge-withdraw"),
    path("van-ban/<uuid:pk>/tieu-huy/xac-nhan/", purges.purge_confirm, name="purge-confirm"),
]
