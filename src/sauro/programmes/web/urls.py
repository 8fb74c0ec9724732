"""Addresses of programmes and plans."""

from django.urls import URLPattern, URLResolver, path

from sauro.programmes.tables import OVERVIEW, PROGRAMMES, TEMPLATES
from sauro.programmes.web import approval, demands, entries, pages, passing, sections, targets, templates
from sauro.ui.lists.page import register_page
from sauro.ui.lists.view import list_view

register_page(OVERVIEW)

_ONE = "chuong-trinh/<uuid:pk>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("chuong-trinh/", list_view(PROGRAMMES), name="programme-list"),
    path("chuong-trinh/cac-xa/", pages.overview, name="programme-overview"),
    path("chuong-trinh/moi/", pages.new_programme, name="programme-new"),
    path("chuong-trinh/mau/", list_view(TEMPLATES), name="programme-template-list"),
    path(
        "chuong-trinh/mau/chuong-trinh-moi/", templates.new_template, {"kind": "programme"},
        name="programme-template-new-programme",
    ),
    path("chuong-trinh/mau/ke-hoach-moi/", templates.new_template, {"kind": "plan"},
    name="programme-template-new-plan"), path("chuong-trinh/mau/<uuid:pk>/", templates.template_detail,
    name="programme-template"), path(f"{_ONE}/", pages.workspace, name="programme-detail"),
    path(f"{_ONE}/thong-tin/", pages.details, name="programme-details"),
    path(f"{_ONE}/tep/<slug:kind>/", pages.download, name="programme-file"),
    path(f"{_ONE}/phe-duyet/", approval.approval, name="programme-approval"),
    path(f"{_ONE}/phe-duyet/<slug:step>/", approval.step, name="programme-step"),
    path(f"{_ONE}/phien-ban/", approval.version_keep, name="programme-version-keep"),
    path(f"{_ONE}/nguon-luc/", approval.resources, name="programme-resources"),
    path(f"{_ONE}/giao-viec/", passing.give, name="programme-give"),
    path(f"{_ONE}/dieu-chinh/<uuid:entry>/", passing.amend, name="programme-amend"),
    path(f"{_ONE}/bai-bo/<uuid:entry>/", passing.withdraw, name="programme-withdraw"),
    path(f"{_ONE}/giao-chi-tieu/", targets.set_lines, name="programme-targets"),
    path(f"{_ONE}/giao-chi-tieu/<uuid:entry>/", targets.amend, name="programme-target-amend"),
    path(f"{_ONE}/chuyen-giao/", passing.release, name="programme-release"),
    path(f"{_ONE}/lay-yeu-cau/", demands.gather, name="programme-gather"),
    path(f"{_ONE}/soat/", demands.recheck, name="programme-recheck"),
    path(f"{_ONE}/yeu-cau/them/", demands.demand_add, name="programme-demand-add"),
    path(f"{_ONE}/yeu-cau/<uuid:demand>/<slug:act>/", demands.demand_deed, name="programme-demand"),
    path(f"{_ONE}/van-ban/them/", demands.reference_add, name="programme-reference-add"),
    path(f"{_ONE}/van-ban/<uuid:reference>/", demands.reference_judge, name="programme-reference-judge"),
    path(f"{_ONE}/gop-y/<uuid:remark>/", sections.remark_close, name="programme-remark-close"),
    path(f"{_ONE}/muc/them/", sections.section_add, name="programme-section-add"),
    path(f"{_ONE}/muc/<uuid:section>/<slug:act>/", sections.section_deed, name="programme-section"),
    path(f"{_ONE}/muc/<uuid:section>/dong/them/", entries.entry_add, name="programme-entry-add"),
    path(f"{_ONE}/dong-moi/", entries.entry_go, name="programme-entry-go"),
    path(f"{_ONE}/dong/<uuid:entry>/", entries.entry_edit, name="programme-entry"),
    path(f"{_ONE}/dong/<uuid:entry>/<slug:act>/", entries.entry_deed, name="programme-entry-deed"),
]  # fmt: skip
