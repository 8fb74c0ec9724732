"""What a column of a sheet may mean: each field declared once, with the names offices give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.workforce import fields as declared
from sauro.workforce.enums import FactKind

Label = str | Promise


class Kind(StrEnum):
    """How the cells of a field are read."""

    TEXT = "text"
    NAME = "name"
    NUMBER = "number"
    SEX = "sex"
    MARK = "mark"
    DAY = "day"
    BIRTH = "birth"
    CHOICE = "choice"
    ETHNIC = "ethnic"
    SCHOOLING = "schooling"
    TRAINING = "training"
    UNIT = "unit"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Field:
    """A meaning of a column. ``names``: other headings that mean it. ``fact`` and ``part``: which column of which kind
    of fact it fills; ``value`` the value where the column alone says it. ``words``: other words for choices.
    """

    code: str
    label: Label
    kind: Kind
    names: Sequence[str] = ()
    fact: FactKind | None = None
    part: str = ""
    value: str = ""
    choices: Sequence[tuple[str, Label]] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    most: int = 300

    @property
    def is_sensitive(self) -> bool:
        """Whether its values are sealed."""
        return self.fact is not None and declared.FACTS[self.fact].is_sealed

    @property
    def is_covered(self) -> bool:
        """Whether its values are masked wherever they are shown."""
        return self.is_sensitive or self.code == "identity_number"


def _of_fact(
    code: str, label: Label, kind: Kind, fact: FactKind, names: Sequence[str] = (), part: str = "value",
    value: str = "", words: Mapping[str, str] | None = None,
) -> Field:  # fmt: skip
    choices = declared.FACTS[fact].choices if kind == Kind.CHOICE else ()
    return Field(code, label, kind, names, fact, part, value, choices, words or {})


_EDUCATION = {
    "sc": "elementary", "tc": "intermediate", "thcn": "intermediate", "trung hoc chuyen nghiep": "intermediate",
    "cd": "college", "dh": "university", "cu nhan": "university", "ki su": "university", "cn": "university",
    "bac si": "university", "ths": "master", "th s": "master", "thac sy": "master", "cao hoc": "master",
    "ts": "doctor", "tien sy": "doctor", "sau dai hoc": "master",
}  # fmt: skip
_THEORY = {
    "sc": "elementary", "tc": "intermediate", "cc": "advanced", "cao cap li luan chinh tri": "advanced",
    "cao cap llct": "advanced", "trung cap llct": "intermediate", "so cap llct": "elementary", "cn": "bachelor",
    "cu nhan llct": "bachelor", "cu nhan chinh tri": "bachelor", "chua qua": "none", "chua": "none", "chua co": "none",
    "trung cap li luan chinh tri": "intermediate", "so cap li luan chinh tri": "elementary",
}  # fmt: skip
_RANK = {
    "nv": "staff", "cs": "officer", "can su": "officer", "cv": "specialist", "chuyen vien": "specialist",
    "cvc": "principal", "chuyen vien chinh": "principal", "cvcc": "senior", "chuyen vien cao cap": "senior",
    "01 003": "specialist", "01003": "specialist", "1 003": "specialist", "01 002": "principal", "01002": "principal",
    "1 002": "principal",
}  # fmt: skip
_RATING = {
    "htxsnv": "excellent", "htxs": "excellent", "hoan thanh xuat sac": "excellent", "xuat sac": "excellent",
    "httnv": "well", "htt": "well", "hoan thanh tot": "well", "tot": "well", "htnv": "done", "ht": "done",
    "hoan thanh": "done", "khtnv": "failed", "kht": "failed", "khong hoan thanh": "failed",
}  # fmt: skip
_TRAININGS = (
    ("training_job", _("Bồi dưỡng theo vị trí việc làm"), "job", ("bồi dưỡng vị trí việc làm",)),
    (
        "training_state", _("Quản lý nhà nước"), "state_management",
        ("qlnn", "bồi dưỡng quản lý nhà nước", "trình độ quản lý nhà nước", "trình độ qlnn"),
    ),
    ("training_leadership", _("Bồi dưỡng lãnh đạo, quản lý"), "leadership", ("lãnh đạo quản lý",)),
    ("training_digital", _("Kỹ năng số"), "digital", ("chuyển đổi số", "tin học", "trình độ tin học")),
    ("training_defence", _("Quốc phòng và an ninh"), "defence", ("qpan", "bồi dưỡng quốc phòng an ninh", "gdqpan")),
    ("training_language", _("Ngoại ngữ, tiếng dân tộc"), "language", ("ngoại ngữ", "trình độ ngoại ngữ")),
)  # fmt: skip

_FIELDS = (
    Field("code", _("Mã hồ sơ"), Kind.TEXT, ("mã hs", "mã nhân sự"), most=20),
    Field("full_name", _("Họ và tên"), Kind.NAME,
          ("họ tên", "họ và tên khai sinh", "họ tên khai sinh", "tên cán bộ", "họ và tên cán bộ, công chức"), most=120),
    Field("family_name", _("Họ và tên đệm"), Kind.NAME, ("họ đệm", "họ và đệm", "họ lót", "họ và chữ lót", "họ")),
    Field("given_name", _("Tên"), Kind.NAME, ("tên gọi",)),
    Field("identity_number", _("Số định danh cá nhân"), Kind.NUMBER,
          ("cccd", "số cccd", "căn cước", "số căn cước", "căn cước công dân", "số căn cước công dân", "số định danh",
           "mã định danh", "cmnd", "số cmnd", "cccd cmnd", "mã số định danh cá nhân", "cmnd cccd")),
    Field("sex", _("Giới tính"), Kind.SEX, ("phái", "gt", "nam nữ", "nam/nữ")),
    Field("is_female", _("Nữ (đánh dấu)"), Kind.MARK, ("nữ", "giới tính nữ", "là nữ")),
    Field("birth_date", _("Ngày sinh"), Kind.BIRTH,
          ("ngày tháng năm sinh", "năm sinh", "ngày, tháng, năm sinh", "ns", "sinh ngày", "ntns")),
    Field("birth_male", _("Ngày sinh (cột nam)"), Kind.BIRTH,
          ("ngày tháng năm sinh nam", "năm sinh nam", "ngày sinh nam", "ngày, tháng, năm sinh / nam")),
    Field("birth_female", _("Ngày sinh (cột nữ)"), Kind.BIRTH,
          ("ngày tháng năm sinh nữ", "năm sinh nữ", "ngày sinh nữ")),
    Field("home_town", _("Quê quán"), Kind.TEXT, ("quê", "nguyên quán")),
    Field("residence", _("Nơi ở hiện nay"), Kind.TEXT,
          ("nơi ở", "chỗ ở hiện nay", "địa chỉ", "thường trú", "nơi cư trú")),
    Field("phone", _("Điện thoại"), Kind.TEXT, ("số điện thoại", "sđt", "đt", "điện thoại di động", "dđ"), most=30),
    Field("recruited_on", _("Ngày tuyển dụng"), Kind.DAY,
          ("ngày vào ngành", "ngày tuyển dụng lần đầu", "năm tuyển dụng")),
    Field("schooling", _("Giáo dục phổ thông"), Kind.SCHOOLING,
          ("trình độ văn hóa", "văn hóa", "học vấn", "trình độ học vấn", "tđvh", "gdpt"), most=20),
    _of_fact("ethnicity", _("Dân tộc"), Kind.ETHNIC, FactKind.ETHNICITY, ("dt",), "detail"),
    _of_fact("religion", _("Tôn giáo"), Kind.TEXT, FactKind.RELIGION, ("tg",), "detail"),
    _of_fact("health", _("Sức khỏe"), Kind.TEXT, FactKind.HEALTH, ("tình trạng sức khỏe",), "detail"),
    _of_fact("discipline", _("Kỷ luật"), Kind.CHOICE, FactKind.DISCIPLINE, ("hình thức kỷ luật",)),
    _of_fact("discipline_on", _("Kỷ luật: ngày"), Kind.DAY, FactKind.DISCIPLINE,
             ("ngày kỷ luật", "năm kỷ luật"), "since"),
    _of_fact("education", _("Trình độ chuyên môn"), Kind.CHOICE, FactKind.EDUCATION,
             ("chuyên môn", "tđcm", "trình độ cm", "trình độ đào tạo", "chuyên môn nghiệp vụ", "bằng cấp", "trình độ"),
             words=_EDUCATION),
    _of_fact("education_subject", _("Chuyên môn: chuyên ngành"), Kind.TEXT, FactKind.EDUCATION,
             ("chuyên ngành", "ngành đào tạo", "chuyên ngành đào tạo", "ngành học"), "detail"),
    _of_fact("education_school", _("Chuyên môn: cơ sở đào tạo"), Kind.TEXT, FactKind.EDUCATION,
             ("trường", "cơ sở đào tạo", "trường đào tạo", "nơi đào tạo"), "place"),
    _of_fact("education_on", _("Chuyên môn: năm tốt nghiệp"), Kind.DAY, FactKind.EDUCATION,
             ("năm tốt nghiệp", "ngày cấp bằng", "năm cấp bằng"), "since"),
    _of_fact("theory", _("Lý luận chính trị"), Kind.CHOICE, FactKind.THEORY,
             ("llct", "trình độ lý luận chính trị", "trình độ llct", "chính trị", "lý luận", "tđ llct"), words=_THEORY),
    _of_fact("theory_school", _("Lý luận chính trị: nơi học"), Kind.TEXT, FactKind.THEORY,
             ("trường chính trị",), "place"),
    _of_fact("theory_on", _("Lý luận chính trị: năm"), Kind.DAY, FactKind.THEORY, ("năm tốt nghiệp llct",), "since"),
    _of_fact("rank", _("Ngạch"), Kind.CHOICE, FactKind.RANK,
             ("ngạch công chức", "ngạch hiện giữ", "tên ngạch", "ngạch, hạng", "mã ngạch"), words=_RANK),
    _of_fact("rank_detail", _("Ngạch: mã, bậc"), Kind.TEXT, FactKind.RANK,
             ("bậc", "bậc lương", "mã ngạch, bậc"), "detail"),
    _of_fact("rank_on", _("Ngạch: ngày xếp"), Kind.DAY, FactKind.RANK,
             ("ngày xếp ngạch", "ngày bổ nhiệm ngạch"), "since"),
    _of_fact("rating", _("Xếp loại"), Kind.CHOICE, FactKind.RATING,
             ("xếp loại chất lượng", "đánh giá xếp loại", "kết quả đánh giá", "xếp loại cuối năm"), words=_RATING),
    _of_fact("rating_on", _("Xếp loại: năm"), Kind.DAY, FactKind.RATING, ("năm đánh giá", "năm xếp loại"), "since"),
    *(_of_fact(code, label, Kind.TRAINING, FactKind.TRAINING, names, "value", value)
      for code, label, value, names in _TRAININGS),
    _of_fact("reward", _("Khen thưởng"), Kind.CHOICE, FactKind.REWARD, ("hình thức khen thưởng",)),
    _of_fact("reward_detail", _("Khen thưởng: thành tích"), Kind.TEXT, FactKind.REWARD, ("thành tích",), "detail"),
    _of_fact("reward_on", _("Khen thưởng: ngày"), Kind.DAY, FactKind.REWARD,
             ("ngày khen thưởng", "năm khen thưởng"), "since"),
    Field("body", _("Cơ quan cấp trên, xã, phường"), Kind.TEXT,
          ("xã", "xã phường", "xã, phường, đặc khu", "địa bàn", "đơn vị cấp trên", "cơ quan")),
    Field("unit", _("Đơn vị"), Kind.UNIT,
          ("đơn vị công tác", "phòng", "phòng ban", "phòng, ban", "cơ quan công tác", "nơi công tác", "mã đơn vị",
           "tên đơn vị", "cơ quan, đơn vị")),
    Field("post", _("Vị trí việc làm"), Kind.POST,
          ("chức vụ", "chức danh", "vtvl", "vị trí", "chức vụ, chức danh", "chức vụ hiện nay", "mã vị trí")),
    Field("post_on", _("Giữ vị trí từ ngày"), Kind.DAY, ("ngày bổ nhiệm", "giữ vị trí từ", "ngày giữ chức vụ")),
    Field("decision", _("Số quyết định bố trí"), Kind.TEXT,
          ("số quyết định", "quyết định bổ nhiệm", "số qđ"), most=120),
    Field("decided_on", _("Ngày quyết định bố trí"), Kind.DAY, ("ngày quyết định", "ngày qđ")),
)  # fmt: skip

FIELDS: Mapping[str, Field] = MappingProxyType({field.code: field for field in _FIELDS})
"""Every meaning by its code, in the order of a template."""

SENSITIVE = frozenset(field.code for field in _FIELDS if field.is_sensitive)
"""The fields that need the right to record sensitive facts."""
