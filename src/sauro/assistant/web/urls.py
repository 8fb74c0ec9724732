"""Addresses of the language model."""

from django.urls import URLPattern, URLResolver, path

from sauro.assistant.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/<uuid:pk>/hoi-mo-hinh/", pages.model_ask, name="model-ask"),
]
