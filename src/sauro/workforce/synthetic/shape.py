"""The seats of a commune of the synthetic province: which bodies have which posts, and who is to sit in them.

There are 110 posts of cadres and civil servants in most communes, and five public service units: a nursery, two primary
schools, a secondary school and a health station. The published totals are met by leaving out one post of some communes
and adding one to the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sauro.workforce.enums import Block, PostGroup
from sauro.workforce.services.posts import PostFields
from sauro.workforce.synthetic.published import number_of
from sauro.workforce.synthetic.strata import Group

COMMUNES = number_of("communes")
_HEAD, _SUPPORT, _EMPLOYEES = PostGroup.LEADERSHIP, PostGroup.SUPPORT, Block.EMPLOYEES
_DEGREE = "Đại học trở lên; lý luận chính trị từ sơ cấp."

POSTS: tuple[PostFields, ...] = (
    PostFields(
        "DU-BT", "Bí thư Đảng ủy", group=_HEAD, rank=5, level=6, is_head=True, is_key=True, is_barred_to_locals=True
    ),
    PostFields("DU-PBT", "Phó Bí thư Đảng ủy", group=_HEAD, rank=8, level=7, is_key=True),
    PostFields("HD-CT", "Chủ tịch Hội đồng nhân dân", group=_HEAD, rank=8, level=7, is_head=True, is_key=True),
    PostFields("HD-PCT", "Phó Chủ tịch Hội đồng nhân dân", group=_HEAD, rank=15, level=8),
    PostFields("HD-TB", "Trưởng ban Hội đồng nhân dân", group=_HEAD, rank=20, level=9),
    PostFields("DU-TB", "Trưởng cơ quan tham mưu của Đảng ủy", group=_HEAD, rank=20, level=9, is_head=True),
    PostFields("DU-PTB", "Phó Trưởng cơ quan tham mưu của Đảng ủy", group=_HEAD, rank=25, level=10),
    PostFields("MT-CT", "Chủ tịch Ủy ban Mặt trận Tổ quốc", group=_HEAD, rank=15, level=8, is_head=True),
    PostFields("MT-TT", "Trưởng tổ chức chính trị - xã hội", group=_HEAD, rank=20, level=9, is_head=True),
    PostFields("GD-HCC", "Giám đốc Trung tâm Phục vụ hành chính công", group=_HEAD, rank=20, level=9, is_head=True),
    PostFields("PCVP", "Phó Chánh Văn phòng", group=_HEAD, rank=25, level=10),
    PostFields("CV-DT", "Chuyên viên đầu tư công", field="Đầu tư công", rank=50, standard=_DEGREE),
    PostFields("HT", "Hiệu trưởng", _EMPLOYEES, _HEAD, rank=30, is_head=True),
    PostFields("PHT", "Phó Hiệu trưởng", _EMPLOYEES, _HEAD, rank=35),
    PostFields("TTYT", "Trưởng Trạm Y tế", _EMPLOYEES, _HEAD, rank=30, is_head=True),
    PostFields("GV-MN", "Giáo viên mầm non", _EMPLOYEES, field="Giáo dục", rank=60),
    PostFields("GV-TH", "Giáo viên tiểu học", _EMPLOYEES, field="Giáo dục", rank=60),
    PostFields("GV-CS", "Giáo viên trung học cơ sở", _EMPLOYEES, field="Giáo dục", rank=60),
    PostFields("YT-BS", "Bác sĩ", _EMPLOYEES, field="Y tế", rank=60),
    PostFields("YT-DD", "Điều dưỡng, hộ sinh", _EMPLOYEES, field="Y tế", rank=65),
    PostFields("NV-TH", "Nhân viên trường học, trạm y tế", _EMPLOYEES, _SUPPORT, rank=80),
)
"""Job positions beside those of the demo."""


@dataclass(frozen=True, slots=True)
class Body:
    """A public service unit of a commune, below its people's committee: code, name and number of posts."""

    suffix: str
    name: str
    posts: int


