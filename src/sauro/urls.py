"""Addresses of the product. Each area brings its own; the home page belongs to the rightmost area it draws on."""

from django.urls import URLPattern, URLResolver, include, path

from sauro.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("", include("sauro.ui.web.urls")),
    path("", include("sauro.accounts.web.urls")),
    path("", include("sauro.listings.web.urls")),
    path("", include("sauro.calendars.web.urls")),
    path("", include("sauro.checking.web.urls")),
    path("", include("sauro.organizations.web.urls")),
    path("", include("sauro.periods.web.urls")),
    path("", include("sauro.documents.web.urls")),
    path("", include("sauro.tasks.web.urls")),
    path("", include("sauro.agenda.web.urls")),
    path("", include("sauro.plans.web.urls")),
    path("", include("sauro.difficulties.web.urls")),
    path("", include("sauro.targets.web.urls")),
    path("", include("sauro.discussions.web.urls")),
    path("", include("sauro.programmes.web.urls")),
    path("", include("sauro.notices.web.urls")),
    path("", include("sauro.workforce.web.urls")),
    path("", include("sauro.headcounts.web.urls")),
    path("", include("sauro.roster.web.urls")),
    path("", include("sauro.staffing.web.urls")),
    path("", include("sauro.careers.web.urls")),
    path("", include("sauro.appraisals.web.urls")),
    path("", include("sauro.measuring.web.urls")),
    path("", include("sauro.bulk.web.urls")),
    path("", include("sauro.reporting.web.urls")),
    path("", include("sauro.status_reports.web.urls")),
    path("", include("sauro.periodic_reports.web.urls")),
    path("", include("sauro.assistant.web.urls")),
    path("", include("sauro.annotations.web.urls")),
]
