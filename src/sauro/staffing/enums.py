"""Words with fixed meanings in proposals of moves."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.staffing.solver.pairs import Bar


class Grade(models.IntegerChoices):
    """A grade from nothing to very much: the hardship of a place, the circumstances of a person."""

    NONE = 0, _("0 – không")
    SOME = 1, _("1 – ít")
    MUCH = 2, _("2 – nhiều")
    MOST = 3, _("3 – rất nhiều")


class ScenarioState(models.TextChoices):
    """How far the calculation of a scenario is."""

    COMPUTING = "computing", _("Đang tính")
    READY = "ready", _("Đã có kết quả")
    FAILED = "failed", _("Không tính được")


class Way(models.TextChoices):
    """How posts are filled from outside (Law 80/2025/QH15): competition, selection, reception, contracts."""

    EXAM = "exam", _("Thi tuyển")
    SELECTION = "selection", _("Xét tuyển")
    RECEPTION = "reception", _("Tiếp nhận")
    CONTRACT = "contract", _("Hợp đồng chuyên gia, người có kỹ năng khan hiếm")


class PlanState(models.TextChoices):
    """How far a recruitment plan is."""

    DRAFT = "draft", _("Đang lập")
    APPROVED = "approved", _("Đã duyệt")
    CLOSED = "closed", _("Đã kết thúc")


class CandidateState(models.TextChoices):
    """What became of somebody who applied, as the papers say."""

    APPLIED = "applied", _("Đã nộp hồ sơ")
    BARRED = "barred", _("Không đủ điều kiện")
    FAILED = "failed", _("Không trúng tuyển")
    PASSED = "passed", _("Trúng tuyển")
    WITHDRAWN = "withdrawn", _("Rút, từ chối")
    APPOINTED = "appointed", _("Đã bố trí, đã ký hợp đồng")


class MoveState(models.TextChoices):
    """What people said of a proposed move. Confirmed means a draft of a decision, never an appointment."""

    PROPOSED = "proposed", _("Mới đề xuất")
    CONFIRMED = "confirmed", _("Đã chọn làm dự thảo")
    REFUSED = "refused", _("Không chọn")


BARS: dict[str, str | Promise] = {
    Bar.CONSENT: _("chưa đồng ý"),
    Bar.NOT_BEFORE: _("chưa đến ngày được điều động"),
    Bar.STAY: _("còn trong thời gian phải ở lại"),
    Bar.SETTLED: _("đã được quyết riêng"),
    Bar.FIELD: _("khác lĩnh vực"),
    Bar.QUALIFICATION: _("thiếu điều kiện"),
    Bar.LOCALS: _("vị trí không bố trí người địa phương"),
    Bar.SAME_PLACE: _("cùng địa bàn"),
    Bar.UNKNOWN_ROAD: _("chưa có tọa độ để tính đường đi"),
    Bar.DISTANCE: _("quá xa"),
}
"""What keeps somebody from a post, in words."""

TIMED = (Bar.NOT_BEFORE, Bar.STAY)
"""Bars that end on a day. Which of them it is may tell of a discipline, and is for those who may open such facts."""

FOR_NOW = "luc-nay"
"""What stands for both of them for everybody else."""

FOR_NOW_WORDS = _("chưa điều động được lúc này")


def bar_words(bar: str, *, knows_bar: bool) -> str:
    """Return in words what keeps somebody from a post. ``knows_bar``: the reader may know which timed bar it is."""
    return str(FOR_NOW_WORDS if bar in TIMED and not knows_bar else BARS[bar])
