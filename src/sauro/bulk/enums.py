"""Acts on many assignments, and how a run and its rows stand."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """What is done to every chosen assignment."""

    ACCEPT = "nhan", _("Nhận nhiệm vụ")
    NAME_PERSON = "phan-cong", _("Phân công người")
    SET_DEADLINE = "dat-han", _("Đặt thời hạn")
    SET_FIELD = "linh-vuc", _("Đổi lĩnh vực")
    REMIND = "nhac", _("Nhắc thực hiện")
    ASK_EXPLANATION = "giai-trinh", _("Yêu cầu giải trình")
    CONFIRM = "xac-nhan", _("Xác nhận hoàn thành")
    RETURN = "tra-lai", _("Trả lại sản phẩm")
    QUESTION = "xem-lai", _("Đề nghị xem lại")
    STOP = "dung", _("Dừng nhiệm vụ")
    TAKE_BACK = "hoan-tac", _("Hoàn tác")


class RunState(models.TextChoices):
    """Where a run stands. Until it is started nothing has happened to any assignment."""

    DRAFT = "draft", _("Chưa đủ nội dung")
    CHECKING = "checking", _("Đang xem trước")
    READY = "ready", _("Chờ thực hiện")
    RUNNING = "running", _("Đang thực hiện")
    DONE = "done", _("Đã xong")


class Outcome(models.TextChoices):
    """What is known of one row: before the run what will happen, afterwards what did."""

    UNCHECKED = "unchecked", _("Chưa xem trước")
    WILL_DO = "will_do", _("Sẽ làm")
    REFUSED = "refused", _("Không làm được")
    DONE = "done", _("Đã làm")
    FAILED = "failed", _("Không làm được khi thực hiện")
