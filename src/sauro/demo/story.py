"""What has happened in the demo province so far: which sample documents came in, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """How far an assignment got."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    WORKING = "working"
    HANDED_IN = "handed_in"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    QUESTIONED = "questioned"


class Stage(StrEnum):
    """How far a document got: just taken in, partly reviewed, wholly reviewed, sent."""

    TAKEN_IN = "taken_in"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """A sample document in the story.

    ``file`` is the number of the sample; ``unit`` takes it in through ``clerk``, who reviews and sends it; ``head``
    decides on products. ``reviewed`` limits how many obligations are reviewed, ``groups`` how many of those that go to
    whole groups are sent. ``releases`` lets sentences pass to bodies of other domains. ``office_deadlines`` are days
    from today that the giver's office set for obligations without a printed deadline.
    """

    file: str
    unit: str
    clerk: str
    head: str
    stage: Stage
    reviewed: int = 1000
    groups: int = 0
    releases: bool = False
    office_deadlines: tuple[int, ...] = ()


_PROVINCE = ("T.UBND", "vanthu.tinh", "chanhvp.tinh")
_PARTY = ("T.TU", "vanthu.tinhuy", "chanhvp.tinhuy")

DOCUMENTS: tuple[SampleDocument, ...] = (
    SampleDocument("004", *_PROVINCE, Stage.SENT, releases=True, office_deadlines=(3, 6, 12, 20, 30)),
    SampleDocument("001", *_PROVINCE, Stage.SENT, office_deadlines=(2, 9)),
    SampleDocument("002", *_PROVINCE, Stage.SENT, groups=1, office_deadlines=(7, 14)),
    SampleDocument("007", *_PROVINCE, Stage.SENT, releases=True),
    SampleDocument("012", *_PROVINCE, Stage.SENT, releases=True),
    SampleDocument("005", *_PROVINCE, Stage.REVIEWED),
    SampleDocument("013", *_PROVINCE, Stage.IN_REVIEW, reviewed=12),
    SampleDocument("011", *_PROVINCE, Stage.TAKEN_IN),
    SampleDocument("003", *_PARTY, Stage.SENT, office_deadlines=(2, 15)),
    SampleDocument("006", *_PARTY, Stage.TAKEN_IN),
    SampleDocument("008", "xa3.DU", "vanphong.du3", "vanphong.du3", Stage.TAKEN_IN),
    SampleDocument("010", "xa2.UBND", "vanthu.xa2", "lanhdao.xa2", Stage.SENT, office_deadlines=(5, 10)),
)

ACTING: Mapping[str, tuple[str, str]] = {
    "T.SNV": ("giamdoc.snv", "chuyenvien.snv"),
    "T.STC": ("giamdoc.stc", "chuyenvien.stc"),
    "T.SNNMT": ("giamdoc.snnmt", "giamdoc.snnmt"),
    "T.SXD": ("giamdoc.sxd", "giamdoc.sxd"),
    "T.BTC": ("truongban.btc", "truongban.btc"),
    "T.TU": ("chanhvp.tinhuy", "chanhvp.tinhuy"),
    "T.MTTQ": ("mttq.tinh", "mttq.tinh"),
    "xa1.UBND": ("chanhvp.xa1", "chuyenvien.xa1"),
    "xa1.DU": ("vanphong.du1", "vanphong.du1"),
    "xa2.UBND": ("lanhdao.xa2", "congchuc.xa2"),
}
"""Who answers for a unit, and who does the work there."""

FATES: tuple[Fate, ...] = (
    Fate.CONFIRMED, Fate.WORKING, Fate.HANDED_IN, Fate.WAITING, Fate.RETURNED, Fate.WORKING, Fate.CONFIRMED,
    Fate.ACCEPTED, Fate.QUESTIONED,
)  # fmt: skip
"""The assignments of units with people meet these fates in turn."""

OWN_FATES: Mapping[Fate, Fate] = {
    Fate.CONFIRMED: Fate.HANDED_IN,
    Fate.RETURNED: Fate.WORKING,
    Fate.QUESTIONED: Fate.ACCEPTED,
}
"""What becomes of a fate when the work came from another domain: the unit is its own giver, and nobody confirms
their own product."""

KEPT_FATES: tuple[Fate, ...] = (
    Fate.CONFIRMED, Fate.WORKING, Fate.WAITING, Fate.WAITING, Fate.ACCEPTED, Fate.WAITING, Fate.WAITING, Fate.WAITING,
)  # fmt: skip
"""The same for assignments that the giver's office keeps."""

REPORTS: tuple[tuple[int, str], ...] = (
    (30, "Đã phân công bộ phận phụ trách, đang thu thập số liệu từ các đơn vị."),
    (50, "Đã có dự thảo lần 1, đang lấy ý kiến các đơn vị phối hợp."),
    (70, "Hoàn thành phần việc tại cơ quan, còn chờ số liệu của hai đơn vị."),
    (40, "Đã làm việc với các đơn vị liên quan; vướng ở khâu bố trí kinh phí, sẽ báo cáo riêng."),
    (80, "Đã trình lãnh đạo xem xét, dự kiến ban hành trong tuần."),
)

PRODUCTS: tuple[str, ...] = (
    "Báo cáo kết quả (mẫu): đã rà soát xong, kèm danh mục và số liệu tổng hợp.",
    "Kế hoạch (mẫu) đã ban hành, gồm phân công, tiến độ và kinh phí thực hiện.",
    "Tờ trình (mẫu) kèm phương án đã được lãnh đạo cơ quan ký.",
    "Hướng dẫn (mẫu) đã gửi các đơn vị qua hệ thống văn bản.",
)

CRITERIA = ("Có số liệu đến tháng gần nhất", "Có ký duyệt của lãnh đạo đơn vị")
FAILED_NOTE = "thiếu số liệu hai tháng gần nhất"

RETURN_REASON = "Báo cáo chưa có số liệu của hai tháng gần nhất; đề nghị bổ sung rồi nộp lại."
OPEN_PARTS_REASON = "Đơn vị trực thuộc đã gửi số liệu qua thư công vụ, sẽ nộp bản chính thức sau."
QUESTION_REASON = "Nội dung này thuộc nhiệm vụ của cơ quan khác; đề nghị xem lại cơ quan chủ trì."
