"""Addresses of the work: each group of pages brings its own."""

from django.urls import URLPattern, URLResolver, path

from sauro.tasks.web import desk_urls, upload, work_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/tiep-nhan/", upload.document_upload, name="document-upload"),
    *desk_urls.desk_urlpatterns,
    *work_urls.urlpatterns,
]
