"""Addresses of the home page and of assignments."""

from django.urls import URLPattern, URLResolver, path

from sauro.tasks.likely_table import LIKELY_PAIRS
from sauro.tasks.tables import ASSIGNMENTS, GIVEN, MY_WORK
from sauro.tasks.template_table import TEMPLATES
from sauro.tasks.web import (
    binding,
    checklists,
    chronicle,
    detail,
    fields,
    home,
    sending,
    source,
    splitting,
    steps,
)
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("viec-cua-toi/", list_view(MY_WORK), name="my-work"),
    path("viec-da-giao/", list_view(GIVEN), name="given-list"),
    path("nhiem-vu/", list_view(ASSIGNMENTS), name="assignment-list"),
    path("van-ban/<uuid:pk>/giao-viec/", sending.send_preview, name="send-preview"),
    path("mau-tieu-chi/", list_view(TEMPLATES), name="checklist-template-list"),
    path("mau-tieu-chi/them/", checklists.template_add, name="checklist-template-add"),
    path("mau-tieu-chi/<uuid:pk>/", checklists.template_edit, name="checklist-template-edit"),
    path("mau-tieu-chi/<uuid:pk>/thoi-dung/", checklists.template_retire, name="checklist-template-retire"),
    path("linh-vuc/", fields.field_list, name="field-list"),
    path("linh-vuc/them/", fields.field_add, name="field-add"),
    path("linh-vuc/nhap/", fields.field_import, name="field-import"),
    path("linh-vuc/<uuid:pk>/", fields.field_edit, name="field-edit"),
    path("nhiem-vu/den/", detail.light_rules, name="light-rules"),
    path("nhiem-vu/<uuid:pk>/", detail.assignment_detail, name="assignment-detail"),
    path("co-the-trung/", list_view(LIKELY_PAIRS), name="likely-list"),
    path("co-the-trung/<uuid:pk>/", binding.likely_pair, name="likely-pair"),
    path("co-the-trung/<uuid:pk>/khong-phai/", binding.dismiss, name="likely-dismiss"),
    path("nhiem-vu/<uuid:pk>/gan-chung/", binding.bind, name="assignment-bind"),
    path("nhiem-vu/<uuid:pk>/go-gan-chung/", binding.unbind, name="assignment-unbind"),
    path("nhiem-vu/<uuid:pk>/chia-viec/", splitting.split_work, name="assignment-split"),
    path("nhiem-vu/<uuid:pk>/dien-bien/", chronicle.assignment_chronicle, name="assignment-chronicle"),
    path("nhiem-vu/<uuid:pk>/nguon/", source.assignment_source, name="assignment-source"),
    path("nhiem-vu/<uuid:pk>/san-pham/<int:number>/", detail.product_file, name="product-file"),
    path("nhiem-vu/<uuid:pk>/san-pham/<int:number>/phu-luc/<int:annex>/", detail.product_annex, name="product-annex"),
    path("nhiem-vu/<uuid:pk>/<slug:step>/", steps.take_step, name="assignment-step"),
]
