"""States, roles and marks of obligations and assignments."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ObligationState(models.TextChoices):
    """Where a proposed obligation stands in the review on the desk."""

    PROPOSED = "proposed", _("Chưa rà soát")
    ACCEPTED = "accepted", _("Đã chấp nhận")
    DISCARDED = "discarded", _("Đã loại")
    REPLACED = "replaced", _("Đã tách, gộp")


class Origin(models.TextChoices):
    """Who found an obligation or wrote an element."""

    MACHINE = "machine", _("Máy đọc")
    PERSON = "person", _("Người nhập")


class Mark(models.TextChoices):
    """How a six-clear element stands in the document."""

    STATED = "stated", _("Nêu rõ")
    INHERITED = "inherited", _("Kế thừa")
    VAGUE = "vague", _("Chung chung")
    NOT_STATED = "not_stated", _("Không nêu")


class BodyRole(models.TextChoices):
    """What a body named in an obligation has to do with it."""

    LEAD = "lead", _("Chủ trì")
    COORDINATOR = "coordinator", _("Phối hợp")


class DueOrigin(models.TextChoices):
    """Where a deadline comes from."""

    NONE = "none", _("Không nêu")
    DOCUMENT = "document", _("Theo văn bản")
    OFFICE = "office", _("Do cơ quan giao đặt")


class AssignmentState(models.TextChoices):
    """The life of an assignment; allowed steps are in :mod:`sauro.tasks.transitions`."""

    GIVEN = "given", _("Đã giao")
    QUESTIONED = "questioned", _("Đề nghị xem lại")
    ACCEPTED = "accepted", _("Đã nhận")
    IN_PROGRESS = "in_progress", _("Đang thực hiện")
    HANDED_IN = "handed_in", _("Chờ xác nhận")
    RETURNED = "returned", _("Trả lại")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    STOPPED = "stopped", _("Dừng")


WITHOUT_FIELD = "khong"
"""The word of the address for work that has no field."""

DOING_STATES = (
    AssignmentState.GIVEN,
    AssignmentState.QUESTIONED,
    AssignmentState.ACCEPTED,
    AssignmentState.IN_PROGRESS,
    AssignmentState.RETURNED,
)
"""The body has something to do: neither handed in nor ended. Only then can work be overdue."""


class Decision(models.TextChoices):
    """What the giver said to a product handed in."""

    PENDING = "pending", _("Chờ xác nhận")
    CONFIRMED = "confirmed", _("Xác nhận")
    RETURNED = "returned", _("Trả lại")


class ReturnKind(models.TextChoices):
    """Why a product is returned. Only the first kind ever counts against anyone (NĐ 335/2025/NĐ-CP)."""

    CONTENT = "content", _("Nội dung chính chưa đạt")
    FORM = "form", _("Thể thức, trình bày")
    DEMAND_CHANGED = "demand_changed", _("Bên giao thay đổi yêu cầu")


class Verdict(models.TextChoices):
    """What the giver found of one criterion of acceptance."""

    PENDING = "pending", _("Chưa kết luận")
    MET = "met", _("Đạt")
    UNMET = "unmet", _("Không đạt")


class ChangeAnswer(models.TextChoices):
    """What became of a request for a later deadline."""

    PENDING = "pending", _("Chờ trả lời")
    GRANTED = "granted", _("Đồng ý")
    REFUSED = "refused", _("Không đồng ý")
    WITHDRAWN = "withdrawn", _("Đã rút")


class PartsFate(models.TextChoices):
    """What becomes of the open parts of work that is stopped."""

    STOP = "stop", _("Dừng cả các phần việc")
    CONTINUE = "continue", _("Các phần việc vẫn làm tiếp")


class Progressing(models.TextChoices):
    """How far an obligation got: the roll-up of its assignments, never stored."""

    NOT_SENT = "not_sent", _("Chưa giao")
    GIVEN = "given", _("Đã giao, chưa nhận")
    IN_PROGRESS = "in_progress", _("Đang thực hiện")
    WAITING = "waiting", _("Chờ xác nhận")
    DONE = "done", _("Hoàn thành")
    STOPPED = "stopped", _("Đã dừng")


class PairState(models.TextChoices):
    """What people said about two assignments that may be the same work."""

    PROPOSED = "proposed", _("Chưa xem")
    BOUND = "bound", _("Đã gắn chung")
    DISMISSED = "dismissed", _("Không phải")


class QuestionEnd(models.TextChoices):
    """What became of a question to the giver."""

    OPEN = "open", _("Chờ bên giao trả lời")
    ANSWERED = "answered", _("Bên giao đã trả lời")
    WITHDRAWN = "withdrawn", _("Đơn vị nhận nhiệm vụ, rút đề nghị")
    STOPPED = "stopped", _("Nhiệm vụ đã dừng")
    TAKEN_BACK = "taken_back", _("Đã hoàn tác")
