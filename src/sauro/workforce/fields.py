"""What a dossier holds, each field declared once: why it is kept, how sensitive it is, who sees it, what it may say.

The groups are those of the national database (NĐ 27/2026/NĐ-CP, Article 5). Of its 194 fields only those are here that
this work needs: appointments, figures, standards, training and moves. Family, personal history, armed service and
property are left out on purpose. Forms, pages, masks and sheets are made from these declarations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.common.domains import Domain
from sauro.workforce.enums import FactKind

Label = str | Promise


class Group(IntEnum):
    """Groups of fields of the national database."""

    IDENTITY = 1
    CAREER = 4
    EDUCATION = 5
    SERVICE = 6
    MEMBERSHIP = 7
    HEALTH = 10


class Sensitivity(StrEnum):
    """How a field is kept and shown.

    ``BASIC``: to all who may view the dossier. ``PERSONAL``: masked for those who only view; shown to those who keep
    the records. ``SENSITIVE`` (NĐ 356/2025/NĐ-CP, Article 4): sealed, masked for everybody, opened singly on record.
    """

    BASIC = "basic"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


SEEN_BY: Mapping[Sensitivity, str] = MappingProxyType(
    {
        Sensitivity.BASIC: "workforce.view",
        Sensitivity.PERSONAL: "workforce.record",
        Sensitivity.SENSITIVE: "private_facts.view",
    }
)
"""The permission that shows a field; a sensitive one besides only by an act of revealing."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of every dossier: a column of the particulars, or the identity number."""

    code: str
    label: Label
    group: Group
    purpose: Label
    sensitivity: Sensitivity = Sensitivity.PERSONAL

    @property
    def seen_by(self) -> str:
        """The permission that shows it."""
        return SEEN_BY[self.sensitivity]


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A kind of fact. ``choices`` go from the least to the most; without any the value is free words in ``detail``.

    ``is_single``: one value holds at a time, and a new one ends the one before. ``*_label`` name the other columns;
    an empty one means that the kind has no such column. ``domain``: kept in dossiers of this domain only.
    ``may_lie_ahead``: it may be recorded before its first day, as a decision comes before what it decides.
    """

    kind: FactKind
    group: Group
    purpose: Label
    sensitivity: Sensitivity = Sensitivity.BASIC
    choices: Sequence[tuple[str, Label]] = ()
    is_single: bool = False
    detail_label: Label = ""
    place_label: Label = ""
    amount_label: Label = ""
    domain: Domain | None = None
    may_lie_ahead: bool = False

    @property
    def label(self) -> Label:
        """The name of the kind."""
        return self.kind.label

    @property
    def is_sealed(self) -> bool:
        """Whether its values are kept sealed."""
        return self.sensitivity == Sensitivity.SENSITIVE

    def level_of(self, value: str) -> int:
        """Return the place of a choice among the choices, 1 for the least; 0 for none."""
        return next((number for number, (code, _label) in enumerate(self.choices, 1) if code == value), 0)

    def words_of(self, value: str) -> str:
        """Return a choice in words; an unknown one as it is."""
        return next((str(label) for code, label in self.choices if code == value), value)


FULL_NAME = Field("full_name", _("Họ và tên"), Group.IDENTITY, _("Nhận biết người"), Sensitivity.BASIC)
IDENTITY_NUMBER = Field(
    "identity_number", _("Số định danh cá nhân"), Group.IDENTITY, _("Khóa tự nhiên của hồ sơ điện tử, chống lập trùng")
)
SEX = Field("sex", _("Giới tính"), Group.IDENTITY, _("Cơ cấu đội ngũ"), Sensitivity.BASIC)
BIRTH_DATE = Field("birth_date", _("Ngày sinh"), Group.IDENTITY, _("Tuổi, thời điểm nghỉ hưu, cơ cấu dưới 42 tuổi"))
HOME_TOWN = Field("home_town", _("Quê quán"), Group.IDENTITY, _("Vị trí không bố trí người địa phương"))
RESIDENCE = Field("residence", _("Nơi ở hiện nay"), Group.IDENTITY, _("Khoảng cách đi làm khi điều động"))
PHONE = Field("phone", _("Điện thoại"), Group.IDENTITY, _("Liên lạc công vụ"))
RECRUITED_ON = Field("recruited_on", _("Ngày tuyển dụng"), Group.CAREER, _("Thâm niên"), Sensitivity.BASIC)
SCHOOLING = Field(
    "schooling", _("Giáo dục phổ thông"), Group.EDUCATION, _("Tiêu chuẩn của vị trí"), Sensitivity.BASIC
)  # fmt: skip

PARTICULARS: tuple[Field, ...] = (SEX, BIRTH_DATE, HOME_TOWN, RESIDENCE, PHONE, RECRUITED_ON, SCHOOLING)
"""The columns of :class:`sauro.workforce.models.Particulars` that a dossier shows, in their order."""

EDUCATIONS = (
    ("elementary", _("Sơ cấp")), ("intermediate", _("Trung cấp")), ("college", _("Cao đẳng")),
    ("university", _("Đại học")), ("master", _("Thạc sĩ")), ("doctor", _("Tiến sĩ")),
)  # fmt: skip
THEORIES = (
    ("none", _("Chưa qua đào tạo")), ("elementary", _("Sơ cấp")), ("intermediate", _("Trung cấp")),
    ("advanced", _("Cao cấp")), ("bachelor", _("Cử nhân")),
)  # fmt: skip
RANKS = (
    ("staff", _("Nhân viên")), ("officer", _("Cán sự và tương đương")), ("specialist", _("Chuyên viên và tương đương")),
    ("principal", _("Chuyên viên chính và tương đương")), ("senior", _("Chuyên viên cao cấp và tương đương")),
    ("expert", _("Chuyên gia cao cấp")),
)  # fmt: skip
RATINGS = (
    ("failed", _("Không hoàn thành nhiệm vụ")), ("done", _("Hoàn thành nhiệm vụ")),
    ("well", _("Hoàn thành tốt nhiệm vụ")), ("excellent", _("Hoàn thành xuất sắc nhiệm vụ")),
)  # fmt: skip
TRAININGS = (
    ("job", _("Theo vị trí việc làm")), ("state_management", _("Quản lý nhà nước")),
    ("leadership", _("Lãnh đạo, quản lý")), ("digital", _("Kỹ năng số")), ("defence", _("Quốc phòng và an ninh")),
    ("language", _("Ngoại ngữ, tiếng dân tộc")),
)  # fmt: skip
REWARDS = (
    ("certificate", _("Giấy khen")), ("title", _("Danh hiệu thi đua")), ("commendation", _("Bằng khen")),
    ("medal", _("Huân chương, huy chương")), ("state_title", _("Danh hiệu vinh dự nhà nước")),
)  # fmt: skip
MOVES = (
    ("transfer", _("Điều động")), ("rotation", _("Luân chuyển")), ("secondment", _("Biệt phái")),
    ("reappointment", _("Bổ nhiệm lại")),
)  # fmt: skip
DISCIPLINES = (
    ("reprimand", _("Khiển trách")), ("warning", _("Cảnh cáo")), ("demotion", _("Cách chức")),
    ("removal", _("Bãi nhiệm")), ("dismissal", _("Buộc thôi việc")),
)  # fmt: skip
PARTY_POSTS = (
    ("member", _("Ủy viên ban chấp hành")), ("standing", _("Ủy viên ban thường vụ")),
    ("deputy", _("Phó bí thư")), ("secretary", _("Bí thư")),
)  # fmt: skip
_SUBJECT, _SCHOOL, _BODY = _("Chuyên ngành"), _("Cơ sở đào tạo"), _("Cơ quan quyết định")

FACTS: Mapping[str, FactSpec] = MappingProxyType(
    {
        str(spec.kind): spec
        for spec in (
            FactSpec(
                FactKind.EDUCATION, Group.EDUCATION, _("Tiêu chuẩn của vị trí, cơ cấu trình độ"), choices=EDUCATIONS,
                detail_label=_SUBJECT, place_label=_SCHOOL,
            ),
            FactSpec(
                FactKind.THEORY, Group.EDUCATION, _("Tiêu chuẩn lý luận chính trị của vị trí"), choices=THEORIES,
                place_label=_SCHOOL,
            ),
            FactSpec(
                FactKind.TRAINING, Group.EDUCATION, _("Nghĩa vụ bồi dưỡng hằng năm (NĐ 171/2025)"), choices=TRAININGS,
                detail_label=_("Tên lớp"), place_label=_("Nơi tổ chức"), amount_label=_("Số tiết"),
            ),
            FactSpec(
                FactKind.RANK, Group.SERVICE, _("Xếp ngạch, tiêu chuẩn nâng ngạch"), choices=RANKS, is_single=True,
                detail_label=_("Mã ngạch, bậc"),
            ),
            FactSpec(
                FactKind.RATING, Group.SERVICE, _("Quy hoạch, bổ nhiệm, chỉ tiêu hoàn thành nhiệm vụ"),
                choices=RATINGS, is_single=True, detail_label=_("Ghi chú"),
            ),
            FactSpec(
                FactKind.REWARD, Group.SERVICE, _("Thi đua, khen thưởng"), choices=REWARDS,
                detail_label=_("Thành tích"), place_label=_BODY,
            ),
            FactSpec(
                FactKind.MOVE, Group.CAREER, _("Thời hạn biệt phái 3 năm, luân chuyển 36 tháng (NĐ 170/2025)"),
                choices=MOVES, detail_label=_("Vị trí"), place_label=_("Nơi đến"), may_lie_ahead=True,
            ),
            FactSpec(
                FactKind.ETHNICITY, Group.IDENTITY, _("Cơ cấu dân tộc, chỉ dùng trong số liệu"),
                Sensitivity.SENSITIVE, is_single=True, detail_label=_("Dân tộc"),
            ),
            FactSpec(
                FactKind.RELIGION, Group.IDENTITY, _("Sơ yếu lý lịch theo mẫu"), Sensitivity.SENSITIVE,
                is_single=True, detail_label=_("Tôn giáo"),
            ),
            FactSpec(
                FactKind.HEALTH, Group.HEALTH, _("Điều kiện bổ nhiệm: giấy khám sức khỏe trong 6 tháng"),
                Sensitivity.SENSITIVE, is_single=True, detail_label=_("Kết luận"), place_label=_("Nơi khám"),
            ),
            FactSpec(
                FactKind.DISCIPLINE, Group.SERVICE, _("Thời gian không bổ nhiệm, điều động (Luật 80/2025, Điều 38)"),
                Sensitivity.SENSITIVE, choices=DISCIPLINES, detail_label=_("Nội dung"), place_label=_BODY,
            ),
            FactSpec(
                FactKind.PARTY_JOINED, Group.MEMBERSHIP, _("Hồ sơ đảng viên"), Sensitivity.SENSITIVE,
                detail_label=_("Nội dung"), place_label=_("Chi bộ, đảng bộ"), domain=Domain.PARTY,
            ),
            FactSpec(
                FactKind.PARTY_POST, Group.MEMBERSHIP, _("Cơ cấu cấp ủy"), choices=PARTY_POSTS,
                place_label=_("Cấp ủy"), domain=Domain.PARTY,
            ),
        )
    }
)  # fmt: skip
"""Every kind of fact by its code."""


def specs_of(domain: str) -> list[FactSpec]:
    """Return the kinds of facts that dossiers of a domain keep, in their order."""
    return [spec for spec in FACTS.values() if spec.domain in (None, domain)]
