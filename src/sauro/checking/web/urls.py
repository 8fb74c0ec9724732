"""Addresses of the rules."""

from django.urls import URLPattern, URLResolver, path

from sauro.checking.web import competence, rules

urlpatterns: list[URLPattern | URLResolver] = [
    path("quy-tac/", rules.rule_list, name="rule-list"),
    path("quy-tac/tham-quyen/", competence.competence_list, name="competence-list"),
    path("quy-tac/tham-quyen/them/", competence.competence_add, name="competence-add"),
    path("quy-tac/tham-quyen/nhap/", competence.competence_import, name="competence-import"),
    path("quy-tac/tham-quyen/cach-noi/", competence.wording_choose, name="wording-choose"),
    path("quy-tac/tham-quyen/<uuid:pk>/", competence.competence_edit, name="competence-edit"),
    path("quy-tac/tham-quyen/<uuid:pk>/bo/", competence.competence_remove, name="competence-remove"),
    path("quy-tac/<slug:code>/", rules.rule_detail, name="rule-detail"),
    path("quy-tac/<slug:code>/bat-tat/", rules.rule_switch, name="rule-switch"),
]
