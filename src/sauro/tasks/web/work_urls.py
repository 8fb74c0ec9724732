"""Addresses of the home page and of assignments."""

from django.urls import URLPattern, URLResolver, path

from sauro.tasks.web import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
]
