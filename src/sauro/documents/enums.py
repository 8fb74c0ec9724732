"""States and kinds of documents."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentKind(models.TextChoices):
    """Kinds of administrative documents, by the names of the extraction contract (NĐ 30/2020; HD 05-HD/VPTW)."""

    LETTER = "cong_van", _("Công văn")
    RESOLUTION = "nghi_quyet", _("Nghị quyết")
    NOTICE = "thong_bao", _("Thông báo")
    PLAN = "ke_hoach", _("Kế hoạch")
    PROGRAMME = "chuong_trinh", _("Chương trình")
    DIRECTIVE = "chi_thi", _("Chỉ thị")
    DECISION = "quyet_dinh", _("Quyết định")
    CONCLUSION = "ket_luan", _("Kết luận")
    REPORT = "bao_cao", _("Báo cáo")
    SUBMISSION = "to_trinh", _("Tờ trình")
    GUIDE = "huong_dan", _("Hướng dẫn")
    TELEGRAM = "cong_dien", _("Công điện")
    REGULATION = "quy_dinh", _("Quy định")
    SCHEME = "de_an", _("Đề án")
    OTHER = "khac", _("Loại khác")


class DocumentState(models.TextChoices):
    """Where a document stands with the office that took it in.

    While a scan is recognised, and when it was refused, only the person who took it in sees the document.
    """

    READING = "reading", _("Đang nhận dạng")
    REFUSED = "refused", _("Không tiếp nhận")
    REVIEW = "review", _("Đang rà soát")
    SENT = "sent", _("Đã giao việc")
    CLOSED = "closed", _("Đã đóng")


class BindingScope(models.TextChoices):
    """How far a person's decision "this name means this unit" reaches."""

    DOCUMENT = "document", _("Chỉ văn bản này")
    ISSUER = "issuer", _("Mọi văn bản của cơ quan ban hành này")
    PROVINCE = "province", _("Toàn tỉnh")


class PurgeState(models.TextChoices):
    """The steps of purging a document that carries a state secret."""

    PROPOSED = "proposed", _("Đã đề nghị")
    DONE = "done", _("Đã tiêu hủy")
    WITHDRAWN = "withdrawn", _("Đã rút")


class ScanState(models.TextChoices):
    """How far the recognition of a scan got."""

    READING = "reading", _("Đang nhận dạng")
    DONE = "done", _("Đã nhận dạng")
    FAILED = "failed", _("Không đọc được")
    SECRET = "secret", _("Mang dấu mật")
    STOPPED = "stopped", _("Đã dừng")
