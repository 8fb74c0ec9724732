"""Addresses of this area's pages."""

from django.urls import URLPattern, URLResolver, path

from sauro.organizations.web import changes, units

urlpatterns: list[URLPattern | URLResolver] = [
    path("don-vi/", units.unit_list, name="unit-list"),
    path("don-vi/goi-y/", units.unit_suggest, name="unit-suggest"),
    # The pickers of lists and forms also choose territories: a filter or a role may reach over all bodies of one.
    path("don-vi/goi-y/tat-ca/", units.unit_suggest, {"with_territories": True}, name="unit-completion"),
    path("don-vi/<uuid:pk>/", units.unit_page, name="unit-detail"),
    path("don-vi/<uuid:pk>/ten-goi/", changes.alias_create, name="alias-create"),
    path("don-vi/<uuid:pk>/doi-ten/", changes.unit_rename, name="unit-rename"),
    path("don-vi/<uuid:pk>/them/", changes.unit_add, name="unit-add"),
    path("don-vi/<uuid:pk>/nguoi/", changes.appointment_create, name="appointment-create"),
    path("don-vi/ten-goi/<uuid:pk>/thoi/", changes.alias_end, name="alias-end"),
    path("don-vi/nguoi/<uuid:pk>/thoi/", changes.appointment_end, name="appointment-end"),
]
