"""Addresses of measuring."""

from django.urls import URLPattern, URLResolver, path

from sauro.measuring.web import measures, proposals

urlpatterns: list[URLPattern | URLResolver] = [
    path("chi-tieu/so-do-cho-ghi/", proposals.measure_proposals, name="measure-proposals"),
    path(
        "chi-tieu/so-do-cho-ghi/<uuid:pk>/khong-ghi/", proposals.measure_proposal_aside, name="measure-proposal-aside"
    ),
    path("chi-tieu/<uuid:pk>/so-do/", measures.target_measure, name="target-measure"),
    path("chi-tieu/<uuid:pk>/so-do/lien-ket/", measures.target_measure_link, name="target-measure-link"),
    path("chi-tieu/<uuid:pk>/so-do/ghi/", measures.target_measure_take, name="target-measure-take"),
]
