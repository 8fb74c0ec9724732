"""Addresses of the rules."""

from django.urls import URLPattern, URLResolver, path

from sauro.checking.web import rules

urlpatterns: list[URLPattern | URLResolver] = [
    path("quy-tac/", rules.rule_list, name="rule-list"),
    path("quy-tac/<slug:code>/", rules.rule_detail, name="rule-detail"),
    path("quy-tac/<slug:code>/bat-tat/", rules.rule_switch, name="rule-switch"),
]
