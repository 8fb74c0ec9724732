"""Addresses of the monthly plans."""

from django.urls import URLPattern, URLResolver, path

from sauro.plans.web import pages, parts

urlpatterns: list[URLPattern | URLResolver] = [
    path("ke-hoach-thang/", pages.month_plan, name="month-plan"),
    path("ke-hoach-thang/<uuid:pk>/", pages.plan_detail, name="plan-detail"),
    path("ke-hoach-thang/chia/<uuid:pk>/", parts.divide, name="assignment-months"),
    path("phan-thang/<uuid:pk>/<slug:act>/", parts.part_act, name="monthly-part-act"),
]
