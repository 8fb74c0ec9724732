"""States of monthly sheets, of the catalogue and of what people claim."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Appraised(models.TextChoices):
    """By which rules somebody is appraised; the values are those of ``rules.instruments.Subject``."""

    CIVIL_SERVANT = "civil_servant", _("Công chức (NĐ 335/2025/NĐ-CP)")
    PUBLIC_EMPLOYEE = "public_employee", _("Viên chức (NĐ 233/2026/NĐ-CP)")
    CADRE = "cadre", _("Cán bộ (QĐ 366-QĐ/TW)")


class Duty(models.TextChoices):
    """What somebody answers for: three more terms are asked of leaders."""

    STAFF = "staff", _("Không giữ chức vụ lãnh đạo, quản lý")
    DEPUTY = "deputy", _("Cấp phó")
    HEAD = "head", _("Người đứng đầu")


class SheetState(models.TextChoices):
    """Where a monthly sheet stands."""

    OPEN = "open", _("Đang ghi")
    SUBMITTED = "submitted", _("Đã tự chấm")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    CLOSED = "closed", _("Đã chốt")


class Leave(models.TextChoices):
    """Why a whole month was not worked."""

    NONE = "", _("Có làm việc")
    UNPAID = "unpaid", _("Nghỉ không hưởng lương")
    SICK = "sick", _("Nghỉ ốm")
    MATERNITY = "maternity", _("Nghỉ thai sản")


class ItemKind(models.TextChoices):
    """How work came into a sheet. Only planned work is in the denominator (NĐ 335 Điều 18 khoản 1 điểm d)."""

    PLANNED = "planned", _("Trong kế hoạch")
    AD_HOC = "ad_hoc", _("Đột xuất")
    TAKEN_OVER = "taken_over", _("Nhận thay")


class OwnLine(models.TextChoices):
    """What the head said to work that the person added."""

    NOT_OWN = "", _("Từ nhiệm vụ")
    PROPOSED = "proposed", _("Tự khai, chờ xác nhận")
    ACCEPTED = "accepted", _("Tự khai, đã xác nhận")
    REFUSED = "refused", _("Không được xác nhận")


class ClaimKind(models.TextChoices):
    """What a person asks about one piece of work."""

    OBJECTIVE = "objective", _("Nguyên nhân khách quan")
    DISPUTE = "dispute", _("Không đồng ý với kết luận")
    MOVED = "moved", _("Được điều chuyển theo phân công, không phải do không làm được")


class ClaimAbout(models.TextChoices):
    """What the claim is about."""

    FAILURE = "failure", _("Lần bị đánh giá chưa đạt")
    LATE = "late", _("Lần chậm tiến độ")
    WHOLE = "whole", _("Cả việc")


class ClaimState(models.TextChoices):
    """What became of a claim."""

    OPEN = "open", _("Chờ trả lời")
    GRANTED = "granted", _("Chấp nhận")
    REFUSED = "refused", _("Không chấp nhận")
    WITHDRAWN = "withdrawn", _("Đã rút")


class SignCode(models.TextChoices):
    """What a person may be asked to explain; the values are those of ``rules.signs.SignCode``."""

    SPLIT = "split", _("Một việc chia thành nhiều phần trong cùng tháng")
    MOVED = "moved", _("Thời hạn được lùi khi sắp hết hoặc đã hết hạn")
    NO_PRODUCT = "no_product", _("Việc đã xong nhưng chưa thấy sản phẩm, kết quả")
    ALL_FULL = "all_full", _("Ba tháng liền đạt mức tối đa")
    ALL_ALIKE = "all_alike", _("Mọi người trong đơn vị đạt tối đa tiêu chí chung")


class CatalogueState(models.TextChoices):
    """Whether a version of the catalogue is in force."""

    DRAFT = "draft", _("Đang xây dựng")
    DECIDED = "decided", _("Đã ban hành")


class ProductState(models.TextChoices):
    """Where a product of the catalogue stands (NĐ 335 Điều 13)."""

    PROPOSED = "proposed", _("Đề xuất")
    ACCEPTED = "accepted", _("Đưa vào danh mục")
    PENDING = "pending", _("Chờ bổ sung")
    MERGED = "merged", _("Đã gộp")
    DROPPED = "dropped", _("Không đưa vào")


class LevelChoice(models.TextChoices):
    """The four levels; the values are those of ``rules.levels.Level.code``."""

    XS = "XS", _("Hoàn thành xuất sắc nhiệm vụ")
    TOT = "TOT", _("Hoàn thành tốt nhiệm vụ")
    HT = "HT", _("Hoàn thành nhiệm vụ")
    KHT = "KHT", _("Không hoàn thành nhiệm vụ")


class RoundState(models.TextChoices):
    """Where the rating of a year stands."""

    PREPARED = "prepared", _("Đang chuẩn bị")
    MET = "met", _("Đã họp, có biên bản")
    DECIDED = "decided", _("Đã quyết định, thông báo")


class ResultKind(models.TextChoices):
    """What a file for the national database holds."""

    MONTH = "month", _("Điểm tháng đã chốt")
    YEAR = "year", _("Mức xếp loại năm đã quyết định")


class ComplaintState(models.TextChoices):
    """What became of a complaint."""

    OPEN = "open", _("Chờ giải quyết")
    UPHELD = "upheld", _("Giữ nguyên mức")
    CHANGED = "changed", _("Đổi mức")


class Rated(models.TextChoices):
    """Whose decided level a complaint is about; the values are the fields of a complaint."""

    PERSON = "rating", _("Xếp loại năm của một người")
    UNIT = "unit_rating", _("Xếp loại năm của một đơn vị")
    CADRE = "period", _("Xếp loại cán bộ theo kỳ")


class ScoreOf(models.TextChoices):
    """What the score of an organisation is; the decrees leave it open."""

    PEOPLE = "people", _("trung bình điểm tháng đã xác nhận của người trong đơn vị")
    HEAD = "head", _("trung bình điểm tháng của người đứng đầu")
    TYPED = "typed", _("cấp xếp loại chấm và nhập")


class BeyondOf(models.TextChoices):
    """Which works count as beyond what was required; the decrees leave it open."""

    EARLY = "early", _("nộp trước hạn, không bị trả lại; chỉ tiêu vượt")
    TYPED = "typed", _("cấp xếp loại xác định và nhập")


class Defects(models.TextChoices):
    """What became of defects that were pointed out before; empty while nobody has said."""

    NONE = "none", _("Không có hạn chế phải khắc phục")
    FIXED = "fixed", _("Đã khắc phục hết")
    REMAIN = "remain", _("Còn hạn chế chưa khắc phục")


class ReviewKind(models.TextChoices):
    """What a committee says of a cadre between ratings."""

    PRAISE = "praise", _("Biểu dương")
    REMINDER = "reminder", _("Nhắc nhở")
    WARNING = "warning", _("Cảnh báo")


class CommitteeBody(models.TextChoices):
    """Who decides in a Party committee."""

    STANDING = "standing", _("Thường trực cấp ủy")
    BUREAU = "bureau", _("Ban Thường vụ cấp ủy")


class CadrePeriod(models.TextChoices):
    """For what a cadre is rated."""

    Q1 = "q1", _("Quý I")
    Q2 = "q2", _("Quý II")
    Q3 = "q3", _("Quý III")
    Q4 = "q4", _("Quý IV")
    H1 = "h1", _("6 tháng đầu năm")
    H2 = "h2", _("6 tháng cuối năm")
    YEAR = "year", _("Cả năm")


class TermState(models.TextChoices):
    """Where the rating of a cadre for a period stands."""

    PREPARED = "prepared", _("Đang chuẩn bị")
    DECIDED = "decided", _("Đã quyết định")


class CadreFact(models.TextChoices):
    """What authorities found, as QĐ 366-QĐ/TW Điều 11 counts it: two that lift, the others that force the lowest level.

    The values are those of ``rules.proposals.REASONS`` where the rules have a reason of that kind.
    """

    BEYOND = "beyond", _("Ít nhất 30 % nhiệm vụ vượt mức yêu cầu")
    DEFECTS_FIXED = "defects_fixed", _("100 % hạn chế, khuyết điểm trước đó đã khắc phục")
    UNIT_UNDER_70 = "unit_under_70", _("Lĩnh vực, đơn vị phụ trách hoàn thành dưới 70 % nhiệm vụ")
    TARGETS = "targets", _("Không đạt 05 chỉ tiêu kinh tế - xã hội cơ bản")
    SUB_UNITS_FAILED = "sub_units_failed", _("Trên 50 % đơn vị trực thuộc không hoàn thành nhiệm vụ")
    LOW_CONFIDENCE = "low_confidence", _("Trên 50 % phiếu tín nhiệm thấp")
    DISCIPLINE = "discipline", _("Bị kỷ luật từ khiển trách trở lên trong năm")
    DEGRADATION = "degradation", _("Bị kết luận suy thoái, tự diễn biến, tự chuyển hóa")
    UNIT_CORRUPTION = "unit_corruption", _("Đơn vị phụ trách có tham nhũng, lãng phí, tiêu cực bị xử lý")
