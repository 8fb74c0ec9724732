"""Addresses of the monthly plans."""

from django.urls import URLPattern, URLResolver, path

from sauro.plans.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("ke-hoach-thang/", pages.month_plan, name="month-plan"),
    path("ke-hoach-thang/<uuid:pk>/", pages.plan_detail, name="plan-detail"),
]
