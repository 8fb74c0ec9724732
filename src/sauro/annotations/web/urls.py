"""Addresses of annotations."""

from django.urls import URLPattern, URLResolver, path

from sauro.annotations.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/<uuid:pk>/chu-giai/", pages.document_annotation, name="document-annotation"),
    path("do-chinh-xac/", pages.accuracy_page, name="accuracy"),
]
