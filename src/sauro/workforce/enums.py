"""Words with fixed meanings in the records of the workforce."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Block(models.TextChoices):
    """The two blocks for which posts are approved apart."""

    OFFICIALS = "officials", _("Cán bộ, công chức")
    EMPLOYEES = "employees", _("Viên chức")


class PostGroup(models.TextChoices):
    """Groups of job positions (Law 80/2025/QH15, Article 23)."""

    LEADERSHIP = "leadership", _("Lãnh đạo, quản lý")
    PROFESSIONAL = "professional", _("Chuyên môn, nghiệp vụ")
    SUPPORT = "support", _("Hỗ trợ, phục vụ")


class TenureKind(models.TextChoices):
    """How somebody holds a post. Only a full post takes a seat of the establishment."""

    FULL = "full", _("Chính thức")
    CONCURRENT = "concurrent", _("Kiêm nhiệm")
    SECONDED = "seconded", _("Biệt phái đến")


class EndReason(models.TextChoices):
    """Why somebody left a post, as the decision says."""

    MOVED = "moved", _("Chuyển sang vị trí khác")
    TRANSFERRED = "transferred", _("Điều động, luân chuyển")
    TERM_ENDED = "term_ended", _("Hết nhiệm kỳ, hết thời hạn")
    RETIRED = "retired", _("Nghỉ hưu")
    LEFT = "left", _("Thôi việc, chuyển công tác ra ngoài")
    DISMISSED = "dismissed", _("Buộc thôi việc, bãi nhiệm, miễn nhiệm")
    DIED = "died", _("Từ trần")


class ErasureState(models.TextChoices):
    """How far a request to erase is."""

    ASKED = "asked", _("Chờ người thứ hai xác nhận")
    TAKEN_BACK = "taken_back", _("Đã rút")
    DONE = "done", _("Đã xóa")


class RunState(models.TextChoices):
    """Where a change of many dossiers stands. Until it is started nothing has changed."""

    DRAFT = "draft", _("Chưa đủ nội dung")
    CHECKING = "checking", _("Đang xem trước")
    READY = "ready", _("Chờ ghi")
    RUNNING = "running", _("Đang ghi")
    DONE = "done", _("Đã ghi")


class RunOutcome(models.TextChoices):
    """What is known of one dossier of such a change."""

    UNCHECKED = "unchecked", _("chưa xem trước")
    WILL_CHANGE = "will", _("sẽ ghi")
    ALREADY = "already", _("đã như vậy")
    REFUSED = "refused", _("không ghi được")
    DONE = "done", _("đã ghi")


class PaperKind(models.TextChoices):
    """What a paper of a dossier is."""

    DECISION = "decision", _("Quyết định")
    DEGREE = "degree", _("Bằng tốt nghiệp, bảng điểm")
    CERTIFICATE = "certificate", _("Chứng chỉ, chứng nhận")
    DECLARATION = "declaration", _("Bản khai, lý lịch")
    HEALTH = "health", _("Giấy khám sức khỏe")
    OTHER = "other", _("Giấy tờ khác")


class Sex(models.TextChoices):
    """Sex as the dossier states it."""

    FEMALE = "female", _("Nữ")
    MALE = "male", _("Nam")


class FactKind(models.TextChoices):
    """What a fact of a dossier is about. What each means is declared in :mod:`sauro.workforce.fields`."""

    EDUCATION = "education", _("Trình độ chuyên môn")
    THEORY = "theory", _("Lý luận chính trị")
    TRAINING = "training", _("Đào tạo, bồi dưỡng")
    RANK = "rank", _("Ngạch, hạng")
    RATING = "rating", _("Xếp loại hằng năm")
    REWARD = "reward", _("Khen thưởng")
    MOVE = "move", _("Điều động, luân chuyển, biệt phái")
    ETHNICITY = "ethnicity", _("Dân tộc")
    RELIGION = "religion", _("Tôn giáo")
    HEALTH = "health", _("Sức khỏe")
    DISCIPLINE = "discipline", _("Kỷ luật")
    PARTY_JOINED = "party_joined", _("Vào Đảng")
    PARTY_POST = "party_post", _("Chức vụ trong Đảng")
