"""Addresses of imports of people."""

from django.urls import URLPattern, URLResolver, path

from sauro.roster.tables import IMPORTS
from sauro.roster.web import files, pages
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("nhan-su/nhap/", list_view(IMPORTS), name="import-list"),
    path("nhan-su/nhap/bang-mau.xlsx", files.import_template, name="import-template"),
    path("nhan-su/nhap/xuat.xlsx", files.people_export, name="people-export"),
    path("nhan-su/nhap/moi/", pages.import_new, name="import-new"),
    path("nhan-su/nhap/<uuid:pk>/", pages.import_detail, name="import-detail"),
    path("nhan-su/nhap/<uuid:pk>/cot/", pages.import_columns, name="import-columns"),
    path("nhan-su/nhap/<uuid:pk>/bang/", pages.import_sheet, name="import-sheet"),
    path("nhan-su/nhap/<uuid:pk>/loi/", pages.import_faults, name="import-faults"),
    path("nhan-su/nhap/<uuid:pk>/dong/", pages.import_rows, name="import-rows"),
    path("nhan-su/nhap/<uuid:pk>/xac-nhan/", pages.import_asked, name="import-asked"),
    path("nhan-su/nhap/<uuid:pk>/tien-do/", pages.import_progress, name="import-progress"),
    path("nhan-su/nhap/<uuid:pk>/ghi/", pages.import_apply, name="import-apply"),
    path("nhan-su/nhap/<uuid:pk>/bang-loi.xlsx", files.import_annotated, name="import-annotated"),
    path("nhan-su/nhap/<uuid:pk>/loi.csv", files.import_faults_csv, name="import-faults-csv"),
    path("nhan-su/nhap/<uuid:pk>/bo/", pages.import_drop, name="import-drop"),
]
