"""The people of the demo: names invented and recognisable as such, one account per role and place.

``unit`` is where somebody holds a post, ``grants`` where they hold a role; both are codes of units, with the communes
by the short names of :data:`COMMUNES`.
"""

from __future__ import annotations

from dataclasses import dataclass

from sauro.accounts.roles import Role
from sauro.common.domains import Domain

COMMUNES = {"xa1": "xã Vàm Lúa Mẫu", "xa2": "xã Suối Lành Thử", "xa3": "xã Gò Tre Mẫu"}
"""The communes with accounts. The second is the neighbour who must see nothing of the first."""

PASSWORD = "SauRo-Mau-2026"  # noqa: S105  # printed by the command; the demo has no secrets


@dataclass(frozen=True, slots=True)
class DemoGrant:
    """A role in a unit; the domain is the unit's unless named, which a territory needs."""

    role: Role
    unit: str
    include_subtree: bool = False
    domain: Domain | None = None


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person with an account."""

    username: str
    full_name: str
    unit: str
    title: str
    grants: tuple[DemoGrant, ...]
    is_head: bool = False


def _one(role: Role, unit: str) -> tuple[DemoGrant, ...]:
    return (DemoGrant(role, unit),)


def _everywhere(role: Role, *domains: Domain) -> tuple[DemoGrant, ...]:
    return tuple(DemoGrant(role, "T", include_subtree=True, domain=domain) for domain in domains)


PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson("vanthu.tinh", "Trần Thị Mẫu", "T.VP", "Văn thư", _one(Role.CLERK, "T.UBND")),
    DemoPerson(
        "chanhvp.tinh", "Lê Quang Thử", "T.VP", "Chánh Văn phòng", _one(Role.HEAD_OF_OFFICE, "T.UBND"), is_head=True
    ),
    DemoPerson("lanhdao.tinh", "Huỳnh Công Mẫu", "T.UBND", "Chủ tịch", _one(Role.LEADER, "T.UBND"), is_head=True),
    DemoPerson("giamdoc.snv", "Võ Thị Thử", "T.SNV", "Giám đốc Sở", _one(Role.UNIT_HEAD, "T.SNV"), is_head=True),
    DemoPerson("chuyenvien.snv", "Đỗ Hữu Mẫu", "T.SNV", "Chuyên viên", _one(Role.CIVIL_SERVANT, "T.SNV")),
    DemoPerson("giamdoc.stc", "Phan Văn Ví Dụ", "T.STC", "Giám đốc Sở", _one(Role.UNIT_HEAD, "T.STC"), is_head=True),
    DemoPerson("chuyenvien.stc", "Bùi Thị Giả Định", "T.STC", "Chuyên viên", _one(Role.CIVIL_SERVANT, "T.STC")),
    DemoPerson(
        "giamdoc.snnmt", "Nguyễn Thành Thử", "T.SNNMT", "Giám đốc Sở", _one(Role.UNIT_HEAD, "T.SNNMT"), is_head=True
    ),
    DemoPerson("giamdoc.sxd", "Đinh Văn Mẫu", "T.SXD", "Giám đốc Sở", _one(Role.UNIT_HEAD, "T.SXD"), is_head=True),
    DemoPerson("hdnd.tinh", "Cao Thị Ví Dụ", "T.VPHDND", "Chuyên viên", _one(Role.RECEIVER, "T.HDND")),
    DemoPerson("vanthu.tinhuy", "Hồ Thị Mẫu", "T.VPTU", "Văn thư", _one(Role.CLERK, "T.TU")),
    DemoPerson(
        "chanhvp.tinhuy", "Trịnh Văn Thử", "T.VPTU", "Chánh Văn phòng Tỉnh ủy", _one(Role.HEAD_OF_OFFICE, "T.TU"),
        is_head=True,
    ),
    DemoPerson("bithu.tinhuy", "Phạm Minh Ví Dụ", "T.TU", "Bí thư Tỉnh ủy", _one(Role.LEADER, "T.TU"), is_head=True),
    DemoPerson("truongban.btc", "Lâm Văn Mẫu", "T.BTC", "Trưởng ban", _one(Role.UNIT_HEAD, "T.BTC"), is_head=True),
    DemoPerson("mttq.tinh", "Kiều Thị Thử", "T.MTTQ", "Ủy viên Thường trực", _one(Role.RECEIVER, "T.MTTQ")),
    DemoPerson("vanthu.xa1", "Nguyễn Thị Mẫu", "xa1.VP", "Văn thư", _one(Role.CLERK, "xa1.UBND")),
    DemoPerson(
        "chanhvp.xa1", "Ngô Văn Thử", "xa1.VP", "Chánh Văn phòng", _one(Role.HEAD_OF_OFFICE, "xa1.UBND"), is_head=True
    ),
    DemoPerson("lanhdao.xa1", "Dương Văn Mẫu", "xa1.UBND", "Chủ tịch", _one(Role.LEADER, "xa1.UBND"), is_head=True),
    DemoPerson(
        "truongphong.xa1", "Tô Thị Ví Dụ", "xa1.PKT", "Trưởng phòng", _one(Role.UNIT_HEAD, "xa1.PKT"), is_head=True
    ),
    DemoPerson("chuyenvien.xa1", "Châu Văn Thử", "xa1.UBND", "Chuyên viên", _one(Role.CIVIL_SERVANT, "xa1.UBND")),
    DemoPerson(
        "vanphong.du1", "Đặng Văn Mẫu", "xa1.VPDU", "Chánh Văn phòng Đảng ủy", _one(Role.HEAD_OF_OFFICE, "xa1.DU"),
        is_head=True,
    ),
    DemoPerson(
        "chqs.xa1", "Quách Văn Thử", "xa1.BCHQS", "Chỉ huy trưởng", _one(Role.RECEIVER, "xa1.BCHQS"), is_head=True
    ),
    DemoPerson("vanthu.xa2", "La Thị Thử", "xa2.VP", "Văn thư", _one(Role.CLERK, "xa2.UBND")),
    DemoPerson(
        "chanhvp.xa2", "Cù Văn Thử", "xa2.VP", "Chánh Văn phòng", _one(Role.HEAD_OF_OFFICE, "xa2.UBND"), is_head=True
    ),
    DemoPerson("lanhdao.xa2", "Mạc Văn Mẫu", "xa2.UBND", "Chủ tịch", _one(Role.LEADER, "xa2.UBND"), is_head=True),
    DemoPerson("congchuc.xa2", "Bùi Văn Giả Định", "xa2.UBND", "Chuyên viên", _one(Role.CIVIL_SERVANT, "xa2.UBND")),
    DemoPerson(
        "vanphong.du3", "Thái Thị Mẫu", "xa3.VPDU", "Chánh Văn phòng Đảng ủy", _one(Role.HEAD_OF_OFFICE, "xa3.DU"),
        is_head=True,
    ),
    DemoPerson(
        "noivu.tinh", "Lưu Thị Ví Dụ", "T.SNV", "Phó Giám đốc Sở",
        (*_everywhere(Role.HOME_AFFAIRS, Domain.STATE), *_one(Role.CIVIL_SERVANT, "T.SNV")),
    ),
    DemoPerson(
        "tochuc.tinh", "Trương Văn Ví Dụ", "T.BTC", "Phó Trưởng ban",
        (*_everywhere(Role.HOME_AFFAIRS, Domain.PARTY, Domain.FRONT), *_one(Role.CIVIL_SERVANT, "T.BTC")),
    ),
    DemoPerson("kiemtra", "Lý Thị Thử", "T.TTR", "Thanh tra viên", _everywhere(Role.INSPECTOR, Domain.STATE)),
    DemoPerson("quantri", "Mai Văn Ví Dụ", "T.VP", "Quản trị hệ thống", _everywhere(Role.ADMINISTRATOR, *Domain)),
)  # fmt: skip
