"""Addresses of the work: each group of pages brings its own."""

from django.urls import URLPattern, URLResolver

from sauro.tasks.web import desk_urls, work_urls

urlpatterns: list[URLPattern | URLResolver] = [*desk_urls.desk_urlpatterns, *work_urls.urlpatterns]