SERVICE_UNITS = (
    Body("MN", "Trường Mầm non {place}", 80),
    Body("TH1", "Trường Tiểu học số 1 {place}", 95),
    Body("TH2", "Trường Tiểu học số 2 {place}", 85),
    Body("THCS", "Trường Trung học cơ sở {place}", 130),
    Body("TYT", "Trạm Y tế {place}", 41),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """Posts of one kind in a body: how many, and the group of those who are to hold them."""

    suffix: str
    post: str
    group: Group
    number: int = 1


OFFICIAL_SLOTS: tuple[Slot, ...] = (
    Slot("DU", "DU-BT", Group.SECRETARY),
    Slot("DU", "DU-PBT", Group.DEPUTY, 2),
    Slot("VPDU", "DU-TB", Group.STANDING), Slot("VPDU", "DU-PTB", Group.MEMBER), Slot("VPDU", "CV", Group.STAFF, 6),
    Slot("BXDD", "DU-TB", Group.STANDING), Slot("BXDD", "DU-PTB", Group.MEMBER), Slot("BXDD", "CV", Group.STAFF, 6),
    Slot("UBKT", "DU-TB", Group.STANDING), Slot("UBKT", "DU-PTB", Group.MEMBER), Slot("UBKT", "CV", Group.STAFF, 4),
    Slot("MTTQ", "MT-CT", Group.FRONT_CHAIR), Slot("MTTQ", "CV", Group.STAFF, 5),
    Slot("HND", "MT-TT", Group.OTHER_HEAD), Slot("HND", "CV", Group.STAFF, 2),
    Slot("HPN", "MT-TT", Group.WOMENS_HEAD), Slot("HPN", "CV", Group.STAFF, 2),
    Slot("HCCB", "MT-TT", Group.OTHER_HEAD), Slot("HCCB", "CV", Group.STAFF),
    Slot("DTN", "MT-TT", Group.YOUTH_HEAD), Slot("DTN", "CV", Group.STAFF, 2),
    Slot("CD", "MT-TT", Group.OTHER_HEAD), Slot("CD", "CV", Group.STAFF),
    Slot("HDND", "HD-CT", Group.COUNCIL), Slot("HDND", "HD-PCT", Group.MEMBER), Slot("HDND", "HD-TB", Group.MEMBER, 2),
    Slot("UBND", "CT", Group.CHAIR), Slot("UBND", "PCT", Group.STANDING), Slot("UBND", "PCT", Group.MEMBER),
    Slot("VP", "CVP", Group.MEMBER), Slot("VP", "PCVP", Group.MEMBER), Slot("VP", "CV", Group.STAFF, 10),
    Slot("VP", "CV-CDS", Group.STAFF, 2), Slot("VP", "VT", Group.STAFF, 2),
    Slot("PKT", "TP", Group.MEMBER), Slot("PKT", "PTP", Group.MEMBER, 2), Slot("PKT", "CV-DD", Group.STAFF, 6),
    Slot("PKT", "CV-TC", Group.STAFF, 5), Slot("PKT", "CV-DT", Group.STAFF, 4), Slot("PKT", "CV", Group.STAFF, 4),
    Slot("PVHXH", "TP", Group.MEMBER), Slot("PVHXH", "PTP", Group.MEMBER), Slot("PVHXH", "CV", Group.STAFF, 11),
    Slot("TTHCC", "GD-HCC", Group.STAFF), Slot("TTHCC", "CV", Group.STAFF, 7),
)  # fmt: skip
_DIVIDED = {
    ("BXDD", "DU-TB"): "BTC", ("BXDD", "DU-PTB"): "BTC", ("BXDD", "CV"): "BTGDV",
}  # fmt: skip
"""Where a special zone has the posts of a body that is two there (QĐ 298-QĐ/TW)."""

STATE_BODIES = frozenset({"HDND", "UBND", "VP", "PKT", "PVHXH", "TTHCC"})
"""The bodies of the State that have cadres and civil servants."""

SCARCE = frozenset({"CV-DD", "CV-TC", "CV-DT", "CV-CDS"})
"""Posts of fields that lack people more than others."""

_SCHOOL = {
    "MN": (Group.NURSERY, "GV-MN"), "TH1": (Group.PRIMARY, "GV-TH"), "TH2": (Group.PRIMARY, "GV-TH"),
    "THCS": (Group.SECONDARY, "GV-CS"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """One approved post: the number of the commune, the body, the position, and the group of who is to hold it."""

    commune: int
    suffix: str
    post: str
    group: Group
    block: Block


def places(*, special_zones: frozenset[int]) -> Iterator[Place]:
    """Yield every approved post of the province, commune by commune. ``special_zones`` numbers those communes."""
    short_by = COMMUNES * sum(slot.number for slot in OFFICIAL_SLOTS) - number_of("officials.approved")
    more = number_of("employees.approved") - COMMUNES * sum(unit.posts for unit in SERVICE_UNITS)
    for commune in range(COMMUNES):
        yield from _official_places(commune, is_zone=commune in special_zones, is_short=commune < short_by)
        yield from _employee_places(commune, extra=commune < more)


def _official_places(commune: int, *, is_zone: bool, is_short: bool) -> Iterator[Place]:
    left_out = ("PVHXH", "CV") if is_short else None
    for slot in OFFICIAL_SLOTS:
        number = slot.number - (1 if (slot.suffix, slot.post) == left_out else 0)
        suffix = _DIVIDED.get((slot.suffix, slot.post), slot.suffix) if is_zone else slot.suffix
        for _one in range(number):
            yield Place(commune, suffix, slot.post, slot.group, Block.OFFICIALS)


def _employee_places(commune: int, *, extra: bool) -> Iterator[Place]:
    for unit in SERVICE_UNITS:
        number = unit.posts + (1 if extra and unit is SERVICE_UNITS[-1] else 0)
        for at in range(number):
            group, post = _employee_post(unit.suffix, at, number)
            yield Place(commune, unit.suffix, post, group, Block.EMPLOYEES)


def _employee_post(suffix: str, at: int, number: int) -> tuple[Group, str]:
    is_support = at >= number - max(3, number // 12)
    if suffix not in _SCHOOL:
        usual = "YT-BS" if at <= number // 5 else "YT-DD"
        return Group.HEALTH, "TTYT" if at == 0 else "NV-TH" if is_support else usual
    group, teacher = _SCHOOL[suffix]
    leads = {0: "HT", 1: "PHT", 2: "PHT"}
    return group, leads.get(at, "NV-TH" if is_support else teacher)
