"""Addresses of proposals of moves."""

from django.urls import URLPattern, URLResolver, path

from sauro.staffing.tables import MOVES, NEEDS, PLACES, PLANS, ROADS, SCENARIOS, UNPLACED
from sauro.staffing.web import data, own, reasons, recruitment, roads, scenarios
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("dieu-dong/", list_view(SCENARIOS), name="scenario-list"),
    path("dieu-dong/lap/", scenarios.scenario_new, name="scenario-new"),
    path("dieu-dong/so-sanh/", scenarios.scenario_compare, name="scenario-compare"),
    path("dieu-dong/du-lieu/", data.staffing_data, name="staffing-data"),
    path("dieu-dong/du-lieu/dia-ban/", data.place_save, name="place-save"),
    path("dieu-dong/du-lieu/nhu-cau/", data.need_save, name="need-save"),
    path("dieu-dong/du-lieu/cac-nhu-cau/", list_view(NEEDS), name="need-list"),
    path("dieu-dong/du-lieu/cac-dia-ban/", list_view(PLACES), name="place-list"),
    path("dieu-dong/du-lieu/duong-di/", list_view(ROADS), name="road-list"),
    path("dieu-dong/du-lieu/duong-di/nhap/", roads.road_import, name="road-import"),
    path("dieu-dong/du-lieu/duong-di/nhap/ghi/", roads.road_import_apply, name="road-import-apply"),
    path("dieu-dong/de-xuat/", list_view(MOVES), name="move-list"),
    path("dieu-dong/de-xuat/<uuid:pk>/", scenarios.move_detail, name="move-detail"),
    path("dieu-dong/chua-de-xuat/", list_view(UNPLACED), name="unplaced-list"),
    path("dieu-dong/chua-de-xuat/<uuid:pk>/", reasons.unplaced_detail, name="unplaced-detail"),
    path("dieu-dong/<uuid:pk>/neu/", reasons.scenario_what_if, name="scenario-what-if"),
    path("dieu-dong/<uuid:pk>/", scenarios.scenario_detail, name="scenario-detail"),
    path("dieu-dong/<uuid:pk>/can-tuyen/", scenarios.scenario_recruitment, name="scenario-recruitment"),
    path("tuyen-dung/", list_view(PLANS), name="recruitment-list"),
    path("tuyen-dung/lap/", recruitment.recruitment_new, name="recruitment-new"),
    path("tuyen-dung/<uuid:pk>/", recruitment.recruitment_plan, name="recruitment-plan"),
    path("tuyen-dung/<uuid:pk>/buoc/", recruitment.recruitment_step, name="recruitment-step"),
    path("tuyen-dung/chi-tieu/<uuid:pk>/", recruitment.recruitment_line, name="recruitment-line"),
    path("tuyen-dung/nguoi-du-tuyen/<uuid:pk>/", recruitment.candidate_detail, name="candidate-detail"),
    path("nhan-su/<uuid:pk>/dieu-dong/", data.standing_save, name="standing-save"),
    path("dong-y-dieu-dong/", own.own_moving, name="own-moving"),
    path("dong-y-dieu-dong/<uuid:pk>/", own.own_moving_say, name="own-moving-say"),
]
