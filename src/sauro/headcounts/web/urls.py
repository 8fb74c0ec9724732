"""Addresses of the figures of the workforce."""

from django.urls import URLPattern, URLResolver, path

from sauro.headcounts.web import crossing, files, official, people, releases, report, sizes

_ASKED = "<slug:domain>/<slug:day>/<slug:level>/<int:cut>/<str:units>/<str:what>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("nhan-su/so-lieu/", report.headcount_report, name="headcount-report"),
    path("nhan-su/so-lieu/bang-cheo/", crossing.headcount_table, name="headcount-table"),
    path("nhan-su/so-lieu/so-luong-cap-uy/", sizes.headcount_sizes, name="headcount-sizes"),
    path("nhan-su/so-lieu/tai/<slug:kind>/", files.headcount_file, name="headcount-file"),
    path("nhan-su/so-lieu/chuyen-giao/", releases.headcount_release, name="headcount-release"),
    path("nhan-su/bieu-mau/", official.official_forms, name="official-forms"),
    path("nhan-su/bieu-mau/<slug:code>/", official.official_form, name="official-form"),
    path("nhan-su/bieu-mau/<slug:code>/tai/<slug:kind>/", official.official_file, name="official-file"),
    path(f"nhan-su/so-lieu/danh-sach/{_ASKED}/", people.headcount_people, name="headcount-people"),
]
