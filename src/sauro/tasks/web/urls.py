"""Addresses of the work: each group of pages brings its own."""

from django.urls import URLPattern, URLResolver

from sauro.tasks.web import work_urls

urlpatterns: list[URLPattern | URLResolver] = [*work_urls.urlpatterns]
