"""Kinds, states and parts of programmes, their sections, entries and demands."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeKind(models.TextChoices):
    """Which of the two documents it is."""

    PROGRAMME = "programme", _("Chương trình hành động")
    PLAN = "plan", _("Kế hoạch")


class ProgrammeState(models.TextChoices):
    """How far it got. The allowed steps are in :mod:`sauro.programmes.steps`."""

    DRAFT = "draft", _("Đang soạn")
    SUBMITTED = "submitted", _("Chờ thẩm định")
    APPRAISED = "appraised", _("Đã thẩm định")
    ADOPTED = "adopted", _("Đã thông qua")
    AT_COUNCIL = "at_council", _("Đã trình HĐND")
    ISSUED = "issued", _("Đã ban hành")
    REPLACED = "replaced", _("Đã thay thế")


WRITABLE = frozenset({ProgrammeState.DRAFT})
"""States in which sections, entries and answers may change."""

PUBLIC = frozenset({ProgrammeState.ISSUED, ProgrammeState.REPLACED})
"""States whose words the level above may read."""


class SectionRole(models.TextChoices):
    """What stands under a heading."""

    TEXT = "text", _("Lời văn")
    TASKS = "tasks", _("Nhiệm vụ")
    TARGETS = "targets", _("Chỉ tiêu")


class EntryKind(models.TextChoices):
    """What a line is."""

    TASK = "task", _("Nhiệm vụ")
    TARGET = "target", _("Chỉ tiêu")


class Part(models.TextChoices):
    """Whether the commune does the work itself or coordinates in somebody else's."""

    DIRECT = "direct", _("Trực tiếp thực hiện")
    COORDINATION = "coordination", _("Phối hợp thực hiện")


class Money(models.TextChoices):
    """Which money the work needs (guide: budget, outside the budget, both)."""

    NOT_STATED = "", _("— chưa xác định —")
    BUDGET = "budget", _("Ngân sách nhà nước")
    OTHER = "other", _("Ngoài ngân sách")
    BOTH = "both", _("Kết hợp")
    NONE = "none", _("Không cần kinh phí riêng")


class FundSource(models.TextChoices):
    """Where an amount comes from."""

    CENTRAL = "central", _("Ngân sách trung ương")
    PROVINCE = "province", _("Ngân sách tỉnh")
    COMMUNE = "commune", _("Ngân sách xã")
    ENTERPRISE = "enterprise", _("Doanh nghiệp, xã hội hóa")
    PEOPLE = "people", _("Nhân dân đóng góp")
    OTHER = "other", _("Nguồn hợp pháp khác")


BUDGET_SOURCES = frozenset({FundSource.CENTRAL, FundSource.PROVINCE, FundSource.COMMUNE})


class Rhythm(models.TextChoices):
    """How often work comes back that has no single day."""

    NONE = "", _("— một lần —")
    MONTHLY = "monthly", _("Hằng tháng")
    QUARTERLY = "quarterly", _("Hằng quý")
    ANNUAL = "annual", _("Hằng năm")
    REGULAR = "regular", _("Thường xuyên")


class DemandKind(models.TextChoices):
    """What is asked for."""

    TASK = "task", _("Nhiệm vụ")
    TARGET = "target", _("Chỉ tiêu")


class DemandOrigin(models.TextChoices):
    """Where a demand was found."""

    DOCUMENT = "document", _("Văn bản đã tiếp nhận")
    ASSIGNMENT = "assignment", _("Nhiệm vụ được giao")
    ASKED = "asked", _("Chỉ tiêu được giao")
    RELEASED = "released", _("Nội dung cấp ủy chuyển sang")
    TYPED = "typed", _("Người nhập")


class DemandState(models.TextChoices):
    """What became of it. Taken up only by answers of people."""

    OPEN = "open", _("Chưa đưa vào")
    TAKEN_UP = "taken_up", _("Đã đưa vào")
    EXCLUDED = "excluded", _("Loại, có lý do")


class ReferenceState(models.TextChoices):
    """What a reference document means for this programme."""

    NOT_YET = "not_yet", _("Chưa rà")
    TAKEN_UP = "taken_up", _("Đã đưa vào")
    COORDINATED = "coordinated", _("Chỉ phối hợp")
    NOT_OURS = "not_ours", _("Không thuộc xã")


class MarkKind(models.TextChoices):
    """What the checks say about an entry."""

    MISSING = "missing", _("Thiếu yếu tố 6 rõ")
    WEAKENED = "weakened", _("Thấp hơn yêu cầu")
    COPIED = "copied", _("Chép nguyên văn")
    HIGHER = "higher", _("Việc của cấp trên")
    HAMLET = "hamlet", _("Giao cho ấp, khóm")
    UNANSWERED = "unanswered", _("Không nêu đáp ứng yêu cầu nào")
    NO_BASIS = "no_basis", _("Chưa có căn cứ thẩm quyền")


FAULTS = frozenset({MarkKind.MISSING, MarkKind.WEAKENED, MarkKind.COPIED, MarkKind.HIGHER, MarkKind.HAMLET})
"""Marks that count against a programme; the others are hints."""


class Step(models.TextChoices):
    """A step of approval."""

    SUBMIT = "submit", _("Gửi thẩm định")
    RETURN = "return", _("Trả lại để sửa")
    APPRAISE = "appraise", _("Thẩm định")
    ADOPT = "adopt", _("Thông qua")
    TO_COUNCIL = "to_council", _("Trình HĐND")
    ISSUE = "issue", _("Ban hành")
    REPLACE = "replace", _("Thay thế")


class FileKind(models.TextChoices):
    """The files a programme is taken out as."""

    DOCX = "docx", ".docx"
    PDF = "pdf", ".pdf"
